//! Whether a time can stand where one of its words or a word that leads one does, by the words right behind it.
//!
//! It keeps the grammars from most places: what is let through is read by [`super`].

use super::{TIME_WORDS, basics, clock, forms, references};
use crate::text::{Token, TokenKind, Tokens, WordClass, WordSet};

/// How far behind its first token an expression must have shown that it speaks of time.
const REACH: usize = 10;

/// Whether the first token is one of the commonest words, which open a time in few phrases: "at least two weeks", "as soon
/// as possible".
pub(super) fn opens_nothing(tokens: Tokens<'_>) -> bool {
    let next = tokens.skip(1);
    tokens.first_is("in")
        || tokens.first_is("at") && !next.first_among(&["least", "most"])
        || tokens.first_is("as") && !next.first_is("soon")
        || tokens.first_is("then") && !next.first_among(&["current", "-"])
        || tokens.first_is("per") && !next.first_in(WordClass::TIME_UNIT)
        || tokens.behind(1).is_some() && tokens.first_among(&["already", "yet", "once"])
}

/// The words that can lead a time.
const LEADING: WordClass =
    WordClass::CARDINAL.union(WordClass::ORDINAL).union(WordClass::BOUND).union(WordClass::DETERMINER);

/// The classes of the words that can go on with a time behind a word that leads one.
const GOES_ON: WordClass = TIME_WORDS
    .union(LEADING)
    .union(WordClass::HOLIDAY)
    .union(WordClass::CLOCK)
    .union(WordClass::TIME_LINK)
    .union(WordClass::DATELESS);

/// The words that say which part of a period is meant and need no further word.
static WHOLE_PARTS: WordSet = WordSet::of(&["eoy", "eom", "eod", "cob", "bom", "ytd", "midyear", "midweek"]);

/// Whether a plain word right behind those that tell a time only together with others shows that they tell none: "the house",
/// "the first attack", "next door".
#[inline]
pub(super) fn tells_nothing(tokens: Tokens<'_>, first: &Token) -> bool {
    if !first.is(TIME_WORDS) {
        return !first.is(WordClass::HOLIDAY) && is_other(tokens.nth(1), GOES_ON)
            || first.is(WordClass::DETERMINER)
                && tokens.nth(1).is_some_and(|word| !word.glued && needs_more(tokens, word))
                && is_other(tokens.nth(2), TOLD_WITH);
    }
    needs_more(tokens, first) && is_other(tokens.nth(1), TOLD_WITH)
}

/// The classes of the words that a word which needs more can tell a time with.
const TOLD_WITH: WordClass = GOES_ON
    .union(WordClass::PERIOD)
    .union(WordClass::PICK)
    .union(WordClass::VAGUE)
    .union(WordClass::DISTANCE)
    .union(WordClass::SPAN_MARK)
    .union(WordClass::SPAN_START)
    .union(WordClass::PREPOSITION)
    .union(WordClass::FUNCTION)
    .union(WordClass::LETTERED);

/// Whether a word tells a time with others alone: "first", "same", "end", "school".
fn needs_more(tokens: Tokens<'_>, word: &Token) -> bool {
    const NEEDING: WordClass = WordClass::ORDINAL.union(WordClass::PICK).union(WordClass::TIME_PART);
    const BY_THEMSELVES: WordClass = WordClass::WEEKDAY
        .union(WordClass::MONTH)
        .union(WordClass::DAY_PART)
        .union(WordClass::DAY_NAME)
        .union(WordClass::DATELESS)
        .union(WordClass::FREQUENCY)
        .union(WordClass::HOLIDAY)
        .union(WordClass::CLOCK)
        .union(WordClass::CARDINAL)
        .union(WordClass::VAGUE)
        .union(WordClass::LETTERED);
    word.kind == TokenKind::Word
        && (word.is(NEEDING) || tokens.spells(word, "school"))
        && !word.is(BY_THEMSELVES)
        && (word.is(WordClass::ORDINAL) || !word.is(WordClass::TIME_UNIT))
        && !WHOLE_PARTS.holds(word, tokens.source())
}

