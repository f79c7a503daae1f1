//! Turns a pattern's tree into a program, and refuses words that mean nothing.
//!
//! Whether its parts can stand where they stand is checked by `shape`, what its words mean here.

use super::{
    super::{
        class::{ClassId, Classes},
        fault::{Fault, meant},
        inflection::Irregular,
        lexicon::Lexicon,
        pieces::pieces,
        unit_names,
    },
    Pattern, anchor,
    contradiction::check_aheads,
    program::{Filter, Program, SlotStep, Step},
    shape::check_shape,
    syntax::{Atom, Choice, Item, Look, Slot, SlotKind, Tree},
};
use crate::text::{WordClass, WordId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

/// What the words of a pattern mean.
pub(in crate::rules) struct Vocabulary<'b> {
    pub lexicon: &'b mut Lexicon,
    pub classes: &'b Classes,
    pub irregular: &'b Irregular,
    /// Words too common to look for.
    pub common: FxHashSet<WordId>,
    /// The forms of the words asked for so far: a pattern's program and its anchors ask for the same ones.
    forms: FxHashMap<Box<str>, Arc<[WordId]>>,
    /// What the classes asked for so far cost as anchors.
    costs: FxHashMap<ClassId, u32>,
}

impl<'b> Vocabulary<'b> {
    /// Brings together what words mean.
    pub fn new(lexicon: &'b mut Lexicon, classes: &'b Classes, irregular: &'b Irregular) -> Self {
        let common = anchor::COMMON.iter().map(|word| lexicon.add(word, WordClass::empty())).collect();
        Self { lexicon, classes, irregular, common, forms: FxHashMap::default(), costs: FxHashMap::default() }
    }

    /// Adds the steps of the tokens of a literal.
    fn literal(&mut self, word: &str, steps: &mut Vec<Step>) {
        if is_plain(word) {
            steps.push(Step::Word(self.lexicon.add(word, WordClass::empty())));
        } else {
            steps.extend(pieces(word).iter().map(|piece| self.piece(piece)));
        }
    }

    /// The number of a literal that is one token.
    fn only_word(&mut self, word: &str) -> Option<WordId> {
        if is_plain(word) {
            return Some(self.lexicon.add(word, WordClass::empty()));
        }
        let pieces = pieces(word);
        let [piece] = pieces.as_slice() else { return None };
        let Step::Word(word) = self.piece(piece) else { return None };
        Some(word)
    }

    /// The first word of a literal that is neither a mark nor one of those that stand in nearly every sentence.
    pub fn telling(&mut self, literal: &str) -> Option<WordId> {
        if is_plain(literal) {
            return Some(self.lexicon.add(literal, WordClass::empty()))
                .filter(|word| !self.common.contains(word));
        }
        let words = pieces(literal).into_iter().filter(|piece| piece.starts_with(char::is_alphabetic));
        words.map(|word| self.lexicon.add(&word, WordClass::empty())).find(|word| !self.common.contains(word))
    }

    /// The step of one token. A mark stands for its typographic forms too: `"` for every quotation mark, `-` for every dash.
    fn piece(&mut self, text: &str) -> Step {
        let forms: &[&str] = match text {
            "\"" => &["\"", "\u{201c}", "\u{201d}", "\u{201e}", "\u{ab}", "\u{bb}"],
            "-" => &["-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}"],
            // Figures have no number in the lexicon.
            _ if text.starts_with(|c: char| c.is_ascii_digit()) => return Step::Text(text.into()),
            _ => return Step::Word(self.lexicon.add(text, WordClass::empty())),
        };
        let mut words: Vec<WordId> =
            forms.iter().map(|form| self.lexicon.add(form, WordClass::empty())).collect();
        words.sort_unstable();
        Step::Words(words.into())
    }

    /// The numbers of every form of a word, sorted.
    pub fn inflected(&mut self, word: &str) -> Arc<[WordId]> {
        if let Some(known) = self.forms.get(word) {
            return Arc::clone(known);
        }
        let forms = self.irregular.inflect(word);
        let mut words: Vec<WordId> =
            forms.iter().map(|form| self.lexicon.add(form, WordClass::empty())).collect();
        words.sort_unstable();
        let words: Arc<[WordId]> = words.into();
        self.forms.insert(word.into(), Arc::clone(&words));
        words
    }

    /// The class of a name; none where no list of its words exists.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.classes.find(name)
    }

    /// What it costs to look at every sentence with a word that opens an entry of a class; nothing where no such list exists.
    pub fn cost_of_class(&mut self, name: &str) -> Option<u32> {
        let class = self.class(name)?;
        let Self { classes, common, costs, .. } = self;
        let cost = costs.entry(class).or_insert_with(|| {
            let openers = classes.openers(class);
            match u32::try_from(openers.len()) {
                Ok(many) if !classes.openers(class).any(|word| common.contains(&word)) => {
                    many.saturating_add(1)
                }
                Ok(_) | Err(_) => anchor::TOO_COMMON,
            }
        });
        Some(*cost)
    }
}

