//! What every match of a pattern holds, so that a sentence that lacks any of it is not tried, nor a start behind its last.
//!
//! Of a sequence every item that says something is kept, of alternatives what any one of them needs. [`super::anchor`]
//! picks the rarest of them to wait for; here the others are asked for once a sentence has that one.

use super::{
    super::class::Classes,
    program::{Program, Step},
    syntax::SlotKind,
};
use crate::{
    claim::MentionKind,
    rules::pattern::bit,
    text::{WordClass, WordId},
};

/// More words than this are in every sentence one way or another.
const MOST_WORDS: usize = 64;

/// Something of which a match holds one token at least: a word, a word of a class, or the start of a mention.
#[derive(Debug, Clone, Default)]
pub(crate) struct Need {
    /// One of these words, sorted.
    pub words: Vec<WordId>,
    /// The words' traces, all in one: a token whose trace is not among them is none of the words.
    pub traces: u64,
    /// A word in any of these classes.
    pub flags: WordClass,
    /// The start of a mention of one of these kinds, as bits.
    pub kinds: u32,
}

impl Need {
    /// The trace of a word: one bit, the same for one word in 64.
    #[inline]
    pub const fn trace(word: WordId) -> u64 {
        if word.0 == WordId::UNKNOWN.0 { 0 } else { 1 << (word.0 % 64) }
    }

    fn of_words(mut words: Vec<WordId>) -> Self {
        words.sort_unstable();
        let traces = words.iter().fold(0, |traces, word| traces | Self::trace(*word));
        Self { words, traces, ..Self::default() }
    }

    fn of_kinds(kinds: &[MentionKind]) -> Self {
        Self { kinds: kinds.iter().fold(0, |bits, kind| bits | bit(*kind)), ..Self::default() }
    }

    fn or(mut self, other: Self) -> Self {
        self.words.extend(other.words);
        self.words.sort_unstable();
        self.words.dedup();
        Self {
            words: self.words,
            traces: self.traces | other.traces,
            flags: self.flags | other.flags,
            kinds: self.kinds | other.kinds,
        }
    }

    /// How much of a text it lets pass, roughly: words are rarer than mentions, and mentions than classes of words.
    fn width(&self) -> usize {
        self.words.len() + 20 * self.kinds.count_ones() as usize + 40 * usize::from(!self.flags.is_empty())
    }
}

/// What every match of a program holds.
///
/// The steps are gone over from the last to the first. A step's chain is what every way from it on holds: what it takes itself,
/// and then the chain of the step that follows. So two ways that meet again share a chain from there on.
pub(super) fn needs(program: &Program, classes: &Classes) -> Vec<Need> {
    let mut chains = Chains::default();
    let mut held: Vec<Chain> = vec![None; program.steps.len() + 1];
    for (at, step) in program.steps.iter().enumerate().rev() {
        let next = held[at + 1];
        held[at] = match step {
            Step::Word(word) => chains.link(Need::of_words(vec![*word]), next),
            Step::Words(words) => chains.link(Need::of_words(words.to_vec()), next),
            Step::Class(class) => {
                let words = classes.openers(*class).take(MOST_WORDS + 1).collect();
                chains.link(Need::of_words(words), next)
            }
            Step::Flags(flags) => chains.link(Need { flags: *flags, ..Need::default() }, next),
            Step::Slot(slot) => match of_slot(program.slots[*slot].kind) {
                Some(need) => chains.link(need, next),
                None => next,
            },
            Step::Split(other) => chains.either(next, held[*other]),
            Step::Jump(to) => held[*to],
            Step::Deny { end } | Step::DenyBehind { end } => held[*end],
            Step::Ahead { end } => chains.both(next, held[*end]),
            Step::Text(_) | Step::Gap { .. } | Step::Start | Step::End | Step::Open | Step::Close => next,
            Step::Accept => None,
        };
    }
    let mut needs: Vec<Need> = chains.of(held[0]).map(|link| chains.links[link].0.clone()).collect();
    // What is rarest is missing most often.
    needs.sort_by_key(Need::width);
    needs
}

/// The first link of a chain; none where nothing is held.
type Chain = Option<usize>;

/// Needs, each with the chain behind it, which was made before.
#[derive(Default)]
struct Chains {
    links: Vec<(Need, Chain)>,
}

impl Chains {
    /// Puts a need before a chain, where it says anything.
    fn link(&mut self, need: Need, behind: Chain) -> Chain {
        if need.words.len() > MOST_WORDS {
            return behind;
        }
        self.links.push((need, behind));
        Some(self.links.len() - 1)
    }

    /// The links of a chain.
    fn of(&self, chain: Chain) -> impl Iterator<Item = usize> {
        std::iter::successors(chain, |link| self.links[*link].1)
    }

    /// What is held on either of two ways: the narrowest of each together, and all from where they meet.
    fn either(&mut self, one: Chain, other: Chain) -> Chain {
        let (mut a, mut b) = (one, other);
        while a != b {
            // What stands behind was made before.
            let later = if a > b { &mut a } else { &mut b };
            *later = later.and_then(|link| self.links[link].1);
        }
        let narrowest = |way: Chain| {
            let before = self.of(way).take_while(|link| Some(*link) != a);
            before.map(|link| &self.links[link].0).min_by_key(|need| need.width())
        };
        match (narrowest(one), narrowest(other)) {
            (Some(left), Some(right)) => {
                let together = left.clone().or(right.clone());
                self.link(together, a)
            }
            (None, _) | (_, None) => a,
        }
    }

    /// What is held on two ways that are both gone.
    fn both(&mut self, one: Chain, other: Chain) -> Chain {
        let links: Vec<usize> = self.of(one).collect();
        links.into_iter().rev().fold(other, |chain, link| self.link(self.links[link].0.clone(), chain))
    }
}

/// The mentions one of which fills a slot.
fn of_slot(kind: SlotKind) -> Option<Need> {
    let kinds: &[MentionKind] = match kind {
        SlotKind::Word | SlotKind::Words | SlotKind::Digits => return None,
        SlotKind::Names => &[MentionKind::Person, MentionKind::Organization, MentionKind::Place],
        SlotKind::Person | SlotKind::Name => &[MentionKind::Person],
        SlotKind::Place => &[MentionKind::Place],
        SlotKind::Quotation => &[MentionKind::Quotation],
        SlotKind::Number => &[MentionKind::Number],
        SlotKind::Ordinal => &[MentionKind::Ordinal],
        SlotKind::Percent => &[MentionKind::Percent],
        SlotKind::Money => &[MentionKind::Money],
        SlotKind::Quantity => &[MentionKind::Quantity],
        SlotKind::Age => &[MentionKind::Age],
        SlotKind::Time | SlotKind::Date | SlotKind::Clock => &[MentionKind::Time],
        SlotKind::Duration => &[MentionKind::Duration],
        SlotKind::Set => &[MentionKind::Set],
        SlotKind::Organization => &[MentionKind::Organization],
        SlotKind::Title => &[MentionKind::Title],
        SlotKind::People | SlotKind::Group => &[MentionKind::Group],
    };
    Some(Need::of_kinds(kinds))
}
