//! Where the words of a source stand in what was read, for formats whose text is not the file itself.
//!
//! A format that carries its words in markup or escapes hands on clean text and, beside it, this: pieces of text with
//! the bytes that each was read from. Spans are spans of the text everywhere; reports ask here for those of the file.

use super::Span;
use std::sync::Arc;

/// What was read, and where each piece of the text stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// What the spans of reports point into: the file as text, or a part of it that `member` names.
    pub text: Arc<str>,
    /// The part of the file that `text` is, where it is not the file itself: "word/document.xml".
    pub member: Option<String>,
    pieces: Vec<Piece>,
}

/// A stretch of text and the stretch that it was read from. Where both are as long, bytes stand for bytes; else the whole
/// stands for the whole, as a character does for its escape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    at: u32,
    len: u32,
    from: u32,
    of: u32,
}

impl Original {
    /// The stretch of the original that a span of the text was read from.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        let start = start_of(&self.pieces, span.start());
        let end = if span.is_empty() { start } else { end_of(&self.pieces, span.end()) };
        Span::from_usize(start, end.max(start))
    }

    /// The span of the text that was read from a stretch of the original, where one was.
    #[must_use]
    pub fn back(&self, span: Span) -> Option<Span> {
        let (from, to) = (span.start(), span.end());
        // Pieces of one text stand in the order of the text, which need not be that of the original.
        let mut found: Option<Span> = None;
        for piece in &self.pieces {
            let (start, end) = (piece.from as usize, (piece.from + piece.of) as usize);
            if start >= to || end <= from {
                continue;
            }
            let (at, len) = (piece.at as usize, piece.len as usize);
            let own = if piece.len == piece.of {
                Span::from_usize(at + from.saturating_sub(start), at + len - end.saturating_sub(to))
            } else {
                Span::from_usize(at, at + len)
            };
            found = Some(found.map_or(own, |held| held.cover(own)));
        }
        found
    }
}

fn start_of(pieces: &[Piece], at: usize) -> usize {
    let next = pieces.partition_point(|piece| (piece.at + piece.len) as usize <= at);
    match pieces.get(next) {
        Some(piece) if piece.len == piece.of && piece.at as usize <= at => {
            piece.from as usize + (at - piece.at as usize)
        }
        Some(piece) => piece.from as usize,
        None => pieces.last().map_or(0, |last| (last.from + last.of) as usize),
    }
}

fn end_of(pieces: &[Piece], at: usize) -> usize {
    let next = pieces.partition_point(|piece| (piece.at as usize) < at);
    match next.checked_sub(1).map(|last| pieces[last]) {
        Some(piece) if piece.len == piece.of && at < (piece.at + piece.len) as usize => {
            piece.from as usize + (at - piece.at as usize)
        }
        Some(piece) => (piece.from + piece.of) as usize,
        None => 0,
    }
}

/// Text that is being written down from an original, with the place of every piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    /// The text so far.
    pub text: String,
    pieces: Vec<Piece>,
}

#[expect(clippy::cast_possible_truncation, reason = "ingest refuses sources of 4 GiB and more")]
impl Transcript {
    /// Adds words that stand in the original as they are, from `from` on.
    pub fn copy(&mut self, words: &str, from: usize) {
        self.put(words, from, words.len());
    }

    /// Adds words that stand for `of` bytes of the original, from `from` on.
    pub fn put(&mut self, words: &str, from: usize, of: usize) {
        if words.is_empty() {
            return;
        }
        let (at, len) = (self.text.len() as u32, words.len() as u32);
        self.text.push_str(words);
        let piece = Piece { at, len, from: from as u32, of: of as u32 };
        match self.pieces.last_mut() {
            Some(last)
                if last.len == last.of
                    && piece.len == piece.of
                    && last.at + last.len == at
                    && last.from + last.of == piece.from =>
            {
                last.len += len;
                last.of += len;
            }
            _ => self.pieces.push(piece),
        }
    }

