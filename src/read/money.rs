//! Sums of money: the signs, codes and names before and behind a figure, and coins behind a sum.
//!
//! ```text
//! before  = letters? sign | code | million-code | loose                           "$" "US$" "USD" "MEUR"
//! behind  = "-"? (letters? sign | code | million-code | country* name) scale?       "euros" "-cent" "US dollars" "USD million"
//! minus   = ("-" | "−") sign, all glued | sign "(" figure ")"                       "-£5" "$(5)", as accounts have losses
//! one     = ("a" | "an") name coins                                               "a pound twenty"
//! coins   = ("and" | ",")? number coin | "and"? number at the end                   "3 dollars 50 cents", "$20 and 43"
//! ```
//!
//! Letters that are no sign, loose or joined to the digits, are in [`super::lettered`], the currencies in
//! [`super::currency`], when pounds are a weight in [`super::pounds`]; how figure and currency come together is for
//! [`super::figure`].

use super::{
    currency::{self, Currency},
    lettered,
    number::{Number, Reading, cardinal_word, number_as, scale_words, times},
    phrase::{Read, ask, behind_is, glued_dash, is_glued, mark, no, word},
    pounds,
};
use crate::text::{Case, Token, TokenKind, Tokens, WordClass};
use rust_decimal::Decimal;

/// What stands before a sum: its currency and the factor that a code carries, a million in "MEUR".
pub(super) type Before = (Currency, Decimal);

/// A sign, code or name before a figure.
pub(super) fn before(tokens: Tokens<'_>) -> Read<'_, Before> {
    let Some(first) = tokens.first() else { return no() };
    let written = tokens.text_of(first);
    if super::phrase::is_mark(first) {
        return match currency::sign(written) {
            Some(found @ Currency::Main(_)) => Ok((tokens.skip(1), (found, Decimal::ONE))),
            Some(Currency::Coin(..)) | None => no(),
        };
    }
    if !first.is(WordClass::CURRENCY) && first.case != Case::Upper {
        return no();
    }
    lettered_sign(tokens, first)
        .map(|(rest, codes)| (rest, (Currency::Main(codes), Decimal::ONE)))
        .or_else(|_| coded(tokens, first))
        .or_else(|_| lettered::loose(tokens, first).map(|(rest, found)| (rest, (found, Decimal::ONE))))
}

/// "US$", "A$", "c $": the letters tell which dollar. Loose letters that are words are not read.
fn lettered_sign<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, &'static [&'static str]> {
    let (rest, ()) = mark("$")(tokens.skip(1))?;
    let written = tokens.text_of(first);
    let is_loose = !is_glued(&tokens.skip(1));
    let is_word =
        matches!(written, "a" | "A" | "us" | "s" | "S" | "can" | "Can" | "r" | "R" | "j" | "z" | "n");
    if is_loose && is_word {
        return no();
    }
    ask(&tokens, first, currency::dollar_of).map_or_else(no, |codes| Ok((rest, codes)))
}

/// "USD", "MEUR" before digits.
fn coded<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, Before> {
    let rest = tokens.skip(1);
    if !rest.first_kind(TokenKind::Number) {
        return no();
    }
    let written = tokens.text_of(first);
    if let Some(code) = currency::code(written, true) {
        return Ok((rest, (Currency::Main(code), Decimal::ONE)));
    }
    million_code(written).map_or_else(no, |code| Ok((rest, (Currency::Main(code), million()))))
}

/// "MUSD": so many millions.
fn million_code(written: &str) -> Option<&'static [&'static str]> {
    let code = written.strip_prefix('M').filter(|code| code.len() == 3)?;
    currency::code(code, false).filter(|found| found[0] == code)
}

fn million() -> Decimal {
    Decimal::from(1_000_000)
}

/// A sign, code or name behind a figure, and the factor that it carries.
pub(super) fn behind<'a>(
    tokens: Tokens<'a>,
    start: &Tokens<'a>,
    number: &Number,
) -> Read<'a, (Currency, Decimal)> {
    // "30p", "5€" and "MUSD" are short for words that no list of words holds.
    let short = tokens
        .first()
        .is_some_and(|next| next.kind == TokenKind::Symbol || next.glued || next.case == Case::Upper);
    if !short && !tokens.ahead(WordClass::MONEY) {
        return no();
    }
    let rest = glued_dash(tokens).map_or(tokens, |(rest, ())| rest);
    let Some(first) = rest.first() else { return no() };
    let (end, found) = match first.kind {
        TokenKind::Symbol => sign_behind(rest, first)?,
        TokenKind::Word => sign_behind(rest, first)
            .or_else(|_| lettered_behind(rest, first))
            .or_else(|_| code_behind(rest, first))
            .or_else(|_| name_behind(rest, start, number))?,
        TokenKind::Number | TokenKind::Clitic | TokenKind::Punctuation | TokenKind::Link => return no(),
    };
    if let Some(code) = million_code(rest.text_of(first)) {
        return Ok((end, (Currency::Main(code), million())));
    }
    match scale_words(end) {
        Ok((end, factor)) if number.scale == Decimal::ONE => Ok((end, (found, factor))),
        Ok(_) | Err(_) => Ok((end, (found, Decimal::ONE))),
    }
}

