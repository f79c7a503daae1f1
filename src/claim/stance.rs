//! How an author stands to what is said: affirmed or denied, how sure, and in whose words.

/// Whether something is said to be so or not to be so.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so.
    Negated,
}

/// How sure the article is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// In the article's own voice, as a fact.
    #[default]
    Asserted,
    /// Somebody is said to have said so.
    Reported,
    /// It is meant to happen.
    Planned,
    /// It may be so.
    Possible,
}

/// How an author stands to what is said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Stance {
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// How sure.
    pub certainty: Certainty,
    /// Who says so, where the article names somebody.
    pub speaker: Option<String>,
}
