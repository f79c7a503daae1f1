//! What a sentence holds and what a pattern cannot do without, in a few machine words each: most patterns that a sentence calls
//! for are passed over by a handful of tests, before anything else is known of the sentence.
//!
//! It comes of the needs of [`super::need`], and knows a little less than they do.

use super::{first::bit, need::Need};
use crate::{
    claim::Mention,
    text::{Token, WordId},
};

/// Classes, kinds and words: what a sentence holds of them, or some of which a pattern cannot do without.
///
/// The first machine word has a bit for each class, the second for each kind of mention, the others one for each word, the
/// same for one word in 256.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Inventory([u64; 6]);

/// Where the bits of words start in an [`Inventory`].
const WORDS: usize = 2;

impl Inventory {
    /// What everything that holds anything has some of.
    const ANYTHING: Self = Self([u64::MAX; 6]);

    /// What stands at the tokens of a sentence, and what its mentions are.
    pub fn of(tokens: &[Token], mentions: &[Mention]) -> Self {
        let mut held = Self::default();
        for token in tokens {
            held.0[0] |= token.class.bits();
            held.add(token.word);
        }
        held.0[1] = mentions.iter().fold(0, |kinds, mention| kinds | bit(mention.kind)).into();
        held
    }

    #[inline]
    const fn add(&mut self, word: WordId) {
        if word.0 != WordId::UNKNOWN.0 {
            self.0[WORDS + (word.0 / 64 % 4) as usize] |= 1 << (word.0 % 64);
        }
    }

    fn that_meets(need: &Need) -> Self {
        let mut held = Self([need.flags.bits(), need.kinds.into(), 0, 0, 0, 0]);
        need.words.iter().for_each(|word| held.add(*word));
        held
    }

    /// How many bits there are.
    fn count(&self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    /// Whether any of the others is there.
    #[inline]
    fn has_any(&self, others: &Self) -> bool {
        (0..self.0.len()).fold(0, |any, at| any | self.0[at] & others.0[at]) != 0
    }

    /// Whether all of the others are there.
    #[inline]
    fn has_all(&self, others: &Self) -> bool {
        (0..self.0.len()).fold(0, |lacking, at| lacking | !self.0[at] & others.0[at]) == 0
    }
}

/// What the needs of a pattern come to, as far as a few bits tell: a sentence that lacks any is passed over before it
/// is looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Musts {
    /// What meets a need alone, of all needs together.
    all: Inventory,
    /// The narrowest of the needs that several things meet.
    either: [Inventory; 2],
}

impl Musts {
    /// What must be there of some needs, the narrowest of which stand first. Those stay that it does not tell exactly.
    pub fn of(needs: &mut Vec<Need>) -> Self {
        let mut all = Inventory::default();
        let mut either = [Inventory::ANYTHING; 2];
        let mut free = either.iter_mut();
        needs.retain(|need| {
            let held = Inventory::that_meets(need);
            if held.count() == 1 {
                all.0.iter_mut().zip(held.0).for_each(|(all, own)| *all |= own);
            } else if let Some(either) = free.next() {
                *either = held;
            } else {
                return true;
            }
            !need.words.is_empty()
        });
        Self { all, either }
    }

    /// Whether a sentence that holds anything may have it all.
    #[inline]
    pub fn may_be_met(&self, held: &Inventory) -> bool {
        held.has_all(&self.all) && held.has_any(&self.either[0]) && held.has_any(&self.either[1])
    }
}
