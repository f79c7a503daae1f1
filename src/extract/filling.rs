//! Where a step that may take several tokens can lead: entries of classes, gaps, and what fills a slot.

use super::{field::Field, list, proper};
use crate::{
    claim::{Count, Filler, Mention, MentionKind, Point, Said, TimeSaid, Unit},
    rules::{Filter, MOST_WORDS, Program, SlotKind, SlotStep, Step, bit},
    text::{TokenKind, WordClass},
};

/// Words that are in no noun phrase.
const PHRASE_END: WordClass = WordClass::PREPOSITION
    .union(WordClass::FUNCTION)
    .union(WordClass::PRONOUN)
    .union(WordClass::FUTURE)
    .union(WordClass::NEGATION)
    .union(WordClass::SPEECH)
    .union(WordClass::VERB);

/// What fills a slot, while a match is still looked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fill {
    /// This mention.
    Mention(usize),
    /// So many mentions of a list: where they start among [`Places::members`], and how many they are.
    Members { from: usize, many: usize },
    /// The words from a token to the one before another.
    Words { from: usize, to: usize },
}

/// The places a step leads to.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The places in the order of preference, with what fills the slot.
    pub ends: Vec<(usize, Option<Fill>)>,
    /// The members of lists, which the lists that are a part of them share.
    pub members: Vec<usize>,
}

impl Places {
    /// Forgets all places and lists.
    pub fn clear(&mut self) {
        self.ends.clear();
        self.members.clear();
    }

    /// Adds a place with what fills the slot up to there.
    pub fn add(&mut self, end: usize, fill: Fill) {
        self.ends.push((end, Some(fill)));
    }

    /// What fills a slot, as a reading keeps it.
    pub fn filler(&self, fill: Fill) -> Filler {
        match fill {
            Fill::Mention(at) => Filler::Mention(at),
            Fill::Members { from, many } => Filler::Mentions(self.members[from..from + many].to_vec()),
            Fill::Words { from, to } => Filler::Words(from..to),
        }
    }
}

/// Adds the places that a step leads to from a token, in the order of preference.
pub(super) fn places(program: &Program, step: &Step, at: usize, field: &Field<'_>, places: &mut Places) {
    match step {
        Step::Class(class) => {
            let entries = field.book.classes.at(*class, field.rest(at));
            places.ends.extend(entries.map(|(length, _)| (at + length, None)));
        }
        Step::Gap { most, hard } => {
            let over = field.over(at, usize::from(*most), *hard);
            places.ends.extend(over.map(|place| (place, None)));
        }
        Step::Slot(slot) => fill(&program.slots[*slot], at, field, places),
        Step::Word(_)
        | Step::Words(_)
        | Step::Text(_)
        | Step::Flags(_)
        | Step::Split(_)
        | Step::Jump(_)
        | Step::Deny { .. }
        | Step::Ahead { .. }
        | Step::DenyBehind { .. }
        | Step::Start
        | Step::End
        | Step::Open
        | Step::Close
        | Step::Accept => {}
    }
}

fn fill(slot: &SlotStep, at: usize, field: &Field<'_>, places: &mut Places) {
    match slot.kind {
        SlotKind::Word => word(slot, at, field, places),
        SlotKind::Words => words(slot, at, field, places),
        SlotKind::Proper => proper::names(at, field, places),
        SlotKind::Digits => digits(at, field, places),
        SlotKind::Names => list::names(at, field, places),
        SlotKind::Person => list::person(at, field, places),
        SlotKind::Place => list::place(at, slot.name.as_deref() == Some("value"), field, places),
        SlotKind::Quotation => quotation(at, field, places),
        SlotKind::Number => one(MentionKind::Number, slot, at, field, places),
        SlotKind::Ordinal => one(MentionKind::Ordinal, slot, at, field, places),
        SlotKind::Percent => one(MentionKind::Percent, slot, at, field, places),
        SlotKind::Money => one(MentionKind::Money, slot, at, field, places),
        SlotKind::Quantity => one(MentionKind::Quantity, slot, at, field, places),
        SlotKind::Age => one(MentionKind::Age, slot, at, field, places),
        SlotKind::Time | SlotKind::Date | SlotKind::Clock => one(MentionKind::Time, slot, at, field, places),
        SlotKind::Duration => one(MentionKind::Duration, slot, at, field, places),
        SlotKind::Name => one(MentionKind::Person, slot, at, field, places),
        SlotKind::Set => one(MentionKind::Set, slot, at, field, places),
        SlotKind::Organization => one(MentionKind::Organization, slot, at, field, places),
        SlotKind::Title => one(MentionKind::Title, slot, at, field, places),
        SlotKind::People | SlotKind::Group => one(MentionKind::Group, slot, at, field, places),
    }
}

/// One word, or an entry of the class that the filter names.
fn word(slot: &SlotStep, at: usize, field: &Field<'_>, places: &mut Places) {
    match slot.filter {
        Filter::Class(class) => {
            let entries = field.book.classes.at(class, field.rest(at));
            entries
                .for_each(|(length, _)| places.add(at + length, Fill::Words { from: at, to: at + length }));
        }
        Filter::None | Filter::Unit(_) => {
            if field.token(at).is_some_and(|token| token.kind == TokenKind::Word) {
                places.add(at + 1, Fill::Words { from: at, to: at + 1 });
            }
        }
    }
}

