//! What the words right around a time say is still to come, whatever stands farther off.
//!
//! ```text
//! run-up   = "ahead" "of" ["the"] time                              "ahead of Thursday's report"
//! traded   = month ("delivery" | "futures" | "contract")            "for March delivery", "the May contract"
//! appointed = "polls" "close" … time | "meets" "again" ["on"] time | "your" noun "ships" ["on"] time
//! free     = ("I" | "we" | "you") "be" "free" … time | "are" "you" "free" … time
//! asked    = ("can" | "do" | …) … ("you" | "we" | …) … time … "?"   where nothing in it is over
//! ```

use super::tense::{self, Tense};
use crate::text::{Document, Token, TokenKind, Tokens, WordClass, WordSet};
use std::ops::Range;

/// How many tokens before a time are looked at.
const REACH: usize = 16;

/// How many tokens before its verb the owner of what is appointed stands at most.
const OWNER_REACH: usize = 4;

/// What goods and papers are called that are traded by the month in which they fall due.
const TRADED: &[&str] = &["delivery", "futures"];

/// What else is traded by the month, and is as often an agreement of that month.
const CONTRACTS: &[&str] = &["contract", "contracts"];

/// What follows the contract between two people, which is none that is traded.
const AGREED: &[&str] = &["with", "between", "talks", "dispute", "for", "to", "that"];

/// What opens and closes at an hour that is set beforehand.
const APPOINTED: &[&str] = &["polls", "doors", "entries", "nominations", "submissions", "applications"];

/// Verbs of what is set beforehand, where "again" or "your" says that they tell of no past.
const MEETINGS: &[&str] =
    &["play", "plays", "meet", "meets", "vote", "votes", "sit", "sits", "perform", "performs"];
const DEPARTURES: &[&str] = &[
    "ships", "ship", "arrives", "arrive", "leaves", "leave", "lands", "land", "departs", "depart", "expires",
    "expire", "renews", "renew", "starts", "start", "begins", "begin", "ends", "end",
];

/// What somebody is who has time, or has none.
const FREE: &[&str] = &[
    "free",
    "busy",
    "off",
    "away",
    "available",
    "closed",
    "open",
    "booked",
    "out",
    "back",
    "around",
    "leaving",
    "flying",
    "travelling",
    "traveling",
    "meeting",
    "hosting",
    "moving",
];

static FREE_SET: WordSet = WordSet::of(FREE);
static DEPARTURE_SET: WordSet = WordSet::of(DEPARTURES);

/// Words with which a question asks for something to be done.
const ASKING: &[&str] = &["can", "could", "shall", "may", "do", "are", "am", "is"];

/// Further words before a time without one of which nothing is appointed or free.
static SHOWING_SET: WordSet = WordSet::of(&["again", "close", "open"]);

/// The words before and behind a time.
struct Around<'a, 'd> {
    document: &'d Document<'a>,
    tokens: Tokens<'d>,
    sentence: &'d Range<usize>,
    time: &'d Range<usize>,
}

/// Whether what happens at a time is still to come by the words around it.
pub(super) fn is_planned(document: &Document<'_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let around = Around { document, tokens: document.stretch(sentence.clone()), sentence, time };
    let owned = document.tokens.get(time.end).is_some_and(|next| next.kind == TokenKind::Clitic);
    around.is_run_up()
        || !owned && (around.may_show() && (around.is_appointed() || around.is_free()) || around.is_asked())
}

/// Whether a month is the one that goods are traded for.
pub(super) fn is_traded(document: &Document<'_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let around = Around { document, tokens: document.stretch(sentence.clone()), sentence, time };
    let is_month = time.len() == 1 && document.tokens[time.start].is(WordClass::MONTH);
    let led = |words: &[&str]| time.start > sentence.start && around.is(time.start - 1, words);
    let owned = time.start.checked_sub(1).and_then(|at| around.token(at)).is_some_and(|before| {
        before.kind == TokenKind::Clitic || before.is(WordClass::DETERMINER | WordClass::PRONOUN)
    });
    is_month
        && (around.is(time.end, TRADED) && (!owned || led(&["the"]))
            || led(&["the"]) && around.is(time.end, CONTRACTS) && !around.is(time.end + 1, AGREED))
}

