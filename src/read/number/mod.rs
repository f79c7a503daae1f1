//! Numbers without what surrounds them: digits, words, mixed forms and fractions, as exact decimals.
//!
//! ```text
//! number    = sign? (fraction | mixed | cardinal)         digits that stand alone are read at once
//! sign      = "-" glued to what follows | "minus" | "negative"
//! mixed     = cardinal fraction-sign | cardinal "and" fraction scale? | integer ratio
//! cardinal  = see cardinal.rs        fraction = see fraction.rs        digits = see digits.rs
//! ```
//!
//! Bounds, units and what a number counts belong to [`super::bound`] and [`super::figure`].

mod cardinal;
mod digits;
mod fraction;
mod words;

pub(super) use cardinal::{below_hundred, cardinal, scales as scale_words};
pub(super) use digits::value_of;
pub(super) use fraction::part as fraction_behind;
pub(super) use words::{Part, WORDS, cardinal as cardinal_word, ordinal as ordinal_word};

use super::phrase::{Read, ask, glued_dash, is_glued, no, one_of, word};
use crate::claim::comparable;
use crate::text::{Token, TokenKind, Tokens, WordClass};
use rust_decimal::Decimal;

/// A value times a factor, where that is not too large.
pub(super) fn times(value: Decimal, factor: Decimal) -> Option<Decimal> {
    value.checked_mul(factor).and_then(comparable)
}

/// A number as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// The value.
    pub value: Decimal,
    /// The factor of the last scale word, one where there is none: a million in "2.3 million".
    pub scale: Decimal,
    /// Whether any part of it is in words.
    pub in_words: bool,
}

impl Number {
    /// One, in words.
    pub const PLAIN_ONE: Self = Self::plain(Decimal::ONE, true);

    const fn plain(value: Decimal, in_words: bool) -> Self {
        Self { value, scale: Decimal::ONE, in_words }
    }

    pub(super) fn negated(self, negate: bool) -> Self {
        Self { value: if negate { -self.value } else { self.value }, ..self }
    }
}

/// What stands around a number where that decides how its words are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    /// Whether "and" may join parts of it; not in "between one hundred and two hundred" at first.
    pub joins: bool,
    /// Whether a sign of money stands before it, so that "m" is a million.
    pub of_money: bool,
}

impl Reading {
    /// A number in running text.
    pub const PLAIN: Self = Self { joins: true, of_money: false };
    /// A number behind a sign of money.
    pub const OF_MONEY: Self = Self { of_money: true, ..Self::PLAIN };
}

/// Whether a number can start at the first token: at most tokens of a text it cannot, and this is asked before anything is
/// tried.
pub(super) fn may_start(tokens: Tokens<'_>) -> bool {
    tokens.first().is_some_and(|token| match token.kind {
        TokenKind::Number | TokenKind::Punctuation | TokenKind::Symbol => true,
        TokenKind::Word => {
            token.is(WordClass::CARDINAL)
                || tokens.first_among(&["a", "an", "half", "minus", "negative", "point"])
        }
        TokenKind::Clitic | TokenKind::Link => false,
    })
}

/// The factor of a scale that is written with letters behind a sum: "m", "bn", "k".
pub(super) fn scale_letter(written: &str) -> Option<Decimal> {
    words::suffix(written, true).or_else(|| words::scale(written)).map(Decimal::from)
}

