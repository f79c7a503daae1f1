//! How the values of two claims relate, each kind by its own comparison.
//!
//! Which claims may be held against each other was decided by [`super::clash`].

use super::{
    Comparison,
    figures::{self, Tolerance},
    lengths, names, scopes, times, titles, words,
};
use crate::{
    claim::{Claim, Count, Time, Value},
    finding::{Reason, Verdict},
    rules::{Compare, LowerBounds},
    text::BlockKind,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

impl Comparison<'_> {
    pub(super) fn values(&self, a: &Claim, b: &Claim) -> Option<(Verdict, Reason)> {
        match (&a.value, &b.value) {
            (Value::Count(x), Value::Count(y)) => figures::relate(x, y, self.tolerance()),
            (Value::Time(x), Value::Time(y)) => times::relate_within(x, y, self.minutes())
                .or_else(|| lengths::length_and_end(x, a.event.time.as_ref(), y))
                .or_else(|| lengths::length_and_end(y, b.event.time.as_ref(), x)),
            (Value::Name(x) | Value::Place(x), Value::Name(y) | Value::Place(y)) => match self.compare {
                Compare::Spelling if a.is_spelling() => names::slips(x, y),
                Compare::Spelling => names::spellings(x, y),
                // A place that no gazetteer knows may lie in the other.
                _ if x.within.is_empty() != y.within.is_empty() && !x.same_as(y) => None,
                _ => Some(names::places(x, y)),
            },

            (Value::Time(length), Value::Count(year)) => years(length, year, b),
            (Value::Count(year), Value::Time(length)) => years(length, year, a),
            (Value::Set { members: x, complete: all_x }, Value::Set { members: y, complete: all_y }) => {
                Some(names::sets((x, *all_x), (y, *all_y)))
            }
            (Value::Scope(x), Value::Scope(y)) => match self.compare {
                Compare::Polarity => {
                    scopes::polarities((x, a.stance.polarity, &a.display), (y, b.stance.polarity, &b.display))
                }
                _ => Some(scopes::scopes(x, y, self.is_listed)),
            },
            (
                Value::Text(x) | Value::Quotation { text: x, .. },
                Value::Text(y) | Value::Quotation { text: y, .. },
            ) => match self.compare {
                Compare::Title if self.is_left(x, y) || self.is_left(y, x) => None,
                Compare::Title => titles::titles(x, y, a.source == b.source),
                _ => {
                    let in_headline = [a, b].iter().any(|claim| claim.block == BlockKind::Headline);
                    words::wordings(x, y, words::Setting { in_headline, of_one_speaker: a.shares_speaker(b) })
                }
            },
            _ => None,
        }
    }

    /// Whether a title other than these two says that the person has left the office of the first: who was vice-president is
    /// president now.
    fn is_left(&self, title: &str, other: &str) -> bool {
        let left = || {
            let titles = self.said.keys().map(|(said, _)| *said);
            titles.filter_map(|said| Some((said, titles::left_office(said)?))).collect()
        };
        let mut left = self.left.get_or_init(left).iter();
        left.any(|(said, office)| *said != other && titles::is_of_office(title, office))
    }

    /// By how many minutes two clock times may differ and still agree.
    const fn minutes(&self) -> u32 {
        if let Compare::Time { tolerance } = self.compare { *tolerance } else { 0 }
    }

    fn tolerance(&self) -> Tolerance {
        let Compare::Count { tolerance, lower_bounds, later: _ } = self.compare else {
            return Tolerance { share: Decimal::ZERO, lower_bounds: LowerBounds::Conflict };
        };
        Tolerance { share: *tolerance / Decimal::ONE_HUNDRED, lower_bounds: *lower_bounds }
    }
}

/// How a length relates to an ordinal of years, which a slot called `phase` says is only being entered.
fn years(length: &Time, year: &Count, claim: &Claim) -> Option<(Verdict, Reason)> {
    let entering = claim.details.iter().any(|(slot, _)| slot == "phase");
    lengths::length_and_year(length, year.bound.stated()?.to_u32()?, entering)
}
