//! Where in a sentence something stands: for every class of words, kind of mention and trace of a word the tokens, a bit each.
//!
//! [`super::reach`] asks this for whole patterns at once, so that a pattern costs what it names, and not what the sentence
//! holds.

use crate::{
    rules::{Classes, First},
    text::{Token, WordClass, WordId},
};

/// The places of one block.
pub(super) const WIDTH: usize = 64;

/// What stands at up to [`WIDTH`] tokens in a row.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// By class, the tokens in it.
    classes: [u64; 64],
    /// By kind of mention, the tokens at which a slot finds one.
    kinds: [u64; 32],
    /// By trace, the tokens whose word has it: those of a word that is meant, and a few others.
    pub traces: [u64; 64],
    /// By trace of a class of the lexicon, the tokens whose word opens an entry of it or of a few other classes.
    pub openers: [u64; 64],
    /// The tokens at which a person's name starts, or words that lead one.
    pub persons: u64,
    /// The tokens that no gap runs over.
    pub bars: u64,
    /// The tokens that hyphens join to the word before: they are none of their own.
    pub joined: u64,
    /// The classes, kinds, traces and traces of classes that any token has.
    pub held: (u64, u32, u64, u64),
}

impl Block {
    const EMPTY: Self = Self {
        classes: [0; 64],
        kinds: [0; 32],
        traces: [0; 64],
        openers: [0; 64],
        persons: 0,
        bars: 0,
        joined: 0,
        held: (0, 0, 0, 0),
    };

    /// Goes back to holding nothing.
    fn clear(&mut self) {
        let (classes, kinds, traces, openers) = self.held;
        each(classes, |class| self.classes[class] = 0);
        each(kinds.into(), |kind| self.kinds[kind] = 0);
        each(traces, |trace| self.traces[trace] = 0);
        each(openers, |trace| self.openers[trace] = 0);
        (self.persons, self.bars, self.joined, self.held) = (0, 0, 0, (0, 0, 0, 0));
    }

    /// Notes a token, whose bit is given, and what the sentence says of it.
    #[inline]
    fn add(&mut self, here: u64, token: &Token, spot: Spot, classes: &Classes) {
        let trace = token.word.trace();
        let opened = classes.opened_by(token.word);
        each(token.class.bits(), |class| self.classes[class] |= here);
        each(spot.kinds.into(), |kind| self.kinds[kind] |= here);
        each(trace, |trace| self.traces[trace] |= here);
        each(opened, |trace| self.openers[trace] |= here);
        self.persons |= if spot.person { here } else { 0 };
        self.bars |= if spot.bars { here } else { 0 };
        self.joined |= if spot.joined { here } else { 0 };
        self.held.0 |= token.class.bits();
        self.held.1 |= spot.kinds;
        self.held.2 |= trace;
        self.held.3 |= opened;
    }

    /// The tokens in any of some classes or at which a mention of one of some kinds starts.
    #[inline]
    pub fn of(&self, flags: WordClass, kinds: u32) -> u64 {
        let mut all = 0;
        each(flags.bits() & self.held.0, |class| all |= self.classes[class]);
        each(u64::from(kinds & self.held.1), |kind| all |= self.kinds[kind]);
        all
    }

    /// The tokens whose words have one of some traces: those of the words that are looked for, and a few others.
    #[inline]
    pub fn traced(&self, traces: u64) -> u64 {
        let mut all = 0;
        each(traces & self.held.2, |trace| all |= self.traces[trace]);
        all
    }
}

/// What stands where in one sentence.
#[derive(Debug, Default)]
pub(super) struct Spots {
    /// As many as the longest sentence so far took.
    blocks: Vec<Block>,
    /// How many of them the sentence and the place behind it take.
    used: usize,
    /// The words of the tokens.
    words: Vec<WordId>,
}

/// What a sentence says of one of its tokens besides the token itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spot {
    /// The kinds of mention that a slot may find there, as bits.
    pub kinds: u32,
    /// Whether a person's name starts there or behind words that may lead it.
    pub person: bool,
    /// Whether a clause, a quotation or a bracket ends or begins there.
    pub bars: bool,
    /// Whether a hyphen joins it to the word before.
    pub joined: bool,
}

impl Spots {
    /// Goes to a sentence: its tokens, and what else it says of each.
    pub fn enter(&mut self, tokens: &[Token], spots: impl Iterator<Item = Spot>, classes: &Classes) {
        self.blocks[..self.used].iter_mut().for_each(Block::clear);
        self.used = tokens.len() / WIDTH + 1;
        if self.blocks.len() < self.used {
            self.blocks.resize(self.used, Block::EMPTY);
        }
        self.words.clear();
        for (at, (token, spot)) in tokens.iter().zip(spots).enumerate() {
            self.words.push(token.word);
            self.blocks[at / WIDTH].add(1 << (at % WIDTH), token, spot, classes);
        }
    }

    /// What stands in a sentence that is short enough for one block, the place behind it counted.
    #[inline]
    pub fn only_block(&self) -> Option<&Block> {
        if self.used == 1 { self.blocks.first() } else { None }
    }

    /// Puts the tokens at which a match can start into `found`, a bit each.
    pub fn starts(&self, first: &First, found: &mut Vec<u64>) {
        found.clear();
        found.extend(self.blocks[..self.used].iter().enumerate().map(|(number, block)| {
            if first.any {
                return u64::MAX;
            }
            let persons = if first.person { block.persons } else { 0 };
            let sure = block.of(first.flags, first.kinds) | persons;
            let mut found = sure;
            each(block.traced(first.traces) & !sure, |at| {
                if first.words.binary_search(&self.words[number * WIDTH + at]).is_ok() {
                    found |= 1 << at;
                }
            });
            found
        }));
    }
}

/// The first token from one on that is marked.
pub(super) fn next(marks: &[u64], from: usize) -> Option<usize> {
    let first = from / WIDTH;
    let cut = marks.get(first)? & (u64::MAX << (from % WIDTH));
    std::iter::once(cut).chain(marks[first + 1..].iter().copied()).position(|block| block != 0).map(
        |blocks| {
            let block = if blocks == 0 { cut } else { marks[first + blocks] };
            (first + blocks) * WIDTH + block.trailing_zeros() as usize
        },
    )
}

/// Gives the numbers of the bits that are set, the lowest first.
#[inline]
pub(super) fn each(mut set: u64, mut number: impl FnMut(usize)) {
    while set != 0 {
        number(set.trailing_zeros() as usize);
        set &= set - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn marks_are_found_from_left_to_right() {
        let marks = [1 << 3 | 1 << 63, 0, 1];
        let found: Vec<usize> = std::iter::successors(next(&marks, 0), |at| next(&marks, at + 1)).collect();
        assert_eq!(found, [3, 63, 128]);
        assert_eq!(next(&marks, 200), None);
        assert_eq!(next(&[], 0), None);
    }
}
