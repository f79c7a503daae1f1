//! Finds the event that a claim is about: its type, place and time, and whether the article only looks back at it.
//!
//! Slots of the match come first, then the sentence's own words; nothing is taken from further away but the time of
//! the sentence before, where this one points back to it ("that quake").

mod background;
mod place;
mod time;

use super::{Anchor, signs::Signs};
use crate::{
    claim::{Event, Filler, Mention, MentionKind, Name, Reading, Time, TimexType, Value},
    rules::{ClaimPattern, ClassId, Compare, Rule, RuleBook},
    text::{Document, Sentence},
};
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;
use std::{
    cell::{OnceCell, RefCell},
    ops::Range,
};

/// How many tokens to either side of a claim its sentence is searched: all of any sentence that a person wrote.
pub(super) const SENTENCE_REACH: usize = 150;

/// What every claim of a document is placed with.
pub(super) struct Frame<'a> {
    pub document: &'a Document<'a>,
    pub mentions: &'a [Mention],
    pub values: &'a [Value],
    pub book: &'a RuleBook,
    pub anchor: &'a Anchor,
    pub signs: &'a Signs,
    pub kinds: Kinds,
}

/// Which event types the words of a sentence name, kept from claim to claim: by sentence and by class of words.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    known: RefCell<FxHashMap<(usize, ClassId), bool>>,
    /// By sentence, what its words could open, all in one: most name no event.
    opened: OnceCell<Vec<u64>>,
    /// By rule, the classes of the words for its types of event.
    of_rule: RefCell<FxHashMap<usize, Vec<Option<ClassId>>>>,
}

