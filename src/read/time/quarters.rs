//! Quarters and halves of a year, and the periods that reports compare with them.
//!
//! ```text
//! quarter  = [possessor] ["fiscal"] ordinal ["-"] "quarter" [["of"] year] | "Q3" ["/" | "-"] [year] | year "Q3" | "3Q19"
//!          | "quarter" number year
//! same     = ("year-ago" | "year-earlier" | "latest" | "corresponding" | year) ("quarter" | "period" | quarter)
//! half     = ("first" | "second" | "last") "half" ["of" year] | "H1" [year] | "1H19"
//! ```

use super::basics::{
    Out, any, behind_is, below_hundred, dash, figure, full_year, glued, joint, needs, no, ordinal, phrase,
    word, year, year_figure,
};
use super::{relative, years};
use crate::{
    claim::{Point, Which, YearSaid},
    text::{TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{opt, peek},
    sequence::{preceded, terminated},
};

const BARE: YearSaid = YearSaid::Unstated(Which::Bare);
const YEAR_BEFORE: YearSaid = YearSaid::Relative(Which::Previous);

/// Who or what a quarter belongs to: "the", "its", "this year's", "the 1988".
fn possessor(i: Tokens<'_>) -> Out<'_, YearSaid> {
    let year_of = |i| {
        let (i, _) = opt(word("the")).parse(i)?;
        // "fiscal 1990's first quarter"
        let (i, _) = opt(word("fiscal")).parse(i)?;
        let (i, year) = year_figure(i)?;
        let (i, _) = opt(word("'s")).parse(i)?;
        Ok((i, YearSaid::Absolute(year)))
    };
    let relative = |i| {
        let (i, which) = relative::pick(i)?;
        let (i, ()) = word("year")(i)?;
        let (i, ()) = any(&["'s", "\u{2019}s"])(i)?;
        Ok((i, YearSaid::Relative(which)))
    };
    let ago = |i| {
        let (i, _) = opt(any(&["the", "its", "a"])).parse(i)?;
        let (i, ()) = year_ago(i)?;
        Ok((i, YEAR_BEFORE))
    };
    let plain = |i| {
        let (i, _) = opt(any(&["the", "its", "their", "a", "our"])).parse(i)?;
        let (i, _) =
            opt(any(&["flat", "weak", "strong", "full", "most", "seasonally", "entire"])).parse(i)?;
        Ok((i, BARE))
    };
    alt((year_of, relative, ago, plain)).parse(i)
}

/// "year-ago", "year-earlier", "year ago"
fn year_ago(i: Tokens<'_>) -> Out<'_, ()> {
    let (i, ()) = word("year")(i)?;
    let (i, ()) = joint(i)?;
    any(&["ago", "earlier", "before"])(i)
}

fn quarter_word(i: Tokens<'_>) -> Out<'_, bool> {
    alt((word("quarter").map(|()| false), word("quarters").map(|()| true))).parse(i)
}

/// "the third quarter of 1990", "fiscal second-quarter", "this year's third quarter", "Q3 2019", "2019-Q1"
pub(super) fn quarter<'a>(i: Tokens<'a>) -> Out<'a, Point> {
    let worded = |start: Tokens<'a>| {
        let (i, year) = possessor(start)?;
        let (i, _) = opt(terminated(word("fiscal"), opt(dash))).parse(i)?;
        let (i, pick) = opt(any(&["last", "final"])).parse(i)?;
        let (i, number) = match pick {
            Some(()) => (i, 4),
            None => ordinal(i)?,
        };
        let (i, hyphen) = opt(dash).parse(i)?;
        // "the third-quarter loss": the article is the loss's.
        if hyphen.is_some() && start.first_is("the") && year == BARE && !start.skip(1).first_is("fiscal") {
            return no();
        }
        let (i, _) = opt(word("fiscal")).parse(i)?;
        let (i, plural) = quarter_word(i)?;
        // "last quarter" alone is the one before this one.
        if pick.is_some() && !i.first_is("of") {
            return no();
        }
        let (i, later) = opt(year_after).parse(i)?;
        // "the third and fourth quarters of 1990": the last of them; without a year they recur.
        let last = behind_is(&start, 1, &["and", "or"]);
        if plural && !(last && later.is_some()) {
            return no();
        }
        Ok((i, (number, later.unwrap_or(year))))
    };
    let signed = |i| {
        let picked = |i| match relative::pick(i)? {
            (i, which @ (Which::Last | Which::Next | Which::This)) => Ok((i, YearSaid::Unstated(which))),
            _ => no(),
        };
        let (i, picked) = opt(picked).parse(i)?;
        let (i, before) = opt(terminated(year_figure, opt(dash))).parse(i)?;
        let (i, number) = alt((|i| numbered(i, 'q'), spelled_out)).parse(i)?;
        let dashed = preceded(alt((dash, glued("/"))), year).map(YearSaid::Absolute);
        let (i, after) = opt(alt((years::year_behind, dashed))).parse(i)?;
        Ok((i, (number, before.map(YearSaid::Absolute).or(after).or(picked).unwrap_or(BARE))))
    };
    let (i, (number, year)) = alt((worded, signed, |i| flipped(i, 'q'))).parse(i)?;
    match u8::try_from(number) {
        Ok(number @ 1..=4) => Ok((i, Point::Quarter { number: Some(number), year })),
        _ => no(),
    }
}

/// "Q3", "H1"
fn numbered(i: Tokens<'_>, letter: char) -> Out<'_, u32> {
    let Some(token) = i.first().filter(|token| token.kind == TokenKind::Word) else { return no() };
    let mut chars = i.text_of(token).chars();
    match (chars.next(), chars.next().and_then(|digit| digit.to_digit(10)), chars.next()) {
        (Some(first), Some(number), None) if first.eq_ignore_ascii_case(&letter) => Ok((i.skip(1), number)),
        _ => no(),
    }
}

/// "quarter 3 of 2019", "quarter three of last year"
fn spelled_out(i: Tokens<'_>) -> Out<'_, u32> {
    let (i, ()) = word("quarter")(i)?;
    let (i, number) = alt((figure(1, 4, 1), below_hundred)).parse(i)?;
    if peek(years::year_behind).parse(i).is_ok() { Ok((i, number)) } else { no() }
}

/// "1Q 2019", "1Q19", "2H 2019", "2H19": how banks write them.
fn flipped(i: Tokens<'_>, letter: char) -> Out<'_, (u32, YearSaid)> {
    let (i, number) = figure(1, 4, 1)(i)?;
    let Some(token) = i.first().filter(|token| token.glued && token.kind == TokenKind::Word) else {
        return no();
    };
    let Some(tens) = i.text_of(token).strip_prefix([letter, letter.to_ascii_uppercase()]) else {
        return no();
    };
    let i = i.skip(1);
    match (tens.len(), tens.parse::<i16>()) {
        (0, _) => years::year_behind(i).map(|(i, year)| (i, (number, year))),
        (2, Ok(tens)) => Ok((i, (number, YearSaid::Absolute(full_year(tens))))),
        (4, Ok(year @ 1900..=2199)) => Ok((i, (number, YearSaid::Absolute(year)))),
        _ => no(),
    }
}

/// "of 1990", "of last year", "a year ago", "1990"
fn year_after(i: Tokens<'_>) -> Out<'_, YearSaid> {
    let ago = |i| {
        let (i, _) = opt(word("of")).parse(i)?;
        let (i, ()) = phrase(&["a", "year"])(i)?;
        let (i, ()) = any(&["ago", "earlier", "before"])(i)?;
        Ok((i, YEAR_BEFORE))
    };
    let of_the_year = |i| {
        let (i, ()) = phrase(&["of", "the", "year"])(i)?;
        Ok((i, YearSaid::Relative(Which::This)))
    };
    alt((ago, of_the_year, years::year_behind)).parse(i)
}

/// "the year-ago period", "the latest quarter", "the 1988 period", "last year's quarter", "the quarter a year ago"
pub(super) fn comparable(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = needs(i, WordClass::TIME_UNIT)?;
    let (i, ()) = needs(i, WordClass::PERIOD | WordClass::DISTANCE)?;
    let span_word = |i| any(&["quarter", "period"])(i);
    let ago = |i| {
        let (i, article) = opt(word("the")).parse(i)?;
        let (i, _) = opt(any(&["comparable", "corresponding", "same"])).parse(i)?;
        let (i, ()) = year_ago_hyphened(i)?;
        let (i, noun) = opt(any(&["quarter", "period"])).parse(i)?;
        // "the year-ago results": the article is the results'.
        if article.is_some() && noun.is_none() { no() } else { Ok((i, YEAR_BEFORE)) }
    };
    let of_year = |i| {
        let (i, year) = possessor(i)?;
        if year == BARE {
            return no();
        }
        let (i, _) = opt(any(&["comparable", "corresponding"])).parse(i)?;
        let (i, ()) = span_word(i)?;
        Ok((i, year))
    };
    let same = |i| {
        let (i, ()) = word("the")(i)?;
        let (i, _) = opt(any(&["comparable", "corresponding", "same"])).parse(i)?;
        let (i, ()) = span_word(i)?;
        let (i, year) = year_after(i)?;
        // "the period 1939-45"
        let (i, ()) = nom::combinator::not(super::ranges::short_year).parse(i)?;
        Ok((i, year))
    };
    let latest = |i| {
        let (i, _) = opt(word("the")).parse(i)?;
        let (i, ()) = any(&["latest"])(i)?;
        let (i, ()) = span_word(i)?;
        Ok((i, YearSaid::Unstated(Which::Same)))
    };
    alt((ago, of_year, same, latest)).map(|year| Point::Comparable { year }).parse(i)
}

/// "year-ago" and "year-earlier" before a noun; "a year ago" is read as a distance.
fn year_ago_hyphened(i: Tokens<'_>) -> Out<'_, ()> {
    let (i, ()) = word("year")(i)?;
    let (i, ()) = dash(i)?;
    any(&["ago", "earlier"])(i)
}

/// "the first half of 1990", "second half", "H2 2019", "first two quarters of 1990"
pub(super) fn half<'a>(i: Tokens<'a>) -> Out<'a, Point> {
    let worded = |i| {
        let (i, year) = possessor(i)?;
        let (i, number) = alt((any(&["last", "latter"]).map(|()| 2), ordinal)).parse(i)?;
        let Ok(number @ 1..=2) = u8::try_from(number) else { return no() };
        let (i, ()) = joint(i)?;
        let (i, ()) = alt((word("half"), phrase(&["two", "quarters"]))).parse(i)?;
        let (i, later) = opt(year_after).parse(i)?;
        // A game has halves too: the year must be said.
        match later.or((year != BARE).then_some(year)) {
            Some(year) => Ok((i, (number, year))),
            None => no(),
        }
    };
    let signed = |i| {
        let (i, before) = opt(terminated(year_figure, opt(dash))).parse(i)?;
        let (i, number) = numbered(i, 'h')?;
        let (i, after) = opt(preceded(opt(word("of")), year)).parse(i)?;
        match (before.or(after), u8::try_from(number)) {
            (Some(year), Ok(number @ 1..=2)) => Ok((i, (number, YearSaid::Absolute(year)))),
            _ => no(),
        }
    };
    let of_bank = |i: Tokens<'a>| {
        // "for 1H45" is a length, "16h30" a time of day.
        let is_small = i.nth(1).is_some_and(|letter| i.text_of(letter).starts_with('h'));
        let leads = behind_is(&i, 1, &["for", "lasted", "took", "within"]);
        let (i, (number, year)) = if is_small || leads { no()? } else { flipped(i, 'h')? };
        match u8::try_from(number) {
            Ok(number @ 1..=2) => Ok((i, (number, year))),
            _ => no(),
        }
    };
    let (i, (number, year)) = alt((worded, signed, of_bank)).parse(i)?;
    Ok((i, Point::Half { number, year }))
}
