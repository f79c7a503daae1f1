//! Finds the words of which every match of a pattern holds at least one, so that only sentences with one of
//! them are looked at.
//!
//! Of a sequence the rarest item is taken, of alternatives all of them. Function words and marks stand in
//! every sentence and do not count; kinds of mention that are rare in news do.

use super::{
    inventory::{self, Mark, of_word},
    syntax::{Atom, Choice, Item, Look, Slot, SlotKind, Tree},
    vocabulary::Vocabulary,
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

impl Anchor {
    /// Its mark in an inventory.
    pub(super) const fn mark(self) -> Mark {
        match self {
            Self::Word(word) => of_word(word),
            Self::Mention(kind) => inventory::of_kind(kind),
        }
    }
}

/// Words that stand in nearly every sentence, in lower case, sorted.
pub(super) const COMMON: [&str; 49] = [
    "a", "after", "all", "also", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "for",
    "from", "had", "has", "have", "he", "her", "his", "in", "into", "is", "it", "its", "more", "not", "of",
    "on", "one", "or", "out", "said", "she", "than", "that", "the", "their", "they", "this", "to", "was",
    "were", "which", "who", "will", "with",
];

/// What a mark, a function word or a common kind of mention costs: it never does as an anchor.
pub(super) const TOO_COMMON: u32 = 100_000;

/// What the rarest costs: one word.
const CHEAPEST: u32 = 1;

/// The anchors of a pattern; none where nothing in it is rare enough.
pub(super) fn anchors(tree: &Tree<'_>, words: &Vocabulary<'_>) -> Vec<Anchor> {
    let mut search = Search { words, rare: Vec::new() };
    let mut least = TOO_COMMON;
    for part in tree.parts() {
        let before = search.rare.len();
        if let Some(cost) = search.choice(part, least) {
            least = cost;
            search.rare.drain(..before);
        }
    }
    let mut anchors = Vec::new();
    for atom in std::mem::take(&mut search.rare) {
        search.anchors_of(atom, &mut anchors);
    }
    anchors.sort_unstable();
    anchors.dedup();
    anchors
}

/// A walk over a pattern for what costs least. It asks for less than what it has found already, so that most of what
/// costs more is never looked at, and keeps what it has found until it finds something that costs less.
struct Search<'w, 'b, 't, 'p> {
    words: &'w Vocabulary<'b>,
    /// What the anchors will be made of.
    rare: Vec<&'t Atom<'p>>,
}

impl<'t, 'p> Search<'_, '_, 't, 'p> {
    /// What it costs to look at every sentence with an anchor of one of the alternatives, where that is less than `below`.
    fn choice(&mut self, choice: &'t Choice<'p>, below: u32) -> Option<u32> {
        let before = self.rare.len();
        let mut all = 0;
        for sequence in choice.sequences() {
            let Some(cost) = self.sequence(sequence, below - all) else {
                self.rare.truncate(before);
                return None;
            };
            all += cost;
        }
        Some(all)
    }

    /// What the item of a sequence costs that costs least.
    fn sequence(&mut self, sequence: &'t [Item<'p>], below: u32) -> Option<u32> {
        let before = self.rare.len();
        let mut least = None;
        for item in sequence {
            let own = self.rare.len();
            if let Some(cost) = self.item(item, least.unwrap_or(below)) {
                least = Some(cost);
                self.rare.drain(before..own);
            }
        }
        least
    }

    fn item(&mut self, item: &'t Item<'p>, below: u32) -> Option<u32> {
        if item.look == Look::Not || below <= CHEAPEST {
            return None;
        }
        if let Atom::Group(choice) = &item.atom {
            return self.choice(choice, below);
        }
        let cost = self.cost(&item.atom).filter(|cost| *cost < below)?;
        self.rare.push(&item.atom);
        Some(cost)
    }

    fn cost(&self, atom: &Atom<'_>) -> Option<u32> {
        match atom {
            Atom::Word(word) => self.words.telling(word).map(|_| CHEAPEST),
            Atom::Inflected(_) => Some(2),
            Atom::Class(names) => names
                .iter()
                .try_fold(0_u32, |all, name| Some(all.saturating_add(self.words.cost_of_class(name)?))),
            Atom::Slot(slot) => match listed(slot) {
                Some(class) => self.words.cost_of_class(class),
                None => of_kind(slot.kind).map(|(cost, _)| cost),
            },
            Atom::Mark(_)
            | Atom::Group(_)
            | Atom::Optional(_)
            | Atom::Gap { .. }
            | Atom::Start
            | Atom::End => None,
        }
    }

    fn anchors_of(&self, atom: &Atom<'_>, anchors: &mut Vec<Anchor>) {
        match atom {
            Atom::Word(word) => anchors.extend(self.words.telling(word).map(Anchor::Word)),
            Atom::Inflected(word) => {
                anchors.extend(self.words.inflected(word).iter().copied().map(Anchor::Word));
            }
            Atom::Class(names) => names.iter().for_each(|name| self.openers(name, anchors)),
            Atom::Slot(slot) => match listed(slot) {
                Some(class) => self.openers(class, anchors),
                None => anchors.extend(of_kind(slot.kind).map(|(_, kind)| Anchor::Mention(kind))),
            },
            Atom::Mark(_)
            | Atom::Group(_)
            | Atom::Optional(_)
            | Atom::Gap { .. }
            | Atom::Start
            | Atom::End => {}
        }
    }

    fn openers(&self, class: &str, anchors: &mut Vec<Anchor>) {
        if let Some(class) = self.words.class(class) {
            anchors.extend(self.words.classes.openers(class).map(Anchor::Word));
        }
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
        | SlotKind::Proper
        | SlotKind::Names
        | SlotKind::People
        | SlotKind::Word
        | SlotKind::Words
        | SlotKind::Digits => None,
    }
}
