//! The day on which quoted words were said: "today" in `"Today we begin," he said on Friday` is that Friday.
//!
//! Only a day that stands beside a verb of saying, outside of the quotation and in its sentence, dates it; without one
//! quoted words are dated by the article like all others.

use super::context::Context;
use super::place;
use super::{day, tense};
use crate::{
    claim::{Mention, Said, TimeSaid},
    text::{Document, TokenKind, WordClass},
};
use jiff::civil::Date;
use std::ops::Range;

/// How far from its verb of saying a day stands, in tokens.
const BESIDE: usize = 6;

/// How many mentions around a quoted one are looked at.
const AROUND: usize = 24;

/// The day that the words of a mention were said on, where it is quoted and the sentence tells.
pub(super) fn said_on(
    document: &Document<'_>,
    mentions: &[Mention],
    at: usize,
    context: &Context<'_>,
) -> Option<Date> {
    let here = &mentions[at];
    let quotation = quotation_of(document, &here.tokens)?;
    let day = |other: &Mention| {
        let Said::Time(time) = &other.said else { return None };
        let TimeSaid::Point(point) = &time.said else { return None };
        let outside = other.tokens.end <= quotation.start || quotation.end <= other.tokens.start;
        let near = other.sentence == here.sentence
            || document.sentences[other.sentence].tokens.contains(&quotation.end.saturating_sub(1));
        if outside && near && day::is_single(point) && beside_speech(document, &other.tokens) {
            let sentence = &document.sentences[other.sentence].tokens;
            let tense = tense::around(document, sentence, &other.tokens, None);
            place::period(point, &Context { given: Some(tense), ..*context })?.first_day()
        } else {
            None
        }
    };
    mentions[at + 1..].iter().take(AROUND).find_map(day).or_else(|| {
        mentions[..at]
            .iter()
            .rev()
            .take(AROUND)
            .take_while(|other| other.sentence == here.sentence)
            .find_map(day)
    })
}

/// The tokens of the quotation that holds some tokens.
fn quotation_of(document: &Document<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let behind = document.quotations.partition_point(|quotation| quotation.tokens.start <= tokens.start);
    let last = &document.quotations[behind.checked_sub(1)?].tokens;
    (tokens.end <= last.end).then(|| last.clone())
}

/// Whether a verb of saying stands next to some tokens, with nothing but words between.
fn beside_speech(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: &usize| {
        document.tokens[*at].kind == TokenKind::Word || document.tokens[*at].kind == TokenKind::Clitic
    };
    let speaks = |at: usize| document.tokens[at].is(WordClass::SPEECH);
    let before = (tokens.start.saturating_sub(BESIDE)..tokens.start).rev();
    let behind = tokens.end..(tokens.end + BESIDE).min(document.tokens.len());
    before.take_while(word).any(speaks)
        || behind
            .skip_while(|at| document.text(document.tokens[*at].span) == ",")
            .take_while(word)
            .any(speaks)
}
