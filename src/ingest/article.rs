//! What a format hands on: the words of an article with their places, and what the format says of it.

use super::{date, format, hidden};
use crate::text::{Block, Original, PublishedFrom, Source, Transcript};
#[cfg(feature = "formats")]
use crate::text::{BlockKind, Span};
use std::sync::Arc;

/// An article as its format holds it.
#[derive(Debug, Default)]
pub(super) struct Article {
    pub(super) words: Transcript,
    pub(super) labels: Vec<Block>,
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) credit: Option<String>,
    pub(super) url: Option<String>,
    /// Dates as they are written, the most trusted first.
    pub(super) dates: Vec<String>,
}

/// What stopped the reading of a file: what was found in place of what, where, and what to do about it.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: Option<usize>,
    pub(super) message: String,
    pub(super) help: &'static str,
}

impl Fault {
    pub(super) fn new(message: impl Into<String>, help: &'static str) -> Self {
        Self { at: None, message: message.into(), help }
    }

    #[cfg(feature = "formats")]
    pub(super) fn at(self, at: usize) -> Self {
        Self { at: Some(at), ..self }
    }
}

impl Article {
    /// Ends a paragraph: puts its words, where there are any, behind those that are there, with its label.
    #[cfg(feature = "formats")]
    pub(super) fn paragraph(&mut self, mut words: Transcript, kind: Option<BlockKind>) {
        words.trim_end();
        if words.text.trim().is_empty() {
            return;
        }
        if !self.words.text.is_empty() {
            self.words.glue("\n\n");
        }
        let start = self.words.text.len();
        self.words.append(&words);
        let span = Span::from_usize(start, self.words.text.len());
        self.labels.extend(kind.map(|kind| Block { kind, span }));
    }

    /// The source that it is: its text, and its places in `original`.
    pub(super) fn source(self, original: &Arc<str>, member: Option<&str>) -> Source {
        let (words, labels) = hidden::taken(self.words, self.labels);
        let mut source = Source {
            title: said(self.title),
            publisher: said(self.publisher),
            credit: said(self.credit),
            url: said(self.url),
            labels,
            ..Source::default()
        };
        source.published = self.dates.iter().find_map(|date| date::published(date, PublishedFrom::Markup));
        let (text, original): (String, Original) =
            words.over(Arc::clone(original), member.map(str::to_owned));
        source.text = text;
        source.original = Some(original);
        source.format = format::unmarked();
        source
    }
}

/// Words in one line, where there are any.
fn said(words: Option<String>) -> Option<String> {
    let words = words?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}