impl Around<'_, '_> {
    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.sentence.contains(&at)
            && words.iter().any(|word| self.tokens.spells(&self.document.tokens[at], word))
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens.get(at).filter(|_| self.sentence.contains(&at))
    }

    /// The tokens of the time's own clause before it, from the nearest one back.
    fn before(&self) -> impl Iterator<Item = usize> + '_ {
        let first = self.sentence.start.max(self.time.start.saturating_sub(REACH));
        (first..self.time.start).rev().take_while(|at| !self.is(*at, &[";"]))
    }

    /// Whether none of the words between a verb and the time tells of what is over.
    fn is_open_from(&self, at: usize) -> bool {
        !(at..self.time.start).any(|at| self.is_past(at))
    }

    fn is_past(&self, at: usize) -> bool {
        tense::of_token(&self.tokens, self.document, at, REACH) == Some(Tense::Past)
    }

    /// Whether a word before the time is one of those that show a plan.
    fn may_show(&self) -> bool {
        let first = self.sentence.start.max(self.time.start.saturating_sub(REACH));
        self.document.tokens[first..self.time.start].iter().any(|token| {
            [&SHOWING_SET, &DEPARTURE_SET, &FREE_SET].iter().any(|set| set.holds(token, self.tokens.source()))
        })
    }

    /// "ahead of Thursday's report", "ahead of the weekend"
    fn is_run_up(&self) -> bool {
        let article = self
            .time
            .start
            .checked_sub(1)
            .filter(|at| self.token(*at).is_some_and(|token| token.is(WordClass::DETERMINER)));
        let of = article.unwrap_or(self.time.start).checked_sub(1);
        of.is_some_and(|of| of > 0 && self.is(of, &["of"]) && self.is(of - 1, &["ahead"]))
    }

    /// "polls close at 7 p.m. on Tuesday", "the choir meets again Friday", "your parcel ships Monday"
    fn is_appointed(&self) -> bool {
        let last = self
            .time
            .start
            .checked_sub(1)
            .map(|at| if at > 0 && self.is(at, &["on", "at"]) { at - 1 } else { at });
        let Some(last) = last else { return false };
        if last > 0 && self.is(last, &["again"]) && self.is(last - 1, MEETINGS) {
            return true;
        }
        let owner = || {
            (last.saturating_sub(OWNER_REACH)..last.saturating_sub(1))
                .any(|at| self.is(at, &["your", "my", "our"]))
        };
        if self.is(last, DEPARTURES) && owner() {
            return !self.before().any(|at| self.is_past(at));
        }
        self.before().any(|at| {
            at > 0
                && self.is(at, &["close", "open"])
                && self.is(at - 1, APPOINTED)
                && self.is_open_from(at + 1)
        })
    }

    /// "we're closed on Christmas Day", "I'm free after lunch on Thursday", "are you free on Friday?"
    fn is_free(&self) -> bool {
        let person = &["i", "we", "you"];
        let be = |at: usize| {
            self.is(at, &["am", "are"])
                || self.token(at).is_some_and(|token| {
                    token.kind == TokenKind::Clitic
                        && (self.tokens.text_of(token).ends_with("'m")
                            || self.tokens.text_of(token).ends_with("\u{2019}m")
                            || self.tokens.text_of(token).ends_with("re"))
                })
        };
        let is_free = |at: &usize| FREE_SET.holds(&self.document.tokens[*at], self.tokens.source());
        self.before().filter(|at| is_free(at) && self.is_open_from(at + 1)).any(|at| {
            let adverb = at > 0 && self.is(at - 1, &["not", "all", "both", "also", "only", "still"]);
            let head = at.saturating_sub(usize::from(adverb));
            head > 1
                && (be(head - 1) && self.is(head - 2, person) || self.is(head - 1, person) && be(head - 2))
        })
    }

    /// "can we do 9 am on Monday?"
    fn is_asked(&self) -> bool {
        let asks = self.is(self.sentence.end.saturating_sub(1), &["?"]);
        asks && self.before().any(|at| {
            self.is(at, ASKING)
                && self.is(at + 1, &["you", "u", "we", "i"])
                && !self.sentence.clone().any(|at| self.is_past(at))
        })
    }
}
