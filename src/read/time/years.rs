//! Years, behind a month or alone.
//!
//! ```text
//! behind   = ["," | "of" | "in"] year | "of" tens | pick "year"
//! alone    = ["the"] "year" year | year                          where what stands around lets it be one
//! ```

use super::basics::{
    Out, any, behind_is, comma, figures, full_year, no, word, year, year_figure, year_words,
};
use super::{dates::day_span_mark, figures::figures_touch_before, relative};
use crate::{
    claim::YearSaid,
    text::{Case, TokenKind, Tokens, WordClass},
};
use nom::{Parser, branch::alt, combinator::opt, sequence::preceded};

/// The year behind a date: ", 2026", "of next year", "last year", "in 2019".
pub(super) fn year_behind(i: Tokens<'_>) -> Out<'_, YearSaid> {
    let absolute = |i| {
        let (i, joint) =
            opt(alt((word(",").map(|()| false), word("of").map(|()| true), word("in").map(|()| false))))
                .parse(i)?;
        let (i, year) = if joint == Some(true) { alt((year, tens_of_century)).parse(i)? } else { year(i)? };
        if year_like_figure(i) { no() } else { Ok((i, YearSaid::Absolute(year))) }
    };
    alt((absolute, year_pick)).parse(i)
}

/// "87" in "April of 87": two figures that can be no day of the month.
fn tens_of_century(i: Tokens<'_>) -> Out<'_, i16> {
    let (i, (value, len)) = figures(i)?;
    let closes =
        i.first().is_none_or(|next| next.kind == TokenKind::Punctuation && !next.glued || i.first_is("."))
            || i.first_in(WordClass::PREPOSITION | WordClass::FUNCTION);
    match i16::try_from(value) {
        Ok(value @ 32..) if len == 2 && closes => Ok((i, full_year(value))),
        Ok(_) | Err(_) => no(),
    }
}

/// Whether what follows shows that the four digits were no year: "Feb. 1, 1200 people".
fn year_like_figure(i: Tokens<'_>) -> bool {
    i.first_in(WordClass::PEOPLE)
        || i.first_is("%")
        || i.first_is("percent")
        || i.first().is_some_and(|t| t.glued && i.text_of(t) == ":")
}

/// "last year", "of this year", "next year"
pub(super) fn year_pick(i: Tokens<'_>) -> Out<'_, YearSaid> {
    let (i, ()) = comma(i)?;
    let (i, _) = opt(alt((word("of"), word("in")))).parse(i)?;
    let (i, _) = opt(word("the")).parse(i)?;
    let (i, which) = relative::pick(i)?;
    let (i, ()) = any(&["year", "yr"])(i)?;
    if i.first_is("'s") || i.first_is("-") { no() } else { Ok((i, YearSaid::Relative(which))) }
}

/// A year alone, where what stands around it lets it be one.
pub(super) fn year_only(i: Tokens<'_>) -> Out<'_, i16> {
    let named = preceded((word("the"), any(&["year", "years"])), year);
    if let Ok(out) = alt((named, preceded(word("year"), year_figure))).parse(i) {
        return Ok(out);
    }
    let (rest, found) = alt((year_figure, year_words)).parse(i)?;
    let in_words = i.first().is_some_and(|token| token.kind == TokenKind::Word);
    if in_words {
        return if led_by_year_word(i) || rest.is_empty() || found % 100 != 0 && found < 2000 {
            Ok((rest, found))
        } else {
            no()
        };
    }
    // "Ext. 2002": the dot of an abbreviation does not part them.
    let far = usize::from(i.behind(1).is_some_and(|dot| dot.glued && i.text_of(dot) == "."));
    let before = i.behind(1).map(|token| i.text_of(token));
    let number = i.behind(1 + far).map(|token| i.text_of(token));
    let touches = i.first().is_some_and(|token| token.glued)
        && !before.is_some_and(|mark| {
            matches!(mark, "(" | "-" | "–" | "—" | "/" | "'" | "\"" | "~" | "=" | "`" | "[")
        });
    let figure_sign =
        i.behind(1).is_some_and(|token| {
            token.kind == TokenKind::Symbol && !matches!(i.text_of(token), "=" | "~" | "|")
        }) || number.is_some_and(|word| {
            [
                "no",
                "nos",
                "#",
                "ext",
                "extension",
                "page",
                "room",
                "flight",
                "route",
                "highway",
                "chapter",
                "code",
                "h.r",
                "h.r.",
            ]
            .iter()
            .any(|w| word.eq_ignore_ascii_case(w))
        }) || is_labelled(i);
    let counted = counts(rest, found) && !led_firmly(i) || range_counts(rest);
    let unit_behind = counted
        || rest.first_is("%")
        || rest.first_is("percent")
        || rest.first_is("hours")
        || rest.first().is_some_and(|token| {
            token.glued && (token.kind == TokenKind::Word || matches!(rest.text_of(token), ":" | "°"))
        });
    let plausible = (1700..=2100).contains(&found) || (1000..1700).contains(&found) && led_by_year_word(i);
    if touches || figure_sign || unit_behind || !plausible || figures_touch_before(i) && !range_of_years(i) {
        return no();
    }
    Ok((rest, found))
}

/// Whether a label makes a number of the figure: "Section 1983", "Box 1990". Makers have years as well: "Boeing 2019 profits".
fn is_labelled(i: Tokens<'_>) -> bool {
    const ALSO_OF_YEARS: &[&str] =
        &["boeing", "airbus", "apollo", "formula", "area", "unit", "title", "catch", "channel", "exit"];
    i.behind(1).is_some_and(|label| {
        label.is(WordClass::LABEL)
            && label.is_capitalised()
            && !ALSO_OF_YEARS.iter().any(|word| i.spells(label, word))
    })
}

/// "1991-1997"
fn range_of_years(i: Tokens<'_>) -> bool {
    i.behind(2).is_some_and(|token| {
        i.text_of(token).len() == 4 && i.text_of(token).bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a figure is of an address: "the 1900 block of Elm Street", "at 1990 West".
fn is_address(rest: Tokens<'_>) -> bool {
    rest.first_among(&["block", "blocks"])
        || rest.first_among(&["north", "south", "east", "west"])
            && rest.first().is_some_and(crate::text::Token::is_capitalised)
}

/// Whether a figure counts what follows: "2000 troops", "1850 metres"; the plural behind "1996" is no count.
fn counts(rest: Tokens<'_>, figure: i16) -> bool {
    rest.first_in(WordClass::UNIT | WordClass::CURRENCY | WordClass::PEOPLE | WordClass::TIME_UNIT)
        || is_address(rest)
        || rest.first().is_some_and(|token| {
            token.kind == TokenKind::Word
                && token.case == Case::Lower
                && rest.text_of(token).ends_with('s')
                && !rest.first_among(&["is", "was", "has", "as", "its", "this", "his"])
                && (figure % 50 == 0 || !(1900..=2040).contains(&figure))
        })
}

/// "1500 to 2000 people": neither figure is a year.
fn range_counts(rest: Tokens<'_>) -> bool {
    let second = |i| {
        let (i, ()) = day_span_mark(i)?;
        year_figure(i)
    };
    second(rest).is_ok_and(|(rest, second)| counts(rest, second))
}

/// Whether the word before leaves no doubt: "in 2000 people feared it".
fn led_firmly(i: Tokens<'_>) -> bool {
    behind_is(&i, 1, &["in", "since", "during", "until", "till", "fiscal"])
}

fn led_by_year_word(i: Tokens<'_>) -> bool {
    const LEADS: &[&str] = &[
        "in", "since", "by", "until", "till", "of", "from", "to", "during", "before", "after", "through",
        "for", "mid", "early", "late", "between", "and", "around", "about", "circa", "(", "-", "–", "year",
        "fiscal", "than", "or", "the",
    ];
    behind_is(&i, 1, LEADS)
}
