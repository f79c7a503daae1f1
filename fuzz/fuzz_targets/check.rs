//! Any few articles are compared without failing, in any order with the same report, and every format can write it.
//!
//! A line of `---` parts one article from the next.
#![no_main]

use gainsay::{Checker, Options, read, report, rules::RuleBook, text::Source};
use libfuzzer_sys::fuzz_target;
use std::{num::NonZeroUsize, sync::LazyLock};

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let options = Options { jobs: NonZeroUsize::new(1), ..Options::default() };
    Checker::new(RuleBook::embedded(&read::closed_words()), options)
});

fuzz_target!(|text: &str| {
    let mut sources: Vec<Source> = text
        .split("\n---\n")
        .take(4)
        .enumerate()
        .map(|(at, text)| Source {
            id: format!("source-{at}"),
            path: Some(format!("source-{at}.txt")),
            text: text.to_owned(),
            ..Source::default()
        })
        .collect();
    let found = CHECKER.check(&sources);
    for claim in found.stories.iter().flat_map(|story| &story.claims) {
        assert!(sources[claim.source].text.get(claim.span.range()).is_some(), "a span lies on characters");
    }
    let book = CHECKER.book();
    let json = report::json(&found, book);
    sources.reverse();
    assert_eq!(json, report::json(&CHECKER.check(&sources), book), "order changes nothing");
    for written in [
        report::text(&found, book, true),
        report::markdown(&found, book),
        report::html(&found, book),
        report::sarif(&found, book),
        report::junit(&found, book),
        report::github(&found, book),
        report::csv(&found, book),
    ] {
        assert!(!written.contains('\u{202E}'), "nothing turns the direction of text");
    }
});
