//! How much of an article is found on a page, and how much that is none: words on pages of our own making, each built in
//! another way. `fixtures/pages` holds each page with the words that it should give.

use crate::story::ROOT;
use std::{collections::BTreeMap, fs};

/// The pages of the fixtures.
const PAGES: usize = 27;

fn words(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// The text that a page gives.
fn found(page: &str) -> String {
    let inputs = [format!("{ROOT}/{page}")];
    let read = gainsay::ingest::sources(&inputs, std::io::empty());
    assert!(read.problems.is_empty(), "{page}: {:?}", read.problems);
    read.sources.into_iter().map(|source| source.text).collect()
}

/// The F-score of a page over words, in hundredths, and what it lacks and has beside its article.
fn score(path: &str) -> (usize, usize, usize, String) {
    let want = words(&fs::read_to_string(format!("{ROOT}/{path}.words")).expect("the words"));
    let have = words(&found(&format!("{path}.html")));
    let beyond = |a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>| -> String {
        let more = a.iter().filter(|(word, n)| **n > b.get(*word).copied().unwrap_or_default());
        more.map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ")
    };
    let both = want.iter().map(|(word, n)| (*n).min(have.get(word).copied().unwrap_or_default())).sum();
    let (all, got) = (want.values().sum(), have.values().sum());
    (both, all, got, format!("lacks: {}\n  has beside: {}", beyond(&want, &have), beyond(&have, &want)))
}

#[test]
fn the_article_is_found_and_the_rest_is_not() {
    let (mut shared, mut wanted, mut given) = (0, 0, 0);
    let mut told = String::new();
    let mut least = 100;
    for number in 1..=PAGES {
        let path = format!("fixtures/pages/page-{number}");
        let (both, all, got, beyond) = score(&path);
        let own = 200 * both / (all + got).max(1);
        told.push_str(&format!("{path}: F {own}, {both} of {all}, {got} given; {beyond}\n"));
        least = least.min(own);
        shared += both;
        wanted += all;
        given += got;
    }
    // The F-score in hundredths.
    let score = 200 * shared / (wanted + given).max(1);
    println!("F {score}, the least of a page {least}\n{told}");
    assert!(score >= 97 && least >= 90, "F {score}, the least of a page {least}\n{told}");
}

#[test]
fn of_several_articles_in_the_data_the_own_one_is_told() {
    let inputs = [format!("{ROOT}/fixtures/pages/page-16.html")];
    let read = gainsay::ingest::sources(&inputs, std::io::empty());
    let source = &read.sources[0];
    assert_eq!(source.publisher.as_deref(), Some("Harbour Herald"));
    assert_eq!(source.credit.as_deref(), Some("Nia Okoro"));
    assert_eq!(source.published.map(|at| at.at.date().to_string()).as_deref(), Some("2026-03-02"));
}
