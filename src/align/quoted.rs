//! Which quotations are of the same words: they run alike, whoever reports them, and one may be a part of the other.
//!
//! Quotations find each other by content words that stand in a row, so none is held against all others.

use crate::{
    claim::{Claim, ClaimId, Value, Versions, Wording, in_both, may_be_of_one},
    text::BlockKind,
};
use rustc_hash::FxHashMap;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// Words in a row that stand in more quotations than this are a stock phrase and link none of them.
const WIDEST: usize = 40;

/// Fewer words may be anybody's: "yes", "a tragedy".
const SHORTEST: usize = 3;

/// Quotations of the same words, and what else was said of them.
struct Quoted {
    wording: Wording,
    ids: Vec<ClaimId>,
    sources: BTreeSet<usize>,
}

/// Two quotations that may be of the same words, by number.
struct Link {
    ends: [usize; 2],
    versions: Versions,
}

impl Link {
    /// The other end, and which words are shared: those of the quotation with the number, and of the other.
    fn from(&self, at: usize) -> (usize, &Range<usize>) {
        if self.ends[0] == at {
            (self.ends[1], &self.versions.left)
        } else {
            (self.ends[0], &self.versions.right)
        }
    }

    /// How sure it is that they are of the same words.
    fn rank(&self) -> (i32, bool) {
        (self.versions.score, self.versions.agree())
    }
}

