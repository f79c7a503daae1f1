//! What a counted noun phrase gives to a claim besides its figure: whom it counts, and a claim for each of its parts;
//! and what the claims of one article come to together.

use super::{
    event::Frame,
    toll::{self, Tolls},
    victim::{self, Fates},
};
use crate::{
    claim::{Bound, Claim, Count, Event, Group, GroupPart, Polarity, Share, Unit, Value},
    rules::{ClaimPattern, Key, RuleBook},
    text::{BlockKind, Span},
};
use rust_decimal::Decimal;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::{cell::LazyCell, cmp::Reverse, collections::BTreeSet};

/// A figure with the noun it counts; a rule's own unit beats the noun.
pub(super) fn count(group: &Group, unit: Option<&str>) -> Count {
    let noun = match (unit, group.head.is_empty()) {
        (Some(unit), _) => unit.to_owned(),
        (None, true) => "person".to_owned(),
        (None, false) => group.head.clone(),
    };
    Count { unit: Unit::Of(noun), ..group.count.clone() }
}

/// Whether the phrase says that some of the people are none, which leaves open how many there are in all: "no officers".
pub(super) fn denies_some(group: &Group) -> bool {
    is_none(&group.count.bound) && group.population.is_some()
}

/// The attribute of a claim that counts people of a population within limits, where its rule gives it one of its own.
pub(super) fn attribute<'p>(
    pattern: &'p ClaimPattern,
    count: &Count,
    population: Option<&str>,
    limits: &[String],
    event: &Event,
) -> Option<&'p String> {
    let during = pattern.during.is_empty() || pattern.during.contains(&event.kind);
    let several = during && count.bound.stated().is_none_or(|n| n > Decimal::ONE);
    let of_population =
        || population.filter(|_| several).and_then(|population| pattern.populations.get(population));
    pattern.limited.as_ref().filter(|_| !limits.is_empty()).or_else(of_population)
}

/// A claim as it was made, before an article's claims are held against one another.
pub(super) struct Made {
    /// The place of its entry in its rule.
    pub(super) entry: usize,
    /// The counted phrase that it is of, among the document's mentions.
    pub(super) who: Option<usize>,
    /// Whether a mere pronoun or an age names its subject.
    pub(super) stands_in: bool,
    /// What it claims.
    pub(super) claim: Claim,
}

/// A claim for each part of a sum: "two women and three children" counts five, two and three.
pub(super) fn parts(sum: &Claim, group: &Group, pattern: &ClaimPattern) -> Vec<Claim> {
    let Value::Count(Count { unit, .. }) = &sum.value else { return Vec::new() };
    let of_part = |part: &GroupPart| {
        let value = Value::Count(Count { unit: unit.clone(), ..part.count.clone() });
        let own = attribute(pattern, &part.count, part.population.as_deref(), &sum.limits, &sum.event);
        Claim {
            attribute: own.map_or_else(|| sum.attribute.clone(), Clone::clone),
            display: value.to_string(),
            value,
            span: part.span,
            population: part.population.clone(),
            ..sum.clone()
        }
    };
    group.parts.iter().map(of_part).collect()
}

