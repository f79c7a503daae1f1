//! Dates in figures.
//!
//! ```text
//! iso      = year "-" month ["-" day] | year month day
//! slashed  = number ("/" | "-") number [("/" | "-") year]       "01/31/2026"; which is the month may stay open
//! dotted   = day "." month "." year
//! ```

use super::basics::{Out, figure, figures, full_year, glued, no, word, year_figure};
use super::dates::{BLANK, byte, month};
use crate::{
    claim::{Calendar, FieldOrder, YearSaid},
    text::{TokenKind, Tokens, WordClass},
};
use nom::{Parser, branch::alt, combinator::opt, sequence::preceded};

/// "2026-02-01", "2015-12", "2026/02/01", "2019-aug-1", "2016 10 16", "20161016"
pub(super) fn iso_date(i: Tokens<'_>) -> Out<'_, Calendar> {
    let separated = |i| {
        let (i, year) = year_figure(i)?;
        let (i, ()) = alt((glued("-"), glued("/"))).parse(i)?;
        let (i, month) = alt((glued_figure(12), month.map(u32::from))).parse(i)?;
        let (i, ()) = alt((glued("-"), glued("/"))).parse(i)?;
        let (i, day) = glued_figure(31)(i)?;
        Ok((i, (year, month, day)))
    };
    let compact = |i| {
        let (i, (value, len)) = figures(i)?;
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
        match i16::try_from(year) {
            Ok(year @ 1900..=2100) if len == 8 && (1..=12).contains(&month) && (1..=31).contains(&day) => {
                Ok((i, (year, month, day)))
            }
            _ => no(),
        }
    };
    let spaced = |i| {
        let (i, year) = year_figure(i)?;
        let (i, month) = figure(1, 12, 2)(i)?;
        let (i, day) = figure(1, 31, 2)(i)?;
        Ok((i, (year, month, day)))
    };
    if figures_touch_before(i) {
        return no();
    }
    let (i, (year, month, day)) = alt((separated, compact, spaced)).parse(i)?;
    if figures_touch_behind(i) {
        return no();
    }
    let date = Calendar { year: YearSaid::Absolute(year), month: byte(month), day: byte(day), ..BLANK };
    Ok((i, date))
}

/// "2015-12"
pub(super) fn iso_month(start: Tokens<'_>) -> Out<'_, Calendar> {
    let i = start;
    if !i.first_kind(TokenKind::Number) || figures_touch_before(i) {
        return no();
    }
    let front = |i| {
        let (i, year) = year_figure(i)?;
        let (i, ()) = alt((glued("-"), glued("/"))).parse(i)?;
        let (i, month) = glued_figure(12)(i)?;
        Ok((i, (year, month)))
    };
    let back = |i| {
        let (i, month) = figure(1, 12, 2)(i)?;
        let (i, ()) = glued("/")(i)?;
        let (i, year) = year_figure(i)?;
        Ok((i, (year, month)))
    };
    let two_digits = i.nth(2).is_some_and(|token| token.span.len() == 2);
    let (i, (year, month)) = alt((front, back)).parse(i)?;
    // "the 2009-10 season": two years in a row, unless nothing else is said.
    let leads = start.first().is_some_and(|year| year.span.len() == 4);
    let in_a_row = leads && i64::from(month) == i64::from(year % 100) + 1;
    if figures_touch_behind(i) || !two_digits && year < 1900 || in_a_row && !super::basics::alone(start, i) {
        return no();
    }
    Ok((i, Calendar { year: YearSaid::Absolute(year), month: byte(month), ..BLANK }))
}

fn glued_figure<'a>(high: u32) -> impl Fn(Tokens<'a>) -> Out<'a, u32> + Copy {
    move |i| if i.first().is_some_and(|token| token.glued) { figure(1, high, 2)(i) } else { no() }
}

/// Whether the figures go on before the first token: "133-03-03-2020", "3.5/2".
pub(super) fn figures_touch_before(i: Tokens<'_>) -> bool {
    match (i.first(), i.behind(1), i.behind(2)) {
        (Some(first), Some(mark), Some(number)) => {
            first.glued && mark.glued && number.kind == TokenKind::Number && mark.kind != TokenKind::Word
        }
        _ => false,
    }
}

