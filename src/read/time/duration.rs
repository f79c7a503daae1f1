//! Lengths of time.
//!
//! ```text
//! length   = bound? amount [adjective] ["-"] unit ["and a half"] (("," | "and")? amount unit)* ["-" ("old" | "long")]
//! vague    = unit-plural                                  behind "for", "in", "over" and the like
//! lone     = unit                                         where nothing else is said
//! years    = "the" ["early" | "later"] unit-plural        behind "over", before "that followed" and the like
//! all      = "all" unit ["long"]
//! long     = "weeklong" … | unit "-" "long"                            one of the unit: "the day-long siege"
//! ```

use super::super::{currency, phrase::starts_with};
use super::basics::{
    Out, amount, and_fraction, any, behind_is, comma, dash, figure, glued, joint, listed, needs, no, phrase,
    word,
};
use super::words;
use crate::{
    claim::{Amount, Length, TimeMod, TimeUnit},
    text::{Case, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
    sequence::preceded,
};
use rust_decimal::Decimal;

/// One of a unit.
pub(super) fn one(unit: TimeUnit) -> Length {
    Length { parts: vec![(Amount::Exactly(Decimal::ONE), unit)] }
}

/// What bounds an amount: "at least", "nearly".
pub(super) fn bound(i: Tokens<'_>) -> Out<'_, TimeMod> {
    if !i.first().is_some_and(|first| first.is(WordClass::BOUND) && words::BOUND_STARTS.admit_token(first)) {
        return no();
    }
    for (words, bound) in words::AMOUNT_BOUNDS.iter().filter(|(words, _)| starts_with(i, words)) {
        let rest = i.skip(words.len());
        // "for some weeks" leaves their number open.
        let counts = *words == ["some"] && rest.first_in(WordClass::TIME_UNIT);
        let crosses = *words == ["over"] && is_across(i);
        if !counts && !crosses {
            return Ok((rest, *bound));
        }
    }
    no()
}

/// Whether "over" says across what time a length, a sum or a share is spread: "nine hours over two days", "$5m over ten years".
/// Elsewhere it bounds the length, whoever waits: "three men waited over two hours".
fn is_across(i: Tokens<'_>) -> bool {
    /// How far back the unit of what is spread may stand: "11 hours of debate over".
    const REACH: usize = 3;
    let is_spread = |back| {
        let Some(unit) = i.behind(back) else { return false };
        let figure = |n: usize| {
            i.behind(n).is_some_and(|one| one.kind == TokenKind::Number || one.is(WordClass::CARDINAL))
        };
        unit.is(WordClass::TIME_UNIT | WordClass::CURRENCY) && figure(back + 1)
            || unit.kind == TokenKind::Symbol && i.text_of(unit) == "%"
            || unit.kind == TokenKind::Number
                && i.behind(back + 1).is_some_and(|sign| currency::sign(i.text_of(sign)).is_some())
    };
    let is_led = i.behind(1).is_some_and(|before| {
        before.is(WordClass::VERB | WordClass::PREPOSITION | WordClass::FUNCTION | WordClass::DETERMINER)
    });
    !is_led && (1..=REACH).any(is_spread)
}

/// A unit, one or several.
pub(super) fn unit(i: Tokens<'_>) -> Out<'_, (TimeUnit, bool)> {
    let (rest, (unit, plural)) = alt((
        listed(WordClass::TIME_UNIT, words::UNIT_PLURALS).map(|unit| (unit, true)),
        listed(WordClass::TIME_UNIT, words::UNITS).map(|unit| (unit, false)),
    ))
    .parse(i)?;
    let (rest, ()) = if i.first_among(&["min", "sec", "hr", "yr", "mins", "secs", "hrs", "yrs"]) {
        // The dot at the end of a sentence is no part of it.
        if rest.nth(1).is_some() { super::basics::dot(rest)? } else { (rest, ()) }
    } else {
        (rest, ())
    };
    // "two quarter hours" is no length in quarters.
    Ok((rest, (unit, plural)))
}

/// A length without what bounds it: "two years", "a year and a half", "2 years, 3 months".
pub(super) fn bare_length(i: Tokens<'_>) -> Out<'_, Length> {
    let (i, ()) = needs(i, WordClass::TIME_UNIT)?;
    let (i, first) = alt((part, unit_and_half, vague)).parse(i)?;
    let mut parts = vec![first];
    let mut rest = i;
    // A clock has few units; five parts are more than anyone writes.
    for _ in 0..5 {
        let next = |i| {
            let (i, ()) = comma(i)?;
            let (i, _) = opt(word("and")).parse(i)?;
            finer_part(i, parts[parts.len() - 1].1)
        };
        match next(rest) {
            Ok((after, part)) => {
                parts.push(part);
                rest = after;
            }
            Err(_) => break,
        }
    }
    Ok((rest, Length { parts }))
}

/// "hour and a half", without an article.
pub(super) fn unit_and_half(i: Tokens<'_>) -> Out<'_, (Amount, TimeUnit)> {
    let (i, unit) = listed(WordClass::TIME_UNIT, words::UNITS)(i)?;
    let (i, ()) = word("and")(i)?;
    let (i, _) = opt(word("a")).parse(i)?;
    let (i, ()) = word("half")(i)?;
    Ok((i, (Amount::Exactly(Decimal::new(15, 1)), unit)))
}

/// A part in a finer unit than the part before it.
fn finer_part(i: Tokens<'_>, than: TimeUnit) -> Out<'_, (Amount, TimeUnit)> {
    let (i, (amount, unit)) = part(i)?;
    if unit < than && than <= TimeUnit::Year && unit != TimeUnit::Weekend {
        Ok((i, (amount, unit)))
    } else {
        no()
    }
}

/// "two years", "eight-year", "a minute and a half", "two more weeks", "three hour"
pub(super) fn part(i: Tokens<'_>) -> Out<'_, (Amount, TimeUnit)> {
    const BETWEEN: &[&str] = &[
        "more",
        "additional",
        "extra",
        "fewer",
        "less",
        "full",
        "whole",
        "entire",
        "further",
        "long",
        "consecutive",
        "straight",
        "solid",
        "trading",
        "business",
        "working",
        "work",
        "calendar",
        "other",
        "successive",
        "short",
        "good",
    ];
    let article = i.first_among(&["a", "an"]);
    let (rest, amount) = amount(i)?;
    let (rest, _) = opt(preceded(opt(word("of")), any(BETWEEN))).parse(rest)?;
    let (rest, ()) = joint(rest)?;
    let compact = rest.first().is_some_and(|token| token.glued && token.span.len() == 1);
    let (rest, (unit, plural)) = unit(rest)?;
    // "three night markets" are markets; "a three-night stay" is a length.
    let is_kind = !plural
        && rest
            .behind(1)
            .is_some_and(|token| !token.glued && rest.text_of(token).eq_ignore_ascii_case("night"))
        && amount != Amount::Exactly(Decimal::ONE)
        && rest.first().is_some_and(|next| next.case == Case::Lower && rest.text_of(next).ends_with('s'));
    let is_kind = is_kind
        || amount != Amount::Exactly(Decimal::ONE) && of_a_kind(i, rest, plural)
        || amount == Amount::Exactly(Decimal::ONE) && names_thing(rest);
    // "a second man", "one minute drama": a lone second or an ordinal is read as a length by its plural or a hyphen only.
    if unit == TimeUnit::Second && !plural && (article || i.first_in(WordClass::ORDINAL))
        || compact
        || is_kind
        // "a zero-day flaw"
        || amount == Amount::Exactly(Decimal::ZERO) && unit >= TimeUnit::Day
    {
        return no();
    }
    let share = matches!(amount, Amount::Exactly(n) if n == Decimal::ONE || n == Decimal::from(3));
    if unit == TimeUnit::Quarter && share && rest.first_is("of") && !of_a_year(rest) {
        return no();
    }
    // "a day or two"
    if article
        && !plural
        && let Ok((rest, ())) = phrase(&["or", "two"])(rest)
    {
        return Ok((rest, (Amount::Between(Decimal::ONE, Decimal::TWO), unit)));
    }
    let (rest, half) = opt(alt((and_fraction, hyphened_half, |i| minutes_behind(i, unit)))).parse(rest)?;
    let amount = match (amount, half) {
        (Amount::Exactly(whole), Some(half)) => Amount::Exactly(whole + half),
        (amount, _) => amount,
    };
    let (rest, _) = opt((dash, word("long"))).parse(rest)?;
    // "a year-earlier loss" speaks of another year.
    let (rest, ()) = not((dash, any(&["earlier", "ago"]))).parse(rest)?;
    // An age is a value of its own kind.
    let (rest, ()) = not((opt(dash), word("old"))).parse(rest)?;
    Ok((rest, (amount, unit)))
}

/// Whether a loose unit begins a word for a kind of thing: "30 night-time raids", not "a 30-night run".
fn of_a_kind(i: Tokens<'_>, rest: Tokens<'_>, plural: bool) -> bool {
    const KINDS: &[&str] = &["time", "end", "care", "hand", "glass"];
    let loose = rest.behind(1).is_some_and(|unit| !unit.glued);
    let kind: Out<'_, ()> = preceded(dash, any(KINDS)).parse(rest);
    !plural && loose && !i.first_in(WordClass::DETERMINER) && kind.is_ok()
}

/// Whether a unit of one begins a word for a thing: "a night club", "a day care centre".
fn names_thing(rest: Tokens<'_>) -> bool {
    const OF_NIGHT: &[&str] = &[
        "club", "clubs", "shift", "market", "game", "vision", "owl", "bus", "train", "school", "watchman",
        "sky", "nurse", "manager", "light", "court", "flight", "out",
    ];
    const OF_DAY: &[&str] = &[
        "care", "trip", "job", "school", "nursery", "camp", "laborer", "labourer", "spa", "center", "centre",
    ];
    let unit = |word| rest.behind(1).is_some_and(|unit| !unit.glued && rest.spells(unit, word));
    unit("night") && rest.first_among(OF_NIGHT) || unit("day") && rest.first_among(OF_DAY)
}

/// Whether quarters are of a year: "three quarters of 1990", not "three-quarters of its food".
fn of_a_year(i: Tokens<'_>) -> bool {
    i.nth(1).is_some_and(|next| {
        next.kind == TokenKind::Number
            || next.is(WordClass::PICK)
            || i.nth(2).is_some_and(|unit| unit.is(WordClass::TIME_UNIT))
    })
}

/// "-and-a-half" in "a week-and-a-half tour".
fn hyphened_half(i: Tokens<'_>) -> Out<'_, Decimal> {
    let (i, ()) = phrase(&["-", "and", "-", "a", "-", "half"])(i)?;
    Ok((i, Decimal::new(5, 1)))
}

/// "1 hour thirty", "2 hours 30": the rest in minutes, as a part of the hour.
fn minutes_behind(i: Tokens<'_>, unit: TimeUnit) -> Out<'_, Decimal> {
    let (i, _) = opt(word("and")).parse(i)?;
    let (rest, minutes) = alt((super::basics::below_hundred, figure(5, 55, 2))).parse(i)?;
    let closes = rest.first().is_none_or(|next| next.kind == TokenKind::Punctuation);
    if unit == TimeUnit::Hour && closes && (5..60).contains(&minutes) && minutes % 5 == 0 {
        Ok((rest, Decimal::from(minutes) / Decimal::from(60)))
    } else {
        no()
    }
}

/// "weeks", "years"
fn vague(i: Tokens<'_>) -> Out<'_, (Amount, TimeUnit)> {
    let (rest, unit) = listed(WordClass::TIME_UNIT, words::UNIT_PLURALS)(i)?;
    let (rest, _) = opt((dash, word("long"))).parse(rest)?;
    let (rest, ()) = not((opt(dash), word("old"))).parse(rest)?;
    let (rest, _) =
        opt((any(&["or", "and"]), listed(WordClass::TIME_UNIT, words::UNIT_PLURALS))).parse(rest)?;
    let (rest, _) = opt(word("ahead")).parse(rest)?;
    Ok((rest, (Amount::Vague(3), unit)))
}

/// "the year ended June 30", "the quarter ending Friday"
pub(super) fn ended(i: Tokens<'_>) -> Out<'_, Length> {
    /// How far on the last word may stand: behind an article, "full", and a unit with its dot.
    const REACH: usize = 5;
    if !(1..REACH).any(|at| i.nth(at).is_some_and(|end| i.spells(end, "ended") || i.spells(end, "ending"))) {
        return no();
    }
    let (i, _) = opt(any(&["the", "its"])).parse(i)?;
    let (i, _) = opt(word("full")).parse(i)?;
    let (i, (unit, plural)) = unit(i)?;
    if plural || unit < TimeUnit::Week || !(i.first_is("ended") || i.first_is("ending")) {
        no()
    } else {
        Ok((i, one(unit)))
    }
}

/// "all day", "all week long"
pub(super) fn all(i: Tokens<'_>) -> Out<'_, Length> {
    let (i, ()) = word("all")(i)?;
    let (i, unit) = listed(WordClass::TIME_UNIT, words::UNITS)(i)?;
    let (i, _) = opt(any(&["long", "round", "around"])).parse(i)?;
    if unit < TimeUnit::Day || i.first_is("-") { no() } else { Ok((i, one(unit))) }
}

/// "a weeklong hunt", "the day-long siege"
pub(super) fn long(i: Tokens<'_>) -> Out<'_, Length> {
    if let Ok((rest, unit)) = listed(WordClass::TIME_UNIT, words::LONG)(i) {
        return Ok((rest, one(unit)));
    }
    let (rest, unit) = listed(WordClass::TIME_UNIT, words::UNITS)(i)?;
    let (rest, _) = (dash, word("long")).parse(rest)?;
    if unit < TimeUnit::Hour { no() } else { Ok((rest, one(unit))) }
}

/// A length with what bounds it, where its words say that it is one.
pub(super) fn length(start: Tokens<'_>) -> Out<'_, (Length, Option<TimeMod>)> {
    if let Ok((rest, length)) = alt((lone_unit, the_years)).parse(start) {
        return Ok((rest, (length, None)));
    }
    let (i, article) = opt(any(&["the", "those", "these"])).parse(start)?;
    let (i, modifier) = opt(bound).parse(i)?;
    let (i, _) = opt(word("the")).parse(i)?;
    let (rest, (length, open)) = alt((open_length, bare_length.map(|length| (length, None)))).parse(i)?;
    let modifier = modifier.or(open);
    // "the two-week truce": the article is the truce's.
    let hyphened = rest.behind(2).is_some_and(|token| i.text_of(token) == "-")
        || rest.behind(1).is_some_and(|token| i.spells(token, "long"));
    if article.is_some() && hyphened {
        return no();
    }
    if let [(Amount::Vague(_), _)] = length.parts.as_slice()
        && i.first_in(WordClass::TIME_UNIT)
        && !vague_is_led(i, rest)
    {
        return no();
    }
    let (rest, so) = opt(alt((phrase(&["or", "so"]), phrase(&["or", "more"])))).parse(rest)?;
    let modifier = modifier.or(so.map(|()| TimeMod::Approx));
    Ok((rest, (length, modifier)))
}

/// "five or more years", "5+ years": the number is the least of them.
fn open_length(i: Tokens<'_>) -> Out<'_, (Length, Option<TimeMod>)> {
    let is_open = |at: usize| i.nth(at).is_some_and(|mark| mark.initial == b'+' || i.spells(mark, "or"));
    if !(1..4).any(is_open) {
        return no();
    }
    let (i, amount) = super::basics::number(i)?;
    let (i, ()) = alt((phrase(&["or", "more"]), glued("+"))).parse(i)?;
    let (i, (unit, _)) = unit(i)?;
    let (i, ()) = not((opt(dash), word("old"))).parse(i)?;
    Ok((i, (Length { parts: vec![(Amount::Exactly(amount), unit)] }, Some(TimeMod::EqualOrMore))))
}

/// "week" where nothing else is said: the head of a column, an answer.
fn lone_unit(i: Tokens<'_>) -> Out<'_, Length> {
    let (rest, unit) = listed(WordClass::TIME_UNIT, words::UNITS)(i)?;
    let is_one_thing = matches!(unit, TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year);
    if is_one_thing && super::basics::alone(i, rest) { Ok((rest, one(unit))) } else { no() }
}

/// "over the years", "in the years that followed", "in the early years": how many is left open.
fn the_years(start: Tokens<'_>) -> Out<'_, Length> {
    let (i, ()) = word("the")(start)?;
    let (i, early) = opt(any(&["early", "later", "intervening", "ensuing"])).parse(i)?;
    let (rest, unit) = listed(WordClass::TIME_UNIT, words::UNIT_PLURALS)(i)?;
    let led = |words: &[&str]| behind_is(&start, 1, words);
    let passing = led(&["over", "through", "throughout", "down", "across"]);
    let placed = led(&["in", "during", "for"])
        && (early.is_some()
            || rest.first_among(&["between", "since"])
            || rest.first_among(&["that", "which"])
                && rest.nth(1).is_some_and(|verb| {
                    ["followed", "passed", "remain", "remained", "preceded"]
                        .iter()
                        .any(|word| rest.spells(verb, word))
                })
            || rest.first_is("to") && rest.skip(1).first_is("come"));
    let told = (passing || placed) && !rest.first_among(&["of", "-", "when"]);
    if unit >= TimeUnit::Day && (told || super::basics::alone(start, rest)) {
        Ok((rest, Length { parts: vec![(Amount::Vague(3), unit)] }))
    } else {
        no()
    }
}

/// Whether "weeks" stands where a length stands: "for weeks", "within days", "decades-long".
fn vague_is_led(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const LEADS: &[&str] =
        &["for", "in", "within", "over", "after", "through", "took", "takes", "take", "lasted", "spent"];
    let long = rest.behind(1).is_some_and(|token| rest.spells(token, "long"));
    let led = behind_is(&i, 1, LEADS);
    // "within weeks of his capture"
    let within = i.behind(1).is_some_and(|token| i.spells(token, "within"));
    let more = rest.first_is("of") && !within || rest.first_is("-");
    let the = i.behind(1).is_some_and(|token| i.spells(token, "the"));
    let around = the
        && (rest.behind(1).is_some_and(|token| rest.text_of(token) == "ahead")
            || rest.first_among(&["before", "after", "since", "ahead", "leading"]));
    long || led && !more || super::basics::alone(i, rest) || around
}

/// "between two and three weeks" is a length too.
pub(super) fn between(i: Tokens<'_>) -> Out<'_, Length> {
    let (i, ()) = word("between")(i)?;
    let (i, low) = super::basics::number(i)?;
    let (i, ()) = any(&["and", "to"])(i)?;
    let (i, high) = super::basics::number(i)?;
    let (i, ()) = joint(i)?;
    let (i, (unit, _)) = unit(i)?;
    Ok((i, Length { parts: vec![(Amount::Between(low, high), unit)] }))
}
