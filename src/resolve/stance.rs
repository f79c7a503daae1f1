//! Reads how an author stands to some words: affirmed or denied, how sure, and in whose words.
//!
//! ```text
//! negated  = "not" | "never" | "neither" | "n't" | ("failed" | "refused" ...) "to" | "denied"
//! planned  = "will" | "would" | "set to" | "scheduled" | "planned" ...
//! possible = "may" | "could" | "if" | "feared" | "allegedly" ...
//! ```
//!
//! Cues count inside the words and in the few before them, back to the next comma or "that". "no" is left to the value:
//! "no one" is the figure nought, no denial.

use super::speaker::{self, Attribution};
use crate::{
    claim::{Certainty, Polarity, Stance},
    text::{Case, Document, Shapes, TokenKind, WordClass},
};
use std::ops::Range;

/// How far before the words a cue is looked for, in tokens.
const REACH: usize = 6;

/// What a word alone makes of the words around it, as far as its neighbours agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// Negates.
    No,
    /// Negates, but not before "only" and the like.
    Not,
    /// Negates before "to".
    NoTo,
    /// Negates as what is left of "n't".
    Nt,
    /// Plans.
    Plan,
    /// Plans before "to".
    PlanTo,
    /// Is possible.
    Maybe,
    /// Is possible before "to", "dead" or "killed".
    MaybeTo,
    /// Is possible unless it is the month.
    May,
    /// Is possible by its class alone.
    Possible,
}

/// The words that say how an author stands to others.
const CUES: [(&str, Cue); 59] = [
    ("not", Cue::Not),
    ("never", Cue::No),
    ("neither", Cue::No),
    ("cannot", Cue::No),
    ("'t", Cue::Nt),
    ("\u{2019}t", Cue::Nt),
    ("failed", Cue::NoTo),
    ("refused", Cue::NoTo),
    ("declined", Cue::NoTo),
    ("refuses", Cue::NoTo),
    ("fails", Cue::NoTo),
    ("denied", Cue::No),
    ("denies", Cue::No),
    ("denying", Cue::No),
    ("will", Cue::Plan),
    ("would", Cue::Plan),
    ("shall", Cue::Plan),
    ("'ll", Cue::Plan),
    ("\u{2019}ll", Cue::Plan),
    ("set", Cue::PlanTo),
    ("due", Cue::PlanTo),
    ("expected", Cue::PlanTo),
    ("expects", Cue::PlanTo),
    ("about", Cue::PlanTo),
    ("slated", Cue::PlanTo),
    ("poised", Cue::PlanTo),
    ("going", Cue::PlanTo),
    ("hopes", Cue::PlanTo),
    ("plans", Cue::PlanTo),
    ("aims", Cue::PlanTo),
    ("intends", Cue::PlanTo),
    ("wants", Cue::PlanTo),
    ("agreed", Cue::PlanTo),
    ("scheduled", Cue::Plan),
    ("planned", Cue::Plan),
    ("planning", Cue::Plan),
    ("upcoming", Cue::Plan),
    ("forthcoming", Cue::Plan),
    ("may", Cue::May),
    ("might", Cue::Maybe),
    ("could", Cue::Maybe),
    ("if", Cue::Maybe),
    ("unless", Cue::Maybe),
    ("whether", Cue::Maybe),
    ("possibly", Cue::Maybe),
    ("perhaps", Cue::Maybe),
    ("allegedly", Cue::Maybe),
    ("feared", Cue::Maybe),
    ("unclear", Cue::Maybe),
    ("likely", Cue::Maybe),
    ("presumed", Cue::Maybe),
    ("believed", Cue::MaybeTo),
    ("thought", Cue::MaybeTo),
    ("suspected", Cue::MaybeTo),
    ("reportedly", Cue::MaybeTo),
    ("appears", Cue::MaybeTo),
    ("appeared", Cue::MaybeTo),
    ("seems", Cue::MaybeTo),
    ("seemed", Cue::MaybeTo),
];

/// The shapes of the cues.
static SHAPES: Shapes = {
    let mut shapes = Shapes::NONE;
    let mut at = 0;
    while at < CUES.len() {
        shapes = shapes.with(CUES[at].0);
        at += 1;
    }
    shapes
};

/// What the words of a window say.
#[derive(Debug, Default)]
struct Said {
    negated: bool,
    planned: bool,
    possible: bool,
}

/// The words of a document that say how its author stands to others, found in one pass: each claim then asks by place.
pub(super) struct Cues<'d> {
    document: &'d Document<'d>,
    /// By place; what a word says by its class alone stands behind what it says itself.
    found: Vec<(usize, Cue)>,
}

