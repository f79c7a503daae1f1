//! What a rule file says, key by key: the mirror of its TOML.
//!
//! Nothing is checked here but the keys and their types; [`super::Rule`] is made from this by `draft`.

use super::{Copied, Key, Later, LowerBounds};
use crate::{
    claim::{Certainty, Polarity},
    finding::Severity,
    text::BlockKind,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A rule file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleFile {
    pub summary: Spanned<String>,
    #[serde(default)]
    pub why: String,
    #[serde(default)]
    pub severity: Severity,
    pub blocks: Option<Spanned<Vec<BlockKind>>>,
    #[serde(default)]
    pub event: EventTable,
    pub compare: Spanned<CompareTable>,
    #[serde(default)]
    pub same: SameTable,
    #[serde(default)]
    pub claim: Vec<Spanned<ClaimTable>>,
    #[serde(default)]
    pub example: Vec<Spanned<ExampleTable>>,
}

/// `[event]`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventTable {
    #[serde(default)]
    pub kinds: Vec<Spanned<String>>,
}

/// `[compare]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CompareTable {
    pub how: How,
    pub tolerance: Option<Spanned<String>>,
    pub lower_bounds: Option<Spanned<LowerBounds>>,
    pub later: Option<Spanned<Later>>,
    pub ends: Option<Spanned<String>>,
}

/// `compare.how`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum How {
    Count,
    Time,
    Duration,
    Place,
    Names,
    Holder,
    Spelling,
    Scope,
    Words,
    Title,
    Polarity,
}

/// `[same]`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SameTable {
    #[serde(default)]
    pub keys: Vec<Key>,
}

/// `[[claim]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClaimTable {
    pub attribute: Spanned<String>,
    #[serde(default)]
    pub triggers: Vec<Spanned<String>>,
    pub patterns: Vec<Spanned<String>>,
    pub copied: Option<Spanned<Copied>>,
    pub constant: Option<Spanned<String>>,
    pub polarity: Option<Polarity>,
    pub certainty: Option<Certainty>,
    pub event: Option<Spanned<String>>,
    pub unit: Option<String>,
    #[serde(default)]
    pub unless: Vec<Spanned<String>>,
    pub less: Option<Spanned<String>>,
    #[serde(default)]
    pub fate: Vec<Spanned<String>>,
    pub earlier: Option<String>,
    pub limited: Option<String>,
    #[serde(default)]
    pub populations: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    pub during: Vec<Spanned<String>>,
    #[serde(default)]
    pub everybody: Vec<Spanned<String>>,
    #[serde(default)]
    pub by_name: bool,
}

/// `[[example]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleTable {
    pub text: Spanned<String>,
    pub copy: Option<String>,
    pub published: Option<Spanned<String>>,
    pub claims: Vec<ExampleClaimTable>,
}

/// One of `example.claims`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleClaimTable {
    pub attribute: Spanned<String>,
    pub display: Option<String>,
    pub quote: Option<Spanned<String>>,
    pub subject: Option<String>,
    pub polarity: Option<Polarity>,
    pub certainty: Option<Certainty>,
}
