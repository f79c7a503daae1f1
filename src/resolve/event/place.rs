//! Where an event is, as its claim's sentence tells: the place that stands nearest and is neither a figure's nor a bracket's.

use super::{Frame, distance};
use crate::{
    claim::{Mention, MentionKind, Name, Value},
    rules::Rule,
    text::{Token, TokenKind},
};
use std::ops::Range;

/// How many tokens a place may stand from a claim and still be where it happened.
const PLACE_REACH: usize = 9;

/// Verbs by which a place has figures of its own.
const HAS_FIGURES: [&str; 9] =
    ["has", "had", "reported", "reports", "recorded", "records", "confirmed", "counted", "registered"];

impl Frame<'_> {
    /// The place nearest to the claim that the sentence puts something in, or whose event or figures it speaks of.
    pub(super) fn sentence_place(
        &self,
        sentence: &Range<usize>,
        claim: &Range<usize>,
        rule: &Rule,
    ) -> Option<Name> {
        self.nearest(sentence, claim, MentionKind::Place, |mention, value| {
            let opens = mention.tokens.start == sentence.start + 1;
            let near = opens || distance(&mention.tokens, claim) <= PLACE_REACH;
            near && self.is_put_in(mention) && !self.is_bracketed(mention)
                || near && self.owns_event(mention, value, rule)
                || self.is_counted_for(mention, claim)
                || self.has_figures(mention, sentence)
        })
        .and_then(|value| match value {
            Value::Place(place) => Some(place.clone()),
            _ => None,
        })
    }

    /// Whether the event or its toll is said to be a place's: "California wildfires", "Haiti's death toll".
    ///
    /// A place that no gazetteer knows may be the name of the event: "the Sable Creek fire".
    fn owns_event(&self, mention: &Mention, value: &Value, rule: &Rule) -> bool {
        if !matches!(value, Value::Place(place) if !place.within.is_empty()) {
            return false;
        }
        let behind = self.document.tokens.get(mention.tokens.end..).unwrap_or_default().iter();
        let passed = |token: &&Token| {
            token.kind == TokenKind::Clitic
                || self.document.spells(token, "death") && token.kind == TokenKind::Word
        };
        let Some(owned) = behind.take(3).find(|token| !passed(token)) else { return false };
        let kinds = rule.event_kinds.iter().filter_map(|kind| self.book.event_class(kind));
        self.document.spells(owned, "toll")
            || kinds.into_iter().any(|class| self.book.classes.holds(class, owned.word))
    }

    /// Whether a figure is given for a place: "a death toll of 63 for the state of Ohio".
    fn is_counted_for(&self, mention: &Mention, claim: &Range<usize>) -> bool {
        mention.tokens.start == claim.end + 1
            && self.document.tokens.get(claim.end).is_some_and(|token| self.document.spells(token, "for"))
    }

    /// Whether a place opens the sentence as the one that has its figures: "Italy has reported 40 deaths".
    fn has_figures(&self, mention: &Mention, sentence: &Range<usize>) -> bool {
        let tokens = &self.document.tokens;
        let start = sentence.start + usize::from(self.document.spells(&tokens[sentence.start], "the"));
        let verb = tokens.get(mention.tokens.end);
        mention.tokens.start == start
            && verb.is_some_and(|verb| HAS_FIGURES.iter().any(|word| self.document.spells(verb, word)))
    }

    /// Whether a mention stands in brackets, as the place of a converted clock time does.
    fn is_bracketed(&self, mention: &Mention) -> bool {
        let from = mention.tokens.start.saturating_sub(6);
        let marks = self.document.tokens[from..mention.tokens.start].iter().rev();
        marks.map(|token| self.document.text(token.span)).find(|text| matches!(*text, "(" | ")")) == Some("(")
    }

    /// Whether something is said to be at a place: "in Bam", "in the ancient city of Bam"; not the seat of an
    /// organisation, "the weather service in Reading".
    fn is_put_in(&self, mention: &Mention) -> bool {
        let back = |by: usize| mention.tokens.start.checked_sub(by).map(|at| &self.document.tokens[at]);
        let Some(before) = back(1) else { return false };
        if self.is_locative(before) {
            let at = mention.tokens.start - 1;
            let follows = |other: &Mention| other.kind == MentionKind::Organization && other.tokens.end == at;
            let before = self.mentions.partition_point(|other| other.tokens.start < at);
            return !self.mentions[..before].iter().rev().take(4).any(follows);
        }
        let is = |by: usize, words: &[&str]| {
            back(by).is_some_and(|token| words.iter().any(|word| self.document.spells(token, word)))
        };
        is(1, &["of"])
            && is(
                2,
                &[
                    "city",
                    "town",
                    "village",
                    "island",
                    "province",
                    "state",
                    "port",
                    "district",
                    "region",
                    "streets",
                    "outskirts",
                    "suburb",
                    "suburbs",
                    "centre",
                    "center",
                    "heart",
                    "coast",
                    "south",
                    "north",
                    "east",
                    "west",
                ],
            )
    }

    fn is_locative(&self, token: &Token) -> bool {
        ["in", "at", "near", "off", "outside", "around", "across", "on"]
            .iter()
            .any(|preposition| self.document.spells(token, preposition))
    }
}
