//! What stands where in a document, for the reader of attributions: words, names, quotations and clauses.
//!
//! [`super`] decides who says what.

use super::{FARTHEST, LONGEST_NAME, Reader, is_name};
use crate::{
    claim::{Mention, MentionKind},
    text::{Quotation, TokenKind, WordClass},
};
use std::ops::Range;

impl Reader<'_, '_> {
    pub(super) fn text(&self, at: usize) -> &str {
        self.document.text(self.document.tokens[at].span)
    }

    /// Whether a token is one of some words, given in lower case.
    pub(super) fn is_among(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.document.spells(&self.document.tokens[at], word))
    }

    pub(super) fn words(&self, tokens: Range<usize>) -> String {
        self.document.text(self.document.span_of(&tokens)).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The canonical name of a mention; of a title its words.
    pub(super) fn name_of(&self, mention: usize) -> String {
        match &self.names[mention] {
            Some(name) if self.mentions[mention].kind != MentionKind::Title => name.canonical.clone(),
            Some(_) | None => self.words(self.mentions[mention].tokens.clone()),
        }
    }

    pub(super) fn is_content(&self, at: usize) -> bool {
        matches!(self.document.tokens[at].kind, TokenKind::Word | TokenKind::Number)
    }

    /// The quotation that starts last before or at token `at`.
    pub(super) fn quotation_before(&self, at: usize) -> Option<&Quotation> {
        let behind = self.document.quotations.partition_point(|one| one.tokens.start <= at);
        self.document.quotations[..behind].last()
    }

    pub(super) fn in_quotation(&self, at: usize) -> bool {
        self.quotation_before(at).is_some_and(|one| one.tokens.contains(&at))
    }

    /// Whether a quotation ends right before `at`, or words of the speaker's title alone stand between: `..., " team
    /// president Ed Lima said`.
    pub(super) fn ends_quotation(&self, at: usize) -> bool {
        let clause = WordClass::VERB | WordClass::PRONOUN | WordClass::SPEECH;
        self.quotation_before(at).is_some_and(|one| {
            let gap = (one.tokens.end + 1).min(at)..at;
            let pause = matches!(self.text(one.tokens.end - 1), "," | "?" | "!")
                || one.tokens.end < self.document.tokens.len()
                    && self
                        .document
                        .tokens
                        .get(one.tokens.end + 1)
                        .is_some_and(|_| self.text(one.tokens.end + 1) == ",");
            one.tokens.end <= at
                && (gap.len() < 2
                    || pause
                        && gap.len() <= LONGEST_NAME
                        && !gap.clone().any(|at| self.document.tokens[at].is(clause)))
        })
    }

    /// The mentions that start in some tokens.
    pub(super) fn mentions_in(
        &self,
        tokens: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (usize, &Mention)> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        let behind = self.mentions.partition_point(|mention| mention.tokens.start < tokens.end);
        (first..behind.max(first)).map(|at| (at, &self.mentions[at]))
    }

    pub(super) fn in_name(&self, at: usize) -> bool {
        self.mentions_in(at.saturating_sub(LONGEST_NAME)..at + 1)
            .any(|(_, mention)| is_name(mention.kind) && mention.tokens.contains(&at))
    }

    pub(super) fn mention_starting(&self, sentence: &Range<usize>, at: usize) -> Option<usize> {
        self.mentions_in(at..(at + 1).min(sentence.end))
            .find(|(_, mention)| is_name(mention.kind))
            .map(|(at, _)| at)
    }

    pub(super) fn name_ending(&self, sentence: &Range<usize>, end: usize) -> Option<usize> {
        self.ending(sentence, end, is_name)
    }

    pub(super) fn time_ending(&self, sentence: &Range<usize>, end: usize) -> Option<usize> {
        self.ending(sentence, end, |kind| kind == MentionKind::Time)
    }

    pub(super) fn ending(
        &self,
        sentence: &Range<usize>,
        end: usize,
        fits: fn(MentionKind) -> bool,
    ) -> Option<usize> {
        self.mentions_in(end.saturating_sub(LONGEST_NAME).max(sentence.start)..end)
            .find(|(_, mention)| fits(mention.kind) && mention.tokens.end == end)
            .map(|(at, _)| at)
    }

    pub(super) fn person_in(&self, tokens: Range<usize>) -> Option<usize> {
        self.mentions_in(tokens).find(|(_, mention)| mention.kind == MentionKind::Person).map(|(at, _)| at)
    }

    /// "the reports", "was reported": no one says anything here.
    pub(super) fn is_noun_or_passive(&self, sentence: &Range<usize>, at: usize) -> bool {
        const PASSIVE: &[&str] =
            &["was", "were", "been", "is", "are", "be", "being", "as", "to", "by", "of", "for"];
        const NOUNS: &[&str] = &["claims", "reports", "states", "notes", "estimates", "claim", "report"];
        if at == sentence.start {
            return false;
        }
        let before = &self.document.tokens[at - 1];
        let (passive, noun) = (self.is_among(at - 1, PASSIVE), self.is_among(at, NOUNS));
        let named =
            || before.is(WordClass::PRONOUN | WordClass::PEOPLE) || self.name_ending(sentence, at).is_some();
        let by = at + 1 < sentence.end && self.text(at + 1) == "by";
        passive || by || noun && !named() || before.is(WordClass::DETERMINER)
    }

    /// Where the clause before `at` starts: behind the last semicolon or dash.
    pub(super) fn clause_start(&self, sentence: &Range<usize>, at: usize) -> usize {
        let floor = sentence.start.max(at.saturating_sub(FARTHEST));
        (floor..at).rev().find(|at| matches!(self.text(*at), ";" | "\u{2014}")).map_or(floor, |at| at + 1)
    }
}
