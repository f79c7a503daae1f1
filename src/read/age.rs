//! Ages.
//!
//! ```text
//! behind     = "-"? ("year" | "month" | "week" | "day") "-"? ("old" | "olds" | "of" "age")      behind a figure
//! before     = "aged" | "age" | "ages" | "at" "the" "age" "of"                                  before a figure
//! apposed    = name name "," number ","                     "Jane Doe, 32,": the figure between two commas
//! of_person  = ("a" | "an") word{0,2} person "of" number       "a woman of 76": no noun behind the figure
//! decade     = ("early" | "mid" | "late") "-"? tens "s"     behind "his", "her", "their"
//! ```

use super::phrase::{Read, any_phrase, ask, dash, first, is_glued, no, one_of, phrase, word};
use crate::{
    claim::Bound,
    rules::FigurePolicy,
    text::{Case, Token, TokenKind, Tokens, WordClass},
};
use rust_decimal::Decimal;

/// The highest age of a person that a bare figure is taken for.
pub(super) const OLDEST: i64 = 115;

/// The unit of an age behind a figure.
pub(super) fn behind(tokens: Tokens<'_>) -> Read<'_, &'static str> {
    if let Ok((rest, ())) = short(tokens) {
        return Ok((rest, "year"));
    }
    let rest = dash(tokens).map_or(tokens, |(rest, ())| rest);
    let (rest, unit) = first(rest, |word| match word {
        "year" | "years" | "yr" | "yrs" => Some("year"),
        "month" | "months" => Some("month"),
        "week" | "weeks" => Some("week"),
        "day" | "days" => Some("day"),
        _ => None,
    })?;
    let joined = dash(rest).map_or(rest, |(rest, ())| rest);
    if let Ok((rest, ())) = one_of(&["old", "olds"])(joined) {
        return Ok((rest, unit));
    }
    // "18 years or older": the bound behind it is read with the figure.
    let of_age =
        one_of(&["or", "and"])(rest).and_then(|(rest, ())| one_of(&["older", "younger"])(rest)).is_ok();
    if of_age {
        return Ok((rest, unit));
    }
    let (rest, ()) = phrase(&["of", "age"])(rest)?;
    Ok((rest, unit))
}

