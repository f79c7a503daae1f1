//! A short list of words that one file asks for, with what tells at a glance that a token is none of them.

use super::{Document, Shapes, Token};

/// A few words or signs in lower case. Made when the crate is compiled.
#[derive(Debug)]
pub(crate) struct ShortList<const N: usize> {
    words: [&'static str; N],
    shapes: Shapes,
}

impl<const N: usize> ShortList<N> {
    /// The list of these words, in lower case.
    pub(crate) const fn of(words: [&'static str; N]) -> Self {
        Self { words, shapes: Shapes::NONE.with_all(&words) }
    }

    /// Whether a token of a document is one of the words, in any case.
    #[inline]
    pub(crate) fn has(&self, token: &Token, document: &Document<'_>) -> bool {
        self.shapes.admit_token(token) && self.words.iter().any(|word| document.spells(token, word))
    }
}
