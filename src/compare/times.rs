//! How two dates, clock times or lengths of time relate: by the instants they cover.
//!
//! What could not be placed is compared only as far as its own words go: "6 December" and "7 December" differ in any year.

use crate::{
    claim::{Grain, Time, TimeMod, TimexType, YEAR},
    finding::{Reason, Verdict},
};
use jiff::{SpanTotal, Unit as SpanUnit, civil::DateTime};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Minutes that two clock times may be apart where one is "about".
const ABOUT_MINUTES: i64 = 15;

/// How two times relate; none where nothing in them can be compared.
pub(super) fn relate(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
    let shown = || (left.to_string(), right.to_string());
    let same = left.timex == right.timex && left.seconds_max == right.seconds_max;
    if same && left.start == right.start && left.end == right.end {
        return Some((Verdict::Agree, Reason::Same { value: shown().0 }));
    }
    let length = |time: &Time| matches!(time.timex_type, TimexType::Duration);
    match (length(left), length(right)) {
        (true, true) => lengths(left, right),
        (false, false) => points(left, right),
        _ => None,
    }
}

/// How two times relate where clock times may differ by so many minutes and still agree.
pub(super) fn relate_within(left: &Time, right: &Time, minutes: u32) -> Option<(Verdict, Reason)> {
    let related = relate(left, right)?;
    let differ = matches!(related.0, Verdict::Conflict | Verdict::Tension);
    let near = || minutes_apart(left, right).is_some_and(|apart| apart <= i64::from(minutes));
    Some(if differ && near() {
        let (inner, outer) = (left.to_string(), right.to_string());
        (Verdict::Compatible, Reason::TimeWithin { inner, outer })
    } else {
        related
    })
}

/// How many minutes lie between two clock times, by their instants or, where a day is unknown, by the clock alone.
fn minutes_apart(left: &Time, right: &Time) -> Option<i64> {
    let (a, b) = (clock_minutes(left)?, clock_minutes(right)?);
    let assumed = left.day_assumed || right.day_assumed;
    Some(match (interval(left), interval(right)) {
        (Some(x), Some(y)) if !assumed => minutes_between(x.0, y.0)?.abs(),
        _ => (a - b).abs(),
    })
}

/// Whether two claims state the same time, so that they are one position.
pub(super) fn same_position(left: &Time, right: &Time) -> bool {
    matches!(relate(left, right), Some((Verdict::Agree, _)))
}

fn points(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
    let (shown_left, shown_right) = (left.to_string(), right.to_string());
    if let (Some(a), Some(b)) = (clock(left), clock(right))
        && a == b
    {
        return Some((Verdict::Agree, Reason::Same { value: shown_left }));
    }
    if left.day_assumed || right.day_assumed {
        return clocks(left, right);
    }
    let (Some(a), Some(b)) = (interval(left), interval(right)) else {
        return unplaced(left, right).or_else(|| clocks(left, right));
    };
    let (a, b) = in_a_year_of_its_own((left, a), (right, b))?;
    let verdict = if a == b {
        return Some((Verdict::Agree, Reason::Same { value: shown_left }));
    } else if is_clock_range(left) && is_clock_range(right) {
        // Hours are given to be kept: from eight to five is not from nine to five.
        (Verdict::Conflict, Reason::TimesExclude { left: shown_left, right: shown_right })
    } else if a.0 <= b.0 && b.1 <= a.1 {
        (Verdict::Compatible, Reason::TimeWithin { inner: shown_right, outer: shown_left })
    } else if b.0 <= a.0 && a.1 <= b.1 {
        (Verdict::Compatible, Reason::TimeWithin { inner: shown_left, outer: shown_right })
    } else if a.0 < b.1 && b.0 < a.1 {
        (Verdict::Compatible, Reason::TimeWithin { inner: shown_left, outer: shown_right })
    } else if is_loose(left) || is_loose(right) {
        let minutes = minutes_between(a.0, b.0);
        if minutes.is_some_and(|minutes| minutes.abs() <= ABOUT_MINUTES) {
            (Verdict::Compatible, Reason::TimeWithin { inner: shown_left, outer: shown_right })
        } else {
            (Verdict::Tension, Reason::TimesExclude { left: shown_left, right: shown_right })
        }
    } else {
        (Verdict::Conflict, Reason::TimesExclude { left: shown_left, right: shown_right })
    };
    Some(verdict)
}

