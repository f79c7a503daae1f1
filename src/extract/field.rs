//! One sentence as a pattern sees it: its tokens, and the mentions that start at each of them.

use super::{
    aside::Asides,
    list,
    modifier::Passed,
    proper::Capitals,
    spots::{Spot, Spots},
};
use crate::{
    claim::{Mention, MentionKind},
    rules::{First, RuleBook, bit},
    text::{Document, Token, TokenKind, WordId},
};
use std::{cell::OnceCell, ops::Range};

/// By how many tokens words that hyphens join may widen a gap.
const MOST_JOINED: usize = 12;

/// A sentence with its mentions by token.
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub document: &'a Document<'a>,
    pub mentions: &'a [Mention],
    pub book: &'a RuleBook,
    /// The word "the", which a slot skips before a name or a figure.
    the: WordId,
    /// Words that stand with a capital letter inside of sentences, when they were asked for.
    pub capitals: OnceCell<Capitals>,
    /// The sentence's tokens, as indices into the document's.
    pub tokens: Range<usize>,
    /// The sentence's mentions, as indices into the document's.
    inside: Range<usize>,
    /// By token of the sentence, the first mention that starts there or further on.
    starts: Vec<usize>,
    /// By token of the sentence, the kinds of mention that a slot may find there, as bits.
    kinds: Vec<u32>,
    /// By token of the sentence, whether a person's name starts there or behind words that may lead it.
    persons: Vec<bool>,
    /// By token of the sentence, whether a clause, a quotation or a bracket ends or begins there.
    bars: Vec<bool>,
    /// By token of the sentence, whether a hyphen joins it to the word before, so that it is none of its own.
    joined: Vec<bool>,
    /// What stands where, the other way round.
    pub spots: Spots,
    /// The sentence's mentions: the bit of the kind, from which token a slot finds it, and the token behind it. Twice where the
    /// slot may skip the word before.
    pub ends: Vec<(u32, u32, u32)>,
    /// What a pattern may pass over between two steps.
    pub asides: Asides,
    /// The words of what may be passed over.
    pub passed: Passed,
    /// The last token before which nothing but opening marks stands.
    pub opening: usize,
    /// The first place behind which nothing but closing marks stands.
    pub closing: usize,
}

impl<'a> Field<'a> {
    /// A field of a document; it stands on no sentence yet.
    pub fn new(document: &'a Document<'a>, mentions: &'a [Mention], book: &'a RuleBook) -> Self {
        let the = book.lexicon.look_up(b"the").0;
        Self {
            document,
            mentions,
            book,
            the,
            capitals: OnceCell::new(),
            tokens: 0..0,
            inside: 0..0,
            starts: Vec::new(),
            kinds: Vec::new(),
            persons: Vec::new(),
            bars: Vec::new(),
            joined: Vec::new(),
            spots: Spots::default(),
            ends: Vec::new(),
            asides: Asides::default(),
            passed: Passed::of(book),
            opening: 0,
            closing: 0,
        }
    }

