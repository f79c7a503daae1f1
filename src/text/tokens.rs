//! A stretch of tokens that nom reads.
//!
//! It carries the whole document's tokens, so that a grammar can look at the token before its first one.

use super::{Document, Span, Token, TokenKind, WordClass};
use nom::{Input, Needed};
use std::{iter::Enumerate, slice::Iter};

/// A stretch of tokens with the text that they stand in.
///
/// Grammars hand it on and give it back at every step, so it is no larger than two registers.
#[derive(Debug, Clone, Copy)]
pub struct Tokens<'a> {
    document: &'a Document<'a>,
    from: u32,
    to: u32,
}

impl PartialEq for Tokens<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.from == other.from && self.to == other.to
    }
}

/// The number of a token in its document; a text of four gigabytes is refused before it is cut.
#[expect(clippy::cast_possible_truncation, reason = "a document has fewer tokens than bytes, and those fit")]
#[inline]
const fn number(index: usize) -> u32 {
    index as u32
}

impl<'a> Tokens<'a> {
    /// The tokens `from..to` of a document.
    #[must_use]
    #[inline]
    pub fn new(document: &'a Document<'a>, from: usize, to: usize) -> Self {
        debug_assert!(from <= to && to <= document.tokens.len(), "a stretch lies within its tokens");
        Self { document, from: number(from), to: number(to) }
    }

    /// The tokens as a slice.
    #[must_use]
    #[inline]
    pub fn as_slice(&self) -> &'a [Token] {
        &self.document.tokens[self.from as usize..self.to as usize]
    }

    /// The index of the first token in the document.
    #[must_use]
    #[inline]
    pub const fn index(&self) -> usize {
        self.from as usize
    }

    /// The index behind the last token in the document.
    #[must_use]
    #[inline]
    pub const fn end_index(&self) -> usize {
        self.to as usize
    }

    /// Whether no token is left.
    #[must_use]
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.from == self.to
    }

    /// The first token.
    #[must_use]
    #[inline]
    pub fn first(&self) -> Option<&'a Token> {
        if self.from < self.to { self.document.tokens.get(self.from as usize) } else { None }
    }

    /// The token `n` places on from the first.
    #[must_use]
    #[inline]
    pub fn nth(&self, n: usize) -> Option<&'a Token> {
        let at = self.from as usize + n;
        if at < self.to as usize { self.document.tokens.get(at) } else { None }
    }

    /// The token `n` places before the first, `1` being its neighbour; it may belong to another sentence.
    #[must_use]
    #[inline]
    pub fn behind(&self, n: usize) -> Option<&'a Token> {
        self.index().checked_sub(n).and_then(|at| self.document.tokens.get(at))
    }

    /// The text that the token stands for, as written.
    #[must_use]
    #[inline]
    pub fn text_of(&self, token: &Token) -> &'a str {
        &self.source()[token.span.range()]
    }

    /// The whole source text.
    #[must_use]
    #[inline]
    pub const fn source(&self) -> &'a str {
        self.document.source.text.as_str()
    }

    /// The stretch without its first `n` tokens.
    #[must_use]
    #[inline]
    pub fn skip(&self, n: usize) -> Self {
        Self { from: (self.from + number(n)).min(self.to), ..*self }
    }

    /// The stretch with up to `n` more tokens before its first one.
    #[must_use]
    #[inline]
    pub fn before(&self, n: usize) -> Self {
        Self { from: self.from.saturating_sub(number(n)), ..*self }
    }

    /// The tokens between the start of this stretch and the start of `rest`.
    #[must_use]
    #[inline]
    pub fn until(&self, rest: &Self) -> Self {
        Self { to: rest.from.max(self.from), ..*self }
    }

    /// The bytes from the first token to the last.
    #[must_use]
    pub fn span(&self) -> Span {
        match self.as_slice() {
            [] => {
                let at = self
                    .document
                    .tokens
                    .get(self.index())
                    .map_or(self.source().len(), |token| token.span.start());
                Span::from_usize(at, at)
            }
            [only] => only.span,
            [first, .., last] => first.span.cover(last.span),
        }
    }

    /// The text from the first token to the last, as written.
    #[must_use]
    pub fn text(&self) -> &'a str {
        &self.source()[self.span().range()]
    }

    /// Whether the first token is `word`, in any case. Curly and straight apostrophes are one.
    #[must_use]
    #[inline]
    pub fn first_is(&self, word: &str) -> bool {
        self.first().is_some_and(|token| self.is_word(token, word))
    }

    /// Whether the first token is one of `words`, in any case. Curly and straight apostrophes are one.
    #[must_use]
    #[inline]
    pub fn first_among(&self, words: &[&str]) -> bool {
        self.first().is_some_and(|token| words.iter().any(|word| self.is_word(token, word)))
    }

    /// Whether a token is `word`, in any case. Curly and straight apostrophes are one.
    ///
    /// Asked more often than anything else: the first letter and the length settle nearly every case where the question is asked.
    #[must_use]
    #[inline]
    pub fn is_word(&self, token: &Token, word: &str) -> bool {
        token.may_open(word) && token.may_be(word) && self.is_that_word(token, word)
    }

    /// The same of a word with that first letter and length. Not inlined, so that the look at them is.
    #[inline(never)]
    fn is_that_word(&self, token: &Token, word: &str) -> bool {
        let is_same = token.span.len() == word.len()
            && self.source().as_bytes()[token.span.range()].eq_ignore_ascii_case(word.as_bytes());
        is_same
            || !(word.is_ascii() && token.span.len() == word.len()) && is_spelled(self.text_of(token), word)
    }

    /// Whether a token is `word`, given in lower case, but for the case of plain letters.
    #[must_use]
    #[inline]
    pub fn spells(&self, token: &Token, word: &str) -> bool {
        token.spells(word, self.source())
    }

    /// Whether the first token is in one of `classes`.
    #[must_use]
    #[inline]
    pub fn first_in(&self, classes: WordClass) -> bool {
        self.first().is_some_and(|token| token.is(classes))
    }

    /// Whether a word of one of `classes` is among the first [`Token::REACH`] tokens.
    ///
    /// It may say yes for a word behind the end of the stretch, never no for one within it.
    #[must_use]
    #[inline]
    pub fn ahead(&self, classes: WordClass) -> bool {
        self.first().is_some_and(|token| token.ahead.intersects(classes))
    }

    /// Whether the first token is of `kind`.
    #[must_use]
    #[inline]
    pub fn first_kind(&self, kind: TokenKind) -> bool {
        self.first().is_some_and(|token| token.kind == kind)
    }
}

