//! Groups the claims of a topic into positions, one per distinct value.

use super::{figures, names, times, words};
use crate::{
    claim::{Claim, ClaimId, Value},
    rules::Compare,
};
use std::collections::BTreeMap;

/// The claims of a topic by distinct value, in the order of their first claim.
pub(super) fn positions(ids: &[ClaimId], claims: &[Claim], compare: &Compare) -> Vec<Vec<ClaimId>> {
    let mut positions: Vec<Vec<ClaimId>> = Vec::new();
    for &id in ids {
        let claim = &claims[id.0];
        match positions.iter_mut().find(|held| same(&claims[held[0].0], claim, compare)) {
            Some(held) => held.push(id),
            None => positions.push(vec![id]),
        }
    }
    positions
}

/// Whether two claims state one value.
fn same(a: &Claim, b: &Claim, compare: &Compare) -> bool {
    if matches!(compare, Compare::Polarity) && a.stance.polarity != b.stance.polarity {
        return false;
    }
    match (&a.value, &b.value) {
        (Value::Count(x), Value::Count(y)) => figures::same_position(x, y),
        (Value::Time(x), Value::Time(y)) => times::same_position(x, y),
        (Value::Place(x) | Value::Name(x), Value::Place(y) | Value::Name(y)) => names::same(x, y),
        (Value::Set { members: x, .. }, Value::Set { members: y, .. }) => {
            x.len() == y.len() && x.iter().all(|name| y.iter().any(|other| names::same(name, other)))
        }
        (Value::Scope(x), Value::Scope(y)) => {
            x.exclusive == y.exclusive && words::same(&x.targets.join(" "), &y.targets.join(" "))
        }
        (
            Value::Text(x) | Value::Quotation { text: x, .. },
            Value::Text(y) | Value::Quotation { text: y, .. },
        ) => words::same(x, y),
        _ => false,
    }
}

/// The way most claims of a position state it; the shortest, then the first in the alphabet, where several are as common.
pub(super) fn display(position: &[ClaimId], claims: &[Claim]) -> String {
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    for id in position {
        *shown.entry(&claims[id.0].display).or_default() += 1;
    }
    let best = shown.into_iter().max_by_key(|&(text, count)| (count, std::cmp::Reverse((text.len(), text))));
    best.map(|(text, _)| text.to_owned()).unwrap_or_default()
}
