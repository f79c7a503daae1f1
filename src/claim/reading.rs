//! A match of a rule: which words fill which slot.

use crate::text::Span;
use std::{ops::Range, sync::Arc};

/// What fills a slot of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filler {
    /// A mention, as an index into the document's mentions.
    Mention(usize),
    /// Several mentions of a coordinated list, in order.
    Mentions(Vec<usize>),
    /// Words, as a range of tokens.
    Words(Range<usize>),
}

/// A match of a rule in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The rule, as an index into the rule book.
    pub rule: usize,
    /// The claim pattern within the rule that matched.
    pub pattern: usize,
    /// The words that carry the claim.
    pub span: Span,
    /// Their tokens.
    pub tokens: Range<usize>,
    /// The sentence.
    pub sentence: usize,
    /// The slots in the order of the pattern; a name may stand more than once.
    pub slots: Vec<(Arc<str>, Filler)>,
}
