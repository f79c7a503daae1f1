//! Finds the words of which every match of a pattern holds at least one, so that only sentences with one of
//! them are looked at.
//!
//! Of a sequence the rarest item is taken, of alternatives all of them. Function words and marks stand in
//! every sentence and do not count; kinds of mention that are rare in news do.

use super::{
    super::class::ClassId,
    compile::Vocabulary,
    program::Step,
    syntax::{Atom, Choice, Item, Look, Slot, SlotKind, Tree},
};
use crate::{claim::MentionKind, text::WordId};

/// Something that makes a sentence worth looking at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Anchor {
    /// This word is in it.
    Word(WordId),
    /// A mention of this kind is in it.
    Mention(MentionKind),
}

/// Words that stand in nearly every sentence, in lower case, sorted.
pub(super) const COMMON: [&str; 49] = [
    "a", "after", "all", "also", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "for",
    "from", "had", "has", "have", "he", "her", "his", "in", "into", "is", "it", "its", "more", "not", "of",
    "on", "one", "or", "out", "said", "she", "than", "that", "the", "their", "they", "this", "to", "was",
    "were", "which", "who", "will", "with",
];

/// What a mark, a function word or a common kind of mention costs: it never does as an anchor.
const TOO_COMMON: u32 = 100_000;

/// The anchors of a pattern; none where nothing in it is rare enough.
pub(super) fn anchors(tree: &Tree<'_>, words: &mut Vocabulary<'_>) -> Vec<Anchor> {
    let parts = [tree.before.as_ref(), Some(&tree.body), tree.after.as_ref()];
    let best = parts
        .into_iter()
        .flatten()
        .filter_map(|choice| Some((cost_of_choice(choice, words)?, choice)))
        .filter(|(cost, _)| *cost < TOO_COMMON)
        .min_by_key(|(cost, _)| *cost);
    let mut anchors = Vec::new();
    if let Some((_, choice)) = best {
        of_choice(choice, words, &mut anchors);
        anchors.sort_unstable();
        anchors.dedup();
    }
    anchors
}

/// What it costs to look at every sentence with an anchor of one of the alternatives; nothing where one of them has none.
fn cost_of_choice(choice: &Choice<'_>, words: &mut Vocabulary<'_>) -> Option<u32> {
    choice.0.iter().try_fold(0_u32, |all, sequence| Some(all.saturating_add(rarest(sequence, words)?.0)))
}

/// The item of a sequence that costs least, with what it costs.
fn rarest<'t, 'p>(sequence: &'t [Item<'p>], words: &mut Vocabulary<'_>) -> Option<(u32, &'t Item<'p>)> {
    sequence.iter().filter_map(|item| Some((cost_of(item, words)?, item))).min_by_key(|(cost, _)| *cost)
}

fn cost_of(item: &Item<'_>, words: &mut Vocabulary<'_>) -> Option<u32> {
    if item.look == Look::Not {
        return None;
    }
    match &item.atom {
        Atom::Word(word) if COMMON.binary_search(&&**word).is_ok() => Some(TOO_COMMON),
        Atom::Word(word) if word.bytes().all(|byte| byte.is_ascii_lowercase()) => Some(1),
        Atom::Word(word) => words.literal(word).iter().map(|step| cost_of_step(step, words)).min(),
        Atom::Inflected(_) => Some(2),
        Atom::Class(names) => names
            .iter()
            .try_fold(0_u32, |all, name| Some(all.saturating_add(cost_of_class(words.class(name)?, words)))),
        Atom::Group(choice) => cost_of_choice(choice, words),
        Atom::Slot(slot) => match listed(slot) {
            Some(class) => Some(cost_of_class(words.class(class)?, words)),
            None => of_kind(slot.kind).map(|(cost, _)| cost),
        },
        Atom::Mark(_) | Atom::Optional(_) | Atom::Gap { .. } | Atom::Start | Atom::End => None,
    }
}

