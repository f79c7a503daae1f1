//! Reads ninjs, versions 1 to 3: the JSON in which agencies send text.
//!
//! | version | headline | words | date | byline | publisher |
//! |---|---|---|---|---|---|
//! | 1 | `headline` | `body_text`, `body_html`, `body_xhtml` | `versioncreated`, `firstcreated` | `byline` | `copyrightholder`, `source` |
//! | 2 | `headlines[].value` | `bodies[].value` by `contenttype` | `contentcreated`, `versioncreated`, `firstcreated` | `by` | `infosources[].name`, `copyrightholder` |
//! | 3 | the same | the same by `contentType` | `contentCreated`, `versionCreated`, `firstCreated` | `by` | `infoSources[].name`, `copyrightHolder` |

use super::{
    article::{Article, Fault},
    html,
};
use crate::text::{Block, BlockKind, Span, Transcript};
use serde::Deserialize;
use serde_json::value::RawValue;

const HELP: &str = "give an item of ninjs 1, 2 or 3 with a body; a list of articles is written as JSON Lines";

#[derive(Deserialize)]
struct Item<'a> {
    #[serde(borrow)]
    headline: Option<&'a RawValue>,
    #[serde(borrow)]
    body_text: Option<&'a RawValue>,
    #[serde(borrow)]
    body_html: Option<&'a RawValue>,
    #[serde(borrow)]
    body_xhtml: Option<&'a RawValue>,
    #[serde(borrow, default)]
    headlines: Vec<Value<'a>>,
    #[serde(borrow, default)]
    bodies: Vec<Value<'a>>,
    by: Option<String>,
    byline: Option<String>,
    source: Option<String>,
    #[serde(alias = "copyrightHolder")]
    copyrightholder: Option<String>,
    #[serde(alias = "infoSources", default)]
    infosources: Vec<Named>,
    #[serde(alias = "contentCreated")]
    contentcreated: Option<String>,
    #[serde(alias = "versionCreated")]
    versioncreated: Option<String>,
    #[serde(alias = "firstCreated")]
    firstcreated: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
struct Value<'a> {
    role: Option<String>,
    #[serde(alias = "contentType")]
    contenttype: Option<String>,
    #[serde(borrow)]
    value: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Named {
    name: Option<String>,
}

/// The article of an item.
pub(super) fn article(json: &str) -> Result<Article, Fault> {
    // serde would take a list for the fields of an item in their order.
    if json.trim_start().trim_start_matches('\u{FEFF}').starts_with('[') {
        return Err(Fault::new("expected an item of ninjs, found a list", HELP).at(0));
    }
    let mut item: Item<'_> = serde_json::from_str(json).map_err(|error| {
        let line = json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        Fault::new(format!("expected an item of ninjs, found {error}"), HELP).at(line)
    })?;
    let is_html = |value: &Value<'_>| {
        value.contenttype.as_deref().is_none_or(|kind| kind.contains("html") || kind.contains("xml"))
    };
    let main = item.bodies.iter().position(|body| body.role.as_deref() == Some("main")).unwrap_or_default();
    let body = match (item.body_text, item.body_html.or(item.body_xhtml)) {
        (_, Some(body)) => Some((body, true)),
        (Some(body), None) => Some((body, false)),
        (None, None) => item.bodies.get(main).and_then(|body| Some((body.value?, is_html(body)))),
    };
    let headline = item.headline.or_else(|| item.headlines.first().and_then(|held| held.value));
    let Some((body, is_html)) = body else {
        return Err(Fault::new("expected an item of ninjs with a body, found none in it", HELP));
    };
    let mut article = Article::default();
    if let Some(headline) = headline.and_then(|raw| words(json, raw)) {
        article.words.append(&headline);
        let span = Span::from_usize(0, article.words.text.len());
        article.labels.push(Block { kind: BlockKind::Headline, span });
        article.title = Some(headline.text);
        article.words.glue("\n\n");
    }
    let Some(outer) = words(json, body) else {
        return Err(Fault::new("expected a body that is a string, found something else", HELP));
    };
    let inner = if is_html { html::fragment(&outer.text).words.through(&outer) } else { outer };
    article.words.append(&inner);
    article.dates.extend([item.contentcreated, item.versioncreated, item.firstcreated].into_iter().flatten());
    article.credit = item.by.or(item.byline);
    article.publisher =
        item.infosources.drain(..).find_map(|info| info.name).or(item.copyrightholder).or(item.source);
    article.url = item.url;
    Ok(article)
}

/// The words of a JSON string that stands in `json`, with the place of each.
fn words(json: &str, raw: &RawValue) -> Option<Transcript> {
    let written = raw.get();
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    let start = written.as_ptr() as usize - json.as_ptr() as usize + 1;
    let mut words = Transcript::default();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', &inner.as_bytes()[at..]) {
        words.copy(&inner[at..at + found], start + at);
        at += found;
        let (character, len) = escape(&inner[at..]);
        words.put(character.encode_utf8(&mut [0; 4]), start + at, len);
        at += len;
    }
    words.copy(&inner[at..], start + at);
    Some(words)
}

/// The character of the escape at the start of `text`, and its length.
fn escape(text: &str) -> (char, usize) {
    let unit = |at: usize| text.get(at..at + 4).and_then(|figure| u32::from_str_radix(figure, 16).ok());
    match text.as_bytes().get(1) {
        Some(b'n') => ('\n', 2),
        Some(b't') => ('\t', 2),
        Some(b'r') => ('\r', 2),
        Some(b'b' | b'f') => (' ', 2),
        Some(b'u') => match unit(2) {
            Some(high @ 0xD800..=0xDBFF) if text.get(6..8) == Some("\\u") => {
                let low = unit(8).unwrap_or_default();
                let code = 0x10000 + ((high - 0xD800) << 10) + (low.wrapping_sub(0xDC00) & 0x3FF);
                (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 12)
            }
            Some(code) => (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 6),
            None => (char::REPLACEMENT_CHARACTER, 2),
        },
        Some(other) if other.is_ascii() => (char::from(*other), 2),
        Some(_) | None => ('\\', 1),
    }
}
