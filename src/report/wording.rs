//! Counted nouns, dates and places in files as every report for reading words them.

use super::place::Lines;
use super::plain::neutral;
use crate::{
    claim::Claim,
    finding::{Finding, Position, SourceInfo, Story, Verdict, spoken},
    text::{Published, PublishedFrom},
};

/// Words as a sentence starts with them.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "1 outlet", "2 outlets".
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// Who holds a position: "2 outlets, 1 origin".
pub(super) fn holders(position: &Position) -> String {
    let (outlets, origins) = (position.sources.len(), position.origins.len());
    if outlets == origins {
        counted(outlets, "outlet")
    } else {
        format!("{}, {}", counted(outlets, "outlet"), counted(origins, "origin"))
    }
}

/// "31 January 2026"
pub(super) fn day(published: Published) -> String {
    published.at.strftime("%-d %B %Y").to_string()
}

/// How a date is known, for a reader.
pub(super) const fn known_from(from: PublishedFrom) -> &'static str {
    match from {
        PublishedFrom::Given => "given",
        PublishedFrom::FrontMatter => "front matter",
        PublishedFrom::Dateline => "dateline",
        PublishedFrom::Markup => "page data",
        PublishedFrom::Url => "address",
        PublishedFrom::Story => "other articles",
    }
}

/// What a verdict means, for a reader.
pub(super) const fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "cannot both stand, or a reader is told two different things",
        Verdict::Tension => "could both hold; an editor should look",
        Verdict::Updated => "a later word replaces an earlier one",
        Verdict::Compatible => "one refines or contains the other",
        Verdict::Agree => "they say the same",
        Verdict::Incomparable => "about different things",
    }
}

/// The verdicts, strongest first.
pub(super) const VERDICTS: [Verdict; 6] = [
    Verdict::Conflict,
    Verdict::Tension,
    Verdict::Updated,
    Verdict::Compatible,
    Verdict::Agree,
    Verdict::Incomparable,
];

/// Why the positions of a finding relate as they do and, where it was settled before, why nobody is asked to act.
pub(super) fn settled_reason(finding: &Finding) -> String {
    finding
        .settled
        .as_ref()
        .map_or_else(|| finding.reason.to_string(), |settled| format!("{}; {settled}", finding.reason))
}

/// The places of a story's claims, by line and column.
pub(super) struct Places<'s> {
    story: &'s Story,
    lines: Vec<Lines<'s>>,
}

impl<'s> Places<'s> {
    /// Finds the lines of every source.
    pub(super) fn of(story: &'s Story) -> Self {
        Self { story, lines: story.sources.iter().map(|info| Lines::of(&info.source)).collect() }
    }

    /// The line and column of a claim's first character, and those behind its last.
    pub(super) fn ends(&self, claim: &Claim) -> ((usize, usize), (usize, usize)) {
        self.lines[claim.source].ends(claim.span)
    }

    /// "kyiv.txt:9:1": the path as it was given, or the article's id where there is none.
    pub(super) fn file(&self, claim: &Claim) -> String {
        let info = &self.story.sources[claim.source];
        let (line, column) = self.lines[claim.source].place_of(claim.span);
        format!("{}:{line}:{column}", file(info))
    }
}

impl Places<'_> {
    /// A claim's words with their place, and `when` behind it.
    pub(super) fn passage(&self, claim: &Claim, when: &str) -> String {
        let words = &self.story.sources[claim.source].source.text[claim.span.range()];
        format!("{}{when}: \"{}\"", neutral(&self.file(claim)), neutral(words))
    }
}

/// "killed, strike on Odesa": the attribute of a claim and what it is of.
pub(super) fn headed(claim: &Claim) -> String {
    let about = claim.subject.as_ref().map_or_else(String::new, |subject| format!(", {subject}"));
    format!("{}{}", spoken(&claim.attribute), neutral(&about))
}

/// The path as it was given, or the article's id where there is none.
fn file(info: &SourceInfo) -> &str {
    info.source.path.as_deref().unwrap_or(&info.source.id)
}
