//! Lines up claims that are about the same thing.
//!
//! Cheap exact keys first, then events, then contexts: only claims of one exact key are ever held against one another, but for
//! a length and the end that another source states.
//! Next in the flow: [`crate::compare`].

mod apart;
mod context;
mod dates;
mod events;
mod likeness;
mod linkage;
mod quoted;
mod subject;
mod whereabouts;

use crate::{
    claim::{Certainty, Claim, ClaimId, Event, Polarity, Unit, Value},
    finding::{SourceInfo, Topic, spoken},
    rules::{Compare, Key, Rule, RuleBook},
    text::BlockKind,
};
use context::Weights;
use events::{Evidence, Sought};
use std::collections::{BTreeMap, BTreeSet};
use subject::Subjects;
use whereabouts::Whereabouts;

/// The topics of a story, in a fixed order.
#[must_use]
pub fn topics(sources: &[SourceInfo], claims: &[Claim], book: &RuleBook) -> Vec<Topic> {
    let inheriting = inheriting(claims, sources.len(), book);
    let mut claims: Vec<&Claim> = claims.iter().collect();
    for (id, claim) in &inheriting {
        claims[id.0] = claim;
    }
    let subjects = Subjects::of(&claims, book);
    let weights = Weights::of_story(&claims);
    let whereabouts = Whereabouts::of(&claims);
    let lone = lone_subjects(&claims, &subjects, book);
    let mut blocks: BTreeMap<BlockKey<'_>, Vec<ClaimId>> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        let Some(rule) = comparing(claim, book) else { continue };
        let mut key = BlockKey::of(claim, rule, &subjects);
        if key.subject.is_none() {
            key.subject = lone.get(claim.attribute.as_str()).cloned().flatten();
        }
        blocks.entry(key).or_default().push(ClaimId(at));
    }
    join_wholes(&mut blocks, &claims, book);
    let mut topics = Vec::new();
    for ids in blocks.into_values() {
        let Some(rule) = book.rules.get(claims[ids[0].0].rule) else { continue };
        for event in groups(&ids, &claims, rule, &weights, &whereabouts) {
            let about = about(&event, &claims, rule);
            topics.push(Topic {
                attribute: claims[event[0].0].attribute.clone(),
                subject: described(&about, &event, &claims, rule),
                about,
                claims: event,
                apart: Vec::new(),
            });
        }
    }
    apart::set_apart(&mut topics, &claims, &subjects, book);
    let lengths = lengths_against_ends(&topics, &claims, book, &whereabouts);
    topics.extend(lengths);
    topics
}

/// The population of those who are counted beside others: "a further four".
const OTHERS: &str = "others";

/// Makes figures of a population those of everybody where they are larger: of five dead no twelve were children, and where
/// nobody was arrested no two men were, so the writer means all. Not where a source gives both.
fn join_wholes(blocks: &mut BTreeMap<BlockKey<'_>, Vec<ClaimId>>, claims: &[&Claim], book: &RuleBook) {
    let of_parts: Vec<BlockKey<'_>> = blocks.keys().filter(|key| key.population.is_some()).cloned().collect();
    for key in of_parts {
        let of_all = BlockKey { population: None, ..key.clone() };
        let (Some(wholes), parts) = (blocks.get(&of_all), &blocks[&key]) else { continue };
        let rule = book.rules.get(claims[parts[0].0].rule);
        if key.population == Some(OTHERS) || !rule.is_some_and(|rule| rule.requires(Key::Event)) {
            continue;
        }
        let told_of_all: BTreeSet<usize> = wholes.iter().map(|id| claims[id.0].source).collect();
        let most = |whole: &ClaimId| claims[whole.0].value.count().and_then(|count| count.bound.max());
        let Some(smallest) = wholes.iter().filter_map(most).min() else { continue };
        let is_larger = |part: &ClaimId| {
            let least = claims[part.0].value.count().and_then(|count| count.bound.min());
            !told_of_all.contains(&claims[part.0].source) && least.is_some_and(|least| least > smallest)
        };
        let (larger, smaller): (Vec<ClaimId>, Vec<ClaimId>) = parts.iter().copied().partition(is_larger);
        blocks.insert(key, smaller);
        let held = blocks.entry(of_all).or_default();
        held.extend(larger);
        held.sort_unstable();
    }
    blocks.retain(|_, ids| !ids.is_empty());
}

