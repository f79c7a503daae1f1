//! Places a point: against the article's date, the date in focus, and tense.

use super::{
    calendar::{calendar, in_year, weekday_from, year_of},
    context::{Context, Side},
    holidays, length,
    period::{Period, iso_week, moved},
    tense::Tense,
};
use crate::{
    claim::{
        Amount, Calendar, Clock, CountFrom, Counted, DayPart, FieldOrder, Length, Point, TimeUnit, Which,
        YearSaid,
    },
    resolve::Prefer,
};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// A placed point, or what is known of its TIMEX3 name, with whether its year came from the story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Placed {
    At(Period),
    /// Placed with a year that only the story's other articles gave.
    AtStoryYear(Period),
    Named(String),
}

/// Places a point; what cannot be placed keeps what is known in its name.
pub(super) fn place(point: &Point, context: &Context<'_>) -> Placed {
    if let Some(period) = period(point, context) {
        return Placed::At(period);
    }
    if let Point::Calendar(date @ Calendar { year: YearSaid::Unstated(_), .. }) = point {
        let with_year = |year| Calendar { year: YearSaid::Absolute(year), ..*date };
        if context.now.is_none()
            && date.month.is_some()
            && let Some(found) = context.story_year.and_then(|year| calendar(&with_year(year), context))
        {
            return Placed::AtStoryYear(found);
        }
        return Placed::Named(unplaced_date(date));
    }
    Placed::Named(unplaced(point))
}

fn unplaced_date(date: &Calendar) -> String {
    let year = match date.year {
        YearSaid::Absolute(year) => format!("{year:04}"),
        YearSaid::Unstated(_) | YearSaid::Relative(_) => "XXXX".to_owned(),
    };
    match *date {
        Calendar { month: None, day: None, weekday: Some(weekday), .. } => format!("XXXX-WXX-{weekday}"),
        Calendar { order: FieldOrder::Either, .. } => format!("{year}-XX-XX"),
        Calendar { month, day, .. } => {
            let month = month.map_or_else(|| "XX".to_owned(), |month| format!("{month:02}"));
            day.map_or_else(|| format!("{year}-{month}"), |day| format!("{year}-{month}-{day:02}"))
        }
    }
}

/// A day of which nothing is known.
const UNKNOWN_DAY: &str = "XXXX-XX-XX";

/// The day of a time of day.
fn unplaced_day(day: &Point) -> String {
    match day {
        Point::Calendar(date) => unplaced_date(date),
        _ => UNKNOWN_DAY.to_owned(),
    }
}

fn unplaced(point: &Point) -> String {
    match point {
        Point::Clock { clock, day } => {
            let day = day.as_deref().map_or_else(String::new, unplaced_day);
            format!("{day}{}", super::period::clock_name(*clock))
        }
        Point::PartOfDay { part, day } => {
            let day = day.as_deref().map_or_else(|| UNKNOWN_DAY.to_owned(), unplaced_day);
            format!("{day}T{}", super::period::part_code(*part))
        }
        Point::Quarter { number: Some(number), .. } => format!("XXXX-Q{number}"),
        Point::Half { number, .. } => format!("XXXX-H{number}"),
        Point::Season { season, .. } => format!("XXXX-{}", super::period::season_code(*season)),
        Point::Part { of, .. } => unplaced(of),
        Point::Calendar(date) => unplaced_date(date),
        Point::Relative { .. }
        | Point::DaysFromNow(_)
        | Point::Shifted { .. }
        | Point::WeekdayOf { .. }
        | Point::NthWeekday { .. }
        | Point::Quarter { .. }
        | Point::Comparable { .. }
        | Point::Decade(_)
        | Point::Century(_)
        | Point::FiscalYear(_)
        | Point::Holiday { .. }
        | Point::WeekOfYear { .. }
        | Point::WeekOf { .. }
        | Point::Nth { .. } => "XXXX".to_owned(),
        Point::Now => "PRESENT_REF".to_owned(),
    }
}

