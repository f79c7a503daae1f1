//! What every match of a pattern holds, so that a sentence that lacks any of it is not tried, nor a start behind its last.
//!
//! Of a sequence every item that says something is kept, of alternatives what any one of them needs. [`super::anchor`]
//! picks the rarest of them to wait for; here the others are asked for once a sentence has that one.

use super::{
    super::class::{ClassId, Classes},
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
}

/// What every match of a program holds.
///
/// The steps are gone over from the last to the first. A step's chain is what every way from it on holds: what it takes itself,
/// and then the chain of the step that follows. So two ways that meet again share a chain from there on.
pub(super) fn needs(program: &Program, classes: &Classes) -> Vec<Need> {
    let mut chains = Chains { links: Vec::with_capacity(program.steps.len()) };
    let mut held: Vec<Chain> = vec![None; program.steps.len() + 1];
    for (at, step) in program.steps.iter().enumerate().rev() {
        let next = held[at + 1];
        held[at] = match step {
            Step::Word(word) => chains.link(Ask::of_words(Words::One(*word), 1), next),
            Step::Words(words) => chains.link(Ask::of_words(Words::Any(words), words.len()), next),
            Step::Class(class) => {
                chains.link(Ask::of_words(Words::Openers(*class), classes.openers(*class).len()), next)
            }
            Step::Flags(flags) => chains.link(Ask { flags: *flags, ..Ask::NOTHING }, next),
            Step::Slot(slot) => match of_slot(program.slots[*slot].kind) {
                Some(kinds) => chains.link(Ask::of_kinds(kinds), next),
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
    let mut asked: Vec<usize> = chains.of(held[0]).collect();
    // What is rarest is missing most often.
    asked.sort_by_key(|link| chains.links[*link].width);
    asked.into_iter().map(|link| chains.need(link, classes)).collect()
}

/// Where the words of a need stand; most needs are never answered, so none are copied before one is.
#[derive(Clone, Copy)]
enum Words<'p> {
    None,
    One(WordId),
    Any(&'p [WordId]),
    Openers(ClassId),
    /// Those of two links together.
    Both(usize, usize),
}

/// A need, with its words where they stand.
#[derive(Clone, Copy)]
struct Ask<'p> {
    words: Words<'p>,
    /// How many words there are, those counted twice that two ways share.
    count: usize,
    flags: WordClass,
    kinds: u32,
}

impl<'p> Ask<'p> {
    const NOTHING: Self = Self { words: Words::None, count: 0, flags: WordClass::empty(), kinds: 0 };

    const fn of_words(words: Words<'p>, count: usize) -> Self {
        Self { words, count, ..Self::NOTHING }
    }

    fn of_kinds(kinds: &[MentionKind]) -> Self {
        Self { kinds: kinds.iter().fold(0, |bits, kind| bits | bit(*kind)), ..Self::NOTHING }
    }

    /// How much of a text it lets pass, roughly: words are rarer than mentions, and mentions than classes of words.
    const fn width(&self) -> usize {
        self.count + 20 * self.kinds.count_ones() as usize + if self.flags.is_empty() { 0 } else { 40 }
    }
}

/// The first link of a chain; none where nothing is held.
type Chain = Option<usize>;

/// A need of a chain.
#[derive(Clone, Copy)]
struct Link<'p> {
    ask: Ask<'p>,
    /// How much it lets pass.
    width: usize,
    /// The chain behind it, which was made before.
    behind: Chain,
}

/// The links of all chains.
struct Chains<'p> {
    links: Vec<Link<'p>>,
}

impl<'p> Chains<'p> {
    /// Puts a need before a chain, where it says anything.
    fn link(&mut self, ask: Ask<'p>, behind: Chain) -> Chain {
        if ask.count > MOST_WORDS {
            return behind;
        }
        self.links.push(Link { ask, width: ask.width(), behind });
        Some(self.links.len() - 1)
    }

    /// The links of a chain.
    fn of(&self, chain: Chain) -> impl Iterator<Item = usize> {
        std::iter::successors(chain, |link| self.links[*link].behind)
    }

    /// What is held on either of two ways: the narrowest of each together, and all from where they meet.
    fn either(&mut self, one: Chain, other: Chain) -> Chain {
        let (mut a, mut b) = (one, other);
        let (mut of_one, mut of_other) = (None, None);
        while a != b {
            // What stands behind was made before.
            let (way, narrowest) = if a > b { (&mut a, &mut of_one) } else { (&mut b, &mut of_other) };
            let Some(link) = *way else { break };
            let width = self.links[link].width;
            if narrowest.is_none_or(|(least, _)| width < least) {
                *narrowest = Some((width, link));
            }
            *way = self.links[link].behind;
        }
        let (Some((_, left)), Some((_, right))) = (of_one, of_other) else { return a };
        let (x, y) = (self.links[left].ask, self.links[right].ask);
        let together = Ask {
            words: Words::Both(left, right),
            count: x.count + y.count,
            flags: x.flags | y.flags,
            kinds: x.kinds | y.kinds,
        };
        self.link(together, a)
    }

    /// What is held on two ways that are both gone.
    fn both(&mut self, one: Chain, other: Chain) -> Chain {
        let links: Vec<usize> = self.of(one).collect();
        links.into_iter().rev().fold(other, |chain, link| self.link(self.links[link].ask, chain))
    }

    /// What a link asks for, with its words.
    fn need(&self, link: usize, classes: &Classes) -> Need {
        let Ask { flags, kinds, count, .. } = self.links[link].ask;
        let mut words = Vec::with_capacity(count);
        self.gather(link, classes, &mut words);
        words.sort_unstable();
        words.dedup();
        let traces = words.iter().fold(0, |traces, word| traces | Need::trace(*word));
        Need { words, traces, flags, kinds }
    }

    fn gather(&self, link: usize, classes: &Classes, words: &mut Vec<WordId>) {
        match self.links[link].ask.words {
            Words::None => {}
            Words::One(word) => words.push(word),
            Words::Any(any) => words.extend_from_slice(any),
            Words::Openers(class) => words.extend(classes.openers(class)),
            Words::Both(left, right) => {
                self.gather(left, classes, words);
                self.gather(right, classes, words);
            }
        }
    }
}

/// The mentions one of which fills a slot.
fn of_slot(kind: SlotKind) -> Option<&'static [MentionKind]> {
    let kinds: &[MentionKind] = match kind {
        SlotKind::Word | SlotKind::Words | SlotKind::Proper | SlotKind::Digits => return None,
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
    Some(kinds)
}
