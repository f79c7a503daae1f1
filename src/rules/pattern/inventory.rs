//! What a sentence holds, a bit for each thing that a pattern can ask for: the words, the classes of words, the kinds of mention.
//!
//! Most patterns that a sentence calls for ask for something that it has not ([`super::need`]); they are passed over by a few
//! tests of these bits, before anything else is known of the sentence.

use super::first::bit;
use crate::{
    claim::{Mention, MentionKind},
    text::{Token, WordClass, WordId},
};

/// How many marks there are for words: two words in many thousand share one.
const WORDS: u32 = 1 << 14;
/// The mark of the first class, behind those of all words.
const CLASSES: u32 = WORDS;
/// The mark of the first kind of mention, behind those of all classes.
const KINDS: u32 = CLASSES + 64;
/// How many machine words hold all marks.
const LENGTH: usize = (KINDS as usize + 64) / 64;

/// The number of something that a sentence may hold.
pub(super) type Mark = u16;

/// The words, classes and kinds of mention of a sentence, a bit for each mark.
#[derive(Debug, Clone)]
pub(crate) struct Inventory([u64; LENGTH]);

impl Default for Inventory {
    fn default() -> Self {
        Self([0; LENGTH])
    }
}

impl Inventory {
    /// Goes to a sentence: its tokens and its mentions.
    pub fn enter(&mut self, tokens: &[Token], mentions: &[Mention]) {
        self.0.fill(0);
        let mut classes = WordClass::empty();
        for token in tokens {
            classes |= token.class;
            if token.word != WordId::UNKNOWN {
                self.add(of_word(token.word));
            }
        }
        self.0[CLASSES as usize / 64] = classes.bits();
        self.0[KINDS as usize / 64] =
            mentions.iter().fold(0, |kinds, mention| kinds | bit(mention.kind)).into();
    }

    #[inline]
    fn add(&mut self, mark: Mark) {
        self.0[usize::from(mark) / 64] |= 1 << (mark % 64);
    }

    /// Whether what has a mark is there, or a word that shares it.
    #[inline]
    pub(super) fn has(&self, mark: Mark) -> bool {
        self.0[usize::from(mark) / 64] & 1 << (mark % 64) != 0
    }
}

/// The mark of a word.
#[inline]
pub(super) const fn of_word(word: WordId) -> Mark {
    narrow(word.0 % WORDS)
}

/// The marks of classes.
pub(super) fn of_classes(flags: WordClass) -> impl Iterator<Item = Mark> {
    bits(flags.bits()).map(|class| narrow(CLASSES + class))
}

/// The mark of a kind of mention.
pub(super) const fn of_kind(kind: MentionKind) -> Mark {
    narrow(KINDS + kind as u32)
}

/// The marks of kinds of mention, which are given as bits.
pub(super) fn of_kinds(kinds: u32) -> impl Iterator<Item = Mark> {
    bits(kinds.into()).map(|kind| narrow(KINDS + kind))
}

/// A mark; they are all less than [`KINDS`] and 64.
#[expect(clippy::cast_possible_truncation, reason = "the last mark is far below 65,536")]
const fn narrow(number: u32) -> Mark {
    number as Mark
}

/// The numbers of the bits that are set.
fn bits(set: u64) -> impl Iterator<Item = u32> {
    let less_the_first = |left: &u64| Some(left & (left - 1)).filter(|left| *left != 0);
    std::iter::successors(Some(set).filter(|set| *set != 0), less_the_first).map(u64::trailing_zeros)
}
