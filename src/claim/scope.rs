//! What a measure covers: the targets of a truce, the area of a toll.

use super::Wording;
use std::collections::BTreeSet;

/// The fewest letters of a word that shows two scopes to be of one thing.
const TELLING: usize = 4;

/// The things that something covers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Scope {
    /// What is covered, in the writer's words, canonical where a name.
    pub targets: Vec<String>,
    /// Whether the writer says that nothing else is covered ("only").
    pub exclusive: bool,
}

impl Scope {
    /// A scope of one target.
    pub(crate) fn of(target: &str) -> Self {
        Self { targets: vec![target.to_owned()], exclusive: false }
    }

    /// The words of its targets in one form, without those that tell nothing.
    pub(crate) fn words(&self) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        for target in &self.targets {
            let wording = Wording::of(target);
            words.extend(wording.words().filter(|word| !is_small(word)).map(str::to_owned));
        }
        words
    }

    /// Whether two scopes share a target, so that what is said of both can clash.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.words().intersection(&other.words()).any(|word| word.len() >= TELLING)
    }
}

fn is_small(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "of" | "in" | "and" | "all" | "its" | "their" | "his" | "any" | "s")
}
