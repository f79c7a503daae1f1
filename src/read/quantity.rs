//! Quantities: the unit of measure behind a figure, and magnitudes before one.
//!
//! ```text
//! unit      = "-"? (raised | metric | nautical | light | degrees | plain) rate? | bracket plain bracket | "st" | "bar"
//! raised    = ("square" | "sq" | "cubic" | "cu") "."? length          plain length ("squared" | "²")
//! degrees   = ("degrees" | "°") ("Celsius" | "C" | "Fahrenheit" | "F")?
//! rate      = ("per" | "an" | "a" | "/") ("hour" | "h" | "second" | "s")  of a length: a speed
//! magnitude = "magnitude" ("of" | "-")? figure | figure "-"? "magnitude" | figure "on" "the" "Richter" "scale"
//! part      = ("and" | ",")? figure smaller-unit                       "7 feet 10 inches"
//!           | "-" figure "-" smaller-unit                              "5-foot-6-inch"
//!           | "-"? figure end, behind "foot" and "stone"               "six foot four", "5-foot-11"
//!           | figure "'" figure """, behind degrees                    minutes and seconds of an angle
//! height    = figure "'" figure """                                    5'7", all glued
//! ```
//!
//! The units are in [`super::unit`].

use super::{
    number::{Reading, number_as},
    phrase::{
        Read, any_phrase, ask, behind_is, dash, first, glued_dash, is_break, is_glued, mark, no, one_of,
        phrase, word,
    },
    unit::{self, Kind, Unit},
};
use crate::text::{Shapes, Token, TokenKind, Tokens, WordClass};
use rust_decimal::Decimal;

/// The unit behind a figure.
pub(super) fn unit(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let Some(token) = tokens.first() else { return no() };
    match token.kind {
        TokenKind::Word => rated(tokens),
        TokenKind::Symbol => degree_sign(tokens).or_else(|_| bracketed(tokens)),
        TokenKind::Punctuation => match glued_dash(tokens).or_else(|_| dash(tokens)) {
            Ok((rest, ())) if rest.first_kind(TokenKind::Word) => {
                let (end, found) = rated(rest)?;
                // A loose dash does not join a figure to an abbreviation.
                if is_glued(&rest) || rest.first_in(WordClass::UNIT) { Ok((end, found)) } else { no() }
            }
            Ok(_) => no(),
            Err(_) => bracketed(tokens),
        },
        TokenKind::Number | TokenKind::Clitic | TokenKind::Link => no(),
    }
}

/// "20 (kg)"
fn bracketed(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let closing = match tokens.first().map(|token| tokens.text_of(token)) {
        Some("(") => ")",
        Some("[") => "]",
        Some("{") => "}",
        Some("<") => ">",
        _ => return no(),
    };
    let (rest, found) = plain(tokens.skip(1))?;
    if rest.first().is_some_and(|token| rest.text_of(token) == closing) {
        Ok((rest.skip(1), found))
    } else {
        no()
    }
}

/// The shapes of the longer words that open a unit and are none by themselves.
static OPENING: Shapes = Shapes::NONE
    .with_all(&["degrees", "degree", "square", "cubic", "metric", "nautical", "light"])
    .with_all(&["kilowatt", "megawatt", "gigawatt"]);

fn rated(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let may_open = |word: &Token| {
        word.span.len() <= unit::LONGEST_ABBREVIATION || word.is(WordClass::UNIT) || OPENING.admit_token(word)
    };
    if !tokens.first().is_some_and(may_open) {
        return no();
    }
    let (rest, found) = degrees(tokens)
        .or_else(|_| letter(tokens))
        .or_else(|_| word_too(tokens))
        .or_else(|_| compound(tokens))
        .or_else(|_| plain(tokens))?;
    rate(rest, &found).or(Ok((rest, found)))
}

