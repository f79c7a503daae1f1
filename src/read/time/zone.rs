//! The zones behind times of day.
//!
//! ```text
//! zone     = name | "(" name ")"
//! name     = "GMT" [("+" | "-") hours [":" minutes]] | "EST" | "Eastern" ["time"] | "local time"
//! ```

use super::basics::{Out, any, dash, figure, glued, no, word};
use super::words;
use crate::text::{Case, Tokens, WordSet};
use nom::{Parser, branch::alt, combinator::opt};

/// The zone behind a clock time.
pub(super) fn zone(i: Tokens<'_>) -> Out<'_, String> {
    let bracketed = |i| {
        let (i, ()) = word("(")(i)?;
        let (i, name) = zone_name(i)?;
        let (i, ()) = word(")")(i)?;
        Ok((i, name))
    };
    alt((zone_name, bracketed)).parse(i)
}

static ZONES: WordSet = WordSet::of(words::ZONES);

/// The regions that times are named after.
pub(super) const REGIONS: &[&str] =
    &["eastern", "central", "mountain", "pacific", "local", "atlantic", "moscow", "beijing"];

fn zone_name(i: Tokens<'_>) -> Out<'_, String> {
    let Some(token) = i.first() else { return no() };
    let text = i.text_of(token);
    if ZONES.holds(token, i.source())
        && (token.case == Case::Upper && text.len() > 1
            || matches!(text, "gmt" | "utc" | "est" | "edt" | "pst" | "pdt" | "bst" | "cet"))
    {
        let offset = |i| {
            let (i, _) = alt((word("+"), dash)).parse(i)?;
            let (i, _) = figure(0, 14, 2)(i)?;
            let (i, _) = opt((glued(":"), figure(0, 59, 2))).parse(i)?;
            Ok((i, ()))
        };
        let rest = i.skip(1);
        let (rest, _) = opt(offset).parse(rest)?;
        return Ok((rest, i.until(&rest).text().to_ascii_uppercase()));
    }
    let region = REGIONS.iter().find(|region| text.eq_ignore_ascii_case(region));
    if let Some(region) = region {
        let (rest, _) = opt(any(&["standard", "daylight"])).parse(i.skip(1))?;
        let (rest, time) = opt(word("time")).parse(rest)?;
        if time.is_some() || matches!(*region, "eastern" | "pacific") && token.is_capitalised() {
            return Ok((rest, i.until(&rest).text().to_ascii_lowercase()));
        }
    }
    no()
}
