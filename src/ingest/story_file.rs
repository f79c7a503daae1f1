//! Reads `story.toml`, in which a folder names its sources.
//!
//! ```toml
//! story = "harbour-quake"              # the story's name; the folder's name without it
//!
//! [sources."wire.txt"]                 # a file of the same folder; every key may be left out
//! id = "wire"                          # the name in the report; the file's name without it
//! publisher = "The Harbour Post"
//! published = 2026-01-31T18:30         # or a date alone, or either in quotation marks
//! credit = "AFP"                       # the agency or author
//! url = "https://example.org/quake"
//! title = "Strong quake off the coast"
//! ```
//!
//! What stands here goes before what the article says of itself. Unknown keys are errors, with their place.

use super::{date, problem};
use crate::{
    error::Error,
    text::{PublishedFrom, Source},
};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// The name of the file.
pub(super) const NAME: &str = "story.toml";

/// A `story.toml` as it stands in its folder.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoryFile {
    story: Option<toml::Spanned<String>>,
    #[serde(default)]
    sources: BTreeMap<String, Facts>,
}

/// What is said of one source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    id: Option<toml::Spanned<String>>,
    publisher: Option<String>,
    published: Option<toml::Spanned<toml::Value>>,
    credit: Option<String>,
    url: Option<String>,
    title: Option<String>,
}

impl StoryFile {
    /// The `story.toml` of `folder`, where it has one.
    pub(super) fn of(folder: &Path) -> Result<Option<Self>, Error> {
        let path = folder.join(NAME);
        let name = path.to_string_lossy().into_owned();
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(super::bytes::unreadable(&name, &error)),
        };
        Self::parse(&name, bytes, |file| folder.join(file).is_file()).map(Some)
    }

    /// A `story.toml` from its bytes; `is_there` says whether the folder has a file of a name.
    pub(super) fn parse(name: &str, bytes: Vec<u8>, is_there: impl Fn(&str) -> bool) -> Result<Self, Error> {
        let Ok(text) = String::from_utf8(bytes) else {
            return Err(problem(
                name,
                "expected TOML in UTF-8, found other bytes".to_owned(),
                "save the file as UTF-8",
            ));
        };
        let file: Self = toml::from_str(&text).map_err(|error| {
            let message = error.message().lines().collect::<Vec<_>>().join(", ").replace('`', "\"");
            at(
                name,
                &text,
                error.span(),
                message,
                "see `story.toml` in the documentation for the keys that it takes",
            )
        })?;
        let mut names = file.sources.values().filter_map(|facts| facts.id.as_ref()).chain(&file.story);
        if let Some(empty) = names.find(|name| name.get_ref().trim().is_empty()) {
            let message = "expected a name, found none between the quotation marks".to_owned();
            let help = "write the name, or take the line out";
            return Err(at(name, &text, Some(empty.span()), message, help));
        }
        for (source, facts) in &file.sources {
            let is_below = !source.contains(['/', '\\']);
            if !is_below || !is_there(source) {
                let place = text.find(source.as_str()).map(|start| start..start + source.len());
                let message = format!("expected the name of a file in the folder, found \"{source}\"");
                return Err(at(
                    name,
                    &text,
                    place,
                    message,
                    "check the spelling, or take the source out of the list",
                ));
            }
            if let Some(published) = &facts.published
                && date::published(&shown(published.get_ref()), PublishedFrom::Given).is_none()
            {
                let message = format!(
                    "expected a date like 2026-01-31 or 2026-01-31T18:30, found {}",
                    published.get_ref()
                );
                return Err(at(
                    name,
                    &text,
                    Some(published.span()),
                    message,
                    "write the day, and the time where it is known",
                ));
            }
        }
        Ok(file)
    }

    /// Tells `source`, which was read from the file called `name`, what the file says of it.
    pub(super) fn tell(&self, name: &str, source: &mut Source) {
        if let Some(story) = &self.story {
            source.story.clone_from(story.get_ref());
        }
        let Some(facts) = self.sources.get(name) else { return };
        if let Some(id) = &facts.id {
            source.id.clone_from(id.get_ref());
        }
        for (field, told) in [
            (&mut source.publisher, &facts.publisher),
            (&mut source.credit, &facts.credit),
            (&mut source.url, &facts.url),
            (&mut source.title, &facts.title),
        ] {
            if told.is_some() {
                field.clone_from(told);
            }
        }
        if let Some(published) = &facts.published {
            source.published = date::published(&shown(published.get_ref()), PublishedFrom::Given);
        }
    }
}

/// A date as it is written, without quotation marks.
fn shown(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn at(path: &str, text: &str, place: Option<std::ops::Range<usize>>, message: String, help: &str) -> Error {
    let line = place
        .map(|place| 1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..place.start.min(text.len())]).count());
    Error::Input { path: path.to_owned(), line, message, help: help.to_owned() }
}
