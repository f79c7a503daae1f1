//! Names of whatever kind, known or not: runs of words with capital letters.
//!
//! ```text
//! proper = ["the"] word{1,4}                  the longest first
//! word   = capitalised, not a weekday or month, no word of grammar; at the start of a sentence one that has its capital
//!          elsewhere too
//! ```

use super::{
    field::Field,
    filling::{Fill, Places},
};
use crate::{
    rules::MOST_PROPER,
    text::{BlockKind, Case, Document, Token, TokenKind, WordClass},
};
use rustc_hash::FxHashSet;

/// Words that are in no such name, however they are written.
const NEVER: WordClass = WordClass::FUNCTION
    .union(WordClass::PREPOSITION)
    .union(WordClass::DETERMINER)
    .union(WordClass::PRONOUN)
    .union(WordClass::NEGATION)
    .union(WordClass::WEEKDAY)
    .union(WordClass::MONTH)
    .union(WordClass::HONORIFIC)
    .union(WordClass::CARDINAL)
    .union(WordClass::ORDINAL);

/// The words that a document writes with a capital letter inside of its sentences.
pub(super) type Capitals = FxHashSet<Box<str>>;

/// Adds the names that start at a token, with "the" before them or without, the longest first.
pub(super) fn names(at: usize, field: &Field<'_>, places: &mut Places) {
    let start = if field.is_the(at) { at + 1 } else { at };
    let last = field.tokens.end.min(start + usize::from(MOST_PROPER));
    let end = (start..last).find(|word| !is_of_a_name(*word, field)).unwrap_or(last);
    let is_opening = |at: usize| at == field.opening && at == start;
    let opens = is_opening(start) && end == start + 1;
    if end == start || opens && !stands_elsewhere(start, field) {
        return;
    }
    // A run is one name: "Unity" is none of "Unity Square".
    places.add(end, Fill::Words { from: start, to: end });
}

fn is_of_a_name(at: usize, field: &Field<'_>) -> bool {
    field.token(at).is_some_and(is_capitalised)
}

fn is_capitalised(token: &Token) -> bool {
    token.kind == TokenKind::Word
        && matches!(token.case, Case::Title | Case::Upper | Case::Mixed)
        && !token.is(NEVER)
}

/// Whether the word at a token stands with a capital letter inside of another sentence too.
fn stands_elsewhere(at: usize, field: &Field<'_>) -> bool {
    let document = field.document;
    let capitals = field.capitals.get_or_init(|| capitals(document));
    capitals.contains(document.text(document.tokens[at].span))
}

fn capitals(document: &Document<'_>) -> Capitals {
    let running =
        document.sentences.iter().filter(|sentence| document.kind_of(sentence) == BlockKind::Paragraph);
    let behind_first = running.flat_map(|sentence| &document.tokens[sentence.tokens.clone()][1..]);
    behind_first.filter(|token| is_capitalised(token)).map(|token| document.text(token.span).into()).collect()
}
