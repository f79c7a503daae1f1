//! The report as `JUnit` XML: a suite for each story, a case for each finding, a failure for each flagged one.
//!
//! What is flagged fails, what cannot be compared is skipped with its reason, everything else passes. The element and
//! attribute names are those of the schema that Jenkins publishes, with the `file` and `line` that several readers know.

use super::{
    ci::marks,
    plain::neutral,
    rule_name,
    wording::{Places, holders},
};
use crate::{
    finding::{Finding, Report, Story, Verdict, spoken},
    rules::RuleBook,
};

/// The report as `JUnit` XML.
#[must_use]
pub fn report(report: &Report, book: &RuleBook) -> String {
    let all = || report.stories.iter().flat_map(|story| &story.findings);
    let mut page = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gainsay\" {}>\n",
        counts(all)
    );
    for story in &report.stories {
        page.push_str(&format!(
            "  <testsuite name=\"{}\" {} skipped=\"{}\">\n",
            escaped(&story.id),
            counts(|| story.findings.iter()),
            story.findings.iter().filter(|finding| is_skipped(finding)).count(),
        ));
        let places = Places::of(story);
        for finding in &story.findings {
            page.push_str(&case(finding, story, &places, book));
        }
        page.push_str("  </testsuite>\n");
    }
    page.push_str("</testsuites>\n");
    page
}

fn counts<'f, I: Iterator<Item = &'f Finding>>(findings: impl Fn() -> I) -> String {
    let flagged = findings().filter(|finding| finding.asks()).count();
    format!("tests=\"{}\" failures=\"{flagged}\" errors=\"0\" time=\"0\"", findings().count())
}

/// Whether a finding neither passes nor fails: what it is about cannot be compared, or was settled before.
fn is_skipped(finding: &Finding) -> bool {
    finding.verdict == Verdict::Incomparable || finding.settled.is_some()
}

fn case(finding: &Finding, story: &Story, places: &Places<'_>, book: &RuleBook) -> String {
    let name = format!("{}: {} [{}]", spoken(&finding.attribute), finding.subject, finding.id);
    let rule = rule_name(book, finding.rule).replace('/', ".");
    let class = if rule.is_empty() { story.id.clone() } else { format!("{}.{rule}", story.id) };
    let marks = marks(finding, story, places);
    let place = marks
        .first()
        .and_then(|mark| {
            let path = mark.info.source.path.as_deref()?;
            Some(format!(" file=\"{}\" line=\"{}\"", escaped(path), mark.start.0))
        })
        .unwrap_or_default();
    let opening = format!(
        "    <testcase classname=\"{}\" name=\"{}\"{place} time=\"0\"",
        escaped(&class),
        escaped(&name)
    );
    if let Some(settled) = &finding.settled {
        let why = escaped(&settled.to_string());
        return format!("{opening}>\n      <skipped message=\"{why}\"/>\n    </testcase>\n");
    }
    match finding.verdict {
        Verdict::Conflict | Verdict::Tension => format!(
            "{opening}>\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n",
            finding.verdict.word(),
            escaped(&finding.message),
            body(finding, story, places)
        ),
        Verdict::Incomparable => format!(
            "{opening}>\n      <skipped message=\"{}\"/>\n    </testcase>\n",
            escaped(&finding.reason.to_string())
        ),
        Verdict::Updated | Verdict::Compatible | Verdict::Agree => format!("{opening}/>\n"),
    }
}

/// Every position with its passages, then the reason.
fn body(finding: &Finding, story: &Story, places: &Places<'_>) -> String {
    let mut lines = vec![String::new()];
    for position in &finding.positions {
        lines.push(format!("{} ({})", escaped(&position.display), holders(position)));
        for claim in position.claims.iter().map(|id| &story.claims[id.0]) {
            let quote = &story.sources[claim.source].source.text[claim.span.range()];
            lines.push(format!("  {}: \"{}\"", escaped(&places.file(claim)), escaped(quote)));
        }
    }
    lines.push(escaped(&finding.reason.to_string()));
    lines.push(String::new());
    lines.join("\n")
}

/// Text for an attribute or element: markup means itself, and no character is one that XML 1.0 refuses.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in neutral(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push(char::REPLACEMENT_CHARACTER),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_case_for_each_finding() {
        sample::assert_snapshot("sample-junit", &report(&sample::report(), &RuleBook::default()));
    }

    #[test]
    fn markup_and_forbidden_characters_are_text() {
        assert_eq!(
            escaped("<b a='1'>\"&\u{0}\u{FFFF}\u{1b}]]>"),
            "&lt;b a=&apos;1&apos;&gt;&quot;&amp;\u{FFFD}\u{FFFD}\u{FFFD}]]&gt;"
        );
    }
}