    /// Goes to the sentence of these tokens, which holds these mentions.
    pub fn enter(&mut self, tokens: Range<usize>, inside: Range<usize>) {
        let length = tokens.len();
        self.starts.clear();
        self.kinds.clear();
        self.kinds.resize(length + 1, 0);
        for (number, mention) in self.mentions[inside.clone()].iter().enumerate() {
            let at = mention.tokens.start - tokens.start;
            // It is the first for its token, and for those before that no other starts at or behind.
            if self.starts.len() <= at {
                self.starts.resize(at + 1, inside.start + number);
            }
            self.kinds[at] |= bit(mention.kind);
        }
        self.starts.resize(length + 1, inside.end);
        self.tokens = tokens;
        self.inside = inside;
        self.bars.clear();
        self.bars.resize(length, false);
        for (place, token) in self.document.tokens[self.tokens.clone()].iter().enumerate() {
            let mut is_skipped = token.word == self.the;
            if token.kind != TokenKind::Word {
                let at = self.tokens.start + place;
                let is_quote = self.is_quote(at);
                self.bars[place] = is_quote || self.parts_clauses(at);
                is_skipped |= is_quote;
            }
            // A slot skips "the" before a name or figure, and the mark before a quotation.
            if is_skipped {
                self.kinds[place] |= self.kinds[place + 1];
            }
            if token.word == self.the && list::leads_place(self.tokens.start + place, self) {
                self.kinds[place] |= bit(MentionKind::Place);
            }
        }
        self.note_joined();
        let mut persons = std::mem::take(&mut self.persons);
        list::persons_ahead(self, &mut persons);
        self.persons = persons;
        let spots = self.kinds.iter().zip(&self.persons).zip(self.bars.iter().zip(&self.joined));
        self.spots.enter(
            &self.document.tokens[self.tokens.clone()],
            spots.map(|((kinds, person), (bars, joined))| Spot {
                kinds: *kinds,
                person: *person,
                bars: *bars,
                joined: *joined,
            }),
            &self.book.classes,
        );
        self.note_ends();
        let mut asides = std::mem::take(&mut self.asides);
        asides.enter(self);
        self.asides = asides;
    }

    /// Notes the hyphens between two words, and the words behind them.
    fn note_joined(&mut self) {
        let tokens = &self.document.tokens[self.tokens.clone()];
        self.joined.clear();
        self.joined.resize(tokens.len(), false);
        for (place, pair) in tokens.windows(2).enumerate().skip(1) {
            let [mark, next] = pair else { continue };
            let is_hyphen = mark.initial == b'-';
            if is_hyphen && mark.glued && next.glued && next.kind == TokenKind::Word {
                self.joined[place] = true;
                self.joined[place + 1] = true;
            }
        }
    }

    /// The places to which a gap of up to so many words leads, the nearest first: words that hyphens join are one, and a gap that counts
    /// them so ends behind them all.
    pub fn over(&self, from: usize, words: usize, hard: bool) -> impl DoubleEndedIterator<Item = usize> {
        let mut left = words;
        let mut last = from;
        let furthest = self.tokens.end.min(from + words + MOST_JOINED);
        while last < furthest && (hard || !self.bars(last)) {
            let is_joined = last > from && self.is_joined(last);
            if !is_joined && left == 0 {
                break;
            }
            left -= usize::from(!is_joined);
            last += 1;
        }
        (from..=last).filter(move |place| *place <= from + words || !self.is_joined(*place))
    }

    /// Whether a hyphen joins a token to the word before.
    fn is_joined(&self, at: usize) -> bool {
        self.joined.get(at - self.tokens.start).is_some_and(|joined| *joined)
    }

    /// Notes where mentions end, and the sentence begins and ends but for its marks.
    fn note_ends(&mut self) {
        let within = |at: usize| u32::try_from(at - self.tokens.start).unwrap_or(u32::MAX);
        let mut ends = std::mem::take(&mut self.ends);
        ends.clear();
        for mention in &self.mentions[self.inside.clone()] {
            let start = mention.tokens.start;
            let (kind, end) = (bit(mention.kind), within(mention.tokens.end.min(self.tokens.end)));
            ends.push((kind, within(start), end));
            if start > self.tokens.start && self.is_the(start - 1) {
                ends.push((kind, within(start - 1), end));
            }
        }
        self.ends = ends;
        let tokens = self.tokens.clone();
        let opens = |at: &usize| self.is_quote(*at) || self.is(*at, "(");
        self.opening = tokens.clone().take_while(opens).count();
        self.closing = tokens.len() - tokens.rev().take_while(|at| self.closes(*at)).count();
    }

    /// Puts the tokens at which a match can start into `found`, a bit each, counted from the sentence's first.
    pub fn starts(&self, first: &First, found: &mut Vec<u64>) {
        self.spots.starts(first, found);
    }

