//! Stories by writers who had not seen a rule: how many of their contradictions are found, and how many look-alikes are taken
//! for one. The figures are a snapshot, so that a change of rules shows what it does to stories of every kind.

use crate::story::ROOT;
use gainsay::{
    Checker, Options,
    claim::ClaimId,
    finding::{Finding, Story, Verdict},
    read,
    rules::RuleBook,
    text::{Published, PublishedFrom, Source},
};
use jiff::civil::Date;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

#[derive(Deserialize)]
struct Written {
    articles: Vec<Article>,
    gold: Vec<Row>,
}

#[derive(Deserialize)]
struct Article {
    id: String,
    published: Option<String>,
    publisher: Option<String>,
    title: Option<String>,
    text: String,
}

/// One fact that several articles state: what must or must not be said of it.
#[derive(Deserialize)]
struct Row {
    strength: Strength,
    claims: Vec<Passage>,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Strength {
    /// Two values that cannot both be right: must be flagged.
    Hard,
    /// Two values that an editor wants to see: must be flagged or shown as updated.
    Soft,
    /// Two values of two things: must not be flagged.
    None,
    /// One value in two wordings: must be known as one.
    Agree,
}

#[derive(Deserialize)]
struct Passage {
    doc: String,
    value: String,
    quote: String,
}

impl Strength {
    /// The verdicts that count as a hit: right for all but `None`.
    const fn hits(self) -> &'static [Verdict] {
        match self {
            Self::Hard | Self::None => &[Verdict::Conflict, Verdict::Tension],
            Self::Soft => &[Verdict::Conflict, Verdict::Tension, Verdict::Updated],
            Self::Agree => &[Verdict::Agree, Verdict::Compatible],
        }
    }
}

/// The stories of a set, each with its articles as sources.
fn stories(set: &str) -> Vec<(Vec<Source>, Vec<Row>)> {
    let folder = PathBuf::from(ROOT).join("fixtures/blind").join(set);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder that can be read").path())
        .collect();
    paths.sort();
    let story = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a story that can be read");
        let written: Written =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let source = |article: Article| Source {
            id: article.id,
            published: article.published.map(|day| {
                let day: Date = day.parse().expect("a date");
                Published {
                    at: day.at(0, 0, 0, 0),
                    has_time: false,
                    offset: None,
                    from: PublishedFrom::Given,
                }
            }),
            publisher: article.publisher,
            title: article.title,
            text: article.text,
            ..Source::default()
        };
        (written.articles.into_iter().map(source).collect(), written.gold)
    };
    paths.into_iter().map(story).collect()
}

/// Whether a finding is about two of a row's passages: two values in two positions, or for one value two articles in one.
fn is_about(finding: &Finding, row: &Row, story: &Story) -> bool {
    let mut met: BTreeSet<(&str, usize, &str)> = BTreeSet::new();
    for (at, position) in finding.positions.iter().enumerate() {
        for ClaimId(id) in &position.claims {
            let claim = &story.claims[*id];
            let source = &story.sources[claim.source].source;
            for passage in row.claims.iter().filter(|passage| passage.doc == source.id) {
                let start = source.text.find(&passage.quote).expect("a passage stands in its article");
                if claim.span.start() < start + passage.quote.len() && start < claim.span.end() {
                    met.insert((&passage.value, at, &passage.doc));
                }
            }
        }
    }
    met.iter().any(|a| {
        met.iter().any(|b| match row.strength {
            Strength::Agree => a.1 == b.1 && a.2 != b.2,
            Strength::Hard | Strength::Soft | Strength::None => a.0 != b.0 && a.1 != b.1,
        })
    })
}

/// "hard 3 of 20, soft ..." for the stories of a set.
fn figures(set: &str, checker: &Checker) -> String {
    let mut found: BTreeMap<Strength, (usize, usize)> = BTreeMap::new();
    let mut flagged = 0;
    for (sources, rows) in stories(set) {
        let report = checker.check(&sources);
        let [story] = report.stories.as_slice() else { panic!("one story") };
        flagged += story.findings.iter().filter(|finding| finding.verdict.is_flagged()).count();
        for row in &rows {
            let hit = |finding: &&Finding| {
                row.strength.hits().contains(&finding.verdict) && is_about(finding, row, story)
            };
            let tally = found.entry(row.strength).or_default();
            tally.0 += usize::from(story.findings.iter().any(|finding| hit(&finding)));
            tally.1 += 1;
        }
    }
    let rows: Vec<String> = found
        .into_iter()
        .map(|(strength, (hits, all))| format!("{strength:?} {hits} of {all}").to_lowercase())
        .collect();
    format!("{set}: {}; {flagged} flagged\n", rows.join(", "))
}

#[test]
fn what_is_found_in_stories_of_strangers() {
    let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
    let all: String = ["a", "b", "c", "d", "e", "f"].iter().map(|set| figures(set, &checker)).collect();
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("blind-stories", all);
    });
}
