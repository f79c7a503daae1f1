//! Runs the compiled rules over tokens and mentions.
//!
//! Only sentences with a trigger are looked at, and of the patterns only those that wait for one: a token costs
//! one look-up, so the work grows with the text and not with the rules. `field` is the sentence as a pattern
//! sees it, `spots` what stands where in it, `reach` from where a pattern could match at all, `matcher` runs one pattern over it,
//! `filling` and `list` say what fills a slot.
//!
//! Next in the flow: [`crate::resolve`].

mod attempt;
mod field;
mod filling;
mod list;
mod matcher;
mod reach;
mod spots;
#[cfg(test)]
mod tests;

pub use attempt::{Asked, Attempt, Fit, Held, Outcome, attempts};

use crate::{
    claim::{Mention, Reading},
    rules::{ClaimPattern, PatternPlace, RuleBook},
    text::Document,
};
use field::Field;
use matcher::{Match, Matcher};

/// The matches of the rules' wanted claims in a document, by sentence, then rule, then claim, then place.
#[must_use]
pub fn readings(
    document: &Document<'_>,
    mentions: &[Mention],
    book: &RuleBook,
    is_wanted: impl Fn(&ClaimPattern) -> bool,
) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut matches = Vec::new();
    let mut wanted: Vec<PatternPlace> = Vec::new();
    let mut matcher = Matcher::default();
    let mut field = Field::new(document, mentions, book);
    let mut first = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        while mentions.get(first).is_some_and(|mention| mention.tokens.start < sentence.tokens.start) {
            first += 1;
        }
        let inside = mentions[first..].partition_point(|mention| mention.tokens.start < sentence.tokens.end);
        let inside = first..first + inside;
        book.triggers.gather(
            &document.tokens[sentence.tokens.clone()],
            &mentions[inside.clone()],
            &mut wanted,
        );
        if wanted.is_empty() {
            continue;
        }
        let kind = document.kind_of(sentence);
        wanted.retain(|place| book.rules[place.rule as usize].blocks.contains(&kind));
        wanted.sort_unstable_by_key(|place| place.order());
        wanted.dedup();
        field.enter(sentence.tokens.clone(), inside);
        for group in wanted.chunk_by(|a, b| (a.rule, a.claim) == (b.rule, b.claim)) {
            if is_wanted(book.claim(group[0])) {
                for place in group {
                    matcher.run(book.pattern(*place), &field, |found| matches.push((found, *place)));
                }
                one_claim(&mut matches, at, &field, &mut readings);
            }
        }
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
        let slots = found
            .fillers
            .into_iter()
            .filter_map(|(slot, filler)| {
                let name = program.slots[slot].name.clone()?;
                Some((name, filler))
            })
            .collect();
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
