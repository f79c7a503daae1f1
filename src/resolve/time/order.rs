//! Which of the two figures of a date is the month: "5/6" is the fifth of June in London and the sixth of May in New York.
//!
//! The article's address tells by its country, else the article itself: who writes "5/23" writes the month first, as does
//! who writes "5/6" on the sixth of May, or in an article that names May 6 or an hour of Eastern time. A weekday beside
//! the figures settles its own date. Where nothing tells, both readings are kept as candidates and none is placed.

use super::context::Context;
use super::place::{self, Placed};
use crate::{
    claim::{Calendar, FieldOrder, Mention, Point, Said, TimeExpression, YearSaid},
    text::Document,
};
use jiff::civil::Date;

/// How an article writes its dates in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateOrder {
    /// "5/23"
    MonthFirst,
    /// "23/5"
    DayFirst,
}

/// The last part of addresses in countries that write the day first.
const DAY_FIRST: &[&str] = &[
    "uk", "ie", "au", "nz", "in", "za", "ke", "ng", "gh", "pk", "bd", "lk", "sg", "my", "hk", "fr", "de",
    "es", "it", "nl", "ru", "ua",
];

/// The last part of addresses in the country that writes the month first.
const MONTH_FIRST: &[&str] = &["us", "gov", "mil"];

/// Zones of the country that writes the month first, and of countries that write the day first.
const ZONES: &[(&str, DateOrder)] = &[
    ("EST", DateOrder::MonthFirst),
    ("EDT", DateOrder::MonthFirst),
    ("ET", DateOrder::MonthFirst),
    ("CDT", DateOrder::MonthFirst),
    ("CT", DateOrder::MonthFirst),
    ("MDT", DateOrder::MonthFirst),
    ("MT", DateOrder::MonthFirst),
    ("PST", DateOrder::MonthFirst),
    ("PDT", DateOrder::MonthFirst),
    ("PT", DateOrder::MonthFirst),
    ("AKST", DateOrder::MonthFirst),
    ("AKDT", DateOrder::MonthFirst),
    ("BST", DateOrder::DayFirst),
    ("CET", DateOrder::DayFirst),
    ("CEST", DateOrder::DayFirst),
    ("AEST", DateOrder::DayFirst),
    ("AEDT", DateOrder::DayFirst),
    ("NZST", DateOrder::DayFirst),
    ("NZDT", DateOrder::DayFirst),
    ("SAST", DateOrder::DayFirst),
];

/// How an article writes its dates in figures, where that is known; `published` is the day that it is known to be of.
pub(super) fn of_article(
    document: &Document<'_>,
    mentions: &[Mention],
    published: Option<Date>,
) -> Option<DateOrder> {
    by_address(document).or_else(|| {
        let doubtful = || {
            times(mentions).filter_map(|time| figures(time)).filter(|date| date.order == FieldOrder::Either)
        };
        doubtful().next()?;
        let shown = times(mentions).filter_map(|time| figures(time).and_then(shown));
        let zones = times(mentions).filter_map(|time| zone(time.zone.as_deref()?));
        only(shown)
            .or_else(|| only(zones))
            .or_else(|| {
                only(doubtful().filter_map(|date| {
                    by_day(date, |year, month, day| {
                        Date::new(year, month, day).is_ok_and(|day| published == Some(day))
                    })
                }))
            })
            .or_else(|| {
                only(
                    doubtful().filter_map(|date| {
                        by_day(date, |year, month, day| named(mentions, year, month, day))
                    }),
                )
            })
    })
}

/// What all of some signs say; none where they differ.
fn only(mut signs: impl Iterator<Item = DateOrder>) -> Option<DateOrder> {
    let first = signs.next()?;
    signs.all(|next| next == first).then_some(first)
}

fn times(mentions: &[Mention]) -> impl Iterator<Item = &TimeExpression> {
    mentions
        .iter()
        .filter_map(|mention| if let Said::Time(time) = &mention.said { Some(time.as_ref()) } else { None })
}

/// The order that a date in figures shows by itself.
const fn shown(date: &Calendar) -> Option<DateOrder> {
    match date.order {
        FieldOrder::MonthFirst => Some(DateOrder::MonthFirst),
        FieldOrder::DayFirst => Some(DateOrder::DayFirst),
        FieldOrder::Certain | FieldOrder::Either => None,
    }
}

