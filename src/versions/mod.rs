//! What changed between two versions of an article, claim by claim: line breaks, style and order are no change.
//!
//! The conductor has read both as one story. Claims that say the same are paired first, then those that say something else
//! about the same thing (`pairs`); what is left over was added or dropped. Which changes the new version owns up to is for
//! `correction`, which of them say one thing for `cover`.

mod correction;
mod cover;
mod pairs;

use crate::{
    claim::{Claim, ClaimId},
    finding::Story,
    rules::RuleBook,
};
use correction::Corrections;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What became of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Only the new version has it.
    Added(ClaimId),
    /// Only the old version has it.
    Dropped(ClaimId),
    /// The new version says something else about the same thing.
    Changed(ClaimId, ClaimId),
    /// The same, and the new version says that it corrects.
    Corrected(ClaimId, ClaimId),
    /// Both say the same.
    Kept(ClaimId, ClaimId),
}

impl Change {
    /// The word used in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added(_) => "added",
            Self::Dropped(_) => "dropped",
            Self::Changed(..) => "changed",
            Self::Corrected(..) => "corrected",
            Self::Kept(..) => "kept",
        }
    }

    /// The claim of the old version, where it has one.
    #[must_use]
    pub const fn before(self) -> Option<ClaimId> {
        match self {
            Self::Dropped(old) | Self::Changed(old, _) | Self::Corrected(old, _) | Self::Kept(old, _) => {
                Some(old)
            }
            Self::Added(_) => None,
        }
    }

    /// The claim of the new version, where it has one.
    #[must_use]
    pub const fn after(self) -> Option<ClaimId> {
        match self {
            Self::Added(new) | Self::Changed(_, new) | Self::Corrected(_, new) | Self::Kept(_, new) => {
                Some(new)
            }
            Self::Dropped(_) => None,
        }
    }
}

/// What became of each claim of the source `old` of a story in its source `new`: in the order of the new version, then
/// what was dropped in that of the old.
#[must_use]
pub fn changes(story: &Story, old: usize, new: usize, book: &RuleBook) -> Vec<Change> {
    let corrections = Corrections::of(&story.sources[new].source.text, book);
    let of = |source: usize| {
        let claims = story.claims.iter().enumerate();
        claims.filter(move |(_, claim)| claim.source == source).map(|(at, _)| ClaimId(at))
    };
    // What a correction says of the old version is no claim of the new one.
    let is_told = |id: &ClaimId| !correction::is_correction(sentence(story, &story.claims[id.0]));
    let news: Vec<ClaimId> = of(new).filter(is_told).collect();
    let olds: Vec<ClaimId> = of(old).filter(is_told).collect();
    let mut found: BTreeMap<ClaimId, Change> = kept(story, &olds, &news);
    let held: BTreeSet<ClaimId> = befores(&found);
    let others: Vec<ClaimId> = olds.iter().copied().filter(|id| !held.contains(id)).collect();
    let unknown: Vec<ClaimId> = news.iter().copied().filter(|id| !found.contains_key(id)).collect();
    for (before, after) in pairs::pairs(story, &others, &unknown, book) {
        let is_said = corrections.speak_of(story, &story.claims[before.0], &story.claims[after.0]);
        let change = if is_said { Change::Corrected(before, after) } else { Change::Changed(before, after) };
        found.insert(after, change);
    }
    let changed = befores(&found);
    let dropped = olds.into_iter().filter(|id| !changed.contains(id));
    let mut changes: Vec<Change> =
        news.iter().map(|id| found.remove(id).unwrap_or(Change::Added(*id))).collect();
    changes.extend(dropped.map(Change::Dropped));
    cover::remove(&mut changes, story, book);
    changes
}

/// The claims of the old version that something became of.
fn befores(found: &BTreeMap<ClaimId, Change>) -> BTreeSet<ClaimId> {
    found.values().filter_map(|change| change.before()).collect()
}

/// The claims of the new version that the old one has as well: of several that say the same the first of each are one.
fn kept(story: &Story, olds: &[ClaimId], news: &[ClaimId]) -> BTreeMap<ClaimId, Change> {
    let mut by_key: BTreeMap<_, VecDeque<ClaimId>> = BTreeMap::new();
    for id in olds {
        by_key.entry(key(&story.claims[id.0])).or_default().push_back(*id);
    }
    let kept = |id: &ClaimId| {
        let before = by_key.get_mut(&key(&story.claims[id.0]))?.pop_front()?;
        Some((*id, Change::Kept(before, *id)))
    };
    news.iter().filter_map(kept).collect()
}

/// What two claims must share to say the same.
fn key(claim: &Claim) -> (&str, Option<String>, Option<&str>, &str, bool, &[String]) {
    (
        &claim.attribute,
        claim.subject.as_ref().map(|subject| subject.to_lowercase()),
        claim.population.as_deref(),
        &claim.display,
        claim.stance.polarity == crate::claim::Polarity::Affirmed,
        &claim.limits,
    )
}

/// The text of the sentence that a claim stands in.
fn sentence<'s>(story: &'s Story, claim: &Claim) -> &'s str {
    &story.sources[claim.source].source.text[claim.sentence.range()]
}

/// The words of a text, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}
