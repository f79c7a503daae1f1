//! Sums that open with letters: codes glued to digits, and the letters by which a country's papers write its money.
//!
//! ```text
//! joined  = letters digits ("," group)* ("." digits)? scale?      one token or more, all glued: "USD115.5" "P3,000" "R200m"
//! loose   = letters "."? before digits                           "Rs. 500" "Ksh 400m" "RM 42" "dlrs 30"
//! scale   = letter | word                                        "m" "bn" "million"
//! ```
//!
//! One letter names a sum only with groups of thousands or a scale behind it: "R22" and "N95" are things, "R200m" is money.
//! Other signs, codes and names are for [`super::money`].

use super::{
    currency::{self, Currency},
    number::{Number, scale_letter, scale_words, times, value_of},
    phrase::{Read, ask, is_glued, mark, no},
};
use crate::text::{Token, TokenKind, Tokens, WordClass};
use rust_decimal::Decimal;

/// The currency that letters before digits stand for, capitals but for those of old newswires; the last says whether
/// they do so without more.
fn letters(written: &str) -> Option<(&'static [&'static str], bool)> {
    Some(match written {
        "RM" => (&["MYR"], true),
        "RMB" => (&["CNY"], true),
        "Rs" => (&["INR", "PKR", "LKR", "NPR"], true),
        "Rp" => (&["IDR"], true),
        "Tk" => (&["BDT"], true),
        "DM" => (&["DEM"], true),
        "SFr" | "Sfr" => (&["CHF"], true),
        "Sh" | "Shs" => (&["KES", "UGX", "TZS"], true),
        "KSh" | "Ksh" | "KShs" | "Kshs" => (&["KES"], true),
        "TSh" | "Tsh" => (&["TZS"], true),
        "USh" | "Ush" => (&["UGX"], true),
        "GHS" => (&["GHS"], true),
        "dlrs" | "Dlrs" => (&["USD"], true),
        "Kr" => (&["SEK", "NOK", "DKK"], true),
        "R" => (&["ZAR"], false),
        "P" => (&["PHP", "BWP"], false),
        "N" => (&["NGN"], false),
        "K" => (&["ZMW", "MWK", "PGK", "MMK"], false),
        "Q" => (&["GTQ"], false),
        _ => return None,
    })
}

/// The most bytes of letters that may stand before the digits of one token.
const LONGEST: usize = 5;

/// Whether a word is capital letters, few, with digits behind them: "USD115", "R200m".
pub(super) fn joins_digits(tokens: &Tokens<'_>, token: &Token) -> bool {
    token.is(WordClass::LETTERED)
        && token.is_capitalised()
        && tokens.text_of(token).bytes().take(LONGEST).skip(1).any(|byte| byte.is_ascii_digit())
}

/// Letters and digits without a blank.
pub(super) fn joined(tokens: Tokens<'_>) -> Read<'_, (Currency, Number)> {
    let Some(token) =
        tokens.first().filter(|token| token.kind == TokenKind::Word && joins_digits(&tokens, token))
    else {
        return no();
    };
    let written = tokens.text_of(token);
    let start = written.find(|c: char| c.is_ascii_digit()).unwrap_or(written.len());
    let (before, behind) = written.split_at(start);
    let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    let (digits, tail) = behind.split_at(end);
    let (codes, is_plain) = match letters(before) {
        Some(found) => found,
        None if before.bytes().all(|byte| byte.is_ascii_uppercase()) => match currency::code(before, true) {
            Some(codes) => (codes, true),
            None => return no(),
        },
        None => return no(),
    };
    let rest = tokens.skip(1);
    let (rest, value, is_grouped) = if tail.is_empty() { further(rest, digits) } else { (rest, None, false) };
    let Some(value) = value.or_else(|| value_of(digits)) else { return no() };
    let scaled =
        if tail.is_empty() { scale(rest).ok() } else { scale_letter(tail).map(|scale| (rest, scale)) };
    let (rest, scale) = match scaled {
        Some((rest, scale)) => (rest, Some(scale)),
        None if !tail.is_empty() => return no(),
        None => (rest, None),
    };
    if !is_plain && !is_grouped && scale.is_none() {
        return no();
    }
    let factor = scale.unwrap_or(Decimal::ONE);
    let Some(value) = times(value, factor) else { return no() };
    let number = Number { value, scale: factor, in_words: scale.is_some() };
    Ok((rest, (Currency::Main(codes), number)))
}

/// What goes on behind the first digits: groups of thousands and a fraction; and whether groups are among it.
fn further<'a>(tokens: Tokens<'a>, digits: &str) -> (Tokens<'a>, Option<Decimal>, bool) {
    let Some(next) = tokens.nth(1).filter(|next| next.kind == TokenKind::Number && next.glued) else {
        return (tokens, None, false);
    };
    let written = tokens.text_of(next);
    let group = written.split(['.', ',']).next().unwrap_or_default();
    let is_group = tokens.first_is(",") && group.len() == 3 && digits.len() <= 3;
    let is_fraction = tokens.first_is(".") && group.len() == written.len();
    if !is_glued(&tokens) || !(is_group || is_fraction) {
        return (tokens, None, false);
    }
    let sign = if is_fraction { "." } else { "" };
    match value_of(&format!("{digits}{sign}{written}")) {
        Some(value) => (tokens.skip(2), Some(value), is_group),
        None => (tokens, None, false),
    }
}

/// A letter glued to digits, or scale words.
fn scale(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let letter = tokens.first().filter(|token| token.glued && token.kind == TokenKind::Word);
    match letter.and_then(|token| scale_letter(tokens.text_of(token))) {
        Some(factor) => Ok((tokens.skip(1), factor)),
        None => scale_words(tokens),
    }
}

/// Letters with a blank before the digits.
pub(super) fn loose<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, Currency> {
    let written = tokens.text_of(first);
    let rest = tokens.skip(1);
    let rest = mark(".")(rest).map_or(rest, |(rest, ())| rest);
    let found = if written == "rs" || written == "RS" { letters("Rs") } else { letters(written) };
    match found {
        Some((codes, true)) if rest.first_kind(TokenKind::Number) => Ok((rest, Currency::Main(codes))),
        Some(_) | None => ringgit(tokens, first),
    }
}

/// "ringgit 42", "Malaysian ringgit 42".
fn ringgit<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, Currency> {
    let rest = ask(&tokens, first, |word| match word {
        "ringgit" | "ringgits" => Some(tokens.skip(1)),
        "malaysia" | "malaysian"
            if tokens.skip(1).first_is("ringgit") || tokens.skip(1).first_is("ringgits") =>
        {
            Some(tokens.skip(2))
        }
        _ => None,
    });
    match rest.filter(|rest| rest.first_kind(TokenKind::Number)) {
        Some(rest) => Ok((rest, Currency::Main(&["MYR"]))),
        None => no(),
    }
}
