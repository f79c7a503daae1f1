//! Checks and compiles the ways to say one claim: `[[claim]]`.

use super::{
    event_kind,
    named::populations,
    note,
    pattern::{how_word, one_pattern},
};
use crate::{
    claim::COPIED,
    rules::{
        ClaimPattern, Copied, Key,
        fault::Fault,
        file::{ClaimTable, How},
        pattern::{Anchor, Tree, Vocabulary, is_figure},
        pieces::pieces,
    },
};
use toml::Spanned;

/// The ways to say one claim; none where one of them is at fault.
pub(super) fn claim(
    table: &ClaimTable,
    trees: Vec<Result<Tree<'_>, Fault>>,
    how: How,
    same: &[Key],
    text: &str,
    words: &Vocabulary<'_>,
    faults: &mut Vec<Fault>,
) -> Option<ClaimPattern> {
    let before = faults.len();
    let attribute = table.attribute.get_ref();
    if !is_attribute(attribute) {
        faults.push(Fault::new(
            table.attribute.span(),
            format!("\"{attribute}\" is no attribute"),
            "write lower-case letters and `_`, as in \"meeting_place\"",
        ));
    }
    if let Some(copied) = &table.copied {
        note(copied_is_whole(table, copied, how, same), faults);
    } else if table.patterns.is_empty() {
        faults.push(Fault::new(
            table.attribute.span(),
            "this claim has no pattern",
            "add `patterns = [...]` with at least one",
        ));
    }
    if let Some(event) = &table.event {
        note(event_kind(event, words), faults);
    }
    let triggers: Vec<Anchor> = table
        .triggers
        .iter()
        .filter_map(|trigger| note(triggers(trigger, words), faults))
        .flatten()
        .collect();
    populations(table, words, faults);
    let patterns = table
        .patterns
        .iter()
        .zip(trees)
        .filter_map(|(source, tree)| {
            note(one_pattern(source, tree, text, how, table.constant.is_some(), &triggers, words), faults)
        })
        .collect();
    (faults.len() == before).then(|| ClaimPattern {
        attribute: attribute.clone(),
        copied: table.copied.as_ref().map(|copied| *copied.get_ref()),
        constant: table.constant.as_ref().map(|constant| constant.get_ref().clone()),
        polarity: table.polarity,
        certainty: table.certainty,
        event: table.event.as_ref().map(|event| event.get_ref().clone()),
        unit: table.unit.clone(),
        unless: table.unless.iter().map(|other| other.get_ref().clone()).collect(),
        less: table.less.as_ref().map(|less| less.get_ref().clone()),
        fate: table.fate.iter().map(|fate| fate.get_ref().clone()).collect(),
        earlier: table.earlier.clone(),
        limited: table.limited.clone(),
        populations: table
            .populations
            .iter()
            .map(|(population, attribute)| (population.get_ref().clone(), attribute.clone()))
            .collect(),
        during: table.during.iter().map(|kind| kind.get_ref().clone()).collect(),
        everybody: table.everybody.iter().map(|population| population.get_ref().clone()).collect(),
        by_name: table.by_name,
        patterns,
    })
}

/// What differs in a copied sentence is found without a pattern, compares in one way only, and is known by the name of
/// its attribute and the words around it.
fn copied_is_whole(
    table: &ClaimTable,
    copied: &Spanned<Copied>,
    how: How,
    same: &[Key],
) -> Result<(), Fault> {
    let needed = copied.get_ref().how();
    if how_word(how) != needed || !table.patterns.is_empty() {
        return Err(Fault::new(
            copied.span(),
            "what differs in a copied sentence needs no pattern, and its own way to compare",
            format!("write `patterns = []`, and compare with `how = \"{needed}\"`"),
        ));
    }
    let attribute = table.attribute.get_ref();
    if !attribute.starts_with(COPIED) {
        return Err(Fault::new(
            table.attribute.span(),
            format!("\"{attribute}\" does not say that it is of a copied sentence"),
            format!("write \"{COPIED}{attribute}\""),
        ));
    }
    if same != [Key::Subject] {
        return Err(Fault::new(
            copied.span(),
            "what differs in a copied sentence is of one thing where the words around it are the same",
            "write `keys = [\"subject\"]` under `[same]`",
        ));
    }
    Ok(())
}

/// Whether a name is lower-case letters, `_` and `:`, where `{head}`, `{noun}`, `{loose}`, `{unit}`, `{of}`,
/// `{bearer}`, `{compound}` and `{deed}` stand for the value's noun, for what the noun stands for, for the value's unit
/// and for the word that says what the value is of.
fn is_attribute(name: &str) -> bool {
    const STANDING_IN: [&str; 8] =
        ["{head}", "{noun}", "{loose}", "{unit}", "{of}", "{bearer}", "{compound}", "{deed}"];
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            'a'..='z' | '_' | ':' => 1,
            _ => match STANDING_IN.iter().find(|word| rest.starts_with(**word)) {
                Some(word) => word.len(),
                None => return false,
            },
        };
        rest = &rest[taken..];
    }
    !name.is_empty()
}

/// A word or words of which a sentence must hold one before a claim's patterns are tried.
pub(super) enum Trigger<'t> {
    /// `{class}`: the words that open an entry of it.
    Class(&'t str),
    /// `word~`: all its forms.
    Inflected(String),
    /// One word; no figure, since those have no number that a pattern could wait for.
    Word(String),
}

impl<'t> Trigger<'t> {
    /// What is written; nothing where that is none of the three.
    pub fn of(written: &'t str) -> Option<Self> {
        let written = written.trim();
        if let Some(class) = written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(Self::Class(class))
        } else if let Some(plain) = written.strip_suffix('~') {
            Some(Self::Inflected(plain.to_lowercase()))
        } else {
            let [piece] = <[String; 1]>::try_from(pieces(written)).ok()?;
            (!is_figure(&piece)).then_some(Self::Word(piece))
        }
    }
}

/// The anchors of an explicit trigger.
fn triggers(trigger: &Spanned<String>, words: &Vocabulary<'_>) -> Result<Vec<Anchor>, Fault> {
    let ids = Trigger::of(trigger.get_ref()).and_then(|trigger| match trigger {
        Trigger::Class(class) => words.class(class).map(|class| words.classes.openers(class).collect()),
        Trigger::Inflected(plain) => Some(words.inflected(&plain).to_vec()),
        Trigger::Word(word) => Some(vec![words.number(&word)]),
    });
    ids.map(|ids: Vec<_>| ids.into_iter().map(Anchor::Word).collect()).ok_or_else(|| {
        Fault::new(
            trigger.span(),
            format!("\"{}\" is no trigger", trigger.get_ref().trim()),
            "write one word that is no figure, `word~` for all its forms, or `{class}` for the words of a list",
        )
    })
}
