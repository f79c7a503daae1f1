//! The same value in another unit or currency, in brackets behind a figure.
//!
//! ```text
//! conversion = "(" ("or" | "some")? amount "-"? ")"                              "600 metres (2,000 feet)"
//! ```
//!
//! Writers round both figures, each to its last digit that is not zero: where that cannot make one of the other they
//! are two values, and what lies in the brackets is a figure of its own.

use super::{
    figure::{Amount, amount},
    item::Kind,
    phrase::{Read, glued_dash, mark, no, one_of},
    quantity, unit,
};
use crate::{rules::FigurePolicy, text::Tokens};
use rust_decimal::Decimal;

/// Reads a conversion of an amount behind it.
pub(super) fn conversion<'a>(tokens: Tokens<'a>, of: &Amount, policy: &FigurePolicy) -> Read<'a, Amount> {
    let (rest, ()) = mark("(")(tokens)?;
    let rest = one_of(&["or", "some"])(rest).map_or(rest, |(rest, ())| rest);
    let (rest, other) = amount(rest, policy)?;
    let rest = glued_dash(rest).map_or(rest, |(rest, ())| rest);
    let (rest, ()) = mark(")")(rest)?;
    let fits = match (of.kind, other.kind) {
        (Some(Kind::Measure(one)), Some(Kind::Measure(unit))) => {
            quantity::converts(&one, &unit) && agree(of, &other)
        }
        (Some(Kind::Money(one)), Some(Kind::Money(other))) => one != other,
        _ => false,
    };
    if fits { Ok((rest, other)) } else { no() }
}

/// Whether two amounts can be one in two units: temperatures within three degrees, all else where rounding may part them.
fn agree(one: &Amount, other: &Amount) -> bool {
    let (Some(a), Some(b)) = (Size::of(one), Size::of(other)) else { return true };
    let apart = (a.low - b.high).max(b.low - a.high);
    if a.kind == unit::Kind::Temperature {
        return apart <= Decimal::from(3);
    }
    // The one was rounded to the nearest, the other perhaps cut.
    let rounding = (a.step + b.step + a.step.max(b.step)) / Decimal::TWO;
    let slack = Decimal::new(3, 2) * a.high.max(b.high);
    apart <= rounding.max(slack)
}

/// What a figure may be, and what it was rounded to, in the SI unit of its kind.
struct Size {
    low: Decimal,
    high: Decimal,
    step: Decimal,
    kind: unit::Kind,
}

impl Size {
    fn of(amount: &Amount) -> Option<Self> {
        let Some(Kind::Measure(unit)) = amount.kind else { return None };
        let bound = amount.bound;
        let figure = bound.stated().or_else(|| bound.max()).or_else(|| bound.min())?;
        let (low, high) = unit.span_in_si(figure)?;
        let step = high.checked_mul(step(figure))?.checked_div(figure).unwrap_or(high);
        Some(Self { low, high, step: step.abs(), kind: unit.kind })
    }
}

/// The place of the last digit that is not zero, or five of it where that digit is a five behind others: 10 of 230, 5 of 75, 0.1
/// of 2.4.
fn step(figure: Decimal) -> Decimal {
    let figure = figure.abs().normalize();
    if figure.is_zero() {
        return Decimal::ONE;
    }
    let mut digits = figure.mantissa();
    let mut step = Decimal::new(1, figure.scale());
    while digits % 10 == 0 {
        digits /= 10;
        step *= Decimal::TEN;
    }
    if digits > 10 && digits % 10 == 5 { step * Decimal::from(5) } else { step }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_rounded_to_its_last_digit() {
        for (figure, want) in
            [("230", "10"), ("157", "1"), ("2.4", "0.1"), ("75", "5"), ("5", "1"), ("1000000", "1000000")]
        {
            let read = |written: &str| written.parse::<Decimal>().expect("a figure");
            assert_eq!(step(read(figure)), read(want), "{figure}");
        }
    }
}