/// What the claims of an article come to together: those that others overrule are dropped, single people who were hurt and
/// died are among the dead alone, and of figures that include what another attribute counts its figure is taken off.
pub(super) fn settled(made: Vec<Made>, frame: &Frame<'_>) -> Vec<Claim> {
    let book = frame.book;
    let fates = Fates::of(&made, frame);
    let tolls = Tolls::of(&made, frame);
    // Each claim's entry in its rule stands apart: claims are large, and none is moved that stays.
    let mut claims: Vec<Claim> = Vec::with_capacity(made.len());
    let mut entries: Vec<usize> = Vec::with_capacity(made.len());
    // The parts of a sum follow it: what is left of the sum does not say whom of them.
    let mut lessened: Option<(usize, Span)> = None;
    let some: Vec<bool> = made.iter().map(|one| victim::is_of_them(one, frame)).collect();
    // By rule and attribute the highest figure so far.
    let mut told: FxHashMap<(usize, String), Decimal> = FxHashMap::default();
    for (at, Made { entry: pattern, mut claim, .. }) in made.into_iter().enumerate() {
        if fates.dead.contains(&at) {
            continue;
        }
        if let Some(figure) = claim.stated().filter(|_| is_affirmed(&claim) && !claim.event.background) {
            let highest = told.entry((claim.rule, claim.attribute.clone())).or_insert(figure);
            // "Six of them died at school", of more dead told of before.
            if some[at] && *highest > figure {
                claim.share = Share::Further;
            }
            *highest = (*highest).max(figure);
        }
        let own = entry(pattern, &claim, book);
        let less = own.and_then(|entry| entry.less.as_ref().or(entry.fate.first()).map(String::as_str));
        let off = match own.map(|entry| entry.less.is_some()) {
            Some(true) if !fates.alive.contains(&at) => less.and_then(|less| tolls.off(&claim, less, frame)),
            Some(false) => less.and_then(|less| tolls.of_them(&claim, less)),
            Some(true) | None => None,
        };
        let Some(off) = off else {
            claim.may_include =
                own.and_then(|entry| entry.less.clone()).filter(|_| !fates.alive.contains(&at));
            claims.push(claim);
            entries.push(pattern);
            continue;
        };
        let is_part = lessened.is_some_and(|(by, sum)| by == pattern && sum.contains(claim.span));
        if !is_part {
            lessened = Some((pattern, claim.span));
            if let Some(left) = toll::without(claim, off, less.unwrap_or_default()) {
                claims.push(left);
                entries.push(pattern);
            }
        }
    }
    set_earlier_apart(&mut claims, &entries, book);
    remove_overruled(&mut claims, &entries, book);
    remove_twice_said(&mut claims);
    remove_read_already(&mut claims);
    others_of_another_fate(&mut claims, book);
    claims
}

/// Takes "others" for everybody where they are told from people of another fate: in "two were killed and four others were
/// hurt" four are hurt in all, unless the article has another figure of the hurt before. A single other one is told from
/// somebody in the same sentence, or is one more of several.
fn others_of_another_fate(claims: &mut [Claim], book: &RuleBook) {
    if !claims.iter().any(|claim| claim.population.as_deref() == Some("others")) {
        return;
    }
    let mut figures: FxHashMap<(usize, &str), FirstTwo<'_>> = FxHashMap::default();
    let mut alike: FxHashMap<(usize, &str, &str), usize> = FxHashMap::default();
    let mut fates: FxHashMap<(usize, usize), FirstTwo<'_>> = FxHashMap::default();
    for claim in claims.iter().filter(|claim| is_affirmed(claim) && !claim.event.background) {
        let (at, attribute, shown) = (claim.span.start(), claim.attribute.as_str(), claim.display.as_str());
        figures.entry((claim.rule, attribute)).or_default().add(at, shown);
        fates.entry((claim.rule, claim.sentence_index)).or_default().add(at, attribute);
        // A headline says the same beforehand.
        if claim.block != BlockKind::Headline {
            let first = alike.entry((claim.rule, attribute, shown)).or_insert(at);
            *first = (*first).min(at);
        }
    }
    let is_whole = |claim: &Claim| {
        if claim.population.as_deref() != Some("others")
            || !book.rules.get(claim.rule).is_some_and(|rule| rule.requires(Key::Event))
        {
            return false;
        }
        let (at, attribute, shown) = (claim.span.start(), claim.attribute.as_str(), claim.display.as_str());
        let single = claim.stated() == Some(Decimal::ONE);
        let other = figures.get(&(claim.rule, attribute)).is_some_and(|held| held.has_other(shown, at));
        let again = single && alike.get(&(claim.rule, attribute, shown)).is_some_and(|first| *first < at);
        let beside = fates.get(&(claim.rule, claim.sentence_index));
        let told = beside.is_some_and(|held| held.has_other(attribute, at));
        !other && !again && (!single || told)
    };
    let whole: Vec<usize> = (0..claims.len()).filter(|at| is_whole(&claims[*at])).collect();
    for at in whole {
        claims[at].population = None;
    }
}

