//! What every command that reads articles shares: the rule book, the checker, the articles in chunks.

use crate::args::Reading;
use gainsay::{
    Checker, Error, Options, check::with_threads, read, rules::RuleBook, settings::Settings, text::Source,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::collections::HashSet;

/// The bytes of text that are read before a chunk of articles is worked on, so that every thread has work.
const CHUNK: usize = 4 << 20;

/// The bytes of the first chunk, so that output soon comes; each further one has twice as many.
const FIRST: usize = 64 << 10;

/// The checker that the options and the newsroom's settings ask for.
pub fn checker(reading: &Reading) -> Result<(Checker, Settings), Vec<Error>> {
    let manner = &reading.manner;
    let options = Options { prefer: manner.prefer.into(), reference: manner.reference, jobs: manner.jobs };
    let settings = settings(reading).map_err(|error| vec![error])?;
    let mut book = with_threads(manner.jobs, || RuleBook::load(&read::closed_words(), &manner.rules))?;
    settings.apply(&mut book).map_err(|error| vec![error])?;
    Ok((Checker::new(book, options).knowing(settings.aliases.clone()), settings))
}

/// The settings that are named, or the nearest to the articles.
fn settings(reading: &Reading) -> Result<Settings, Error> {
    if reading.manner.no_config {
        return Ok(Settings::default());
    }
    if let Some(path) = &reading.manner.config {
        return Settings::read(path);
    }
    let folder = gainsay::ingest::shared_folder(&reading.inputs);
    Ok(Settings::near(&folder)?.unwrap_or_default())
}

/// Hands the articles to `work` in chunks, in input order, while there are more and `work` answers true; answers
/// with what could not be read.
pub fn in_chunks<E>(
    inputs: &[String],
    mut work: impl FnMut(&[Source]) -> Result<bool, E>,
) -> Result<Vec<Error>, E> {
    let (mut chunk, mut bytes, mut room, mut problems) = (Vec::new(), 0, FIRST, Vec::new());
    for article in gainsay::ingest::articles(inputs, std::io::stdin().lock()) {
        match article {
            Ok(source) => {
                bytes += source.text.len();
                chunk.push(source);
            }
            Err(problem) => problems.push(problem),
        }
        if bytes >= room {
            if !work(&chunk)? {
                return Ok(problems);
            }
            room = CHUNK.min(2 * room);
            chunk.clear();
            bytes = 0;
        }
    }
    work(&chunk)?;
    Ok(problems)
}

/// The stories of the articles, in the order of their first article.
pub fn stories(sources: &[Source]) -> Vec<String> {
    let mut seen = HashSet::new();
    sources.iter().map(|source| source.story.clone()).filter(|story| seen.insert(story.clone())).collect()
}

/// How many of the articles, which are sorted by story, make a chunk of whole stories.
pub fn whole_stories(sources: &[Source]) -> usize {
    let mut bytes = 0;
    for (at, source) in sources.iter().enumerate() {
        if bytes >= CHUNK && sources[at - 1].story != source.story {
            return at;
        }
        bytes += source.text.len();
    }
    sources.len()
}

/// The day it is: the one question that is put to the clock, and only an ignore's last day hangs on it.
pub fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}
