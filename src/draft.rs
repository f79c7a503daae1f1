//! Holds the claims of a draft against those of its sources, one by one.
//!
//! The conductor has read and aligned all of them as one story; here each claim of the draft meets each claim of the
//! same topic, and what that says about the draft is drawn up. When the draft was written says nothing: it speaks of
//! what its sources say.

use crate::{
    align,
    claim::{Claim, ClaimId},
    compare,
    finding::{Finding, Reason, SourceInfo, Story, Topic, Verdict},
    rules::RuleBook,
    text::Published,
};
use rustc_hash::FxHashMap;
use std::{cell::RefCell, collections::BTreeSet};

/// How a claim of a draft stands to the sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A source says what cannot stand beside it.
    Contradicted,
    /// Sources said so, and later ones say otherwise.
    Outdated,
    /// No source speaks of it.
    NotFound,
    /// Sources say so.
    Supported,
}

impl Standing {
    /// The word used in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Contradicted => "contradicted",
            Self::Outdated => "outdated",
            Self::NotFound => "not_found",
            Self::Supported => "supported",
        }
    }

    /// The word as a sentence has it.
    #[must_use]
    pub const fn shown(self) -> &'static str {
        match self {
            Self::NotFound => "not found",
            Self::Contradicted | Self::Outdated | Self::Supported => self.word(),
        }
    }

    /// Whether the writer is asked to act.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(self, Self::Contradicted | Self::Outdated)
    }
}

/// One claim of a draft and the claims of its sources about the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The claim of the draft.
    pub claim: ClaimId,
    /// How it stands.
    pub standing: Standing,
    /// The claims of sources that say so, or what goes with it.
    pub supporting: Vec<ClaimId>,
    /// The claims of sources that say otherwise, and why that cannot stand beside it.
    pub opposing: Vec<(ClaimId, Reason)>,
}

impl Judgement {
    /// How many origins the supporting claims have.
    #[must_use]
    pub fn origins(&self, story: &Story) -> usize {
        origins(self.supporting.iter(), story)
    }

    /// How many origins the opposing claims have.
    #[must_use]
    pub fn opposing_origins(&self, story: &Story) -> usize {
        origins(self.opposing.iter().map(|(id, _)| id), story)
    }
}

fn origins<'i>(ids: impl Iterator<Item = &'i ClaimId>, story: &Story) -> usize {
    ids.map(|id| story.sources[story.claims[id.0].source].origin).collect::<BTreeSet<_>>().len()
}

/// How each claim of the source `draft` of a story stands to the other sources, in the order of the draft; without those that
/// only a sentence running alike could support, where there is none.
#[must_use]
pub fn judgements(story: &Story, draft: usize, book: &RuleBook) -> Vec<Judgement> {
    let mut undated = story.sources.clone();
    undated[draft].published = None;
    let topics = align::topics(&story.sources, &story.claims, book);
    let held = Held {
        claims: &story.claims,
        sources: &undated,
        topics: &topics,
        book,
        singular: compare::Singular::default(),
        updates: RefCell::default(),
    };
    let own = |claim: &Claim| claim.source == draft;
    (0..story.claims.len())
        .filter(|at| own(&story.claims[*at]))
        .map(|at| held.judge(ClaimId(at), draft))
        .filter(|one| one.standing != Standing::NotFound || !story.claims[one.claim.0].wants_a_copy())
        .collect()
}

/// What the sources agree on and the draft does not mention: findings of two origins and more.
#[must_use]
pub fn left_out(story: &Story, draft: usize) -> Vec<&Finding> {
    let said = |finding: &Finding| {
        story.claims.iter().any(|claim| {
            let is_value = finding.positions.iter().any(|position| position.display == claim.display);
            claim.source == draft && claim.attribute == finding.attribute && is_value
        })
    };
    story
        .findings
        .iter()
        .filter(|finding| !said(finding))
        .filter(|finding| matches!(finding.verdict, Verdict::Agree | Verdict::Compatible))
        .filter(|finding| {
            let positions = || finding.positions.iter();
            let origins: BTreeSet<usize> =
                positions().flat_map(|held| held.origins.iter().copied()).collect();
            origins.len() > 1 && positions().all(|held| !held.sources.contains(&draft))
        })
        .collect()
}

struct Held<'a> {
    claims: &'a [Claim],
    sources: &'a [SourceInfo],
    topics: &'a [Topic],
    book: &'a RuleBook,
    singular: compare::Singular,
    /// Of two claims of a topic, by its place, whether one updates the other: asked for each claim of a draft anew.
    updates: RefCell<FxHashMap<(usize, ClaimId, ClaimId), bool>>,
}

impl Held<'_> {
    fn judge(&self, claim: ClaimId, draft: usize) -> Judgement {
        let mut supporting = Vec::new();
        let mut opposing = Vec::new();
        let topics = self.topics.iter().enumerate();
        for (at, topic) in topics.filter(|(_, topic)| topic.claims.contains(&claim)) {
            let others = topic.claims.iter().filter(|other| self.claims[other.0].source != draft);
            for &other in others {
                match self.relation(topic, claim, other) {
                    Some((Verdict::Agree | Verdict::Compatible, _)) => supporting.push(other),
                    Some((Verdict::Conflict | Verdict::Tension | Verdict::Updated, reason)) => {
                        opposing.push((at, other, reason));
                    }
                    Some((Verdict::Incomparable, _)) | None => {}
                }
            }
        }
        // A source that a supporting one supersedes says nothing against the draft.
        opposing
            .retain(|(topic, other, _)| !supporting.iter().any(|own| self.supersedes(*topic, *own, *other)));
        let outdated = !supporting.is_empty()
            && !opposing.is_empty()
            && opposing
                .iter()
                .all(|(topic, other, _)| supporting.iter().any(|own| self.supersedes(*topic, *other, *own)));
        let standing = if outdated {
            Standing::Outdated
        } else if !opposing.is_empty() {
            Standing::Contradicted
        } else if !supporting.is_empty() {
            Standing::Supported
        } else {
            Standing::NotFound
        };
        let opposing = opposing.into_iter().map(|(_, other, reason)| (other, reason)).collect();
        Judgement { claim, standing, supporting, opposing }
    }

    /// Whether `later` is a later figure for what `earlier` states.
    fn supersedes(&self, topic: usize, later: ClaimId, earlier: ClaimId) -> bool {
        let date = |id: ClaimId| self.sources[self.claims[id.0].source].published.map(Published::instant);
        if date(earlier) >= date(later) {
            return false;
        }
        let pair = (topic, later.min(earlier), later.max(earlier));
        *self.updates.borrow_mut().entry(pair).or_insert_with(|| {
            matches!(self.relation(&self.topics[topic], later, earlier), Some((Verdict::Updated, _)))
        })
    }

    /// How two claims of a topic relate, as if nobody else had spoken.
    fn relation(&self, topic: &Topic, a: ClaimId, b: ClaimId) -> Option<(Verdict, Reason)> {
        let pair = Topic {
            attribute: topic.attribute.clone(),
            subject: String::new(),
            about: String::new(),
            claims: vec![a.min(b), a.max(b)],
            apart: Vec::new(),
        };
        compare::relation(&pair, (self.claims, &self.singular), self.sources, self.book)
    }
}
