//! A figure as the writer gave it: the number printed and the bounds it implies.

use rust_decimal::Decimal;

/// What no figure reaches that is read: news has none so large but by a slip. An exact decimal holds less than 10^29, so that
/// figures may be held against each other in hundredths, tenfold or added up, and still have room.
const CEILING: Decimal = Decimal::from_parts(0xA100_0000, 0x1BCE_CCED, 0xD3C2, false, 0);

/// A figure, where it is small enough to be held against others.
pub(crate) fn comparable(figure: Decimal) -> Option<Decimal> {
    Some(figure).filter(|figure| figure.abs() < CEILING)
}

/// What a printed figure says about the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "12"
    Exactly(Decimal),
    /// "about 12", with the lowest and highest figure that the tolerance admits.
    About { stated: Decimal, low: Decimal, high: Decimal },
    /// "at least 12": 12 is in it.
    AtLeast(Decimal),
    /// "more than 12": 12 is not.
    MoreThan(Decimal),
    /// "just over 12": 12 is not, and no more than the tolerance admits.
    JustOver { stated: Decimal, high: Decimal },
    /// "up to 12": 12 is in it.
    AtMost(Decimal),
    /// "fewer than 12": 12 is not.
    LessThan(Decimal),
    /// "just under 12", "nearly 12": 12 is not, and no less than the tolerance admits.
    JustUnder { stated: Decimal, low: Decimal },
    /// "6 to 8": both are in it.
    Between { low: Decimal, high: Decimal },
    /// "dozens", "several": a policy gives the bounds, an end may be open.
    Vague { stated: Option<Decimal>, low: Option<Decimal>, high: Option<Decimal> },
}

impl Bound {
    /// The figure as printed; none for a range or a vague word.
    #[must_use]
    pub const fn stated(&self) -> Option<Decimal> {
        match *self {
            Self::Exactly(n)
            | Self::About { stated: n, .. }
            | Self::JustOver { stated: n, .. }
            | Self::JustUnder { stated: n, .. }
            | Self::AtLeast(n)
            | Self::MoreThan(n)
            | Self::AtMost(n)
            | Self::LessThan(n) => Some(n),
            Self::Between { .. } => None,
            Self::Vague { stated, .. } => stated,
        }
    }

    /// The closed lower bound; none where open.
    #[must_use]
    pub const fn min(&self) -> Option<Decimal> {
        match *self {
            Self::Exactly(n) | Self::AtLeast(n) | Self::MoreThan(n) => Some(n),
            Self::About { low, .. }
            | Self::Between { low, .. }
            | Self::JustOver { stated: low, .. }
            | Self::JustUnder { low, .. } => Some(low),
            Self::AtMost(_) | Self::LessThan(_) => None,
            Self::Vague { low, .. } => low,
        }
    }

    /// The closed upper bound; none where open.
    #[must_use]
    pub const fn max(&self) -> Option<Decimal> {
        match *self {
            Self::Exactly(n) | Self::AtMost(n) | Self::LessThan(n) => Some(n),
            Self::About { high, .. }
            | Self::Between { high, .. }
            | Self::JustOver { high, .. }
            | Self::JustUnder { stated: high, .. } => Some(high),
            Self::AtLeast(_) | Self::MoreThan(_) => None,
            Self::Vague { high, .. } => high,
        }
    }

    /// The name of the qualifier in reports.
    #[must_use]
    pub const fn qualifier(&self) -> &'static str {
        match self {
            Self::Exactly(_) => "exact",
            Self::About { .. } => "approx",
            Self::AtLeast(_) => "at_least",
            Self::MoreThan(_) | Self::JustOver { .. } => "more_than",
            Self::AtMost(_) => "at_most",
            Self::LessThan(_) | Self::JustUnder { .. } => "less_than",
            Self::Between { .. } => "range",
            Self::Vague { .. } => "vague",
        }
    }

    /// The same bound with every figure put through `f`; `f` must keep order.
    #[must_use]
    pub fn map(&self, f: impl Fn(Decimal) -> Decimal) -> Self {
        match *self {
            Self::Exactly(n) => Self::Exactly(f(n)),
            Self::About { stated, low, high } => {
                Self::About { stated: f(stated), low: f(low), high: f(high) }
            }
            Self::AtLeast(n) => Self::AtLeast(f(n)),
            Self::MoreThan(n) => Self::MoreThan(f(n)),
            Self::AtMost(n) => Self::AtMost(f(n)),
            Self::LessThan(n) => Self::LessThan(f(n)),
            Self::JustOver { stated, high } => Self::JustOver { stated: f(stated), high: f(high) },
            Self::JustUnder { stated, low } => Self::JustUnder { stated: f(stated), low: f(low) },
            Self::Between { low, high } => Self::Between { low: f(low), high: f(high) },
            Self::Vague { stated, low, high } => {
                Self::Vague { stated: stated.map(&f), low: low.map(&f), high: high.map(&f) }
            }
        }
    }
}

