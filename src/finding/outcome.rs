//! The report as data: stories, sources, claims and findings, in the order in which they are printed.

use super::{Origin, Reason, Severity, Verdict};
use crate::{
    claim::{Claim, ClaimId},
    text::{Published, Source},
};
use jiff::civil::Date;
use std::fmt;

/// One distinct value of a topic and who holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The value as shown.
    pub display: String,
    /// The claims that state it.
    pub claims: Vec<ClaimId>,
    /// Their sources, as indices into the story's sources.
    pub sources: Vec<usize>,
    /// Their origins, as indices into the story's origins.
    pub origins: Vec<usize>,
}

/// What is concluded about one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// A fingerprint of attribute, subject and values; it survives moved lines, and is one in every story that has them.
    pub id: String,
    /// How the positions relate.
    pub verdict: Verdict,
    /// How much it matters.
    pub severity: Severity,
    /// The rule that read the first claim, as an index into the rule book.
    pub rule: usize,
    /// The attribute.
    pub attribute: String,
    /// What it is about, for a reader.
    pub subject: String,
    /// One short sentence.
    pub message: String,
    /// One position per distinct value.
    pub positions: Vec<Position>,
    /// Why.
    pub reason: Reason,
    /// Why nobody is asked to act on it, where that was settled before.
    pub settled: Option<Settled>,
}

impl Finding {
    /// Whether an editor is asked to act: it is flagged, and was not settled before.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.verdict.is_flagged() && self.settled.is_none()
    }
}

/// Why nobody is asked to act on a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// The newsroom ignores it, and says why.
    Ignored {
        /// The reason that the newsroom gives.
        reason: String,
        /// Who answers for it.
        owner: Option<String>,
        /// The last day on which it is ignored.
        until: Option<Date>,
    },
    /// It stands in the baseline: it was there before.
    Known,
}

impl Settled {
    /// The word that is shown beside the verdict.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Ignored { .. } => "ignored",
            Self::Known => "known before",
        }
    }
}

impl fmt::Display for Settled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ignored { reason, owner, until } => {
                write!(f, "ignored: {reason}")?;
                if let Some(owner) = owner {
                    write!(f, " ({owner})")?;
                }
                until.map_or(Ok(()), |until| write!(f, ", until {until}"))
            }
            Self::Known => f.write_str("known before, in the baseline"),
        }
    }
}

/// A source with what was found out about it.
#[derive(Debug, Clone)]
pub struct SourceInfo {
    /// The article.
    pub source: Source,
    /// The publisher, given or read.
    pub publisher: Option<String>,
    /// When it was published, as resolved.
    pub published: Option<Published>,
    /// Its origin, as an index into the story's origins.
    pub origin: usize,
    /// The number of words in its story blocks.
    pub words: usize,
}

/// What was read and what was left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Sentences in story blocks.
    pub sentences: usize,
    /// Sentences from which a claim was taken.
    pub sentences_with_claims: usize,
    /// Claims whose value is a point in time that could not be placed.
    pub unplaced_times: usize,
    /// Claims that stand in no finding.
    pub single_claims: usize,
}

/// One story's report.
#[derive(Debug, Clone)]
pub struct Story {
    /// The story's name.
    pub id: String,
    /// Its sources, by id.
    pub sources: Vec<SourceInfo>,
    /// Its origins.
    pub origins: Vec<Origin>,
    /// Its claims, by source and place; a [`ClaimId`] is an index into them.
    pub claims: Vec<Claim>,
    /// Its findings, strongest first.
    pub findings: Vec<Finding>,
    /// What was read and left out.
    pub coverage: Coverage,
}

/// What a run concluded.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The stories, in the order of their names.
    pub stories: Vec<Story>,
    /// The settings that it was made under: their path, and the SHA-256 of the file.
    pub settings: Option<(String, String)>,
    /// The baseline that it was held against.
    pub baseline: Option<Against>,
}

/// A baseline that a report was held against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Against {
    /// Its path.
    pub path: String,
    /// What it knows of the stories that were checked, and nothing finds any more.
    pub gone: Vec<Gone>,
}

/// A finding that was known before and is there no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its story.
    pub story: String,
    /// Its id.
    pub id: String,
    /// What it said.
    pub message: String,
}
