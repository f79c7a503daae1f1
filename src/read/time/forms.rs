//! The forms of a time: which words each can open with, and which it cannot do without.
//!
//! One look at the first words and at what stands within reach says which forms are tried. What a form is made of stands
//! at the head of the file that reads it; what may open it is said here.

use super::{
    any_month,
    basics::{Out, no},
    clock, dates, duration, figures, holidays, lists,
    moment::{self, Moment},
    parts, periods, ranges, references, relative, sets, stretches, weeks, year_point,
};
use crate::{
    claim::{Calendar, Clock, Dateless, Length, Point, Recurrence, TimeMod, TimeSaid},
    text::{Tokens, WordClass},
};

/// One way to say a time.
pub(super) struct Form<T> {
    /// The classes of its first word, or of the one behind an article and the like; none where any word may open it.
    opens: WordClass,
    /// Of each of these one word stands within reach.
    needs: [WordClass; 3],
    read: for<'a> fn(Tokens<'a>) -> Out<'a, T>,
}

impl<T> Form<T> {
    /// Reads the form where it can stand.
    pub(super) fn read<'a>(&self, i: Tokens<'a>) -> Out<'a, T> {
        if Head::of(i).suits(self) { (self.read)(i) } else { no() }
    }
}

/// The longest reading of some forms; the earlier one where two are equally long.
pub(super) fn longest_of<'a, T>(i: Tokens<'a>, forms: &[&Form<T>]) -> Out<'a, T> {
    let head = Head::of(i);
    let mut reach = i.index();
    let mut best = no();
    for form in forms {
        if head.suits(form)
            && let Ok((rest, found)) = (form.read)(i)
            && rest.index() > reach
        {
            reach = rest.index();
            best = Ok((rest, found));
        }
    }
    best
}

/// The reading of the first of some forms that has one.
pub(super) fn first_of<'a, T>(i: Tokens<'a>, forms: &[&Form<T>]) -> Out<'a, T> {
    let head = Head::of(i);
    forms.iter().filter(|form| head.suits(form)).find_map(|form| (form.read)(i).ok()).map_or_else(no, Ok)
}

/// What stands at the head of some tokens.
struct Head {
    opens: WordClass,
    ahead: WordClass,
}

impl Head {
    fn of(i: Tokens<'_>) -> Self {
        let Some(first) = i.first() else {
            return Self { opens: WordClass::empty(), ahead: WordClass::empty() };
        };
        let article = usize::from(first.is(WordClass::DETERMINER));
        let mut opens = first.class;
        if let Some(next) = i.nth(article) {
            opens |= next.class;
            // "the '80s"
            if matches!(next.initial, b'\'' | 0xE2)
                && let Some(figures) = i.nth(article + 1)
            {
                opens |= figures.class;
            }
        }
        Self { opens, ahead: first.ahead }
    }

    fn suits<T>(&self, form: &Form<T>) -> bool {
        (form.opens.is_empty() || self.opens.intersects(form.opens))
            && form.needs.iter().all(|classes| self.ahead.intersects(*classes))
    }
}

/// The forms of one kind of value, a line each: what reads it, what opens it, and what it needs.
macro_rules! forms {
    ($value:ty: $($name:ident = $read:expr, opens $($opens:ident)|+ $(, needs $($needs:ident)|+)*;)+) => {
        $(pub(super) const $name: &Form<$value> = &Form {
            opens: classes!($($opens)+),
            needs: three(&[$(classes!($($needs)+)),*]),
            read: $read,
        };)+
    };
}

macro_rules! classes {
    (any) => { WordClass::empty() };
    ($($class:ident)+) => { WordClass::empty()$(.union(WordClass::$class))+ };
}

/// Needs, filled up with what stands anywhere.
const fn three(needs: &[WordClass]) -> [WordClass; 3] {
    let mut three = [WordClass::all(); 3];
    let mut at = 0;
    while at < needs.len() {
        three[at] = needs[at];
        at += 1;
    }
    three
}

