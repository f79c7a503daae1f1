//! A typed value in a sentence, before any rule.

use super::{Count, Name, TimeExpression};
use crate::text::Span;
use std::ops::Range;

/// What kind of value a mention is. The first fifteen are public interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// "five", "at least 5", "one-fifth", "twice"
    Number,
    /// "third"
    Ordinal,
    /// "12 per cent"
    Percent,
    /// "600 metres"
    Quantity,
    /// "$2.5 million"
    Money,
    /// "32-year-old", "aged 32"
    Age,
    /// "on Sunday", "8am"
    Time,
    /// "for a week"
    Duration,
    /// "every Friday"
    Set,
    /// "Steve Witkoff"
    Person,
    /// "Miami"
    Place,
    /// "the White House"
    Organization,
    /// "Treasury Secretary"
    Title,
    /// Words between quotation marks.
    Quotation,
    /// A counted noun phrase: "seven flattened villages", "a man", "19 others". Internal to rules.
    Group,
}

impl MentionKind {
    /// Whether it is a figure: no time, no length of time and no counted noun.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        matches!(
            self,
            Self::Number | Self::Ordinal | Self::Percent | Self::Quantity | Self::Money | Self::Age
        )
    }
}

/// A typed value in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What kind of value it is.
    pub kind: MentionKind,
    /// Where it stands.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The sentence it starts in, as an index into the document's sentences.
    pub sentence: usize,
    /// What the words say.
    pub said: Said,
}

/// What the words of a mention say, before anything outside the sentence is consulted.
///
/// Boxed, so that a mention is a few words however much it says: mentions are sorted, put among others and handed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A figure.
    Count(Box<Count>),
    /// A time expression that has not been placed.
    Time(Box<TimeExpression>),
    /// A name as written.
    Name(Box<Name>),
    /// A counted noun phrase.
    Group(Box<Group>),
    /// A quotation; its speaker is found by [`crate::resolve`].
    Quotation,
}

/// A counted noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How many; the unit is the singular of the head noun. "a man" is one, "no one" is none.
    pub count: Count,
    /// The singular of the head noun: "village", "person" for bare "five", empty where no noun is written.
    pub head: String,
    /// The lower-case words between figure and head: "flattened".
    pub modifiers: Vec<String>,
    /// Whether the head is a noun for people, or there is no head and the phrase can stand for people.
    pub people: bool,
    /// Whether the writer counts further ones: "19 others", "another five".
    pub others: bool,
    /// What the figure is part of, where the writer says so: 14 in "three of the 14".
    pub out_of: Option<Box<Count>>,
    /// The parts of a coordination, where the phrase sums them: "two women and three children".
    pub parts: Vec<GroupPart>,
    /// How the phrase picks its members.
    pub reference: Reference,
    /// Whom it counts, where its noun says that it does not count everybody: "child", "soldier", "others", "gunman".
    pub population: Option<String>,
}

/// How a counted noun phrase picks its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reference {
    /// By a figure: "five people".
    Counted,
    /// New ones: "a man", "no one".
    Indefinite,
    /// Known ones: "the gunman", "his wife", "the three men". Such a figure is no total.
    Definite,
    /// Without article, as in headlines: "Man shot".
    Bare,
    /// By name: "Jane Doe, 45".
    Named,
}

/// A part of a coordinated group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPart {
    /// How many.
    pub count: Count,
    /// The singular of the head noun.
    pub head: String,
    /// Whom it counts, where that is not everybody.
    pub population: Option<String>,
    /// Where it stands.
    pub span: Span,
}
