//! Turns a pattern's tree into a program, and refuses words that mean nothing.
//!
//! Whether its parts can stand where they stand is checked by `shape`; what its words mean, `vocabulary` has learnt before.

use super::{
    super::{
        class::ClassId,
        fault::{Fault, meant},
        unit_names,
    },
    Pattern, anchor,
    contradiction::check_aheads,
    program::{Filter, Program, SlotStep, Step},
    shape::check_shape,
    syntax::{Atom, Choice, Item, Look, Slot, SlotKind, Tree},
    vocabulary::Vocabulary,
};
use crate::text::{WordClass, WordId};
use std::{ops::Range, sync::OnceLock};

/// Compiles a pattern whose words were learnt; `needed` are the slots that every way through it must fill.
pub(in crate::rules) fn compile(
    source: &str,
    tree: &Tree<'_>,
    needed: &[&str],
    words: &Vocabulary<'_>,
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
        sieve: OnceLock::new(),
        first: OnceLock::new(),
    })
}

struct Compiler<'c, 'b> {
    words: &'c Vocabulary<'b>,
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
    fn single_words(&self, choice: &Choice<'_>) -> Option<Step> {
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
        self.words.add_perfect(&mut words);
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
