//! A few short entries with their passages: what a draft says against its sources, what changed between two versions.
//!
//! `draft` and `versions` draw a memo up; here it becomes text for a terminal, in `markdown` Markdown, in
//! [`super::html`] a page.

mod markdown;

pub(super) use markdown::page as markdown;

use super::{plain::neutral, wording::Places};
use crate::{
    claim::{Claim, ClaimId},
    finding::{Story, Verdict},
};

/// A memo on one draft, or on one article's two versions.
pub(super) struct Memo<'s> {
    /// The story that its claims are of.
    pub(super) story: &'s Story,
    /// What it is on: "draft.md against 2 sources".
    pub(super) subject: String,
    /// What it holds: "2 contradicted, 1 supported".
    pub(super) tally: String,
    /// The entries, by what they say; sections without any are left out unless they say so.
    pub(super) sections: Vec<Section<'s>>,
    /// The article to show in full beside the entries, as an index into the story's sources.
    #[cfg_attr(not(feature = "html"), expect(dead_code, reason = "only the page shows it"))]
    pub(super) full: Option<usize>,
}

/// Entries that say the same.
pub(super) struct Section<'s> {
    /// The word for it: "contradicted".
    pub(super) word: &'static str,
    /// What that means; empty where the word says it.
    pub(super) meaning: &'static str,
    /// The verdict whose colour it has.
    #[cfg_attr(not(feature = "html"), expect(dead_code, reason = "only the page is coloured"))]
    pub(super) tint: Verdict,
    /// The entries.
    pub(super) entries: Vec<Entry<'s>>,
}

/// One claim, or one claim in two versions.
pub(super) struct Entry<'s> {
    /// What it is about: "killed, fire on the ferry".
    pub(super) topic: String,
    /// The value: "4", "12 -> 14"; empty where the topic says it.
    pub(super) value: String,
    /// What is told beside it: "1 origin for it, 1 against".
    pub(super) note: String,
    /// The passages and reasons, in order.
    pub(super) lines: Vec<Line<'s>>,
}

/// A line below an entry.
pub(super) enum Line<'s> {
    /// A passage with its place.
    Passage {
        /// What it is to the entry: "against".
        lead: &'static str,
        /// The claim whose words it shows.
        claim: &'s Claim,
        /// The day of its article, where that is told.
        when: String,
    },
    /// Why.
    Why(String),
}

impl<'s> Line<'s> {
    /// The passage of a claim.
    pub(super) fn passage(story: &'s Story, lead: &'static str, id: ClaimId, when: String) -> Self {
        Self::Passage { lead, claim: &story.claims[id.0], when }
    }
}

/// A lead as pages spell it; at a terminal, versions have the signs that every diff has.
pub(super) fn spelled(lead: &'static str) -> &'static str {
    match lead {
        "-" => "before",
        "+" => "after",
        _ => lead,
    }
}

/// A memo for a terminal; each section has a heading where its word has a meaning, else each entry starts with the word.
pub(super) fn text(memo: &Memo<'_>) -> String {
    let places = Places::of(memo.story);
    let mut page = format!("{}: {}\n", neutral(&memo.subject), memo.tally);
    for section in &memo.sections {
        if !section.meaning.is_empty() {
            page.push_str(&format!("\n{}: {}\n", section.word.to_uppercase(), section.meaning));
        }
        for entry in &section.entries {
            let word = if section.meaning.is_empty() { format!("{} ", section.word) } else { String::new() };
            page.push_str(&format!("* {word}{}\n", headline(entry)));
            for line in &entry.lines {
                page.push_str(&match line {
                    Line::Passage { lead, claim, when } => {
                        let blank = if lead.is_empty() { "" } else { " " };
                        format!("  {lead}{blank}{}\n", places.passage(claim, when))
                    }
                    Line::Why(reason) => format!("  = {}\n", neutral(reason)),
                });
            }
        }
        if section.entries.is_empty() {
            page.push_str("* nothing\n");
        }
    }
    page
}

/// "killed: 4 (1 origin)"
fn headline(entry: &Entry<'_>) -> String {
    let value = if entry.value.is_empty() { String::new() } else { format!(": {}", entry.value) };
    let note = if entry.note.is_empty() { String::new() } else { format!(" ({})", entry.note) };
    neutral(&format!("{}{value}{note}", entry.topic)).into_owned()
}
