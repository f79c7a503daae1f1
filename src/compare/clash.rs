//! Which claims of a topic may be held against each other: not those that their own words give to two people, two years
//! or two things.
//!
//! What the values then say is for [`super::values`].

use super::{Answer, Comparison, answer, words};
use crate::{
    claim::{Certainty, Claim, ClaimId, Count, Grain, Stance, Unit, Value},
    rules::Compare,
    text::BlockKind,
};
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// From so many years before the story a year is long ago.
const LONG_AGO: i16 = 2;

/// So many sentences open an article: a headline, a lead and what goes on from it.
const OPENING: usize = 4;

/// From this sentence on an article is far below its opening: a news item of an agency has ended here.
const FAR_BELOW: usize = 30;

/// So many words around two tolls tell that they are of one event; that people died or were hurt is among them.
const TELLING_WORDS: usize = 4;

/// So many sources that state two values of one event each do not all contradict themselves.
const SEVERAL: usize = 2;

impl Comparison<'_> {
    /// Whether two claims may be held against each other: not those of the killed and of the wounded; of two sources, or of
    /// one where it repeats itself in another kind of block or another mouth. Two figures in one running text are
    /// mostly of two things.
    pub(super) fn may_clash(&self, a: &Claim, b: &Claim) -> bool {
        if a.counted_by.as_ref().zip(b.counted_by.as_ref()).is_some_and(|(one, other)| one != other) {
            return false;
        }
        if a.source != b.source {
            return !self.is_of_others(a, b);
        }
        // "Three held", and "arrested two suspects": a part that has a name of its own.
        if a.population != b.population {
            return false;
        }
        match self.compare {
            Compare::Count { .. }
            | Compare::Time { .. }
            | Compare::Place
            | Compare::Names
            | Compare::Holder
            | Compare::Scope => {
                (a.block == BlockKind::Headline) != (b.block == BlockKind::Headline)
                    || (a.block == BlockKind::Caption) != (b.block == BlockKind::Caption)
                    || !self.by_context && is_dispute(a, b)
            }
            Compare::Duration { .. } | Compare::Spelling | Compare::Title | Compare::Polarity => true,
            Compare::Words => !words::repeats(a, b),
        }
    }

    /// Whether a source states both values in its running text, and so speaks of two things, where nothing but the words
    /// around the values says that they are of one, or where the answers are closed: an article that lifts sanctions on two
    /// firms and keeps them on a bank, or has one flight bound for Lyon and one for Porto. Where the event says that figures
    /// are of one thing, several sources must.
    pub(super) fn is_told_apart(&self, left: &[ClaimId], right: &[ClaimId]) -> bool {
        let tellers = |ids: &[ClaimId]| -> BTreeSet<usize> {
            // Many claims of a position give one answer.
            let answers: BTreeSet<Answer<'_>> = ids.iter().map(|id| answer(&self.claims[id.0])).collect();
            answers.iter().filter_map(|answer| self.said.get(answer)).flatten().copied().collect()
        };
        let both = || tellers(left).intersection(&tellers(right)).count();
        if self.is_measured() {
            return both() >= if self.by_event { SEVERAL } else { 1 };
        }
        let is_open = matches!(self.compare, Compare::Place | Compare::Scope) && !self.by_event;
        (self.is_closed || is_open) && both() > 0
    }

    /// Whether two tolls both stand below the opening of their articles and one far below: a long article tells there of
    /// other dead than its own, and nothing but the kind of event holds the two together, where neither a day nor enough
    /// words do. Of a toll of nobody it is enough that one stands below.
    pub(super) fn is_background(&self, a: &Claim, b: &Claim) -> bool {
        if !self.is_toll || a.source == b.source {
            return false;
        }
        let place = |claim: &Claim| claim.sentence_index;
        let shared = || a.context.iter().filter(|word| b.context.contains(word)).count();
        // That nobody was hurt is told of every incident that an article mentions.
        let is_nought = |claim: &Claim| claim.stated().is_some_and(|figure| figure.is_zero());
        if is_nought(a) || is_nought(b) {
            return place(a).max(place(b)) >= OPENING;
        }
        place(a).min(place(b)) >= OPENING
            && place(a).max(place(b)) >= FAR_BELOW
            && (day(a).is_none() || day(a) != day(b))
            && shared() < TELLING_WORDS
    }

    /// Whether a date, a place, a length or a figure is of another person, day or year in one sentence than in the
    /// other, where no event says that figures are of one thing.
    fn is_of_others(&self, a: &Claim, b: &Claim) -> bool {
        match self.compare {
            Compare::Count { .. } if a.is_slip_of(b) => false,
            Compare::Count { .. } => {
                !self.is_of_whom && a.is_told_of_another(b)
                    || !self.by_event && are_of_two_days(a, b)
                    || (self.by_context || self.by_nothing) && self.is_of_another_year(a, b)
            }
            Compare::Time { .. }
            | Compare::Duration { .. }
            | Compare::Place
            | Compare::Scope
            | Compare::Polarity => a.is_told_of_another(b),
            Compare::Names | Compare::Holder | Compare::Spelling | Compare::Words | Compare::Title => false,
        }
    }

    /// Whether figures are of two years, by the years written beside them: what was long ago has its year beside it,
    /// and what is now has mostly none. How long or heavy a thing is does not change with the year.
    fn is_of_another_year(&self, a: &Claim, b: &Claim) -> bool {
        if a.is_measure() && b.is_measure() {
            return false;
        }
        match (a.year, b.year) {
            (Some(one), Some(two)) => one != two,
            (Some(year), None) | (None, Some(year)) => self.now().is_some_and(|now| year + LONG_AGO <= now),
            (None, None) => false,
        }
    }

    /// The year that the story is of: that in which its last source was published or, where none is dated, the last one
    /// beside a value that is not yet to come.
    fn now(&self) -> Option<i16> {
        let published = self.sources.iter().filter_map(|source| source.published);
        let told = self.claims.iter().filter(|claim| claim.stance.certainty != Certainty::Planned);
        let year = || published.map(|one| one.at.year()).max();
        *self.now.get_or_init(|| year().or_else(|| told.filter_map(|claim| claim.year).max()))
    }
}

