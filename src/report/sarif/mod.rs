//! Flagged findings as SARIF 2.1.0, for code scanning and editors.
//!
//! One run, one result for each flagged finding: its location is the first passage of its first position, its related
//! locations are the other passages, its fingerprint the finding's id. GitHub's limits are kept: what is cut is told in
//! the run's notifications. How paths become URIs is in `uri`, the document's shape in `shape`.

mod shape;
mod uri;

use super::{
    ci::{Mark, level, marks},
    plain::neutral,
    rule_name,
    wording::{Places, capitalised, counted},
};
use crate::{
    finding::{Finding, Gone, Report, Settled, Severity, Story},
    rules::{Rule, RuleBook},
};
use shape::{
    Configuration, Driver, Invocation, Location, Log, Message, Notification, Properties, RuleJson, Run, Text,
    Tool,
};
use std::collections::BTreeMap;

/// The results of a run that GitHub takes.
const RESULTS: usize = 25_000;
/// The characters of a description that GitHub takes.
const DESCRIPTION: usize = 1024;
/// The related locations that a result names; GitHub takes a thousand and shows a hundred.
const RELATED: usize = 100;
/// The characters of a passage that a message quotes.
const QUOTED: usize = 200;

/// The flagged findings as a SARIF log, indented, with a line feed at its end.
#[must_use]
pub fn report(report: &Report, book: &RuleBook) -> String {
    let mut results = Vec::new();
    let mut cut = 0;
    for story in &report.stories {
        let places = Places::of(story);
        for finding in story.findings.iter().filter(|finding| finding.verdict.is_flagged()) {
            if results.len() < RESULTS {
                results.push(result(finding, story, &places, book, report.baseline.is_some()));
            } else {
                cut += 1;
            }
        }
    }
    let mut notifications = Vec::new();
    if cut > 0 {
        let told = format!("{} left out: a run holds at most {RESULTS}", counted(cut, "finding"));
        notifications.push(Notification { level: "warning", message: Text { text: told } });
    }
    notifications.extend(report.baseline.iter().flat_map(|against| &against.gone).map(absent));
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: env!("CARGO_PKG_NAME"),
                version: env!("CARGO_PKG_VERSION"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: book.rules.iter().map(rule).collect(),
            },
        },
        invocations: [Invocation { execution_successful: true, tool_execution_notifications: notifications }],
        column_kind: "unicodeCodePoints",
        results,
    };
    let mut text = super::json::pretty(&Log::of(run));
    text.push('\n');
    text
}

fn rule(rule: &Rule) -> RuleJson {
    RuleJson {
        id: rule.name(),
        short_description: Text { text: cut(&rule.summary, DESCRIPTION) },
        full_description: Text { text: cut(&rule.why, DESCRIPTION) },
        help: Text { text: format!("{}. {}", rule.summary.trim_end_matches('.'), rule.why) },
        default_configuration: Configuration { level: word(rule.severity) },
        properties: BTreeMap::from([("tags", vec![rule.pack.clone()])]),
    }
}

/// What was known before and is found no more. A result that is absent would need a place, which is gone as well.
fn absent(gone: &Gone) -> Notification {
    let told = format!("absent, known before: {} ({}, {})", gone.message, gone.story, gone.id);
    Notification { level: "note", message: Text { text: neutral(&told).into_owned() } }
}

fn result(
    finding: &Finding,
    story: &Story,
    places: &Places<'_>,
    book: &RuleBook,
    has_baseline: bool,
) -> shape::ResultJson {
    let marks = marks(finding, story, places);
    let name = rule_name(book, finding.rule);
    let is_known = !name.is_empty();
    let related = || marks.iter().skip(1).take(RELATED);
    let mut told = vec![capitalised(&bracketed(&finding.message)) + "."];
    for (at, mark) in related().enumerate().take(finding.positions.len().saturating_sub(1)) {
        told.push(format!(
            "[{}]({}) in {}: \"{}\".",
            bracketed(mark.display),
            at + 1,
            bracketed(&mark.info.source.id),
            bracketed(&cut(mark.quote(), QUOTED)),
        ));
    }
    told.push(capitalised(&bracketed(&finding.reason.to_string())) + ".");
    if marks.len() > RELATED + 1 {
        told.push(format!("{} not listed.", counted(marks.len() - RELATED - 1, "further place")));
    }
    shape::ResultJson {
        rule_id: if is_known { name } else { finding.attribute.clone() },
        rule_index: is_known.then_some(finding.rule),
        level: word(level(finding)),
        message: Text { text: told.join(" ") },
        locations: marks.first().map(|mark| location(mark, None)).into_iter().collect(),
        related_locations: related().enumerate().map(|(at, mark)| location(mark, Some(at + 1))).collect(),
        suppressions: finding.settled.as_ref().map(suppression).into_iter().collect(),
        baseline_state: baseline_state(finding, has_baseline),
        partial_fingerprints: BTreeMap::from([("gainsayFinding/v1", finding.id.clone())]),
        properties: Properties {
            story: neutral(&story.id).into_owned(),
            verdict: finding.verdict.word(),
            attribute: finding.attribute.clone(),
            subject: neutral(&finding.subject).into_owned(),
            reason: finding.reason.code(),
            positions: finding
                .positions
                .iter()
                .map(|position| neutral(&position.display).into_owned())
                .collect(),
        },
    }
}

