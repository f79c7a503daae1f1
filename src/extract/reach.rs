//! From which tokens of a sentence each step of a pattern could still lead to a match.
//!
//! The steps are gone over from the last to the first, each for all tokens at once, a bit a token: a word's step leads on from
//! where the word stands and the next step leads on behind it. What a step takes is told by its [`Sift`], which knows a
//! little less than the step. So a "yes" here is a "perhaps", a "no" is sure, and [`super::matcher`] goes no way that ends
//! in one. The program has no loops: every step leads to later ones alone, and where one leads on from nowhere, those before it
//! that lead through it need no look.

use super::{
    field::Field,
    spots::{Block, WIDTH, each},
};
use crate::{
    rules::{Sieve, Sift},
    text::WordClass,
};

/// For each step and place of a sentence whether a match could go on there. Of sentences that are longer than a machine word
/// has bits nothing is known: everything could.
///
/// A way that was gone once is shut: what led nowhere from there leads nowhere again, however it was come by.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// By step the places from which it leads on: tokens, and the one behind the last.
    rows: Vec<u64>,
    /// The same without the ways that were gone, a bit for each step and place; behind what a look found, all ones.
    open: Vec<u64>,
    /// How many words of `open` are what a look found.
    found: usize,
    /// The words of `open` of which ways were gone: only these are opened again, since a sentence of a megabyte has many
    /// matches.
    gone: Vec<usize>,
    /// How many words of `open` a step has.
    width: usize,
    /// The sentence's first token.
    first: usize,
}

impl Reach {
    /// Looks where a pattern leads on in the field's sentence, and answers from where its first step does, where that can be
    /// known.
    pub fn look(&mut self, sieve: &[Sieve], field: &Field<'_>) -> Option<u64> {
        let block = field.spots.only_block()?;
        if self.rows.len() < sieve.len() {
            self.rows.resize(sieve.len(), 0);
        }
        let rows = &mut self.rows[..sieve.len()];
        let mut left = sieve.len();
        let mut next = 0;
        while left > 0 {
            left -= 1;
            let one = &sieve[left];
            next = leading(&one.sift, next, rows, block, field);
            if next == 0 {
                let since = one.since as usize;
                if since == 0 {
                    return Some(0);
                }
                // No way leads to the others but through the first of them.
                rows[since] = 0;
                left = since;
                continue;
            }
            if let Some(before_words) = one.asides {
                next = field.asides.before(next, before_words);
            }
            rows[left] = next;
        }
        Some(next)
    }

    /// Opens the ways of a pattern of so many steps: those that the look just taken found to lead on, or all.
    pub fn open(&mut self, steps: usize, looked: bool, field: &Field<'_>) {
        self.gone.drain(..).for_each(|word| self.open[word] = u64::MAX);
        self.first = field.tokens.start;
        self.width = if looked { 1 } else { field.tokens.len() / WIDTH + 1 };
        if self.open.len() < steps * self.width {
            self.open.resize(steps * self.width, u64::MAX);
        }
        if looked {
            self.open[..steps].copy_from_slice(&self.rows[..steps]);
            self.found = self.found.max(steps);
        } else {
            self.open[..self.found].fill(u64::MAX);
            self.found = 0;
        }
    }

    /// Opens again what was gone.
    pub fn reopen(&mut self) {
        let looked = self.found > 0;
        for word in self.gone.drain(..) {
            self.open[word] = if looked { self.rows[word] } else { u64::MAX };
        }
    }

    /// Where the bit of a step and a token stands: its word, and the bit in it.
    #[inline]
    fn bit(&self, step: usize, at: usize) -> (usize, u64) {
        let place = at - self.first;
        (step * self.width + place / WIDTH, 1 << (place % WIDTH))
    }

    /// Whether a step could lead on from a token, and did not lead nowhere before.
    #[inline]
    pub fn leads_on(&self, step: usize, at: usize) -> bool {
        let (word, bit) = self.bit(step, at);
        self.open[word] & bit != 0
    }

    /// The same, of a way that is now gone.
    #[inline]
    pub fn goes_on(&mut self, step: usize, at: usize) -> bool {
        let (word, bit) = self.bit(step, at);
        let leads_on = self.open[word] & bit != 0;
        if leads_on {
            self.open[word] &= !bit;
            self.gone.push(word);
        }
        leads_on
    }
}

/// The places from which a step leads into `next`, those of the step behind it, or into those of a later step.
#[inline]
fn leading(sift: &Sift, next: u64, rows: &[u64], block: &Block, field: &Field<'_>) -> u64 {
    match *sift {
        Sift::Word(trace) => next >> 1 & block.traces[usize::from(trace)],
        Sift::Words(traces) => next >> 1 & block.traced(traces),
        Sift::Flags(flags) => next >> 1 & block.of(flags, 0),
        Sift::Token => next >> 1,
        Sift::Entry { trace, lengths } => {
            let openers = block.openers[usize::from(trace)];
            if openers == 0 {
                return 0;
            }
            let mut before = 0;
            each(lengths, |length| before |= next >> length);
            openers & before
        }
        Sift::Run(most) => widened(next, most.saturating_sub(1), block.bars) >> 1 & !block.bars,
        Sift::Gap { most, hard } => {
            let bars = if hard { 0 } else { block.bars };
            field.asides.before(spanned(next, most, bars, block.joined), false)
        }
        Sift::Mention(kinds) if next == 0 || kinds & block.held.1 == 0 => 0,
        Sift::Mention(kinds) => field
            .ends
            .iter()
            .filter(|(kind, _, end)| kind & kinds != 0 && next & (1 << end) != 0)
            .fold(0, |all, (_, start, _)| all | 1 << start),
        Sift::Names { .. } if next == 0 => 0,
        Sift::Names { kinds, persons } => {
            // Names end behind their start.
            let before = (1 << next.ilog2()) - 1;
            let led = if persons { block.persons } else { 0 };
            before & (led | block.of(WordClass::empty(), kinds))
        }
        Sift::Split(other) => next | rows[other as usize],
        Sift::Both(other) => next & rows[other as usize],
        Sift::Jump(to) => rows[to as usize],
        Sift::Nothing => next,
        Sift::Start => next & up_to(field.opening),
        Sift::End => next & u64::MAX << field.closing,
        Sift::Accept => up_to(field.tokens.len()),
    }
}

/// The places from which no token or up to so many lead into those given, over none of the bars.
#[inline]
fn widened(mut places: u64, most: u8, bars: u64) -> u64 {
    for _ in 0..most {
        let wider = places | places >> 1 & !bars;
        if wider == places {
            break;
        }
        places = wider;
    }
    places
}

/// The same of words, those of a compound taken for one: `joined` are those that a hyphen joins to the one before.
#[inline]
fn spanned(places: u64, most: u8, bars: u64, joined: u64) -> u64 {
    if joined == 0 {
        return widened(places, most, bars);
    }
    let free = |mut places: u64| {
        while places >> 1 & joined & !places != 0 {
            places |= places >> 1 & joined;
        }
        places
    };
    let mut reached = free(places);
    for _ in 0..most {
        let wider = free(widened(reached, 1, bars));
        if wider == reached {
            break;
        }
        reached = wider;
    }
    reached
}

/// The places up to one.
const fn up_to(last: usize) -> u64 {
    u64::MAX >> (WIDTH - 1 - last)
}
