//! What the parts of a list come to.

use super::part::{Part, Scene};
use crate::{
    claim::{Bound, Count, Group, Reference, Unit},
    text::Tokens,
};
use rust_decimal::Decimal;

/// The group that several parts make together, without its parts.
pub(super) fn of(parts: &[Part], tokens: Tokens<'_>, scene: &Scene<'_>) -> Group {
    let bound = parts.iter().skip(1).fold(parts[0].bound, |sum, part| add(&sum, &part.bound));
    let head = parts[0].head(tokens);
    let one_head = parts.iter().all(|part| part.head(tokens) == head);
    let population = parts[0].population(tokens, scene);
    let one_population = parts.iter().all(|part| part.population(tokens, scene) == population);
    Group {
        count: Count::of(bound, Unit::Of("person".to_owned())),
        head: if one_head { head } else { "person".to_owned() },
        modifiers: Vec::new(),
        people: true,
        others: parts.iter().all(|part| part.others),
        out_of: None,
        parts: Vec::new(),
        reference: if parts.iter().any(|part| part.reference == Reference::Counted) {
            Reference::Counted
        } else {
            parts[0].reference
        },
        population: population.filter(|_| one_population),
    }
}

/// The parts without those that only say who another one is: "two reporters, Jo Reed and Al Penn", "their cook, Jo Reed, and a
/// guard", "Jo Reed, a guard, and two others".
pub(super) fn without_appositions(parts: Vec<Part>, tokens: Tokens<'_>) -> Vec<Part> {
    if let [first, names @ ..] = parts.as_slice()
        && !names.is_empty()
        && first.bound == Bound::Exactly(Decimal::from(names.len()))
        && first.nominal.is_some()
        && names.iter().all(|part| part.reference == Reference::Named)
        && (names.len() > 1 || is_apposed(first, &names[0], tokens))
    {
        return vec![first.clone()];
    }
    if is_listed_at_once(&parts, tokens) {
        return parts.into_iter().take(1).collect();
    }
    if parts.len() < 2 {
        return parts;
    }
    let mut kept: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        let apposed = kept.last().is_some_and(|before| is_apposed(before, &part, tokens));
        if !apposed {
            kept.push(part);
        }
    }
    kept
}

/// Whether the single people behind a figure are those whom it counts, one by one and between commas: "two victims, a cook and
/// a guard, died". Without the second comma they may be further ones.
fn is_listed_at_once(parts: &[Part], tokens: Tokens<'_>) -> bool {
    let [first, singles @ .., last] = parts else { return false };
    !singles.is_empty()
        && first.bound == Bound::Exactly(Decimal::from(singles.len() + 1))
        && first.nominal.is_some()
        && singles.iter().chain([last]).all(is_one)
        && is_mark(tokens, first.tokens.end, ",")
        && is_mark(tokens, last.tokens.end, ",")
}

/// Whether a part is a single person, told of as such and not as one more.
fn is_one(part: &Part) -> bool {
    part.bound == Bound::Exactly(Decimal::ONE) && !part.others
}

/// Whether a mark stands at a token of the document.
fn is_mark(tokens: Tokens<'_>, at: usize, mark: &str) -> bool {
    let at = at.checked_sub(tokens.index()).map(|at| tokens.skip(at));
    at.is_some_and(|rest| rest.first().is_some_and(|token| rest.text_of(token) == mark))
}

/// Whether a part between two commas says who the single person before it is: one of the two is a name, the other a noun, or
/// the second a mere age ("the boy's father, a 39-year-old, and a guard").
fn is_apposed(before: &Part, part: &Part, tokens: Tokens<'_>) -> bool {
    let is_comma = |at: usize| is_mark(tokens, at, ",");
    let named = |part: &Part| part.reference == Reference::Named;
    let headless = |part: &Part| part.nominal.as_ref().is_some_and(|nominal| nominal.head.is_empty());
    let aged = part.reference == Reference::Indefinite && headless(part);
    let noun = |part: &Part| match part.reference {
        Reference::Indefinite | Reference::Definite | Reference::Bare => part.nominal.is_some(),
        Reference::Counted | Reference::Named => false,
    };
    let ends = is_comma(part.tokens.end) || part.tokens.end > 0 && is_comma(part.tokens.end - 1);
    is_one(before)
        && is_one(part)
        && (named(before) && noun(part) || noun(before) && (named(part) || aged && !headless(before)))
        && part.tokens.start == before.tokens.end + 1
        && is_comma(before.tokens.end)
        && ends
}

/// Whether some parts are several of those who attack and others are not of them: nobody adds these up.
pub(super) fn is_of_two_sides(parts: &[Part], tokens: Tokens<'_>, scene: &Scene<'_>) -> bool {
    let attacks = |part: &Part| part.population(tokens, scene).is_some_and(|one| one.ends_with("attacker"));
    let several = |part: &Part| part.bound.stated().is_none_or(|n| n > Decimal::ONE);
    parts.len() > 1 && parts.iter().any(|part| several(part) && attacks(part)) && !parts.iter().all(attacks)
}

/// The bound of two figures together.
fn add(a: &Bound, b: &Bound) -> Bound {
    if let (Some(x), Some(y)) = (a.stated(), b.stated()) {
        let n = x + y;
        match (a, b) {
            (Bound::Exactly(_), Bound::Exactly(_)) => return Bound::Exactly(n),
            (Bound::Exactly(_) | Bound::AtLeast(_), Bound::Exactly(_) | Bound::AtLeast(_)) => {
                return Bound::AtLeast(n);
            }
            (Bound::Exactly(_), _) => return b.map(|y| y + x),
            (_, Bound::Exactly(_)) => return a.map(|x| x + y),
            _ => {}
        }
    }
    let either = |x: Option<Decimal>, y: Option<Decimal>| x.zip(y).map(|(x, y)| x + y);
    Bound::Vague { stated: None, low: either(a.min(), b.min()), high: either(a.max(), b.max()) }
}
