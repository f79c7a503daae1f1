//! What a newsroom ignores: which findings, why, until when.

use super::glob;
use crate::{
    finding::{Finding, Report, Settled, Story},
    rules::RuleBook,
};
use jiff::civil::Date;

/// One `[[ignore]]` of the settings: every part that is given must fit a finding.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ignore {
    pub(super) finding: Option<String>,
    pub(super) story: Option<String>,
    pub(super) rule: Option<String>,
    pub(super) attribute: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) source: Option<String>,
    pub(super) reason: String,
    pub(super) owner: Option<String>,
    pub(super) until: Option<Date>,
    /// Where it stands in the file, in bytes.
    pub(super) place: usize,
}

impl Ignore {
    /// Whether a report can tell that it fits nothing: of a story that it names when that was checked, else when all were.
    fn is_of(&self, report: &Report, is_all: bool) -> bool {
        match &self.story {
            Some(pattern) => report.stories.iter().any(|story| glob::fits(pattern, &story.id)),
            None => is_all,
        }
    }

    /// Settles what it fits; answers with what is wrong with it and what to do, where it has run out or fits nothing although
    /// its story was checked.
    pub(super) fn settle(
        &self,
        report: &mut Report,
        book: &RuleBook,
        today: Date,
        is_all: bool,
    ) -> Option<(String, &'static str)> {
        let mut found = false;
        let is_told = self.is_of(report, is_all);
        let has_run_out = self.until.filter(|until| *until < today);
        for story in &mut report.stories {
            let fitting: Vec<usize> = (0..story.findings.len())
                .filter(|at| {
                    let finding = &story.findings[*at];
                    finding.verdict.is_flagged() && self.fits(finding, story, book)
                })
                .collect();
            found |= !fitting.is_empty();
            for at in fitting.into_iter().filter(|_| has_run_out.is_none()) {
                story.findings[at].settled.get_or_insert_with(|| Settled::Ignored {
                    reason: self.reason.clone(),
                    owner: self.owner.clone(),
                    until: self.until,
                });
            }
        }
        match has_run_out {
            Some(until) if found || is_told => Some((
                format!("expected an ignore that still holds, found one that ended on {until}"),
                "settle the finding, or say anew until when it may stand",
            )),
            None if !found && is_told => Some((
                "expected an ignore that fits a flagged finding, found one that fits none".to_owned(),
                "take it out: what it ignored is gone, or its words have changed; if it is of a story that was not checked, name that with `story`",
            )),
            Some(_) | None => None,
        }
    }

    fn fits(&self, finding: &Finding, story: &Story, book: &RuleBook) -> bool {
        let fits = |pattern: &Option<String>, text: &str| {
            pattern.as_ref().is_none_or(|pattern| glob::fits(pattern, text))
        };
        let rule = book.rules.get(finding.rule).map(crate::rules::Rule::name).unwrap_or_default();
        let source = self.source.as_ref().is_none_or(|pattern| {
            let mut sources = finding.positions.iter().flat_map(|position| &position.sources);
            sources.any(|at| glob::fits(pattern, &story.sources[*at].source.id))
        });
        source
            && fits(&self.finding, &finding.id)
            && fits(&self.story, &story.id)
            && fits(&self.rule, &rule)
            && fits(&self.attribute, &finding.attribute)
            && fits(&self.subject, &finding.subject)
    }
}
