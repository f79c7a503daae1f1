//! Stretches with both ends said.
//!
//! ```text
//! days     = month day to day [year] | day to day ["of"] month [year]        "Jan. 23-24", "9 to 12 of June"
//! clocks   = hour to clock [day] | day ["from" | "between"] hour to clock    "5 to 6pm", "Friday 8-9am"
//! points   = ("from" | "between")? point to point                            read up to the first point's end
//! years    = year (dash | "/") two figures                                   "2014-18", "1998/99", read up to the first year
//! weekdays = weekday ("and" | to) weekday week                               "Friday and Saturday last week"
//! ```
//!
//! A range whose ends share words is one mention. Where each end stands for itself the range is said by its first
//! end, and the second, where it is more than two figures of a year, is a mention of its own.

use super::basics::{Out, any, behind_is, comma, dash, figure, figures, needs, no, ordinal, phrase, word};
use super::clock::{self, HalfDay};
use super::{
    dates, duration,
    forms::{self, first_of},
    moment::{self, Opening},
    years,
};
use crate::{
    claim::{Calendar, Clock, CountFrom, Point, TimeSaid, TimeUnit, Which, YearSaid},
    text::{Token, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt, peek},
    sequence::{preceded, terminated},
};

/// A range that is one mention.
pub(super) fn range<'a>(i: Tokens<'a>, opening: &Opening<'a>) -> Out<'a, (TimeSaid, Option<String>)> {
    first_of(i, &[forms::MONTH_DAYS, forms::DAYS_MONTH])
        .map(|(i, said)| (i, (said, None)))
        .or_else(|_| clocks(i, opening))
}