fn plain(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let Some(token) = tokens.first().filter(|token| token.kind == TokenKind::Word) else { return no() };
    let written = tokens.text_of(token);
    if !token.is(WordClass::UNIT) && written.len() > unit::LONGEST_ABBREVIATION {
        return no();
    }
    let Some(found) = ask(&tokens, token, |lower| unit::unit(written, lower)) else { return no() };
    let rest = tokens.skip(1);
    // "24703m212" and "5 m-high" aside, nothing may be glued to an abbreviation but marks.
    let runs_on = rest
        .first()
        .is_some_and(|next| next.glued && matches!(next.kind, TokenKind::Number | TokenKind::Word));
    let is_ambiguous = match written {
        "in" => !(token.glued || is_break(&rest)),
        "m" => tokens.behind(1).is_some_and(|before| tokens.text_of(before) == "'"),
        "stone" => !(is_break(&rest) || rest.first_kind(TokenKind::Number)),
        _ => unit::wants_glue(written) && !token.glued && !stands_apart(&tokens, written),
    };
    if runs_on || is_ambiguous {
        return no();
    }
    match one_of(&["squared"])(rest) {
        Ok((rest, ())) => unit::raised(&found, false).map_or_else(no, |found| Ok((rest, found))),
        Err(_) => match rest.first().map(|token| rest.text_of(token)) {
            Some("\u{B2}") => unit::raised(&found, false).map_or_else(no, |found| Ok((rest.skip(1), found))),
            Some("\u{B3}") => unit::raised(&found, true).map_or_else(no, |found| Ok((rest.skip(1), found))),
            // "sq ft.", "5 km." may end a sentence, so that the point is left.
            Some(_) | None => Ok((rest, found)),
        },
    }
}

/// "square miles", "cubic feet", "metric tons", "nautical miles", "light years", "kilowatt hours".
fn compound(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let (rest, power) = any_phrase(
        tokens,
        &[
            (&["square"], Some(false)),
            (&["sq", "."], Some(false)),
            (&["sq"], Some(false)),
            (&["cubic"], Some(true)),
            (&["cu", "."], Some(true)),
            (&["cu"], Some(true)),
            (&["metric"], None),
            (&["nautical"], None),
            (&["light"], None),
            (&["kilowatt"], None),
            (&["megawatt"], None),
            (&["gigawatt"], None),
        ],
    )?;
    let rest = dash(rest).map_or(rest, |(rest, ())| rest);
    if let Some(cubic) = power {
        let (rest, length) = plain(rest)?;
        return unit::raised(&length, cubic).map_or_else(no, |found| Ok((rest, found)));
    }
    let watt_hours = unit::WATT_HOURS.iter().find(|(word, _)| tokens.first_is(word));
    let (rest, found) = first(rest, |word| match word {
        "ton" | "tons" | "tonne" | "tonnes" if tokens.first_is("metric") => Some(unit::TONNE),
        "mile" | "miles" if tokens.first_is("nautical") => Some(unit::NAUTICAL_MILE),
        "year" | "years" if tokens.first_is("light") => Some(unit::LIGHT_YEAR),
        "hour" | "hours" => watt_hours.map(|(_, found)| *found),
        _ => None,
    })?;
    Ok((rest, found))
}

