//! Which figures are of one thing, judged by the words around them: many in common, and rare ones among them.
//!
//! Only figures that share a rare stem are ever held side by side, so the cost grows with the claims.

use super::{
    dates::are_beside,
    is_of_several,
    linkage::{Figures, Shared},
};
use crate::{
    claim::{Claim, ClaimId, Value, in_both, is_any, telling_digits, wants_a_copy},
    text::BlockKind,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A stem in more than this share of the claims says nothing about any of them.
const COMMON: usize = 3;

/// A stem in more claims than this is too common to find pairs by, however large the story.
const WIDEST: usize = 60;

/// A story of fewer claims tells too little of how rare a word is: it counts as one of so many.
const FEWEST: usize = 12;

/// The square of the cosine, in hundredths, from which two contexts are of one thing.
const ALIKE: u64 = 20;

/// The bits that must speak for two dates, or two other values that are no figures, of which the attribute says what they are of,
/// beyond the binary logarithm of the story's claims: the more there are, the more share a word by chance.
const TOLD: u64 = 2;

/// In a story of so many claims two words of any kind, or one where each source states one value, are shared by chance.
const LARGE: usize = 96;

/// The words that must be shared by two dates of one deed, the deed among them, and their bits.
const DEED_STEMS: u32 = 3;
const DEED: u64 = 12;

/// The bits of the words next to two dates of one deed from which names may stand around one that the other lacks.
const DEED_NEIGHBOURS: u64 = 10;

/// The odds of a link of two dates that stand beside one another: it is left out where it would put two dates of one source into
/// one group.
const BESIDE: i64 = 0;

/// The odds of a link that nothing else is weighed against.
const EQUAL: i64 = i64::MAX;

/// The digits that say something in a figure that two writers hardly share by chance.
const RARE_DIGITS: usize = 2;

/// What the attribute of claims says of what they are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing: any sum, any length.
    Free,
    /// The noun that is counted, or the word next to the figure.
    Counted,
    /// What the figure is of: the fall, the haul, the sentence.
    Named,
    /// What was done on the date.
    Deed,
    /// So little that only sentences which run alike are of one thing: days of the week, places, men.
    Alike,
}

impl Kind {
    /// By the attribute's name: "money", "count:boat", "money:loss", "distance_of:fall".
    pub(super) fn of(attribute: &str) -> Self {
        match attribute.split_once(':') {
            _ if wants_a_copy(attribute) => Self::Alike,
            None if is_any(attribute) => Self::Free,
            Some(("count" | "money", _)) => Self::Counted,
            Some(("date", _)) => Self::Deed,
            None | Some(_) => Self::Named,
        }
    }
}

