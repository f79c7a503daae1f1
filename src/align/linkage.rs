//! How much speaks for two unlike figures being of one thing, by the method of record linkage.
//!
//! The fields of a pair are looked at one by one, and what each says is added up, in hundredths of the natural logarithm
//! of the odds (I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", Journal of the American Statistical
//! Association 64, 1969):
//!
//! ```text
//! odds = what is measured + words that both sentences share + words next to both + how near the sizes are
//!      + how many other figures could be meant + whether one is the other but for a slip of typing
//!      + whether each stands next to a name that the other lacks + whether one person is cited for both
//! ```
//!
//! The weights are a logistic regression over 604 pairs of figures, 217 of them of one thing, from stories by strangers
//! (`fixtures/blind`) and from ECB+. Those of lengths of time, of thirty rivals and more, of other names and of long slips, and the
//! higher mark for figures without a word of what they are, were set by hand after what was flagged had been read.
//! `docs/accuracy.md` has the method. Next in the flow: [`super::context`] joins the pairs.

use super::context::{Kind, names_another, names_next_differ};
use crate::claim::{Claim, Count, Unit, Value, telling_digits};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::collections::BTreeMap;

/// From here two figures are of one thing: about two chances in three.
const LINKED: i64 = 60;

/// The odds before anything is looked at, by what is measured.
const MONEY: i64 = 30;
const PERCENT: i64 = -20;
const LENGTH_OF_TIME: i64 = 0;
const MEASURE: i64 = 120;
const COUNT: i64 = 60;
const OF_A_NOUN: i64 = 80;
const NAMED: i64 = 190;

/// The least bits of the words that both sentences share, and what they say.
const SHARED: [(u64, i64); 3] = [(8, 105), (4, -70), (0, -130)];

/// The least bits of the words that stand next to both figures, and what they say.
const NEIGHBOURS: [(u64, i64); 2] = [(6, 60), (0, -60)];

/// How many hundredths of the smaller figure the larger one is at most, and what that says; beyond, two figures are of
/// two things.
const SIZES: [(i64, i64); 3] = [(125, 60), (150, 20), (300, -45)];

/// A measure or a sum that is more than so many hundredths of another is of another thing; a count may be thrice.
const WIDEST_MEASURE: i64 = 200;

/// In how many ways one figure of each source can be chosen, at least, and what that says.
const RIVALS: [(usize, i64); 4] = [(30, -200), (9, -80), (2, 20), (0, 60)];

/// What it says that next to each figure a name stands that the other's sentence has not: two persons, two teams.
const OTHER_NAMES: i64 = -100;

/// What it says that both figures are cited from one person by name: two reporters sat in one press conference.
const ONE_SPEAKER: i64 = 130;

/// From here, and with words next to both or as a long slip of one another, two figures are of one thing whose attribute
/// says nothing of what they are of: any sum, any length.
const LINKED_FREELY: i64 = 170;

/// What it says that both sentences run alike but for the figure: then they are of one thing, whatever its size.
const ALIKE: i64 = 1_000;

/// What it says that one figure is the other but for a slip of typing, which is hardly chance.
const SLIP: i64 = 210;

/// What more it says where both have so many digits that say something: of those hardly two sums of one story share all
/// but one by chance, however many there are.
const LONG_SLIP: (usize, i64) = (5, 300);

/// A range whose end is more than so many times its start names no figure.
const VAGUE: i64 = 2;

/// Figures that differ by less may be one figure, rounded: in hundredths of the smaller.
const ROUNDED: i64 = 101;

/// Neither of two figures with as many digits each that say something, and at least so many, is the other, rounded:
/// 5,967 and 5,995.
const UNROUNDED: usize = 3;

/// What is known of a figure for linking it.
#[derive(Debug, Clone, Copy)]
struct Figure {
    size: Decimal,
    prior: i64,
    /// A measure or a sum, and no count of things.
    measured: bool,
    /// How many of its digits say something: of two figures with as many neither is the other, rounded.
    digits: usize,
}

