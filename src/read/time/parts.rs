//! Parts of a longer stretch: early, late, the end of, the middle of.
//!
//! ```text
//! part     = ("early" | "late" | "mid" ["-"] | "earlier" | "later") ["in"] ["the"] point
//!          | ["the"] ("beginning" | "start" | "middle" | "end" | "close" | "rest") ["of"] point
//!          | ["the" | "this"] ("year" | "month") ["'s"] ["-"] "end" | "EOY" | "the first half of" decade
//! ```

use super::basics::{Out, any, dash, needs, no, phrase, word};
use super::{dates, moment, periods, relative};
use crate::{
    claim::{Calendar, Point, TimeMod, TimeUnit, Which, YearSaid},
    text::{Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::opt,
    sequence::{preceded, terminated},
};

/// A part of a longer stretch.
pub(super) fn part(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = needs(i, WordClass::TIME_PART)?;
    let by_now = by_now(i);
    let (i, (part, of)) = alt((adverb, noun, year_end, letters)).parse(i)?;
    Ok((i, Point::Part { part, by_now, of: Box::new(of) }))
}

/// Whether now cuts the part off: "later this month" starts now, "earlier this month" ends now.
fn by_now(i: Tokens<'_>) -> bool {
    let i = if i.first_is("the") { i.skip(1) } else { i };
    ["earlier", "later", "rest", "remainder", "remaining"].iter().any(|word| i.first_is(word))
}

/// "early next week", "late Friday", "mid-November", "later this month", "earlier in January"
fn adverb(i: Tokens<'_>) -> Out<'_, (TimeMod, Point)> {
    let (i, _) = opt(word("the")).parse(i)?;
    let plain = alt((
        word("early").map(|()| TimeMod::Start),
        word("late").map(|()| TimeMod::End),
        periods::mid.map(|()| TimeMod::Mid),
    ));
    let compared = alt((word("earlier").map(|()| TimeMod::Start), word("later").map(|()| TimeMod::End)));
    let compared = terminated(compared, opt(any(&["in", "on", "during"])));
    let (i, part) = alt((terminated(plain, opt(phrase(&["in"]))), compared)).parse(i)?;
    let (i, _) = opt(dash).parse(i)?;
    // "later in the day before she left": the day is that one.
    if let Ok((rest, of)) = relative::definite_day(i) {
        return Ok((rest, (part, of)));
    }
    let (i, of) = inner(i)?;
    Ok((i, (part, of)))
}

/// What has parts.
fn inner(i: Tokens<'_>) -> Out<'_, Point> {
    alt((
        moment::moment,
        relative::definite,
        |i| dates::month_only(i).map(|(i, date)| (i, Point::Calendar(date))),
        |i| year(i),
    ))
    .parse(i)
}

fn year(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, year) = dates::year_only(i)?;
    Ok((i, Point::Calendar(Calendar { year: YearSaid::Absolute(year), ..dates::BLANK })))
}

/// "the end of 1990", "the beginning of October", "the middle of the week", "the last half of the '80s"
fn noun(i: Tokens<'_>) -> Out<'_, (TimeMod, Point)> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, _) = opt(word("very")).parse(i)?;
    let halves = |i| {
        let (i, part) = alt((
            word("first").map(|()| TimeMod::Start),
            any(&["second", "last", "latter"]).map(|()| TimeMod::End),
        ))
        .parse(i)?;
        let (i, ()) = any(&["half", "part"])(i)?;
        Ok((i, part))
    };
    let (i, part) = alt((
        any(&["beginning", "start", "turn"]).map(|()| TimeMod::Start),
        word("middle").map(|()| TimeMod::Mid),
        any(&["end", "close", "rest", "remainder", "remaining"]).map(|()| TimeMod::End),
        halves,
    ))
    .parse(i)?;
    let (i, ()) = word("of")(i)?;
    let bare_unit = |i| {
        let (i, unit) = alt((
            any(&["week"]).map(|()| TimeUnit::Week),
            word("month").map(|()| TimeUnit::Month),
            word("year").map(|()| TimeUnit::Year),
        ))
        .parse(i)?;
        Ok((i, Point::Relative { unit, which: Which::Bare }))
    };
    let (i, of) = alt((inner, preceded(word("the"), inner), bare_unit)).parse(i)?;
    if matches!(of, Point::Clock { .. }) { no() } else { Ok((i, (part, of))) }
}

/// "year-end", "year's end", "month end"
fn year_end(i: Tokens<'_>) -> Out<'_, (TimeMod, Point)> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, which) = opt(relative::pick).parse(i)?;
    let (i, unit) =
        alt((word("year").map(|()| TimeUnit::Year), word("month").map(|()| TimeUnit::Month))).parse(i)?;
    let (i, _) = opt(alt((word("'s"), dash))).parse(i)?;
    let (i, ()) = word("end")(i)?;
    Ok((i, (TimeMod::End, Point::Relative { unit, which: which.unwrap_or(Which::This) })))
}

/// "EOY", "EOM", "EOD"
fn letters(i: Tokens<'_>) -> Out<'_, (TimeMod, Point)> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, unit) = alt((
        word("eoy").map(|()| TimeUnit::Year),
        word("eom").map(|()| TimeUnit::Month),
        word("eod").map(|()| TimeUnit::Day),
    ))
    .parse(i)?;
    Ok((i, (TimeMod::End, Point::Relative { unit, which: Which::This })))
}
