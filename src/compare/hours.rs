//! How two hours relate: by their instants where both days are known, else by the week or the clock alone; each in the zone that is
//! named behind it. Whatever else two times cover is compared by [`super::times`].

use super::times::{in_a_year_of_its_own, interval, intervals, parted, unplaced};
use crate::{
    claim::{Grain, Time, TimeMod, TimexType},
    finding::{Reason, Verdict},
};
use jiff::{SignedDuration, civil::DateTime};

const DAY: i64 = 86_400;
const WEEK: i64 = 7 * DAY;

/// How far two clocks of the world may differ: where only one of two hours has its zone named, nothing nearer is known to be another.
const WIDEST: SignedDuration = SignedDuration::from_hours(26);

/// What is known of when an hour is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Hour {
    /// The instant.
    At(DateTime),
    /// The second of a week, from Monday on.
    InWeek(i64),
    /// The second of a day.
    InDay(i64),
}

impl Hour {
    /// How long after this one another is that stands so many seconds further east; of a week or a day the shorter way round.
    fn until(self, other: Self, east: i64) -> SignedDuration {
        let (from, to, round) = match (self, other) {
            (Self::At(a), Self::At(b)) => {
                return b.duration_since(a) + SignedDuration::from_secs(east);
            }
            (Self::InWeek(a), Self::InWeek(b)) => (a, b, WEEK),
            (a, b) => (a.in_day(), b.in_day(), DAY),
        };
        let ahead = (to + east - from).rem_euclid(round);
        SignedDuration::from_secs(if ahead > round / 2 { ahead - round } else { ahead })
    }

    /// How far another lies from this one, in the nearest of the zones that the two may be of.
    pub(super) fn apart(self, other: Self, zones: &[i64]) -> SignedDuration {
        zones.iter().map(|east| self.until(other, *east).abs()).min().unwrap_or(SignedDuration::ZERO)
    }

    fn in_day(self) -> i64 {
        match self {
            Self::At(at) => {
                i64::from(at.hour()) * 3600 + i64::from(at.minute()) * 60 + i64::from(at.second())
            }
            Self::InWeek(second) | Self::InDay(second) => second.rem_euclid(DAY),
        }
    }

    /// The day of the week, Monday as 1.
    fn weekday(self) -> Option<i64> {
        match self {
            Self::At(at) => Some(i64::from(at.weekday().to_monday_one_offset())),
            Self::InWeek(second) => Some(second / DAY + 1),
            Self::InDay(_) => None,
        }
    }
}

/// The hour that a time states; none where it states none.
pub(super) fn hour(time: &Time) -> Option<Hour> {
    if time.timex_type != TimexType::Time || time.grain > Grain::Hour {
        return None;
    }
    let (_, clock) = time.timex.split_once('T')?;
    let parts: Vec<i64> = clock.split(':').map(str::parse).collect::<Result<_, _>>().ok()?;
    let second = match *parts.as_slice() {
        [hour, minute] => hour * 3600 + minute * 60,
        [hour, minute, second] => hour * 3600 + minute * 60 + second,
        _ => return None,
    };
    let at = time.start.or(time.end).filter(|_| !time.day_assumed);
    let in_week = || Some(Hour::InWeek((i64::from(time.bare_weekday()?) - 1) * DAY + second));
    Some(at.map(Hour::At).or_else(in_week).unwrap_or(Hour::InDay(second)))
}

/// How far apart two hours' zones are.
pub(super) enum Zones {
    /// How many seconds the first may be east of the second: several where a name has several meanings.
    Apart(Vec<i64>),
    /// Only one names its zone.
    Unsaid,
}

/// How far apart the zones of two times are. Who writes "EST" in July means the hour of that zone in July, as "EDT" and "ET" do.
pub(super) fn zones(left: &Time, right: &Time) -> Zones {
    let named = |time: &Time| time.zone.clone().filter(|zone| !zone.1.is_empty());
    let without_season = |name: &str| {
        let upper = name.to_ascii_uppercase();
        if matches!(upper.as_bytes(), [_, b'S' | b'D', b'T']) { format!("{}T", &upper[..1]) } else { upper }
    };
    match (named(left), named(right)) {
        (None, None) => Zones::Apart(vec![0]),
        (Some(a), Some(b)) if without_season(&a.0) == without_season(&b.0) => Zones::Apart(vec![0]),
        (Some(a), Some(b)) => {
            let pairs = a.1.iter().flat_map(|x| b.1.iter().map(move |y| i64::from(*x) - i64::from(*y)));
            Zones::Apart(pairs.collect())
        }
        (Some(_), None) | (None, Some(_)) => Zones::Unsaid,
    }
}

/// How two hours relate, if at all; none where one of the times is no hour.
pub(super) fn hours(left: &Time, right: &Time) -> Option<Option<(Verdict, Reason)>> {
    let (a, b) = (hour(left)?, hour(right)?);
    Some(match (a, b) {
        (Hour::At(_), Hour::At(_)) => of_known_days(left, right),
        (Hour::At(_) | Hour::InWeek(_) | Hour::InDay(_), _) => of_any_day((left, a), (right, b)),
    })
}