/// A number, read as its surroundings say.
pub(super) fn number_as(tokens: Tokens<'_>, how: Reading) -> Read<'_, Number> {
    if let Some(found) = lone_digits(tokens).or_else(|| lone_word(tokens)) {
        return Ok(found);
    }
    if !may_start(tokens) {
        return no();
    }
    let (rest, negate) = sign(tokens)?;
    let (rest, number) = fraction::fraction(rest).or_else(|_| counted(rest, how))?;
    if comparable(number.value).is_none() {
        return no();
    }
    Ok((rest, number.negated(negate)))
}

/// The classes of the words that can be parts of a number.
const PARTS: WordClass =
    WordClass::CARDINAL.union(WordClass::ORDINAL).union(WordClass::VAGUE).union(WordClass::BOUND);

/// Digits with nothing beside them that could be a part of the number: most numbers, at the price of one look ahead.
fn lone_digits(tokens: Tokens<'_>) -> Option<(Tokens<'_>, Number)> {
    let first = tokens.first().filter(|token| token.kind == TokenKind::Number)?;
    let rest = tokens.skip(1);
    let is_alone = rest.first().is_none_or(|next| match next.kind {
        // "and", "over", "mln", "k"
        TokenKind::Word => !next.glued && !next.is(PARTS) && next.span.len() > 4 && !is_grand(&rest),
        TokenKind::Punctuation => ends_before(rest, next),
        TokenKind::Symbol => rest.text_of(next) == "%",
        TokenKind::Number | TokenKind::Clitic | TokenKind::Link => false,
    });
    if !is_alone {
        return None;
    }
    let value = digits::value_of(tokens.text_of(first))?;
    Some((rest, Number::plain(value, false)))
}

/// Whether "grand" stands first for a thousand: no piano, jury or prize follows.
fn is_grand(tokens: &Tokens<'_>) -> bool {
    const CLOSING: WordClass =
        WordClass::FUNCTION.union(WordClass::PREPOSITION).union(WordClass::DETERMINER).union(WordClass::VERB);
    tokens.first().is_some_and(|word| word.initial == b'g' && tokens.text_of(word) == "grand")
        && tokens.nth(1).is_none_or(|next| match next.kind {
            TokenKind::Word => next.is(CLOSING),
            TokenKind::Punctuation => !next.glued || !tokens.nth(2).is_some_and(|behind| behind.glued),
            TokenKind::Number | TokenKind::Clitic | TokenKind::Symbol | TokenKind::Link => false,
        })
}

/// Whether a number ends before a mark: one that ends a phrase, or the hyphen of "32-year-old".
fn ends_before(rest: Tokens<'_>, mark: &Token) -> bool {
    match rest.text_of(mark) {
        "." | "," | ")" | ";" => !is_glued(&rest.skip(1)),
        "-" => {
            let unit = |next: &Token| next.glued && next.is(WordClass::TIME_UNIT) && !next.is(PARTS);
            mark.glued && rest.nth(1).is_some_and(unit)
        }
        _ => false,
    }
}

/// The same of a number word: "two" before "men", "five" before "of".
fn lone_word(tokens: Tokens<'_>) -> Option<(Tokens<'_>, Number)> {
    /// Short words that are no scale and do not join.
    const IDLE: WordClass =
        WordClass::PEOPLE.union(WordClass::TIME_UNIT).union(WordClass::PREPOSITION).union(WordClass::VERB);
    /// The endings of the words that name parts of a whole: "thirds", "twentyfifths", "halves".
    const ENDINGS: [&str; 9] = ["th", "st", "nd", "rd", "ths", "sts", "nds", "rds", "lves"];
    let first = tokens.first().filter(|token| token.is(WordClass::CARDINAL))?;
    let rest = tokens.skip(1);
    let is_alone = rest.first().is_none_or(|next| match next.kind {
        TokenKind::Word => {
            let written = rest.text_of(next);
            let ends_in = |ending: &str| {
                let tail = written.len().checked_sub(ending.len()).and_then(|at| written.get(at..));
                tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
            };
            let names_part = || ENDINGS.iter().any(|ending| ends_in(ending));
            !next.glued
                && !next.is(PARTS)
                && (next.span.len() > 4 || next.is(IDLE))
                && !names_part()
                && !is_grand(&rest)
        }
        TokenKind::Punctuation => ends_before(rest, next),
        TokenKind::Number | TokenKind::Symbol | TokenKind::Clitic | TokenKind::Link => false,
    });
    if !is_alone {
        return None;
    }
    match ask(&tokens, first, cardinal_word)? {
        Part::Small(value) | Part::Ten(value) => Some((rest, Number::plain(Decimal::from(value), true))),
        Part::Hundred | Part::Scale(_) => None,
    }
}

/// A number that starts with a cardinal: a fraction of it, a fraction behind it, or the cardinal.
fn counted(tokens: Tokens<'_>, how: Reading) -> Read<'_, Number> {
    let (end, apart) = cardinal::cardinal(tokens, Reading { joins: false, ..how })?;
    if let Ok(found) = fraction::of_cardinal(tokens, end, apart) {
        return Ok(found);
    }
    if how.joins
        && let Ok(found) = with_part(end, apart)
    {
        return Ok(found);
    }
    let (end, whole) =
        if how.joins && end.first_is("and") { cardinal::cardinal(tokens, how)? } else { (end, apart) };
    fraction::over(end, whole).or_else(|_| mixed(end, whole, how)).or(Ok((end, whole)))
}

/// The fraction behind "and": "three and a fifth", "five and a half million", "twenty and three and a half".
///
/// Hyphens may join them: "two-and-a-half".
fn with_part(end: Tokens<'_>, whole: Number) -> Read<'_, Number> {
    let unhyphened = |tokens| glued_dash(tokens).map_or(tokens, |(rest, ())| rest);
    let (rest, ()) = word("and")(unhyphened(end))?;
    let rest = unhyphened(rest);
    if let Ok((rest, part)) = fraction::part(rest) {
        return scaled(rest, whole, part);
    }
    if !whole.in_words || !(whole.value % Decimal::TEN).is_zero() {
        return no();
    }
    let (rest, unit) = cardinal::cardinal(rest, Reading { joins: false, of_money: false })?;
    let (rest, ()) = word("and")(rest)?;
    let (rest, part) = fraction::part(rest)?;
    if unit.value < Decimal::TEN {
        scaled(rest, Number::plain(whole.value + unit.value, true), part)
    } else {
        no()
    }
}

/// Whether a minus stands before the number. A dash with a blank behind it is one only where the number is alone.
fn sign(tokens: Tokens<'_>) -> Read<'_, bool> {
    let Some(first) = tokens.first() else { return no() };
    match tokens.text_of(first) {
        "-" | "\u{2212}" if !first.glued || opens(&tokens) => {
            let rest = tokens.skip(1);
            let alone = || {
                tokens.behind(1).is_none()
                    && cardinal::cardinal(rest, Reading::PLAIN).is_ok_and(|(rest, _)| rest.is_empty())
            };
            if is_glued(&rest) || alone() { Ok((rest, true)) } else { no() }
        }
        _ => match one_of(&["minus", "negative"])(tokens) {
            Ok((rest, ())) => Ok((rest, true)),
            Err(_) => Ok((tokens, false)),
        },
    }
}

/// Whether what stands before is a sign behind which a number opens: "$-5", "(-5", "=-5".
fn opens(tokens: &Tokens<'_>) -> bool {
    tokens.behind(1).is_some_and(|token| {
        matches!(
            tokens.text_of(token),
            "(" | "[" | "$" | "=" | ">" | "<" | "\u{20AC}" | "\u{A3}" | "\"" | "'"
        )
    })
}

/// A fraction behind a cardinal that "and" may have joined: "2½", "1 1/2", "2-1/2", "a hundred and five and a half".
fn mixed(rest: Tokens<'_>, whole: Number, how: Reading) -> Read<'_, Number> {
    if let Some(token) = rest.first()
        && let Some(part) = ask(&rest, token, words::sign)
    {
        return scaled(rest.skip(1), whole, part);
    }
    if !whole.in_words
        && whole.scale == Decimal::ONE
        && whole.value.fract().is_zero()
        && let Ok((rest, part)) = fraction::ratio(glued_dash(rest).map_or(rest, |(rest, ())| rest))
    {
        return scaled(rest, whole, part);
    }
    if how.joins { with_part(rest, whole) } else { no() }
}

/// A whole number and its fraction, times the scale behind them or the scale of the whole number.
fn scaled(tokens: Tokens<'_>, whole: Number, part: Decimal) -> Read<'_, Number> {
    let sum = |factor: Decimal, scale: Decimal| {
        let value = whole.value.checked_add(part.checked_mul(scale)?)?.checked_mul(factor)?;
        Some(Number { value, scale: scale.checked_mul(factor)?, in_words: true })
    };
    let (rest, number) = match cardinal::scales(tokens) {
        Ok((rest, factor)) if whole.scale == Decimal::ONE => (rest, sum(factor, Decimal::ONE)),
        // "one billion and a half million": the half has its own scale.
        Ok((rest, factor)) => {
            let value = part.checked_mul(factor).and_then(|part| part.checked_add(whole.value));
            (rest, value.map(|value| Number { value, ..whole }))
        }
        // "Two million and a half" has half a million, "one hundred and a half" half a unit.
        Err(_) if whole.scale >= Decimal::ONE_THOUSAND => (tokens, sum(Decimal::ONE, whole.scale)),
        Err(_) => (tokens, sum(Decimal::ONE, Decimal::ONE)),
    };
    number.map_or_else(no, |number| Ok((rest, number)))
}
