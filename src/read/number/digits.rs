//! Numbers in digits, with the signs that are glued to them.
//!
//! ```text
//! digits    = "." integer | spaced | marked | comma | plain
//! plain     = a number token                            "1,200" "5.2" "12,34,567"
//! spaced    = group (blank group){2,}                   "1 234 567", one group where the blank is a no-break one
//! marked    = group ("'" group)+ | group ("." group){2,}  "1'234'567" "1.234.567"
//! comma     = plain "," integer                         "1.111,11" "1,3": a decimal comma
//! exponent  = "e" sign? integer                         "1.2e6"
//! power     = "^" sign* integer | raised-digit+         "1.1^23" "10⁶"
//! ten       = ("×" | "x") "10" power                    "1.5 × 10^6"
//! ```

use super::super::phrase::{Read, behind_is, is_glued, mark, no};
use crate::claim::comparable;
use crate::text::{Token, TokenKind, Tokens};
use rust_decimal::Decimal;

/// The most digits that are read: what an exact decimal holds.
const MOST_DIGITS: usize = 28;

/// The largest power of ten that an exponent may name.
const LARGEST_EXPONENT: u32 = 28;

/// The largest power to which a figure may be raised.
const LARGEST_POWER: i32 = 64;

/// Digits as a value.
pub(super) fn digits(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let (rest, value) = bare_digits(tokens)?;
    exponent(rest, value)
        .or_else(|_| power(rest, value))
        .or_else(|_| times_ten(rest, value))
        .or(Ok((rest, value)))
}

fn bare_digits(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let Some(token) = tokens.first() else { return no() };
    match token.kind {
        TokenKind::Number => spaced(tokens, token)
            .or_else(|_| marked(tokens, token))
            .or_else(|_| decimal_comma(tokens, token))
            .or_else(|_| plain(tokens, token)),
        TokenKind::Punctuation => leading_point(tokens),
        TokenKind::Word | TokenKind::Clitic | TokenKind::Symbol | TokenKind::Link => no(),
    }
}

/// The value of a number token without what is glued to it.
fn plain<'a>(tokens: Tokens<'a>, token: &Token) -> Read<'a, Decimal> {
    value_of(tokens.text_of(token)).map_or_else(no, |value| Ok((tokens.skip(1), value)))
}

/// A whole number of digits alone: "12", not "1,200" or "5.2".
pub(super) fn integer(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    match tokens.first() {
        Some(token)
            if token.kind == TokenKind::Number
                && tokens.text_of(token).bytes().all(|b| b.is_ascii_digit()) =>
        {
            plain(tokens, token)
        }
        _ => no(),
    }
}

/// The value of digits with their commas.
pub(in crate::read) fn value_of(written: &str) -> Option<Decimal> {
    if let Some(value) = small_value(written) {
        return Some(value);
    }
    let mut kept = [0_u8; MOST_DIGITS + 1];
    let mut count = 0;
    for byte in written.bytes().filter(|byte| *byte != b',') {
        *kept.get_mut(count)? = byte;
        count += 1;
    }
    std::str::from_utf8(&kept[..count]).ok()?.parse().ok().and_then(comparable)
}

/// The value of up to eighteen digits, commas aside: nearly all of them.
fn small_value(written: &str) -> Option<Decimal> {
    if written.len() > 18 {
        return None;
    }
    let (mut value, mut places, mut is_fraction) = (0_i64, 0, false);
    for byte in written.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10 + i64::from(byte - b'0');
                places += u32::from(is_fraction);
            }
            b'.' if !is_fraction => is_fraction = true,
            b',' => {}
            _ => return None,
        }
    }
    Some(Decimal::new(value, places))
}

/// ".77", where nothing stands glued before the point.
fn leading_point(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let (rest, ()) = mark(".")(tokens)?;
    let stands_free = !is_glued(&tokens)
        || tokens
            .behind(1)
            .is_some_and(|token| matches!(tokens.text_of(token), "-" | "\u{2212}" | "$" | "£" | "€"));
    let Some(token) = rest.first().filter(|token| token.glued && stands_free) else { return no() };
    let written = rest.text_of(token);
    if token.kind != TokenKind::Number || written.contains(['.', ',']) || written.len() > MOST_DIGITS {
        return no();
    }
    let (rest, value) = integer(rest)?;
    let scale = u32::try_from(written.len()).unwrap_or(u32::MAX);
    shifted(value, scale, true).map_or_else(no, |value| Ok((rest, value)))
}

