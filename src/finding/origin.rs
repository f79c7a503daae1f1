//! Where copy comes from: outlets that carry one agency's words are one witness.

use crate::text::Span;

/// A passage that two sources share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedSpan {
    /// The first source and its passage.
    pub left: (usize, Span),
    /// The second source and its passage.
    pub right: (usize, Span),
}

/// Why sources are held to be one origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// They credit the same agency.
    Credit { agency: String, sources: Vec<usize> },
    /// They share sentences; the figure is the share of the shorter source's words that stand in them, in per cent.
    SharedText { sources: (usize, usize), share: u8, spans: Vec<SharedSpan> },
}

/// One witness: a source alone, or several that carry the same copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The agency or publisher that it is named after.
    pub label: String,
    /// Its sources, as indices into the story's sources.
    pub sources: Vec<usize>,
    /// Why they are one; empty for a source alone.
    pub evidence: Vec<Evidence>,
}