/// The period that a point names.
pub(super) fn period(point: &Point, context: &Context<'_>) -> Option<Period> {
    match point {
        Point::Calendar(date) => calendar(date, context),
        Point::Relative { unit, which } => relative(*unit, *which, context),
        Point::DaysFromNow(days) => Some(Period::Day(moved(context.today()?, i64::from(*days).days())?)),
        Point::Shifted { length, later, origin } => shifted(length, *later, origin, context),
        Point::WeekdayOf { weekday, week } => {
            let monday = period(week, context)?.start()?.date();
            let monday = Period::Week(monday).start()?.date();
            Some(Period::Day(moved(monday, i64::from(*weekday - 1).days())?))
        }
        Point::NthWeekday { weekday, count, from } => {
            let from = match from {
                Some(point) => period(point, context)?.first_day()?,
                None => context.today()?,
            };
            Some(Period::Day(from.nth_weekday(i32::from(*count), weekday_from(*weekday)?).ok()?))
        }
        Point::Quarter { number, year } => quarter(*number, *year, context),
        Point::Comparable { year } => comparable(*year, context),
        Point::Half { number, year } => {
            let month = if *number == 1 { 1 } else { 7 };
            let of = |year| Date::new(year, month, 1).ok().map(Period::Half);
            in_year(*year, context, of)
        }
        Point::Season { season, year } => in_year(*year, context, |year| Some(Period::Season(year, *season))),
        Point::Decade(year) => Some(Period::Decade(*year)),
        Point::Century(number) => Some(Period::Century(*number)),
        Point::FiscalYear(year) => match year {
            YearSaid::Unstated(_) => Some(Period::Year(context.today()?.year())),
            YearSaid::Absolute(_) | YearSaid::Relative(_) => year_of(*year, context).map(Period::Year),
        },
        Point::Holiday { .. } if context.is_another_holiday => None,
        Point::Holiday { name, year } => {
            let of = |year| {
                let day = holidays::day(name, year)?;
                Some(if name.ends_with("week") { Period::Week(day) } else { Period::Day(day) })
            };
            in_year(*year, context, of)
        }
        Point::WeekOfYear { number, year } => Some(Period::Week(iso_week(
            year_of(*year, context).or(context.today().map(Date::year))?,
            *number,
        )?)),
        Point::WeekOf { day, weekend } => {
            let day = period(day, context)?.first_day()?;
            // The weekend of a day at the head of the week is the one before it: "Memorial Day weekend".
            let early = matches!(day.weekday(), Weekday::Monday | Weekday::Tuesday);
            match (*weekend, early) {
                (true, true) => Period::Weekend(day).step(-1),
                (true, false) => Some(Period::Weekend(day)),
                (false, _) => Some(Period::Week(day)),
            }
        }
        Point::Nth { nth, counted, of } => nth_in(*nth, *counted, period(of, context)?),
        Point::Part { of, .. } => period(of, context),
        Point::PartOfDay { part, day } => part_of_day(*part, day.as_deref(), context),
        Point::Clock { clock, day } => at_clock(*clock, day.as_deref(), context),
        Point::Now => {
            Some(Period::About(context.now?, if context.has_time { TimeUnit::Second } else { TimeUnit::Day }))
        }
    }
}

/// "this week", "last year", "the following month".
fn relative(unit: TimeUnit, which: Which, context: &Context<'_>) -> Option<Period> {
    let now = context.now?;
    let today = now.date();
    if unit < TimeUnit::Day {
        let places = match which {
            Which::Last | Which::Previous | Which::ThisPast => -1,
            Which::Next | Which::Following | Which::ThisComing => 1,
            Which::Bare | Which::This | Which::Same | Which::BeforeLast | Which::AfterNext => 0,
        };
        let one = Length { parts: vec![(Amount::Exactly(rust_decimal::Decimal::ONE), unit)] };
        return Some(Period::About(if places < 0 { length::moved(now, &one, false)? } else { now }, unit));
    }
    let focus = context.focus.and_then(Period::first_day);
    let this = Period::holding(unit, today)?;
    // "that day" behind "in 1987" is the day spoken of before, not the first of January.
    let focus = if unit == TimeUnit::Day { context.focus_day } else { focus };
    let spoken = focus.map_or(Some(this), |day| Period::holding(unit, day));
    match which {
        Which::This => Some(this),
        Which::Bare if unit == TimeUnit::Weekend => match (context.side(), today.weekday()) {
            (Side::Ahead, _) | (_, Weekday::Saturday | Weekday::Sunday) => Some(this),
            (Side::Back | Side::Nearest, _) => this.step(-1),
        },
        Which::Bare if unit == TimeUnit::Day => spoken,
        Which::Bare => Some(this),
        Which::Same => spoken,
        Which::Last if unit == TimeUnit::Day => this.step(-1),
        Which::Last => this.step(-1),
        Which::ThisPast if unit == TimeUnit::Weekend && today.weekday() == Weekday::Sunday => Some(this),
        Which::ThisPast => this.step(-1),
        Which::Next => this.step(1),
        Which::ThisComing if unit == TimeUnit::Weekend => Some(this),
        Which::ThisComing => this.step(1),
        Which::BeforeLast => this.step(-2),
        Which::AfterNext => this.step(2),
        Which::Previous => spoken?.step(-1),
        Which::Following => spoken?.step(1),
    }
}

