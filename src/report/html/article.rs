//! The full text of an article: paragraphs, with the sentences that findings rest on and the words of their claims marked.

use super::markup::{Ink, Markup};
use crate::{
    claim::Claim,
    finding::Story,
    report::{
        plain::neutral,
        wording::{day, known_from},
    },
    text::{Source, Span},
};
use std::{collections::BTreeMap, ops::Range};

/// An article as the page shows it.
pub(super) struct Article {
    /// The element's name on the page.
    pub(super) anchor: String,
    /// What the page calls it.
    pub(super) name: Markup,
    /// What the reader that it opens in is called, for attributes.
    pub(super) label: String,
    /// Its id, where it is called something else.
    pub(super) id: Option<Markup>,
    /// When it was published and how that is known.
    pub(super) published: Option<String>,
    /// The same for machines.
    pub(super) datetime: String,
    /// The agency whose copy it carries, where it is not alone.
    pub(super) origin: Option<Markup>,
    /// Its address, where it has one that a browser may open.
    pub(super) url: Option<String>,
    /// The title that was given beside the text.
    pub(super) title: Option<Markup>,
    /// The number of words.
    pub(super) words: usize,
    /// The text.
    pub(super) text: Markup,
}

/// The stretches of a story's articles that findings point at.
pub(super) struct Stretches {
    /// For each source the stretches, by place, apart, each with its number on the page.
    by_source: Vec<Vec<(Span, usize)>>,
    prefix: String,
}

impl Stretches {
    /// Joins the sentences of the claims into stretches that do not overlap.
    pub(super) fn of(story: &Story, prefix: &str) -> Self {
        let mut spans: Vec<Vec<Span>> = vec![Vec::new(); story.sources.len()];
        for claim in &story.claims {
            spans[claim.source].push(claim.sentence.cover(claim.span));
        }
        let mut number = 0;
        let by_source = spans
            .into_iter()
            .map(|mut spans| {
                spans.sort_unstable();
                let mut joined: Vec<(Span, usize)> = Vec::new();
                for span in spans {
                    match joined.last_mut() {
                        Some((last, _)) if last.overlaps(span) => *last = last.cover(span),
                        _ => {
                            joined.push((span, number));
                            number += 1;
                        }
                    }
                }
                joined
            })
            .collect();
        Self { by_source, prefix: prefix.to_owned() }
    }

    /// The stretch that a claim stands in, and its name on the page.
    pub(super) fn around(&self, claim: &Claim) -> (Span, String) {
        let stretches = &self.by_source[claim.source];
        let at = stretches.partition_point(|(stretch, _)| stretch.start() <= claim.span.start());
        let (stretch, number) = stretches[at.saturating_sub(1)];
        (stretch, self.name(number))
    }

    fn name(&self, number: usize) -> String {
        format!("{}p{number}", self.prefix)
    }
}

/// The articles of a story, in order.
pub(super) fn articles(story: &Story, names: &[String], stretches: &Stretches) -> Vec<Article> {
    let mut claimed: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for claim in &story.claims {
        claimed.entry(claim.source).or_default().push(claim.span);
    }
    story
        .sources
        .iter()
        .enumerate()
        .map(|(at, info)| {
            let source = &info.source;
            let origin = &story.origins[info.origin];
            Article {
                anchor: format!("{}a{at}", stretches.prefix),
                name: Markup::words(&names[at]),
                label: neutral(&names[at]).into_owned(),
                id: (source.id != names[at]).then(|| Markup::words(&source.id)),
                published: info
                    .published
                    .map(|published| format!("{} ({})", day(published), known_from(published.from))),
                datetime: info.published.map(|p| p.at.date().to_string()).unwrap_or_default(),
                origin: (origin.sources.len() > 1).then(|| Markup::words(&origin.label)),
                url: source.url.clone().filter(|url| is_web(url)),
                title: source.title.as_deref().map(Markup::words),
                words: info.words,
                text: text(
                    source,
                    &stretches.by_source[at],
                    &merged(claimed.remove(&at).unwrap_or_default()),
                    &stretches.prefix,
                ),
            }
        })
        .collect()
}

/// Whether an address is one that a browser opens as a page, and no script.
fn is_web(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https")) && neutral(url) == url && !url.contains(' ')
}

/// The words of claims as marks that do not overlap.
fn merged(mut spans: Vec<Span>) -> Vec<(Range<usize>, Ink)> {
    spans.sort_unstable();
    let mut marks: Vec<(Range<usize>, Ink)> = Vec::new();
    for span in spans {
        match marks.last_mut() {
            Some((last, _)) if span.start() < last.end => last.end = last.end.max(span.end()),
            _ => marks.push((span.range(), Ink::Claim)),
        }
    }
    marks
}

fn text(source: &Source, stretches: &[(Span, usize)], marks: &[(Range<usize>, Ink)], prefix: &str) -> Markup {
    let text = source.text.as_str();
    let mut markup = Markup::default();
    let mut at = 0;
    if source.front_matter > 0 {
        markup.small_paragraph();
        let until = stretches.first().map_or(text.len(), |(stretch, _)| stretch.start());
        at = source.front_matter.min(until);
        put_flow(&mut markup, text, 0..at);
    }
    markup.paragraph();
    let mut marks = marks;
    for (stretch, number) in stretches {
        put_flow(&mut markup, text, at..stretch.start());
        let inside = marks.partition_point(|(mark, _)| mark.start < stretch.end());
        markup.open_stretch(&format!("{prefix}p{number}"));
        markup.put_marked(text, stretch.range(), &marks[..inside]);
        markup.close_stretch();
        marks = &marks[inside..];
        at = stretch.end();
    }
    put_flow(&mut markup, text, at..text.len());
    markup
}

/// Puts text between stretches; blank lines start paragraphs.
fn put_flow(markup: &mut Markup, text: &str, range: Range<usize>) {
    let mut blank = true;
    let mut from = range.start;
    for line in text[range.clone()].split_inclusive('\n') {
        let to = from + line.len();
        if line.trim().is_empty() && line.ends_with('\n') && (from > range.start || at_line_start(text, from))
        {
            if !blank {
                markup.paragraph();
            }
            blank = true;
        } else {
            markup.put_marked(text, from..to, &[]);
            blank = false;
        }
        from = to;
    }
}

fn at_line_start(text: &str, at: usize) -> bool {
    text[..at].ends_with('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_start_paragraphs_and_stretches_keep_their_names() {
        let written = "Head\n\n\nFive died.\n\nEnd.\n";
        let at = written.find("Five").unwrap();
        let stretch = Span::from_usize(at, at + "Five died.".len());
        let source = Source { text: written.to_owned(), ..Source::default() };
        let html = text(&source, &[(stretch, 7)], &[(at..at + 4, Ink::Claim)], "s1").to_string();
        assert_eq!(
            html,
            "<p>Head<br><p><span class=\"st\" id=\"s1p7\"><mark>Five</mark> died.</span><br><p>End.<br>"
        );
    }

    #[test]
    fn only_pages_are_linked() {
        for (url, is_linked) in [
            ("https://example.org/a", true),
            ("HTTP://example.org", true),
            ("javascript://example.org/%0Aalert(1)", false),
            ("data:text/html,x", false),
            ("example.org", false),
        ] {
            assert_eq!(is_web(url), is_linked, "{url}");
        }
    }
}
