//! What each step of a program takes, as far as bits can tell: a little more than the step itself, never less.
//!
//! [`crate::extract`] goes over these from the last step to the first, for all tokens of a sentence at once, and knows
//! then from which tokens the rest of the pattern could still match. Only those are tried.

use super::{
    super::class::{ClassId, Classes},
    first::First,
    need::Need,
    program::{Filter, Program, Step},
    syntax::SlotKind,
};
use crate::text::WordClass;

/// The most words that a slot for words takes.
pub(crate) const MOST_WORDS: u8 = 6;

/// What a step takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sift {
    /// A word with the trace of this number.
    Word(u8),
    /// A word with one of these traces.
    Words(u64),
    /// An entry of a class with the trace of this number, of one of these lengths: a bit for each number of tokens.
    Entry { trace: u8, lengths: u64 },
    /// A word in any of these classes.
    Flags(WordClass),
    /// Any one token.
    Token,
    /// From one to so many tokens.
    Run(u8),
    /// A mention of one of these kinds.
    Mention(u32),
    /// Names of these kinds with whatever stands around them, or between them.
    Names { kinds: u32, persons: bool },
    /// No token or up to so many.
    Gap { most: u8, hard: bool },
    /// What the next step takes, or the step of this number.
    Split(usize),
    /// What the step of this number takes.
    Jump(usize),
    /// What both the next step and the step of this number take.
    Both(usize),
    /// No token, at the start of a sentence.
    Start,
    /// No token, at the end of a sentence.
    End,
    /// No token.
    Nothing,
    /// Everything matched.
    Accept,
}

/// What every step of a program takes, in the order of the steps.
pub(super) fn sieve(program: &Program, classes: &Classes) -> Vec<Sift> {
    program.steps.iter().map(|step| of_step(step, program, classes)).collect()
}

fn of_step(step: &Step, program: &Program, classes: &Classes) -> Sift {
    match step {
        Step::Word(word) => Sift::Word(number(Need::trace(*word))),
        Step::Words(words) => Sift::Words(words.iter().fold(0, |all, word| all | Need::trace(*word))),
        Step::Text(_) => Sift::Token,
        Step::Class(class) => entry(classes, *class),
        Step::Flags(flags) => Sift::Flags(*flags),
        Step::Slot(slot) => {
            let slot = &program.slots[*slot];
            match (slot.kind, &slot.filter) {
                (SlotKind::Word, Filter::Class(class)) => entry(classes, *class),
                (SlotKind::Word, Filter::None | Filter::Unit(_)) => Sift::Token,
                (SlotKind::Words, _) => Sift::Run(MOST_WORDS),
                (SlotKind::Digits, _) => Sift::Token,
                (kind, _) => of_slot(kind),
            }
        }
        Step::Split(other) => Sift::Split(*other),
        Step::Jump(to) => Sift::Jump(*to),
        Step::Gap { most, hard } => Sift::Gap { most: *most, hard: *hard },
        Step::Deny { end } | Step::DenyBehind { end } => Sift::Jump(*end),
        Step::Ahead { end } => Sift::Both(*end),
        Step::Start => Sift::Start,
        Step::End => Sift::End,
        Step::Open | Step::Close => Sift::Nothing,
        Step::Accept => Sift::Accept,
    }
}

/// The steps that every match goes through, a bit each: those that no earlier step leads past.
pub(super) fn passes(sieve: &[Sift]) -> Vec<u64> {
    let mut passes = vec![0; sieve.len().div_ceil(64)];
    let mut furthest = 0;
    for (step, sift) in sieve.iter().enumerate() {
        if furthest <= step {
            passes[step / 64] |= 1 << (step % 64);
        }
        furthest = furthest.max(match sift {
            Sift::Split(to) | Sift::Jump(to) | Sift::Both(to) => *to,
            Sift::Word(_)
            | Sift::Words(_)
            | Sift::Entry { .. }
            | Sift::Flags(_)
            | Sift::Token
            | Sift::Run(_)
            | Sift::Mention(_)
            | Sift::Names { .. }
            | Sift::Gap { .. }
            | Sift::Start
            | Sift::End
            | Sift::Nothing
            | Sift::Accept => step + 1,
        });
    }
    passes
}

/// The number of the one bit of a trace.
#[expect(clippy::cast_possible_truncation, reason = "a trace has one of 64 bits")]
const fn number(trace: u64) -> u8 {
    trace.trailing_zeros() as u8
}

fn entry(classes: &Classes, class: ClassId) -> Sift {
    match classes.lengths(class) {
        Some(lengths) => Sift::Entry { trace: number(class.trace()), lengths },
        // No list has entries that long; a rule that has gets no help from here.
        None => Sift::Gap { most: u8::MAX, hard: true },
    }
}

/// What fills a slot: one mention with clear ends, or names, which draw in more.
fn of_slot(kind: SlotKind) -> Sift {
    let mut first = First::default();
    first.add_slot(kind);
    match kind {
        SlotKind::Names | SlotKind::Person | SlotKind::Place | SlotKind::Quotation => {
            Sift::Names { kinds: first.kinds, persons: first.person }
        }
        SlotKind::Word
        | SlotKind::Words
        | SlotKind::Digits
        | SlotKind::Name
        | SlotKind::Number
        | SlotKind::Ordinal
        | SlotKind::Percent
        | SlotKind::Money
        | SlotKind::Quantity
        | SlotKind::Age
        | SlotKind::Time
        | SlotKind::Date
        | SlotKind::Clock
        | SlotKind::Duration
        | SlotKind::Set
        | SlotKind::Organization
        | SlotKind::Title
        | SlotKind::People
        | SlotKind::Group => Sift::Mention(first.kinds),
    }
}
