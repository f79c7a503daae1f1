//! A day with its part or time of day, in either order.
//!
//! ```text
//! moment   = part-phrase | clock [zone] [","] ["on" | "of"] day | day [","] ["at"] clock [zone] | day | clock [zone]
//! part-phrase = day ["early" | "late"] part ["at" hour] | hour pick part | ("the" part | part) ("of" | "on") day
//! day      = date | days | picked | of-week | shifted | period | holiday | …
//! ```

use super::basics::{Out, any, comma, figures, listed, longest, needs, no, word};
use super::clock::{self, HalfDay};
use super::{dates, holidays, periods, relative, words};
use crate::{
    claim::{Calendar, Clock, DayPart, Point},
    text::{Case, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{map, not, opt},
    sequence::{preceded, terminated},
};

/// A day, or a longer stretch of the calendar that a time of day cannot follow.
pub(super) fn day(i: Tokens<'_>) -> Out<'_, Point> {
    if i.first_kind(TokenKind::Number) {
        return longest!(i;
            relative::day_of_month,
            relative::weekdays_from_now,
            periods::period,
            holidays::holiday,
            dates::point,
            |i| dates::the_day(i).map(|(i, date)| (i, Point::Calendar(date))),
        );
    }
    longest!(i;
        relative::of_week,
        relative::beyond,
        relative::day_of_month,
        relative::beside,
        relative::days,
        relative::picked,
        relative::weekdays_from_now,
        periods::period,
        holidays::holiday,
        dates::point,
        |i| dates::the_day(i).map(|(i, date)| (i, Point::Calendar(date))),
        |i| dates::month_only(i).map(|(i, date)| (i, Point::Calendar(date))),
        relative::next_day,
    )
}

/// Whether a point is one day, which can have a time of day.
pub(super) fn is_day(point: &Point) -> bool {
    match point {
        Point::Calendar(Calendar { day, weekday, .. }) => day.is_some() || weekday.is_some(),
        Point::Relative { unit, .. } => matches!(unit, crate::claim::TimeUnit::Day),
        Point::DaysFromNow(_)
        | Point::WeekdayOf { .. }
        | Point::WeekdaysFromNow { .. }
        | Point::Holiday { .. } => true,
        Point::Nth { counted, .. } => {
            matches!(
                counted,
                crate::claim::Counted::Weekday(_) | crate::claim::Counted::Unit(crate::claim::TimeUnit::Day)
            )
        }
        Point::Shifted { length, .. } => {
            length.parts.iter().all(|(_, unit)| *unit >= crate::claim::TimeUnit::Day)
        }
        Point::Quarter { .. }
        | Point::Comparable { .. }
        | Point::Half { .. }
        | Point::Season { .. }
        | Point::Decade(_)
        | Point::Century(_)
        | Point::FiscalYear(_)
        | Point::WeekOfYear { .. }
        | Point::WeekOf { .. }
        | Point::Part { .. }
        | Point::PartOfDay { .. }
        | Point::Clock { .. }
        | Point::Now => false,
    }
}

/// A day, a time of day, or both, with the zone that is said.
pub(super) fn zoned(i: Tokens<'_>) -> Out<'_, (Point, Option<String>)> {
    longest!(i; clock_first, day_first, part_phrase, hour_in_part, stamp)
}

/// A day, a time of day, or both.
pub(super) fn moment(i: Tokens<'_>) -> Out<'_, Point> {
    zoned(i).map(|(i, (point, _))| (i, point))
}

fn on_day(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = comma(i)?;
    let (i, _) = opt(any(&["on", "of", "this", "("])).parse(i)?;
    let (i, point) = alt((relative::shifted, day)).parse(i)?;
    if is_day(&point) { Ok((i, point)) } else { no() }
}

/// "8:00 am on Sunday, February 1", "5 p.m. EST, Nov. 6", "noon Saturday", "3pm"
fn clock_first(start: Tokens<'_>) -> Out<'_, (Point, Option<String>)> {
    let (i, clock) = clock::clock(start)?;
    let (i, _) = opt(alt((word("sharp"), word("exactly"), word("approximately")))).parse(i)?;
    let (i, zone) = opt(clock::zone).parse(i)?;
    // "8am yesterday morning": the part of the day only confirms the clock.
    let part_day = |i| {
        let (i, ()) = comma(i)?;
        let (i, _) = opt(word("on")).parse(i)?;
        part_phrase(i)
    };
    if let Ok((rest, (Point::PartOfDay { part, day: Some(day) }, _))) = part_day(i) {
        let clock = in_part(clock, part);
        return Ok((rest, (Point::Clock { clock, day: Some(day) }, zone)));
    }
    let (i, day) = opt(on_day).parse(i)?;
    // "12:15 in the afternoon" has been read; "8:00 early morning" says its half behind the clock.
    let (i, part) =
        opt(preceded(opt(any(&["early", "late"])), listed(WordClass::DAY_PART, words::DAY_PARTS)))
            .parse(i)?;
    let clock = part.map_or(clock, |part| in_part(clock, part));
    // "midnight Friday" is the end of Friday, as news agencies write it.
    let midnight = day.is_some() && (start.first_is("midnight") || start.first_is("mid"));
    let clock = if midnight && clock.hour == 0 { Clock { hour: 24, ..clock } } else { clock };
    Ok((i, (Point::Clock { clock, day: day.map(Box::new) }, zone)))
}

/// A clock whose half of the day a part of the day decides.
fn in_part(clock: Clock, part: DayPart) -> Clock {
    if !clock.either_half {
        return clock;
    }
    match clock::by_half(u32::from(clock.hour), Some(HalfDay::Part(part))) {
        Some((hour, either_half)) => Clock { hour, either_half, ..clock },
        None => clock,
    }
}

/// "Friday at 8", "tomorrow 8:00am", "Feb. 1, 8 p.m. EST"
fn day_first(i: Tokens<'_>) -> Out<'_, (Point, Option<String>)> {
    let (rest, point) = longest!(i; day, relative::shifted)?;
    if !is_day(&point) {
        return Ok((rest, (point, None)));
    }
    let with_clock = |i| {
        let (i, ()) = comma(i)?;
        let (i, led) = opt(alt((
            word("at").map(|()| true),
            any(&["around", "about", "by", "@"]).map(|()| true),
            word("for").map(|()| false),
            dash_between.map(|()| false),
        )))
        .parse(i)?;
        let (i, _) = opt(any(&["about", "around", "exactly", "approximately"])).parse(i)?;
        let bare = |i| if led == Some(true) { clock::bare_hour(i) } else { no() };
        alt((clock::clock, bare)).parse(i)
    };
    let (rest, clock) = opt(with_clock).parse(rest)?;
    match clock {
        Some(clock) => {
            let (rest, zone) = opt(clock::zone).parse(rest)?;
            Ok((rest, (Point::Clock { clock, day: Some(Box::new(point)) }, zone)))
        }
        None => Ok((rest, (point, None))),
    }
}

fn dash_between(i: Tokens<'_>) -> Out<'_, ()> {
    super::basics::dash(i)
}

/// "Monday night", "tomorrow evening", "tonight", "Friday night at 8", "the morning of Feb. 1", "late Friday night"
fn part_phrase(i: Tokens<'_>) -> Out<'_, (Point, Option<String>)> {
    let (i, ()) = needs(i, WordClass::DAY_PART | WordClass::DAY_NAME | WordClass::CLOCK)?;
    let (i, point) = alt((day_part, picked_part, part_day, tonight, lone_part)).parse(i)?;
    let Point::PartOfDay { part, day } = point else { return Ok((i, (point, None))) };
    let at = |i| {
        let (i, ()) = comma(i)?;
        let (i, led) = opt(any(&["at", "around", "about", "@"])).parse(i)?;
        let (i, _) = opt(any(&["about", "around"])).parse(i)?;
        let bare = |i| if led.is_some() || closing_figure(i) { clock::bare_hour(i) } else { no() };
        alt((clock::clock, bare)).parse(i)
    };
    let (i, clock) = opt(at).parse(i)?;
    match clock {
        Some(clock) => {
            let (i, zone) = opt(clock::zone).parse(i)?;
            Ok((i, (Point::Clock { clock: in_part(clock, part), day }, zone)))
        }
        None => Ok((i, (Point::PartOfDay { part, day }, None))),
    }
}

/// "815" as the last figures of a sentence.
fn closing_figure(i: Tokens<'_>) -> bool {
    figures(i).is_ok_and(|(rest, _)| rest.is_empty())
}

/// "Friday night", "Sunday early morning", "March 4 night"
fn day_part(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, point) = day(i)?;
    let (i, ()) = comma(i)?;
    let (i, _) = opt(any(&["early", "late", "in", "mid"])).parse(i)?;
    let (i, _) = opt(alt((word("the"), word("-")))).parse(i)?;
    let (i, part) = alt((
        listed(WordClass::DAY_PART, words::DAY_PARTS),
        terminated(word("lunch").map(|()| DayPart::Midday), not(word("hour"))),
        preceded(word("at"), word("lunch")).map(|()| DayPart::Midday),
    ))
    .parse(i)?;
    if is_day(&point) && !matches!(point, Point::Holiday { .. }) {
        Ok((i, Point::PartOfDay { part, day: Some(Box::new(point)) }))
    } else {
        no()
    }
}

/// "this evening", "last night"
fn picked_part(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, point) = relative::picked(i)?;
    if matches!(point, Point::PartOfDay { .. }) { Ok((i, point)) } else { no() }
}

/// "the morning of Feb. 1", "mid-afternoon yesterday", "the night of Friday"
fn part_day(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, part) = listed(WordClass::DAY_PART, words::DAY_PARTS)(i)?;
    let (i, _) = opt(any(&["of", "on"])).parse(i)?;
    let (i, point) = day(i)?;
    if is_day(&point) { Ok((i, Point::PartOfDay { part, day: Some(Box::new(point)) })) } else { no() }
}

/// "tonight", "overnight", "last night"
fn tonight(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, part) = alt((
        any(&["tonight", "tonite"]).map(|()| (DayPart::Night, true)),
        word("overnight").map(|()| (DayPart::Overnight, false)),
    ))
    .parse(i)?;
    let (part, today) = part;
    let (i, day) = if today { (i, Some(Point::DaysFromNow(0))) } else { opt(day).parse(i)? };
    let day = day.filter(is_day).map(Box::new);
    Ok((i, Point::PartOfDay { part, day }))
}

/// "the morning", "dawn", "in the afternoon": on the day that is spoken of.
fn lone_part(i: Tokens<'_>) -> Out<'_, Point> {
    let (rest, article) = opt(word("the")).parse(i)?;
    let (rest, part) = listed(WordClass::DAY_PART, words::DAY_PARTS)(rest)?;
    let (rest, ()) = not(alt((word("-"), word("of"), part_of_name))).parse(rest)?;
    let led = i.behind(1).is_some_and(|token| {
        ["in", "by", "mid", "late", "early", "at", "-", "until", "till", "before", "after", "since"]
            .iter()
            .any(|word| i.text_of(token).eq_ignore_ascii_case(word))
    });
    let sure = match part {
        DayPart::Dawn => led,
        DayPart::Morning | DayPart::Afternoon | DayPart::Evening => article.is_some() || led,
        DayPart::Night => article.is_some() && led,
        DayPart::Midday | DayPart::Dinner | DayPart::Overnight | DayPart::Daytime => true,
    };
    if sure || super::basics::alone(i, rest) {
        Ok((rest, Point::PartOfDay { part, day: None }))
    } else {
        no()
    }
}

/// "8 tonight", "8 this evening", "in the evening at eight", "10, tonight"
fn hour_in_part(i: Tokens<'_>) -> Out<'_, (Point, Option<String>)> {
    let (i, ()) = needs(i, WordClass::DAY_PART | WordClass::DAY_NAME)?;
    // "gate 4 this afternoon" numbers the gate.
    let numbers = i.behind(1).is_some_and(|token| {
        token.kind == TokenKind::Word
            && !token.is(WordClass::PREPOSITION
                | WordClass::FUNCTION
                | WordClass::BOUND
                | WordClass::VERB
                | WordClass::PAST
                | WordClass::PRESENT
                | WordClass::PRONOUN
                | WordClass::DISTANCE)
    });
    let bare = |i| if numbers { no() } else { clock::bare_hour(i) };
    let (i, clock) = alt((bare, clock::clock)).parse(i)?;
    let (i, ()) = comma(i)?;
    let picked = |i| {
        let (i, point) = alt((tonight, relative::picked)).parse(i)?;
        match point {
            Point::PartOfDay { part, day: Some(day) } => Ok((i, (part, day))),
            _ => no(),
        }
    };
    let (i, (part, day)) = picked(i)?;
    Ok((i, (Point::Clock { clock: in_part(clock, part), day: Some(day) }, None)))
}

/// "2026-02-01T08:30", "2026-02-01 08:30:00"
fn stamp(i: Tokens<'_>) -> Out<'_, (Point, Option<String>)> {
    let (i, ()) = needs(i, WordClass::CLOCK)?;
    let (i, date) = dates::full(i)?;
    let (i, _) = opt(map(word("at"), |()| ())).parse(i)?;
    let (i, clock) = clock::clock(i)?;
    let (i, zone) = opt(clock::zone).parse(i)?;
    Ok((i, (Point::Clock { clock, day: Some(Box::new(Point::Calendar(date))) }, zone)))
}

/// A day or a part of one, for a range of clock times.
pub(super) fn day_or_part(i: Tokens<'_>) -> Out<'_, Point> {
    let part = |i| part_phrase(i).map(|(i, (point, _))| (i, point));
    let whole = |i| day(i).and_then(|(i, point)| if is_day(&point) { Ok((i, point)) } else { no() });
    let (i, point) = alt((part, |i| relative::picked(i), whole)).parse(i)?;
    match point {
        Point::PartOfDay { .. } => Ok((i, point)),
        point if is_day(&point) => Ok((i, point)),
        _ => no(),
    }
}

/// "the Morning Star"
fn part_of_name(i: Tokens<'_>) -> Out<'_, ()> {
    match i.first() {
        Some(next)
            if next.case == Case::Title && next.kind == TokenKind::Word && !next.is(WordClass::WEEKDAY) =>
        {
            Ok((i, ()))
        }
        _ => no(),
    }
}