// Days.
forms! { Point:
    OF_WEEK = weeks::of_week, opens WEEKDAY | PICK, needs WEEKDAY, needs PICK, needs TIME_UNIT;
    BEYOND = relative::beyond, opens TIME_UNIT | WEEKDAY, needs PICK, needs DISTANCE;
    DAY_OF_MONTH = relative::day_of_month,
        opens ORDINAL | CARDINAL | FIGURE | VAGUE | PICK, needs TIME_UNIT;
    BESIDE = relative::beside, opens TIME_UNIT, needs DISTANCE;
    WEEKDAY_BESIDE = relative::weekday_beside,
        opens ORDINAL | CARDINAL | FIGURE | VAGUE | WEEKDAY, needs WEEKDAY, needs DISTANCE;
    SHIFTED = relative::shifted, opens any, needs TIME_UNIT, needs DISTANCE;
    DAYS = relative::days, opens DAY_NAME | TIME_UNIT, needs DAY_NAME;
    WEEK_ON = weeks::week_on, opens WEEKDAY | DAY_NAME, needs TIME_UNIT;
    MONTH_OF_YEAR = relative::month_of_year, opens PICK, needs MONTH;
    PICKED = relative::picked,
        opens PICK, needs TIME_UNIT | WEEKDAY | MONTH | DAY_PART | HOLIDAY | FIGURE;
    WEEKDAYS_FROM_NOW = relative::weekdays_from_now,
        opens FIGURE | CARDINAL, needs WEEKDAY, needs DISTANCE;
    HOLIDAY = holidays::holiday, opens HOLIDAY;
    DATE = dates::point,
        opens WEEKDAY | MONTH | ORDINAL | CARDINAL | FIGURE | VAGUE | TIME_CUE, needs MONTH | WEEKDAY | FIGURE;
    LEADING_DAY = lists::leading_day, opens FIGURE;
    ISO_MONTH = |i| figures::iso_month(i).map(|(i, date)| (i, Point::Calendar(date))), opens FIGURE;
    THE_DAY = |i| dates::the_day(i).map(|(i, date)| (i, Point::Calendar(date))), opens FIGURE | ORDINAL;
    MONTH_ONLY = |i| dates::month_only(i).map(|(i, date)| (i, Point::Calendar(date))), opens MONTH;
    ANY_MONTH = any_month, opens MONTH;
    NEXT_DAY = relative::next_day,
        opens TIME_UNIT | DAY_PART | TIME_LINK, needs TIME_UNIT | DAY_PART;
    DEFINITE = relative::definite, opens TIME_UNIT | TIME_LINK | TIME_CUE, needs TIME_UNIT;
}

/// A day, or a longer stretch of the calendar that a time of day cannot follow.
pub(super) const OF_DAYS: &[&Form<Point>] = &[
    OF_WEEK,
    BEYOND,
    DAY_OF_MONTH,
    BESIDE,
    WEEKDAY_BESIDE,
    DAYS,
    WEEK_ON,
    MONTH_OF_YEAR,
    PICKED,
    WEEKDAYS_FROM_NOW,
    PERIOD,
    HOLIDAY,
    DATE,
    LEADING_DAY,
    THE_DAY,
    MONTH_ONLY,
    NEXT_DAY,
];

/// A point that another is counted from or counted in.
pub(super) const ANCHORS: &[&Form<Point>] =
    &[DAYS, PICKED, DEFINITE, HOLIDAY, DATE, MONTH_ONLY, ANY_MONTH, YEAR];

// Dates of the calendar that others are made of.
forms! { Calendar:
    DAY_MONTH = dates::day_month, opens ORDINAL | CARDINAL | FIGURE | VAGUE | TIME_CUE, needs MONTH;
}

// Longer stretches of the calendar, and their parts.
forms! { Point:
    // Some of its forms open with any adjective: "weak third quarter".
    PERIOD = periods::period, opens any;
    NTH = periods::nth, opens ORDINAL | CARDINAL | FIGURE | VAGUE | PICK, needs TIME_UNIT | WEEKDAY;
    FISCAL_YEAR = periods::fiscal_year, opens PICK | PERIOD, needs PERIOD;
    SEASON = periods::season, opens SEASON;
    YEAR_SEASON = periods::year_season, opens FIGURE, needs SEASON;
    DECADE = periods::decade, opens PERIOD | TIME_CUE | FIGURE | CARDINAL;
    CENTURY = periods::century, opens ORDINAL | CARDINAL | FIGURE | VAGUE, needs PERIOD;
    WEEK_OF = weeks::week_of, opens TIME_UNIT;
    WEEK_NUMBER = weeks::week_number, opens TIME_UNIT, needs FIGURE | CARDINAL;
    HOLIDAY_WEEK = weeks::holiday_week, opens HOLIDAY, needs TIME_UNIT;
    YEAR = year_point, opens FIGURE | CARDINAL | TIME_UNIT, needs FIGURE | CARDINAL;
    PART = parts::part, opens TIME_PART | TIME_UNIT | PICK, needs TIME_PART;
}

