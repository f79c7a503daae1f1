//! Leaves out findings that repeat another one's words under an open attribute.
//!
//! Next in the flow: [`crate::report`].

use crate::{
    claim::{Claim, ClaimId, is_any, wants_a_copy},
    finding::Finding,
    rules::{Compare, Key, RuleBook},
};
use std::collections::{BTreeMap, BTreeSet};

/// Where claims of findings stand: by source and sentence, the finding, the position in it and the claim.
type Places = BTreeMap<(usize, usize), Vec<(usize, usize, ClaimId)>>;

/// The findings without those that only repeat another's: a sum that a rule of its own has read and judged is read once
/// more as any sum of money, and the words of both are the same. Where the rule of its own flags nothing it knows better.
#[must_use]
pub fn without_echoes(findings: Vec<Finding>, claims: &[Claim], book: &RuleBook) -> Vec<Finding> {
    let is_open = |finding: &Finding| {
        let Some(rule) = book.rules.get(finding.rule).filter(|rule| rule.requires(Key::Context)) else {
            return false;
        };
        let attribute = finding.attribute.as_str();
        let of_its_own = matches!(rule.compare, Compare::Count { .. } | Compare::Duration { .. });
        match attribute.split_once(':') {
            None => is_any(attribute) || !of_its_own,
            Some((kind, _)) => matches!(kind, "count" | "money") || wants_a_copy(attribute),
        }
    };
    let sentence = |id: &ClaimId| (claims[id.0].source, claims[id.0].sentence_index);
    let mut read = Places::new();
    for (at, finding) in findings.iter().enumerate().filter(|(_, one)| !is_open(one)) {
        for (place, position) in finding.positions.iter().enumerate() {
            for id in &position.claims {
                read.entry(sentence(id)).or_default().push((at, place, *id));
            }
        }
    }
    let is_echo = |finding: &Finding| {
        let mut met: BTreeMap<usize, BTreeSet<(usize, usize)>> = BTreeMap::new();
        for (own, position) in finding.positions.iter().enumerate() {
            for id in &position.claims {
                for (at, place, other) in read.get(&sentence(id)).into_iter().flatten() {
                    if claims[id.0].span.overlaps(claims[other.0].span) {
                        met.entry(*at).or_default().insert((own, *place));
                    }
                }
            }
        }
        met.values().any(|places| places.iter().any(|a| places.iter().any(|b| a.0 != b.0 && a.1 != b.1)))
    };
    // That two papers name one day or place in a sentence of one copy is no news.
    let is_idle = |finding: &Finding| !finding.verdict.is_flagged() && wants_a_copy(&finding.attribute);
    let repeats = |one: &Finding| one.verdict.is_flagged() && is_open(one) && is_echo(one);
    let kept: Vec<bool> = findings.iter().map(|one| !is_idle(one) && !repeats(one)).collect();
    findings.into_iter().zip(kept).filter_map(|(one, is_kept)| is_kept.then_some(one)).collect()
}
