//! Named stretches of the calendar: fiscal years, seasons, decades, centuries. Quarters and halves are in
//! [`super::quarters`], weeks in [`super::weeks`].
//!
//! ```text
//! fiscal   = ["the"] "fiscal" ["year"] [year]
//! season   = [pick | "the"] ("spring" | "summer" | …) [["of"] year] | ["the"] year ["'s"] ("spring" | …)
//! decade   = ["the"] (year "s" | "'" tens "s" | "nineties")
//! century  = ["the"] ordinal "century"
//! nth      = ["the"] (ordinal | "last") [["to"] "last"] (unit | weekday) ("of" | "in") period
//! ```

use super::basics::{
    Out, any, behind_is, below_hundred, dash, figures, full_year, glued, joins_within, joint, listed, near,
    needs, no, ordinal, phrase, when, word, year, year_figure,
};
use super::forms::{self, first_of};
use super::{dates, quarters, relative, words, years};
use crate::{
    claim::{Counted, Point, TimeUnit, Which, YearSaid},
    text::{Shapes, Token, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
    sequence::{preceded, terminated},
};

const BARE: YearSaid = YearSaid::Unstated(Which::Bare);

/// The shapes of "quarter", "half", "period", "Q3" and "H1", without one of which nothing is compared by quarters or halves.
static PARTS_OF_YEARS: Shapes = Shapes::NONE.with_all(&["quarter", "quarters", "half", "period", "q1", "h1"]);

/// Any period of this file.
pub(super) fn period(i: Tokens<'_>) -> Out<'_, Point> {
    const SHOWS: WordClass =
        WordClass::TIME_UNIT.union(WordClass::WEEKDAY).union(WordClass::SEASON).union(WordClass::FIGURE);
    let is_named = i.ahead(WordClass::PERIOD);
    // None but these does without a word for a period, and none of these without any of the others.
    let (i, ()) = if is_named { (i, ()) } else { needs(i, SHOWS)? };
    let is_flipped = i.first_kind(TokenKind::Number)
        && i.nth(1).is_some_and(|next| next.glued && matches!(next.initial, b'q' | b'h'));
    let is_part = is_flipped || is_named && near(i, &PARTS_OF_YEARS);
    // "year-ago" and "the year-earlier" stand for their period.
    let is_of_year_ago = || (0..3).any(|at| i.nth(at).is_some_and(|year| i.spells(year, "year")));
    alt((
        |i| forms::NTH.read(i),
        when(is_part, |i| quarters::quarter(i)),
        when(is_part, |i| quarters::half(i)),
        when(is_part || is_of_year_ago(), quarters::comparable),
        |i| first_of(i, forms::NAMED_PERIODS),
    ))
    .parse(i)
}

/// "fiscal 1989", "the fiscal year 2008", "the current fiscal year"
pub(super) fn fiscal_year(i: Tokens<'_>) -> Out<'_, Point> {
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
pub(super) fn season(start: Tokens<'_>) -> Out<'_, Point> {
    let (i, article) = opt(word("the")).parse(start)?;
    let led = article.is_some()
        || behind_is(
            &i,
            1,
            &["in", "during", "since", "by", "until", "early", "late", "mid", "-", "over", "throughout"],
        );
    let verbish = i.first_is("fall") || i.first_is("spring");
    let (i, season) = listed(WordClass::DAY_PART, words::SEASONS)(i)?;
    let (i, year) = opt(years::year_behind).parse(i)?;
    let lone = led && !verbish
        || led && article.is_none() && i.first().is_none_or(|next| next.kind == TokenKind::Punctuation);
    let only = super::basics::alone(start, i) || article.is_some() && verbish && is_time_of_year(start, i);
    match year {
        Some(year) => Ok((i, Point::Season { season, year })),
        None if only => Ok((i, Point::Season { season, year: BARE })),
        None if lone && !i.first_in(WordClass::PREPOSITION) || lone && article.is_some() => {
            Ok((i, Point::Season { season, year: BARE }))
        }
        None => no(),
    }
}

/// Whether "the spring" or "the fall" behind a preposition ends what is said: "has risen since the spring", but not "the spring
/// in his step" and not "hurt in the fall".
fn is_time_of_year(start: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const LEADS: &[&str] = &["in", "since", "during", "by", "until", "till"];
    const HARM: &[&str] =
        &["injured", "hurt", "killed", "died", "broke", "broken", "fractured", "wounded", "survived"];
    /// How far before a fall the harm stands that it did.
    const HARM_REACH: usize = 8;
    let led = behind_is(&start, 1, LEADS);
    // "lay in the spring." is as often water as a season.
    let closes = match rest.first() {
        None => true,
        Some(next) if start.behind(1).is_some_and(|lead| start.spells(lead, "in")) => {
            matches!(rest.text_of(next), "," | ";")
        }
        Some(next) => matches!(rest.text_of(next), "." | "," | ";" | "?" | "!" | ")"),
    };
    let harmed = || {
        (2..HARM_REACH)
            .filter_map(|back| start.behind(back))
            .any(|token| HARM.iter().any(|word| start.spells(token, word)))
    };
    led && closes && !harmed()
}

/// "the 2019 winter", "2019's summer", where no noun follows: "2019 winter storms" are of the year.
pub(super) fn year_season(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, year) = year_figure(i)?;
    let (i, _) = opt(word("'s")).parse(i)?;
    let (i, season) = listed(WordClass::DAY_PART, words::SEASONS)(i)?;
    let counts = i.first().is_some_and(|next| {
        next.kind == TokenKind::Word && !next.is(WordClass::PREPOSITION | WordClass::FUNCTION)
            || next.glued && i.first_is("-")
    });
    if counts { no() } else { Ok((i, Point::Season { season, year: YearSaid::Absolute(year) })) }
}

/// "the 1990s", "the '80s", "the nineties", "the 90s"
pub(super) fn decade(i: Tokens<'_>) -> Out<'_, Point> {
    /// What decades are called by.
    const NAMES: WordClass = WordClass::PERIOD.union(WordClass::TIME_CUE);
    // "the '80s": the mark is a token of its own.
    let is_s =
        |at: usize| i.nth(at).is_some_and(|end| end.glued && matches!(end.initial, b's' | b'\'' | 0xE2));
    // A dash may stand between: "80-s".
    let opens = |(at, token): (usize, &Token)| {
        token.class.contains(NAMES) || token.is(WordClass::FIGURE) && (is_s(at + 1) || is_s(at + 2))
    };
    if !i.as_slice().iter().take(3).enumerate().any(opens) {
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
        let led = listed || behind_is(&i, 3, &["the", "early", "late", "mid", "-", "in"]);
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
    let aged = behind_is(&i, 1, &["his", "her", "their", "my", "your", "our"]);
    if aged {
        return no();
    }
    // "the nineteen eighties"
    let (i, century) = opt(terminated(below_hundred, opt(dash))).parse(i)?;
    let (i, tens) = listed(WordClass::TIME_CUE, words::DECADES)(i)?;
    match i16::try_from(century.unwrap_or(19)) {
        Ok(century @ 15..=20) => Ok((i, 100 * century + tens)),
        Ok(_) | Err(_) => no(),
    }
}

/// "the 20th century", "11th-century"
pub(super) fn century(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, number) = ordinal(i)?;
    let (i, ()) = joint(i)?;
    let (i, ()) = word("century")(i)?;
    i16::try_from(number).map_or_else(|_| no(), |number| Ok((i, Point::Century(number))))
}

/// "the first Monday of October", "last day of October 2015", "the third last week of 2018"
pub(super) fn nth(i: Tokens<'_>) -> Out<'_, Point> {
    if !joins_within(i, &["of", "in"]) {
        return no();
    }
    let (i, _) = opt(word("the")).parse(i)?;
    let last = any(&["last", "final"]).map(|()| -1_i8);
    let to_last = |i| {
        let (i, ()) = joint(i)?;
        let (i, _) = opt((word("to"), joint)).parse(i)?;
        word("last")(i)
    };
    let counted_last = alt((
        terminated(ordinal, to_last).map(|n| -i8::try_from(n).unwrap_or(1)),
        (word("next"), joint, word("to"), joint, word("last")).map(|_| -2),
    ));
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
    let (i, of) = super::anchor(i).or_else(|_| first_of(i, &[forms::DECADE, forms::CENTURY]))?;
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
    let unit = match of {
        Point::Calendar(date) if date.day.is_some() || date.weekday.is_some() => None,
        Point::Calendar(date) => Some(if date.month.is_some() { TimeUnit::Month } else { TimeUnit::Year }),
        Point::Relative { unit, .. } => Some(*unit).filter(|unit| *unit >= TimeUnit::Week),
        Point::Quarter { .. } | Point::Season { .. } => Some(TimeUnit::Quarter),
        Point::Half { .. } => Some(TimeUnit::Half),
        Point::FiscalYear(_) => Some(TimeUnit::Year),
        Point::Decade(_) => Some(TimeUnit::Decade),
        Point::Century(_) => Some(TimeUnit::Century),
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
        | Point::Now => None,
    };
    let part = match counted {
        Counted::Weekday(_) => TimeUnit::Day,
        Counted::Unit(unit) => unit,
    };
    // "last year in January" counts no year of a month.
    unit.is_some_and(|unit| part < unit && !(unit == TimeUnit::Week && part > TimeUnit::Day))
        && !matches!(part, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Fortnight)
}

/// "mid-": the hyphen may be missing.
pub(super) fn mid(i: Tokens<'_>) -> Out<'_, ()> {
    let (i, ()) = word("mid")(i)?;
    let (i, _) = opt(alt((glued("-"), dash))).parse(i)?;
    Ok((i, ()))
}