/// The periods that a name of their own tells.
pub(super) const NAMED_PERIODS: &[&Form<Point>] =
    &[FISCAL_YEAR, SEASON, YEAR_SEASON, DECADE, CENTURY, WEEK_OF, WEEK_NUMBER, HOLIDAY_WEEK];

// Times of day.
forms! { Clock:
    NAMED = clock::named, opens CLOCK | CARDINAL, needs CLOCK;
    PAST_OR_TO = clock::past_or_to, opens FIGURE | CARDINAL | PERIOD;
    WITH_COLON = clock::with_colon, opens FIGURE, needs CLOCK;
    HOUR_HALF = clock::hour_half, opens FIGURE | CARDINAL;
    O_CLOCK = clock::o_clock, opens FIGURE | CARDINAL, needs CLOCK;
    LETTER_H = clock::letter_h, opens FIGURE;
    MILITARY = clock::military, opens FIGURE;
    IN_WORDS = clock::in_words, opens CARDINAL;
    HALF_HOUR = clock::half_hour, opens PERIOD, needs CARDINAL;
    SPACED = clock::spaced, opens FIGURE;
    DOTTED = clock::dotted, opens FIGURE;
}

/// A time of day that shows itself to be one.
pub(super) const CLOCKS: &[&Form<Clock>] = &[
    NAMED, PAST_OR_TO, WITH_COLON, HOUR_HALF, O_CLOCK, LETTER_H, MILITARY, IN_WORDS, HALF_HOUR, SPACED,
    DOTTED,
];

// A day with its time of day.
forms! { Moment:
    HOUR_IN_PART = moment::hour_in_part, opens FIGURE | CARDINAL | CLOCK | PERIOD, needs DAY_PART | DAY_NAME;
    STAMP = moment::stamp,
        opens MONTH | ORDINAL | CARDINAL | FIGURE | VAGUE | TIME_CUE, needs MONTH | FIGURE, needs CLOCK;
}

// Lengths.
forms! { Length:
    BETWEEN = duration::between, opens BOUND, needs TIME_UNIT;
    ALL = duration::all, opens any, needs TIME_UNIT;
    ENDED = duration::ended, opens TIME_UNIT | TIME_LINK;
    LONG = duration::long, opens TIME_UNIT;
}

/// Lengths that are told without counting.
pub(super) const LENGTHS: &[&Form<Length>] = &[BETWEEN, ENDED, ALL, LONG];

// Stretches with both ends said.
forms! { TimeSaid:
    MONTH_DAYS = ranges::month_days, opens MONTH | WEEKDAY, needs MONTH;
    DAYS_MONTH = ranges::days_month, opens ORDINAL | CARDINAL | FIGURE | VAGUE, needs MONTH;
    WEEKDAY_PAIR = ranges::weekday_pair, opens WEEKDAY, needs PICK, needs TIME_UNIT;
}

// Stretches that the words around place.
forms! { (TimeSaid, Option<TimeMod>):
    STRETCH = stretches::stretch, opens any, needs TIME_UNIT, needs PICK;
}

// Times without a date.
forms! { Dateless:
    REFERENCE = references::reference, opens any, needs DATELESS;
}

// What recurs.
forms! { Recurrence:
    EVERY_DATE = sets::every_date, opens DETERMINER, needs MONTH | HOLIDAY | FIGURE;
    MONTHLY = sets::monthly, opens ORDINAL | FIGURE, needs TIME_UNIT;
    EVERY = sets::every, opens DETERMINER;
    FREQUENCY = sets::frequency, opens FREQUENCY;
    PLURAL_DAY = sets::plural_day, opens WEEKDAY | TIME_UNIT;
    PLURAL_QUARTER = sets::plural_quarter, opens ORDINAL | FIGURE, needs PERIOD;
    RATE = sets::rate, opens TIME_UNIT | TIME_CUE, needs TIME_UNIT;
}

/// What recurs.
pub(super) const SETS: &[&Form<Recurrence>] =
    &[EVERY_DATE, MONTHLY, EVERY, FREQUENCY, PLURAL_DAY, PLURAL_QUARTER, RATE];
