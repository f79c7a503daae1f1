//! Lengths of time: their TIMEX3 names, their seconds, and moving by them.

use super::period::unit_grain;
use crate::claim::{Amount, Grain, Length, TimeUnit};
use jiff::{Span, civil::DateTime};
use rust_decimal::{Decimal, prelude::ToPrimitive};

const DAY: i64 = 86_400;

/// The number that an amount stands for: the lower end of a range, the assumed number of a vague one.
fn figure(amount: Amount) -> Decimal {
    match amount {
        Amount::Exactly(n) | Amount::Between(n, _) => n,
        Amount::Vague(n) => Decimal::from(n),
    }
}

/// Whether an amount is not stated.
pub(super) fn is_vague(length: &Length) -> bool {
    length.parts.iter().any(|(amount, _)| matches!(amount, Amount::Vague(_)))
}

/// The unit as TIMEX3 writes it, how many of it one of ours is, and whether it stands behind the "T".
const fn timex_unit(unit: TimeUnit) -> (&'static str, u32, bool) {
    match unit {
        TimeUnit::Second => ("S", 1, true),
        TimeUnit::Minute => ("M", 1, true),
        TimeUnit::Hour => ("H", 1, true),
        TimeUnit::Day => ("D", 1, false),
        TimeUnit::Weekend => ("WE", 1, false),
        TimeUnit::Week => ("W", 1, false),
        TimeUnit::Fortnight => ("W", 2, false),
        TimeUnit::Month => ("M", 1, false),
        TimeUnit::Quarter => ("Q", 1, false),
        TimeUnit::Half => ("M", 6, false),
        TimeUnit::Year => ("Y", 1, false),
        TimeUnit::Decade => ("Y", 10, false),
        TimeUnit::Century => ("Y", 100, false),
        TimeUnit::Millennium => ("Y", 1000, false),
    }
}

/// The unit that a fraction of a unit is told in, and how many of it make one.
const fn finer(unit: TimeUnit) -> Option<(TimeUnit, u32)> {
    match unit {
        TimeUnit::Minute => Some((TimeUnit::Second, 60)),
        TimeUnit::Hour => Some((TimeUnit::Minute, 60)),
        TimeUnit::Day => Some((TimeUnit::Hour, 24)),
        TimeUnit::Year => Some((TimeUnit::Month, 12)),
        TimeUnit::Decade => Some((TimeUnit::Year, 10)),
        TimeUnit::Century => Some((TimeUnit::Year, 100)),
        TimeUnit::Second
        | TimeUnit::Weekend
        | TimeUnit::Week
        | TimeUnit::Fortnight
        | TimeUnit::Month
        | TimeUnit::Quarter
        | TimeUnit::Half
        | TimeUnit::Millennium => None,
    }
}

/// The parts with whole numbers: "2.5 years" is two years and six months.
fn whole_parts(length: &Length) -> Vec<(Decimal, TimeUnit)> {
    let mut parts = Vec::with_capacity(length.parts.len() + 1);
    for &(amount, unit) in &length.parts {
        let n = figure(amount);
        // A fraction is less than one, and so no more than there are of the finer unit.
        match finer(unit).map(|(smaller, per)| (smaller, n.fract() * Decimal::from(per))) {
            Some((smaller, more)) if !n.fract().is_zero() && more.fract().is_zero() => {
                if !n.trunc().is_zero() {
                    parts.push((n.trunc(), unit));
                }
                parts.push((more, smaller));
            }
            _ => parts.push((n, unit)),
        }
    }
    parts
}

/// The TIMEX3 value: "P2Y6M", "PT1M30S", "PXW"; one whose figures are too large is as good as vague.
pub(super) fn name(length: &Length) -> String {
    let told = if is_vague(length) { None } else { told(length) };
    told.unwrap_or_else(|| {
        let (_, unit) = length.parts[0];
        match unit {
            TimeUnit::Decade => "PXE".to_owned(),
            TimeUnit::Century => "PXC".to_owned(),
            TimeUnit::Millennium => "PXL".to_owned(),
            unit => {
                let (letter, _, clock) = timex_unit(unit);
                format!("P{}X{letter}", if clock { "T" } else { "" })
            }
        }
    })
}

