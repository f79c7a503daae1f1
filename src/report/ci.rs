//! What the formats for CI share: how strong a finding is there, and the places that it points at.

use super::wording::Places;
use crate::{
    claim::Claim,
    finding::{Finding, Severity, SourceInfo, Story, Verdict},
};

/// How strong a finding is to a tool that knows three strengths.
///
/// The rule's severity decides; what could both hold is never an error.
pub(super) fn level(finding: &Finding) -> Severity {
    match finding.verdict {
        Verdict::Conflict => finding.severity,
        Verdict::Tension => finding.severity.min(Severity::Warning),
        Verdict::Updated | Verdict::Compatible | Verdict::Agree | Verdict::Incomparable => Severity::Note,
    }
}

/// A place that a finding points at.
pub(super) struct Mark<'s> {
    /// The value that is stated there, as its position shows it.
    pub(super) display: &'s str,
    /// The claim.
    pub(super) claim: &'s Claim,
    /// Its article.
    pub(super) info: &'s SourceInfo,
    /// The line and column of its first character.
    pub(super) start: (usize, usize),
    /// The line and column behind its last character.
    pub(super) end: (usize, usize),
}

impl Mark<'_> {
    /// The words that carry the claim.
    pub(super) fn quote(&self) -> &str {
        &self.info.source.text[self.claim.span.range()]
    }
}

/// The places of a finding: the first of each position, then the others in the order of the positions.
pub(super) fn marks<'s>(finding: &'s Finding, story: &'s Story, places: &Places<'s>) -> Vec<Mark<'s>> {
    let firsts = finding.positions.iter().filter_map(|position| Some((position, position.claims.first()?)));
    let others = finding
        .positions
        .iter()
        .flat_map(|position| position.claims.iter().skip(1).map(move |claim| (position, claim)));
    firsts
        .chain(others)
        .map(|(position, id)| {
            let claim = &story.claims[id.0];
            let (start, end) = places.ends(claim);
            Mark { display: &position.display, claim, info: &story.sources[claim.source], start, end }
        })
        .collect()
}
