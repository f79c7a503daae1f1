//! Whether a difference is an update: a later source with a higher toll, or words that correct an earlier figure.

use crate::{
    claim::{Claim, ClaimId, Value},
    finding::SourceInfo,
};
use jiff::civil::DateTime;
use rust_decimal::Decimal;

/// The earlier and the later of two positions, where every source of one came before every source of the other and
/// the figure grew.
pub(super) fn update<'p>(
    left: &'p [ClaimId],
    right: &'p [ClaimId],
    claims: &[Claim],
    sources: &[SourceInfo],
) -> Option<(&'p [ClaimId], &'p [ClaimId])> {
    let (a, b) = (figure(left, claims)?, figure(right, claims)?);
    let (low, high) = if a < b { (left, right) } else { (right, left) };
    let (_, last_low) = dates(low, claims, sources)?;
    let (first_high, _) = dates(high, claims, sources)?;
    (last_low < first_high).then_some((low, high))
}

fn figure(position: &[ClaimId], claims: &[Claim]) -> Option<Decimal> {
    match &claims[position.first()?.0].value {
        Value::Count(count) => count.bound.stated().or_else(|| count.bound.min()),
        _ => None,
    }
}

/// The first and last publication among the sources of a position; none where one is undated.
fn dates(position: &[ClaimId], claims: &[Claim], sources: &[SourceInfo]) -> Option<(DateTime, DateTime)> {
    let mut span: Option<(DateTime, DateTime)> = None;
    for id in position {
        let at = sources.get(claims[id.0].source)?.published?.at;
        span = Some(span.map_or((at, at), |(first, last)| (first.min(at), last.max(at))));
    }
    span
}
