//! Time expressions: dates, clock times, durations and sets, as written.
//!
//! ```text
//! time     = range | stretch | [bound] [part] moment | length | recurrence | reference | year
//! edge     = "until" | "before" | "since" | "after" | "by" | …       stands before the time and outside of its span
//! ```
//!
//! A token of [`STARTS`] or a figure is tried only where a word of time stands near it. What is read here is placed by
//! [`crate::resolve`].

mod ahead;
mod basics;
mod classes;
mod clock;
mod compact;
mod dates;
mod duration;
mod edges;
mod figures;
mod forms;
mod holidays;
mod lists;
mod moment;
mod near;
mod parts;
mod periods;
mod quarters;
mod ranges;
mod references;
mod relative;
mod sets;
mod stretches;
mod titles;
mod weeks;
mod words;
mod years;
mod zone;

use super::{Found, Setting, silence};
use crate::{
    claim::{
        Amount, Calendar, Dateless, Edge, MentionKind, Point, Said, StretchPlace, TimeExpression, TimeMod,
        TimeSaid, TimeUnit, YearSaid,
    },
    text::{TokenKind, Tokens, WordClass},
};
use basics::{Out, any, behind_is, longest, needs, no, word};
use forms::{first_of, longest_of};
use moment::{Moment, Opening};
use near::{near_time, opens_nothing, tells_age, tells_nothing};
use nom::{
    Parser,
    combinator::{not, opt},
};

/// The classes that a time expression can start at, besides digits.
pub(super) const STARTS: WordClass = WordClass::MONTH
    .union(WordClass::WEEKDAY)
    .union(WordClass::TIME_UNIT)
    .union(WordClass::TIME_CUE)
    .union(WordClass::DAY_PART)
    .union(WordClass::HOLIDAY)
    .union(WordClass::CARDINAL)
    .union(WordClass::ORDINAL)
    .union(WordClass::BOUND)
    .union(WordClass::DETERMINER);

/// The words that speak of time by themselves.
const TIME_WORDS: WordClass = WordClass::MONTH
    .union(WordClass::WEEKDAY)
    .union(WordClass::TIME_UNIT)
    .union(WordClass::TIME_CUE)
    .union(WordClass::DAY_PART);

/// The words that time grammars dispatch on.
pub(super) const fn words() -> &'static [&'static [(&'static str, WordClass)]] {
    classes::CLASSES
}

/// Reads a time expression that starts at the first token.
pub(super) fn read<'a>(tokens: Tokens<'a>, _setting: &Setting<'a>) -> Option<Found> {
    let first = tokens.first()?;
    let is_word = first.kind == TokenKind::Word;
    if is_word && tells_nothing(tokens, first) || first.glued && silence::in_address(tokens) {
        return None;
    }
    if first.is(WordClass::WEEKDAY) && lists::is_span_of_weekdays(tokens) {
        return None;
    }
    if !is_word
        && lists::goes_on(tokens)
        && let Ok((rest, day)) = lists::further_day(tokens)
    {
        let said = Said::Time(Box::new(day.into()));
        return Some(Found { tokens: rest.index() - tokens.index(), kind: MentionKind::Time, said });
    }
    if is_word && opens_nothing(tokens) || tells_age(tokens) || !first.is(TIME_WORDS) && !near_time(tokens) {
        return None;
    }
    let (rest, expression) = expression(tokens).ok()?;
    if titles::is_title(tokens, rest, &expression) {
        return None;
    }
    let kind = match &expression.said {
        TimeSaid::Dateless(_) | TimeSaid::Point(_) | TimeSaid::Range { .. } => MentionKind::Time,
        TimeSaid::Stretch { place: StretchPlace::From(_), .. } => MentionKind::Time,
        TimeSaid::Length(_) | TimeSaid::Stretch { .. } => MentionKind::Duration,
        TimeSaid::Recurring(_) => MentionKind::Set,
    };
    Some(Found { tokens: rest.index() - tokens.index(), kind, said: Said::Time(Box::new(expression)) })
}

/// Reads a length that starts at the sign of a fraction: "½ hour".
pub(super) fn of_sign<'a>(tokens: Tokens<'a>, setting: &Setting<'a>) -> Option<Found> {
    let is_fraction = tokens.first().is_some_and(|sign| matches!(tokens.text_of(sign), "½" | "¼" | "¾"))
        && tokens.nth(1).is_some_and(|unit| unit.is(WordClass::TIME_UNIT));
    if is_fraction { read(tokens, setting) } else { None }
}