/// What a figure counts or measures.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Unit {
    /// A bare number.
    #[default]
    None,
    /// Countable things, by the singular of their noun: "person", "village".
    Of(String),
    /// A unit of measure, singular and spelled out: "kilometre".
    Measure(&'static str),
    /// A currency, ISO 4217; several candidates where the sign is shared and the context does not decide.
    Currency(&'static [&'static str]),
    /// Hundredths of a currency, with the name of the coin: 50 "cent".
    Coin { name: &'static str, of: &'static [&'static str] },
    /// Hundredths.
    Percent,
    /// Percentage points.
    PercentagePoint,
}

impl Unit {
    /// Whether two units are one, or may be: "$" meets every dollar, a penny its pound, and what a noun counts any other noun,
    /// since nouns are matched when claims are aligned.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Currency(a), Self::Currency(b))
            | (Self::Coin { of: a, .. }, Self::Currency(b))
            | (Self::Currency(a), Self::Coin { of: b, .. }) => a.iter().any(|code| b.contains(code)),
            (Self::Coin { of: a, name: x }, Self::Coin { of: b, name: y }) => {
                x == y && a.iter().any(|code| b.contains(code))
            }
            (Self::Of(_) | Self::None, Self::Of(_) | Self::None) => true,
            _ => self == other,
        }
    }
}

/// A figure with its bounds and unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Count {
    /// The figure and what the words around it make of it.
    pub bound: Bound,
    /// What it counts or measures.
    pub unit: Unit,
    /// The same bound in the SI unit of its kind, with that unit's name, where the unit converts.
    pub si: Option<Box<(Bound, &'static str)>>,
    /// Figures and units in brackets that the writer gives for the same value: "600 metres (2,000 feet)".
    pub conversions: Vec<(Bound, Unit)>,
    /// The part and the whole of a ratio: 1 and 5 in "one in five", whose figure is a fifth.
    pub share: Option<Box<(Decimal, Decimal)>>,
}

impl Count {
    /// The bound in whole units of its currency where it is given in coins: 4.65 for 465 pence.
    #[must_use]
    pub fn in_whole_units(&self) -> Bound {
        match self.unit {
            Unit::Coin { .. } => self.bound.map(|coins| coins / Decimal::ONE_HUNDRED),
            _ => self.bound,
        }
    }

    /// Whether two sums or measures of one unit are the same digits, a thousand or a million times apart: "$48.2 million" and
    /// "$48.2 billion".
    #[must_use]
    pub fn is_off_scale(&self, other: &Self) -> bool {
        /// How many times a slip of scale makes one figure of another.
        const SCALES: [i64; 2] = [1_000, 1_000_000];
        let measured = match (&self.unit, &other.unit) {
            (Unit::Measure(one), Unit::Measure(two)) => one == two,
            (Unit::Currency(_) | Unit::Coin { .. }, unit) => self.unit.meets(unit),
            _ => false,
        };
        if !measured {
            return false;
        }
        let whole =
            |count: &Self| count.in_whole_units().stated().filter(|figure| telling_digits(*figure) > 1);
        let (Some(a), Some(b)) = (whole(self), whole(other)) else { return false };
        SCALES.iter().any(|times| a.max(b).checked_div(a.min(b)) == Some(Decimal::from(*times)))
    }

    /// The size of the figure, in the SI unit of its kind where it converts.
    #[must_use]
    pub fn magnitude(&self) -> Option<Decimal> {
        let bound = self.si.as_ref().map_or_else(|| self.in_whole_units(), |si| si.0);
        bound.stated().or_else(|| bound.min()).or_else(|| bound.max())
    }

