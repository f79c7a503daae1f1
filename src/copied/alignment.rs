//! Lays two wordings side by side, item by item: what two items are worth.

use super::items::{Item, Kind};
use crate::text::alignment;

/// What an item counts that both have.
const CONTENT: i32 = 4;
const SMALL: i32 = 2;
/// Two values of one kind, whatever they say.
const VALUES: i32 = 3;

/// What an item costs that only one side has.
const CONTENT_ALONE: i32 = 3;
const SMALL_ALONE: i32 = 1;

/// The items that two wordings share, in order: of each the place on the left and on the right.
pub(super) fn pairs(left: &[Item], right: &[Item]) -> Vec<(usize, usize)> {
    alignment(left, right, |x, y| gain(*x, *y), |alone, _| cost(*alone)).pairs
}

/// What two items count that stand side by side; none where they are two.
#[inline]
fn gain(x: Item, y: Item) -> Option<i32> {
    match (x.kind, y.kind) {
        (Kind::Value(a), Kind::Value(b)) => (a == b).then_some(VALUES),
        _ if x.word != y.word => None,
        (Kind::Content, Kind::Content) => Some(CONTENT),
        _ => Some(SMALL),
    }
}

#[inline]
const fn cost(item: Item) -> i32 {
    match item.kind {
        Kind::Content | Kind::Value(_) => CONTENT_ALONE,
        Kind::Small | Kind::Denial | Kind::Plan => SMALL_ALONE,
    }
}
