//! What changed between two versions, claim by claim, for reading and as JSON.

use super::{
    json::pretty,
    plain::neutral,
    wording::{Places, headed},
};
use crate::{claim::ClaimId, finding::Story, versions::Change};
use serde::Serialize;

const WORDS: [&str; 4] = ["corrected", "changed", "added", "dropped"];

/// What changed, for reading; what both versions say is counted.
#[must_use]
pub fn text(story: &Story, changes: &[Change], names: (&str, &str)) -> String {
    let places = Places::of(story);
    let count = |word: &str| changes.iter().filter(|change| change.word() == word).count();
    let mut told: Vec<String> = WORDS
        .iter()
        .map(|word| (word, count(word)))
        .filter(|(_, n)| *n > 0)
        .map(|(word, n)| format!("{n} {word}"))
        .collect();
    told.push(format!("{} kept", count("kept")));
    let mut page = format!("{} -> {}: {}\n", neutral(names.0), neutral(names.1), told.join(", "));
    for word in WORDS {
        for change in changes.iter().filter(|change| change.word() == word) {
            let shown = |id: ClaimId| neutral(&story.claims[id.0].display).into_owned();
            let value = match (change.before(), change.after()) {
                (Some(old), Some(new)) => format!("{} -> {}", shown(old), shown(new)),
                (Some(one), None) | (None, Some(one)) => shown(one),
                (None, None) => continue,
            };
            let Some(claim) = change.after().or(change.before()).map(|id| &story.claims[id.0]) else {
                continue;
            };
            page.push_str(&format!("* {word} {}: {value}\n", headed(claim)));
            for (mark, id) in [("-", change.before()), ("+", change.after())] {
                if let Some(id) = id {
                    page.push_str(&format!("  {mark} {}\n", places.passage(&story.claims[id.0], "")));
                }
            }
        }
    }
    page
}

#[derive(Serialize)]
struct ChangesJson<'s> {
    schema: &'static str,
    articles: Vec<ArticleJson<'s>>,
}

#[derive(Serialize)]
struct ArticleJson<'s> {
    id: &'s str,
    changes: Vec<ChangeJson<'s>>,
}

#[derive(Serialize)]
struct ChangeJson<'s> {
    change: &'static str,
    attribute: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'s str>,
    old: Option<SideJson<'s>>,
    new: Option<SideJson<'s>>,
}

#[derive(Serialize)]
struct SideJson<'s> {
    path: Option<&'s str>,
    display: &'s str,
    quote: &'s str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

/// What changed in each article as JSON, what both versions say included.
#[must_use]
pub fn json<'s>(articles: &[(&'s str, &'s Story, Vec<Change>)]) -> String {
    let articles = articles
        .iter()
        .map(|(id, story, changes)| {
            let places = Places::of(story);
            let side = |id: ClaimId| {
                let claim = &story.claims[id.0];
                let source = &story.sources[claim.source].source;
                let (line, column) = places.ends(claim).0;
                let span = source.in_file(claim.span);
                SideJson {
                    path: source.path.as_deref(),
                    display: &claim.display,
                    quote: &source.text[claim.span.range()],
                    start: span.start(),
                    end: span.end(),
                    line,
                    column,
                }
            };
            let changes = changes
                .iter()
                .filter_map(|change| {
                    let claim = &story.claims[change.after().or(change.before())?.0];
                    Some(ChangeJson {
                        change: change.word(),
                        attribute: &claim.attribute,
                        subject: claim.subject.as_deref(),
                        old: change.before().map(side),
                        new: change.after().map(side),
                    })
                })
                .collect();
            ArticleJson { id, changes }
        })
        .collect();
    let mut text = pretty(&ChangesJson { schema: "gainsay.diff/1", articles });
    text.push('\n');
    text
}
