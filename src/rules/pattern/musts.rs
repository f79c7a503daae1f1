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
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Inventory {
    flags: u64,
    kinds: u32,
    /// A bit for each word, the same for one word in 256.
    words: [u64; 4],
}

impl Inventory {
    /// What stands at the tokens of a sentence, and what its mentions are.
    pub fn of(tokens: &[Token], mentions: &[Mention]) -> Self {
        let mut held = Self::default();
        for token in tokens {
            held.flags |= token.class.bits();
            held.add(token.word);
        }
        held.kinds = mentions.iter().fold(0, |kinds, mention| kinds | bit(mention.kind));
        held
    }

    #[inline]
    const fn add(&mut self, word: WordId) {
        if word.0 != WordId::UNKNOWN.0 {
            self.words[(word.0 / 64 % 4) as usize] |= 1 << (word.0 % 64);
        }
    }

    fn that_meets(need: &Need) -> Self {
        let mut held = Self { flags: need.flags.bits(), kinds: need.kinds, ..Self::default() };
        need.words.iter().for_each(|word| held.add(*word));
        held
    }

    /// How many bits there are.
    fn count(&self) -> u32 {
        let words: u32 = self.words.iter().map(|words| words.count_ones()).sum();
        self.flags.count_ones() + self.kinds.count_ones() + words
    }

    /// Whether any of the others is there.
    #[inline]
    fn has_any(&self, others: &Self) -> bool {
        let words = self.words.iter().zip(&others.words).fold(0, |any, (one, other)| any | one & other);
        self.flags & others.flags | u64::from(self.kinds & others.kinds) | words != 0
    }

    /// Whether all of the others are there.
    #[inline]
    fn has_all(&self, others: &Self) -> bool {
        let words =
            self.words.iter().zip(&others.words).fold(0, |lacking, (one, other)| lacking | !one & other);
        !self.flags & others.flags | u64::from(!self.kinds & others.kinds) | words == 0
    }
}

/// What the needs of a pattern come to, as far as a few bits tell: a sentence that lacks any is passed over before it is looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Musts {
    /// What meets a need alone, of all needs together.
    all: Inventory,
    /// The narrowest of the needs that several things meet.
    either: [Option<Inventory>; 2],
}

impl Musts {
    /// What must be there of some needs, the narrowest of which stand first.
    pub fn of(needs: &[Need]) -> Self {
        let mut all = Inventory::default();
        let mut several = needs.iter().map(Inventory::that_meets).filter(|held| {
            let alone = held.count() == 1;
            if alone {
                all.flags |= held.flags;
                all.kinds |= held.kinds;
                all.words.iter_mut().zip(held.words).for_each(|(all, own)| *all |= own);
            }
            !alone
        });
        let either = [several.next(), several.next()];
        several.for_each(drop);
        Self { all, either }
    }

    /// Whether a sentence may have it all.
    #[inline]
    pub fn may_be_met(&self, held: &Inventory) -> bool {
        held.has_all(&self.all) && self.either.iter().flatten().all(|either| held.has_any(either))
    }
}
