//! Finds the words of which every match of a pattern holds at least one, so that only sentences with one of
//! them are looked at.
//!
//! Of a sequence the rarest item is taken, of alternatives all of them. Function words and marks stand in
//! every sentence and do not count; kinds of mention that are rare in news do.

use super::{
    compile::Vocabulary,
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

/// Words that stand in nearly every sentence, in lower case.
pub(super) const COMMON: [&str; 49] = [
    "a", "after", "all", "also", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "for",
    "from", "had", "has", "have", "he", "her", "his", "in", "into", "is", "it", "its", "more", "not", "of",
    "on", "one", "or", "out", "said", "she", "than", "that", "the", "their", "they", "this", "to", "was",
    "were", "which", "who", "will", "with",
];

/// A set of anchors with what it costs to look at every sentence that has one.
#[derive(Debug)]
struct Found {
    cost: u32,
    anchors: Vec<Anchor>,
}

/// What a mark, a function word or a common kind of mention costs: it never does as an anchor.
const TOO_COMMON: u32 = 100_000;

/// The anchors of a pattern; none where nothing in it is rare enough.
pub(super) fn anchors(tree: &Tree, words: &mut Vocabulary<'_>) -> Option<Vec<Anchor>> {
    let parts = [tree.before.as_ref(), Some(&tree.body), tree.after.as_ref()];
    let best = parts
        .into_iter()
        .flatten()
        .filter_map(|choice| of_choice(choice, words))
        .min_by_key(|found| found.cost)?;
    let Found { cost, mut anchors } = best;
    anchors.sort_unstable();
    anchors.dedup();
    (cost < TOO_COMMON).then_some(anchors)
}

fn of_choice(choice: &Choice, words: &mut Vocabulary<'_>) -> Option<Found> {
    let mut all = Found { cost: 0, anchors: Vec::new() };
    for sequence in &choice.0 {
        let best = sequence.iter().filter_map(|item| of_item(item, words)).min_by_key(|found| found.cost)?;
        all.cost = all.cost.saturating_add(best.cost);
        all.anchors.extend(best.anchors);
    }
    Some(all)
}

fn of_item(item: &Item, words: &mut Vocabulary<'_>) -> Option<Found> {
    if item.look == Look::Not {
        return None;
    }
    match &item.atom {
        Atom::Word(word) => {
            let ids = words.literal(word);
            ids.into_iter().map(|(id, text)| of_word(id, &text, words)).min_by_key(|found| found.cost)
        }
        Atom::Inflected(word) => {
            let anchors = words.inflected(word).into_iter().map(Anchor::Word).collect::<Vec<_>>();
            Some(Found { cost: 2, anchors })
        }
        Atom::Class(names) => {
            let mut all = Found { cost: 0, anchors: Vec::new() };
            for name in names {
                let found = of_class(name, words)?;
                all.cost = all.cost.saturating_add(found.cost);
                all.anchors.extend(found.anchors);
            }
            Some(all)
        }
        Atom::Group(choice) => of_choice(choice, words),
        Atom::Slot(slot) => of_slot(slot, words),
        Atom::Mark(_) | Atom::Optional(_) | Atom::Gap { .. } | Atom::Start | Atom::End => None,
    }
}

fn of_class(name: &str, words: &Vocabulary<'_>) -> Option<Found> {
    let first = words.first_words(name)?;
    let cost = match u32::try_from(first.len()) {
        Ok(many) if !first.iter().any(|word| words.common.contains(word)) => many.saturating_add(1),
        Ok(_) | Err(_) => TOO_COMMON,
    };
    Some(Found { cost, anchors: first.into_iter().map(Anchor::Word).collect() })
}

fn of_word(id: WordId, text: &str, words: &Vocabulary<'_>) -> Found {
    let common = !text.starts_with(char::is_alphabetic) || words.common.contains(&id);
    Found { cost: if common { TOO_COMMON } else { 1 }, anchors: vec![Anchor::Word(id)] }
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

/// A group's noun, or a word, stands in the text as the list that the filter names has it.
fn of_slot(slot: &Slot, words: &Vocabulary<'_>) -> Option<Found> {
    let listed = matches!(slot.kind, SlotKind::People | SlotKind::Group | SlotKind::Word);
    if let Some(class) = slot.filter.as_deref().filter(|_| listed) {
        return of_class(class, words);
    }
    of_kind(slot.kind).map(|(cost, kind)| Found { cost, anchors: vec![Anchor::Mention(kind)] })
}