/// The instants of two times, one whose year was only taken from the story's other articles in the year of the other: "in August" of
/// an article without a date is August of any year. None where the year is all that such a time says, and is another: "last year".
fn in_a_year_of_its_own(
    (left, a): (&Time, (DateTime, DateTime)),
    (right, b): (&Time, (DateTime, DateTime)),
) -> Option<((DateTime, DateTime), (DateTime, DateTime))> {
    let is_year = |time: &Time| time.year_from_story && time.grain >= Grain::Year;
    if a != b && (is_year(left) || is_year(right)) {
        return None;
    }
    let shifted = |one: (DateTime, DateTime), other: (DateTime, DateTime)| {
        let years = i64::from(other.0.year()) - i64::from(one.0.year());
        let by = |time: DateTime| time.checked_add(jiff::Span::new().years(years));
        by(one.0).ok().zip(by(one.1).ok()).unwrap_or(one)
    };
    Some(match (left.year_from_story, right.year_from_story) {
        (true, _) => (shifted(a, b), b),
        (false, true) => (a, shifted(b, a)),
        (false, false) => (a, b),
    })
}

/// The instants that a time covers; of "until Sunday" and "since 2008" the day and the year that are named.
fn interval(time: &Time) -> Option<(DateTime, DateTime)> {
    let named = named_length(time.grain);
    match (time.start, time.end) {
        (Some(start), Some(end)) => Some((start, end)),
        (None, Some(end)) => Some((end.checked_sub(named).ok()?, end)),
        (Some(start), None) => Some((start, start.checked_add(named).ok()?)),
        (None, None) => None,
    }
}

/// How long the day, month or year is that a bound of this grain names; an hour is taken for its day.
fn named_length(grain: Grain) -> jiff::Span {
    let span = jiff::Span::new();
    match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::DayPart | Grain::Day => span.days(1),
        Grain::Week => span.weeks(1),
        Grain::Month => span.months(1),
        Grain::Quarter => span.months(3),
        Grain::Year => span.years(1),
        Grain::Decade => span.years(10),
        Grain::Century => span.years(100),
    }
}

/// The time of day that a clock time states, whatever its date: "T08:00" of "2026-01-31T08:00".
fn clock(time: &Time) -> Option<&str> {
    let is_clock = time.timex_type == TimexType::Time && time.grain <= Grain::Hour;
    time.timex.find('T').filter(|_| is_clock).map(|at| &time.timex[at..])
}

/// How two times of day relate where at least one day is unknown: an hour is one of that day.
fn clocks(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
    let apart = (clock_minutes(left)? - clock_minutes(right)?).abs();
    let (shown_left, shown_right) = (left.to_string(), right.to_string());
    Some(match (is_loose(left) || is_loose(right), apart) {
        (true, apart) if apart <= ABOUT_MINUTES => {
            (Verdict::Compatible, Reason::TimeWithin { inner: shown_left, outer: shown_right })
        }
        (true, _) => (Verdict::Tension, Reason::TimesExclude { left: shown_left, right: shown_right }),
        (false, _) => (Verdict::Conflict, Reason::TimesExclude { left: shown_left, right: shown_right }),
    })
}

/// The minutes since midnight of a clock time.
fn clock_minutes(time: &Time) -> Option<i64> {
    let (hour, minute) = clock(time)?.strip_prefix('T')?.split_once(':')?;
    Some(hour.parse::<i64>().ok()? * 60 + minute.parse::<i64>().ok()?)
}

/// Whether a time runs from one clock time to another: "from 8 p.m. to 5 a.m.".
fn is_clock_range(time: &Time) -> bool {
    let longer = |(start, end)| minutes_between(start, end).is_some_and(|minutes| minutes > 60);
    time.modifier.is_none() && clock(time).is_some() && time.start.zip(time.end).is_some_and(longer)
}

