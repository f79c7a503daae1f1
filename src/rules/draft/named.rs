//! Checks what a `[[claim]]` names besides itself: other attributes of its rule, and populations.

use super::note;
use crate::rules::{
    fault::{Fault, meant},
    file::ClaimTable,
    pattern::Vocabulary,
};
use std::collections::BTreeSet;
use toml::Spanned;

/// The word lists whose words stand for populations.
const LISTS: [&str; 2] = ["population", "army"];

/// The population that the grammars know without a list: "four others".
const OTHERS: &str = "others";

/// `less`, `fate` and `unless` must name what the rule reads, and `unless` what it reads before: of two entries that yield to one
/// another nothing would be left.
pub(super) fn attributes(claims: &[Spanned<ClaimTable>], faults: &mut Vec<Fault>) {
    let all: Vec<&str> = claims.iter().map(|claim| claim.get_ref().attribute.get_ref().as_str()).collect();
    let mut before: Vec<&str> = Vec::new();
    for claim in claims {
        let ClaimTable { less, fate, unless, .. } = claim.get_ref();
        for named in less.iter().chain(fate) {
            let name = named.get_ref();
            if !all.contains(&name.as_str()) {
                faults.push(unread(named, format!("this rule reads no \"{name}\""), &all));
            }
        }
        for named in unless {
            let name = named.get_ref();
            if !before.contains(&name.as_str()) {
                faults.push(unread(named, format!("no entry before this one reads \"{name}\""), &before));
            }
        }
        before.extend(read_by(claim.get_ref()));
    }
}

/// The attributes of the claims that an entry makes.
pub(super) fn read_by(claim: &ClaimTable) -> impl Iterator<Item = &str> {
    let others = claim.limited.iter().chain(&claim.earlier).chain(claim.populations.values());
    std::iter::once(claim.attribute.get_ref()).chain(others).map(String::as_str)
}

fn unread(named: &Spanned<String>, message: String, known: &[&str]) -> Fault {
    let name = named.get_ref();
    let known: BTreeSet<&str> = known.iter().copied().collect();
    let help = match meant(name, known.iter().copied()) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None if known.is_empty() => format!("move the entry that reads \"{name}\" before this one"),
        None => format!("name one of {}", Vec::from_iter(known).join(", ")),
    };
    Fault::new(named.span(), message, help)
}

/// `populations` and `everybody` must name what a figure can be of, and `during` says when the former have attributes.
pub(super) fn populations(claim: &ClaimTable, words: &Vocabulary<'_>, faults: &mut Vec<Fault>) {
    if let Some(first) = claim.during.first().filter(|_| claim.populations.is_empty()) {
        faults.push(Fault::new(
            first.span(),
            "`during` says when populations have attributes of their own, and this claim has none",
            "add `populations`, or remove `during`",
        ));
    }
    for named in claim.populations.keys().chain(&claim.everybody) {
        note(population(named, words), faults);
    }
}

fn population(named: &Spanned<String>, words: &Vocabulary<'_>) -> Result<(), Fault> {
    let name = named.get_ref().as_str();
    let lists = LISTS.iter().filter_map(|list| words.class(list));
    let known: BTreeSet<&str> = lists.flat_map(|list| words.classes.meanings(list)).chain([OTHERS]).collect();
    if known.contains(name) {
        return Ok(());
    }
    let help = meant(name, known.into_iter()).map_or_else(
        || "add its words to the list `population`, as in `[words]` `nurses = \"nurse\"`".to_owned(),
        |meant| format!("did you mean \"{meant}\"?"),
    );
    Err(Fault::new(named.span(), format!("no word list says whom \"{name}\" counts"), help))
}
