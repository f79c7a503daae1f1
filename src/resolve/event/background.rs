//! Whether a claim's event is one that the article only looks back on.

use super::Frame;
use crate::{
    claim::{Grain, Time},
    resolve::signs::is_superlative,
    text::{WordClass, WordSet},
};
use std::ops::Range;

/// Days before the article's date from which an event is one that the article looks back at.
const BACKGROUND_DAYS: i32 = 21;

/// How many sentences open an article, its headline among them.
const OPENING: usize = 5;

/// What a sentence further down opens with that goes back to another event.
const EARLIER_THIS_WEEK: [&str; 3] = ["earlier", "this", "week"];

/// Words for deeds that answer others, where "for" follows.
static REPRISALS: WordSet =
    WordSet::of(&["retaliation", "revenge", "reprisal", "reprisals", "vengeance", "retaliating"]);

/// Words that say so alone.
static AVENGING: WordSet = WordSet::of(&["avenge", "avenging"]);

impl Frame<'_> {
    /// Whether the article looks back: a date long before its own, a mere month or year, or a word that says so.
    ///
    /// What is called the worst of its kind behind the claim is the claim's own event: "killed nine people in the worst attack
    /// since May".
    pub(super) fn is_background(
        &self,
        time: Option<&Time>,
        sentence: &Range<usize>,
        claim: &Range<usize>,
    ) -> bool {
        let by_time = time.is_some_and(|time| match (time.start, self.anchor.published) {
            (Some(start), Some(published)) => {
                let days = published.at.date().since(start.date()).map_or(0, |span| span.get_days());
                let length =
                    time.end.map_or(0, |end| end.date().since(start.date()).map_or(0, |s| s.get_days()));
                days - length > BACKGROUND_DAYS
            }
            _ => time.grain >= Grain::Month,
        });
        by_time
            || self.signs.looking_back(sentence).iter().any(|at| {
                // "The previous week" is a date like any other.
                !self.document.tokens.get(at + 1).is_some_and(|next| next.is(WordClass::TIME_UNIT))
                    && !(*at >= claim.end && is_superlative(self.document, *at))
            })
    }

    /// Whether a sentence further down goes back to what happened "earlier this week": what the article is about it
    /// told of before.
    pub(super) fn opens_with_this_week(&self, sentence: usize) -> bool {
        let tokens = self.document.sentence_tokens(&self.document.sentences[sentence]);
        let words = tokens.as_slice().iter().take(EARLIER_THIS_WEEK.len());
        sentence >= OPENING
            && tokens.as_slice().len() > EARLIER_THIS_WEEK.len()
            && words.zip(EARLIER_THIS_WEEK).all(|(token, word)| self.document.spells(token, word))
    }

    /// Whether words before a claim say that another deed answers it: "in retaliation for the attack that killed 13".
    pub(super) fn is_avenged(&self, before: &Range<usize>) -> bool {
        let text = &self.document.source.text;
        self.document.tokens[before.clone()].windows(2).any(|pair| {
            REPRISALS.holds(&pair[0], text) && self.document.spells(&pair[1], "for")
                || AVENGING.holds(&pair[0], text)
        })
    }
}
