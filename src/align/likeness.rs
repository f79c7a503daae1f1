//! Which names may be spellings of one: they share a word, in whatever transliteration, and differ in the spelling of another.
//!
//! Names are looked up by their words, so no name is held against all others.

use crate::claim::{Claim, ClaimId, Likeness, Name, Value, skeleton};
use std::collections::{BTreeMap, BTreeSet};

/// A word in more names than this ("Mohammed") links none of them.
const WIDEST: usize = 40;

/// Claims whose names are one name in one or several spellings, by name; both in the order of the claims.
pub(super) fn by_likeness(ids: &[ClaimId], claims: &[&Claim]) -> Vec<Vec<ClaimId>> {
    let mut held: BTreeMap<&Name, Vec<ClaimId>> = BTreeMap::new();
    for id in ids {
        if let Value::Name(name) | Value::Place(name) = &claims[id.0].value {
            held.entry(name).or_default().push(*id);
        }
    }
    let (names, held): (Vec<&Name>, Vec<Vec<ClaimId>>) = held.into_iter().unzip();
    let mut group: Vec<usize> = (0..names.len()).collect();
    for (a, b) in spelt_alike(&names) {
        let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
        if from != to {
            group.iter_mut().filter(|held| **held == from).for_each(|held| *held = to);
        }
    }
    let mut groups: BTreeMap<usize, Vec<ClaimId>> = BTreeMap::new();
    for (at, ids) in held.into_iter().enumerate() {
        groups.entry(group[at]).or_default().extend(ids);
    }
    for ids in groups.values_mut() {
        ids.sort_unstable();
    }
    groups.into_values().collect()
}

/// The pairs of names that may be spellings of one, by number, the lower first; a pair that shares several words comes as often.
pub(super) fn spelt_alike(names: &[&Name]) -> Vec<(usize, usize)> {
    let mut words: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        for word in name.canonical.split(' ').filter(|word| word.len() > 2) {
            words.entry(skeleton(word)).or_default().insert(at);
        }
    }
    let mut pairs = Vec::new();
    for sharers in words.values().filter(|sharers| sharers.len() <= WIDEST) {
        let sharers: Vec<usize> = sharers.iter().copied().collect();
        for (nth, &a) in sharers.iter().enumerate() {
            let alike =
                |b: &usize| matches!(names[a].likeness(names[*b]), Likeness::Same | Likeness::Spelling);
            pairs.extend(sharers[nth + 1..].iter().copied().filter(alike).map(|b| (a, b)));
        }
    }
    pairs
}
