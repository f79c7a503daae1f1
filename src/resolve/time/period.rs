//! A stretch of the calendar or clock with its TIMEX3 name and its instants.

use crate::claim::{Clock, DayPart, Grain, Season, TimeUnit, TimexType};
use jiff::{
    Span, ToSpan,
    civil::{Date, DateTime, ISOWeekDate, Weekday, date},
};

/// A placed stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// One day.
    Day(Date),
    /// The ISO week of a day.
    Week(Date),
    /// The weekend of the ISO week of a day.
    Weekend(Date),
    /// A month, by any day in it.
    Month(Date),
    /// A quarter, by any day in it.
    Quarter(Date),
    /// A half of a year, by any day in it.
    Half(Date),
    /// A season of a year.
    Season(i16, Season),
    /// A year.
    Year(i16),
    /// A decade, by its first year.
    Decade(i16),
    /// A century, by its number.
    Century(i16),
    /// A part of a day.
    Part(Date, DayPart),
    /// A time of day.
    Clock(Date, Clock),
    /// A moment some units away from another: known to the day, said to the unit.
    About(DateTime, TimeUnit),
}

/// The first instant of a day.
fn midnight(date: Date) -> DateTime {
    date.to_datetime(jiff::civil::Time::midnight())
}

/// A date some time away; none outside of the calendar.
pub(super) fn moved(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok()
}

fn first_of_month(day: Date) -> Date {
    day.first_of_month()
}

fn first_of_quarter(day: Date) -> Date {
    date(day.year(), (day.month() - 1) / 3 * 3 + 1, 1)
}

fn monday(day: Date) -> Option<Date> {
    moved(day, i64::from(-i32::from(day.weekday().to_monday_zero_offset())).days())
}

/// The hours that a part of the day covers.
const fn hours(part: DayPart) -> (i8, i8) {
    match part {
        DayPart::Dawn => (4, 8),
        DayPart::Morning => (0, 12),
        DayPart::Midday => (12, 14),
        DayPart::Afternoon => (12, 18),
        DayPart::Dinner | DayPart::Evening | DayPart::Night => (18, 24),
        DayPart::Overnight => (20, 32),
        DayPart::Daytime => (8, 18),
    }
}

