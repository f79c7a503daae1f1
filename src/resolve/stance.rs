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
    text::{Case, Document, TokenKind, WordClass},
};
use std::{borrow::Cow, ops::Range};

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
    let certainty = if cues.any(&window, Cues::possible) {
        Certainty::Possible
    } else if cues.any(&window, Cues::planned) {
        Certainty::Planned
    } else if attribution.is_some() {
        Certainty::Reported
    } else {
        Certainty::Asserted
    };
    let denied = attribution.is_some_and(|one| one.denied);
    let polarity =
        if denied != cues.any(&window, Cues::negated) { Polarity::Negated } else { Polarity::Affirmed };
    Stance { polarity, certainty, speaker: attribution.map(|one| one.speaker.clone()) }
}

struct Cues<'d, 's> {
    document: &'d Document<'s>,
    end: usize,
}

impl Cues<'_, '_> {
    /// The words with the few before them, back to the next comma or "that".
    fn reach(&self, sentence: &Range<usize>, tokens: &Range<usize>) -> Range<usize> {
        let floor = sentence.start.max(tokens.start.saturating_sub(REACH));
        let stop = (floor..tokens.start).rev().find(|at| {
            matches!(
                self.text(*at),
                "," | ";" | ":" | "that" | "but" | "while" | "\"" | "\u{201C}" | "\u{201D}" | "and"
            )
        });
        stop.map_or(floor, |at| at + 1)..tokens.end
    }

    fn any(&self, window: &Range<usize>, cue: fn(&Self, usize) -> bool) -> bool {
        window.clone().any(|at| cue(self, at))
    }

    fn negated(&self, at: usize) -> bool {
        match self.lower(at).as_ref() {
            "not" => !self.next_is(at, &["only", "just", "merely", "necessarily", "long", "far"]),
            "never" | "neither" | "cannot" => true,
            "'t" | "\u{2019}t" => self.document.tokens[at].kind == TokenKind::Clitic,
            "failed" | "refused" | "declined" | "refuses" | "fails" => self.next_is(at, &["to"]),
            "denied" | "denies" | "denying" => true,
            _ => false,
        }
    }

    fn planned(&self, at: usize) -> bool {
        match self.lower(at).as_ref() {
            "will" | "would" | "shall" | "'ll" | "\u{2019}ll" => true,
            "set" | "due" | "expected" | "expects" | "about" | "slated" | "poised" | "going" | "hopes"
            | "plans" | "aims" | "intends" | "wants" | "agreed" => self.next_is(at, &["to"]),
            "scheduled" | "planned" | "planning" | "upcoming" | "forthcoming" => true,
            _ => false,
        }
    }

    fn possible(&self, at: usize) -> bool {
        let token = &self.document.tokens[at];
        match self.lower(at).as_ref() {
            "may" => {
                token.case == Case::Lower
                    && !self.document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number)
            }
            "might" | "could" | "if" | "unless" | "whether" | "possibly" | "perhaps" | "allegedly"
            | "feared" | "unclear" | "likely" => true,
            "believed" | "thought" | "presumed" | "suspected" | "reportedly" | "appears" | "appeared"
            | "seems" | "seemed" => {
                self.next_is(at, &["to", "dead", "killed"]) || self.lower(at) == "presumed"
            }
            _ => {
                token.is(WordClass::POSSIBLE)
                    && token.is(WordClass::FUNCTION)
                    && !matches!(self.lower(at).as_ref(), "can")
            }
        }
    }

    fn text(&self, at: usize) -> &str {
        self.document.text(self.document.tokens[at].span)
    }

    /// A word in lower case; nothing for one longer than any cue.
    fn lower(&self, at: usize) -> Cow<'_, str> {
        match self.text(at) {
            text if text.len() > 16 => Cow::Borrowed(""),
            text if self.document.tokens[at].case == Case::Lower => Cow::Borrowed(text),
            text if text.bytes().any(|byte| byte.is_ascii_uppercase()) => {
                Cow::Owned(text.to_ascii_lowercase())
            }
            text => Cow::Borrowed(text),
        }
    }

    fn next_is(&self, at: usize, words: &[&str]) -> bool {
        at + 1 < self.end && words.iter().any(|word| self.text(at + 1).eq_ignore_ascii_case(word))
    }
}