    /// The token at an index, while it is in the sentence.
    #[inline]
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        if self.tokens.contains(&at) { self.document.tokens.get(at) } else { None }
    }

    /// The tokens from an index to the end of the sentence.
    pub fn rest(&self, at: usize) -> &'a [Token] {
        &self.document.tokens[at.min(self.tokens.end)..self.tokens.end]
    }

    /// A token's text, as written.
    pub fn text(&self, token: &Token) -> &'a str {
        self.document.text(token.span)
    }

    /// The mentions that start at a token, as indices with their mentions.
    pub fn mentions_at(&self, at: usize) -> impl Iterator<Item = (usize, &'a Mention)> + use<'a> {
        let mentions = self.mentions;
        let first = at.checked_sub(self.tokens.start).and_then(|at| self.starts.get(at)).copied();
        let range = first.map_or(0..0, |first| first..self.inside.end);
        range
            .map(move |number| (number, &mentions[number]))
            .take_while(move |(_, one)| one.tokens.start == at)
    }

    /// Whether a mention of one of some kinds, given as bits, may start at a token: a quick no at most tokens.
    #[inline]
    pub fn may_find(&self, at: usize, kinds: u32) -> bool {
        let held = at.checked_sub(self.tokens.start).and_then(|at| self.kinds.get(at));
        held.is_some_and(|held| held & kinds != 0)
    }

    /// The first mention of a kind that starts at a token.
    pub fn mention_of(&self, at: usize, kind: MentionKind) -> Option<(usize, &'a Mention)> {
        if !self.may_find(at, bit(kind)) {
            return None;
        }
        self.mentions_at(at).find(|(_, mention)| mention.kind == kind)
    }

    /// The token at which the last person's name of the sentence starts.
    pub fn last_person(&self) -> Option<usize> {
        let persons = self.mentions[self.inside.clone()].iter().rev();
        persons
            .filter(|mention| mention.kind == MentionKind::Person)
            .map(|mention| mention.tokens.start)
            .next()
    }

    /// Whether the token is "the".
    pub fn is_the(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.word == self.the)
    }

    /// Whether the token is this very sign or word in lower case.
    pub fn is(&self, at: usize, text: &str) -> bool {
        self.token(at).is_some_and(|token| self.document.spells(token, text))
    }

    /// Whether the token is a quotation mark.
    pub fn is_quote(&self, at: usize) -> bool {
        // The first byte of any of them, as tokens keep it.
        let may_be = |token: &Token| matches!(token.initial, b'"' | b'\'' | 0xE2);
        self.token(at).is_some_and(|token| {
            matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol)
                && may_be(token)
                && matches!(
                    self.text(token),
                    "\"" | "\u{201c}"
                        | "\u{201d}"
                        | "\u{201e}"
                        | "\u{ab}"
                        | "\u{bb}"
                        | "'"
                        | "\u{2018}"
                        | "\u{2019}"
                )
        })
    }

    /// Whether a gap may not run over the token: a clause, a quotation or a bracket ends or begins there.
    #[inline]
    pub fn bars(&self, at: usize) -> bool {
        at.checked_sub(self.tokens.start).and_then(|at| self.bars.get(at)).is_some_and(|bars| *bars)
    }

    fn parts_clauses(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.kind == TokenKind::Punctuation
                && matches!(self.text(token), ";" | ":" | "(" | ")" | "[" | "]")
        })
    }

    /// Whether the token is a mark that may close a sentence.
    fn closes(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| matches!(self.text(token), "." | "!" | "?" | "\u{2026}" | ")"))
            || self.is_quote(at)
    }

    /// Whether nothing but closing marks follows.
    pub fn at_end(&self, at: usize) -> bool {
        at - self.tokens.start >= self.closing
    }

    /// Whether nothing but opening marks stands before.
    pub fn at_start(&self, at: usize) -> bool {
        at - self.tokens.start <= self.opening
    }
}
