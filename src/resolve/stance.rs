//! Reads how an author stands to some words: affirmed or denied, how sure, and in whose words.
//!
//! ```text
//! negated  = "not" | "never" | "neither" | "n't" | ("failed" | "refused" ...) "to" | "denied"
//! planned  = "will" | "would" | "set to" | "scheduled" | "planned" ...
//! possible = "may" | "could" | "if" | "feared" | "allegedly" | "would have" ...
//! ```
//!
//! Cues count inside the words and in the few before them, back to the next mark, "that", "and", "but" or "while". "no"
//! is left to the value: "no one" is the figure nought, no denial.

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
    /// Plans, but before "have" tells what never was; "would have to" plans again.
    Would,
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

/// The words that say how an author stands to others, by their first byte.
const fn cues(initial: u8) -> &'static [(&'static str, Cue)] {
    match initial {
        b'\'' => &[("'t", Cue::Nt), ("'ll", Cue::Plan)],
        0xE2 => &[("\u{2019}t", Cue::Nt), ("\u{2019}ll", Cue::Plan)],
        b'a' => &[
            ("about", Cue::PlanTo),
            ("aims", Cue::PlanTo),
            ("agreed", Cue::PlanTo),
            ("allegedly", Cue::Maybe),
            ("appears", Cue::MaybeTo),
            ("appeared", Cue::MaybeTo),
        ],
        b'b' => &[("believed", Cue::MaybeTo)],
        b'c' => &[("cannot", Cue::No), ("could", Cue::Maybe)],
        b'd' => &[
            ("declined", Cue::NoTo),
            ("denied", Cue::No),
            ("denies", Cue::No),
            ("denying", Cue::No),
            ("due", Cue::PlanTo),
        ],
        b'e' => &[("expected", Cue::PlanTo), ("expects", Cue::PlanTo)],
        b'f' => {
            &[("failed", Cue::NoTo), ("fails", Cue::NoTo), ("forthcoming", Cue::Plan), ("feared", Cue::Maybe)]
        }
        b'g' => &[("going", Cue::PlanTo)],
        b'h' => &[("hopes", Cue::PlanTo)],
        b'i' => &[("intends", Cue::PlanTo), ("if", Cue::Maybe)],
        b'l' => &[("likely", Cue::Maybe)],
        b'm' => &[("may", Cue::May), ("might", Cue::Maybe)],
        b'n' => &[("not", Cue::Not), ("never", Cue::No), ("neither", Cue::No)],
        b'p' => &[
            ("poised", Cue::PlanTo),
            ("plans", Cue::PlanTo),
            ("planned", Cue::Plan),
            ("planning", Cue::Plan),
            ("possibly", Cue::Maybe),
            ("perhaps", Cue::Maybe),
            ("presumed", Cue::Maybe),
        ],
        b'r' => &[("refused", Cue::NoTo), ("refuses", Cue::NoTo), ("reportedly", Cue::MaybeTo)],
        b's' => &[
            ("shall", Cue::Plan),
            ("set", Cue::PlanTo),
            ("slated", Cue::PlanTo),
            ("scheduled", Cue::Plan),
            ("suspected", Cue::MaybeTo),
            ("seems", Cue::MaybeTo),
            ("seemed", Cue::MaybeTo),
        ],
        b't' => &[("thought", Cue::MaybeTo)],
        b'u' => &[("upcoming", Cue::Plan), ("unless", Cue::Maybe), ("unclear", Cue::Maybe)],
        b'w' => {
            &[("will", Cue::Plan), ("would", Cue::Would), ("wants", Cue::PlanTo), ("whether", Cue::Maybe)]
        }
        _ => &[],
    }
}

/// The shapes of all of them.
static SHAPES: Shapes = {
    let (mut shapes, mut initial) = (Shapes::NONE, 0);
    while initial < 256_usize {
        let words = cues(initial.to_le_bytes()[0]);
        let mut at = 0;
        while at < words.len() {
            shapes = shapes.with(words[at].0);
            at += 1;
        }
        initial += 1;
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
            let may_be_listed = SHAPES.admit_token(token);
            if !may_be_listed && !token.is(WordClass::POSSIBLE) {
                continue;
            }
            let listed = || cues(token.initial).iter().find(|(word, _)| document.spells(token, word));
            let own = may_be_listed.then(listed).flatten().map(|(_, cue)| *cue);
            if let Some(cue) = own {
                found.push((at, cue));
            }
            if token.is(WordClass::POSSIBLE)
                && token.is(WordClass::FUNCTION)
                && !matches!(own, Some(Cue::Maybe | Cue::MaybeTo | Cue::May))
                && !document.spells(token, "can")
            {
                found.push((at, Cue::Possible));
            }
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

    /// The words with the few before them, back to where their clause begins.
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
                    said.negated |= !next_is(&[
                        "only",
                        "just",
                        "merely",
                        "necessarily",
                        "long",
                        "far",
                        "pictured",
                        "shown",
                    ])
                }
                Cue::NoTo => said.negated |= next_is(&["to"]),
                Cue::Nt => said.negated |= token.kind == TokenKind::Clitic,
                Cue::Plan => said.planned = true,
                Cue::Would => {
                    let behind = self.document.tokens.get(at + 2).filter(|_| at + 2 < end);
                    let is_duty = behind.is_some_and(|token| self.document.spells(token, "to"));
                    if next_is(&["have", "'ve", "\u{2019}ve"]) && !is_duty {
                        said.possible = true;
                    } else {
                        said.planned = true;
                    }
                }
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
