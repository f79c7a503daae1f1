//! Parts of a longer stretch: early, late, the end of, the middle of.
//!
//! ```text
//! part     = ("early" | "late" | "mid" ["-"] | "earlier" | "later") ["in"] ["the"] point
//!          | ["the"] ("beginning" | "start" | "middle" | "end" | "close" | "rest") ["of"] point
//!          | ["the" | "this"] ("year" | "month") ["'s"] ["-"] "end" | "the first half of" decade
//!          | "EOY" | "EOM" | "BOM" | "EOD" ["on"] [day] | "COB" ["on"] day
//!          | ["the"] ("early" | "latter") "part" "of" point | "midyear" | "midweek"
//!          | ["the"] ("early" | "small") "hours" ["of" day]
//!          | ["the"] unit ["-"] "to" ["-"] "date" | "YTD"
//! ```

use super::basics::{Out, any, behind_is, dash, no, phrase, when, word};
use super::forms::{self, first_of};
use super::{moment, periods, relative};
use crate::{
    claim::{DayPart, PartForm, Point, Portion, TimeUnit, Which},
    text::{Case, Shapes, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::opt,
    sequence::{preceded, terminated},
};

/// The shapes of the words that each form opens with, behind "the" or at once.
static TO_DATE: Shapes = Shapes::NONE.with_all(&["year", "quarter", "month", "week", "ytd"]);
static HOURS: Shapes = Shapes::NONE.with_all(&["early", "small"]);
static ADVERBS: Shapes = Shapes::NONE.with_all(&["early", "late", "mid", "earlier", "later"]);
static NOUNS: Shapes = Shapes::NONE
    .with_all(&["very", "first", "early", "second", "last", "latter", "late", "later", "beginning", "start"])
    .with_all(&["turn", "middle", "end", "close", "rest", "remainder", "remaining"]);
static UNITS: Shapes = Shapes::NONE.with_all(&["year", "month"]);
static LETTERS: Shapes = Shapes::NONE.with_all(&["eoy", "eom", "eod", "cob", "bom"]);

/// A part of a longer stretch; by the first word but "the" all but a few of the forms are passed over.
pub(super) fn part(i: Tokens<'_>) -> Out<'_, Point> {
    let named = if i.first_is("the") { i.skip(1) } else { i };
    let opens_as = |shapes: &Shapes| named.first().is_some_and(|word| shapes.admit_token(word));
    if opens_as(&TO_DATE)
        && let Ok((rest, unit)) = to_date(i)
    {
        let of = Box::new(Point::Relative { unit, which: Which::This });
        return Ok((rest, Point::Part { part: Portion::Start, form: PartForm::ByNow, of }));
    }
    if opens_as(&HOURS)
        && let Ok((rest, of)) = early_hours(i)
    {
        return Ok((rest, Point::Part { part: Portion::Start, form: PartForm::Stretch, of: Box::new(of) }));
    }
    let by_now = by_now(i);
    let stretch = |(part, of)| (part, PartForm::Stretch, of);
    let edge = |(part, of)| (part, PartForm::Edge, of);
    // "the very first half of": "of" is the fifth word at most.
    let has_of = || (1..5).any(|at| i.nth(at).is_some_and(|of| i.spells(of, "of")));
    let ends_year = opens_as(&UNITS) || named.first_in(WordClass::PICK);
    let (i, (part, form, of)) = alt((
        alt((
            when(i.first().is_some_and(|mid| mid.initial == b'm'), middle),
            when(opens_as(&ADVERBS), adverb),
        ))
        .map(stretch),
        alt((
            when(opens_as(&NOUNS) && has_of(), noun),
            when(ends_year, year_end),
            when(opens_as(&LETTERS), letters),
        ))
        .map(edge),
    ))
    .parse(i)?;
    let form = if by_now { PartForm::ByNow } else { form };
    Ok((i, Point::Part { part, form, of: Box::new(of) }))
}

/// "the early hours of Tuesday", "the early hours of this morning", "the small hours": the morning that they are of.
fn early_hours(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, article) = opt(word("the")).parse(i)?;
    let (i, ()) = any(&["early", "small"])(i)?;
    let (i, _) = opt(word("morning")).parse(i)?;
    let (i, ()) = word("hours")(i)?;
    let morning = |day| Point::PartOfDay { part: DayPart::Morning, day };
    match preceded(any(&["of", "on"]), preceded(opt(word("the")), moment::day_or_part)).parse(i) {
        Ok((rest, Point::PartOfDay { part: DayPart::Morning, day })) => Ok((rest, morning(day))),
        Ok((_, Point::PartOfDay { .. })) => no(),
        Ok((rest, day)) => Ok((rest, morning(Some(Box::new(day))))),
        Err(_) if article.is_some() && !i.first_is("of") => Ok((i, morning(None))),
        Err(_) => no(),
    }
}

/// "year to date", "the month-to-date", "YTD"
fn to_date(i: Tokens<'_>) -> Out<'_, TimeUnit> {
    let (i, _) = opt(word("the")).parse(i)?;
    let spelled = terminated(
        alt((
            word("year").map(|()| TimeUnit::Year),
            word("quarter").map(|()| TimeUnit::Quarter),
            word("month").map(|()| TimeUnit::Month),
            word("week").map(|()| TimeUnit::Week),
        )),
        alt((phrase(&["to", "date"]), phrase(&["-", "to", "-", "date"]))),
    );
    alt((spelled, word("ytd").map(|()| TimeUnit::Year))).parse(i)
}

/// Whether now cuts the part off: "later this month" starts now, "earlier this month" ends now.
fn by_now(i: Tokens<'_>) -> bool {
    let i = if i.first_is("the") { i.skip(1) } else { i };
    i.first_among(&["earlier", "later", "rest", "remainder", "remaining"])
}

/// "midyear", "mid-week", where no noun follows: "the midweek fixtures" are of some week.
fn middle(i: Tokens<'_>) -> Out<'_, (Portion, Point)> {
    let joined = alt((word("midyear").map(|()| TimeUnit::Year), word("midweek").map(|()| TimeUnit::Week)));
    let unit = alt((word("year").map(|()| TimeUnit::Year), word("week").map(|()| TimeUnit::Week)));
    let (rest, unit) = alt((joined, preceded((word("mid"), opt(dash)), unit))).parse(i)?;
    let noun = rest.first().is_some_and(|next| {
        next.kind == TokenKind::Word && !next.is(WordClass::PREPOSITION | WordClass::FUNCTION)
            || next.glued && rest.first_is("-")
    });
    if noun { no() } else { Ok((rest, (Portion::Middle, Point::Relative { unit, which: Which::This }))) }
}

/// "early next week", "late Friday", "mid-November", "later this month", "earlier in January"
fn adverb(i: Tokens<'_>) -> Out<'_, (Portion, Point)> {
    let (i, _) = opt(word("the")).parse(i)?;
    let plain = alt((
        word("early").map(|()| Portion::Start),
        word("late").map(|()| Portion::End),
        periods::mid.map(|()| Portion::Middle),
    ));
    let compared = alt((word("earlier").map(|()| Portion::Start), word("later").map(|()| Portion::End)));
    let compared = terminated(compared, opt(any(&["in", "on", "during"])));
    // "early on in May", but "early on Monday" is Monday: rules read the "on" before days.
    let leads = opt(alt((phrase(&["on", "in"]), phrase(&["in"]))));
    let (i, part) = alt((terminated(plain, leads), compared)).parse(i)?;
    let (i, _) = opt(dash).parse(i)?;
    // "later in the day before she left": the day is that one.
    if let Ok((rest, of)) = relative::definite_day(i) {
        return Ok((rest, (part, of)));
    }
    let (i, of) = inner(i)?;
    Ok((i, (part, of)))
}

/// What has parts.
fn inner(i: Tokens<'_>) -> Out<'_, Point> {
    alt((moment::moment, |i| first_of(i, &[forms::DEFINITE, forms::MONTH_ONLY, forms::YEAR]))).parse(i)
}

/// "the end of 1990", "the beginning of October", "the middle of the week", "the last half of the '80s"
fn noun(i: Tokens<'_>) -> Out<'_, (Portion, Point)> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, _) = opt(word("very")).parse(i)?;
    let halves = |i| {
        let (i, part) = alt((
            any(&["first", "early"]).map(|()| Portion::Start),
            any(&["second", "last", "latter", "late", "later"]).map(|()| Portion::End),
        ))
        .parse(i)?;
        let (i, ()) = alt((any(&["half", "part"]), days_of)).parse(i)?;
        Ok((i, part))
    };
    let turn = i.first_is("turn");
    let (i, part) = alt((
        any(&["beginning", "start", "turn"]).map(|()| Portion::Start),
        word("middle").map(|()| Portion::Middle),
        any(&["end", "close", "rest", "remainder", "remaining"]).map(|()| Portion::End),
        halves,
    ))
    .parse(i)?;
    let (i, ()) = word("of")(i)?;
    let bare_unit = |i| {
        let (i, unit) = alt((
            any(&["week"]).map(|()| TimeUnit::Week),
            word("month").map(|()| TimeUnit::Month),
            word("year").map(|()| TimeUnit::Year),
            word("day").map(|()| TimeUnit::Day),
        ))
        .parse(i)?;
        Ok((i, Point::Relative { unit, which: Which::Bare }))
    };
    // "the turn of the century" is no part of the one that is on.
    let the_long = |i| {
        let (i, ()) = word("the")(i)?;
        let (i, unit) =
            alt((word("decade").map(|()| TimeUnit::Decade), word("century").map(|()| TimeUnit::Century)))
                .parse(i)?;
        if turn { no() } else { Ok((i, Point::Relative { unit, which: Which::This })) }
    };
    let (i, of) = alt((inner, preceded(word("the"), inner), bare_unit, the_long)).parse(i)?;
    if matches!(of, Point::Clock { .. }) { no() } else { Ok((i, (part, of))) }
}

/// "days" in "the early days of 2025", "months" in "the later months of last year"; "the last days" are counted.
fn days_of(i: Tokens<'_>) -> Out<'_, ()> {
    let led = behind_is(&i, 1, &["early", "late", "later", "latter"]);
    if led { any(&["days", "weeks", "months", "years"])(i) } else { no() }
}

/// "year-end", "year's end", "month end"
fn year_end(i: Tokens<'_>) -> Out<'_, (Portion, Point)> {
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, which) = opt(relative::pick).parse(i)?;
    let (i, unit) =
        alt((word("year").map(|()| TimeUnit::Year), word("month").map(|()| TimeUnit::Month))).parse(i)?;
    let (i, _) = opt(alt((word("'s"), dash))).parse(i)?;
    let (i, ()) = word("end")(i)?;
    let (i, stated) = if unit == TimeUnit::Year {
        opt(preceded(opt(word("of")), |i| forms::YEAR.read(i))).parse(i)?
    } else {
        (i, None)
    };
    let of = stated.unwrap_or(Point::Relative { unit, which: which.unwrap_or(Which::This) });
    Ok((i, (Portion::End, of)))
}

/// "EOY", "EOM", "EOD", "EOD tomorrow", "COB Wednesday"; "BOM" where nothing else is said: it is a weather bureau too.
fn letters(start: Tokens<'_>) -> Out<'_, (Portion, Point)> {
    let (i, _) = opt(word("the")).parse(start)?;
    if let Ok((rest, ())) = word("bom")(i) {
        let free =
            start.behind(1).is_none_or(|token| start.text_of(token) == "at") && start.behind(2).is_none();
        let written = rest.behind(1).is_some_and(|token| token.case == Case::Upper);
        return if free && written && rest.is_empty() {
            Ok((rest, (Portion::Start, Point::Relative { unit: TimeUnit::Month, which: Which::This })))
        } else {
            no()
        };
    }
    // A cob in small letters is eaten.
    let closing =
        i.first_is("eod") || i.first_is("cob") && i.first().is_some_and(|cob| cob.case == Case::Upper);
    if closing
        && let Ok((rest, day)) = preceded(opt(word("on")), moment::day).parse(i.skip(1))
        && moment::is_day(&day)
    {
        return Ok((rest, (Portion::End, day)));
    }
    let (i, unit) = alt((
        word("eoy").map(|()| TimeUnit::Year),
        word("eom").map(|()| TimeUnit::Month),
        word("eod").map(|()| TimeUnit::Day),
    ))
    .parse(i)?;
    Ok((i, (Portion::End, Point::Relative { unit, which: Which::This })))
}
