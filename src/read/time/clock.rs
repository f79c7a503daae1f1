//! Times of day; the zones behind them are [`zone`]'s.
//!
//! ```text
//! clock    = hour ":" minute [":" second] [half] | hour ["." minute] half | hour "o'clock" | "noon" | "midnight"
//!          | ("half" | "quarter" | minutes) ("past" | "to") hour [half] | "half" hour-word
//!          | four figures (half | "hours" | "h" | zone) | "0" three figures ["on"] day | hour "h" [minute] | hour-word minute-word half
//!          | hour "." minute zone
//!          | ("at" | "around" | "about") (four figures | hour minute)                     at the end of a phrase
//! half     = "am" | "p.m." | "in the morning" | "at night" | …
//! ```

use super::basics::{
    Out, any, behind_is, below_hundred, dash, figure, figures, glued, listed, no, phrase, word,
};
use super::forms::{self, first_of};
use super::{words, zone};
use crate::{
    claim::{Clock, DayPart},
    text::{Shapes, TokenKind, Tokens, WordClass, WordSet},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{map, not, opt},
    sequence::{preceded, terminated},
};

/// The half of the day that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HalfDay {
    Before,
    After,
    Part(DayPart),
    Open,
}

/// Whether the first word can open a time of day, by its class.
pub(super) fn may_open(i: Tokens<'_>) -> bool {
    const OPENS: WordClass =
        WordClass::FIGURE.union(WordClass::CARDINAL).union(WordClass::CLOCK).union(WordClass::PERIOD);
    i.first_in(OPENS.union(WordClass::DETERMINER))
}

