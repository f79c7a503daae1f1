//! Reads JSON Lines: one article a line.
//!
//! Only `text` is required; `null` is as good as nothing; fields of other names are left alone. A line that cannot
//! be read is named, and the rest is read all the same.

use super::{bytes, date, format, hidden};
use crate::{
    error::Error,
    text::{Note, PublishedFrom, Source},
};
use serde::Deserialize;
use std::io::{BufRead, Read};

/// What a line should be.
const HELP: &str = "give one object a line, with the article's words in \"text\"";

/// A line as it stands in the file.
#[derive(Deserialize)]
struct Line {
    id: Option<Label>,
    story: Option<Label>,
    published: Option<String>,
    publisher: Option<String>,
    credit: Option<String>,
    url: Option<String>,
    title: Option<String>,
    text: String,
}

/// A name that may be written as a number.
#[derive(Deserialize)]
#[serde(untagged)]
enum Label {
    Text(String),
    Number(serde_json::Number),
}

impl From<Label> for String {
    fn from(label: Label) -> Self {
        match label {
            Label::Text(text) => text,
            Label::Number(number) => number.to_string(),
        }
    }
}

/// The articles of a JSON Lines file, in order; a line that cannot be read is an error in its place.
pub(super) struct Lines<R> {
    reader: R,
    path: String,
    story: String,
    line: usize,
    buffer: Vec<u8>,
    ended: bool,
    hashed: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) const fn new(reader: R, path: String, story: String, hashed: bool) -> Self {
        Self { reader, path, story, line: 0, buffer: Vec::new(), ended: false, hashed }
    }

    /// The number of the line that was read last.
    pub(super) const fn line(&self) -> usize {
        self.line
    }

    fn article(&self) -> Result<Source, Error> {
        let mut start = self.buffer.as_slice();
        if self.line == 1 {
            start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
        }
        let start = start.trim_ascii();
        // serde would take a list for the fields of an article in their order.
        if let Some(first) = start.first().filter(|first| matches!(first, b'[' | b'"')) {
            let found = if *first == b'[' { "a list" } else { "a string" };
            return Err(self.problem(&format!("expected a JSON object, found {found}"), HELP));
        }
        let escaped = bytes::escaped(start);
        let line: Line = serde_json::from_slice(escaped.as_deref().unwrap_or(start))
            .map_err(|error| self.problem(&told(&error), HELP))?;
        if line.text.trim().is_empty() {
            let found = if line.text.is_empty() { "an empty text" } else { "nothing but blanks" };
            return Err(self.problem(
                &format!("expected an article, found {found}"),
                "give its words in \"text\", or leave the line out",
            ));
        }
        if line.text.len() as u64 >= bytes::TOO_LARGE {
            return Err(
                self.problem("expected an article under 4 GiB, found a larger one", "split the article")
            );
        }
        let mut source = Source {
            id: said(line.id.map(String::from)).unwrap_or_else(|| format!("{}:{}", self.path, self.line)),
            story: said(line.story.map(String::from)).unwrap_or_else(|| self.story.clone()),
            publisher: said(line.publisher),
            credit: said(line.credit),
            url: said(line.url),
            title: said(line.title),
            text: line.text,
            digest: if self.hashed { bytes::digest(start) } else { String::new() },
            ..Source::default()
        };
        if let Err(fault) = std::str::from_utf8(&self.buffer) {
            let count = self.buffer.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
            source.notes.push(Note::NotUtf8 { count, first: fault.valid_up_to(), line: self.line });
        }
        if let Some(written) = line.published.filter(|written| !written.trim().is_empty()) {
            source.published = date::published(&written, PublishedFrom::Given);
            if source.published.is_none() {
                source.notes.push(Note::Date { found: written });
            }
        }
        if source.published.is_none() {
            source.published = source.url.as_deref().and_then(date::in_address);
        }
        source.format = format::of(&source, None);
        hidden::take(&mut source);
        Ok(source)
    }

    fn problem(&self, message: &str, help: &str) -> Error {
        Error::Input {
            path: self.path.clone(),
            line: Some(self.line),
            message: message.to_owned(),
            help: help.to_owned(),
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Source, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            self.buffer.clear();
            // A JSON text is at most six times as long as what it says.
            let limit = bytes::TOO_LARGE.saturating_mul(6);
            match self.reader.by_ref().take(limit).read_until(b'\n', &mut self.buffer) {
                Ok(0) => self.ended = true,
                Ok(_) => self.line += 1,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(bytes::unreadable(&self.path, &error)));
                }
            }
            if !self.buffer.trim_ascii().is_empty() {
                return Some(self.article());
            }
        }
        None
    }
}

/// A field, where it says anything.
fn said(field: Option<String>) -> Option<String> {
    field.filter(|field| !field.trim().is_empty())
}

/// What serde says, as one of our sentences: it counts lines from the start of the line.
fn told(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let bare = message.rsplit_once(" at line ").map_or(message.as_str(), |(bare, _)| bare);
    let column = error.column();
    match error.classify() {
        serde_json::error::Category::Data => {
            format!("expected an article, found {}", bare.replace('`', "\""))
        }
        serde_json::error::Category::Eof => {
            format!("expected a JSON object on one line, found its end in column {column}")
        }
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
            format!("expected a JSON object, found a fault in column {column}: {bare}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Vec<String> {
        Lines::new(lines.as_bytes(), "a.jsonl".to_owned(), "bridge".to_owned(), false)
            .map(|article| match article {
                Ok(source) => format!("{} {} {}", source.story, source.id, source.text),
                Err(error) => error.to_string(),
            })
            .collect()
    }

    #[test]
    fn a_line_is_an_article_or_named() {
        let lines = "\u{FEFF}{\"id\":\"one\",\"text\":\"A\"}\r\n\n{\"id\":2,\"story\":7,\"title\":null,\"text\":\"B\",\"x\":[]}\n\
                     not json\n{\"id\":\"three\"}\n{\"text\":\"C\"}\n{\"text\":\"D\n{\"text\":5}\n{\"text\":\"\"}\n\
                     {\"text\":\" \\n\"}\n{\"id\":\"\",\"story\":\" \",\"text\":\"E\"}";
        assert_eq!(
            read(lines),
            [
                "bridge one A",
                "7 2 B",
                "a.jsonl:4: expected a JSON object, found a fault in column 2: expected ident",
                "a.jsonl:5: expected an article, found missing field \"text\"",
                "bridge a.jsonl:6 C",
                "a.jsonl:7: expected a JSON object on one line, found its end in column 10",
                "a.jsonl:8: expected an article, found invalid type: integer \"5\", expected a string",
                "a.jsonl:9: expected an article, found an empty text",
                "a.jsonl:10: expected an article, found nothing but blanks",
                "bridge a.jsonl:11 E",
            ]
        );
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_told_wherever_they_stand() {
        let lines = b"{\"title\":\"Caf\xE9\",\"text\":\"A\"}\n{\"text\":\"\xFF\xFE\"}\n";
        let found: Vec<Note> = Lines::new(&lines[..], "a.jsonl".to_owned(), String::new(), false)
            .flat_map(|article| article.expect("an article").notes)
            .collect();
        assert_eq!(
            found,
            [Note::NotUtf8 { count: 1, first: 13, line: 1 }, Note::NotUtf8 { count: 2, first: 9, line: 2 }]
        );
    }
}