    /// Adds words that stand nowhere in the original: the blank between two paragraphs.
    pub fn glue(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Adds what was written down from the same original.
    pub fn append(&mut self, other: &Self) {
        let by = self.text.len() as u32;
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.iter().map(|piece| Piece { at: piece.at + by, ..*piece }));
    }

    /// Takes the blanks at the end away.
    pub fn trim_end(&mut self) {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
        while let Some(last) = self.pieces.last_mut() {
            if (last.at + last.len) as usize <= kept {
                break;
            }
            if (last.at as usize) < kept && last.len == last.of {
                last.len = kept as u32 - last.at;
                last.of = last.len;
                break;
            }
            self.pieces.pop();
        }
    }

    /// The same text over what `outer` was written down from: this was read from the text of `outer`.
    #[must_use]
    pub fn through(self, outer: &Self) -> Self {
        let mut whole = Self { text: self.text, pieces: Vec::with_capacity(self.pieces.len()) };
        for piece in self.pieces {
            if piece.len != piece.of {
                let (from, to) = (
                    start_of(&outer.pieces, piece.from as usize),
                    end_of(&outer.pieces, (piece.from + piece.of) as usize),
                );
                whole.pieces.push(Piece { from: from as u32, of: to.saturating_sub(from) as u32, ..piece });
                continue;
            }
            // A plain stretch is cut where the outer text is put together.
            let (mut at, mut from) = (piece.at, piece.from);
            let end = piece.from + piece.len;
            let first = outer.pieces.partition_point(|held| held.at + held.len <= from);
            for held in &outer.pieces[first..] {
                if held.at >= end {
                    break;
                }
                if held.at > from {
                    at += held.at - from;
                    from = held.at;
                }
                let len = (held.at + held.len).min(end) - from;
                let own = if held.len == held.of {
                    Piece { at, len, from: held.from + (from - held.at), of: len }
                } else {
                    Piece { at, len, from: held.from, of: held.of }
                };
                whole.pieces.push(own);
                at += len;
                from += len;
            }
        }
        whole
    }

    /// The original that this was written down from, with the text taken out.
    #[must_use]
    pub fn over(self, text: Arc<str>, member: Option<String>) -> (String, Original) {
        (self.text, Original { text, member, pieces: self.pieces })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_to_the_bytes_and_back() {
        // "<p>A &amp; B</p>\n<p>C</p>"
        let file = "<p>A &amp; B</p>\n<p>C</p>";
        let mut transcript = Transcript::default();
        transcript.copy("A ", 3);
        transcript.put("&", 5, 5);
        transcript.copy(" B", 10);
        transcript.glue("\n\n");
        transcript.copy("C", 20);
        let (text, original) = transcript.over(file.into(), None);
        assert_eq!(text, "A & B\n\nC");
        for (start, end, words) in
            [(0, 1, "A"), (0, 3, "A &amp;"), (2, 5, "&amp; B"), (7, 8, "C"), (0, 8, "A &amp; B</p>\n<p>C")]
        {
            let span = original.span(Span::new(start, end));
            assert_eq!(&file[span.range()], words);
            assert_eq!(original.back(span), Some(Span::new(start, end)));
        }
    }

    #[test]
    fn one_format_may_hold_another() {
        // XML with escaped HTML in it: "&lt;b>x&lt;/b>", read as "<b>x</b>", of which "x" is text.
        let mut outer = Transcript::default();
        outer.put("<", 10, 4);
        outer.copy("b>x", 14);
        outer.put("<", 17, 4);
        outer.copy("/b>", 21);
        let mut inner = Transcript::default();
        inner.copy("x", 3);
        let (text, original) = inner.through(&outer).over("".into(), None);
        assert_eq!(text, "x");
        assert_eq!(original.span(Span::new(0, 1)), Span::new(16, 17));
    }
}
