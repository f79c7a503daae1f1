//! How two figures relate: by the figure printed, the bounds it implies and any conversion in brackets.
//!
//! Which figures may be compared at all was decided by [`crate::align`].

use crate::{
    claim::{Bound, Count, Unit, Value, telling_digits},
    finding::{Reason, Verdict},
    rules::LowerBounds,
};
use rust_decimal::{Decimal, RoundingStrategy};

/// How far apart two figures may be and still be one, as a share of the larger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tolerance {
    /// The share for exact figures of one unit.
    pub share: Decimal,
    /// What two different lower bounds are.
    pub lower_bounds: LowerBounds,
}

/// A figure of so many digits that say something is not rounded.
const UNROUNDED: usize = 5;

/// How two figures relate; none where their units have nothing in common.
pub(super) fn relate(left: &Count, right: &Count, tolerance: Tolerance) -> Option<(Verdict, Reason)> {
    let (a, b, converted) = common_unit(left, right)?;
    let (shown_left, shown_right) = (left.to_string(), right.to_string());
    if are_opposed(&a, &b) {
        return Some((Verdict::Tension, Reason::FiguresExclude { left: shown_left, right: shown_right }));
    }
    if same_figure(&a, &b) {
        return Some((Verdict::Agree, Reason::Same { value: shown_left }));
    }
    // "Thousands" beside three is a figure of something else.
    let vague = |bound: &Bound| matches!(bound, Bound::Vague { .. });
    if (vague(&a) || vague(&b)) && far_apart(&a, &b) {
        return None;
    }
    // A figure that went through a conversion was rounded by one writer: 600 m is 2,000 ft, and two metres are six feet.
    let is_coarse = [left, right].iter().any(|count| count.bound.stated().is_some_and(has_one_digit));
    let rounding = Decimal::new(if is_coarse { 10 } else { 5 }, 2);
    let share = if converted { tolerance.share.max(rounding) } else { tolerance.share };
    if matches!((&left.unit, &right.unit), (Unit::Percent, Unit::Percent)) && is_rounded(&a, &b) {
        return Some((Verdict::Compatible, Reason::FiguresOverlap { left: shown_left, right: shown_right }));
    }
    // "972,814" and "972,815": neither is the other, rounded, and one of them was copied wrong.
    let exact = |bound: &Bound| matches!(bound, Bound::Exactly(n) if telling_digits(*n) >= UNROUNDED);
    if !converted && exact(&a) && exact(&b) && close(&a, &b, share) && left.is_slip_of(right) {
        return Some((Verdict::Tension, Reason::FiguresDiffer { left: shown_left, right: shown_right }));
    }
    // What a ton is has no middle, by which it would be near another figure.
    let is_spread = |count: &Count, in_si: &Bound| count.bound.stated().is_some() && in_si.stated().is_none();
    let spread = converted && (is_spread(left, &a) || is_spread(right, &b));
    if spread && gap(&a, &b).is_some_and(|(gap, of)| gap <= share * of) {
        return Some((Verdict::Compatible, Reason::FiguresOverlap { left: shown_left, right: shown_right }));
    }
    match digits_left(&a, &b) {
        // A million is said of 1.4: an editor may still want to know.
        Some(1) => Some((Verdict::Tension, Reason::FiguresDiffer { left: shown_left, right: shown_right })),
        Some(_) => {
            Some((Verdict::Compatible, Reason::FiguresOverlap { left: shown_left, right: shown_right }))
        }
        None => Some(verdict(&a, &b, share, tolerance.lower_bounds, shown_left, shown_right)),
    }
}

/// Whether one of two exact figures is the other, rounded to fewer decimals: 4 of 3.7.
fn is_rounded(a: &Bound, b: &Bound) -> bool {
    let (Bound::Exactly(a), Bound::Exactly(b)) = (a, b) else { return false };
    let (a, b) = (a.normalize(), b.normalize());
    let (rough, fine) = if a.scale() < b.scale() { (a, b) } else { (b, a) };
    fine.round_dp_with_strategy(rough.scale(), RoundingStrategy::MidpointAwayFromZero) == rough
}

