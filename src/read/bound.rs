//! The words before and behind a figure that bound it.
//!
//! ```text
//! lead       = hedge* (comparison | fixed | sign) hedge*   "at least", "no more than", "well over", ">="
//!            | slight (comparison | fixed)                 "just over", "a little less than": near the figure
//!            | ("almost" | "nearly" ...) ("a" | "an")      before digits: "nearly a 20 percent rise"
//! comparison = ("equal" "to" "or")? ("no" | "not" | "any")? comparative ("or" "equal")? ("than" | "to") ("or" "equal" "to")?
//! slight     = "just"? ("slightly" | "a" "little" | "a" "bit") | "just" | "little"
//! fixed      = "at" "least" | "up" "to" | "as" "many" "as" | "over" | "nearly" | "about" | ...
//! tail       = "or" "more" | "and" "over" | "-"? "plus" | "+" | "or" "so" | "-" "odd" | "-"? "ish" | "at" "most" | ...
//! ```
//!
//! What a bound makes of a figure is [`apply`]; which figure it is belongs to [`super::figure`].

use super::{
    currency,
    number::cardinal_word,
    phrase::{
        Read, any_phrase, ask, dash, first, glued_dash, is_break, is_glued, mark, no, one_of, phrase, word,
    },
};
use crate::{
    claim::Bound,
    rules::FigurePolicy,
    text::{TokenKind, Tokens, WordClass},
};
use rust_decimal::Decimal;

/// What a bound says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    JustOver,
    JustUnder,
    About,
    /// "-odd": so many and some more, short of the next round figure.
    Odd,
    Exactly,
}

use Limit::{About, AtLeast, AtMost, Exactly, JustOver, JustUnder, LessThan, MoreThan, Odd};

/// Fixed leads by their first word; of two that start alike the longer stands first.
fn fixed(first: &str) -> &'static [(&'static [&'static str], Limit)] {
    match first {
        "at" => &[(&["at", "least"], AtLeast), (&["at", "most"], AtMost), (&["at", "a", "minimum"], AtLeast)],
        "up" => &[(&["up", "to"], AtMost)],
        "as" => &[
            (&["as", "many", "as"], AtMost),
            (&["as", "much", "as"], AtMost),
            (&["as", "high", "as"], AtMost),
            (&["as", "few", "as"], AtLeast),
            (&["as", "little", "as"], AtLeast),
            (&["as", "low", "as"], AtLeast),
        ],
        "a" => &[
            (&["a", "minimum", "of"], AtLeast),
            (&["a", "maximum", "of"], AtMost),
            (&["a", "total", "of"], Exactly),
        ],
        "an" => &[(&["an", "estimated"], About)],
        "in" => &[(&["in", "excess", "of"], MoreThan)],
        "upward" | "upwards" => &[(&["upward", "of"], AtLeast), (&["upwards", "of"], AtLeast)],
        "north" => &[(&["north", "of"], MoreThan)],
        "over" => &[(&["over"], MoreThan)],
        "above" => &[(&["above"], MoreThan)],
        "beyond" => &[(&["beyond"], MoreThan)],
        "exceeding" => &[(&["exceeding"], MoreThan)],
        "exceed" => &[(&["exceed"], MoreThan)],
        "exceeds" => &[(&["exceeds"], MoreThan)],
        "exceeded" => &[(&["exceeded"], MoreThan)],
        "under" => &[(&["under"], LessThan)],
        "below" => &[(&["below"], LessThan)],
        "nearly" => &[(&["nearly"], JustUnder)],
        "almost" => &[(&["almost"], JustUnder)],
        "approaching" => &[(&["approaching"], JustUnder)],
        "close" => &[(&["close", "to"], About)],
        "about" => &[(&["about"], About)],
        "around" => &[(&["around"], About)],
        "roughly" => &[(&["roughly"], About)],
        "approximately" => &[(&["approximately"], About)],
        "approx" => &[(&["approx", "."], About), (&["approx"], About)],
        "circa" => &[(&["circa"], About)],
        "estimated" => &[(&["estimated", "at"], About), (&["estimated"], About)],
        "some" => &[(&["some"], About)],
        "minimum" => &[(&["minimum", "of"], AtLeast)],
        "maximum" => &[(&["maximum", "of"], AtMost)],
        "exactly" => &[(&["exactly"], Exactly)],
        "equal" => &[(&["equal", "to"], Exactly)],
        "equals" => &[(&["equals", "to"], Exactly), (&["equals"], Exactly)],
        _ => &[],
    }
}

