//! Claims in JSON: the value, the words that carry it, the event and the stance.

use super::value::{PlaceJson, TimeJson, ValueJson};
use crate::{
    claim::{Certainty, Claim, Event, Polarity, Stance},
    report::{place::Lines, rule_name},
    rules::RuleBook,
    text::{Source, Span},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The claims of one article.
#[derive(Serialize)]
pub(super) struct ArticleJson<'a> {
    id: &'a str,
    claims: Vec<ClaimJson<'a>>,
}

impl<'a> ArticleJson<'a> {
    pub(super) fn of(source: &'a Source, claims: &'a [Claim], book: &'a RuleBook) -> Self {
        let lines = Lines::of(source);
        let claims = claims
            .iter()
            .enumerate()
            .map(|(at, claim)| ClaimJson::of(at, claim, source, &lines, book))
            .collect();
        Self { id: &source.id, claims }
    }
}

#[derive(Serialize)]
pub(super) struct ClaimJson<'a> {
    id: String,
    source: &'a str,
    rule: String,
    attribute: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    display: &'a str,
    value: ValueJson<'a>,
    quote: &'a str,
    span: SpanJson,
    line: usize,
    column: usize,
    event: EventJson<'a>,
    stance: StanceJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    limits: &'a [String],
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    details: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> ClaimJson<'a> {
    pub(super) fn of(
        at: usize,
        claim: &'a Claim,
        source: &'a Source,
        lines: &Lines<'_>,
        book: &'a RuleBook,
    ) -> Self {
        let (line, column) = lines.place_of(claim.span);
        let mut details: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (slot, words) in &claim.details {
            details.entry(slot).or_default().push(words);
        }
        Self {
            id: claim_id(at),
            source: &source.id,
            rule: rule_name(book, claim.rule),
            attribute: &claim.attribute,
            subject: claim.subject.as_deref(),
            display: &claim.display,
            value: ValueJson::of(&claim.value),
            quote: &source.text[claim.span.range()],
            span: SpanJson::of(source.in_file(claim.span)),
            line,
            column,
            event: EventJson::of(&claim.event),
            stance: StanceJson::of(&claim.stance),
            population: claim.population.as_deref(),
            limits: &claim.limits,
            details,
        }
    }
}

/// The name of the claim at an index of its story or article.
pub(in crate::report) fn claim_id(at: usize) -> String {
    format!("c{}", at + 1)
}

#[derive(Serialize)]
pub(super) struct SpanJson {
    start: usize,
    end: usize,
}

impl SpanJson {
    pub(super) const fn of(span: Span) -> Self {
        Self { start: span.start(), end: span.end() }
    }
}

#[derive(Serialize)]
struct EventJson<'a> {
    r#type: &'a str,
    place: Option<PlaceJson<'a>>,
    time: Option<TimeJson<'a>>,
    participants: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    ordinal: Option<u32>,
}

impl<'a> EventJson<'a> {
    fn of(event: &'a Event) -> Self {
        Self {
            r#type: &event.kind,
            place: event.place.as_ref().map(PlaceJson::of),
            time: event.time.as_ref().map(TimeJson::of),
            participants: &event.participants,
            ordinal: event.ordinal,
        }
    }
}

#[derive(Serialize)]
struct StanceJson<'a> {
    polarity: Polarity,
    certainty: Certainty,
    speaker: Option<&'a str>,
}

impl<'a> StanceJson<'a> {
    fn of(stance: &'a Stance) -> Self {
        Self { polarity: stance.polarity, certainty: stance.certainty, speaker: stance.speaker.as_deref() }
    }
}