/// A time of day that shows itself to be one.
pub(super) fn clock(i: Tokens<'_>) -> Out<'_, Clock> {
    let is_figure = i.first_in(WordClass::FIGURE | WordClass::CARDINAL)
        && !i.first_in(WordClass::CLOCK | WordClass::PERIOD);
    if is_figure && !may_be_hour(i) {
        return no();
    }
    first_of(i, forms::CLOCKS)
}

/// The shapes of the words that may stand behind a figure or number word in a time of day, but for further ones.
static BEHIND_HOURS: Shapes = Shapes::NONE
    .with_all(&[
        "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "a", "p", "ampm", "o'clock", "oclock", "o", "oh", "ou",
    ])
    .with_all(&["ish", "in", "at", "past", "after", "to", "before", "min", "mins", "minute", "minutes"])
    .with_all(&["h", "hours", "hrs"])
    .with_all(words::ZONES)
    .with_all(zone::REGIONS);

/// Whether what follows the first token can make a time of day of it: behind most figures it cannot.
fn may_be_hour(i: Tokens<'_>) -> bool {
    i.nth(1).is_none_or(|next| match next.kind {
        TokenKind::Word => {
            next.glued
                || next.is(WordClass::CARDINAL | WordClass::CLOCK)
                || BEHIND_HOURS.admit_token(next)
                || (next.is(WordClass::DAY_NAME | WordClass::WEEKDAY) || i.spells(next, "on"))
                    && i.first().is_some_and(|figures| figures.span.len() == 4)
        }
        TokenKind::Punctuation => !matches!(next.initial, b',' | b'.' | b';' | b')' | b'!' | b'?' | b'"'),
        TokenKind::Number | TokenKind::Symbol | TokenKind::Clitic | TokenKind::Link => true,
    })
}

/// "noon", "midnight"
pub(super) fn named(i: Tokens<'_>) -> Out<'_, Clock> {
    let (i, _) = opt(any(&["twelve", "high"])).parse(i)?;
    let (i, hour) = alt((
        alt((any(&["noon", "midday"]), phrase(&["mid", "day"]), phrase(&["mid", "-", "day"]))).map(|()| 12),
        alt((word("midnight"), phrase(&["mid", "night"]))).map(|()| 0),
    ))
    .parse(i)?;
    Ok((i, Clock { hour, minute: (hour == 0).then_some(0), second: None, either_half: false }))
}

/// The half of the day behind an hour.
pub(super) fn half(i: Tokens<'_>) -> Out<'_, HalfDay> {
    // "o'clock", "am", "pm", "in the morning"
    if !i.first().is_some_and(|first| matches!(first.initial, b'o' | b'a' | b'p' | b'i')) {
        return no();
    }
    let (i, _) = opt(alt((
        any(&["o'clock", "oclock"]),
        phrase(&["o", "'", "clock"]),
        phrase(&["o", "\u{2019}", "clock"]),
    )))
    .parse(i)?;
    alt((
        alt((any(&["am", "a.m.", "a.m"]), phrase(&["a", "m"]))).map(|()| HalfDay::Before),
        alt((any(&["pm", "p.m.", "p.m"]), phrase(&["p", "m"]))).map(|()| HalfDay::After),
        word("ampm").map(|()| HalfDay::Open),
        letter,
        preceded(
            alt((phrase(&["in", "the"]), phrase(&["at"]))),
            preceded(opt(any(&["early", "late"])), listed(WordClass::DAY_PART, words::DAY_PARTS)),
        )
        .map(HalfDay::Part),
    ))
    .parse(i)
}

/// Whether two hours with the letters of their halves stand there: "8a to 10a"; "2a" alone is a figure or a flat.
pub(super) fn short_halves(i: Tokens<'_>) -> bool {
    let hour = |at| {
        i.nth(at).is_some_and(|hour| hour.kind == TokenKind::Number)
            && i.nth(at + 1)
                .is_some_and(|half| half.glued && matches!(i.text_of(half), "a" | "p" | "A" | "P"))
    };
    hour(0) && hour(3) && i.nth(2).is_some_and(|mark| mark.is(WordClass::SPAN_MARK))
}

/// "7p", "3:18a"
fn letter(i: Tokens<'_>) -> Out<'_, HalfDay> {
    match i.first() {
        Some(token) if token.glued && i.first_is("a") => Ok((i.skip(1), HalfDay::Before)),
        Some(token) if token.glued && i.first_is("p") => Ok((i.skip(1), HalfDay::After)),
        _ => no(),
    }
}

/// An hour by its half of the day.
pub(super) fn by_half(hour: u32, half: Option<HalfDay>) -> Option<(u8, bool)> {
    let hour = u8::try_from(hour).ok().filter(|hour| *hour <= 24)?;
    if hour > 12 || hour == 0 {
        return Some((hour % 24, false));
    }
    Some(match half {
        None | Some(HalfDay::Open) => (hour, true),
        Some(HalfDay::Before) => (hour % 12, false),
        Some(HalfDay::After) => (hour % 12 + 12, false),
        Some(HalfDay::Part(part)) => match part {
            DayPart::Dawn | DayPart::Morning => (hour % 12, false),
            DayPart::Night if hour < 5 || hour == 12 => (hour % 12, false),
            DayPart::Midday | DayPart::Daytime if !(1..=6).contains(&hour) => (hour, false),
            DayPart::Midday
            | DayPart::Afternoon
            | DayPart::Dinner
            | DayPart::Evening
            | DayPart::Night
            | DayPart::Overnight
            | DayPart::Daytime => (hour % 12 + 12, false),
        },
    })
}

fn clock_of(hour: u32, minute: Option<u32>, second: Option<u32>, half: Option<HalfDay>) -> Option<Clock> {
    let (hour, either_half) = by_half(hour, half)?;
    let byte = |value: Option<u32>| value.and_then(|value| u8::try_from(value).ok());
    Some(Clock { hour, minute: byte(minute), second: byte(second), either_half })
}

/// Whether what joins minutes and their hour stands where it can: behind an article, "twenty-five" and "minutes" at most.
fn has_past_or_to(i: Tokens<'_>) -> bool {
    const REACH: usize = 6;
    static JOINTS: WordSet = WordSet::of(&["past", "after", "to", "before"]);
    i.as_slice().iter().take(REACH).any(|token| JOINTS.holds(token, i.source()))
}

/// "half past seven", "a quarter to noon", "20 min past eight in the evening", "ten past 9"
pub(super) fn past_or_to(i: Tokens<'_>) -> Out<'_, Clock> {
    if !has_past_or_to(i) {
        return no();
    }
    let at = i.behind(1).is_some_and(|token| i.spells(token, "at"));
    let (i, _) = opt(any(&["a", "an"])).parse(i)?;
    let quarter = word("quarter").map(|()| 15);
    let minutes =
        terminated(alt((figure(1, 59, 2), below_hundred)), opt(any(&["min", "mins", "minute", "minutes"])));
    let (i, minutes) = alt((word("half").map(|()| 30), quarter, minutes)).parse(i)?;
    let (i, past) =
        alt((any(&["past", "after"]).map(|()| true), any(&["to", "before"]).map(|()| false))).parse(i)?;
    let twelve = alt((
        any(&["noon", "midday"]).map(|()| (12, Some(HalfDay::After))),
        word("midnight").map(|()| (12, Some(HalfDay::Before))),
    ));
    let counted = map((alt((figure(1, 12, 2), hour_word)), opt(half)), |(hour, half)| (hour, half));
    let said_by_unit = i.behind(2).is_some_and(|token| i.text_of(token).starts_with("min"));
    let clear = minutes % 5 == 0 || said_by_unit;
    let (rest, (hour, half)) = alt((twelve, counted)).parse(i)?;
    // "at ten to noon"; "open ten to noon" is a range.
    let named = i.first_in(WordClass::CLOCK) && at;
    let oclock = rest.behind(1).is_some_and(|token| rest.text_of(token).contains("clock"));
    // "ten to six" is as often a score or a range.
    // "twenty to two pm": twenty is no hour of its half; "at ten to two pm" is no range.
    let no_hour = (minutes > 12 || at) && half.is_some();
    let in_part = named_part_follows(rest);
    if !clear
        || minutes > 59
        || !past && !said_by_unit && minutes != 15 && !oclock && !named && !no_hour && !in_part
    {
        return no();
    }
    let Some(clock) = clock_of(hour, Some(minutes), None, half) else { return no() };
    if past {
        return Ok((rest, clock));
    }
    let hour = if clock.hour == 0 { 23 } else { clock.hour - 1 };
    Ok((rest, Clock { hour, minute: clock.minute.map(|minute| 60 - minute), ..clock }))
}

/// "tomorrow morning", "Friday afternoon"
fn named_part_follows(i: Tokens<'_>) -> bool {
    i.first_in(WordClass::DAY_NAME | WordClass::WEEKDAY)
        && i.nth(1).is_some_and(|part| part.is(WordClass::DAY_PART))
}

fn hour_word(i: Tokens<'_>) -> Out<'_, u32> {
    let (i, hour) = below_hundred(i)?;
    if (1..=12).contains(&hour) { Ok((i, hour)) } else { no() }
}

/// "8:30", "16:20:10", "7:56:30 pm"
pub(super) fn with_colon(start: Tokens<'_>) -> Out<'_, Clock> {
    let i = start;
    let run_on = i.first().is_some_and(|token| token.glued)
        && i.behind(1).is_some_and(|token| matches!(i.text_of(token), ":" | "." | "/" | "#"));
    // "Divers find the wreck | 1:25" is how long a video runs.
    let runs = i.behind(1).is_some_and(|token| i.text_of(token) == "|") && i.behind(2).is_some();
    if run_on || runs {
        return no();
    }
    let (i, hour) = figure(0, 24, 2)(i)?;
    let (i, ()) = glued(":")(i)?;
    let minute = |i| {
        let (i, (value, len)) = figures(i)?;
        if value < 60 && len == 2 { Ok((i, value)) } else { no() }
    };
    let (i, minutes) = minute(i)?;
    let (i, second) = opt(preceded(glued(":"), minute)).parse(i)?;
    if i.first().is_some_and(|token| token.glued && matches!(i.text_of(token), ":" | "/" | "%")) {
        return no();
    }
    // "with 4:08 to play" is read off the clock of a game.
    let (i, ()) =
        not(alt((any(&["left", "remaining"]), preceded(word("to"), any(&["play", "go"]))))).parse(i)?;
    let (i, half) = opt(half).parse(i)?;
    // "won in 2:06:14" is how long it took.
    if second.is_some() && half.is_none() && super::compact::is_timed(start, i) {
        return no();
    }
    let (i, _) = opt(alt((word("hours"), word("hrs")))).parse(i)?;
    clock_of(hour, Some(minutes), second, half).map_or_else(no, |clock| Ok((i, clock)))
}

/// "T08:30", "T08:30:00Z": the time of day of a stamp, its letter glued to the date.
pub(super) fn joined(i: Tokens<'_>) -> Out<'_, Clock> {
    let Some(token) = i.first().filter(|token| token.glued && token.kind == TokenKind::Word) else {
        return no();
    };
    let hour = i.text_of(token).strip_prefix(['T', 't']).filter(|hour| hour.len() == 2);
    let Some(hour @ 0..=24) = hour.and_then(|hour| hour.parse::<u32>().ok()) else { return no() };
    let (i, minute) = preceded(glued(":"), figure(0, 59, 2)).parse(i.skip(1))?;
    let (i, second) = opt(preceded(glued(":"), figure(0, 59, 2))).parse(i)?;
    let (i, _) = opt(alt((glued("Z"), glued("z")))).parse(i)?;
    let clock = clock_of(hour, Some(minute), second, Some(HalfDay::Open))
        .map(|clock| Clock { either_half: false, ..clock });
    clock.map_or_else(no, |clock| Ok((i, clock)))
}

/// "8am", "5 p.m.", "8.10 pm", "4 in the morning", "330 p.m.", "3ish pm"
pub(super) fn hour_half(start: Tokens<'_>) -> Out<'_, Clock> {
    let i = start;
    if i.first().is_some_and(|token| token.glued) && i.behind(1).is_some_and(|token| i.text_of(token) == ".")
    {
        return no();
    }
    let (i, (hour, minute)) = alt((hour_minute, hour_word.map(|hour| (hour, None)))).parse(i)?;
    let (i, _) = opt(word("ish")).parse(i)?;
    let (i, half) = half(i)?;
    // "14 in the morning" is no time; "at 2 in the morning" is.
    if hour > 12 && matches!(half, HalfDay::Part(_)) {
        return no();
    }
    // "24p" and "up 9p" are sums.
    let by_letter = i.behind(1).is_some_and(|last| last.glued && matches!(i.text_of(last), "a" | "p"));
    if by_letter && (hour > 12 || minute.is_some() || !may_be_short(start, i)) {
        return no();
    }
    clock_of(hour, minute, None, Some(half)).map_or_else(no, |clock| Ok((i, clock)))
}

/// Whether an hour with the letter of its half may stand between `start` and `rest`: behind a preposition of times or a day, in a
/// range, or alone.
fn may_be_short(start: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let behind_day = start
        .behind(1)
        .is_some_and(|day| day.is(WordClass::DAY_NAME | WordClass::WEEKDAY | WordClass::DAY_PART));
    let closes_range =
        start.behind(2).is_some_and(|half| half.glued && matches!(start.text_of(half), "a" | "A"));
    let is_price = rest.first_among(&["each", "a", "an", "per"]);
    let opens_range =
        short_halves(start) && rest.behind(1).is_some_and(|half| matches!(rest.text_of(half), "a" | "A"));
    let is_led = behind_is(&start, 1, &["at", "until", "till", "around", "about", "@"]) && !is_price;
    is_led || behind_day || closes_range || opens_range || super::basics::alone(start, rest)
}

/// "8", "8.10", "1140"
fn hour_minute(i: Tokens<'_>) -> Out<'_, (u32, Option<u32>)> {
    let Some(token) = i.first().filter(|token| token.kind == TokenKind::Number) else { return no() };
    let text = i.text_of(token);
    let parsed = match text.split_once('.') {
        Some((hour, minute)) if hour.len() <= 2 && minute.len() == 2 => {
            hour.parse().ok().zip(minute.parse().ok().map(Some))
        }
        Some(_) => None,
        None if text.len() <= 2 => text.parse().ok().map(|hour| (hour, None)),
        None if text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse::<u32>().ok().map(|figures| (figures / 100, Some(figures % 100)))
        }
        None => None,
    };
    match parsed {
        Some((hour @ 0..=24, minute)) if minute.is_none_or(|minute: u32| minute < 60) => {
            Ok((i.skip(1), (hour, minute)))
        }
        _ => no(),
    }
}

/// "half three" in British English: half past three, where a preposition leads it or nothing else is said.
pub(super) fn half_hour(start: Tokens<'_>) -> Out<'_, Clock> {
    let (i, ()) = word("half")(start)?;
    let (i, hour) = hour_word(i)?;
    let at = start.behind(1).is_some_and(|token| start.spells(token, "at"));
    if !at && !super::basics::alone(start, i) {
        return no();
    }
    clock_of(hour, Some(30), None, None).map_or_else(no, |clock| Ok((i, clock)))
}

/// "seven o'clock"
pub(super) fn o_clock(i: Tokens<'_>) -> Out<'_, Clock> {
    let (i, hour) = alt((figure(1, 12, 2), hour_word)).parse(i)?;
    let (i, ()) =
        alt((any(&["o'clock", "oclock"]), phrase(&["o", "'", "clock"]), phrase(&["o", "\u{2019}", "clock"])))
            .parse(i)?;
    let (i, half) = opt(half).parse(i)?;
    clock_of(hour, None, None, half).map_or_else(no, |clock| Ok((i, clock)))
}

/// "16h00", "8h", "9h30"
pub(super) fn letter_h(i: Tokens<'_>) -> Out<'_, Clock> {
    let (i, hour) = figure(0, 24, 2)(i)?;
    let Some(token) = i.first().filter(|token| token.glued && token.kind == TokenKind::Word) else {
        return no();
    };
    let Some(minute) = i.text_of(token).strip_prefix(['h', 'H']) else { return no() };
    // "in 1h", "for 2h"
    if super::compact::is_led(i, 2) {
        return no();
    }
    let minute =
        if minute.is_empty() { None } else { minute.parse::<u32>().ok().filter(|minute| *minute < 60) };
    if minute.is_none() && token.span.len() > 1 {
        return no();
    }
    clock_of(hour, Some(minute.unwrap_or(0)), None, Some(HalfDay::Open))
        .map_or_else(no, |clock| Ok((i.skip(1), Clock { either_half: false, ..clock })))
}

/// "0730 GMT", "1800 hours", "1530h", "at 1530" where nothing else is said; with a nought before them, which opens no year, also
/// "at 0630" in a sentence, "0645 tomorrow" and "0645 on Friday".
pub(super) fn military(i: Tokens<'_>) -> Out<'_, Clock> {
    let (rest, (value, len)) = figures(i)?;
    let Some(clock) = of_four(value).filter(|_| len == 4) else { return no() };
    let (rest, _) = opt(word("h")).parse(rest)?;
    if rest.first_is("hours") || rest.first_is("hrs") {
        return Ok((rest.skip(1), clock));
    }
    let nought = i.first().is_some_and(|token| i.text_of(token).starts_with('0'));
    let closes = rest.first().is_none_or(|next| next.kind == TokenKind::Punctuation && !next.glued)
        || rest.nth(1).is_none() && rest.first_kind(TokenKind::Punctuation);
    let glued_h = rest.behind(1).is_some_and(|last| last.glued && rest.spells(last, "h"));
    let only = (i.behind(2).is_none() && rest.is_empty() || nought && closes) && led_by_at(i) || glued_h;
    let day = if rest.first_is("on") { rest.skip(1) } else { rest };
    // "the code 0400 on Sunday" is none.
    let may_be_of_day = day == rest || led_by_at(i) || i.behind(1).is_none();
    let of_day = nought && may_be_of_day && day.first_in(WordClass::DAY_NAME | WordClass::WEEKDAY);
    if zone::zone(rest).is_err() && !only && !of_day { no() } else { Ok((rest, clock)) }
}

/// "9.41 local time", "10.30 GMT"
pub(super) fn dotted(i: Tokens<'_>) -> Out<'_, Clock> {
    let (rest, (hour, minute)) = hour_minute(i)?;
    if !i.first().is_some_and(|figures| i.text_of(figures).contains('.')) {
        return no();
    }
    let (end, _) = zone::zone(rest)?;
    // "It rose 9.41 Pacific" has the name of a place.
    let names_zone = end.index() > rest.index() + 1 || !rest.first_among(zone::REGIONS);
    clock_of(hour, minute, None, None).filter(|_| names_zone).map_or_else(no, |clock| Ok((rest, clock)))
}

/// "at 12 15", "around 12 15": two figures, where nothing follows that they could count.
pub(super) fn spaced(i: Tokens<'_>) -> Out<'_, Clock> {
    if !led_by_at(i) {
        return no();
    }
    let (rest, hour) = figure(0, 24, 2)(i)?;
    let (rest, (minute, len)) = figures(rest)?;
    let closes = rest.first().is_none_or(|next| {
        next.kind == TokenKind::Punctuation
            && (!next.glued || matches!(rest.text_of(next), "." | "," | "?" | "!"))
    });
    if len != 2 || minute > 59 || !closes {
        return no();
    }
    clock_of(hour, Some(minute), None, None).map_or_else(no, |clock| Ok((rest, clock)))
}

fn led_by_at(i: Tokens<'_>) -> bool {
    behind_is(&i, 1, &["at", "around", "about"])
}

/// Four figures as a time of day of twenty-four hours.
pub(super) fn of_four(figures: u32) -> Option<Clock> {
    let (hour, minute) = (figures / 100, figures % 100);
    if hour > 24 || minute > 59 {
        return None;
    }
    Some(Clock { either_half: false, ..clock_of(hour, Some(minute), None, None)? })
}

/// "three thirty": hour and minutes in words, where a range of times is spoken of.
pub(super) fn spelled(i: Tokens<'_>) -> Out<'_, Clock> {
    if i.first_in(WordClass::CARDINAL) && i.skip(1).first_in(WordClass::CARDINAL) {
        bare_hour(i)
    } else {
        no()
    }
}

/// "ten thirty am", "four twenty-three p m"
pub(super) fn in_words(start: Tokens<'_>) -> Out<'_, Clock> {
    let (i, hour) = hour_word(start)?;
    let (minutes, _) = opt(dash).parse(i)?;
    let (i, minute) = minute_word(minutes)?;
    if minute < 10 && minutes.first_in(WordClass::CARDINAL) && !minutes.first_is("zero") {
        return no();
    }
    let (rest, half) = opt(half).parse(i)?;
    // Two numbers in a row are a time only where "at" leads them or nothing else is said, or the minutes are spelled
    // as minutes are: "one twenty two" is a number that somebody reads out.
    let spelled = minutes.first_among(&["oh", "o", "zero", "ou"]);
    let led = start.behind(1).is_some_and(|token| start.spells(token, "at"));
    let round = minute % 5 == 0 && !rest.first_in(WordClass::CARDINAL | WordClass::UNIT | WordClass::PEOPLE);
    if half.is_none() && !((spelled || round) && (led || super::basics::alone(start, rest))) {
        return no();
    }
    clock_of(hour, Some(minute), None, half).map_or_else(no, |clock| Ok((rest, clock)))
}

/// "thirty", "oh three"
pub(super) fn minute_word(i: Tokens<'_>) -> Out<'_, u32> {
    let small = preceded((any(&["oh", "o", "zero", "ou"]), opt(dash)), below_hundred);
    let (i, minute) = alt((small, below_hundred)).parse(i)?;
    if minute < 60 { Ok((i, minute)) } else { no() }
}

/// An hour that only its neighbours show to be one: "Friday at 8", "from 5 to 6pm".
pub(super) fn bare_hour(i: Tokens<'_>) -> Out<'_, Clock> {
    let pair = |i| {
        let (i, hour) = hour_word(i)?;
        let (i, minute) = minute_word(i)?;
        if minute >= 10 { Ok((i, (hour, Some(minute)))) } else { no() }
    };
    let (i, (hour, minute)) = alt((hour_minute, pair, hour_word.map(|hour| (hour, None)))).parse(i)?;
    // Four figures are as likely a year.
    if minute.is_some() && hour == 20 {
        return no();
    }
    let (i, _) = opt(word("ish")).parse(i)?;
    let unit = i.first_in(WordClass::TIME_UNIT | WordClass::MONTH | WordClass::UNIT | WordClass::PEOPLE)
        || i.first_is("%");
    if unit {
        return no();
    }
    clock_of(hour, minute, None, None).map_or_else(no, |clock| Ok((i, clock)))
}

/// "at 9am", "around noon", "8:30"
pub(super) fn at_clock(i: Tokens<'_>) -> Out<'_, Clock> {
    let (i, _) =
        opt(alt((word("at"), word("around"), word("about"), word("@"), word("by"), word("for")))).parse(i)?;
    let (i, _) = opt(any(&["about", "around", "exactly"])).parse(i)?;
    clock(i)
}
