//! The smallest productions of time: words, figures, number words, amounts and years.
//!
//! ```text
//! figure   = digit+                                        no grouping, no fraction
//! dash     = "-" | "–" | "—"                               with or without blanks
//! ordinal  = "first" … "ninety-ninth" | figure ("st" | "nd" | "rd" | "th")
//! number   = "half a" | "quarter of a" | any number of super::number, a part only before its unit
//! amount   = number [("to" | "or" | dash) number] | "a" | "several" | "a few" | "a couple of" | "hundreds of"
//! year     = 1000 … 2199 | "'" figure | "nineteen" tens | "two thousand" ["and"] cardinal
//! ```

use super::super::number::{self, Reading, number_as};
pub(super) use super::super::phrase::behind_is;
use super::words::look_up;
use crate::{
    claim::Amount,
    text::{Shapes, Token, TokenKind, Tokens, WordClass},
};
use nom::{
    IResult, Parser,
    branch::alt,
    combinator::{not, opt, peek},
    sequence::terminated,
};
use rust_decimal::Decimal;

/// What a production answers.
pub(super) type Out<'a, T> = IResult<Tokens<'a>, T, ()>;

/// The longest of several readings; the earlier one where two are equally long.
macro_rules! longest {
    ($i:expr; $($reading:expr),+ $(,)?) => {{
        let input: Tokens<'_> = $i;
        let mut best = None;
        let mut reach = input.index();
        $(
            if let Ok((rest, value)) = $reading(input)
                && rest.index() > reach
            {
                reach = rest.index();
                best = Some((rest, value));
            }
        )+
        let _ = reach;
        best.map_or_else(crate::read::time::basics::no, Ok)
    }};
}
pub(super) use longest;

/// The answer of a production that does not apply.
pub(super) const fn no<'a, T>() -> Out<'a, T> {
    Err(nom::Err::Error(()))
}

/// Whether a word of one of `classes` is within reach, without which the production cannot hold.
///
/// It keeps the grammars from trying what the words ahead rule out; no production may rely on its saying no.
#[inline]
pub(super) fn needs(i: Tokens<'_>, classes: WordClass) -> Out<'_, ()> {
    if i.ahead(classes) { Ok((i, ())) } else { no() }
}

/// A production that is tried only where something shows that it can hold.
pub(super) fn when<'a, T>(
    can_hold: bool,
    production: impl Fn(Tokens<'a>) -> Out<'a, T>,
) -> impl Fn(Tokens<'a>) -> Out<'a, T> {
    move |i| if can_hold { production(i) } else { no() }
}

/// Whether a token within reach could be one of some words, by their shapes.
pub(super) fn near(i: Tokens<'_>, shapes: &Shapes) -> bool {
    i.as_slice().iter().take(Token::REACH).any(|token| shapes.admit_token(token))
}

/// Whether one of some words stands within reach.
pub(super) fn joins_within(i: Tokens<'_>, words: &[&str]) -> bool {
    i.as_slice().iter().take(Token::REACH).any(|token| words.iter().any(|word| i.spells(token, word)))
}

/// One word, in any case.
pub(super) fn word<'a>(word: &'static str) -> impl Fn(Tokens<'a>) -> Out<'a, ()> + Copy {
    move |i| if i.first_is(word) { Ok((i.skip(1), ())) } else { no() }
}

/// Any one of several words.
pub(super) fn any<'a>(words: &'static [&'static str]) -> impl Fn(Tokens<'a>) -> Out<'a, ()> + Copy {
    move |i| if i.first_among(words) { Ok((i.skip(1), ())) } else { no() }
}

/// Several words in a row.
pub(super) fn phrase<'a>(words: &'static [&'static str]) -> impl Fn(Tokens<'a>) -> Out<'a, ()> + Copy {
    move |i| {
        let fits = words.iter().enumerate().all(|(n, word)| i.skip(n).first_is(word));
        if fits && i.as_slice().len() >= words.len() { Ok((i.skip(words.len()), ())) } else { no() }
    }
}