fn is_loose(time: &Time) -> bool {
    matches!(time.modifier, Some(TimeMod::Approx | TimeMod::Start | TimeMod::Mid | TimeMod::End))
}

fn minutes_between(a: DateTime, b: DateTime) -> Option<i64> {
    let total = b.since(a).ok()?.total(SpanTotal::from(SpanUnit::Minute).days_are_24_hours()).ok()?;
    // A total of minutes between two calendar dates is far inside the range of whole numbers.
    #[expect(clippy::cast_possible_truncation, reason = "rounded to whole minutes on purpose")]
    Some(total as i64)
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
        Some(TimeMod::EqualOrMore | TimeMod::MoreThan) => (stated, stated + YEAR / 2),
        _ => (stated - YEAR / 4, stated + YEAR / 4),
    };
    let (from, to) = if entering { (begun - YEAR / 4, begun + YEAR / 4) } else { (begun, begun + YEAR) };
    let (left, right) = (length.to_string(), format!("year {year}"));
    Some(if low <= to && from <= high {
        (Verdict::Compatible, Reason::TimeWithin { inner: left, outer: right })
    } else {
        (Verdict::Tension, Reason::TimesExclude { left, right })
    })
}

/// Compares what is written of year, month and day where at least one cannot be placed.
fn unplaced(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
    // Monday and Tuesday are two days of any week; Monday night is Monday, and the weekend is no day.
    if left.bare_weekday().zip(right.bare_weekday()).is_some_and(|(a, b)| a != b) {
        let reason = Reason::TimesExclude { left: left.to_string(), right: right.to_string() };
        return Some((Verdict::Conflict, reason));
    }
    let (a, b) = (fields(&left.timex)?, fields(&right.timex)?);
    let mut shared = 0;
    for (x, y) in a.iter().zip(&b) {
        if let (Some(x), Some(y)) = (x, y) {
            if x != y {
                let reason = Reason::TimesExclude { left: left.to_string(), right: right.to_string() };
                return Some((Verdict::Conflict, reason));
            }
            shared += 1;
        }
    }
    (shared > 0).then(|| {
        let (inner, outer) = (left.to_string(), right.to_string());
        (Verdict::Compatible, Reason::TimeWithin { inner, outer })
    })
}

/// Year, month and day as far as a TIMEX3 calendar value has them; none for weeks, quarters and references.
fn fields(timex: &str) -> Option<[Option<u16>; 3]> {
    let date = timex.split('T').next()?;
    let mut fields = [None; 3];
    for (at, part) in date.split('-').enumerate() {
        let field = fields.get_mut(at)?;
        if part.bytes().all(|byte| byte == b'X') {
            continue;
        }
        *field = Some(part.parse().ok()?);
    }
    Some(fields)
}