/// "y/o", "y.o.", and "yo" glued to its figure.
fn short(tokens: Tokens<'_>) -> Read<'_, ()> {
    if tokens.first().is_none_or(|first| first.initial != b'y') {
        return no();
    }
    let glued = is_glued(&tokens);
    any_phrase(
        tokens,
        &[
            (&["y", "/", "o"], true),
            (&["y", ".", "o", "."], true),
            (&["y", ".", "o"], true),
            (&["yo"], false),
        ],
    )
    .and_then(|(rest, is_plain)| if is_plain || glued { Ok((rest, ())) } else { no() })
}

/// The words before a figure that make it an age.
pub(super) fn before(tokens: Tokens<'_>) -> Read<'_, ()> {
    if !tokens.first().is_some_and(|first| matches!(first.initial, b'a' | b't')) {
        return no();
    }
    any_phrase(
        tokens,
        &[
            (&["aged"], ()),
            (&["at", "the", "age", "of"], ()),
            (&["the", "age", "of"], ()),
            (&["at", "age"], ()),
            (&["age", "of"], ()),
            (&["age"], ()),
            (&["ages"], ()),
        ],
    )
}

/// The decades of a life, from the twenties on.
const DECADES: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

/// The words that an age can start with.
pub(super) const WORDS: &[(&str, WordClass)] = &[
    ("aged", WordClass::BOUND),
    ("age", WordClass::BOUND),
    ("ages", WordClass::BOUND),
    ("pushing", WordClass::BOUND),
    ("magnitude", WordClass::BOUND),
    ("early", WordClass::BOUND),
    ("mid", WordClass::BOUND),
    ("late", WordClass::BOUND),
    ("twenties", WordClass::BOUND),
    ("thirties", WordClass::BOUND),
    ("forties", WordClass::BOUND),
    ("fifties", WordClass::BOUND),
    ("sixties", WordClass::BOUND),
    ("seventies", WordClass::BOUND),
    ("eighties", WordClass::BOUND),
    ("nineties", WordClass::BOUND),
];

/// Whether a bare figure between commas behind a person's name is that person's age.
pub(super) fn is_apposed(start: &Tokens<'_>, rest: &Tokens<'_>, value: Decimal) -> bool {
    let comma = |token: Option<&Token>| token.is_some_and(|token| start.text_of(token) == ",");
    let closes =
        comma(rest.first()) && !rest.nth(1).is_some_and(|next| next.kind == TokenKind::Number || next.glued);
    let of_person = value > Decimal::ZERO && value <= Decimal::from(OLDEST) && value.fract().is_zero();
    of_person && closes && comma(start.behind(1)) && ends_name(start)
}

/// Whether a bare figure behind "of" is the age of the person in front of it: "a woman of 76".
pub(super) fn is_of_person(start: &Tokens<'_>, rest: &Tokens<'_>, value: Decimal) -> bool {
    const PERSONS: [&str; 11] =
        ["man", "woman", "boy", "girl", "child", "lad", "youth", "teenager", "widow", "widower", "pensioner"];
    const ENDS: WordClass = WordClass::VERB
        .union(WordClass::PAST)
        .union(WordClass::PRESENT)
        .union(WordClass::PREPOSITION)
        .union(WordClass::FUNCTION);
    let spells = |back: usize, words: &[&str]| super::phrase::behind_is(start, back, words);
    value > Decimal::ZERO
        && value <= Decimal::from(OLDEST)
        && value.fract().is_zero()
        && spells(1, &["of"])
        && spells(2, &PERSONS)
        && (3..=5).any(|back| spells(back, &["a", "an", "another"]))
        && rest.first().is_none_or(|next| {
            let text = rest.text_of(next);
            next.is(ENDS) || text.ends_with("ed") || matches!(text, "." | "," | ";" | ":" | ")")
        })
}

/// Whether two capitalised words end before the comma behind the figure.
fn ends_name(start: &Tokens<'_>) -> bool {
    const NEVER: WordClass =
        WordClass::MONTH.union(WordClass::WEEKDAY).union(WordClass::PLACE).union(WordClass::ORGANIZATION);
    let is_part = |token: &Token| {
        token.kind == TokenKind::Word
            && matches!(token.case, Case::Title | Case::Mixed)
            && !token.is(NEVER.union(WordClass::FUNCTION))
    };
    // "Jr." stands between name and comma.
    let last = if start.behind(2).is_some_and(|token| start.text_of(token) == ".") { 3 } else { 2 };
    let (Some(surname), Some(before)) = (start.behind(last), start.behind(last + 1)) else { return false };
    let initial = start.text_of(before) == "."
        || is_part(before)
        || before.is(WordClass::PARTICLE)
        || start.text_of(before) == "-";
    is_part(surname) && initial
}

/// "early 30s", "late-forties", "30s" behind a possessive: the years that it spans.
pub(super) fn decade<'a>(tokens: Tokens<'a>, policy: &FigurePolicy) -> Read<'a, Bound> {
    let of_somebody = super::phrase::behind_is(&tokens, 1, &["his", "her", "their", "my", "our", "your"]);
    if !of_somebody {
        return no();
    }
    let (rest, part) = match one_of(&["early", "mid", "late"])(tokens) {
        Ok((rest, ())) => (dash(rest).map_or(rest, |(rest, ())| rest), tokens.first()),
        Err(_) => (tokens, None),
    };
    let (rest, decade) = decade_digits(rest).or_else(|_| {
        first(rest, |word| {
            DECADES.iter().position(|decade| *decade == word).map(|at| Decimal::from(at * 10 + 20))
        })
    })?;
    let years = part.and_then(|part| ask(&tokens, part, |word| Some(policy.part_of_decade(word))));
    let (low, high) = years.unwrap_or_else(|| policy.part_of_decade(""));
    Ok((rest, Bound::Between { low: decade + low, high: decade + high }))
}

/// "30s", "30's"
fn decade_digits(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let Some(token) = tokens.first().filter(|token| token.kind == TokenKind::Number) else { return no() };
    let rest = tokens.skip(1);
    let plural = is_glued(&rest) && (word("s")(rest).is_ok() || word("'s")(rest).is_ok());
    match tokens.text_of(token) {
        "20" | "30" | "40" | "50" | "60" | "70" | "80" | "90" if plural => {
            tokens.text_of(token).parse().map_or_else(|_| no(), |decade| Ok((rest.skip(1), decade)))
        }
        _ => no(),
    }
}