/// A word of a table, by its meaning.
pub(super) fn listed<'a, T: Copy>(
    class: WordClass,
    table: &'static [(&'static str, T)],
) -> impl Fn(Tokens<'a>) -> Out<'a, T> + Copy {
    move |i| match i.first() {
        Some(token) if token.is(class) => match look_up(table, i.text_of(token)) {
            Some(value) => Ok((i.skip(1), value)),
            None => no(),
        },
        _ => no(),
    }
}

/// Whether a text holds nothing but the tokens from `i` up to `rest`: a query, a field, a table cell.
pub(super) fn alone(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    i.behind(1).is_none()
        && (rest.is_empty() || rest.nth(1).is_none() && rest.first_kind(TokenKind::Punctuation))
}

/// A dash of any length.
pub(super) fn dash(i: Tokens<'_>) -> Out<'_, ()> {
    let Some(token) = i.first().filter(|token| token.may_be_dash()) else { return no() };
    let is_dash = match i.text_of(token) {
        "-" | "–" | "—" | "−" | "‐" | "‑" => token.kind == TokenKind::Punctuation,
        written => written == "~",
    };
    if is_dash { Ok((i.skip(1), ())) } else { no() }
}

/// A hyphen or nothing.
pub(super) fn joint(i: Tokens<'_>) -> Out<'_, ()> {
    let (i, _) = opt(dash).parse(i)?;
    Ok((i, ()))
}

/// A sign that touches the token before it.
pub(super) fn glued<'a>(sign: &'static str) -> impl Fn(Tokens<'a>) -> Out<'a, ()> + Copy {
    move |i| match i.first() {
        Some(token) if token.glued && i.text_of(token) == sign => Ok((i.skip(1), ())),
        _ => no(),
    }
}

/// The dot of an abbreviation.
pub(super) fn dot(i: Tokens<'_>) -> Out<'_, ()> {
    let (i, _) = opt(glued(".")).parse(i)?;
    Ok((i, ()))
}

/// A comma or nothing.
pub(super) fn comma(i: Tokens<'_>) -> Out<'_, ()> {
    let (i, _) = opt(word(",")).parse(i)?;
    Ok((i, ()))
}

/// Figures without grouping or fraction, with how many there are.
pub(super) fn figures(i: Tokens<'_>) -> Out<'_, (u32, usize)> {
    let Some(token) = i.first().filter(|token| token.kind == TokenKind::Number) else { return no() };
    let text = i.text_of(token);
    if text.len() > 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return no();
    }
    match text.parse() {
        Ok(value) => Ok((i.skip(1), (value, text.len()))),
        Err(_) => no(),
    }
}

/// Figures within bounds, of at most `digits` digits.
pub(super) fn figure<'a>(low: u32, high: u32, digits: usize) -> impl Fn(Tokens<'a>) -> Out<'a, u32> + Copy {
    move |i| {
        let (i, (value, len)) = figures(i)?;
        if (low..=high).contains(&value) && len <= digits { Ok((i, value)) } else { no() }
    }
}

/// A cardinal below a hundred in words.
pub(super) fn below_hundred(i: Tokens<'_>) -> Out<'_, u32> {
    number::below_hundred(i).map(|(i, value)| (i, u32::from(value)))
}

/// An ordinal in words or figures, up to 99.
pub(super) fn ordinal(i: Tokens<'_>) -> Out<'_, u32> {
    alt((ordinal_figure, ordinal_word)).parse(i)
}

/// "21st"
pub(super) fn ordinal_figure(i: Tokens<'_>) -> Out<'_, u32> {
    let (i, value) = figure(1, 99, 2)(i)?;
    match i.first() {
        Some(token) if token.glued && ["st", "nd", "rd", "th"].iter().any(|end| i.spells(token, end)) => {
            Ok((i.skip(1), value))
        }
        _ => no(),
    }
}

fn ordinal_word(i: Tokens<'_>) -> Out<'_, u32> {
    super::super::ordinal::below_hundred(i).map(|(i, value)| (i, u32::from(value)))
}

/// A number of units: "2", "2.5", "two", "2 1/2", "two and a half", "half a", "three quarters of an".
///
/// A part of a whole is one only before its unit; "three quarters" alone are three of a unit.
pub(super) fn number(i: Tokens<'_>) -> Out<'_, Decimal> {
    if !number::may_start(i) && !i.first_is("quarter") {
        return no();
    }
    if let Ok(out) = alt((half_a, quarter, and_quarters)).parse(i) {
        return Ok(out);
    }
    // "one twenty-minute break": the two are read apart.
    if let Ok((rest, unit @ 1..=9)) = below_hundred(i)
        && below_hundred(rest).is_ok_and(|(_, tens)| tens >= 10)
    {
        return Ok((rest, Decimal::from(unit)));
    }
    let (rest, found) = number_as(i, Reading::PLAIN)?;
    if found.value < Decimal::ZERO {
        return no();
    }
    // "four quarters" are four of a unit.
    let takes_unit = rest.behind(1).is_some_and(|last| last.is(WordClass::TIME_UNIT));
    if found.value.fract().is_zero() && !takes_unit {
        return Ok((rest, found.value));
    }
    let (after, of) = opt(of_a).parse(rest)?;
    // "an eleventh-hour deal", "a fourth-year student": which hour and year, and no part of one.
    let counts = of.is_none() && rest.behind(1).is_some_and(|last| last.is(WordClass::ORDINAL));
    if before_unit(after) && !counts {
        return Ok((after, found.value));
    }
    let (rest, whole) = number::cardinal(i, Reading { joins: false, ..Reading::PLAIN })?;
    Ok((rest, whole.value))
}

/// Whether a unit of time follows, with or without a hyphen, or the letter of one.
fn before_unit(i: Tokens<'_>) -> bool {
    const BETWEEN: WordClass = WordClass::TIME_UNIT.union(WordClass::TIME_LINK).union(WordClass::CLOCK);
    i.first_in(BETWEEN) || dash(i).is_ok_and(|(rest, ())| rest.first_in(WordClass::TIME_UNIT))
}

/// "of an" behind a part of a whole.
fn of_a(i: Tokens<'_>) -> Out<'_, ()> {
    alt((phrase(&["of", "a"]), phrase(&["of", "an"]), phrase(&["of", "one"]), word("of"))).parse(i)
}

/// "two and a quarter", "one and three quarter": as people count hours, with or without the plural.
fn and_quarters(i: Tokens<'_>) -> Out<'_, Decimal> {
    let (i, ()) = needs(i, WordClass::PERIOD)?;
    let (i, whole) = number::cardinal(i, Reading { joins: false, ..Reading::PLAIN })?;
    let (i, ()) = word("and")(i)?;
    let (i, count) = opt(alt((below_hundred, any(&["a", "an"]).map(|()| 1)))).parse(i)?;
    let (i, ()) = any(&["quarter", "quarters"])(i)?;
    let (i, _) = opt(of_a).parse(i)?;
    match count.unwrap_or(1) {
        count @ 1..=3 if before_unit(i) => Ok((i, whole.value + Decimal::from(count) / Decimal::from(4))),
        _ => no(),
    }
}

/// "half a", "half-an-", "half": before a unit; "half a dozen" is six.
fn half_a(i: Tokens<'_>) -> Out<'_, Decimal> {
    let (i, ()) = word("half")(i)?;
    let (i, _) = opt(alt((any(&["a", "an"]), (dash, any(&["a", "an"])).map(|_| ())))).parse(i)?;
    let (i, ()) = not((opt(dash), word("dozen"))).parse(i)?;
    Ok((i, Decimal::new(5, 1)))
}

/// "quarter of a century", "a quarter-century", "a quarter of an hour"; "a quarter" alone is three months.
fn quarter(i: Tokens<'_>) -> Out<'_, Decimal> {
    let (i, _) = opt(any(&["a", "one"])).parse(i)?;
    let (i, ()) = word("quarter")(i)?;
    let (rest, of) = opt(of_a).parse(i)?;
    let (unit, ()) = joint(rest)?;
    let divided = unit.first_among(&["hour", "century"]);
    if divided || of.is_some() && unit.first_in(WordClass::TIME_UNIT) {
        Ok((rest, Decimal::new(25, 2)))
    } else {
        no()
    }
}

/// The part behind a unit: "and a half", "and three quarters", "1/2".
pub(super) fn and_fraction(i: Tokens<'_>) -> Out<'_, Decimal> {
    let (i, and) = opt(word("and")).parse(i)?;
    let (i, part) = number::fraction_behind(i)?;
    // "two days half" says nothing of a part, nor does "an hour a third".
    let written = i.behind(1).is_some_and(|token| token.kind != TokenKind::Word);
    if and.is_none() && !written { no() } else { Ok((i, part)) }
}

/// How many of a unit; what its words are is known by the first letter.
pub(super) fn amount(i: Tokens<'_>) -> Out<'_, Amount> {
    let initial = i.first().map_or(0, |first| first.initial);
    let mut a_few = alt((
        phrase(&["a", "couple", "of"]).map(|()| Amount::Exactly(Decimal::TWO)),
        phrase(&["a", "couple"]).map(|()| Amount::Exactly(Decimal::TWO)),
        phrase(&["a", "few"]).map(|()| Amount::Vague(3)),
    ));
    let of_many =
        |i| terminated(any(&["hundreds", "thousands", "dozens", "tens", "scores"]), word("of")).parse(i);
    let worded = match initial {
        b'a' => a_few.parse(i),
        b'c' => alt((phrase(&["couple", "of"]), terminated(word("couple"), peek(unit_ahead))))
            .map(|()| Amount::Exactly(Decimal::TWO))
            .parse(i),
        b'f' => word("few").map(|()| Amount::Vague(3)).parse(i),
        b's' => alt((word("several"), of_many, some)).map(|()| Amount::Vague(3)).parse(i),
        b'm' => many.map(|()| Amount::Vague(3)).parse(i),
        b'h' | b't' | b'd' => of_many.map(|()| Amount::Vague(3)).parse(i),
        _ => no(),
    };
    worded.or_else(|_| one_or_spread(i)).or_else(|_| match initial {
        b'a' => any(&["a", "an", "another"]).map(|()| Amount::Exactly(Decimal::ONE)).parse(i),
        _ => no(),
    })
}

/// A unit of time.
fn unit_ahead(i: Tokens<'_>) -> Out<'_, ()> {
    if i.first_in(WordClass::TIME_UNIT) { Ok((i, ())) } else { no() }
}

/// "some" in "for some weeks": before units whose number is left open. "Some days" alone says how often.
fn some(i: Tokens<'_>) -> Out<'_, ()> {
    let led =
        behind_is(&i, 1, &["for", "after", "within", "took", "takes", "take", "lasted", "last", "spent"]);
    let units = i.nth(1).is_some_and(|unit| unit.is(WordClass::TIME_UNIT) && i.text_of(unit).ends_with('s'));
    let told =
        i.nth(2).is_some_and(|next| ["later", "ago", "earlier"].iter().any(|word| i.spells(next, word)));
    if (led || told) && units { word("some")(i) } else { no() }
}

/// "many", unless it repeats a number: "for the second time in as many weeks".
fn many(i: Tokens<'_>) -> Out<'_, ()> {
    let repeats = i.behind(1).is_some_and(|token| i.text_of(token).eq_ignore_ascii_case("as"));
    if repeats { no() } else { word("many")(i) }
}

/// "two", "two to three", "10-15"
fn one_or_spread(i: Tokens<'_>) -> Out<'_, Amount> {
    let (rest, low) = number(i)?;
    let further = |i| {
        let (i, ()) = alt((word("to"), word("or"), dash)).parse(i)?;
        number(i)
    };
    match further(rest) {
        Ok((end, high)) if low < high => Ok((end, Amount::Between(low, high))),
        Ok(_) | Err(_) => Ok((rest, Amount::Exactly(low))),
    }
}

/// A year in figures: four digits from 1000 to 2199.
pub(super) fn year_figure(i: Tokens<'_>) -> Out<'_, i16> {
    let (i, (value, len)) = figures(i)?;
    match i16::try_from(value) {
        Ok(year @ 1000..=2199) if len == 4 => Ok((i, year)),
        _ => no(),
    }
}

/// A year of two digits, by the hundred years up to thirty years from the turn of the century.
pub(super) const fn full_year(two_digits: i16) -> i16 {
    if two_digits < 30 { 2000 + two_digits } else { 1900 + two_digits }
}

/// A year behind a month or day: figures, words, or two figures with an apostrophe.
pub(super) fn year(i: Tokens<'_>) -> Out<'_, i16> {
    alt((year_figure, year_apostrophe, year_words)).parse(i)
}

fn year_apostrophe(i: Tokens<'_>) -> Out<'_, i16> {
    let (i, ()) = any(&["'", "\u{2019}", "\u{2018}"])(i)?;
    let (i, (value, len)) = figures(i)?;
    match i16::try_from(value) {
        Ok(value) if len == 2 => Ok((i, full_year(value))),
        _ => no(),
    }
}

/// "nineteen ninety-six", "nineteen hundred eighty", "two thousand and ten", "twenty twenty-six"
pub(super) fn year_words(i: Tokens<'_>) -> Out<'_, i16> {
    let thousand = |i| {
        let (i, ()) = phrase(&["two", "thousand"])(i)?;
        let (i, rest) = opt(nom::sequence::preceded(opt(word("and")), below_hundred)).parse(i)?;
        Ok((i, 2000 + rest.unwrap_or(0)))
    };
    let split = |i| {
        let (i, century) = below_hundred(i)?;
        if !(15..=20).contains(&century) {
            return no();
        }
        let (i, hundred) = opt(nom::sequence::preceded(word("hundred"), opt(word("and")))).parse(i)?;
        let oh = |i| {
            let (i, ()) = any(&["oh", "o"])(i)?;
            below_hundred(i).and_then(|(i, n)| if n < 10 { Ok((i, n)) } else { no() })
        };
        let plain = |i| {
            below_hundred(i).and_then(|(i, n)| if n > 9 || hundred.is_some() { Ok((i, n)) } else { no() })
        };
        let (i, rest) = alt((oh, plain)).parse(i)?;
        Ok((i, century * 100 + rest))
    };
    let (i, value) = alt((thousand, split)).parse(i)?;
    i16::try_from(value).map_or_else(|_| no(), |year| Ok((i, year)))
}
