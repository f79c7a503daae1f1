//! Places a date of the calendar: by its stated fields, and by tense where a year, month or week is not said.

use super::{
    context::{Context, Side, days_between},
    order,
    period::{Period, moved},
    tense::Tense,
};
use crate::claim::{Calendar, Which, YearSaid};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// A year as stated, against a base year.
pub(super) fn year_of(said: YearSaid, context: &Context<'_>) -> Option<i16> {
    let today = context.today();
    match said {
        YearSaid::Absolute(year) => Some(year),
        YearSaid::Unstated(_) => None,
        YearSaid::Relative(which) => {
            let now = today?.year();
            let focus = context.focus.and_then(Period::first_day).map_or(now, |day| day.year());
            Some(match which {
                Which::Bare | Which::This => now,
                Which::Last | Which::ThisPast => now - 1,
                Which::Next | Which::ThisComing => now + 1,
                Which::BeforeLast => now - 2,
                Which::AfterNext => now + 2,
                Which::Previous => focus - 1,
                Which::Following => focus + 1,
                Which::Same => focus,
            })
        }
    }
}

/// A period of a year that is stated or picked.
pub(super) fn in_year(
    said: YearSaid,
    context: &Context<'_>,
    of: impl Fn(i16) -> Option<Period>,
) -> Option<Period> {
    match said {
        YearSaid::Unstated(which) => context.pick_year(which, of),
        YearSaid::Absolute(_) | YearSaid::Relative(_) => of(year_of(said, context)?),
    }
}

pub(super) fn weekday_from(number: u8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(i8::try_from(number).ok()?).ok()
}

/// A date by its stated fields.
pub(super) fn calendar(date: &Calendar, context: &Context<'_>) -> Option<Period> {
    let date = &order::settled(date, context.order, |date| on_weekday(date, context))?;
    match (date.month, date.day, date.weekday) {
        (Some(month), Some(day), weekday) => {
            if let (Some(weekday), YearSaid::Unstated(_)) = (weekday, date.year)
                && let Some(found) = fitting_weekday(month, day, weekday, context)
            {
                return Some(found);
            }
            in_year(date.year, context, |year| Period::day(year, month, day))
        }
        (Some(month), None, _) => in_year(date.year, context, |year| Period::month(year, month)),
        (None, Some(day), weekday) => day_of_month(day, weekday, context),
        (None, None, Some(weekday)) => {
            let which = match date.year {
                YearSaid::Unstated(which) | YearSaid::Relative(which) => which,
                YearSaid::Absolute(_) => Which::Bare,
            };
            weekday_near(weekday, which, context)
        }
        (None, None, None) => year_of(date.year, context).map(Period::Year),
    }
}

/// Days within which a weekday beside a date in figures tells its month from its day.
const HALF_YEAR: i64 = 183;

/// Whether a date falls on the weekday that is said with it.
fn on_weekday(date: &Calendar, context: &Context<'_>) -> bool {
    let (Some(month), Some(day), Some(weekday)) = (date.month, date.day, date.weekday) else { return false };
    match date.year {
        // A fit of another year tells little: every date falls on the weekday in one year of seven.
        YearSaid::Unstated(_) => {
            let fits = fitting_weekday(month, day, weekday, context).and_then(Period::first_day);
            fits.zip(context.today()).is_some_and(|(day, today)| days_between(today, day).abs() <= HALF_YEAR)
        }
        YearSaid::Absolute(_) | YearSaid::Relative(_) => {
            let day = year_of(date.year, context).and_then(|year| Period::day(year, month, day)?.first_day());
            day.zip(weekday_from(weekday)).is_some_and(|(day, weekday)| day.weekday() == weekday)
        }
    }
}