/// "1 234 567": groups of three digits, one blank apart.
fn spaced<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, Decimal> {
    let lead = tokens.text_of(first);
    if lead.len() > 3 || lead.contains(['.', ',']) || lead.starts_with('0') {
        return no();
    }
    let (_, mut value) = plain(tokens, first)?;
    let (mut at, mut end, mut only_wide) = (1, first.span.end(), true);
    while let Some(token) = tokens.nth(at).filter(|token| token.kind == TokenKind::Number && !token.glued) {
        let blank = &tokens.source()[end..token.span.start()];
        let (whole, fraction) = tokens.text_of(token).split_once('.').unwrap_or((tokens.text_of(token), ""));
        if whole.len() != 3 || !matches!(blank, " " | "\u{A0}" | "\u{202F}" | "\u{2009}") {
            break;
        }
        let Some(sum) = with_group(value, tokens.text_of(token)) else { break };
        only_wide &= blank != " ";
        value = sum;
        at += 1;
        end = token.span.end();
        if !fraction.is_empty() {
            break;
        }
    }
    if at >= 3 || at == 2 && only_wide { Ok((tokens.skip(at), value)) } else { no() }
}

/// A value with a further group of three digits behind it, and what the last may have behind a point.
fn with_group(value: Decimal, written: &str) -> Option<Decimal> {
    value.checked_mul(Decimal::ONE_THOUSAND)?.checked_add(value_of(written)?)
}

/// "1'234'567" and "1.234.567": groups of three digits with a mark glued between; two points at least, for one is that of
/// decimals.
fn marked<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, Decimal> {
    let lead = tokens.text_of(first);
    let Some(between) = tokens.nth(1).filter(|between| between.glued) else { return no() };
    let between = tokens.text_of(between);
    let least = match between {
        "'" | "\u{2019}" => 1,
        "." => 2,
        _ => return no(),
    };
    if lead.len() > 3 || lead.starts_with('0') || !lead.bytes().all(|byte| byte.is_ascii_digit()) {
        return no();
    }
    if behind_is(&tokens, 1, &["version", "v", "release", "build", "ip", "server", "address"]) {
        return no();
    }
    let (_, mut value) = plain(tokens, first)?;
    let mut rest = tokens.skip(1);
    let mut groups = 0;
    while let (Some(point), Some(group)) = (rest.first(), rest.nth(1)) {
        let written = rest.text_of(group);
        let is_group = group.kind == TokenKind::Number
            && group.glued
            && written.len() == 3
            && written.bytes().all(|byte| byte.is_ascii_digit());
        if !point.glued || rest.text_of(point) != between || !is_group {
            break;
        }
        let Some(sum) = with_group(value, written) else { return no() };
        value = sum;
        groups += 1;
        rest = rest.skip(2);
    }
    let runs_on = rest.first().is_some_and(|next| {
        next.glued && (next.kind != TokenKind::Punctuation || rest.nth(1).is_some_and(|next| next.glued))
    });
    if groups >= least && !runs_on { Ok((rest, value)) } else { no() }
}

/// "1,3" and "1.111,11": one or two digits behind a comma, and no list of numbers around it.
fn decimal_comma<'a>(tokens: Tokens<'a>, first: &Token) -> Read<'a, Decimal> {
    let lead = tokens.text_of(first);
    let grouped = lead.split_once('.').is_some_and(|(_, group)| group.len() == 3);
    if lead.contains(',') || lead.contains('.') && !grouped {
        return no();
    }
    let (rest, ()) = mark(",")(tokens.skip(1))?;
    let in_list =
        |token: Option<&Token>| token.is_some_and(|token| token.glued && tokens.text_of(token) == ",");
    let Some(last) = rest.first().filter(|token| token.glued && is_glued(&tokens.skip(1))) else {
        return no();
    };
    let written = rest.text_of(last);
    let is_list = in_list(tokens.behind(1)) && is_glued(&tokens)
        || in_list(rest.nth(1)) && rest.nth(2).is_some_and(|token| token.glued);
    if written.len() > 2 || is_list {
        return no();
    }
    let (rest, fraction) = integer(rest)?;
    let whole =
        if grouped { plain(tokens, first)?.1.checked_mul(Decimal::ONE_THOUSAND) } else { value_of(lead) };
    let fraction = shifted(fraction, u32::try_from(written.len()).unwrap_or(2), true);
    match whole.zip(fraction).and_then(|(whole, fraction)| whole.checked_add(fraction)) {
        Some(value) => Ok((rest, value)),
        None => no(),
    }
}

