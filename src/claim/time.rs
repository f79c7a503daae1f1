//! Points and stretches of time as TIMEX3 names them, and as instants.

use super::{TimeUnit, count::comparable, timex_length};
use jiff::civil::DateTime;
use rust_decimal::Decimal;

/// The TIMEX3 type of a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A calendar date or a stretch named by one.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// The TIMEX3 modifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeMod {
    /// "before June"
    Before,
    /// "after June"
    After,
    /// "on or before"
    OnOrBefore,
    /// "on or after"
    OnOrAfter,
    /// "less than two hours"
    LessThan,
    /// "more than two hours"
    MoreThan,
    /// "at most", "up to", "nearly"
    EqualOrLess,
    /// "at least"
    EqualOrMore,
    /// "early", "the start of"
    Start,
    /// "the middle of"
    Mid,
    /// "late", "the end of"
    End,
    /// "about"
    Approx,
}

/// The finest unit that a time expression states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// A part of a day.
    DayPart,
    /// Days.
    Day,
    /// Weekends and weeks.
    Week,
    /// Months.
    Month,
    /// Quarters and seasons.
    Quarter,
    /// Years.
    Year,
    /// Decades.
    Decade,
    /// Centuries.
    Century,
}

/// A time expression after resolving: what it names and, where it can be placed, when that is.
///
/// `start` and `end` are half-open local times. What cannot be placed has neither; that is data, not an error.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Time {
    /// The TIMEX3 type.
    pub timex_type: TimexType,
    /// The TIMEX3 value: "2026-01-31", "P1W", "2026-W04-WE", "PRESENT_REF".
    pub timex: String,
    /// The TIMEX3 modifier.
    pub modifier: Option<TimeMod>,
    /// The first instant in it.
    pub start: Option<DateTime>,
    /// The first instant that is not in it.
    pub end: Option<DateTime>,
    /// The finest unit stated.
    pub grain: Grain,
    /// The length in seconds of a duration, a month counted as 30 days and a year as 365; the shortest one of a range.
    pub seconds: Option<Decimal>,
    /// The longest length in seconds, where a range is said: "two to three hours".
    pub seconds_max: Option<Decimal>,
    /// Whether the date the words were read against came from the story's other articles.
    pub year_from_story: bool,
    /// Whether the sentence gives a time of day and no day, so that it was put on the day of the sentence before or the article's.
    pub day_assumed: bool,
    /// The zone as written, with its candidate offsets in seconds east of UTC; empty where none is written.
    pub zone: Option<Box<(String, Vec<i32>)>>,
    /// The TIMEX3 values that a date in figures can have, where nothing tells its month from its day; else empty.
    pub candidates: Vec<String>,
}

/// Seconds in a year of 365.25 days.
pub(crate) const YEAR: i64 = 31_557_600;

impl Time {
    /// A time of which nothing is known but its name.
    pub(crate) const fn named_only(timex_type: TimexType, timex: String, grain: Grain) -> Self {
        Self {
            timex_type,
            timex,
            modifier: None,
            start: None,
            end: None,
            grain,
            seconds: None,
            seconds_max: None,
            year_from_story: false,
            day_assumed: false,
            zone: None,
            candidates: Vec::new(),
        }
    }

    /// The day of the week, Monday as 1, of a day of which nothing else is known: "Monday night" of an article without a date.
    #[must_use]
    pub fn bare_weekday(&self) -> Option<i8> {
        self.timex.strip_prefix("XXXX-WXX-")?.get(..1)?.parse().ok()
    }

    /// The length of a duration in seconds, of a range the shortest, and whether that is exact: a year counts 365.25 days here and a
    /// month a twelfth of it, since neither has a fixed length. None for what is no duration.
    #[must_use]
    pub fn length(&self) -> Option<(Decimal, bool)> {
        let stated = self.stated_length()?;
        let seconds = stated.months.checked_mul(Decimal::from(YEAR / 12))?.checked_add(stated.seconds)?;
        comparable(seconds).map(|seconds| (seconds, stated.months.is_zero()))
    }

    /// The longest length in seconds of a duration, as [`Self::length`] counts; the same where no range is said.
    #[must_use]
    pub fn longest(&self) -> Option<Decimal> {
        let (least, is_exact) = self.length()?;
        match (self.seconds, self.seconds_max) {
            (_, Some(most)) if is_exact => comparable(most),
            // Both ends are told in one unit, and so is what they are short of the calendar's.
            (Some(stated), Some(most)) => comparable(most.checked_mul(least)?.checked_div(stated)?),
            (_, None) | (None, Some(_)) => Some(least),
        }
    }