/// The TIMEX3 value of a length whose amounts are stated.
fn told(length: &Length) -> Option<String> {
    // "a decade and a half" is told in years: parts of one letter are one.
    let mut told: Vec<(Decimal, &str, bool)> = Vec::new();
    for (n, unit) in whole_parts(length) {
        let (letter, times, clock) = timex_unit(unit);
        let n = n.checked_mul(Decimal::from(times))?;
        match told.last_mut() {
            Some((sum, last, in_clock)) if *last == letter && *in_clock == clock => {
                *sum = sum.checked_add(n)?;
            }
            Some(_) | None => told.push((n, letter, clock)),
        }
    }
    let mut name = "P".to_owned();
    let mut in_clock = false;
    for (n, letter, clock) in told {
        if clock && !in_clock {
            name.push('T');
            in_clock = true;
        }
        name.push_str(&n.normalize().to_string());
        name.push_str(letter);
    }
    Some(name)
}

/// The seconds, of a range the fewest; a month counts as 30 days and a year as 365.
pub(super) fn seconds(length: &Length) -> Option<Decimal> {
    seconds_by(length, figure)
}

/// The most seconds of a length that is said as a range.
pub(super) fn seconds_max(length: &Length) -> Option<Decimal> {
    let is_range = length.parts.iter().any(|(amount, _)| matches!(amount, Amount::Between(..)));
    let longest = |amount| if let Amount::Between(_, n) = amount { n } else { figure(amount) };
    if is_range { seconds_by(length, longest) } else { None }
}

fn seconds_by(length: &Length, figure: impl Fn(Amount) -> Decimal) -> Option<Decimal> {
    if is_vague(length) {
        return None;
    }
    let sum = length.parts.iter().try_fold(Decimal::ZERO, |sum, &(amount, unit)| {
        let per = match unit {
            TimeUnit::Second => 1,
            TimeUnit::Minute => 60,
            TimeUnit::Hour => 3600,
            TimeUnit::Day => DAY,
            TimeUnit::Weekend => 2 * DAY,
            TimeUnit::Week => 7 * DAY,
            TimeUnit::Fortnight => 14 * DAY,
            TimeUnit::Month => 30 * DAY,
            TimeUnit::Quarter => 90 * DAY,
            TimeUnit::Half => 180 * DAY,
            TimeUnit::Year => 365 * DAY,
            TimeUnit::Decade => 3650 * DAY,
            TimeUnit::Century => 36_500 * DAY,
            TimeUnit::Millennium => 365_000 * DAY,
        };
        sum.checked_add(figure(amount).checked_mul(Decimal::from(per))?)
    })?;
    // Thirds of an hour and the like end on whole seconds; only what is said in seconds has a fraction of one.
    let told = length.parts.iter().any(|(_, unit)| *unit == TimeUnit::Second);
    Some(if told { sum.normalize() } else { sum.round() })
}

/// The finest unit in it.
pub(super) fn grain(length: &Length) -> Grain {
    length.parts.iter().map(|&(_, unit)| unit_grain(unit)).min().unwrap_or(Grain::Day)
}

/// The finest unit in it.
pub(super) fn finest(length: &Length) -> TimeUnit {
    length.parts.iter().map(|&(_, unit)| unit).min().unwrap_or(TimeUnit::Day)
}

/// The instant a length later or earlier than another.
pub(super) fn moved(from: DateTime, length: &Length, later: bool) -> Option<DateTime> {
    whole_parts(length).into_iter().try_fold(from, |at, (n, unit)| {
        let n = n.round().to_i64()?;
        let n = if later { n } else { -n };
        let span = Span::new();
        let span = match unit {
            TimeUnit::Second => span.try_seconds(n),
            TimeUnit::Minute => span.try_minutes(n),
            TimeUnit::Hour => span.try_hours(n),
            TimeUnit::Day => span.try_days(n),
            TimeUnit::Weekend | TimeUnit::Week => span.try_weeks(n),
            TimeUnit::Fortnight => span.try_weeks(n.checked_mul(2)?),
            TimeUnit::Month => span.try_months(n),
            TimeUnit::Quarter => span.try_months(n.checked_mul(3)?),
            TimeUnit::Half => span.try_months(n.checked_mul(6)?),
            TimeUnit::Year => span.try_years(n),
            TimeUnit::Decade => span.try_years(n.checked_mul(10)?),
            TimeUnit::Century => span.try_years(n.checked_mul(100)?),
            TimeUnit::Millennium => span.try_years(n.checked_mul(1000)?),
        };
        at.checked_add(span.ok()?).ok()
    })
}