/// Claims with one context, by context; both in the order of the claims.
///
/// `weights` says how much each stem tells, by the whole story. The more the attribute says, the less must
/// speak for two figures being of one thing.
pub(super) fn by_context(
    ids: &[ClaimId],
    claims: &[&Claim],
    weights: &Weights<'_>,
    kind: Kind,
) -> Vec<Vec<ClaimId>> {
    let mut holders: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, id) in ids.iter().enumerate() {
        for stem in &claims[id.0].context {
            holders.entry(stem).or_default().push(at);
        }
    }
    let total =
        |at: usize| -> u64 { claims[ids[at].0].context.iter().map(|stem| weights.of(stem).pow(2)).sum() };
    let totals: Vec<u64> = (0..ids.len()).map(total).collect();
    let mut shared: FxHashMap<(usize, usize), Evidence> = FxHashMap::default();
    for (stem, held) in &holders {
        if held.len() > WIDEST {
            continue;
        }
        let is_rare = kind != Kind::Free || held.len() <= ids.len() / COMMON + 4;
        let weight = weights.of(stem);
        let is_near: Vec<bool> = held
            .iter()
            .map(|&at| claims[ids[at].0].near.binary_search_by(|near| near.as_ref().cmp(stem)).is_ok())
            .collect();
        // What stands around two values of one source says nothing of which of them another means: every flight is
        // bound for somewhere.
        let in_two_sentences =
            |a: &Claim, b: &Claim| a.display != b.display && a.sentence_index != b.sentence_index;
        let is_idle = is_of_several(held.iter().map(|at| claims[ids[*at].0]), in_two_sentences);
        for (nth, &a) in held.iter().enumerate() {
            for (further, &b) in held[nth + 1..].iter().enumerate() {
                let entry = shared.entry((a, b)).or_default();
                if is_rare {
                    entry.squares += weight.pow(2);
                    entry.stems += 1;
                }
                entry.bits += weight;
                if !is_idle {
                    entry.telling += weight;
                    entry.tells += 1;
                }
                if is_near[nth] && is_near[nth + 1 + further] {
                    entry.near += weight;
                }
            }
        }
    }
    if kind == Kind::Named && ids.len() <= WIDEST {
        // The attribute may say enough by itself: one house of each source, built in two years.
        for (nth, &x) in ids.iter().enumerate() {
            let others = ids.iter().enumerate().skip(nth + 1);
            for (other, _) in others.filter(|(_, y)| claims[y.0].source != claims[x.0].source) {
                shared.entry((nth, other)).or_default();
            }
        }
    }
    let said = Said::of(ids, claims);
    let only: Vec<bool> = ids.iter().map(|id| said.only(claims[id.0])).collect();
    let figures = Figures::of(ids.iter().map(|id| claims[id.0]).collect(), kind);
    let mut links: Vec<(i64, usize, usize)> = Vec::new();
    let mut shared: Vec<((usize, usize), Evidence)> = shared.into_iter().collect();
    shared.sort_unstable_by_key(|(pair, _)| *pair);
    for ((a, b), evidence) in shared {
        let (x, y) = (claims[ids[a].0], claims[ids[b].0]);
        if said.tells_apart(x, y) {
            continue;
        }
        let copied = !figures.holds(a) && x.source != y.source && x.runs_alike(y);
        let cosine = evidence.squares * evidence.squares * 100 / (totals[a] * totals[b]).max(1);
        // Where each source states one value alone, one word in common is enough.
        let alone = evidence.tells > 0 && only[a] && only[b] && !x.event.background && !y.event.background;
        let told = kind == Kind::Named
            && !figures.holds(a)
            && !x.is_quotation()
            && (evidence.telling >= weights.told() || !weights.is_large() && (evidence.tells > 1 || alone));
        // Equal values are no alarm, so less must speak for them; and few figures of several digits are equal by chance.
        let equal = x.display == y.display && (evidence.stems > 2 || digits(x) >= RARE_DIGITS);
        let alike = (!figures.holds(a) || !figures.differ(a, b))
            && cosine >= ALIKE
            && evidence.stems > 1
            && neighbours_meet(x, y);
        // What is planned for December is not what was done in July.
        let as_sure = x.stance.certainty == y.stance.certainty;
        let beside = as_sure && are_beside(&x.value, &y.value);
        let done = (kind == Kind::Deed || beside && kind == Kind::Alike)
            && as_sure
            && evidence.stems >= DEED_STEMS
            && evidence.bits >= DEED
            && only[a]
            && only[b]
            && (beside && evidence.near >= DEED_NEIGHBOURS || !(names_another(x, y) && names_another(y, x)));
        if told || done || copied || kind != Kind::Alike && (equal || alike) {
            let may_be_two = kind == Kind::Alike || kind == Kind::Deed && x.display != y.display;
            links.extend((!may_be_two || !other_figures(x, y, claims)).then_some((EQUAL, a, b)));
        } else if kind == Kind::Named && beside && x.source != y.source && evidence.stems > 0 {
            links.push((BESIDE, a, b));
        } else if let Some(odds) = figures.link(a, b, Shared { bits: evidence.bits, near: evidence.near }) {
            links.push((odds, a, b));
        }
    }
    links.sort_by_key(|&(odds, a, b)| (std::cmp::Reverse(odds), a, b));
    joined(ids, &links, &figures)
}

/// Whether the sentences of two dates or places have figures, and none in common: prices that rose 3 % in May and 5 % in June.
fn other_figures(a: &Claim, b: &Claim, claims: &[&Claim]) -> bool {
    // A story's claims stand in the order of its sources.
    let figures = |one: &Claim| -> BTreeSet<&str> {
        let from = claims.partition_point(|other| other.source < one.source);
        let of_source = claims[from..].iter().take_while(|other| other.source == one.source);
        of_source
            .filter(|other| other.sentence_index == one.sentence_index)
            .filter(|other| matches!(other.value, Value::Count(_)))
            .map(|other| other.display.as_str())
            .collect()
    };
    let (left, right) = (figures(a), figures(b));
    !left.is_empty() && !right.is_empty() && left.is_disjoint(&right)
}

/// The claims in groups that links join, the strongest link first; a link that would put two figures of one source into
/// one group is left out.
fn joined(ids: &[ClaimId], links: &[(i64, usize, usize)], figures: &Figures<'_>) -> Vec<Vec<ClaimId>> {
    let mut group: Vec<usize> = (0..ids.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..ids.len()).map(|at| vec![at]).collect();
    for &(odds, a, b) in links {
        let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
        let clash =
            |x: &usize| members[to].iter().any(|y| figures.of_one_source(*x, *y) && figures.differ(*x, *y));
        if from == to || odds < EQUAL && members[from].iter().any(clash) {
            continue;
        }
        let moved = std::mem::take(&mut members[from]);
        for &at in &moved {
            group[at] = to;
        }
        members[to].extend(moved);
    }
    members
        .into_iter()
        .filter(|group| !group.is_empty())
        .map(|mut group| {
            group.sort_unstable();
            group.into_iter().map(|at| ids[at]).collect()
        })
        .collect()
}

