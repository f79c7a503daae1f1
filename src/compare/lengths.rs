//! How lengths of time relate: to one another, to a stated end, and to a count of years begun.

use super::times::interval;
use crate::{
    claim::{Grain, Time, TimeMod, TimexType, YEAR},
    finding::{Reason, Verdict},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// How two lengths relate.
pub(super) fn lengths(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
    let (shown_left, shown_right) = (left.to_string(), right.to_string());
    let ((a, _), (b, _)) = (left.length()?, right.length()?);
    let (most_a, most_b) = (left.longest()?, right.longest()?);
    if a == b && most_a == most_b {
        if shuts_out(left.modifier, right.modifier) || shuts_out(right.modifier, left.modifier) {
            return Some((Verdict::Tension, Reason::LengthsExclude { left: shown_left, right: shown_right }));
        }
        return Some((Verdict::Agree, Reason::Same { value: shown_left }));
    }
    // How far the two lie from one another; nothing where one range reaches into the other.
    let apart = (a - most_b).max(b - most_a).max(Decimal::ZERO);
    let larger = most_a.max(most_b);
    // Months and years have no fixed length, and a writer who says weeks rounds what another gives in days.
    let in_months = left.grain >= Grain::Month && right.grain >= Grain::Month;
    let slack = if left.is_told_like(right) {
        Decimal::ZERO
    } else if in_months && left.grain == right.grain {
        larger / Decimal::from(50)
    } else {
        larger / Decimal::from(12)
    };
    let loose = |time: &Time| time.modifier.is_some();
    // What a bound shuts out is no rounding: "at least 27 years" is not 24.
    let sides = [admits(left, a, b), admits(right, b, a)];
    let shut_out = sides.contains(&Some(false));
    let slack = if shut_out {
        slack.max(larger / Decimal::from(20))
    } else if loose(left) || loose(right) {
        slack.max(larger / Decimal::from(5))
    } else {
        slack
    };
    // "Less than a day" is said of nine hours; "almost two minutes" of no three seconds.
    let finer = |bound: &Time, own: Decimal, other: &Time, length: Decimal| {
        is_one_unit(bound)
            && bound.grain > other.grain
            && is_upper_bound(bound)
            && length <= own
            && length >= own / Decimal::from(4)
    };
    let within =
        bounded(left, a, b) || bounded(right, b, a) || finer(left, a, right, b) || finer(right, b, left, a);
    if apart <= slack || within {
        return Some((Verdict::Compatible, Reason::LengthsFit { left: shown_left, right: shown_right }));
    }
    if sides.contains(&Some(true)) {
        return Some((Verdict::Tension, Reason::FiguresDiffer { left: shown_left, right: shown_right }));
    }
    let verdict = if loose(left) || loose(right) { Verdict::Tension } else { Verdict::Conflict };
    Some((verdict, Reason::LengthsExclude { left: shown_left, right: shown_right }))
}

/// How a length, counted from the date of its own statement, relates to an end that is stated elsewhere.
///
/// Writers count from the word, the signature or the next morning, so a difference is a tension and no more.
pub(super) fn length_and_end(length: &Time, from: Option<&Time>, end: &Time) -> Option<(Verdict, Reason)> {
    if length.timex_type != TimexType::Duration || end.timex_type == TimexType::Duration {
        return None;
    }
    let from = from?.start?;
    let seconds = length.length()?.0.to_i64()?;
    let own_end = from.checked_add(jiff::Span::new().try_seconds(seconds).ok()?).ok()?;
    let (start, stop) = interval(end)?;
    let shown = format!("{length} from {}, to {}", from.date(), own_end.date());
    Some(if start <= own_end && own_end <= stop {
        (Verdict::Compatible, Reason::TimeWithin { inner: shown, outer: end.to_string() })
    } else {
        (Verdict::Tension, Reason::TimesExclude { left: shown, right: end.to_string() })
    })
}

/// How a length relates to a count of years begun: a war in its fourth year has lasted three years and some months, one
/// that is only entering it just three.
pub(super) fn length_and_year(length: &Time, year: u32, entering: bool) -> Option<(Verdict, Reason)> {
    if length.timex_type != TimexType::Duration || year == 0 {
        return None;
    }
    let stated = length.length()?.0.to_i64()?;
    let begun = YEAR.checked_mul(i64::from(year) - 1)?;
    // "Nearly four years" is some months short of four.
    let (low, high) = match length.modifier {
        Some(TimeMod::EqualOrLess | TimeMod::LessThan) => (stated - YEAR / 2, stated),
        Some(TimeMod::EqualOrMore | TimeMod::MoreThan) => (stated, stated.saturating_add(YEAR / 2)),
        _ => (stated - YEAR / 4, stated.saturating_add(YEAR / 4)),
    };
    let (from, to) = if entering { (begun - YEAR / 4, begun + YEAR / 4) } else { (begun, begun + YEAR) };
    let (left, right) = (length.to_string(), format!("year {year}"));
    Some(if low <= to && from <= high {
        (Verdict::Compatible, Reason::LengthsFit { left, right })
    } else {
        (Verdict::Tension, Reason::LengthsExclude { left, right })
    })
}

/// Whether one bound begins where the other ends: "more than two hours" and "nearly two hours".
const fn shuts_out(above: Option<TimeMod>, below: Option<TimeMod>) -> bool {
    matches!(
        (above, below),
        (Some(TimeMod::MoreThan), Some(TimeMod::LessThan | TimeMod::EqualOrLess))
            | (Some(TimeMod::EqualOrMore), Some(TimeMod::LessThan))
    )
}

/// Whether a length is one of its unit: a day, an hour.
fn is_one_unit(time: &Time) -> bool {
    time.timex.trim_matches(|sign: char| !sign.is_ascii_digit()) == "1"
}

fn is_upper_bound(time: &Time) -> bool {
    matches!(time.modifier, Some(TimeMod::EqualOrLess | TimeMod::LessThan))
}

/// Whether the other length lies on the side of the bound that `time` leaves open; none where it states no bound.
fn admits(time: &Time, own: Decimal, other: Decimal) -> Option<bool> {
    match time.modifier {
        Some(TimeMod::EqualOrMore | TimeMod::MoreThan) => Some(other >= own),
        Some(TimeMod::EqualOrLess | TimeMod::LessThan) => Some(other <= own),
        _ => None,
    }
}

/// Whether the bound that `time` states admits the other length, near enough that a writer would use it.
fn bounded(time: &Time, own: Decimal, other: Decimal) -> bool {
    match time.modifier {
        Some(TimeMod::EqualOrMore | TimeMod::MoreThan) => other >= own && other <= own + own / Decimal::TWO,
        Some(TimeMod::EqualOrLess | TimeMod::LessThan) => {
            other <= own && other >= own - own / Decimal::from(4)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A length as TIMEX3 writes it, in its finest unit.
    fn length(timex: &str, modifier: Option<TimeMod>) -> Time {
        let grain = match timex.chars().next_back() {
            Some('Y') => Grain::Year,
            Some('M') => Grain::Month,
            Some('W') => Grain::Week,
            _ => Grain::Day,
        };
        Time { modifier, ..Time::named_only(TimexType::Duration, timex.to_owned(), grain) }
    }

    #[test]
    fn whole_counts_of_one_unit_are_told_apart_and_others_rounded() {
        for (left, right, want) in [
            ("P60Y", "P61Y", Verdict::Conflict),
            ("P1Y", "P12M", Verdict::Agree),
            ("P3Y4M", "P40M", Verdict::Agree),
            ("P6M", "P180D", Verdict::Compatible),
            ("P61.5Y", "P61Y", Verdict::Compatible),
            ("P2M", "P8W", Verdict::Compatible),
            ("P2M", "P3M", Verdict::Conflict),
        ] {
            let (left, right) = (length(left, None), length(right, None));
            assert_eq!(lengths(&left, &right).map(|(verdict, _)| verdict), Some(want), "{left} and {right}");
        }
    }

    #[test]
    fn what_is_said_of_two_lengths_is_true_of_lengths() {
        for (left, right, want) in [
            (length("P60Y", None), length("P61Y", None), "60 years and 61 years are two lengths of time"),
            (length("P6M", None), length("P180D", None), "6 months and 180 days can be one length of time"),
            (length("P1Y", None), length("P12M", None), "all say 1 year"),
            (
                length("P3Y", Some(TimeMod::EqualOrMore)),
                length("P4Y", None),
                "at least 3 years and 4 years can be one length of time",
            ),
        ] {
            let reason = lengths(&left, &right).map(|(_, reason)| reason.to_string());
            assert_eq!(reason.as_deref(), Some(want));
        }
    }
}
