//! Whether a figure counts some of several: "three of the boats", "the remaining three", "12 of one kind and 11 of
//! another". Of what is left its noun says too little to hold it against what others count.

use crate::{
    claim::Group,
    text::{Document, TokenKind, WordClass},
};
use std::ops::Range;

/// Words before or within the phrase that pick some.
const SOME: [&str; 10] =
    ["remaining", "first", "last", "next", "final", "more", "new", "top", "consecutive", "straight"];

/// Words whose "of" belongs to a bound and picks nothing: "in excess of 20 boats", "a total of 20 boats".
const BOUNDS: [&str; 7] = ["excess", "total", "minimum", "maximum", "upwards", "upward", "north"];

/// Words whose "of" before a figure picks some of what it counts: "half of 140 ministers".
const PICKING: [&str; 40] = [
    "some", "any", "many", "most", "much", "more", "several", "few", "fewer", "each", "all", "half", "third",
    "thirds", "quarter", "quarters", "majority", "minority", "none", "neither", "either", "both", "one",
    "ones", "number", "percent", "cent", "%", "dozen", "dozens", "hundreds", "scores", "out", "part", "rest",
    "share", "member", "members", "first", "last",
];

/// Whether the group whose phrase takes the tokens of `range` counts some of several.
pub(super) fn is_partial(document: &Document<'_>, group: &Group, range: &Range<usize>) -> bool {
    let text = |at: usize| document.text(document.tokens[at].span);
    let is_any = |at: usize, words: &[&str]| words.iter().any(|word| text(at).eq_ignore_ascii_case(word));
    let before = |by: usize| range.start.checked_sub(by);
    let follows_a_part = before(1).is_some_and(|at| matches!(text(at), "and" | "or"))
        && (2..=4).filter_map(before).any(|at| {
            document.tokens[at].kind == TokenKind::Number || document.tokens[at].is(WordClass::CARDINAL)
        })
        && before(2).is_some_and(|at| text(at).starts_with(char::is_uppercase));
    let picked = before(1).is_some_and(|at| {
        is_any(at, &SOME) || is_any(at, &["of"]) && before(2).is_none_or(|at| picks(document, at))
    });
    let is_bound = |of: usize| of > range.start && is_any(of - 1, &BOUNDS);
    follows_a_part
        || picked
        || group.modifiers.iter().any(|word| SOME.iter().any(|some| word.eq_ignore_ascii_case(some)))
        || range.clone().any(|at| is_any(at, &["of"]) && !is_bound(at))
}

/// Whether the word at `at`, before the "of" before a figure, picks some of what it counts: "two of 140 ministers", but not
/// "the arrival of 140 ministers".
fn picks(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let word = document.text(token.span);
    token.kind != TokenKind::Word
        || token.is(WordClass::CARDINAL | WordClass::ORDINAL)
        || word.ends_with("est")
        || PICKING.iter().any(|one| word.eq_ignore_ascii_case(one))
}