/// Why nobody is asked to act, in SARIF's words.
fn suppression(settled: &Settled) -> shape::Suppression {
    shape::Suppression {
        kind: "external",
        status: "accepted",
        justification: neutral(&settled.to_string()).into_owned(),
    }
}

/// Whether a result was there before; what is ignored is never asked of a baseline.
const fn baseline_state(finding: &Finding, has_baseline: bool) -> Option<&'static str> {
    match &finding.settled {
        Some(Settled::Known) => Some("unchanged"),
        Some(Settled::Ignored { .. }) => None,
        None if has_baseline => Some("new"),
        None => None,
    }
}

/// A passage: in its file where there is one, else in the article by name.
fn location(mark: &Mark<'_>, id: Option<usize>) -> Location {
    let span = mark.info.source.in_file(mark.claim.span);
    let region = shape::Region {
        start_line: mark.start.0,
        start_column: mark.start.1,
        end_line: mark.end.0,
        end_column: mark.end.1,
        byte_offset: span.start(),
        byte_length: span.len(),
        snippet: Text { text: neutral(mark.quote()).into_owned() },
    };
    let source = &mark.info.source;
    Location {
        id,
        message: id
            .is_some()
            .then(|| Message { text: format!("{}, {}", bracketed(mark.display), bracketed(&source.id)) }),
        physical_location: source
            .path
            .as_deref()
            .map(|path| shape::PhysicalLocation { artifact_location: uri::artifact(path), region }),
        logical_locations: if source.path.is_some() {
            Vec::new()
        } else {
            vec![shape::LogicalLocation { name: neutral(&source.id).into_owned(), kind: "article" }]
        },
    }
}

/// The strength in SARIF's words.
const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Text for a message: brackets mean themselves and link nowhere.
fn bracketed(text: &str) -> String {
    let mut bracketed = String::with_capacity(text.len());
    for c in neutral(text).chars() {
        if matches!(c, '[' | ']' | '\\') {
            bracketed.push('\\');
        }
        bracketed.push(c);
    }
    bracketed
}

/// At most `most` characters; what is cut ends in dots.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some(_) => text.chars().take(most - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_result_for_each_flagged_finding() {
        let log = report(&sample::report(), &RuleBook::default());
        let version = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
        sample::assert_snapshot("sample-sarif", &log.replace(&version, "\"VERSION\""));
    }

    #[test]
    fn regions_hold_the_words_that_they_quote() {
        let report = sample::report();
        let log: serde_json::Value =
            serde_json::from_str(&super::report(&report, &RuleBook::default())).unwrap();
        let text = &report.stories[0].sources[0].source.text;
        let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
        let at = |name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap();
        let quote = &text[at("byteOffset")..at("byteOffset") + at("byteLength")];
        assert_eq!(quote, region["snippet"]["text"].as_str().unwrap());
        let line = text.lines().nth(at("startLine") - 1).unwrap();
        assert!(line[at("startColumn") - 1..].starts_with(quote), "{line}");
    }

    #[test]
    fn what_github_would_refuse_is_cut_and_said() {
        let mut many = sample::report();
        let flagged = many.stories[0].findings[0].clone();
        many.stories[0].findings = vec![flagged; RESULTS + 3];
        let log: serde_json::Value = serde_json::from_str(&report(&many, &RuleBook::default())).unwrap();
        let run = &log["runs"][0];
        assert_eq!(run["results"].as_array().unwrap().len(), RESULTS);
        assert_eq!(
            run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"],
            "3 findings left out: a run holds at most 25000"
        );
    }

    #[test]
    fn words_are_no_links() {
        assert_eq!(bracketed("see [here](javascript:x)"), "see \\[here\\](javascript:x)");
        assert_eq!(cut("abcdef", 4), "abc…");
    }
}