/// What two contexts share.
#[derive(Debug, Default)]
struct Evidence {
    /// The squared weights of the shared stems.
    squares: u64,
    /// Their number.
    stems: u32,
    /// Their weights.
    bits: u64,
    /// Of those the ones that tell claims apart: their number and their weights.
    tells: u32,
    telling: u64,
    /// The weights of those that stand next to both values.
    near: u64,
}

/// Every value that a source states for the attribute, by source.
struct Said<'c>(BTreeSet<(usize, &'c str)>);

impl<'c> Said<'c> {
    fn of(ids: &[ClaimId], claims: &[&'c Claim]) -> Self {
        let running = ids.iter().map(|id| claims[id.0]).filter(|claim| claim.block != BlockKind::Headline);
        Self(running.map(|claim| (claim.source, claim.display.as_str())).collect())
    }

    /// Whether a source states this value and no other.
    fn only(&self, claim: &Claim) -> bool {
        self.0.range((claim.source, "")..(claim.source + 1, "")).count() == 1
    }

    /// Whether a source of one value states the other too: it speaks of two things.
    fn tells_apart(&self, a: &Claim, b: &Claim) -> bool {
        a.source != b.source
            && a.display != b.display
            && (self.0.contains(&(a.source, b.display.as_str()))
                || self.0.contains(&(b.source, a.display.as_str())))
    }
}

/// How many digits of a figure say something: two of 38%, three of 1,850, one of 2,000,000.
fn digits(claim: &Claim) -> usize {
    match &claim.value {
        Value::Count(count) => count.bound.stated().map_or(0, telling_digits),
        _ => 0,
    }
}

/// Whether a word next to one value stands next to the other too: without it two figures of one sentence pattern are
/// of two things.
fn neighbours_meet(a: &Claim, b: &Claim) -> bool {
    in_both(&a.near, &b.near).next().is_some()
}

/// Whether a name next to one value stands nowhere in the sentence of the other.
pub(super) fn names_another(a: &Claim, b: &Claim) -> bool {
    a.near_names.iter().any(|name| b.context.binary_search(name).is_err())
}

/// Whether next to each value stands a name that the sentence of the other lacks: a British climber and an Australian one.
pub(super) fn names_next_differ(a: &Claim, b: &Claim) -> bool {
    let lacks = |one: &Claim, other: &Claim| {
        let mut next = one.near_names.iter().filter(|name| one.near.binary_search(name).is_ok());
        next.any(|name| other.context.binary_search(name).is_err())
    };
    lacks(a, b) && lacks(b, a)
}

/// How much each stem of a story says: the binary logarithm of how few claims have it.
pub(super) struct Weights<'c> {
    held: FxHashMap<&'c str, usize>,
    claims: usize,
}

impl<'c> Weights<'c> {
    /// Counts the stems of all claims; a quotation is one, however many sentences it has, and a spelling says nothing
    /// of what words are common.
    pub(super) fn of_story(claims: &[&'c Claim]) -> Self {
        let mut held: FxHashMap<&str, usize> = FxHashMap::default();
        let mut counted = 0;
        let mut said_up_to = (usize::MAX, 0);
        for claim in claims.iter().filter(|claim| !claim.is_spelling() && !claim.is_copied()) {
            if claim.is_quotation() {
                let goes_on = said_up_to == (claim.source, claim.tokens.start);
                said_up_to = (claim.source, claim.tokens.end);
                if goes_on {
                    continue;
                }
            }
            counted += 1;
            for stem in &claim.context {
                *held.entry(stem).or_default() += 1;
            }
        }
        Self { held, claims: counted }
    }

    fn of(&self, stem: &str) -> u64 {
        let held = self.held.get(stem).copied().unwrap_or(1).max(1);
        u64::from((self.claims.max(FEWEST) / held).max(1).ilog2()) + 1
    }

    /// The bits from which two values that are no figures are of one thing.
    fn told(&self) -> u64 {
        u64::from(self.claims.max(FEWEST).ilog2()) + TOLD
    }

    /// Whether the story has so many claims that some share a word or two by chance.
    const fn is_large(&self) -> bool {
        self.claims >= LARGE
    }
}
