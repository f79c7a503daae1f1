//! Calendar dates: months, days of the month and of the week, years.
//!
//! ```text
//! date      = [weekday [","]] (month-day | day-month | slashed) | weekday | month-year | iso | year
//! weekday   = "Monday" | "Mon" ["."]                         one that can be a word needs a capital or a date behind it
//! month-day = month ["the"] day [[","] year]                 "Feb. 1, 2026", "March the third"
//! day-month = ["the"] day ["of"] month [[","] year]          "1 February 2026", "the 1st of March"
//! month-year = month [","] ["of"] (year | pick "year")       "March 1996", "June last year"
//! the-day   = "the" ordinal                                  "the 14th"
//! weekday-day = weekday ["the"] ordinal                      "Tuesday the 19th"
//! ```

use super::basics::{
    Out, alone, any, behind_is, comma, dash, dot, figure, full_year, glued, listed, longest, needs, no,
    ordinal, ordinal_figure, word, year_figure,
};

use super::figures::{dotted, iso_date, slashed};
use super::years::year_behind;
use super::{forms, words};

use crate::{
    claim::{Calendar, FieldOrder, Point, Which, YearSaid},
    text::{Case, TokenKind, Tokens, WordClass},
};

use nom::{
    Parser,
    branch::alt,
    combinator::{opt, peek},
    sequence::{preceded, terminated},
};

/// A date with nothing stated.
pub(super) const BLANK: Calendar = Calendar {
    year: YearSaid::Unstated(Which::Bare),
    month: None,
    day: None,
    weekday: None,
    order: FieldOrder::Certain,
};

