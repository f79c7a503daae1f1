//! Reads the YAML front matter of an article: its title, date, address, publisher and author.
//!
//! Front matter is written by many tools, so that keys are known by several names and unknown ones are left alone.

use super::date;
use crate::text::{Note, PublishedFrom, Source};
use serde_json::Value;
use std::collections::BTreeMap;

/// The longest front matter, in bytes; what is longer is text.
const LONGEST: usize = 64 << 10;

const TITLE: &[&str] = &["title", "headline"];
const PUBLISHED: &[&str] = &[
    "published",
    "date",
    "published_at",
    "publishedat",
    "datepublished",
    "pubdate",
    "published_time",
    "publish_date",
];
const URL: &[&str] = &["url", "source", "source_url", "link", "canonical", "canonical_url", "permalink"];
const PUBLISHER: &[&str] = &["publisher", "site", "site_name", "sitename", "outlet", "source", "newspaper"];
const CREDIT: &[&str] = &["credit", "agency", "author", "authors", "byline"];

/// Takes what the front matter of `source` says and notes where its text begins; what is known already stays.
pub(super) fn take(source: &mut Source) {
    let Some((yaml, end)) = split(&source.text) else { return };
    let read: Result<BTreeMap<String, Value>, _> = serde_saphyr::from_str(&source.text[yaml.clone()]);
    match read {
        Ok(fields) => {
            let fields: BTreeMap<String, Value> = fields
                .into_iter()
                .map(|(key, value)| (key.to_lowercase().replace('-', "_"), value))
                .collect();
            source.front_matter = end;
            fill(source, &fields);
        }
        Err(error) => {
            let fields = plain_lines(&source.text[yaml]);
            source.front_matter = end;
            // YAML counts its lines from behind the rule that opens it.
            let line = error.location().map(|place| place.line() + 1);
            let told = error.to_string();
            let told = told.lines().next().unwrap_or_default();
            let bare = told
                .split_once(" column ")
                .and_then(|(_, rest)| rest.split_once(": "))
                .map_or(told, |(_, bare)| bare);
            let message = line.map_or_else(|| bare.to_owned(), |line| format!("{bare} in line {line}"));
            source.notes.push(Note::FrontMatter { message });
            fill(source, &fields);
        }
    }
}

/// Where the YAML stands and where the text begins, where the text opens with front matter.
fn split(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let body = text.trim_start_matches('\u{FEFF}');
    let start = text.len() - body.len();
    let first = body.split_inclusive('\n').next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let yaml = start + first.len();
    let mut at = yaml;
    for line in text[yaml..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            // A rule between paragraphs looks the same; front matter has a key on its first line.
            let keyed = text[yaml..at].lines().find(|line| !line.trim().is_empty())?.contains(':');
            return keyed.then_some((yaml..at, at + line.len()));
        }
        at += line.len();
        if at - yaml > LONGEST {
            return None;
        }
    }
    None
}

/// The fields of front matter that is no YAML, as far as lines tell: "title: Plant fire: four dead" has a colon too many and says
/// plainly what it means.
fn plain_lines(yaml: &str) -> BTreeMap<String, Value> {
    let field = |line: &str| {
        let (key, value) = line.split_once(':')?;
        let is_key = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        let value = value.strip_prefix([' ', '\t'])?.trim();
        let value = ['"', '\'']
            .iter()
            .find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote))
            .unwrap_or(value);
        // What opens a list, a mapping or a block says nothing in one line.
        let is_plain = !value.starts_with(['[', '{', '|', '>', '&', '*', '!', '"', '\'']);
        (is_key && is_plain).then(|| (key.to_lowercase().replace('-', "_"), Value::from(value)))
    };
    yaml.lines().filter_map(field).collect()
}

fn fill(source: &mut Source, fields: &BTreeMap<String, Value>) {
    let words = |names: &[&str]| names.iter().find_map(|name| fields.get(*name).and_then(written));
    let is_address = |value: &String| value.starts_with("http://") || value.starts_with("https://");
    let first = |names: &[&str], wanted: &dyn Fn(&String) -> bool| {
        names.iter().filter_map(|name| fields.get(*name).and_then(written)).find(|value| wanted(value))
    };
    source.title = source.title.take().or_else(|| words(TITLE));
    source.url = source.url.take().or_else(|| first(URL, &is_address));
    source.publisher = source.publisher.take().or_else(|| first(PUBLISHER, &|value| !is_address(value)));
    source.credit = source.credit.take().or_else(|| words(CREDIT));
    if source.published.is_none()
        && let Some(found) = words(PUBLISHED)
    {
        source.published = date::published(&found, PublishedFrom::FrontMatter);
        if source.published.is_none() {
            source.notes.push(Note::Date { found });
        }
    }
}

/// A value as words: text, a figure, a list of them, or the name in a mapping.
fn written(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => values.iter().filter_map(written).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => fields.get("name").and_then(Value::as_str)?.trim().to_owned(),
        Value::Null | Value::Bool(_) => return None,
    };
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Source {
        let mut source = Source { text: text.to_owned(), ..Source::default() };
        take(&mut source);
        source
    }

    #[test]
    fn front_matter_tells_what_it_knows() {
        let source = read(
            "---\ntitle: \"A bridge: fallen\"\ndate: 2026-01-31\nsource: https://example.org/a\nsite: The Post\n\
             authors:\n  - Ada Roe\n  - Bo Lin\nword_count: 12\n---\n\nA bridge fell.\n",
        );
        assert_eq!(source.title.as_deref(), Some("A bridge: fallen"));
        assert_eq!(source.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(source.publisher.as_deref(), Some("The Post"));
        assert_eq!(source.credit.as_deref(), Some("Ada Roe, Bo Lin"));
        assert_eq!(
            source.published.map(|published| published.at.to_string()).as_deref(),
            Some("2026-01-31T00:00:00")
        );
        assert_eq!(&source.text[source.front_matter..], "\nA bridge fell.\n");
    }

    #[test]
    fn broken_front_matter_is_noted_and_the_text_kept() {
        let source = read("---\ntitle: [open\n---\nA bridge fell.\n");
        assert!(matches!(source.notes.as_slice(), [Note::FrontMatter { .. }]), "{:?}", source.notes);
        assert_eq!(&source.text[source.front_matter..], "A bridge fell.\n");
        let source = read(
            "---\ntitle: Plant fire: four dead\ndate: '2026-03-02'\nsource: Northern Wire\n  more: x\n---\nA bridge fell.\n",
        );
        assert!(matches!(source.notes.as_slice(), [Note::FrontMatter { .. }]), "{:?}", source.notes);
        assert_eq!(source.title.as_deref(), Some("Plant fire: four dead"));
        assert_eq!(source.publisher.as_deref(), Some("Northern Wire"));
        assert!(source.published.is_some());
        let source = read("---\ndate: some day\n---\nA bridge fell.\n");
        assert_eq!(source.notes, [Note::Date { found: "some day".to_owned() }]);
    }

    #[test]
    fn a_rule_between_paragraphs_is_no_front_matter() {
        for text in
            ["---\nA bridge fell\n---\nTwo died.", "---\ntitle: never closed\n", "A bridge\n---\na: b\n---\n"]
        {
            assert_eq!(read(text).front_matter, 0, "{text}");
        }
    }
}