fn degrees(tokens: Tokens<'_>) -> Read<'_, Unit> {
    if let Ok(found) = ordinal_sign(tokens) {
        return Ok(found);
    }
    let (rest, ()) = one_of(&["degrees", "degree", "deg"])(tokens)?;
    let rest = dash(rest).map_or(rest, |(rest, ())| rest);
    scale_name(rest)
}

/// "ºC", "º F": the ordinal sign, a letter, for that of degrees.
fn ordinal_sign(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let Some(scale) = tokens.first().and_then(|sign| tokens.text_of(sign).strip_prefix('\u{BA}')) else {
        return no();
    };
    match scale {
        "C" | "c" => Ok((tokens.skip(1), unit::CELSIUS)),
        "F" | "f" => Ok((tokens.skip(1), unit::FAHRENHEIT)),
        "" => scale_name(tokens.skip(1)),
        _ => no(),
    }
}

/// What has numbers with letters behind them.
const NUMBERED: [&str; 9] = ["seat", "seats", "row", "gate", "room", "flat", "apartment", "unit", "section"];

/// "C" or "F" glued to two or three digits, or to one with a part: "40C", "104F", "1.5C"; not behind what names a seat or a flight.
fn letter(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let scale = match tokens.first().filter(|token| token.glued).map(|token| tokens.text_of(token)) {
        Some("C") => unit::CELSIUS,
        Some("F") => unit::FAHRENHEIT,
        Some(_) | None => return no(),
    };
    let is_warmth = tokens.behind(1).is_some_and(|figure| {
        let (whole, part) = tokens.text_of(figure).split_once('.').unwrap_or((tokens.text_of(figure), ""));
        let is_long = (2..=3).contains(&whole.len()) || whole.len() == 1 && !part.is_empty();
        is_long && whole.bytes().all(|digit| digit.is_ascii_digit())
    });
    let is_label = tokens.behind(2).is_some_and(|before| {
        before.is(WordClass::LABEL) || NUMBERED.iter().any(|word| tokens.spells(before, word))
    });
    let rest = tokens.skip(1);
    if is_warmth && !is_label && !rest.first().is_some_and(|next| next.glued && next.kind == TokenKind::Word)
    {
        Ok((rest, scale))
    } else {
        no()
    }
}

/// "256-bit", "2.2 bar", "14st": units that are words or endings too.
fn word_too(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let figure = |n: usize| tokens.behind(n).map_or("", |figure| tokens.text_of(figure));
    if tokens.first_is("bit") && is_glued(&tokens) && figure(2).ends_with(|last: char| last.is_ascii_digit())
    {
        return Ok((tokens.skip(1), unit::BIT));
    }
    if tokens.first_is("st") && is_glued(&tokens) {
        // "21st" comes behind the twentieth, unless pounds go with it.
        let is_ordinal = figure(1).ends_with('1') && !figure(1).ends_with("11");
        let has_pounds =
            tokens.skip(1).first_kind(TokenKind::Number) && tokens.skip(2).first_among(&["lb", "lbs"]);
        let is_digits = figure(1).bytes().all(|digit| digit.is_ascii_digit());
        let stone = unit::unit("stone", "stone").filter(|_| is_digits && (!is_ordinal || has_pounds));
        return stone.map_or_else(no, |found| Ok((tokens.skip(1), found)));
    }
    let (rest, ()) = word("bar")(tokens)?;
    let is_pressure = figure(1).contains('.') || rest.first_is("of") && rest.skip(1).first_is("pressure");
    if is_pressure { Ok((rest, unit::BAR)) } else { no() }
}

/// How far before a figure another temperature makes "K" kelvins.
const WARMTH_REACH: usize = 7;

/// Whether a lone capital a blank behind its figure is a unit: "230 V" before a mark, "0 K" beside another temperature.
fn stands_apart(tokens: &Tokens<'_>, written: &str) -> bool {
    let is_warmth = |n: usize| {
        tokens.behind(n).is_some_and(|sign| {
            matches!(tokens.text_of(sign), "\u{B0}" | "\u{BA}" | "\u{2103}" | "\u{2109}")
                || tokens.spells(sign, "celsius")
                || tokens.spells(sign, "fahrenheit")
        })
    };
    match written {
        "V" => {
            let ends = tokens
                .nth(1)
                .is_none_or(|next| matches!(tokens.text_of(next), "." | "," | ";" | ")" | "(" | "!" | "?"));
            let is_numbered = tokens.behind(2).is_some_and(|before| before.is_capitalised());
            ends && !is_numbered && tokens.behind(1).is_some_and(|figure| figure.kind == TokenKind::Number)
        }
        "K" => (2..=WARMTH_REACH).any(is_warmth),
        _ => false,
    }
}

fn degree_sign(tokens: Tokens<'_>) -> Read<'_, Unit> {
    match tokens.first().map(|token| tokens.text_of(token)) {
        Some("\u{2103}") => Ok((tokens.skip(1), unit::CELSIUS)),
        Some("\u{2109}") => Ok((tokens.skip(1), unit::FAHRENHEIT)),
        Some("\u{B0}" | "\u{BA}") => {
            let rest = tokens.skip(1);
            scale_name(rest)
                .or_else(|_| unit::unit("degree", "degree").map_or_else(no, |found| Ok((rest, found))))
        }
        Some(_) | None => no(),
    }
}

fn scale_name(tokens: Tokens<'_>) -> Read<'_, Unit> {
    first(tokens, |word| match word {
        "celsius" | "centigrade" | "c" => Some(unit::CELSIUS),
        "fahrenheit" | "f" => Some(unit::FAHRENHEIT),
        _ => None,
    })
}

/// The unit of a length in a time: a speed.
fn rate<'a>(tokens: Tokens<'a>, length: &Unit) -> Read<'a, Unit> {
    if !matches!(length.name, "kilometre" | "mile" | "metre") {
        return no();
    }
    let (rest, ()) =
        one_of(&["per", "an", "a"])(tokens).or_else(|_| mark("/")(tokens)).or_else(|_| glued_dash(tokens))?;
    let rest = word("per")(rest).map_or(rest, |(rest, ())| rest);
    let rest = glued_dash(rest).map_or(rest, |(rest, ())| rest);
    let (rest, speed) = first(rest, |word| match (length.name, word) {
        ("kilometre", "hour" | "h" | "hr") => Some(unit::KILOMETRE_PER_HOUR),
        ("mile", "hour" | "h" | "hr") => Some(unit::MILE_PER_HOUR),
        ("metre", "second" | "s" | "sec") => Some(unit::METRE_PER_SECOND),
        _ => None,
    })?;
    match rest.first().map(|power| rest.text_of(power)) {
        Some("\u{B2}") if speed == unit::METRE_PER_SECOND => {
            Ok((rest.skip(1), unit::METRE_PER_SECOND_SQUARED))
        }
        Some(_) | None => Ok((rest, speed)),
    }
}

/// A smaller unit behind a larger one, as a part of the larger: "10 inches" behind "7 feet".
pub(super) fn part<'a>(tokens: Tokens<'a>, whole: &Unit) -> Read<'a, Decimal> {
    if whole.name == "degree" {
        return of_degree(tokens);
    }
    if !matches!(whole.name, "yard" | "foot" | "pound" | "stone") {
        return no();
    }
    if let Ok(found) = unnamed(tokens) {
        return Ok(found);
    }
    let rest = mark(",")(tokens).map_or(tokens, |(rest, ())| rest);
    let rest = word("and")(rest).map_or(rest, |(rest, ())| rest);
    let (rest, number) = match past_dash(rest) {
        // "5-foot-6-inch", but "a six foot two-inch pipe" is of two inches.
        figure if figure != rest => {
            number_as(figure, Reading::PLAIN).map(|(rest, n)| (past_dash(rest), n))?
        }
        figure => number_as(figure, Reading::PLAIN)?,
    };
    let (end, found) = match inch_word(rest) {
        Ok(found) if whole.name == "foot" => found,
        Ok(_) | Err(_) => plain(rest)?,
    };
    let fits = matches!(
        (whole.name, found.name),
        ("yard", "foot" | "inch") | ("foot", "inch") | ("pound", "ounce") | ("stone", "pound")
    );
    match whole.holds(&found).filter(|times| fits && number.value < *times) {
        Some(times) => {
            let own = number.value / times;
            let more = part(end, &found).ok().map_or((end, Decimal::ZERO), |(end, part)| (end, part / times));
            Ok((more.0, own + more.1))
        }
        None => no(),
    }
}

