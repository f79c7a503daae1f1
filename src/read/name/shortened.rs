//! Persons whose full name nothing marks but whose last word stands alone elsewhere: "Jermayne Timmons ... Timmons said".
//!
//! Newspapers name a person in full once and by surname afterwards; teams, films and firms are shortened otherwise, or
//! take an article.

use super::{
    person::opens_sentence,
    run::{self, NEVER},
};
use crate::{
    claim::{Mention, MentionKind, Name, NameKind, Said},
    text::{Document, Token, TokenKind, Tokens, WordClass},
};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Endings of words that open a sentence and are no first names.
const NO_NAMES: &[&str] = &[
    "ly", "ed", "ing", "ers", "ors", "ies", "tion", "ment", "ous", "ful", "ive", "less", "able", "ness",
    "ists", "ants",
];

/// The persons that `mentions` lack, in order of place.
pub(in crate::read) fn shortened(document: &Document<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let mut full: Vec<(usize, Range<usize>, &str)> = Vec::new();
    let mut alone: Vec<&str> = Vec::new();
    let mut with_article: Vec<&str> = Vec::new();
    let mut next = 0;
    let mut covered = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            let token = &document.tokens[index];
            if token.kind != TokenKind::Word || !token.is_capitalised() || token.is(NEVER) {
                index += 1;
                continue;
            }
            while next < mentions.len() && mentions[next].tokens.start <= index {
                covered = covered.max(mentions[next].tokens.end);
                next += 1;
            }
            if index < covered {
                index = covered;
                continue;
            }
            let tokens = document.stretch(index..sentence.tokens.end);
            let run = run::run(tokens);
            let length = run.end_of(run.words()).max(1);
            let last = run.parts().last().map_or("", |part| tokens.text_of(&tokens.as_slice()[part.at]));
            let behind_article = tokens.behind(1).is_some_and(|before| before.is(WordClass::DETERMINER));
            let free = mentions.get(next).is_none_or(|mention| mention.tokens.start >= index + length);
            if behind_article {
                with_article.push(last);
            } else if run.words() == 1 && !run.compound {
                alone.push(last);
            } else if free && is_candidate(tokens, &run) {
                full.push((at, index..index + length, last));
            }
            index += length;
        }
    }
    // Most articles have no such name, and need no sets.
    if full.is_empty() {
        return Vec::new();
    }
    let (alone, with_article) = (set_of(alone), set_of(with_article));
    full.retain(|(_, _, last)| alone.contains(last) && !with_article.contains(last));
    full.into_iter()
        .map(|(sentence, tokens, _)| {
            let span = document.span_of(&tokens);
            let name = Name::plain(NameKind::Person, document.text(span));
            Mention { kind: MentionKind::Person, span, tokens, sentence, said: Said::Name(Box::new(name)) }
        })
        .collect()
}

fn set_of(words: Vec<&str>) -> FxHashSet<&str> {
    words.into_iter().collect()
}

/// Two or three words that are nothing else, the last one no ending of a team, place or firm.
fn is_candidate(tokens: Tokens<'_>, run: &run::Run) -> bool {
    let parts = run.parts();
    let named = WordClass::GIVEN_NAME.union(WordClass::FAMILY_NAME);
    let first = tokens.first().map_or("", |token: &Token| tokens.text_of(token));
    (2..=3).contains(&parts.len())
        && !run.compound
        && parts.iter().all(|part| part.unknown || part.initial || part.class.intersects(named))
        && !parts.iter().any(|part| {
            part.class
                .intersects(WordClass::ORGANIZATION | WordClass::PLACE_MARK | WordClass::ORGANIZATION_NAME)
        })
        && !(opens_sentence(tokens) && NO_NAMES.iter().any(|ending| first.ends_with(ending)))
        && run::style(tokens, run) == run::Style::Plain
}
