//! A memo as a page: the evidence page's style, no script.

use super::{STYLE, hash, markup::Markup};
use crate::{
    claim::Claim,
    report::{
        memo::{Line, Memo, spelled},
        wording::{Places, capitalised},
    },
};
use askama::Template;

/// The bytes of a sentence that are shown on either side of a claim.
const REACH: usize = 600;

/// The page.
#[derive(Template)]
#[template(path = "memo.html")]
struct Page {
    title: String,
    style: &'static str,
    style_hash: String,
    version: &'static str,
    memos: Vec<View>,
}

struct View {
    subject: Markup,
    tally: String,
    sections: Vec<Part>,
    /// The paragraphs of the article in full.
    full: Vec<Vec<Piece>>,
}

struct Part {
    word: String,
    meaning: String,
    tint: &'static str,
    entries: Vec<Item>,
}

struct Item {
    anchor: String,
    topic: Markup,
    value: Option<Markup>,
    note: String,
    lines: Vec<Row>,
}

struct Row {
    lead: &'static str,
    place: Option<Markup>,
    when: String,
    text: Markup,
}

/// A stretch of an article, with the entry that it stands for.
struct Piece {
    text: Markup,
    entry: Option<(String, &'static str)>,
}

/// The memos as one HTML file.
pub(in crate::report) fn page(title: &str, memos: &[Memo<'_>]) -> String {
    let page = Page {
        title: crate::report::plain::neutral(title).into_owned(),
        style: STYLE,
        style_hash: hash(STYLE),
        version: env!("CARGO_PKG_VERSION"),
        memos: memos.iter().enumerate().map(|(at, memo)| view(at, memo)).collect(),
    };
    // Filling a string from values that are all there cannot fail.
    page.render().unwrap_or_default()
}

fn view(number: usize, memo: &Memo<'_>) -> View {
    let places = Places::of(memo.story);
    let mut own: Vec<(&Claim, String, &'static str)> = Vec::new();
    let mut count = 0;
    let sections = memo
        .sections
        .iter()
        .map(|section| Part {
            word: capitalised(section.word),
            meaning: capitalised(section.meaning),
            tint: section.tint.word(),
            entries: section
                .entries
                .iter()
                .map(|entry| {
                    count += 1;
                    let anchor = format!("m{number}e{count}");
                    if let Some(Line::Passage { claim, .. }) = entry.lines.first() {
                        own.push((*claim, anchor.clone(), section.tint.word()));
                    }
                    Item {
                        anchor,
                        topic: Markup::words(&capitalised(&entry.topic)),
                        value: (!entry.value.is_empty()).then(|| Markup::words(&entry.value)),
                        note: entry.note.clone(),
                        lines: entry.lines.iter().map(|line| row(line, memo, &places)).collect(),
                    }
                })
                .collect(),
        })
        .collect();
    View {
        subject: Markup::words(&memo.subject),
        tally: capitalised(&memo.tally),
        sections,
        full: memo.full.map_or_else(Vec::new, |source| paragraphs(memo, source, own)),
    }
}

fn row(line: &Line<'_>, memo: &Memo<'_>, places: &Places<'_>) -> Row {
    match line {
        Line::Passage { lead, claim, when } => {
            let text = &memo.story.sources[claim.source].source.text;
            let whole = claim.sentence.cover(claim.span);
            let from = text.ceil_char_boundary(whole.start().max(claim.span.start().saturating_sub(REACH)));
            let to = text.floor_char_boundary(whole.end().min(claim.span.end() + REACH));
            Row {
                lead: spelled(lead),
                place: Some(Markup::words(&places.file(claim))),
                when: when.clone(),
                text: Markup::passage(text, from..to, &[(claim.span.range(), super::markup::Ink::Claim)]),
            }
        }
        Line::Why(reason) => {
            Row { lead: "", place: None, when: String::new(), text: Markup::words(&capitalised(reason)) }
        }
    }
}

/// An article in full, each claim with the entry that speaks of it.
fn paragraphs(
    memo: &Memo<'_>,
    source: usize,
    mut own: Vec<(&Claim, String, &'static str)>,
) -> Vec<Vec<Piece>> {
    let article = &memo.story.sources[source].source;
    own.retain(|(claim, ..)| claim.source == source);
    own.sort_by_key(|(claim, ..)| claim.span);
    let mut own = own.into_iter().peekable();
    let mut at = article.front_matter;
    let mut paragraphs = Vec::new();
    for paragraph in article.text[at..].split_inclusive("\n\n") {
        let end = at + paragraph.len();
        let mut pieces = Vec::new();
        while let Some((claim, anchor, tint)) = own.next_if(|(claim, ..)| claim.span.start() < end) {
            let span = claim.span;
            // Of claims that share words the first has them.
            if span.start() < at || span.end() > end {
                continue;
            }
            pieces.push(Piece { text: Markup::passage(&article.text, at..span.start(), &[]), entry: None });
            let text = Markup::passage(&article.text, span.range(), &[]);
            pieces.push(Piece { text, entry: Some((anchor, tint)) });
            at = span.end();
        }
        pieces.push(Piece { text: Markup::passage(&article.text, at..end, &[]), entry: None });
        at = end;
        if !paragraph.trim().is_empty() {
            paragraphs.push(pieces);
        }
    }
    paragraphs
}
