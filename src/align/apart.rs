//! Sets claims beside a topic that are of the same attribute but of another event, population or scope, with why: a
//! reader who meets two figures is told that they are not of one thing.
//!
//! Next in the flow: [`crate::compare`], which shows them as incomparable.

use super::subject::Subjects;
use crate::{
    claim::{Claim, ClaimId, Event},
    finding::Topic,
    rules::{Compare, Key, Rule, RuleBook},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// Gives each attribute's main topic, the one that most sources speak of, the claims that were parted from it.
pub(super) fn set_apart(topics: &mut [Topic], claims: &[&Claim], subjects: &Subjects<'_>, book: &RuleBook) {
    let mut families: BTreeMap<(usize, &str, Option<String>), Vec<usize>> = BTreeMap::new();
    for (at, topic) in topics.iter().enumerate() {
        let first = claims[topic.claims[0].0];
        let Some(rule) = book.rules.get(first.rule).filter(|rule| can_be_parted(rule)) else { continue };
        let subject = first.subject.as_deref().filter(|_| rule.requires(Key::Subject));
        let key = (first.rule, general(&first.attribute, rule), subject.map(|words| subjects.key(words)));
        families.entry(key).or_default().push(at);
    }
    let mut found: Vec<(usize, ClaimId, String)> = Vec::new();
    for family in families.into_values() {
        let size = |at: usize| sources(&topics[at], claims).len();
        let Some(&main) = family.iter().max_by_key(|&&at| (size(at), Reverse(at))) else { continue };
        for &other in family.iter().filter(|&&other| other != main) {
            if let Some(why) = why(&topics[main], &topics[other], claims) {
                found.extend(topics[other].claims.iter().map(|id| (main, *id, why.clone())));
            }
        }
    }
    for (main, id, why) in found {
        topics[main].apart.push((id, why));
    }
}

/// Whether a rule's claims are figures, dates or places of events, and not told apart by the words around them.
fn can_be_parted(rule: &Rule) -> bool {
    let measured = matches!(
        rule.compare,
        Compare::Count { .. } | Compare::Time { .. } | Compare::Duration { .. } | Compare::Place
    );
    let by_event = [Key::Event, Key::Place, Key::Time, Key::Ordinal, Key::Scope, Key::Population];
    measured && !rule.requires(Key::Context) && by_event.iter().any(|key| rule.requires(*key))
}

/// The attribute that a limited one is a part or a sum of: "killed" for "killed_to_date".
fn general<'r>(attribute: &'r str, rule: &'r Rule) -> &'r str {
    let is_of = |entry: &&crate::rules::ClaimPattern| {
        [&entry.limited, &entry.earlier].iter().any(|one| one.as_deref() == Some(attribute))
            || entry.populations.values().any(|one| one == attribute)
    };
    rule.claims.iter().find(is_of).map_or(attribute, |entry| &entry.attribute)
}

fn sources(topic: &Topic, claims: &[&Claim]) -> BTreeSet<usize> {
    topic.claims.iter().map(|id| claims[id.0].source).collect()
}

/// Why two topics of one attribute are not compared; none where they say the same, where one source has them all, or
/// where nothing but missing evidence parts them.
fn why(main: &Topic, other: &Topic, claims: &[&Claim]) -> Option<String> {
    let shown = |topic: &Topic| -> BTreeSet<&str> {
        topic.claims.iter().map(|id| claims[id.0].display.as_str()).collect()
    };
    let one_source = sources(main, claims).union(&sources(other, claims)).count() == 1;
    if one_source || !shown(main).is_disjoint(&shown(other)) {
        return None;
    }
    let (a, b) = (claims[main.claims[0].0], claims[other.claims[0].0]);
    let displays = (a.display.as_str(), b.display.as_str());
    if a.limits != b.limits {
        return Some(limited(displays, &a.limits, &b.limits));
    }
    if a.attribute != b.attribute && a.event.background != b.event.background {
        return events(displays, main, other, claims);
    }
    if a.attribute != b.attribute {
        return Some(populations(displays, a.population.as_deref(), b.population.as_deref()));
    }
    if a.population != b.population {
        // A part beside its whole needs no word.
        return None;
    }
    events(displays, main, other, claims)
}

/// "40 is limited by "this year", 3 by nothing".
fn limited((left, right): (&str, &str), a: &[String], b: &[String]) -> String {
    let by = |limits: &[String]| {
        let quoted: Vec<String> = limits.iter().map(|limit| format!("\"{limit}\"")).collect();
        if quoted.is_empty() { "nothing".to_owned() } else { quoted.join(" and ") }
    };
    if a.is_empty() {
        format!("{right} is limited by {}, {left} by nothing", by(b))
    } else {
        format!("{left} is limited by {}, {right} by {}", by(a), by(b))
    }
}

/// "12 counts everybody, 3 counts soldier alone".
fn populations((left, right): (&str, &str), a: Option<&str>, b: Option<&str>) -> String {
    let whom = |population: Option<&str>| {
        population.map_or_else(|| "everybody".to_owned(), |one| format!("{one} alone"))
    };
    format!("{left} counts {}, {right} counts {}", whom(a), whom(b))
}

/// What is known of two events that makes them two.
fn events((left, right): (&str, &str), main: &Topic, other: &Topic, claims: &[&Claim]) -> Option<String> {
    let of =
        |topic: &Topic| -> Vec<Event> { topic.claims.iter().map(|id| claims[id.0].event.clone()).collect() };
    let (a, b) = (of(main), of(other));
    let when =
        |events: &[Event]| events.iter().find_map(|event| event.time.as_ref().map(|time| time.named()));
    let whereabouts = |events: &[Event]| {
        events.iter().find_map(|event| event.place.as_ref().map(|place| place.canonical.clone()))
    };
    if a[0].background != b[0].background {
        let (back, events) = if b[0].background { (right, &b) } else { (left, &a) };
        let known =
            when(events).or_else(|| whereabouts(events)).map_or_else(String::new, |one| format!(", {one}"));
        return Some(format!("{back} is of another event that the article looks back at{known}"));
    }
    if let (Some(x), Some(y)) = (a[0].ordinal, b[0].ordinal)
        && x != y
    {
        return Some(format!("{left} is of number {x}, {right} of number {y}"));
    }
    let two = |x: Option<String>, y: Option<String>| x.zip(y).filter(|(x, y)| x != y);
    let (kind, (x, y)) = two(whereabouts(&a), whereabouts(&b))
        .map(|pair| ("place", pair))
        .or_else(|| two(when(&a), when(&b)).map(|pair| ("time", pair)))?;
    Some(format!("two events by their {kind}: {left} is of {x}, {right} of {y}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_named_on_the_side_that_has_them() {
        let limits = ["this year".to_owned()];
        assert_eq!(limited(("3", "40"), &[], &limits), "40 is limited by \"this year\", 3 by nothing");
        assert_eq!(limited(("40", "3"), &limits, &[]), "40 is limited by \"this year\", 3 by nothing");
    }

    #[test]
    fn kinds_of_people_are_named() {
        assert_eq!(
            populations(("12", "3"), None, Some("soldier")),
            "12 counts everybody, 3 counts soldier alone"
        );
    }
}
