//! One article as the stages see it that look at several: cut, read, and its values placed where somebody asks.

use super::{Mention, Value};
use crate::text::Document;
use std::{fmt, sync::OnceLock};

/// What places the values of an article.
type Placing<'a> = Box<dyn Fn() -> Vec<Value> + Send + Sync + 'a>;

/// An article with its values, which are placed when they are first asked for where nobody has placed them yet.
pub struct Article<'a> {
    /// The article, cut.
    pub document: &'a Document<'a>,
    /// Its values, in order of place.
    pub mentions: &'a [Mention],
    place: Placing<'a>,
    values: &'a OnceLock<Vec<Value>>,
}

impl<'a> Article<'a> {
    /// An article; `values` holds the resolved value of each mention, in the same order, or `place` gives them.
    #[must_use]
    pub fn new(
        document: &'a Document<'a>,
        mentions: &'a [Mention],
        values: &'a OnceLock<Vec<Value>>,
        place: impl Fn() -> Vec<Value> + Send + Sync + 'a,
    ) -> Self {
        Self { document, mentions, place: Box::new(place), values }
    }

    /// The resolved value of each mention, in the same order.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        self.values.get_or_init(&self.place)
    }
}

impl fmt::Debug for Article<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Article").field("source", &self.document.source.id).finish_non_exhaustive()
    }
}
