//! Which dates are so near to one another that two sources may mean one: the next day, the month before, or a year with two digits
//! changed round. Dates further apart are more often of two deeds than in error.
//!
//! Next in the flow: [`super::context`] weighs that with the words around both.

use crate::claim::{Grain, Time, TimexType, Value};
use jiff::civil::Date;

/// The most days, months and years by which a date is mistaken.
const DAYS: i32 = 10;
const MONTHS: i32 = 2;
const YEARS: i32 = 2;

/// Whether two values are dates of one grain, and beside one another.
pub(super) fn are_beside(a: &Value, b: &Value) -> bool {
    let (Value::Time(a), Value::Time(b)) = (a, b) else { return false };
    if a.timex_type == TimexType::Duration || b.timex_type == TimexType::Duration {
        return false;
    }
    match (day(a), day(b)) {
        (Some(x), Some(y)) => match a.grain.max(Grain::Day) {
            grain if grain != b.grain.max(Grain::Day) => false,
            Grain::Day => x != y && (days_apart(x, y) <= DAYS || is_same_day_of_next_month(x, y)),
            Grain::Month => {
                let apart = months(x) - months(y);
                (1..=MONTHS).contains(&apart.abs()) || apart.abs() == 12
            }
            Grain::Year => {
                let apart = i32::from(x.year() - y.year());
                (1..=YEARS).contains(&apart.abs()) || is_turned_round(x.year(), y.year())
            }
            _ => false,
        },
        // Two days of a week of which no more is known.
        (None, None) => a.bare_weekday().zip(b.bare_weekday()).is_some_and(|(x, y)| x != y),
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// The first day of a date.
fn day(time: &Time) -> Option<Date> {
    time.start.map(|start| start.date())
}

fn days_apart(a: Date, b: Date) -> i32 {
    a.since(b).map_or(i32::MAX, |span| span.get_days().abs())
}

fn months(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month())
}

/// Whether two dates are the same day of two months next to one another: 3 May and 3 June.
fn is_same_day_of_next_month(a: Date, b: Date) -> bool {
    a.day() == b.day() && (months(a) - months(b)).abs() == 1
}

/// Whether two years have the same digits in another order: 1912 and 1921.
fn is_turned_round(a: i16, b: i16) -> bool {
    let digits = |year: i16| {
        let mut digits = year.to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    a != b && digits(a) == digits(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_next_to_one_another_and_slips_of_dates_are_beside() {
        let of = |grain: Grain, at: Date| {
            let mut time = Time::named_only(TimexType::Date, at.to_string(), grain);
            time.start = Some(at.at(0, 0, 0, 0));
            Value::Time(time)
        };
        for (grain, a, b, want) in [
            (Grain::Day, date(2024, 5, 6), date(2024, 5, 7), true),
            (Grain::Day, date(2024, 5, 6), date(2024, 5, 6), false),
            (Grain::Day, date(2024, 5, 3), date(2024, 6, 3), true),
            (Grain::Day, date(2024, 5, 3), date(2024, 6, 9), false),
            (Grain::Month, date(2021, 3, 1), date(2020, 3, 1), true),
            (Grain::Month, date(2021, 3, 1), date(2021, 8, 1), false),
            (Grain::Year, date(1912, 1, 1), date(1921, 1, 1), true),
            (Grain::Year, date(1912, 1, 1), date(1931, 1, 1), false),
        ] {
            assert_eq!(are_beside(&of(grain, a), &of(grain, b)), want, "{a} and {b}");
        }
        assert!(!are_beside(&of(Grain::Year, date(2024, 1, 1)), &of(Grain::Month, date(2025, 1, 1))));
    }
}
