//! When an event was, as its claim's sentence tells: the date that stands nearest and dates no statement, no comparison
//! and nothing that was told in passing.

use super::Frame;
use crate::{
    claim::{Grain, Mention, MentionKind, Time, Value},
    text::{Token, TokenKind, WordClass},
};
use std::ops::Range;

/// How far before a date "since" may stand.
const SINCE_REACH: usize = 7;

/// How far before a date the words may stand that hold one figure against another.
const COMPARED_REACH: usize = 8;

/// How far from a date the commas of a clause may stand that tells of somebody in passing.
const PASSING_REACH: usize = 16;

/// How far behind the date of an occasion the verb may stand with which something was said there.
const SAID_REACH: usize = 16;

/// How far behind "that" or "who" the "had" may stand that puts what follows before the claim.
const BEFORE_REACH: usize = 4;

impl Frame<'_> {
    /// The date nearest to the claim, unless it dates a statement ("said Saturday").
    pub(super) fn sentence_time(&self, sentence: &Range<usize>, claim: &Range<usize>) -> Option<Time> {
        let dates = |mention: &Mention, _: &Value| {
            !self.dates_a_statement(mention)
                && !self.dates_what_was_said_at(mention, sentence, claim)
                && !self.is_since(mention)
                && !self.dates_a_comparison(mention, claim)
                && !self.dates_what_was_before(mention, claim)
        };
        self.nearest(sentence, claim, MentionKind::Time, dates).and_then(|value| match value {
            Value::Time(time) if time.grain >= Grain::DayPart && !time.timex.ends_with("_REF") => {
                Some(time.clone())
            }
            _ => None,
        })
    }

    /// The date of the sentence before, where this one opens by pointing back to it.
    pub(super) fn pointed_back(&self, sentence: usize) -> Option<Time> {
        let tokens = self.document.sentence_tokens(&self.document.sentences[sentence]);
        let points = ["that", "it", "those"].iter().any(|word| tokens.first_is(word));
        let before = sentence.checked_sub(1)?;
        if !points {
            return None;
        }
        let stretch = self.document.sentences[before].tokens.clone();
        self.sentence_time(&stretch, &(stretch.end..stretch.end))
    }

    /// Whether a date only says from when on something is counted: "the worst since 2018"; "since 2018, when a quake killed
    /// two" dates the quake.
    fn is_since(&self, mention: &Mention) -> bool {
        let text = |at: Option<usize>| {
            at.and_then(|at| self.document.tokens.get(at)).map_or("", |token| self.document.text(token.span))
        };
        let opens = |at: usize| text(Some(at)).eq_ignore_ascii_case("since");
        // "Since leaving the club in October": no mark stands between.
        let start = mention.tokens.start;
        let before = (start.saturating_sub(SINCE_REACH)..start).rev();
        let clause = before.take_while(|at| !matches!(text(Some(*at)), "," | ";" | ":" | "." | "(" | ")"));
        let since = opens(start) || clause.into_iter().any(opens);
        let end = mention.tokens.end;
        let when = text(Some(end)) == "when" || text(Some(end)) == "," && text(Some(end + 1)) == "when";
        since && !when
    }

    /// Whether a date is that of another figure, with which the claim is compared: "58 per cent, up from 51 in 2018".
    fn dates_a_comparison(&self, mention: &Mention, claim: &Range<usize>) -> bool {
        let from = claim.end.max(mention.tokens.start.saturating_sub(COMPARED_REACH));
        let between = self.document.tokens.get(from..mention.tokens.start).unwrap_or_default();
        between.iter().enumerate().any(|(at, token)| {
            let is = |words: &[&str]| words.iter().any(|word| self.document.spells(token, word));
            let moved = at.checked_sub(1).is_some_and(|before| {
                ["up", "down"].iter().any(|word| self.document.spells(&between[before], word))
            });
            let figure = between
                .get(at + 1)
                .is_some_and(|next| next.kind == TokenKind::Number || next.is(WordClass::CARDINAL));
            // "More than 670" is a bound and no comparison.
            is(&["compared", "versus"])
                || is(&["than"]) && !figure
                || is(&["against"]) && figure
                || is(&["above", "below"])
                    && between.get(at + 1).is_some_and(|next| {
                        ["that", "those"].iter().any(|word| self.document.spells(next, word))
                    })
                || moved && is(&["from", "on"])
        })
    }

    /// Whether a date is that of what is told of somebody in passing, or of what had been done before: "Reed, who ran the town
    /// from 2009 to 2021, was arrested", "used a rifle that he had bought in June".
    fn dates_what_was_before(&self, mention: &Mention, claim: &Range<usize>) -> bool {
        if self.stands_in_passing(mention, claim) {
            return true;
        }
        let between = self.document.tokens.get(claim.end..mention.tokens.start).unwrap_or_default();
        let is = |token: &Token, words: &[&str]| words.iter().any(|word| self.document.spells(token, word));
        let opens =
            between.iter().rposition(|token| is(token, &["that", "which", "who", "whom", "whose", "where"]));
        opens.is_some_and(|at| between[at..].iter().take(BEFORE_REACH).any(|token| is(token, &["had"])))
    }

    /// Whether a date stands in a clause between commas that opens with "who" or "which" and is none of the claim's own.
    fn stands_in_passing(&self, mention: &Mention, claim: &Range<usize>) -> bool {
        let tokens = &self.document.tokens;
        let is = |at: usize, words: &[&str]| {
            tokens.get(at).is_some_and(|token| words.iter().any(|word| self.document.spells(token, word)))
        };
        let from = mention.tokens.start.saturating_sub(PASSING_REACH);
        let ends = |at: &usize| is(*at, &[".", ";", ":", "?", "!"]);
        let before = (from..mention.tokens.start).rev().take_while(|at| !ends(at));
        let commas = before.filter(|at| is(*at, &[","]));
        let Some(opens) = commas.into_iter().find(|at| is(at + 1, &["who", "which", "whose", "whom"])) else {
            return false;
        };
        let closes =
            (mention.tokens.end..mention.tokens.end + PASSING_REACH).find(|at| is(*at, &[","]) || ends(at));
        claim.start < opens
            && closes.is_some_and(|closes| is(closes, &[","]) && (claim.end <= opens || claim.end > closes))
    }

    /// Whether a date is that of the occasion on which the claim was told: "Opening the case last month, Ms Berg said that he had been
    /// stabbed".
    fn dates_what_was_said_at(
        &self,
        mention: &Mention,
        sentence: &Range<usize>,
        claim: &Range<usize>,
    ) -> bool {
        let tokens = &self.document.tokens;
        let opens = &tokens[sentence.start];
        let acts = opens.kind == TokenKind::Word
            && self.document.text(opens.span).ends_with("ing")
            && !opens.is(WordClass::PREPOSITION);
        let from = mention.tokens.end..claim.start.min(mention.tokens.end + SAID_REACH);
        let between = tokens.get(from).unwrap_or_default();
        acts && between.iter().any(|token| token.is(WordClass::SPEECH))
    }

    fn dates_a_statement(&self, mention: &Mention) -> bool {
        let tokens = &self.document.tokens;
        let before = (1..=2).filter_map(|back| mention.tokens.start.checked_sub(back)).map(|at| &tokens[at]);
        let behind = tokens.get(mention.tokens.end);
        before.chain(behind).any(|token| token.is(WordClass::SPEECH))
    }
}
