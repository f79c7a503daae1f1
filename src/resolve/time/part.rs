//! The instants of early, middle and late: thirds, more or less, as news means them.

use super::{
    period::{Period, moved},
    place::Context,
};
use crate::claim::TimeMod;
use jiff::{Span, ToSpan, civil::DateTime};

/// What is left of a period, or what of it is over: "later this month", "earlier this week". Days count whole, and
/// where now lies outside of the period all of it is meant.
pub(super) fn cut_by_now(period: Period, part: TimeMod, context: &Context) -> Option<(DateTime, DateTime)> {
    let (start, end) = (period.start()?, period.end()?);
    let hours = matches!(period, Period::Day(_) | Period::Part(..));
    let now = match context.now {
        Some(now) if !hours => now.date().to_datetime(jiff::civil::Time::midnight()),
        Some(now) if context.has_time => now,
        Some(_) | None => return if hours { bounds(period, part) } else { Some((start, end)) },
    };
    if now <= start || end <= now {
        return if hours { bounds(period, part) } else { Some((start, end)) };
    }
    match part {
        TimeMod::Start => Some((start, now)),
        TimeMod::End => Some((now, end)),
        TimeMod::Mid
        | TimeMod::Before
        | TimeMod::After
        | TimeMod::OnOrBefore
        | TimeMod::OnOrAfter
        | TimeMod::LessThan
        | TimeMod::MoreThan
        | TimeMod::EqualOrLess
        | TimeMod::EqualOrMore
        | TimeMod::Approx => Some((start, end)),
    }
}

/// The part of a period; the whole of it where it has no such part.
pub(super) fn bounds(period: Period, part: TimeMod) -> Option<(DateTime, DateTime)> {
    let (start, end) = (period.start()?, period.end()?);
    let cut: (Span, Span) = match period {
        Period::Day(_) => (12.hours(), 12.hours()),
        Period::Week(_) => (3.days(), 4.days()),
        Period::Month(_) => (10.days(), 20.days()),
        Period::Quarter(_) | Period::Season(..) => (1.month(), 2.months()),
        Period::Half(_) => (2.months(), 4.months()),
        Period::Year(_) => (4.months(), 8.months()),
        Period::Decade(_) => (4.years(), 6.years()),
        Period::Century(_) => (33.years(), 67.years()),
        Period::Part(..) => {
            let half = end.duration_since(start).as_hours() / 2;
            (half.hours(), half.hours())
        }
        Period::Weekend(_) => (1.day(), 1.day()),
        Period::Clock(..) | Period::About(..) => return Some((start, end)),
    };
    let at = |span: Span| start.checked_add(span).ok();
    match part {
        TimeMod::Start => Some((start, at(cut.0)?)),
        TimeMod::End => Some((at(cut.1)?, end)),
        TimeMod::Mid => match period {
            Period::Day(_) => Some((at(10.hours())?, at(15.hours())?)),
            Period::Decade(_) => Some((at(3.years())?, at(7.years())?)),
            Period::Week(_) => {
                let day = start.date();
                let midnight = jiff::civil::Time::midnight();
                Some((
                    moved(day, 1.day())?.to_datetime(midnight),
                    moved(day, 4.days())?.to_datetime(midnight),
                ))
            }
            Period::Month(_)
            | Period::Quarter(_)
            | Period::Season(..)
            | Period::Half(_)
            | Period::Year(_)
            | Period::Century(_) => Some((at(cut.0)?, at(cut.1)?)),
            Period::Part(..) | Period::Weekend(_) | Period::Clock(..) | Period::About(..) => {
                Some((start, end))
            }
        },
        TimeMod::Before
        | TimeMod::After
        | TimeMod::OnOrBefore
        | TimeMod::OnOrAfter
        | TimeMod::LessThan
        | TimeMod::MoreThan
        | TimeMod::EqualOrLess
        | TimeMod::EqualOrMore
        | TimeMod::Approx => Some((start, end)),
    }
}