/// The digits that are left of the rounder of two exact figures in the thousands where it is the other, rounded or cut:
/// three of 183,000 beside 183,068, one of $2 trillion beside $2.2 trillion.
fn digits_left(a: &Bound, b: &Bound) -> Option<u32> {
    let (Bound::Exactly(a), Bound::Exactly(b)) = (a, b) else { return None };
    let (rough, fine) = if zeros(*a) > zeros(*b) { (a.trunc(), *b) } else { (b.trunc(), *a) };
    let power = Some(zeros(rough)).filter(|zeros| *zeros >= 3)?;
    let step = Decimal::from(10_u64.checked_pow(power)?);
    let parts = fine / step;
    let digits = u32::try_from((rough / step).to_string().len()).ok()?;
    let rounds = |way| parts.round_dp_with_strategy(0, way) * step == rough;
    // A figure cut to one digit may have lost nearly half of it.
    let is_it =
        rounds(RoundingStrategy::MidpointAwayFromZero) || digits > 1 && rounds(RoundingStrategy::ToZero);
    (is_it && a != b).then_some(digits)
}

/// The noughts at the end of the whole part of a figure.
fn zeros(figure: Decimal) -> u32 {
    figure.trunc().to_string().bytes().rev().take_while(|digit| *digit == b'0').fold(0, |zeros, _| zeros + 1)
}

/// Whether a lower bound admits an exact figure.
fn admits(bound: &Bound, other: &Bound) -> bool {
    let is_lower = matches!(bound, Bound::AtLeast(_) | Bound::MoreThan(_));
    is_lower && matches!(other, Bound::Exactly(figure) if bound.min().is_some_and(|least| *figure >= least))
}

/// Whether a figure is below ten and whole, so that half its unit is a good part of it.
fn has_one_digit(figure: Decimal) -> bool {
    figure.fract().is_zero() && figure.abs() < Decimal::TEN
}

/// The two figures in a unit that both are given in, as printed.
fn in_one_unit(left: &Count, right: &Count) -> Option<(Decimal, Decimal)> {
    let (a, b, _) = common_unit(left, right)?;
    Some((a.stated().or(a.min())?, b.stated().or(b.min())?))
}

/// Whether two sums in "$" may be of two countries' dollars: both carry a sign that several countries share, and they are
/// as far apart as dollars are, and no slip of typing makes one of the other.
pub(super) fn may_be_two_dollars(left: &Value, right: &Value) -> bool {
    let (Value::Count(left), Value::Count(right)) = (left, right) else { return false };
    let many = |unit: &Unit| matches!(unit, Unit::Currency(codes) if codes.len() > 1);
    let shared_sign =
        |count: &Count| many(&count.unit) || count.conversions.iter().any(|(_, unit)| many(unit));
    let two_signs = shared_sign(left) && shared_sign(right) && !left.is_slip_of(right);
    let figures = in_one_unit(left, right).filter(|_| two_signs);
    figures.is_some_and(|(m, n)| {
        m.max(n) > m.min(n) * Decimal::new(112, 2) && m.max(n) < m.min(n) * Decimal::new(18, 1)
    })
}

/// Whether two claims print the same figure, so that they are one position.
pub(super) fn same_position(left: &Count, right: &Count) -> bool {
    common_unit(left, right).is_some_and(|(a, b, converted)| same_figure(&a, &b) && !converted)
        || conversions_meet(left, right)
}

/// Whether a figure in brackets on one side is printed on the other.
fn conversions_meet(left: &Count, right: &Count) -> bool {
    let forms = |count: &Count| -> Vec<(Bound, Unit)> {
        std::iter::once((count.bound, count.unit.clone())).chain(count.conversions.iter().cloned()).collect()
    };
    let (lefts, rights) = (forms(left), forms(right));
    (lefts.len() > 1 || rights.len() > 1)
        && lefts.iter().any(|(a, unit)| {
            rights
                .iter()
                .any(|(b, other)| unit.meets(other) && a.stated().is_some() && a.stated() == b.stated())
        })
}

/// Whether one bound is above a figure and the other below it: "more than 300" and "nearly 300".
fn are_opposed(a: &Bound, b: &Bound) -> bool {
    let below =
        |bound: &Bound| matches!(bound, Bound::AtMost(_) | Bound::LessThan(_) | Bound::JustUnder { .. });
    a.stated() == b.stated() && (is_above(a) && below(b) || below(a) && is_above(b))
}

/// Whether a bound ends towards another where each writer decides how little "just over" or how near "nearly" is; on its other side
/// it is firm.
fn is_slight(bound: &Bound, other: &Bound) -> bool {
    match bound {
        Bound::JustOver { high, .. } => other.min().is_some_and(|bottom| bottom > *high),
        Bound::JustUnder { low, .. } => other.max().is_some_and(|top| top < *low),
        Bound::Exactly(_)
        | Bound::AtLeast(_)
        | Bound::MoreThan(_)
        | Bound::AtMost(_)
        | Bound::LessThan(_)
        | Bound::About { .. }
        | Bound::Between { .. }
        | Bound::Vague { .. } => false,
    }
}

