//! Which patterns a word or a mention of a kind makes worth trying.

use super::{
    Rule, RuleBook,
    pattern::{Anchor, Needs, bit},
};
use crate::{
    claim::{Mention, MentionKind, wants_a_copy},
    text::{BlockKind, Token, WordId},
};
use std::{collections::BTreeMap, sync::OnceLock};

/// A pattern by its place in the rule book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PatternPlace {
    /// The rule, as an index into the rule book.
    pub rule: u32,
    /// The claim within the rule.
    pub claim: u16,
    /// The pattern within the claim.
    pub pattern: u16,
}

/// Some of the patterns of a book, by their numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    /// A bit for each pattern.
    bits: Vec<u64>,
    /// A bit for each of `bits` that is not nought.
    held: Vec<u64>,
}

impl Wanted {
    /// None of so many patterns.
    fn none_of(patterns: usize) -> Self {
        let words = patterns.div_ceil(64);
        Self { bits: vec![0; words], held: vec![0; words.div_ceil(64)] }
    }

    #[inline]
    fn add(&mut self, number: u32) {
        let word = number as usize / 64;
        self.bits[word] |= 1 << (number % 64);
        self.held[word / 64] |= 1 << (word % 64);
    }

    /// Takes out all numbers, the lowest first.
    pub fn drain(&mut self) -> impl Iterator<Item = u32> {
        let (mut group, mut word, mut left) = (0, 0, 0);
        std::iter::from_fn(move || {
            while left == 0 {
                let held = self.held.get_mut(group)?;
                if *held == 0 {
                    group += 1;
                    continue;
                }
                word = group * 64 + held.trailing_zeros() as usize;
                *held &= *held - 1;
                left = std::mem::take(&mut self.bits[word]);
            }
            let next = number(word * 64) + left.trailing_zeros();
            left &= left - 1;
            Some(next)
        })
    }
}

/// A pattern of the book.
#[derive(Debug)]
pub(crate) struct Listed {
    /// Where it is.
    pub place: PatternPlace,
    /// The kinds of block that its rule reads, a bit each.
    blocks: u32,
    /// Whether its claims say something only beside a sentence that runs alike.
    pub wants_a_copy: bool,
    /// What its matches hold, once a sentence has called for it.
    needs: OnceLock<Needs>,
}

impl Listed {
    /// Whether its rule reads blocks of a kind.
    #[inline]
    pub const fn reads(&self, kind: BlockKind) -> bool {
        self.blocks & 1 << kind as u32 != 0
    }

    /// What every match of it holds.
    #[inline]
    pub fn needs(&self, book: &RuleBook) -> &Needs {
        self.needs.get_or_init(|| book.pattern(self.place).needs(&book.classes))
    }
}

/// The patterns by the words and kinds of mention that they wait for; each has a number, in the order of the rules.
#[derive(Debug, Default)]
pub(crate) struct Triggers {
    listed: Vec<Listed>,
    /// By word number, where its patterns start in `patterns`; they end where the next word's start.
    starts: Vec<u32>,
    patterns: Vec<u32>,
    by_kind: BTreeMap<MentionKind, Vec<u32>>,
}

/// The number of a pattern; a book has fewer than four thousand million.
#[expect(clippy::cast_possible_truncation, reason = "a book has fewer patterns than bytes, and those fit")]
const fn number(index: usize) -> u32 {
    index as u32
}

