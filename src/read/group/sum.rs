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

/// Whether some parts are several of those who attack and others are not of them: nobody adds these up.
pub(super) fn is_of_two_sides(parts: &[Part], tokens: Tokens<'_>, scene: &Scene<'_>) -> bool {
    let attacks = |part: &Part| part.population(tokens, scene).is_some_and(|one| one.ends_with("attacker"));
    let several = |part: &Part| part.bound.stated().is_none_or(|n| n > Decimal::ONE);
    parts.iter().any(|part| attacks(part) && several(part)) && !parts.iter().all(attacks)
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
