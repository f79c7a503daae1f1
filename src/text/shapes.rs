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

/// A list of words that is asked whether it holds a token: by shape, then by the few words with the same first letter.
#[derive(Debug)]
pub(crate) struct WordSet {
    words: &'static [&'static str],
    shapes: Shapes,
    /// By first letter the first word that starts with it.
    first: [u8; 27],
    /// Behind each word the next one with its first letter.
    next: [u8; Self::MOST],
}

impl WordSet {
    /// The most words of a list.
    const MOST: usize = 128;
    /// No further word.
    const END: u8 = u8::MAX;

    /// The words, given in lower case.
    pub(crate) const fn of(words: &'static [&'static str]) -> Self {
        assert!(words.len() <= Self::MOST);
        let (mut first, mut last, mut next) = ([Self::END; 27], [0; 27], [Self::END; Self::MOST]);
        let (mut at, mut place) = (0, 0);
        while at < words.len() {
            let letter = letter(words[at].as_bytes()[0]);
            if first[letter] == Self::END {
                first[letter] = place;
            } else {
                next[last[letter]] = place;
            }
            last[letter] = at;
            at += 1;
            place += 1;
        }
        Self { words, shapes: Shapes::NONE.with_all(words), first, next }
    }

    /// Whether a token of `text` is one of the words, but for the case of plain letters.
    #[inline]
    pub(crate) fn holds(&self, token: &Token, text: &str) -> bool {
        self.shapes.admit_token(token) && self.spells(token, text)
    }

    fn spells(&self, token: &Token, text: &str) -> bool {
        let mut at = self.first[letter(token.initial)];
        while at != Self::END {
            if token.spells(self.words[usize::from(at)], text) {
                return true;
            }
            at = self.next[usize::from(at)];
        }
        false
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
    use super::{Shapes, WordSet};
    use crate::text::{Case, Span, Token, TokenKind, WordClass, WordId};

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

    #[test]
    fn a_set_holds_its_words_and_no_others() {
        static SET: WordSet = WordSet::of(&["said", "saw", "sold", "'ll", "told"]);
        let text = "SAID saw seen 'll send Told it";
        let held: Vec<&str> = text.split(' ').filter(|word| SET.holds(&token(text, word), text)).collect();
        assert_eq!(held, ["SAID", "saw", "'ll", "Told"]);
    }

    /// A word of a text as a token, with what a set looks at.
    fn token(text: &str, word: &str) -> Token {
        let start = text.find(word).expect("the word is in the text");
        Token {
            span: Span::from_usize(start, start + word.len()),
            kind: TokenKind::Word,
            case: Case::None,
            glued: false,
            initial: word.as_bytes()[0] | 0x20,
            word: WordId::UNKNOWN,
            class: WordClass::empty(),
            ahead: WordClass::empty(),
        }
    }
}