/// Whether a word that opens like `word` is that word; `word` is lower case.
fn is_spelled(written: &str, word: &str) -> bool {
    if written.len() == word.len() {
        written.eq_ignore_ascii_case(word) || !word.is_ascii() && same_word(written, word)
    } else {
        word.as_bytes().contains(&b'\'') && same_word(written, word)
    }
}

/// Whether two words are the same but for case and the form of the apostrophe; `word` is lower case.
fn same_word(written: &str, word: &str) -> bool {
    if written.eq_ignore_ascii_case(word) {
        return true;
    }
    // A curly apostrophe takes more bytes than a straight one.
    if written.len() < word.len() || written.is_ascii() {
        return false;
    }
    let plain = |c: char| if c == '\u{2019}' { '\'' } else { c };
    written.chars().flat_map(char::to_lowercase).map(plain).eq(word.chars())
}

impl<'a> Input for Tokens<'a> {
    type Item = &'a Token;
    type Iter = Iter<'a, Token>;
    type IterIndices = Enumerate<Iter<'a, Token>>;

    #[inline]
    fn input_len(&self) -> usize {
        (self.to - self.from) as usize
    }

    #[inline]
    fn take(&self, index: usize) -> Self {
        Self { to: self.from + number(index), ..*self }
    }

    #[inline]
    fn take_from(&self, index: usize) -> Self {
        Self { from: self.from + number(index), ..*self }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.as_slice().iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.as_slice().iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.as_slice().iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() { Ok(count) } else { Err(Needed::new(count - self.input_len())) }
    }
}

impl nom::Offset for Tokens<'_> {
    fn offset(&self, second: &Self) -> usize {
        (second.from - self.from) as usize
    }
}
