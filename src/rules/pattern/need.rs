//! What every match of a pattern holds, so that a sentence that lacks any of it is not tried, nor a start behind its last.
//!
//! Of a sequence every item that says something is kept, of alternatives what any one of them needs. [`super::anchor`]
//! picks the rarest of them to wait for; here the others are asked for once a sentence has that one.

use super::{
    super::class::{ClassId, Classes},
    anchor::Anchor,
    inventory::{Inventory, Mark, of_classes, of_kinds, of_word},
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

/// What every match of a pattern holds, in the words of an [`Inventory`]: of each need how many marks it names, then the marks,
/// one of which must be there; what names the fewest stands first.
///
/// Nearly every pattern that is looked at is passed over by these, so they lie side by side.
#[derive(Debug)]
pub(crate) struct Needs(Box<[Mark]>);

impl Needs {
    /// Whether a sentence may hold all of it.
    #[inline]
    pub fn may_be_met(&self, held: &Inventory) -> bool {
        let mut rest = &*self.0;
        while let Some((many, others)) = rest.split_first() {
            let (marks, next) = others.split_at(usize::from(*many));
            if !marks.iter().any(|mark| held.has(*mark)) {
                return false;
            }
            rest = next;
        }
        true
    }
}

/// What every match of a program holds.
///
/// The steps are gone over from the last to the first. A step's chain is what every way from it on holds: what it takes itself,
/// and then the chain of the step that follows. So two ways that meet again share a chain from there on. What any of the anchors
/// meets is left out: a pattern is looked at where one of them stands.
pub(super) fn needs(program: &Program, anchors: &[Anchor], classes: &Classes) -> Needs {
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
    // What names little costs little to ask, and is missing as often as not.
    asked.sort_by_key(|link| chains.links[*link].ask.marks());
    let called_by: Vec<Mark> = anchors.iter().map(|anchor| anchor.mark()).collect();
    let mut all = Vec::new();
    let mut marks = Vec::new();
    for link in asked {
        chains.marks(link, classes, &mut marks);
        marks.sort_unstable();
        marks.dedup();
        if !called_by.iter().all(|mark| marks.contains(mark)) {
            let many = Mark::try_from(marks.len())
                .expect("a need names few words, kinds and classes, or it would not be asked for");
            all.push(many);
            all.append(&mut marks);
        }
        marks.clear();
    }
    Needs(all.into())
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

    /// How many marks it names at most.
    const fn marks(&self) -> usize {
        self.count + (self.kinds.count_ones() + self.flags.bits().count_ones()) as usize
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

    /// Puts the marks of what a link asks for into `marks`.
    fn marks(&self, link: usize, classes: &Classes, marks: &mut Vec<Mark>) {
        let Ask { flags, kinds, .. } = self.links[link].ask;
        self.words(link, classes, marks);
        marks.extend(of_classes(flags));
        marks.extend(of_kinds(kinds));
    }

    fn words(&self, link: usize, classes: &Classes, marks: &mut Vec<Mark>) {
        match self.links[link].ask.words {
            Words::None => {}
            Words::One(word) => marks.push(of_word(word)),
            Words::Any(any) => marks.extend(any.iter().map(|word| of_word(*word))),
            Words::Openers(class) => marks.extend(classes.openers(class).map(of_word)),
            Words::Both(left, right) => {
                self.words(left, classes, marks);
                self.words(right, classes, marks);
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
