//! Names that a newsroom holds for one: "Kiev" and "Kyiv", a firm and its short form.

use crate::claim::{Claim, Name, Value};
use std::collections::BTreeMap;

/// Names that stand for one thing, by the lower-case spelling that is not the newsroom's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliases {
    own: BTreeMap<String, String>,
}

impl Aliases {
    /// Says that `other` is `own` in another spelling; answers with the name that `other` stood for already.
    pub(super) fn add(&mut self, own: &str, other: &str) -> Option<String> {
        self.own.insert(other.to_lowercase(), own.to_owned())
    }

    /// Gives every name of the claims the newsroom's own form. What is shown stays as it was written.
    pub fn name(&self, claims: &mut [Claim]) {
        if self.own.is_empty() {
            return;
        }
        for claim in claims {
            self.value(&mut claim.value);
            claim.event.place.iter_mut().for_each(|place| self.full(place));
            claim.event.participants.iter_mut().for_each(|name| self.words(name));
            claim.subject.iter_mut().for_each(|name| self.words(name));
            claim.stance.speaker.iter_mut().for_each(|name| self.words(name));
        }
    }

    fn value(&self, value: &mut Value) {
        match value {
            Value::Name(name) | Value::Place(name) => self.full(name),
            Value::Set { members, .. } => members.iter_mut().for_each(|name| self.full(name)),
            Value::Scope(scope) => scope.targets.iter_mut().for_each(|name| self.words(name)),
            Value::Quotation { speaker, .. } => speaker.iter_mut().for_each(|name| self.words(name)),
            Value::Count(_) | Value::Time(_) | Value::Text(_) => {}
        }
    }

    fn full(&self, name: &mut Name) {
        let own =
            [&name.canonical, &name.written].into_iter().find_map(|form| self.own.get(&form.to_lowercase()));
        if let Some(own) = own {
            name.canonical.clone_from(own);
        }
    }

    fn words(&self, name: &mut String) {
        if let Some(own) = self.own.get(&name.to_lowercase()) {
            name.clone_from(own);
        }
    }
}