/// "Jan. 23-24", "January 23 and 24", "April 9th through seventeenth, 2026"
pub(super) fn month_days(start: Tokens<'_>) -> Out<'_, TimeSaid> {
    let (i, weekday) = opt(|i| {
        let (i, weekday) = dates::weekday(i)?;
        let (i, ()) = comma(i)?;
        Ok((i, weekday))
    })
    .parse(start)?;
    let (i, month) = dates::month(i)?;
    let (i, from) = dates::day(i)?;
    let listed = i;
    let (i, ()) = dates::day_span_mark(i)?;
    let (i, to) = dates::day(i)?;
    let (i, ()) = not(day_belongs_on).parse(i)?;
    let (i, year) = opt(years::year_behind).parse(i)?;
    if gap(listed, from, to) && !led_by_between(start) {
        no()
    } else {
        range_of(i, weekday, from, to, month, year)
    }
}

/// "June 3 and 17": days that are listed make a range only where one follows the other.
fn gap(mark: Tokens<'_>, from: u8, to: u8) -> bool {
    mark.first_among(&["and", "&", "or"]) && to != from.saturating_add(1)
}

/// What shows that the second figure is no day: "Jan 23 and 24 people", "March 3 to 4 percent".
fn day_belongs_on(i: Tokens<'_>) -> Out<'_, ()> {
    match i.first() {
        Some(token) if token.kind == TokenKind::Symbol => Ok((i, ())),
        Some(token)
            if token.is(WordClass::PEOPLE
                | WordClass::UNIT
                | WordClass::TIME_UNIT
                | WordClass::CARDINAL
                | WordClass::NOUN) =>
        {
            Ok((i, ()))
        }
        _ => no(),
    }
}

fn led_by_between(i: Tokens<'_>) -> bool {
    i.behind(1).is_some_and(|token| i.spells(token, "between"))
}

/// "9 to 12 of June", "13-15 July", "18 and 19 June", "from the 13th to the 15th of July 2026"
pub(super) fn days_month(start: Tokens<'_>) -> Out<'_, TimeSaid> {
    let one = |i| {
        let (i, _) = opt(word("the")).parse(i)?;
        alt((ordinal, figure(1, 31, 2))).parse(i)
    };
    let (i, from) = one(start)?;
    let mark = i;
    let (i, ()) = dates::day_span_mark(i)?;
    let (i, to) = one(i)?;
    let (i, _) = opt(any(&["of", "in"])).parse(i)?;
    let (i, month) = dates::month(i)?;
    let (i, year) = opt(years::year_behind).parse(i)?;
    let byte = |day| u8::try_from(day).ok().filter(|day| (1..=31).contains(day));
    match (byte(from), byte(to)) {
        (Some(from), Some(to)) if !gap(mark, from, to) || led_by_between(start) => {
            range_of(i, None, from, to, month, year)
        }
        _ => no(),
    }
}

fn range_of(
    i: Tokens<'_>,
    weekday: Option<u8>,
    from: u8,
    to: u8,
    month: u8,
    year: Option<YearSaid>,
) -> Out<'_, TimeSaid> {
    if from >= to {
        return no();
    }
    let date = |weekday, day| {
        Point::Calendar(Calendar {
            weekday,
            day: Some(day),
            month: Some(month),
            year: year.unwrap_or(dates::BLANK.year),
            ..dates::BLANK
        })
    };
    Ok((i, TimeSaid::Range { from: date(weekday, from), to: date(None, to) }))
}

/// What stands between the ends of a range of clock times.
fn to(i: Tokens<'_>) -> Out<'_, ()> {
    alt((dash, any(&["to", "through", "thru", "until", "untill", "till", "and", "til"]))).parse(i)
}

/// "5 to 6pm", "9:30 - 11:00 on Thursday", "Thursday from 9 to 11am", "tonight from 7 to 7:30"
fn clocks<'a>(i: Tokens<'a>, opening: &Opening<'a>) -> Out<'a, (TimeSaid, Option<String>)> {
    let (i, ()) = needs(i, WordClass::SPAN_MARK)?;
    let (i, ()) = needs(i, WordClass::FIGURE | WordClass::CARDINAL | WordClass::CLOCK)?;
    if !joins_clocks(i) {
        return no();
    }
    let day_before = |i| {
        let (i, point) = moment::day_or_part_from(i, opening.day())?;
        let (i, ()) = comma(i)?;
        let (i, led) = opt(any(&["from", "between", "at"])).parse(i)?;
        Ok((i, (point, led.is_some())))
    };
    let (i, before) = opt(day_before).parse(i)?;
    let (i, led) = opt(any(&["from", "between"])).parse(i)?;
    if !clock::may_open(i) {
        return no();
    }
    let between = led_by_between(i);
    // "and" joins the ends of a range only behind "between"; elsewhere it lists.
    let to = |i: Tokens<'a>| if i.first_is("and") && !between { no() } else { to(i) };
    // "at ten to two pm" is one time.
    if i.behind(1).is_some_and(|lead| i.spells(lead, "at")) && tells_minutes_to(i) {
        return no();
    }
    let led = led.is_some() || before.as_ref().is_some_and(|(_, led)| *led) || led_by(i);
    let ended = |i| {
        let plain = |i| alt((terminated(short_hour, peek(to)), clock::clock)).parse(i);
        if led { alt((plain, terminated(clock::spelled, peek(to)))).parse(i) } else { plain(i) }
    };
    let (i, from, until, colons) = match military(i) {
        Ok((i, (from, until))) => (i, from, until, false),
        Err(_) => {
            let (i, from) = ended(i)?;
            let colons = i.behind(2).is_some_and(|token| i.text_of(token) == ":");
            let (i, ()) = to(i)?;
            let (i, until) = alt((clock::clock, clock::spelled, short_hour)).parse(i)?;
            (i, from, until, colons)
        }
    };
    let closed = i.behind(2).is_some_and(|token| i.text_of(token) == ":");
    let closing_figure = i.behind(1).is_some_and(|token| token.kind == TokenKind::Number);
    let ends_morning = i.behind(1).is_some_and(|last| i.spells(last, "morning"));
    let (i, zone) = opt(super::zone::zone).parse(i)?;
    // "from 13 to 15 of July" counts days, "15 to noon" minutes.
    if i.behind(1).is_some_and(|token| token.kind == TokenKind::Number) {
        let _ = not((opt(any(&["st", "nd", "rd", "th"])), opt(word("of")), dates::month)).parse(i)?;
    }
    if !from.either_half && from.minute.is_none() && from.hour > 12 && until.hour == 12 {
        return no();
    }
    let (i, after) = if before.is_some() { (i, None) } else { opt(on).parse(i)? };
    // "6-8 next Monday": what is to come has no score yet.
    let ahead = after.as_ref().is_some_and(lies_ahead);
    // "fell 4 to 15": two bare figures are hours only where a day and a preposition say so.
    let bare = closing_figure && from.minute.is_none() && until.minute.is_none();
    let sure = !bare && !from.either_half
        || !bare && !until.either_half
        || colons && closed
        || led && from.minute.is_some() && until.minute.is_some()
        || (before.is_some() || after.is_some()) && (led || colons || closed)
        || before.is_some() && (i.is_empty() || i.nth(1).is_none())
        || ahead;
    // "11:30-1:30" stands alone; a score does not have minutes above fifty-nine either, so both ends need two digits.
    if !sure
        || !led
            && before.is_none()
            && after.is_none()
            && from.either_half
            && until.either_half
            && !(colons && closed)
    {
        return no();
    }
    let is_after = after.is_some();
    let day = before.map(|(point, _)| point).or(after);
    let (day, part) = match day {
        Some(Point::PartOfDay { part, day }) => (day, Some(part)),
        Some(point) => (Some(Box::new(point)), None),
        None => (None, None),
    };
    let (from, until) = same_half(from, until, part);
    // "between ten and twelve in the morning" ends at noon.
    let to_noon = until.hour == 0 && from.hour < 12 && ends_morning;
    let until = if to_noon { Clock { hour: 12, ..until } } else { until };
    // "8 p.m. to midnight" ends the day.
    let until = if until.hour == 0 && from.hour >= 12 { Clock { hour: 24, ..until } } else { until };
    let at = |clock, day| Point::Clock { clock, day };
    // "from 10 p.m. to 6 a.m. Tuesday" starts on the evening before.
    let starts_before = is_after && !from.either_half && !until.either_half && from.hour > until.hour;
    let first = match day.clone() {
        Some(origin) if starts_before => Some(Box::new(Point::Shifted {
            length: duration::one(TimeUnit::Day),
            later: false,
            origin: CountFrom::Point(origin),
        })),
        day => day,
    };
    Ok((i, (TimeSaid::Range { from: at(from, first), to: at(until, day) }, zone)))
}

/// Whether minutes to an hour stand there: "ten to two pm".
fn tells_minutes_to(i: Tokens<'_>) -> bool {
    clock::clock(i).is_ok_and(|(_, clock)| clock.minute.is_some())
        && clock::bare_hour(i).is_ok_and(|(rest, _)| rest.first_is("to"))
}

/// Whether a day is to come by its name.
fn lies_ahead(day: &Point) -> bool {
    match day {
        Point::DaysFromNow(days) => *days > 0,
        Point::Calendar(Calendar { year: YearSaid::Unstated(which), .. }) | Point::Relative { which, .. } => {
            matches!(which, Which::Next | Which::ThisComing)
        }
        Point::PartOfDay { day: Some(day), .. } => lies_ahead(day),
        _ => false,
    }
}

/// Whether what stands between the ends of a range stands behind a word or figure that a time of day can end with.
fn joins_clocks(i: Tokens<'_>) -> bool {
    /// How far on the mark of a range is looked for, in tokens.
    const REACH: usize = 24;
    const ENDS: WordClass = WordClass::FIGURE
        .union(WordClass::CARDINAL)
        .union(WordClass::CLOCK)
        .union(WordClass::PERIOD)
        .union(WordClass::DAY_PART);
    i.as_slice().windows(2).take(REACH).enumerate().any(|(at, pair)| {
        pair[1].is(WordClass::SPAN_MARK)
            && (pair[0].is(ENDS) || pair[0].glued || pair[0].span.len() == 1)
            && to(i.skip(at + 1)).is_ok()
    })
}

/// "0730-0930", "0800 to 1700": a nought at the head of one shows that neither is a year.
fn military(i: Tokens<'_>) -> Out<'_, (Clock, Clock)> {
    let nought = |i: Tokens<'_>| i.first().is_some_and(|token| i.text_of(token).starts_with('0'));
    let (first, (from, _)) = (nought(i), figures(i)?.1);
    let (i, ()) = to(i.skip(1))?;
    if !(first || nought(i)) || i.behind(2).is_none_or(|token| token.span.len() != 4) {
        return no();
    }
    let (i, (until, len)) = figures(i)?;
    match (clock::of_four(from), clock::of_four(until)) {
        (Some(from), Some(until)) if len == 4 => Ok((i, (from, until))),
        _ => no(),
    }
}

/// "5", "seven": an hour without minutes.
fn short_hour(i: Tokens<'_>) -> Out<'_, Clock> {
    let (i, clock) = clock::bare_hour(i)?;
    if clock.minute.is_some() { no() } else { Ok((i, clock)) }
}

fn led_by(i: Tokens<'_>) -> bool {
    behind_is(&i, 1, &["from", "between", "open", "hours", ":"])
}

fn on(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = comma(i)?;
    let (i, _) = opt(any(&["on", "of"])).parse(i)?;
    moment::day_or_part(i)
}

/// Gives the open end of a clock range the half of the day of the other end.
fn same_half(from: Clock, to: Clock, part: Option<crate::claim::DayPart>) -> (Clock, Clock) {
    let by_part = |clock: Clock| match part {
        Some(part) if clock.either_half => clock::by_half(u32::from(clock.hour), Some(HalfDay::Part(part)))
            .map_or(clock, |(hour, either_half)| Clock { hour, either_half, ..clock }),
        _ => clock,
    };
    let (from, to) = (by_part(from), by_part(to));
    match (from.either_half, to.either_half) {
        (true, false) => {
            let late = Clock { hour: from.hour % 12 + 12, either_half: false, ..from };
            let early = Clock { hour: from.hour % 12, either_half: false, ..from };
            // "9 to 5pm" starts in the morning, "5 to 6pm" in the evening.
            if to.hour >= 12 && late.hour < to.hour
                || to.hour >= 12 && late.hour == to.hour && late.minute < to.minute
            {
                (late, to)
            } else {
                (early, to)
            }
        }
        (false, true) => {
            let late = Clock { hour: to.hour % 12 + 12, either_half: false, ..to };
            let early = Clock { hour: to.hour % 12, either_half: false, ..to };
            if early.hour > from.hour || early.hour == from.hour && early.minute > from.minute {
                (from, early)
            } else {
                (from, late)
            }
        }
        (true, true) if to.hour < from.hour => (
            Clock { either_half: false, ..from },
            Clock { hour: to.hour % 12 + 12, either_half: false, ..to },
        ),
        (true, true) | (false, false) => (from, to),
    }
}

/// What follows a point when it starts a range: "to", "and", "-"; `between` allows "and".
pub(super) fn onward(i: Tokens<'_>, between: bool) -> Out<'_, Point> {
    // Few words join two ends, and most of what follows a time is none of them.
    let may_join = |next: &Token| match next.kind {
        TokenKind::Word => matches!(next.initial, b't' | b'u') || between && next.initial == b'a',
        TokenKind::Punctuation | TokenKind::Symbol => next.may_be_dash() || next.initial == b',',
        TokenKind::Number | TokenKind::Clitic | TokenKind::Link => false,
    };
    if !i.first().is_some_and(may_join) {
        return no();
    }
    // "from May 3, 2019, to June 4, 2020": the comma closes the year.
    let closes_year = i.first_is(",") && i.behind(1).is_some_and(|year| year.kind == TokenKind::Number);
    let i = if closes_year && !i.skip(1).first_in(WordClass::MONTH) { i.skip(1) } else { i };
    let mut mark = alt((
        dash,
        phrase(&["up", "to"]),
        phrase(&["up", "until"]),
        phrase(&["through", "to"]),
        any(&["to", "through", "thru", "until", "till"]),
    ));
    let (i, ()) = match mark.parse(i) {
        Ok(found) => found,
        Err(_) if between => word("and")(i)?,
        Err(_) => return no(),
    };
    let (i, _) = opt(word("the")).parse(i)?;
    super::bounded_point(i)
}

/// "18" in "2014-18", "99" in "1998–99" and "1998/99": the last year by its tens, behind a whole one.
pub(super) fn short_year(i: Tokens<'_>) -> Out<'_, Point> {
    let before = i.behind(1).filter(|year| year.kind == TokenKind::Number && year.span.len() == 4);
    let Some(Ok(from)) = before.map(|year| i.text_of(year).parse::<i16>()) else { return no() };
    let is_slash = i.first_is("/");
    let (i, ()) = alt((dash, word("/"))).parse(i)?;
    let (rest, (tens, len)) = figures(i)?;
    let joined = i.first().is_some_and(|token| token.glued);
    let goes_on = rest.first().is_some_and(|next| {
        next.is(WordClass::MONTH) || next.glued && matches!(rest.text_of(next), "-" | "/" | "–" | ":" | "%")
    });
    match i16::try_from(tens) {
        // "2009-12" is a month, and "1998/15" whatever else.
        Ok(tens)
            if len == 2
                && joined
                && !goes_on
                && (tens > 12 && !is_slash && tens > from % 100 || tens == (from + 1) % 100) =>
        {
            let century = if tens == 0 { from + 1 } else { from - from % 100 };
            let year = YearSaid::Absolute(century + tens);
            Ok((rest, Point::Calendar(Calendar { year, ..dates::BLANK })))
        }
        Ok(_) | Err(_) => no(),
    }
}

/// "Friday and Saturday last week": the first weekday, up to its own end, in the week of the second.
pub(super) fn weekday_pair(i: Tokens<'_>) -> Out<'_, TimeSaid> {
    let (rest, weekday) = dates::weekday(i)?;
    let (after, ()) = alt((to, word(","), word("or"))).parse(rest)?;
    let (_, point) = preceded(opt(word("and")), |i| forms::OF_WEEK.read(i)).parse(after)?;
    match point {
        Point::WeekdayOf { week, weekday: last } => Ok((
            rest,
            TimeSaid::Range {
                from: Point::WeekdayOf { weekday, week: week.clone() },
                to: Point::WeekdayOf { weekday: last, week },
            },
        )),
        _ => no(),
    }
}
