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

/// How the author of a document stands to the words in `tokens` of the sentence with index `sentence`.
pub(crate) fn of(
    document: &Document<'_>,
    attributions: &[Attribution],
    sentence: usize,
    tokens: &Range<usize>,
) -> Stance {
    let cues = Cues { document, end: document.sentences[sentence].tokens.end };
    let window = cues.reach(&document.sentences[sentence].tokens, tokens);
    let attribution = speaker::covering(attributions, tokens);
    let unsure = cues.is_unsure(window.start);
    let said = cues.said(window);
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

struct Cues<'d, 's> {
    document: &'d Document<'s>,
    end: usize,
}

impl Cues<'_, '_> {
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
            self.cue(at) == Some(Cue::Maybe) || matches!(self.text(at), "possible" | "fears" | "fear")
        };
        at > 1 && self.text(at - 1) == "that" && unsure(at - 2)
    }

    /// What the cues in a window say together.
    fn said(&self, window: Range<usize>) -> Said {
        let mut said = Said::default();
        for at in window {
            let token = &self.document.tokens[at];
            let cue = self.cue(at);
            match cue {
                Some(Cue::No) => said.negated = true,
                Some(Cue::Not) => {
                    let much = ["only", "just", "merely", "necessarily", "long", "far"];
                    said.negated |= !self.next_is(at, &much);
                }
                Some(Cue::NoTo) => said.negated |= self.next_is(at, &["to"]),
                Some(Cue::Nt) => said.negated |= token.kind == TokenKind::Clitic,
                Some(Cue::Plan) => said.planned = true,
                Some(Cue::PlanTo) => said.planned |= self.next_is(at, &["to"]),
                Some(Cue::Maybe) => said.possible = true,
                Some(Cue::MaybeTo) => said.possible |= self.next_is(at, &["to", "dead", "killed"]),
                Some(Cue::May) => {
                    let next = self.document.tokens.get(at + 1);
                    let is_month = next.is_some_and(|next| next.kind == TokenKind::Number);
                    said.possible |= token.case == Case::Lower && !is_month;
                }
                None => {}
            }
            said.possible |= token.is(WordClass::POSSIBLE)
                && token.is(WordClass::FUNCTION)
                && !matches!(cue, Some(Cue::Maybe | Cue::MaybeTo | Cue::May))
                && !self.document.spells(token, "can");
        }
        said
    }

    fn cue(&self, at: usize) -> Option<Cue> {
        let token = &self.document.tokens[at];
        if !SHAPES.admit_token(token) {
            return None;
        }
        CUES.iter().find(|(word, _)| self.document.spells(token, word)).map(|(_, cue)| *cue)
    }

    fn text(&self, at: usize) -> &str {
        self.document.text(self.document.tokens[at].span)
    }

    fn next_is(&self, at: usize, words: &[&str]) -> bool {
        at + 1 < self.end
            && words.iter().any(|word| self.document.spells(&self.document.tokens[at + 1], word))
    }
}
