//! The further days of a list: "10" and "17" in "June 3, 10 and 17".
//!
//! ```text
//! further  = day                        behind (month day ["," | "and" | "or"])+, before a mark or another day
//! leading  = ["the"] ordinal                 before ("," | "and" | "or" ["the"] ordinal)+ "of" month [year]
//! ```
//!
//! The first day of such a list is an ordinary date; [`super::ranges`] reads days that follow one another as one stretch.

use super::basics::{Out, figure, no, ordinal_figure, word};
use super::{dates, words, years};
use crate::{
    claim::{Calendar, Point},
    text::{Token, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
};

/// How far behind a figure its month is looked for.
const REACH: usize = 12;

/// Whether a weekday is an end of a hyphened span, which is no day: "the Monday-to-Friday service".
pub(super) fn is_span_of_weekdays(i: Tokens<'_>) -> bool {
    if !i.first_in(WordClass::WEEKDAY) {
        return false;
    }
    let links =
        |token: &Token| ["to", "through"].iter().any(|word| i.text_of(token).eq_ignore_ascii_case(word));
    let is_dash = |token: &Token| i.text_of(token) == "-";
    let ahead = i.nth(1).is_some_and(is_dash)
        && i.nth(2).is_some_and(links)
        && i.nth(3).is_some_and(is_dash)
        && i.nth(4).is_some_and(|last| last.is(WordClass::WEEKDAY));
    let behind = i.behind(1).is_some_and(is_dash)
        && i.behind(2).is_some_and(links)
        && i.behind(3).is_some_and(is_dash)
        && i.behind(4).is_some_and(|first| first.is(WordClass::WEEKDAY));
    ahead || behind
}

/// Whether the words before a figure can make it one more day of a list.
pub(super) fn goes_on(i: Tokens<'_>) -> bool {
    i.first_kind(TokenKind::Number) && i.behind(1).is_some_and(|token| joins(i.text_of(token)))
}

fn joins(text: &str) -> bool {
    matches!(text, "," | "and" | "or" | "&")
}

/// One more day of a list of days of a month.
pub(super) fn further_day(i: Tokens<'_>) -> Out<'_, Point> {
    let Some(month) = month_before(i) else { return no() };
    let (rest, day) = alt((ordinal_figure, figure(1, 31, 2))).parse(i)?;
    let (rest, year) = opt(years::year_behind).parse(rest)?;
    let (rest, ()) = not(counts).parse(rest)?;
    match u8::try_from(day) {
        Ok(day @ 1..=31) => {
            let year = year.unwrap_or(dates::BLANK.year);
            Ok((rest, Point::Calendar(Calendar { month: Some(month), day: Some(day), year, ..dates::BLANK })))
        }
        Ok(_) | Err(_) => no(),
    }
}

/// A day of a list whose month stands behind its last day: "6th" in "the 6th, 7th and 8th of March".
pub(super) fn leading_day(i: Tokens<'_>) -> Out<'_, Point> {
    let numbered = usize::from(i.first_is("the"));
    if !i.nth(numbered).is_some_and(|day| day.kind == TokenKind::Number) {
        return no();
    }
    let (rest, day) = ordinal_figure(i.skip(numbered))?;
    if !rest.first_is(",") {
        return no();
    }
    let mut further = rest;
    while further.first().is_some_and(|token| joins(further.text_of(token))) {
        further = further.skip(1);
        if further.first().is_some_and(|token| joins(further.text_of(token))) {
            continue;
        }
        further = if further.first_is("the") { further.skip(1) } else { further };
        further = ordinal_figure(further)?.0;
    }
    let (further, ()) = word("of")(further)?;
    let (further, month) = dates::month(further)?;
    let year = years::year_behind(further).map_or(dates::BLANK.year, |(_, year)| year);
    match u8::try_from(day) {
        Ok(day @ 1..=31) => {
            Ok((rest, Point::Calendar(Calendar { month: Some(month), day: Some(day), year, ..dates::BLANK })))
        }
        Ok(_) | Err(_) => no(),
    }
}

/// What shows that a figure counts something: anything but a mark, another day, or a word that leads on.
fn counts(i: Tokens<'_>) -> Out<'_, ()> {
    let leads_on = match i.first() {
        None => true,
        Some(token) => match token.kind {
            TokenKind::Punctuation => !token.glued || matches!(i.text_of(token), "." | "," | ";" | ")" | ":"),
            TokenKind::Word => {
                joins(i.text_of(token))
                    || token.is(WordClass::PREPOSITION | WordClass::FUNCTION | WordClass::VERB)
            }
            TokenKind::Number | TokenKind::Symbol | TokenKind::Clitic | TokenKind::Link => false,
        },
    };
    // "May 3, 2 people died": behind a lone comma only another comma, "and" or "or" shows a list.
    let comma = i.behind(2).is_some_and(|token| i.text_of(token) == ",");
    let listed = i.first().is_some_and(|token| joins(i.text_of(token)));
    if leads_on && (!comma || listed) { no() } else { Ok((i, ())) }
}

/// The month of the days that stand before.
fn month_before(i: Tokens<'_>) -> Option<u8> {
    let mut days = 0_u8;
    for n in 1..=REACH {
        let token = i.behind(n)?;
        let text = i.text_of(token);
        match token.kind {
            TokenKind::Number if text.len() <= 2 => days += 1,
            TokenKind::Word if token.is(WordClass::MONTH) && days > 0 => {
                return words::look_up(words::MONTHS, text);
            }
            TokenKind::Word if joins(text) || token.glued && matches!(text, "st" | "nd" | "rd" | "th") => {}
            TokenKind::Punctuation if matches!(text, "," | "." | "&") => {}
            TokenKind::Word
            | TokenKind::Number
            | TokenKind::Punctuation
            | TokenKind::Symbol
            | TokenKind::Clitic
            | TokenKind::Link => return None,
        }
    }
    None
}
