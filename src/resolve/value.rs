//! The value of each mention: figures as read, times placed, names in full, quotations with their speakers.

use super::{
    Anchor, name,
    speaker::{self, Attribution},
    time,
};
use crate::{
    claim::{Mention, MentionKind, Name, Said, Time, Value},
    rules::RuleBook,
    text::{Document, PublishedFrom},
};
use jiff::civil::DateTime;

/// What the mentions of an article come to.
#[derive(Debug)]
pub(super) struct Valued {
    /// The value of each mention, in the same order.
    pub(super) values: Vec<Value>,
    /// Who says what, looked for once: quotations ask for it, and claims.
    pub(super) attributions: Vec<Attribution>,
}

/// The values of the mentions of an article.
pub(super) fn valued(
    document: &Document<'_>,
    mentions: &[Mention],
    anchor: &Anchor,
    book: &RuleBook,
) -> Valued {
    let times = time::times(document, mentions, anchor);
    let borrowed = anchor.published.is_some_and(|published| published.from == PublishedFrom::Story);
    let names = name::names(mentions, book);
    let known: Vec<Option<&Name>> = names.iter().map(Option::as_ref).collect();
    let attributions = speaker::attributions(document, mentions, &known);
    let values = mentions
        .iter()
        .zip(times)
        .zip(names)
        .map(|((mention, time), name)| match (&mention.said, time) {
            (Said::Time(_), Some(time)) => {
                let is_said =
                    |start: DateTime| document.text(mention.span).contains(&start.year().to_string());
                let lent = borrowed && time.start.is_some_and(|start| !is_said(start));
                Value::Time(Time { year_from_story: time.year_from_story || lent, ..time })
            }
            (Said::Count(count), _) => Value::Count(count.clone()),
            (Said::Group(group), _) => Value::Count(group.count.clone()),
            (Said::Name(written), _) => {
                let name = name.unwrap_or_else(|| written.clone());
                if mention.kind == MentionKind::Place { Value::Place(name) } else { Value::Name(name) }
            }
            (Said::Quotation | Said::Time(_), _) => Value::Quotation {
                text: document.text(mention.span).to_owned(),
                speaker: speaker::of(&attributions, &mention.tokens).map(str::to_owned),
            },
        })
        .collect();
    Valued { values, attributions }
}