/// Whether a literal is small letters alone, as nearly all are, and so one token.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Compiles a pattern; `needed` are the slots that every way through it must fill.
pub(in crate::rules) fn compile(
    source: &str,
    tree: &Tree<'_>,
    needed: &[&str],
    words: &mut Vocabulary<'_>,
) -> Result<Pattern, Fault> {
    check_shape(tree, source, needed)?;
    let mut compiler = Compiler { words, program: Program::default() };
    if let Some(before) = &tree.before {
        compiler.before(before)?;
    }
    compiler.program.steps.push(Step::Open);
    compiler.choice(&tree.body)?;
    compiler.program.steps.push(Step::Close);
    if let Some(after) = &tree.after {
        compiler.choice(after)?;
    }
    compiler.program.steps.push(Step::Accept);
    let mut program = compiler.program;
    program.note_closing_slots();
    check_aheads(tree, words)?;
    let anchors = anchor::anchors(tree, words);
    Ok(Pattern {
        source: source.to_owned(),
        program,
        anchors,
        outlook: OnceLock::new(),
        sieve: OnceLock::new(),
        first: OnceLock::new(),
    })
}

struct Compiler<'c, 'b> {
    words: &'c mut Vocabulary<'b>,
    program: Program,
}

impl Compiler<'_, '_> {
    /// What stands before the claim: words, and denied items at its end, which look back.
    fn before(&mut self, choice: &Choice<'_>) -> Result<(), Fault> {
        if !choice.further.is_empty() {
            return self.choice(choice);
        }
        let sequence = &choice.items;
        let behind = sequence.iter().rposition(|item| item.look != Look::Not).map_or(0, |last| last + 1);
        for item in &sequence[..behind] {
            self.item(item)?;
        }
        for item in &sequence[behind..] {
            let at = self.program.steps.len();
            self.program.steps.push(Step::DenyBehind { end: 0 });
            self.atom(item)?;
            self.program.steps.push(Step::Accept);
            self.program.steps[at] = Step::DenyBehind { end: self.program.steps.len() };
        }
        Ok(())
    }

    fn choice(&mut self, choice: &Choice<'_>) -> Result<(), Fault> {
        if let Some(words) = self.single_words(choice) {
            self.program.steps.push(words);
            return Ok(());
        }
        let mut jumps = Vec::new();
        for (number, sequence) in choice.sequences().enumerate() {
            let split = (number < choice.further.len()).then(|| {
                self.program.steps.push(Step::Split(0));
                self.program.steps.len() - 1
            });
            for item in sequence {
                self.item(item)?;
            }
            if let Some(split) = split {
                jumps.push(self.program.steps.len());
                self.program.steps.push(Step::Jump(0));
                self.program.steps[split] = Step::Split(self.program.steps.len());
            }
        }
        let end = self.program.steps.len();
        for jump in jumps {
            self.program.steps[jump] = Step::Jump(end);
        }
        Ok(())
    }

