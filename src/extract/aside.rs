//! What interrupts a clause and may be passed over between two steps of a pattern: "Two men, both from Leeds, were arrested",
//! "the toll in Leeds rose to 12".
//!
//! ```text
//! aside   = insert | bracket | time | phrase
//! insert  = "," word+ "," !("and" | "or" | "but")            no figure in it, but "46" and "including two children"
//! bracket = "(" any* ")" | dash any+ dash
//! time    = [("on" | "in" | "at" | "during")] a date, a day, a time of day
//! phrase  = noun << ("in" | "near" | "from" | …) [word+] a place    no figure, verb or second preposition in it
//! ```
//!
//! A pattern names the words that carry a fact, and no author can foresee what stands between them. A match that needs no aside is
//! preferred. Next in the flow: [`super::matcher`] passes over them.

use super::field::Field;
use crate::{
    claim::MentionKind,
    text::{TokenKind, WordClass},
};

/// The longest insert between commas, dashes or brackets, in tokens.
const LONGEST: usize = 16;

/// The longest phrase behind its preposition, in tokens.
const LONGEST_PHRASE: usize = 5;

/// Prepositions of phrases that say where what stands before them is. Before what is no place they say what a thing is: "shares in the
/// group", "profit from coal".
const OPENS_PHRASE: [&str; 12] =
    ["from", "in", "at", "near", "on", "off", "outside", "inside", "around", "along", "across", "under"];

/// What may stand before a time and goes with it.
const OPENS_TIME: [&str; 4] = ["on", "in", "at", "during"];

/// How an insert may begin that has figures: they are of a part of what stands before.
const OPENS_PART: [&str; 6] = ["including", "among", "who", "which", "whose", "aged"];

/// Words of an insert that tell of somebody else: "he, too, died".
const OF_ANOTHER: [&str; 3] = ["too", "also", "unlike"];

/// What ends a list or begins another clause.
const JOINS: [&str; 4] = ["and", "or", "but", "nor"];

/// Words that no phrase has inside.
const PARTS_PHRASES: WordClass = WordClass::PREPOSITION
    .union(WordClass::PRONOUN)
    .union(WordClass::FUTURE)
    .union(WordClass::POSSIBLE)
    .union(WordClass::NEGATION)
    .union(WordClass::SPEECH)
    .union(WordClass::VERB);

/// Words that no phrase ends with.
const WANTS_A_NOUN: WordClass =
    WordClass::DETERMINER.union(WordClass::ADJECTIVE).union(WordClass::TITLE_PART);

/// Words that can be left out; places are counted from the sentence's first token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Aside {
    /// Its first token.
    pub start: usize,
    /// The token behind it.
    pub end: usize,
    /// Whether only words may follow that the pattern names: behind a phrase a figure could be of anything.
    pub before_words: bool,
}

/// Puts the asides of the field's sentence into `asides`, the last to start first.
pub(super) fn find(field: &Field<'_>, asides: &mut Vec<Aside>) {
    asides.clear();
    let length = field.tokens.len();
    for start in (1..length.saturating_sub(1)).rev() {
        let at = field.tokens.start + start;
        let Some(token) = field.token(at) else { continue };
        match token.kind {
            TokenKind::Punctuation | TokenKind::Symbol => {
                let end = match field.text(token) {
                    "," => insert(field, at),
                    "(" => closing(field, at, &[")"]),
                    "\u{2013}" | "\u{2014}" => closing(field, at, &["\u{2013}", "\u{2014}"]),
                    _ => None,
                };
                if let Some(end) = end {
                    add(field, asides, start, end, false);
                }
            }
            TokenKind::Word => {
                if token.is(WordClass::PREPOSITION) {
                    if is_one_of(field, at, &OPENS_TIME) {
                        time(field, at + 1).into_iter().for_each(|end| add(field, asides, start, end, false));
                    }
                    if is_one_of(field, at, &OPENS_PHRASE) && is_of_noun(field, at) {
                        phrases(field, at, |end| add(field, asides, start, end, true));
                    }
                } else {
                    time(field, at).into_iter().for_each(|end| add(field, asides, start, end, false));
                }
            }
            TokenKind::Number | TokenKind::Clitic | TokenKind::Link => {}
        }
    }
}

