//! Finds names that a story spells in two ways, wherever they stand in running text, and claims each spelling.
//!
//! A misprint is told from another name by its company: the word next to it in the name, the other words of a longer name,
//! or, for a word that stands alone, that nobody knows it and that it comes once, or that it is a surname of nobody.
//! House style, accents and transliterations are no difference. Next in the flow: [`crate::align`].

mod abbreviation;
mod company;
mod ear;
mod given;
mod names;
mod near;
mod phrases;
mod surname;

use crate::{
    claim::{Claim, Name, NameKind, SPELLING, Value},
    rules::{Compare, RuleBook},
    text::{Document, Token, TokenKind, WordClass},
};
use names::{Names, Place};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// A name in two spellings, with the places of each: the commoner first.
struct Variant {
    spellings: [Vec<Place>; 2],
    /// The words in which they differ, by number, where they do not differ in small words alone.
    words: Option<[u32; 2]>,
}

/// A claim of each source for each spelling that it gives a name which the story spells in two ways.
///
/// The claims come in no order; their subject is the commoner spelling.
#[must_use]
pub fn variants(documents: &[&Document<'_>], book: &RuleBook) -> Vec<Claim> {
    let Some(rule) = book.rules.iter().position(|rule| matches!(rule.compare, Compare::Spelling)) else {
        return Vec::new();
    };
    let names = Names::of(documents, book);
    let pairs = near::pairs(&names);
    let mut found = company::variants(&names, &pairs, book);
    found.extend(given::variants(&names, documents, book));
    found.extend(surname::variants(&names, &pairs, documents));
    let ordinary = ordinary(&found, &names, documents);
    found.retain(|one| one.words.iter().flatten().all(|word| !ordinary.contains(word)));
    found.extend(phrases::variants(&names, documents));
    found.retain(|one| !is_gloss(one, &names, documents) && !is_of_several(one, &names, documents));
    // A slip is shown once, against what it most likely stands for.
    let (mut slips, mut pairs) = (BTreeSet::new(), BTreeSet::new());
    found.retain(|one| {
        one.words.is_none_or(|[common, rare]| {
            pairs.insert((common.min(rare), common.max(rare))) && slips.insert(rare)
        })
    });
    found.iter().flat_map(|one| claims(one, &names, documents, rule)).collect()
}

/// Those of the words in question that the story also writes small: beside "a manual" a "Manual" is a word of its own.
fn ordinary(found: &[Variant], names: &Names<'_>, documents: &[&Document<'_>]) -> FxHashSet<u32> {
    let asked: FxHashSet<u32> = found.iter().filter_map(|one| one.words).flatten().collect();
    if asked.is_empty() {
        return asked;
    }
    let small = |document: &Document<'_>| -> Vec<u32> {
        let written = document.tokens.iter().filter(|token| token.span.len() > 3 && !token.is_capitalised());
        written.filter_map(|token| names.number(document.text(token.span))).collect()
    };
    documents.iter().flat_map(|document| small(document)).filter(|word| asked.contains(word)).collect()
}

/// Whether one of the spellings stands in brackets behind the other somewhere, or behind a "not": the writer knows both.
fn is_gloss(variant: &Variant, names: &Names<'_>, documents: &[&Document<'_>]) -> bool {
    let [common, rare] = &variant.spellings;
    let follows = |first: &Place, second: &Place| {
        let source = names.run(first).source;
        let (before, behind) = (names.tokens(first), names.tokens(second));
        let opens = |at: usize| documents[source].text(documents[source].tokens[at].span) == "(";
        names.run(second).source == source && behind.start == before.end + 1 && opens(before.end)
    };
    let is_denied = |place: &Place| {
        let document = documents[names.run(place).source];
        let before = names.tokens(place).start.checked_sub(1);
        before.is_some_and(|at| document.spells(&document.tokens[at], "not"))
    };
    rare.iter()
        .any(|one| is_denied(one) || common.iter().any(|other| follows(one, other) || follows(other, one)))
}

/// Whether the rarer spelling is a plural that speaks of several: "forty Medals of Honour", "the Departments of Health
/// and Labour".
fn is_of_several(variant: &Variant, names: &Names<'_>, documents: &[&Document<'_>]) -> bool {
    const MORE: [&str; 6] = ["more", "many", "several", "few", "both", "all"];
    let Some([common, rare]) =
        variant.words.map(|words| words.map(|word| &names.words[word as usize].folded))
    else {
        return false;
    };
    let says_several = |place: &Place| {
        let document = documents[names.run(place).source];
        let (tokens, name) = (&document.tokens, names.tokens(place));
        let counts = |at: usize| {
            tokens[at].is(WordClass::CARDINAL)
                || tokens[at].kind == TokenKind::Number
                || MORE.iter().any(|word| document.spells(&tokens[at], word))
        };
        let mut behind = names.words_of(place).skip_while(|word| word.folded != *rare).skip(1);
        let is_and = tokens.get(name.end).is_some_and(|next| document.spells(next, "and"));
        name.start.checked_sub(1).is_some_and(counts)
            || is_and
                && behind.next().is_some_and(|word| word.folded == "of")
                && tokens.get(name.end + 1).is_some_and(Token::is_capitalised)
    };
    rare.strip_suffix('s') == Some(common) && variant.spellings[1].iter().all(says_several)
}

/// The claims of a variant: of each source and spelling the first place.
fn claims<'v>(
    variant: &'v Variant,
    names: &'v Names<'v>,
    documents: &'v [&Document<'_>],
    rule: usize,
) -> impl Iterator<Item = Claim> + 'v {
    let subject = variant.spellings[0].first().map(|place| names.written(place, documents));
    variant.spellings.iter().flat_map(move |places| {
        let mut sources = BTreeSet::new();
        let firsts = places.iter().filter(move |place| sources.insert(names.run(place).source));
        let subject = subject.clone();
        firsts.map(move |place| claim(place, subject.clone(), names, documents, rule))
    })
}

fn claim(
    place: &Place,
    subject: Option<String>,
    names: &Names<'_>,
    documents: &[&Document<'_>],
    rule: usize,
) -> Claim {
    let run = names.run(place);
    let document = documents[run.source];
    let tokens = names.tokens(place);
    let is_person = names.words_of(place).any(|word| word.class.intersects(WordClass::GIVEN_NAME));
    let kind = if is_person { NameKind::Person } else { NameKind::Organization };
    let display = names.written(place, documents);
    let name = Name { canonical: names.folded(place), ..Name::plain(kind, &display) };
    let words = Claim::of_words(document, run.source, run.sentence, tokens, Value::Name(name));
    Claim { rule, attribute: SPELLING.to_owned(), subject, display, ..words }
}