/// How two hours relate whose days are known.
fn of_known_days(left: &Time, right: &Time) -> Option<(Verdict, Reason)> {
    let (x, y) = in_a_year_of_its_own((left, interval(left)?), (right, interval(right)?))?;
    // "By eight" ends at the hour that it names.
    let named = |time: &Time, (from, to)| Hour::At(if time.start.is_some() { from } else { to });
    let (a, b) = (named(left, x), named(right, y));
    let east = match east((left, a), (right, b), WIDEST) {
        Ok(east) => east,
        Err(unsaid) => return Some(unsaid),
    };
    if a.until(b, east).is_zero() {
        return Some(same_hour(left, right));
    }
    let there = |at: DateTime| at.checked_add(SignedDuration::from_secs(east)).ok();
    Some(intervals((left, x), (right, (there(y.0)?, there(y.1)?))))
}

/// How two hours relate where at least one day is unknown: an hour is one of that day.
fn of_any_day((left, a): (&Time, Hour), (right, b): (&Time, Hour)) -> Option<(Verdict, Reason)> {
    let east = match east((left, a), (right, b), SignedDuration::MAX) {
        Ok(east) => east,
        Err(unsaid) => return Some(unsaid),
    };
    let until = a.until(b, east);
    // Across zones a day may begin in between, which only a whole week tells.
    let is_whole_week = matches!((a, b), (Hour::InWeek(_), Hour::InWeek(_)));
    if !(is_whole_week && until.is_zero())
        && !left.day_assumed
        && !right.day_assumed
        && let Some((Verdict::Conflict, reason)) = unplaced(left, right)
    {
        return (east == 0 || is_whole_week).then_some((Verdict::Conflict, reason));
    }
    // Of another day of the week, but the one article has no date, so that the other's may be placed wrongly.
    if a.weekday().zip(b.weekday()).is_some_and(|(a, b)| a != b) && !is_whole_week {
        return None;
    }
    Some(if until.is_zero() {
        same_hour(left, right)
    } else if admits(left, until) || admits(right, -until) {
        (Verdict::Compatible, Reason::TimesOverlap { left: left.to_string(), right: right.to_string() })
    } else {
        parted(left, right, until)
    })
}

/// How many seconds further east the second hour stands, of the zones that the two may be of where they are nearest; what there is to say
/// where only one names its zone, unless they are one hour by the clock or lie further apart than so.
fn east(
    (left, a): (&Time, Hour),
    (right, b): (&Time, Hour),
    widest: SignedDuration,
) -> Result<i64, (Verdict, Reason)> {
    let by_clock = a.until(b, 0).abs();
    match zones(left, right) {
        Zones::Apart(zones) => Ok(zones.into_iter().min_by_key(|east| a.until(b, *east).abs()).unwrap_or(0)),
        Zones::Unsaid if by_clock.is_zero() || by_clock > widest => Ok(0),
        Zones::Unsaid => {
            let (left, right) = (left.to_string(), right.to_string());
            Err((Verdict::Compatible, Reason::ZoneUnsaid { left, right }))
        }
    }
}

/// How two times relate that name one hour: "just before six" and "shortly after six" are minutes apart.
fn same_hour(left: &Time, right: &Time) -> (Verdict, Reason) {
    let shown = left.to_string();
    if are_opposed(left, right) {
        (Verdict::Compatible, Reason::TimesNear { left: shown, right: right.to_string() })
    } else {
        (Verdict::Agree, Reason::Same { value: shown })
    }
}

fn is_before(time: &Time) -> bool {
    matches!(time.modifier, Some(TimeMod::Before | TimeMod::OnOrBefore))
}

fn is_after(time: &Time) -> bool {
    matches!(time.modifier, Some(TimeMod::After | TimeMod::OnOrAfter))
}

/// Whether one hour bounds what comes before it and the other what comes behind it.
pub(super) fn are_opposed(left: &Time, right: &Time) -> bool {
    is_before(left) && is_after(right) || is_after(left) && is_before(right)
}