/// "US$" behind a figure, unless it opens the next sum.
fn lettered_behind<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, Currency> {
    let (end, codes) = lettered_sign(tokens, first)?;
    if end.first_kind(TokenKind::Number) { no() } else { Ok((end, Currency::Main(codes))) }
}

/// A sign behind a figure, unless it opens the next sum.
fn sign_behind<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, Currency> {
    let Some(sign) = tokens.first() else { return no() };
    let opens_next = tokens.nth(1).is_some_and(|next| {
        next.kind == TokenKind::Number && (next.glued || !first.glued && is_last_sum(&tokens))
    });
    match currency::sign(tokens.text_of(sign)) {
        Some(found) if !opens_next => Ok((tokens.skip(1), found)),
        Some(_) | None => no(),
    }
}

/// Whether a loose sign stands between two figures and another name of money follows: "1 $ 10 dollars".
fn is_last_sum(tokens: &Tokens<'_>) -> bool {
    tokens.nth(2).is_some_and(|token| {
        token.kind == TokenKind::Word
            && ask(tokens, token, currency::name).is_some_and(|found| matches!(found, Currency::Main(_)))
    })
}

fn code_behind<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, Currency> {
    let written = tokens.text_of(first);
    if written == "RM" {
        return Ok((tokens.skip(1), Currency::Main(&["MYR"])));
    }
    let code = currency::code(written, false).or_else(|| million_code(written));
    code.map_or_else(no, |code| Ok((tokens.skip(1), Currency::Main(code))))
}

/// "dollars", "US dollars", "New Zealand dollars", "pounds sterling", "Swiss francs", "p", "c".
fn name_behind<'a>(tokens: Tokens<'a>, start: &Tokens<'a>, number: &Number) -> Read<'a, Currency> {
    let Some(first) = tokens.first() else { return no() };
    for words in 0..=2 {
        let Some(name) = tokens.nth(words).filter(|token| token.kind == TokenKind::Word) else { break };
        let Some(country) = words.checked_sub(1).and_then(|at| tokens.nth(at)) else { continue };
        // The "m" of "5m Swiss francs" is no part of the name.
        if first.glued {
            break;
        }
        let codes =
            ask(&tokens, country, |country| ask(&tokens, name, |name| currency::named(country, name)));
        if let Some(codes) = codes {
            return Ok((tokens.skip(words + 1), Currency::Main(codes)));
        }
        let is_cent = tokens.is_word(name, "cent") || tokens.is_word(name, "cents");
        let of = ask(&tokens, country, |country| currency::named(country, "dollar"));
        if let Some(of) = of.filter(|_| is_cent) {
            return Ok((tokens.skip(words + 1), Currency::Coin("cent", of)));
        }
    }
    let written = tokens.text_of(first);
    let rest = tokens.skip(1);
    if matches!(written, "p" | "c") {
        let coin = if written == "p" { "pence" } else { "cent" };
        let free = first.glued || written == "c" && rest.is_empty();
        return currency::name(coin).filter(|_| free).map_or_else(no, |found| Ok((rest, found)));
    }
    let Some(found) = ask(&tokens, first, currency::name) else { return no() };
    let rest = word("sterling")(rest).map_or(rest, |(rest, ())| rest);
    let is_sterling = rest != tokens.skip(1);
    let is_doubtful = ask(&tokens, first, |word| currency::is_doubtful(word).then_some(())).is_some();
    if is_doubtful && !is_sterling && matches!(found, Currency::Main(_)) {
        let spent = (1..=3).any(|n| behind_is(start, n, SPENDING));
        let large = number.scale >= Decimal::ONE_THOUSAND || number.value >= Decimal::from(100_000);
        let is_pounds = first.may_be("pound") || first.may_be("pounds");
        let weighed = is_pounds && !spent && pounds::weigh(start, rest);
        if weighed || !(spent || large || is_pounds && (pounds::pay(rest) || said_coins(rest).is_ok())) {
            return no();
        }
    }
    Ok((rest, found))
}

