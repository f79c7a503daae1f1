//! Where figures stand on a scale of round numbers, in exact decimals.

use rust_decimal::Decimal;

/// A scale from one round number to another.
pub(super) struct Scale {
    low: Decimal,
    high: Decimal,
    step: Decimal,
}

/// The steps that a scale has at most.
const STEPS: i64 = 6;
/// The smallest step; whole figures have whole steps.
const LEAST: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

impl Scale {
    /// A scale that holds every figure; none where there is no figure or they cannot be told apart on one.
    ///
    /// It starts at zero unless the figures lie close together and far from it.
    pub(super) fn holding(figures: impl Iterator<Item = Decimal>) -> Option<Self> {
        let (mut low, mut high): (Option<Decimal>, Option<Decimal>) = (None, None);
        let mut least = Decimal::ONE;
        for figure in figures {
            if !figure.is_integer() {
                least = LEAST;
            }
            low = Some(low.map_or(figure, |low| low.min(figure)));
            high = Some(high.map_or(figure, |high| high.max(figure)));
        }
        let (mut low, high) = (low?, high?);
        let three_lows = low.checked_mul(Decimal::from(3))?;
        if low > Decimal::ZERO && three_lows < high.checked_mul(Decimal::TWO)? {
            low = Decimal::ZERO;
        }
        let step = round_step(high.checked_sub(low)?.checked_div(Decimal::from(STEPS))?.max(least))?;
        let low = low.checked_div(step)?.floor().checked_mul(step)?;
        // The last mark lies behind the highest figure, so that an open bound has room for its arrow.
        let high = high.checked_div(step)?.floor().checked_add(Decimal::ONE)?.checked_mul(step)?;
        (high > low).then_some(Self { low, high, step })
    }

    /// Where a figure stands, in per cent of the scale's length; 100 for a length that open bounds may not leave.
    pub(super) fn place(&self, figure: Decimal) -> Decimal {
        let length = self.high - self.low;
        figure
            .clamp(self.low, self.high)
            .checked_sub(self.low)
            .and_then(|part| part.checked_div(length))
            .and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED))
            .unwrap_or_default()
            .round_dp(2)
            .normalize()
    }

    /// The round numbers on it.
    pub(super) fn marks(&self) -> Vec<Decimal> {
        let mut marks = Vec::new();
        let mut mark = self.low;
        // A scale has at most a step more than it was cut into, and one for each end.
        while mark <= self.high && marks.len() <= usize::try_from(STEPS).unwrap_or_default() + 2 {
            marks.push(mark.normalize());
            mark += self.step;
        }
        marks
    }
}

/// The smallest of 1, 2 and 5 times a power of ten that is no smaller than `least`.
fn round_step(least: Decimal) -> Option<Decimal> {
    let mut power = LEAST;
    loop {
        for times in [1, 2, 5] {
            let step = power.checked_mul(Decimal::from(times))?;
            if step >= least {
                return Some(step);
            }
        }
        power = power.checked_mul(Decimal::TEN)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_have_round_numbers() {
        for (figures, marks) in [
            (vec!["3", "5"], "0 1 2 3 4 5 6"),
            (vec!["90", "97"], "90 92 94 96 98"),
            (vec!["0.5", "0.52"], "0.5 0.51 0.52 0.53"),
            (vec!["12", "26000"], "0 5000 10000 15000 20000 25000 30000"),
            (vec!["-4", "4"], "-4 -2 0 2 4 6"),
            (vec!["12", "14"], "12 13 14 15"),
            (vec!["7"], "7 8"),
        ] {
            let scale = Scale::holding(figures.iter().map(|figure| figure.parse().unwrap())).unwrap();
            let shown: Vec<String> = scale.marks().iter().map(ToString::to_string).collect();
            assert_eq!(shown.join(" "), marks, "{figures:?}");
        }
        let scale = Scale::holding([3.into(), 5.into()].into_iter()).unwrap();
        assert_eq!(scale.place(3.into()).to_string(), "50");
        assert!(Scale::holding([Decimal::MAX, Decimal::MIN].into_iter()).is_none());
    }
}