/// A whole expression with what stands before it.
fn expression(i: Tokens<'_>) -> Out<'_, TimeExpression> {
    let opening = Opening::of(i);
    let (rest, mut found) = if moment::opens_as_day(i) {
        placed(i, &opening)?
    } else {
        longest!(i; |i| placed(i, &opening), length, reference, year)?
    };
    // "will run the marathon in 2:06:14" tells how long, and not from when on.
    let is_timed = matches!(found.said, TimeSaid::Length(_)) && i.skip(1).first_is(":");
    found.edge = found.edge.or_else(|| if is_timed { None } else { edges::before(i) });
    let (rest, behind) = if matches!(found.said, TimeSaid::Point(_)) {
        opt(|rest| edges::behind(rest, found.edge.is_some())).parse(rest)?
    } else {
        (rest, None)
    };
    found.edge = behind.or(found.edge);
    let (rest, found) = onward(i, rest, found);
    Ok(ahead::shifted(i, rest, found))
}

/// An expression that lies on the calendar or recurs: what a weekday or month can open.
fn placed<'a>(i: Tokens<'a>, opening: &Opening<'a>) -> Out<'a, TimeExpression> {
    longest!(i;
        |i| forms::WEEKDAY_PAIR.read(i).map(|(i, said)| (i, said.into())),
        |i| range(i, opening),
        |i| point(i, opening),
        |i| stretch(i, opening),
        set,
    )
}

/// Makes the first end of a range out of a point: "from 1991 to 1997", "between May and June", "Jan. 3 - Feb. 2".
fn onward<'a>(start: Tokens<'a>, rest: Tokens<'a>, found: TimeExpression) -> (Tokens<'a>, TimeExpression) {
    let from = match &found.said {
        TimeSaid::Point(from) => from,
        TimeSaid::Dateless(Dateless::Present) if start.first_is("now") => &Point::Now,
        TimeSaid::Dateless(_)
        | TimeSaid::Range { .. }
        | TimeSaid::Length(_)
        | TimeSaid::Stretch { .. }
        | TimeSaid::Recurring(_) => return (rest, found),
    };
    // "now to the weather" is no range; "from now to Friday" is.
    if matches!(from, Point::Now)
        && !behind_is(&start, 1, &["between", "from"])
        && !rest.first_among(&["until", "till", "through"])
    {
        return (rest, found);
    }
    let between = start.behind(1).is_some_and(|token| start.spells(token, "between"));
    let is_year = matches!(from, Point::Calendar(date) if date.month.is_none() && date.weekday.is_none() && date.day.is_none());
    // "2014-18", but "since the 2014-15 season" starts with the first.
    let onward = match ranges::short_year(rest) {
        Ok(further) if is_year && matches!(found.edge, None | Some(Edge::In)) => Ok(further),
        Ok(_) => return (rest, found),
        Err(_) => ranges::onward(rest, between),
    };
    match onward {
        Ok((_, to)) if alike(from, &to) => {
            let said = TimeSaid::Range { from: lend_year(from, &to), to };
            (rest, TimeExpression { said, edge: None, ..found })
        }
        Ok(_) | Err(_) => (rest, found),
    }
}

/// Whether two points are of one kind, so that the words between them make a range.
fn alike(from: &Point, to: &Point) -> bool {
    let clock = |point: &Point| matches!(point, Point::Clock { .. });
    let day = |point: &Point| moment::is_day(point) || matches!(point, Point::Now);
    if clock(from) || clock(to) {
        return (clock(to) || matches!(to, Point::Now)) && (clock(from) || matches!(from, Point::Now));
    }
    day(from) == day(to)
        || matches!(from, Point::Now)
        || matches!(to, Point::Now | Point::DaysFromNow(_))
        || matches!((from, to), (Point::Calendar(from), Point::Calendar(_)) if from.month.is_some())
}

/// "May to October 2020": the year behind the last end is the first end's too.
fn lend_year(from: &Point, to: &Point) -> Point {
    match (from, to) {
        (Point::Calendar(first), Point::Calendar(last))
            if matches!(first.year, YearSaid::Unstated(_))
                && first.month <= last.month
                && first.month.is_some() =>
        {
            Point::Calendar(Calendar { year: last.year, ..*first })
        }
        // "Q1-Q3 2023"
        (
            Point::Quarter { number: Some(first), year: YearSaid::Unstated(_) },
            Point::Quarter { number: Some(last), year },
        ) if first < last => Point::Quarter { number: Some(*first), year: *year },
        _ => from.clone(),
    }
}

fn range<'a>(i: Tokens<'a>, opening: &Opening<'a>) -> Out<'a, TimeExpression> {
    let (i, (said, zone)) = ranges::range(i, opening)?;
    Ok((i, TimeExpression { zone, ..said.into() }))
}

