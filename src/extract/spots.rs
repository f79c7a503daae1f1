//! Where in a sentence something stands: for every class of words, kind of mention and trace of a word the tokens, a bit each.
//!
//! A pattern asks this before it is run: where a match could start, and where the last of what it needs stands. So the
//! answer costs what the pattern names, and not what the sentence holds.

use crate::{
    rules::{First, Need},
    text::{Token, WordClass, WordId},
};

/// The tokens of one block.
const WIDTH: usize = 64;

/// What stands at up to [`WIDTH`] tokens in a row.
#[derive(Debug, Clone)]
struct Block {
    /// By class, the tokens in it.
    classes: [u64; 64],
    /// By kind of mention, the tokens at which a slot finds one.
    kinds: [u64; 32],
    /// By trace, the tokens whose word has it.
    traces: [u64; 64],
    /// The tokens at which a person's name starts, or words that lead one.
    persons: u64,
    /// The classes, kinds and traces that any token has.
    held: (u64, u32, u64),
}

impl Block {
    const EMPTY: Self =
        Self { classes: [0; 64], kinds: [0; 32], traces: [0; 64], persons: 0, held: (0, 0, 0) };

    /// The tokens in any of some classes or at which a mention of one of some kinds starts.
    fn of(&self, flags: WordClass, kinds: u32) -> u64 {
        let classes = bits(flags.bits() & self.held.0).fold(0, |all, class| all | self.classes[class]);
        bits(u64::from(kinds & self.held.1)).fold(classes, |all, kind| all | self.kinds[kind])
    }

    /// The tokens whose words have one of some traces: those of the words that are looked for, and a few others.
    fn traced(&self, traces: u64) -> u64 {
        bits(traces & self.held.2).fold(0, |all, trace| all | self.traces[trace])
    }
}

/// What stands where in one sentence.
#[derive(Debug, Default)]
pub(super) struct Spots {
    blocks: Vec<Block>,
    /// The words of the tokens.
    words: Vec<WordId>,
}

impl Spots {
    /// Goes to a sentence: its tokens, and for each the kinds of mention that a slot finds there and whether it leads to a
    /// person's name.
    pub fn enter(&mut self, tokens: &[Token], kinds: &[u32], persons: &[bool]) {
        self.blocks.clear();
        self.blocks.resize(tokens.len().div_ceil(WIDTH), Block::EMPTY);
        self.words.clear();
        self.words.extend(tokens.iter().map(|token| token.word));
        for (at, ((token, kinds), person)) in tokens.iter().zip(kinds).zip(persons).enumerate() {
            let block = &mut self.blocks[at / WIDTH];
            let here = 1 << (at % WIDTH);
            let trace = Need::trace(token.word);
            bits(token.class.bits()).for_each(|class| block.classes[class] |= here);
            bits(u64::from(*kinds)).for_each(|kind| block.kinds[kind] |= here);
            bits(trace).for_each(|trace| block.traces[trace] |= here);
            block.persons |= if *person { here } else { 0 };
            block.held.0 |= token.class.bits();
            block.held.1 |= kinds;
            block.held.2 |= trace;
        }
    }

    /// Puts the tokens at which a match can start into `found`, a bit each.
    pub fn starts(&self, first: &First, found: &mut Vec<u64>) {
        found.clear();
        found.extend(self.blocks.iter().enumerate().map(|(number, block)| {
            if first.any {
                return u64::MAX;
            }
            let persons = if first.person { block.persons } else { 0 };
            let sure = block.of(first.flags, first.kinds) | persons;
            let traced = block.traced(first.traces) & !sure;
            bits(traced)
                .filter(|at| first.words.binary_search(&self.words[number * WIDTH + at]).is_ok())
                .fold(sure, |all, at| all | 1 << at)
        }));
    }

    /// The last token at which there is what a match needs.
    pub fn last(&self, need: &Need) -> Option<usize> {
        self.blocks.iter().enumerate().rev().find_map(|(number, block)| {
            let (classes, kinds, traces) = block.held;
            if need.flags.bits() & classes == 0 && need.kinds & kinds == 0 && need.traces & traces == 0 {
                return None;
            }
            let sure = block.of(need.flags, need.kinds);
            let mut open = sure | block.traced(need.traces);
            while let Some(at) = open.checked_ilog2() {
                let at = at as usize;
                let place = number * WIDTH + at;
                if sure & 1 << at != 0 || need.words.binary_search(&self.words[place]).is_ok() {
                    return Some(place);
                }
                open ^= 1 << at;
            }
            None
        })
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

/// The numbers of the bits that are set, the lowest first.
fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(bit)
    })
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
