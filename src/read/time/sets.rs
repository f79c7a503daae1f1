//! What recurs: daily, every two weeks, each July, Tuesdays at 9am, a year.
//!
//! ```text
//! set      = "daily" | "annually" | … | ("every" | "each") ["other"] (amount? unit | weekday | month | season | part)
//!          | ("every" | "each") (day month | holiday) | ["the"] ordinal [weekday] "of" ("every" | "each") "month"
//!          | weekday-plural | weekday part-plural | ("a" | "per") unit              behind a figure or a plural
//!          | ordinal "quarters"                                   behind "and", of no year that is said
//! ```

use super::basics::{Out, amount, any, behind_is, dash, listed, no, ordinal, phrase, word, year};
use super::clock::at_clock;
use super::forms::{self, first_of};
use super::{dates, words};
use crate::{
    claim::{Amount, Calendar, Length, Point, Recurrence, TimeUnit, YearSaid},
    text::{Case, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
};
use rust_decimal::Decimal;

/// What recurs.
pub(super) fn recurrence(i: Tokens<'_>) -> Out<'_, Recurrence> {
    first_of(i, forms::SETS)
}

fn every_length(count: Decimal, unit: TimeUnit) -> Recurrence {
    Recurrence::Every(Length { parts: vec![(Amount::Exactly(count), unit)] })
}

/// "every Fourth of July", "each Christmas"
pub(super) fn every_date(i: Tokens<'_>) -> Out<'_, Recurrence> {
    let (i, ()) = any(&["every", "each"])(i)?;
    let date = |i| match dates::full(i)? {
        (i, Calendar { month: Some(month), day: Some(day), year: YearSaid::Unstated(_), .. }) => {
            Ok((i, Recurrence::Date { month, day }))
        }
        _ => no(),
    };
    let holiday = |i| match forms::HOLIDAY.read(i)? {
        (i, Point::Holiday { name, year: YearSaid::Unstated(_) }) => Ok((i, Recurrence::Holiday(name))),
        _ => no(),
    };
    // "each Christmas tree"
    let (i, set) = alt((date, holiday)).parse(i)?;
    let counts = i.first().is_some_and(|next| {
        next.kind == TokenKind::Word
            && next.case == Case::Lower
            && !next.is(WordClass::PREPOSITION
                | WordClass::FUNCTION
                | WordClass::PRONOUN
                | WordClass::DETERMINER
                | WordClass::VERB
                | WordClass::PAST
                | WordClass::PRESENT)
    });
    if counts { no() } else { Ok((i, set)) }
}

/// "the 1st of each month", "the first Monday of every month"
pub(super) fn monthly(i: Tokens<'_>) -> Out<'_, Recurrence> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, day) = alt((word("last").map(|()| None), ordinal.map(Some))).parse(i)?;
    let (i, is_weekday) = opt(alt((word("day").map(|()| false), dates::weekday.map(|_| true)))).parse(i)?;
    let (i, ()) = any(&["of", "in"])(i)?;
    let (i, ()) = any(&["every", "each"])(i)?;
    let (i, ()) = word("month")(i)?;
    match (is_weekday, day.map(u8::try_from)) {
        (Some(true), _) | (Some(false), None) => Ok((i, every_length(Decimal::ONE, TimeUnit::Month))),
        (Some(false) | None, Some(Ok(day @ 1..=31))) => Ok((i, Recurrence::DayOfMonth(day))),
        (Some(false) | None, Some(_)) | (None, None) => no(),
    }
}

/// "every Friday", "each month", "every other day", "every two weeks", "every morning"
pub(super) fn every(i: Tokens<'_>) -> Out<'_, Recurrence> {
    let (i, ()) = alt((phrase(&["each", "and", "every"]), any(&["every", "each"]))).parse(i)?;
    let (i, _) = opt(any(&["single", "working", "business", "trading"])).parse(i)?;
    let third =
        |i| ordinal(i).and_then(|(i, step)| if step > 2 { Ok((i, Decimal::from(step))) } else { no() });
    let (i, other) = opt(alt((any(&["other", "second"]).map(|()| Decimal::TWO), third))).parse(i)?;
    let step = other.unwrap_or(Decimal::ONE);
    let counted = |i| {
        // "saw each other a year later"
        let (i, ()) = if other.is_some() { no()? } else { (i, ()) };
        let (i, amount) = amount(i)?;
        let (i, (unit, _)) = super::duration::unit(i)?;
        Ok((i, Recurrence::Every(Length { parts: vec![(amount, unit)] })))
    };
    let weekday = |i| {
        let (i, weekday) = dates::weekday(i)?;
        let (i, part) = opt(listed(WordClass::DAY_PART, words::DAY_PARTS)).parse(i)?;
        Ok((i, Recurrence::Weekday { weekday, part }))
    };
    let (i, set) = alt((
        weekday,
        word("weekend").map(|()| Recurrence::Weekend),
        listed(WordClass::DAY_PART, words::DAY_PARTS).map(Recurrence::Part),
        counted,
        listed(WordClass::TIME_UNIT, words::UNITS).map(|unit| every_length(step, unit)),
        dates::month.map(Recurrence::Month),
        listed(WordClass::DAY_PART, words::SEASONS).map(Recurrence::Season),
    ))
    .parse(i)?;
    let (i, _) = opt(at_clock).parse(i)?;
    Ok((i, set))
}

/// "daily", "hourly", "annually". A name may hold one: "the Daily Mail".
pub(super) fn frequency(i: Tokens<'_>) -> Out<'_, Recurrence> {
    let (start, i) = (i, opt((any(&["bi", "semi"]), dash)).parse(i)?.0);
    let (rest, (count, unit)) = listed(WordClass::TIME_CUE, words::FREQUENCIES)(i)?;
    let (count, unit) = match unit {
        _ if start.index() == i.index() => (count, unit),
        TimeUnit::Year => (6, TimeUnit::Month),
        unit => (2 * count, unit),
    };
    let in_name = i.first().is_some_and(|token| token.case == Case::Title)
        && (rest.first().is_some_and(crate::text::Token::is_capitalised)
            || i.behind(1).is_some_and(crate::text::Token::is_capitalised));
    // "a quarterly dividend" names a kind of dividend, "everyday life" a kind of life.
    let attribute = i.first_among(&["quarterly", "semiannual", "everyday"])
        && rest.first().is_some_and(|next| {
            next.kind == TokenKind::Word
                && next.case == Case::Lower
                && !next.is(WordClass::PREPOSITION | WordClass::FUNCTION)
        });
    if in_name || attribute { no() } else { Ok((rest, every_length(Decimal::from(count), unit))) }
}

/// "Mondays", "Tuesday nights", "Tuesdays at 9am", "weekends"
pub(super) fn plural_day(i: Tokens<'_>) -> Out<'_, Recurrence> {
    let plural = |i| {
        let (i, weekday) = listed(WordClass::WEEKDAY, words::WEEKDAY_PLURALS)(i)?;
        Ok((i, Recurrence::Weekday { weekday, part: None }))
    };
    let nights = |i| {
        let (i, weekday) = dates::weekday(i)?;
        let (i, part) = listed(WordClass::DAY_PART, words::DAY_PART_PLURALS)(i)?;
        Ok((i, Recurrence::Weekday { weekday, part: Some(part) }))
    };
    let weekends = |i| {
        let (rest, ()) = word("weekends")(i)?;
        let the = usize::from(i.behind(1).is_some_and(|token| i.text_of(token) == "the"));
        let led = behind_is(&i, 1 + the, &["on", "during"]);
        // "the most violent weekends of the year" do not recur.
        if led { Ok((rest, Recurrence::Weekend)) } else { no() }
    };
    let (i, set) = alt((plural, nights, weekends)).parse(i)?;
    let (i, _) = opt(at_clock).parse(i)?;
    Ok((i, set))
}

/// "fourth quarters" in "the second and fourth quarters", which recur where no year is said.
pub(super) fn plural_quarter(i: Tokens<'_>) -> Out<'_, Recurrence> {
    // "the first quarters" are the first of many.
    let led = super::basics::alone(i, i.skip(2)) || behind_is(&i, 1, &["and", "or"]);
    let (i, number) = ordinal(i)?;
    let (i, ()) = word("quarters")(i)?;
    let (i, ()) = not(alt((any(&["of", "in", "this", "last", "next", "ended", "ending"]), year.map(|_| ()))))
        .parse(i)?;
    match u8::try_from(number) {
        Ok(number @ 1..=4) if led => Ok((i, Recurrence::Quarter(number))),
        Ok(_) | Err(_) => no(),
    }
}

/// "a year" behind a figure or a plural: "$33 million a year", "four times a week", "12 hours per day".
pub(super) fn rate(i: Tokens<'_>) -> Out<'_, Recurrence> {
    const VERBS: &[&str] = &[
        "takes", "lasts", "needs", "is", "was", "has", "spends", "requires", "gives", "gets", "makes", "as",
        "this", "costs", "adds", "serves", "its", "his", "does", "means", "says", "wants", "offers",
        "becomes", "plus", "us", "yes", "runs",
    ];
    const LEADS: &[&str] =
        &["once", "twice", "thrice", "million", "billion", "thousand", "hundred", "percent", "%", "people"];
    let per = i.first_is("per");
    let (rest, ()) = any(&["a", "an", "per"])(i)?;
    let (rest, unit) = listed(WordClass::TIME_UNIT, words::UNITS)(rest)?;
    // "metres per second", "rounds per minute" are speeds.
    // "A second suspect" counts suspects.
    let counts = unit == TimeUnit::Second
        && rest.first().is_some_and(|next| {
            next.kind == TokenKind::Word && !next.is(WordClass::PREPOSITION | WordClass::FUNCTION)
        });
    if per && unit < TimeUnit::Day || counts {
        return no();
    }
    let Some(before) = i.behind(1) else { return no() };
    let text = i.text_of(before);
    let figure = before.kind == TokenKind::Number && text.len() != 4
        || LEADS.iter().any(|word| text.eq_ignore_ascii_case(word));
    let plural = before.kind == TokenKind::Word
        && before.case == Case::Lower
        && text.len() > 3
        && text.ends_with('s')
        && !text.ends_with("ss")
        && !VERBS.contains(&text);
    let shifted = rest.first_among(&["ago", "earlier", "later", "before", "after", "from", "-", "and", "or"]);
    if !per && (shifted || !(figure || plural)) { no() } else { Ok((rest, every_length(Decimal::ONE, unit))) }
}
