//! What each step of a program takes, as far as bits can tell: a little more than the step itself, never less.
//!
//! [`crate::extract`] goes over these from the last step to the first, for all tokens of a sentence at once, and knows
//! then from which tokens the rest of the pattern could still match. Only those are tried.

use super::{
    super::class::{ClassId, Classes},
    first::First,
    program::{Filter, Program, Step},
    syntax::SlotKind,
};
use crate::text::WordClass;

/// The most words that a slot for words takes.
pub(crate) const MOST_WORDS: u8 = 6;

/// The most words of a name of whatever kind.
pub(crate) const MOST_PROPER: u8 = 4;

/// A step as far as bits can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sieve {
    /// What it takes.
    pub sift: Sift,
    /// Whether an aside may stand before what it takes, and if so whether any: see [`Program::passes_asides`].
    pub asides: Option<bool>,
    /// The first of the steps in a row before it from which every way leads through it: where it leads on from nowhere,
    /// they do not either.
    pub since: u32,
}

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
    Split(u32),
    /// What the step of this number takes.
    Jump(u32),
    /// What both the next step and the step of this number take.
    Both(u32),
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
pub(super) fn sieve(program: &Program, classes: &Classes) -> Box<[Sieve]> {
    // The steps so far that lead to a later one than that which is looked at, the last on top.
    let mut leading_past: Vec<(u32, u32)> = Vec::new();
    let steps = program.steps.iter().enumerate().map(|(at, step)| {
        let at = number(at);
        while leading_past.last().is_some_and(|(_, to)| *to <= at) {
            leading_past.pop();
        }
        let since = leading_past.last().map_or(0, |(from, _)| from + 1);
        let sift = of_step(step, program, classes);
        if let Sift::Split(to) | Sift::Jump(to) | Sift::Both(to) = sift {
            leading_past.push((at, to));
        }
        Sieve { sift, asides: program.passes_asides(step), since }
    });
    steps.collect()
}

fn of_step(step: &Step, program: &Program, classes: &Classes) -> Sift {
    match step {
        Step::Word(word) => Sift::Word(only_bit(word.trace())),
        Step::Words(words) => Sift::Words(words.iter().fold(0, |all, word| all | word.trace())),
        Step::Text(_) => Sift::Token,
        Step::Class(class) => entry(classes, *class),
        Step::Flags(flags) => Sift::Flags(*flags),
        Step::Slot(slot) => {
            let slot = &program.slots[*slot];
            match (slot.kind, &slot.filter) {
                (SlotKind::Word, Filter::Class(class)) => entry(classes, *class),
                (SlotKind::Word, Filter::None | Filter::Unit(_)) => Sift::Token,
                (SlotKind::Words, _) => Sift::Run(MOST_WORDS),
                // "The" may stand before the name.
                (SlotKind::Proper, _) => Sift::Run(MOST_PROPER + 1),
                (SlotKind::Digits, _) => Sift::Token,
                (kind, _) => of_slot(kind),
            }
        }
        Step::Split(other) => Sift::Split(number(*other)),
        Step::Jump(to) => Sift::Jump(number(*to)),
        Step::Gap { most, hard } => Sift::Gap { most: *most, hard: *hard },
        Step::Deny { end } | Step::DenyBehind { end } => Sift::Jump(number(*end)),
        Step::Ahead { end } => Sift::Both(number(*end)),
        Step::Start => Sift::Start,
        Step::End => Sift::End,
        Step::Open | Step::Close => Sift::Nothing,
        Step::Accept => Sift::Accept,
    }
}

/// The number of a step.
#[expect(clippy::cast_possible_truncation, reason = "a pattern has fewer steps than bytes, and those fit")]
const fn number(step: usize) -> u32 {
    step as u32
}

/// The number of the one bit of a trace.
#[expect(clippy::cast_possible_truncation, reason = "a trace has one of 64 bits")]
const fn only_bit(trace: u64) -> u8 {
    trace.trailing_zeros() as u8
}

fn entry(classes: &Classes, class: ClassId) -> Sift {
    match classes.lengths(class) {
        Some(lengths) => Sift::Entry { trace: only_bit(class.trace()), lengths },
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
        | SlotKind::Proper
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
