//! Weeks, and days that are told by their week.
//!
//! ```text
//! of-week  = weekday ("of" | "in" | "on" | dash)? picked-week | picked-week ["on" | ","] weekday
//! week-on  = (weekday | "tomorrow" | …) ("week" | "fortnight")               "Friday week"
//! week     = "week" number ["of" year] | "the week" ("of" | "beginning") date | holiday ("week" | "weekend")
//! ```

use super::basics::{Out, any, below_hundred, dash, figure, no, phrase, word};
use super::forms::{self, first_of};
use super::{dates, duration, years};
use crate::{
    claim::{Calendar, CountFrom, Point, TimeUnit, Which, YearSaid},
    text::{TokenKind, Tokens, WordClass},
};
use nom::{Parser, branch::alt, combinator::opt};

/// A week that is picked: "last week", "the following week", "the week after next".
fn picked_week(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, point) = first_of(i, &[forms::PICKED, forms::BEYOND])?;
    match point {
        Point::Relative { unit: TimeUnit::Week | TimeUnit::Weekend, .. } => Ok((i, point)),
        _ => no(),
    }
}

/// "Friday last week", "Monday of next week", "next week on Tuesday", "previous week - Monday"
pub(super) fn of_week(i: Tokens<'_>) -> Out<'_, Point> {
    let front = |i| {
        let (i, weekday) = dates::weekday(i)?;
        let (i, _) = opt(any(&["of", "in", ","])).parse(i)?;
        let (i, week) = picked_week(i)?;
        Ok((i, (weekday, week)))
    };
    let back = |i| {
        let (i, week) = picked_week(i)?;
        let (i, _) = opt(alt((any(&["on", ",", "'s"]), dash))).parse(i)?;
        let (i, weekday) = dates::weekday(i)?;
        Ok((i, (weekday, week)))
    };
    let (i, (weekday, week)) = alt((front, back)).parse(i)?;
    Ok((i, Point::WeekdayOf { weekday, week: Box::new(week) }))
}

/// "Friday week", "tomorrow fortnight": as much later than the day that is named, where no noun follows.
pub(super) fn week_on(i: Tokens<'_>) -> Out<'_, Point> {
    let is_week =
        |at: usize| i.nth(at).is_some_and(|week| i.spells(week, "week") || i.spells(week, "fortnight"));
    if !is_week(1) && !is_week(2) {
        return no();
    }
    let weekday = |i| {
        let (i, weekday) = dates::weekday(i)?;
        Ok((i, Point::Calendar(Calendar { weekday: Some(weekday), ..dates::BLANK })))
    };
    let (i, day) = match i.first() {
        Some(first) if first.is(WordClass::WEEKDAY) => weekday(i)?,
        Some(first) if first.is(WordClass::DAY_NAME) => forms::DAYS.read(i)?,
        Some(_) | None => return no(),
    };
    let (i, unit) =
        alt((word("week").map(|()| TimeUnit::Week), word("fortnight").map(|()| TimeUnit::Fortnight)))
            .parse(i)?;
    let free = i.first().is_none_or(|next| match next.kind {
        TokenKind::Word => next.is(WordClass::PREPOSITION | WordClass::FUNCTION) && !i.first_is("of"),
        TokenKind::Punctuation => !next.glued || matches!(i.text_of(next), "." | "," | "?" | "!"),
        TokenKind::Number | TokenKind::Symbol | TokenKind::Clitic | TokenKind::Link => false,
    });
    let length = duration::one(unit);
    if free {
        Ok((i, Point::Shifted { length, later: true, origin: CountFrom::Point(Box::new(day)) }))
    } else {
        no()
    }
}

/// "the week of March 6", "the week beginning February 4", "the weekend of Oct. 7", "the week of the 18th"
pub(super) fn week_of(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, weekend) = alt((word("week").map(|()| false), word("weekend").map(|()| true))).parse(i)?;
    let (i, ()) = any(&["of", "beginning", "starting", "commencing", "ending"])(i)?;
    let (i, _) = opt(word("on")).parse(i)?;
    let (i, day) = first_of(i, &[forms::DATE, forms::THE_DAY, forms::HOLIDAY])?;
    if super::moment::is_day(&day) { Ok((i, Point::WeekOf { day: Box::new(day), weekend })) } else { no() }
}

/// "Memorial Day weekend", "Christmas week"
pub(super) fn holiday_week(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, day) = super::holidays::holiday(i)?;
    let (i, weekend) = alt((
        phrase(&["week", "-", "end"]).map(|()| true),
        word("weekend").map(|()| true),
        word("week").map(|()| false),
    ))
    .parse(i)?;
    Ok((i, Point::WeekOf { day: Box::new(day), weekend }))
}

/// "week 27 of last year"
pub(super) fn week_number(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, _) = opt(word("the")).parse(i)?;
    // "in Week 12" is of a season.
    let title = i.first().is_some_and(|week| week.case == crate::text::Case::Title)
        && i.behind(1).is_some_and(|before| before.kind == TokenKind::Word);
    let (i, ()) = word("week")(i)?;
    let (i, number) = alt((figure(1, 53, 2), below_hundred)).parse(i)?;
    let (i, year) = opt(years::year_behind).parse(i)?;
    if title && year.is_none() {
        return no();
    }
    let led = year.is_some() || i.is_empty() || i.first_kind(TokenKind::Punctuation);
    match u8::try_from(number) {
        Ok(number) if led && !i.first().is_some_and(|next| next.glued && i.first_is("-")) => {
            Ok((i, Point::WeekOfYear { number, year: year.unwrap_or(YearSaid::Relative(Which::This)) }))
        }
        _ => no(),
    }
}
