//! Finds sources that share sentences: an index of shingles names the candidates, a diff shows the shared words.
//!
//! Each shingle remembers only the first few sentences that hold it. A source is held against those, so that a
//! hundred copies of one text cost a hundred comparisons with the first of them and not five thousand.

use super::passage::{Passage, Word};
use crate::{finding::SharedSpan, text::Span};
use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How many sentences a shingle remembers.
const REMEMBERED: usize = 4;

/// The share of the shorter source's words, in per cent, from which two sources are one copy.
const COPIED: usize = 40;

/// The same where only two sentences are shared.
const COPIED_BRIEF: usize = 70;

/// How many candidates a source is held against, the likeliest first.
const CANDIDATES: usize = 8;

/// The longest sentence that is compared word by word; a longer one is shown whole.
const LONGEST: usize = 300;

/// The fewest words in a row that are shown as shared.
const SHORTEST_SHOWN: usize = 3;

/// Two sources that are one copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Copy {
    /// The two sources, the earlier first.
    pub(super) sources: (usize, usize),
    /// The share of the shorter source's words that stand in shared sentences, in per cent.
    pub(super) share: u8,
    /// What they share.
    pub(super) spans: Vec<SharedSpan>,
}

/// A sentence of a source.
type At = (u32, u32);

/// The first few sentences that hold a shingle.
#[derive(Debug, Clone, Copy, Default)]
struct Holders {
    places: [At; REMEMBERED],
    count: usize,
}

impl Holders {
    fn add(&mut self, place: At) {
        if let Some(free) = self.places.get_mut(self.count) {
            *free = place;
            self.count += 1;
        }
    }

    fn iter(&self) -> impl Iterator<Item = &At> {
        self.places[..self.count].iter()
    }
}

/// The pairs of sources that are one copy, by the later source; `sources` are the passages of each.
pub(super) fn copies(sources: &[Vec<Passage>]) -> Vec<Copy> {
    let mut index: FxHashMap<u64, Holders> = FxHashMap::default();
    let mut copies = Vec::new();
    for (at, passages) in sources.iter().enumerate() {
        let matches = matches(passages, &index, sources);
        let mut candidates: Vec<(usize, usize)> = matches
            .iter()
            .map(|(other, pairs)| (*other, pairs.iter().map(|(own, _)| passages[*own].words.len()).sum()))
            .collect();
        candidates.sort_unstable_by_key(|&(other, words)| (std::cmp::Reverse(words), other));
        for (other, _) in candidates.into_iter().take(CANDIDATES) {
            copies.extend(copy((other, at), (&sources[other], passages), &matches[&other]));
        }
        // Nobody is held against the last.
        if at + 1 < sources.len() {
            remember(&mut index, at, passages);
        }
    }
    copies
}

/// For each earlier source, which of its sentences is like which of `passages`, as pairs of own and other, no sentence twice.
fn matches(
    passages: &[Passage],
    index: &FxHashMap<u64, Holders>,
    sources: &[Vec<Passage>],
) -> FxHashMap<usize, Vec<(usize, usize)>> {
    let mut likely: FxHashMap<usize, Vec<(usize, usize, usize)>> = FxHashMap::default();
    let mut votes: FxHashMap<At, usize> = FxHashMap::default();
    for (own, passage) in passages.iter().enumerate() {
        votes.clear();
        for place in passage.shingles().filter_map(|shingle| index.get(&shingle)).flat_map(Holders::iter) {
            *votes.entry(*place).or_default() += 1;
        }
        let mut likeliest: FxHashMap<u32, (usize, u32)> = FxHashMap::default();
        for (&(source, sentence), &shared) in &votes {
            let other = &sources[source as usize][sentence as usize];
            if shared * 2 >= passage.len().min(other.len()) {
                let best = likeliest.entry(source).or_insert((shared, sentence));
                *best = (*best).max((shared, sentence));
            }
        }
        for (source, (shared, sentence)) in likeliest {
            likely.entry(source as usize).or_default().push((shared, own, sentence as usize));
        }
    }
    likely.into_iter().map(|(source, likely)| (source, one_to_one(likely))).collect()
}

/// The pairs of own and other sentences, no sentence twice: one that a source repeats is one shared sentence. Those
/// that share most go first.
fn one_to_one(mut likely: Vec<(usize, usize, usize)>) -> Vec<(usize, usize)> {
    likely.sort_unstable_by_key(|&(shared, own, other)| (std::cmp::Reverse(shared), own, other));
    let mut taken = FxHashSet::default();
    // An own sentence is in one pair as it is.
    likely.retain(|(_, _, other)| taken.insert(*other));
    let mut pairs: Vec<(usize, usize)> = likely.into_iter().map(|(_, own, other)| (own, other)).collect();
    pairs.sort_unstable();
    pairs
}

/// The two sources as one copy, where enough of the shorter one stands in the other.
fn copy(
    sources: (usize, usize),
    (left, right): (&[Passage], &[Passage]),
    pairs: &[(usize, usize)],
) -> Option<Copy> {
    let words = |passages: &[Passage]| passages.iter().map(|passage| passage.words.len()).sum::<usize>();
    let shared: usize =
        pairs.iter().map(|(own, other)| right[*own].words.len().min(left[*other].words.len())).sum();
    let share = (shared * 100 / words(left).min(words(right)).max(1)).min(100);
    let enough = pairs.len() > 2 && share >= COPIED || pairs.len() == 2 && share >= COPIED_BRIEF;
    enough.then(|| Copy {
        sources,
        share: u8::try_from(share).unwrap_or(100),
        spans: pairs
            .iter()
            .flat_map(|(own, other)| shared_spans(sources, &left[*other], &right[*own]))
            .collect(),
    })
}

/// The stretches of words that two like sentences share.
fn shared_spans(sources: (usize, usize), left: &Passage, right: &Passage) -> Vec<SharedSpan> {
    let shown = |left: &[Word], right: &[Word]| SharedSpan {
        left: (sources.0, cover(left)),
        right: (sources.1, cover(right)),
    };
    if left.words.len().max(right.words.len()) > LONGEST {
        return vec![shown(&left.words, &right.words)];
    }
    let hashes = |passage: &Passage| passage.words.iter().map(|word| word.hash).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Myers, &hashes(left), &hashes(right))
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal { old_index, new_index, len } if len >= SHORTEST_SHOWN => {
                Some(shown(&left.words[old_index..old_index + len], &right.words[new_index..new_index + len]))
            }
            DiffOp::Equal { .. } | DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                None
            }
        })
        .collect()
}

fn cover(words: &[Word]) -> Span {
    words.iter().map(|word| word.span).reduce(Span::cover).unwrap_or_default()
}

fn remember(index: &mut FxHashMap<u64, Holders>, source: usize, passages: &[Passage]) {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    for (sentence, passage) in passages.iter().enumerate() {
        for shingle in passage.shingles() {
            index.entry(shingle).or_default().add((number(source), number(sentence)));
        }
    }
}
