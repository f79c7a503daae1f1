//! How positions relate, strongest first.

/// How positions relate. The order is the lattice: the strongest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They cannot both stand, or a reader would be told two different figures.
    Conflict,
    /// Both could hold; an editor should look.
    Tension,
    /// A later source supersedes.
    Updated,
    /// One refines or contains the other.
    Compatible,
    /// They say the same.
    Agree,
    /// They are about different things, for the reason given.
    Incomparable,
}

impl Verdict {
    /// Whether an editor is asked to act.
    #[must_use]
    pub const fn is_flagged(self) -> bool {
        matches!(self, Self::Conflict | Self::Tension)
    }

    /// The word used in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Tension => "tension",
            Self::Updated => "updated",
            Self::Compatible => "compatible",
            Self::Agree => "agree",
            Self::Incomparable => "incomparable",
        }
    }
}

/// How much a conflict matters, by rule.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Should be settled.
    #[default]
    Warning,
    /// Must be settled before publishing.
    Error,
}

impl Severity {
    /// The word used in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
