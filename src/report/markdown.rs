//! The report as Markdown: a matrix of topic by source, then the findings.

use super::{
    plain::neutral,
    rule_name,
    wording::{Places, VERDICTS, capitalised, counted, day, holders, known_from, meaning, settled_reason},
};
use crate::{
    claim::Claim,
    finding::{Finding, Report, Story, Verdict, spoken},
    rules::RuleBook,
};
use std::fmt::Write;

/// The report as Markdown.
#[must_use]
pub fn report(report: &Report, book: &RuleBook) -> String {
    let stories: Vec<String> = report.stories.iter().map(|one| story(one, book)).collect();
    stories.join("\n")
}

fn story(story: &Story, book: &RuleBook) -> String {
    let mut page = format!("# {}\n\n", escaped(&story.id));
    let told = [counted(story.sources.len(), "source"), counted(story.origins.len(), "origin")];
    line(&mut page, &format!("{}. {}", told.join(", "), tally(story)));
    page.push_str(&sources(story));
    page.push_str(&matrix(story));
    let places = Places::of(story);
    for verdict in VERDICTS {
        let findings: Vec<&Finding> =
            story.findings.iter().filter(|found| found.verdict == verdict).collect();
        if findings.is_empty() {
            continue;
        }
        line(&mut page, &format!("\n## {}: {}\n", capitalised(verdict.word()), meaning(verdict)));
        for found in findings {
            match verdict {
                Verdict::Conflict | Verdict::Tension | Verdict::Updated | Verdict::Compatible => {
                    page.push_str(&finding(found, story, &places, book));
                }
                Verdict::Agree | Verdict::Incomparable => {
                    let reason = found.reason.to_string();
                    line(&mut page, &format!("- {} ({})", escaped(&found.message), escaped(&reason)));
                }
            }
        }
    }
    let coverage = &story.coverage;
    line(
        &mut page,
        &format!(
            "\n{} of {} gave {}; {} in no other article; {} could not be placed.",
            coverage.sentences_with_claims,
            counted(coverage.sentences, "sentence"),
            counted(story.claims.len(), "claim"),
            coverage.single_claims,
            counted(coverage.unplaced_times, "time"),
        ),
    );
    page
}

/// "2 conflict, 1 agree."
fn tally(story: &Story) -> String {
    let counts: Vec<String> = VERDICTS
        .iter()
        .map(|&verdict| (verdict, story.findings.iter().filter(|found| found.verdict == verdict).count()))
        .filter(|&(_, count)| count > 0)
        .map(|(verdict, count)| format!("{count} {}", verdict.word()))
        .collect();
    if counts.is_empty() { "Nothing to compare.".to_owned() } else { counts.join(", ") + "." }
}

fn sources(story: &Story) -> String {
    let mut page =
        "\n| source | publisher | published | origin | words |\n|---|---|---|---|---:|\n".to_owned();
    for info in &story.sources {
        let published =
            info.published.map_or_else(String::new, |at| format!("{} ({})", day(at), known_from(at.from)));
        let cells = [
            escaped(&info.source.id),
            escaped(info.publisher.as_deref().unwrap_or_default()),
            published,
            escaped(&story.origins[info.origin].label),
            info.words.to_string(),
        ];
        line(&mut page, &format!("| {} |", cells.join(" | ")));
    }
    page
}

/// What each source says about each topic on which anything can be compared.
fn matrix(story: &Story) -> String {
    let rows: Vec<&Finding> =
        story.findings.iter().filter(|found| found.verdict != Verdict::Incomparable).collect();
    if rows.is_empty() {
        return String::new();
    }
    let ids: Vec<String> = story.sources.iter().map(|info| escaped(&info.source.id)).collect();
    let mut page = format!("\n| | {} | |\n|---|{}---|\n", ids.join(" | "), "---|".repeat(ids.len()));
    for found in rows {
        let cells: Vec<String> = (0..story.sources.len())
            .map(|source| {
                let said: Vec<String> = found
                    .positions
                    .iter()
                    .filter(|position| position.sources.contains(&source))
                    .map(|position| escaped(&position.display))
                    .collect();
                said.join("; ")
            })
            .collect();
        let attribute = spoken(&found.attribute);
        let topic = if found.subject.starts_with(&attribute) {
            found.subject.clone()
        } else {
            format!("{attribute}: {}", found.subject)
        };
        line(
            &mut page,
            &format!("| {} | {} | {} |", escaped(&topic), cells.join(" | "), found.verdict.word()),
        );
    }
    page
}

fn finding(finding: &Finding, story: &Story, places: &Places<'_>, book: &RuleBook) -> String {
    let mut page = format!("### {}\n\n", escaped(&finding.message));
    for position in &finding.positions {
        line(&mut page, &format!("- **{}** ({})", escaped(&position.display), holders(position)));
        for claim in position.claims.iter().map(|id| &story.claims[id.0]) {
            line(&mut page, &format!("  - {}: {}", escaped(&places.file(claim)), quoted(claim, story)));
        }
    }
    let handle = format!("{}, {} {}", rule_name(book, finding.rule), finding.severity.word(), finding.id);
    line(&mut page, &format!("\n{}. ({})\n", escaped(&settled_reason(finding)), escaped(&handle)));
    page
}

/// The bytes of a sentence that are shown on either side of a claim, and at most of a claim.
const REACH: usize = 400;

/// The sentence with the claim's words set off; what is long is cut.
pub(super) fn quoted(claim: &Claim, story: &Story) -> String {
    let text = &story.sources[claim.source].source.text;
    let whole = claim.sentence.cover(claim.span);
    let (start, end) = (claim.span.start(), claim.span.end());
    let from = text.ceil_char_boundary(whole.start().max(start.saturating_sub(REACH)));
    let stop = text.floor_char_boundary(end.min(start + REACH));
    let to = if stop < end { stop } else { text.floor_char_boundary(whole.end().min(end + REACH)) };
    let dots = |cut| if cut { "…" } else { "" };
    format!(
        "{}{}**{}**{}{}",
        dots(from > whole.start()),
        escaped(&text[from..start]),
        escaped(text[start..stop].trim()),
        escaped(&text[stop..to]),
        dots(to < whole.end()),
    )
}

/// Text whose signs mean themselves in Markdown and whose lines and blanks are one.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in neutral(text).chars() {
        match c {
            ' ' if escaped.ends_with(' ') => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

fn line(page: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_matrix_then_the_findings() {
        sample::assert_snapshot("sample-markdown", &report(&sample::report(), &RuleBook::default()));
    }
}
