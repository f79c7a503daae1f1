//! The words around a value, reduced to stems: the evidence that two figures are of one thing.
//!
//! [`crate::align`] weighs the stems by how few claims of the story share them.

use crate::{
    claim::Claim,
    rules::{ClassId, RuleBook},
    text::{Case, Document, Token, TokenKind, WordClass, WordId, stem},
};
use rustc_hash::FxHashMap;
use std::{ops::Range, sync::Arc};

/// How many words before and behind the claim are looked at.
const REACH: usize = 14;

/// How many of them stand next to it.
const NEXT: usize = 4;

/// The longest stem that says nothing, in bytes.
const LONGEST_SILENT: usize = 2;

/// How far from it the names stand that tell its event from another.
const NAMES: usize = 10;

/// Gives each claim of a document the stems of the content words up to [`REACH`] tokens around it in its sentence, and of
/// those up to [`NEXT`] tokens, and of names up to [`NAMES`] tokens; each sorted, every stem once.
pub(super) fn surround(document: &Document<'_>, book: &RuleBook, claims: &mut [Claim]) {
    let around = |claim: &Claim, reach: usize| {
        let sentence = &document.sentences[claim.sentence_index].tokens;
        let tokens = &claim.tokens;
        tokens.start.saturating_sub(reach).max(sentence.start)..(tokens.end + reach).min(sentence.end)
    };
    let stems = Stems::of(document, book, claims.iter().map(|claim| around(claim, REACH)));
    let mut places = Vec::new();
    for claim in claims {
        let first = document.sentences[claim.sentence_index].tokens.start;
        let is_name = |at: usize| at > first && document.tokens[at].case != Case::Lower;
        claim.context = stems.among(around(claim, REACH), |_| true, &mut places);
        claim.near = stems.among(around(claim, NEXT), |_| true, &mut places);
        claim.near_names = stems.among(around(claim, NAMES), is_name, &mut places);
    }
}

/// The stems of a document's words around its claims, each made once: claims stand close together.
struct Stems {
    /// In the order of the alphabet, every stem once.
    sorted: Vec<Arc<str>>,
    /// By token, the place of its stem among them.
    by_token: Vec<Option<u32>>,
}

impl Stems {
    /// The stems of the content words of some stretches.
    fn of(document: &Document<'_>, book: &RuleBook, stretches: impl Iterator<Item = Range<usize>>) -> Self {
        let classes = [book.classes.find("alike"), book.classes.find("akin")];
        // Numbered as they come, then by the alphabet.
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut stems: Vec<(Arc<str>, u32)> = Vec::new();
        let mut by_token: Vec<Option<u32>> = vec![None; document.tokens.len()];
        for at in stretches.flatten() {
            let token = &document.tokens[at];
            if by_token[at].is_none() && is_content(token) {
                let number = *numbers.entry(document.text(token.span)).or_insert_with(|| {
                    let number = u32::try_from(stems.len()).unwrap_or(u32::MAX);
                    stems.push((stands_for(document, book, token, classes).into(), number));
                    number
                });
                by_token[at] = Some(number);
            }
        }
        stems.sort_unstable();
        let mut places: Vec<Option<u32>> = vec![None; stems.len()];
        let mut sorted: Vec<Arc<str>> = Vec::with_capacity(stems.len());
        for (stem, number) in stems.into_iter().filter(|(stem, _)| stem.len() > LONGEST_SILENT) {
            if sorted.last() != Some(&stem) {
                sorted.push(stem);
            }
            places[number as usize] = u32::try_from(sorted.len() - 1).ok();
        }
        by_token.iter_mut().for_each(|place| *place = place.and_then(|number| places[number as usize]));
        Self { sorted, by_token }
    }

    /// The stems of the wanted words among some tokens, sorted, every stem once; `places` is room to find them in.
    fn among(
        &self,
        tokens: Range<usize>,
        wanted: impl Fn(usize) -> bool,
        places: &mut Vec<u32>,
    ) -> Vec<Arc<str>> {
        places.clear();
        places.extend(tokens.filter(|at| wanted(*at)).filter_map(|at| self.by_token[at]));
        places.sort_unstable();
        places.dedup();
        places.iter().map(|place| Arc::clone(&self.sorted[*place as usize])).collect()
    }
}