/// By attribute the only subject that a story has for it: "the judge gave him nine years" is of the man whose sentence
/// the others tell by name. None where several have one, and where no words around them tell claims apart.
fn lone_subjects<'c>(
    claims: &[&'c Claim],
    subjects: &Subjects<'_>,
    book: &RuleBook,
) -> BTreeMap<&'c str, Option<String>> {
    let mut lone: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for &claim in claims {
        let (Some(rule), Some(subject)) = (comparing(claim, book), claim.subject.as_deref()) else {
            continue;
        };
        if !rule.requires(Key::Subject) || !rule.requires(Key::Context) {
            continue;
        }
        let key = subjects.key(subject);
        lone.entry(claim.attribute.as_str())
            .and_modify(|held| {
                if held.as_ref() != Some(&key) {
                    *held = None;
                }
            })
            .or_insert(Some(key));
    }
    lone
}

/// Topics that hold a length against the end that others state: "for one week" and "until Sunday".
fn lengths_against_ends(
    topics: &[Topic],
    claims: &[&Claim],
    book: &RuleBook,
    whereabouts: &Whereabouts,
) -> Vec<Topic> {
    let mut found = Vec::new();
    for length in topics {
        let rule = book.rules.get(claims[length.claims[0].0].rule);
        let Some(Compare::Duration { ends: Some(attribute), .. }) = rule.map(|rule| &rule.compare) else {
            continue;
        };
        for end in topics.iter().filter(|topic| topic.attribute == *attribute) {
            let both: Vec<ClaimId> = length.claims.iter().chain(&end.claims).copied().collect();
            if events::by_event(&both, claims, Sought::Time, Evidence::NONE, whereabouts).len() == 1 {
                found.push(Topic {
                    attribute: length.attribute.clone(),
                    subject: format!("{} against {}", length.subject, spoken(&end.attribute)),
                    about: format!("{} against {}", length.about, spoken(&end.attribute)),
                    claims: both,
                    apart: Vec::new(),
                });
            }
        }
    }
    found
}

/// What claims must share exactly before anything else is looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct BlockKey<'c> {
    attribute: &'c str,
    subject: Option<String>,
    population: Option<&'c str>,
    limits: &'c [String],
}

impl<'c> BlockKey<'c> {
    fn of(claim: &'c Claim, rule: &'c Rule, subjects: &Subjects<'_>) -> Self {
        // One article's look back is another's news: the event tells them apart.
        let looked_back = rule.claims.iter().find(|entry| entry.earlier.as_ref() == Some(&claim.attribute));
        Self {
            attribute: looked_back.map_or(&claim.attribute, |entry| &entry.attribute),
            subject: match &claim.subject {
                // The very spelling that others are held against.
                Some(spelt) if claim.is_spelling() => Some(spelt.clone()),
                Some(subject) if rule.requires(Key::Subject) => Some(subjects.key(subject)),
                Some(_) | None => None,
            },
            population: claim
                .population
                .as_deref()
                .filter(|one| rule.requires(Key::Population) && !rule.counts_as_everybody(one)),
            limits: if rule.requires(Key::Scope) { &claim.limits } else { &[] },
        }
    }
}

/// The rule by which a claim can be held against another.
fn comparing<'b>(claim: &Claim, book: &'b RuleBook) -> Option<&'b Rule> {
    book.rules.get(claim.rule).filter(|rule| is_comparable(claim, rule))
}