/// A point with what bounds it: "about two weeks ago", "early next year", "around 7:15 p.m."
fn point<'a>(i: Tokens<'a>, opening: &Opening<'a>) -> Out<'a, TimeExpression> {
    let (i, bound) = opt(duration::bound).parse(i)?;
    let (i, Moment { point, zone, edge }) = longest!(i;
        |i| if bound.is_some() { moment::whole(i) } else { opening.whole().clone() },
        |i| longest_of(i, &[forms::PART, forms::DEFINITE, forms::ISO_MONTH]).map(|(i, point)| (i, point.into())),
    )?;
    // "news about this morning" is about it; "about 7 a.m." is near it.
    if bound.is_some() && is_picked(&point) {
        return no();
    }
    let countable = matches!(point, Point::Shifted { .. });
    // "about" and "around" suit any time; other bounds only what is counted.
    if bound.is_some_and(|bound| bound != TimeMod::Approx) && !countable {
        return no();
    }
    let (i, so) = opt(basics::phrase(&["or", "so"])).parse(i)?;
    let part = match &point {
        Point::Part { part, .. } => Some(TimeMod::from(*part)),
        _ => None,
    };
    let modifier = bound.or(part).or(so.map(|()| TimeMod::Approx));
    Ok((i, TimeExpression { modifier, edge, zone, ..point.into() }))
}

/// Whether a point is picked by its nearness, so that it is never about.
fn is_picked(point: &Point) -> bool {
    match point {
        Point::Relative { .. } | Point::DaysFromNow(_) => true,
        Point::PartOfDay { day: Some(day), .. } => {
            matches!(**day, Point::Relative { .. } | Point::DaysFromNow(_))
        }
        _ => false,
    }
}

fn stretch<'a>(i: Tokens<'a>, opening: &Opening<'a>) -> Out<'a, TimeExpression> {
    if let Ok((rest, said)) = stretches::from_point(i, opening) {
        return Ok((rest, said.into()));
    }
    let (i, (said, modifier)) = forms::STRETCH.read(i)?;
    Ok((i, TimeExpression { modifier, ..said.into() }))
}

fn set(i: Tokens<'_>) -> Out<'_, TimeExpression> {
    let (i, ()) = needs(
        i,
        WordClass::TIME_UNIT
            | WordClass::FREQUENCY
            | WordClass::WEEKDAY
            | WordClass::DAY_PART
            | WordClass::MONTH
            | WordClass::HOLIDAY,
    )?;
    if i.first_in(WordClass::FIGURE | WordClass::CARDINAL) {
        return no();
    }
    let (i, set) = sets::recurrence(i)?;
    Ok((i, TimeSaid::Recurring(set).into()))
}

fn length(i: Tokens<'_>) -> Out<'_, TimeExpression> {
    if !compact::opens(i) {
        needs(i, WordClass::TIME_UNIT | WordClass::CLOCK)?;
    }
    let (i, ()) = not(references::one_day).parse(i)?;
    if let Ok((rest, length)) = first_of(i, forms::LENGTHS) {
        return Ok((rest, TimeSaid::Length(length).into()));
    }
    let (rest, (length, modifier)) = longest!(i;
        |i| compact::compact(i).map(|(i, length)| (i, (length, None))),
        duration::length,
    )?;
    // "one second" and the like are lengths; "a day" is one only where nothing makes it an age or a rate.
    let lone_article = length.parts == [(Amount::Exactly(rust_decimal::Decimal::ONE), TimeUnit::Second)];
    if lone_article && !i.first_is("one") && !i.first_kind(TokenKind::Number) {
        return no();
    }
    Ok((rest, TimeExpression { modifier, ..TimeSaid::Length(length).into() }))
}

fn reference(i: Tokens<'_>) -> Out<'_, TimeExpression> {
    let (i, reference) = forms::REFERENCE.read(i)?;
    Ok((i, TimeSaid::Dateless(reference).into()))
}

fn year(i: Tokens<'_>) -> Out<'_, TimeExpression> {
    let (i, point) = forms::YEAR.read(i)?;
    Ok((i, point.into()))
}

fn year_point(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, year) = years::year_only(i)?;
    Ok((i, Point::Calendar(Calendar { year: YearSaid::Absolute(year), ..dates::BLANK })))
}

/// A month, with or without its year, where the words before leave no doubt.
fn any_month(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, month) = dates::month(i)?;
    let (i, year) = opt(years::year_behind).parse(i)?;
    let year = year.unwrap_or(dates::BLANK.year);
    Ok((i, Point::Calendar(Calendar { month: Some(month), year, ..dates::BLANK })))
}

/// A point that another is counted from or counted in; it never counts itself.
fn anchor(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, _) = opt(any(&["on"])).parse(i)?;
    longest_of(i, forms::ANCHORS)
}

/// The second end of a range.
fn bounded_point(i: Tokens<'_>) -> Out<'_, Point> {
    longest!(i;
        moment::moment,
        |i| forms::PART.read(i),
        |i| word("now")(i).map(|(i, ())| (i, Point::Now)),
        |i| longest_of(i, &[forms::YEAR, forms::ANY_MONTH]),
    )
}
