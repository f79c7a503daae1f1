//! What the words of patterns mean: their numbers and forms, the classes that they name, and what is too common to look for.
//!
//! Words get their numbers one after the other, in the order in which patterns are learnt, so that a book is the same on any
//! number of threads; from then on all threads compile at once, and a word that was not learnt has no number.

use super::{
    super::{
        class::{ClassId, Classes},
        inflection::Irregular,
        lexicon::Lexicon,
        pieces::pieces,
    },
    anchor,
    program::Step,
    syntax::{Atom, Choice, Tree},
};
use crate::text::{WordClass, WordId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// What the words of patterns mean.
pub(in crate::rules) struct Vocabulary<'b> {
    lexicon: &'b mut Lexicon,
    pub classes: &'b Classes,
    irregular: &'b Irregular,
    /// Words too common to look for.
    common: FxHashSet<WordId>,
    /// The forms of the words that were learnt with all of them: many patterns name the same.
    forms: FxHashMap<Box<str>, Arc<[WordId]>>,
    /// "was" and "were".
    past_of_be: [WordId; 2],
    been: WordId,
    /// What each class costs as an anchor.
    costs: FxHashMap<ClassId, u32>,
}

impl<'b> Vocabulary<'b> {
    /// Brings together what words mean.
    pub fn new(lexicon: &'b mut Lexicon, classes: &'b Classes, irregular: &'b Irregular) -> Self {
        let common: FxHashSet<WordId> =
            anchor::COMMON.iter().map(|word| lexicon.add(word, WordClass::empty())).collect();
        let cost = |class: ClassId| {
            let openers = classes.openers(class);
            match u32::try_from(openers.len()) {
                Ok(many) if !classes.openers(class).any(|word| common.contains(&word)) => {
                    many.saturating_add(1)
                }
                Ok(_) | Err(_) => anchor::TOO_COMMON,
            }
        };
        let known = classes.names().filter_map(|name| classes.find(name));
        let costs = known.map(|class| (class, cost(class))).collect();
        let past_of_be = ["was", "were"].map(|word| lexicon.add(word, WordClass::empty()));
        let been = lexicon.add("been", WordClass::empty());
        let forms = FxHashMap::default();
        Self { lexicon, classes, irregular, common, forms, past_of_be, been, costs }
    }

    /// Gives the words of a pattern their numbers.
    pub fn learn(&mut self, tree: &Tree<'_>) {
        tree.parts().for_each(|part| self.learn_choice(part));
    }

    fn learn_choice(&mut self, choice: &Choice<'_>) {
        for item in &choice.items {
            match &item.atom {
                Atom::Word(word) => self.learn_literal(word),
                Atom::Inflected(word) => self.learn_forms(word),
                Atom::Mark(c) => self.learn_piece(c.encode_utf8(&mut [0; 4])),
                Atom::Group(choice) | Atom::Optional(choice) => self.learn_choice(choice),
                Atom::Class(_) | Atom::Slot(_) | Atom::Gap { .. } | Atom::Start | Atom::End => {}
            }
        }
    }

    /// Gives a word its number.
    pub fn learn_word(&mut self, token: &str) {
        self.lexicon.add(token, WordClass::empty());
    }

    /// Gives the tokens of a literal their numbers.
    fn learn_literal(&mut self, literal: &str) {
        if is_plain(literal) {
            self.learn_word(literal);
        } else {
            pieces(literal).iter().for_each(|piece| self.learn_piece(piece));
        }
    }

    fn learn_piece(&mut self, text: &str) {
        if let Some(forms) = typographic(text) {
            forms.iter().for_each(|form| self.learn_word(form));
        } else if !is_figure(text) {
            self.learn_word(text);
        }
    }

    /// Gives every form of a word its number.
    pub fn learn_forms(&mut self, word: &str) {
        if self.forms.contains_key(word) {
            return;
        }
        let forms = self.irregular.inflect(word);
        let mut numbers: Vec<WordId> =
            forms.iter().map(|form| self.lexicon.add(form, WordClass::empty())).collect();
        numbers.sort_unstable();
        self.forms.insert(word.into(), numbers.into());
    }

    /// The number of a token.
    pub fn number(&self, token: &str) -> WordId {
        self.lexicon.look_up(token.as_bytes()).0
    }

    /// The classes of a word; none of one that was not learnt.
    pub fn flags_of(&self, word: WordId) -> Option<WordClass> {
        self.lexicon.word(word).map(|word| self.lexicon.look_up(word.as_bytes()).1)
    }

    /// Adds the steps of the tokens of a literal.
    pub fn literal(&self, word: &str, steps: &mut Vec<Step>) {
        if is_plain(word) {
            let word = self.number(word);
            steps.push(if self.past_of_be.contains(&word) {
                Step::Words([word.min(self.been), word.max(self.been)].into())
            } else {
                Step::Word(word)
            });
        } else {
            steps.extend(pieces(word).iter().map(|piece| self.piece(piece)));
        }
    }

    /// The number of a literal that is one token.
    pub fn only_word(&self, word: &str) -> Option<WordId> {
        if is_plain(word) {
            return Some(self.number(word));
        }
        let pieces = pieces(word);
        let [piece] = pieces.as_slice() else { return None };
        let Step::Word(word) = self.piece(piece) else { return None };
        Some(word)
    }

    /// Adds "been" to words with "was" or "were": a match passes over the "has" or "had" before it, so that "had been freed" is read
    /// where "was freed" is.
    pub fn add_perfect(&self, words: &mut Vec<WordId>) {
        if words.iter().any(|word| self.past_of_be.contains(word)) {
            words.push(self.been);
        }
    }

    /// The first word of a literal that is neither a mark nor one of those that stand in nearly every sentence.
    pub fn telling(&self, literal: &str) -> Option<WordId> {
        let is_telling = |word: &WordId| !self.common.contains(word);
        if is_plain(literal) {
            return Some(self.number(literal)).filter(is_telling);
        }
        let words = pieces(literal).into_iter().filter(|piece| piece.starts_with(char::is_alphabetic));
        words.map(|word| self.number(&word)).find(is_telling)
    }

    /// The step of one token.
    pub fn piece(&self, text: &str) -> Step {
        if let Some(forms) = typographic(text) {
            let mut words: Vec<WordId> = forms.iter().map(|form| self.number(form)).collect();
            words.sort_unstable();
            Step::Words(words.into())
        } else if is_figure(text) {
            Step::Text(text.into())
        } else {
            Step::Word(self.number(text))
        }
    }

    /// The numbers of every form of a word, sorted; none of a word whose forms were not learnt.
    pub fn inflected(&self, word: &str) -> Arc<[WordId]> {
        self.forms.get(word).map(Arc::clone).unwrap_or_default()
    }

    /// The class of a name; none where no list of its words exists.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.classes.find(name)
    }

    /// What it costs to look at every sentence with a word that opens an entry of a class; nothing where no such list exists.
    pub fn cost_of_class(&self, name: &str) -> Option<u32> {
        self.costs.get(&self.class(name)?).copied()
    }
}

/// Whether a literal is small letters alone, as nearly all are, and so one token.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether a token is a figure: those have no number in the lexicon.
pub(in crate::rules) fn is_figure(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_digit())
}

/// The typographic forms of a mark: `"` stands for every quotation mark, `-` for every dash.
fn typographic(mark: &str) -> Option<&'static [&'static str]> {
    match mark {
        "\"" => Some(&["\"", "\u{201c}", "\u{201d}", "\u{201e}", "\u{ab}", "\u{bb}"]),
        "-" => Some(&["-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}"]),
        _ => None,
    }
}
