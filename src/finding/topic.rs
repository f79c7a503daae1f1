//! Claims that are about the same thing.

use crate::claim::ClaimId;

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