/// Whether a claim says something that can be held against another: a figure denied, forecast or merely possible cannot, nor
/// an age of another time.
fn is_comparable(claim: &Claim, rule: &Rule) -> bool {
    // Whatever somebody denies or hopes in them, the words were said.
    if claim.is_quotation() {
        return true;
    }
    let fits = match (&rule.compare, &claim.value) {
        (Compare::Count { .. }, value) => matches!(value, Value::Count(_)),
        (Compare::Time { .. }, value) => matches!(value, Value::Time(_)),
        (Compare::Duration { .. }, value) => matches!(value, Value::Time(_) | Value::Count(_)),
        (
            Compare::Place
            | Compare::Names
            | Compare::Holder
            | Compare::Spelling
            | Compare::Scope
            | Compare::Words
            | Compare::Title
            | Compare::Polarity,
            _,
        ) => true,
    };
    let polarity = matches!(rule.compare, Compare::Polarity | Compare::Scope | Compare::Title)
        || claim.stance.polarity == Polarity::Affirmed;
    fits && polarity
        && claim.stance.certainty != Certainty::Possible
        && !is_forecast(claim, rule)
        && !is_former_age(claim)
}

/// Whether a figure is of a toll, whose earlier figures its rule keeps apart, and yet to come: a forecast is no toll.
fn is_forecast(claim: &Claim, rule: &Rule) -> bool {
    claim.stance.certainty == Certainty::Planned
        && rule.claims.iter().any(|entry| entry.attribute == claim.attribute && entry.earlier.is_some())
}

/// Whether a figure is an age that somebody was at a time the article looks back at.
fn is_former_age(claim: &Claim) -> bool {
    let years = matches!(&claim.value, Value::Count(count) if count.unit == Unit::Measure("year"));
    years && claim.event.background
}

/// Whether a source states two values in running text that differ as asked: it speaks of several things, and only words in common
/// tell which of them others mean.
fn is_of_several<'c>(
    claims: impl Iterator<Item = &'c Claim>,
    differ: impl Fn(&Claim, &Claim) -> bool,
) -> bool {
    let mut first: BTreeMap<usize, &Claim> = BTreeMap::new();
    let mut running = claims.filter(|claim| claim.block != BlockKind::Headline);
    running.any(|claim| differ(first.entry(claim.source).or_insert(claim), claim))
}

fn groups(
    ids: &[ClaimId],
    claims: &[&Claim],
    rule: &Rule,
    weights: &Weights<'_>,
    whereabouts: &Whereabouts,
) -> Vec<Vec<ClaimId>> {
    let by_event = [Key::Event, Key::Place, Key::Time, Key::Participants, Key::Ordinal];
    let groups = if by_event.iter().any(|key| rule.requires(*key)) {
        let identifying = [Key::Place, Key::Time, Key::Participants, Key::Ordinal];
        let sought = Sought::of(&rule.compare);
        let many = sought != Sought::Other && identifying.iter().any(|key| rule.requires(*key));
        // Of a figure something must speak for the event being one: a story tells of other dead as well.
        let placed = sought == Sought::Other && rule.requires(Key::Place);
        let counted = matches!(rule.compare, Compare::Count { .. });
        let in_opening = if many { 2 } else { u32::from(placed || counted) };
        // Of tolls a long article has several: where only the kind of event is the same they may be of two.
        let is_toll = counted && rule.requires(Key::Population);
        // Where each source gives one figure alone, and none that grows into a total, nothing more need speak for it.
        let has_totals = rule.claims.iter().any(|entry| entry.limited.is_some());
        let of_several = is_of_several(ids.iter().map(|id| claims[id.0]), |a, b| a.display != b.display);
        let population = |id: &ClaimId| claims[id.0].population.as_deref();
        let of_one = ids.iter().all(|id| population(id) == population(&ids[0]));
        let evidence = if counted && !has_totals && !of_several && of_one {
            Evidence::NONE
        } else {
            Evidence { in_opening, further_down: if is_toll { 2 } else { in_opening } }
        };
        events::by_event(ids, claims, sought, evidence, whereabouts)
    } else {
        vec![ids.to_vec()]
    };
    if claims[ids[0].0].is_spelling() {
        // Its company has shown that it is one name.
        groups
    } else if matches!(rule.compare, Compare::Spelling) {
        groups.iter().flat_map(|group| likeness::by_likeness(group, claims)).collect()
    } else if ids.iter().all(|id| claims[id.0].is_quotation()) {
        groups.iter().flat_map(|group| quoted::by_words(group, claims)).collect()
    } else if rule.requires(Key::Context)
        || rule.same.is_empty()
            && is_of_several(ids.iter().map(|id| claims[id.0]), |a, b| a.display != b.display)
    {
        let kind = context::Kind::of(&claims[ids[0].0].attribute);
        groups.iter().flat_map(|group| context::by_context(group, claims, weights, kind)).collect()
    } else {
        groups
    }
}

