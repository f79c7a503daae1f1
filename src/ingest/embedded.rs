//! Reads a story that is in memory, as if it were a folder.

use super::{
    Ingested,
    articles::finish,
    bytes,
    kind::Kind,
    story_file::{NAME, StoryFile},
};
use crate::{error::Error, text::Source};
use std::{collections::BTreeMap, path::Path};

/// Reads the files of a folder that is in memory, by name and bytes, as [`super::sources`] reads one on disk; `story`
/// is the folder's name. Sources have no path.
///
/// ```
/// let files = [("coast.txt", &b"A bridge fell."[..]), ("story.toml", b"[sources.'coast.txt']\npublisher = 'Coast'")];
/// let ingested = gainsay::ingest::embedded("bridge", files);
/// assert_eq!(ingested.sources[0].publisher.as_deref(), Some("Coast"));
/// ```
#[must_use]
pub fn embedded<'a>(story: &str, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Ingested {
    let files: BTreeMap<&str, &[u8]> = files.into_iter().collect();
    let mut ingested = Ingested::default();
    let story_file = files.get(NAME).map_or_else(StoryFile::default, |file| {
        StoryFile::parse(NAME, file.to_vec(), |name| files.contains_key(name)).unwrap_or_else(|problem| {
            ingested.problems.push(problem);
            StoryFile::default()
        })
    });
    for (name, file) in files
        .iter()
        .filter(|(name, _)| Kind::of(Path::new(name), b"") == Kind::Text && Kind::is_article(Path::new(name)))
    {
        match article(story, name, file, &story_file) {
            Ok(source) => ingested.sources.push(source),
            Err(problem) => ingested.problems.push(problem),
        }
    }
    ingested
}

fn article(story: &str, name: &str, file: &[u8], story_file: &StoryFile) -> Result<Source, Error> {
    let (text, note) = bytes::text(name, file.to_vec())?;
    let mut source = Source { id: name.to_owned(), story: story.to_owned(), text, ..Source::default() };
    source.notes.extend(note);
    story_file.tell(name, &mut source);
    finish(&mut source, Path::new(name));
    Ok(source)
}
