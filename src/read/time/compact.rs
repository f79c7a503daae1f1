//! Lengths of time in figures with the letters of their units.
//!
//! ```text
//! compact  = figure (unit-letters figure)* unit-letters [figure]      "2h", "90min", "1h 45m", "3h12m5s", "for 1h30"
//! unit-letters = "h" | "hr" | "min" | "m" | "sec" | "s" | …           "m" and "s" only behind a coarser unit
//! lettered = figure ("d" | "w" | "y")                                 "for 10D", behind what leads a length
//! timed    = [figure ":"] figure ":" figure ["." figure]              "in 2:06:14", "a time of 1:43.21"
//! ```

use super::basics::{Out, behind_is, figure, glued, no, number};
use super::{dates, zone};
use crate::{
    claim::{Amount, Length, TimeUnit},
    text::{Token, TokenKind, Tokens, WordClass, WordSet},
};
use nom::{Parser, combinator::not, sequence::preceded};
use rust_decimal::Decimal;

/// The letters that [`compact`] reads, where they are words of their own.
static LETTERS: WordSet = WordSet::of(&["h", "hr", "hrs", "min", "mins", "sec", "secs"]);

/// What leads a length: "for 1h30" is no time of day.
const LEADS: &[&str] =
    &["for", "in", "within", "lasted", "lasts", "last", "lasting", "took", "takes", "take", "taking"];

