//! What the larger grammars find in an article, one grammar gone through before the next.
//!
//! A grammar's code fills the processor's nearest cache: where each token is handed from grammar to grammar, each finds its
//! own code gone. What a grammar finds depends on the words alone, so it may look before it is known at which tokens the
//! pass of [`super`] will stop. That pass reads for itself what no look has reached.

use super::{Found, Grammar, Setting, can_start, each_tried};
use crate::text::{Document, Token, Tokens};

/// What some grammars find, by token.
pub(super) struct ByGrammar {
    times: Finds,
    figures: Finds,
    names: Finds,
}

impl ByGrammar {
    /// Looks with each grammar where those before it found nothing: a figure in a date is none of its own.
    pub(super) fn of(document: &Document<'_>, setting: &Setting<'_>) -> Self {
        let mut tried: Vec<u8> = document.tokens.iter().map(tried_at).collect();
        let mut look = |grammar| Finds::of(grammar, document, setting, &mut tried);
        Self { times: look(Grammar::Time), figures: look(Grammar::Figure), names: look(Grammar::Name) }
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
        finds.take(tokens.index()).unwrap_or_else(|| grammar.read(tokens, setting))
    }
}

const fn bit(grammar: Grammar) -> u8 {
    1 << grammar as u8
}

/// The grammars that are tried at a token, a bit each.
#[inline]
fn tried_at(token: &Token) -> u8 {
    let mut tried = 0;
    if can_start(token) {
        each_tried(token, |grammar| tried |= bit(grammar));
    }
    tried
}

/// What one grammar finds, by token, from left to right.
#[derive(Default)]
struct Finds {
    at: Vec<(usize, Option<Found>)>,
    /// The first that was not passed yet.
    next: usize,
}

impl Finds {
    /// Looks at the tokens at which the grammar is still tried; none is tried within what it finds.
    fn of(grammar: Grammar, document: &Document<'_>, setting: &Setting<'_>, tried: &mut [u8]) -> Self {
        let mut at = Vec::new();
        for sentence in &document.sentences {
            let mut rest = document.sentence_tokens(sentence);
            let is_tried = |one: &u8| one & bit(grammar) != 0;
            while let Some(idle) = tried[rest.index()..rest.end_index()].iter().position(is_tried) {
                rest = rest.skip(idle);
                let found = grammar.read(rest, setting);
                let width = found.as_ref().map_or(1, |found| found.tokens.max(1));
                if found.is_some() {
                    tried[rest.index()..rest.index() + width].fill(0);
                }
                at.push((rest.index(), found));
                rest = rest.skip(width);
            }
        }
        Self { at, next: 0 }
    }

    /// What was found at a token; nothing where the look did not reach it.
    fn take(&mut self, token: usize) -> Option<Option<Found>> {
        while self.at.get(self.next).is_some_and(|(at, _)| *at < token) {
            self.next += 1;
        }
        let (at, found) = self.at.get_mut(self.next)?;
        (*at == token).then(|| found.take())
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
        let alone = ByGrammar { times: Finds::default(), figures: Finds::default(), names: Finds::default() };
        let with_look = pass(ByGrammar::of(&document, &setting));
        assert!(with_look.len() > 15, "the text has values of every kind: {with_look:?}");
        assert_eq!(with_look, pass(alone));
    }
}