/// Any calendar date but a bare year or bare figure.
pub(super) fn date(i: Tokens<'_>) -> Out<'_, Calendar> {
    if i.first_in(WordClass::WEEKDAY) {
        return longest!(i; with_weekday, full, month_year, weekday_only);
    }
    // Without a weekday at its head a full date is read once, for itself and for the weekday behind it.
    let Ok((rest, date)) = full(i) else { return month_year(i) };
    let (rest, date) = weekday_behind(rest)
        .map_or((rest, date), |(rest, weekday)| (rest, Calendar { weekday: Some(weekday), ..date }));
    // Behind a month that has a day in figures no year follows the month itself.
    let day = i.nth(1).filter(|dot| dot.initial != b'.').or_else(|| i.nth(2));
    if day.is_some_and(|day| day.kind == TokenKind::Number && day.span.len() < 3)
        && i.first_in(WordClass::MONTH)
    {
        return Ok((rest, date));
    }
    match month_year(i) {
        Ok((longer, found)) if longer.index() > rest.index() => Ok((longer, found)),
        Ok(_) | Err(_) => Ok((rest, date)),
    }
}

/// ", Sunday"
fn weekday_behind(i: Tokens<'_>) -> Out<'_, u8> {
    let (i, ()) = word(",")(i)?;
    weekday(i)
}

/// A date as a point.
pub(super) fn point(i: Tokens<'_>) -> Out<'_, Point> {
    date.map(Point::Calendar).parse(i)
}

/// "Friday, Oct. 13", "Tuesday the 19th", "1 February, Sunday"
fn with_weekday(i: Tokens<'_>) -> Out<'_, Calendar> {
    let front = |i| {
        let (i, weekday) = weekday(i)?;
        let (i, ()) = comma(i)?;
        let (i, _) = opt(any(&["the", "on"])).parse(i)?;
        let (i, bracket) = opt(word("(")).parse(i)?;
        let (i, date) = alt((full, day_only)).parse(i)?;
        let (i, _) = if bracket.is_some() { word(")")(i)? } else { (i, ()) };
        Ok((i, Calendar { weekday: Some(weekday), ..date }))
    };
    let back = |i| {
        let (i, date) = full(i)?;
        let (i, weekday) = weekday_behind(i)?;
        Ok((i, Calendar { weekday: Some(weekday), ..date }))
    };
    alt((front, back)).parse(i)
}

/// "19th" behind a weekday.
fn day_only(i: Tokens<'_>) -> Out<'_, Calendar> {
    // "Friday, the fourth game" names no day.
    let (i, day) = alt((
        ordinal_figure,
        terminated(ordinal, nom::combinator::not(clock_or_unit)),
        terminated(figure(1, 31, 2), nom::combinator::not(clock_or_unit)),
    ))
    .parse(i)?;
    if day <= 31 { Ok((i, Calendar { day: byte(day), ..BLANK })) } else { no() }
}

/// What makes the figures before it no day of the month: ":30", "am", "people".
fn clock_or_unit(i: Tokens<'_>) -> Out<'_, ()> {
    // "Thursday 8 to 10am"
    let hours = (alt((dash, any(&["to", "until", "till", "through", "thru"]))), super::clock::clock);
    if peek(hours).parse(i).is_ok() {
        return Ok((i, ()));
    }
    match i.first() {
        Some(token) if token.kind == TokenKind::Word => {
            let goes_on = ["at", "from", "between", "and", "or", "until", "to", "for", "in"];
            if i.first_among(&goes_on) && !token.glued { no() } else { Ok((i, ())) }
        }
        Some(token) if token.kind == TokenKind::Symbol => Ok((i, ())),
        Some(token) if token.glued && matches!(i.text_of(token), ":" | "-" | "–" | "/" | "'") => {
            Ok((i, ()))
        }
        _ => no(),
    }
}

/// A date with month and day.
pub(super) fn full(i: Tokens<'_>) -> Out<'_, Calendar> {
    let (i, ()) = needs(i, WordClass::MONTH | WordClass::FIGURE)?;
    match i.first() {
        // Figures open dates by how many they are: a year, a year with all of its date, or a day or month.
        Some(token) if token.kind == TokenKind::Number => match token.span.len() {
            4 | 8 => alt((iso_date, year_month_day)).parse(i),
            1 | 2 if i.nth(1).is_some_and(|next| next.glued) => {
                alt((slashed, dotted, |i| forms::DAY_MONTH.read(i))).parse(i)
            }
            1 | 2 => forms::DAY_MONTH.read(i),
            _ => no(),
        },
        Some(token) if token.is(WordClass::MONTH) => {
            alt((joined_date, month_day, |i| forms::DAY_MONTH.read(i))).parse(i)
        }
        Some(_) | None => forms::DAY_MONTH.read(i),
    }
}

/// A day of the week.
pub(super) fn weekday(i: Tokens<'_>) -> Out<'_, u8> {
    let (rest, day) = listed(WordClass::WEEKDAY, words::WEEKDAYS)(i)?;
    let (rest, ()) = if abbreviated(i) { dot(rest)? } else { (rest, ()) };
    Ok((rest, day))
}

/// Whether the first token is a short form that a dot may follow.
fn abbreviated(i: Tokens<'_>) -> bool {
    const WHOLE: &[&str] = &["may", "june", "july", "march", "april"];
    i.first().is_some_and(|token| token.span.len() <= 5) && !i.first_among(WHOLE)
}

/// A weekday alone; "sun", "sat", "wed" and "mon" are words without a capital.
fn weekday_only(i: Tokens<'_>) -> Out<'_, Calendar> {
    let (rest, day) = weekday(i)?;
    let Some(token) = i.first() else { return no() };
    let short = token.span.len() <= 5;
    let word_like = i.first_among(&["sun", "sat", "mon", "wed"]);
    let dotted = rest.behind(1).is_some_and(|mark| i.text_of(mark) == ".") && !rest.is_empty();
    let led =
        behind_is(&i, 1, &["on", "next", "last", "this", "every", "since", "until", "by", "and", "or", "("]);
    // "on weds", "thurs 3pm": no other word without a capital, but somebody weds in a headline.
    let informal = i.first_among(&["tues", "thurs", "thur"]) && (led || rest.first_kind(TokenKind::Number))
        || i.first_is("weds") && behind_is(&i, 1, &["on", "next", "last", "this", "until"]);
    let timed = rest.first_kind(TokenKind::Number) || rest.first_is("at") || rest.first_is("from");
    // "Mon-Fri", "Sat to Mon"
    let paired = day_span_mark(rest).is_ok_and(|(rest, ())| rest.first_in(WordClass::WEEKDAY))
        || behind_is(&i, 1, &["-", "–", "to", "through", "till", "until"])
            && i.behind(2).is_some_and(|token| token.is(WordClass::WEEKDAY));
    let sure = !short
        || token.case == Case::Title
            && !article_before(i)
            && (!word_like || led || dotted || timed || paired)
            && !rest.first().is_some_and(crate::text::Token::is_capitalised)
        || informal
        || alone(i, rest);
    if sure { Ok((rest, Calendar { weekday: Some(day), ..BLANK })) } else { no() }
}

/// "the Sun", "The Wed"
fn article_before(i: Tokens<'_>) -> bool {
    behind_is(&i, 1, &["the", "a", "an"])
}

/// A month by name.
pub(super) fn month(i: Tokens<'_>) -> Out<'_, u8> {
    let (rest, month) = listed(WordClass::MONTH, words::MONTHS)(i)?;
    let (rest, ()) = if abbreviated(i) { dot(rest)? } else { (rest, ()) };
    Ok((rest, month))
}

/// A day of the month behind a month.
pub(super) fn day(i: Tokens<'_>) -> Out<'_, u8> {
    let (i, _) = opt(word("the")).parse(i)?;
    let plain = terminated(figure(1, 31, 2), nom::combinator::not(not_a_day));
    let (i, day) = alt((ordinal_figure, plain, written_day)).parse(i)?;
    byte(day).filter(|day| *day <= 31).map_or_else(no, |day| Ok((i, day)))
}

fn written_day(i: Tokens<'_>) -> Out<'_, u32> {
    alt((ordinal, super::basics::below_hundred))
        .parse(i)
        .and_then(|(i, day)| if day > 0 { Ok((i, day)) } else { no() })
}

/// What makes figures behind a month no day: "May 5:30", "March 10 percent".
fn not_a_day(i: Tokens<'_>) -> Out<'_, ()> {
    match i.first() {
        Some(token) if token.glued && i.text_of(token) == ":" => {
            let clock = i.nth(1).is_some_and(|next| next.glued && next.kind == TokenKind::Number);
            if clock { Ok((i, ())) } else { no() }
        }
        Some(token) if token.glued && matches!(i.text_of(token), "%" | "/" | "'" | "\u{2019}") => Ok((i, ())),
        Some(token) if token.kind == TokenKind::Word && token.glued => Ok((i, ())),
        Some(_) if i.first_among(&["percent", "%", "am", "pm", "a.m.", "p.m.", "oclock"]) => Ok((i, ())),
        _ => no(),
    }
}

/// "Feb/1/2026", "Feb-1-2026"
fn joined_date(i: Tokens<'_>) -> Out<'_, Calendar> {
    if !i.nth(1).is_some_and(|mark| mark.glued && matches!(mark.initial, b'/' | b'-')) {
        return no();
    }
    let mark = if i.skip(1).first_is("/") { "/" } else { "-" };
    let (i, month) = listed(WordClass::MONTH, words::MONTHS)(i)?;
    let (i, day) = preceded(glued(mark), figure(1, 31, 2)).parse(i)?;
    let (i, year) = preceded(glued(mark), year_figure).parse(i)?;
    let year = YearSaid::Absolute(year);
    Ok((i, Calendar { month: Some(month), day: byte(day), year, ..BLANK }))
}

/// "2026 February 1": nothing follows that the last figure could count.
fn year_month_day(i: Tokens<'_>) -> Out<'_, Calendar> {
    let (i, year) = year_figure(i)?;
    let (i, month) = month(i)?;
    let (i, day) = day(i)?;
    let counts = i.first().is_some_and(|next| {
        next.kind == TokenKind::Word && !next.is(WordClass::PREPOSITION | WordClass::FUNCTION)
            || next.kind == TokenKind::Symbol
    });
    let year = YearSaid::Absolute(year);
    if counts { no() } else { Ok((i, Calendar { month: Some(month), day: Some(day), year, ..BLANK })) }
}

/// "Feb. 1, 2026", "march third", "Oct/2", "mar3"
fn month_day(i: Tokens<'_>) -> Out<'_, Calendar> {
    let (i, month) = month(i)?;
    let (i, _) = opt(alt((glued("/"), glued("-"), terminated(word(","), peek(ordinal_figure)).map(|_| ()))))
        .parse(i)?;
    let (i, day) = day(i)?;
    let (i, year) = opt(year_behind).parse(i)?;
    Ok((i, Calendar { month: Some(month), day: Some(day), year: year.unwrap_or(BLANK.year), ..BLANK }))
}

/// "1 February 2026", "the 1st of March", "second of Aug."; "nobody under 16 may ride" is of an age.
pub(super) fn day_month(i: Tokens<'_>) -> Out<'_, Calendar> {
    let bounds_age = behind_is(&i, 1, &["under", "over", "below", "above", "than", "aged"]);
    if bounds_age && i.nth(1).is_some_and(|next| next.case == Case::Lower && i.text_of(next) == "may") {
        return no();
    }
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, day) =
        alt((ordinal, figure(1, 31, 2), super::basics::below_hundred, word("ides").map(|()| 0))).parse(i)?;
    let (i, _) = opt((opt(word("day")), word("of"), opt(word("the")))).parse(i)?;
    let (i, _) = opt(alt((glued("/"), glued("-")))).parse(i)?;
    let (i, month) = month(i)?;
    let day = if day == 0 { if [3, 5, 7, 10].contains(&month) { 15 } else { 13 } } else { day };
    let joined = preceded(alt((glued("/"), glued("-"))), year_behind);
    let (i, year) = opt(alt((joined, year_behind, |i| short_year(i)))).parse(i)?;
    match byte(day) {
        Some(day @ 1..=31) => Ok((
            i,
            Calendar { month: Some(month), day: Some(day), year: year.unwrap_or(BLANK.year), ..BLANK },
        )),
        _ => no(),
    }
}

/// "90" in the dateline "9 JAN 90 (AGENCY)": two figures behind a month in capitals, with a mark behind them.
fn short_year(i: Tokens<'_>) -> Out<'_, YearSaid> {
    let capitals = i.behind(1).is_some_and(|month| month.case == Case::Upper && month.is(WordClass::MONTH));
    let (rest, year) = figure(0, 99, 2)(i)?;
    let closes =
        rest.first().is_none_or(|next| next.kind == TokenKind::Punctuation && i.text_of(next) != ":");
    match i16::try_from(year) {
        Ok(year) if capitals && closes => Ok((rest, YearSaid::Absolute(full_year(year)))),
        Ok(_) | Err(_) => no(),
    }
}

/// "March 1996", "June last year", "2017 April", "January of this year", "Dec-2018"
fn month_year(i: Tokens<'_>) -> Out<'_, Calendar> {
    if !i.first_in(WordClass::MONTH | WordClass::FIGURE) {
        return no();
    }
    let front = |i| {
        let (i, month) = month(i)?;
        let (i, _) = opt(alt((glued("-"), glued("/")))).parse(i)?;
        let (i, year) = year_behind(i)?;
        Ok((i, Calendar { month: Some(month), year, ..BLANK }))
    };
    let back = |i| {
        let (i, year) = year_figure(i)?;
        let (i, month) = month(i)?;
        Ok((i, Calendar { month: Some(month), year: YearSaid::Absolute(year), ..BLANK }))
    };
    alt((front, back)).parse(i)
}

/// A month alone. "may", "march" and the short forms that are words need a capital and a preposition or the like.
pub(super) fn month_only(i: Tokens<'_>) -> Out<'_, Calendar> {
    let (rest, found) = month(i)?;
    let Some(token) = i.first() else { return no() };
    let doubtful = i.first_among(&["may", "march", "mar", "jan", "dec", "august", "apr", "sep"]);
    let name_follows = rest.first().is_some_and(|next| {
        next.is_capitalised()
            && next.kind == TokenKind::Word
            && !next.is(WordClass::MONTH | WordClass::WEEKDAY)
    });
    let capital = token.is_capitalised();
    let good = if doubtful {
        capital && led_by_time_word(i) && !name_follows
            || alone(i, rest)
            || is_all_but(i, rest)
            || leads_range(rest)
    } else {
        capital && (!name_follows || led_by_time_word(i)) || led_by_time_word(i) || alone(i, rest)
    };
    if good { Ok((rest, Calendar { month: Some(found), ..BLANK })) } else { no() }
}

/// Whether only a few words that lead a time stand before the month and nothing behind it: "early in march", "next march".
pub(super) fn is_all_but(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let closes = rest.is_empty() || rest.nth(1).is_none() && rest.first_kind(TokenKind::Punctuation);
    let leads = (1..4).map_while(|back| i.behind(back)).all(|token| {
        token.is(WordClass::TIME_PART | WordClass::PICK | WordClass::PREPOSITION | WordClass::DETERMINER)
    });
    closes && leads && i.behind(1).is_some() && i.behind(4).is_none()
}

/// "Jan-Feb", "august and october"
fn leads_range(rest: Tokens<'_>) -> bool {
    day_span_mark(rest).is_ok_and(|(rest, ())| rest.first_in(WordClass::MONTH) && !rest.first_is("may"))
}

/// Whether the word before can lead a month: "in May", "last March", "early May", "and June".
fn led_by_time_word(i: Tokens<'_>) -> bool {
    const LEADS: &[&str] = &[
        "in", "since", "by", "until", "till", "from", "to", "during", "before", "after", "of", "through",
        "late", "early", "mid", "-", "last", "next", "this", "each", "every", "between", "and", "for",
        "around", "about", "past", "the",
    ];
    behind_is(&i, 1, LEADS)
}

/// "the 14th", "the 24": a day of the month alone, where no noun follows it.
pub(super) fn the_day(start: Tokens<'_>) -> Out<'_, Calendar> {
    let i = start;
    let on = i.behind(1).is_some_and(|token| i.spells(token, "on"));
    let (i, the) = opt(word("the")).parse(i)?;
    let (i, day) = match ordinal_figure(i) {
        Ok(found) => found,
        Err(_) if i.first_in(WordClass::ORDINAL) => {
            // "on the first" by itself; in a sentence anything can be the first of something.
            if start.behind(1).is_some() && !(on && start.behind(2).is_none()) {
                return no();
            }
            let (rest, day) = ordinal(i)?;
            let only = on && start.behind(2).is_none() && rest.is_empty();
            if only || alone(start, rest) && the.is_some() { (rest, day) } else { return no() }
        }
        Err(_) => {
            let (rest, day) = figure(1, 31, 2)(i)?;
            // "the 17 from 2pm to 4pm"
            let timed = (rest.first_is("from") || rest.first_is("between"))
                && rest.nth(1).is_some_and(|token| token.kind == TokenKind::Number);
            if alone(start, rest) || on && timed { (rest, day) } else { return no() }
        }
    };
    if the.is_none() && !on {
        return no();
    }
    let noun = i.first().is_some_and(|token| {
        token.kind == TokenKind::Word
            && !i.first_among(&[
                "at", "from", "to", "and", "by", "for", "between", "through", "or", "until", "before",
                "after",
            ])
    });
    if noun || day > 31 || i.first_is("-") { no() } else { Ok((i, Calendar { day: byte(day), ..BLANK })) }
}

/// "16-19": the days of a range share their month.
pub(super) fn day_span_mark(i: Tokens<'_>) -> Out<'_, ()> {
    alt((dash, any(&["to", "through", "thru", "until", "untill", "till", "and", "&", "or"]))).parse(i)
}

pub(super) fn byte(value: u32) -> Option<u8> {
    u8::try_from(value).ok()
}
