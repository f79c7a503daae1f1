//! Where places that no gazetteer knows may lie: an article that opens with a village and names a province there puts
//! the one in the other, so that another article which tells of the province alone may tell of the same event.

use crate::claim::Claim;
use std::collections::{BTreeMap, BTreeSet};

/// How many sentences from its start an article may take to say where it all happened.
const OPENING: usize = 3;

/// By place that no gazetteer knows, the sources that name it in their opening.
pub(super) struct Whereabouts(BTreeMap<String, BTreeSet<usize>>);

impl Whereabouts {
    /// Looks at the places of a story's events.
    pub(super) fn of(claims: &[&Claim]) -> Self {
        let mut named: BTreeMap<String, BTreeSet<usize>> =
            claims.iter().filter_map(|claim| Some((unknown(claim)?.to_owned(), BTreeSet::new()))).collect();
        if named.len() < 2 {
            return Self(BTreeMap::new());
        }
        for claim in claims.iter().filter(|claim| claim.sentence_index <= OPENING && !claim.event.background)
        {
            for (_, sources) in named.iter_mut().filter(|(place, _)| names(claim, place)) {
                sources.insert(claim.source);
            }
        }
        Self(named)
    }

    /// Whether one of two claims of two places stands in an article that opens with both.
    pub(super) fn meet(&self, one: &Claim, other: &Claim) -> bool {
        let (Some(x), Some(y)) = (unknown(one), unknown(other)) else { return false };
        let opens = |source: usize, place: &str| self.0.get(place).is_some_and(|held| held.contains(&source));
        opens(one.source, y) || opens(other.source, x)
    }
}

/// The place of a claim's event, where no gazetteer knows it.
fn unknown(claim: &Claim) -> Option<&str> {
    claim.event.place.as_ref().filter(|place| place.within.is_empty()).map(|place| place.canonical.as_str())
}

/// Whether a claim's sentence names a place.
fn names(claim: &Claim, place: &str) -> bool {
    let name = place.to_lowercase();
    // A stem lacks an e at its end.
    let is_of = |stem: &str| name.strip_prefix(stem).is_some_and(|rest| matches!(rest, "" | "e"));
    unknown(claim) == Some(place) || claim.context.iter().any(|stem| is_of(stem))
}
