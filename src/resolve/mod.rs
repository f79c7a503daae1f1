//! Places what was read: dates against the article's date, names against the article, matches as claims.
//!
//! Thinking cannot fail: what cannot be placed stays unplaced. Next in the flow: [`crate::align`].

mod alternative;
mod antecedent;
mod apposed_age;
mod bearer;
mod claim;
mod compound;
mod context;
mod deed;
mod event;
mod governor;
mod group;
mod holder;
mod limits;
mod listed;
pub(crate) mod name;
mod partial;
mod person;
mod quoted;
mod share;
mod side;
mod signs;
pub(crate) mod speaker;
pub(crate) mod stance;
mod time;
mod toll;
mod value;
mod victim;
mod whom;
mod year;

use crate::{
    claim::{Claim, Mention, Reading, Value},
    rules::RuleBook,
    text::{Document, Published},
};
pub use value::Valued;

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
///
/// What dates are read against, and which way they lean, is in the anchor; nothing looks at the clock.
///
/// ```
/// use gainsay::{
///     claim::Value,
///     read,
///     resolve::{self, Anchor, Prefer},
///     rules::RuleBook,
///     segment,
///     text::{Published, PublishedFrom, Source},
/// };
/// use jiff::civil::date;
///
/// let book = RuleBook::embedded(&read::closed_words());
/// let source = Source { text: "The vote on Friday.".to_owned(), ..Source::default() };
/// let document = segment::document(&source, &book.lexicon);
/// let mentions = read::mentions(&document, &book);
///
/// let wednesday = Published { at: date(2026, 2, 4).at(0, 0, 0, 0), has_time: false, offset: None, from: PublishedFrom::Given };
/// let day = |prefer| {
///     let anchor = Anchor { published: Some(wednesday), prefer, ..Anchor::default() };
///     match &resolve::values(&document, &mentions, &anchor, &book)[..] {
///         [Value::Time(time)] => time.timex.clone(),
///         other => panic!("one time is read, not {other:?}"),
///     }
/// };
/// assert_eq!(day(Prefer::Past), "2026-01-30");
/// assert_eq!(day(Prefer::Future), "2026-02-06");
/// ```
#[must_use]
pub fn values(document: &Document<'_>, mentions: &[Mention], anchor: &Anchor, book: &RuleBook) -> Vec<Value> {
    valued(document, mentions, anchor, book).values
}

/// The same with who says what in the article: what its claims are made with.
#[must_use]
pub fn valued(document: &Document<'_>, mentions: &[Mention], anchor: &Anchor, book: &RuleBook) -> Valued {
    value::valued(document, mentions, anchor, book)
}

/// What claims are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be shown as they are.
    Showing,
    /// To be held against those of other articles: with the words around them, by which figures of two articles are
    /// known to be of one thing, whom they are told of, and the year beside them.
    Comparing,
}

/// The claims that readings make, in order of place.
#[must_use]
pub fn claims(
    document: &Document<'_>,
    mentions: &[Mention],
    valued: &Valued,
    readings: &[Reading],
    anchor: &Anchor,
    book: &RuleBook,
    purpose: Purpose,
) -> Vec<Claim> {
    let mut claims = claim::claims(document, mentions, valued, readings, anchor, book, purpose);
    if purpose == Purpose::Comparing {
        context::surround(document, book, &mut claims);
    }
    claims
}
