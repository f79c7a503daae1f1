//! A time expression as written, before it is placed against any date.
//!
//! [`crate::read`] makes these from words alone; [`crate::resolve`] turns each into a [`super::Time`].

use super::TimeMod;
use rust_decimal::Decimal;

/// A time expression as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TimeExpression {
    /// What the words name.
    pub said: TimeSaid,
    /// "early", "about", "at least".
    pub modifier: Option<TimeMod>,
    /// What the words before make of it: "until Feb. 1" is an end. They stand outside of the mention's span.
    pub edge: Option<Edge>,
    /// The zone as written: "GMT", "Eastern".
    pub zone: Option<String>,
}

impl From<TimeSaid> for TimeExpression {
    fn from(said: TimeSaid) -> Self {
        Self { said, modifier: None, edge: None, zone: None }
    }
}

impl From<Point> for TimeExpression {
    fn from(point: Point) -> Self {
        TimeSaid::Point(point).into()
    }
}

/// What a time expression names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TimeSaid {
    /// "now", "recently", "soon"
    Dateless(Dateless),
    /// "Sunday, February 1", "last week", "two days earlier"
    Point(Point),
    /// "Jan. 23-24", "from 5 to 6pm"
    Range {
        /// The first moment.
        from: Point,
        /// The last moment, which is in it.
        to: Point,
    },
    /// "two weeks"
    Length(Length),
    /// A length that is placed by the words around it: "the past two weeks", "10 days from 18 December".
    Stretch {
        /// How long.
        length: Length,
        /// Where it starts or ends.
        place: StretchPlace,
    },
    /// "every Friday", "daily"
    Recurring(Recurrence),
}

impl TimeSaid {
    /// The point that is named, or at which what is named starts.
    pub(crate) const fn first_point(&self) -> Option<&Point> {
        match self {
            Self::Point(point) | Self::Range { from: point, .. } => Some(point),
            Self::Dateless(_) | Self::Length(_) | Self::Stretch { .. } | Self::Recurring(_) => None,
        }
    }
}

/// A time that is named without a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dateless {
    /// "recently"
    Past,
    /// "now"
    Present,
    /// "soon"
    Future,
}

/// Where a stretch lies.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StretchPlace {
    /// "the past two weeks"
    BeforeNow,
    /// "the next two weeks"
    AfterNow,
    /// "the first nine months"; of something, where that is said.
    First(Option<Box<Point>>),
    /// "the last four months of 2021"
    Last(Box<Point>),
    /// "for a week from Monday"
    From(Box<Point>),
}

/// What a preposition makes of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// "before Friday": Friday is not in it.
    Before,
    /// "shortly before 4 a.m.": within the half-hour before it, where it is a time of day.
    JustBefore,
    /// "until Friday", "by Friday", "ending Friday": Friday is in it.
    Until,
    /// "after Friday": Friday is not in it.
    After,
    /// "just after 4 a.m.": within the half-hour behind it, where it is a time of day.
    JustAfter,
    /// "since Friday", "starting Friday": Friday is in it.
    Since,
    /// "in two weeks"
    In,
    /// "within two weeks"
    Within,
}

/// A unit of the calendar or clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days, nights and working days.
    Day,
    /// Weekends.
    Weekend,
    /// Weeks.
    Week,
    /// Two weeks.
    Fortnight,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Halves of a year.
    Half,
    /// Years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

/// How many of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Amount {
    /// "two", "a", "2.5"
    Exactly(Decimal),
    /// "two to three": the first and the last.
    Between(Decimal, Decimal),
    /// "several", "a few", or no number at all; with the number that placing assumes.
    Vague(u8),
}

/// A length of time, coarse unit first: "one year and three months".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Length {
    /// The amounts with their units; never empty.
    pub parts: Vec<(Amount, TimeUnit)>,
}

/// Which of several like periods the words pick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// No word picks; tense does.
    Bare,
    /// "this", "current"
    This,
    /// "this past"
    ThisPast,
    /// "this coming", "upcoming"
    ThisComing,
    /// "last", "past"
    Last,
    /// "next"
    Next,
    /// "the previous", counted from the date in focus.
    Previous,
    /// "the following", counted from the date in focus.
    Following,
    /// "that", "the same": the one in focus.
    Same,
    /// "before last"
    BeforeLast,
    /// "after next"
    AfterNext,
}

/// The year of a date as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearSaid {
    /// Not stated; the word before the period may still pick: "last August".
    Unstated(Which),
    /// "2026"
    Absolute(i16),
    /// "last year", "of this year"
    Relative(Which),
}

/// A date with those fields that are stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Calendar {
    /// The year.
    pub year: YearSaid,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
    /// The day of the week, from Monday as 1.
    pub weekday: Option<u8>,
    /// Which of two figures is the month.
    pub order: FieldOrder,
}

/// What a date in figures shows of the order in which its article writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldOrder {
    /// Nothing, and its own fields are not in doubt: "Feb. 1", "2026-02-01".
    Certain,
    /// "1/31"
    MonthFirst,
    /// "31/1"
    DayFirst,
    /// "5/6": the fields hold the reading with the month first.
    Either,
}

/// What "earlier" and "later" count from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum CountFrom {
    /// "ago", "from now"
    Now,
    /// "earlier", "later": the date in focus.
    Focus,
    /// "after Christmas"
    Point(Box<Point>),
}

/// A season of the year, of the northern hemisphere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Autumn, fall.
    Autumn,
    /// Winter; it starts in the year that names it.
    Winter,
}

/// Which part of a period is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Portion {
    /// "early", "the beginning of"
    Start,
    /// "mid-", "the middle of"
    Middle,
    /// "late", "the end of"
    End,
}

