//! The rule book: which words mean what, by data that is embedded or given.
//!
//! Rule files become checked, compiled rules; the lexicon gives every word its number and classes.

mod agencies;
mod class;
mod comparison;
mod draft;
mod fault;
mod file;
mod gazetteer;
mod inflection;
mod lexicon;
mod load;
mod pattern;
mod pieces;
mod policy;
mod rule;
mod trial;
mod tried;
mod trigger;
mod unit_names;
mod word_list;

pub use agencies::agency;
pub(crate) use class::ClassId;
pub use class::Classes;
pub use comparison::{Compare, Copied, Key, Later, LowerBounds};
pub use gazetteer::{Gazetteer, Known, KnownName, Place, PlaceId, PlaceLevel};
pub use lexicon::Lexicon;
pub(crate) use pattern::{
    Filter, First, Inventory, MOST_PROPER, MOST_WORDS, Program, Sieve, Sift, SlotStep, Step, bit,
};
pub use pattern::{Pattern, SlotKind};
pub use policy::FigurePolicy;
pub use rule::{ClaimPattern, Example, ExampleClaim, Rule};
pub use trial::Failure;
pub(crate) use trigger::{Listed, PatternPlace};

use crate::{
    Error,
    text::{Tokens, WordClass, WordId},
};
use std::path::PathBuf;
use trigger::Triggers;

/// Everything that stages look up: the lexicon and the compiled rules.
#[derive(Debug, Default)]
pub struct RuleBook {
    /// The words that any grammar or rule names.
    pub lexicon: Lexicon,
    /// The places, short forms and given names of the world.
    pub gazetteer: Gazetteer,
    /// What vague and rounding words admit.
    pub figures: FigurePolicy,
    /// The compiled rules, by pack and name; [`crate::claim::Reading::rule`] is an index into them.
    pub rules: Vec<Rule>,
    /// The named lists of words and phrases that patterns and stages ask for.
    pub classes: Classes,
    /// The SHA-256 of every rule file and word list in use, by place and text, in hexadecimal.
    pub digest: String,
    /// Which patterns are worth trying where.
    pub(crate) triggers: Triggers,
}

impl RuleBook {
    /// The rule book that is embedded in the crate, with the closed words of the grammars.
    ///
    /// # Panics
    /// Where an embedded rule is wrong: that is a fault in the crate, and its tests find it.
    #[must_use]
    pub fn embedded(closed_words: &[&[(&str, WordClass)]]) -> Self {
        match Self::load(closed_words, &[]) {
            Ok(book) => book,
            Err(errors) => {
                let messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
                panic!("the embedded rules are wrong: {}", messages.join("; "))
            }
        }
    }

    /// The embedded rule book with the rules and word lists of further folders, which add to it or, under the
    /// same pack and name, replace.
    ///
    /// # Errors
    /// Every fault in every rule file, in the order of the files.
    pub fn load(closed_words: &[&[(&str, WordClass)]], folders: &[PathBuf]) -> Result<Self, Vec<Error>> {
        load::load(closed_words, folders)
    }

    /// A rule book of the given files alone, each with its place in the folder of rules and without the words that are
    /// embedded.
    ///
    /// # Errors
    /// Every fault in every rule file.
    pub fn of_text(files: &[(&str, &str)]) -> Result<Self, Vec<Error>> {
        load::of_text(files)
    }

    /// The length in tokens of the longest entry of a lexicon class at the start of `tokens`, with the entry's
    /// canonical form where the word list gives one; the class is named as in rule files: "event/attack".
    #[must_use]
    pub fn class_at(&self, class: &str, tokens: &Tokens<'_>) -> Option<(usize, Option<&str>)> {
        self.classes.at(self.classes.find(class)?, tokens.as_slice()).next()
    }

    /// What a word or phrase stands for in a lexicon class, where its list says; the class is named as in rule files.
    pub(crate) fn meaning(&self, class: &str, words: &str) -> Option<&str> {
        self.classes.canonical(self.classes.find(class)?, &self.lexicon.phrase(words))
    }

    /// Whether a word is an entry of a lexicon class by itself.
    pub(crate) fn is_in(&self, class: &str, word: WordId) -> bool {
        self.classes.find(class).is_some_and(|class| self.classes.holds(class, word))
    }

    /// The class of the words that name an event of a type: "attack" is named by `event/attack`.
    pub(crate) fn event_class(&self, kind: &str) -> Option<ClassId> {
        self.classes.find_event(kind)
    }

    /// Whether an entry of a class stands anywhere among `tokens`.
    pub(crate) fn class_within(&self, class: ClassId, tokens: &Tokens<'_>) -> bool {
        let tokens = tokens.as_slice();
        (0..tokens.len())
            .filter(|at| self.classes.may_open(class, tokens[*at].word))
            .any(|at| self.classes.at(class, &tokens[at..]).next().is_some())
    }

    /// The words of the embedded rule book and of further folders with one rule alone, of one pattern, which reads every kind
    /// of block; and what keeps that pattern from standing in a rule file as it is.
    ///
    /// # Errors
    /// The fault in the pattern, by its place in it, and every fault in the folders.
    pub fn of_pattern(
        closed_words: &[&[(&str, WordClass)]],
        folders: &[PathBuf],
        pattern: &str,
    ) -> Result<(Self, Vec<Error>), Vec<Error>> {
        load::of_pattern(closed_words, folders, pattern)
    }

    /// Keeps the rules that `keep` answers true for.
    pub fn retain(&mut self, keep: impl Fn(&Rule) -> bool) {
        self.rules.retain(keep);
        self.triggers = Triggers::new(&self.rules, self.lexicon.len());
    }

    /// The places of all patterns, in the order of the rules.
    pub(crate) fn places(&self) -> impl Iterator<Item = PatternPlace> {
        self.triggers.places()
    }

    /// The claim of a pattern by its place.
    pub(crate) fn claim(&self, place: PatternPlace) -> &ClaimPattern {
        &self.rules[place.rule as usize].claims[usize::from(place.claim)]
    }

    /// A pattern by its place.
    pub(crate) fn pattern(&self, place: PatternPlace) -> &Pattern {
        &self.claim(place).patterns[usize::from(place.pattern)]
    }
}
