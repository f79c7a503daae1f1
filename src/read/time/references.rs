//! Times without a date: now, recently, soon.
//!
//! ```text
//! present = "now" | "currently" | "current" | "these days" | "at" ("the" | "this") ("moment" | "minute")
//! past    = "recently" | "the past" | "recent" ["years"] | "then" ["-"] "current" | "at the time"
//!         | "past" units | "years" "past"
//! future  = "soon" | "the" ["near"] "future" | "future" | "the" ("near" | "short" | "long") "term"
//!         | "a" "later" "date" | "one day"                       behind "will" and the like
//! lone    = "already" | "yet" | "once" | "earlier" | …           where nothing else is said
//! ```

use super::basics::{Out, alone, any, behind_is, joint, listed, no, phrase, when, word};
use super::words;
use crate::{
    claim::{Dateless, TimeUnit},
    text::{TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
    sequence::{preceded, terminated},
};

/// A time without a date; what can open one is known by its first letter.
pub(super) fn reference(i: Tokens<'_>) -> Out<'_, Dateless> {
    let initial = i.first().map_or(0, |first| first.initial);
    let of_units = i.first_in(WordClass::TIME_UNIT);
    alt((
        lone,
        when(matches!(initial, b'n' | b't' | b'c'), |i| present(i)).map(|()| Dateless::Present),
        when(of_units || matches!(initial, b'm' | b'r' | b'l' | b't' | b'p'), |i| past(i))
            .map(|()| Dateless::Past),
        when(matches!(initial, b's' | b'a' | b't' | b'f' | b'c' | b'o'), |i| future(i))
            .map(|()| Dateless::Future),
    ))
    .parse(i)
}

/// An adverb that tells a time only where it is all that is said: in a sentence "already" and "once" date nothing.
fn lone(i: Tokens<'_>) -> Out<'_, Dateless> {
    let (rest, when) = listed(WordClass::DATELESS, words::LONE)(i)?;
    if alone(i, rest) { Ok((rest, when)) } else { no() }
}

fn present(i: Tokens<'_>) -> Out<'_, ()> {
    let current = |i| {
        let (i, ()) = word("current")(i)?;
        let (i, ()) = not(noun_of_time).parse(i)?;
        Ok((i, ()))
    };
    alt((
        any(&["now", "nowadays", "currently"]),
        phrase(&["these", "days"]),
        at_the_moment,
        (word("this"), opt(any(&["crucial", "very"])), word("moment")).map(|_| ()),
        current,
    ))
    .parse(i)
}

/// "at the moment", "at this minute": the preposition stands outside.
fn at_the_moment(i: Tokens<'_>) -> Out<'_, ()> {
    let at = i.behind(1).is_some_and(|token| i.spells(token, "at"));
    let here = preceded(any(&["the", "this"]), any(&["moment", "minute"]));
    // "at the moment of impact"
    if at { terminated(here, not(any(&["of", "in", "last", "next", "-"]))).parse(i) } else { no() }
}

fn past(i: Tokens<'_>) -> Out<'_, ()> {
    let the_past = |i| {
        let (i, ()) = phrase(&["the", "past"])(i)?;
        let noun = i.first().is_some_and(|next| {
            next.kind == TokenKind::Number || next.kind == TokenKind::Word && !next.is(WordClass::PRONOUN)
        }) && !i.first_among(&[
            "that", "and", "is", "was", "when", "but", "as", "or", "has", "had", "were", "have", "by",
            "with", "to",
        ]);
        if noun { no() } else { Ok((i, ())) }
    };
    let recent = |i| {
        let (i, ()) = word("recent")(i)?;
        let (i, years) = opt(alt((several_units, any(&["years", "year"])))).parse(i)?;
        if years.is_none() && noun_of_time(i).is_ok() { no() } else { Ok((i, ())) }
    };
    let recently = |i| {
        let (i, _) = opt(any(&["more", "most"])).parse(i)?;
        any(&["recently", "lately"])(i)
    };
    alt((recently, the_past, recent, then_current, former_units, at_the_time)).parse(i)
}

/// "weeks and months"
fn several_units(i: Tokens<'_>) -> Out<'_, ()> {
    let unit = |i| listed(WordClass::TIME_UNIT, words::UNIT_PLURALS)(i);
    (unit, any(&["and", "or"]), unit).map(|_| ()).parse(i)
}

/// "the then current price", "the then-current owner"
fn then_current(i: Tokens<'_>) -> Out<'_, ()> {
    let (i, ()) = word("then")(i)?;
    let (i, ()) = joint(i)?;
    word("current")(i)
}

/// "in past years", "in years past": not the stretch up to now, which has an article.
fn former_units(i: Tokens<'_>) -> Out<'_, ()> {
    let units = |i| {
        let (i, unit) = listed(WordClass::TIME_UNIT, words::UNIT_PLURALS)(i)?;
        if unit < TimeUnit::Week { no() } else { Ok((i, ())) }
    };
    let led = behind_is(&i, 1, &["in", "from", "of", "than", "unlike"]);
    let before = preceded(word("past"), units);
    let behind = terminated(units, word("past"));
    if led || i.behind(1).is_none() { alt((before, behind)).parse(i) } else { no() }
}

/// "at the time": the preposition stands outside. "at the time of the crash" says when by the crash.
pub(super) fn at_the_time(i: Tokens<'_>) -> Out<'_, ()> {
    if !i.first().is_some_and(|first| first.initial == b't') {
        return no();
    }
    let (rest, ()) = phrase(&["the", "time"])(i)?;
    let at = i.behind(1).is_some_and(|token| i.spells(token, "at"));
    let closes = rest.first().is_none_or(|next| {
        matches!(rest.text_of(next), "." | "," | ";" | "?" | "!" | ")" | "\"" | "\u{201d}")
    });
    if (at || i.behind(1).is_none()) && closes { Ok((rest, ())) } else { no() }
}

fn future(i: Tokens<'_>) -> Out<'_, ()> {
    let the_future = |i| {
        let (i, ()) = word("the")(i)?;
        let (i, _) = opt(any(&["near", "foreseeable", "immediate", "distant"])).parse(i)?;
        let (i, ()) = word("future")(i)?;
        let (i, ()) = not(alt((word("of"), word("-")))).parse(i)?;
        Ok((i, ()))
    };
    let term = |i| {
        let (i, ()) = word("the")(i)?;
        let (i, ()) = any(&["near", "short", "long", "longer", "medium"])(i)?;
        word("term")(i)
    };
    let coming = |i| {
        let (i, ()) = word("coming")(i)?;
        any(&["months", "years", "quarters"])(i)
    };
    let soon = terminated(word("soon"), not(any(&["after", "as", "afterward", "afterwards", "enough"])));
    alt((
        soon,
        word("someday"),
        phrase(&["as", "soon", "as", "possible"]),
        phrase(&["a", "later", "date"]),
        the_future,
        term,
        future_word,
        coming,
        one_day,
    ))
    .parse(i)
}

/// "will one day lead", "could one day be sold", "hopes to one day buy": no length, unless it is how long something lasts.
pub(super) fn one_day(i: Tokens<'_>) -> Out<'_, ()> {
    let (rest, ()) = phrase(&["one", "day"])(i)?;
    let ahead = behind_is(&i, 1, &["will", "would", "could", "may", "might", "can", "should", "'ll", "must"]);
    // "hopes to one day buy", "to study and one day buy"
    let aimed = behind_is(&i, 1, &["to", "and"]) && rest.first_in(WordClass::VERB);
    if ahead && rest.first_kind(TokenKind::Word) || aimed { Ok((rest, ())) } else { no() }
}

fn future_word(i: Tokens<'_>) -> Out<'_, ()> {
    let (rest, ()) = word("future")(i)?;
    let (rest, ()) = any(&["years", "quarters", "months", "generations"])(rest)?;
    Ok((rest, ()))
}

fn noun_of_time(i: Tokens<'_>) -> Out<'_, ()> {
    let end = i.first_in(WordClass::TIME_UNIT | WordClass::MONTH | WordClass::WEEKDAY)
        || i.first_is("fiscal")
        || i.first_is("season")
        || i.first_is("weeks");
    if end { Ok((i, ())) } else { no() }
}
