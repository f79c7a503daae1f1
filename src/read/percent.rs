//! Hundredths: what stands behind a figure.
//!
//! ```text
//! percent = "-"? ("%" | "percent" | "percents" | "per" "cent" | "pct" | "pc")
//! point   = "-"? ("percentage" | "%" | "per" "cent")-? ("point" | "points") | "pp"    "pp" behind "0.4", and "by 2"
//! part    = "‰" | "-"? "basis" "-"? ("point" | "points") | "bps"              of hundredths and of points: a tenth, a hundredth
//! ```

use super::phrase::{Read, any_phrase, behind_is, dash, glued_dash, mark, no, one_of, word};
use crate::{
    claim::Unit,
    text::{TokenKind, Tokens},
};
use rust_decimal::Decimal;

/// The sign or words for hundredths behind a figure, and what one of them is of the unit.
pub(super) fn percent(tokens: Tokens<'_>) -> Read<'_, (Unit, Decimal)> {
    if !may_open(tokens) {
        return no();
    }
    if let Ok(found) = part(tokens) {
        return Ok(found);
    }
    let (rest, unit) = whole(tokens)?;
    Ok((rest, (unit, Decimal::ONE)))
}

/// Whether the first token could be a word or sign for hundredths, or the dash before one, by its first byte: behind most
/// figures none stands.
fn may_open(tokens: Tokens<'_>) -> bool {
    tokens.first().is_some_and(|first| match first.kind {
        TokenKind::Word => matches!(first.initial, b'b' | b'p'),
        TokenKind::Punctuation | TokenKind::Symbol => first.may_be_dash() || first.initial == b'%',
        TokenKind::Number | TokenKind::Clitic | TokenKind::Link => false,
    })
}

/// Parts of hundredths: "‰", "basis points", "bps".
fn part(tokens: Tokens<'_>) -> Read<'_, (Unit, Decimal)> {
    if let Ok((rest, ())) = mark("\u{2030}")(tokens) {
        return Ok((rest, (Unit::Percent, Decimal::new(1, 1))));
    }
    let rest = glued_dash(tokens).map_or(tokens, |(rest, ())| rest);
    if rest.first().is_none_or(|first| first.initial != b'b') {
        return no();
    }
    let (rest, ()) = match word("bps")(rest) {
        Ok(found) => found,
        Err(_) => {
            let (rest, ()) = word("basis")(rest)?;
            one_of(&["point", "points"])(dash(rest).map_or(rest, |(rest, ())| rest))?
        }
    };
    Ok((rest, (Unit::PercentagePoint, Decimal::new(1, 2))))
}

/// "pp" for percentage points; that of a book's pages stands behind whole figures.
fn short_point(tokens: Tokens<'_>) -> Read<'_, Unit> {
    let (rest, ()) = one_of(&["pp", "ppt", "ppts"])(tokens)?;
    let is_part = tokens.behind(1).is_some_and(|figure| tokens.text_of(figure).contains('.'));
    let is_change = behind_is(&tokens, 2, &["by", "up", "down"]);
    if is_part || is_change { Ok((rest, Unit::PercentagePoint)) } else { no() }
}

fn whole(tokens: Tokens<'_>) -> Read<'_, Unit> {
    if let Ok(found) = short_point(tokens) {
        return Ok(found);
    }
    let rest = glued_dash(tokens).map_or(tokens, |(rest, ())| rest);
    let (rest, is_noun) = hundredths(rest)?;
    let point = one_of(&["point", "points"])(dash(rest).map_or(rest, |(rest, ())| rest));
    match point {
        Ok((rest, ())) => Ok((rest, Unit::PercentagePoint)),
        Err(_) if is_noun => no(),
        Err(_) => Ok((rest, Unit::Percent)),
    }
}

/// The words, and whether they need "points" behind them.
fn hundredths(tokens: Tokens<'_>) -> Read<'_, bool> {
    match mark("%")(tokens) {
        Ok((rest, ())) => Ok((rest, false)),
        Err(_) => any_phrase(
            tokens,
            &[
                (&["percent"], false),
                (&["per", "cent"], false),
                (&["per", "-", "cent"], false),
                (&["percentage"], true),
                (&["percents"], false),
                (&["pct", "."], false),
                (&["pct"], false),
                (&["pc"], false),
            ],
        ),
    }
}
