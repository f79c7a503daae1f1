//! The mentions of one article in JSON.

use super::value::ValueJson;
use crate::{
    claim::{Mention, Value},
    report::value::kind,
    text::Source,
};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ArticleJson<'a> {
    id: &'a str,
    mentions: Vec<MentionJson<'a>>,
}

#[derive(Serialize)]
struct MentionJson<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    value: ValueJson<'a>,
}

impl<'a> ArticleJson<'a> {
    pub(super) fn of(source: &'a Source, mentions: &'a [(Mention, Value)]) -> Self {
        let mentions = mentions
            .iter()
            .filter_map(|(mention, value)| {
                let span = source.in_file(mention.span);
                Some(MentionJson {
                    kind: kind(mention.kind)?,
                    start: span.start(),
                    end: span.end(),
                    text: &source.text[mention.span.range()],
                    value: ValueJson::of_mention(value),
                })
            })
            .collect();
        Self { id: &source.id, mentions }
    }
}