impl Figure {
    fn of(claim: &Claim, kind: Kind) -> Option<Self> {
        let (size, prior, measured, digits) = match &claim.value {
            // "Several hundred feet" is too little to know any length by.
            Value::Count(count) if kind == Kind::Free && is_vague(count) => return None,
            Value::Count(count) => {
                let prior = match &count.unit {
                    Unit::Currency(_) | Unit::Coin { .. } => MONEY,
                    Unit::Percent | Unit::PercentagePoint => PERCENT,
                    Unit::Measure(_) => MEASURE,
                    Unit::Of(_) | Unit::None => COUNT,
                };
                let digits = count.bound.stated().map_or(0, telling_digits);
                (count.magnitude()?, prior, !matches!(count.unit, Unit::Of(_) | Unit::None), digits)
            }
            Value::Time(time) => (time.length()?.0, LENGTH_OF_TIME, true, 0),
            _ => return None,
        };
        let prior = match kind {
            Kind::Named => NAMED,
            Kind::Counted if measured => OF_A_NOUN,
            Kind::Counted | Kind::Free | Kind::Deed | Kind::Alike => prior,
        };
        (size > Decimal::ZERO).then_some(Self { size, prior, measured, digits })
    }

    /// Whether another figure, by its size and its digits, is this one or one of them the other, rounded.
    fn is_one(&self, (size, digits): (Decimal, usize)) -> bool {
        let near = hundredths(self.size, size).is_some_and(|apart| apart <= ROUNDED);
        near && (self.size == size || self.digits != digits || digits < UNROUNDED)
    }
}

/// The words that two figures share, in bits.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared {
    /// Of those in both sentences.
    pub bits: u64,
    /// Of those next to both figures.
    pub near: u64,
}

/// The figures of one attribute in a story.
pub(super) struct Figures<'c> {
    figures: Vec<Option<Figure>>,
    claims: Vec<&'c Claim>,
    kind: Kind,
    /// The sizes that each source states, and their digits.
    stated: BTreeMap<usize, BTreeMap<Decimal, usize>>,
}

impl<'c> Figures<'c> {
    /// Looks at the claims of one attribute.
    pub(super) fn of(claims: Vec<&'c Claim>, kind: Kind) -> Self {
        let figures: Vec<Option<Figure>> = claims.iter().map(|claim| Figure::of(claim, kind)).collect();
        let mut stated: BTreeMap<usize, BTreeMap<Decimal, usize>> = BTreeMap::new();
        for (claim, figure) in claims.iter().zip(&figures) {
            stated.entry(claim.source).or_default().extend(figure.map(|figure| (figure.size, figure.digits)));
        }
        Self { figures, claims, kind, stated }
    }

    /// What speaks for two unlike figures of two sources being of one thing, where that is enough.
    pub(super) fn link(&self, a: usize, b: usize, shared: Shared) -> Option<i64> {
        let (x, y) = (self.figures[a]?, self.figures[b]?);
        let (left, right) = (self.claims[a], self.claims[b]);
        if left.source == right.source || !comparable(&left.value, &right.value) {
            return None;
        }
        let apart = hundredths(x.size, y.size)?;
        if x.is_one((y.size, y.digits)) || self.states_both(left, right, x, y) {
            return None;
        }
        if left.runs_alike(right) {
            return Some(ALIKE);
        }
        // A price has its year beside it as often as not; a distance and any sum are of the event that they are told with.
        let is_bound = self.kind == Kind::Free || left.is_measure();
        if is_bound && left.event.background != right.event.background {
            return None;
        }
        if is_projected(left) != is_projected(right) || is_age(left) && names_next_differ(left, right) {
            return None;
        }
        let is_slip = left.is_slip_of(right);
        let is_off_scale =
            matches!((&left.value, &right.value), (Value::Count(a), Value::Count(b)) if a.is_off_scale(b));
        // A nought too many or too few, or a million for a billion.
        let is_tenfold = x.measured && (x.size * Decimal::TEN == y.size || y.size * Decimal::TEN == x.size);
        let is_scaled = is_tenfold || is_off_scale;
        if x.measured && !is_slip && !is_tenfold && apart > WIDEST_MEASURE {
            return None;
        }
        let mut odds = x.prior;
        odds += SHARED.iter().find(|(least, _)| shared.bits >= *least)?.1;
        odds += NEIGHBOURS.iter().find(|(least, _)| shared.near >= *least)?.1;
        odds += SIZES.iter().find(|(most, _)| apart <= *most || is_scaled)?.1;
        let ways = self.choices(left) * self.choices(right);
        odds += RIVALS.iter().find(|(least, _)| ways >= *least)?.1;
        let is_long_slip = is_slip && x.digits.min(y.digits) >= LONG_SLIP.0;
        if is_slip {
            odds += SLIP + if is_long_slip { LONG_SLIP.1 } else { 0 };
        }
        if names_another(left, right) && names_another(right, left) {
            odds += OTHER_NAMES;
        }
        if let (Some(a), Some(b)) = (&left.stance.speaker, &right.stance.speaker)
            && a == b
            && a.contains(' ')
            && a.chars().next().is_some_and(char::is_uppercase)
        {
            odds += ONE_SPEAKER;
        }
        let enough = match self.kind {
            Kind::Alike => false,
            Kind::Free => odds >= LINKED_FREELY && (shared.near > 0 || is_long_slip),
            Kind::Counted | Kind::Named | Kind::Deed => odds >= LINKED,
        };
        enough.then_some(odds)
    }

