//! A resolved value of any kind.

use super::{Count, Name, Scope, Time};

/// A resolved value of any kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A figure with its bounds and unit.
    Count(Count),
    /// A time, a duration or something that recurs.
    Time(Time),
    /// One name that is no place.
    Name(Name),
    /// One place.
    Place(Name),
    /// Several names; `complete` where the writer lists all of them.
    Set { members: Vec<Name>, complete: bool },
    /// What something covers.
    Scope(Scope),
    /// Words, as written.
    Text(String),
    /// The words of a quotation without its marks, and who said them where the article tells.
    Quotation { text: String, speaker: Option<String> },
}

impl Value {
    /// The figure; none of what is no figure.
    #[must_use]
    pub const fn count(&self) -> Option<&Count> {
        match self {
            Self::Count(count) => Some(count),
            Self::Time(_)
            | Self::Name(_)
            | Self::Place(_)
            | Self::Set { .. }
            | Self::Scope(_)
            | Self::Text(_)
            | Self::Quotation { .. } => None,
        }
    }
}
