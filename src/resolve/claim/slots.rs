//! What the slots of a reading hold: mentions, words, and what these stand for.

use super::Maker;
use crate::{
    claim::{Filler, Group, Mention, Said, Value},
    resolve::{event::Frame, listed},
    rules::{ClassId, Filter},
    text::WordId,
};
use std::ops::Range;

/// The slots that feed a claim's own fields; every other slot is a detail.
const RESERVED: [&str; 8] = ["value", "place", "time", "who", "speaker", "subject", "population", "ordinal"];

impl Maker<'_> {
    pub(super) fn fillers<'m>(&'m self, name: &'m str) -> impl Iterator<Item = &'m Filler> {
        self.reading.slots.iter().filter(move |(slot, _)| **slot == *name).map(|(_, filler)| filler)
    }

    /// The lists that the reading's patterns ask for a word of in the slot.
    pub(super) fn lists<'m>(&'m self, name: &'m str) -> impl Iterator<Item = ClassId> + 'm {
        let rule = self.frame.book.rules.get(self.reading.rule);
        let pattern = rule.and_then(|rule| rule.claims.get(self.reading.pattern));
        let slots = pattern.into_iter().flat_map(|one| &one.patterns).flat_map(|one| &one.program.slots);
        slots.filter(move |slot| slot.name.as_deref() == Some(name)).filter_map(|slot| match slot.filter {
            Filter::Class(class) => Some(class),
            Filter::None | Filter::Unit(_) => None,
        })
    }

    /// Whether the slot asks for a word of a list that holds this one, and not for any word.
    pub(super) fn is_listed(&self, name: &str, word: WordId) -> bool {
        self.lists(name).any(|class| self.frame.book.classes.holds(class, word))
    }

    /// The counted noun phrase that is the value.
    pub(super) fn group(&self) -> Option<&Group> {
        self.group_at().and_then(|at| match &self.frame.mentions[at].said {
            Said::Group(group) => Some(group.as_ref()),
            Said::Count(_) | Said::Time(_) | Said::Name(_) | Said::Quotation => None,
        })
    }

    /// The place of that phrase among the mentions.
    pub(super) fn group_at(&self) -> Option<usize> {
        self.fillers("value").find_map(|filler| match filler {
            Filler::Mention(at) => {
                self.frame.mentions.get(*at).filter(|one| matches!(one.said, Said::Group(_))).map(|_| *at)
            }
            Filler::Mentions(_) | Filler::Words(_) => None,
        })
    }

    /// The mention that the value is, where it is one.
    pub(super) fn valued(&self) -> Option<&Mention> {
        self.valued_at().and_then(|at| self.frame.mentions.get(at))
    }

    /// Its place among the mentions.
    pub(super) fn valued_at(&self) -> Option<usize> {
        self.fillers("value").find_map(|filler| match filler {
            Filler::Mention(at) => Some(*at),
            Filler::Mentions(_) | Filler::Words(_) => None,
        })
    }

    pub(super) fn mentions_in<'f>(&self, filler: &'f Filler) -> impl Iterator<Item = usize> + use<'f> {
        let indices: &[usize] = match filler {
            Filler::Mention(at) => std::slice::from_ref(at),
            Filler::Mentions(all) => all,
            Filler::Words(_) => &[],
        };
        indices.iter().copied()
    }

    /// The tokens of a filler.
    pub(super) fn range(&self, filler: &Filler) -> Range<usize> {
        let tokens = |at: usize| self.frame.mentions[at].tokens.clone();
        match filler {
            Filler::Mention(at) => tokens(*at),
            Filler::Mentions(all) => match (all.first(), all.last()) {
                (Some(first), Some(last)) => tokens(*first).start..tokens(*last).end,
                _ => 0..0,
            },
            Filler::Words(range) => range.clone(),
        }
    }

    /// The words of a filler as written.
    pub(super) fn written(&self, filler: &Filler) -> String {
        let document = self.frame.document;
        document.text(document.span_of(&self.range(filler))).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of a filler, a name in its fullest form.
    pub(super) fn shown(&self, filler: &Filler) -> String {
        match self.mentions_in(filler).next().and_then(|at| self.frame.values.get(at)) {
            Some(Value::Name(name) | Value::Place(name)) => name.canonical.clone(),
            Some(
                Value::Count(_)
                | Value::Time(_)
                | Value::Set { .. }
                | Value::Scope(_)
                | Value::Text(_)
                | Value::Quotation { .. },
            )
            | None => self.written(filler),
        }
    }

    pub(super) fn words(&self, slot: &str) -> Option<String> {
        self.fillers(slot).next().map(|filler| self.shown(filler))
    }

    pub(super) fn details(&self) -> Vec<(String, String)> {
        self.reading
            .slots
            .iter()
            .filter(|(name, _)| !RESERVED.contains(&name.as_ref()) && name.as_ref() != "scope")
            .map(|(name, filler)| (name.to_string(), self.shown(filler)))
            .collect()
    }

    /// What the words of a filler stand for by the list that they had to be in: "thigh" for a leg.
    pub(super) fn listed(&self, filler: &Filler) -> Option<String> {
        let Filler::Words(range) = filler else { return None };
        self.lists("value").find_map(|class| self.meaning(class, range))
    }

    /// What words stand for by a list.
    fn meaning(&self, class: ClassId, words: &Range<usize>) -> Option<String> {
        let Frame { document, book, .. } = *self.frame;
        let words: Vec<WordId> = document.tokens[words.clone()].iter().map(|token| token.word).collect();
        book.classes.canonical(class, &words).map(str::to_owned)
    }

    /// The same of the words of that list that are enumerated with the filler: "wife and daughter".
    pub(super) fn listed_beside(&self, filler: &Filler) -> Vec<String> {
        let Filler::Words(range) = filler else { return Vec::new() };
        let Frame { document, book, .. } = *self.frame;
        let meanings = self.lists("value").map(|class| -> Vec<String> {
            let beside = listed::beside(document, book, class, range);
            beside.iter().filter_map(|words| self.meaning(class, words)).collect()
        });
        meanings.into_iter().find(|beside| !beside.is_empty()).unwrap_or_default()
    }
}
