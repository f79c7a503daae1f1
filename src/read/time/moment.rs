//! A day with its part or time of day, in either order.
//!
//! ```text
//! moment   = part-phrase | clock [zone] [","] ["on" | "of"] day | day [","] [between] clock [zone] | day | clock [zone]
//! between  = "at" | "around" | "by" | "until" | "before" | "after" | "since" | "from"
//! part-phrase = day ["early" | "late"] part ["at" hour] | hour pick part | ("the" part | part) ("of" | "on") day
//! day      = date | days | picked | of-week | shifted | period | holiday | …
//! ```

use super::basics::{Out, any, behind_is, comma, dash, figures, listed, longest, needs, no, word};
use super::clock::{self, HalfDay};
use super::forms::{self, longest_of};
use super::{dates, words};
use crate::{
    claim::{Calendar, Clock, DayPart, Edge, Point, TimeUnit},
    text::{Case, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
    sequence::{preceded, terminated},
};
use std::cell::OnceCell;

/// A day, or a longer stretch of the calendar that a time of day cannot follow.
pub(super) fn day(i: Tokens<'_>) -> Out<'_, Point> {
    longest_of(i, forms::OF_DAYS)
}

/// Whether the first word is the name of a weekday or month and nothing else of a time: no length, year or period of another
/// kind opens with it.
pub(super) fn opens_as_day(i: Tokens<'_>) -> bool {
    const NAMES: WordClass = WordClass::WEEKDAY.union(WordClass::MONTH);
    const OTHERS: WordClass = WordClass::TIME_UNIT
        .union(WordClass::TIME_CUE)
        .union(WordClass::TIME_PART)
        .union(WordClass::DAY_PART)
        .union(WordClass::DAY_NAME)
        .union(WordClass::PERIOD)
        .union(WordClass::PICK)
        .union(WordClass::HOLIDAY)
        .union(WordClass::DATELESS)
        .union(WordClass::FIGURE)
        .union(WordClass::CARDINAL)
        .union(WordClass::ORDINAL)
        .union(WordClass::VAGUE)
        .union(WordClass::BOUND)
        .union(WordClass::DETERMINER);
    i.first().is_some_and(|first| first.is(NAMES) && !first.is(OTHERS))
}

/// Whether a point is one day, which can have a time of day.
pub(super) fn is_day(point: &Point) -> bool {
    match point {
        Point::Calendar(Calendar { day, weekday, .. }) => day.is_some() || weekday.is_some(),
        Point::Relative { unit, .. } => matches!(unit, TimeUnit::Day),
        Point::DaysFromNow(_)
        | Point::WeekdayOf { .. }
        | Point::NthWeekday { .. }
        | Point::Holiday { .. } => true,
        Point::Nth { counted, .. } => {
            matches!(counted, crate::claim::Counted::Weekday(_) | crate::claim::Counted::Unit(TimeUnit::Day))
        }
        Point::Shifted { length, .. } => length.parts.iter().all(|(_, unit)| *unit >= TimeUnit::Day),
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

/// A day, a time of day, or both, with what is said beside them.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    pub(super) point: Point,
    /// The zone behind the time of day.
    pub(super) zone: Option<String>,
    /// What the word between the day and the time of day makes of both: "Friday by noon".
    pub(super) edge: Option<Edge>,
}

impl From<Point> for Moment {
    fn from(point: Point) -> Self {
        Self { point, zone: None, edge: None }
    }
}

/// What several forms of time may open with: read once, when the first of them asks.
#[derive(Debug)]
pub(super) struct Opening<'a> {
    at: Tokens<'a>,
    day: OnceCell<Out<'a, Point>>,
    whole: OnceCell<Out<'a, Moment>>,
}

impl<'a> Opening<'a> {
    pub(super) const fn of(at: Tokens<'a>) -> Self {
        Self { at, day: OnceCell::new(), whole: OnceCell::new() }
    }

    /// The day that stands there.
    pub(super) fn day(&self) -> &Out<'a, Point> {
        self.day.get_or_init(|| day(self.at))
    }

    /// The moment that stands there.
    pub(super) fn whole(&self) -> &Out<'a, Moment> {
        self.whole.get_or_init(|| whole_from(self.at, self.day()))
    }
}