impl From<Portion> for TimeMod {
    fn from(portion: Portion) -> Self {
        match portion {
            Portion::Start => Self::Start,
            Portion::Middle => Self::Mid,
            Portion::End => Self::End,
        }
    }
}

/// How the bounds of a part of a period are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartForm {
    /// "late March": a stretch of about a third.
    Stretch,
    /// "the end of March": such a stretch, but the very end where a range starts or ends with it.
    Edge,
    /// "later this month", "the rest of the week": now cuts it off.
    ByNow,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayPart {
    /// "dawn"
    Dawn,
    /// "morning"
    Morning,
    /// "lunchtime"
    Midday,
    /// "afternoon"
    Afternoon,
    /// "dinner time"
    Dinner,
    /// "evening"
    Evening,
    /// "night"
    Night,
    /// "overnight": from evening into the morning.
    Overnight,
    /// "daytime"
    Daytime,
}

/// A time of day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Clock {
    /// The hour from 0 to 24, by the half of the day where that is stated.
    pub hour: u8,
    /// The minute, where stated.
    pub minute: Option<u8>,
    /// The second, where stated.
    pub second: Option<u8>,
    /// Whether the half of the day is open: "at 8:30", "half past seven".
    pub either_half: bool,
}

/// What is counted inside a period: "the first Monday of", "the last week of".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counted {
    /// A day of the week.
    Weekday(u8),
    /// A unit.
    Unit(TimeUnit),
}

/// A point or named stretch of time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Point {
    /// "Feb. 1", "Friday", "March 1996", "1988", "the 14th"
    Calendar(Calendar),
    /// "today", "next week", "last year"
    Relative {
        /// The unit.
        unit: TimeUnit,
        /// Which one.
        which: Which,
    },
    /// "today" is 0, "yesterday" is -1.
    DaysFromNow(i8),
    /// "two years ago", "three days after Christmas"
    Shifted {
        /// How far.
        length: Length,
        /// Whether it lies later than its origin.
        later: bool,
        /// What it counts from.
        origin: CountFrom,
    },
    /// "Friday last week", "Monday of next week"
    WeekdayOf {
        /// The day of the week, from Monday as 1.
        weekday: u8,
        /// The week that it lies in.
        week: Box<Point>,
    },
    /// "three Fridays from now", "the Monday after Easter"
    NthWeekday {
        /// The day of the week, from Monday as 1.
        weekday: u8,
        /// Which one behind its origin; negative for those before it.
        count: i8,
        /// The day that it is counted from; now, where none is said.
        from: Option<Box<Point>>,
    },
    /// "the third quarter", "fiscal second-quarter", "the quarter"
    Quarter {
        /// Which quarter, where stated.
        number: Option<u8>,
        /// The year.
        year: YearSaid,
    },
    /// "the year-ago period": the period in focus, in another year.
    Comparable {
        /// The year.
        year: YearSaid,
    },
    /// "the first half of 1990"
    Half {
        /// Which half.
        number: u8,
        /// The year.
        year: YearSaid,
    },
    /// "last fall"
    Season {
        /// The season.
        season: Season,
        /// The year.
        year: YearSaid,
    },
    /// "the 1990s"; by its first year. Two digits are of the last hundred years.
    Decade(i16),
    /// "the 20th century" is 20.
    Century(i16),
    /// "fiscal 1989", "fiscal year 2008"
    FiscalYear(YearSaid),
    /// "Christmas", by its number in the table of holidays.
    Holiday {
        /// The name of the holiday in the table of holidays.
        name: &'static str,
        /// The year.
        year: YearSaid,
    },
    /// "week 27 of last year"
    WeekOfYear {
        /// The ISO week.
        number: u8,
        /// The year.
        year: YearSaid,
    },
    /// "the week of March 6"
    WeekOf {
        /// A day in it.
        day: Box<Point>,
        /// Whether only its weekend is meant.
        weekend: bool,
    },
    /// "the first Monday of October", "the last week of 2018"; negative counts from the end.
    Nth {
        /// Which, from 1, or -1 for the last.
        nth: i8,
        /// What is counted.
        counted: Counted,
        /// Where it is counted.
        of: Box<Point>,
    },
    /// "this month" with its part: "the end of the month", "early next week".
    Part {
        /// Which part.
        part: Portion,
        /// How its bounds are meant.
        form: PartForm,
        /// The whole.
        of: Box<Point>,
    },
    /// "Monday night", "this morning", "the morning"
    PartOfDay {
        /// The part.
        part: DayPart,
        /// The day, where one is said.
        day: Option<Box<Point>>,
    },
    /// "8am on Friday", "noon"
    Clock {
        /// The time of day.
        clock: Clock,
        /// The day, where one is said.
        day: Option<Box<Point>>,
    },
    /// "now", where it bounds a range.
    Now,
}

/// Something that recurs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Recurrence {
    /// "daily", "every two weeks", "a year"
    Every(Length),
    /// "every Friday", "Monday nights"
    Weekday {
        /// The day of the week, from Monday as 1.
        weekday: u8,
        /// The part of the day, where one is said.
        part: Option<DayPart>,
    },
    /// "each July"
    Month(u8),
    /// "on the 1st of each month"
    DayOfMonth(u8),
    /// "every Fourth of July"
    Date {
        /// The month, from January as 1.
        month: u8,
        /// The day of the month.
        day: u8,
    },
    /// "every Christmas"
    Holiday(&'static str),
    /// "every summer"
    Season(Season),
    /// "second and fourth quarters"
    Quarter(u8),
    /// "every morning"
    Part(DayPart),
    /// "every weekend"
    Weekend,
}
