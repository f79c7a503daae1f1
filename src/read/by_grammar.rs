//! What the larger grammars find in an article, one grammar gone through before the next.
//!
//! A grammar's code fills the processor's nearest cache: where each token is handed from grammar to grammar, each finds its
//! own code gone. What a grammar finds depends on the words alone, so it may look before it is known at which tokens the
//! pass of [`super`] will stop. That pass reads for itself what no look has reached.

use super::{Found, Grammar, OF_DIGITS, OF_SIGNS, Setting, can_start, each_tried};
use crate::text::{Document, Token, TokenKind, Tokens};
use std::{iter::Peekable, vec::IntoIter};

/// What some grammars find, by token.
pub(super) struct ByGrammar {
    /// The grammars that are worth a try at each token, a bit each: those that start there but for those that looked in vain.
    worth: Vec<u8>,
    times: Finds,
    figures: Finds,
    names: Finds,
}

impl ByGrammar {
    /// Looks with each grammar where those before it found nothing: a figure in a date is none of its own.
    pub(super) fn of(document: &Document<'_>, setting: &Setting<'_>) -> Self {
        let mut worth: Vec<u8> = document.tokens.iter().map(tried_at).collect();
        let mut tried = worth.clone();
        let mut look = |grammar| Finds::of(grammar, document, setting, &mut tried, &mut worth);
        let (times, figures, names) = (look(Grammar::Time), look(Grammar::Figure), look(Grammar::Name));
        Self { worth, times, figures, names }
    }

    /// How many of the tokens have passed before the next one at which any grammar is worth a try; none where that is none.
    pub(super) fn idle(&self, tokens: Tokens<'_>) -> Option<usize> {
        self.worth[tokens.index()..tokens.end_index()].iter().position(|grammars| *grammars != 0)
    }

    /// Whether a grammar may find something at a token.
    #[inline]
    pub(super) fn is_worth(&self, grammar: Grammar, token: usize) -> bool {
        self.worth[token] & bit(grammar) != 0
    }

    /// What a grammar finds at the first of some tokens. It is asked from left to right, once for a token.
    pub(super) fn read<'a>(
        &mut self,
        grammar: Grammar,
        tokens: Tokens<'a>,
        setting: &Setting<'a>,
    ) -> Option<Found> {
        let finds = match grammar {
            Grammar::Time => &mut self.times,
            Grammar::Figure => &mut self.figures,
            Grammar::Name => &mut self.names,
            Grammar::Share | Grammar::DecadeOfLife | Grammar::Ordinal | Grammar::TimeOfSign => {
                return grammar.read(tokens, setting);
            }
        };
        finds.take(tokens.index()).or_else(|| grammar.read(tokens, setting))
    }
}

#[inline]
const fn bit(grammar: Grammar) -> u8 {
    1 << grammar as u8
}

/// The grammars that are tried at a token, a bit each.
#[inline]
fn tried_at(token: &Token) -> u8 {
    if !can_start(token) {
        return 0;
    }
    match token.kind {
        TokenKind::Number => AT_DIGITS,
        TokenKind::Symbol | TokenKind::Punctuation => AT_SIGNS,
        TokenKind::Word | TokenKind::Clitic | TokenKind::Link => {
            let mut tried = 0;
            each_tried(token, |grammar| tried |= bit(grammar));
            tried
        }
    }
}

const AT_DIGITS: u8 = bits(OF_DIGITS);
const AT_SIGNS: u8 = bits(OF_SIGNS);

const fn bits(grammars: &[Grammar]) -> u8 {
    let (mut bits, mut at) = (0, 0);
    while at < grammars.len() {
        bits |= bit(grammars[at]);
        at += 1;
    }
    bits
}

/// About how many tokens of news have one find of a grammar.
const TOKENS_OF_A_FIND: usize = 10;

/// What one grammar finds, by token, from left to right; what was asked for is no longer there.
struct Finds {
    at: Peekable<IntoIter<(usize, Found)>>,
}

impl Finds {
    /// Looks at the tokens at which the grammar is still tried; none is tried within what it finds.
    fn of(
        grammar: Grammar,
        document: &Document<'_>,
        setting: &Setting<'_>,
        tried: &mut [u8],
        worth: &mut [u8],
    ) -> Self {
        let mut at = Vec::with_capacity(document.tokens.len() / TOKENS_OF_A_FIND);
        for sentence in &document.sentences {
            let mut rest = document.sentence_tokens(sentence);
            let is_tried = |one: &u8| one & bit(grammar) != 0;
            while let Some(idle) = tried[rest.index()..rest.end_index()].iter().position(is_tried) {
                rest = rest.skip(idle);
                let first = rest.index();
                let width = match grammar.read(rest, setting) {
                    Some(found) => {
                        let width = found.tokens.max(1);
                        tried[first..first + width].fill(0);
                        at.push((first, found));
                        width
                    }
                    None => {
                        worth[first] &= !bit(grammar);
                        1
                    }
                };
                rest = rest.skip(width);
            }
        }
        Self { at: at.into_iter().peekable() }
    }

    /// What was found at a token.
    fn take(&mut self, token: usize) -> Option<Found> {
        while self.at.peek().is_some_and(|(at, _)| *at < token) {
            self.at.next();
        }
        self.at.next_if(|(at, _)| *at == token).map(|(_, found)| found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        claim::Mention,
        read::{closed_words, of_sentence},
        rules::RuleBook,
        segment,
        text::Source,
    };

    #[test]
    fn a_look_ahead_finds_what_the_pass_alone_finds() {
        let book = RuleBook::embedded(&closed_words());
        let text = "On May 4, 2019, 12 people of the Second Street Mission in San Marco, 3 of them over 70, met for \
            the first time since last March. Five Oaks Bank paid $3.5 million, or 40 percent, two days earlier. \
            \u{201c}Saturday Night\u{201d} opened at 8 p.m. on a Monday in one of the city's 24 halls; Judge Anna May left at 9.";
        let source = Source { text: text.to_owned(), ..Source::default() };
        let document = segment::document(&source, &book.lexicon);
        let setting = Setting { document: &document, book: &book };
        let pass = |mut by_grammar: ByGrammar| {
            let mut found: Vec<Mention> = Vec::new();
            for (at, sentence) in document.sentences.iter().enumerate() {
                let tokens = document.sentence_tokens(sentence);
                of_sentence(tokens, at, &setting, &mut by_grammar, &mut found);
            }
            found
        };
        let none = || Finds { at: Vec::new().into_iter().peekable() };
        let worth = document.tokens.iter().map(tried_at).collect();
        let alone = ByGrammar { worth, times: none(), figures: none(), names: none() };
        let with_look = pass(ByGrammar::of(&document, &setting));
        assert!(with_look.len() > 15, "the text has values of every kind: {with_look:?}");
        assert_eq!(with_look, pass(alone));
    }
}
