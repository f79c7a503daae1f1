//! Refuses a look-ahead that the next step of its sequence contradicts: `&former minister`.
//!
//! The words that can open each of the two are compared, where the pattern or its lists name them all. What a slot, a
//! mark or a gap takes is not known, nor what stands behind what may be nothing; and words that may open an aside are
//! left alone, since a match passes over asides before it takes the next step.

use super::{
    super::{fault::Fault, pieces::pieces},
    compile::flags,
    syntax::{Atom, Choice, Item, Look, SlotKind, Tree},
    vocabulary::Vocabulary,
};
use crate::text::{WordClass, WordId};
use std::collections::BTreeSet;

/// Words with which a time, a phrase that says where, or a figure may begin.
const OPENS_ASIDE: WordClass = WordClass::PREPOSITION
    .union(WordClass::DETERMINER)
    .union(WordClass::FUNCTION)
    .union(WordClass::CARDINAL)
    .union(WordClass::ORDINAL)
    .union(WordClass::VAGUE)
    .union(WordClass::MONTH)
    .union(WordClass::WEEKDAY)
    .union(WordClass::TIME_UNIT)
    .union(WordClass::TIME_CUE)
    .union(WordClass::TIME_PART)
    .union(WordClass::DAY_PART)
    .union(WordClass::DAY_NAME)
    .union(WordClass::PICK)
    .union(WordClass::DISTANCE)
    .union(WordClass::HOLIDAY)
    .union(WordClass::SEASON)
    .union(WordClass::PERIOD)
    .union(WordClass::CLOCK)
    .union(WordClass::DATELESS)
    .union(WordClass::FREQUENCY)
    .union(WordClass::SPAN_MARK)
    .union(WordClass::SPAN_START);

/// Refuses a pattern with a look-ahead behind which nothing can stand.
pub(super) fn check_aheads(tree: &Tree<'_>, words: &Vocabulary<'_>) -> Result<(), Fault> {
    tree.parts().try_for_each(|part| check_choice(part, words))
}

fn check_choice(choice: &Choice<'_>, words: &Vocabulary<'_>) -> Result<(), Fault> {
    for sequence in choice.sequences() {
        for (at, item) in sequence.iter().enumerate() {
            if let Atom::Group(inner) | Atom::Optional(inner) = &item.atom {
                check_choice(inner, words)?;
            }
            if item.look == Look::Ahead && contradicts(&item.atom, &sequence[at + 1..], words) {
                return Err(Fault::new(
                    item.place.clone(),
                    "what is asked for here can never open what follows it",
                    "ask with `&` for words that the next part of the pattern takes, or leave out the `&`",
                ));
            }
        }
    }
    Ok(())
}

/// Whether no word that opens `asked` opens what follows it.
fn contradicts(asked: &Atom<'_>, following: &[Item<'_>], words: &Vocabulary<'_>) -> bool {
    let Some(asked) = openers(asked, words) else { return false };
    let may_open_an_aside =
        |word: &WordId| words.flags_of(*word).is_none_or(|class| class.intersects(OPENS_ASIDE));
    !asked.iter().any(may_open_an_aside)
        && first_openers(following, words).is_some_and(|next| asked.is_disjoint(&next))
}

/// The words that can open a sequence; none where they are not known.
fn first_openers(sequence: &[Item<'_>], words: &Vocabulary<'_>) -> Option<BTreeSet<WordId>> {
    let first = sequence.iter().find(|item| item.look == Look::Take)?;
    openers(&first.atom, words)
}

/// The words that can open what an atom takes; none where they are not known.
fn openers(atom: &Atom<'_>, words: &Vocabulary<'_>) -> Option<BTreeSet<WordId>> {
    match atom {
        Atom::Word(word) => {
            let first =
                pieces(word).into_iter().next().filter(|piece| piece.starts_with(char::is_alphabetic))?;
            Some(BTreeSet::from([words.number(&first)]))
        }
        Atom::Inflected(word) => Some(words.inflected(word).iter().copied().collect()),
        Atom::Class(names) => {
            names.iter().try_fold(BTreeSet::new(), |all, name| Some(&all | &of_class(name, words)?))
        }
        Atom::Slot(slot) if slot.kind == SlotKind::Word => of_class(slot.filter?, words),
        Atom::Group(choice) => choice
            .sequences()
            .try_fold(BTreeSet::new(), |all, sequence| Some(&all | &first_openers(sequence, words)?)),
        Atom::Slot(_) | Atom::Mark(_) | Atom::Optional(_) | Atom::Gap { .. } | Atom::Start | Atom::End => {
            None
        }
    }
}

fn of_class(name: &str, words: &Vocabulary<'_>) -> Option<BTreeSet<WordId>> {
    let class = words.class(name).filter(|_| flags(name).is_none())?;
    Some(words.classes.openers(class).collect())
}