fn zone(written: &str) -> Option<DateOrder> {
    let known = ZONES.iter().find(|(zone, _)| written.eq_ignore_ascii_case(zone));
    let eastern = ["eastern", "pacific", "mountain"].iter().any(|region| written.starts_with(region));
    known.map(|(_, order)| *order).or(eastern.then_some(DateOrder::MonthFirst))
}

/// The order in which alone a date that states its year falls on a day that something else speaks for.
fn by_day(date: &Calendar, speaks: impl Fn(i16, i8, i8) -> bool) -> Option<DateOrder> {
    let YearSaid::Absolute(year) = date.year else { return None };
    let (first, second) = (i8::try_from(date.month?).ok()?, i8::try_from(date.day?).ok()?);
    match (speaks(year, first, second), speaks(year, second, first)) {
        (true, false) => Some(DateOrder::MonthFirst),
        (false, true) => Some(DateOrder::DayFirst),
        (true, true) | (false, false) => None,
    }
}

/// Whether the article names a day in words.
fn named(mentions: &[Mention], year: i16, month: i8, day: i8) -> bool {
    times(mentions).filter_map(figures).any(|date| {
        let of_year = match date.year {
            YearSaid::Absolute(stated) => stated == year,
            YearSaid::Unstated(_) | YearSaid::Relative(_) => true,
        };
        date.order == FieldOrder::Certain
            && of_year
            && date.month.and_then(|month| i8::try_from(month).ok()) == Some(month)
            && date.day.and_then(|day| i8::try_from(day).ok()) == Some(day)
    })
}

pub(super) fn by_address(document: &Document<'_>) -> Option<DateOrder> {
    let url = document.source.url.as_deref()?;
    let host = url.split("//").last().unwrap_or(url).split(['/', '?', ':']).next().unwrap_or_default();
    let last = host.rsplit('.').next()?;
    let among = |list: &[&str]| list.iter().any(|known| last.eq_ignore_ascii_case(known));
    if among(DAY_FIRST) {
        Some(DateOrder::DayFirst)
    } else if among(MONTH_FIRST) {
        Some(DateOrder::MonthFirst)
    } else {
        None
    }
}

/// The date of a time that is one day, or lies on one, or starts with it.
fn figures(time: &TimeExpression) -> Option<&Calendar> {
    time.said.first_point().and_then(date_of)
}

fn date_of(point: &Point) -> Option<&Calendar> {
    match point {
        Point::Calendar(date) => Some(date),
        Point::Clock { day: Some(day), .. } | Point::PartOfDay { day: Some(day), .. } => match day.as_ref() {
            Point::Calendar(date) => Some(date),
            _ => None,
        },
        _ => None,
    }
}

/// A date with its month and day told apart, where the article's order or its own weekday tells them.
pub(super) fn settled(
    date: &Calendar,
    order: Option<DateOrder>,
    fits: impl Fn(&Calendar) -> bool,
) -> Option<Calendar> {
    let as_written = Calendar { order: FieldOrder::Certain, ..*date };
    let swapped = Calendar { month: date.day, day: date.month, ..as_written };
    match (date.order, order) {
        (FieldOrder::Certain | FieldOrder::MonthFirst | FieldOrder::DayFirst, _) => Some(*date),
        (FieldOrder::Either, Some(DateOrder::MonthFirst)) => Some(as_written),
        (FieldOrder::Either, Some(DateOrder::DayFirst)) => Some(swapped),
        (FieldOrder::Either, None) => match (fits(&as_written), fits(&swapped)) {
            (true, false) => Some(as_written),
            (false, true) => Some(swapped),
            (true, true) | (false, false) => None,
        },
    }
}

/// The TIMEX3 names that a point can have where nothing tells its month from its day, month first.
pub(super) fn candidates(point: &Point, context: &Context<'_>) -> Vec<String> {
    if date_of(point).is_none_or(|date| date.order != FieldOrder::Either) {
        return Vec::new();
    }
    let name = |order| match place::place(point, &Context { order: Some(order), ..*context }) {
        Placed::At(period) | Placed::AtStoryYear(period) => period.name(),
        Placed::Named(name) => name,
    };
    vec![name(DateOrder::MonthFirst), name(DateOrder::DayFirst)]
}
