//! Cardinals in words, in digits with scale words, and both together.
//!
//! ```text
//! cardinal  = point | "a" "baker" "'s" "dozen"
//!           | group (("and" | ",")? group)*              each group under the scale of the one before it
//! group     = hundreds scale*                            "two hundred and two thousand", "three lakh crore"
//! hundreds  = "a"? "hundred" | tens ("hundred" ("and"? tens)?)?
//! tens      = ten "-"? unit | ten | teen | unit ten "-"? unit? | digits suffix?
//! point     = group "point" (digit+ | tens)              "two hundred point zero three"
//! scale     = "-"? ("thousand" | "million" | "lakh" | "dozen" | ...) | "grand" before no noun
//! ```

use super::{
    super::phrase::{Read, ask, dash, glued_dash, is_glued, mark, no, phrase, word},
    Number, Part, Reading, digits,
    words::{self, cardinal as part_of},
};
use crate::claim::comparable;
use crate::text::{Case, Token, TokenKind, Tokens, WordClass};
use rust_decimal::Decimal;

/// A number of hundreds at most, before its scale.
#[derive(Clone, Copy)]
struct Small {
    value: Decimal,
    in_words: bool,
    /// The factor of its last scale: a hundred or a glued letter's.
    scale: Decimal,
}

/// A cardinal.
pub(in crate::read) fn cardinal(tokens: Tokens<'_>, how: Reading) -> Read<'_, Number> {
    if !super::may_start(tokens) {
        return no();
    }
    if let Ok((rest, ())) = bakers_dozen(tokens) {
        return Ok((rest, Number { value: Decimal::from(13), ..Number::PLAIN_ONE }));
    }
    let (mut rest, mut number) = point(tokens)?.map_or_else(|| group(tokens, how), Ok)?;
    let mut last = number.scale;
    while last > Decimal::ONE {
        let Ok((next, more)) = further(rest, how, number, last) else { break };
        let Some(value) = number.value.checked_add(more.value) else { break };
        number = Number { value, scale: more.scale, in_words: number.in_words || more.in_words };
        (rest, last) = (next, more.scale);
    }
    let (rest, number) = decimals(rest, number).unwrap_or((rest, number));
    if comparable(number.value).is_none() {
        return no();
    }
    Ok((rest, number))
}

/// "a baker's dozen"
fn bakers_dozen(tokens: Tokens<'_>) -> Read<'_, ()> {
    phrase(&["a", "baker", "'s", "dozen"])(tokens)
}

/// A further group, which must lie under the scale of the one before it.
fn further(tokens: Tokens<'_>, how: Reading, before: Number, last: Decimal) -> Read<'_, Number> {
    let joined = word("and")(tokens);
    let rest = match joined {
        Ok((rest, ())) if how.joins => rest,
        Ok(_) => return no(),
        Err(_) => dash(tokens)
            .ok()
            .filter(|_| is_glued(&tokens))
            .or_else(|| behind_comma(tokens, before))
            .map_or(tokens, |(rest, ())| rest),
    };
    // A bare "a" or scale word opens a new number, not a part of this one.
    if !rest.first().is_some_and(|token| token.kind == TokenKind::Number || starts_group(&rest)) {
        return no();
    }
    let (end, more) = group(rest, how)?;
    let in_words = before.in_words && more.in_words;
    let counts_on = in_words || more.scale > Decimal::ONE || last == Decimal::ONE_HUNDRED && before.in_words;
    if counts_on && more.value < last && more.value > Decimal::ZERO && more.value.fract().is_zero() {
        Ok((end, more))
    } else {
        no()
    }
}

/// What stands behind the comma of "forty thousand, two hundred and one": hundreds in words, which a list has no more of.
fn behind_comma(tokens: Tokens<'_>, before: Number) -> Option<(Tokens<'_>, ())> {
    let (rest, ()) = mark(",")(tokens).ok()?;
    let is_whole = before.in_words
        && before.scale >= Decimal::ONE_THOUSAND
        && tokens.behind(2).is_some_and(|last| last.is(WordClass::CARDINAL))
        && !tokens.behind(1).is_some_and(|scale| tokens.text_of(scale).ends_with('s'));
    if !is_whole {
        return None;
    }
    let (end, hundreds) = hundreds(rest, Reading::PLAIN).ok()?;
    let is_part = hundreds.in_words
        && hundreds.value > Decimal::ONE_HUNDRED
        && hundreds.value < Decimal::ONE_THOUSAND
        && !(hundreds.value % Decimal::ONE_HUNDRED).is_zero();
    let goes_on = end.first_is(",") || end.first_is("of") || scales(end).is_ok();
    (is_part && !goes_on).then_some((rest, ()))
}

/// Whether a number word that can open a group stands first.
fn starts_group(tokens: &Tokens<'_>) -> bool {
    tokens
        .first()
        .filter(|token| token.is(WordClass::CARDINAL))
        .is_some_and(|token| matches!(ask(tokens, token, part_of), Some(Part::Small(_) | Part::Ten(_))))
}

fn group(tokens: Tokens<'_>, how: Reading) -> Read<'_, Number> {
    let (rest, small) = hundreds(tokens, how)?;
    let plain = Number { value: small.value, scale: small.scale, in_words: small.in_words };
    let Ok((rest, factor)) = scales(rest) else { return Ok((rest, plain)) };
    let number = small.value.checked_mul(factor).map(|value| Number { value, scale: factor, in_words: true });
    number.map_or_else(no, |number| Ok((rest, number)))
}

fn hundreds(tokens: Tokens<'_>, how: Reading) -> Read<'_, Small> {
    let (rest, lead) = match article(tokens).or_else(|_| bare_scale(tokens)) {
        Ok((rest, ())) => (rest, Small { value: Decimal::ONE, in_words: true, scale: Decimal::ONE }),
        Err(_) => tens(tokens, how)?,
    };
    let Ok((rest, ())) = hundred(rest) else { return Ok((rest, lead)) };
    let Some(value) = lead.value.checked_mul(Decimal::ONE_HUNDRED) else { return no() };
    let whole = Small { value, in_words: true, scale: Decimal::ONE_HUNDRED };
    let tail = word("and")(rest).ok().map(|(rest, ())| rest);
    let tail = match tail {
        Some(tail) if how.joins => tail,
        Some(_) => return Ok((rest, whole)),
        None => dash(rest).ok().filter(|_| is_glued(&rest)).map_or(rest, |(rest, ())| rest),
    };
    let is_joined = tail != rest;
    let may_follow = starts_group(&tail) || is_joined && tail.first_kind(TokenKind::Number);
    match tens(tail, how) {
        Ok((end, more))
            if may_follow
                && more.scale == Decimal::ONE
                && more.value < Decimal::ONE_HUNDRED
                && more.value > Decimal::ZERO
                && more.value.fract().is_zero()
                && hundred(end).is_err() =>
        {
            Ok((end, Small { value: value + more.value, in_words: true, scale: Decimal::ONE }))
        }
        _ => Ok((rest, whole)),
    }
}

/// "a" or "an" before a scale word.
fn article(tokens: Tokens<'_>) -> Read<'_, ()> {
    let (rest, ()) = word("a")(tokens)?;
    let next = rest
        .first()
        .filter(|token| token.is(WordClass::CARDINAL))
        .and_then(|token| ask(&rest, token, part_of));
    match next {
        Some(Part::Hundred | Part::Scale(_))
            if !rest.first().is_some_and(|token| rest.text_of(token).ends_with('s')) =>
        {
            Ok((rest, ()))
        }
        _ => no(),
    }
}

/// Nothing before "hundred" that a further scale follows: "hundred thousand".
fn bare_scale(tokens: Tokens<'_>) -> Read<'_, ()> {
    let scaled = tokens.first_is("hundred") && scales(tokens.skip(1)).is_ok();
    if scaled { Ok((tokens, ())) } else { no() }
}

fn hundred(tokens: Tokens<'_>) -> Read<'_, ()> {
    let rest = dash(tokens).map_or(tokens, |(rest, ())| rest);
    if rest.first_is("hundred") || rest.first_is("hundreds") { Ok((rest.skip(1), ())) } else { no() }
}

fn tens(tokens: Tokens<'_>, how: Reading) -> Read<'_, Small> {
    if let Ok((rest, value)) = digits::digits(tokens) {
        return suffix(rest, value, how);
    }
    let Some(token) = tokens.first().filter(|token| token.is(WordClass::CARDINAL)) else { return no() };
    let rest = tokens.skip(1);
    let (rest, value) = match ask(&tokens, token, part_of) {
        Some(Part::Ten(ten)) => unit(rest).map_or((rest, ten), |(rest, unit)| (rest, ten + unit)),
        // "one twenty two"
        Some(Part::Small(unit @ 1..=9)) => match ten_and_unit(rest) {
            Ok((rest, tail)) => {
                let value = Decimal::from(u32::from(unit) * 100 + u32::from(tail));
                return Ok((rest, Small { value, in_words: true, scale: Decimal::ONE }));
            }
            Err(_) => (rest, unit),
        },
        Some(Part::Small(small)) => (rest, small),
        Some(Part::Hundred | Part::Scale(_)) | None => return no(),
    };
    Ok((rest, Small { value: Decimal::from(value), in_words: true, scale: Decimal::ONE }))
}

/// The unit behind a ten.
fn unit(tokens: Tokens<'_>) -> Read<'_, u8> {
    let rest = dash(tokens).map_or(tokens, |(rest, ())| rest);
    match rest
        .first()
        .filter(|token| token.is(WordClass::CARDINAL))
        .and_then(|token| ask(&rest, token, part_of))
    {
        Some(Part::Small(unit @ 1..=9)) => Ok((rest.skip(1), unit)),
        _ => no(),
    }
}

/// A cardinal below a hundred in words and nothing more: the hour and the minutes of "four twenty-three" are two.
pub(in crate::read) fn below_hundred(tokens: Tokens<'_>) -> Read<'_, u8> {
    let part = tokens
        .first()
        .filter(|token| token.is(WordClass::CARDINAL))
        .and_then(|token| ask(&tokens, token, part_of));
    match part {
        Some(Part::Small(small)) => Ok((tokens.skip(1), small)),
        Some(Part::Ten(_)) => ten_and_unit(tokens),
        Some(Part::Hundred | Part::Scale(_)) | None => no(),
    }
}

fn ten_and_unit(tokens: Tokens<'_>) -> Read<'_, u8> {
    match tokens
        .first()
        .filter(|token| token.is(WordClass::CARDINAL))
        .and_then(|token| ask(&tokens, token, part_of))
    {
        Some(Part::Ten(ten)) => {
            let rest = tokens.skip(1);
            Ok(unit(rest).map_or((rest, ten), |(rest, unit)| (rest, ten + unit)))
        }
        _ => no(),
    }
}

/// A letter that stands for a scale behind digits: "10k", "1.2M", ".0012G".
fn suffix(tokens: Tokens<'_>, value: Decimal, how: Reading) -> Read<'_, Small> {
    let plain = Small { value, in_words: false, scale: Decimal::ONE };
    let Some(token) = tokens.first().filter(|token| token.kind == TokenKind::Word) else {
        return Ok((tokens, plain));
    };
    let written = tokens.text_of(token);
    // "40x" is forty times what follows; "4x4" is a thing.
    let runs_on = tokens.nth(1).is_some_and(|next| next.glued && next.kind != TokenKind::Punctuation);
    if written == "x" && token.glued && !runs_on {
        return Ok((tokens.skip(1), plain));
    }
    let free_standing = matches!(written, "k" | "M");
    let factor = match written {
        // "5G" is a network, ".0012G" a number.
        "G" if token.glued && !value.fract().is_zero() => Some(1_000_000_000),
        "m" if token.glued && is_counted(tokens.skip(1)) => words::suffix(written, true),
        _ if token.glued || free_standing => words::suffix(written, how.of_money),
        _ => None,
    };
    let scaled = factor
        .map(Decimal::from)
        .and_then(|scale| Some(Small { value: value.checked_mul(scale)?, in_words: false, scale }));
    Ok(scaled.map_or((tokens, plain), |scaled| (tokens.skip(1), scaled)))
}

/// What is counted in millions and never measured in metres.
const COUNTED: &[&str] = &[
    "views",
    "likes",
    "clicks",
    "downloads",
    "streams",
    "plays",
    "posts",
    "tweets",
    "accounts",
    "copies",
    "votes",
    "ballots",
    "signatures",
    "homes",
    "households",
    "jobs",
    "cases",
    "doses",
    "jabs",
    "vaccines",
    "deaths",
    "tests",
    "tickets",
    "trips",
    "journeys",
    "flights",
    "cars",
    "vehicles",
    "phones",
    "devices",
    "shares",
    "books",
    "meals",
    "animals",
    "trees",
    "hits",
    "listeners",
    "subscriptions",
];

/// Whether a figure with an "m" counts what follows: nobody counts people, euros or tonnes in metres.
fn is_counted(tokens: Tokens<'_>) -> bool {
    let (rest, is_hyphened) = glued_dash(tokens).map_or((tokens, false), |(rest, ())| (rest, true));
    let Some(next) = rest.first() else { return false };
    let written = rest.text_of(next);
    if next.kind == TokenKind::Symbol {
        return next.glued && !written.is_ascii() && next.is(WordClass::MONEY);
    }
    if next.kind != TokenKind::Word {
        return false;
    }
    // "the 10m mark", "the 100m won by her", "a 5m real fence"
    let is_name = |token: &Token, written: &str| {
        token.is(WordClass::MONEY)
            && (written.len() > 3 && !matches!(written, "mark" | "marks" | "real")
                || written == "yen"
                || written.len() == 3 && token.case == Case::Upper)
    };
    next.is(WordClass::PEOPLE)
        || ask(&rest, next, |word| COUNTED.contains(&word).then_some(())).is_some()
        || next.is(WordClass::UNIT) && written.len() > 3 && (is_hyphened || written.ends_with('s'))
        || is_name(next, written)
        || next.is_capitalised()
            && (1..=2).any(|n| {
                rest.nth(n).is_some_and(|name| name.case == Case::Lower && is_name(name, rest.text_of(name)))
            })
}

/// One or more scale words, multiplied.
pub(in crate::read) fn scales(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let (mut rest, mut factor) = one_scale(tokens)?;
    while let Ok((next, more)) = one_scale(rest) {
        let Some(product) = factor.checked_mul(more) else { break };
        (rest, factor) = (next, product);
    }
    Ok((rest, factor))
}

fn one_scale(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let rest = dash(tokens).map_or(tokens, |(rest, ())| rest);
    let Some(token) = rest.first().filter(|token| token.kind == TokenKind::Word) else { return no() };
    if super::is_grand(&rest) {
        return Ok((rest.skip(1), Decimal::ONE_THOUSAND));
    }
    match ask(&rest, token, words::scale) {
        Some(factor) => Ok((rest.skip(1), Decimal::from(factor))),
        None => no(),
    }
}

/// "point 77" where nothing stands before it.
fn point(tokens: Tokens<'_>) -> Result<Option<(Tokens<'_>, Number)>, nom::Err<()>> {
    if !tokens.first_is("point") || tokens.behind(1).is_some() {
        return Ok(None);
    }
    decimals(tokens, Number::plain(Decimal::ZERO, true)).map(Some)
}

/// "point" and the decimals behind it: digits one by one, or a number under a hundred.
fn decimals(tokens: Tokens<'_>, whole: Number) -> Read<'_, Number> {
    let (rest, ()) = word("point")(tokens)?;
    let (rest, part) = match digits::integer(rest) {
        Ok((end, value)) => {
            let places = rest.first().map_or(0, |token| token.span.len());
            (end, places_down(value, places))
        }
        Err(_) => spoken_decimals(rest)?,
    };
    match part.and_then(|part| whole.value.checked_add(part)) {
        Some(value) => match scales(rest) {
            Ok((rest, factor)) if whole.scale == Decimal::ONE => match value.checked_mul(factor) {
                Some(value) => Ok((rest, Number { value, scale: factor, in_words: true })),
                None => no(),
            },
            _ => Ok((rest, Number { value, scale: Decimal::ONE, in_words: true })),
        },
        None => no(),
    }
}

fn spoken_decimals(tokens: Tokens<'_>) -> Read<'_, Option<Decimal>> {
    let (mut rest, mut value, mut places) = (tokens, Decimal::ZERO, 0);
    while let Some(token) = rest.first().filter(|token| token.is(WordClass::CARDINAL)) {
        let (width, part) = match ask(&rest, token, part_of) {
            Some(Part::Small(digit @ 0..=9)) => (1, digit),
            Some(Part::Small(teen)) if places == 0 => (2, teen),
            Some(Part::Ten(ten)) if places == 0 => match unit(rest.skip(1)) {
                Ok((end, unit)) => {
                    return Ok((end, places_down(Decimal::from(ten + unit), 2)));
                }
                Err(_) => (2, ten),
            },
            Some(Part::Small(_) | Part::Ten(_) | Part::Hundred | Part::Scale(_)) | None => break,
        };
        let step = if width == 1 { Decimal::TEN } else { Decimal::ONE_HUNDRED };
        let Some(next) = value.checked_mul(step).and_then(|value| value.checked_add(Decimal::from(part)))
        else {
            break;
        };
        (rest, value, places) = (rest.skip(1), next, places + width);
        if width == 2 {
            break;
        }
    }
    if places == 0 { no() } else { Ok((rest, places_down(value, places))) }
}

fn places_down(value: Decimal, places: usize) -> Option<Decimal> {
    (0..places).try_fold(value, |value, _| value.checked_div(Decimal::TEN))
}