    /// Whether two durations are told in one kind of unit and finely enough alike to be told apart: both in months and years, or both
    /// in units of a fixed length, and both as far as the same unit.
    #[must_use]
    pub fn is_told_like(&self, other: &Self) -> bool {
        let told = |time: &Self| time.stated_length();
        let (Some(a), Some(b)) = (told(self), told(other)) else { return false };
        let is_whole = !self.timex.contains('.') && !other.timex.contains('.');
        self.grain == other.grain
            && (a.months.is_zero() && b.months.is_zero()
                || a.seconds.is_zero() && b.seconds.is_zero() && is_whole)
    }

    /// What a duration states of months and of units with a fixed length.
    fn stated_length(&self) -> Option<StatedLength> {
        if self.timex_type != TimexType::Duration {
            return None;
        }
        let told = StatedLength::of(&self.timex);
        match (told, self.seconds) {
            (Some(told), _) if !told.months.is_zero() => Some(told),
            (_, Some(seconds)) => Some(StatedLength { months: Decimal::ZERO, seconds }),
            (told, None) => told,
        }
    }
}

/// A length by its units: those of the calendar, and those that always last as long.
#[derive(Debug, Clone, Copy)]
struct StatedLength {
    months: Decimal,
    seconds: Decimal,
}

impl StatedLength {
    /// What a TIMEX3 duration says: "P1Y6M", "P2W", "PT1H30M"; none of "PXD".
    fn of(timex: &str) -> Option<Self> {
        let mut stated = Self { months: Decimal::ZERO, seconds: Decimal::ZERO };
        for (figure, unit) in timex_length::parts(timex)? {
            let (sum, per) = match unit {
                TimeUnit::Year => (&mut stated.months, 12),
                TimeUnit::Quarter => (&mut stated.months, 3),
                TimeUnit::Month => (&mut stated.months, 1),
                TimeUnit::Week => (&mut stated.seconds, 604_800),
                TimeUnit::Weekend => (&mut stated.seconds, 172_800),
                TimeUnit::Day => (&mut stated.seconds, 86_400),
                TimeUnit::Hour => (&mut stated.seconds, 3600),
                TimeUnit::Minute => (&mut stated.seconds, 60),
                TimeUnit::Second => (&mut stated.seconds, 1),
                TimeUnit::Fortnight
                | TimeUnit::Half
                | TimeUnit::Decade
                | TimeUnit::Century
                | TimeUnit::Millennium => return None,
            };
            *sum = figure.parse::<Decimal>().ok()?.checked_mul(per.into())?.checked_add(*sum)?;
        }
        Some(stated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn duration(timex: &str, seconds: Option<i64>) -> Time {
        let named = Time::named_only(TimexType::Duration, timex.to_owned(), Grain::Day);
        Time { seconds: seconds.map(Decimal::from), ..named }
    }

    #[test]
    fn months_and_years_have_no_exact_length_and_twelve_months_are_a_year() {
        for (timex, seconds, want) in [
            ("P1Y", Some(365 * 86_400), Some((YEAR, false))),
            ("P12M", Some(360 * 86_400), Some((YEAR, false))),
            ("P1Y6M", None, Some((YEAR + YEAR / 2, false))),
            ("P2Q", None, Some((YEAR / 2, false))),
            ("P1M1D", None, Some((YEAR / 12 + 86_400, false))),
            ("P2W", None, Some((1_209_600, true))),
            ("P1WE", None, Some((172_800, true))),
            ("PT1H30M", None, Some((5400, true))),
            ("PXD", None, None),
            ("PXD", Some(7), Some((7, true))),
        ] {
            let found = duration(timex, seconds).length();
            assert_eq!(found, want.map(|(seconds, exact)| (Decimal::from(seconds), exact)), "{timex}");
        }
    }

    #[test]
    fn the_longest_of_a_range_is_counted_as_its_shortest_is() {
        let mut range = duration("P2M", Some(60 * 86_400));
        assert_eq!(range.longest(), Some(Decimal::from(YEAR / 6)));
        range.seconds_max = Some(Decimal::from(120 * 86_400));
        assert_eq!(range.longest(), Some(Decimal::from(YEAR / 3)));
    }
}
