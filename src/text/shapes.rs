//! Tells at a glance that a word is on no list: by its first letter and its length.

use super::Token;

/// Which lengths the words of a list have, by first letter. Made when the crate is compiled, kept beside the list.
#[derive(Debug)]
pub(crate) struct Shapes([u32; 27]);

impl Shapes {
    /// The shapes of no word.
    pub(crate) const NONE: Self = Self([0; 27]);

    /// With the shape of one more word, given in lower case.
    pub(crate) const fn with(mut self, word: &str) -> Self {
        if !word.is_empty() {
            self.0[letter(word.as_bytes()[0])] |= length(word.len());
        }
        self
    }

    /// With the shapes of more words, given in lower case.
    pub(crate) const fn with_all(mut self, words: &[&str]) -> Self {
        let mut at = 0;
        while at < words.len() {
            self = self.with(words[at]);
            at += 1;
        }
        self
    }

    /// The same of a token, by what it keeps beside its span.
    #[inline]
    pub(crate) const fn admit_token(&self, token: &Token) -> bool {
        self.0[letter(token.initial)] & length(token.span.len()) != 0
    }

    /// Whether a word of the list has the first letter, in either case, and the length of this one.
    #[inline]
    pub(crate) fn admit(&self, written: &str) -> bool {
        written.as_bytes().first().is_some_and(|first| self.0[letter(*first)] & length(written.len()) != 0)
    }
}

/// Whether two words are the same but for the case of plain letters; lengths and first letters settle nearly every case.
#[inline]
pub(crate) fn is_same_word(one: &str, other: &str) -> bool {
    let (a, b) = (one.as_bytes(), other.as_bytes());
    a.len() == b.len()
        && a.first().map(|letter| letter | 0x20) == b.first().map(|letter| letter | 0x20)
        && a.eq_ignore_ascii_case(b)
}

/// The place of a first letter; all that are no plain letters share one.
#[inline]
const fn letter(byte: u8) -> usize {
    match byte | 0x20 {
        letter @ b'a'..=b'z' => (letter - b'a') as usize,
        _ => 26,
    }
}

/// The bit of a length; the longest share one.
#[inline]
const fn length(bytes: usize) -> u32 {
    1 << if bytes < 31 { bytes } else { 31 }
}

#[cfg(test)]
mod tests {
    use super::Shapes;

    #[test]
    fn words_of_a_list_are_admitted_in_any_case() {
        const SHAPES: Shapes = Shapes::NONE.with_all(&["killed", "'s", "caf\u{E9}"]).with("hurt");
        for word in ["killed", "Killed", "KILLED", "'s", "Hurt", "Caf\u{E9}", "karate"] {
            assert!(SHAPES.admit(word), "{word}");
        }
        for word in ["kill", "injured", "", "hurts"] {
            assert!(!SHAPES.admit(word), "{word}");
        }
    }
}
