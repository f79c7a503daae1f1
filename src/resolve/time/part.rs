//! The instants of early, middle and late: thirds, more or less, as news means them.

use super::{context::Context, period::Period};
use crate::claim::{DayPart, Portion};
use jiff::{
    Span, ToSpan,
    civil::{DateTime, Time},
};

/// Where a period is cut, each from its start: what early ends at, what the middle lies between, what late starts at.
struct Cuts {
    early: Span,
    middle: Option<(Span, Span)>,
    late: Span,
}

/// Where news cuts a period; none for what has no parts.
fn cuts(period: Period) -> Option<Cuts> {
    let cut = |early, middle, late| Some(Cuts { early, middle, late });
    match period {
        Period::Day(_) => cut(12.hours(), Some((10.hours(), 15.hours())), 12.hours()),
        Period::Week(_) => cut(3.days(), Some((1.day(), 4.days())), 4.days()),
        Period::Weekend(_) => cut(1.day(), None, 1.day()),
        Period::Month(_) => cut(10.days(), Some((10.days(), 20.days())), 20.days()),
        Period::Quarter(_) | Period::Season(..) => cut(1.month(), Some((1.month(), 2.months())), 2.months()),
        Period::Half(_) => cut(2.months(), Some((2.months(), 4.months())), 4.months()),
        // The first quarter is early, the last four months are late.
        Period::Year(_) => cut(3.months(), Some((4.months(), 8.months())), 8.months()),
        Period::Decade(_) => cut(4.years(), Some((3.years(), 7.years())), 6.years()),
        Period::Century(_) => cut(33.years(), Some((33.years(), 67.years())), 67.years()),
        // The morning holds the night before it: late is the end of what people are up for.
        Period::Part(_, DayPart::Morning) => cut(8.hours(), Some((8.hours(), 10.hours())), 10.hours()),
        Period::Part(..) => {
            let half = (period.end()?.duration_since(period.start()?).as_hours() / 2).hours();
            cut(half, None, half)
        }
        Period::Clock(..) | Period::About(..) => None,
    }
}

/// The part of a period; the whole of it where it has no such part.
pub(super) fn bounds(period: Period, part: Portion) -> Option<(DateTime, DateTime)> {
    let (start, end) = (period.start()?, period.end()?);
    let Some(cuts) = cuts(period) else { return Some((start, end)) };
    let at = |span: Span| start.checked_add(span).ok();
    match (part, cuts.middle) {
        (Portion::Start, _) => Some((start, at(cuts.early)?)),
        (Portion::End, _) => Some((at(cuts.late)?, end)),
        (Portion::Middle, Some((from, to))) => Some((at(from)?, at(to)?)),
        (Portion::Middle, None) => Some((start, end)),
    }
}

/// What is left of a period, or what of it is over: "later this month", "earlier this week". Days count whole, and
/// where now lies outside of the period all of it is meant.
pub(super) fn cut_by_now(
    period: Period,
    part: Portion,
    context: &Context<'_>,
) -> Option<(DateTime, DateTime)> {
    let (start, end) = (period.start()?, period.end()?);
    let hours = matches!(period, Period::Day(_) | Period::Part(..));
    let now = match context.now {
        Some(now) if !hours => now.date().to_datetime(Time::midnight()),
        Some(now) if context.has_time => now,
        Some(_) | None => return if hours { bounds(period, part) } else { Some((start, end)) },
    };
    if now <= start || end <= now {
        return if hours { bounds(period, part) } else { Some((start, end)) };
    }
    match part {
        Portion::Start => Some((start, now)),
        Portion::End => Some((now, end)),
        Portion::Middle => Some((start, end)),
    }
}

/// The instant that an end of a range names: "from the end of March to the middle of May". Days count whole.
pub(super) fn edge(period: Period, part: Portion) -> Option<DateTime> {
    let (start, end) = (period.start()?, period.end()?);
    match part {
        Portion::Start => Some(start),
        Portion::End => Some(end),
        Portion::Middle => start.checked_add((end.duration_since(start).as_hours() / 24 / 2).days()).ok(),
    }
}
