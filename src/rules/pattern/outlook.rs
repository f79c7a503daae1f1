//! What is known of a pattern's matches before it is tried, by which sentences and tokens are passed over.
//!
//! It is worked out when a sentence first calls for the pattern: of a large book most patterns are never called for.

use super::{
    super::class::Classes,
    Pattern,
    first::First,
    musts::Musts,
    need::{self, Need},
    sieve::{self, Sieve},
};

/// What is known of a pattern's matches before it is tried.
#[derive(Debug)]
pub(crate) struct Outlook {
    /// What every match holds, as far as a few bits tell.
    pub musts: Musts,
    /// What they do not tell of it.
    pub needs: Vec<Need>,
}

impl Pattern {
    /// What is known of its matches before it is tried; `classes` are those that it was compiled with.
    pub(crate) fn outlook(&self, classes: &Classes) -> &Outlook {
        self.outlook.get_or_init(|| {
            let mut needs = need::needs(&self.program, classes);
            Outlook { musts: Musts::of(&mut needs), needs }
        })
    }

    /// Each of its steps as far as bits can tell, for sentences that have what every match holds.
    pub(crate) fn sieve(&self, classes: &Classes) -> &[Sieve] {
        self.sieve.get_or_init(|| sieve::sieve(&self.program, classes))
    }

    /// What the first token of a match can be, for sentences too long for more to be known.
    pub(crate) fn first(&self, classes: &Classes) -> &First {
        self.first.get_or_init(|| First::of(&self.program, classes))
    }
}