fn cost_of_step(step: &Step, words: &Vocabulary<'_>) -> u32 {
    if matches!(step, Step::Word(word) if words.is_telling(*word)) { 1 } else { TOO_COMMON }
}

fn cost_of_class(class: ClassId, words: &Vocabulary<'_>) -> u32 {
    if words.classes.openers(class).any(|word| words.common.contains(&word)) {
        return TOO_COMMON;
    }
    u32::try_from(words.classes.openers(class).count()).map_or(TOO_COMMON, |many| many.saturating_add(1))
}

/// Adds the anchors of the rarest item of each alternative.
fn of_choice(choice: &Choice<'_>, words: &mut Vocabulary<'_>, anchors: &mut Vec<Anchor>) {
    for sequence in &choice.0 {
        if let Some((_, item)) = rarest(sequence, words) {
            of_item(item, words, anchors);
        }
    }
}

fn of_item(item: &Item<'_>, words: &mut Vocabulary<'_>, anchors: &mut Vec<Anchor>) {
    match &item.atom {
        Atom::Word(word) => {
            let steps = words.literal(word);
            let rarest = steps.iter().min_by_key(|step| cost_of_step(step, words));
            if let Some(Step::Word(word)) = rarest {
                anchors.push(Anchor::Word(*word));
            }
        }
        Atom::Inflected(word) => {
            anchors.extend(words.inflected(word).iter().copied().map(Anchor::Word));
        }
        Atom::Class(names) => names.iter().for_each(|name| of_class(name, words, anchors)),
        Atom::Group(choice) => of_choice(choice, words, anchors),
        Atom::Slot(slot) => match listed(slot) {
            Some(class) => of_class(class, words, anchors),
            None => anchors.extend(of_kind(slot.kind).map(|(_, kind)| Anchor::Mention(kind))),
        },
        Atom::Mark(_) | Atom::Optional(_) | Atom::Gap { .. } | Atom::Start | Atom::End => {}
    }
}

fn of_class(name: &str, words: &Vocabulary<'_>, anchors: &mut Vec<Anchor>) {
    if let Some(class) = words.class(name) {
        anchors.extend(words.classes.openers(class).map(Anchor::Word));
    }
}

/// The list of which a slot's filler has a word: a group's noun, or a word, stands in the text as the list has it.
fn listed<'p>(slot: &Slot<'p>) -> Option<&'p str> {
    slot.filter.filter(|_| matches!(slot.kind, SlotKind::People | SlotKind::Group | SlotKind::Word))
}

/// Kinds of mention that are rare enough to look for; their cost is about how many words it takes to be as common.
const fn of_kind(kind: SlotKind) -> Option<(u32, MentionKind)> {
    match kind {
        SlotKind::Age => Some((10, MentionKind::Age)),
        SlotKind::Set => Some((10, MentionKind::Set)),
        SlotKind::Money => Some((15, MentionKind::Money)),
        SlotKind::Percent => Some((15, MentionKind::Percent)),
        SlotKind::Quantity => Some((15, MentionKind::Quantity)),
        SlotKind::Ordinal => Some((40, MentionKind::Ordinal)),
        SlotKind::Quotation => Some((40, MentionKind::Quotation)),
        SlotKind::Duration => Some((40, MentionKind::Duration)),
        SlotKind::Title => Some((60, MentionKind::Title)),
        SlotKind::Time | SlotKind::Date | SlotKind::Clock => Some((80, MentionKind::Time)),
        SlotKind::Group => Some((80, MentionKind::Group)),
        SlotKind::Place => Some((2_000, MentionKind::Place)),
        SlotKind::Number
        | SlotKind::Person
        | SlotKind::Name
        | SlotKind::Organization
        | SlotKind::Names
        | SlotKind::People
        | SlotKind::Word
        | SlotKind::Words
        | SlotKind::Digits => None,
    }
}