    /// One step for alternatives that are a single token each: "(was|were|is)".
    fn single_words(&mut self, choice: &Choice<'_>) -> Option<Step> {
        let is_word = |item: &Item<'_>| {
            item.look == Look::Take && matches!(item.atom, Atom::Word(_) | Atom::Inflected(_))
        };
        // As many items as sequences: each is of one.
        if choice.items.len() > choice.further.len() + 1 || !choice.items.iter().all(is_word) {
            return None;
        }
        let mut words = Vec::with_capacity(choice.items.len());
        for item in &choice.items {
            match &item.atom {
                Atom::Word(word) => words.push(self.words.only_word(word)?),
                Atom::Inflected(word) => words.extend_from_slice(&self.words.inflected(word)),
                Atom::Mark(_)
                | Atom::Class(_)
                | Atom::Slot(_)
                | Atom::Group(_)
                | Atom::Optional(_)
                | Atom::Gap { .. }
                | Atom::Start
                | Atom::End => return None,
            }
        }
        words.sort_unstable();
        words.dedup();
        Some(one_of(&words))
    }

    fn item(&mut self, item: &Item<'_>) -> Result<(), Fault> {
        let look: fn(usize) -> Step = match item.look {
            Look::Take => return self.atom(item),
            Look::Not => |end| Step::Deny { end },
            Look::Ahead => |end| Step::Ahead { end },
        };
        let at = self.program.steps.len();
        self.program.steps.push(look(0));
        self.atom(item)?;
        self.program.steps.push(Step::Accept);
        self.program.steps[at] = look(self.program.steps.len());
        Ok(())
    }

    fn atom(&mut self, item: &Item<'_>) -> Result<(), Fault> {
        match &item.atom {
            Atom::Word(word) => self.words.literal(word, &mut self.program.steps),
            Atom::Inflected(word) => self.program.steps.push(Step::Words(self.words.inflected(word))),
            Atom::Mark(c) => self.program.steps.push(self.words.piece(c.encode_utf8(&mut [0; 4]))),
            Atom::Class(names) => self.classes(names, &item.place)?,
            Atom::Slot(slot) => {
                let step = self.slot(slot, &item.place)?;
                self.program.steps.push(Step::Slot(self.program.slots.len()));
                self.program.slots.push(step);
            }
            Atom::Group(choice) => self.choice(choice)?,
            Atom::Optional(choice) => {
                let split = self.program.steps.len();
                self.program.steps.push(Step::Split(0));
                self.choice(choice)?;
                self.program.steps[split] = Step::Split(self.program.steps.len());
            }
            Atom::Gap { most, hard } => self.program.steps.push(Step::Gap { most: *most, hard: *hard }),
            Atom::Start => self.program.steps.push(Step::Start),
            Atom::End => self.program.steps.push(Step::End),
        }
        Ok(())
    }

    fn classes(&mut self, names: &[&str], place: &Range<usize>) -> Result<(), Fault> {
        let mut jumps = Vec::new();
        for (number, name) in names.iter().enumerate() {
            let step = match flags(name) {
                Some(flags) => Step::Flags(flags),
                None => Step::Class(self.class(name, place)?),
            };
            if number + 1 < names.len() {
                let at = self.program.steps.len();
                self.program.steps.extend([Step::Split(at + 3), step, Step::Jump(0)]);
                jumps.push(at + 2);
            } else {
                self.program.steps.push(step);
            }
        }
        let end = self.program.steps.len();
        for jump in jumps {
            self.program.steps[jump] = Step::Jump(end);
        }
        Ok(())
    }

    fn class(&self, name: &str, place: &Range<usize>) -> Result<ClassId, Fault> {
        let classes = self.words.classes;
        let Some(id) = classes.find(name) else {
            let help = meant(name, classes.names()).map_or_else(
                || format!("add a word list for it: lexicon/{name}.toml with `words = [...]`"),
                |meant| format!("did you mean `{{{meant}}}`?"),
            );
            return Err(Fault::new(place.clone(), format!("no word list is called \"{name}\""), help));
        };
        if classes.is_empty(id) {
            return Err(Fault::new(
                place.clone(),
                format!("the word list \"{name}\" is empty, so this can never match"),
                "add words to it",
            ));
        }
        Ok(id)
    }

    fn slot(&self, slot: &Slot<'_>, place: &Range<usize>) -> Result<SlotStep, Fault> {
        let filter = match (slot.filter, slot.kind) {
            (None, _) => Filter::None,
            (Some(name), SlotKind::People | SlotKind::Group | SlotKind::Word) => {
                Filter::Class(self.class(name, place)?)
            }
            // A unit of several words is written with "_": "square_metre".
            (Some(name), SlotKind::Quantity) => {
                let unit = name.replace('_', " ");
                if !unit_names::is_unit(&unit) {
                    return Err(Fault::new(
                        place.clone(),
                        format!("no figure is in the unit \"{name}\", so this can never match"),
                        unit_names::meant_unit(&unit),
                    ));
                }
                Filter::Unit(unit.into())
            }
            (Some(code), SlotKind::Money) => {
                if !unit_names::is_currency(code) {
                    return Err(Fault::new(
                        place.clone(),
                        format!("no currency has the code \"{code}\", so this can never match"),
                        unit_names::meant_currency(code),
                    ));
                }
                Filter::Unit(code.into())
            }
            (Some(_), kind) => {
                return Err(Fault::new(
                    place.clone(),
                    format!("a slot of type \"{}\" takes no filter", kind.word()),
                    "remove the `/` and what follows it",
                ));
            }
        };
        Ok(SlotStep { name: slot.name.map(Into::into), kind: slot.kind, filter, closing: false })
    }
}

/// The grammar's own classes are named in capitals: `{SPEECH}`.
pub(super) fn flags(name: &str) -> Option<WordClass> {
    name.starts_with(|c: char| c.is_ascii_uppercase()).then(|| WordClass::from_name(name)).flatten()
}

fn one_of(words: &[WordId]) -> Step {
    match words {
        [only] => Step::Word(*only),
        [] | [_, ..] => Step::Words(words.into()),
    }
}
