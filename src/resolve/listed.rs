//! The other words of a closed list that are named in one breath with one of it: "his wife and daughter", "in the face, neck and
//! arm". What is true of all of them excludes none of them.
//!
//! ```text
//! enumeration = item ("," item)* [","] ("and" | "or" | "&") item
//! item        = word{0,2} entry                                 the words belong to the entry: "his elder daughter"
//!             | word+                                           what stands last need not be on the list
//! ```
//!
//! Used by [`super::claim`].

use crate::{
    rules::{ClassId, RuleBook},
    text::{Document, TokenKind},
};
use std::ops::Range;

/// How many words may stand between a joint and the entry: "and his elder daughter".
const BEFORE: usize = 2;

/// How many tokens an entry has at most that is looked for backwards.
const LONGEST: usize = 3;

/// The entries of `class` that are enumerated with the one that takes the tokens of `own`, in the order of the text.
pub(super) fn beside(
    document: &Document<'_>,
    book: &RuleBook,
    class: ClassId,
    own: &Range<usize>,
) -> Vec<Range<usize>> {
    let entry_at = |at: usize| -> Option<Range<usize>> {
        let tokens = document.tokens.get(at..)?;
        book.classes.at(class, tokens).next().map(|(length, _)| at..at + length)
    };
    let mut is_closed = false;
    let mut behind: Vec<Range<usize>> = Vec::new();
    let mut end = own.end;
    while let Some((joint, closes)) = joint(document, end) {
        let is_word =
            |at: &usize| document.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word);
        let words = (joint..joint + BEFORE).take_while(is_word).count();
        // "In the face, neck and upper body": what stands last need not be listed.
        is_closed = closes && words > 0;
        let Some(entry) = (joint..=joint + words).find_map(entry_at) else { break };
        end = entry.end;
        behind.push(entry);
        if closes {
            break;
        }
    }
    if !is_closed {
        behind.clear();
    }
    let mut before: Vec<Range<usize>> = Vec::new();
    let mut start = own.start;
    loop {
        let found = (start.saturating_sub(BEFORE)..=start).rev().find_map(|at| {
            let (ended, closes) = joint_before(document, at)?;
            // What stands last is named behind "and".
            (closes || is_closed).then_some(())?;
            (1..=LONGEST).find_map(|length| {
                let entry = entry_at(ended.checked_sub(length)?)?;
                (entry.end == ended).then_some((entry, closes))
            })
        });
        let Some((entry, closes)) = found else { break };
        is_closed |= closes;
        start = entry.start;
        before.push(entry);
    }
    before.reverse();
    before.append(&mut behind);
    before
}

/// The token behind the joint that starts at `at`, and whether it is the last of an enumeration.
fn joint(document: &Document<'_>, at: usize) -> Option<(usize, bool)> {
    let comma = is_comma(document, at);
    let from = at + usize::from(comma);
    if is_and(document, from) {
        return Some((from + 1, true));
    }
    comma.then_some((from, false))
}

/// The token at which the joint that ends before `at` starts, and whether it is the last of an enumeration.
fn joint_before(document: &Document<'_>, at: usize) -> Option<(usize, bool)> {
    let last = at.checked_sub(1)?;
    if is_and(document, last) {
        let comma = last.checked_sub(1).is_some_and(|before| is_comma(document, before));
        return Some((last - usize::from(comma), true));
    }
    is_comma(document, last).then_some((last, false))
}

fn is_comma(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| document.text(token.span) == ",")
}

fn is_and(document: &Document<'_>, at: usize) -> bool {
    let words = ["and", "or", "&"];
    document.tokens.get(at).is_some_and(|token| words.iter().any(|word| document.spells(token, word)))
}
