//! Leaves out findings that repeat another one's words under an open attribute, or under another rule's.
//!
//! Next in the flow: [`crate::report`].

use crate::{
    claim::{Claim, ClaimId, SPELLING, Value, is_any, wants_a_copy},
    finding::Finding,
    rules::{Compare, Key, RuleBook},
};
use std::collections::{BTreeMap, BTreeSet};

/// Where claims of findings stand.
struct Places<'c> {
    claims: &'c [Claim],
    /// By source and sentence.
    held: BTreeMap<(usize, usize), Vec<Place>>,
}

/// A claim of a finding, by the finding's number, and the position that it takes there.
struct Place {
    finding: usize,
    position: usize,
    claim: ClaimId,
}

impl<'c> Places<'c> {
    fn new(claims: &'c [Claim]) -> Self {
        Self { claims, held: BTreeMap::new() }
    }

    fn sentence(&self, id: ClaimId) -> (usize, usize) {
        (self.claims[id.0].source, self.claims[id.0].sentence_index)
    }

    fn add(&mut self, at: usize, finding: &Finding) {
        for (position, claim) in held(finding) {
            let place = Place { finding: at, position, claim };
            self.held.entry(self.sentence(claim)).or_default().push(place);
        }
    }

    /// For each finding here that has words of this one: which position of this one shares words with which of that one, by
    /// claims that fit together.
    fn met(&self, finding: &Finding, fits: impl Fn(&Claim, &Claim) -> bool) -> Vec<BTreeSet<(usize, usize)>> {
        let mut met: BTreeMap<usize, BTreeSet<(usize, usize)>> = BTreeMap::new();
        for (own, id) in held(finding) {
            let claim = &self.claims[id.0];
            for place in self.held.get(&self.sentence(id)).into_iter().flatten() {
                let other = &self.claims[place.claim.0];
                if claim.span.overlaps(other.span) && fits(claim, other) {
                    met.entry(place.finding).or_default().insert((own, place.position));
                }
            }
        }
        met.into_values().collect()
    }
}

/// The claims of a finding, each with the position that it takes.
fn held(finding: &Finding) -> impl Iterator<Item = (usize, ClaimId)> {
    let positions = finding.positions.iter().enumerate();
    positions.flat_map(|(place, position)| position.claims.iter().map(move |id| (place, *id)))
}

/// The findings without those that only repeat another's: a sum that a rule of its own has read and judged is read once
/// more as any sum of money, and the words of both are the same. Where the rule of its own flags nothing it knows better.
#[must_use]
pub fn without_echoes(findings: Vec<Finding>, claims: &[Claim], book: &RuleBook) -> Vec<Finding> {
    let is_open = |finding: &Finding| {
        let attribute = finding.attribute.as_str();
        if wants_a_copy(attribute) {
            return true;
        }
        let Some(rule) = book.rules.get(finding.rule).filter(|rule| rule.requires(Key::Context)) else {
            return false;
        };
        let of_its_own = matches!(rule.compare, Compare::Count { .. } | Compare::Duration { .. });
        match attribute.split_once(':') {
            None => is_any(attribute) || !of_its_own,
            Some((kind, _)) => matches!(kind, "count" | "money"),
        }
    };
    let mut read = Places::new(claims);
    for (at, finding) in findings.iter().enumerate().filter(|(_, one)| !is_open(one)) {
        read.add(at, finding);
    }
    let is_echo = |finding: &Finding| {
        let crosses = |places: &BTreeSet<(usize, usize)>| {
            places.iter().any(|a| places.iter().any(|b| a.0 != b.0 && a.1 != b.1))
        };
        read.met(finding, |_, _| true).iter().any(crosses)
    };
    // A rule that knows whose the figures are has read both sides, and does not hold them against each other; what
    // differs between two copies of a sentence is judged by any rule that knows what is counted. Of a time the rule
    // asks whether two events are one, and tells them apart by the very time that differs.
    let knows = |claim: &Claim, key: Key| {
        !claim.is_copied() && book.rules.get(claim.rule).is_some_and(|rule| rule.requires(key))
    };
    let mut own: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    let of_its_own =
        |claim: &Claim| knows(claim, Key::Subject) || knows(claim, Key::Event) && !knows(claim, Key::Context);
    for (at, claim) in claims.iter().enumerate().filter(|(_, claim)| of_its_own(claim)) {
        own.entry((claim.source, claim.sentence_index)).or_default().push(at);
    }
    let is_judged = |finding: &Finding| {
        let is_copied = held(finding).next().is_some_and(|(_, id)| claims[id.0].is_copied());
        let read_as = |ids: &[ClaimId]| -> BTreeSet<&str> {
            let near = ids.iter().flat_map(|id| {
                let others = own.get(&read.sentence(*id)).into_iter().flatten().map(|at| &claims[*at]);
                others.filter(move |other| {
                    other.attribute != finding.attribute
                        && (is_copied && matches!(other.value, Value::Count(_)) || knows(other, Key::Subject))
                        && claims[id.0].span.overlaps(other.span)
                        && std::mem::discriminant(&claims[id.0].value) == std::mem::discriminant(&other.value)
                        && claims[id.0].display == other.display
                })
            });
            near.map(|claim| claim.attribute.as_str()).collect()
        };
        let mut sides = finding.positions.iter().map(|position| read_as(&position.claims));
        let Some(first) = sides.next() else { return false };
        let shared = sides.fold(first, |held, side| held.intersection(&side).copied().collect());
        !shared.is_empty()
    };
    // That two papers name one day or place in a sentence of one copy is no news.
    let is_idle = |finding: &Finding| !finding.verdict.is_flagged() && wants_a_copy(&finding.attribute);
    let repeats =
        |one: &Finding| one.verdict.is_flagged() && is_open(one) && (is_echo(one) || is_judged(one));
    let kept: Vec<bool> = findings.iter().map(|one| !is_idle(one) && !repeats(one)).collect();
    let kept = findings.into_iter().zip(kept).filter_map(|(one, is_kept)| is_kept.then_some(one)).collect();
    without_second_spellings(without_twins(kept, claims), claims)
}

