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
    let letters = written.chars().count();
    let allowed = |word: &str| 1 + word.len() / 4;
    known
        // A key of a megabyte is held against nothing.
        .filter(|word| letters.abs_diff(word.chars().count()) <= allowed(word))
        .map(|word| (strsim::levenshtein(written, word), word))
        .filter(|&(apart, word)| apart <= allowed(word))
        .min()
        .map(|(_, word)| word)
}