/// Whether a token is a word of its own that is in none of some classes.
#[inline]
fn is_other(token: Option<&Token>, classes: WordClass) -> bool {
    token.is_some_and(|word| {
        word.kind == TokenKind::Word
            && !word.glued
            && !word.is(classes)
            // "twelve oh three"; a token has no text here, and few words begin so.
            && word.initial != b'o'
    })
}

/// Whether an age stands there, in a hyphened word or not, and so no length: "22-year-old", "a two-month-old", "year-old" behind
/// the figure.
pub(super) fn tells_age(tokens: Tokens<'_>) -> bool {
    /// An article, a figure, a hyphen and a unit stand before the dash of "-old" at most.
    const REACH: usize = 4;
    let slice = tokens.as_slice();
    let leads = |token: &Token| match token.kind {
        TokenKind::Number => token.span.len() < 4,
        TokenKind::Word => token.is(WordClass::CARDINAL | WordClass::DETERMINER),
        TokenKind::Punctuation => token.glued && tokens.spells(token, "-"),
        TokenKind::Symbol | TokenKind::Clitic | TokenKind::Link => false,
    };
    let Some(unit) = slice.iter().take(REACH).position(|token| !leads(token)) else { return false };
    let old = match slice.get(unit + 1) {
        Some(dash) if tokens.spells(dash, "-") => slice.get(unit + 2),
        next => next,
    };
    slice[unit].is(WordClass::TIME_UNIT) && old.is_some_and(|old| tokens.spells(old, "old"))
}

/// Whether only words that can lead a time stand between the first token and a word of time, a clock or a year.
pub(super) fn near_time(tokens: Tokens<'_>) -> bool {
    const SHOWS: WordClass = TIME_WORDS
        .union(WordClass::HOLIDAY)
        .union(WordClass::FIGURE)
        .union(WordClass::CARDINAL)
        .union(WordClass::CLOCK);
    if references::at_the_time(tokens).is_ok() {
        return true;
    }
    if !tokens.ahead(SHOWS) {
        return false;
    }
    let slice = tokens.as_slice();
    for (at, token) in slice.iter().take(REACH).enumerate() {
        let text = || tokens.text_of(token);
        match token.kind {
            TokenKind::Word if token.is(TIME_WORDS) => return true,
            // Holidays open with everyday words: "new", "good", "black".
            TokenKind::Word
                if token.is(WordClass::HOLIDAY) && forms::HOLIDAY.read(tokens.skip(at)).is_ok() =>
            {
                return true;
            }
            // Two figures in words in a row: "nineteen ninety-six", "ten thirty".
            TokenKind::Word
                if at > 0
                    && token.is(WordClass::CARDINAL)
                    && slice[if token.glued { at.saturating_sub(2) } else { at - 1 }]
                        .is(WordClass::CARDINAL) =>
            {
                return true;
            }
            TokenKind::Word if at == 1 && clock::short_halves(tokens) => return true,
            TokenKind::Word if token.is(LEADING) => {}
            TokenKind::Word if at > 0 && token.glued => return true,
            TokenKind::Word => {
                if at > 0 && token.is(WordClass::CLOCK) {
                    return true;
                }
                // "twelve oh three"
                if at > 0 && slice[at - 1].is(WordClass::CARDINAL) && matches!(text(), "oh" | "o" | "ou") {
                    return true;
                }
                if !token.is(WordClass::TIME_LINK) {
                    return false;
                }
            }
            TokenKind::Number if at < 5 && token.span.len() == 4 || at == 0 && token.span.len() == 8 => {
                return true;
            }
            // "the 24" with nothing around it.
            TokenKind::Number if at == 1 && basics::alone(tokens, tokens.skip(2)) => return true,
            TokenKind::Number if at == 1 && clock::spaced(tokens).is_ok() => return true,
            TokenKind::Number => {}
            TokenKind::Punctuation if at > 0 && token.glued && matches!(text(), ":" | "/" | ".") => {
                return true;
            }
            TokenKind::Punctuation if matches!(text(), "-" | "–" | "—" | "'" | "\u{2019}" | "," | "(") => {
            }
            TokenKind::Symbol if matches!(text(), "~" | "½" | "¼" | "¾" | "@" | "+") => {}
            TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Clitic | TokenKind::Link => return false,
        }
    }
    false
}
