//! How two dates or times relate: by the instants they cover. Of lengths [`super::lengths`] knows, of hours [`super::hours`].
//!
//! What could not be placed is compared only as far as its own words go: "6 December" and "7 December" differ in any year.

use super::{
    hours::{Zones, are_opposed, hour, hours, zones},
    lengths::lengths,
};
use crate::{
    claim::{Grain, Time, TimeMod, TimexType},
    finding::{Reason, Verdict},
};
use jiff::{SignedDuration, civil::DateTime};

/// How far two clock times may be apart where one is "about".
const ABOUT: SignedDuration = SignedDuration::from_mins(15);

/// How two times relate; none where nothing in them can be compared.
pub(super) fn relate(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
    let same = left.timex == right.timex && left.seconds_max == right.seconds_max && left.zone == right.zone;
    // "Independence Day" and "Mother's Day" of nobody knows where are both called "XXXX".
    let says =
        !matches!(left.timex_type, TimexType::Duration) && (left.start.is_some() || left.timex != "XXXX");
    if same && says && !are_opposed(left, right) && left.start == right.start && left.end == right.end {
        return Some((Verdict::Agree, Reason::Same { value: left.to_string() }));
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
    let near = || apart(left, right).is_some_and(|apart| apart <= SignedDuration::from_mins(minutes.into()));
    Some(if differ && near() {
        let (left, right) = (left.to_string(), right.to_string());
        (Verdict::Compatible, Reason::TimesNear { left, right })
    } else {
        related
    })
}

/// How far two clock times lie from each other, by their instants or, where a day is unknown, by the clock alone.
fn apart(left: &Time, right: &Time) -> Option<SignedDuration> {
    let (a, b) = (hour(left)?, hour(right)?);
    match zones(left, right) {
        Zones::Apart(zones) => Some(a.apart(b, &zones)),
        Zones::Unsaid => None,
    }
}

/// Whether two claims state the same time, so that they are one position.
pub(super) fn same_position(left: &Time, right: &Time) -> bool {
    matches!(relate(left, right), Some((Verdict::Agree, _)))
}

fn points(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
    if let Some(found) = hours(left, right) {
        return found;
    }
    if left.day_assumed || right.day_assumed {
        return None;
    }
    let (Some(a), Some(b)) = (interval(left), interval(right)) else {
        return unplaced(left, right);
    };
    let (a, b) = in_a_year_of_its_own((left, a), (right, b))?;
    Some(intervals((left, a), (right, b)))
}

/// How two times relate that cover these instants.
pub(super) fn intervals(
    (left, a): (&Time, (DateTime, DateTime)),
    (right, b): (&Time, (DateTime, DateTime)),
) -> (Verdict, Reason) {
    let (shown_left, shown_right) = (left.to_string(), right.to_string());
    if a == b {
        (Verdict::Agree, Reason::Same { value: shown_left })
    } else if is_clock_range(left) && is_clock_range(right) {
        // Hours are given to be kept: from eight to five is not from nine to five.
        let reason = if a.0 < b.1 && b.0 < a.1 {
            Reason::FiguresExclude { left: shown_left, right: shown_right }
        } else {
            Reason::TimesExclude { left: shown_left, right: shown_right }
        };
        (Verdict::Conflict, reason)
    } else if a.0 <= b.0 && b.1 <= a.1 {
        (Verdict::Compatible, Reason::TimeWithin { inner: shown_right, outer: shown_left })
    } else if b.0 <= a.0 && a.1 <= b.1 {
        (Verdict::Compatible, Reason::TimeWithin { inner: shown_left, outer: shown_right })
    } else if a.0 < b.1 && b.0 < a.1 {
        (Verdict::Compatible, Reason::TimesOverlap { left: shown_left, right: shown_right })
    } else {
        parted(left, right, b.0.duration_since(a.0))
    }
}

/// How two times relate that share no instant and are so far apart.
pub(super) fn parted(left: &Time, right: &Time, apart: SignedDuration) -> (Verdict, Reason) {
    let (shown_left, shown_right) = (left.to_string(), right.to_string());
    if !is_loose(left) && !is_loose(right) {
        (Verdict::Conflict, Reason::TimesExclude { left: shown_left, right: shown_right })
    } else if apart.abs() <= ABOUT {
        (Verdict::Compatible, Reason::TimesNear { left: shown_left, right: shown_right })
    } else {
        (Verdict::Tension, Reason::TimesExclude { left: shown_left, right: shown_right })
    }
}

/// The instants of two times, one whose year was only taken from the story's other articles in the year of the other:
/// "in August" of an article without a date is August of any year. None where the year is all that such a time says,
/// and is another: "last year".
pub(super) fn in_a_year_of_its_own(
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
pub(super) fn interval(time: &Time) -> Option<(DateTime, DateTime)> {
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

/// Whether a time runs from one clock time to another: "from 8 p.m. to 5 a.m.".
fn is_clock_range(time: &Time) -> bool {
    let longer =
        |(start, end): (DateTime, DateTime)| end.duration_since(start) > SignedDuration::from_hours(1);
    time.modifier.is_none() && hour(time).is_some() && time.start.zip(time.end).is_some_and(longer)
}

fn is_loose(time: &Time) -> bool {
    matches!(time.modifier, Some(TimeMod::Approx | TimeMod::Start | TimeMod::Mid | TimeMod::End))
}

/// Compares what is written of year, month and day where at least one cannot be placed.
pub(super) fn unplaced(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
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
        let (left, right) = (left.to_string(), right.to_string());
        (Verdict::Compatible, Reason::TimesOverlap { left, right })
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

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    fn date(timex: &str, start: &str, end: &str) -> Time {
        let named = Time::named_only(TimexType::Date, timex.to_owned(), Grain::Day);
        Time { start: start.parse().ok(), end: end.parse().ok(), ..named }
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
            (
                length("P1D", Grain::Day, Some(TimeMod::MoreThan)),
                length("P1D", Grain::Day, Some(TimeMod::EqualOrLess)),
                Some(Verdict::Tension),
            ),
            (
                length("P1D", Grain::Day, Some(TimeMod::EqualOrMore)),
                length("P1D", Grain::Day, Some(TimeMod::EqualOrLess)),
                Some(Verdict::Agree),
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
            (months("P3Y4M", 3 * 365 + 4 * 30), months("P40M", 40 * 30), Some(Verdict::Agree)),
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