impl Frame<'_> {
    /// The event of a reading.
    pub(super) fn event(
        &self,
        reading: &Reading,
        rule: &Rule,
        pattern: &ClaimPattern,
        value: &Value,
    ) -> Event {
        let sentence = self.around(reading);
        let kind = pattern
            .event
            .clone()
            .or_else(|| self.kind_near(rule, reading))
            .or_else(|| match rule.event_kinds.as_slice() {
                [only] => Some(only.clone()),
                _ => None,
            })
            .unwrap_or_default();
        let place = self.slot_place(reading, "place").or_else(|| match (&rule.compare, value) {
            (Compare::Place, Value::Place(place)) => Some(place.clone()),
            _ => self.sentence_place(&sentence, &reading.tokens, rule),
        });
        let time = self.slot_time(reading, "time").or_else(|| match (&rule.compare, value) {
            (Compare::Time { .. }, Value::Time(time)) if time.timex_type == TimexType::Date => {
                Some(time.clone())
            }
            _ => self.sentence_time(&sentence, &reading.tokens),
        });
        let time = time.or_else(|| self.pointed_back(reading.sentence));
        let background = self.is_background(time.as_ref(), &sentence, &reading.tokens)
            || self.is_avenged(&(sentence.start..reading.tokens.start))
            || self.opens_with_this_week(reading.sentence);
        Event {
            kind,
            place,
            time,
            participants: self.participants(reading),
            ordinal: self.ordinal(reading).or_else(|| self.round(&sentence)),
            background,
            lent: false,
        }
    }

    /// The tokens of a reading's sentence that are near enough to bear on it.
    pub(super) fn around(&self, reading: &Reading) -> Range<usize> {
        let sentence = &self.document.sentences[reading.sentence].tokens;
        sentence.start.max(reading.tokens.start.saturating_sub(SENTENCE_REACH))
            ..sentence.end.min(reading.tokens.end + SENTENCE_REACH)
    }

    /// The event type that a word of the sentence, or of one of the two before it, names.
    fn kind_near(&self, rule: &Rule, reading: &Reading) -> Option<String> {
        let mut of_rule = self.kinds.of_rule.borrow_mut();
        let classes = of_rule
            .entry(reading.rule)
            .or_insert_with(|| rule.event_kinds.iter().map(|kind| self.book.event_class(kind)).collect());
        let opened = self.kinds.opened.get_or_init(|| {
            let of_sentence = |sentence: &Sentence| {
                let tokens = &self.document.tokens[sentence.tokens.clone()];
                tokens.iter().fold(0, |all, token| all | self.book.classes.opened_by(token.word))
            };
            self.document.sentences.iter().map(of_sentence).collect()
        });
        (reading.sentence.saturating_sub(2)..=reading.sentence).rev().find_map(|at| {
            let is_named = |class: &Option<ClassId>| {
                class.is_some_and(|class| opened[at] & class.trace() != 0 && self.names(class, at))
            };
            classes.iter().position(is_named).map(|kind| rule.event_kinds[kind].clone())
        })
    }

    /// Whether a word of a sentence is in a class.
    fn names(&self, class: ClassId, sentence: usize) -> bool {
        *self.kinds.known.borrow_mut().entry((sentence, class)).or_insert_with(|| {
            let tokens = self.document.sentence_tokens(&self.document.sentences[sentence]);
            self.book.class_within(class, &tokens)
        })
    }

    fn slot<'r>(reading: &'r Reading, name: &'r str) -> impl Iterator<Item = &'r Filler> {
        reading.slots.iter().filter(move |(slot, _)| **slot == *name).map(|(_, filler)| filler)
    }

    fn filled<'v>(&'v self, filler: &'v Filler) -> impl Iterator<Item = &'v Value> {
        let indices: &[usize] = match filler {
            Filler::Mention(at) => std::slice::from_ref(at),
            Filler::Mentions(all) => all,
            Filler::Words(_) => &[],
        };
        indices.iter().filter_map(|at| self.values.get(*at))
    }

    fn slot_place(&self, reading: &Reading, name: &str) -> Option<Name> {
        Self::slot(reading, name).find_map(|filler| {
            self.filled(filler).find_map(|value| match value {
                Value::Place(place) => Some(place.clone()),
                _ => None,
            })
        })
    }

    fn slot_time(&self, reading: &Reading, name: &str) -> Option<Time> {
        Self::slot(reading, name).find_map(|filler| {
            self.filled(filler).find_map(|value| match value {
                Value::Time(time) if matches!(time.timex_type, TimexType::Date | TimexType::Time) => {
                    Some(time.clone())
                }
                _ => None,
            })
        })
    }

    fn participants(&self, reading: &Reading) -> Vec<String> {
        let mut names: Vec<String> = Self::slot(reading, "who")
            .flat_map(|filler| self.filled(filler))
            .filter_map(|value| match value {
                Value::Name(name) | Value::Place(name) => Some(name.canonical.clone()),
                _ => None,
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn ordinal(&self, reading: &Reading) -> Option<u32> {
        Self::slot(reading, "ordinal").find_map(|filler| self.filled(filler).find_map(whole))
    }

    /// Which of a row the sentence speaks of, where it names one alone: "turnout in the second round".
    fn round(&self, sentence: &Range<usize>) -> Option<u32> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start < sentence.start);
        let inside = self.mentions[first..].iter().zip(&self.values[first..]);
        let is_round = |mention: &Mention| {
            let behind = self.document.tokens.get(mention.tokens.end);
            mention.kind == MentionKind::Ordinal
                && behind.is_some_and(|next| self.book.is_in("round", next.word))
        };
        let mut rounds = inside
            .take_while(|(mention, _)| mention.tokens.start < sentence.end)
            .filter(|(mention, _)| is_round(mention))
            .filter_map(|(_, value)| whole(value));
        let only = rounds.next()?;
        rounds.all(|other| other == only).then_some(only)
    }

    fn nearest(
        &self,
        sentence: &Range<usize>,
        claim: &Range<usize>,
        kind: MentionKind,
        fits: impl Fn(&Mention, &Value) -> bool,
    ) -> Option<&Value> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start < sentence.start);
        self.mentions[first..]
            .iter()
            .zip(&self.values[first..])
            .take_while(|(mention, _)| mention.tokens.start < sentence.end)
            .filter(|(mention, value)| mention.kind == kind && fits(mention, value))
            .min_by_key(|(mention, _)| distance(&mention.tokens, claim))
            .map(|(_, value)| value)
    }
}

/// The whole number that a value states.
fn whole(value: &Value) -> Option<u32> {
    value.count()?.bound.stated()?.to_u32()
}

/// How many tokens lie between two stretches.
fn distance(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.start.saturating_sub(b.end).max(b.start.saturating_sub(a.end))
}
