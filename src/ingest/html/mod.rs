//! Reads web pages: the words of the article in them, its headline, author, publisher and dates.
//!
//! Every character of the text keeps the bytes that it was read from. Markup is read as it comes: nothing is too broken,
//! and nesting costs no more than its length. [`tokens`] cuts tags from words, [`page`] makes paragraphs of them, [`main_text`]
//! says which of these are the article, and [`data`] reads what pages say of themselves to machines.

mod clutter;
mod data;
mod elements;
mod entity;
mod main_text;
mod page;
mod shingles;
mod tokens;

pub(super) use entity::reference;
pub(super) use tokens::plain;

use super::article::Article;
use crate::text::{Block, BlockKind, Span};
use page::Part;

/// The article of a whole page.
pub(super) fn article(html: &str) -> Article {
    let page = page::page(html);
    let chosen = main_text::chosen(&page);
    let mut article = Article::default();
    for part in chosen {
        put(&mut article, &page.parts[part]);
    }
    data::tell(&page, &mut article);
    article
}

/// The words of a fragment that is an article and nothing else, as feeds and wire formats carry it.
pub(super) fn fragment(html: &str) -> Article {
    let page = page::page(html);
    let mut article = Article::default();
    for part in &page.parts {
        put(&mut article, part);
    }
    article
}

/// Adds a paragraph, parted from the one before.
fn put(article: &mut Article, part: &Part) {
    if !article.words.text.is_empty() {
        article.words.glue("\n\n");
    }
    let start = article.words.text.len();
    article.words.append(&part.words);
    if let Some(kind) = kind(part) {
        let span = Span::from_usize(start, article.words.text.len());
        article.labels.push(Block { kind, span });
    }
}

/// The label that the markup gives, where it is sure of it.
fn kind(part: &Part) -> Option<BlockKind> {
    match part.name.as_str() {
        "h1" => Some(BlockKind::Headline),
        "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "figcaption" | "caption" | "figure" => Some(BlockKind::Caption),
        "li" => Some(BlockKind::ListItem),
        _ if part.is_byline => Some(BlockKind::Byline),
        _ => None,
    }
}

/// A page's parts are looked at by the tests of its stages.
#[cfg(test)]
fn parts(page: &page::Page) -> Vec<&str> {
    page.parts.iter().map(|part| part.words.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    const PAGE: &str = r#"<!DOCTYPE html><html><head><title>Ferry fire &amp; rescue | Coast Daily</title>
<meta property="og:site_name" content="Coast Daily"><link rel="canonical" href="https://coast.example/ferry">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferry fire",
"datePublished":"2025-03-05T08:30:00+01:00","author":[{"@type":"Person","name":"Ada Roe"}],"publisher":{"name":"The Coast Daily"}}]}</script>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ferry fire kills three</h1><p class="byline">By Ada Roe</p>
<p>Three people were <b>ki</b>lled &amp; 12 others injured when a fire broke out on a ferry&nbsp;off Port Roe on Tuesday, the coast guard said.</p>
<figure><img src="a.jpg"><figcaption>The ferry on Tuesday.</figcaption></figure>
<p>The ferry was carrying 140 passengers, most of them tourists, when smoke was seen over the car deck, the harbour master said.</p>
<aside class="related"><p>Read more: ten things to know about ferries, and why they are safe, say experts, and others.</p></aside>
</article><footer><p>All rights reserved, the Coast Daily, its owners, its printers, and its friends.</p></footer>
<script>var a = "<p>Nine people died, it said, and more.</p>";</script></body></html>"#;

    #[test]
    fn a_page_gives_its_article_and_its_data() {
        let article = article(PAGE);
        let text = &article.words.text;
        assert!(
            text.starts_with("Ferry fire kills three\n\nBy Ada Roe\n\nThree people were killed & 12 others"),
            "{text}"
        );
        assert!(
            text.contains("The ferry on Tuesday.") && text.ends_with("the harbour master said."),
            "{text}"
        );
        assert!(!text.contains("rights") && !text.contains("Nine") && !text.contains("Home"), "{text}");
        assert_eq!(article.publisher.as_deref(), Some("The Coast Daily"));
        assert_eq!(article.credit.as_deref(), Some("Ada Roe"));
        assert_eq!(article.url.as_deref(), Some("https://coast.example/ferry"));
        assert_eq!(article.dates.first().map(String::as_str), Some("2025-03-05T08:30:00+01:00"));
        let kinds: Vec<BlockKind> = article.labels.iter().map(|label| label.kind).collect();
        assert_eq!(kinds, [BlockKind::Headline, BlockKind::Byline, BlockKind::Caption]);
    }

    #[test]
    fn spans_are_those_of_the_page() {
        let source = article(PAGE).source(&Arc::from(PAGE), None);
        for (words, written) in
            [("killed", "ki</b>lled"), ("& 12", "&amp; 12"), ("ferry off Port", "ferry&nbsp;off Port")]
        {
            let at = source.text.find(words).expect("the words");
            let span = source.in_file(Span::from_usize(at, at + words.len()));
            assert_eq!(&PAGE[span.range()], written);
        }
    }

    #[test]
    fn hostile_markup_takes_time_by_its_length() {
        for piece in [
            "<div>",
            "<p><b>",
            "</div>",
            "<",
            "<!--",
            "&amp",
            "&",
            "<a href=\"",
            "<script>",
            "<!",
            "<p>x",
            "</",
        ] {
            let html = format!("<body>{}<p>Two people died.", piece.repeat(100_000));
            let _ = article(&html);
        }
        let deep =
            format!("<body>{}<p>Two people died in the fire, police said.</p>", "<div>".repeat(100_000));
        assert!(article(&deep).words.text.contains("Two people died"));
        assert_eq!(parts(&page::page("<p>a<br>b<p>c")), ["a\nb", "c"]);
    }
}
