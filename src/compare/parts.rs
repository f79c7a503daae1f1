//! What is a part of a figure, by the words around it or by what is stated beside it, is no rival of the whole.
//!
//! Used by [`super::Comparison`] before two figures are held against each other.

use super::{Comparison, places};
use crate::{
    claim::{Claim, Count, Said, Share, Unit, Value},
    text::BlockKind,
};
use rust_decimal::Decimal;

impl Comparison<'_> {
    /// Whether a figure is, by the words of the other, what that is a part of: the 24 of whom "12 of the 24" were held, the
    /// 7,000 to which "another 3,000" came. Or it is the sum of two of the other source: the three who "were shot" are its two
    /// wounded and one dead.
    pub(super) fn includes(&self, whole: &Claim, part: &Claim) -> bool {
        let Some((all, some)) = at_least(whole).zip(part.stated()) else { return false };
        let counted = matches!(&whole.value, Value::Count(Count { unit: Unit::Of(_) | Unit::None, .. }));
        if (whole.share == Share::Whole || part.share == Share::OfOne)
            && part.share.is_told_from(some, all, counted)
        {
            return true;
        }
        if whole.stated().is_none() {
            return false;
        }
        if self.is_summed(whole, part)
            || self.is_counted_in(whole, all - some)
            || self.is_said_to_hold(whole, all, some)
        {
            return true;
        }
        let Some((attribute, rest)) = whole.may_include.as_deref().map(|attribute| (attribute, all - some))
        else {
            return false;
        };
        let is_rest = |claim: &Claim| claim.attribute == attribute && claim.stated() == Some(rest);
        self.of_source(part.source).any(is_rest)
    }

    /// The claims of a source from a byte of its text on, and those of the sources behind it: a story's claims are in that order.
    fn from(&self, source: usize, byte: usize) -> impl Iterator<Item = &Claim> {
        let first = self.claims.partition_point(|claim| (claim.source, claim.span.start()) < (source, byte));
        self.claims[first..].iter()
    }

    /// The claims of a source.
    fn of_source(&self, source: usize) -> impl Iterator<Item = &Claim> {
        self.from(source, 0).take_while(move |claim| claim.source == source)
    }

    /// The claims in the sentence of one.
    fn beside(&self, one: &Claim) -> impl Iterator<Item = &Claim> {
        let (source, sentence) = (one.source, one.sentence_index);
        self.from(source, one.sentence.start())
            .take_while(move |claim| (claim.source, claim.sentence_index) == (source, sentence))
    }

    /// The claims in the sentence of one, in that before and in that behind.
    fn around(&self, one: &Claim) -> impl Iterator<Item = &Claim> {
        let (source, sentence) = (one.source, one.sentence_index);
        let first = (source, sentence.saturating_sub(1));
        let first = self.claims.partition_point(|claim| (claim.source, claim.sentence_index) < first);
        self.claims[first..]
            .iter()
            .take_while(move |claim| claim.source == source && claim.sentence_index <= sentence + 1)
    }

    /// Whether somebody says of the whole figure that it includes the other: the six of whom all speak where one source
    /// has "eight people, including six Americans".
    fn is_said_to_hold(&self, whole: &Claim, all: Decimal, some: Decimal) -> bool {
        let alike = |claim: &Claim| claim.attribute == whole.attribute && claim.rule == whole.rule;
        let further = || places(self.claims, |claim| claim.share == Share::Further);
        let further = self.singular.further.get_or_init(further).iter().map(|id| &self.claims[id.0]);
        let mut parts = further.filter(|claim| alike(claim) && claim.stated() == Some(some));
        parts.any(|part| self.beside(part).any(|sum| alike(sum) && sum.stated() == Some(all)))
    }

    /// Whether the sentence of a figure names so many attackers among those whom it counts: the gunman of "four died, including
    /// the gunman", whom others leave out.
    fn is_counted_in(&self, whole: &Claim, rest: Decimal) -> bool {
        let is_attacker = |claim: &Claim| {
            claim.population.as_deref().is_some_and(|whom| whom.rsplit(' ').next() == Some("attacker"))
        };
        self.beside(whole).any(|claim| {
            claim.attribute == whole.attribute && claim.stated() == Some(rest) && is_attacker(claim)
        })
    }

    /// Whether a figure is, with another that its source states of the same thing in the same words' sentence or the next, the
    /// other source's: the fund put 250 million into it and the bank another 250 million, which together are 500 million.
    fn is_summed(&self, whole: &Claim, part: &Claim) -> bool {
        let Some((all, some)) = whole.stated().zip(part.stated()) else { return false };
        let beside = |claim: &&Claim| {
            (claim.attribute == part.attribute && claim.population == part.population
                || claim.counts_a_noun() && claim.sentence_index == part.sentence_index)
                && claim.block != BlockKind::Headline
                && part.block != BlockKind::Headline
                && !claim.span.overlaps(part.span)
        };
        let units = |claim: &Claim| match (&claim.value, &whole.value) {
            (Value::Count(own), Value::Count(other)) => own.unit.meets(&other.unit),
            _ => false,
        };
        let adds_up = |claim: &Claim| {
            let Value::Count(count) = &claim.value else { return false };
            let rest = all - some;
            rest > Decimal::ZERO
                && count.bound.min().is_some_and(|least| least <= rest)
                && count.bound.max().is_some_and(|most| rest <= most)
        };
        units(part)
            && (self.around(part).filter(beside).any(|claim| units(claim) && adds_up(claim))
                || self.is_followed_by(part, all - some))
    }

    /// Whether so many more of the same are counted behind a figure in its sentence, be it without their noun: the 200 of "500
    /// jobs in Leeds and 200 in York".
    fn is_followed_by(&self, part: &Claim, rest: Decimal) -> bool {
        let (Value::Count(Count { unit: Unit::Of(noun), .. }), Some(article)) =
            (&part.value, self.articles.get(part.source))
        else {
            return false;
        };
        // A bare "one" is anybody.
        if rest <= Decimal::ONE {
            return false;
        }
        let first = article.mentions.partition_point(|mention| mention.span.start() < part.span.end());
        let behind =
            article.mentions[first..].iter().take_while(|mention| mention.sentence == part.sentence_index);
        behind.into_iter().any(|mention| {
            let Said::Group(group) = &mention.said else { return false };
            (group.head == *noun || mention.tokens.len() == 1) && group.count.bound.stated() == Some(rest)
        })
    }
}

/// The figure of a claim or, where it is as vague as "dozens", the least that it may be.
fn at_least(claim: &Claim) -> Option<Decimal> {
    claim.stated().or_else(|| match &claim.value {
        Value::Count(count) => count.bound.min(),
        _ => None,
    })
}