/// The words that a lead starts with.
pub(super) const WORDS: &[(&str, WordClass)] = {
    const B: WordClass = WordClass::BOUND;
    const V: WordClass = WordClass::VAGUE;
    &[
        ("at", B),
        ("up", B),
        ("as", B),
        ("a", B),
        ("an", B),
        ("in", B),
        ("upward", B),
        ("upwards", B),
        ("north", B),
        ("over", B),
        ("above", B),
        ("beyond", B),
        ("exceeding", B),
        ("exceed", B),
        ("exceeds", B),
        ("exceeded", B),
        ("under", B),
        ("below", B),
        ("nearly", B),
        ("almost", B),
        ("approaching", B),
        ("close", B),
        ("about", B),
        ("around", B),
        ("roughly", B),
        ("approximately", B),
        ("approx", B),
        ("circa", B),
        ("estimated", B),
        ("some", B),
        ("minimum", B),
        ("maximum", B),
        ("exactly", B),
        ("equal", B),
        ("equals", B),
        ("no", B),
        ("not", B),
        ("any", B),
        ("more", B),
        ("greater", B),
        ("larger", B),
        ("higher", B),
        ("bigger", B),
        ("longer", B),
        ("heavier", B),
        ("older", B),
        ("taller", B),
        ("deeper", B),
        ("fewer", B),
        ("less", B),
        ("lower", B),
        ("smaller", B),
        ("shorter", B),
        ("lighter", B),
        ("younger", B),
        ("just", B),
        ("well", B),
        ("slightly", B),
        ("little", B),
        ("far", B),
        ("between", B),
        ("from", B),
        ("minus", B),
        ("negative", B),
        ("point", B),
        ("several", B.union(V)),
        ("few", B.union(V)),
        ("couple", B.union(V)),
        ("scores", B.union(V)),
        ("tens", B.union(V)),
        ("handful", B.union(V)),
        ("quarter", V),
        ("quarters", V),
    ]
};

