//! The report for reading at a terminal: strongest verdicts first, both passages in place, then what was read.

mod finding;
mod page;
mod passage;
mod summary;

use super::wording::{Places, VERDICTS, counted, meaning};
use crate::{
    finding::{Report, Story, Verdict},
    rules::RuleBook,
};
use page::{Ink, Page};

/// The report as text; `colour` adds the codes that terminals colour by.
#[must_use]
pub fn report(report: &Report, book: &RuleBook, colour: bool) -> String {
    let mut page = Page::new(colour);
    for story in &report.stories {
        page.gap();
        put_story(&mut page, story, book);
    }
    if report.stories.len() > 1 {
        page.gap();
        summary::put_all(&mut page, &report.stories);
    }
    page.finish()
}

fn put_story(page: &mut Page, story: &Story, book: &RuleBook) {
    let sizes =
        format!(": {}, {}", counted(story.sources.len(), "source"), counted(story.origins.len(), "origin"));
    page.put(Ink::Strong, &story.id).put(Ink::Plain, &sizes).end();
    let places = Places::of(story);
    for verdict in VERDICTS {
        let findings: Vec<_> = story.findings.iter().filter(|finding| finding.verdict == verdict).collect();
        if findings.is_empty() {
            continue;
        }
        page.gap();
        page.put(ink(verdict), &verdict.word().to_uppercase())
            .put(Ink::Faint, &format!("  {}: {}", findings.len(), meaning(verdict)))
            .end();
        for found in findings {
            match verdict {
                Verdict::Conflict | Verdict::Tension | Verdict::Updated | Verdict::Compatible => {
                    page.gap();
                    finding::put(page, found, story, &places, book);
                }
                Verdict::Agree | Verdict::Incomparable => finding::put_brief(page, found, story, &places),
            }
        }
    }
    page.gap();
    summary::put(page, story);
}

/// The ink that a verdict is written with.
const fn ink(verdict: Verdict) -> Ink {
    match verdict {
        Verdict::Conflict => Ink::Red,
        Verdict::Tension => Ink::Yellow,
        Verdict::Updated => Ink::Blue,
        Verdict::Compatible | Verdict::Agree => Ink::Green,
        Verdict::Incomparable => Ink::Faint,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_story_reads_from_the_strongest_verdict_down() {
        sample::assert_snapshot("sample-text", &report(&sample::report(), &RuleBook::default(), false));
    }

    #[test]
    fn no_line_is_wider_than_the_page_and_colour_changes_no_word() {
        let plain = report(&sample::report(), &RuleBook::default(), false);
        assert!(plain.lines().all(|line| line.chars().count() <= page::WIDTH), "{plain}");
        let coloured = report(&sample::report(), &RuleBook::default(), true);
        let bare: String = coloured
            .split('\u{1b}')
            .enumerate()
            .map(|(at, part)| if at == 0 { part } else { part.split_once('m').map_or("", |(_, rest)| rest) })
            .collect();
        assert_eq!(bare, plain);
    }
}
