//! Points and stretches of time as TIMEX3 names them, and as instants.

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
    /// The length in seconds of a duration of fixed length; the shortest one of a range.
    pub seconds: Option<Decimal>,
    /// The longest length in seconds, where a range is said: "two to three hours".
    pub seconds_max: Option<Decimal>,
    /// Whether the date the words were read against came from the story's other articles.
    pub year_from_story: bool,
    /// Whether the words give a time of day and no day, so that it was put on the article's.
    pub day_assumed: bool,
    /// The zone as written, with its candidate offsets in seconds east of UTC; empty where none is written.
    pub zone: Option<Box<(String, Vec<i32>)>>,
    /// The TIMEX3 values that a date in figures can have, where nothing tells its month from its day; else empty.
    pub candidates: Vec<String>,
}

/// Seconds in a year of 365.25 days.
pub(crate) const YEAR: i64 = 31_557_600;

impl Time {
    /// The day of the week, Monday as 1, of a day of which nothing else is known: "Monday night" of an article without a date.
    #[must_use]
    pub fn bare_weekday(&self) -> Option<i8> {
        self.timex.strip_prefix("XXXX-WXX-")?.get(..1)?.parse().ok()
    }

    /// The length of a duration in seconds and whether that is exact: a month counts 30.44 days, a year 365.25. None for
    /// what is no duration.
    #[must_use]
    pub fn length(&self) -> Option<(Decimal, bool)> {
        if self.timex_type != TimexType::Duration {
            return None;
        }
        if let Some(seconds) = self.seconds {
            return Some((seconds, true));
        }
        let body = self.timex.strip_prefix('P')?;
        let (number, unit) = body.split_at(body.len().checked_sub(1)?);
        let number: i64 = number.parse().ok()?;
        let (per, exact) = match unit {
            "Y" => (YEAR, false),
            "M" => (2_630_016, false),
            "W" => (604_800, true),
            "D" => (86_400, true),
            _ => return None,
        };
        Some((Decimal::from(number.checked_mul(per)?), exact))
    }
}
