//! Stretches of time: with both ends said, with a length and a place, or with a length alone.

use super::{
    context::Context, length, part, period::Period, place, point_time, reference_time, tense::Tense,
};
use crate::{
    claim::{
        Calendar, Clock, Dateless, Edge, Length, PartForm, Point, StretchPlace, Time, TimeExpression,
        TimeSaid, TimeUnit, TimexType, Which, YearSaid,
    },
    resolve::Prefer,
};
use jiff::{ToSpan, civil::DateTime};

/// The last end of a range, counted from its first, but for what is counted from now.
pub(super) fn last_end(to: &Point, start: Option<DateTime>, context: &Context<'_>) -> Option<Period> {
    let ahead = |start: DateTime| Context {
        now: Some(start),
        has_time: false,
        prefer: Prefer::Future,
        given: Some(Tense::Future),
        ..*context
    };
    let counted = match to {
        // "from Sept. 14 to Thursday": the Thursday near now, where it lies behind the first end.
        Point::Calendar(Calendar {
            year: YearSaid::Unstated(Which::Bare),
            month: None,
            weekday: Some(_),
            ..
        }) => {
            let near = place::period(to, context).filter(|near| near.start() > start);
            near.or_else(|| start.and_then(|start| place::period(to, &ahead(start))))
        }
        Point::Calendar(Calendar { year: YearSaid::Unstated(Which::Bare), .. }) => {
            start.and_then(|start| place::period(to, &ahead(start)))
        }
        _ => None,
    };
    counted.or_else(|| place::period(to, context))
}

/// The last end of a range with the place that it has in it.
pub(super) fn range_end(
    expression: &TimeExpression,
    first: Option<Period>,
    context: &Context<'_>,
) -> Option<(Point, Period)> {
    let TimeSaid::Range { to, .. } = &expression.said else { return None };
    // Only dates lean on the first end; "from now to Friday" and hours stand for themselves.
    let Point::Calendar(_) = to else { return None };
    Some((to.clone(), last_end(to, first?.start(), context)?))
}

/// A range is named by its first end and ends with its last.
pub(super) fn range_time(from: &Point, to: &Point, context: &Context<'_>) -> (Time, Option<Period>) {
    let (mut time, mut first) = point_time(from, None, context);
    if matches!(from, Point::Now) {
        time = reference_time(Dateless::Present, context);
    }
    let Some(last) = last_end(to, time.start, context) else { return (time, first) };
    // "from Nov to March" before March began last year.
    if let (Some(start), Some(end)) = (time.start, last.start())
        && end < start
        && let Some(earlier) = first.and_then(|first| match first {
            Period::Month(_) | Period::Day(_) => {
                let year = first.first_day()?.checked_sub(1.year()).ok()?;
                Some(if matches!(first, Period::Day(_)) { Period::Day(year) } else { Period::Month(year) })
            }
            _ => None,
        })
    {
        time.timex = earlier.name();
        time.start = earlier.start();
        first = Some(earlier);
    }
    // "between eight o'clock and now" said at ten: eight in the morning, else on the day before.
    if let (Point::Now, Some(Period::Clock(day, clock)), Some(start), Some(now)) =
        (to, first, time.start, context.now)
        && context.has_time
        && now < start
    {
        let early = (clock.either_half && clock.hour >= 12)
            .then(|| Period::Clock(day, Clock { hour: clock.hour - 12, ..clock }))
            .filter(|early| early.start().is_some_and(|early| early < now));
        first = early.or_else(|| Period::Clock(day, clock).step(-1));
        time = Time {
            start: first.and_then(Period::start),
            timex: first.map_or(time.timex, Period::name),
            ..time
        };
    }
    if let (Point::Part { part, form: PartForm::Edge, .. }, Some(period)) = (from, first) {
        time.start = part::edge(period, *part);
    }
    time.end = match (to, last) {
        (_, Period::Clock(..) | Period::About(_, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour)) => {
            last.start()
        }
        (Point::Part { part, form: PartForm::Edge, .. }, _) => part::edge(last, *part),
        (Point::Part { part, .. }, _) => part::bounds(last, *part).map(|(_, end)| end),
        (_, _) => last.end(),
    };
    if let (Some(start), Some(end), Period::Clock(_, clock)) = (time.start, time.end, last)
        && end < start
    {
        // "between now and eight" said at ten in the morning: eight in the evening.
        let late = end.checked_add(12.hours()).ok().filter(|late| clock.either_half && *late > start);
        time.end = late.or_else(|| end.checked_add(1.day()).ok());
    }
    (time, first)
}

