//! What a counted noun phrase gives to a claim besides its figure: whom it counts, and a claim for each of its parts.

use crate::{
    claim::{Bound, Claim, Count, Group, Polarity, Unit, Value},
    rules::{ClaimPattern, RuleBook},
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A figure with the noun it counts; a rule's own unit beats the noun.
pub(super) fn count(group: &Group, unit: Option<&str>) -> Count {
    let noun = match (unit, group.head.is_empty()) {
        (Some(unit), _) => unit.to_owned(),
        (None, true) => "person".to_owned(),
        (None, false) => group.head.clone(),
    };
    Count { unit: Unit::Of(noun), ..group.count.clone() }
}

/// Whether the phrase says that some of the people are none, which leaves open how many there are in all: "no officers".
pub(super) fn denies_some(group: &Group) -> bool {
    is_none(&group.count.bound) && group.population.is_some()
}

/// The attribute of a claim that counts people of a population within limits, where its rule gives it one of its own.
pub(super) fn attribute<'p>(
    pattern: &'p ClaimPattern,
    count: &Count,
    population: Option<&str>,
    limits: &[String],
) -> Option<&'p String> {
    let several = count.bound.stated().is_none_or(|n| n > Decimal::ONE);
    let of_population =
        || population.filter(|_| several).and_then(|population| pattern.populations.get(population));
    pattern.limited.as_ref().filter(|_| !limits.is_empty()).or_else(of_population)
}

/// The claim for a sum, and one for each of its parts: "two women and three children" counts five, two and three.
pub(super) fn with_parts(claim: Claim, group: &Group, pattern: &ClaimPattern) -> Vec<Claim> {
    let mut claims = Vec::with_capacity(1 + group.parts.len());
    for part in &group.parts {
        let Value::Count(Count { unit, .. }) = &claim.value else { continue };
        let value = Value::Count(Count { unit: unit.clone(), ..part.count.clone() });
        let own = attribute(pattern, &part.count, part.population.as_deref(), &claim.limits);
        claims.push(Claim {
            attribute: own.map_or_else(|| claim.attribute.clone(), Clone::clone),
            display: value.to_string(),
            value,
            span: part.span,
            population: part.population.clone(),
            ..claim.clone()
        });
    }
    claims.insert(0, claim);
    claims
}

/// Removes claims whose words count only where the article does not affirm another attribute; each claim comes with the
/// place of its pattern in its rule.
pub(super) fn without_overruled(claims: Vec<(usize, Claim)>, book: &RuleBook) -> Vec<Claim> {
    let nobody = |claim: &Claim| matches!(&claim.value, Value::Count(count) if is_none(&count.bound));
    let affirmed: BTreeSet<(usize, String, usize)> = claims
        .iter()
        .filter(|(_, claim)| claim.stance.polarity == Polarity::Affirmed && !nobody(claim))
        .map(|(pattern, claim)| (claim.rule, claim.attribute.clone(), *pattern))
        .collect();
    let stands = |pattern: usize, claim: &Claim| {
        let entry = book.rules.get(claim.rule).and_then(|rule| rule.claims.get(pattern));
        entry.is_none_or(|entry| {
            !affirmed.iter().any(|(rule, attribute, by)| {
                *rule == claim.rule && *by != pattern && entry.unless.contains(attribute)
            })
        })
    };
    claims.into_iter().filter(|(pattern, claim)| stands(*pattern, claim)).map(|(_, claim)| claim).collect()
}

fn is_none(bound: &Bound) -> bool {
    bound.max() == Some(Decimal::ZERO)
}