/// What stands behind a dash that is glued to the word before, where there is one: "11" in "5-foot-11".
fn past_dash(tokens: Tokens<'_>) -> Tokens<'_> {
    glued_dash(tokens).map_or(tokens, |(rest, ())| rest)
}

/// What stands behind feet and minutes, and behind inches and seconds.
const PRIMES: [[&str; 3]; 2] = [["'", "\u{2019}", "\u{2032}"], ["\"", "\u{201D}", "\u{2033}"]];

/// A whole figure with one of some marks glued behind it, no higher than `most`.
fn primed<'a>(tokens: Tokens<'a>, marks: [&str; 3], most: u32) -> Read<'a, Decimal> {
    let (Some(figure), Some(mark)) = (tokens.first(), tokens.nth(1)) else { return no() };
    let is_whole = figure.kind == TokenKind::Number && tokens.text_of(figure).len() <= 2;
    if !is_whole || !mark.glued || !marks.contains(&tokens.text_of(mark)) {
        return no();
    }
    match tokens.text_of(figure).parse::<u32>() {
        Ok(value) if value <= most => Ok((tokens.skip(2), Decimal::from(value))),
        Ok(_) | Err(_) => no(),
    }
}

/// The tallest in feet that is written with marks; higher figures are minutes and seconds.
const MOST_FEET: u32 = 9;