impl Period {
    /// A day in a year and month; none where the month has no such day.
    pub(super) fn day(year: i16, month: u8, day: u8) -> Option<Self> {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Self::Day)
    }

    /// A month of a year.
    pub(super) fn month(year: i16, month: u8) -> Option<Self> {
        Date::new(year, i8::try_from(month).ok()?, 1).ok().map(Self::Month)
    }

    /// A quarter of a year.
    pub(super) fn quarter(year: i16, number: u8) -> Option<Self> {
        let month = i8::try_from(number).ok()?.checked_sub(1)?.checked_mul(3)?.checked_add(1)?;
        Date::new(year, month, 1).ok().map(Self::Quarter)
    }

    /// The unit's period that holds a day.
    pub(super) fn holding(unit: TimeUnit, day: Date) -> Option<Self> {
        match unit {
            TimeUnit::Day => Some(Self::Day(day)),
            TimeUnit::Weekend => Some(Self::Weekend(day)),
            TimeUnit::Week | TimeUnit::Fortnight => Some(Self::Week(day)),
            TimeUnit::Month => Some(Self::Month(day)),
            TimeUnit::Quarter => Some(Self::Quarter(day)),
            TimeUnit::Half => Some(Self::Half(day)),
            TimeUnit::Year => Some(Self::Year(day.year())),
            TimeUnit::Decade => Some(Self::Decade(day.year().div_euclid(10) * 10)),
            TimeUnit::Century => Some(Self::Century((day.year() - 1).div_euclid(100) + 1)),
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Millennium => None,
        }
    }

    /// The TIMEX3 value.
    pub(super) fn name(self) -> String {
        match self {
            Self::Day(day) => format!("{day}"),
            Self::Week(day) => week_name(day),
            Self::Weekend(day) => format!("{}-WE", week_name(day)),
            Self::Month(day) => format!("{:04}-{:02}", day.year(), day.month()),
            Self::Quarter(day) => format!("{:04}-Q{}", day.year(), (day.month() + 2) / 3),
            Self::Half(day) => format!("{:04}-H{}", day.year(), (day.month() + 5) / 6),
            Self::Season(year, season) => format!("{year:04}-{}", season_code(season)),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}", year / 10),
            Self::Century(number) => format!("{:02}", number - 1),
            Self::Part(day, part) => format!("{day}T{}", part_code(part)),
            Self::Clock(day, clock) => format!("{day}{}", clock_name(clock)),
            Self::About(at, unit) => match unit {
                TimeUnit::Second => {
                    format!("{}T{:02}:{:02}:{:02}", at.date(), at.hour(), at.minute(), at.second())
                }
                TimeUnit::Minute | TimeUnit::Hour => {
                    format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
                }
                TimeUnit::Decade | TimeUnit::Century | TimeUnit::Millennium => format!("{:04}", at.year()),
                unit => Self::holding(unit, at.date()).map_or_else(|| at.date().to_string(), Self::name),
            },
        }
    }

    /// The first instant.
    pub(super) fn start(self) -> Option<DateTime> {
        Some(match self {
            Self::Day(day) => midnight(day),
            Self::Week(day) => midnight(monday(day)?),
            Self::Weekend(day) => midnight(moved(monday(day)?, 5.days())?),
            Self::Month(day) => midnight(first_of_month(day)),
            Self::Quarter(day) => midnight(first_of_quarter(day)),
            Self::Half(day) => midnight(date(day.year(), if day.month() < 7 { 1 } else { 7 }, 1)),
            Self::Season(year, season) => midnight(Date::new(year, season_month(season), 1).ok()?),
            Self::Year(year) => midnight(Date::new(year, 1, 1).ok()?),
            Self::Decade(year) => midnight(Date::new(year, 1, 1).ok()?),
            Self::Century(number) => {
                midnight(Date::new((number - 1).checked_mul(100)?.checked_add(1)?, 1, 1).ok()?)
            }
            Self::Part(day, part) => midnight(day).checked_add(i64::from(hours(part).0).hours()).ok()?,
            Self::Clock(day, clock) => clock_instant(day, clock)?,
            Self::About(at, unit) if unit < TimeUnit::Day => at,
            Self::About(at, _) => midnight(at.date()),
        })
    }

    /// The first instant behind it.
    pub(super) fn end(self) -> Option<DateTime> {
        let start = self.start()?;
        let span = match self {
            Self::Day(_) => 1.day(),
            Self::Week(_) => 1.week(),
            Self::Weekend(_) => 2.days(),
            Self::Month(_) => 1.month(),
            Self::Quarter(_) | Self::Season(..) => 3.months(),
            Self::Half(_) => 6.months(),
            Self::Year(_) => 1.year(),
            Self::Decade(_) => 10.years(),
            Self::Century(_) => 100.years(),
            Self::Part(_, part) => i64::from(hours(part).1 - hours(part).0).hours(),
            Self::Clock(_, Clock { second: Some(_), .. }) | Self::About(_, TimeUnit::Second) => 1.second(),
            Self::Clock(..) | Self::About(_, TimeUnit::Minute | TimeUnit::Hour) => 1.minute(),
            Self::About(..) => 1.day(),
        };
        start.checked_add(span).ok()
    }

    /// The finest unit said.
    pub(super) const fn grain(self) -> Grain {
        match self {
            Self::Day(_) => Grain::Day,
            Self::Week(_) | Self::Weekend(_) => Grain::Week,
            Self::Month(_) => Grain::Month,
            Self::Quarter(_) | Self::Season(..) | Self::Half(_) => Grain::Quarter,
            Self::Year(_) => Grain::Year,
            Self::Decade(_) => Grain::Decade,
            Self::Century(_) => Grain::Century,
            Self::Part(..) => Grain::DayPart,
            Self::Clock(_, clock) => clock_grain(clock),
            Self::About(_, unit) => unit_grain(unit),
        }
    }

    /// Whether it is a date or a time of day.
    pub(super) const fn timex_type(self) -> TimexType {
        match self {
            Self::Part(..) | Self::Clock(..) => TimexType::Time,
            Self::About(_, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour) => TimexType::Time,
            Self::Day(_)
            | Self::Week(_)
            | Self::Weekend(_)
            | Self::Month(_)
            | Self::Quarter(_)
            | Self::Half(_)
            | Self::Season(..)
            | Self::Year(_)
            | Self::Decade(_)
            | Self::Century(_)
            | Self::About(..) => TimexType::Date,
        }
    }

    /// The day that it starts on.
    pub(super) fn first_day(self) -> Option<Date> {
        self.start().map(DateTime::date)
    }

    /// The like period some places on.
    pub(super) fn step(self, places: i64) -> Option<Self> {
        let year = |year: i16, by: i64| i16::try_from(i64::from(year).checked_add(by)?).ok();
        Some(match self {
            Self::Day(day) => Self::Day(moved(day, places.days())?),
            Self::Week(day) => Self::Week(moved(day, places.weeks())?),
            Self::Weekend(day) => Self::Weekend(moved(day, places.weeks())?),
            Self::Month(day) => Self::Month(moved(first_of_month(day), places.months())?),
            Self::Quarter(day) => Self::Quarter(moved(first_of_quarter(day), (3 * places).months())?),
            Self::Half(day) => Self::Half(moved(first_of_month(day), (6 * places).months())?),
            Self::Season(at, season) => Self::Season(year(at, places)?, season),
            Self::Year(at) => Self::Year(year(at, places)?),
            Self::Decade(at) => Self::Decade(year(at, 10 * places)?),
            Self::Century(at) => Self::Century(year(at, places)?),
            Self::Part(day, part) => Self::Part(moved(day, places.days())?, part),
            Self::Clock(day, clock) => Self::Clock(moved(day, places.days())?, clock),
            Self::About(at, unit) => Self::About(at.checked_add(places.days()).ok()?, unit),
        })
    }
}

