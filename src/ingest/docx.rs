//! Reads `.docx`: the paragraphs of `word/document.xml`, into which spans point, and the document's properties.

use super::{
    article::{Article, Fault},
    packed,
    xml::{self, Node},
};
use crate::text::{BlockKind, Transcript};
use std::sync::Arc;

/// The part that holds the words.
pub(super) const BODY: &str = "word/document.xml";

/// The article of a document, and the text of the part that it was read from.
pub(super) fn article(bytes: &[u8]) -> Result<(Article, Arc<str>), Fault> {
    let Some(body) = packed::member(bytes, BODY)? else {
        return Err(Fault::new(
            format!("expected a Word document, found an archive without {BODY}"),
            "save the article as .docx, .html or plain text",
        ));
    };
    let body = String::from_utf8(body).map_err(|_| {
        Fault::new(format!("expected UTF-8 in {BODY}, found other bytes"), "save the document again")
    })?;
    let mut article = paragraphs(&xml::nodes(&body)?);
    if let Some(core) = packed::member(bytes, "docProps/core.xml")?
        && let Ok(core) = String::from_utf8(core)
    {
        properties(&xml::nodes(&core)?, &mut article);
    }
    Ok((article, Arc::from(body)))
}

fn paragraphs(nodes: &[Node]) -> Article {
    let mut article = Article::default();
    let mut words = Transcript::default();
    let mut style = String::new();
    let mut is_text = false;
    for node in nodes {
        match node {
            Node::Open { name, .. } => match name.as_str() {
                "t" => is_text = true,
                "pStyle" => node.attribute("val").unwrap_or_default().clone_into(&mut style),
                "numPr" if style.is_empty() => "List".clone_into(&mut style),
                "tab" | "br" if !words.text.is_empty() => words.glue(" "),
                _ => {}
            },
            Node::Close { name, .. } => match name.as_str() {
                "t" => is_text = false,
                "p" => {
                    let kind = kind_of(&std::mem::take(&mut style));
                    article.paragraph(std::mem::take(&mut words), kind);
                }
                _ => {}
            },
            Node::Words { text, at, of } if is_text => words.put(text, *at, *of),
            Node::Words { .. } => {}
        }
    }
    article
}

/// What a paragraph of a style is for.
fn kind_of(style: &str) -> Option<BlockKind> {
    match style {
        "Title" => Some(BlockKind::Headline),
        "Subtitle" => Some(BlockKind::Standfirst),
        "Caption" => Some(BlockKind::Caption),
        _ if style.starts_with("Heading") => Some(BlockKind::Heading),
        _ if style.starts_with("List") => Some(BlockKind::ListItem),
        _ => None,
    }
}

fn properties(nodes: &[Node], article: &mut Article) {
    let mut name = "";
    let (mut created, mut modified) = (None, None);
    for node in nodes {
        match node {
            Node::Open { name: opened, .. } => name = opened,
            Node::Close { .. } => name = "",
            Node::Words { text, .. } => match name {
                // A text with references comes in pieces.
                "title" => article.title.get_or_insert_default().push_str(text),
                "creator" => article.credit.get_or_insert_default().push_str(text),
                "created" => created.get_or_insert_with(String::new).push_str(text),
                "modified" => modified.get_or_insert_with(String::new).push_str(text),
                _ => {}
            },
        }
    }
    // A template's day of creation is not the article's.
    article.dates.extend(modified.into_iter().chain(created));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_taken_whole() {
        let core = "<cp:coreProperties><dc:title>Smith &amp; Jones fire</dc:title><dc:creator>Ada &#x52;oe</dc:creator>\
                    <dcterms:modified>2026-01-31T18:30:00Z</dcterms:modified></cp:coreProperties>";
        let mut article = Article::default();
        properties(&xml::nodes(core).expect("XML"), &mut article);
        assert_eq!(article.title.as_deref(), Some("Smith & Jones fire"));
        assert_eq!(article.credit.as_deref(), Some("Ada Roe"));
        assert_eq!(article.dates, ["2026-01-31T18:30:00Z"]);
    }
}