impl<'d> Cues<'d> {
    /// Finds the cues of a document.
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        let mut found = Vec::new();
        for (at, token) in document.tokens.iter().enumerate() {
            let own = if SHAPES.admit_token(token) {
                CUES.iter().find(|(word, _)| document.spells(token, word)).map(|(_, cue)| *cue)
            } else {
                None
            };
            found.extend(own.map(|cue| (at, cue)));
            let by_class = token.is(WordClass::POSSIBLE)
                && token.is(WordClass::FUNCTION)
                && !matches!(own, Some(Cue::Maybe | Cue::MaybeTo | Cue::May))
                && !document.spells(token, "can");
            found.extend(by_class.then_some((at, Cue::Possible)));
        }
        Self { document, found }
    }

    /// How the author stands to the words in `tokens` of the sentence with index `sentence`.
    pub(super) fn stance(
        &self,
        attributions: &[Attribution],
        sentence: usize,
        tokens: &Range<usize>,
    ) -> Stance {
        let sentence = &self.document.sentences[sentence].tokens;
        let window = self.reach(sentence, tokens);
        let attribution = speaker::covering(attributions, tokens);
        let unsure = self.is_unsure(window.start);
        let said = self.said(window, sentence.end);
        let certainty = if said.possible || unsure {
            Certainty::Possible
        } else if said.planned {
            Certainty::Planned
        } else if attribution.is_some() {
            Certainty::Reported
        } else {
            Certainty::Asserted
        };
        let denied = attribution.is_some_and(|one| one.denied);
        let polarity = if denied != said.negated { Polarity::Negated } else { Polarity::Affirmed };
        Stance { polarity, certainty, speaker: attribution.map(|one| one.speaker.clone()) }
    }

    /// The words with the few before them, back to the next comma or "that".
    fn reach(&self, sentence: &Range<usize>, tokens: &Range<usize>) -> Range<usize> {
        let floor = sentence.start.max(tokens.start.saturating_sub(REACH));
        // What stops starts with one of these, or with the first byte of a curly mark.
        let may_stop = |at: &usize| {
            matches!(
                self.document.tokens[*at].initial,
                b',' | b';' | b':' | b't' | b'b' | b'w' | b'"' | b'a' | 0xE2
            )
        };
        let stop = (floor..tokens.start).rev().filter(may_stop).find(|at| {
            matches!(
                self.text(*at),
                "," | ";" | ":" | "that" | "but" | "while" | "\"" | "\u{201C}" | "\u{201D}" | "and"
            )
        });
        stop.map_or(floor, |at| at + 1)..tokens.end
    }

    /// Whether what starts at `at` is what "it is feared that" says.
    fn is_unsure(&self, at: usize) -> bool {
        let unsure = |at: usize| {
            self.within(at..at + 1).iter().any(|(_, cue)| *cue == Cue::Maybe)
                || matches!(self.text(at), "possible" | "fears" | "fear")
        };
        at > 1 && self.text(at - 1) == "that" && unsure(at - 2)
    }

    /// What the cues in a window of a sentence say together.
    fn said(&self, window: Range<usize>, end: usize) -> Said {
        let mut said = Said::default();
        for &(at, cue) in self.within(window) {
            let token = &self.document.tokens[at];
            let next_is = |words: &[&str]| {
                at + 1 < end
                    && words.iter().any(|word| self.document.spells(&self.document.tokens[at + 1], word))
            };
            match cue {
                Cue::No => said.negated = true,
                Cue::Not => {
                    said.negated |= !next_is(&["only", "just", "merely", "necessarily", "long", "far"])
                }
                Cue::NoTo => said.negated |= next_is(&["to"]),
                Cue::Nt => said.negated |= token.kind == TokenKind::Clitic,
                Cue::Plan => said.planned = true,
                Cue::PlanTo => said.planned |= next_is(&["to"]),
                Cue::Maybe | Cue::Possible => said.possible = true,
                Cue::MaybeTo => said.possible |= next_is(&["to", "dead", "killed"]),
                Cue::May => {
                    let next = self.document.tokens.get(at + 1);
                    let is_month = next.is_some_and(|next| next.kind == TokenKind::Number);
                    said.possible |= token.case == Case::Lower && !is_month;
                }
            }
        }
        said
    }

    /// The cues in a range of tokens.
    fn within(&self, range: Range<usize>) -> &[(usize, Cue)] {
        let first = self.found.partition_point(|(at, _)| *at < range.start);
        let behind = self.found.partition_point(|(at, _)| *at < range.end);
        &self.found[first..behind.max(first)]
    }

    fn text(&self, at: usize) -> &str {
        self.document.text(self.document.tokens[at].span)
    }
}