impl Triggers {
    /// Makes the table for a book whose lexicon has `words` words.
    pub fn new(rules: &[Rule], words: usize) -> Self {
        let mut listed: Vec<Listed> = Vec::new();
        for (at, rule) in rules.iter().enumerate() {
            let blocks = rule.blocks.iter().fold(0, |all, kind| all | 1 << *kind as u32);
            let copies: Vec<bool> = rule.claims.iter().map(|claim| wants_a_copy(&claim.attribute)).collect();
            listed.extend(places(at, rule).map(|place| {
                let wants_a_copy = copies[usize::from(place.claim)];
                Listed { place, blocks, wants_a_copy, needs: OnceLock::new() }
            }));
        }
        let mut by_word: Vec<(WordId, u32)> = Vec::new();
        let mut by_kind: BTreeMap<MentionKind, Vec<u32>> = BTreeMap::new();
        for (at, Listed { place, .. }) in listed.iter().enumerate() {
            let claim = &rules[place.rule as usize].claims[usize::from(place.claim)];
            for anchor in &claim.patterns[usize::from(place.pattern)].anchors {
                match anchor {
                    Anchor::Word(word) => by_word.push((*word, number(at))),
                    Anchor::Mention(kind) => by_kind.entry(*kind).or_default().push(number(at)),
                }
            }
        }
        // How many patterns wait for each word says where they start; each then takes the next place of its word.
        let mut starts = vec![0; words + 3];
        for (word, _) in &by_word {
            starts[word.0 as usize + 2] += 1;
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let mut patterns = vec![0; by_word.len()];
        for (word, number) in by_word {
            let next = &mut starts[word.0 as usize + 1];
            patterns[*next as usize] = number;
            *next += 1;
        }
        Self { listed, starts, patterns, by_kind }
    }

    /// A pattern by its number.
    #[inline]
    pub fn listed(&self, number: u32) -> &Listed {
        &self.listed[number as usize]
    }

    /// The places of all patterns, in the order of the rules.
    pub fn places(&self) -> impl Iterator<Item = PatternPlace> {
        self.listed.iter().map(|listed| listed.place)
    }

    /// None of the patterns, to gather some in.
    pub fn none(&self) -> Wanted {
        Wanted::none_of(self.listed.len())
    }

    /// Adds the patterns that wait for a word or a mention of a sentence to `wanted`, where they are worth trying; most are
    /// not, so they are asked before they are put in order.
    pub fn gather(
        &self,
        tokens: &[Token],
        mentions: &[Mention],
        is_worth_it: impl Fn(&Listed) -> bool,
        wanted: &mut Wanted,
    ) {
        let mut add = |called: &[u32]| {
            let worth = called.iter().filter(|number| is_worth_it(self.listed(**number)));
            worth.for_each(|number| wanted.add(*number));
        };
        tokens.iter().for_each(|token| add(self.of_word(token.word)));
        let mut seen = 0;
        for mention in mentions {
            if seen & bit(mention.kind) == 0 {
                seen |= bit(mention.kind);
                add(self.by_kind.get(&mention.kind).map_or(&[], Vec::as_slice));
            }
        }
    }

    /// The patterns that wait for a word.
    #[inline]
    fn of_word(&self, word: WordId) -> &[u32] {
        let at = word.0 as usize;
        match self.starts.get(at..at + 2) {
            Some(&[from, to]) => &self.patterns[from as usize..to as usize],
            Some(_) | None => &[],
        }
    }
}

/// The places of a rule's patterns.
#[expect(clippy::cast_possible_truncation, reason = "loading refuses rules with more claims or patterns")]
fn places(number: usize, rule: &Rule) -> impl Iterator<Item = PatternPlace> {
    rule.claims.iter().enumerate().flat_map(move |(claim, entry)| {
        let at = move |pattern| PatternPlace { rule: number as u32, claim: claim as u16, pattern };
        (0..entry.patterns.len() as u16).map(at)
    })
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    #[test]
    fn numbers_come_out_once_and_in_order() {
        let mut wanted = Wanted::none_of(9_000);
        for number in [8_999, 63, 64, 0, 4_096, 63, 4_095] {
            wanted.add(number);
        }
        assert_eq!(wanted.drain().collect::<Vec<_>>(), [0, 63, 64, 4_095, 4_096, 8_999]);
        assert_eq!(wanted.drain().count(), 0, "all of them are out");
    }
}
