//! The value of each mention: figures as read, times placed, names in full, quotations with their speakers.

use super::{
    Anchor, name,
    speaker::{self, Attribution},
    time,
};
use crate::{
    claim::{Count, Mention, MentionKind, Name, Said, Value},
    rules::RuleBook,
    text::{Document, PublishedFrom},
};
use jiff::civil::DateTime;

/// What the mentions of an article come to.
#[derive(Debug)]
pub struct Valued {
    /// The value of each mention, in the same order.
    pub values: Vec<Value>,
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
    let borrowed = anchor.published.is_some_and(|published| published.from == PublishedFrom::Story);
    let names = name::names(mentions, book);
    let named = by_mention(mentions, &names);
    let times = time::times(document, mentions, &named, anchor);
    let attributions = speaker::attributions(document, mentions, &named);
    let (mut times, mut names) = (times.into_iter(), names.into_iter());
    let values = mentions
        .iter()
        .map(|mention| match &mention.said {
            Said::Time(_) => {
                let mut time = times.next().expect("each time has its place");
                let is_said =
                    |start: DateTime| document.text(mention.span).contains(&start.year().to_string());
                time.year_from_story |= borrowed && time.start.is_some_and(|start| !is_said(start));
                Value::Time(time)
            }
            Said::Count(count) => Value::Count(Count::clone(count)),
            Said::Group(group) => Value::Count(group.count.clone()),
            Said::Name(_) => {
                let name = names.next().expect("each name has its full form");
                if mention.kind == MentionKind::Place { Value::Place(name) } else { Value::Name(name) }
            }
            Said::Quotation => Value::Quotation {
                text: document.text(mention.span).to_owned(),
                speaker: speaker::of(&attributions, &mention.tokens).map(str::to_owned),
            },
        })
        .collect();
    Valued { values, attributions }
}

/// The full name of each mention that is a name, none for the others.
fn by_mention<'n>(mentions: &[Mention], names: &'n [Name]) -> Vec<Option<&'n Name>> {
    let mut names = names.iter();
    let own = |mention: &Mention| if let Said::Name(_) = mention.said { names.next() } else { None };
    mentions.iter().map(own).collect()
}
