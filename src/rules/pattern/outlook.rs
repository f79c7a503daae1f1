//! What is known of a pattern's matches before it is tried, by which sentences and tokens are passed over.
//!
//! It is worked out when a sentence first calls for the pattern: of a large book most patterns are never called for.

use super::{
    super::class::Classes,
    Pattern,
    first::First,
    need::{self, Need},
    sieve::{self, Sift},
};

/// What is known of a pattern's matches before it is tried.
#[derive(Debug)]
pub(crate) struct Outlook {
    /// What each step takes, as far as bits can tell.
    pub sieve: Vec<Sift>,
    /// What every match holds.
    pub needs: Vec<Need>,
}

impl Pattern {
    /// What is known of its matches before it is tried; `classes` are those that it was compiled with.
    pub(crate) fn outlook(&self, classes: &Classes) -> &Outlook {
        self.outlook.get_or_init(|| Outlook {
            sieve: sieve::sieve(&self.program, classes),
            needs: need::needs(&self.program, classes),
        })
    }

    /// What the first token of a match can be, for sentences too long for more to be known.
    pub(crate) fn first(&self, classes: &Classes) -> &First {
        self.first.get_or_init(|| First::of(&self.program, classes))
    }
}