/// The bound before a figure.
pub(super) fn lead(tokens: Tokens<'_>) -> Read<'_, Limit> {
    let Some(token) = tokens.first() else { return no() };
    match token.kind {
        TokenKind::Word if token.is(WordClass::BOUND) => worded(tokens),
        TokenKind::Symbol | TokenKind::Punctuation => sign(tokens),
        TokenKind::Word | TokenKind::Number | TokenKind::Clitic | TokenKind::Link => no(),
    }
}

/// Leads that an article may follow: "nearly a 20 percent rise"; not "over a 10-year stretch", "about a 20-mile race".
const BEFORE_ARTICLE: &[&str] = &["almost", "nearly", "roughly", "approximately"];

fn worded(tokens: Tokens<'_>) -> Read<'_, Limit> {
    let (rest, limit) = one_lead(tokens)?;
    if tokens.first_among(BEFORE_ARTICLE)
        && let Ok((figure, ())) = one_of(&["a", "an"])(rest)
        && figure.first_kind(TokenKind::Number)
    {
        return Ok((figure, limit));
    }
    // "at least about 40" is at least 40, "about more than 40" more than 40; of two other bounds the second is left unread.
    match one_lead(rest) {
        Ok((rest, second)) if limit == About => Ok((rest, second)),
        Ok((rest, About | Exactly)) => Ok((rest, limit)),
        Ok(_) | Err(_) => Ok((rest, limit)),
    }
}

/// Verbs that "over" belongs to: eight who are handed over are not more than eight.
const WITH_OVER: [&str; 13] = [
    "hand", "hands", "handed", "handing", "turned", "turning", "signed", "signing", "knocked", "knocking",
    "ran", "rolled", "crossed",
];

/// Verbs that "up" belongs to: a fare that goes up to two euros is two euros.
const WITH_UP: [&str; 26] = [
    "go", "goes", "going", "went", "gone", "shot", "crept", "creeps", "creeping", "climbs", "climbed",
    "climbing", "moved", "moving", "pushed", "pushing", "edge", "edges", "edged", "edging", "inched",
    "ticked", "nudged", "bumped", "jumped", "rounded",
];

fn one_lead(tokens: Tokens<'_>) -> Read<'_, Limit> {
    if !tokens.first_in(WordClass::BOUND) {
        return no();
    }
    let behind = |verbs: &[&str]| {
        let verb = tokens.behind(1).map_or("", |verb| tokens.text_of(verb));
        verbs.iter().any(|one| verb.eq_ignore_ascii_case(one))
    };
    // "4 per cent over two years" says for how long.
    let spread = || {
        tokens.behind(1).is_some_and(|before| {
            before.kind == TokenKind::Number
                || ["%", "percent", "cent", "million", "billion"].contains(&tokens.text_of(before))
        })
    };
    if tokens.first_is("over") && (behind(&WITH_OVER) || spread())
        || tokens.first_is("up") && behind(&WITH_UP)
    {
        return no();
    }
    if let Ok((rest, ())) = slight(tokens) {
        match unhedged(rest) {
            Ok((rest, MoreThan)) => return Ok((rest, JustOver)),
            Ok((rest, LessThan)) => return Ok((rest, JustUnder)),
            Ok(_) | Err(_) => {}
        }
    }
    unhedged(one_of(&["just", "well", "slightly", "far"])(tokens).map_or(tokens, |(rest, ())| rest))
}

/// "just", "a little": words before "over" and "less than" that keep the figure near.
fn slight(tokens: Tokens<'_>) -> Read<'_, ()> {
    any_phrase(
        tokens,
        &[
            (&["just", "a", "little"], ()),
            (&["just", "a", "bit"], ()),
            (&["just", "slightly"], ()),
            (&["just"], ()),
            (&["slightly"], ()),
            (&["a", "little"], ()),
            (&["a", "bit"], ()),
            (&["little"], ()),
        ],
    )
}

fn unhedged(tokens: Tokens<'_>) -> Read<'_, Limit> {
    let table = tokens.first().and_then(|token| ask(&tokens, token, |word| Some(fixed(word))));
    any_phrase(tokens, table.unwrap_or(&[])).or_else(|_| comparison(tokens))
}

fn comparison(tokens: Tokens<'_>) -> Read<'_, Limit> {
    let (rest, or_equal) = match phrase(&["equal", "to", "or"])(tokens) {
        Ok((rest, ())) => (rest, true),
        Err(_) => (tokens, false),
    };
    let (rest, negated) = match one_of(&["no", "not", "any"])(rest) {
        Ok((rest, ())) => (rest, true),
        Err(_) => (rest, false),
    };
    let (rest, up) = first(rest, comparative)?;
    let (rest, or_equal) = match phrase(&["or", "equal"])(rest) {
        Ok((rest, ())) => (rest, true),
        Err(_) => (rest, or_equal),
    };
    // "more-than 40" is a slip that is printed.
    let rest = glued_dash(rest).map_or(rest, |(rest, ())| rest);
    let rest = word("than")(rest).or_else(|error| if or_equal { word("to")(rest) } else { Err(error) })?.0;
    let (rest, or_equal) = match phrase(&["or", "equal", "to"])(rest) {
        Ok((rest, ())) => (rest, true),
        Err(_) => (rest, or_equal),
    };
    Ok((
        rest,
        match (up, negated, or_equal) {
            (true, false, false) => MoreThan,
            (true, false, true) | (false, true, _) => AtLeast,
            (false, false, false) => LessThan,
            (false, false, true) | (true, true, _) => AtMost,
        },
    ))
}

/// Whether a comparative points up.
fn comparative(word: &str) -> Option<bool> {
    match word {
        "more" | "greater" | "larger" | "higher" | "bigger" | "longer" | "heavier" | "older" | "taller"
        | "deeper" => Some(true),
        "fewer" | "less" | "lower" | "smaller" | "shorter" | "lighter" | "younger" => Some(false),
        _ => None,
    }
}

/// ">", ">=", "≤", "~"
fn sign(tokens: Tokens<'_>) -> Read<'_, Limit> {
    let Some(token) = tokens.first() else { return no() };
    // "=>" and "<>" are no comparisons.
    if token.glued && tokens.behind(1).is_some_and(|before| matches!(tokens.text_of(before), "<" | ">" | "="))
    {
        return no();
    }
    let rest = tokens.skip(1);
    let (up, with) = match tokens.text_of(token) {
        ">" => (true, mark("=")(rest)),
        "<" => (false, mark("=")(rest)),
        "\u{2265}" => return Ok((rest, AtLeast)),
        "\u{2264}" => return Ok((rest, AtMost)),
        "~" | "\u{2248}" => return Ok((rest, About)),
        _ => return no(),
    };
    Ok(match (up, with) {
        (true, Ok((rest, ()))) => (rest, AtLeast),
        (false, Ok((rest, ()))) => (rest, AtMost),
        (true, Err(_)) => (rest, MoreThan),
        (false, Err(_)) => (rest, LessThan),
    })
}

/// The bound behind a figure.
pub(super) fn tail(tokens: Tokens<'_>) -> Read<'_, Limit> {
    let Some(token) = tokens.first() else { return no() };
    match token.kind {
        TokenKind::Word | TokenKind::Clitic => worded_tail(tokens),
        TokenKind::Symbol => plus_sign(tokens),
        TokenKind::Punctuation => hyphened_tail(tokens),
        TokenKind::Number | TokenKind::Link => no(),
    }
}

fn worded_tail(tokens: Tokens<'_>) -> Read<'_, Limit> {
    let conjunction = first(tokens, |word| match word {
        "or" => Some(true),
        "and" => Some(false),
        _ => None,
    });
    if let Ok((rest, is_or)) = conjunction {
        if is_or && rest.first_is("so") {
            return Ok((rest.skip(1), About));
        }
        let (end, limit) = first(rest, |word| match word {
            "more" | "over" | "above" | "older" | "up" | "upwards" | "upward" => Some(AtLeast),
            "under" | "below" | "younger" => Some(AtMost),
            "greater" | "higher" | "larger" | "longer" | "bigger" | "heavier" if is_or => Some(AtLeast),
            "less" | "fewer" | "lower" | "smaller" | "shorter" if is_or => Some(AtMost),
            _ => None,
        })?;
        // "200 or greater than 190" goes on with another figure; "20 and more were hurt" does too.
        let end = if is_or && is_break(&end.skip(1)) {
            word("than")(end).map_or(end, |(end, ())| end)
        } else {
            end
        };
        let goes_on = end.first_is("than")
            || !is_or && !(is_break(&end) || end.first_in(WordClass::PREPOSITION) || end.first_is("in"));
        return if goes_on || starts_number(&end) { no() } else { Ok((end, limit)) };
    }
    let (rest, limit) = any_phrase(
        tokens,
        &[
            (&["plus"], AtLeast),
            (&["odd"], Odd),
            (&["ish"], About),
            (&["at", "least"], AtLeast),
            (&["at", "most"], AtMost),
            (&["at", "the", "most"], AtMost),
            (&["at", "the", "least"], AtLeast),
            (&["give", "or", "take"], About),
            (&["max"], AtMost),
        ],
    )?;
    let free = match limit {
        About => rest != tokens.skip(1) || is_glued(&tokens),
        Odd => !is_break(&rest) || is_glued(&tokens),
        // "$5m plus costs" is a sum and something more, "50 plus guests" fifty or more, "a $5m plus deal" one of five or more.
        AtLeast if tokens.first_is("plus") => {
            let is_sum = sum_ending(&tokens).is_some_and(|start| {
                !tokens.behind(start + 1).is_some_and(|article| tokens.spells(article, "a"))
            });
            is_break(&rest)
                || !is_sum
                    && !starts_number(&rest)
                    && !rest.first_in(WordClass::DETERMINER)
                    && !rest.first_kind(TokenKind::Symbol)
        }
        AtLeast | AtMost | MoreThan | LessThan | JustOver | JustUnder | Exactly => is_break(&rest),
    };
    if free { Ok((rest, limit)) } else { no() }
}

/// How many tokens back a sum of money begins that ends here: "$5 million", "€20m", "5m euros".
fn sum_ending(tokens: &Tokens<'_>) -> Option<usize> {
    /// A figure, a scale in letters or words, and the sign.
    const REACH: usize = 4;
    let is_figure = |back: &usize| {
        tokens.behind(*back).is_some_and(|part| {
            part.kind == TokenKind::Number
                || part.is(WordClass::CARDINAL)
                || part.glued && part.kind == TokenKind::Word
        })
    };
    if tokens.behind(1).is_some_and(|name| name.kind == TokenKind::Word && name.is(WordClass::CURRENCY)) {
        return Some(1 + (2..=REACH).take_while(is_figure).count());
    }
    let sign = 1 + (1..=REACH).take_while(is_figure).count();
    let is_sign = tokens.behind(sign).is_some_and(|token| currency::sign(tokens.text_of(token)).is_some());
    (is_sign && sign > 1).then_some(sign)
}

/// "20+", but not in a sum.
fn plus_sign(tokens: Tokens<'_>) -> Read<'_, Limit> {
    let (rest, ()) = mark("+")(tokens)?;
    if is_glued(&tokens) && !rest.first_kind(TokenKind::Number) { Ok((rest, AtLeast)) } else { no() }
}

/// "20-plus", "40-odd", "40-ish"
fn hyphened_tail(tokens: Tokens<'_>) -> Read<'_, Limit> {
    let (rest, ()) = dash(tokens)?;
    let (end, limit) = first(rest, |word| match word {
        "plus" => Some(AtLeast),
        "odd" => Some(Odd),
        "ish" => Some(About),
        _ => None,
    })?;
    let end = glued_dash(end).map_or(end, |(end, ())| end);
    Ok((end, limit))
}

fn starts_number(tokens: &Tokens<'_>) -> bool {
    tokens.first().is_some_and(|token| {
        token.kind == TokenKind::Number
            || token.is(WordClass::CARDINAL) && ask(tokens, token, cardinal_word).is_some()
    })
}

/// The bound that words before and behind a figure make of it.
pub(super) fn apply(limit: Limit, stated: Decimal, policy: &FigurePolicy) -> Bound {
    match limit {
        AtLeast => Bound::AtLeast(stated),
        MoreThan => Bound::MoreThan(stated),
        AtMost => Bound::AtMost(stated),
        LessThan => Bound::LessThan(stated),
        JustOver => policy.just_over(stated),
        JustUnder => policy.just_under(stated),
        About => policy.about(stated),
        Odd => odd(stated).unwrap_or_else(|| policy.about(stated)),
        Exactly => Bound::Exactly(stated),
    }
}

/// From a round figure to the last one before the next: "40-odd" is 40 to 49, "200-odd" 200 to 299.
fn odd(stated: Decimal) -> Option<Bound> {
    let figure = stated.normalize();
    let mut step = Decimal::ONE;
    while (figure % (step * Decimal::TEN)).is_zero() && step * Decimal::TEN <= figure {
        step *= Decimal::TEN;
    }
    let fits = figure.is_integer() && step > Decimal::ONE;
    fits.then(|| Bound::Between { low: figure, high: figure + step - Decimal::ONE })
}
