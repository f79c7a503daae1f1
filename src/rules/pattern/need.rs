//! What every match of a pattern holds, so that a sentence that lacks any of it is not tried, nor a start behind its last.
//!
//! Of a sequence every item that says something is kept, of alternatives what any one of them needs. [`super::anchor`]
//! picks the rarest of them to wait for; here the others are asked for once a sentence has that one.

use super::{
    compile::{Vocabulary, flags, mark_or_word},
    program::Step,
    syntax::{Atom, Choice, Item, Look, SlotKind, Tree},
};
use crate::{
    claim::MentionKind,
    rules::pattern::bit,
    text::{WordClass, WordId},
};

/// More words than this are in every sentence one way or another.
const MOST_WORDS: usize = 64;

/// Something of which a match holds one token at least: a word, a word of a class, or the start of a mention.
#[derive(Debug, Clone, Default)]
pub(crate) struct Need {
    /// One of these words, sorted.
    pub words: Vec<WordId>,
    /// The words' traces, all in one: a token whose trace is not among them is none of the words.
    pub traces: u64,
    /// A word in any of these classes.
    pub flags: WordClass,
    /// The start of a mention of one of these kinds, as bits.
    pub kinds: u32,
}

impl Need {
    /// The trace of a word: one bit, the same for one word in 64.
    #[inline]
    pub const fn trace(word: WordId) -> u64 {
        if word.0 == WordId::UNKNOWN.0 { 0 } else { 1 << (word.0 % 64) }
    }

    fn of_words(words: Vec<WordId>) -> Option<Self> {
        let traces = words.iter().fold(0, |traces, word| traces | Self::trace(*word));
        (words.len() <= MOST_WORDS).then_some(Self { words, traces, ..Self::default() })
    }

    fn of_kinds(kinds: &[MentionKind]) -> Self {
        Self { kinds: kinds.iter().fold(0, |bits, kind| bits | bit(*kind)), ..Self::default() }
    }

    fn or(mut self, other: Self) -> Self {
        self.words.extend(other.words);
        self.words.sort_unstable();
        self.words.dedup();
        Self {
            words: self.words,
            traces: self.traces | other.traces,
            flags: self.flags | other.flags,
            kinds: self.kinds | other.kinds,
        }
    }

    /// How much of a text it lets pass, roughly: words are rarer than mentions, and mentions than classes of words.
    fn width(&self) -> usize {
        self.words.len() + 20 * self.kinds.count_ones() as usize + 40 * usize::from(!self.flags.is_empty())
    }
}

/// What every match of a pattern holds.
pub(super) fn needs(tree: &Tree, words: &mut Vocabulary<'_>) -> Vec<Need> {
    let parts = [tree.before.as_ref(), Some(&tree.body), tree.after.as_ref()];
    let mut needs: Vec<Need> =
        parts.into_iter().flatten().flat_map(|choice| of_choice(choice, words)).collect();
    // What is rarest is missing most often.
    needs.sort_by_key(Need::width);
    needs
}

/// Of a lone sequence everything, of several the narrowest need of each together.
fn of_choice(choice: &Choice, words: &mut Vocabulary<'_>) -> Vec<Need> {
    if let [only] = choice.0.as_slice() {
        return only.iter().flat_map(|item| of_item(item, words)).collect();
    }
    let mut any: Option<Need> = None;
    for sequence in &choice.0 {
        let needs = sequence.iter().flat_map(|item| of_item(item, words));
        let Some(narrowest) = needs.min_by_key(Need::width) else { return Vec::new() };
        any = Some(match any {
            Some(any) => any.or(narrowest),
            None => narrowest,
        });
    }
    any.into_iter().filter(|need| need.words.len() <= MOST_WORDS).collect()
}

fn of_item(item: &Item, words: &mut Vocabulary<'_>) -> Vec<Need> {
    if item.look == Look::Not {
        return Vec::new();
    }
    match &item.atom {
        Atom::Word(word) => {
            let pieces = words.literal(word);
            // Figures have no number in the lexicon.
            let pieces =
                pieces.into_iter().filter(|(_, text)| !text.starts_with(|c: char| c.is_ascii_digit()));
            pieces.filter_map(|(id, text)| of_step(mark_or_word(&text, id, words))).collect()
        }
        Atom::Mark(c) => {
            let text = c.to_string();
            let id = words.lexicon.add(&text, WordClass::empty());
            of_step(mark_or_word(&text, id, words)).into_iter().collect()
        }
        Atom::Inflected(word) => Need::of_words(words.inflected(word)).into_iter().collect(),
        Atom::Class(names) => {
            let mut any = Need::default();
            for name in names {
                let one = match flags(name) {
                    Some(flags) => Some(Need { flags, ..Need::default() }),
                    None => words.first_words(name).and_then(Need::of_words),
                };
                let Some(one) = one else { return Vec::new() };
                any = any.or(one);
            }
            vec![any]
        }
        Atom::Group(choice) => of_choice(choice, words),
        Atom::Slot(slot) => of_slot(slot.kind).into_iter().collect(),
        Atom::Optional(_) | Atom::Gap { .. } | Atom::Start | Atom::End => Vec::new(),
    }
}

fn of_step(step: Step) -> Option<Need> {
    match step {
        Step::Word(word) => Need::of_words(vec![word]),
        Step::Words(words) => Need::of_words(words.into_vec()),
        Step::Text(_)
        | Step::Class(_)
        | Step::Flags(_)
        | Step::Slot(_)
        | Step::Split(_)
        | Step::Jump(_)
        | Step::Gap { .. }
        | Step::Deny { .. }
        | Step::Ahead { .. }
        | Step::DenyBehind { .. }
        | Step::Start
        | Step::End
        | Step::Open
        | Step::Close
        | Step::Accept => None,
    }
}

/// The mentions one of which fills a slot.
fn of_slot(kind: SlotKind) -> Option<Need> {
    let kinds: &[MentionKind] = match kind {
        SlotKind::Word | SlotKind::Words | SlotKind::Digits => return None,
        SlotKind::Names => &[MentionKind::Person, MentionKind::Organization, MentionKind::Place],
        SlotKind::Person | SlotKind::Name => &[MentionKind::Person],
        SlotKind::Place => &[MentionKind::Place],
        SlotKind::Quotation => &[MentionKind::Quotation],
        SlotKind::Number => &[MentionKind::Number],
        SlotKind::Ordinal => &[MentionKind::Ordinal],
        SlotKind::Percent => &[MentionKind::Percent],
        SlotKind::Money => &[MentionKind::Money],
        SlotKind::Quantity => &[MentionKind::Quantity],
        SlotKind::Age => &[MentionKind::Age],
        SlotKind::Time | SlotKind::Date | SlotKind::Clock => &[MentionKind::Time],
        SlotKind::Duration => &[MentionKind::Duration],
        SlotKind::Set => &[MentionKind::Set],
        SlotKind::Organization => &[MentionKind::Organization],
        SlotKind::Title => &[MentionKind::Title],
        SlotKind::People | SlotKind::Group => &[MentionKind::Group],
    };
    Some(Need::of_kinds(kinds))
}
