//! Named stretches of the calendar: quarters, halves, fiscal years, seasons, decades, centuries, weeks by number.
//!
//! ```text
//! quarter  = [possessor] ["fiscal"] ordinal ["-"] "quarter" [["of"] year] | "Q3" [year] | year "Q3"
//! same     = ("year-ago" | "year-earlier" | "latest" | "corresponding" | year) ("quarter" | "period" | quarter)
//! half     = ("first" | "second" | "last") "half" ["of" year] | "H1" [year]
//! fiscal   = ["the"] "fiscal" ["year"] [year]
//! season   = [pick | "the"] ("spring" | "summer" | …) [["of"] year]
//! decade   = ["the"] (year "s" | "'" tens "s" | "nineties")
//! century  = ["the"] ordinal "century"
//! week     = "week" number ["of" year] | "the week" ("of" | "beginning") date | holiday ("week" | "weekend")
//! nth      = ["the"] (ordinal | "last") ["last"] (unit | weekday) ("of" | "in") period
//! ```

use super::basics::{
    COUNTED, Out, any, dash, figure, figures, full_year, glued, joins_within, joint, listed, near, needs, no,
    opens, ordinal, phrase, when, word, year, year_figure,
};
use super::{dates, relative, words, years};
use crate::{
    claim::{Counted, Point, TimeUnit, Which, YearSaid},
    text::{Shapes, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
    sequence::{preceded, terminated},
};

const BARE: YearSaid = YearSaid::Unstated(Which::Bare);
const YEAR_BEFORE: YearSaid = YearSaid::Relative(Which::Previous);

/// The shapes of "quarter", "half", "period", "Q3" and "H1", without one of which nothing is compared by quarters or halves.
static PARTS_OF_YEARS: Shapes = Shapes::NONE.with_all(&["quarter", "quarters", "half", "period", "q1", "h1"]);

/// Any period of this file.
pub(super) fn period(i: Tokens<'_>) -> Out<'_, Point> {
    const SHOWS: WordClass =
        WordClass::TIME_UNIT.union(WordClass::WEEKDAY).union(WordClass::SEASON).union(WordClass::FIGURE);
    let is_named = i.ahead(WordClass::PERIOD);
    // None but these does without a word for a period, and none of these without any of the others.
    let (i, ()) = if is_named { (i, ()) } else { needs(i, SHOWS)? };
    let is_part = is_named && near(i, &PARTS_OF_YEARS);
    // "year-ago" and "the year-earlier" stand for their period.
    let is_of_year_ago = || (0..3).any(|at| i.nth(at).is_some_and(|year| i.spells(year, "year")));
    alt((
        nth,
        when(is_part, |i| quarter(i)),
        when(is_part, half),
        when(is_part || is_of_year_ago(), comparable),
        when(is_named, fiscal_year),
        season,
        decade,
        when(is_named, century),
        week_of,
        week_number,
        holiday_week,
    ))
    .parse(i)
}

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
fn quarter<'a>(i: Tokens<'a>) -> Out<'a, Point> {
    let (i, ()) = needs(i, WordClass::PERIOD)?;
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
        let last =
            start.behind(1).is_some_and(|before| ["and", "or"].iter().any(|word| start.spells(before, word)));
        if plural && !(last && later.is_some()) {
            return no();
        }
        Ok((i, (number, later.unwrap_or(year))))
    };
    let signed = |i| {
        let (i, before) = opt(terminated(year_figure, opt(dash))).parse(i)?;
        let (i, number) = numbered(i, 'q')?;
        let dashed = preceded(dash, year).map(YearSaid::Absolute);
        let (i, after) = opt(alt((years::year_behind, dashed))).parse(i)?;
        Ok((i, (number, before.map(YearSaid::Absolute).or(after).unwrap_or(BARE))))
    };
    let (i, (number, year)) = alt((worded, signed)).parse(i)?;
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
fn comparable(i: Tokens<'_>) -> Out<'_, Point> {
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
fn half(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = needs(i, WordClass::PERIOD)?;
    let worded = |i| {
        let (i, year) = possessor(i)?;
        let (i, number) =
            alt((any(&["first", "1st"]).map(|()| 1), any(&["second", "last", "latter", "2nd"]).map(|()| 2)))
                .parse(i)?;
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
    let (i, (number, year)) = alt((worded, signed)).parse(i)?;
    Ok((i, Point::Half { number, year }))
}

/// "fiscal 1989", "the fiscal year 2008", "the current fiscal year"
fn fiscal_year(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = needs(i, WordClass::PERIOD)?;
    let (i, _) = opt(any(&["the", "its", "their"])).parse(i)?;
    let (i, which) = opt(alt((relative::pick, word("latest").map(|()| Which::Last)))).parse(i)?;
    let calendar = i.first_among(&["calendar", "cy"]);
    let (i, ()) = any(&["fiscal", "financial", "school", "academic", "calendar", "fy", "cy"])(i)?;
    let (i, noun) = opt(word("year")).parse(i)?;
    let (i, year) = opt(preceded(opt(word("of")), year)).parse(i)?;
    let year = match (year, which) {
        (Some(year), _) => YearSaid::Absolute(year),
        (None, Some(which)) => YearSaid::Relative(which),
        (None, None) => YearSaid::Unstated(Which::Bare),
    };
    if noun.is_none() && !matches!(year, YearSaid::Absolute(_)) {
        no()
    } else if calendar {
        Ok((i, Point::Calendar(crate::claim::Calendar { year, ..dates::BLANK })))
    } else {
        Ok((i, Point::FiscalYear(year)))
    }
}

/// "the summer", "the winter of 1994", "summer 2019", "in summer"; "spring" and "fall" need more than themselves.
fn season(start: Tokens<'_>) -> Out<'_, Point> {
    let (start, ()) = opens(start, WordClass::SEASON)?;
    let (i, article) = opt(word("the")).parse(start)?;
    let led = article.is_some()
        || i.behind(1).is_some_and(|token| {
            ["in", "during", "since", "by", "until", "early", "late", "mid", "-", "over", "throughout"]
                .iter()
                .any(|word| i.spells(token, word))
        });
    let verbish = i.first_is("fall") || i.first_is("spring");
    let (i, season) = listed(WordClass::DAY_PART, words::SEASONS)(i)?;
    let (i, year) = opt(years::year_behind).parse(i)?;
    let lone = led && !verbish
        || led && article.is_none() && i.first().is_none_or(|next| next.kind == TokenKind::Punctuation);
    let only = super::basics::alone(start, i);
    match year {
        Some(year) => Ok((i, Point::Season { season, year })),
        None if only => Ok((i, Point::Season { season, year: BARE })),
        None if lone && !i.first_in(WordClass::PREPOSITION) || lone && article.is_some() => {
            Ok((i, Point::Season { season, year: BARE }))
        }
        None => no(),
    }
}

/// "the 1990s", "the '80s", "the nineties", "the 90s"
fn decade(i: Tokens<'_>) -> Out<'_, Point> {
    // "the '80s": the mark is a token of its own.
    const OPENS: WordClass = WordClass::FIGURE.union(WordClass::PERIOD);
    if !i.as_slice().iter().take(3).any(|token| token.is(OPENS)) {
        return no();
    }
    let s = decade_ending;
    let full = |i| {
        let (i, year) = terminated(year_figure, s).parse(i)?;
        if year % 10 == 0 { Ok((i, year)) } else { no() }
    };
    let short = |i| {
        let (i, mark) = opt(any(&["'", "\u{2019}", "\u{2018}"])).parse(i)?;
        let (i, (tens, len)) = terminated(figures, opt(dash)).parse(i)?;
        let (i, ()) = s(i)?;
        // "the 1960s and '70s": the mark stands before the first token.
        let listed = i.behind(3).zip(i.behind(4)).is_some_and(|(mark, and)| {
            matches!(i.text_of(mark), "'" | "\u{2019}" | "\u{2018}")
                && ["and", "or", "to", "early", "late"].iter().any(|word| i.spells(and, word))
        });
        let led = listed
            || i.behind(3).is_some_and(|token| {
                ["the", "early", "late", "mid", "-", "in"].iter().any(|word| i.spells(token, word))
            });
        match i16::try_from(tens) {
            Ok(tens) if len == 2 && tens % 10 == 0 && (mark.is_some() || led) => Ok((i, full_year(tens))),
            _ => no(),
        }
    };
    let (i, _) = opt(word("the")).parse(i)?;
    alt((full, short, named_decade)).map(Point::Decade).parse(i)
}

fn decade_ending(i: Tokens<'_>) -> Out<'_, ()> {
    match i.first() {
        Some(token) if token.glued && (i.first_is("s") || i.first_is("'s")) => Ok((i.skip(1), ())),
        _ => no(),
    }
}

/// "nineties", but not "his nineties".
fn named_decade(i: Tokens<'_>) -> Out<'_, i16> {
    let aged = i.behind(1).is_some_and(|token| {
        ["his", "her", "their", "my", "your", "our"].iter().any(|word| i.spells(token, word))
    });
    if aged {
        return no();
    }
    let (i, tens) = listed(WordClass::TIME_CUE, words::DECADES)(i)?;
    Ok((i, 1900 + tens))
}

/// "the 20th century", "11th-century"
fn century(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = opens(i, COUNTED)?;
    let (i, ()) = needs(i, WordClass::PERIOD)?;
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, number) = ordinal(i)?;
    let (i, ()) = joint(i)?;
    let (i, ()) = word("century")(i)?;
    i16::try_from(number).map_or_else(|_| no(), |number| Ok((i, Point::Century(number))))
}

/// "the week of March 6", "the week beginning February 4", "the weekend of Oct. 7", "the week of the 18th"
fn week_of(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = opens(i, WordClass::TIME_UNIT)?;
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, weekend) = alt((word("week").map(|()| false), word("weekend").map(|()| true))).parse(i)?;
    let (i, ()) = any(&["of", "beginning", "starting", "commencing", "ending"])(i)?;
    let (i, _) = opt(word("on")).parse(i)?;
    let (i, day) =
        alt((dates::point, dates::the_day.map(Point::Calendar), super::holidays::holiday)).parse(i)?;
    if super::moment::is_day(&day) { Ok((i, Point::WeekOf { day: Box::new(day), weekend })) } else { no() }
}

/// "Memorial Day weekend", "Christmas week"
fn holiday_week(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = opens(i, WordClass::HOLIDAY)?;
    let (i, ()) = needs(i, WordClass::TIME_UNIT)?;
    let (i, day) = super::holidays::holiday(i)?;
    let (i, weekend) = alt((
        phrase(&["week", "-", "end"]).map(|()| true),
        word("weekend").map(|()| true),
        word("week").map(|()| false),
    ))
    .parse(i)?;
    Ok((i, Point::WeekOf { day: Box::new(day), weekend }))
}

/// "week 27 of last year"
fn week_number(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = opens(i, WordClass::TIME_UNIT)?;
    let (i, _) = opt(word("the")).parse(i)?;
    // "in Week 12" is of a season.
    let title = i.first().is_some_and(|week| week.case == crate::text::Case::Title)
        && i.behind(1).is_some_and(|before| before.kind == TokenKind::Word);
    let (i, ()) = if title { no()? } else { word("week")(i)? };
    let (i, number) = figure(1, 53, 2)(i)?;
    let (i, year) = opt(years::year_behind).parse(i)?;
    let led = year.is_some() || i.is_empty() || i.first_kind(TokenKind::Punctuation);
    match u8::try_from(number) {
        Ok(number) if led && !i.first().is_some_and(|next| next.glued && i.first_is("-")) => {
            Ok((i, Point::WeekOfYear { number, year: year.unwrap_or(YearSaid::Relative(Which::This)) }))
        }
        _ => no(),
    }
}

/// "the first Monday of October", "last day of October 2015", "the third last week of 2018"
pub(super) fn nth(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, ()) = opens(i, COUNTED | WordClass::PICK)?;
    let (i, ()) = needs(i, WordClass::TIME_UNIT | WordClass::WEEKDAY)?;
    if !joins_within(i, &["of", "in"]) {
        return no();
    }
    let (i, _) = opt(word("the")).parse(i)?;
    let last = any(&["last", "final"]).map(|()| -1_i8);
    let counted_last = terminated(ordinal, any(&["last", "to-last"])).map(|n| -i8::try_from(n).unwrap_or(1));
    let forward = ordinal.map(|n| i8::try_from(n).unwrap_or(1));
    let (i, nth) = alt((counted_last, last, forward)).parse(i)?;
    let week_end = alt((phrase(&["week", "-", "end"]), phrase(&["week", "end"])));
    let (i, counted) = alt((
        week_end.map(|()| Counted::Unit(TimeUnit::Weekend)),
        listed(WordClass::TIME_UNIT, words::UNITS).map(Counted::Unit),
        dates::weekday.map(Counted::Weekday),
    ))
    .parse(i)?;
    let (i, part) = opt(listed(WordClass::DAY_PART, words::DAY_PARTS)).parse(i)?;
    let (i, ()) = any(&["of", "in"])(i)?;
    let (i, _) = opt(not(word("the"))).parse(i)?;
    let (i, of) = super::anchor(i)?;
    if !holds(&of, counted) {
        return no();
    }
    let point = Point::Nth { nth, counted, of: Box::new(of) };
    Ok((
        i,
        match part {
            Some(part) => Point::PartOfDay { part, day: Some(Box::new(point)) },
            None => point,
        },
    ))
}

/// Whether a point is long enough to hold what is counted in it.
fn holds(of: &Point, counted: Counted) -> bool {
    let month_or_more = match of {
        Point::Calendar(date) => date.day.is_none() && date.weekday.is_none(),
        Point::Relative { unit, .. } => {
            *unit > TimeUnit::Week
                || *unit == TimeUnit::Week
                    && matches!(counted, Counted::Unit(TimeUnit::Day) | Counted::Weekday(_))
        }
        Point::Quarter { .. }
        | Point::Half { .. }
        | Point::Season { .. }
        | Point::Decade(_)
        | Point::Century(_)
        | Point::FiscalYear(_) => true,
        Point::Holiday { .. }
        | Point::DaysFromNow(_)
        | Point::Shifted { .. }
        | Point::WeekdayOf { .. }
        | Point::NthWeekday { .. }
        | Point::Comparable { .. }
        | Point::WeekOfYear { .. }
        | Point::WeekOf { .. }
        | Point::Nth { .. }
        | Point::Part { .. }
        | Point::PartOfDay { .. }
        | Point::Clock { .. }
        | Point::Now => false,
    };
    month_or_more
        && !matches!(counted, Counted::Unit(TimeUnit::Second | TimeUnit::Minute | TimeUnit::Fortnight))
}

/// "mid-": the hyphen may be missing.
pub(super) fn mid(i: Tokens<'_>) -> Out<'_, ()> {
    let (i, ()) = word("mid")(i)?;
    let (i, _) = opt(alt((glued("-"), dash))).parse(i)?;
    Ok((i, ()))
}
