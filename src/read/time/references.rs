//! Times without a date: now, recently, soon.
//!
//! ```text
//! present = "now" | "currently" | "current" | "these days" | "at" ("the" | "this") ("moment" | "minute")
//! past    = "recently" | "previously" | "the past" | "recent" ["years"]
//! future  = "soon" | "the" ["near"] "future" | "future" | "the" ("near" | "short" | "long") "term"
//!         | "a" "later" "date"
//! ```

use super::basics::{Out, any, no, phrase, word};
use crate::{
    claim::Dateless,
    text::{TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
    sequence::{preceded, terminated},
};

/// A time without a date.
pub(super) fn reference(i: Tokens<'_>) -> Out<'_, Dateless> {
    alt((
        present.map(|()| Dateless::Present),
        past.map(|()| Dateless::Past),
        future.map(|()| Dateless::Future),
    ))
    .parse(i)
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

/// "Previously" at the head of a sentence; "previously announced" tells no time.
fn previously(i: Tokens<'_>) -> Out<'_, ()> {
    let heads = i.first().is_some_and(crate::text::Token::is_capitalised);
    if heads { any(&["previously", "formerly"])(i) } else { no() }
}

fn past(i: Tokens<'_>) -> Out<'_, ()> {
    let the_past = |i| {
        let (i, ()) = phrase(&["the", "past"])(i)?;
        let noun = i.first().is_some_and(|next| matches!(next.kind, TokenKind::Word | TokenKind::Number))
            && ![
                "that", "and", "is", "was", "when", "but", "as", "or", "has", "had", "were", "have", "by",
                "with", "to",
            ]
            .iter()
            .any(|word| i.first_is(word));
        if noun { no() } else { Ok((i, ())) }
    };
    let recent = |i| {
        let (i, ()) = word("recent")(i)?;
        let (i, years) = opt(any(&["years", "year"])).parse(i)?;
        if years.is_none() && noun_of_time(i).is_ok() { no() } else { Ok((i, ())) }
    };
    let recently = |i| {
        let (i, _) = opt(any(&["more", "most"])).parse(i)?;
        any(&["recently", "lately"])(i)
    };
    alt((recently, previously, the_past, recent)).parse(i)
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
    ))
    .parse(i)
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
