//! Refuses patterns whose parts can never match where they stand.
//!
//! A pattern must take at least one token; `^` and `$` must stand where the sentence can start and end; `!` must
//! not forbid what may be nothing or what is then asked for; and every way through the pattern must fill the
//! slots that its claim needs.

use super::{
    super::fault::Fault,
    syntax::{Atom, Choice, Item, Look, SlotKind, Tree},
};
use std::ops::Range;

/// Refuses a pattern that takes no token, or whose parts can never stand where they stand.
pub(super) fn check_shape(tree: &Tree<'_>, source: &str, needed: &[&str]) -> Result<(), Fault> {
    let whole = 0..source.len();
    if fewest(&tree.body) == 0 {
        return Err(Fault::new(
            whole,
            "this pattern could match no words at all",
            "write at least one part that is not optional",
        ));
    }
    let parts = [tree.before.as_ref(), Some(&tree.body), tree.after.as_ref()];
    for (number, part) in parts.into_iter().enumerate() {
        let Some(part) = part else { continue };
        let before = parts_fewest(&tree.before, number > 0) + if number > 1 { fewest(&tree.body) } else { 0 };
        let after = if number == 0 { fewest(&tree.body) } else { 0 } + parts_fewest(&tree.after, number < 2);
        check_choice(part, before, after)?;
    }
    for sequence in tree.body.sequences() {
        for (end, item) in [(sequence.first(), "starts"), (sequence.last(), "ends")]
            .into_iter()
            .filter_map(|(item, end)| item.map(|item| (end, item)))
        {
            if matches!(item.atom, Atom::Gap { .. }) {
                return Err(Fault::new(
                    item.place.clone(),
                    format!("this pattern {end} with a gap, which says nothing"),
                    "remove the gap",
                ));
            }
        }
    }
    for slot in needed {
        if !tree.parts().any(|part| always_fills(part, slot)) {
            return Err(Fault::new(
                whole,
                format!("not every way to match this pattern fills the slot \"{slot}\""),
                format!("write `<{slot}:type>` where the value stands, or give the claim a `constant`"),
            ));
        }
    }
    Ok(())
}

fn parts_fewest(part: &Option<Choice<'_>>, counts: bool) -> usize {
    part.as_ref().filter(|_| counts).map_or(0, fewest)
}

/// The fewest tokens that a choice takes.
fn fewest(choice: &Choice<'_>) -> usize {
    choice.sequences().map(|sequence| sequence.iter().map(fewest_of).sum()).min().unwrap_or(0)
}

fn fewest_of(item: &Item<'_>) -> usize {
    match &item.atom {
        _ if item.look != Look::Take => 0,
        Atom::Word(_) | Atom::Inflected(_) | Atom::Mark(_) | Atom::Class(_) | Atom::Slot(_) => 1,
        Atom::Group(choice) => fewest(choice),
        Atom::Optional(_) | Atom::Gap { .. } | Atom::Start | Atom::End => 0,
    }
}

/// Refuses, in a choice with at least `before` tokens before and `after` behind it, what can never match.
fn check_choice(choice: &Choice<'_>, before: usize, after: usize) -> Result<(), Fault> {
    for sequence in choice.sequences() {
        let mut taken = before;
        let mut left = after + sequence.iter().map(fewest_of).sum::<usize>();
        for (at, item) in sequence.iter().enumerate() {
            let own = fewest_of(item);
            left -= own;
            check_item(item, sequence.get(at + 1), taken, left)?;
            taken += own;
        }
    }
    Ok(())
}

fn check_item(item: &Item<'_>, next: Option<&Item<'_>>, taken: usize, left: usize) -> Result<(), Fault> {
    let refuse = |message: &str, help: &str| Err(Fault::new(item.place.clone(), message, help));
    if item.look != Look::Take {
        if may_be_nothing(&item.atom) {
            return refuse(
                "what may be nothing at all can be neither forbidden nor asked for here",
                "write `!` or `&` before a word, a class, a slot or a group that takes a word",
            );
        }
        if item.look == Look::Not && next.is_some_and(|next| next.look != Look::Not && next.atom == item.atom)
        {
            return refuse("what is forbidden here is asked for right behind it", "remove one of the two");
        }
        if names_a_slot(&item.atom) {
            return refuse("a slot behind `!` or `&` is never filled", "leave out its name: `!<number>`");
        }
    }
    match &item.atom {
        Atom::Start if taken > 0 => refuse(
            "words come before this start of the sentence, so it can never match",
            "move `^` to the front",
        ),
        Atom::End if left > 0 => {
            refuse("words follow this end of the sentence, so it can never match", "move `$` to the end")
        }
        Atom::Group(choice) | Atom::Optional(choice) => check_choice(choice, taken, left),
        Atom::Word(_)
        | Atom::Inflected(_)
        | Atom::Mark(_)
        | Atom::Class(_)
        | Atom::Slot(_)
        | Atom::Gap { .. }
        | Atom::Start
        | Atom::End => Ok(()),
    }
}

