//! What interrupts a clause and may be passed over between two steps of a pattern: "Two men, both from Leeds, were arrested",
//! "the toll in Leeds rose to 12".
//!
//! ```text
//! aside   = insert | bracket | time | phrase
//! insert  = "," word+ "," !("and" | "or" | "but")            no figure in it, but "46" and "including two children"
//! bracket = "(" any* ")" | dash any+ dash
//! time    = [("on" | "in" | "at" | "during")] a date, a day, a time of day
//! phrase  = noun << ("in" | "near" | "from" | …) [word+] a place or a noun for one    no figure, verb or second preposition in it
//! ```
//!
//! A pattern names the words that carry a fact, and no author can foresee what stands between them. A match that needs
//! no aside is preferred. Words that only add to a clause are found by [`super::modifier`]. Next in the flow: [`super::matcher`]
//! passes over them.

use super::{field::Field, modifier::modifier};
use crate::{
    claim::MentionKind,
    rules::bit,
    text::{ShortList, Token, TokenKind, WordClass},
};

/// The longest insert between commas, dashes or brackets, in tokens.
const LONGEST: usize = 16;

/// The longest phrase behind its preposition, in tokens.
const LONGEST_PHRASE: usize = 5;

/// Prepositions of phrases that say where what stands before them is. Before what is no place they say what a thing is:
/// "shares in the group", "profit from coal".
static OPENS_PHRASE: ShortList<12> = ShortList::of([
    "from", "in", "at", "near", "on", "off", "outside", "inside", "around", "along", "across", "under",
]);

/// What may stand before a time and goes with it.
static OPENS_TIME: ShortList<4> = ShortList::of(["on", "in", "at", "during"]);

/// How an insert may begin that has figures: they are of a part of what stands before.
static OPENS_PART: ShortList<7> =
    ShortList::of(["including", "among", "who", "which", "whose", "aged", "age"]);

/// Words of an insert that tell of somebody else: "he, too, died".
static OF_ANOTHER: ShortList<3> = ShortList::of(["too", "also", "unlike"]);

/// What ends a list or begins another clause.
static JOINS: ShortList<4> = ShortList::of(["and", "or", "but", "nor"]);

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

/// The asides of a sentence.
#[derive(Debug, Default)]
pub(super) struct Asides {
    /// The last to start first.
    list: Vec<Aside>,
    /// A bit for each place where one starts, the same for one in 64.
    starts: u64,
    /// The same of the places where one ends.
    ends: u64,
}

impl Asides {
    /// Goes to the field's sentence.
    pub fn enter(&mut self, field: &Field<'_>) {
        self.list.clear();
        (self.starts, self.ends) = (0, 0);
        let tokens = &field.document.tokens[field.tokens.clone()];
        // What opens or closes the sentence interrupts nothing.
        let inner = tokens.split_last().map_or(&[][..], |(_, others)| others);
        for (start, token) in inner.iter().enumerate().skip(1).rev() {
            let at = field.tokens.start + start;
            modifier(field, at, token).into_iter().for_each(|end| self.add(field, start, end, true));
            match token.kind {
                TokenKind::Punctuation | TokenKind::Symbol => {
                    let end = match field.text(token) {
                        "," => insert(field, at),
                        "(" => closing(field, at, &[")"]),
                        "\u{2013}" | "\u{2014}" => closing(field, at, &["\u{2013}", "\u{2014}"]),
                        _ => None,
                    };
                    if let Some(end) = end {
                        self.add(field, start, end, false);
                    }
                }
                TokenKind::Word => {
                    let is_preposition = token.is(WordClass::PREPOSITION);
                    if !is_preposition || OPENS_TIME.has(token, field.document) {
                        let dated = at + usize::from(is_preposition);
                        time(field, dated).into_iter().for_each(|end| self.add(field, start, end, false));
                    }
                    if is_preposition && opens_phrase(field, at, token) {
                        phrases(field, at, |end| self.add(field, start, end, true));
                    }
                }
                TokenKind::Number | TokenKind::Clitic | TokenKind::Link => {}
            }
        }
    }

