//! The pattern language of rule files: characters to tree (`parse`), a look at its parts (`shape`), tree to
//! program (`compile`), and what every match holds (`anchor` for the rarest, `need` for the rest).

mod anchor;
mod compile;
mod first;
mod need;
mod parse;
mod program;
mod shape;
mod sieve;
mod syntax;

pub(crate) use anchor::Anchor;
pub(super) use compile::{Vocabulary, compile};
pub(crate) use first::{First, bit};
pub(crate) use need::Need;
pub(super) use parse::pattern;
pub(crate) use program::{Filter, Program, SlotStep, Step};
pub(super) use shape::slots_named;
pub(crate) use sieve::{MOST_WORDS, Sift};
pub use syntax::SlotKind;

/// One way to say a claim, compiled.
#[derive(Debug)]
pub struct Pattern {
    /// The pattern as the author wrote it.
    pub source: String,
    /// What the matcher runs.
    pub(crate) program: Program,
    /// What the first token of a match can be.
    pub(crate) first: First,
    /// What each of its steps takes, as far as bits can tell.
    pub(crate) sieve: Vec<Sift>,
    /// What every match holds, by which sentences are passed over.
    pub(crate) needs: Vec<Need>,
    /// Words and kinds of mention of which each match holds at least one.
    pub(crate) anchors: Vec<Anchor>,
}
