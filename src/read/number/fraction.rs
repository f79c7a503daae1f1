//! Parts of a whole: halves, quarters, fifths, ratios in digits and words.
//!
//! ```text
//! fraction  = (sign | ratio | share | over) of-scale?
//! sign      = "½" "⅔" ...
//! ratio     = integer "/" integer                        "3/4"; "24/7" and "9/11" are none
//! share     = ("a" | "one" | cardinal) "-"? denominator  "a fifth", "three-quarters", "twenty-three fifths"
//! of-scale  = ("of"? "a")? scale                         "half a million", "two thirds of a million"
//! over      = cardinal "over" cardinal                   "one over three"; "nine out of 10" is a ratio
//! ```
//!
//! "A third" before a noun is an ordinal and is left to [`super::super::ordinal`].

use super::{
    super::phrase::{Read, ask, dash, is_break, is_glued, mark, no, phrase, word},
    Number, Part, Reading,
    cardinal::{cardinal, scales},
    digits, words,
};
use crate::text::{TokenKind, Tokens, WordClass};
use rust_decimal::Decimal;

/// A fraction that does not start with a cardinal.
pub(super) fn fraction(tokens: Tokens<'_>) -> Read<'_, Number> {
    let (rest, value) = sign(tokens).or_else(|_| ratio(tokens)).or_else(|_| single_share(tokens))?;
    times_scale(rest, value)
}

/// The fraction that a cardinal from `start` to `end` is the upper part of: "three-quarters".
pub(super) fn of_cardinal<'a>(start: Tokens<'a>, end: Tokens<'a>, over: Number) -> Read<'a, Number> {
    let (rest, value) = share_of(start, end, over)?;
    times_scale(rest, value)
}

/// The fraction times the scale behind it: "half a million".
fn times_scale(tokens: Tokens<'_>, value: Decimal) -> Read<'_, Number> {
    let plain = Number { value, scale: Decimal::ONE, in_words: true };
    let scaled = of_scale(tokens).and_then(|(rest, scale)| match value.checked_mul(scale) {
        Some(value) => Ok((rest, Number { value, scale, in_words: true })),
        None => no(),
    });
    scaled.or(Ok((tokens, plain)))
}

/// The fraction behind "and": "a half", "three fifths", "1/2".
pub(in crate::read) fn part(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let (rest, value) =
        sign(tokens).or_else(|_| ratio(tokens)).or_else(|_| single_share(tokens)).or_else(|_| {
            let (end, over) = cardinal(tokens, Reading { joins: false, of_money: false })?;
            share_of(tokens, end, over)
        })?;
    if value < Decimal::ONE { Ok((rest, value)) } else { no() }
}

fn sign(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let value = tokens
        .first()
        .filter(|token| !token.span.is_empty())
        .and_then(|token| ask(&tokens, token, words::sign));
    value.map_or_else(no, |value| Ok((tokens.skip(1), value)))
}

/// "3/4": a smaller over a larger figure, and no part of a date or of a longer chain.
pub(super) fn ratio(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let (rest, over) = digits::integer(tokens)?;
    let (rest, ()) = mark("/")(rest)?;
    let (end, under) = digits::integer(rest)?;
    let chained = |tokens: &Tokens<'_>| {
        is_glued(tokens)
            && tokens.first().is_some_and(|token| matches!(tokens.text_of(token), "/" | "-"))
            && tokens.nth(1).is_some_and(|next| next.glued && next.kind == TokenKind::Number)
    };
    let is_idiom = over == Decimal::from(9) && under == Decimal::from(11);
    let behind_slash =
        is_glued(&tokens) && tokens.behind(1).is_some_and(|token| tokens.text_of(token) == "/");
    if over >= under || over.is_zero() || is_idiom || chained(&end) || behind_slash {
        return no();
    }
    Ok((end, over / under))
}

/// "a fifth", "half", "one twenty-fifth".
fn single_share(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    match half(tokens) {
        Ok((rest, ())) => Ok((rest, Decimal::ONE / Decimal::TWO)),
        Err(_) => {
            // "a zeroth" is a part of nothing.
            let (rest, under) = single(tokens)?;
            Decimal::ONE.checked_div(under).map_or_else(no, |share| Ok((rest, share)))
        }
    }
}

/// "three-quarters", "twenty-three fifths".
fn share_of<'a>(start: Tokens<'a>, end: Tokens<'a>, over: Number) -> Read<'a, Decimal> {
    if !over.in_words && over.scale > Decimal::ONE {
        return no();
    }
    if let Ok((rest, (over, under))) = compound(start, end, over) {
        return over.checked_div(under).map_or_else(no, |value| Ok((rest, value)));
    }
    let (rest, (under, plural)) = denominator(end)?;
    if plural && over.value.fract().is_zero() {
        over.value.checked_div(under).map_or_else(no, |value| Ok((rest, value)))
    } else {
        no()
    }
}

/// "half", unless it is of a game, a brother or an hour that was counted off.
fn half(tokens: Tokens<'_>) -> Read<'_, ()> {
    let (rest, ()) = word("half")(tokens)?;
    let behind = tokens.behind(1);
    let counted = behind.is_some_and(|token| {
        token.is(WordClass::ORDINAL | WordClass::CARDINAL)
            || matches!(
                tokens.text_of(token),
                "-" | "the" | "The" | "a" | "other" | "last" | "better" | "one"
            )
    });
    // "leading 21-14 at half"
    let of_game = behind.is_some_and(|token| tokens.text_of(token) == "at") && is_break(&rest);
    let hyphened = dash(rest).is_ok() && is_glued(&rest) && scales(rest).is_err();
    if counted || hyphened || of_game || rest.first_is("time") { no() } else { Ok((rest, ())) }
}

/// "a fifth", "one twenty-fifth", "an eighth", with nothing behind it that could be counted by an ordinal.
fn single(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let first = tokens.first().map(|token| tokens.text_of(token));
    let is_one = match first {
        Some("a" | "A" | "an" | "An") => false,
        Some("one" | "One" | "1") => true,
        _ => return no(),
    };
    let rest = tokens.skip(1);
    let rest = dash(rest).map_or(rest, |(rest, ())| rest);
    // "A fourth victim" is one more.
    let is_quarter = rest.first().is_some_and(|token| tokens.text_of(token).starts_with(['q', 'Q']));
    let (rest, (under, plural)) = ten_denominator(rest).or_else(|_| denominator(rest))?;
    let names_quarter = under == Decimal::TWO || is_quarter;
    // "An eighth-grade pupil", "a third-floor flat"; a half-year is half a year.
    if !names_quarter && dash(rest).is_ok() && is_glued(&rest) {
        return no();
    }
    let free = is_break(&rest)
        || rest
            .first_in(WordClass::FUNCTION | WordClass::PREPOSITION | WordClass::VERB | WordClass::DETERMINER)
        || rest.first_is("of")
        || scales(rest).is_ok();
    if plural || !(free || is_one || names_quarter) { no() } else { Ok((rest, under)) }
}

/// "twenty-fifth" as a denominator.
fn ten_denominator(tokens: Tokens<'_>) -> Read<'_, (Decimal, bool)> {
    let Some(token) = tokens.first().filter(|token| token.is(WordClass::CARDINAL)) else { return no() };
    let Some(Part::Ten(ten)) = ask(&tokens, token, words::cardinal) else { return no() };
    let rest = tokens.skip(1);
    let rest = dash(rest).map_or(rest, |(rest, ())| rest);
    match rest.first().and_then(|token| ask(&rest, token, words::compound_unit)) {
        Some((unit, plural)) => Ok((rest.skip(1), (Decimal::from(u128::from(ten) + unit), plural))),
        None => no(),
    }
}

/// A cardinal whose last ten belongs to the denominator: "one hundred thirty fifths" is 100 over 35.
fn compound<'a>(start: Tokens<'a>, rest: Tokens<'a>, over: Number) -> Read<'a, (Decimal, Decimal)> {
    let read = start.until(&rest);
    let Some(last) = read.as_slice().last().filter(|token| token.is(WordClass::CARDINAL)) else {
        return no();
    };
    let Some(Part::Ten(ten)) = ask(&start, last, words::cardinal) else { return no() };
    let tail = dash(rest).map_or(rest, |(rest, ())| rest);
    let Some((unit, true)) = tail.first().and_then(|token| ask(&tail, token, words::compound_unit)) else {
        return no();
    };
    let ten = Decimal::from(ten);
    let mut over = over.value - ten;
    // "three twenty" was read as 320.
    if read.as_slice().len() == 2 && over >= Decimal::ONE_HUNDRED && !start.skip(1).first_is("hundred") {
        over /= Decimal::ONE_HUNDRED;
    }
    if over.is_zero() { no() } else { Ok((tail.skip(1), (over, ten + Decimal::from(unit)))) }
}

fn denominator(tokens: Tokens<'_>) -> Read<'_, (Decimal, bool)> {
    let rest = dash(tokens).map_or(tokens, |(rest, ())| rest);
    let Some(token) = rest.first().filter(|token| token.kind == TokenKind::Word) else { return no() };
    match ask(&rest, token, words::denominator) {
        Some((under, plural)) => Ok((rest.skip(1), (Decimal::from(under), plural))),
        None => no(),
    }
}

/// "a million" in "half a million", "of a million", or the scale alone.
fn of_scale(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let rest = phrase(&["of", "a"])(tokens).or_else(|_| word("a")(tokens)).map_or(tokens, |(rest, ())| rest);
    scales(rest)
        .or_else(|_| if rest.first_is("hundred") { Ok((rest.skip(1), Decimal::ONE_HUNDRED)) } else { no() })
}

/// "over three" with nothing counted behind it, behind the upper number.
pub(super) fn over(tokens: Tokens<'_>, over: Number) -> Read<'_, Number> {
    let (rest, ()) = word("over")(tokens)?;
    let (rest, under) = cardinal(rest, Reading::PLAIN)?;
    match over.value.checked_div(under.value) {
        Some(value) if is_break(&rest) => times_scale(rest, value),
        Some(_) | None => no(),
    }
}