    /// Whether the printed figure is the other but for a slip of typing: its digits in another order, as in "$381 million" and
    /// "$318 million", or, of five digits and more, all of them but one, as in "972,814" and "972,815"; or of its scale.
    #[must_use]
    pub fn is_slip_of(&self, other: &Self) -> bool {
        /// Figures of so many digits that say something share all but one of them hardly by chance.
        const LONG: usize = 5;
        let digits = |count: &Self| -> Option<Vec<u8>> {
            let figure = count.bound.stated()?.normalize().to_string();
            let digits: Vec<u8> = figure.bytes().filter(u8::is_ascii_digit).collect();
            let end = digits.iter().rposition(|digit| *digit != b'0')? + 1;
            Some(digits[..end].to_vec())
        };
        if self.is_off_scale(other) {
            return true;
        }
        // Digits in another order have one sum, and few long figures differ in one of them alone.
        let (Some(one), Some(two)) = (self.bound.stated(), other.bound.stated()) else { return false };
        let is_short = |figure: Decimal| figure.scale() == 0 && telling_digits(figure) < LONG;
        let sum = |figure: Decimal| figure.mantissa().unsigned_abs() % 9;
        if sum(one) != sum(two) && (is_short(one) || is_short(two)) {
            return false;
        }
        let (Some(mut a), Some(mut b)) = (digits(self), digits(other)) else { return false };
        if a.len() < 2 || a == b {
            return false;
        }
        let unlike = a.iter().zip(&b).filter(|(x, y)| x != y).count();
        if a.len() >= LONG && a.len() == b.len() && unlike == 1 {
            return true;
        }
        a.sort_unstable();
        b.sort_unstable();
        a == b
    }

    /// An exact bare number.
    #[must_use]
    pub const fn exactly(n: Decimal) -> Self {
        Self::of(Bound::Exactly(n), Unit::None)
    }

    /// A bound with its unit, without conversions.
    #[must_use]
    pub const fn of(bound: Bound, unit: Unit) -> Self {
        Self { bound, unit, si: None, conversions: Vec::new(), share: None }
    }
}

/// How many digits of a figure say something: two of 38, three of 1,850.
#[must_use]
pub fn telling_digits(figure: Decimal) -> usize {
    let mut rest = figure.mantissa().unsigned_abs();
    while rest != 0 && rest.is_multiple_of(10) {
        rest /= 10;
    }
    rest.checked_ilog10().map_or(0, |last| last as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_scale_is_known_of_sums_and_measures() {
        let money = Unit::Currency(&["USD"]);
        let count = |n: i64, unit: &Unit| Count::of(Bound::Exactly(n.into()), unit.clone());
        for (left, right, unit, want) in [
            (36_500_000, 36_500_000_000, &money, true),
            (36_500_000_000, 36_500, &money, true),
            (36_500_000, 36_500_000, &money, false),
            (36_500_000, 365_000_000, &money, false),
            (3_000_000, 3_000_000_000, &money, false),
            (1_200, 1_200_000, &Unit::Measure("hectare"), true),
            (1_200, 1_200_000, &Unit::Of("vote".into()), false),
        ] {
            let is_slip = count(left, unit).is_slip_of(&count(right, unit));
            assert_eq!(is_slip, want, "{left} and {right}");
        }
        let pence = Unit::Coin { name: "penny", of: &["GBP"] };
        let pounds = Unit::Currency(&["GBP"]);
        assert!(!count(36_500, &pounds).is_off_scale(&count(36_500_000, &money)), "of two currencies");
        assert!(!count(36_500, &pence).is_off_scale(&count(365, &pounds)), "the same sum");
    }

    #[test]
    fn a_slip_of_typing_is_known() {
        let count = |figure: &str| Count::exactly(figure.parse().expect("a figure"));
        for (left, right, want) in [
            ("381000000", "318000000", true),
            ("38.5", "35.8", true),
            ("38.5", "38.5", false),
            ("30", "300", false),
            ("12", "13", false),
            ("972815", "972814", true),
            ("972815", "972824", false),
            ("9720", "9710", false),
        ] {
            assert_eq!(count(left).is_slip_of(&count(right)), want, "{left} and {right}");
        }
    }
}
