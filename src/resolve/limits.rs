//! Finds what limits a figure: "since May", "in the past year", "so far".
//!
//! Two figures with unlike limits are of two things; [`crate::align`] holds them apart.

use super::event::Frame;
use crate::{
    claim::{MentionKind, Reading},
    text::{Document, WordClass},
};
use std::{cell::LazyCell, ops::Range};

/// How far to either side of a claim its clause and the one before are looked for, in tokens.
const CLAUSE_REACH: usize = 14;

/// How far before "since" the word may stand that says how a figure ranks.
const RANK_REACH: usize = 5;

/// What limits a figure: the rule's `scope` slots, and "since ..." or "in the past ..." in the sentence.
///
/// `limits` are those of the slots.
pub(super) fn limits(frame: &Frame<'_>, reading: &Reading, mut limits: Vec<String>) -> Vec<String> {
    let document = frame.document;
    let sentence = &frame.around(reading);
    let first = frame.mentions.partition_point(|mention| mention.tokens.start < sentence.start);
    let clause = LazyCell::new(|| clause(document, reading, sentence));
    for mention in frame.mentions[first..].iter().take_while(|m| m.tokens.start < sentence.end) {
        if !matches!(mention.kind, MentionKind::Time | MentionKind::Duration) {
            continue;
        }
        if mention.kind == MentionKind::Duration && !clause.contains(&mention.tokens.start) {
            continue;
        }
        let narrows = |at: &usize| {
            let word = document.text(document.tokens[*at].span);
            !["only", "just"].iter().any(|one| word.eq_ignore_ascii_case(one))
        };
        let Some(before) = (sentence.start..mention.tokens.start).rev().take(2).find(narrows) else {
            continue;
        };
        let word = document.text(document.tokens[before].span);
        let limit = match mention.kind {
            MentionKind::Time => {
                word.eq_ignore_ascii_case("since")
                    && !ranks(document, before, reading)
                    && !is_of_whom(document, before, reading)
            }
            MentionKind::Duration => {
                let first = document.text(document.tokens[mention.tokens.start].span);
                let past =
                    |word: &str| word.eq_ignore_ascii_case("past") || word.eq_ignore_ascii_case("last");
                let long = ["year", "month", "decade"]
                    .iter()
                    .any(|unit| document.text(mention.span).to_ascii_lowercase().contains(unit));
                let lasts = word.eq_ignore_ascii_case("last")
                    && before.checked_sub(1).is_some_and(|at| {
                        let tokens = &document.tokens[at];
                        tokens.class.intersects(WordClass::FUTURE | WordClass::POSSIBLE)
                            || document.spells(tokens, "to")
                    });
                let within = ["in", "during", "within"].iter().any(|one| word.eq_ignore_ascii_case(one));
                word.eq_ignore_ascii_case("over") || past(word) && !lasts || past(first) || within && long
            }
            _ => false,
        };
        if limit {
            limits.push(format!("{word} {}", document.text(mention.span)).to_lowercase());
        }
    }
    limits.extend(listed_limits(frame, reading, &clause, sentence.end));
    limits.sort_unstable();
    limits.dedup();
    limits
}

/// Whether "since" at a token stands in what is told of those whom a claim counts: "40,000 people, some of whom had queued since
/// dawn".
fn is_of_whom(document: &Document<'_>, since: usize, reading: &Reading) -> bool {
    let from = reading.tokens.end.max(since.saturating_sub(CLAUSE_REACH));
    let between = document.tokens.get(from..since).unwrap_or_default();
    between.iter().any(|token| ["who", "whom", "whose"].iter().any(|word| document.spells(token, word)))
}

/// Whether "since" at a token says how a figure ranks, which limits nothing: "68 per cent, the highest turnout since 1998".
fn ranks(document: &Document<'_>, since: usize, reading: &Reading) -> bool {
    let from = reading.tokens.end.max(since.saturating_sub(RANK_REACH));
    let text = |at: usize| document.text(document.tokens[at].span);
    (from..since).any(|at| {
        let word = text(at);
        (word.len() > 5 && word.ends_with("est")
            || matches!(word, "first" | "worst" | "best" | "most" | "least"))
            && at.checked_sub(1).is_some_and(|before| {
                matches!(text(before), "the" | "its" | "their" | "'s" | "\u{2019}s" | "a")
            })
    })
}

/// The tokens of the claim's own clause and the one before it, within reach.
fn clause(document: &Document<'_>, reading: &Reading, sentence: &Range<usize>) -> Range<usize> {
    let is_comma = |at: &usize| matches!(document.text(document.tokens[*at].span), "," | ";" | ":");
    let reading = &reading.tokens;
    let floor = sentence.start.max(reading.start.saturating_sub(CLAUSE_REACH));
    let commas = (floor..reading.start).rev().filter(is_comma).nth(1);
    let from = commas.map_or(floor, |at| at + 1);
    let ceiling = sentence.end.min(reading.end + CLAUSE_REACH);
    let to = (reading.end..ceiling).find(is_comma).unwrap_or(ceiling);
    from..to
}

/// Words of the list of limits in the claim's own clause or the one before it, as far as they end before `end`.
fn listed_limits(
    frame: &Frame<'_>,
    reading: &Reading,
    clause: &LazyCell<Range<usize>, impl FnOnce() -> Range<usize>>,
    end: usize,
) -> Vec<String> {
    let Frame { document, signs, .. } = *frame;
    let reading = &reading.tokens;
    if !signs.limits.any(reading.start.saturating_sub(CLAUSE_REACH)..reading.end + CLAUSE_REACH, end) {
        return Vec::new();
    }
    let entries = signs.limits.longest(Range::clone(clause), end);
    // "Up from twelve a day earlier" limits nothing: it dates the twelve.
    let dates = |words: &Range<usize>| {
        let behind = document.tokens.get(words.end).map_or("", |token| document.text(token.span));
        ["earlier", "later", "before", "after", "ago"].contains(&behind)
    };
    let limiting = entries.filter(|words| !dates(words));
    limiting.map(|words| document.text(document.span_of(&words)).to_lowercase()).collect()
}