/// Adds the aside from a place to the token at `end`. A mark behind it is one of the clause, unless another aside goes on there.
fn add(field: &Field<'_>, asides: &mut Vec<Aside>, start: usize, end: usize, before_words: bool) {
    let place = end - field.tokens.start;
    if field.token(end).is_some_and(|token| token.kind != TokenKind::Punctuation) {
        asides.push(Aside { start, end: place, before_words });
        return;
    }
    for at in asides.partition_point(|aside| aside.start > place)..asides.len() {
        let Aside { start: next, end, before_words: limited } = asides[at];
        if next != place {
            break;
        }
        asides.push(Aside { start, end, before_words: before_words || limited });
    }
}

/// The token behind an insert that the comma at `at` opens.
fn insert(field: &Field<'_>, at: usize) -> Option<usize> {
    let close = (at + 2..(at + LONGEST).min(field.tokens.end)).find(|inner| field.is(*inner, ","))?;
    let parts = |inner: usize| field.bars(inner) || is_one_of(field, inner, &OF_ANOTHER);
    let joins = |at: usize| is_one_of(field, at, &JOINS);
    if joins(at + 1) || joins(close + 1) || (at + 1..close).any(parts) {
        return None;
    }
    let of_part = is_one_of(field, at + 1, &OPENS_PART);
    let is_age = close == at + 2 && field.token(at + 1).is_some_and(|token| token.kind == TokenKind::Number);
    (of_part || is_age || !(at + 1..close).any(|inner| has_figure(field, inner))).then_some(close + 1)
}

/// The token behind the mark that closes what the one at `at` opens.
fn closing(field: &Field<'_>, at: usize, marks: &[&str]) -> Option<usize> {
    let last = (at + LONGEST).min(field.tokens.end);
    (at + 2..last).find(|inner| is_one_of(field, *inner, marks)).map(|close| close + 1)
}

/// The token behind a date, a day or a time of day at `at`.
fn time(field: &Field<'_>, at: usize) -> Option<usize> {
    field
        .mention_of(at, MentionKind::Time)
        .map(|(_, mention)| mention.tokens.end)
        .filter(|end| *end < field.tokens.end)
}

/// Whether a phrase at `at` tells of a noun before it. Behind a verb it limits what was done: "hit in the leg by two bullets".
fn is_of_noun(field: &Field<'_>, at: usize) -> bool {
    const VERBAL: WordClass = WordClass::VERB.union(WordClass::PAST).union(WordClass::PRESENT);
    field.token(at - 1).is_some_and(|token| {
        token.kind == TokenKind::Word
            && !token.is(VERBAL.union(WordClass::FUNCTION).union(PARTS_PHRASES))
            && !field.text(token).ends_with("ed")
    })
}

/// Gives the tokens behind each phrase that the preposition at `at` opens: where its noun ends no class of words tells.
fn phrases(field: &Field<'_>, at: usize, mut found: impl FnMut(usize)) {
    for inner in at + 1..(at + 1 + LONGEST_PHRASE).min(field.tokens.end) {
        let Some(token) = field.token(inner) else { return };
        let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Clitic);
        let joins = token.is(WordClass::FUNCTION) && !token.is(WordClass::DETERMINER);
        let acts = field.text(token).ends_with("ing");
        if !is_word || joins || acts || token.is(PARTS_PHRASES) || has_figure(field, inner) {
            return;
        }
        if !token.is(WANTS_A_NOUN) && ends_place(field, at, inner + 1) {
            found(inner + 1);
        }
    }
}

/// Whether a place's name behind `at` ends before `end`.
fn ends_place(field: &Field<'_>, at: usize, end: usize) -> bool {
    (at + 1..end)
        .flat_map(|inner| field.mentions_at(inner))
        .any(|(_, one)| one.kind == MentionKind::Place && one.tokens.end == end)
}

/// Whether one of some words or marks stands at a token.
fn is_one_of(field: &Field<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| field.is(at, word))
}

/// Whether a mention with a figure starts at a token: passed over, it would be hidden.
fn has_figure(field: &Field<'_>, at: usize) -> bool {
    field.mentions_at(at).any(|(_, mention)| {
        matches!(
            mention.kind,
            MentionKind::Number
                | MentionKind::Ordinal
                | MentionKind::Percent
                | MentionKind::Quantity
                | MentionKind::Money
                | MentionKind::Age
                | MentionKind::Duration
                | MentionKind::Set
                | MentionKind::Group
        )
    })
}
