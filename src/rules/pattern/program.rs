//! A pattern as the matcher runs it: a list of steps without loops.
//!
//! `compile` makes it; [`crate::extract`] runs it.

use super::{super::class::ClassId, syntax::SlotKind};
use crate::text::{WordClass, WordId};
use std::sync::Arc;

/// One step of a program. The next step follows unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// This word.
    Word(WordId),
    /// One of these words, sorted.
    Words(Arc<[WordId]>),
    /// A token with this very text; for figures, which have no number in the lexicon.
    Text(Box<str>),
    /// An entry of this class.
    Class(ClassId),
    /// A word in any of the classes that grammars dispatch on.
    Flags(WordClass),
    /// What fills the slot of this number.
    Slot(usize),
    /// The next step and, where that leads nowhere longer, the step of this number.
    Split(usize),
    /// The step of this number.
    Jump(usize),
    /// No token or up to this many; `hard` runs over clauses, quotation marks and brackets.
    Gap { most: u8, hard: bool },
    /// The steps from the next one to the one before `end` must not match here; goes on at `end`.
    Deny { end: usize },
    /// The steps from the next one to the one before `end` must match here; goes on at `end`, here.
    Ahead { end: usize },
    /// The steps from the next one to the one before `end` must not match so that they end here; goes on at `end`.
    DenyBehind { end: usize },
    /// The sentence starts here.
    Start,
    /// The sentence ends here, its closing marks aside.
    End,
    /// The claim's own words start here.
    Open,
    /// The claim's own words ended before here.
    Close,
    /// Everything matched.
    Accept,
}

/// A slot of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SlotStep {
    /// Its name; none where what fills it is not kept.
    pub name: Option<Arc<str>>,
    /// What may fill it.
    pub kind: SlotKind,
    /// What the filler must be besides.
    pub filter: Filter,
    /// Whether the pattern may end behind it, so that nothing says where words stop.
    pub closing: bool,
}

/// What the filler of a slot must be besides its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filter {
    /// Anything.
    None,
    /// Its noun, or the word itself, is in this class.
    Class(ClassId),
    /// Its unit or currency has this name, or it converts to a unit of this name.
    Unit(Box<str>),
}

/// A compiled pattern.
#[derive(Debug, Default)]
pub(crate) struct Program {
    /// The steps; the last one is [`Step::Accept`].
    pub steps: Vec<Step>,
    /// The slots, in the order of the pattern.
    pub slots: Vec<SlotStep>,
}

impl Program {
    /// Whether everything may have matched at a step without a further token.
    fn may_end(&self, step: usize) -> bool {
        match &self.steps[step] {
            Step::Accept | Step::Close | Step::End => true,
            Step::Jump(to) => self.may_end(*to),
            Step::Split(other) => self.may_end(step + 1) || self.may_end(*other),
            Step::Deny { end } | Step::Ahead { end } | Step::DenyBehind { end } => self.may_end(*end),
            Step::Gap { .. } | Step::Open => self.may_end(step + 1),
            Step::Start
            | Step::Word(_)
            | Step::Words(_)
            | Step::Text(_)
            | Step::Class(_)
            | Step::Flags(_)
            | Step::Slot(_) => false,
        }
    }

    /// Whether words that interrupt a clause may stand before what a step takes, and if so whether the pattern names what it
    /// takes. A mark in a pattern is one of the clause itself, and what takes any words takes those too.
    pub fn passes_asides(&self, step: &Step) -> Option<bool> {
        match step {
            Step::Word(_) | Step::Words(_) | Step::Class(_) | Step::Flags(_) => Some(true),
            Step::Slot(slot) => {
                let any_words = [SlotKind::Word, SlotKind::Words, SlotKind::Proper, SlotKind::Digits];
                (!any_words.contains(&self.slots[*slot].kind)).then_some(false)
            }
            Step::Text(_)
            | Step::Gap { .. }
            | Step::Split(_)
            | Step::Jump(_)
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

    /// Notes at each slot whether the pattern may end behind it.
    pub(super) fn note_closing_slots(&mut self) {
        for step in 0..self.steps.len() {
            if let Step::Slot(slot) = self.steps[step] {
                self.slots[slot].closing = self.may_end(step + 1);
            }
        }
    }
}
