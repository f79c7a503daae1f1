//! Reads inputs into sources, from plain text and Markdown to web pages, agency formats and archives; folders are walked.
//!
//! Each format has a file of its own; [`Articles`] knows which file reads what. Bytes that cannot be read become an
//! [`Error`] beside the articles that can, and what is odd but readable becomes a [`crate::text::Note`] on its
//! source. What the article says of itself is found later. Next in the flow: [`crate::segment`].

mod article;
mod articles;
mod bytes;
#[cfg(feature = "formats")]
mod charset;
mod date;
#[cfg(feature = "formats")]
mod docx;
mod embedded;
#[cfg(feature = "formats")]
mod feed;
mod format;
mod front_matter;
mod hidden;
#[cfg(feature = "formats")]
mod html;
mod json_lines;
mod kind;
#[cfg(feature = "formats")]
mod mail;
#[cfg(feature = "formats")]
mod ninjs;
#[cfg(feature = "formats")]
mod packed;
mod story_file;
#[cfg(feature = "formats")]
mod warc;
#[cfg(feature = "formats")]
mod wire;
#[cfg(feature = "formats")]
mod xml;

pub use articles::Articles;
pub use embedded::embedded;

use crate::{error::Error, text::Source};
use std::{collections::BTreeMap, io::BufRead, path::PathBuf};

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub struct Ingested {
    /// The articles, in the order of the inputs.
    pub sources: Vec<Source>,
    /// What was wrong with the rest, in the order of the inputs.
    pub problems: Vec<Error>,
}

/// Reads files, folders and `-`, which is `stdin`, into sources with an id that is unique within their story.
///
/// ```
/// let article = r#"{"id": "post", "story": "bridge", "published": "2026-01-31", "text": "A bridge fell."}"#;
/// let ingested = gainsay::ingest::sources(&["-".to_owned()], article.as_bytes());
/// assert_eq!(ingested.sources[0].id, "post");
/// assert!(ingested.problems.is_empty());
/// ```
#[must_use]
pub fn sources<'a>(inputs: &'a [String], stdin: impl BufRead + 'a) -> Ingested {
    let mut ingested = Ingested::default();
    let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut articles = articles(inputs, stdin).hashed();
    while let Some(article) = articles.next() {
        match article {
            Ok(source) => {
                let place = articles.place();
                match seen.get(&(source.story.clone(), source.id.clone())) {
                    Some(first) => ingested.problems.push(second_of_its_name(&place, first, &source)),
                    None => {
                        seen.insert((source.story.clone(), source.id.clone()), place.to_string());
                        ingested.sources.push(source);
                    }
                }
            }
            Err(problem) => ingested.problems.push(problem),
        }
    }
    ingested
}

/// Reads files, folders and `-`, which is `stdin`, one article at a time, in the order of the inputs.
///
/// Two articles may carry one id here; [`sources`] refuses the second.
#[must_use]
pub fn articles<'a>(inputs: &'a [String], stdin: impl BufRead + 'a) -> Articles<'a> {
    Articles::new(inputs, Box::new(stdin))
}

/// The deepest folder that holds every input; the folder itself where one is given.
#[must_use]
pub fn shared_folder(inputs: &[String]) -> PathBuf {
    articles::shared_folder(inputs.iter().map(String::as_str))
}

fn second_of_its_name(place: &articles::Place, first: &str, source: &Source) -> Error {
    Error::Input {
        path: place.path.clone(),
        line: place.line,
        message: format!("expected an id for each article of a story, found \"{}\" a second time", source.id),
        help: format!("the first is {first}; give one of them another \"id\" or another \"story\""),
    }
}

fn problem(path: &str, message: String, help: &str) -> Error {
    Error::Input { path: path.to_owned(), line: None, message, help: help.to_owned() }
}