/// The findings without those that show again, at other places, in which two ways a name is spelt: the name of a person, and the
/// letters wherever they stand. The one on the person stays.
fn without_second_spellings(findings: Vec<Finding>, claims: &[Claim]) -> Vec<Finding> {
    let is_name = |finding: &Finding| {
        let first = held(finding).next().map(|(_, id)| &claims[id.0]);
        finding.verdict.is_flagged()
            && first.is_some_and(|claim| !claim.is_spelling() && matches!(claim.value, Value::Name(_)))
    };
    // Each of the spellings holds one of the names, and another than the rest: "Judge Ann Lee" and "Judge Anne Lee".
    let shows = |name: &Finding, spelling: &Finding| {
        let is_held = |display: &str| name.positions.iter().position(|one| display.ends_with(&one.display));
        let met: BTreeSet<usize> =
            spelling.positions.iter().filter_map(|position| is_held(&position.display)).collect();
        met.len() == spelling.positions.len()
    };
    let is_second = |one: &Finding| {
        one.attribute == SPELLING && findings.iter().any(|other| is_name(other) && shows(other, one))
    };
    let second: Vec<bool> = findings.iter().map(is_second).collect();
    findings.into_iter().zip(second).filter_map(|(one, is_second)| (!is_second).then_some(one)).collect()
}

/// The findings without those in which another rule judges the same words alike: what was built in 1932 or 1923 was founded then
/// too. The one with more sources stays, of two alike the first by attribute.
fn without_twins(findings: Vec<Finding>, claims: &[Claim]) -> Vec<Finding> {
    let mut order: Vec<usize> = (0..findings.len()).filter(|at| findings[*at].verdict.is_flagged()).collect();
    let sources = |at: usize| -> usize { findings[at].positions.iter().map(|one| one.sources.len()).sum() };
    order.sort_by_key(|&at| {
        let attribute = &findings[at].attribute;
        (
            findings[at].verdict,
            std::cmp::Reverse(sources(at)),
            wants_a_copy(attribute),
            attribute,
            &findings[at].id,
        )
    });
    let mut seen = Places::new(claims);
    let mut dropped = BTreeSet::new();
    for at in order {
        // Every position has its like in the other finding.
        let all = findings[at].positions.len();
        let is_twin = |places: &BTreeSet<(usize, usize)>| {
            places.iter().map(|(own, _)| own).collect::<BTreeSet<_>>().len() == all
                && places.iter().map(|(_, place)| place).collect::<BTreeSet<_>>().len() >= all
        };
        if seen.met(&findings[at], |one, other| one.display == other.display).iter().any(is_twin) {
            dropped.insert(at);
        } else {
            seen.add(at, &findings[at]);
        }
    }
    findings.into_iter().enumerate().filter_map(|(at, one)| (!dropped.contains(&at)).then_some(one)).collect()
}