/// The year in which a month and day fall on the stated weekday, where one near now does.
fn fitting_weekday(month: u8, day: u8, weekday: u8, context: &Context<'_>) -> Option<Period> {
    let today = context.today()?;
    let weekday = weekday_from(weekday)?;
    let fits = |year: i16| {
        Period::day(year, month, day)
            .filter(|period| period.first_day().is_some_and(|day| day.weekday() == weekday))
    };
    let year = today.year();
    // This year and the last before others: a wrong weekday is likelier than a date of years ago.
    let near = [year, year - 1, year + 1];
    let order = match context.side() {
        Side::Ahead => [year, year + 1, year - 1],
        Side::Back | Side::Nearest => near,
    };
    order.into_iter().find_map(fits)
}

/// "the 14th", "Tuesday the 19th": in the month that is spoken of, or the nearest that fits.
fn day_of_month(day: u8, weekday: Option<u8>, context: &Context<'_>) -> Option<Period> {
    let today = context.today()?;
    let weekday = match weekday {
        Some(weekday) => Some(weekday_from(weekday)?),
        None => None,
    };
    let fits = |months: i64| {
        let month = moved(today.first_of_month(), months.months())?;
        Date::new(month.year(), month.month(), i8::try_from(day).ok()?)
            .ok()
            .filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday))
    };
    let found = match context.side() {
        Side::Ahead => (0..=14).filter_map(fits).find(|date| *date >= today),
        Side::Back => (0..=14).filter_map(|months| fits(-months)).find(|date| *date <= today),
        Side::Nearest if weekday.is_some() => {
            (-12..=12).filter_map(fits).min_by_key(|date| days_between(today, *date).abs())
        }
        Side::Nearest => (0..=14).filter_map(|months| fits(-months)).find(|date| *date <= today),
    };
    found.map(Period::Day)
}

/// A weekday near now.
fn weekday_near(number: u8, which: Which, context: &Context<'_>) -> Option<Period> {
    let today = context.today()?;
    let weekday = weekday_from(number)?;
    let this_week = Period::Week(today).start()?.date();
    let in_week = |weeks: i64| moved(this_week, (weeks * 7 + i64::from(number) - 1).days());
    let back = || if today.weekday() == weekday { Some(today) } else { today.nth_weekday(-1, weekday).ok() };
    let ahead = || if today.weekday() == weekday { Some(today) } else { today.nth_weekday(1, weekday).ok() };
    let focus = context.focus.and_then(Period::first_day);
    let day = match which {
        Which::Bare => match (context.side(), context.tense()) {
            (Side::Ahead, Tense::Open) => today.nth_weekday(1, weekday).ok(),
            (Side::Ahead, Tense::Past | Tense::Future | Tense::Either) => ahead(),
            (Side::Nearest, Tense::Either) => {
                [back(), ahead()].into_iter().flatten().min_by_key(|day| days_between(today, *day).abs())
            }
            (Side::Back | Side::Nearest, _) => back(),
        },
        // "this Friday" said at the weekend is the next one, unless the words look back.
        Which::This => match (in_week(0), today.weekday(), context.tense()) {
            (Some(day), Weekday::Saturday | Weekday::Sunday, Tense::Open | Tense::Future) if day < today => {
                moved(day, 1.week())
            }
            (day, _, _) => day,
        },
        Which::ThisComing => today.nth_weekday(1, weekday).ok(),
        Which::ThisPast => today.nth_weekday(-1, weekday).ok(),
        Which::Last => in_week(-1),
        Which::BeforeLast => today.nth_weekday(-2, weekday).ok(),
        Which::Next => in_week(1),
        Which::AfterNext => today.nth_weekday(2, weekday).ok(),
        Which::Previous => focus.map_or_else(|| in_week(-1), |day| day.nth_weekday(-1, weekday).ok()),
        Which::Following => focus.map_or_else(|| in_week(1), |day| day.nth_weekday(1, weekday).ok()),
        Which::Same => {
            focus.and_then(|day| if day.weekday() == weekday { Some(day) } else { None }).or_else(back)
        }
    };
    day.map(Period::Day)
}
