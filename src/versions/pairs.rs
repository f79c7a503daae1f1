//! Which claims of two versions are about the same thing, though they say something else.
//!
//! All pairs of one attribute are looked at before any is taken, the likeliest first: of two sums of a new version the one in the
//! sentence that says nearly the same is the old one changed, wherever it stands.

use super::{sentence, words};
use crate::{align, claim::ClaimId, finding::Story, rules::RuleBook};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// The share of words, in hundredths, that two passages have in common where they are about the same thing.
const ALIKE: usize = 50;

/// The fewest letters of a word that counts for the likeness of two passages.
const SHORTEST: usize = 3;

/// The claims of the new version with that of the old one that each is about, no claim twice.
pub(super) fn pairs(
    story: &Story,
    olds: &[ClaimId],
    news: &[ClaimId],
    book: &RuleBook,
) -> Vec<(ClaimId, ClaimId)> {
    let topics = topics(story, book);
    let read = |ids: &[ClaimId]| -> BTreeMap<ClaimId, BTreeSet<String>> {
        let telling = |id: &ClaimId| {
            words(sentence(story, &story.claims[id.0])).filter(|word| word.chars().count() >= SHORTEST)
        };
        ids.iter().map(|id| (*id, telling(id).collect())).collect()
    };
    let (old_words, new_words) = (read(olds), read(news));
    let mut by_attribute: BTreeMap<(&str, Option<&str>), Vec<ClaimId>> = BTreeMap::new();
    let attribute = |id: &ClaimId| {
        let claim = &story.claims[id.0];
        (claim.attribute.as_str(), claim.population.as_deref())
    };
    for id in olds {
        by_attribute.entry(attribute(id)).or_default().push(*id);
    }
    let mut likely = Vec::new();
    for new in news {
        for old in by_attribute.get(&attribute(new)).into_iter().flatten() {
            let together = match (topics.get(old), topics.get(new)) {
                (Some(x), Some(y)) => !x.is_disjoint(y),
                (None, _) | (_, None) => false,
            };
            // Of two claims in one topic the one in the likelier sentence is meant.
            let likeness = usize::from(together) * 100 + shared(&old_words[old], &new_words[new]);
            if likeness >= ALIKE {
                likely.push((Reverse(likeness), *old, *new));
            }
        }
    }
    likely.sort_unstable();
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    likely.retain(|(_, old, new)| {
        let is_free = !olds.contains(old) && !news.contains(new);
        is_free && olds.insert(*old) && news.insert(*new)
    });
    likely.into_iter().map(|(_, old, new)| (old, new)).collect()
}

/// How many words two passages have in common, in hundredths of those that they have.
fn shared(a: &BTreeSet<String>, b: &BTreeSet<String>) -> usize {
    (200 * a.intersection(b).count()).checked_div(a.len() + b.len()).unwrap_or_default()
}

/// The topics that each claim stands in.
fn topics(story: &Story, book: &RuleBook) -> BTreeMap<ClaimId, BTreeSet<usize>> {
    let mut of: BTreeMap<ClaimId, BTreeSet<usize>> = BTreeMap::new();
    for (at, topic) in align::topics(&story.sources, &story.claims, book).iter().enumerate() {
        for id in &topic.claims {
            of.entry(*id).or_default().insert(at);
        }
    }
    of
}
