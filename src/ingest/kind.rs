//! Tells formats apart, by ending and by how a file begins, and hands each to its reader.

use super::article::{Article, Fault};
use std::{path::Path, sync::Arc};

/// What a packed file holds.
#[cfg(feature = "formats")]
pub(super) fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    super::packed::gunzipped(bytes)
}

/// Without the feature `formats` nothing is unpacked.
#[cfg(not(feature = "formats"))]
pub(super) fn unpacked(_: &[u8]) -> Result<Vec<u8>, Fault> {
    Err(Fault::new("expected text, found a packed file", "unpack it first: gunzip"))
}

/// What a file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Plain text or Markdown.
    Text,
    /// An article a line.
    Lines,
    /// A web page.
    Html,
    /// RSS, Atom, NewsML-G2, NITF or XHTML.
    Xml,
    /// ninjs.
    Ninjs,
    /// A message.
    Mail,
    /// A Word document.
    Docx,
    /// A web archive.
    Warc,
    /// Any of these, packed.
    Gzip,
}

/// The endings by which files of a folder are known, each with its kind.
const ENDINGS: &[(&str, Kind)] = &[
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Text),
    ("markdown", Kind::Text),
    ("jsonl", Kind::Lines),
    ("ndjson", Kind::Lines),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("rss", Kind::Xml),
    ("atom", Kind::Xml),
    ("nitf", Kind::Xml),
    ("ninjs", Kind::Ninjs),
    ("eml", Kind::Mail),
    ("docx", Kind::Docx),
    ("warc", Kind::Warc),
];

/// Articles with what their spans point into, and the name of that part of the file where it is not the file itself.
pub(super) type Found = Vec<(Article, Arc<str>, Option<&'static str>)>;

impl Kind {
    /// What a file with such a name and beginning is.
    pub(super) fn of(path: &Path, start: &[u8]) -> Self {
        if start.starts_with(&[0x1F, 0x8B]) {
            return Self::Gzip;
        }
        let ending =
            path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        if let Some((_, kind)) = ENDINGS.iter().find(|(known, _)| *known == ending) {
            return *kind;
        }
        let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
        let lower = start[..start.len().min(200)].to_ascii_lowercase();
        if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") {
            Self::Html
        } else if lower.starts_with(b"<?xml") || ending == "xml" {
            Self::Xml
        } else if start.starts_with(b"WARC/") {
            Self::Warc
        } else if ending == "json" {
            Self::Ninjs
        } else {
            Self::Text
        }
    }

    /// Whether a file of a folder is an article by its name; `.json` and `.xml` may be anything, and are read by name alone.
    pub(super) fn is_article(path: &Path) -> bool {
        let packed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
        let stem = path.file_stem().map(Path::new).filter(|_| packed).unwrap_or(path);
        let ending =
            stem.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        ENDINGS.iter().any(|(known, _)| *known == ending)
    }

    /// The articles of a file that is neither text nor lines; `bytes` and `text` are the same but for bytes that are not UTF-8.
    #[cfg(feature = "formats")]
    pub(super) fn articles(self, bytes: &[u8], text: &str) -> Result<Found, Fault> {
        use super::{docx, feed, html, mail, ninjs, warc, wire, xml};
        let of_file = |articles: Vec<Article>| -> Found {
            let file: Arc<str> = Arc::from(text);
            articles.into_iter().map(|article| (article, Arc::clone(&file), None)).collect()
        };
        match self {
            Self::Html => {
                let article = html::article(text);
                if article.words.text.is_empty() {
                    return Err(Fault::new(
                        "expected a page with words, found none in it",
                        "pages that a script fills are empty when fetched: save them from a browser",
                    ));
                }
                Ok(of_file(vec![article]))
            }
            Self::Xml => {
                let nodes = xml::nodes(text)?;
                match xml::root(&nodes) {
                    Some("rss" | "feed" | "RDF") => feed::articles(text, &nodes).map(of_file),
                    Some("newsItem" | "newsMessage") => wire::articles(&nodes, "newsItem").map(of_file),
                    Some("nitf") => wire::articles(&nodes, "nitf").map(of_file),
                    Some("html") => Ok(of_file(vec![html::article(text)])),
                    found => {
                        let found = found.map_or_else(|| "nothing".to_owned(), |name| format!("<{name}>"));
                        Err(Fault::new(
                            format!("expected RSS, Atom, NewsML-G2, NITF or XHTML, found {found}"),
                            "save the article in one of these formats, or as plain text",
                        ))
                    }
                }
            }
            Self::Ninjs => ninjs::article(text).map(|article| of_file(vec![article])),
            Self::Mail => mail::article(bytes, text).map(|article| of_file(vec![article])),
            Self::Docx => docx::article(bytes).map(|(article, body)| vec![(article, body, Some(docx::BODY))]),
            Self::Warc => warc::articles(bytes, text).map(of_file),
            Self::Text | Self::Lines | Self::Gzip => Ok(Vec::new()),
        }
    }

    /// Without the feature `formats` only text and lines are read.
    #[cfg(not(feature = "formats"))]
    #[expect(clippy::unused_self, reason = "the same call with and without the feature")]
    pub(super) fn articles(self, _: &[u8], _: &str) -> Result<Found, Fault> {
        Err(Fault::new(
            "expected plain text, Markdown or JSON Lines, found another format",
            "build gainsay with its feature `formats`",
        ))
    }
}