/// Whether one value is so many times the other that they are hardly of one thing: with nothing but the words around
/// them to say so, twice, a counted thing three times; a count of people of one event, twenty times. Ten times is a
/// nought too many.
pub(super) fn far_apart(a: &Value, b: &Value, by_context: bool) -> bool {
    let beyond = |times: i64, x: Decimal, y: Decimal| {
        let (low, high) = (x.abs().min(y.abs()), x.abs().max(y.abs()));
        high > low * Decimal::from(times) && high != low * Decimal::TEN && !low.is_zero()
    };
    match (a, b) {
        (Value::Count(x), Value::Count(y)) if by_context && x.is_slip_of(y) => false,
        (Value::Count(x), Value::Count(y)) => match (x.magnitude(), y.magnitude()) {
            (Some(m), Some(n)) => match (&x.unit, by_context) {
                (Unit::Of(_), true) => beyond(3, m, n),
                (_, true) => beyond(2, m, n),
                (Unit::Of(_), false) => beyond(20, m, n),
                (_, false) => false,
            },
            _ => false,
        },
        (Value::Time(x), Value::Time(y)) => match (x.length(), y.length()) {
            (Some((x, _)), Some((y, _))) => by_context && beyond(2, x, y),
            _ => false,
        },
        _ => false,
    }
}

/// Whether the sentences of two figures put them on two days: what fell, rose or was seen on Monday is not what did on Tuesday. Nobody
/// grows older by it.
fn are_of_two_days(a: &Claim, b: &Claim) -> bool {
    if matches!(&a.value, Value::Count(Count { unit: Unit::Measure("year"), .. })) {
        return false;
    }
    let says_a_day = |claim: &Claim| {
        !claim.event.lent && claim.event.time.as_ref().is_some_and(|time| time.grain <= Grain::Day)
    };
    says_a_day(a) && says_a_day(b) && day(a).zip(day(b)).is_some_and(|(one, other)| one != other)
}

/// The first day of the event of a claim.
fn day(claim: &Claim) -> Option<Date> {
    claim.event.time.as_ref().and_then(|time| time.start).map(DateTime::date)
}

/// Whether two speakers of one text are set against each other: over a measure, or over a count in one sentence or in two that
/// follow each other. Further apart they mostly count at two places.
fn is_dispute(a: &Claim, b: &Claim) -> bool {
    let counts = matches!(&a.value, Value::Count(Count { unit: Unit::Of(_) | Unit::None, .. }));
    let is_near = !counts || a.sentence_index.abs_diff(b.sentence_index) <= 1;
    is_near && disputed(&a.stance, &b.stance).is_some()
}

/// The two speakers, where each claim has one and they are two.
pub(super) fn disputed<'s>(a: &'s Stance, b: &'s Stance) -> Option<(&'s str, &'s str)> {
    match (&a.speaker, &b.speaker) {
        (Some(x), Some(y)) if x != y => Some((x, y)),
        _ => None,
    }
}
