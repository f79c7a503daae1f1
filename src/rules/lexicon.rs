//! Every word that a grammar or a rule names, with its number and its classes.

use crate::text::{WordClass, WordId};
use rustc_hash::FxHashMap;

/// Every word that a grammar or a rule names, by its lower-case form with straight apostrophes.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: FxHashMap<Box<[u8]>, (WordId, WordClass)>,
}

impl Lexicon {
    /// Adds a word, or classes to a word that is there, and answers its number.
    pub fn add(&mut self, word: &str, class: WordClass) -> WordId {
        if let Some(known) = self.words.get_mut(word.as_bytes()) {
            known.1 |= class;
            return known.0;
        }
        let number =
            WordId(u32::try_from(self.words.len() + 1).expect("fewer than four thousand million words"));
        self.words.insert(word.as_bytes().into(), (number, class));
        number
    }

    /// The number and classes of a word in lower case; unknown words have neither.
    #[must_use]
    pub fn look_up(&self, word: &[u8]) -> (WordId, WordClass) {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// The numbers of a phrase's words, which are in lower case with one blank between them.
    #[must_use]
    pub fn phrase(&self, phrase: &str) -> Vec<WordId> {
        phrase.split(' ').map(|word| self.look_up(word.as_bytes()).0).collect()
    }

    /// The word of a number, looked for among all of them: for messages.
    #[must_use]
    pub fn word(&self, number: WordId) -> Option<&str> {
        let found = self.words.iter().find(|(_, (held, _))| *held == number);
        found.and_then(|(word, _)| std::str::from_utf8(word).ok())
    }

    /// How many words there are; every number is at most this.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}