/// A day, a time of day, or both, with the zone and the bound that are said.
pub(super) fn whole(i: Tokens<'_>) -> Out<'_, Moment> {
    whole_from(i, &day(i))
}

/// The same with the day at its head: all forms that open with one share it.
fn whole_from<'a>(i: Tokens<'a>, head: &Out<'a, Point>) -> Out<'a, Moment> {
    longest!(i;
        clock_first,
        |i| day_first(i, head),
        |i| part_phrase(i, head),
        |i| longest_of(i, &[forms::HOUR_IN_PART, forms::STAMP]),
    )
}

/// A day, a time of day, or both.
pub(super) fn moment(i: Tokens<'_>) -> Out<'_, Point> {
    whole(i).map(|(i, Moment { point, .. })| (i, point))
}

fn on_day(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = comma(i)?;
    let (i, _) = opt(any(&["on", "of", "("])).parse(i)?;
    let (i, point) = alt((|i| forms::SHIFTED.read(i), day)).parse(i)?;
    if is_day(&point) { Ok((i, point)) } else { no() }
}

/// "8:00 am on Sunday, February 1", "5 p.m. EST, Nov. 6", "noon Saturday", "3pm"
fn clock_first(start: Tokens<'_>) -> Out<'_, Moment> {
    let (i, clock) = clock::clock(start)?;
    let (i, _) = opt(alt((word("sharp"), word("exactly"), word("approximately")))).parse(i)?;
    let (i, zone) = opt(super::zone::zone).parse(i)?;
    // "8am yesterday morning": the part of the day only confirms the clock.
    let part_day = |i| {
        let (i, ()) = comma(i)?;
        let (i, _) = opt(word("on")).parse(i)?;
        part_phrase(i, &day(i))
    };
    if let Ok((rest, Moment { point: Point::PartOfDay { part, day: Some(day) }, .. })) = part_day(i) {
        // "midnight tonight" closes the day too.
        let clock = if clock.hour == 0 && ends_day(start) && part != DayPart::Morning {
            Clock { hour: 24, ..clock }
        } else {
            in_part(clock, part)
        };
        return Ok((rest, Moment { zone, ..Point::Clock { clock, day: Some(day) }.into() }));
    }
    let (i, day) = opt(on_day).parse(i)?;
    // "12:15 in the afternoon" has been read; "8:00 early morning" says its half behind the clock.
    let (i, part) =
        opt(preceded(opt(any(&["early", "late"])), listed(WordClass::DAY_PART, words::DAY_PARTS)))
            .parse(i)?;
    let clock = part.map_or(clock, |part| in_part(clock, part));
    // "midnight Friday" is the end of Friday, as news agencies write it.
    let clock =
        if day.is_some() && ends_day(start) && clock.hour == 0 { Clock { hour: 24, ..clock } } else { clock };
    Ok((i, Moment { zone, ..Point::Clock { clock, day: day.map(Box::new) }.into() }))
}

/// Whether a time of day is midnight by name.
fn ends_day(i: Tokens<'_>) -> bool {
    i.first_is("midnight") || i.first_is("mid")
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

/// What stands between a day and its time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    /// "at", "around": a bare hour may follow.
    At,
    /// "by", "after", "until"
    Bound(Edge),
    /// Nothing, a dash or "for".
    Nothing,
}

fn between(i: Tokens<'_>) -> Out<'_, Between> {
    let said = alt((
        any(&["at", "around", "about", "@"]).map(|()| Between::At),
        any(&["by", "until", "till"]).map(|()| Between::Bound(Edge::Until)),
        word("before").map(|()| Between::Bound(Edge::Before)),
        word("after").map(|()| Between::Bound(Edge::After)),
        any(&["since", "from"]).map(|()| Between::Bound(Edge::Since)),
        word("for").map(|()| Between::Nothing),
        dash.map(|()| Between::Nothing),
    ));
    let (i, said) = opt(said).parse(i)?;
    Ok((i, said.unwrap_or(Between::Nothing)))
}

/// What is said behind a day that is told by its distance: "in two days" "at noon", "in two weeks" "on Friday".
pub(super) fn told_closer<'a>(i: Tokens<'a>, day: &Point) -> Out<'a, Point> {
    let Point::Shifted { length, .. } = day else { return no() };
    let weeks = length.parts.iter().all(|(_, unit)| matches!(unit, TimeUnit::Week | TimeUnit::Fortnight));
    let days = length.parts.iter().all(|(_, unit)| *unit >= TimeUnit::Day);
    let (i, ()) = comma(i)?;
    // "two years ago on Friday" is the day of the year that this Friday is.
    if weeks && let Ok((rest, weekday)) = preceded(word("on"), dates::weekday).parse(i) {
        return Ok((rest, Point::WeekdayOf { weekday, week: Box::new(day.clone()) }));
    }
    let (i, clock) = preceded(any(&["at", "@"]), clock::clock).parse(i)?;
    if days { Ok((i, Point::Clock { clock, day: Some(Box::new(day.clone())) })) } else { no() }
}

/// "Friday at 8", "tomorrow 8:00am", "Feb. 1, 8 p.m. EST", "Friday by noon", "March eighteenth nine thirty"
fn day_first<'a>(i: Tokens<'a>, head: &Out<'a, Point>) -> Out<'a, Moment> {
    let reach = head.as_ref().map_or(i.index(), |(rest, _)| rest.index());
    let (rest, point) = match forms::SHIFTED.read(i) {
        Ok(shifted) if shifted.0.index() > reach => shifted,
        Ok(_) | Err(_) => head.clone()?,
    };
    if let Ok((rest, point)) = told_closer(rest, &point) {
        return Ok((rest, point.into()));
    }
    if !is_day(&point) {
        return Ok((rest, point.into()));
    }
    let with_clock = |i| {
        let (i, ()) = comma(i)?;
        let (i, led) = between(i)?;
        let (i, _) = opt(any(&["about", "around", "exactly", "approximately"])).parse(i)?;
        let bare = |i| match led {
            Between::At => clock::bare_hour(i),
            Between::Nothing => terminated(clock::spelled, closes).parse(i),
            Between::Bound(_) => no(),
        };
        let (i, clock) = alt((clock::clock, bare)).parse(i)?;
        Ok((i, (led, clock)))
    };
    let (rest, clock) = opt(with_clock).parse(rest)?;
    match clock {
        Some((led, clock)) => {
            let (rest, zone) = opt(super::zone::zone).parse(rest)?;
            let point = Point::Clock { clock, day: Some(Box::new(point)) };
            let edge = if let Between::Bound(edge) = led { Some(edge) } else { None };
            Ok((rest, Moment { point, zone, edge }))
        }
        None => Ok((rest, point.into())),
    }
}

/// The end of what is said: nothing, or a mark.
fn closes(i: Tokens<'_>) -> Out<'_, ()> {
    let closed = i
        .first()
        .is_none_or(|next| next.kind == TokenKind::Punctuation && !matches!(i.text_of(next), "-" | ":"));
    if closed { Ok((i, ())) } else { no() }
}

/// "Monday night", "tomorrow evening", "tonight", "Friday night at 8", "the morning of Feb. 1", "late Friday night"
fn part_phrase<'a>(i: Tokens<'a>, head: &Out<'a, Point>) -> Out<'a, Moment> {
    let (i, ()) = needs(i, WordClass::DAY_PART | WordClass::DAY_NAME | WordClass::CLOCK)?;
    let day_part = |_| day_part(head);
    let (i, point) = alt((day_part, picked_part, part_day, tonight, part_beside, lone_part)).parse(i)?;
    let Point::PartOfDay { part, day } = point else { return Ok((i, point.into())) };
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
            let (i, zone) = opt(super::zone::zone).parse(i)?;
            Ok((i, Moment { zone, ..Point::Clock { clock: in_part(clock, part), day }.into() }))
        }
        None => Ok((i, Point::PartOfDay { part, day }.into())),
    }
}

/// "815" as the last figures of a sentence.
fn closing_figure(i: Tokens<'_>) -> bool {
    figures(i).is_ok_and(|(rest, _)| rest.is_empty())
}

/// "Friday night", "Sunday early morning", "March 4 night"
fn day_part<'a>(head: &Out<'a, Point>) -> Out<'a, Point> {
    let Ok((i, point)) = head else { return no() };
    let (i, ()) = comma(*i)?;
    let (i, _) = opt(any(&["early", "late", "in", "mid"])).parse(i)?;
    let (i, _) = opt(alt((word("the"), word("-")))).parse(i)?;
    let (i, part) = alt((
        listed(WordClass::DAY_PART, words::DAY_PARTS),
        terminated(word("lunch").map(|()| DayPart::Midday), not(word("hour"))),
        preceded(word("at"), word("lunch")).map(|()| DayPart::Midday),
        preceded(word("at"), word("night")).map(|()| DayPart::Night),
    ))
    .parse(i)?;
    if is_day(point) { Ok((i, Point::PartOfDay { part, day: Some(Box::new(point.clone())) })) } else { no() }
}