/// How many sentences behind a claim the one may stand that first says when and where: a headline and a lead come before.
const OPENING: usize = 3;

/// The claims that say nothing of their event, with one filled in: an article that goes on about "the talks" means
/// those it opened with. A caption shows what it has, often an older picture, and so opens nothing; nor does another
/// figure of the attribute further down, which may well be of another event: "magnitude 5.2", and "on Sunday one of 5.6".
fn inheriting(claims: &[Claim], sources: usize, book: &RuleBook) -> Vec<(ClaimId, Claim)> {
    let is_silent = |event: &Event| {
        !event.background && event.place.is_none() && event.time.is_none() && event.ordinal.is_none()
    };
    let mut openings: BTreeMap<(usize, &str), Vec<&Claim>> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| claim.source < sources) {
        let says = !claim.event.background && claim.block != BlockKind::Caption && !is_silent(&claim.event);
        if says && !claim.wants_a_copy() {
            let kind = claim.event.kind.as_str();
            let of_any = Some("").filter(|any| *any != kind);
            for key in std::iter::once(kind).chain(of_any) {
                let held = openings.entry((claim.source, key)).or_default();
                // The first, and the first of another attribute, are all that is ever asked for.
                if held.last().is_none_or(|last| held.len() < 2 && last.attribute != claim.attribute) {
                    held.push(claim);
                }
            }
        }
    }
    let opening = |claim: &Claim| -> Option<&Event> {
        let held = openings.get(&(claim.source, claim.event.kind.as_str()))?;
        let lends = |other: &&&Claim| {
            other.sentence_index <= claim.sentence_index
                || other.sentence_index <= claim.sentence_index + OPENING
                    && (other.attribute != claim.attribute || other.display == claim.display)
        };
        held.iter().find(lends).map(|other| &other.event)
    };
    claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| is_silent(&claim.event) && comparing(claim, book).is_some())
        .filter_map(|(at, claim)| {
            let participants = claim.event.participants.clone();
            let event = Event { participants, lent: true, ..opening(claim)?.clone() };
            Some((ClaimId(at), Claim { event, ..claim.clone() }))
        })
        .collect()
}

/// What claims are about, whichever event it was: the attribute, whose, and of whom where all are of the same people.
fn about(ids: &[ClaimId], claims: &[&Claim], rule: &Rule) -> String {
    let claim = claims[ids[0].0];
    let population = claim
        .population
        .as_ref()
        .filter(|one| ids.iter().all(|id| claims[id.0].population.as_ref() == Some(one)));
    let mut words = spoken(&claim.attribute);
    if let Some(subject) = claim.subject.as_ref().filter(|_| rule.requires(Key::Subject)) {
        words.push_str(", ");
        words.push_str(subject);
    }
    if let Some(population) = population {
        words.push_str(", ");
        words.push_str(population);
    }
    words
}

/// What a topic is about, for a reader: `about`, and of which event.
fn described(about: &str, ids: &[ClaimId], claims: &[&Claim], rule: &Rule) -> String {
    let mut words = about.to_owned();
    let mut event: Vec<String> = Vec::new();
    let events = || ids.iter().map(|id| &claims[id.0].event);
    if let Some(kind) = events().map(|event| &event.kind).find(|kind| !kind.is_empty()) {
        event.push(kind.clone());
    }
    if !matches!(rule.compare, Compare::Place)
        && let Some(place) = events().find_map(|event| event.place.as_ref())
    {
        event.push(place.canonical.clone());
    }
    if !matches!(rule.compare, Compare::Time { .. })
        && let Some(time) = events().find_map(|event| event.time.as_ref())
    {
        event.push(time.named());
    }
    if !event.is_empty() {
        words.push_str(" (");
        words.push_str(&event.join(", "));
        words.push(')');
    }
    words
}
