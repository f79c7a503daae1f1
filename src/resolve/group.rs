//! What a counted noun phrase gives to a claim besides its figure: whom it counts, and a claim for each of its parts;
//! and what the claims of one article come to together.

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

/// What the claims of an article come to together: those that others overrule are dropped, and of figures that include
/// what another attribute counts its figure is taken off. Each claim comes with the place of its pattern in its rule.
pub(super) fn settled(claims: Vec<(usize, Claim)>, book: &RuleBook) -> Vec<Claim> {
    let reckoned: Vec<Option<Option<Claim>>> = claims
        .iter()
        .map(|(pattern, claim)| {
            let less = entry(*pattern, claim, book).is_some_and(|entry| entry.less.is_some());
            less.then(|| reckoned(*pattern, claim, &claims, book))
        })
        .collect();
    let reckoned = claims
        .into_iter()
        .zip(reckoned)
        .filter_map(|((pattern, claim), reckoned)| Some((pattern, reckoned.unwrap_or(Some(claim))?)))
        .collect();
    without_overruled(reckoned, book)
}

/// Removes claims whose words count only where the article does not affirm another attribute.
fn without_overruled(claims: Vec<(usize, Claim)>, book: &RuleBook) -> Vec<Claim> {
    let affirmed: BTreeSet<(usize, String, usize)> = claims
        .iter()
        .filter(|(_, claim)| is_affirmed(claim))
        .map(|(pattern, claim)| (claim.rule, claim.attribute.clone(), *pattern))
        .collect();
    let stands = |pattern: usize, claim: &Claim| {
        entry(pattern, claim, book).filter(|entry| !entry.unless.is_empty()).is_none_or(|entry| {
            !affirmed.iter().any(|(rule, attribute, by)| {
                *rule == claim.rule && *by != pattern && entry.unless.contains(attribute)
            })
        })
    };
    claims.into_iter().filter(|(pattern, claim)| stands(*pattern, claim)).map(|(_, claim)| claim).collect()
}

/// How many sentences may stand between the words on those shot and those on who of them died.
const NEAR: usize = 6;

/// A claim of those shot becomes one of those who were shot and live; none where that leaves nobody.
///
/// Further ones ("four others were shot") are not among the dead, nor are people of another kind ("three women were shot and
/// a boy was killed"). The figure taken off is that of the claim's own sentence, or else the highest of those near by.
/// Of a single person any death in the article may be the one.
fn reckoned(pattern: usize, claim: &Claim, all: &[(usize, Claim)], book: &RuleBook) -> Option<Claim> {
    let as_it_is = || Some(claim.clone());
    let Some(less) = entry(pattern, claim, book).and_then(|entry| entry.less.as_ref()) else {
        return as_it_is();
    };
    let Value::Count(count) = &claim.value else { return as_it_is() };
    if claim.population.as_deref() == Some("others") || is_none(&count.bound) {
        return as_it_is();
    }
    let counted = || {
        all.iter().map(|(_, other)| other).filter(|other| {
            other.rule == claim.rule
                && other.attribute == *less
                && is_affirmed(other)
                && may_be_among(other.population.as_deref(), claim.population.as_deref())
        })
    };
    let within = |reach: usize| {
        counted()
            .filter(|other| other.sentence_index.abs_diff(claim.sentence_index) <= reach)
            .filter_map(stated)
            .max()
    };
    let single = count.bound.stated() == Some(Decimal::ONE);
    let anywhere = || within(usize::MAX).filter(|_| single);
    let Some(off) = within(0).or_else(|| within(NEAR)).or_else(anywhere) else { return as_it_is() };
    let is_part = all.iter().any(|(by, sum)| {
        *by == pattern
            && sum.sentence_index == claim.sentence_index
            && sum.span != claim.span
            && sum.span.contains(claim.span)
    });
    let bound = count.bound.map(|n| n - off);
    let some = |n: Decimal| n > Decimal::ZERO;
    if is_part || !bound.stated().or(bound.max()).is_none_or(some) || !bound.min().is_none_or(some) {
        return None;
    }
    let value = Value::Count(Count { bound, ..count.clone() });
    let mut details = claim.details.clone();
    details.push(("less".to_owned(), format!("{off} {less}")));
    Some(Claim { display: value.to_string(), value, details, ..claim.clone() })
}

/// Whether people of one population may be among those of another: a boy is none of three women, a gunman none of his victims.
fn may_be_among(part: Option<&str>, whole: Option<&str>) -> bool {
    const KINDS: [&[&str]; 4] =
        [&["woman"], &["man", "teenager", "student"], &["child", "teenager", "student"], &["attacker"]];
    let kinds = |population: Option<&str>| {
        let noun = population.map(|one| one.strip_prefix("one ").unwrap_or(one));
        KINDS.map(|kind| noun.is_some_and(|noun| kind.contains(&noun)))
    };
    let (part, whole) = (kinds(part), kinds(whole));
    let known = |kinds: [bool; 4]| kinds.contains(&true);
    let shared = part.iter().zip(whole).any(|(a, b)| *a && b);
    shared || !known(part) || !known(whole) && !part[3]
}

fn entry<'b>(pattern: usize, claim: &Claim, book: &'b RuleBook) -> Option<&'b ClaimPattern> {
    book.rules.get(claim.rule)?.claims.get(pattern)
}

/// The figure of a claim as printed.
fn stated(claim: &Claim) -> Option<Decimal> {
    match &claim.value {
        Value::Count(count) => count.bound.stated(),
        Value::Time(_)
        | Value::Name(_)
        | Value::Place(_)
        | Value::Set { .. }
        | Value::Scope(_)
        | Value::Text(_)
        | Value::Quotation { .. } => None,
    }
}

/// Whether a claim says that it is so, and of somebody.
fn is_affirmed(claim: &Claim) -> bool {
    let nobody = matches!(&claim.value, Value::Count(count) if is_none(&count.bound));
    claim.stance.polarity == Polarity::Affirmed && !nobody
}

fn is_none(bound: &Bound) -> bool {
    bound.max() == Some(Decimal::ZERO)
}