/// "this evening", "last night"
fn picked_part(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, point) = forms::PICKED.read(i)?;
    if matches!(point, Point::PartOfDay { .. }) { Ok((i, point)) } else { no() }
}

/// "the night before"
fn part_beside(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, point) = forms::NEXT_DAY.read(i)?;
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
    let led = behind_is(
        &i,
        1,
        &["in", "by", "mid", "late", "early", "at", "-", "until", "till", "before", "after", "since"],
    );
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
pub(super) fn hour_in_part(i: Tokens<'_>) -> Out<'_, Moment> {
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
        let (i, point) = alt((tonight, |i| forms::PICKED.read(i))).parse(i)?;
        match point {
            Point::PartOfDay { part, day: Some(day) } => Ok((i, (part, day))),
            _ => no(),
        }
    };
    let (i, (part, day)) = picked(i)?;
    Ok((i, Point::Clock { clock: in_part(clock, part), day: Some(day) }.into()))
}

/// "2026-02-01T08:30", "2026-02-01 08:30:00"
pub(super) fn stamp(i: Tokens<'_>) -> Out<'_, Moment> {
    let (i, date) = dates::full(i)?;
    let (i, clock) = match clock::joined(i) {
        Ok(found) => found,
        Err(_) => preceded(opt(word("at")), clock::clock).parse(i)?,
    };
    let (i, zone) = opt(super::zone::zone).parse(i)?;
    Ok((i, Moment { zone, ..Point::Clock { clock, day: Some(Box::new(Point::Calendar(date))) }.into() }))
}

/// A day or a part of one, for a range of clock times.
pub(super) fn day_or_part(i: Tokens<'_>) -> Out<'_, Point> {
    day_or_part_from(i, &day(i))
}

/// The same with the day at its head.
pub(super) fn day_or_part_from<'a>(i: Tokens<'a>, head: &Out<'a, Point>) -> Out<'a, Point> {
    let part = |i| part_phrase(i, head).map(|(i, Moment { point, .. })| (i, point));
    let whole = |_| match head {
        Ok((i, point)) if is_day(point) => Ok((*i, point.clone())),
        Ok(_) | Err(_) => no(),
    };
    let (i, point) = alt((part, |i| forms::PICKED.read(i), whole)).parse(i)?;
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
