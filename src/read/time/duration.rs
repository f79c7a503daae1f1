//! Lengths of time, alone or placed by the words around them.
//!
//! ```text
//! length   = bound? amount [adjective] ["-"] unit ["and a half"] (("," | "and")? amount unit)* ["-" ("old" | "long")]
//! vague    = unit-plural                                  behind "for", "in", "over" and the like
//! all      = "all" unit ["long"]
//! long     = "weeklong" … | unit "-" "long"                            one of the unit: "the day-long siege"
//! stretch  = ["the"] ("past" | "last" | "next" | "coming" | "first") amount? units ["of" point]
//!          | length ("from" | "starting") point | "for" …
//! ```

use super::super::phrase::starts_with;
use super::basics::{Out, amount, and_fraction, any, comma, dash, joint, listed, needs, no, word};
use super::{dates, moment::Opening, words};
use crate::{
    claim::{Amount, Length, StretchPlace, TimeMod, TimeSaid, TimeUnit},
    text::{Case, Token, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
    sequence::preceded,
};
use rust_decimal::Decimal;

/// One of a unit.
pub(super) fn one(unit: TimeUnit) -> Length {
    Length { parts: vec![(Amount::Exactly(Decimal::ONE), unit)] }
}

/// What bounds an amount: "at least", "nearly".
pub(super) fn bound(i: Tokens<'_>) -> Out<'_, TimeMod> {
    if !i.first_in(WordClass::BOUND) {
        return no();
    }
    for (words, bound) in words::AMOUNT_BOUNDS {
        if starts_with(i, words) {
            return Ok((i.skip(words.len()), *bound));
        }
    }
    no()
}

/// A unit, one or several.
pub(super) fn unit(i: Tokens<'_>) -> Out<'_, (TimeUnit, bool)> {
    let (rest, (unit, plural)) = alt((
        listed(WordClass::TIME_UNIT, words::UNIT_PLURALS).map(|unit| (unit, true)),
        listed(WordClass::TIME_UNIT, words::UNITS).map(|unit| (unit, false)),
    ))
    .parse(i)?;
    let (rest, ()) =
        if ["min", "sec", "hr", "yr", "mins", "secs", "hrs", "yrs"].iter().any(|word| i.first_is(word)) {
            super::basics::dot(rest)?
        } else {
            (rest, ())
        };
    // "two quarter hours" is no length in quarters.
    Ok((rest, (unit, plural)))
}

/// A length without what bounds it: "two years", "a year and a half", "2 years, 3 months".
pub(super) fn bare_length(i: Tokens<'_>) -> Out<'_, Length> {
    let (i, ()) = needs(i, WordClass::TIME_UNIT)?;
    let (i, first) = alt((part, vague)).parse(i)?;
    let mut parts = vec![first];
    let mut rest = i;
    // A clock has few units; five parts are more than anyone writes.
    for _ in 0..5 {
        let next = |i| {
            let (i, ()) = comma(i)?;
            let (i, _) = opt(word("and")).parse(i)?;
            finer_part(i, parts[parts.len() - 1].1)
        };
        match next(rest) {
            Ok((after, part)) => {
                parts.push(part);
                rest = after;
            }
            Err(_) => break,
        }
    }
    Ok((rest, Length { parts }))
}

/// A part in a finer unit than the part before it.
fn finer_part(i: Tokens<'_>, than: TimeUnit) -> Out<'_, (Amount, TimeUnit)> {
    let (i, (amount, unit)) = part(i)?;
    if unit < than && than <= TimeUnit::Year && unit != TimeUnit::Weekend {
        Ok((i, (amount, unit)))
    } else {
        no()
    }
}

/// "two years", "eight-year", "a minute and a half", "two more weeks", "three hour"
fn part(i: Tokens<'_>) -> Out<'_, (Amount, TimeUnit)> {
    const BETWEEN: &[&str] = &[
        "more",
        "additional",
        "extra",
        "fewer",
        "less",
        "full",
        "whole",
        "long",
        "consecutive",
        "straight",
        "solid",
        "trading",
        "business",
        "working",
        "work",
        "calendar",
        "other",
        "successive",
        "short",
        "good",
    ];
    let article = ["a", "an"].iter().any(|word| i.first_is(word));
    let (rest, amount) = amount(i)?;
    let (rest, _) = opt(preceded(opt(word("of")), any(BETWEEN))).parse(rest)?;
    let (rest, ()) = joint(rest)?;
    let (rest, (unit, plural)) = unit(rest)?;
    // "three night markets" are markets; "a three-night stay" is a length.
    let is_kind = !plural
        && rest
            .behind(1)
            .is_some_and(|token| !token.glued && rest.text_of(token).eq_ignore_ascii_case("night"))
        && amount != Amount::Exactly(Decimal::ONE)
        && rest.first().is_some_and(|next| next.case == Case::Lower && rest.text_of(next).ends_with('s'));
    let is_kind = is_kind || amount != Amount::Exactly(Decimal::ONE) && of_a_kind(i, rest, plural);
    let compact = rest.behind(1).is_some_and(|token| token.glued && token.span.len() == 1);
    // "a second man", "one minute drama": a lone second or an ordinal is read as a length by its plural or a hyphen only.
    if unit == TimeUnit::Second && !plural && (article || i.first_in(WordClass::ORDINAL))
        || compact
        || is_kind
    {
        return no();
    }
    let share = matches!(amount, Amount::Exactly(n) if n == Decimal::ONE || n == Decimal::from(3));
    if unit == TimeUnit::Quarter && share && rest.first_is("of") && !of_a_year(rest) {
        return no();
    }
    let (rest, half) = opt(alt((and_fraction, |i| minutes_behind(i, unit)))).parse(rest)?;
    let amount = match (amount, half) {
        (Amount::Exactly(whole), Some(half)) => Amount::Exactly(whole + half),
        (amount, _) => amount,
    };
    let (rest, _) = opt((dash, word("long"))).parse(rest)?;
    // "a year-earlier loss" speaks of another year.
    let (rest, ()) = not((dash, any(&["earlier", "ago"]))).parse(rest)?;
    // An age is a value of its own kind.
    let (rest, ()) = not((opt(dash), word("old"))).parse(rest)?;
    Ok((rest, (amount, unit)))
}

/// Whether a loose unit begins a word for a kind of thing: "30 night-time raids", not "a 30-night run".
fn of_a_kind(i: Tokens<'_>, rest: Tokens<'_>, plural: bool) -> bool {
    const KINDS: &[&str] = &["time", "end", "care", "hand", "glass"];
    let loose = rest.behind(1).is_some_and(|unit| !unit.glued);
    let kind: Out<'_, ()> = preceded(dash, any(KINDS)).parse(rest);
    !plural && loose && !i.first_in(WordClass::DETERMINER) && kind.is_ok()
}

/// Whether quarters are of a year: "three quarters of 1990", not "three-quarters of its food".
fn of_a_year(i: Tokens<'_>) -> bool {
    i.nth(1).is_some_and(|next| {
        next.kind == TokenKind::Number
            || next.is(WordClass::PICK)
            || i.nth(2).is_some_and(|unit| unit.is(WordClass::TIME_UNIT))
    })
}

/// "1 hour thirty": the rest in minutes, as a part of the hour.
fn minutes_behind(i: Tokens<'_>, unit: TimeUnit) -> Out<'_, Decimal> {
    let (i, _) = opt(word("and")).parse(i)?;
    let (rest, minutes) = super::basics::below_hundred(i)?;
    let closes = rest.first().is_none_or(|next| next.kind == TokenKind::Punctuation);
    if unit == TimeUnit::Hour && closes && (5..60).contains(&minutes) && minutes % 5 == 0 {
        Ok((rest, Decimal::from(minutes) / Decimal::from(60)))
    } else {
        no()
    }
}

/// "weeks", "years"
fn vague(i: Tokens<'_>) -> Out<'_, (Amount, TimeUnit)> {
    let (rest, unit) = listed(WordClass::TIME_UNIT, words::UNIT_PLURALS)(i)?;
    let (rest, _) = opt((dash, word("long"))).parse(rest)?;
    let (rest, ()) = not((opt(dash), word("old"))).parse(rest)?;
    let (rest, _) =
        opt((any(&["or", "and"]), listed(WordClass::TIME_UNIT, words::UNIT_PLURALS))).parse(rest)?;
    let (rest, _) = opt(word("ahead")).parse(rest)?;
    Ok((rest, (Amount::Vague(3), unit)))
}

/// "the year ended June 30", "the quarter ending Friday"
pub(super) fn ended(i: Tokens<'_>) -> Out<'_, Length> {
    let (i, _) = opt(any(&["the", "its"])).parse(i)?;
    let (i, _) = opt(word("full")).parse(i)?;
    let (i, (unit, plural)) = unit(i)?;
    if plural || unit < TimeUnit::Week || !(i.first_is("ended") || i.first_is("ending")) {
        no()
    } else {
        Ok((i, one(unit)))
    }
}

/// "all day", "all week long"
pub(super) fn all(i: Tokens<'_>) -> Out<'_, Length> {
    let (i, ()) = word("all")(i)?;
    let (i, unit) = listed(WordClass::TIME_UNIT, words::UNITS)(i)?;
    let (i, _) = opt(any(&["long", "round", "around"])).parse(i)?;
    if unit < TimeUnit::Day || i.first_is("-") { no() } else { Ok((i, one(unit))) }
}

/// "a weeklong hunt", "the day-long siege"
pub(super) fn long(i: Tokens<'_>) -> Out<'_, Length> {
    if let Ok((rest, unit)) = listed(WordClass::TIME_UNIT, words::LONG)(i) {
        return Ok((rest, one(unit)));
    }
    let (rest, unit) = listed(WordClass::TIME_UNIT, words::UNITS)(i)?;
    let (rest, _) = (dash, word("long")).parse(rest)?;
    if unit < TimeUnit::Hour { no() } else { Ok((rest, one(unit))) }
}

/// A length with what bounds it, where its words say that it is one.
pub(super) fn length(i: Tokens<'_>) -> Out<'_, (Length, Option<TimeMod>)> {
    let (i, article) = opt(any(&["the", "those", "these"])).parse(i)?;
    let (i, modifier) = opt(bound).parse(i)?;
    let (i, _) = opt(word("the")).parse(i)?;
    let (rest, length) = bare_length(i)?;
    // "the two-week truce": the article is the truce's.
    let hyphened = rest.behind(2).is_some_and(|token| i.text_of(token) == "-")
        || rest.behind(1).is_some_and(|token| i.spells(token, "long"));
    if article.is_some() && hyphened {
        return no();
    }
    if let [(Amount::Vague(_), _)] = length.parts.as_slice()
        && i.first_in(WordClass::TIME_UNIT)
        && !vague_is_led(i, rest)
    {
        return no();
    }
    let (rest, so) = opt(alt((super::basics::phrase(&["or", "so"]), super::basics::phrase(&["or", "more"]))))
        .parse(rest)?;
    let modifier = modifier.or(so.map(|()| TimeMod::Approx));
    Ok((rest, (length, modifier)))
}

/// Whether "weeks" stands where a length stands: "for weeks", "within days", "decades-long".
fn vague_is_led(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const LEADS: &[&str] =
        &["for", "in", "within", "over", "after", "through", "took", "takes", "take", "lasted", "spent"];
    let long = rest.behind(1).is_some_and(|token| rest.spells(token, "long"));
    let led = i.behind(1).is_some_and(|token| LEADS.iter().any(|lead| i.spells(token, lead)));
    // "within weeks of his capture"
    let within = i.behind(1).is_some_and(|token| i.spells(token, "within"));
    let more = rest.first_is("of") && !within || rest.first_is("-");
    let the = i.behind(1).is_some_and(|token| i.spells(token, "the"));
    let around = the
        && (rest.behind(1).is_some_and(|token| rest.text_of(token) == "ahead")
            || ["before", "after", "since", "ahead", "leading"].iter().any(|word| rest.first_is(word)));
    long || led && !more || super::basics::alone(i, rest) || around
}

/// "the past two weeks", "the next few days", "the first nine months of 1997", "3 next weeks"
pub(super) fn stretch(i: Tokens<'_>) -> Out<'_, (TimeSaid, Option<TimeMod>)> {
    let (i, ()) = needs(i, WordClass::TIME_UNIT)?;
    let (i, ()) = needs(i, WordClass::PICK)?;
    let (i, modifier) = opt(bound).parse(i)?;
    // "over the past year" says during, not more than.
    if modifier.is_some_and(|bound| !matches!(bound, TimeMod::EqualOrMore | TimeMod::EqualOrLess)) {
        return no();
    }
    // "will last three days" says how long, and not when.
    if i.first_is("last") && i.behind(1).is_some_and(|before| is_led_by_auxiliary(&i, before)) {
        return no();
    }
    // "in coming months" names no stretch, but the future.
    if i.first_is("coming") && super::references::reference(i).is_ok() {
        return no();
    }
    let (i, _) = opt(any(&["the", "these", "those"])).parse(i)?;
    let front = |i| {
        let (i, side) = side(i)?;
        let (i, length) = alt((|i| some_length(i), |i| plain_units(i))).parse(i)?;
        Ok((i, (side, length)))
    };
    let middle = |i| {
        let (i, amount) = amount(i)?;
        let (i, side) = side(i)?;
        let (i, (unit, plural)) = unit(i)?;
        if plural || side == Side::After {
            Ok((i, (side, Length { parts: vec![(amount, unit)] })))
        } else {
            no()
        }
    };
    let (i, (side, length)) = alt((front, middle)).parse(i)?;
    let of = |i| preceded(any(&["of", "in"]), super::anchor).parse(i);
    let (i, of) = if matches!(side, Side::First | Side::Before) { opt(of).parse(i)? } else { (i, None) };
    let place = match (side, of) {
        (Side::First, of) => StretchPlace::First(of.map(Box::new)),
        (Side::Before, Some(of)) => StretchPlace::Last(Box::new(of)),
        (Side::Before, None) => StretchPlace::BeforeNow,
        (Side::After, _) => StretchPlace::AfterNow,
    };
    let (i, so) = opt(super::basics::phrase(&["or", "so"])).parse(i)?;
    Ok((i, (TimeSaid::Stretch { length, place }, modifier.or(so.map(|()| TimeMod::Approx)))))
}

/// Whether a word stands before a verb: what follows it is no adjective.
fn is_led_by_auxiliary(i: &Tokens<'_>, before: &Token) -> bool {
    const LEADS: [&str; 12] =
        ["to", "will", "would", "may", "might", "could", "should", "can", "must", "shall", "not", "'ll"];
    LEADS.iter().any(|word| i.spells(before, word))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
    First,
}

fn side(i: Tokens<'_>) -> Out<'_, Side> {
    alt((
        any(&["past", "last", "previous", "preceding", "prior", "latest", "final", "recent"])
            .map(|()| Side::Before),
        any(&["next", "coming", "upcoming", "following", "ensuing"]).map(|()| Side::After),
        any(&["first", "initial", "opening"]).map(|()| Side::First),
    ))
    .parse(i)
}

/// "two weeks"; one of a unit only with its article: "the past one year".
fn some_length(i: Tokens<'_>) -> Out<'_, Length> {
    if i.first_in(WordClass::TIME_UNIT) {
        return no();
    }
    bare_length(i)
}

/// "the past weeks", "the last hour": a unit without a number that no calendar names.
fn plain_units(i: Tokens<'_>) -> Out<'_, Length> {
    let (rest, (unit, plural)) = unit(i)?;
    let (rest, ()) = not((opt(dash), word("old"))).parse(rest)?;
    match (unit, plural) {
        (_, true) => Ok((rest, Length { parts: vec![(Amount::Vague(3), unit)] })),
        (TimeUnit::Second, false) if rest.first_kind(TokenKind::Word) => no(),
        (TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Second | TimeUnit::Fortnight, false) => {
            Ok((rest, one(unit)))
        }
        (TimeUnit::Decade, false) => Ok((rest, one(unit))),
        (_, false) => no(),
    }
}

/// "10 days from 18 December", "two weeks starting May 20", "for 3 hours from 10 am", "from 18th Dec for 10 days"
pub(super) fn from_point<'a>(i: Tokens<'a>, opening: &Opening<'a>) -> Out<'a, TimeSaid> {
    /// How far on the "for" behind a point may stand, in tokens.
    const REACH: usize = 24;
    let (i, ()) = needs(i, WordClass::SPAN_START)?;
    let is_led = is_led_by_for(i);
    let front = |i| {
        let (i, _) = opt(word("for")).parse(i)?;
        let (i, length) = bare_length(i)?;
        let (i, ()) = comma(i)?;
        let (i, ()) = any(&["from", "starting", "beginning", "commencing"])(i)?;
        let (i, _) = opt(any(&["from", "on", "at"])).parse(i)?;
        let (i, point) =
            alt((super::moment::moment, preceded(word("this"), super::moment::moment))).parse(i)?;
        Ok((i, (length, point)))
    };
    let has_for = || i.as_slice().iter().take(REACH).any(|token| i.spells(token, "for"));
    let back = |i: Tokens<'a>| {
        if !has_for() {
            return no();
        }
        let (i, point) = match word("from")(i) {
            Ok((i, ())) => super::moment::moment(i)?,
            Err(_) => opening.whole().clone().map(|(i, moment)| (i, moment.point))?,
        };
        let (i, ()) = word("for")(i)?;
        let (i, length) = bare_length(i)?;
        Ok((i, (length, point)))
    };
    let (i, (length, point)) = alt((front, back)).parse(i)?;
    // "two weeks from Monday" is a day, not a stretch: only sub-day points and stated days with a start word count.
    if !is_led
        && dates_only(&point)
        && !matches!(
            length.parts[0].1,
            TimeUnit::Day | TimeUnit::Week | TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Month
        )
    {
        return no();
    }
    Ok((i, TimeSaid::Stretch { length, place: StretchPlace::From(Box::new(point)) }))
}

/// Whether a length stands behind "for" or "lasting".
pub(super) fn is_led_by_for(i: Tokens<'_>) -> bool {
    i.behind(1).is_some_and(|token| {
        ["for", "lasting"].iter().any(|word| i.text_of(token).eq_ignore_ascii_case(word))
    })
}

fn dates_only(point: &crate::claim::Point) -> bool {
    !matches!(point, crate::claim::Point::Clock { .. })
}

/// "between two and three weeks" is a length too.
pub(super) fn between(i: Tokens<'_>) -> Out<'_, Length> {
    let (i, ()) = word("between")(i)?;
    let (i, low) = super::basics::number(i)?;
    let (i, ()) = any(&["and", "to"])(i)?;
    let (i, high) = super::basics::number(i)?;
    let (i, ()) = joint(i)?;
    let (i, (unit, _)) = unit(i)?;
    Ok((i, Length { parts: vec![(Amount::Between(low, high), unit)] }))
}

/// A figure with a unit's letter behind it: "2h", "1/2h", "90min".
pub(super) fn compact(i: Tokens<'_>) -> Out<'_, Length> {
    let (i, amount) = super::basics::number(i)?;
    let Some(token) = i.first().filter(|token| token.kind == TokenKind::Word) else { return no() };
    let unit = match i.text_of(token) {
        "h" => TimeUnit::Hour,
        "min" | "mins" => TimeUnit::Minute,
        "sec" | "secs" => TimeUnit::Second,
        _ => return no(),
    };
    let (i, ()) = not(dates::weekday).parse(i.skip(1))?;
    Ok((i, Length { parts: vec![(Amount::Exactly(amount), unit)] }))
}