/// Whether the figures go on: "1/2/3/4", "2015-1-32".
fn figures_touch_behind(i: Tokens<'_>) -> bool {
    match (i.first(), i.nth(1)) {
        (Some(mark), Some(number)) => {
            mark.glued
                && number.glued
                && number.kind == TokenKind::Number
                && matches!(i.text_of(mark), "/" | "-" | "." | ":")
        }
        _ => false,
    }
}

/// "01/31/2026", "31/01/26", "5/6"
pub(super) fn slashed(i: Tokens<'_>) -> Out<'_, Calendar> {
    let behind_range = i.behind(1).is_some_and(|token| matches!(i.text_of(token), "-" | "–" | "and"))
        && i.behind(3).is_some_and(|token| i.text_of(token) == "/");
    if figures_touch_before(i) && !behind_range
        || i.behind(1).is_some_and(|token| token.kind == TokenKind::Symbol)
    {
        return no();
    }
    let (rest, first) = figure(1, 31, 2)(i)?;
    let (rest, ()) = alt((glued("/"), glued("-"))).parse(rest)?;
    let slash = i.nth(1).is_some_and(|token| i.text_of(token) == "/");
    let (rest, second) = glued_figure(31)(rest)?;
    let mark = if slash { "/" } else { "-" };
    let last = |i| {
        let (i, ()) = glued(mark)(i)?;
        let (i, (value, len)) = figures(i)?;
        match (i16::try_from(value), len) {
            (Ok(value), 4) if (1000..2200).contains(&value) => Ok((i, value)),
            (Ok(value), 2) => Ok((i, full_year(value))),
            _ => no(),
        }
    };
    let (rest, year) = opt(last).parse(rest)?;
    let (rest, year) = match year {
        Some(year) => (rest, Some(year)),
        None => opt(preceded(word(","), year_figure)).parse(rest)?,
    };
    let range = rest.first_is("-") && rest.nth(2).is_some_and(|token| i.text_of(token) == "/") && slash;
    if figures_touch_behind(rest) && !range || year.is_none() && !slash {
        return no();
    }
    // Two small figures without a year are as often a fraction or a score: a weekday or a date word has to lead.
    if year.is_none()
        && !(led_by_date_word(i)
            || range
            || behind_range && led_at(i, 5)
            || first.max(second) > 12 && first.min(second) <= 12 && first < 32)
    {
        return no();
    }
    // "open 24/7"; "after 9/11" is that day of 2001.
    if year.is_none() && (first, second) == (24, 7) && !led_at(i, 1) {
        return no();
    }
    let named =
        year.is_none() && (first, second) == (9, 11) && i.first().is_some_and(|token| token.span.len() == 1);
    let (month, day, order) = match (first, second) {
        _ if named => (first, second, FieldOrder::Certain),
        (1..=12, 13..) => (first, second, FieldOrder::MonthFirst),
        (13.., 1..=12) => (second, first, FieldOrder::DayFirst),
        (1..=12, 1..=12) if first == second => (first, second, FieldOrder::Certain),
        (1..=12, 1..=12) => (first, second, FieldOrder::Either),
        _ => return no(),
    };
    let year = year.or(named.then_some(2001)).map_or(BLANK.year, YearSaid::Absolute);
    Ok((rest, Calendar { month: byte(month), day: byte(day), year, order, ..BLANK }))
}

fn led_by_date_word(i: Tokens<'_>) -> bool {
    led_at(i, 1)
        || i.behind(2).is_some_and(|token| token.is(WordClass::WEEKDAY))
        || i.nth(3).is_some_and(|token| i.spells(token, "at"))
}

/// Whether a word that leads a date stands some tokens behind.
fn led_at(i: Tokens<'_>, tokens: usize) -> bool {
    const LEADS: &[&str] =
        &["on", "from", "to", "until", "till", "by", "since", "before", "after", "between", "this", "next"];
    i.behind(tokens)
        .is_some_and(|token| token.is(WordClass::WEEKDAY) || LEADS.iter().any(|lead| i.spells(token, lead)))
}

/// "23.04.2022"
pub(super) fn dotted(i: Tokens<'_>) -> Out<'_, Calendar> {
    let (i, day) = figure(1, 31, 2)(i)?;
    let (i, ()) = glued(".")(i)?;
    let (i, month) = glued_figure(12)(i)?;
    let (i, ()) = glued(".")(i)?;
    let (i, year) = year_figure(i)?;
    if figures_touch_behind(i) {
        return no();
    }
    Ok((i, Calendar { month: byte(month), day: byte(day), year: YearSaid::Absolute(year), ..BLANK }))
}
