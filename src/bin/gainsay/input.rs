//! What every command that reads articles shares: the rule book, the checker, the articles in chunks.

use crate::args::Reading;
use gainsay::{Checker, Error, Options, read, rules::RuleBook, text::Source};
use std::collections::HashSet;

/// The bytes of text that are read before a chunk of articles is worked on, so that every thread has work.
const CHUNK: usize = 4 << 20;

/// The bytes of the first chunk, so that output soon comes; each further one has twice as many.
const FIRST: usize = 64 << 10;

/// The checker that the options ask for.
pub fn checker(reading: &Reading) -> Result<Checker, Vec<Error>> {
    let options = Options { prefer: reading.prefer.into(), reference: reading.reference, jobs: reading.jobs };
    let book = RuleBook::load(&read::closed_words(), &reading.rules)?;
    Ok(Checker::new(book, options))
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
