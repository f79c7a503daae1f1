//! Finds what was done on a date or in a place: the arrest of "was arrested on Friday", the opening of "On Monday the
//! bridge opened".
//!
//! ```text
//! deed   = behind | before
//! behind = verb word{0,8} value           the nearest verb before the date in its clause
//! before = value ","? word{0,8} verb      of a date that opens its clause: the next verb behind it
//! verb   = a past form that neither reports nor is an auxiliary | what follows "will" or "would"
//! ```
//!
//! Without a tagger a past form is one that ends as such or stands in the list `past`. Next in the flow: [`crate::align`], which
//! holds dates of one deed against each other.

use super::context;
use crate::{
    rules::{ClassId, RuleBook},
    text::{Case, Document, Token, TokenKind, WordClass},
};
use std::ops::Range;

/// How far from a date its verb may stand, in tokens.
const REACH: usize = 8;

/// Words that open another clause.
const CLAUSE: [&str; 18] = [
    ",", ";", ":", "\u{2014}", "\u{2013}", "(", ")", "\"", "\u{201c}", "\u{201d}", "who", "which", "that",
    "when", "after", "before", "while", "but",
];

/// Verbs that put something on a date or say only that it is one.
const EMPTY: [&str; 18] = [
    "expected",
    "scheduled",
    "planned",
    "based",
    "dated",
    "named",
    "called",
    "needed",
    "wanted",
    "tried",
    "asked",
    "seemed",
    "appeared",
    "happened",
    "occurred",
    "followed",
    "continued",
    "united",
];

/// What was done on the date in `value`, by the lists of words that are alike and akin, or else the stem of its verb.
pub(super) fn deed(
    document: &Document<'_>,
    book: &RuleBook,
    sentence: &Range<usize>,
    value: &Range<usize>,
) -> Option<String> {
    let past = book.classes.find("past");
    let text = |at: usize| document.text(document.tokens[at].span);
    // What is reckoned from another date is only as good as that one: "nine days earlier", "12 weeks ago".
    if value
        .clone()
        .any(|at| matches!(text(at), "ago" | "later" | "earlier" | "before" | "after" | "previous"))
    {
        return None;
    }
    let ends = |at: &usize| CLAUSE.iter().any(|word| text(*at).eq_ignore_ascii_case(word));
    let adverbs = book.classes.find("passed/adverb");
    let is_adverb =
        |at: usize| adverbs.is_some_and(|class| book.classes.holds(class, document.tokens[at].word));
    let is_deed = |at: &usize| {
        // "Would also leave".
        let before = || (sentence.start..*at).rev().find(|before| !is_adverb(*before));
        is_past(&document.tokens[*at], text(*at), past, book)
            || !is_adverb(*at)
                && before().is_some_and(|before| is_ahead(&document.tokens[*at], text(*at), text(before)))
    };
    let from = sentence.start.max(value.start.saturating_sub(REACH));
    let behind = (from..value.start).rev().take_while(|at| !ends(at)).find(is_deed);
    let opens = || {
        let lead = value.start.checked_sub(1).filter(|at| document.tokens[*at].is(WordClass::PREPOSITION));
        lead.unwrap_or(value.start) == sentence.start
    };
    let before = || {
        let start = value.end + usize::from(sentence.contains(&value.end) && text(value.end) == ",");
        (start..sentence.end.min(start + REACH)).take_while(|at| !ends(at)).find(is_deed)
    };
    let at = behind.or_else(|| if opens() { before() } else { None })?;
    Some(context::attribute(&context::fact(document, book, &document.tokens[at])))
}

/// Whether a word says what is to be done: "resume" of "would resume".
fn is_ahead(token: &Token, word: &str, before: &str) -> bool {
    token.kind == TokenKind::Word
        && token.case == Case::Lower
        && matches!(before, "will" | "would" | "shall")
        && !matches!(
            word,
            "be" | "have" | "not" | "also" | "then" | "now" | "still" | "only" | "never" | "last"
        )
        && !word.ends_with("ly")
}

/// Whether a word is a past form that says what was done.
fn is_past(token: &Token, word: &str, past: Option<ClassId>, book: &RuleBook) -> bool {
    let plain = token.kind == TokenKind::Word
        && token.case == Case::Lower
        && !token
            .is(WordClass::SPEECH | WordClass::FUNCTION | WordClass::PREPOSITION | WordClass::DETERMINER);
    plain
        && !EMPTY.contains(&word)
        && (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
            || past.is_some_and(|class| book.classes.holds(class, token.word)))
}