/// 5'7" in feet; nobody writes 5'07", which is five minutes and seven seconds.
pub(super) fn height(tokens: Tokens<'_>) -> Read<'_, (Decimal, Unit)> {
    if tokens.first().is_none_or(|figure| figure.kind != TokenKind::Number || figure.glued) {
        return no();
    }
    let (rest, feet) = primed(tokens, PRIMES[0], MOST_FEET)?;
    let is_padded = rest.first().is_some_and(|inches| inches.span.len() > 1 && inches.initial == b'0');
    let is_loose = !is_glued(&rest);
    let (rest, inches) = primed(rest, PRIMES[1], 11)?;
    match unit::unit("foot", "foot") {
        Some(foot) if !feet.is_zero() && !is_padded && !is_loose => {
            Ok((rest, (feet + inches / Decimal::from(12), foot)))
        }
        Some(_) | None => no(),
    }
}

/// The minutes and seconds of an angle, in degrees.
fn of_degree(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    if !is_glued(&tokens) {
        return no();
    }
    let (rest, minutes) = primed(tokens, PRIMES[0], 59)?;
    let minutes = minutes / Decimal::from(60);
    match primed(rest, PRIMES[1], 59) {
        Ok((rest, seconds)) => Ok((rest, minutes + seconds / Decimal::from(3600))),
        Err(_) => Ok((rest, minutes)),
    }
}

/// Inches or pounds without their name, behind a unit that is said in the singular: "six foot four", "5-foot-11", "12 stone 4".
fn unnamed(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let times = if behind_is(&tokens, 1, &["foot"]) {
        Decimal::from(12)
    } else if behind_is(&tokens, 1, &["stone"]) {
        Decimal::from(14)
    } else {
        return no();
    };
    let figure = past_dash(tokens);
    let is_joined = figure != tokens;
    let (rest, number) = number_as(figure, Reading::PLAIN)?;
    let is_joined = is_joined && glued_dash(rest).is_err();
    let ends = is_joined
        || rest.first().is_none_or(|next| match next.kind {
            TokenKind::Punctuation => {
                matches!(rest.text_of(next), "." | "," | ";" | ")" | "!" | "?") && !is_glued(&rest.skip(1))
            }
            TokenKind::Word => next.is(WordClass::VERB) || rest.first_is("tall") || rest.first_is("and"),
            TokenKind::Number | TokenKind::Clitic | TokenKind::Symbol | TokenKind::Link => false,
        });
    let is_part = number.value.is_integer() && number.value > Decimal::ZERO && number.value < times;
    if ends && is_part { Ok((rest, number.value / times)) } else { no() }
}

/// "in" behind feet, where no date or place follows it.
fn inch_word(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let (rest, ()) = word("in")(tokens)?;
    let opens = rest.first().is_some_and(|token| {
        token.kind == TokenKind::Number
            || token.is_capitalised()
            || token.is(WordClass::DETERMINER | WordClass::MONTH)
            || rest.first_is("the")
    });
    match unit::unit("inches", "inches") {
        Some(inch) if !opens => Ok((rest, inch)),
        Some(_) | None => no(),
    }
}

/// "magnitude", "magnitude-", "magnitude of" before a figure.
pub(super) fn magnitude_before(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let (rest, ()) = word("magnitude")(tokens)?;
    let rest = word("of")(rest).or_else(|_| dash(rest)).map_or(rest, |(rest, ())| rest);
    Ok((rest, unit::MAGNITUDE))
}

/// "-magnitude", "on the Richter scale" behind a figure.
pub(super) fn magnitude_behind(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let rest = dash(tokens).map_or(tokens, |(rest, ())| rest);
    if !rest.first().is_some_and(|first| matches!(first.initial, b'm' | b'o')) {
        return no();
    }
    let (rest, ()) = word("magnitude")(rest)
        .or_else(|_| phrase(&["on", "the", "richter", "scale"])(tokens))
        .or_else(|_| phrase(&["on", "the", "open-ended", "richter", "scale"])(tokens))?;
    Ok((rest, unit::MAGNITUDE))
}

/// Whether two units can be one value in two systems.
pub(super) fn converts(one: &Unit, other: &Unit) -> bool {
    one.kind == other.kind && one.name != other.name && one.kind != Kind::Other
}
