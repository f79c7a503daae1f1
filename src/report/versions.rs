//! What changed between two versions, claim by claim, for reading, as a memo, and as JSON.

use super::{
    json::pretty,
    memo::{self, Entry, Line, Memo, Section},
    wording::{Places, headed},
};
use crate::{
    claim::ClaimId,
    finding::{Story, Verdict},
    versions::Change,
};
use serde::Serialize;

/// What may become of a claim, each with the verdict whose colour it has.
const WORDS: [(&str, Verdict); 4] = [
    ("corrected", Verdict::Updated),
    ("changed", Verdict::Tension),
    ("added", Verdict::Agree),
    ("dropped", Verdict::Conflict),
];

/// What changed, for reading; what both versions say is counted.
#[must_use]
pub fn text(story: &Story, changes: &[Change], names: (&str, &str)) -> String {
    memo::text(&drawn_up(story, changes, names))
}

/// The same as Markdown.
#[must_use]
pub fn markdown(story: &Story, changes: &[Change], names: (&str, &str)) -> String {
    memo::markdown(&drawn_up(story, changes, names))
}

/// What changed in each article as one HTML page; each comes with the names of its versions.
#[cfg(feature = "html")]
#[must_use]
pub fn html(articles: &[(&Story, &[Change], (&str, &str))]) -> String {
    let memos: Vec<Memo<'_>> =
        articles.iter().map(|(story, changes, names)| drawn_up(story, changes, *names)).collect();
    super::html::memos("what changed between two versions", &memos)
}

fn drawn_up<'s>(story: &'s Story, changes: &[Change], names: (&str, &str)) -> Memo<'s> {
    let count = |word: &str| changes.iter().filter(|change| change.word() == word).count();
    let mut told: Vec<String> = WORDS
        .iter()
        .map(|(word, _)| (word, count(word)))
        .filter(|(_, n)| *n > 0)
        .map(|(word, n)| format!("{n} {word}"))
        .collect();
    told.push(format!("{} kept", count("kept")));
    let sections = WORDS
        .iter()
        .map(|&(word, tint)| Section {
            word,
            meaning: "",
            tint,
            entries: changes
                .iter()
                .filter(|change| change.word() == word)
                .filter_map(|change| entry(story, *change))
                .collect(),
        })
        .filter(|section| !section.entries.is_empty())
        .collect();
    Memo {
        story,
        subject: format!("{} -> {}", names.0, names.1),
        tally: told.join(", "),
        sections,
        full: None,
    }
}

fn entry(story: &Story, change: Change) -> Option<Entry<'_>> {
    let claim = |id: ClaimId| &story.claims[id.0];
    let (before, after) = (change.before().map(claim), change.after().map(claim));
    let value = match (before, after) {
        (Some(old), Some(new)) => format!("{} -> {}", old.display, new.display),
        (Some(one), None) | (None, Some(one)) => one.display.clone(),
        (None, None) => return None,
    };
    let sides = [("-", change.before()), ("+", change.after())];
    let lines = sides
        .into_iter()
        .filter_map(|(mark, id)| Some(Line::passage(story, mark, id?, String::new())))
        .collect();
    Some(Entry { topic: headed(after.or(before)?), value, note: String::new(), lines })
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
