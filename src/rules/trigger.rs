//! Which patterns a word or a mention of a kind makes worth trying.

use super::{
    Rule,
    pattern::{Anchor, bit},
};
use crate::{
    claim::{Mention, MentionKind},
    text::{Token, WordId},
};
use std::collections::BTreeMap;

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

impl PatternPlace {
    /// Its place among all patterns, as one number.
    pub fn order(self) -> u64 {
        u64::from(self.rule) << 32 | u64::from(self.claim) << 16 | u64::from(self.pattern)
    }
}

/// The patterns by the words and kinds of mention that they wait for.
#[derive(Debug, Default)]
pub(crate) struct Triggers {
    /// By word number, where its patterns start in `patterns`; they end where the next word's start.
    starts: Vec<u32>,
    patterns: Vec<PatternPlace>,
    by_kind: BTreeMap<MentionKind, Vec<PatternPlace>>,
}

impl Triggers {
    /// Makes the table for a book whose lexicon has `words` words.
    pub fn new(rules: &[Rule], words: usize) -> Self {
        let mut by_word: Vec<(WordId, PatternPlace)> = Vec::new();
        let mut by_kind: BTreeMap<MentionKind, Vec<PatternPlace>> = BTreeMap::new();
        for (place, anchor) in rules.iter().enumerate().flat_map(|(number, rule)| anchors(number, rule)) {
            match anchor {
                Anchor::Word(word) => by_word.push((word, place)),
                Anchor::Mention(kind) => by_kind.entry(kind).or_default().push(place),
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
        let mut patterns = vec![PatternPlace { rule: 0, claim: 0, pattern: 0 }; by_word.len()];
        for (word, place) in by_word {
            let next = &mut starts[word.0 as usize + 1];
            patterns[*next as usize] = place;
            *next += 1;
        }
        Self { starts, patterns, by_kind }
    }

    /// Puts the patterns that wait for a word or a mention of a sentence into `wanted`, in no order and some of them twice.
    pub fn gather(&self, tokens: &[Token], mentions: &[Mention], wanted: &mut Vec<PatternPlace>) {
        wanted.clear();
        for token in tokens {
            wanted.extend_from_slice(self.of_word(token.word));
        }
        let mut seen = 0;
        for mention in mentions {
            if seen & bit(mention.kind) == 0 {
                seen |= bit(mention.kind);
                wanted.extend_from_slice(self.of_kind(mention.kind));
            }
        }
    }

    /// The patterns that wait for a word.
    #[inline]
    fn of_word(&self, word: WordId) -> &[PatternPlace] {
        let at = word.0 as usize;
        match self.starts.get(at..at + 2) {
            Some(&[from, to]) => &self.patterns[from as usize..to as usize],
            Some(_) | None => &[],
        }
    }

    /// The patterns that wait for a mention of a kind.
    fn of_kind(&self, kind: MentionKind) -> &[PatternPlace] {
        self.by_kind.get(&kind).map_or(&[], Vec::as_slice)
    }
}

/// The places of a rule's patterns.
#[expect(clippy::cast_possible_truncation, reason = "loading refuses rules with more claims or patterns")]
pub(super) fn places(number: usize, rule: &Rule) -> impl Iterator<Item = PatternPlace> {
    rule.claims.iter().enumerate().flat_map(move |(claim, entry)| {
        let at = move |pattern| PatternPlace { rule: number as u32, claim: claim as u16, pattern };
        (0..entry.patterns.len() as u16).map(at)
    })
}

fn anchors(number: usize, rule: &Rule) -> impl Iterator<Item = (PatternPlace, Anchor)> {
    places(number, rule).flat_map(move |place| {
        let pattern = &rule.claims[usize::from(place.claim)].patterns[usize::from(place.pattern)];
        pattern.anchors.iter().map(move |anchor| (place, *anchor))
    })
}
