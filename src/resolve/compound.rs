//! Finds what a hyphenated figure says that a thing is made of: the words of "the 38-word oath", the counts of "a
//! 14-count indictment".
//!
//! ```text
//! compound = figure "-" part adjective{0,2} whole
//! part     = singular noun        no unit: what is measured has rules of its own
//! whole    = singular noun        the last word of the phrase
//! ```
//!
//! Next in the flow: [`crate::align`], which holds figures of one part and whole against each other.

use super::{context, governor};
use crate::{
    rules::RuleBook,
    text::{Case, Document, Token, TokenKind, WordClass},
};
use std::ops::Range;

/// The most words from the part to the end of the phrase.
const MOST_WORDS: usize = 4;

/// Parts that say how old, how strong or the how many-th a thing is, and not what it is made of.
const NO_PARTS: [&str; 15] = [
    "old",
    "strong",
    "long",
    "high",
    "deep",
    "wide",
    "tall",
    "something",
    "plus",
    "odd",
    "way",
    "time",
    "caliber",
    "calibre",
    "gauge",
];

/// The part and the whole of the compound that the figure in `value` opens, as "word_of_oath"; none where it opens none.
pub(super) fn compound(
    document: &Document<'_>,
    book: &RuleBook,
    sentence: &Range<usize>,
    value: &Range<usize>,
) -> Option<String> {
    let token = |at: usize| document.tokens.get(at).filter(|_| sentence.contains(&at));
    let text = |at: usize| token(at).map_or("", |token| document.text(token.span));
    if !matches!(text(value.end), "-" | "\u{2010}" | "\u{2011}") {
        return None;
    }
    let at = value.end + 1;
    let part =
        token(at).filter(|token| is_noun(token) && !token.is(WordClass::TIME_UNIT | WordClass::UNIT))?;
    let in_phrase = |at: &usize| {
        let goes_on = token(*at).is_some_and(|token| is_noun(token) || token.is_capitalised());
        goes_on && !governor::is_verb_like(text(*at))
    };
    let end = (at + 1..=at + MOST_WORDS).take_while(in_phrase).last()?;
    let whole = token(end).filter(|token| governor::is_content(token) && is_noun(token))?;
    let is_plural = |at: usize| context::singular(text(at)).is_some();
    if NO_PARTS.contains(&text(at)) || is_plural(at) || is_plural(end) {
        return None;
    }
    let whole = context::telling_key(document, book, whole)?;
    Some(format!("{}_of_{whole}", context::key(document, book, part)))
}

/// Whether a word may be a noun: in small letters, of no closed class.
fn is_noun(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.case == Case::Lower && !token.is(context::CLOSED)
}
