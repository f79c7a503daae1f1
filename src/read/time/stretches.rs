//! Lengths of time that are placed by the words around them.
//!
//! ```text
//! stretch  = ["the"] ("past" | "last" | "next" | "coming" | "first") amount? units ["of" point]
//! from     = ["for"] length ("from" | "starting") point | ["from"] point "for" length ["from" clock]
//! ```

use super::basics::{Out, amount, any, comma, dash, needs, no, word};
use super::duration::{bare_length, bound, one, part, unit, unit_and_half};
use super::{clock, moment::Opening};
use crate::{
    claim::{Amount, Length, Point, StretchPlace, TimeMod, TimeSaid, TimeUnit},
    text::{Token, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
    sequence::preceded,
};

/// "the past two weeks", "the next few days", "the first nine months of 1997", "3 next weeks"
pub(super) fn stretch(i: Tokens<'_>) -> Out<'_, (TimeSaid, Option<TimeMod>)> {
    let (i, modifier) = opt(bound).parse(i)?;
    // "over the past year" says during, not more than.
    if modifier.is_some_and(|bound| !matches!(bound, TimeMod::EqualOrMore | TimeMod::EqualOrLess)) {
        return no();
    }
    // "will last three days" says how long, and not when.
    if i.first_is("last") && i.behind(1).is_some_and(|before| is_led_by_auxiliary(&i, before)) {
        return no();
    }
    // "in coming months" names no stretch, but the future; "in past years" and "in recent years" the past.
    if i.first_among(&["coming", "past", "recent"]) && super::references::reference(i).is_ok_and(names_units)
    {
        return no();
    }
    if let Ok(found) = possessed(i) {
        return Ok(found);
    }
    let (i, _) = opt(any(&["the", "these", "those"])).parse(i)?;
    let front = |i| {
        let (i, side) = side(i)?;
        let (rest, length) = alt((some_length, plain_units)).parse(i)?;
        // "for the last three months and two days ago": the last part is told from now, and is no part.
        if rest.first_among(&["ago", "later", "earlier"]) && length.parts.len() > 1 {
            let (rest, first) = part(i)?;
            return Ok((rest, (side, Length { parts: vec![first] })));
        }
        Ok((rest, (side, length)))
    };
    let middle = |i| {
        let (i, amount) = amount(i)?;
        // "two upcoming month", but "turned 13 next week"
        let lone = i.first_among(&["upcoming", "coming"]);
        let (i, side) = side(i)?;
        let (i, (unit, plural)) = unit(i)?;
        if plural || lone { Ok((i, (side, Length { parts: vec![(amount, unit)] }))) } else { no() }
    };
    let (i, (side, length)) = alt((front, middle)).parse(i)?;
    let of = |i| preceded(any(&["of", "in"]), super::anchor).parse(i);
    let (i, of) = if matches!(side, Side::First | Side::Before) { opt(of).parse(i)? } else { (i, None) };
    let place = match (side, of) {
        (Side::First, of) => StretchPlace::First(of.map(Box::new)),
        (Side::Before, Some(of)) => StretchPlace::Last(Box::new(of)),
        (Side::Before, None) => StretchPlace::BeforeNow,
        (Side::After, _) => StretchPlace::AfterNow,
    };
    let (i, so) = opt(super::basics::phrase(&["or", "so"])).parse(i)?;
    Ok((i, (TimeSaid::Stretch { length, place }, modifier.or(so.map(|()| TimeMod::Approx)))))
}

/// "May's first two weeks", "last year's final three months": what they are of stands before them.
fn possessed(i: Tokens<'_>) -> Out<'_, (TimeSaid, Option<TimeMod>)> {
    const OWNS: &[&str] = &["'s", "\u{2019}s"];
    if !(1..4).any(|at| i.nth(at).is_some_and(|mark| OWNS.contains(&i.text_of(mark)))) {
        return no();
    }
    let (i, of) = super::anchor(i)?;
    let (i, ()) = any(OWNS)(i)?;
    let (i, side) = side(i)?;
    let (i, length) = some_length(i)?;
    let place = match side {
        Side::First => StretchPlace::First(Some(Box::new(of))),
        Side::Before => StretchPlace::Last(Box::new(of)),
        Side::After => return no(),
    };
    Ok((i, (TimeSaid::Stretch { length, place }, None)))
}

/// Whether a reading without a date took the units in.
fn names_units<T>((rest, _): (Tokens<'_>, T)) -> bool {
    rest.behind(1).is_some_and(|last| last.is(WordClass::TIME_UNIT))
}

/// Whether a word stands before a verb: what follows it is no adjective.
fn is_led_by_auxiliary(i: &Tokens<'_>, before: &Token) -> bool {
    const LEADS: [&str; 12] =
        ["to", "will", "would", "may", "might", "could", "should", "can", "must", "shall", "not", "'ll"];
    LEADS.iter().any(|word| i.spells(before, word))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
    First,
}

fn side(i: Tokens<'_>) -> Out<'_, Side> {
    alt((
        any(&["past", "last", "previous", "preceding", "prior", "latest", "final", "recent"])
            .map(|()| Side::Before),
        any(&["next", "coming", "upcoming", "following", "ensuing"]).map(|()| Side::After),
        any(&["first", "initial", "opening"]).map(|()| Side::First),
    ))
    .parse(i)
}

/// "two weeks"; one of a unit only with its article: "the past one year".
fn some_length(i: Tokens<'_>) -> Out<'_, Length> {
    // "following a day of talks" says what it followed.
    let article = i.first_among(&["a", "an"]) && !i.skip(1).first_among(&["few", "couple"]);
    if let Ok((rest, (amount, unit))) = alt((unit_and_half, round)).parse(i) {
        return Ok((rest, Length { parts: vec![(amount, unit)] }));
    }
    let part = i.first_is("quarter") && i.skip(1).first_among(&["-", "of", "century"]);
    if i.first_in(WordClass::TIME_UNIT) && !part || article {
        return no();
    }
    bare_length(i)
}

/// "dozen years", "hundred days", behind the word that places them.
fn round(i: Tokens<'_>) -> Out<'_, (Amount, TimeUnit)> {
    let (i, amount) =
        alt((word("dozen").map(|()| 12), word("hundred").map(|()| 100), word("thousand").map(|()| 1000)))
            .parse(i)?;
    let (i, (unit, plural)) = unit(i)?;
    if plural { Ok((i, (Amount::Exactly(amount.into()), unit))) } else { no() }
}

/// "the past weeks", "the last hour": a unit without a number that no calendar names.
fn plain_units(i: Tokens<'_>) -> Out<'_, Length> {
    let (rest, (unit, plural)) = unit(i)?;
    let (rest, ()) = not((opt(dash), word("old"))).parse(rest)?;
    match (unit, plural) {
        (_, true) => Ok((rest, Length { parts: vec![(Amount::Vague(3), unit)] })),
        (TimeUnit::Second, false) if rest.first_kind(TokenKind::Word) => no(),
        (TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Second | TimeUnit::Fortnight, false) => {
            Ok((rest, one(unit)))
        }
        (TimeUnit::Decade, false) => Ok((rest, one(unit))),
        (_, false) => no(),
    }
}

/// "10 days from 18 December", "two weeks starting May 20", "for 3 hours from 10 am", "from 18th Dec for 10 days"
pub(super) fn from_point<'a>(i: Tokens<'a>, opening: &Opening<'a>) -> Out<'a, TimeSaid> {
    /// How far on the "for" behind a point may stand, in tokens.
    const REACH: usize = 24;
    let (i, ()) = needs(i, WordClass::SPAN_START)?;
    let is_led = is_led_by_for(i);
    let front = |i| {
        let (i, _) = opt(word("for")).parse(i)?;
        let (i, length) = bare_length(i)?;
        let (i, ()) = comma(i)?;
        let (i, ()) = any(&["from", "starting", "beginning", "commencing"])(i)?;
        let (i, _) = opt(any(&["from", "on", "at"])).parse(i)?;
        let (i, point) =
            alt((super::moment::moment, preceded(word("this"), super::moment::moment))).parse(i)?;
        Ok((i, (length, point)))
    };
    let has_for = || i.as_slice().iter().take(REACH).any(|token| i.spells(token, "for"));
    let back = |i: Tokens<'a>| {
        if !has_for() {
            return no();
        }
        let (i, point) = match word("from")(i) {
            Ok((i, ())) => super::moment::moment(i)?,
            Err(_) => opening.whole().clone().map(|(i, moment)| (i, moment.point))?,
        };
        let (i, ()) = word("for")(i)?;
        let (i, length) = bare_length(i)?;
        // "March 3 for seven hours from 9:30 a.m."
        let hour =
            preceded((any(&["from", "starting", "beginning"]), opt(any(&["at", "from"]))), clock::clock);
        let (i, hour) = if super::moment::is_day(&point) { opt(hour).parse(i)? } else { (i, None) };
        let point = match hour {
            Some(clock) => Point::Clock { clock, day: Some(Box::new(point)) },
            None => point,
        };
        Ok((i, (length, point)))
    };
    let (i, (length, point)) = alt((front, back)).parse(i)?;
    // "two weeks from Monday" is a day, not a stretch: only sub-day points and stated days with a start word count.
    if !is_led
        && dates_only(&point)
        && !matches!(
            length.parts[0].1,
            TimeUnit::Day | TimeUnit::Week | TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Month
        )
    {
        return no();
    }
    Ok((i, TimeSaid::Stretch { length, place: StretchPlace::From(Box::new(point)) }))
}

/// Whether a length stands behind "for" or "lasts".
pub(super) fn is_led_by_for(i: Tokens<'_>) -> bool {
    i.behind(1).is_some_and(|token| {
        ["for", "lasting", "lasts", "lasted", "last"]
            .iter()
            .any(|word| i.text_of(token).eq_ignore_ascii_case(word))
    })
}

fn dates_only(point: &Point) -> bool {
    !matches!(point, Point::Clock { .. })
}
