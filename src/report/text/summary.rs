//! What was read and what came of it, in a few lines.

use super::{
    ink,
    page::{Ink, Page},
};
use crate::{
    finding::{Evidence, Story},
    report::wording::{VERDICTS, counted, day, known_from},
};
use unicode_width::UnicodeWidthStr;

/// The sources that are listed by name; a story with more is told in figures.
const LISTED: usize = 12;

/// Puts the summary of a story.
pub(super) fn put(page: &mut Page, story: &Story) {
    page.put(Ink::Strong, "READ").end();
    if story.sources.len() <= LISTED {
        put_sources(page, story);
    }
    put_origins(page, story);
    let coverage = &story.coverage;
    let mut read = format!(
        "{} of {} gave {}",
        coverage.sentences_with_claims,
        counted(coverage.sentences, "sentence"),
        counted(story.claims.len(), "claim"),
    );
    if coverage.single_claims > 0 {
        read.push_str(&format!("; {} in no other article", coverage.single_claims));
    }
    if coverage.unplaced_times > 0 {
        read.push_str(&format!("; {} could not be placed", counted(coverage.unplaced_times, "time")));
    }
    page.paragraph(Ink::Plain, 2, (Ink::Plain, ""), &read);
    page.put(Ink::Plain, "  ");
    put_tally(page, std::slice::from_ref(story));
}

/// Puts the summary of several stories.
pub(super) fn put_all(page: &mut Page, stories: &[Story]) {
    page.put(Ink::Strong, &format!("{} stories", stories.len())).put(Ink::Plain, ": ");
    put_tally(page, stories);
}

fn put_sources(page: &mut Page, story: &Story) {
    let widest = story.sources.iter().map(|info| info.source.id.width()).max().unwrap_or_default();
    for info in &story.sources {
        let mut told = vec![info.published.map_or_else(
            || "no date".to_owned(),
            |published| format!("{} ({})", day(published), known_from(published.from)),
        )];
        told.extend(info.publisher.clone());
        told.push(counted(info.words, "word"));
        let pad = " ".repeat(widest - info.source.id.width() + 2);
        page.paragraph(Ink::Plain, 2, (Ink::Plain, &format!("{}{pad}", info.source.id)), &told.join(", "));
    }
}

/// Says which sources are one witness, and why.
fn put_origins(page: &mut Page, story: &Story) {
    let names = |sources: &[usize]| {
        let names: Vec<&str> = sources.iter().map(|&at| story.sources[at].source.id.as_str()).collect();
        names.join(", ")
    };
    for origin in story.origins.iter().filter(|origin| origin.sources.len() > 1) {
        let why: Vec<String> = origin
            .evidence
            .iter()
            .map(|evidence| match evidence {
                Evidence::Credit { agency, .. } => format!("credited to {agency}"),
                Evidence::SharedText { share, .. } => format!("{share} % of the sentences shared"),
            })
            .collect();
        let told = format!("{} are one origin, {}: {}", names(&origin.sources), origin.label, why.join(", "));
        page.paragraph(Ink::Plain, 2, (Ink::Plain, ""), &told);
    }
}

/// "2 conflict, 1 tension, 4 agree", strongest first.
fn put_tally(page: &mut Page, stories: &[Story]) {
    let mut is_first = true;
    for verdict in VERDICTS {
        let count =
            stories.iter().flat_map(|story| &story.findings).filter(|found| found.verdict == verdict).count();
        if count > 0 {
            let comma = if is_first { "" } else { ", " };
            page.put(Ink::Plain, comma).put(ink(verdict), &format!("{count} {}", verdict.word()));
            is_first = false;
        }
    }
    if is_first {
        page.put(Ink::Plain, "nothing to compare");
    }
    page.end();
}
