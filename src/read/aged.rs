//! Ages with words before the figure that make it one and bound it.
//!
//! ```text
//! aged    = age-before amount unit? older? | bounded | between
//! older   = ("and" | "or") ("over" | "older" | "under" | ...)                "aged 60 and over"
//! bounded = ("under" | "over" | "at" "least" | …) age-before item           "under the age of 5"
//! between = "between" "the"? "ages" "of"? item "and" item
//! ```
//!
//! Which words make a figure an age is in [`super::age`]; amounts are [`super::figure`]'s, items [`super::item`]'s.

use super::{
    age, age_told,
    bound::{self, Limit},
    figure::{Amount, amount_of},
    item::{Kind, item},
    number::Reading,
    phrase::{Read, any_phrase, first, no, one_of},
    range::pair,
};
use crate::{
    claim::Bound,
    rules::FigurePolicy,
    text::{TokenKind, Tokens, WordClass},
};
use rust_decimal::Decimal;

/// "aged 32", "ages 5 to 12"
pub(super) fn aged<'a>(tokens: Tokens<'a>, policy: &FigurePolicy) -> Read<'a, Amount> {
    if let Ok(found) = age_told::bounded(tokens) {
        return Ok(found);
    }
    if names_age(&tokens)
        && let Ok(found) = between_ages(tokens).or_else(|_| bounded_age(tokens, policy))
    {
        return Ok(found);
    }
    let (rest, ()) = age::before(tokens)?;
    let (rest, found) = amount_of(rest, policy, true)?;
    match found.kind {
        None => {
            let (rest, unit) = first(rest, |word| match word {
                "year" | "years" => Some("year"),
                "month" | "months" => Some("month"),
                "week" | "weeks" => Some("week"),
                "day" | "days" => Some("day"),
                _ => None,
            })
            .unwrap_or((rest, "year"));
            let (rest, bound) = match found.bound {
                Bound::Exactly(years) => older(rest, years).unwrap_or((rest, found.bound)),
                bound => (rest, bound),
            };
            Ok((rest, Amount { bound, kind: Some(Kind::Age(unit)), ..found }))
        }
        Some(Kind::Age(_)) => Ok((rest, found)),
        Some(Kind::Percent | Kind::Point | Kind::Money(_) | Kind::Measure(_)) => no(),
    }
}

/// "and over" behind "aged 60": nothing but an age can be meant, so that more may follow than behind other figures.
fn older(tokens: Tokens<'_>, years: Decimal) -> Read<'_, Bound> {
    let (rest, ()) = one_of(&["and", "or"])(tokens)?;
    let (rest, bound) = first(rest, |word| match word {
        "over" | "older" | "above" | "up" | "upwards" => Some(Bound::AtLeast(years)),
        "under" | "younger" | "below" => Some(Bound::AtMost(years)),
        _ => None,
    })?;
    let goes_on = rest.first_is("than")
        || rest.first().is_some_and(|next| {
            next.kind == TokenKind::Number || next.is(WordClass::CARDINAL | WordClass::DETERMINER)
        });
    if goes_on { no() } else { Ok((rest, bound)) }
}

/// Whether "age" stands near enough for the words before it to bound it: "under the age of".
fn names_age(tokens: &Tokens<'_>) -> bool {
    (1..6).any(|at| {
        tokens.nth(at).is_some_and(|word| {
            word.initial == b'a' && (tokens.spells(word, "age") || tokens.spells(word, "ages"))
        })
    })
}

/// "between the ages of 5 and 7"
fn between_ages(tokens: Tokens<'_>) -> Read<'_, Amount> {
    let (rest, ()) =
        any_phrase(tokens, &[(&["between", "the", "ages", "of"], ()), (&["between", "ages"], ())])?;
    let (rest, (low, high, kind)) = pair(rest, Reading::PLAIN, "and")?;
    match kind {
        None => Ok((rest, Amount::of(Bound::Between { low, high }, Some(Kind::Age("year"))))),
        Some(_) => no(),
    }
}

/// "under the age of 5", "over age 65"
fn bounded_age<'a>(tokens: Tokens<'a>, policy: &FigurePolicy) -> Read<'a, Amount> {
    let (rest, limit) = bound::lead(tokens)?;
    if matches!(limit, Limit::About | Limit::Exactly) {
        return no();
    }
    let (rest, ()) = age::before(rest)?;
    let (rest, item) = item(rest, Reading::PLAIN)?;
    match item.kind {
        None => {
            let bound = bound::apply(limit, item.number.value, policy);
            Ok((rest, Amount::of(bound, Some(Kind::Age("year")))))
        }
        Some(_) => no(),
    }
}
