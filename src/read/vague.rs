//! Vague amounts: "dozens", "several hundred", "tens of thousands", "a few".
//!
//! ```text
//! vague    = "a"? opener scale? | "a"? "couple" "of" scale | plural ("of" plural)?
//! opener   = "couple" ("of")? | "few" | "handful" | "several"
//! plural   = "dozens" | "scores" | "hundreds" | "thousands" | ...
//! ```
//!
//! What each word admits stands in `rules/policy/figures.toml`.

use super::{
    number::{scale_words, times},
    phrase::{Read, ask, glued_dash, is_break, no, word},
};
use crate::{
    claim::Bound,
    rules::FigurePolicy,
    text::{Token, TokenKind, Tokens, WordClass},
};
use rust_decimal::Decimal;

/// A vague amount.
pub(super) fn vague<'a>(tokens: Tokens<'a>, policy: &FigurePolicy) -> Read<'a, Bound> {
    let (rest, article) = match word("a")(tokens) {
        Ok((rest, ())) => (rest, true),
        Err(_) => (tokens, false),
    };
    let Some(token) = rest.first().filter(|token| token.is(WordClass::BOUND | WordClass::CARDINAL)) else {
        return no();
    };
    let Some(bound) = ask(&rest, token, |word| policy.vague(word)) else { return no() };
    let kind = ask(&rest, token, |word| Some(kind(word))).unwrap_or(Kind::Plural);
    let rest = rest.skip(1);
    // "a couple of hundred" is a couple hundred.
    let of_scale = word("of")(rest).ok().map(|(scale, ())| scale).filter(|_| matches!(kind, Kind::Couple));
    let found = of_scale.map_or_else(no, factor).or_else(|_| factor(rest));
    // "a couple of million-pound homes" are two homes.
    let found =
        found.and_then(|(rest, factor)| if glued_dash(rest).is_ok() { no() } else { Ok((rest, factor)) });
    let (rest, factor) = found.unwrap_or((rest, None));
    let scaled = factor.is_some();
    let fits = match kind {
        Kind::Opener => article || tokens.behind(1).is_none() && rest.is_empty(),
        // "a couple" without "of" is two people who belong together.
        Kind::Couple => scaled || rest.first_is("of") || rest.first_is("more"),
        Kind::Several => !article && !is_break(&rest),
        Kind::Loose => !article && (scaled || rest.first_is("of")),
        Kind::Plural => !article && !follows_figure(&tokens),
    };
    // A figure that a reader takes the word for is none of its multiples.
    let bound = match (bound, factor) {
        (bound, None) => Some(bound),
        (Bound::Vague { stated: _, low, high }, Some(factor)) => {
            let multiple = |end: Option<Decimal>| end.map(|end| times(end, factor));
            match (multiple(low), multiple(high)) {
                (Some(None), _) | (_, Some(None)) => None,
                (low, high) => Some(Bound::Vague { stated: None, low: low.flatten(), high: high.flatten() }),
            }
        }
        (_, Some(_)) => None,
    };
    bound.filter(|_| fits).map_or_else(no, |bound| Ok((rest, bound)))
}

/// How a vague word stands in its phrase.
#[derive(Clone, Copy)]
enum Kind {
    /// Wants "a": "few", "handful".
    Opener,
    Couple,
    Several,
    /// Wants "of": "scores", "tens".
    Loose,
    Plural,
}

fn kind(word: &str) -> Kind {
    match word {
        "few" | "handful" => Kind::Opener,
        "couple" => Kind::Couple,
        "several" => Kind::Several,
        "scores" | "tens" => Kind::Loose,
        _ => Kind::Plural,
    }
}

/// The scale behind a vague word: "hundred" in "several hundred", "of thousands" in "tens of thousands".
fn factor(tokens: Tokens<'_>) -> Read<'_, Option<Decimal>> {
    let hundred = |tokens: Tokens<'_>| tokens.first_is("hundred") || tokens.first_is("hundreds");
    if let Ok((rest, ())) = word("of")(tokens) {
        let is_plural = rest.first().is_some_and(|token: &Token| {
            token.kind == TokenKind::Word
                && token.is(WordClass::CARDINAL)
                && rest.text_of(token).ends_with('s')
        });
        return match scale_words(rest) {
            Ok((rest, factor)) if is_plural => Ok((rest, Some(factor))),
            Err(_) if is_plural && hundred(rest) => Ok((rest.skip(1), Some(Decimal::ONE_HUNDRED))),
            Ok(_) | Err(_) => no(),
        };
    }
    if hundred(tokens) {
        let rest = tokens.skip(1);
        return match scale_words(rest) {
            Ok((rest, factor)) => Ok((rest, factor.checked_mul(Decimal::ONE_HUNDRED))),
            Err(_) => Ok((rest, Some(Decimal::ONE_HUNDRED))),
        };
    }
    let (rest, factor) = scale_words(tokens)?;
    Ok((rest, Some(factor)))
}

/// Whether a figure stands before, whose scale the word is then.
fn follows_figure(tokens: &Tokens<'_>) -> bool {
    tokens.behind(1).is_some_and(|token| token.kind == TokenKind::Number || token.is(WordClass::CARDINAL))
}
