//! The day of a time of day that is said without one: its sentence's, else the one that was spoken of right before.

use super::context::Context;
use super::place;
use super::tense::Tense;
use crate::claim::{Calendar, DayPart, Mention, Point, Said, TimeExpression, TimeSaid, TimeUnit, Which};
use crate::text::Document;
use jiff::civil::Date;

/// How many tokens away in its sentence a clock time finds its day.
const DAY_REACH: usize = 30;

/// Whether a time of day is said without its day.
pub(super) fn is_lacking(expression: &TimeExpression) -> bool {
    matches!(expression.said, TimeSaid::Point(Point::PartOfDay { day: None, .. }))
        || is_lacking_for_clock(expression)
        || lacks_hours_day(expression)
}

/// Whether a clock time is said without its day.
pub(super) fn is_lacking_for_clock(expression: &TimeExpression) -> bool {
    matches!(
        expression.said,
        TimeSaid::Point(Point::Clock { day: None, .. })
            | TimeSaid::Range { from: Point::Clock { day: None, .. }, .. }
    )
}

/// Whether "the early hours" are said without their day.
fn lacks_hours_day(expression: &TimeExpression) -> bool {
    matches!(&expression.said, TimeSaid::Point(Point::Part { of, .. })
        if matches!(**of, Point::PartOfDay { day: None, .. }))
}

/// The day that a sentence speaks of: the next one behind a time of day in its clause, else the last one before it.
pub(super) fn of_sentence(
    document: &Document<'_>,
    mentions: &[Mention],
    at: usize,
    context: &Context<'_>,
) -> Option<Date> {
    let here = &mentions[at];
    let near = |other: &&Mention| {
        other.sentence == here.sentence && other.tokens.start.abs_diff(here.tokens.start) <= DAY_REACH
    };
    let day = |other: &Mention| {
        let Said::Time(time) = &other.said else { return None };
        let TimeSaid::Point(point) = &time.said else { return None };
        if is_single(point) { place::period(point, context)?.first_day() } else { None }
    };
    // "landed at 5 p.m.; the crew leaves on Monday": what is said behind the mark has its own day.
    let in_clause = |other: &&Mention| {
        document.tokens[here.tokens.end..other.tokens.start.max(here.tokens.end)]
            .iter()
            .all(|token| document.text(token.span) != ";")
    };
    mentions[at + 1..]
        .iter()
        .take(DAY_REACH)
        .take_while(near)
        .take_while(in_clause)
        .find_map(day)
        .or_else(|| mentions[..at].iter().rev().take(DAY_REACH).take_while(near).find_map(day))
}

/// The day that was spoken of before, where what is told may have happened on it; "overnight" is the night before the article.
pub(super) fn before(expression: &TimeExpression, context: &Context<'_>) -> Option<Date> {
    let night = matches!(expression.said, TimeSaid::Point(Point::PartOfDay { part: DayPart::Overnight, .. }));
    let told = context.tense() == Tense::Past && !night;
    context.focus_day.filter(|day| told && context.today().is_none_or(|today| *day <= today))
}

/// Whether a point names a single day, or a time on one that is said.
pub(super) fn is_single(point: &Point) -> bool {
    match point {
        Point::Calendar(Calendar { day, weekday, .. }) => day.is_some() || weekday.is_some(),
        Point::DaysFromNow(_) | Point::WeekdayOf { .. } | Point::Holiday { .. } => true,
        // "the night before" is counted from the day that is spoken of, and is not that day.
        Point::PartOfDay { day: Some(day), .. } => {
            !matches!(**day, Point::Relative { which: Which::Previous | Which::Following, .. })
        }
        Point::PartOfDay { day: None, .. } => false,
        Point::Clock { day, .. } => day.is_some(),
        // "earlier Saturday"
        Point::Part { of, .. } => matches!(
            **of,
            Point::Calendar(Calendar { day: Some(_), .. } | Calendar { weekday: Some(_), .. })
                | Point::DaysFromNow(_)
                | Point::PartOfDay { day: Some(_), .. }
        ),
        Point::Relative { unit, .. } => *unit == TimeUnit::Day,
        Point::Shifted { .. }
        | Point::NthWeekday { .. }
        | Point::Quarter { .. }
        | Point::Comparable { .. }
        | Point::Half { .. }
        | Point::Season { .. }
        | Point::Decade(_)
        | Point::Century(_)
        | Point::FiscalYear(_)
        | Point::WeekOfYear { .. }
        | Point::WeekOf { .. }
        | Point::Nth { .. }
        | Point::Now => false,
    }
}
