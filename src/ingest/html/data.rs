//! What a page says of itself to machines: JSON-LD, `meta` elements, `time` elements.
//!
//! JSON-LD goes first, then `meta`, then the first `time` of the page.

use super::{page::Page, shingles::Shingles, tokens::plain};
use crate::ingest::article::Article;
use serde_json::Value;

const DATES: &[&str] = &[
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
    "parsely-pub-date",
    "og:published_time",
    "article:published",
];
const TITLES: &[&str] = &["og:title", "headline", "twitter:title", "dc.title"];
const PUBLISHERS: &[&str] = &["og:site_name", "publisher", "dc.publisher", "application-name"];
const AUTHORS: &[&str] = &["author", "article:author", "dc.creator", "parsely-author", "byl"];
const ADDRESSES: &[&str] = &["canonical", "og:url"];

/// Tells an article what its page says of it.
pub(super) fn tell(page: &Page, article: &mut Article) {
    let data: Vec<Value> =
        page.data.iter().filter_map(|script| serde_json::from_str(script.trim()).ok()).collect();
    let mut found = Vec::new();
    data.iter().for_each(|value| news_articles(value, &mut found));
    if let Some(own) = own(&found, page) {
        linked_data(own, &data, article);
    }
    let meta = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| page.meta.iter().find(|(key, held)| key == name && !held.trim().is_empty()))
            .map(|(_, held)| held.clone())
    };
    article.dates.extend(meta(DATES));
    article.dates.extend(page.times.iter().take(3).cloned());
    let is_address = |held: &String| held.starts_with("http://") || held.starts_with("https://");
    article.title = article.title.take().or_else(|| meta(TITLES)).or_else(|| page.title.clone());
    article.publisher = article.publisher.take().or_else(|| meta(PUBLISHERS));
    article.credit = article.credit.take().or_else(|| meta(AUTHORS).filter(|author| !is_address(author)));
    article.url = article.url.take().or_else(|| meta(ADDRESSES)).filter(is_address);
}

/// The words of the articles in a page's JSON-LD.
pub(super) fn body(page: &Page) -> Shingles {
    let mut told = Shingles::default();
    for script in page.data.iter().filter(|script| script.contains("articleBody")) {
        let Ok(value) = serde_json::from_str::<Value>(script.trim()) else { continue };
        let mut found = Vec::new();
        news_articles(&value, &mut found);
        let bodies = found.iter().filter_map(|article| article.get("articleBody")?.as_str());
        bodies.for_each(|body| told.add(&plain(&plain(body))));
    }
    told
}

/// The articles in JSON-LD: at the top, in a list, or in a graph.
fn news_articles<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    let is_article = |kind: &str| {
        kind.ends_with("Article") || matches!(kind, "Report" | "BlogPosting" | "LiveBlogPosting")
    };
    match value {
        Value::Array(values) => values.iter().for_each(|value| news_articles(value, found)),
        Value::Object(fields) => {
            let kinds = match fields.get("@type") {
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
                Some(Value::String(kind)) => vec![kind.as_str()],
                _ => Vec::new(),
            };
            if kinds.iter().any(|kind| is_article(kind)) {
                found.push(value);
                return;
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(held) = fields.get(key) {
                    news_articles(held, found);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Which of them is the page's own: that of its address, else that of its headline, else the first.
fn own<'v>(found: &[&'v Value], page: &Page) -> Option<&'v Value> {
    let address = page.meta.iter().find(|(key, _)| key == "canonical").map(|(_, held)| held.as_str());
    let headline = page.parts.iter().find(|part| part.name == "h1").map(|part| part.words.text.as_str());
    let says = |keys: &[&str], wanted: Option<&str>| {
        found.iter().find(|value| {
            wanted.is_some()
                && keys.iter().any(|key| {
                    let held = value.get(*key);
                    let id = held.and_then(|held| held.get("@id"));
                    held.and_then(Value::as_str) == wanted || id.and_then(Value::as_str) == wanted
                })
        })
    };
    says(&["url", "@id", "mainEntityOfPage"], address)
        .or_else(|| says(&["headline", "name"], headline))
        .or_else(|| found.first())
        .copied()
}

fn linked_data(found: &Value, data: &[Value], article: &mut Article) {
    let words = |key: &str| {
        let held = found.get(key)?;
        named(held).or_else(|| named(data.iter().find_map(|value| of_id(value, held.get("@id")?.as_str()?))?))
    };
    article.title = article.title.take().or_else(|| words("headline"));
    article.publisher = article.publisher.take().or_else(|| words("publisher"));
    article.credit = article.credit.take().or_else(|| words("author")).or_else(|| words("creditText"));
    article.url = article.url.take().or_else(|| words("url"));
    article.dates.extend(words("datePublished").or_else(|| words("dateCreated")));
}

/// What a graph names by an id elsewhere.
fn of_id<'v>(value: &'v Value, id: &str) -> Option<&'v Value> {
    match value {
        Value::Array(values) => values.iter().find_map(|value| of_id(value, id)),
        Value::Object(fields) if fields.get("@graph").is_some() => of_id(&fields["@graph"], id),
        Value::Object(fields) => {
            (fields.get("@id")?.as_str()? == id && fields.contains_key("name")).then_some(value)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// A value as words: text, the name of a thing, or a list of them.
fn named(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(plain(text.trim()).into_owned()).filter(|text| !text.is_empty()),
        Value::Object(fields) => fields.get("name").and_then(Value::as_str).map(str::to_owned),
        Value::Array(values) => {
            let names: Vec<String> = values.iter().filter_map(named).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