pub(super) fn length_time(length: &Length, edge: Option<Edge>, context: &Context<'_>) -> Time {
    let (start, end) = match (edge, context.now) {
        (Some(Edge::Within), Some(now)) if context.tense() != Tense::Past => {
            (Some(now), length::moved(now, length, true))
        }
        (Some(Edge::In), Some(now)) if context.tense() == Tense::Future => {
            (length::moved(now, length, true), None)
        }
        _ => (None, None),
    };
    Time {
        seconds: length::seconds(length),
        seconds_max: length::seconds_max(length),
        start,
        end,
        ..Time::named_only(TimexType::Duration, length::name(length), length::grain(length))
    }
}

/// "the past two weeks", "the first nine months of 1997", "10 days from 18 December".
pub(super) fn stretch_time(length: &Length, place: &StretchPlace, context: &Context<'_>) -> Time {
    let bounds = stretch_bounds(length, place, context).unzip();
    // Where its start is said it is a stretch of the calendar, named by that start.
    if let StretchPlace::From(point) = place
        && let Some(period) = place::period(point, context)
    {
        return Time {
            seconds: length::seconds(length),
            seconds_max: length::seconds_max(length),
            start: bounds.0,
            end: bounds.1,
            ..Time::named_only(period.timex_type(), period.name(), period.grain())
        };
    }
    Time {
        seconds: length::seconds(length),
        seconds_max: length::seconds_max(length),
        start: bounds.0,
        end: bounds.1,
        ..Time::named_only(TimexType::Duration, length::name(length), length::grain(length))
    }
}

pub(super) fn stretch_bounds(
    length: &Length,
    place: &StretchPlace,
    context: &Context<'_>,
) -> Option<(DateTime, DateTime)> {
    let unit = length::finest(length);
    // Days and longer are counted in whole days.
    let now = context.now.map(|now| {
        if unit < TimeUnit::Day { now } else { now.date().to_datetime(jiff::civil::Time::midnight()) }
    });
    match place {
        StretchPlace::BeforeNow if unit == TimeUnit::Quarter => {
            let end = Period::Quarter(now?.date()).start()?;
            Some((length::moved(end, length, false)?, end))
        }
        StretchPlace::AfterNow if unit == TimeUnit::Quarter => {
            let start = Period::Quarter(now?.date()).end()?;
            Some((start, length::moved(start, length, true)?))
        }
        StretchPlace::BeforeNow => Some((length::moved(now?, length, false)?, now?)),
        StretchPlace::AfterNow => {
            let start = if unit < TimeUnit::Day { now? } else { now?.checked_add(1.day()).ok()? };
            Some((start, length::moved(start, length, true)?))
        }
        StretchPlace::First(Some(of)) => {
            let start = place::period(of, context)?.start()?;
            Some((start, length::moved(start, length, true)?))
        }
        StretchPlace::First(None) => None,
        StretchPlace::Last(of) => {
            let end = place::period(of, context)?.end()?;
            let end = if unit == TimeUnit::Week { Period::Week(end.date()).start()? } else { end };
            Some((length::moved(end, length, false)?, end))
        }
        StretchPlace::From(point) => {
            let start = place::period(point, context)?.start()?;
            Some((start, length::moved(start, length, true)?))
        }
    }
}
