//! Pairs of passages by writers who had not seen a rule: how many of their contradictions are found, and how many pairs that
//! contradict in nothing are flagged. The figures are a snapshot.

use crate::story::ROOT;
use gainsay::{
    Checker, Options,
    claim::ClaimId,
    finding::{Finding, Story},
    read,
    rules::RuleBook,
    text::{Published, PublishedFrom, Source},
};
use jiff::civil::date;
use serde::Deserialize;
use std::{collections::BTreeSet, path::PathBuf};

#[derive(Deserialize)]
struct Pair {
    kind: Kind,
    a: String,
    b: String,
    /// The words of the one, of the other, and what they are of.
    differs: Vec<(String, String, String)>,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// The passages cannot both be right.
    Conflict,
    /// They can.
    None,
}

fn source(id: &str, text: &str) -> Source {
    let published = Published {
        at: date(2024, 5, 8).at(0, 0, 0, 0),
        has_time: false,
        offset: None,
        from: PublishedFrom::Given,
    };
    Source { id: id.to_owned(), text: text.to_owned(), published: Some(published), ..Source::default() }
}

/// Whether a finding holds the words of both sides in two positions.
fn is_about(finding: &Finding, story: &Story, words: [&str; 2]) -> bool {
    let mut held = [BTreeSet::new(), BTreeSet::new()];
    for (at, position) in finding.positions.iter().enumerate() {
        for ClaimId(id) in &position.claims {
            let claim = &story.claims[*id];
            let text = &story.sources[claim.source].source.text;
            let start = text.find(words[claim.source]).expect("the words stand in their passage");
            if claim.span.start() < start + words[claim.source].len() && start < claim.span.end() {
                held[claim.source].insert(at);
            }
        }
    }
    held[0].iter().any(|one| held[1].iter().any(|other| one != other))
}

/// "read: 40 of 140 facts found; 4 of 50 pairs flagged that agree" for the pairs of a file.
fn figures(set: &str, checker: &Checker) -> String {
    let path = PathBuf::from(ROOT).join("fixtures/pairs").join(set).with_extension("json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let pairs: Vec<Pair> =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (mut facts, mut found, mut alike, mut wrong) = (0, 0, 0, 0);
    for pair in &pairs {
        let report = checker.check(&[source("a", &pair.a), source("b", &pair.b)]);
        let [story] = report.stories.as_slice() else { panic!("one story") };
        let flagged: Vec<&Finding> =
            story.findings.iter().filter(|finding| finding.verdict.is_flagged()).collect();
        for (left, right, _) in &pair.differs {
            facts += 1;
            found += usize::from(flagged.iter().any(|finding| is_about(finding, story, [left, right])));
        }
        if pair.kind == Kind::None {
            alike += 1;
            wrong += usize::from(!flagged.is_empty());
        }
    }
    format!("{set}: {found} of {facts} facts found; {wrong} of {alike} pairs flagged that agree\n")
}

#[test]
fn what_is_found_in_pairs_of_strangers() {
    let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
    let all: String =
        ["read", "unread", "desks-read", "desks-unread"].iter().map(|set| figures(set, &checker)).collect();
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("pairs", all);
    });
}
