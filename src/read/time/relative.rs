//! Times that are named by their distance from another: today, last week, two years ago, the day before.
//!
//! ```text
//! pick     = "this" ["past" | "coming" | "last"] | "last" | "next" | "previous" | …
//! days     = "today" | "tomorrow" | "yesterday" | "the day before yesterday" | "the day after tomorrow"
//! picked   = ["the"] pick (unit | weekday | month | season | part of the day)
//! of-year  = pick "year" "in" month                           "last year in June"
//! shifted  = length ("ago" [day] | "earlier" | "later" | "hence" | "from" point | "before" point | "after" point)
//! the-day  = "the" (unit | part) ("before" | "after") | "the next day" | "the day after" date
//! nth-day  = ["the"] [ordinal] weekday ("before" | "after") (holiday | date)
//! definite = "the" unit                                            "the week": the one that is on
//! ```

use super::basics::{Out, any, comma, dash, joins_within, joint, listed, near, no, phrase, when, word};
use super::{dates, duration, forms, stretches, words};
use crate::{
    claim::{Calendar, CountFrom, DayPart, Point, TimeUnit, Which, YearSaid},
    text::{Shapes, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt, peek},
    sequence::{preceded, terminated},
};

/// A word that picks one of several like periods.
pub(super) fn pick(i: Tokens<'_>) -> Out<'_, Which> {
    let this = |i| {
        let (i, ()) = word("this")(i)?;
        alt((
            alt((word("past"), word("last"))).map(|()| Which::ThisPast),
            any(&["coming", "upcoming", "next"]).map(|()| Which::ThisComing),
            |i| Ok((i, Which::This)),
        ))
        .parse(i)
    };
    let very = preceded(word("the"), alt((phrase(&["very", "next"]), phrase(&["very", "same"]))));
    alt((this, very.map(|()| Which::Following), |i| {
        listed(WordClass::TIME_CUE | WordClass::DETERMINER | WordClass::ORDINAL, words::PICKS)(i)
    }))
    .parse(i)
}

/// "today", "the day before yesterday"
pub(super) fn days(i: Tokens<'_>) -> Out<'_, Point> {
    let before = |i| {
        let (i, _) = opt(word("the")).parse(i)?;
        alt((
            phrase(&["day", "before", "yesterday"]).map(|()| -2),
            phrase(&["day", "after", "tomorrow"]).map(|()| 2),
        ))
        .parse(i)
    };
    alt((
        word("today").map(|()| 0),
        word("yesterday").map(|()| -1),
        any(&["tomorrow", "tmr"]).map(|()| 1),
        before,
    ))
    .map(Point::DaysFromNow)
    .parse(i)
}

/// "last week", "the following Monday", "this September", "last fall"
pub(super) fn picked(i: Tokens<'_>) -> Out<'_, Point> {
    // "that same day", but "that day" picks by itself.
    let that = i.first_is("that");
    let (i, definite) = if that && !i.skip(1).first_is("same") {
        (i, None)
    } else {
        opt(any(&["the", "its", "their", "our", "that"])).parse(i)?
    };
    let past = i.first_is("past");
    let (i, which) = pick(i)?;
    let (i, _) = opt(any(&["full", "entire", "whole", "calendar", "very", "crucial"])).parse(i)?;
    // "next May", but not "that may".
    if which == Which::Same && !i.first_in(WordClass::TIME_UNIT | WordClass::DAY_PART | WordClass::TIME_CUE) {
        return no();
    }
    // "reports that fall short", "walls that spring leaks", "at that hour"
    if that && i.first_among(&["fall", "spring", "hour", "minute", "second", "dawn"]) {
        return no();
    }
    let weekday = dates::weekday.map(|weekday| {
        Point::Calendar(Calendar { weekday: Some(weekday), year: YearSaid::Unstated(which), ..dates::BLANK })
    });
    let month = |i| picked_month(i, which);
    let season = listed(WordClass::DAY_PART, words::SEASONS)
        .map(|season| Point::Season { season, year: YearSaid::Unstated(which) });
    let date = |i| {
        let (i, date) = dates::full(i)?;
        let year = if let YearSaid::Unstated(_) = date.year { YearSaid::Unstated(which) } else { date.year };
        Ok((i, Point::Calendar(Calendar { year, ..date })))
    };
    let weekday_date = |i| {
        let (i, point) = forms::DATE.read(i)?;
        match point {
            Point::Calendar(date @ Calendar { weekday: Some(_), day: Some(_), .. }) => {
                Ok((i, Point::Calendar(date)))
            }
            _ => no(),
        }
    };
    // "the next hour", "the past decade" are lengths that start or end now.
    let stretches = matches!(which, Which::Last | Which::ThisPast | Which::Next | Which::ThisComing);
    let unit = |i| {
        let (i, unit) = unit(i)?;
        // "the next day" is the one behind the day that is spoken of.
        let told = unit == TimeUnit::Day && which == Which::Next && definite.is_some();
        let which = if told { Which::Following } else { which };
        if unit < TimeUnit::Day && stretches || unit == TimeUnit::Decade && past {
            no()
        } else {
            Ok((i, Point::Relative { unit, which }))
        }
    };
    let (i, point) = alt((
        weekday_date,
        unit,
        date,
        weekday,
        month,
        season,
        |i| super::holidays::holiday_in(i, YearSaid::Unstated(which)),
        |i| day_part(i, which),
    ))
    .parse(i)?;
    Ok((i, point))
}

fn picked_month(i: Tokens<'_>, which: Which) -> Out<'_, Point> {
    let (rest, month) = dates::month(i)?;
    let (rest, day) = opt(dates::day).parse(rest)?;
    let verb = (i.first_is("may") || i.first_is("march"))
        && !i.first().is_some_and(crate::text::Token::is_capitalised)
        && !dates::is_all_but(i, rest);
    let year = YearSaid::Unstated(which);
    let date = Calendar { month: Some(month), day, year, ..dates::BLANK };
    if verb { no() } else { Ok((rest, Point::Calendar(date))) }
}

/// "week", "year", "quarter" as one of a unit; "hour" and shorter are read as well: "this hour".
fn unit(i: Tokens<'_>) -> Out<'_, TimeUnit> {
    let week_end = |i| {
        let (i, ()) = word("week")(i)?;
        let (i, _) = opt(dash).parse(i)?;
        let (i, ()) = word("end")(i)?;
        Ok((i, TimeUnit::Weekend))
    };
    let (i, unit) = alt((week_end, listed(WordClass::TIME_UNIT, words::UNITS))).parse(i)?;
    if i.behind(1).is_some_and(|token| i.spells(token, "night")) {
        return no();
    }
    // "the past fortnight", "the past quarter-century" and "the past hour and a half" are lengths.
    let goes_on = alt((
        (opt(dash), any(&["century", "hour"])).map(|_| ()),
        (word("and"), opt(word("a")), word("half")).map(|_| ()),
    ));
    let may_go_on = i.first().is_some_and(|next| matches!(next.initial, b'-' | b'c' | b'h' | b'a'));
    if unit == TimeUnit::Fortnight || may_go_on && peek(goes_on).parse(i).is_ok() {
        return no();
    }
    // "last year-end", "next-day delivery" keep their unit; "this second man" is no time.
    if unit == TimeUnit::Second && i.first().is_some_and(|next| next.kind == TokenKind::Word) {
        return no();
    }
    Ok((i, unit))
}

/// "last night", "this morning", "the next morning", "this evening"
fn day_part(i: Tokens<'_>, which: Which) -> Out<'_, Point> {
    let (i, part) = listed(WordClass::DAY_PART, words::DAY_PARTS)(i)?;
    let day = match which {
        Which::This | Which::Bare | Which::ThisComing => Point::DaysFromNow(0),
        Which::Last | Which::ThisPast | Which::BeforeLast => Point::DaysFromNow(-1),
        Which::Next | Which::Following | Which::AfterNext => {
            Point::Relative { unit: TimeUnit::Day, which: Which::Following }
        }
        Which::Previous => Point::Relative { unit: TimeUnit::Day, which: Which::Previous },
        Which::Same => Point::Relative { unit: TimeUnit::Day, which: Which::Same },
    };
    Ok((i, Point::PartOfDay { part, day: Some(Box::new(day)) }))
}

/// "the week before last", "Friday after next", "the week after next"
pub(super) fn beyond(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, _) = opt(word("the")).parse(i)?;
    let end = alt((
        phrase(&["before", "last"]).map(|()| Which::BeforeLast),
        phrase(&["after", "next"]).map(|()| Which::AfterNext),
    ));
    let mut end = end;
    let mut body = alt((
        |i| unit(i).map(|(i, unit)| (i, (Some(unit), None))),
        |i| dates::weekday(i).map(|(i, weekday)| (i, (None, Some(weekday)))),
    ));
    let (i, (unit, weekday)) = body.parse(i)?;
    let (i, which) = end.parse(i)?;
    let point = match (unit, weekday) {
        (Some(unit), _) => Point::Relative { unit, which },
        (None, weekday) => {
            Point::Calendar(Calendar { weekday, year: YearSaid::Unstated(which), ..dates::BLANK })
        }
    };
    Ok((i, point))
}

/// "last year in January": the month of a year that is picked before it.
pub(super) fn month_of_year(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, which) = pick(i)?;
    let (i, ()) = word("year")(i)?;
    let (i, ()) = word("in")(i)?;
    let is_name = i.first().is_some_and(crate::text::Token::is_capitalised);
    let (i, month) = dates::month(i)?;
    let year = YearSaid::Relative(which);
    if is_name {
        Ok((i, Point::Calendar(Calendar { month: Some(month), year, ..dates::BLANK })))
    } else {
        no()
    }
}

/// "two years ago", "three days later", "a week from Monday", "two days after Christmas"
pub(super) fn shifted(i: Tokens<'_>) -> Out<'_, Point> {
    let start = i;
    let (i, length) = duration::bare_length(i)?;
    let (i, _) = opt(phrase(&["or", "so"])).parse(i)?;
    // "the years from 2014 to 2018" are no distance; "years from now" is one.
    let plural = start.first_in(WordClass::TIME_UNIT)
        && start.first().is_some_and(|unit| start.text_of(unit).ends_with('s'));
    if plural && i.first_is("from") && !i.skip(1).first_among(&["now", "right"]) {
        return no();
    }
    // "closed for ten days from Monday" is the stretch and not the day at its end.
    if i.first_is("from") && stretches::is_led_by_for(start) {
        return no();
    }
    let (i, (later, origin)) = direction(i)?;
    let day = if later || origin != CountFrom::Now { no() } else { ago_day(i, &length) };
    let (i, origin) = day.map_or((i, origin), |(rest, day)| (rest, CountFrom::Point(Box::new(day))));
    Ok((i, Point::Shifted { length, later, origin }))
}

/// "today" in "a week ago today", "Monday" in "two weeks ago Monday": the day that the weeks are counted back from.
fn ago_day<'a>(i: Tokens<'a>, length: &crate::claim::Length) -> Out<'a, Point> {
    let of_weeks = length.parts.iter().all(|(_, unit)| matches!(unit, TimeUnit::Week | TimeUnit::Fortnight));
    let past_day = |i| {
        let (i, day) = forms::DAYS.read(i)?;
        if matches!(day, Point::DaysFromNow(..=0)) { Ok((i, day)) } else { no() }
    };
    let weekday = |i| {
        let (i, weekday) = dates::weekday(i)?;
        Ok((i, Point::Calendar(Calendar { weekday: Some(weekday), ..dates::BLANK })))
    };
    if of_weeks { alt((past_day, weekday)).parse(i) } else { no() }
}

fn direction(i: Tokens<'_>) -> Out<'_, (bool, CountFrom)> {
    let point = |i| super::anchor(i).map(|(i, point)| (i, CountFrom::Point(Box::new(point))));
    alt((
        any(&["ago", "back"]).map(|()| (false, CountFrom::Now)),
        alt((
            word("hence"),
            phrase(&["from", "now"]),
            phrase(&["from", "right", "now"]),
            phrase(&["into", "the", "future"]),
        ))
        .map(|()| (true, CountFrom::Now)),
        any(&["earlier", "beforehand"]).map(|()| (false, CountFrom::Focus)),
        terminated(word("prior"), not(word("to"))).map(|()| (false, CountFrom::Focus)),
        preceded(phrase(&["prior", "to"]), point).map(|origin| (false, origin)),
        terminated(word("before"), closes).map(|()| (false, CountFrom::Focus)),
        terminated(word("after"), closes).map(|()| (true, CountFrom::Focus)),
        terminated(any(&["later", "afterward", "afterwards"]), not(word("than")))
            .map(|()| (true, CountFrom::Focus)),
        preceded(any(&["before", "until"]), point).map(|origin| (false, origin)),
        preceded(word("from"), point).map(|origin| (true, coming(origin))),
        preceded(any(&["after", "following", "since"]), point).map(|origin| (true, origin)),
    ))
    .parse(i)
}

/// "Friday" in "two weeks from Friday" is the one that comes.
fn coming(origin: CountFrom) -> CountFrom {
    match origin {
        CountFrom::Point(point) => CountFrom::Point(match *point {
            Point::Calendar(
                date @ Calendar {
                    weekday: Some(_),
                    day: None,
                    month: None,
                    year: YearSaid::Unstated(Which::Bare),
                    ..
                },
            ) => Box::new(Point::Calendar(Calendar { year: YearSaid::Unstated(Which::ThisComing), ..date })),
            _ => point,
        }),
        CountFrom::Now | CountFrom::Focus => origin,
    }
}

/// The end of what is said: "she had died a year before."
fn closes(i: Tokens<'_>) -> Out<'_, ()> {
    let closed = i.first().is_none_or(|next| matches!(i.text_of(next), "." | "," | ";" | "!" | "?"));
    if closed { Ok((i, ())) } else { no() }
}

/// "three Fridays from now", "two Tuesdays ago"
pub(super) fn weekdays_from_now(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, count) = alt((super::basics::figure(1, 52, 2), super::basics::below_hundred)).parse(i)?;
    let (i, weekday) = alt((
        listed(WordClass::WEEKDAY, words::WEEKDAY_PLURALS),
        listed(WordClass::WEEKDAY, words::WEEKDAYS),
    ))
    .parse(i)?;
    let (i, sign) = alt((phrase(&["from", "now"]).map(|()| 1), word("ago").map(|()| -1))).parse(i)?;
    match i8::try_from(count) {
        Ok(count) => Ok((i, Point::NthWeekday { weekday, count: sign * count, from: None })),
        Err(_) => no(),
    }
}

/// "the Monday after Easter", "third Tuesday after Christmas", "the Friday before Christmas"
pub(super) fn weekday_beside(start: Tokens<'_>) -> Out<'_, Point> {
    let (i, article) = opt(word("the")).parse(start)?;
    let (i, count) = opt(super::basics::ordinal).parse(i)?;
    let (i, weekday) = dates::weekday(i)?;
    let (i, sign) =
        alt((any(&["after", "following"]).map(|()| 1), any(&["before", "preceding"]).map(|()| -1)))
            .parse(i)?;
    let (i, from) = alt((
        |i| forms::HOLIDAY.read(i),
        |i| dates::full.map(Point::Calendar).parse(i),
        |i| forms::NTH.read(i),
    ))
    .parse(i)?;
    // "left Tuesday after Christmas" tells when by the weekday alone.
    match i8::try_from(count.unwrap_or(1)) {
        Ok(nth) if article.is_some() || count.is_some() => {
            Ok((i, Point::NthWeekday { weekday, count: sign * nth, from: Some(Box::new(from)) }))
        }
        Ok(_) | Err(_) => no(),
    }
}

/// "the day before", "the next day", "the week before"; "the day after the vote" is the day alone.
pub(super) fn next_day(i: Tokens<'_>) -> Out<'_, Point> {
    if !i.first_is("the") {
        return no();
    }
    let one = |which| Point::Relative { unit: TimeUnit::Day, which };
    alt((
        phrase(&["the", "day", "before"]).map(|()| one(Which::Previous)),
        phrase(&["the", "day", "after"]).map(|()| one(Which::Following)),
        phrase(&["the", "other", "day"]).map(|()| one(Which::Previous)),
        phrase(&["the", "night", "before", "last"])
            .map(|()| Point::PartOfDay { part: DayPart::Night, day: Some(Box::new(Point::DaysFromNow(-2))) }),
        neighbour,
    ))
    .parse(i)
}

/// "the week before", "the night before", "the year after", where nothing is said that it lies beside.
fn neighbour(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = word("the")(i)?;
    let named = i;
    let (i, unit) = opt(listed(WordClass::TIME_UNIT, words::UNITS)).parse(i)?;
    let longer = matches!(unit, Some(TimeUnit::Week | TimeUnit::Weekend | TimeUnit::Month | TimeUnit::Year));
    let (i, part) = if longer {
        (i, None)
    } else {
        let (i, part) = listed(WordClass::DAY_PART, words::DAY_PARTS)(named)?;
        (i, Some(part))
    };
    let (i, which) =
        alt((word("before").map(|()| Which::Previous), word("after").map(|()| Which::Following))).parse(i)?;
    let closes = i.first().is_none_or(|next| next.kind == TokenKind::Punctuation)
        || i.first_among(&["and", "but", "in", "at", "with", "by", "when", "for"]);
    if !closes {
        return no();
    }
    let lying = |unit| Point::Relative { unit, which };
    match (part, unit) {
        (Some(part), _) => Ok((i, Point::PartOfDay { part, day: Some(Box::new(lying(TimeUnit::Day))) })),
        (None, Some(unit)) => Ok((i, lying(unit))),
        (None, None) => no(),
    }
}

/// "day before last Tuesday", "the day after Christmas", "the week after Easter"
pub(super) fn beside(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, unit) = listed(WordClass::TIME_UNIT, words::UNITS)(i)?;
    let (i, later) = alt((word("before").map(|()| false), word("after").map(|()| true))).parse(i)?;
    let (i, point) = super::anchor(i)?;
    let length = duration::one(unit);
    Ok((i, Point::Shifted { length, later, origin: CountFrom::Point(Box::new(point)) }))
}

/// "the week", "the weekend": the one that is on, or the one in focus.
pub(super) fn definite(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = word("the")(i)?;
    let (i, _) = opt(any(&["full", "entire", "whole", "calendar"])).parse(i)?;
    let (i, unit) = unit(i)?;
    match unit {
        TimeUnit::Day | TimeUnit::Week | TimeUnit::Weekend | TimeUnit::Month | TimeUnit::Year => {
            let (i, ()) =
                not(alt((joint_noun, any(&["of", "that", "when", "before", "after", "ended", "ending"]))))
                    .parse(i)?;
            Ok((i, Point::Relative { unit, which: Which::Bare }))
        }
        // "the quarter-to-quarter comparison"
        TimeUnit::Quarter if joint_noun(i).is_ok() => no(),
        TimeUnit::Quarter => Ok((i, Point::Quarter { number: None, year: YearSaid::Unstated(Which::Bare) })),
        TimeUnit::Second
        | TimeUnit::Minute
        | TimeUnit::Hour
        | TimeUnit::Fortnight
        | TimeUnit::Half
        | TimeUnit::Decade
        | TimeUnit::Century
        | TimeUnit::Millennium => no(),
    }
}

/// "the day" where its hours are spoken of: "later in the day before she left".
pub(super) fn definite_day(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = phrase(&["the", "day"])(i)?;
    if i.first_is("before") || i.first_is("after") {
        Ok((i, Point::Relative { unit: TimeUnit::Day, which: Which::Bare }))
    } else {
        no()
    }
}

/// "-long", "-old", "-earlier"
fn joint_noun(i: Tokens<'_>) -> Out<'_, ()> {
    let (i, ()) = dash(i)?;
    let (i, ()) = joint(i)?;
    Ok((i, ()))
}

/// The shape of the month that days are counted in.
static MONTH: Shapes = Shapes::NONE.with_all(&["month"]);

/// "20th of next month", "the 15th day of next month", "next month on the 20th"
pub(super) fn day_of_month(i: Tokens<'_>) -> Out<'_, Point> {
    if !i.ahead(WordClass::PICK) && !near(i, &MONTH) {
        return no();
    }
    // The day stands before "of" or in figures.
    let (has_of, has_figure) = (joins_within(i, &["of"]), i.ahead(WordClass::FIGURE));
    let front = |i| {
        let (i, _) = opt(word("the")).parse(i)?;
        let (i, day) = alt((super::basics::ordinal, super::basics::figure(1, 31, 2))).parse(i)?;
        let (i, _) = opt(word("day")).parse(i)?;
        let (i, ()) = word("of")(i)?;
        let (i, ()) = comma(i)?;
        let (i, month) = alt((|i| forms::PICKED.read(i), |i| forms::DEFINITE.read(i))).parse(i)?;
        Ok((i, (day, month)))
    };
    let back = |i| {
        let (i, month) = forms::PICKED.read(i)?;
        let (i, _) = opt((opt(word("on")), word("the"))).parse(i)?;
        let (i, day) = super::basics::ordinal_figure(i)?;
        Ok((i, (day, month)))
    };
    let (i, (day, month)) = alt((when(has_of, front), when(has_figure, back))).parse(i)?;
    match (month, i8::try_from(day)) {
        (of @ Point::Relative { unit: TimeUnit::Month, .. }, Ok(nth)) => {
            Ok((i, Point::Nth { nth, counted: crate::claim::Counted::Unit(TimeUnit::Day), of: Box::new(of) }))
        }
        _ => no(),
    }
}
