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
        pattern::{Anchor, Vocabulary},
        pieces::pieces,
    },
    text::WordClass,
};
use toml::Spanned;

/// The ways to say one claim; none where one of them is at fault.
pub(super) fn claim(
    table: &ClaimTable,
    how: How,
    same: &[Key],
    text: &str,
    words: &mut Vocabulary<'_>,
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
        .filter_map(|source| {
            note(one_pattern(source, text, how, table.constant.is_some(), &triggers, words), faults)
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

/// The anchors of an explicit trigger: a word, `word~` or `{class}`.
fn triggers(trigger: &Spanned<String>, words: &mut Vocabulary<'_>) -> Result<Vec<Anchor>, Fault> {
    let written = trigger.get_ref().trim();
    let ids = if let Some(class) = written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        words.class(class).map(|class| words.classes.openers(class).collect())
    } else if let Some(plain) = written.strip_suffix('~') {
        Some(words.inflected(&plain.to_lowercase()).to_vec())
    } else if let [piece] = pieces(written).as_slice() {
        Some(vec![words.lexicon.add(piece, WordClass::empty())])
    } else {
        None
    };
    ids.map(|ids| ids.into_iter().map(Anchor::Word).collect()).ok_or_else(|| {
        Fault::new(
            trigger.span(),
            format!("\"{written}\" is no trigger"),
            "write one word, `word~` for all its forms, or `{class}` for the words of a list",
        )
    })
}