    /// Whether two figures differ, so that one source that states both speaks of two things.
    pub(super) fn differ(&self, a: usize, b: usize) -> bool {
        match (self.figures[a], self.figures[b]) {
            (Some(x), Some(y)) => !x.is_one((y.size, y.digits)),
            _ => self.claims[a].display != self.claims[b].display,
        }
    }

    /// Whether a claim's value is a figure.
    pub(super) fn holds(&self, at: usize) -> bool {
        self.figures[at].is_some()
    }

    /// Whether two figures stand in one source.
    pub(super) fn of_one_source(&self, a: usize, b: usize) -> bool {
        self.claims[a].source == self.claims[b].source
    }

    fn choices(&self, claim: &Claim) -> usize {
        self.stated.get(&claim.source).map_or(1, BTreeMap::len)
    }

    /// Whether a source of one figure states the other too: it speaks of two things.
    fn states_both(&self, left: &Claim, right: &Claim, x: Figure, y: Figure) -> bool {
        let states = |claim: &Claim, figure: Figure| {
            let sizes = self.stated.get(&claim.source);
            sizes.is_some_and(|sizes| sizes.iter().any(|(&size, &digits)| figure.is_one((size, digits))))
        };
        states(left, y) || states(right, x)
    }
}

/// Whether a figure is a range of which one end is several times the other.
fn is_vague(count: &Count) -> bool {
    let (least, most) = (count.bound.min(), count.bound.max());
    least.zip(most).is_some_and(|(least, most)| most > least * Decimal::from(VAGUE))
}

/// Stems of words that tell of what somebody reckons with.
const PROJECTED: [&str; 3] = ["forecast", "poll", "expect"];

/// Whether a figure's sentence tells of a forecast or a poll: what came of it is another figure.
fn is_projected(claim: &Claim) -> bool {
    PROJECTED.iter().any(|stem| claim.context.binary_search_by(|held| held.as_ref().cmp(*stem)).is_ok())
}

/// Whether the figure is how old somebody is.
fn is_age(claim: &Claim) -> bool {
    claim.attribute.starts_with("age_of:")
}

/// Whether the values are in units that can be held against each other.
fn comparable(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Count(x), Value::Count(y)) => match (&x.si, &y.si) {
            (Some(a), Some(b)) => a.1 == b.1,
            _ => x.unit.meets(&y.unit),
        },
        (Value::Time(_), Value::Time(_)) => true,
        _ => false,
    }
}

/// The larger figure in hundredths of the smaller.
fn hundredths(a: Decimal, b: Decimal) -> Option<i64> {
    (a.max(b) * Decimal::ONE_HUNDRED).checked_div(a.min(b))?.floor().to_i64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_of_two_figures_with_as_many_digits_is_the_other_rounded() {
        let figure = |n: i64| {
            let size = Decimal::from(n);
            Figure { size, prior: 0, measured: false, digits: telling_digits(size) }
        };
        let is_one = |a: i64, b: i64| figure(a).is_one((figure(b).size, figure(b).digits));
        assert!(is_one(5_967, 5_967) && is_one(5_967, 6_000) && is_one(6_000, 5_960) && is_one(51, 52));
        assert!(
            !is_one(5_967, 5_995) && !is_one(693_665, 693_565) && !is_one(412, 404) && !is_one(5_000, 6_000)
        );
    }

    #[test]
    fn sizes_are_held_against_the_smaller() {
        assert_eq!(hundredths(Decimal::from(3), Decimal::from(2)), Some(150));
        assert_eq!(hundredths(Decimal::from(2), Decimal::from(3)), Some(150));
        assert_eq!(hundredths(Decimal::ZERO, Decimal::from(3)), None);
    }
}
