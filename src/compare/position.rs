//! Groups the claims of a topic into positions, one per distinct value.

use super::{figures, names, times, words};
use crate::{
    claim::{Claim, ClaimId, Value, Wording},
    rules::Compare,
};
use std::{cmp::Reverse, collections::BTreeMap};

/// The claims of a topic by distinct value, in the order of their first claim.
pub(super) fn positions(ids: &[ClaimId], claims: &[Claim], compare: &Compare) -> Vec<Vec<ClaimId>> {
    if ids.iter().all(|id| claims[id.0].is_quotation()) {
        return wordings(ids, claims);
    }
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

/// Quotations by what they made of the words, in the order of their first claim: a part stands behind the whole that it was
/// cut from. A part that lies in several speaks for none of them, and is left out.
fn wordings(ids: &[ClaimId], claims: &[Claim]) -> Vec<Vec<ClaimId>> {
    let mut held: BTreeMap<Wording, Vec<ClaimId>> = BTreeMap::new();
    for &id in ids {
        if let Value::Quotation { text, .. } = &claims[id.0].value {
            held.entry(Wording::of(text)).or_default().push(id);
        }
    }
    let mut wholes: Vec<(Wording, Vec<ClaimId>)> = held.into_iter().collect();
    wholes.sort_by_key(|(wording, ids)| (Reverse(wording.words().count()), ids[0]));
    let mut positions: Vec<(Wording, Vec<ClaimId>)> = Vec::new();
    for (wording, ids) in wholes {
        let is_part = |(whole, _): &(Wording, Vec<ClaimId>)| {
            whole.versions(&wording).is_some_and(|versions| versions.agree() && versions.are_of_one())
        };
        let mut in_which = (0..positions.len()).filter(|&at| is_part(&positions[at]));
        match (in_which.next(), in_which.next()) {
            (None, _) => positions.push((wording, ids)),
            (Some(only), None) => positions[only].1.extend(ids),
            (Some(_), Some(_)) => {}
        }
    }
    let mut positions: Vec<Vec<ClaimId>> = positions.into_iter().map(|(_, ids)| ids).collect();
    positions.sort_by_key(|ids| ids.iter().min().copied());
    positions
}

/// Whether two claims state one value.
fn same(a: &Claim, b: &Claim, compare: &Compare) -> bool {
    if matches!(compare, Compare::Polarity) && a.stance.polarity != b.stance.polarity {
        return false;
    }
    match (&a.value, &b.value) {
        (Value::Name(x), Value::Name(y)) if a.is_spelling() => x.canonical == y.canonical,
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

/// The way most claims of a position state it; the shortest, then the first in the alphabet, where several are as common. Of
/// quotations the whole that comes first.
pub(super) fn display(position: &[ClaimId], claims: &[Claim]) -> String {
    if let [first, ..] = position
        && claims[first.0].is_quotation()
    {
        return claims[first.0].display.clone();
    }
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    for id in position {
        *shown.entry(&claims[id.0].display).or_default() += 1;
    }
    let best = shown.into_iter().max_by_key(|&(text, count)| (count, std::cmp::Reverse((text.len(), text))));
    best.map(|(text, _)| text.to_owned()).unwrap_or_default()
}