/// Whether an atom matches everywhere, because it may take no token and looks at none.
fn may_be_nothing(atom: &Atom<'_>) -> bool {
    match atom {
        Atom::Gap { .. } | Atom::Optional(_) => true,
        Atom::Group(choice) => choice.sequences().any(|sequence| {
            sequence.iter().all(|item| item.look == Look::Take && may_be_nothing(&item.atom))
        }),
        Atom::Word(_)
        | Atom::Inflected(_)
        | Atom::Mark(_)
        | Atom::Class(_)
        | Atom::Slot(_)
        | Atom::Start
        | Atom::End => false,
    }
}

fn names_a_slot(atom: &Atom<'_>) -> bool {
    match atom {
        Atom::Slot(slot) => slot.name.is_some(),
        Atom::Group(choice) | Atom::Optional(choice) => {
            choice.items.iter().any(|item| names_a_slot(&item.atom))
        }
        Atom::Word(_)
        | Atom::Inflected(_)
        | Atom::Mark(_)
        | Atom::Class(_)
        | Atom::Gap { .. }
        | Atom::Start
        | Atom::End => false,
    }
}

/// Whether every way through a choice fills the slot called `name`.
fn always_fills(choice: &Choice<'_>, name: &str) -> bool {
    choice.sequences().all(|sequence| {
        sequence.iter().any(|item| {
            item.look == Look::Take
                && match &item.atom {
                    Atom::Slot(slot) => slot.name == Some(name),
                    Atom::Group(choice) => always_fills(choice, name),
                    Atom::Word(_)
                    | Atom::Inflected(_)
                    | Atom::Mark(_)
                    | Atom::Class(_)
                    | Atom::Optional(_)
                    | Atom::Gap { .. }
                    | Atom::Start
                    | Atom::End => false,
                }
        })
    })
}

/// The place of a slot called `name` that is filled when another one has been, on some way through the pattern.
pub(in crate::rules) fn filled_again(tree: &Tree<'_>, name: &str) -> Option<Range<usize>> {
    /// How many are filled at most behind a choice with so many before it.
    fn walk(choice: &Choice<'_>, name: &str, before: usize, again: &mut Option<Range<usize>>) -> usize {
        let through = |sequence: &[Item<'_>]| {
            sequence.iter().fold(before, |filled, item| match &item.atom {
                Atom::Slot(slot) if slot.name == Some(name) => {
                    if filled > 0 {
                        again.get_or_insert_with(|| item.place.clone());
                    }
                    filled + 1
                }
                Atom::Group(choice) | Atom::Optional(choice) => walk(choice, name, filled, again),
                Atom::Word(_)
                | Atom::Inflected(_)
                | Atom::Mark(_)
                | Atom::Class(_)
                | Atom::Slot(_)
                | Atom::Gap { .. }
                | Atom::Start
                | Atom::End => filled,
            })
        };
        choice.sequences().map(through).max().unwrap_or(before)
    }
    let mut again = None;
    tree.parts().fold(0, |filled, part| walk(part, name, filled, &mut again));
    again
}

/// The kinds of the slots of a pattern that may fill `name`, with their places.
pub(in crate::rules) fn slots_named(tree: &Tree<'_>, name: &str) -> Vec<(SlotKind, Range<usize>)> {
    fn walk(choice: &Choice<'_>, name: &str, found: &mut Vec<(SlotKind, Range<usize>)>) {
        for item in &choice.items {
            match &item.atom {
                Atom::Slot(slot) if slot.name == Some(name) => found.push((slot.kind, item.place.clone())),
                Atom::Group(choice) | Atom::Optional(choice) => walk(choice, name, found),
                Atom::Word(_)
                | Atom::Inflected(_)
                | Atom::Mark(_)
                | Atom::Class(_)
                | Atom::Slot(_)
                | Atom::Gap { .. }
                | Atom::Start
                | Atom::End => {}
            }
        }
    }
    let mut found = Vec::new();
    for part in tree.parts() {
        walk(part, name, &mut found);
    }
    found
}