/// Whether the hour that comes so much later lies on the side of a bound that the words leave open; "by nine" and "from nine" are said
/// of nine.
fn admits(time: &Time, later: SignedDuration) -> bool {
    match time.modifier {
        Some(TimeMod::Before) => later.is_negative(),
        Some(TimeMod::After) => later.is_positive(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::times::relate, *};

    /// "T20:00", "XXXX-WXX-1T20:00", "2026-03-02T20:00", with or without a zone: "… GMT".
    fn at(said: &str) -> Time {
        let (timex, zone) = said.split_once(' ').unwrap_or((said, ""));
        let start: Option<DateTime> = timex.parse().ok();
        let offsets = match zone {
            "GMT" => vec![0],
            "EST" | "ET" => vec![-18_000],
            "EDT" => vec![-14_400],
            "IST" => vec![0, 7200, 19_800],
            _ => Vec::new(),
        };
        Time {
            start,
            end: start.map(|start| start + SignedDuration::from_mins(1)),
            zone: (!zone.is_empty()).then(|| Box::new((zone.to_owned(), offsets))),
            ..Time::named_only(TimexType::Time, timex.to_owned(), Grain::Minute)
        }
    }

    fn verdict(left: &Time, right: &Time) -> Option<Verdict> {
        let found = relate(left, right).map(|(verdict, _)| verdict);
        assert_eq!(relate(right, left).map(|(verdict, _)| verdict), found, "{right} and {left}");
        found
    }

    #[test]
    fn equal_clocks_agree_unless_their_days_differ() {
        for (left, right, want) in [
            ("2026-03-06T20:00", "2026-03-06T20:00", Some(Verdict::Agree)),
            ("2026-03-06T20:00", "2026-03-07T20:00", Some(Verdict::Conflict)),
            ("2026-03-06T20:00", "T20:00", Some(Verdict::Agree)),
            ("XXXX-WXX-5T20:00", "2026-03-06T20:00", Some(Verdict::Agree)),
            ("XXXX-WXX-5T20:00", "2026-03-07T20:00", None),
            ("XXXX-WXX-5T20:00", "XXXX-WXX-6T20:00", Some(Verdict::Conflict)),
            ("XXXX-12-06T20:00", "XXXX-12-07T20:00", Some(Verdict::Conflict)),
            ("XXXX-12-06T20:00", "XXXX-12-06T21:00", Some(Verdict::Conflict)),
        ] {
            assert_eq!(verdict(&at(left), &at(right)), want, "{left} and {right}");
        }
    }

    #[test]
    fn zones_are_reckoned_with() {
        for (left, right, want) in [
            ("T20:00 GMT", "T20:00 EST", Some(Verdict::Conflict)),
            ("T20:00 GMT", "T15:00 EST", Some(Verdict::Agree)),
            ("2026-03-02T20:00 GMT", "2026-03-02T15:00 EST", Some(Verdict::Agree)),
            ("2026-03-03T02:00 GMT", "2026-03-02T21:00 EST", Some(Verdict::Agree)),
            ("2026-03-02T20:00 GMT", "2026-03-02T20:00 EST", Some(Verdict::Conflict)),
            ("XXXX-WXX-2T02:00 GMT", "XXXX-WXX-1T21:00 EST", Some(Verdict::Agree)),
            ("XXXX-WXX-2T02:00 GMT", "XXXX-WXX-2T21:00 EST", Some(Verdict::Conflict)),
            ("2026-03-02T20:00 GMT", "2026-03-02T22:00 IST", Some(Verdict::Agree)),
            ("2026-03-02T20:00 IST", "2026-03-02T22:00 IST", Some(Verdict::Conflict)),
            ("2026-07-02T20:00 EST", "2026-07-02T20:00 EDT", Some(Verdict::Agree)),
            ("2026-03-02T20:00 GMT", "2026-03-02T20:00", Some(Verdict::Agree)),
            ("2026-03-02T20:00 GMT", "2026-03-02T15:00", Some(Verdict::Compatible)),
            ("2026-03-02T20:00 GMT", "2026-03-05T15:00", Some(Verdict::Conflict)),
            ("T20:00 GMT", "T15:00", Some(Verdict::Compatible)),
            ("T20:00 local", "T15:00", Some(Verdict::Conflict)),
        ] {
            assert_eq!(verdict(&at(left), &at(right)), want, "{left} and {right}");
        }
    }

    #[test]
    fn a_clock_goes_round() {
        let about = |said: &str| Time { modifier: Some(TimeMod::Approx), ..at(said) };
        for (left, right, want) in [
            ("T23:55", "T00:05", Verdict::Compatible),
            ("T23:40", "T00:10", Verdict::Tension),
            ("T08:00:00", "T08:15:30", Verdict::Tension),
            ("2026-03-02T23:55", "2026-03-03T00:05", Verdict::Compatible),
        ] {
            assert_eq!(verdict(&about(left), &about(right)), Some(want), "{left} and {right}");
        }
    }

    #[test]
    fn a_bound_admits_what_lies_on_its_open_side() {
        let after = |said: &str| Time { modifier: Some(TimeMod::After), ..at(said) };
        let before = |said: &str| Time { modifier: Some(TimeMod::Before), ..at(said) };
        assert_eq!(verdict(&after("T23:00"), &at("T00:30")), Some(Verdict::Compatible));
        assert_eq!(verdict(&after("T23:00"), &at("T22:30")), Some(Verdict::Conflict));
        assert_eq!(verdict(&before("T08:00"), &at("T07:30")), Some(Verdict::Compatible));
        assert_eq!(verdict(&before("T08:00"), &after("T08:00")), Some(Verdict::Compatible));
        assert_eq!(verdict(&before("T08:00"), &at("T08:00")), Some(Verdict::Agree));
    }
}
