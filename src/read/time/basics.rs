//! The smallest productions of time: words, figures, number words, amounts and years.
//!
//! ```text
//! figure   = digit+                                        no grouping, no fraction
//! dash     = "-" | "–" | "—"                               with or without blanks
//! cardinal = tens ["-"] one | teen | one | cardinal "hundred" | cardinal "thousand"
//! ordinal  = "first" … "thirty-first" | figure ("st" | "nd" | "rd" | "th")
//! amount   = number ["and a half" | fraction] [("to" | "or" | dash) number] | "a" | "several" | "a few" | "a couple of"
//! year     = 1000 … 2199 | "'" figure | "nineteen" tens | "two thousand" ["and"] cardinal
//! ```

use super::words::{self, look_up};
use crate::{
    claim::Amount,
    text::{TokenKind, Tokens, WordClass},
};
use nom::{IResult, Parser, branch::alt, combinator::opt};
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
pub(super) fn needs(i: Tokens<'_>, classes: WordClass) -> Out<'_, ()> {
    if i.ahead(classes) { Ok((i, ())) } else { no() }
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
    match i.first() {
        Some(token)
            if token.kind == TokenKind::Punctuation
                && matches!(i.text_of(token), "-" | "–" | "—" | "−" | "‐" | "‑") =>
        {
            Ok((i.skip(1), ()))
        }
        Some(token) if i.text_of(token) == "~" => Ok((i.skip(1), ())),
        _ => no(),
    }
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

/// A cardinal in words, under a million.
pub(super) fn cardinal(i: Tokens<'_>) -> Out<'_, u32> {
    let big =
        alt((word("hundred").map(|()| 100), word("thousand").map(|()| 1000), word("dozen").map(|()| 12)));
    let scaled = alt((below_hundred, any(&["a", "an"]).map(|()| 1))).and(big);
    let rest = opt(nom::sequence::preceded(opt(word("and")), below_hundred));
    let grand = (scaled, opt(hundreds), rest)
        .map(|((low, big), hundreds, rest)| low * big + hundreds.unwrap_or(0) + rest.unwrap_or(0));
    alt((grand, below_hundred)).parse(i)
}

fn hundreds(i: Tokens<'_>) -> Out<'_, u32> {
    let (i, low) = below_hundred(i)?;
    let (i, ()) = word("hundred")(i)?;
    Ok((i, low * 100))
}

/// A cardinal below a hundred in words.
pub(super) fn below_hundred(i: Tokens<'_>) -> Out<'_, u32> {
    let (rest, tens) = listed(WordClass::CARDINAL, words::CARDINALS)(i)?;
    if tens < 20 {
        return Ok((rest, tens));
    }
    let ones = |i| {
        let (i, ()) = joint(i)?;
        let (i, ones) = listed(WordClass::CARDINAL, words::CARDINALS)(i)?;
        if (1..=9).contains(&ones) { Ok((i, ones)) } else { no() }
    };
    let (rest, ones) = opt(ones).parse(rest)?;
    Ok((rest, tens + ones.unwrap_or(0)))
}

/// An ordinal in words or figures, up to 99.
pub(super) fn ordinal(i: Tokens<'_>) -> Out<'_, u32> {
    alt((ordinal_figure, ordinal_word)).parse(i)
}

/// "21st"
pub(super) fn ordinal_figure(i: Tokens<'_>) -> Out<'_, u32> {
    let (i, value) = figure(1, 99, 2)(i)?;
    match i.first() {
        Some(token)
            if token.glued
                && ["st", "nd", "rd", "th"].iter().any(|end| i.text_of(token).eq_ignore_ascii_case(end)) =>
        {
            Ok((i.skip(1), value))
        }
        _ => no(),
    }
}

fn ordinal_word(i: Tokens<'_>) -> Out<'_, u32> {
    if let Ok((rest, value)) = listed(WordClass::ORDINAL, words::ORDINALS)(i) {
        return Ok((rest, value));
    }
    let (i, tens) = listed(WordClass::CARDINAL, words::CARDINALS)(i)?;
    let (i, ()) = joint(i)?;
    let (i, ones) = listed(WordClass::ORDINAL, words::ORDINALS)(i)?;
    if tens >= 20 && ones < 10 { Ok((i, tens + ones)) } else { no() }
}

/// A number with its fraction: "2", "2.5", "two", "2 1/2", "two and a half", "half a".
pub(super) fn number(i: Tokens<'_>) -> Out<'_, Decimal> {
    if let Ok(out) = fraction(i) {
        return Ok(out);
    }
    let (i, whole) = alt((decimal, cardinal.map(Decimal::from))).parse(i)?;
    let (i, part) = opt(and_fraction).parse(i)?;
    Ok((i, whole + part.unwrap_or_default()))
}

/// Figures with grouping and decimal point.
pub(super) fn decimal(i: Tokens<'_>) -> Out<'_, Decimal> {
    let Some(token) = i.first().filter(|token| token.kind == TokenKind::Number) else { return no() };
    let text = i.text_of(token);
    if text.len() > 12 {
        return no();
    }
    let parsed = if text.contains(',') { text.replace(',', "").parse() } else { text.parse() };
    match parsed {
        Ok(value) => Ok((i.skip(1), value)),
        Err(_) => no(),
    }
}

/// "1/2", "½", "half a", "three quarters of an"
fn fraction(i: Tokens<'_>) -> Out<'_, Decimal> {
    let half_a = |i| {
        let (i, ()) = word("half")(i)?;
        let (i, _) = opt(any(&["a", "an"])).parse(i)?;
        Ok((i, Decimal::new(5, 1)))
    };
    let quarters = |i| {
        let (i, count) = alt((below_hundred, any(&["a", "an"]).map(|()| 1))).parse(i)?;
        let (i, ()) = joint(i)?;
        let (i, ()) = any(&["quarter", "quarters"])(i)?;
        let (i, ()) = word("of")(i)?;
        let (i, ()) = any(&["a", "an"])(i)?;
        if (1..=3).contains(&count) { Ok((i, Decimal::from(count) / Decimal::from(4))) } else { no() }
    };
    alt((half_a, quarters, slashed, sign)).parse(i)
}

/// "and a half", "1/2", "and three quarters"
pub(super) fn and_fraction(i: Tokens<'_>) -> Out<'_, Decimal> {
    let half = |i| {
        let (i, ()) = word("and")(i)?;
        let (i, _) = opt(any(&["a", "an", "one"])).parse(i)?;
        let (i, ()) = word("half")(i)?;
        Ok((i, Decimal::new(5, 1)))
    };
    let hyphened = |i| {
        let (i, ()) = phrase(&["-", "and", "-", "a", "-", "half"])(i)?;
        Ok((i, Decimal::new(5, 1)))
    };
    let quarters = |i| {
        let (i, ()) = word("and")(i)?;
        let (i, _) = opt(any(&["a", "an"])).parse(i)?;
        let (i, count) = opt(below_hundred).parse(i)?;
        let (i, ()) = any(&["quarter", "quarters"])(i)?;
        let (i, _) = opt(word("of")).parse(i)?;
        match count.unwrap_or(1) {
            count @ 1..=3 => Ok((i, Decimal::from(count) / Decimal::from(4))),
            _ => no(),
        }
    };
    let joined = |i| {
        let (i, ()) = joint(i)?;
        let (i, _) = opt(word("and")).parse(i)?;
        alt((slashed, sign)).parse(i)
    };
    alt((half, hyphened, quarters, joined)).parse(i)
}

/// "3/4"
fn slashed(i: Tokens<'_>) -> Out<'_, Decimal> {
    let (i, over) = figure(1, 9, 1)(i)?;
    let (i, ()) = glued("/")(i)?;
    let (i, under) = figure(2, 8, 1)(i)?;
    if over < under { Ok((i, Decimal::from(over) / Decimal::from(under))) } else { no() }
}

fn sign(i: Tokens<'_>) -> Out<'_, Decimal> {
    let hundredths = match i.first().map(|token| i.text_of(token)) {
        Some("½") => 50,
        Some("¼") => 25,
        Some("¾") => 75,
        _ => return no(),
    };
    Ok((i.skip(1), Decimal::new(hundredths, 2)))
}

/// How many of a unit.
pub(super) fn amount(i: Tokens<'_>) -> Out<'_, Amount> {
    alt((
        phrase(&["a", "couple", "of"]).map(|()| Amount::Exactly(Decimal::TWO)),
        phrase(&["couple", "of"]).map(|()| Amount::Exactly(Decimal::TWO)),
        phrase(&["a", "couple"]).map(|()| Amount::Exactly(Decimal::TWO)),
        phrase(&["a", "few"]).map(|()| Amount::Vague(3)),
        word("few").map(|()| Amount::Vague(3)),
        word("several").map(|()| Amount::Vague(3)),
        word("many").map(|()| Amount::Vague(3)),
        spread,
        number.map(Amount::Exactly),
        any(&["a", "an", "another"]).map(|()| Amount::Exactly(Decimal::ONE)),
    ))
    .parse(i)
}

/// "two to three", "10-15"
fn spread(i: Tokens<'_>) -> Out<'_, Amount> {
    let (i, low) = number(i)?;
    let (i, ()) = alt((word("to"), word("or"), dash)).parse(i)?;
    let (i, high) = number(i)?;
    if low < high { Ok((i, Amount::Between(low, high))) } else { no() }
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
        let (i, century) = listed(WordClass::CARDINAL, words::CARDINALS)(i)?;
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