    /// Adds the aside from a place to the token at `end`. A mark behind it is one of the clause, unless another aside goes on
    /// there.
    fn add(&mut self, field: &Field<'_>, start: usize, end: usize, before_words: bool) {
        let place = end - field.tokens.start;
        if field.token(end).is_some_and(|token| token.kind != TokenKind::Punctuation) {
            self.push(Aside { start, end: place, before_words });
            return;
        }
        for at in self.first_at(place)..self.list.len() {
            let Aside { start: next, end, before_words: limited } = self.list[at];
            if next != place {
                break;
            }
            self.push(Aside { start, end, before_words: before_words || limited });
        }
    }

    fn push(&mut self, aside: Aside) {
        self.starts |= 1 << (aside.start % 64);
        self.ends |= 1 << (aside.end % 64);
        self.list.push(aside);
    }

    fn first_at(&self, place: usize) -> usize {
        self.list.partition_point(|aside| aside.start > place)
    }

    /// What may be passed over from a place on, before a step that takes words the pattern names or before any other.
    #[inline]
    pub fn at(&self, place: usize, before_words: bool) -> impl Iterator<Item = usize> + '_ {
        let may_start = self.starts & 1 << (place % 64) != 0;
        let first = if may_start { self.first_at(place) } else { self.list.len() };
        self.list[first..]
            .iter()
            .take_while(move |aside| aside.start == place)
            .filter(move |aside| before_words || !aside.before_words)
            .map(|aside| aside.end)
    }

    /// Some places of a sentence that is no longer than a machine word, with those from which asides lead there.
    #[inline]
    pub fn before(&self, mut places: u64, before_words: bool) -> u64 {
        if places & self.ends != 0 {
            for aside in self.list.iter().filter(|aside| before_words || !aside.before_words) {
                places |= (places >> aside.end & 1) << aside.start;
            }
        }
        places
    }
}

/// The token behind an insert that the comma at `at` opens.
fn insert(field: &Field<'_>, at: usize) -> Option<usize> {
    let last = (at + LONGEST).min(field.tokens.end);
    let joins = |at: usize| is_one_of(field, at, &JOINS);
    let parts = |inner: usize| field.bars(inner) || is_one_of(field, inner, &OF_ANOTHER);
    let closes = |inner: usize| inner > at + 1 && field.is(inner, ",");
    let close = (at + 1..last).find(|inner| closes(*inner) || parts(*inner))?;
    if !closes(close) || joins(at + 1) || joins(close + 1) {
        return None;
    }
    let of_part = is_one_of(field, at + 1, &OPENS_PART);
    let is_age = close == at + 2 && field.token(at + 1).is_some_and(|token| token.kind == TokenKind::Number);
    (of_part || is_age || !(at + 1..close).any(|inner| has_figure(field, inner))).then_some(close + 1)
}

/// The token behind the mark that closes what the one at `at` opens.
fn closing(field: &Field<'_>, at: usize, marks: &[&str]) -> Option<usize> {
    let last = (at + LONGEST).min(field.tokens.end);
    let closes = |inner: &usize| marks.iter().any(|mark| field.is(*inner, mark));
    (at + 2..last).find(closes).map(|close| close + 1)
}

/// The token behind a date, a day or a time of day at `at`.
fn time(field: &Field<'_>, at: usize) -> Option<usize> {
    field
        .mention_of(at, MentionKind::Time)
        .map(|(_, mention)| mention.tokens.end)
        .filter(|end| *end < field.tokens.end)
}

/// Whether a preposition opens a phrase that a place may end.
fn opens_phrase(field: &Field<'_>, at: usize, token: &Token) -> bool {
    let may_be_place =
        |inner: usize| field.may_find(inner, bit(MentionKind::Place)) || field.passed.is_place(field, inner);
    OPENS_PHRASE.has(token, field.document)
        && (at + 1..=at + LONGEST_PHRASE).any(may_be_place)
        && is_of_noun(field, at)
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
        if !token.is(WANTS_A_NOUN)
            && (field.passed.is_place(field, inner) || ends_place(field, at, inner + 1))
        {
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

/// Whether one of some words stands at a token.
fn is_one_of<const N: usize>(field: &Field<'_>, at: usize, words: &ShortList<N>) -> bool {
    field.token(at).is_some_and(|token| words.has(token, field.document))
}

/// Whether a mention with a figure starts at a token: passed over, it would be hidden.
fn has_figure(field: &Field<'_>, at: usize) -> bool {
    field.mentions_at(at).any(|(_, mention)| {
        mention.kind.is_figure()
            || matches!(mention.kind, MentionKind::Duration | MentionKind::Set | MentionKind::Group)
    })
}
