//! What happened: the event that a claim is about.

use super::{Name, Time};

/// When an event took place, with the words' own precision.
pub type EventTime = Time;

/// The event that a claim is about, as far as its article tells.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Event {
    /// The type, a word of the trade: "attack", "meeting", "earthquake".
    pub kind: String,
    /// Where.
    pub place: Option<Name>,
    /// When.
    pub time: Option<EventTime>,
    /// Who took part, canonical names.
    pub participants: Vec<String>,
    /// Which of a series: 2 for "the second round".
    pub ordinal: Option<u32>,
    /// Whether the article looks back: the event is not the one it reports.
    pub background: bool,
    /// Whether place and time are those that the article opened with, since the words around the claim give neither.
    pub lent: bool,
}
