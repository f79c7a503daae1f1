//! Flagged findings as workflow commands that GitHub shows beside the lines they are about.
//!
//! GitHub shows the first ten errors, ten warnings and ten notices of a step; the strongest findings come first, and the last
//! notice says how many there were in all.

use super::{
    ci::{Mark, level, marks},
    plain::neutral,
    rule_name,
    wording::{Places, counted},
};
use crate::{
    finding::{Finding, Report, Severity, Story, spoken},
    rules::RuleBook,
};

/// The annotations of each level that GitHub shows in one step.
const SHOWN: usize = 10;
/// The places that are named beside the one that is annotated.
const OTHERS: usize = 6;

/// The flagged findings as annotations, one a line.
#[must_use]
pub fn report(report: &Report, book: &RuleBook) -> String {
    let mut page = String::new();
    let mut counts = [0; 3];
    for story in &report.stories {
        let places = Places::of(story);
        for finding in story.findings.iter().filter(|finding| finding.asks()) {
            counts[level(finding) as usize] += 1;
            page.push_str(&annotation(finding, story, &places, book));
            page.push('\n');
        }
    }
    if counts.iter().any(|&count| count > SHOWN) {
        let flagged: usize = counts.iter().sum();
        let told = format!(
            "{} flagged; GitHub shows {SHOWN} of each level here, the log holds all of them",
            counted(flagged, "finding")
        );
        page.push_str(&format!("::notice title=gainsay::{}\n", data(&told)));
    }
    page
}

fn annotation(finding: &Finding, story: &Story, places: &Places<'_>, book: &RuleBook) -> String {
    let command = match level(finding) {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let marks = marks(finding, story, places);
    let mut properties: Vec<(&str, String)> = Vec::new();
    if let Some(mark) = marks.first() {
        properties.extend(place(mark));
    }
    let title = format!("{}: {}", finding.verdict.word(), spoken(&finding.attribute));
    properties.push(("title", property(&title)));
    let properties: Vec<String> =
        properties.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("::{command} {}::{}", properties.join(","), data(&message(finding, &marks, places, book)))
}

/// File, lines and, where the words stand in one line, columns.
fn place(mark: &Mark<'_>) -> Vec<(&'static str, String)> {
    let Some(path) = &mark.info.source.path else { return Vec::new() };
    let ((line, column), (end_line, end_column)) = (mark.start, mark.end);
    let mut place = vec![
        ("file", property(path.strip_prefix("./").unwrap_or(path))),
        ("line", line.to_string()),
        ("endLine", end_line.to_string()),
    ];
    if line == end_line {
        place.push(("col", column.to_string()));
        // The last column is one of the annotated ones.
        place.push(("endColumn", end_column.saturating_sub(1).max(column).to_string()));
    }
    place
}

/// What differs, who says what where, why, and the handle to look it up by.
fn message(finding: &Finding, marks: &[Mark<'_>], places: &Places<'_>, book: &RuleBook) -> String {
    let mut lines = vec![neutral(&finding.message).into_owned()];
    for mark in marks.iter().take(OTHERS) {
        let told = format!("{}: \"{}\" in {}", mark.display, mark.quote(), places.file(mark.claim));
        lines.push(neutral(&told).into_owned());
    }
    if marks.len() > OTHERS {
        lines.push(format!("and {} more", counted(marks.len() - OTHERS, "place")));
    }
    lines.push(neutral(&finding.reason.to_string()).into_owned());
    lines.push(neutral(&format!("{} {}", rule_name(book, finding.rule), finding.id)).trim().to_owned());
    lines.join("\n")
}

/// The message of a command: what would end or encode it is encoded.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command: its separators are encoded too.
fn property(text: &str) -> String {
    data(&neutral(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_line_for_each_flagged_finding() {
        sample::assert_snapshot("sample-github", &report(&sample::report(), &RuleBook::default()));
    }

    #[test]
    fn nothing_written_ends_a_command_or_starts_another() {
        assert_eq!(data("50% \r\n::error::x"), "50%25 %0D%0A::error::x");
        assert_eq!(property("a:b,c\n::set-env"), "a%3Ab%2Cc %3A%3Aset-env");
        let mut hostile = sample::report();
        hostile.stories[0].findings[0].message = "x\n::error::y".to_owned();
        let page = report(&hostile, &RuleBook::default());
        assert_eq!(page.lines().filter(|line| line.starts_with("::")).count(), 1, "{page}");
    }

    #[test]
    fn more_than_github_shows_is_said() {
        let mut many = sample::report();
        let flagged = many.stories[0].findings[0].clone();
        many.stories[0].findings = vec![flagged; 12];
        let page = report(&many, &RuleBook::default());
        assert!(
            page.ends_with(
                "12 findings flagged; GitHub shows 10 of each level here, the log holds all of them\n"
            ),
            "{page}"
        );
    }
}