/// A figure with a unit's letters behind it, and finer units behind that.
pub(super) fn compact(i: Tokens<'_>) -> Out<'_, Length> {
    if let Ok(found) = timed(i) {
        return Ok(found);
    }
    // Letters stand behind one figure: "1/2h", "two min", "1/2h30".
    let are_letters = |word: &Token| LETTERS.holds(word, i.source()) || word.is(WordClass::LETTERED);
    if !opens(i) && !(1..4).any(|at| i.nth(at).is_some_and(are_letters)) {
        return no();
    }
    if let Ok(found) = lettered(i) {
        return Ok(found);
    }
    let mut parts = Vec::new();
    let mut rest = i;
    while parts.len() < 3 {
        let above = parts.last().map(|(_, unit)| *unit);
        let Ok((after, found)) = run(rest, above) else { break };
        parts.extend(found);
        rest = after;
    }
    if parts.is_empty() {
        return no();
    }
    let (rest, ()) = not(dates::weekday).parse(rest)?;
    Ok((rest, Length { parts }))
}

/// Whether a figure stands there with a colon glued to it, or letters that can be a unit's.
pub(super) fn opens(i: Tokens<'_>) -> bool {
    i.first_kind(TokenKind::Number)
        && i.nth(1).is_some_and(|next| next.glued && matches!(next.initial, b'h' | b'd' | b'w' | b'y' | b':'))
}

/// Whether what leads a length stands so many tokens behind.
pub(super) fn is_led(i: Tokens<'_>, back: usize) -> bool {
    behind_is(&i, back, LEADS)
}

/// Whether what is written like a time of day is how long something took: "in 2:06:14", "a time of 2:06:14", but "an origin time
/// of 04:46:10 UTC" has a zone behind it.
pub(super) fn is_timed(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let is_result = behind_is(&i, 1, &["of"]) && behind_is(&i, 2, &["time", "best", "record", "mark"]);
    let is_led = is_result || behind_is(&i, 1, &["in", "clocked", "clocking", "ran"]);
    is_led && zone::zone(rest).is_err() && !rest.first_in(WordClass::TIME_UNIT)
}

/// "in 2:06:14", "a time of 1:43.21": hours, minutes and seconds, or minutes and seconds with parts of one.
fn timed(start: Tokens<'_>) -> Out<'_, Length> {
    let (i, first) = figure(0, 99, 2)(start)?;
    let (i, ()) = glued(":")(i)?;
    let sixtieths = |i| {
        let (rest, value) = number(i)?;
        let whole =
            i.first().map_or("", |token| i.text_of(token)).split('.').next().unwrap_or_default().len();
        if whole == 2 && value < Decimal::from(60) { Ok((rest, value)) } else { no() }
    };
    let (i, second) = sixtieths(i)?;
    let third = preceded(glued(":"), sixtieths).parse(i);
    let first = Decimal::from(first);
    let (rest, parts) = match third {
        Ok((rest, third)) if second.is_integer() => {
            (rest, vec![(first, TimeUnit::Hour), (second, TimeUnit::Minute), (third, TimeUnit::Second)])
        }
        Err(_) if !second.is_integer() => (i, vec![(first, TimeUnit::Minute), (second, TimeUnit::Second)]),
        Ok(_) | Err(_) => return no(),
    };
    let parts: Vec<_> = parts.into_iter().filter(|(amount, _)| !amount.is_zero()).collect();
    if parts.is_empty() || !is_timed(start, rest) {
        return no();
    }
    Ok((
        rest,
        Length { parts: parts.into_iter().map(|(amount, unit)| (Amount::Exactly(amount), unit)).collect() },
    ))
}

type Parts = Vec<(Amount, TimeUnit)>;

/// A figure and the word of letters and figures behind it: "2" "h", "1" "h45m".
fn run(i: Tokens<'_>, mut above: Option<TimeUnit>) -> Out<'_, Parts> {
    let (rest, first) = number(i)?;
    let Some(token) = rest.first().filter(|token| token.kind == TokenKind::Word) else { return no() };
    let (mut written, mut figure) = (rest.text_of(token), first);
    let mut parts = Vec::new();
    loop {
        let letters = written.len() - written.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let Some(unit) = unit(&written[..letters], token.glued, above) else { return no() };
        parts.push((Amount::Exactly(figure), unit));
        above = Some(unit);
        written = &written[letters..];
        let digits = written.len() - written.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 0 {
            break;
        }
        let Some(next) = written[..digits].parse().ok().filter(|n: &u32| digits <= 2 && *n < 60) else {
            return no();
        };
        figure = Decimal::from(next);
        written = &written[digits..];
        // "for 1h30": the last figure is in the next finer unit.
        if written.is_empty() {
            let finer = if unit == TimeUnit::Hour { TimeUnit::Minute } else { return no() };
            if !is_led(i, 1) {
                return no();
            }
            parts.push((Amount::Exactly(figure), finer));
            break;
        }
    }
    if written.is_empty() { Ok((rest.skip(1), parts)) } else { no() }
}

/// The unit of some letters; "m" and "s" are metres and an ending without a coarser unit before them.
fn unit(letters: &str, joined: bool, above: Option<TimeUnit>) -> Option<TimeUnit> {
    let unit = match letters {
        "h" | "hr" | "hrs" => TimeUnit::Hour,
        // "one H-P": a loose capital is a name.
        "H" if joined => TimeUnit::Hour,
        "min" | "mins" => TimeUnit::Minute,
        "m" if above == Some(TimeUnit::Hour) => TimeUnit::Minute,
        "sec" | "secs" => TimeUnit::Second,
        "s" if above.is_some() => TimeUnit::Second,
        _ => return None,
    };
    above.is_none_or(|above| unit < above).then_some(unit)
}

/// "10D", "2w": behind what leads a length and where nothing follows that it could belong to.
fn lettered(i: Tokens<'_>) -> Out<'_, Length> {
    let led = is_led(i, 1) && !i.behind(1).is_some_and(|lead| i.spells(lead, "in"));
    let (rest, amount) = number(i)?;
    let Some(token) = rest.first().filter(|token| token.glued && led) else { return no() };
    let unit = match rest.text_of(token) {
        // "2D" and "3D" are pictures.
        "d" | "D" if amount > Decimal::from(4) => TimeUnit::Day,
        "w" | "W" => TimeUnit::Week,
        "y" | "Y" => TimeUnit::Year,
        _ => return no(),
    };
    let rest = rest.skip(1);
    let closes =
        rest.first().is_none_or(|next| next.kind == TokenKind::Punctuation && rest.text_of(next) != "-");
    if closes { Ok((rest, Length { parts: vec![(Amount::Exactly(amount), unit)] })) } else { no() }
}
