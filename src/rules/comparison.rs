//! How a rule compares values, and what must be the same before it does.
//!
//! Plain data that [`crate::align`] and [`crate::compare`] act on.

use rust_decimal::Decimal;
use serde::Deserialize;

/// How the values of a rule's claims compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compare {
    /// Figures, by their bounds.
    Count {
        /// By how many hundredths of the larger figure two figures may differ and still agree.
        tolerance: Decimal,
        /// What two different lower bounds for one thing are.
        lower_bounds: LowerBounds,
        /// Which later figure supersedes an earlier one.
        later: Later,
    },
    /// Points in time, by whether they share an instant.
    Time {
        /// By how many minutes two clock times may differ and still agree.
        tolerance: u32,
    },
    /// Lengths of time.
    Duration {
        /// By how many hundredths of the longer one two lengths may differ and still agree.
        tolerance: Decimal,
        /// The attribute that states when what lasts so long ends, to be held against the length: "truce_end".
        ends: Option<String>,
    },
    /// Places, by containment.
    Place,
    /// Lists of names.
    Names,
    /// Whoever alone did or has something: another name is another answer.
    Holder,
    /// One name, by its spelling.
    Spelling,
    /// What something covers.
    Scope,
    /// Wordings that should be one.
    Words,
    /// Titles, with their "former".
    Title,
    /// Whether something is so or not.
    Polarity,
}

impl Compare {
    /// The word for it in rule files.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Count { .. } => "count",
            Self::Time { .. } => "time",
            Self::Duration { .. } => "duration",
            Self::Place => "place",
            Self::Names => "names",
            Self::Holder => "holder",
            Self::Spelling => "spelling",
            Self::Scope => "scope",
            Self::Words => "words",
            Self::Title => "title",
            Self::Polarity => "polarity",
        }
    }
}

/// Which later figure supersedes an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Later {
    /// A higher one: a toll grows while the dead are found.
    #[default]
    Higher,
    /// Any: of the missing some are found.
    Any,
    /// A higher one where the earlier was given as a bound: of "at least 12" damaged schools 15 are known in the end, while
    /// three robbers are not five.
    Bounded,
    /// None: a score, a panel, the number of a series stays what it is.
    None,
}

/// What two different lower bounds for one thing are: "at least three" and "at least five".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LowerBounds {
    /// A reader is told two figures.
    #[default]
    Conflict,
    /// Both can hold.
    Compatible,
}

/// What a sentence has in one source and not in another's copy of it, or a figure before brackets and not its copy in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Copied {
    /// A number, share, sum, measure or age.
    Figure,
    /// A measure, and what it is said to be in another unit.
    Conversion,
    /// A day, a month, a year, a time of day.
    Time,
    /// A length of time.
    Length,
    /// The name of somebody or of an organisation.
    Name,
    /// The name of a place.
    Place,
    /// A word that says that something is not so.
    Denial,
}

impl Copied {
    /// How its values are compared, in the words of rule files.
    pub(super) const fn how(self) -> &'static str {
        match self {
            Self::Figure | Self::Conversion => "count",
            Self::Time => "time",
            Self::Length => "duration",
            Self::Name => "holder",
            Self::Place => "place",
            Self::Denial => "polarity",
        }
    }
}

/// What must be the same, beyond the attribute, for two claims to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    /// The event as a whole.
    Event,
    /// The event's place.
    Place,
    /// The event's time.
    Time,
    /// The event's participants.
    Participants,
    /// Which of a series the event is.
    Ordinal,
    /// Whom a figure counts.
    Population,
    /// What the value is of.
    Subject,
    /// What limits the figure.
    Scope,
    /// The words around the value: enough of them, and none that few other claims have is asked to differ.
    Context,
}

impl Key {
    /// The word for it in rule files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Place => "place",
            Self::Time => "time",
            Self::Participants => "participants",
            Self::Ordinal => "ordinal",
            Self::Population => "population",
            Self::Subject => "subject",
            Self::Scope => "scope",
            Self::Context => "context",
        }
    }
}
