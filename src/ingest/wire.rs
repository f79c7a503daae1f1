//! Reads NewsML-G2 and NITF: the formats in which agencies send text.
//!
//! | of | headline | words | date | byline | publisher |
//! |---|---|---|---|---|---|
//! | NewsML-G2 | `headline` | the paragraphs of `inlineXML` (NITF or XHTML), else `inlineData` | `contentCreated`, `versionCreated`, `firstCreated` | `by`, `creditline` | `provider`, `infoSource` |
//! | NITF | `hl1`, `hl2` | the paragraphs of `body.content` | `date.issue`, `story.date` | `byline` | `distributor`, `doc.copyright` |

use super::{
    article::{Article, Fault},
    xml::Node,
};
use crate::text::{Block, BlockKind, Span, Transcript};

/// Elements of either format that are a paragraph.
const PARAGRAPHS: &[&str] = &[
    "p",
    "hl1",
    "hl2",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "media-caption",
    "figcaption",
    "byline",
    "dateline",
    "inlineData",
];

/// The articles of a document, in order; `outer` is the element that holds one.
pub(super) fn articles(nodes: &[Node], outer: &str) -> Result<Vec<Article>, Fault> {
    let mut articles = Vec::new();
    let mut start = None;
    for (at, node) in nodes.iter().enumerate() {
        match node {
            Node::Open { name, .. } if name == outer && start.is_none() => start = Some(at),
            Node::Close { name, .. } if name == outer => {
                if let Some(start) = start.take() {
                    articles.push(article(&nodes[start..=at]));
                }
            }
            Node::Open { .. } | Node::Close { .. } | Node::Words { .. } => {}
        }
    }
    articles.retain(|article| !article.words.text.is_empty());
    if articles.is_empty() {
        return Err(Fault::new(
            "expected an item with text, found none in it",
            "ask for the text of the item: pictures and planning items hold none",
        ));
    }
    Ok(articles)
}

fn article(nodes: &[Node]) -> Article {
    let mut article = Article::default();
    let mut path: Vec<&str> = Vec::new();
    // The paragraph that is open: how deep, and its words.
    let mut open: Option<(usize, Transcript)> = None;
    let mut fields: Vec<(String, Transcript)> = Vec::new();
    for node in nodes {
        match node {
            Node::Open { name, .. } => {
                if open.is_none() && PARAGRAPHS.contains(&name.as_str()) && is_text(&path) {
                    open = Some((path.len(), Transcript::default()));
                }
                path.push(name);
                let date = match name.as_str() {
                    "date.issue" | "date.release" | "story.date" => node.attribute("norm"),
                    _ => None,
                };
                article.dates.extend(date.map(str::to_owned));
                match name.as_str() {
                    "provider" | "infoSource" if article.publisher.is_none() => {
                        article.publisher = node.attribute("literal").map(str::to_owned);
                    }
                    "doc.copyright" if article.publisher.is_none() => {
                        article.publisher = node.attribute("holder").map(str::to_owned);
                    }
                    _ => {}
                }
            }
            Node::Close { name, .. } => {
                path.pop();
                if let Some((depth, words)) = open.take() {
                    if depth == path.len() {
                        let told = match name.as_str() {
                            "hl1" => Some(&mut article.title),
                            "byline" => Some(&mut article.credit),
                            _ => None,
                        };
                        if let Some(told) = told.filter(|_| !words.text.trim().is_empty()) {
                            told.get_or_insert_with(|| words.text.clone());
                        }
                        article.paragraph(words, kind_of(name));
                    } else {
                        open = Some((depth, words));
                    }
                }
            }
            Node::Words { text, at, of } => match (&mut open, path.last()) {
                (Some((_, words)), _) => put_words(words, text, *at, *of),
                (None, Some(name)) => match fields.iter_mut().find(|(held, _)| held == name) {
                    Some((_, words)) => words.put(text, *at, *of),
                    None => {
                        let mut words = Transcript::default();
                        words.put(text, *at, *of);
                        fields.push(((*name).to_owned(), words));
                    }
                },
                (None, None) => {}
            },
        }
    }
    tell(article, &fields)
}

/// What stands beside the paragraphs.
fn tell(mut article: Article, fields: &[(String, Transcript)]) -> Article {
    let field = |names: &[&str]| {
        names.iter().find_map(|name| {
            fields
                .iter()
                .find(|(held, words)| held == name && !words.text.trim().is_empty())
                .map(|(_, words)| words)
        })
    };
    let said = |names: &[&str]| field(names).map(|words| words.text.trim().to_owned());
    article.dates.extend(
        ["contentCreated", "versionCreated", "firstCreated"].iter().filter_map(|name| said(&[*name])),
    );
    article.credit = said(&["creditline", "by"]).or(article.credit);
    article.publisher = article.publisher.or_else(|| said(&["distributor", "org", "copyrightHolder"]));
    if article.title.is_none()
        && let Some(headline) = field(&["headline"])
    {
        // The headline of NewsML-G2 stands before the content; it opens the text.
        let body = std::mem::take(&mut article.words);
        let mut words = Transcript::default();
        words.append(headline);
        words.trim_end();
        let by = words.text.len() + 2;
        let headed = Block { kind: BlockKind::Headline, span: Span::from_usize(0, words.text.len()) };
        if !body.text.is_empty() {
            words.glue("\n\n");
            words.append(&body);
            let moved = |label: &Block| Block {
                span: Span::from_usize(label.span.start() + by, label.span.end() + by),
                ..*label
            };
            article.labels = std::iter::once(headed).chain(article.labels.iter().map(moved)).collect();
            article.words = words;
        }
        article.title = Some(headline.text.clone());
    }
    article
}

/// Whether a paragraph under these elements is text of the article.
fn is_text(path: &[&str]) -> bool {
    path.iter().any(|name| matches!(*name, "inlineXML" | "body" | "contentSet"))
        && !path.iter().any(|name| matches!(*name, "head" | "media-metadata" | "itemMeta"))
}

/// What the paragraph of an element is for.
fn kind_of(name: &str) -> Option<BlockKind> {
    match name {
        "hl1" | "h1" => Some(BlockKind::Headline),
        "hl2" => Some(BlockKind::Standfirst),
        "h2" | "h3" | "h4" => Some(BlockKind::Heading),
        "li" => Some(BlockKind::ListItem),
        "media-caption" | "figcaption" => Some(BlockKind::Caption),
        "byline" => Some(BlockKind::Byline),
        "dateline" => Some(BlockKind::Dateline),
        _ => None,
    }
}

/// Adds words, blanks run together.
fn put_words(words: &mut Transcript, text: &str, at: usize, of: usize) {
    if text.len() != of {
        words.put(text, at, of);
        return;
    }
    let mut from = 0;
    while from < text.len() {
        let rest = &text[from..];
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            if !words.text.is_empty() && !words.text.ends_with(' ') {
                words.put(" ", at + from, blank);
            }
            from += blank;
            continue;
        }
        let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
        words.copy(&rest[..len], at + from);
        from += len;
    }
}
