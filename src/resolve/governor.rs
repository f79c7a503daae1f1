//! Finds the word that says what a figure is of: "a premium of 38 per cent", "lost $381 million", "the 1.8-km bridge".
//!
//! ```text
//! behind = "-"? word{0,2} word                     "$318 million net loss", "a 90-minute flight", "12 metres high"
//!        | "of" determiner? word{0,2} word         "9% of its workforce"
//! before = word "of"                               "a speed of up to 80 mph"
//!        | word (being | preposition)*             "turnout was 58 per cent", "lasted 40 minutes", "fell by 3 per cent"
//! ```
//!
//! Without a tagger the nearest content word decides; one that stands in most news says nothing. Next in the flow:
//! [`crate::align`], which holds figures of one such word against each other.

use super::context;
use crate::{
    rules::RuleBook,
    text::{Case, Document, Token, TokenKind, WordClass},
};
use std::ops::Range;

/// The most words of a noun phrase behind a figure.
const MOST_WORDS: usize = 3;

/// How far before a figure the word may stand.
const REACH: usize = 5;

/// Words that make a length of time a point in time.
const OFFSETS: [&str; 12] =
    ["ago", "later", "earlier", "after", "before", "from", "since", "until", "hence", "prior", "past", "old"];

/// Verbs that say nothing but that the figure is one: the word before them says of what.
const BEING: [&str; 34] = [
    "is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "will", "would", "reached",
    "reaches", "hit", "stood", "stands", "totalled", "totaled", "totals", "came", "comes", "at", "to", "by",
    "about", "around", "just", "only", "nearly", "almost", "now", "some", "up",
];

/// The word that says what the figure in `value` is of, by the list of words that are alike or else its singular; none where no
/// word near it says so.
pub(super) fn governor(
    document: &Document<'_>,
    book: &RuleBook,
    sentence: &Range<usize>,
    value: &Range<usize>,
) -> Option<String> {
    let text = |at: usize| {
        if sentence.contains(&at) { document.text(document.tokens[at].span) } else { "" }
    };
    let is_any = |at: usize, words: &[&str]| words.iter().any(|word| text(at).eq_ignore_ascii_case(word));
    if is_any(value.end, &OFFSETS) {
        return None;
    }
    let says = |at: usize| context::telling_key(document, book, &document.tokens[at]);
    let noun_behind = |from: usize| {
        let words = (from..from + MOST_WORDS)
            .take_while(|&at| sentence.contains(&at) && is_content(&document.tokens[at]))
            .take_while(|&at| !is_verb_like(text(at)))
            .last()?;
        says(words)
    };
    let hyphen = usize::from(is_any(value.end, &["-", "\u{2010}", "\u{2011}"]));
    if let Some(key) = noun_behind(value.end + hyphen) {
        return Some(key);
    }
    if is_any(value.end, &["of"]) {
        let determined = document
            .tokens
            .get(value.end + 1)
            .is_some_and(|token| token.class.intersects(WordClass::DETERMINER | WordClass::PRONOUN));
        if let Some(key) = noun_behind(value.end + 1 + usize::from(determined)) {
            return Some(key);
        }
    }
    let mut at = value.start.checked_sub(1)?;
    if is_any(at, &["of"]) {
        let noun = at.checked_sub(1).filter(|at| sentence.contains(at))?;
        return if is_content(&document.tokens[noun]) { says(noun) } else { None };
    }
    for _ in 0..REACH {
        if !sentence.contains(&at) {
            return None;
        }
        if is_content(&document.tokens[at]) && !is_any(at, &BEING) {
            return says(at);
        }
        if !is_any(at, &BEING) {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// Whether a word may say what a figure is of: one in small letters of no closed class.
pub(super) fn is_content(token: &Token) -> bool {
    let closed = context::CLOSED | WordClass::UNIT | WordClass::CURRENCY;
    token.kind == TokenKind::Word && token.case == Case::Lower && !token.is(closed)
}

/// Whether a word has the ending of a verb form or an adverb: the noun phrase is over.
pub(super) fn is_verb_like(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly")
}
