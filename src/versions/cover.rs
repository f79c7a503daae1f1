//! Leaves out changes that others tell better: one changed sum may be claimed as a price, as a sum that is paid and as any sum.
//!
//! Left out is what an open attribute or a copied sentence says where a more telling claim of the same value, changed
//! too, has its words.

use super::Change;
use crate::{
    claim::{Claim, ClaimId, is_any},
    finding::Story,
    rules::RuleBook,
};

/// Removes the changes that others cover.
pub(super) fn remove(changes: &mut Vec<Change>, story: &Story, book: &RuleBook) {
    let claim = |id: ClaimId| &story.claims[id.0];
    let ranks: Vec<Option<u8>> = changes
        .iter()
        .map(|change| match *change {
            Change::Kept(..) => None,
            Change::Added(id) | Change::Dropped(id) | Change::Changed(_, id) | Change::Corrected(_, id) => {
                Some(rank(claim(id), book))
            }
        })
        .collect();
    let has_words_of = |outer: Option<ClaimId>, inner: Option<ClaimId>| match (outer, inner) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(outer), Some(inner)) => {
            let (outer, inner) = (claim(outer), claim(inner));
            outer.span.contains(inner.span) && outer.display == inner.display
        }
    };
    let covers = |by: usize, at: usize| {
        let (outer, inner) = (changes[by], changes[at]);
        ranks[by].is_some_and(|rank| (Some(rank), by) < (ranks[at], at))
            && has_words_of(outer.before(), inner.before())
            && has_words_of(outer.after(), inner.after())
    };
    let is_open = |at: usize| ranks[at].is_some_and(|rank| rank > 0);
    let stays: Vec<bool> =
        (0..changes.len()).map(|at| !(is_open(at) && (0..changes.len()).any(|by| covers(by, at)))).collect();
    let mut stays = stays.into_iter();
    changes.retain(|_| stays.next().unwrap_or(true));
}

/// How little an attribute tells: nought is a rule's own, then one that is made of a word beside the value, then any
/// sum, then any value of a copied sentence.
fn rank(claim: &Claim, book: &RuleBook) -> u8 {
    let is_own = || {
        let rule = book.rules.get(claim.rule);
        rule.is_some_and(|rule| {
            rule.claims.iter().all(|entry| !entry.attribute.contains('{'))
                || rule.claims.iter().any(|entry| entry.attribute == claim.attribute)
        })
    };
    match claim.attribute.as_str() {
        _ if claim.is_copied() => 3,
        any if is_any(any) => 2,
        _ if claim.wants_a_copy() || !is_own() => 1,
        _ => 0,
    }
}