fn lengths(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
    let (shown_left, shown_right) = (left.to_string(), right.to_string());
    let ((a, exact_a), (b, exact_b)) = (left.length()?, right.length()?);
    let (most_a, most_b) = (left.seconds_max.unwrap_or(a), right.seconds_max.unwrap_or(b));
    if a == b && most_a == most_b {
        return Some((Verdict::Agree, Reason::Same { value: shown_left }));
    }
    // How far the two lie from one another; nothing where one range reaches into the other.
    let apart = (a - most_b).max(b - most_a).max(Decimal::ZERO);
    let larger = most_a.max(most_b);
    // Months and years have no fixed length, and a writer who says weeks rounds what another gives in days.
    let exact = left.grain == right.grain && exact_a && exact_b;
    // "Three years and four months" are 40 months, though no two months are of one length.
    let in_months = left.grain >= Grain::Month && right.grain >= Grain::Month;
    let slack = match (exact, in_months) {
        (true, false) => Decimal::ZERO,
        (true, true) => larger / Decimal::from(50),
        (false, _) => larger / Decimal::from(12),
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
        return Some((Verdict::Compatible, Reason::TimeWithin { inner: shown_left, outer: shown_right }));
    }
    if sides.contains(&Some(true)) {
        return Some((Verdict::Tension, Reason::FiguresDiffer { left: shown_left, right: shown_right }));
    }
    let verdict = if loose(left) || loose(right) { Verdict::Tension } else { Verdict::Conflict };
    Some((verdict, Reason::TimesExclude { left: shown_left, right: shown_right }))
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

    fn date(timex: &str, start: &str, end: &str) -> Time {
        Time {
            timex_type: TimexType::Date,
            timex: timex.into(),
            modifier: None,
            start: start.parse().ok(),
            end: end.parse().ok(),
            grain: Grain::Day,
            seconds: None,
            seconds_max: None,
            year_from_story: false,
            day_assumed: false,
            zone: None,
            candidates: Vec::new(),
        }
    }

    #[test]
    fn days_of_a_week_differ_and_their_parts_do_not() {
        let verdict = |left: &str, right: &str| {
            relate(&date(left, "", ""), &date(right, "", "")).map(|(verdict, _)| verdict)
        };
        assert_eq!(verdict("XXXX-WXX-1", "XXXX-WXX-2"), Some(Verdict::Conflict));
        assert_eq!(verdict("XXXX-WXX-1TMO", "XXXX-WXX-2"), Some(Verdict::Conflict));
        assert_eq!(verdict("XXXX-WXX-1", "XXXX-WXX-1TNI"), None);
        assert_eq!(verdict("XXXX-WXX-6", "XXXX-WXX-WE"), None);
    }

    #[test]
    fn a_borrowed_year_excludes_nothing() {
        let august = |year: &str| {
            date(&format!("{year}-08"), &format!("{year}-08-01T00:00"), &format!("{year}-09-01T00:00"))
        };
        let borrowed = Time { year_from_story: true, ..august("2016") };
        let verdict = |left: &Time, right: &Time| relate(left, right).map(|(verdict, _)| verdict);
        assert_eq!(verdict(&august("2015"), &august("2016")), Some(Verdict::Conflict));
        assert_eq!(verdict(&august("2015"), &borrowed), Some(Verdict::Agree));
        assert_eq!(verdict(&borrowed, &august("2015")), Some(Verdict::Agree));
        let last_year = Time {
            year_from_story: true,
            grain: Grain::Year,
            ..date("2016", "2016-01-01T00:00", "2017-01-01T00:00")
        };
        assert_eq!(verdict(&last_year, &august("2015")), None);
        let year = Time { year_from_story: false, ..last_year.clone() };
        assert_eq!(verdict(&last_year, &year), Some(Verdict::Agree));
    }

    #[test]
    fn an_assumed_day_excludes_nothing() {
        let at = |timex: &str, hour: &str| Time {
            timex_type: TimexType::Time,
            grain: Grain::Minute,
            ..date(timex, &format!("{hour}:20"), &format!("{hour}:21"))
        };
        let said = at("2026-08-13T21:20", "2026-08-13T21");
        let assumed = |hour: &str| Time {
            day_assumed: true,
            ..at(&format!("2026-08-14T{hour}:20"), &format!("2026-08-14T{hour}"))
        };
        let verdict = |left: &Time, right: &Time| relate(left, right).map(|(verdict, _)| verdict);
        assert_eq!(verdict(&said, &assumed("21")), Some(Verdict::Agree));
        assert_eq!(verdict(&said, &assumed("22")), Some(Verdict::Conflict));
        assert_eq!(assumed("21").to_string(), "21:20");
        let day = date("2026-08-13", "2026-08-13T00:00", "2026-08-14T00:00");
        assert_eq!(verdict(&day, &assumed("21")), None);
    }

    fn length(timex: &str, grain: Grain, modifier: Option<TimeMod>) -> Time {
        Time { timex_type: TimexType::Duration, grain, modifier, ..date(timex, "", "") }
    }

    /// A length between two figures in hundredths of a second.
    fn lasting(least: i64, most: i64) -> Time {
        let seconds = |hundredths| Some(Decimal::new(hundredths, 2));
        let timex = format!("PT{}S", Decimal::new(least, 2));
        let seconds_max = seconds(most).filter(|_| most > least);
        Time { seconds: seconds(least), seconds_max, ..length(&timex, Grain::Second, None) }
    }

    fn hours(n: i64) -> Time {
        Time { seconds: Some(Decimal::from(n * 3600)), ..length(&format!("PT{n}H"), Grain::Hour, None) }
    }

    /// A length told in months that comes to so many days.
    fn months(timex: &str, days: i64) -> Time {
        Time { seconds: Some(Decimal::from(days * 86_400)), ..length(timex, Grain::Month, None) }
    }

    fn since(timex: &str, start: &str, grain: Grain) -> Time {
        Time { grain, ..date(timex, start, "") }
    }

    fn clock_time(timex: &str) -> Time {
        Time { timex_type: TimexType::Time, grain: Grain::Minute, ..date(timex, "", "") }
    }

    #[test]
    fn points_are_compared_by_what_they_cover() {
        let day = |n: u8| {
            date(
                &format!("2026-01-{n:02}"),
                &format!("2026-01-{n:02}T00:00"),
                &format!("2026-01-{:02}T00:00", n + 1),
            )
        };
        let month = date("2026-01", "2026-01-01T00:00", "2026-02-01T00:00");
        for (left, right, want) in [
            (day(23), day(23), Some(Verdict::Agree)),
            (day(23), day(24), Some(Verdict::Conflict)),
            (day(23), month.clone(), Some(Verdict::Compatible)),
            (date("XXXX-12-06", "", ""), date("XXXX-12-07", "", ""), Some(Verdict::Conflict)),
            (date("XXXX-WXX-7", "", ""), date("XXXX-12-07", "", ""), None),
            (clock_time("T20:49"), clock_time("T22:10"), Some(Verdict::Conflict)),
            (clock_time("T20:49"), clock_time("XXXX-WXX-5T20:49"), Some(Verdict::Agree)),
            (length("P1W", Grain::Week, None), length("P7D", Grain::Day, None), Some(Verdict::Agree)),
            (length("P90D", Grain::Day, None), length("P3M", Grain::Month, None), Some(Verdict::Compatible)),
            (length("P3W", Grain::Week, None), length("P4W", Grain::Week, None), Some(Verdict::Conflict)),
            (
                length("P27Y", Grain::Year, Some(TimeMod::EqualOrMore)),
                length("P24Y", Grain::Year, None),
                Some(Verdict::Tension),
            ),
            (
                length("P3Y", Grain::Year, Some(TimeMod::EqualOrMore)),
                length("P4Y", Grain::Year, None),
                Some(Verdict::Compatible),
            ),
            (length("P1D", Grain::Day, Some(TimeMod::LessThan)), hours(9), Some(Verdict::Compatible)),
            (length("P1D", Grain::Day, Some(TimeMod::LessThan)), hours(30), Some(Verdict::Tension)),
            (
                since("2008", "2008-01-01T00:00", Grain::Year),
                since("2008-08", "2008-08-01T00:00", Grain::Month),
                Some(Verdict::Compatible),
            ),
            (
                since("2008", "2008-01-01T00:00", Grain::Year),
                since("2009-08", "2009-08-01T00:00", Grain::Month),
                Some(Verdict::Conflict),
            ),
            (months("P3Y4M", 3 * 365 + 4 * 30), months("P40M", 40 * 30), Some(Verdict::Compatible)),
            (months("P40M", 40 * 30), months("P42M", 42 * 30), Some(Verdict::Conflict)),
            (lasting(958, 958), lasting(969, 969), Some(Verdict::Conflict)),
            (lasting(1000, 1500), lasting(1500, 1500), Some(Verdict::Compatible)),
            (lasting(1000, 1500), lasting(1600, 1600), Some(Verdict::Conflict)),
        ] {
            assert_eq!(relate(&left, &right).map(|(verdict, _)| verdict), want, "{left} and {right}");
            assert_eq!(relate(&right, &left).map(|(verdict, _)| verdict), want, "{right} and {left}");
        }
    }
}
