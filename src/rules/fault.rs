//! A fault in a rule file: what is wrong, where, and what to do about it.

use crate::Error;
use std::ops::Range;

/// What is wrong at a place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The place, in bytes.
    pub place: Range<usize>,
    /// One lower-case sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Fault {
    pub fn new(place: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place, message: message.into(), help: help.into() }
    }

    /// The fault as the error of a file.
    pub fn in_file(self, path: &str, text: &str) -> Error {
        Error::Rule {
            path: path.to_owned(),
            text: text.to_owned(),
            place: Some(self.place),
            message: self.message,
            help: self.help,
        }
    }
}

/// What a faulty name was probably meant to be: the known one that differs in the fewest letters, where few do.
pub(super) fn meant<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|word| (distance(written, word), word))
        .filter(|&(apart, word)| apart <= 1 + word.len() / 4)
        .min()
        .map(|(_, word)| word)
}

/// The number of letters to change, add or drop between two short words.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (above, a) in left.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = above + 1;
        for (at, b) in right.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[at + 1];
            row[at + 1] = changed.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}
