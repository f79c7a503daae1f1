//! The claims of a report as a table for spreadsheets: one row for each claim of each finding, then the claims that
//! stand alone (RFC 4180: commas, quotes where needed, CRLF).
//!
//! A spreadsheet takes a cell that starts with `=`, `+`, `-` or `@` for a formula, and the cells hold words of strangers:
//! such a cell starts with an apostrophe.

use super::{
    json::claim_id,
    plain::neutral,
    rule_name,
    wording::{Places, settled_reason},
};
use crate::{
    claim::{Certainty, Claim, ClaimId, Count, Polarity},
    finding::{Report, Story},
    rules::RuleBook,
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

const COLUMNS: [&str; 28] = [
    "story",
    "finding",
    "verdict",
    "severity",
    "subject",
    "reason",
    "position",
    "claim",
    "rule",
    "attribute",
    "display",
    "stated",
    "min",
    "max",
    "qualifier",
    "polarity",
    "certainty",
    "speaker",
    "source",
    "publisher",
    "published",
    "origin",
    "path",
    "line",
    "column",
    "start",
    "end",
    "quote",
];

/// The report as CSV with a head row.
#[must_use]
pub fn report(report: &Report, book: &RuleBook) -> String {
    let mut page = COLUMNS.join(",") + "\r\n";
    for story in &report.stories {
        put_story(&mut page, story, book);
    }
    page
}

fn put_story(page: &mut String, story: &Story, book: &RuleBook) {
    let places = Places::of(story);
    let mut seen = BTreeSet::new();
    for finding in &story.findings {
        let mut opening = vec![
            text(&story.id),
            text(&finding.id),
            text(finding.verdict.word()),
            text(finding.severity.word()),
            text(&finding.subject),
            text(&settled_reason(finding)),
            String::new(),
        ];
        for (at, position) in finding.positions.iter().enumerate() {
            opening[6] = (at + 1).to_string();
            for &id in &position.claims {
                seen.insert(id);
                put_row(page, opening.clone(), claim(id, story, &places, book));
            }
        }
    }
    for id in (0..story.claims.len()).map(ClaimId).filter(|id| !seen.contains(id)) {
        let mut opening = vec![String::new(); 7];
        opening[0] = text(&story.id);
        put_row(page, opening, claim(id, story, &places, book));
    }
}

/// The columns that a claim fills.
fn claim(id: ClaimId, story: &Story, places: &Places<'_>, book: &RuleBook) -> Vec<String> {
    let claim = &story.claims[id.0];
    let info = &story.sources[claim.source];
    let ((line, column), _) = places.ends(claim);
    let [stated, min, max, qualifier] = figures(claim);
    let published = info.published.map_or_else(String::new, |published| {
        if published.has_time { published.at.to_string() } else { published.at.date().to_string() }
    });
    let span = info.source.in_file(claim.span);
    vec![
        claim_id(id.0),
        text(&rule_name(book, claim.rule)),
        text(&claim.attribute),
        text(&claim.display),
        stated,
        min,
        max,
        qualifier,
        text(polarity(claim.stance.polarity)),
        text(certainty(claim.stance.certainty)),
        text(claim.stance.speaker.as_deref().unwrap_or_default()),
        text(&info.source.id),
        text(info.publisher.as_deref().unwrap_or_default()),
        published,
        text(&story.origins[info.origin].label),
        text(info.source.path.as_deref().unwrap_or_default()),
        line.to_string(),
        column.to_string(),
        span.start().to_string(),
        span.end().to_string(),
        text(&info.source.text[claim.span.range()]),
    ]
}

/// The figure as printed, its bounds and its qualifier; empty for what is no figure.
fn figures(claim: &Claim) -> [String; 4] {
    let plain = |n: Option<Decimal>| n.map_or_else(String::new, |n| n.normalize().to_string());
    let Some(Count { bound, .. }) = claim.value.count() else { return Default::default() };
    [plain(bound.stated()), plain(bound.min()), plain(bound.max()), bound.qualifier().to_owned()]
}

const fn polarity(of: Polarity) -> &'static str {
    match of {
        Polarity::Affirmed => "affirmed",
        Polarity::Negated => "negated",
    }
}

const fn certainty(of: Certainty) -> &'static str {
    match of {
        Certainty::Asserted => "asserted",
        Certainty::Reported => "reported",
        Certainty::Planned => "planned",
        Certainty::Possible => "possible",
    }
}

/// A cell of words: neutral, no formula, quoted where a comma or quote stands in it.
fn text(words: &str) -> String {
    let shown = neutral(words);
    let guard = if shown.trim_start().starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    if shown.contains([',', '"']) || shown.starts_with(' ') || shown.ends_with(' ') {
        format!("\"{guard}{}\"", shown.replace('"', "\"\""))
    } else {
        format!("{guard}{shown}")
    }
}

fn put_row(page: &mut String, mut opening: Vec<String>, claim: Vec<String>) {
    opening.extend(claim);
    page.push_str(&opening.join(","));
    page.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_row_for_each_claim_of_each_finding() {
        sample::assert_snapshot("sample-csv", &report(&sample::report(), &RuleBook::default()));
    }

    #[test]
    fn cells_hold_words_and_never_formulas() {
        for (words, cell) in [
            ("five killed", "five killed"),
            ("Kyiv, Ukraine", "\"Kyiv, Ukraine\""),
            ("\"no\"", "\"\"\"no\"\"\""),
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("-2, at dawn", "\"'-2, at dawn\""),
            ("\t@SUM(A1)", "\"' @SUM(A1)\""),
            ("two\r\nlines", "two  lines"),
        ] {
            assert_eq!(text(words), cell);
        }
    }
}
