//! The year that is written in digits next to a claim: "60,000 jobs it cut in 1993", "its fiscal 2014 earnings".
//!
//! Years that follow from other words ("next autumn") are none: where one article is placed a year off, its figures are the same.
//! Used by [`super::claim`].

use super::event::Frame;
use crate::{
    claim::{MentionKind, Reading},
    text::{Document, Token, TokenKind},
};
use std::ops::Range;

/// How many tokens may stand between a year and the claim.
const REACH: usize = 5;

/// How many tokens a time with its year has, at most.
const LONGEST_YEAR: usize = 16;

/// Words and marks with which another clause begins.
const BREAKS: [&str; 12] = [",", ";", ":", "(", ")", "and", "but", "who", "which", "when", "while", "than"];

/// The year beside a reading in its clause.
pub(super) fn beside(frame: &Frame<'_>, reading: &Reading) -> Option<i16> {
    let Frame { document, mentions, .. } = *frame;
    let sentence = &document.sentences[reading.sentence].tokens;
    let claim = &reading.tokens;
    let from = sentence.start.max(claim.start.saturating_sub(REACH + LONGEST_YEAR));
    let first = mentions.partition_point(|mention| mention.tokens.start < from);
    let years = mentions[first..]
        .iter()
        .take_while(|mention| mention.tokens.start < sentence.end.min(claim.end + REACH + 1))
        .filter(|mention| mention.kind == MentionKind::Time)
        .filter_map(|mention| Some((&mention.tokens, written(document, &mention.tokens)?)));
    let near = years.filter(|(tokens, _)| stands_beside(document, tokens, claim, sentence.start));
    let apart = |tokens: &Range<usize>| {
        tokens.start.saturating_sub(claim.end).max(claim.start.saturating_sub(tokens.end))
    };
    near.min_by_key(|(tokens, _)| apart(tokens)).map(|(_, year)| year)
}

/// Whether no other clause stands between a year and the claim; one that opens the sentence may end in a comma.
fn stands_beside(document: &Document<'_>, year: &Range<usize>, claim: &Range<usize>, opens: usize) -> bool {
    let between = if year.start >= claim.start { claim.end..year.start } else { year.end..claim.start };
    let breaks = |token: &Token| BREAKS.iter().any(|word| document.spells(token, word));
    let Some(tokens) = document.tokens.get(between) else { return true };
    let leads = year.start <= opens + 1 && year.start < claim.start;
    let rest = if leads { tokens.get(1..).unwrap_or_default() } else { tokens };
    tokens.len() <= REACH && !rest.iter().any(breaks)
}

/// The year that a time mention writes in four digits.
fn written(document: &Document<'_>, tokens: &Range<usize>) -> Option<i16> {
    document.tokens[tokens.clone()].iter().rev().find_map(|token| {
        let text = document.text(token.span);
        let is_year = token.kind == TokenKind::Number && text.len() == 4;
        text.parse::<i16>().ok().filter(|year| is_year && (1800..2100).contains(year))
    })
}