/// Whether a bound leaves out its figure and all below.
const fn is_above(bound: &Bound) -> bool {
    matches!(bound, Bound::MoreThan(_) | Bound::JustOver { .. })
}

fn same_figure(a: &Bound, b: &Bound) -> bool {
    if are_opposed(a, b) {
        return false;
    }
    match (a.stated(), b.stated()) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a.min() == b.min() && a.max() == b.max(),
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// The two bounds in one unit, and whether one of them was converted.
fn common_unit(left: &Count, right: &Count) -> Option<(Bound, Bound, bool)> {
    if left.unit.meets(&right.unit) {
        return Some((left.in_whole_units(), right.in_whole_units(), false));
    }
    for (bound, unit) in &left.conversions {
        if unit.meets(&right.unit) {
            return Some((*bound, right.bound, false));
        }
    }
    for (bound, unit) in &right.conversions {
        if left.unit.meets(unit) {
            return Some((left.bound, *bound, false));
        }
    }
    for (a, unit) in &left.conversions {
        for (b, other) in &right.conversions {
            if unit.meets(other) {
                return Some((*a, *b, false));
            }
        }
    }
    match (&left.si, &right.si) {
        (Some(a), Some(b)) if a.1 == b.1 => Some((a.0, b.0, true)),
        _ => None,
    }
}

fn verdict(
    a: &Bound,
    b: &Bound,
    share: Decimal,
    lower_bounds: LowerBounds,
    left: String,
    right: String,
) -> (Verdict, Reason) {
    if close(a, b, share) {
        return (Verdict::Compatible, Reason::FiguresOverlap { left, right });
    }
    if rounds_down(a, b) || rounds_down(b, a) {
        return (Verdict::Compatible, Reason::FiguresOverlap { left, right });
    }
    match (a, b) {
        (Bound::Exactly(_), Bound::Exactly(_)) => (Verdict::Conflict, Reason::FiguresExclude { left, right }),
        (Bound::AtLeast(_) | Bound::MoreThan(_), Bound::AtLeast(_) | Bound::MoreThan(_)) => {
            match lower_bounds {
                LowerBounds::Conflict => (Verdict::Conflict, Reason::FiguresDiffer { left, right }),
                LowerBounds::Compatible => (Verdict::Compatible, Reason::FiguresOverlap { left, right }),
            }
        }
        _ if disjoint(a, b) => {
            // A vague word and an estimate leave room; two firm figures do not.
            let soft = |bound: &Bound| {
                matches!(
                    bound,
                    Bound::About { .. }
                        | Bound::Vague { .. }
                        | Bound::LessThan(_)
                        | Bound::JustOver { .. }
                        | Bound::JustUnder { .. }
                )
            };
            let verdict = if soft(a) && soft(b) && within_factor(a, b, Decimal::new(15, 1))
                || (is_slight(a, b) || is_slight(b, a)) && within_factor(a, b, Decimal::new(125, 2))
            {
                Verdict::Tension
            } else {
                Verdict::Conflict
            };
            (verdict, Reason::FiguresExclude { left, right })
        }
        // "Several" and "at least two" say one thing in two ways.
        (Bound::Vague { .. }, _) | (_, Bound::Vague { .. }) => {
            (Verdict::Compatible, Reason::FiguresOverlap { left, right })
        }
        // Where nothing but the words around them holds two figures together, a bound that admits the other says nothing.
        _ if lower_bounds == LowerBounds::Compatible && (admits(a, b) || admits(b, a)) => {
            (Verdict::Compatible, Reason::FiguresOverlap { left, right })
        }
        _ if loosely_one(a, b) || loosely_one(b, a) => {
            (Verdict::Compatible, Reason::FiguresOverlap { left, right })
        }
        _ => (Verdict::Tension, Reason::FiguresDiffer { left, right }),
    }
}

/// Whether "more than" a round figure is said of what is at least another one a little above: more than 60 of at least 61.
fn rounds_down(round: &Bound, fine: &Bound) -> bool {
    let (Bound::MoreThan(round), Bound::AtLeast(fine)) = (round, fine) else { return false };
    let unit = (0..zeros(*round)).fold(Decimal::ONE, |unit, _| unit * Decimal::TEN);
    fine > round && *fine < round + unit && *fine <= round * Decimal::new(12, 1)
}

/// Whether both have a figure and the figures are within `share` of the larger.
fn close(a: &Bound, b: &Bound, share: Decimal) -> bool {
    match (a.stated(), b.stated()) {
        (Some(x), Some(y)) => (x - y).abs() <= share * x.abs().max(y.abs()),
        _ => false,
    }
}

/// Whether one of two disjoint bounds is several times the other.
fn far_apart(a: &Bound, b: &Bound) -> bool {
    let factor = Decimal::from(4);
    let above = |x: &Bound, y: &Bound| match (x.min(), y.max()) {
        (Some(bottom), Some(top)) => bottom >= top * factor,
        (Some(bottom), None) => y.stated().or(y.min()).is_some_and(|figure| bottom >= figure * factor),
        (None, _) => false,
    };
    above(a, b) || above(b, a)
}

fn within_factor(a: &Bound, b: &Bound, factor: Decimal) -> bool {
    match (a.stated(), b.stated()) {
        (Some(x), Some(y)) => x.max(y) <= factor * x.min(y),
        _ => true,
    }
}

/// How far two bounds with nothing in common lie apart, and where the upper begins.
fn gap(a: &Bound, b: &Bound) -> Option<(Decimal, Decimal)> {
    let above = |x: &Bound, y: &Bound| {
        let (top, bottom) = (x.max()?, y.min()?);
        (top < bottom).then(|| (bottom - top, bottom.abs()))
    };
    above(a, b).or_else(|| above(b, a))
}

fn disjoint(a: &Bound, b: &Bound) -> bool {
    let below = |x: &Bound, y: &Bound| match (x.max(), y.min()) {
        (Some(top), Some(bottom)) => {
            top < bottom
                || top == bottom && (matches!(x, Bound::LessThan(_) | Bound::JustUnder { .. }) || is_above(y))
        }
        _ => false,
    };
    // "Nearly 50" is an estimate from below: 40 is not nearly 50.
    let nearly = |x: &Bound, y: &Bound| match (x, y.max()) {
        (Bound::LessThan(n), Some(top)) => top < *n * Decimal::new(75, 2),
        _ => false,
    };
    below(a, b) || below(b, a) || nearly(a, b) || nearly(b, a)
}

/// Whether `bound` is a round limit that `other` fits as a writer would use it: "more than 100" for 105, "up to
/// 80" for 75, "dozens" for 40, "about 40" for 42.
fn loosely_one(bound: &Bound, other: &Bound) -> bool {
    let Some(figure) = other.stated().or(other.min()) else { return false };
    match *bound {
        Bound::MoreThan(n) => figure >= n && figure <= n * Decimal::new(125, 2),
        Bound::AtLeast(n) => is_round(n) && figure >= n && figure <= n * Decimal::new(120, 2),
        Bound::AtMost(n) => figure <= n && figure >= n * Decimal::new(90, 2),
        Bound::LessThan(n) => figure <= n && figure >= n * Decimal::new(80, 2),
        Bound::About { low, high, .. }
        | Bound::Between { low, high }
        | Bound::JustOver { stated: low, high }
        | Bound::JustUnder { stated: high, low } => low <= figure && figure <= high,
        Bound::Vague { low, high, .. } => {
            low.is_none_or(|low| low <= figure) && high.is_none_or(|high| figure <= high)
        }
        Bound::Exactly(_) => false,
    }
}

/// Whether a figure has one significant digit, or is a multiple of ten: a limit that a writer rounds to.
fn is_round(n: Decimal) -> bool {
    n >= Decimal::TEN && (n % Decimal::TEN).is_zero()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(value: i64) -> Decimal {
        Decimal::from(value)
    }

    fn of(bound: Bound) -> Count {
        Count::of(bound, Unit::Of("person".into()))
    }

    #[test]
    fn tons_are_held_against_pounds_by_what_any_ton_may_be() {
        let tolerance = Tolerance { share: Decimal::new(5, 2), lower_bounds: LowerBounds::Compatible };
        let tons = |count: i64| Count {
            si: Some(Box::new((Bound::Between { low: n(count * 907), high: n(count * 1016) }, "kilogram"))),
            ..Count::of(Bound::Exactly(n(count)), Unit::Measure("ton"))
        };
        let pounds = |count: i64| Count {
            si: Some(Box::new((Bound::Exactly(n(count * 4536) / Decimal::from(10_000)), "kilogram"))),
            ..Count::of(Bound::Exactly(n(count)), Unit::Measure("pound"))
        };
        let verdict = |a, b| relate(&tons(a), &pounds(b), tolerance).map(|(verdict, _)| verdict);
        assert_eq!(verdict(24, 42_000), Some(Verdict::Conflict));
        assert_eq!(verdict(21, 46_300), Some(Verdict::Compatible), "metric");
        assert_eq!(verdict(21, 42_000), Some(Verdict::Compatible), "short");
        assert_eq!(verdict(22, 43_000), Some(Verdict::Compatible), "rounded");
    }

    #[test]
    fn a_figure_is_no_rival_of_its_rounding() {
        let tolerance = Tolerance { share: Decimal::ZERO, lower_bounds: LowerBounds::Conflict };
        for (left, right, want) in [
            (183_068, 183_000, Verdict::Compatible),
            (12_345, 12_000, Verdict::Compatible),
            (1_941, 1_419, Verdict::Conflict),
            (2_200_000, 2_000_000, Verdict::Tension),
            (10_000_000, 15_000_000, Verdict::Conflict),
            (63, 60, Verdict::Conflict),
        ] {
            let verdict = |a, b| {
                relate(&of(Bound::Exactly(n(a))), &of(Bound::Exactly(n(b))), tolerance)
                    .map(|(verdict, _)| verdict)
            };
            assert_eq!(verdict(left, right), Some(want), "{left} and {right}");
            assert_eq!(verdict(right, left), Some(want), "{right} and {left}");
        }
    }

    #[test]
    fn bounds_decide_how_figures_relate() {
        let about =
            |value: i64| Bound::About { stated: n(value), low: n(value * 9 / 10), high: n(value * 11 / 10) };
        let just_over = |value: i64| Bound::JustOver { stated: n(value), high: n(value * 11 / 10) };
        let just_under = |value: i64| Bound::JustUnder { stated: n(value), low: n(value * 9 / 10) };
        for (left, right, want) in [
            (Bound::Exactly(n(3)), Bound::Exactly(n(5)), Verdict::Conflict),
            (Bound::Exactly(n(5)), Bound::Exactly(n(5)), Verdict::Agree),
            (Bound::AtLeast(n(5)), Bound::Exactly(n(5)), Verdict::Agree),
            (Bound::AtLeast(n(3)), Bound::AtLeast(n(5)), Verdict::Conflict),
            (Bound::AtLeast(n(3)), Bound::Exactly(n(10)), Verdict::Tension),
            (Bound::AtLeast(n(5)), Bound::Exactly(n(3)), Verdict::Conflict),
            (Bound::MoreThan(n(100)), Bound::Exactly(n(105)), Verdict::Compatible),
            (Bound::MoreThan(n(60)), Bound::AtLeast(n(61)), Verdict::Compatible),
            (Bound::MoreThan(n(60)), Bound::AtLeast(n(75)), Verdict::Conflict),
            (Bound::MoreThan(n(100)), Bound::Exactly(n(400)), Verdict::Tension),
            (about(40), Bound::Exactly(n(42)), Verdict::Compatible),
            (about(40), Bound::Exactly(n(80)), Verdict::Conflict),
            (about(100), Bound::MoreThan(n(70)), Verdict::Tension),
            (just_over(100), Bound::Exactly(n(103)), Verdict::Compatible),
            (just_over(100), Bound::Exactly(n(120)), Verdict::Tension),
            (just_over(100), Bound::Exactly(n(160)), Verdict::Conflict),
            (just_over(100), Bound::Exactly(n(60)), Verdict::Conflict),
            (just_under(100), Bound::Exactly(n(97)), Verdict::Compatible),
            (just_under(100), Bound::Exactly(n(70)), Verdict::Conflict),
            (Bound::MoreThan(n(300)), Bound::LessThan(n(300)), Verdict::Tension),
            (Bound::MoreThan(n(300)), Bound::AtMost(n(300)), Verdict::Tension),
            (Bound::AtLeast(n(300)), Bound::AtMost(n(300)), Verdict::Agree),
            (Bound::AtMost(n(80)), Bound::Exactly(n(70)), Verdict::Tension),
            (Bound::AtMost(n(80)), Bound::Exactly(n(90)), Verdict::Conflict),
        ] {
            let tolerance = Tolerance { share: n(0), lower_bounds: LowerBounds::Conflict };
            let forth = relate(&of(left), &of(right), tolerance).map(|(verdict, _)| verdict);
            let back = relate(&of(right), &of(left), tolerance).map(|(verdict, _)| verdict);
            assert_eq!(forth, Some(want), "{left} and {right}");
            assert_eq!(back, forth, "{right} and {left}");
        }
    }
}
