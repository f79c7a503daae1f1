//! A rule that was checked and compiled: what the stages run.
//!
//! `file` mirrors what an author writes, `compile` leads from there to here; there is no other way to a [`Rule`].

use super::{
    Compare, Copied, Key,
    pattern::{Filter, Pattern},
};
use crate::{
    claim::{Certainty, Polarity},
    finding::Severity,
    text::{BlockKind, Published},
};
use std::collections::BTreeMap;

/// A rule that was checked and compiled.
#[derive(Debug)]
pub struct Rule {
    /// Its name within its pack: the name of its file.
    pub id: String,
    /// Its pack: the name of its folder.
    pub pack: String,
    /// Where it was read, for messages.
    pub path: String,
    /// What it reads, in one sentence.
    pub summary: String,
    /// Why that matters.
    pub why: String,
    /// How much a conflict matters.
    pub severity: Severity,
    /// The kinds of block that it reads.
    pub blocks: Vec<BlockKind>,
    /// The kinds of event that its claims belong to, the likeliest first; `event/KIND` is the lexicon class of
    /// the words that name one.
    pub event_kinds: Vec<String>,
    /// How its values compare.
    pub compare: Compare,
    /// What must be the same for two claims to be compared.
    pub same: Vec<Key>,
    /// The claims it reads.
    pub claims: Vec<ClaimPattern>,
    /// Its examples: documentation and tests in one.
    pub examples: Vec<Example>,
}

impl Rule {
    /// Whether people of a population are everybody whom the rule counts.
    #[must_use]
    pub fn counts_as_everybody(&self, population: &str) -> bool {
        self.claims.iter().any(|claim| claim.everybody.iter().any(|one| one == population))
    }

    /// Its name in messages: "conflict/casualties".
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.pack, self.id)
    }

    /// Whether two claims must be equal in `key` to be compared.
    #[must_use]
    pub fn requires(&self, key: Key) -> bool {
        self.same.contains(&key)
    }

    /// Whether a value is a word of a list: of those that an article enumerates each is one answer of several.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        let slots = self.claims.iter().flat_map(|one| &one.patterns).flat_map(|one| &one.program.slots);
        slots
            .filter(|slot| slot.name.as_deref() == Some("value"))
            .any(|slot| matches!(slot.filter, Filter::Class(_)))
    }
}

/// The ways to say one claim.
#[derive(Debug, Default)]
pub struct ClaimPattern {
    /// The attribute of the claims.
    pub attribute: String,
    /// What it claims of sentences that several sources have in the same words; such a claim has no pattern.
    pub copied: Option<Copied>,
    /// The value, where no slot gives one.
    pub constant: Option<String>,
    /// The polarity that the words themselves carry.
    pub polarity: Option<Polarity>,
    /// The certainty that the words themselves carry.
    pub certainty: Option<Certainty>,
    /// The kind of event that the words themselves name.
    pub event: Option<String>,
    /// What a bare figure counts: "person".
    pub unit: Option<String>,
    /// Attributes of the same rule: where the words of an earlier entry affirm one of them, these claim nothing.
    pub unless: Vec<String>,
    /// The attribute of the same rule whose figure in the article is taken off: of those shot, who was not killed.
    pub less: Option<String>,
    /// The attributes of the same rule that somebody of this one may come to: one who was hurt and died is dead alone. The first
    /// is what some of several may come to.
    pub fate: Vec<String>,
    /// The attribute instead where the article looks back at another event, and tells of its own too.
    pub earlier: Option<String>,
    /// The attribute instead where the words around limit the figure to more than one event: "so far this year".
    pub limited: Option<String>,
    /// The attribute instead for several people of one population: "two rebels".
    pub populations: BTreeMap<String, String>,
    /// The kinds of event in which `populations` have attributes of their own; all where none is named.
    pub during: Vec<String>,
    /// Populations that are everybody whom the rule counts: whoever is arrested is a suspect.
    pub everybody: Vec<String>,
    /// Whether a person called by name is one of those whom it counts: "Ana Lima was killed". A crowd is no such person.
    pub by_name: bool,
    /// The patterns, each a way to say it.
    pub patterns: Vec<Pattern>,
}

/// A sentence with the claims that the rule must read in it, and no others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The sentence, or several.
    pub text: String,
    /// The same in another source's words, for what is read of copies.
    pub copy: Option<String>,
    /// The date of the article that it stands in.
    pub published: Option<Published>,
    /// The claims, in order of place; none where the rule must stay silent.
    pub claims: Vec<ExampleClaim>,
    /// Where it stands in the rule file, in bytes.
    pub place: std::ops::Range<usize>,
}

/// A claim that an example must give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleClaim {
    /// The attribute.
    pub attribute: String,
    /// The value as shown.
    pub display: Option<String>,
    /// The words that carry it.
    pub quote: Option<String>,
    /// What the value is of.
    pub subject: Option<String>,
    /// The polarity.
    pub polarity: Option<Polarity>,
    /// The certainty.
    pub certainty: Option<Certainty>,
}