/// Words that make "pounds" money.
const SPENDING: &[&str] = &[
    "cost", "costs", "costing", "paid", "pay", "pays", "paying", "fined", "fine", "price", "priced", "worth",
    "bonus", "salary", "earn", "earned", "spent", "spend", "donated", "stole", "owed", "raised", "bid",
    "sold", "bought", "won",
];

/// "fifty" behind "two pounds": tens in words that end the phrase.
fn said_coins(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let of_ten =
        |token: &Token| tokens.text_of(token).ends_with("ty") && ask(&tokens, token, cardinal_word).is_some();
    if tokens.first().is_some_and(of_ten) { coins(tokens, Decimal::ONE) } else { no() }
}

/// "a pound twenty": one and its coins.
pub(super) fn one_and_coins(tokens: Tokens<'_>) -> Read<'_, (Currency, Decimal)> {
    if !tokens.first_is("a") && !tokens.first_is("an") {
        return no();
    }
    let rest = tokens.skip(1);
    let Some(name) = rest.first().filter(|name| name.is(WordClass::MONEY) && !name.glued) else {
        return no();
    };
    let is_one = ["pound", "buck", "dollar", "euro", "quid"].iter().any(|one| rest.is_word(name, one));
    match ask(&rest, name, currency::name) {
        Some(found @ Currency::Main(_)) if is_one => {
            let (rest, part) = said_coins(rest.skip(1))?;
            Ok((rest, (found, Decimal::ONE + part)))
        }
        Some(_) | None => no(),
    }
}

/// Whether a minus stands glued before the sign of a sum; a hyphen that opens its sentence is that of a list.
pub(super) fn minus(tokens: Tokens<'_>) -> Read<'_, ()> {
    let (Some(minus), Some(sign)) = (tokens.first(), tokens.nth(1)) else { return no() };
    let is_minus = match tokens.text_of(minus) {
        "\u{2212}" => true,
        "-" => tokens.behind(1).is_some_and(|before| before.kind != TokenKind::Number),
        _ => false,
    };
    let free = !minus.glued || tokens.behind(1).is_some_and(|before| tokens.text_of(before) == "(");
    let is_sum = sign.glued
        && super::phrase::is_mark(sign)
        && matches!(currency::sign(tokens.text_of(sign)), Some(Currency::Main(_)))
        && tokens.nth(2).is_some_and(|figure| figure.glued && figure.kind == TokenKind::Number);
    if is_minus && free && is_sum { Ok((tokens.skip(1), ())) } else { no() }
}

/// The figure of "$(1,250)", with the scale that may follow its bracket.
pub(super) fn in_brackets(tokens: Tokens<'_>) -> Read<'_, Number> {
    let (rest, ()) = mark("(")(tokens)?;
    let (rest, number) = number_as(rest, Reading::OF_MONEY)?;
    let (rest, ()) = mark(")")(rest)?;
    let is_loss = is_glued(&tokens) && number.value > Decimal::ZERO;
    if !is_loss {
        return no();
    }
    match scale_words(rest) {
        Ok((rest, factor)) if number.scale == Decimal::ONE => match times(number.value, factor) {
            Some(value) => Ok((rest, Number { value, scale: factor, ..number }.negated(true))),
            None => no(),
        },
        Ok(_) | Err(_) => Ok((rest, number.negated(true))),
    }
}

/// Coins behind a sum of whole units: "50 cents", "and 43c", or a bare number at the end.
pub(super) fn coins<'a>(tokens: Tokens<'a>, sum: Decimal) -> Read<'a, Decimal> {
    if !sum.fract().is_zero() {
        return no();
    }
    let rest = word("and")(tokens).or_else(|_| mark(",")(tokens)).map_or(tokens, |(rest, ())| rest);
    let (end, number) = number_as(rest, Reading::PLAIN)?;
    let in_range = number.value.fract().is_zero()
        && number.scale == Decimal::ONE
        && number.value > Decimal::ZERO
        && number.value < Decimal::ONE_HUNDRED;
    if !in_range {
        return no();
    }
    let behind = |tokens: Tokens<'a>| -> Read<'a, Currency> {
        let Some(first) = tokens.first() else { return no() };
        sign_behind(tokens, first).or_else(|_| name_behind(tokens, &rest, &number))
    };
    let part = number.value / Decimal::ONE_HUNDRED;
    match behind(end) {
        Ok((end, Currency::Coin(..))) => Ok((end, part)),
        Ok((_, Currency::Main(_))) => no(),
        Err(_) => {
            let ends = end
                .first()
                .is_none_or(|token| token.kind == TokenKind::Punctuation && !token.span.is_empty());
            let follows_comma = tokens.first_is(",");
            let is_hyphened = end.first_is("-");
            if ends && !follows_comma && !is_hyphened { Ok((end, part)) } else { no() }
        }
    }
}