/// What a word stands for: by the list of words that are alike, by that of words that name one fact, or else its stem.
pub(super) fn fact(document: &Document<'_>, book: &RuleBook, token: &Token) -> String {
    stands_for(document, book, token, [book.classes.find("alike"), book.classes.find("akin")])
}

fn stands_for(
    document: &Document<'_>,
    book: &RuleBook,
    token: &Token,
    classes: [Option<ClassId>; 2],
) -> String {
    let [same, akin] = classes;
    if let Some(word) = alike(token, same, book) {
        return word.to_owned();
    }
    let word = document.text(token.span);
    let of = |class| {
        of_plain_form(word, |form| {
            let (number, _) = book.lexicon.look_up(form.as_bytes());
            if number == WordId::UNKNOWN { None } else { book.classes.canonical(class, &[number]) }
        })
    };
    akin.and_then(of).map_or_else(|| stem(word), str::to_owned)
}

/// What is known of the first of the plain words that a word may be a form of, itself first.
fn of_plain_form<T>(word: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
    const ENDINGS: [(&str, &str); 9] = [
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("d", ""),
        ("ed", ""),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ings", ""),
    ];
    let lower = word.to_lowercase();
    let itself = known(&lower);
    // No other ending is any of these.
    if itself.is_some() || !lower.ends_with(['s', 'd', 'g']) {
        return itself;
    }
    let plain = ENDINGS.into_iter().find_map(|(ending, plain)| {
        let rest = lower.strip_suffix(ending).filter(|rest| rest.len() > 2)?;
        if plain.is_empty() { known(rest) } else { known(&format!("{rest}{plain}")) }
    });
    // "stopped" is of "stop".
    let doubled = || lower.strip_suffix("ed").or_else(|| lower.strip_suffix("ing")).and_then(undoubled_end);
    plain.or_else(|| doubled().and_then(known))
}

/// "stopp" without its last letter, where that is a consonant written twice.
fn undoubled_end(word: &str) -> Option<&str> {
    let bytes = word.as_bytes();
    let [.., a, b] = bytes else { return None };
    (a == b && b.is_ascii_alphabetic()).then(|| &word[..word.len() - 1])
}

/// What a word stands for by `class`, the list of words that are alike.
fn alike<'b>(token: &Token, class: Option<ClassId>, book: &'b RuleBook) -> Option<&'b str> {
    book.classes.at(class?, std::slice::from_ref(token)).next()?.1
}

/// What a word stands for where it names an attribute: by the list of words that are alike, or else its singular.
pub(super) fn key(document: &Document<'_>, book: &RuleBook, token: &Token) -> String {
    let word = document.text(token.span).to_lowercase();
    let named = alike(token, book.classes.find("alike"), book).or_else(|| singular(&word)).unwrap_or(&word);
    attribute(named)
}

/// The same of a word that says something; none where it stands in most news.
pub(super) fn telling_key(document: &Document<'_>, book: &RuleBook, token: &Token) -> Option<String> {
    (!book.is_in("common", token.word)).then(|| key(document, book, token))
}

/// A word in small letters without the ending of a plural; none where it has none.
pub(super) fn singular(word: &str) -> Option<&str> {
    word.strip_suffix('s').filter(|rest| rest.len() > 2 && !rest.ends_with(['s', 'u', 'i']))
}

/// A word as a part of an attribute's name, which has small letters and underscores only.
pub(super) fn attribute(word: &str) -> String {
    word.chars().map(|c| if c.is_ascii_lowercase() { c } else { '_' }).collect()
}

/// Classes of words that say nothing of what a sentence is about.
pub(super) const CLOSED: WordClass = WordClass::FUNCTION
    .union(WordClass::PREPOSITION)
    .union(WordClass::DETERMINER)
    .union(WordClass::PRONOUN)
    .union(WordClass::SPEECH)
    .union(WordClass::CARDINAL)
    .union(WordClass::ORDINAL)
    .union(WordClass::BOUND)
    .union(WordClass::MONTH)
    .union(WordClass::WEEKDAY)
    .union(WordClass::TIME_UNIT)
    .union(WordClass::FUTURE)
    .union(WordClass::POSSIBLE)
    .union(WordClass::NEGATION)
    .union(WordClass::HONORIFIC);

fn is_content(token: &Token) -> bool {
    token.kind == TokenKind::Word && !token.is(CLOSED)
}