/// Claims that quote the same words, by the words; both in the order of the claims.
pub(super) fn by_words(ids: &[ClaimId], claims: &[&Claim]) -> Vec<Vec<ClaimId>> {
    let mut held: BTreeMap<Wording, Vec<ClaimId>> = BTreeMap::new();
    let mut alone: Vec<Vec<ClaimId>> = Vec::new();
    for id in ids {
        if let Value::Quotation { text, .. } = &claims[id.0].value {
            let wording = Wording::of(text);
            if wording.words().count() < SHORTEST {
                alone.push(vec![*id]);
            } else {
                held.entry(wording).or_default().push(*id);
            }
        }
    }
    let quoted: Vec<Quoted> = held
        .into_iter()
        .map(|(wording, ids)| Quoted {
            wording,
            sources: ids.iter().map(|id| claims[id.0].source).collect(),
            ids,
        })
        .collect();
    let links = links(&quoted, claims);
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); quoted.len()];
    for (number, link) in links.iter().enumerate() {
        link.ends.iter().for_each(|&end| of[end].push(number));
    }
    let mut lower: Vec<usize> = (0..quoted.len()).collect();
    for link in &links {
        let is_second = link
            .ends
            .iter()
            .any(|&end| of[end].iter().any(|&other| is_better(&links[other], link, end, &quoted)));
        if !is_second {
            let [a, b] = link.ends.map(|end| lowest(&mut lower, end));
            lower[a.max(b)] = a.min(b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<ClaimId>> = BTreeMap::new();
    for (at, one) in quoted.iter().enumerate() {
        groups.entry(lowest(&mut lower, at)).or_default().extend(&one.ids);
    }
    for ids in groups.values_mut() {
        ids.sort_unstable();
    }
    groups.into_values().chain(alone).collect()
}

/// Whether words between quotation marks name a work: all but the small ones have a capital, as in no sentence.
fn is_title_of_work(claim: &Claim) -> bool {
    const SMALL: [&str; 15] =
        ["a", "an", "the", "of", "on", "in", "at", "to", "for", "and", "or", "with", "from", "by", "as"];
    let Value::Quotation { text, .. } = &claim.value else { return false };
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| word.starts_with(|c: char| !c.is_lowercase()) || SMALL.contains(&word))
}

/// The lowest quotation that one is joined to, over others; the way there is shortened.
fn lowest(lower: &mut [usize], mut at: usize) -> usize {
    while lower[at] != at {
        lower[at] = lower[lower[at]];
        at = lower[at];
    }
    at
}

/// Whether the same words of a quotation are found again, and better, in a source of the other end.
fn is_better(better: &Link, link: &Link, end: usize, quoted: &[Quoted]) -> bool {
    let ((there, own), (here, shared)) = (better.from(end), link.from(end));
    better.rank() > link.rank()
        && own.start < shared.end
        && shared.start < own.end
        && !quoted[there].sources.is_disjoint(&quoted[here].sources)
}

/// What stands in two quotations that may be of the same words.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Key<'q> {
    /// Two content words in a row, by their beginnings.
    Pair([&'q str; 2]),
    /// Three words in a row that a content word is among.
    Row([&'q str; 3]),
    /// The surname of a speaker, and the beginning of a content word.
    Said(&'q str, &'q str),
}

/// The keys of a quotation; some come twice.
fn keys<'q>(one: &'q Quoted, claims: &[&'q Claim]) -> Vec<Key<'q>> {
    let content: Vec<&str> = one.wording.beginnings().collect();
    // Of one speaker less will do, so they are looked for by less.
    let speakers: BTreeSet<&str> =
        one.ids.iter().filter_map(|id| claims[id.0].surname_of_speaker()).collect();
    let mut keys: Vec<Key<'_>> = content.windows(2).map(|two| Key::Pair([two[0], two[1]])).collect();
    keys.extend(one.wording.rows().into_iter().map(Key::Row));
    for speaker in speakers {
        keys.extend(content.iter().map(|word| Key::Said(speaker, word)));
    }
    keys
}

/// The pairs of quotations that are of the same words, by number.
fn links(quoted: &[Quoted], claims: &[&Claim]) -> Vec<Link> {
    let mut keyed: FxHashMap<Key<'_>, Vec<usize>> = FxHashMap::default();
    for (at, one) in quoted.iter().enumerate() {
        for key in keys(one, claims) {
            let held = keyed.entry(key).or_default();
            if held.last() != Some(&at) {
                held.push(at);
            }
        }
    }
    let mut candidates: BTreeSet<[usize; 2]> = BTreeSet::new();
    for held in keyed.into_values().filter(|held| held.len() <= WIDEST) {
        for (nth, &a) in held.iter().enumerate() {
            candidates.extend(held[nth + 1..].iter().map(|&b| [a, b]));
        }
    }
    let numbered = numbered(quoted);
    candidates
        .into_iter()
        .filter_map(|ends| {
            let [a, b] = ends.map(|end| &quoted[end]);
            // Who quotes both heard two sentences.
            let one_speaker =
                || a.sources.is_disjoint(&b.sources) && pairs(a, b, claims).any(|(x, y)| x.shares_speaker(y));
            // Most that meet share little else, whatever its order.
            let shared = in_both(&numbered[ends[0]], &numbered[ends[1]]).count();
            if !may_be_of_one(shared, a.wording.len().min(b.wording.len())) && !one_speaker() {
                return None;
            }
            let versions = a
                .wording
                .versions(&b.wording)
                .filter(|versions| versions.are_of_one() || versions.are_of_one_speaker() && one_speaker())?;
            let sure = versions.are_surely_of_one();
            let is_one = pairs(a, b, claims).any(|(x, y)| may_be_one(x, y, sure));
            is_one.then_some(Link { ends, versions })
        })
        .collect()
}

/// The words and signs of each quotation by number, sorted.
fn numbered(quoted: &[Quoted]) -> Vec<Vec<usize>> {
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    let mut all = Vec::with_capacity(quoted.len());
    for one in quoted {
        let number = |word| {
            let next = numbers.len();
            *numbers.entry(word).or_insert(next)
        };
        let mut words: Vec<usize> = one.wording.all().iter().map(String::as_str).map(number).collect();
        words.sort_unstable();
        all.push(words);
    }
    all
}

/// Whether two sources quote the words and not two people, or, where the words leave no doubt, one source under a picture or
/// above its text and in it: whoever speaks repeats himself. The title of a work is nobody's words.
fn may_be_one(a: &Claim, b: &Claim, sure: bool) -> bool {
    let headed = [a, b].iter().any(|claim| claim.block == BlockKind::Headline);
    if !headed && is_title_of_work(a) != is_title_of_work(b) {
        return false;
    }
    if a.source == b.source { sure && a.block != b.block } else { sure || !said_by_two(a, b) }
}

fn pairs<'c>(a: &Quoted, b: &Quoted, claims: &[&'c Claim]) -> impl Iterator<Item = (&'c Claim, &'c Claim)> {
    a.ids.iter().flat_map(move |x| b.ids.iter().map(move |y| (claims[x.0], claims[y.0])))
}

/// Whether two speakers are two people, both named in full; a title or a pronoun may stand for anybody.
fn said_by_two(a: &Claim, b: &Claim) -> bool {
    let (Value::Quotation { speaker: Some(x), .. }, Value::Quotation { speaker: Some(y), .. }) =
        (&a.value, &b.value)
    else {
        return false;
    };
    let names = |speaker: &str| -> Vec<String> {
        let is_name = |word: &&str| word.starts_with(char::is_uppercase);
        speaker.split(' ').filter(is_name).map(str::to_lowercase).collect()
    };
    let (x, y) = (names(x), names(y));
    x.len() > 1 && y.len() > 1 && !x.iter().any(|word| y.contains(word))
}