/// The name of the ISO week of a day.
fn week_name(day: Date) -> String {
    let week: ISOWeekDate = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The Monday of an ISO week.
pub(super) fn iso_week(year: i16, week: u8) -> Option<Date> {
    ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday).ok().map(ISOWeekDate::date)
}

const fn season_month(season: Season) -> i8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

/// The TIMEX3 code of a season.
pub(super) const fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// The TIMEX3 code of a part of the day.
pub(super) const fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Dawn | DayPart::Morning => "MO",
        DayPart::Midday => "MI",
        DayPart::Afternoon => "AF",
        DayPart::Dinner | DayPart::Evening => "EV",
        DayPart::Night | DayPart::Overnight => "NI",
        DayPart::Daytime => "DT",
    }
}

/// "T22:00"
pub(super) fn clock_name(clock: Clock) -> String {
    let (hour, minute) = (clock.hour, clock.minute.unwrap_or(0));
    match clock.second {
        Some(second) => format!("T{hour:02}:{minute:02}:{second:02}"),
        None => format!("T{hour:02}:{minute:02}"),
    }
}

fn clock_instant(day: Date, clock: Clock) -> Option<DateTime> {
    let minutes = i64::from(clock.hour) * 60 + i64::from(clock.minute.unwrap_or(0));
    let seconds = minutes * 60 + i64::from(clock.second.unwrap_or(0));
    midnight(day).checked_add(seconds.seconds()).ok()
}

/// The finest unit of a time of day.
pub(super) const fn clock_grain(clock: Clock) -> Grain {
    match (clock.minute, clock.second) {
        (_, Some(_)) => Grain::Second,
        (Some(_), None) => Grain::Minute,
        (None, None) => Grain::Hour,
    }
}

/// The grain that a unit makes.
pub(super) const fn unit_grain(unit: TimeUnit) -> Grain {
    match unit {
        TimeUnit::Second => Grain::Second,
        TimeUnit::Minute => Grain::Minute,
        TimeUnit::Hour => Grain::Hour,
        TimeUnit::Day => Grain::Day,
        TimeUnit::Weekend | TimeUnit::Week | TimeUnit::Fortnight => Grain::Week,
        TimeUnit::Month => Grain::Month,
        TimeUnit::Quarter | TimeUnit::Half => Grain::Quarter,
        TimeUnit::Year => Grain::Year,
        TimeUnit::Decade => Grain::Decade,
        TimeUnit::Century | TimeUnit::Millennium => Grain::Century,
    }
}
