//! Which figures are of one thing, judged by the words around them: many in common, and rare ones among them.
//!
//! Only figures that share a rare stem are ever held side by side, so the cost grows with the claims.

use crate::claim::{Claim, ClaimId};
use std::collections::BTreeMap;

/// A stem in more than this share of the claims says nothing about any of them.
const COMMON: usize = 3;

/// A stem in more claims than this is too common to find pairs by, however large the story.
const WIDEST: usize = 60;

/// The square of the cosine, in hundredths, from which two contexts are of one thing.
const ALIKE: u64 = 16;

/// Claims with one context, by context; both in the order of the claims.
///
/// `weights` says how much each stem tells, by the whole story.
pub(super) fn by_context(ids: &[ClaimId], claims: &[Claim], weights: &Weights<'_>) -> Vec<Vec<ClaimId>> {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, id) in ids.iter().enumerate() {
        for stem in &claims[id.0].context {
            holders.entry(stem).or_default().push(at);
        }
    }
    let total =
        |at: usize| -> u64 { claims[ids[at].0].context.iter().map(|stem| weights.of(stem).pow(2)).sum() };
    let totals: Vec<u64> = (0..ids.len()).map(total).collect();
    let mut shared: BTreeMap<(usize, usize), (u64, u32)> = BTreeMap::new();
    for (stem, held) in &holders {
        if held.len() > (ids.len() / COMMON + 4).min(WIDEST) {
            continue;
        }
        for (nth, &a) in held.iter().enumerate() {
            for &b in &held[nth + 1..] {
                let entry = shared.entry((a, b)).or_default();
                entry.0 += weights.of(stem).pow(2);
                entry.1 += 1;
            }
        }
    }
    let mut links: Vec<(u64, usize, usize)> = shared
        .into_iter()
        .filter(|((a, b), (_, count))| *count >= 2 && neighbours_meet(&claims[ids[*a].0], &claims[ids[*b].0]))
        .map(|((a, b), (sum, count))| {
            let score = sum * sum * 100 / (totals[a] * totals[b]).max(1);
            // Equal values are no alarm, so less must speak for them.
            let equal = claims[ids[a].0].display == claims[ids[b].0].display && count > 2;
            (if equal { score.max(ALIKE) } else { score }, a, b)
        })
        .filter(|(score, ..)| *score >= ALIKE)
        .collect();
    links.sort_by_key(|&(score, a, b)| (std::cmp::Reverse(score), a, b));
    let mut group: Vec<usize> = (0..ids.len()).collect();
    for (_, a, b) in links {
        let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
        if from != to {
            for held in &mut group {
                if *held == from {
                    *held = to;
                }
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<ClaimId>> = BTreeMap::new();
    for (at, id) in ids.iter().enumerate() {
        groups.entry(group[at]).or_default().push(*id);
    }
    groups.into_values().collect()
}

/// Whether a word next to one value stands next to the other too: without it two figures of one sentence pattern are
/// of two things.
fn neighbours_meet(a: &Claim, b: &Claim) -> bool {
    a.near.iter().any(|stem| b.near.binary_search(stem).is_ok())
}

/// How much each stem of a story says: the binary logarithm of how few claims have it.
pub(super) struct Weights<'c> {
    held: BTreeMap<&'c str, usize>,
    claims: usize,
}

impl<'c> Weights<'c> {
    /// Counts the stems of all claims.
    pub(super) fn of_story(claims: &'c [Claim]) -> Self {
        let mut held: BTreeMap<&str, usize> = BTreeMap::new();
        for stem in claims.iter().flat_map(|claim| &claim.context) {
            *held.entry(stem).or_default() += 1;
        }
        Self { held, claims: claims.len() }
    }

    fn of(&self, stem: &str) -> u64 {
        let held = self.held.get(stem).copied().unwrap_or(1).max(1);
        u64::from((self.claims / held).max(1).ilog2()) + 1
    }
}
