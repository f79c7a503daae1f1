//! What the first token of a match can be, so that a pattern is not tried where it cannot start.

use super::{
    super::class::Classes,
    program::{Program, Step},
    syntax::SlotKind,
};
use crate::{
    claim::MentionKind,
    text::{WordClass, WordId},
};

/// What the first token of a match can be: any of these.
#[derive(Debug, Default)]
pub(crate) struct First {
    /// Anything at all; nothing else counts then.
    pub any: bool,
    /// One of these words, sorted.
    pub words: Vec<WordId>,
    /// The words' traces, all in one.
    pub traces: u64,
    /// A word in any of these classes.
    pub flags: WordClass,
    /// The start of a mention of one of these kinds, as bits.
    pub kinds: u32,
    /// What may stand before a person's name.
    pub person: bool,
}

/// The bit of a kind of mention in [`First::kinds`].
pub(crate) const fn bit(kind: MentionKind) -> u32 {
    1 << kind as u32
}

impl First {
    /// Looks at every step that a match can start with.
    pub fn of(program: &Program, classes: &Classes) -> Self {
        let mut first = Self::default();
        let mut seen = vec![false; program.steps.len()];
        let mut open = vec![0];
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            match &program.steps[at] {
                Step::Word(word) => first.words.push(*word),
                Step::Words(words) => first.words.extend_from_slice(words),
                Step::Class(class) => first.words.extend(classes.openers(*class)),
                Step::Flags(flags) => first.flags |= *flags,
                Step::Slot(slot) => first.add_slot(program.slots[*slot].kind),
                Step::Text(_) | Step::Gap { .. } | Step::Accept => first.any = true,
                Step::Split(other) => open.extend([*other, at + 1]),
                Step::Jump(to) => open.push(*to),
                Step::Deny { end } | Step::Ahead { end } | Step::DenyBehind { end } => open.push(*end),
                Step::Start | Step::End | Step::Open | Step::Close => open.push(at + 1),
            }
        }
        first.words.sort_unstable();
        first.words.dedup();
        first.traces = first.words.iter().fold(0, |traces, word| traces | word.trace());
        first
    }

    pub(super) fn add_slot(&mut self, kind: SlotKind) {
        match kind {
            SlotKind::Word | SlotKind::Words | SlotKind::Proper | SlotKind::Digits => self.any = true,
            SlotKind::Names | SlotKind::Person => {
                self.person = true;
                self.kinds |= bit(MentionKind::Person)
                    | bit(MentionKind::Title)
                    | bit(MentionKind::Organization)
                    | bit(MentionKind::Place);
            }
            SlotKind::Name => self.kinds |= bit(MentionKind::Person),
            SlotKind::Place => self.kinds |= bit(MentionKind::Place),
            SlotKind::Quotation => self.kinds |= bit(MentionKind::Quotation),
            SlotKind::Number => self.kinds |= bit(MentionKind::Number),
            SlotKind::Ordinal => self.kinds |= bit(MentionKind::Ordinal),
            SlotKind::Percent => self.kinds |= bit(MentionKind::Percent),
            SlotKind::Money => self.kinds |= bit(MentionKind::Money),
            SlotKind::Quantity => self.kinds |= bit(MentionKind::Quantity),
            SlotKind::Age => self.kinds |= bit(MentionKind::Age),
            SlotKind::Time | SlotKind::Date | SlotKind::Clock => self.kinds |= bit(MentionKind::Time),
            SlotKind::Duration => self.kinds |= bit(MentionKind::Duration),
            SlotKind::Set => self.kinds |= bit(MentionKind::Set),
            SlotKind::Organization => self.kinds |= bit(MentionKind::Organization),
            SlotKind::Title => self.kinds |= bit(MentionKind::Title),
            SlotKind::People | SlotKind::Group => self.kinds |= bit(MentionKind::Group),
        }
    }
}