/// "e6", "e+14", "e-1" behind digits.
fn exponent(tokens: Tokens<'_>, value: Decimal) -> Read<'_, Decimal> {
    let Some(token) = tokens.first().filter(|token| token.glued && token.kind == TokenKind::Word) else {
        return no();
    };
    let written = tokens.text_of(token);
    let Some(joined) = written.strip_prefix(['e', 'E']) else { return no() };
    let (rest, by, down) = if joined.is_empty() {
        let (rest, down) = signs(tokens.skip(1));
        let Some(token) = rest.first().filter(|token| token.glued && token.kind == TokenKind::Number) else {
            return no();
        };
        (rest.skip(1), rest.text_of(token), down)
    } else {
        (tokens.skip(1), joined, false)
    };
    let by = by.parse().ok().filter(|by| *by <= LARGEST_EXPONENT);
    by.and_then(|by| shifted(value, by, down)).map_or_else(no, |value| Ok((rest, value)))
}

/// "^23", "^-1" behind digits, or the same raised behind ten: a raised figure elsewhere points to a note.
fn power(tokens: Tokens<'_>, value: Decimal) -> Read<'_, Decimal> {
    let (rest, exponent) = match mark("^")(tokens) {
        Ok((rest, ())) => {
            let (rest, down) = signs(rest);
            let (rest, by) = integer(rest)?;
            let Ok(by) = i32::try_from(by) else { return no() };
            (rest, if down { -by } else { by })
        }
        Err(_) if value == Decimal::TEN => raised_digits(tokens)?,
        Err(_) => return no(),
    };
    if exponent.abs() > LARGEST_POWER {
        return no();
    }
    let raised = (0..exponent.abs()).try_fold(Decimal::ONE, |raised, _| raised.checked_mul(value));
    let raised =
        if exponent < 0 { raised.and_then(|raised| Decimal::ONE.checked_div(raised)) } else { raised };
    raised.map_or_else(no, |raised| Ok((rest, raised)))
}

/// "⁶", "¹²", "⁻³", glued, as an exponent.
fn raised_digits(tokens: Tokens<'_>) -> Read<'_, i32> {
    const DIGITS: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
    let is_down = tokens.first().is_some_and(|sign| sign.glued && tokens.text_of(sign) == "⁻");
    let mut rest = if is_down { tokens.skip(1) } else { tokens };
    let mut by: Option<i32> = None;
    while let Some(token) = rest.first().filter(|token| token.glued)
        && let Some(digit) = DIGITS.iter().position(|digit| *digit == rest.text_of(token))
    {
        by = i32::try_from(digit)
            .ok()
            .and_then(|digit| by.unwrap_or_default().checked_mul(10)?.checked_add(digit));
        if by.is_none() {
            return no();
        }
        rest = rest.skip(1);
    }
    match by {
        Some(by) if is_down => Ok((rest, -by)),
        // "10²" is as often a note to ten.
        Some(by) if by > 2 => Ok((rest, by)),
        Some(_) | None => no(),
    }
}

/// "× 10^6" behind digits.
fn times_ten(tokens: Tokens<'_>, value: Decimal) -> Read<'_, Decimal> {
    let sign = tokens.first().map(|token| tokens.text_of(token));
    if !matches!(sign, Some("×" | "x")) || !tokens.nth(1).is_some_and(|ten| tokens.text_of(ten) == "10") {
        return no();
    }
    let (rest, ten) = power(tokens.skip(2), Decimal::TEN)?;
    value.checked_mul(ten).map_or_else(no, |value| Ok((rest, value)))
}

/// The signs before an exponent: whether they make it negative.
fn signs(tokens: Tokens<'_>) -> (Tokens<'_>, bool) {
    let (mut rest, mut down) = (tokens, false);
    for _ in 0..2 {
        match rest.first().map(|token| rest.text_of(token)) {
            Some("-" | "\u{2212}") => down = !down,
            Some("+") => {}
            _ => break,
        }
        rest = rest.skip(1);
    }
    (rest, down)
}

/// A value moved by places of ten, up or down; none where an exact decimal cannot hold it.
fn shifted(value: Decimal, by: u32, down: bool) -> Option<Decimal> {
    let ten = (0..by).try_fold(Decimal::ONE, |ten, _| ten.checked_mul(Decimal::TEN))?;
    if down { value.checked_div(ten) } else { value.checked_mul(ten) }
}
