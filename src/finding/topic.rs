//! Claims that are about the same thing.

use crate::claim::ClaimId;

/// An attribute as a reader is shown it: "killed", "date of oath".
#[must_use]
pub fn spoken(attribute: &str) -> String {
    /// Words at the end of a kind that lead on to what stands behind the colon themselves: "verdict on arson", "struck by ship".
    const LEADING: [&str; 22] = [
        "against", "as", "at", "before", "behind", "by", "called", "doing", "for", "found", "from", "in",
        "into", "is", "of", "on", "over", "than", "to", "under", "wins", "with",
    ];
    let words = attribute.replace('_', " ");
    let Some((kind, of)) = words.split_once(':') else { return words };
    let leads = kind.rsplit(' ').next().is_some_and(|last| LEADING.contains(&last));
    if leads { format!("{kind} {of}") } else { format!("{kind} of {of}") }
}

/// Claims of one attribute about one thing, which can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The attribute that the claims share.
    pub attribute: String,
    /// What they are about, for a reader: "killed (attack, Kyiv, 2026-01-31)".
    pub subject: String,
    /// The same without the event, of which a further source may know more.
    pub about: String,
    /// The claims, by source and place.
    pub claims: Vec<ClaimId>,
    /// Claims of the attribute that were set apart, with why: shown as incomparable.
    pub apart: Vec<(ClaimId, String)>,
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn attributes_are_shown_as_words() {
        for (attribute, want) in [
            ("killed", "killed"),
            ("meeting_place", "meeting place"),
            ("date_of:oath", "date of oath"),
            ("winner_of:by_election", "winner of by election"),
            ("count:ship", "count of ship"),
        ] {
            assert_eq!(spoken(attribute), want);
        }
    }
}
