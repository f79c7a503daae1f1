//! The pattern language of rule files: characters to tree (`parse`), a look at its parts (`shape`), tree to
//! program (`compile`), and what every match holds (`anchor` for the rarest, `need` for the rest).

mod anchor;
mod compile;
mod contradiction;
mod first;
mod inventory;
mod need;
mod parse;
mod program;
mod shape;
mod sieve;
mod syntax;
mod vocabulary;

pub(crate) use anchor::Anchor;
pub(super) use compile::compile;
pub(crate) use first::{First, bit};
pub(crate) use inventory::Inventory;
pub(crate) use need::Needs;
pub(super) use parse::pattern;
pub(crate) use program::{Filter, Program, SlotStep, Step};
pub(super) use shape::{filled_again, slots_named};
pub(crate) use sieve::{MOST_PROPER, MOST_WORDS, Sieve, Sift};
pub use syntax::SlotKind;
pub(super) use syntax::Tree;
pub(super) use vocabulary::{Vocabulary, is_figure};

use super::class::Classes;
use std::sync::OnceLock;

/// One way to say a claim, compiled.
#[derive(Debug)]
pub struct Pattern {
    /// The pattern as the author wrote it.
    pub source: String,
    /// What the matcher runs.
    pub(crate) program: Program,
    /// Words and kinds of mention of which each match holds at least one.
    pub(crate) anchors: Vec<Anchor>,
    sieve: OnceLock<Box<[Sieve]>>,
    first: OnceLock<First>,
}

impl Pattern {
    /// What every match holds, for sentences that hold one of its anchors. It is worked out anew each time, and kept with the
    /// pattern's number; `classes` are those that it was compiled with.
    pub(crate) fn needs(&self, classes: &Classes) -> Needs {
        need::needs(&self.program, &self.anchors, classes)
    }

    /// Each of its steps as far as bits can tell, worked out when a sentence first has what every match holds.
    pub(crate) fn sieve(&self, classes: &Classes) -> &[Sieve] {
        self.sieve.get_or_init(|| sieve::sieve(&self.program, classes))
    }

    /// What the first token of a match can be, for sentences too long for more to be known.
    pub(crate) fn first(&self, classes: &Classes) -> &First {
        self.first.get_or_init(|| First::of(&self.program, classes))
    }
}
