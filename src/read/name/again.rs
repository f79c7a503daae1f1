//! Names that only the rest of the article explains: surnames and first names of persons who were named in full, and
//! unknown places that were placed once.

use super::{person::opens_sentence, run::NEVER};
use crate::{
    claim::{Mention, MentionKind, Name, NameKind, Said},
    text::{Case, Document, Shapes, Token, TokenKind, Tokens, WordClass},
};
use rustc_hash::FxHashMap;

/// The further mentions of names of `mentions`, in order of place; places that turn out to be persons are changed.
pub(in crate::read) fn again(document: &Document<'_>, mentions: &mut [Mention]) -> Vec<Mention> {
    let known = known_words(document, mentions);
    if known.is_empty() {
        return Vec::new();
    }
    // Most words with a capital letter are none of these by their shape.
    let shapes = known.keys().fold(Shapes::NONE, |shapes, word| shapes.with(word));
    for mention in mentions.iter_mut() {
        reread(document, &known, mention);
    }
    let mut found = Vec::new();
    let mut covered = 0;
    let mut next = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        for index in sentence.tokens.clone() {
            let token = &document.tokens[index];
            if token.kind != TokenKind::Word || !is_name_case(token) || !shapes.admit_token(token) {
                continue;
            }
            while next < mentions.len() && mentions[next].tokens.start <= index {
                covered = covered.max(mentions[next].tokens.end);
                next += 1;
            }
            if index < covered {
                continue;
            }
            let written = document.text(token.span);
            let Some(&kind) = known.get(written) else { continue };
            let rest = document.stretch(index..sentence.tokens.end);
            if !stands_alone(rest, token) {
                continue;
            }
            let tokens = index - elided(document, sentence.tokens.start, index)..index + 1;
            let span = document.span_of(&tokens);
            found.push(Mention {
                kind: super::kind_of(kind),
                span,
                tokens,
                sentence: at,
                said: Said::Name(Box::new(Name::plain(kind, document.text(span)))),
            });
        }
    }
    found
}

/// How many tokens before `index` belong to its word: two where it is the latter part of "O'Brien".
fn elided(document: &Document<'_>, start: usize, index: usize) -> usize {
    let apostrophe = index >= start + 2
        && document.tokens[index].glued
        && document.tokens[index - 1].glued
        && matches!(document.text(document.tokens[index - 1].span), "'" | "\u{2019}")
        && document.tokens[index - 2].is_capitalised();
    if apostrophe { 2 } else { 0 }
}

/// The single words that stand for names read so far: of a person the last word and an unmistakable first one, of a
/// place a name of one word that the lexicon does not know.
fn known_words<'s>(document: &Document<'s>, mentions: &[Mention]) -> FxHashMap<&'s str, NameKind> {
    let barred =
        NEVER | WordClass::ORGANIZATION | WordClass::PLACE_MARK | WordClass::WEEKDAY | WordClass::MONTH;
    let mut last: Vec<&Token> = Vec::new();
    let mut places: Vec<&Token> = Vec::new();
    let mut first: Vec<&Token> = Vec::new();
    for mention in mentions {
        let words = || {
            document.tokens[mention.tokens.clone()].iter().filter(|token| {
                token.kind == TokenKind::Word
                    && is_name_case(token)
                    && token.span.len() > 2
                    && !token.is(barred)
            })
        };
        match mention.kind {
            MentionKind::Person => {
                last.extend(words().next_back());
                let opens = words().next().filter(|_| words().count() > 1);
                first.extend(opens.filter(|word| !word.is(WordClass::OFFICE | WordClass::VERB)));
            }
            MentionKind::Place if words().count() == 1 => places.extend(words().next()),
            _ => {}
        }
    }
    // A surname is surest; a first name that is also a place in this article stays a place.
    let persons = last.into_iter().map(|token| (token, NameKind::Person));
    let places = places.into_iter().map(|token| (token, NameKind::Place));
    let firsts = first.into_iter().map(|token| (token, NameKind::Person));
    let mut known = FxHashMap::default();
    for (token, kind) in persons.chain(places).chain(firsts) {
        known.entry(document.text(token.span)).or_insert(kind);
    }
    known
}

const fn is_name_case(token: &Token) -> bool {
    matches!(token.case, Case::Title | Case::Mixed)
}

/// "Jordan" is a person where the article has named one so, unless "in" stands before it.
fn reread(document: &Document<'_>, known: &FxHashMap<&str, NameKind>, mention: &mut Mention) {
    let other = matches!(mention.kind, MentionKind::Place | MentionKind::Organization | MentionKind::Title);
    let single = mention.tokens.len() == 1 && other;
    if !single || known.get(document.text(mention.span)) != Some(&NameKind::Person) {
        return;
    }
    let token = &document.tokens[mention.tokens.start];
    let located = mention.tokens.start.checked_sub(1).is_some_and(|before| {
        ["in", "near", "outside", "around", "across"].contains(&document.text(document.tokens[before].span))
    });
    let definite = mention
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|before| document.tokens[before].is(WordClass::DETERMINER));
    let named =
        token.is(WordClass::GIVEN_NAME | WordClass::FAMILY_NAME) || mention.kind == MentionKind::Title;
    if named && !located && !definite && is_name_case(token) {
        mention.kind = MentionKind::Person;
        mention.said = Said::Name(Box::new(Name::plain(NameKind::Person, document.text(mention.span))));
    }
}

/// Whether the word is no part of a longer run of capitalised words, and no capital at a sentence's start alone.
fn stands_alone(rest: Tokens<'_>, token: &Token) -> bool {
    let common = token.is(WordClass::VERB | WordClass::FUNCTION) && opens_sentence(rest);
    is_last(rest) && is_first(rest, token) && !common
}

/// Whether no name or word goes on behind the first token.
pub(super) fn is_last(rest: Tokens<'_>) -> bool {
    let followed = rest.nth(1).is_some_and(|next| !next.glued && is_name_word(next));
    let hyphened = rest.nth(1).is_some_and(|next| next.glued && rest.text_of(next) == "-");
    !followed && !hyphened
}

/// Whether no name or word that goes on in the first token stands before it.
pub(super) fn is_first(rest: Tokens<'_>, token: &Token) -> bool {
    let preceded = !token.glued && !opens_sentence(rest) && rest.behind(1).is_some_and(is_name_word);
    let latter = token.glued
        && rest.behind(1).is_some_and(|mark| matches!(rest.text_of(mark), "-" | "\u{2010}" | "\u{2011}"));
    !preceded && !latter
}

/// Whether a word beside a name can be part of it.
fn is_name_word(other: &Token) -> bool {
    other.kind == TokenKind::Word
        && other.is_capitalised()
        && !other.is(NEVER
            | WordClass::WEEKDAY
            | WordClass::MONTH
            | WordClass::HONORIFIC
            | WordClass::OFFICE
            | WordClass::DEMONYM)
}
