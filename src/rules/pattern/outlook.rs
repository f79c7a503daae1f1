//! What is known of a pattern's matches before it is tried, by which sentences and tokens are passed over.
//!
//! It is worked out when a sentence first calls for the pattern: of a large book most patterns are never called for.

use super::{
    super::class::Classes,
    Pattern,
    first::First,
    need::{self, Needs},
    sieve::{self, Sieve},
};

impl Pattern {
    /// What every match holds, for sentences that hold one of its anchors; `classes` are those that it was compiled with.
    pub(crate) fn needs(&self, classes: &Classes) -> Needs {
        need::needs(&self.program, &self.anchors, classes)
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
