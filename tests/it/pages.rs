//! How much of an article is found on a page, and how much that is none: words on pages of our own making, eight ways to
//! build one. `fixtures/pages` holds each page with the words that it should give.

use crate::story::ROOT;
use std::{collections::BTreeMap, fs};

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

#[test]
fn the_article_is_found_and_the_rest_is_not() {
    let (mut shared, mut wanted, mut given) = (0, 0, 0);
    let mut told = String::new();
    for number in 1..=8 {
        let path = format!("fixtures/pages/page-{number}");
        let want = words(&fs::read_to_string(format!("{ROOT}/{path}.words")).expect("the words"));
        let have = words(&found(&format!("{path}.html")));
        let both: usize =
            want.iter().map(|(word, n)| (*n).min(have.get(word).copied().unwrap_or_default())).sum();
        let (all, got) = (want.values().sum::<usize>(), have.values().sum::<usize>());
        told.push_str(&format!("{path}: {both} of {all}, {got} given\n"));
        shared += both;
        wanted += all;
        given += got;
    }
    // The F-score in hundredths.
    let score = 200 * shared / (wanted + given).max(1);
    assert!(score >= 97, "F {score}\n{told}");
}
