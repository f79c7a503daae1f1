//! Gives a person one name across articles: a surname alone stands for the only full name that ends in it.

use crate::claim::Claim;
use std::collections::{BTreeMap, BTreeSet};

/// The key of each subject in a story: the subject in lower case, a bare surname as its full name.
pub(super) struct Subjects {
    full: BTreeMap<String, Option<String>>,
}

impl Subjects {
    /// Looks at the subjects of all claims.
    pub(super) fn of(claims: &[Claim]) -> Self {
        let subjects: BTreeSet<String> =
            claims.iter().filter_map(|claim| claim.subject.as_deref()).map(str::to_lowercase).collect();
        let mut full: BTreeMap<String, Option<String>> = BTreeMap::new();
        for subject in &subjects {
            if let Some((_, last)) = subject.rsplit_once(' ') {
                full.entry(last.to_owned())
                    .and_modify(|held| *held = None)
                    .or_insert_with(|| Some(subject.clone()));
            }
        }
        Self { full }
    }

    /// The key of a subject.
    pub(super) fn key(&self, subject: &str) -> String {
        let lower = subject.to_lowercase();
        match self.full.get(&lower) {
            Some(Some(full)) => full.clone(),
            Some(None) | None => lower,
        }
    }
}
