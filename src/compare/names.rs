//! How places, spellings of one name and lists of names relate.

use super::words;
use crate::{
    claim::{Likeness, Name},
    finding::{Reason, Verdict},
};
use std::collections::BTreeSet;

/// How two places relate: Miami lies in Florida.
pub(super) fn places(left: &Name, right: &Name) -> (Verdict, Reason) {
    if same(left, right) {
        return (Verdict::Agree, Reason::Same { value: left.canonical.clone() });
    }
    for (inner, outer) in [(left, right), (right, left)] {
        if inner.within.iter().any(|place| alike(place, &outer.canonical)) {
            let (inner, outer) = (inner.canonical.clone(), outer.canonical.clone());
            return (Verdict::Compatible, Reason::PlaceWithin { inner, outer });
        }
    }
    // Who did it is one, and is spelt in two ways.
    if left.likeness(right) == Likeness::Spelling {
        let (left, right) = (left.canonical.clone(), right.canonical.clone());
        return (Verdict::Tension, Reason::SpellingsDiffer { left, right });
    }
    (Verdict::Conflict, Reason::PlacesDiffer { left: left.canonical.clone(), right: right.canonical.clone() })
}

/// How two spellings of what may be one name relate; none where they are two names.
pub(super) fn spellings(left: &Name, right: &Name) -> Option<(Verdict, Reason)> {
    match left.likeness(right) {
        Likeness::Same | Likeness::Part => {
            Some((Verdict::Agree, Reason::Same { value: left.canonical.clone() }))
        }
        Likeness::Spelling => Some((
            Verdict::Tension,
            Reason::SpellingsDiffer { left: left.canonical.clone(), right: right.canonical.clone() },
        )),
        Likeness::Different => None,
    }
}

/// How two spellings of what is one name by its company relate; none where they are two house styles.
pub(super) fn slips(left: &Name, right: &Name) -> Option<(Verdict, Reason)> {
    (!words::same(&left.written, &right.written)).then(|| {
        let (left, right) = (left.written.clone(), right.written.clone());
        (Verdict::Tension, Reason::SpellingsDiffer { left, right })
    })
}

/// How two lists of names relate. Only a list that is said to be complete can contradict another; a city may stand for its
/// country there ("Moscow and Washington").
pub(super) fn sets(left: (&[Name], bool), right: (&[Name], bool)) -> (Verdict, Reason) {
    let missing = |from: &[Name], among: &[Name]| -> Vec<String> {
        let found: BTreeSet<String> = from
            .iter()
            .filter(|name| {
                !among.iter().any(|other| same(name, other) || holds(name, other) || holds(other, name))
            })
            .map(|name| name.canonical.clone())
            .collect();
        found.into_iter().collect()
    };
    let (only_left, only_right) = (missing(left.0, right.0), missing(right.0, left.0));
    match (only_left.is_empty(), only_right.is_empty()) {
        (true, true) => {
            let value = left.0.iter().map(|name| name.canonical.as_str()).collect::<Vec<_>>().join(", ");
            (Verdict::Agree, Reason::Same { value })
        }
        (false, true) => (Verdict::Compatible, Reason::NamesWithin { extra: only_left }),
        (true, false) => (Verdict::Compatible, Reason::NamesWithin { extra: only_right }),
        (false, false) if left.1 && right.1 => {
            (Verdict::Tension, Reason::NamesDiffer { only_left, only_right })
        }
        (false, false) => {
            (Verdict::Compatible, Reason::NamesWithin { extra: [only_left, only_right].concat() })
        }
    }
}

/// Whether two names stand for one thing, whatever their spelling.
pub(super) fn same(left: &Name, right: &Name) -> bool {
    left.same_as(right)
}

/// Whether a place lies in the other.
fn holds(outer: &Name, inner: &Name) -> bool {
    inner.within.contains(&outer.canonical)
}

fn alike(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right)
}
