//! Which values a source states whatever they are of, whether or not a rule reads them: whoever states both of two values
//! speaks of two things.
//!
//! An article that sells a watch in steel for 500 dollars and says further down that the cheapest costs 350 does not contradict
//! the one that starts at 350. Used by [`super::Comparison`] when two values exclude each other.

use super::Comparison;
use crate::{
    claim::{Claim, ClaimId, Count, Group, Mention, Polarity, Said, Unit, Value},
    text::{BlockKind, Span},
};
use rust_decimal::Decimal;

/// Above this, two equal counts of people in one article are hardly of other people: smaller ones stand in every article.
const COMMON: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// Percentages that are multiples of this stand in every article too.
const ROUND: Decimal = Decimal::TEN;

impl Comparison<'_> {
    /// Whether the source of one of two claims states the other's value as well, in its running text. Where one copy went
    /// through two hands the other value is a slip, whatever else the article holds; and where an event says of what a day or
    /// a length is, another event of the article may well have had the other.
    pub(super) fn is_known_to_both(&self, a: &Claim, b: &Claim) -> bool {
        a.source != b.source
            && (self.is_count() || !self.by_event)
            && !(a.is_copied() || a.runs_alike(b))
            && !(self.names_whose_age(a) && self.names_whose_age(b))
            && (self.also_states(a, b) || self.also_states(b, a))
    }

    /// Whether any source of two positions states both their values: where no event says that they are of one thing,
    /// the sources that state one alone speak of the two things as well.
    pub(super) fn are_known_to_one(&self, left: &[ClaimId], right: &[ClaimId]) -> bool {
        let claim = |id: &ClaimId| &self.claims[id.0];
        !self.by_event
            && left.iter().map(claim).any(|a| right.iter().map(claim).any(|b| self.is_known_to_both(a, b)))
    }

    /// Whether a claim is the age of somebody whom its words name: others in the article may be as old.
    fn names_whose_age(&self, claim: &Claim) -> bool {
        let Value::Count(Count { unit: Unit::Measure("year"), .. }) = &claim.value else { return false };
        let words = self.articles.get(claim.source).map_or("", |article| article.document.text(claim.span));
        let name = claim.subject.as_deref().and_then(|name| name.rsplit(' ').next());
        name.is_some_and(|name| words.contains(name))
    }

    /// Whether the source of a claim states another's value too, other than where it was weighed already, or is denied or
    /// corrected.
    fn also_states(&self, own: &Claim, other: &Claim) -> bool {
        let Some(article) = self.articles.get(own.source) else { return false };
        let is_bare = |mention: &Mention| {
            let block = article.document.kind_of(&article.document.sentences[mention.sentence]);
            let mut here = self.claims_at(own.source, mention.span);
            block.is_story()
                && block != BlockKind::Headline
                && !here.any(|(id, claim)| self.is_weighed(id, claim))
        };
        let mut values = article.mentions.iter().zip(article.values());
        values.any(|(mention, value)| self.is_value_of(mention, value, other) && is_bare(mention))
    }

    /// The claims of a source whose words overlap a span, with their places in the story's list.
    fn claims_at(&self, source: usize, span: Span) -> impl Iterator<Item = (ClaimId, &Claim)> {
        let first = self.claims.partition_point(|claim| claim.source < source);
        let own = self.claims[first..].iter().take_while(move |claim| claim.source == source);
        let numbered = own.enumerate().map(move |(at, claim)| (ClaimId(first + at), claim));
        numbered.filter(move |(_, claim)| claim.span.overlaps(span))
    }

    /// Whether a claim is of the topic, or says that its value does not hold.
    fn is_weighed(&self, id: ClaimId, claim: &Claim) -> bool {
        self.topic.claims.contains(&id) || claim.superseded || claim.stance.polarity == Polarity::Negated
    }

    /// Whether a mention states the value of a claim: the same figure with its unit or of the same noun, the same
    /// stretch of time, the same length.
    fn is_value_of(&self, mention: &Mention, value: &Value, claim: &Claim) -> bool {
        match (value, &claim.value) {
            (Value::Count(one), Value::Count(two)) => {
                let Some(figure) = one.bound.stated().filter(|_| one.bound.stated() == two.bound.stated())
                else {
                    return false;
                };
                match (&mention.said, &two.unit) {
                    (Said::Group(group), Unit::Of(_) | Unit::None) => self.counts_alike(group, figure, claim),
                    (_, Unit::Of(_) | Unit::None) => false,
                    (_, Unit::Percent) => one.unit == Unit::Percent && !(figure % ROUND).is_zero(),
                    (_, unit) => one.unit.meets(unit),
                }
            }
            (Value::Time(one), Value::Time(two)) => match (one.length(), two.length()) {
                (Some((one, _)), Some((two, _))) => one == two,
                (None, None) => one.start.is_some() && (one.start, one.end) == (two.start, two.end),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a counted noun phrase of the same figure may count what a claim counts: the same noun, or people.
    fn counts_alike(&self, group: &Group, figure: Decimal, claim: &Claim) -> bool {
        let last = |words: &str| words.rsplit(' ').next().map(str::to_owned);
        if let Some((_, noun)) = claim.attribute.split_once(':') {
            return last(noun) == last(&group.head);
        }
        if self.by_event {
            return group.people && figure > COMMON;
        }
        matches!(&claim.value, Value::Count(count) if matches!(&count.unit, Unit::Of(noun) if *noun == group.head))
    }
}