/// "two years ago", "a day later", "three weeks after Christmas".
fn shifted(by: &Length, later: bool, origin: &CountFrom, context: &Context<'_>) -> Option<Period> {
    if length::is_vague(by) && by.parts.first().is_none_or(|(_, unit)| *unit >= TimeUnit::Day) {
        return None;
    }
    let unit = length::finest(by);
    let one_year = by.parts.len() == 1
        && by.parts[0].1 == TimeUnit::Year
        && matches!(by.parts[0].0, Amount::Exactly(n) if n == rust_decimal::Decimal::ONE);
    if let (true, false, Some(quarter)) =
        (one_year && !matches!(origin, CountFrom::Point(_)), later, context.quarter)
    {
        return quarter.step(if matches!(quarter, Period::Quarter(_)) { -4 } else { -1 });
    }
    let now = context.now;
    // "minutes later" behind no time of day, "an hour ago" on a day without one: nothing says which hour.
    let unanchored = match origin {
        CountFrom::Now => !context.has_time,
        CountFrom::Focus => {
            !matches!(context.focus, Some(Period::Clock(..) | Period::About(..)))
                && !(context.has_time && context.focus.is_none())
        }
        CountFrom::Point(_) => false,
    };
    if unit < TimeUnit::Day && unanchored {
        return None;
    }
    let from = match origin {
        CountFrom::Now => now?,
        CountFrom::Focus => match context.focus {
            Some(focus) if unit >= TimeUnit::Day => focus.start()?,
            Some(Period::Clock(day, clock)) => Period::Clock(day, clock).start()?,
            Some(_) | None => now?,
        },
        CountFrom::Point(point) => period(point, context)?.start()?,
    };
    let from = match origin {
        CountFrom::Now | CountFrom::Focus if unit >= TimeUnit::Day => {
            from.date().to_datetime(jiff::civil::Time::midnight())
        }
        CountFrom::Now | CountFrom::Focus | CountFrom::Point(_) => from,
    };
    let at = length::moved(from, by, later)?;
    // "a week from Friday" is a day; "two weeks after Christmas" may be about that day.
    let of_day = matches!(
        origin,
        CountFrom::Point(point) if matches!(
            &**point,
            Point::DaysFromNow(_) | Point::WeekdayOf { .. } | Point::Calendar(Calendar { weekday: Some(_), .. })
        )
    );
    Some(match unit {
        TimeUnit::Day => Period::Day(at.date()),
        TimeUnit::Week | TimeUnit::Fortnight if of_day => Period::Day(at.date()),
        TimeUnit::Weekend => Period::Weekend(at.date()),
        unit => Period::About(at, unit),
    })
}

/// The quarter that a number or the focus names.
fn quarter(number: Option<u8>, year: YearSaid, context: &Context<'_>) -> Option<Period> {
    match (number, year) {
        (Some(number), YearSaid::Unstated(which)) => {
            context.pick_quarter(which, |year| Period::quarter(year, number))
        }
        (Some(number), YearSaid::Relative(Which::Previous)) => {
            context.pick_quarter(Which::Bare, |year| Period::quarter(year, number))?.step(-4)
        }
        (Some(number), YearSaid::Absolute(_) | YearSaid::Relative(_)) => {
            Period::quarter(year_of(year, context)?, number)
        }
        (None, _) => context.quarter_in_focus(),
    }
}

/// "the year-ago period", "the 1988 quarter", "the latest period".
fn comparable(year: YearSaid, context: &Context<'_>) -> Option<Period> {
    let base = context.quarter_in_focus()?;
    let quarters = matches!(base, Period::Quarter(_));
    match year {
        YearSaid::Unstated(_) => Some(base),
        YearSaid::Relative(Which::Previous) => base.step(if quarters { -4 } else { -1 }),
        YearSaid::Absolute(_) | YearSaid::Relative(_) => {
            let wanted = year_of(year, context)?;
            let years = i64::from(wanted) - i64::from(base.first_day()?.year());
            base.step(if quarters { 4 * years } else { years })
        }
    }
}