/// Digits, whether a grammar took them for a figure or not.
fn digits(at: usize, field: &Field<'_>, places: &mut Places) {
    if field.token(at).is_some_and(|token| token.kind == TokenKind::Number) {
        places.add(at + 1, Fill::Words { from: at, to: at + 1 });
    }
}

/// Up to six words. What follows in the pattern says where they stop; where nothing follows, the phrase does.
fn words(slot: &SlotStep, at: usize, field: &Field<'_>, places: &mut Places) {
    let within = at..field.tokens.end.min(at + usize::from(MOST_WORDS));
    let words =
        within.take_while(|over| !field.bars(*over) && (!slot.closing || !ends_phrase(at, *over, field)));
    let from = places.ends.len();
    words.for_each(|over| places.add(over + 1, Fill::Words { from: at, to: over + 1 }));
    if slot.closing {
        places.ends[from..].reverse();
    }
}

/// Whether a phrase that starts at `from` is over before the token at `at`: at a mark, a preposition but "of", a
/// pronoun, or an auxiliary; "and" goes on where a noun may follow.
fn ends_phrase(from: usize, at: usize, field: &Field<'_>) -> bool {
    let Some(token) = field.token(at) else { return true };
    match token.kind {
        TokenKind::Punctuation => !(token.glued && field.is(at, "-")),
        TokenKind::Symbol | TokenKind::Link => true,
        TokenKind::Number | TokenKind::Clitic => false,
        TokenKind::Word if at > from && field.is(at, "of") => false,
        TokenKind::Word if at > from && field.is(at, "and") => ends_phrase(from, at + 1, field),
        TokenKind::Word => token.is(PHRASE_END),
    }
}

/// A mention of a kind, with "the" before it or without.
fn one(kind: MentionKind, slot: &SlotStep, at: usize, field: &Field<'_>, places: &mut Places) {
    let start = if field.is_the(at) && field.mention_of(at, kind).is_none() { at + 1 } else { at };
    if !field.may_find(start, bit(kind)) {
        return;
    }
    let fitting = field.mentions_at(start).filter(|(_, one)| one.kind == kind && fits(slot, one, field));
    fitting.for_each(|(number, one)| places.add(one.tokens.end.min(field.tokens.end), Fill::Mention(number)));
}

/// Whether a mention of the slot's kind is what the slot asks for besides.
fn fits(slot: &SlotStep, mention: &Mention, field: &Field<'_>) -> bool {
    match &mention.said {
        Said::Group(group) => {
            (slot.kind != SlotKind::People || group.people)
                && match slot.filter {
                    Filter::Class(class) => {
                        let (word, _) = field.book.lexicon.look_up(group.head.as_bytes());
                        field.book.classes.holds(class, word)
                    }
                    Filter::None | Filter::Unit(_) => true,
                }
        }
        Said::Count(count) => match &slot.filter {
            Filter::Unit(unit) => has_unit(count, unit),
            Filter::None | Filter::Class(_) => true,
        },
        Said::Time(time) => {
            !matches!(slot.kind, SlotKind::Date | SlotKind::Clock)
                || has_clock(&time.said) == (slot.kind == SlotKind::Clock)
        }
        Said::Name(_) | Said::Quotation => true,
    }
}

/// Whether a time of day is said.
fn has_clock(time: &TimeSaid) -> bool {
    let is_clock = |point: &Point| matches!(point, Point::Clock { .. });
    match time {
        TimeSaid::Point(point) => is_clock(point),
        TimeSaid::Range { from, to } => is_clock(from) || is_clock(to),
        TimeSaid::Dateless(_) | TimeSaid::Length(_) | TimeSaid::Stretch { .. } | TimeSaid::Recurring(_) => {
            false
        }
    }
}

/// Whether a figure is in a unit, or converts to it.
fn has_unit(count: &Count, wanted: &str) -> bool {
    count.si.as_ref().is_some_and(|si| si.1 == wanted)
        || match &count.unit {
            Unit::Measure(unit) => *unit == wanted,
            Unit::Of(unit) => unit == wanted,
            Unit::Currency(codes) => codes.iter().any(|code| code.eq_ignore_ascii_case(wanted)),
            Unit::None | Unit::Percent | Unit::PercentagePoint | Unit::Coin { .. } => false,
        }
}

/// A quotation with its marks.
fn quotation(at: usize, field: &Field<'_>, places: &mut Places) {
    let inside = if field.is_quote(at) { at + 1 } else { at };
    if let Some((number, mention)) = field.mention_of(inside, MentionKind::Quotation) {
        let end = mention.tokens.end.min(field.tokens.end);
        // Two apostrophes are one mark.
        let doubled = ["'", "\u{2019}"].iter().any(|mark| field.is(end, mark) && field.is(end + 1, mark));
        let width = if doubled { 2 } else { usize::from(field.is_quote(end)) };
        places.add(if inside > at { end + width } else { end }, Fill::Mention(number));
    }
}
