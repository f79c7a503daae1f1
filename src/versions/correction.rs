//! What a version says of its own mistakes: "Correction: an earlier version gave the wrong age."
//!
//! A note owns up to a change where it gives one of its figures or names what the claim is of.

use super::words;
use crate::{
    claim::{Claim, Value},
    finding::Story,
    rules::RuleBook,
    text::WordClass,
};
use std::collections::BTreeSet;

/// Words by which a newsroom says that it corrects.
const CUES: [&str; 6] = [
    "correction:",
    "corrected to",
    "an earlier version",
    "a previous version",
    "has been corrected",
    "was corrected",
];

/// Words of every correction, and of attributes that are of any figure.
const OF_ALL: [&str; 16] = [
    "article",
    "copied",
    "correction",
    "corrected",
    "correctly",
    "count",
    "earlier",
    "figure",
    "incorrect",
    "incorrectly",
    "number",
    "previous",
    "story",
    "version",
    "was",
    "wrong",
];

/// Words that say nothing of what a sentence is about.
const FUNCTION: WordClass = WordClass::FUNCTION
    .union(WordClass::PREPOSITION)
    .union(WordClass::DETERMINER)
    .union(WordClass::PRONOUN)
    .union(WordClass::NEGATION)
    .union(WordClass::FUTURE)
    .union(WordClass::POSSIBLE);

/// Small numbers that are written out, from two on: "one" is in every other sentence.
const NUMBERS: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The notes of a version in which it corrects itself.
pub(super) struct Corrections<'b> {
    notes: Vec<Note>,
    book: &'b RuleBook,
}

/// What one note says.
struct Note {
    words: BTreeSet<String>,
    figures: BTreeSet<String>,
}

/// Whether a passage says that it corrects.
pub(super) fn is_correction(passage: &str) -> bool {
    let lower = passage.to_lowercase();
    CUES.iter().any(|cue| lower.contains(cue))
}

impl<'b> Corrections<'b> {
    /// The notes of a text, a line each.
    pub(super) fn of(text: &str, book: &'b RuleBook) -> Self {
        let notes = text.lines().filter(|line| is_correction(line));
        let note = |line: &str| Note { words: words(line).collect(), figures: figures(line).collect() };
        Self { notes: notes.map(note).collect(), book }
    }

    /// Whether a note is about a change: it gives one of the figures, or names what the claim says or is of.
    pub(super) fn speak_of(&self, story: &Story, old: &Claim, new: &Claim) -> bool {
        if self.notes.is_empty() {
            return false;
        }
        let (mut names, mut values) = (BTreeSet::new(), BTreeSet::new());
        for claim in [old, new] {
            values.extend(figures(&claim.display));
            values.extend(figures(&story.sources[claim.source].source.text[claim.span.range()]));
            names.extend(words(&claim.attribute));
            names.extend(claim.subject.iter().flat_map(|subject| words(subject)));
            // Of a figure the rest is its unit, which others have too.
            if !matches!(claim.value, Value::Count(_)) {
                names.extend(words(&claim.display));
            }
        }
        names.retain(|word| self.is_telling(word));
        self.notes.iter().any(|note| !note.figures.is_disjoint(&values) || !note.words.is_disjoint(&names))
    }

    /// Whether a word says what something is about.
    fn is_telling(&self, word: &str) -> bool {
        let is_figure = word.starts_with(|c: char| c.is_ascii_digit());
        let class = self.book.lexicon.look_up(word.as_bytes()).1;
        word.chars().count() > 2 && !is_figure && !OF_ALL.contains(&word) && !class.intersects(FUNCTION)
    }
}

/// The figures of a text as they are printed, without the commas between thousands: "1200" of "1,200", "4" of "four".
fn figures(text: &str) -> impl Iterator<Item = String> {
    let printed = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, ',' | '.')))
        .map(|word| word.trim_matches([',', '.']).replace(',', "").to_lowercase());
    printed.filter_map(|word| match NUMBERS.iter().position(|number| *number == word) {
        Some(at) => Some((at + 2).to_string()),
        None => word.starts_with(|c: char| c.is_ascii_digit()).then_some(word),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_that_are_printed() {
        for (text, want) in [
            ("$1,200, not $1.5 million.", vec!["1200", "1.5"]),
            ("Four people, and no one else", vec!["4"]),
            ("at 9:30 p.m.", vec!["9", "30"]),
        ] {
            assert_eq!(figures(text).collect::<Vec<_>>(), want, "{text}");
        }
    }
}