/// "the first Monday of October", "the last week of 2018".
fn nth_in(nth: i8, counted: Counted, of: Period) -> Option<Period> {
    let (start, end) = (of.start()?.date(), of.end()?.date());
    let last = moved(end, (-1).days())?;
    // The decades of a century are named by its tens, though it starts with its first year.
    if let (Counted::Unit(TimeUnit::Decade), Period::Century(number)) = (counted, of) {
        let first = (number - 1).checked_mul(100)?;
        let nth = i16::from(if nth > 0 { nth - 1 } else { nth + 10 });
        return (0..10).contains(&nth).then(|| Period::Decade(first + 10 * nth));
    }
    match counted {
        Counted::Weekday(weekday) => {
            let weekday = weekday_from(weekday)?;
            let from = if nth > 0 { moved(start, (-1).days())? } else { end };
            let day = from.nth_weekday(i32::from(nth), weekday).ok()?;
            (start..end).contains(&day).then_some(Period::Day(day))
        }
        Counted::Unit(unit) => {
            let first = match unit {
                // ISO: the week with the Thursday is the first one.
                TimeUnit::Week => {
                    let edge = if nth > 0 { moved(start, 3.days())? } else { moved(last, (-3).days())? };
                    Period::Week(edge)
                }
                TimeUnit::Weekend => {
                    let edge = if nth > 0 { moved(start, 1.day())? } else { last };
                    let weekend = Period::Weekend(edge);
                    if nth < 0 && weekend.start()?.date() > last { weekend.step(-1)? } else { weekend }
                }
                TimeUnit::Second
                | TimeUnit::Minute
                | TimeUnit::Hour
                | TimeUnit::Day
                | TimeUnit::Fortnight
                | TimeUnit::Month
                | TimeUnit::Quarter
                | TimeUnit::Half
                | TimeUnit::Year
                | TimeUnit::Decade
                | TimeUnit::Century
                | TimeUnit::Millennium => Period::holding(unit, if nth > 0 { start } else { last })?,
            };
            first.step(i64::from(if nth > 0 { nth - 1 } else { nth + 1 }))
        }
    }
}

/// The day of a part of the day or of a clock time.
fn day_of(day: Option<&Point>, context: &Context<'_>) -> Option<Date> {
    match day {
        Some(point) => period(point, context)?.first_day(),
        None => context.day.or_else(|| context.today()),
    }
}

/// "Monday night", "the morning".
fn part_of_day(part: DayPart, day: Option<&Point>, context: &Context<'_>) -> Option<Period> {
    Some(Period::Part(day_of(day, context)?, part))
}

/// "8am on Friday", "noon".
fn at_clock(clock: Clock, day: Option<&Point>, context: &Context<'_>) -> Option<Period> {
    let date = day_of(day, context)?;
    let period = Period::Clock(date, clock);
    let (None, None, Some(now), true) = (day, context.day, context.now, context.has_time) else {
        return Some(period);
    };
    // Where only the time of day is said and the hour of the article is known, what was done is over and what will
    // be done is ahead: "spoke at 9 p.m." in an article of noon was the evening before.
    let ahead = match (context.prefer, context.tense()) {
        (_, Tense::Past) => false,
        (_, Tense::Future) | (Prefer::Future, Tense::Open) => true,
        (Prefer::Past, Tense::Open) | (_, Tense::Either) => return Some(period),
    };
    let on_side =
        |period: &Period| period.start().is_some_and(|start| if ahead { start > now } else { start <= now });
    if on_side(&period) {
        return Some(period);
    }
    let other_half = Clock { hour: (clock.hour + 12) % 24, ..clock };
    let other_half = Period::Clock(date, other_half);
    let spoken_of = context.focus_day.map(|day| Period::Clock(day, clock));
    match spoken_of {
        _ if clock.either_half && on_side(&other_half) => Some(other_half),
        Some(spoken_of) if !ahead => Some(spoken_of),
        Some(_) | None => period.step(if ahead { 1 } else { -1 }),
    }
}
