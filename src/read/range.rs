//! Two figures with what lies between them.
//!
//! ```text
//! range     = "between" item "and" item | "from" item "to" item | item ("to" | "-" | "through" | "~" | "or") item
//! ```
//!
//! The ends are items of [`super::item`]; years are told from them here, for those are of [`super::time`].

use super::{
    item::{Item, Kind, item},
    number::{Reading, times},
    phrase::{Read, behind_is, dash, is_dash, is_glued, no, word},
    silence,
};
use crate::text::{Case, Tokens, WordClass};
use rust_decimal::Decimal;
use std::ops::Deref;

pub(super) type Ends = (Decimal, Decimal, Option<Kind>);

/// Two figures with what lies between them, unless they are years; `lone` is the number at the first token.
pub(super) fn range<'a>(tokens: Tokens<'a>, lone: &impl Deref<Target = Read<'a, Item>>) -> Read<'a, Ends> {
    let (rest, (low, high, kind)) = figures_between(tokens, lone)?;
    let year = |n: Decimal| n >= Decimal::from(1700) && n <= Decimal::from(2100) && n.is_integer();
    let counted = rest.first().is_some_and(|next| {
        next.is(WordClass::PEOPLE | WordClass::UNIT | WordClass::CURRENCY)
            || next.case == Case::Lower && rest.text_of(next).ends_with('s')
    });
    let years =
        kind.is_none() && year(low) && year(high) && !counted && !tokens.until(&rest).text().contains(',');
    if years { no() } else { Ok((rest, (low, high, kind))) }
}

/// Two figures with what lies between them.
fn figures_between<'a>(tokens: Tokens<'a>, lone: &impl Deref<Target = Read<'a, Item>>) -> Read<'a, Ends> {
    let Some(token) = tokens.first() else { return no() };
    if token.is(WordClass::BOUND) {
        if let Ok((rest, ())) = word("between")(tokens) {
            return pair(rest, Reading::PLAIN, "and")
                .or_else(|_| pair(rest, Reading { joins: false, ..Reading::PLAIN }, "and"));
        }
        if let Ok((rest, ())) = word("from")(tokens) {
            return if is_of_change(&tokens) { no() } else { pair(rest, Reading::PLAIN, "to") };
        }
    }
    let in_chain = token.glued && tokens.behind(1).is_some_and(|before| is_dash(&tokens, before));
    if in_chain || silence::is_part(&tokens) {
        return no();
    }
    let (rest, low) = (**lone).clone()?;
    let (between, how) = separator(rest)?;
    if how == Separator::Word && behind_is(&tokens, 1, &["from", "by"]) && is_of_change(&tokens) {
        return no();
    }
    let (end, high) = item(between, Reading::PLAIN)?;
    let (low_end, high_end, kind) = merged(low, high)?;
    let fits = match how {
        Separator::Word => true,
        Separator::Or => high_end <= low_end * Decimal::TWO,
        Separator::Dash => {
            let width = |tokens: &Tokens<'_>| tokens.first().map_or(0, |token| token.span.len());
            kind.is_some() || !silence::is_score(&tokens, &end, false, (width(&tokens), width(&between)))
        }
    };
    if fits { Ok((end, (low_end, high_end, kind))) } else { no() }
}

/// How far before "from" the word may stand that tells of a change.
const CHANGE_REACH: usize = 8;

/// Whether something changes from one figure to another: what rose from 20 to 30 was never between them.
fn is_of_change(tokens: &Tokens<'_>) -> bool {
    (1..=CHANGE_REACH)
        .take_while(|&n| !behind_is(tokens, n, &[",", ".", ";", ":", "(", ")"]))
        .any(|n| behind_is(tokens, n, silence::CHANGES))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Word,
    Or,
    Dash,
}

fn separator(tokens: Tokens<'_>) -> Read<'_, Separator> {
    let Some(token) = tokens.first() else { return no() };
    let rest = tokens.skip(1);
    match tokens.text_of(token) {
        "to" | "through" | "till" => Ok((rest, Separator::Word)),
        "or" => Ok((rest, Separator::Or)),
        "~" if token.glued && is_glued(&rest) => Ok((rest, Separator::Dash)),
        "\u{2014}" => no(),
        _ => {
            let (rest, ()) = dash(tokens)?;
            if token.glued == is_glued(&rest) { Ok((rest, Separator::Dash)) } else { no() }
        }
    }
}

pub(super) fn pair<'a>(tokens: Tokens<'a>, how: Reading, between: &'static str) -> Read<'a, Ends> {
    let (rest, low) = item(tokens, how)?;
    let (rest, ()) = word(between)(rest)?;
    let (rest, high) = item(rest, Reading::PLAIN)?;
    let ends = merged(low, high)?;
    Ok((rest, ends))
}

/// The ends of a range in one kind, the lower with the scale of the higher: "$5-10 million".
fn merged(low: Item, high: Item) -> Result<Ends, nom::Err<()>> {
    let wrong = Err(nom::Err::Error(()));
    if low.tail.is_some() || high.tail.is_some() {
        return wrong;
    }
    let kind = match (low.kind, high.kind) {
        (None, None) => None,
        (None, Some(kind)) if !high.led => Some(kind),
        (Some(kind), None) if low.led => Some(kind),
        (Some(one), Some(other)) if one == other => Some(one),
        (None | Some(_), Some(_)) | (Some(_), None) => return wrong,
    };
    let (mut from, to) = (low.number.value, high.number.value);
    let shares = low.kind.is_none() || low.led;
    if shares
        && low.number.scale == Decimal::ONE
        && high.number.scale != Decimal::ONE
        && from < to / high.number.scale
    {
        from = times(from, high.number.scale).unwrap_or(from);
    }
    if from < to { Ok((from, to, kind)) } else { wrong }
}
