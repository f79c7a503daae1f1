//! Places what was read: dates against the article's date, names against the article, matches as claims.
//!
//! Thinking cannot fail: what cannot be placed stays unplaced. Next in the flow: [`crate::align`].

mod claim;
mod context;
mod event;
mod group;
pub(crate) mod name;
pub(crate) mod speaker;
pub(crate) mod stance;
mod time;
mod value;

use crate::{
    claim::{Claim, Mention, Reading, Value},
    rules::RuleBook,
    text::{Document, Published},
};

/// Which way a bare weekday or month leans where no tense decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prefer {
    /// The last one.
    #[default]
    Past,
    /// The next one.
    Future,
}

/// What dates are placed against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchor {
    /// When the article was published.
    pub published: Option<Published>,
    /// The year that the story's other articles share, for dates without one.
    pub story_year: Option<i16>,
    /// Which way a bare weekday or month leans.
    pub prefer: Prefer,
}

/// When an article was published: as given, or as its own datelines say.
#[must_use]
pub fn published(document: &Document<'_>, mentions: &[Mention]) -> Option<Published> {
    time::published(document, mentions)
}

/// The resolved value of each mention, in the same order.
#[must_use]
pub fn values(document: &Document<'_>, mentions: &[Mention], anchor: &Anchor, book: &RuleBook) -> Vec<Value> {
    value::values(document, mentions, anchor, book)
}

/// The claims that readings make, in order of place.
#[must_use]
pub fn claims(
    document: &Document<'_>,
    mentions: &[Mention],
    values: &[Value],
    readings: &[Reading],
    anchor: &Anchor,
    book: &RuleBook,
) -> Vec<Claim> {
    claim::claims(document, mentions, values, readings, anchor, book)
}
