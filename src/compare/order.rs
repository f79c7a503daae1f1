//! Whether a difference is an update: a later source with a higher toll, or words that correct an earlier figure.

use super::position::display;
use crate::{
    claim::{Bound, Claim, ClaimId, Unit, Value},
    finding::{Reason, SourceInfo},
    rules::Later,
    text::Published,
};
use rust_decimal::Decimal;

/// The earlier and the later of two positions, where every source of one came before every source of the other and
/// the figure grew, or where `later` says that it may also fall; none where it says that such figures
/// stay, or that only bounds grow and the earlier is none. Where a source is without a date its words may tell: a toll that
/// "rose to 20" was lower before.
pub(super) fn update<'p>(
    left: &'p [ClaimId],
    right: &'p [ClaimId],
    later: Later,
    claims: &[Claim],
    sources: &[SourceInfo],
) -> Option<(&'p [ClaimId], &'p [ClaimId])> {
    let (a, b) = (figure(left, claims)?, figure(right, claims)?);
    if a == b {
        return None;
    }
    if later == Later::None || later != Later::Any && !grows(left, claims) {
        return None;
    }
    let came_first = |old: &[ClaimId], new: &[ClaimId]| {
        let (_, last) = dates(old, claims, sources)?;
        let (first, _) = dates(new, claims, sources)?;
        Some(last.is_before(first))
    };
    let (low, high) = if a < b { (left, right) } else { (right, left) };
    let Some(low_first) = came_first(low, high) else {
        let told = later != Later::Bounded || is_bound(low, claims);
        return (told && has_risen(high, claims, sources)).then_some((low, high));
    };
    if low_first && (later != Later::Bounded || is_bound(low, claims)) {
        return Some((low, high));
    }
    (later == Later::Any && came_first(high, low)?).then_some((high, low))
}

/// Positions in the order in which their last sources were published; as they are where a source is undated.
pub(super) fn in_time(
    positions: &[Vec<ClaimId>],
    claims: &[Claim],
    sources: &[SourceInfo],
) -> Vec<Vec<ClaimId>> {
    let last = |ids: &Vec<ClaimId>| dates(ids, claims, sources).map(|(_, last)| last.instant());
    let mut ordered = positions.to_vec();
    if ordered.iter().all(|ids| last(ids).is_some()) {
        ordered.sort_by_key(last);
    }
    ordered
}

/// How one position's own words, among the `superseded` of the story, put the other's figure aside: "not five, as first
/// reported".
pub(super) fn correction(
    left: &[ClaimId],
    right: &[ClaimId],
    superseded: &[ClaimId],
    claims: &[Claim],
    sources: &[SourceInfo],
) -> Option<Reason> {
    let one_way = |old: &[ClaimId], new: &[ClaimId]| {
        let earlier = &claims[old.first()?.0];
        let is_of = |ids: &[ClaimId], source: usize| ids.iter().any(|id| claims[id.0].source == source);
        let words = superseded.iter().map(|id| &claims[id.0]).find(|claim| {
            claim.attribute == earlier.attribute
                && claim.display == earlier.display
                && is_of(new, claim.source)
                && !is_of(old, claim.source)
        })?;
        let text = sources.get(words.source)?.source.text.get(words.sentence.range())?;
        Some(Reason::Corrected {
            earlier: display(old, claims),
            later: display(new, claims),
            words: text.split_whitespace().collect::<Vec<_>>().join(" "),
        })
    };
    one_way(left, right).or_else(|| one_way(right, left))
}

/// Whether such a figure can grow while the story goes on: tolls and burned areas do, magnitudes, distances and sums do not, and
/// ages only by years.
fn grows(position: &[ClaimId], claims: &[Claim]) -> bool {
    position.iter().all(|id| match &claims[id.0].value {
        Value::Count(count) => match count.unit {
            Unit::Of(_) | Unit::None => true,
            // What burns or is under water grows.
            Unit::Measure(unit) => unit.starts_with("square ") || matches!(unit, "acre" | "hectare"),
            Unit::Currency(_) | Unit::Coin { .. } | Unit::Percent | Unit::PercentagePoint => false,
        },
        _ => false,
    })
}

/// Words of a figure that was lower before.
const RISEN: [&str; 26] = [
    "rise",
    "rises",
    "rose",
    "risen",
    "rising",
    "climb",
    "climbs",
    "climbed",
    "climbing",
    "pass",
    "passes",
    "passed",
    "top",
    "tops",
    "topped",
    "jumps",
    "jumped",
    "grows",
    "grew",
    "grown",
    "raised",
    "surpasses",
    "surpassed",
    "soars",
    "soared",
    "mounts",
];

/// Whether a claim of a position says in its own words that its figure was lower before.
fn has_risen(position: &[ClaimId], claims: &[Claim], sources: &[SourceInfo]) -> bool {
    let said = |claim: &Claim| sources.get(claim.source)?.source.text.get(claim.span.range());
    let words = position.iter().filter_map(|id| said(&claims[id.0])).flat_map(str::split_whitespace);
    let mut words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    words.any(|word| RISEN.contains(&word.as_str()))
}

/// Whether every claim of a position gives its figure as a bound or no more than a rounding.
fn is_bound(position: &[ClaimId], claims: &[Claim]) -> bool {
    position.iter().all(|id| match &claims[id.0].value {
        Value::Count(count) => !matches!(count.bound, Bound::Exactly(_)),
        _ => false,
    })
}

fn figure(position: &[ClaimId], claims: &[Claim]) -> Option<Decimal> {
    match &claims[position.first()?.0].value {
        Value::Count(count) => count.bound.stated().or_else(|| count.bound.min()),
        _ => None,
    }
}

/// Whether two ages are one person's at two times: as many years apart as their articles, give or take one.
pub(super) fn grown_older(pair: (&Claim, &Claim), sources: &[SourceInfo]) -> bool {
    let age = |claim: &Claim| match &claim.value {
        Value::Count(count) if count.unit == Unit::Measure("year") => count.bound.stated(),
        _ => None,
    };
    let day = |claim: &Claim| Some(sources.get(claim.source)?.published?.at.date());
    let (Some(a), Some(b), Some(x), Some(y)) = (age(pair.0), age(pair.1), day(pair.0), day(pair.1)) else {
        return false;
    };
    let (days, years) = if a < b { (y - x, b - a) } else { (x - y, a - b) };
    let days = Decimal::from(days.get_days());
    let year = Decimal::from(365);
    days > (years - Decimal::ONE) * year && days < (years + Decimal::ONE) * year && days > Decimal::from(30)
}

/// The first and last publication among the sources of a position; none where one is undated.
fn dates(position: &[ClaimId], claims: &[Claim], sources: &[SourceInfo]) -> Option<(Published, Published)> {
    let mut span: Option<(Published, Published)> = None;
    for id in position {
        let one = sources.get(claims[id.0].source)?.published?;
        span = Some(span.map_or((one, one), |(first, last)| {
            let is_first = one.instant() < first.instant();
            let is_last = one.instant() > last.instant();
            (if is_first { one } else { first }, if is_last { one } else { last })
        }));
    }
    span
}
