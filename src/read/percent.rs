//! Hundredths: what stands behind a figure.
//!
//! ```text
//! percent = "-"? ("%" | "percent" | "percents" | "per" "cent" | "pct" | "pc")
//! point   = "-"? ("percentage" | "%" | "per" "cent")-? ("point" | "points") | "pp"
//! ```

use super::phrase::{Read, any_phrase, dash, glued_dash, mark, no, one_of};
use crate::{
    claim::Unit,
    text::{TokenKind, Tokens},
};

/// The sign or words for hundredths behind a figure.
pub(super) fn percent(tokens: Tokens<'_>) -> Read<'_, Unit> {
    // All words for it start with one letter.
    if tokens.first().is_none_or(|first| first.kind == TokenKind::Word && first.initial != b'p') {
        return no();
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