/// Where a word stands first, and where the first one that is another stands.
#[derive(Debug, Default)]
struct FirstTwo<'c> {
    first: Option<(usize, &'c str)>,
    other: Option<(usize, &'c str)>,
}

impl<'c> FirstTwo<'c> {
    fn add(&mut self, at: usize, word: &'c str) {
        match self.first {
            None => self.first = Some((at, word)),
            Some((first, held)) if held == word => self.first = Some((first.min(at), held)),
            Some((first, held)) if at < first => {
                self.other = Some((first, held));
                self.first = Some((at, word));
            }
            Some(_) => {
                self.other = Some(self.other.map_or((at, word), |other| other.min((at, word))));
            }
        }
    }

    /// Whether another word than this one stands before a place.
    fn has_other(&self, word: &str, at: usize) -> bool {
        [self.first, self.other].into_iter().flatten().any(|(place, held)| held != word && place < at)
    }
}

/// Removes places and loose figures that a rule of its own has read: the "two men" of "two men were killed". Open counts stay and
/// keep what such a rule made of them; the day of a deed stays too, since another article may tell of it in words that no rule reads.
fn remove_read_already(claims: &mut Vec<Claim>) {
    if !claims.iter().any(|claim| claim.wants_a_copy() || claim.counts_a_noun()) {
        return;
    }
    let mut read: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (at, claim) in claims.iter().enumerate() {
        if !claim.wants_a_copy() && !claim.counts_a_noun() {
            read.entry(claim.sentence_index).or_default().push(at);
        }
    }
    let mut gone = vec![false; claims.len()];
    for at in 0..claims.len() {
        let claim = &claims[at];
        let beside = read.get(&claim.sentence_index).into_iter().flatten().map(|other| &claims[*other]);
        let mut overlapping = beside.filter(|other| other.span.overlaps(claim.span));
        if claim.is_day_of_deed() {
            continue;
        }
        if claim.wants_a_copy() {
            gone[at] = overlapping.any(|other| is_read_by(claim, other));
        } else if claim.counts_a_noun() {
            let counts_them = |other: &&Claim| {
                counts_people(other) && (other.display == claim.display || other.span.contains(claim.span))
            };
            let counted_by = overlapping.find(counts_them).map(|other| other.attribute.clone());
            claims[at].counted_by = counted_by;
        }
    }
    remove(claims, &gone);
}

/// Whether a value is that of another claim over the same words, or of the people whom that one counts.
fn is_read_by(claim: &Claim, other: &Claim) -> bool {
    match (&other.value, &claim.value) {
        (Value::Count(x), Value::Count(y)) => x.unit == y.unit || counts_people(other),
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

fn counts_people(claim: &Claim) -> bool {
    matches!(&claim.value, Value::Count(Count { unit: Unit::Of(noun), .. }) if noun == "person")
}

/// Removes the claims whose places are marked; where none is, none is moved.
fn remove(claims: &mut Vec<Claim>, gone: &[bool]) {
    let mut marks = gone.iter();
    claims.retain(|_| !marks.next().is_some_and(|gone| *gone));
}

/// Gives figures of events that the article looks back at an attribute of their own, where figures of its own event come
/// first: of the same attribute anywhere, of any in the headline. A sentence that repeats a figure of several people tells
/// of the article's own event once more, as a report from court does.
fn set_earlier_apart(claims: &mut [Claim], entries: &[usize], book: &RuleBook) {
    if !claims.iter().any(|claim| claim.event.background) {
        return;
    }
    let mut present: FxHashMap<(usize, &str), usize> = FxHashMap::default();
    let mut headed: BTreeSet<usize> = BTreeSet::new();
    for claim in claims.iter().filter(|claim| !claim.event.background && is_affirmed(claim)) {
        let first = present.entry((claim.rule, claim.attribute.as_str())).or_insert(usize::MAX);
        *first = (*first).min(claim.span.start());
        if claim.block == BlockKind::Headline {
            headed.insert(claim.rule);
        }
    }
    let is_of_several = |claim: &&Claim| {
        is_affirmed(claim)
            && counts_people(claim)
            && claim.stated().is_some_and(|figure| figure > Decimal::ONE)
    };
    let own: BTreeSet<_> =
        claims.iter().filter(|claim| !claim.event.background).filter(is_of_several).map(figure).collect();
    let repeating: BTreeSet<(usize, usize)> = claims
        .iter()
        .filter(|claim| claim.event.background)
        .filter(is_of_several)
        .filter(|claim| own.contains(&figure(claim)))
        .map(|claim| (claim.rule, claim.sentence_index))
        .collect();
    let mut given: Vec<(usize, &String)> = Vec::new();
    let looks_back =
        |claim: &Claim| claim.event.background && !repeating.contains(&(claim.rule, claim.sentence_index));
    for (at, claim) in claims.iter().enumerate().filter(|(_, claim)| looks_back(claim)) {
        let earlier = entry(entries[at], claim, book)
            .filter(|entry| entry.attribute == claim.attribute)
            .and_then(|entry| entry.earlier.as_ref());
        let first = present.get(&(claim.rule, claim.attribute.as_str()));
        let comes_first = first.is_some_and(|first| *first < claim.span.start());
        if let Some(earlier) = earlier
            && (comes_first || headed.contains(&claim.rule))
        {
            given.push((at, earlier));
        }
    }
    for (at, earlier) in given {
        claims[at].attribute.clone_from(earlier);
    }
}

/// What a claim tells of how many: its rule, its attribute and its figure.
fn figure(claim: &Claim) -> (usize, &str, Option<Decimal>) {
    (claim.rule, claim.attribute.as_str(), claim.stated())
}

/// Removes claims that another entry of their rule reads in the same words or in more of them.
fn remove_twice_said(claims: &mut Vec<Claim>) {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|&at| (claims[at].span.start(), Reverse(claims[at].span.end()), at));
    let mut ends: FxHashMap<(usize, &str, &str), usize> =
        FxHashMap::with_capacity_and_hasher(claims.len(), FxBuildHasher);
    let mut repeats = vec![false; claims.len()];
    for at in order {
        let claim = &claims[at];
        let end = ends.entry((claim.rule, &claim.attribute, &claim.display)).or_default();
        repeats[at] = *end >= claim.span.end();
        *end = (*end).max(claim.span.end());
    }
    remove(claims, &repeats);
}

/// Removes claims whose words count only where the article does not affirm another attribute. Of a rule's claims the earlier
/// overrule the later: two that yield to one another would leave nothing.
fn remove_overruled(claims: &mut Vec<Claim>, entries: &[usize], book: &RuleBook) {
    let affirmed = LazyCell::new(|| -> BTreeSet<(usize, &str, usize)> {
        let affirmed = claims.iter().zip(entries).filter(|(claim, _)| is_affirmed(claim));
        affirmed.map(|(claim, own)| (claim.rule, claim.attribute.as_str(), *own)).collect()
    });
    let is_overruled = |(claim, own): (&Claim, &usize)| {
        entry(*own, claim, book).filter(|entry| !entry.unless.is_empty()).is_some_and(|entry| {
            affirmed.iter().any(|(rule, attribute, by)| {
                *rule == claim.rule && by < own && entry.unless.iter().any(|one| one == attribute)
            })
        })
    };
    let overruled: Vec<bool> = claims.iter().zip(entries).map(is_overruled).collect();
    remove(claims, &overruled);
}

fn entry<'b>(pattern: usize, claim: &Claim, book: &'b RuleBook) -> Option<&'b ClaimPattern> {
    book.rules.get(claim.rule)?.claims.get(pattern)
}

/// Whether a claim says that it is so, and of somebody.
pub(super) fn is_affirmed(claim: &Claim) -> bool {
    let nobody = matches!(&claim.value, Value::Count(count) if is_none(&count.bound));
    claim.stance.polarity == Polarity::Affirmed && !nobody
}

pub(super) fn is_none(bound: &Bound) -> bool {
    bound.max() == Some(Decimal::ZERO)
}
