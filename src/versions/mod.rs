//! What changed between two versions of an article, claim by claim: line breaks, style and order are no change.
//!
//! The conductor has read both as one story. Claims that say the same are paired first, then those that say something else
//! about the same thing; what is left over was added or dropped.

use crate::{
    align,
    claim::{Claim, ClaimId},
    finding::Story,
    rules::RuleBook,
};
use std::collections::{BTreeMap, BTreeSet};

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

/// Words by which a newsroom says that it corrects.
const CUES: [&str; 6] = [
    "correction:",
    "corrected to",
    "an earlier version",
    "a previous version",
    "has been corrected",
    "was corrected",
];

/// The share of words, in hundredths, that two passages have in common where they are about the same thing.
const ALIKE: usize = 50;

/// What became of each claim of the source `old` of a story in its source `new`: in the order of the new version, then
/// what was dropped in that of the old.
#[must_use]
pub fn changes(story: &Story, old: usize, new: usize, book: &RuleBook) -> Vec<Change> {
    let corrections: Vec<&str> = corrections(&story.sources[new].source.text);
    let of = |source: usize| {
        let claims = story.claims.iter().enumerate();
        claims.filter(move |(_, claim)| claim.source == source).map(|(at, _)| ClaimId(at))
    };
    let text = |id: ClaimId| {
        let claim = &story.claims[id.0];
        &story.sources[claim.source].source.text[claim.sentence.range()]
    };
    // What a correction says of the old version is no claim of the new one.
    let news: Vec<ClaimId> = of(new).filter(|id| !is_correction(text(*id))).collect();
    let mut olds: Vec<ClaimId> = of(old).filter(|id| !is_correction(text(*id))).collect();
    let mut found: BTreeMap<ClaimId, Change> = BTreeMap::new();
    for &id in &news {
        let same = olds.iter().position(|held| key(&story.claims[held.0]) == key(&story.claims[id.0]));
        if let Some(at) = same {
            found.insert(id, Change::Kept(olds.remove(at), id));
        }
    }
    let topics = topics(story, book);
    for &id in news.iter().filter(|id| !found.contains_key(id)).collect::<Vec<_>>() {
        let likeness = |held: &ClaimId| likeness(story, &topics, *held, id);
        let best = (0..olds.len()).max_by_key(|at| (likeness(&olds[*at]), std::cmp::Reverse(*at)));
        let change = match best.filter(|at| likeness(&olds[*at]) >= ALIKE) {
            Some(at) => {
                let held = olds.remove(at);
                let is_said = corrections
                    .iter()
                    .any(|note| speaks_of(note, &story.claims[held.0], &story.claims[id.0]));
                if is_said { Change::Corrected(held, id) } else { Change::Changed(held, id) }
            }
            None => Change::Added(id),
        };
        found.insert(id, change);
    }
    let mut changes: Vec<Change> = news.iter().filter_map(|id| found.remove(id)).collect();
    changes.extend(olds.into_iter().map(Change::Dropped));
    changes
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

/// How surely two claims of one attribute are about the same thing, in hundredths.
fn likeness(story: &Story, topics: &BTreeMap<ClaimId, BTreeSet<usize>>, old: ClaimId, new: ClaimId) -> usize {
    let (a, b) = (&story.claims[old.0], &story.claims[new.0]);
    if a.attribute != b.attribute || a.population != b.population {
        return 0;
    }
    let shared = words(story, a).intersection(&words(story, b)).count();
    let all = words(story, a).len() + words(story, b).len();
    let words = (200 * shared).checked_div(all).unwrap_or_default().min(100);
    let together = match (topics.get(&old), topics.get(&new)) {
        (Some(x), Some(y)) => !x.is_disjoint(y),
        (None, _) | (_, None) => false,
    };
    // Of two claims in one topic the one in the likelier sentence is meant.
    if together { 100 + words } else { words }
}

fn words(story: &Story, claim: &Claim) -> BTreeSet<String> {
    let sentence = &story.sources[claim.source].source.text[claim.sentence.range()];
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).collect()
}

/// The lines of a text in which it corrects itself.
fn corrections(text: &str) -> Vec<&str> {
    text.lines().filter(|line| is_correction(line)).collect()
}

fn is_correction(passage: &str) -> bool {
    let lower = passage.to_lowercase();
    CUES.iter().any(|cue| lower.contains(cue))
}

/// Whether a correction is about a claim: it names one of the values, or what the value is of.
fn speaks_of(note: &str, old: &Claim, new: &Claim) -> bool {
    let words: BTreeSet<String> = note
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let named = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 2 || word.bytes().any(|byte| byte.is_ascii_digit()))
            .any(|word| words.contains(&word.to_lowercase()))
    };
    let subjects = [&old.subject, &new.subject];
    named(&old.display)
        || named(&new.display)
        || subjects.into_iter().flatten().any(|subject| named(subject))
        || words.contains(&old.attribute)
}
