//! Runs the compiled rules over tokens and mentions.
//!
//! Only sentences with a trigger are looked at, and of the patterns only those that wait for one: a token costs
//! one look-up, so the work grows with the text and not with the rules. `field` is the sentence as a pattern
//! sees it, `spots` what stands where in it, `reach` from where a pattern could match at all, `matcher` runs one pattern over it,
//! `look` answers what a pattern forbids or asks for, `filling` and `list` say what fills a slot.
//!
//! Next in the flow: [`crate::resolve`].

mod aside;
mod attempt;
mod field;
mod filling;
mod list;
mod look;
mod matcher;
mod modifier;
mod proper;
mod reach;
mod spots;
#[cfg(test)]
mod tests;

pub use attempt::{Asked, Attempt, Fit, Held, Outcome, attempts};

use crate::{
    claim::{Filler, Mention, Reading},
    rules::{Inventory, Listed, PatternPlace, RuleBook},
    text::Document,
};
use field::Field;
use matcher::{Match, Matcher};
use std::sync::Arc;

/// The matches of the rules in a document, by sentence, then rule, then claim, then place; those of claims that say something
/// only beside a sentence that runs alike where `copies` are wanted.
#[must_use]
pub fn readings(
    document: &Document<'_>,
    mentions: &[Mention],
    book: &RuleBook,
    copies: bool,
) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut matches: Vec<(Match, PatternPlace)> = Vec::new();
    let mut wanted = book.triggers.none();
    let mut matcher = Matcher::default();
    let mut field = Field::new(document, mentions, book);
    let mut held = Inventory::default();
    let mut first = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        while mentions.get(first).is_some_and(|mention| mention.tokens.start < sentence.tokens.start) {
            first += 1;
        }
        let inside = mentions[first..].partition_point(|mention| mention.tokens.start < sentence.tokens.end);
        let inside = first..first + inside;
        let (tokens, within) = (&document.tokens[sentence.tokens.clone()], &mentions[inside.clone()]);
        held.enter(tokens, within);
        let kind = document.kind_of(sentence);
        let is_worth_it = |pattern: &Listed| {
            pattern.reads(kind) && (copies || !pattern.wants_a_copy) && pattern.needs(book).may_be_met(&held)
        };
        book.triggers.gather(tokens, within, is_worth_it, &mut wanted);
        let mut is_entered = false;
        for place in wanted.drain().map(|number| book.triggers.listed(number).place) {
            if !is_entered {
                field.enter(sentence.tokens.clone(), inside.clone());
                is_entered = true;
            }
            // The matches of a claim are told apart before those of the next.
            if matches.last().is_some_and(|(_, of)| (of.rule, of.claim) != (place.rule, place.claim)) {
                one_claim(&mut matches, at, &field, &mut readings);
            }
            matcher.run(book.pattern(place), &field, |found| matches.push((found, place)));
        }
        one_claim(&mut matches, at, &field, &mut readings);
    }
    readings
}

/// The readings of one claim in one sentence, of the matches of its patterns: leftmost, then longest, then the pattern that
/// stands first; no two overlap.
fn one_claim(
    matches: &mut Vec<(Match, PatternPlace)>,
    sentence: usize,
    field: &Field<'_>,
    readings: &mut Vec<Reading>,
) {
    matches.sort_by_key(|(found, place)| (found.tokens.start, std::cmp::Reverse(found.tokens.end), *place));
    let mut taken = 0;
    for (found, place) in matches.drain(..) {
        if found.tokens.start < taken {
            continue;
        }
        taken = found.tokens.end;
        let program = &field.book.pattern(place).program;
        let named =
            |(slot, filler): (usize, Filler)| Some((Arc::clone(program.slots[slot].name.as_ref()?), filler));
        let mut slots = Vec::with_capacity(found.fillers.len());
        slots.extend(found.fillers.into_iter().filter_map(named));
        readings.push(Reading {
            rule: place.rule as usize,
            pattern: usize::from(place.claim),
            span: field.document.span_of(&found.tokens),
            tokens: found.tokens,
            sentence,
            slots,
        });
    }
}
