//! Organisations under the shorter names that only the article explains.
//!
//! ```text
//! introduced = letters                                 "CWF", where one "CWF" was told to be an organisation
//!            | organization "(" letters ")"             "the Corvana Workers' Front (CWF)", then "CWF"
//!            | letters "(" organization ")"             "CWF (Corvana Workers' Front)"
//!            | the first words of a company's name      "Corvana International Inc", then "Corvana"
//!            | the first word of a party's               "Corvana Party", then "Corvana"
//!            | the word before a place in a club's       "Torvik London", then "Torvik"
//!            | the last word of a team's behind a place  "the Springfield Kestrels", then "the Kestrels"
//! ```
//!
//! Each stands for the full name wherever it stands alone. Persons' names come first: see [`super::again`].

use super::{
    again::{is_first, is_last},
    kind::is_adjective,
    person::opens_sentence,
    run::NEVER,
};
use crate::{
    claim::{Mention, MentionKind, Name, NameKind, Said},
    text::{Case, Document, Shapes, Token, TokenKind, Tokens, WordClass, WordId},
};
use rustc_hash::FxHashMap;

/// The most shorter names that start with one word.
const MOST_ALIKE: usize = 4;

/// The most words of a shorter name.
const MOST_WORDS: usize = 4;

/// The lengths of letters that stand for a name.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// A shorter name of an organisation.
struct Short<'s> {
    /// Its words behind the first.
    more: Vec<&'s str>,
    /// Whether it is one word and no abbreviation: at a sentence's start it may be any word.
    word: bool,
    /// Whether it is an ordinary word, a place's or a given name: at a sentence's start it is that.
    ordinary: bool,
    /// Whether "the" or another's name stands before it.
    definite: bool,
    full: &'s str,
}

/// The further mentions of the organisations of `mentions`, in order of place.
pub(in crate::read) fn introduced(document: &Document<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let known = shorter_names(document, mentions);
    if known.is_empty() {
        return Vec::new();
    }
    let shapes = known.keys().fold(Shapes::NONE, |shapes, word| shapes.with(word));
    let mut found = Vec::new();
    let mut covered = 0;
    let mut next = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        for index in sentence.tokens.clone() {
            let token = &document.tokens[index];
            while next < mentions.len() && mentions[next].tokens.start <= index {
                covered = covered.max(mentions[next].tokens.end);
                next += 1;
            }
            if index < covered || !is_name(token) || !shapes.admit_token(token) {
                continue;
            }
            let free = mentions.get(next).map_or(usize::MAX, |mention| mention.tokens.start);
            let rest = document.stretch(index..sentence.tokens.end.min(free));
            let Some(shorts) = known.get(document.text(token.span)) else { continue };
            let Some((words, short)) = meant(rest, document.stretch(index..sentence.tokens.end), shorts)
            else {
                continue;
            };
            let tokens = index..index + words;
            let span = document.span_of(&tokens);
            covered = tokens.end;
            let written = document.text(span).to_owned();
            let name =
                Name { canonical: short.full.to_owned(), ..Name::plain(NameKind::Organization, &written) };
            found.push(Mention {
                kind: MentionKind::Organization,
                span,
                tokens,
                sentence: at,
                said: Said::Name(Box::new(name)),
            });
        }
    }
    found
}

/// The shorter names that the mentions give, by first word; where two names share one, neither is meant by it alone.
fn shorter_names<'s>(
    document: &'s Document<'s>,
    mentions: &'s [Mention],
) -> FxHashMap<&'s str, Vec<Short<'s>>> {
    let mut known: FxHashMap<&str, Vec<Short<'_>>> = FxHashMap::default();
    for mention in mentions {
        let (MentionKind::Organization, Said::Name(name)) = (mention.kind, &mention.said) else { continue };
        let full = name.canonical.as_str();
        let letters = letters_of(document, mention).or_else(|| bare_letters(document, mention));
        if let Some(letters) = letters {
            add(
                &mut known,
                letters,
                Short { more: Vec::new(), word: false, ordinary: false, definite: false, full },
            );
        }
        for short in first_words(document, mention, full)
            .into_iter()
            .chain(before_place(document, mention, full))
            .chain(before_party(document, mention, full))
            .chain(last_word(document, mention, full))
        {
            let (first, short) = short;
            add(&mut known, first, short);
        }
    }
    known
}

fn add<'s>(known: &mut FxHashMap<&'s str, Vec<Short<'s>>>, first: &'s str, short: Short<'s>) {
    let shorts = known.entry(first).or_default();
    if shorts.len() < MOST_ALIKE && !shorts.iter().any(|other| other.more == short.more) {
        shorts.push(short);
    }
}

/// The letters in brackets behind a name, or before it where the name stands in brackets.
fn letters_of<'s>(document: &'s Document<'s>, mention: &Mention) -> Option<&'s str> {
    let text_at = |at: usize| document.tokens.get(at).map(|token| document.text(token.span));
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let behind = text_at(end) == Some("(") && text_at(end + 2) == Some(")");
    let before = start > 1 && text_at(start - 1) == Some("(") && text_at(end) == Some(")");
    let at = if behind {
        end + 1
    } else if before {
        start - 2
    } else {
        return None;
    };
    let token = document.tokens.get(at)?;
    let letters = document.text(token.span);
    let capitals = token.kind == TokenKind::Word
        && token.case == Case::Upper
        && LETTERS.contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && !token.is(WordClass::PLACE_NAME | WordClass::CURRENCY | WordClass::CLOCK);
    let spelt = spells(letters, document.text(mention.span));
    (capitals && (spelt || behind && letters.len() > 2 && token.word == WordId::UNKNOWN)).then_some(letters)
}

/// The letters that are the whole name.
fn bare_letters<'s>(document: &'s Document<'s>, mention: &Mention) -> Option<&'s str> {
    let [letters] = &document.tokens[mention.tokens.clone()] else { return None };
    (letters.word == WordId::UNKNOWN && letters.case == Case::Upper && letters.span.len() > 2)
        .then(|| document.text(letters.span))
}

/// Whether the letters stand in a name in their order, the first of them as a word's first.
fn spells(letters: &str, name: &str) -> bool {
    let mut rest = name.chars().flat_map(char::to_uppercase);
    let opens = name.split([' ', '-']).any(|word| word.starts_with(|first| letters.starts_with(first)));
    opens && letters.chars().all(|letter| rest.any(|other| other == letter))
}

/// The first words of a company's name: one where the lexicon does not know it, several however they are.
fn first_words<'s>(
    document: &'s Document<'s>,
    mention: &Mention,
    full: &'s str,
) -> Vec<(&'s str, Short<'s>)> {
    let tokens = &document.tokens[mention.tokens.clone()];
    let Some(mark) = tokens.iter().position(|token| token.is(WordClass::COMPANY)) else { return Vec::new() };
    let words: Vec<&Token> =
        tokens[..mark].iter().take_while(|token| is_name(token) && !token.glued).collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return Vec::new();
    }
    let text = |token: &Token| document.text(token.span);
    let first = text(words[0]);
    let mut shorts = Vec::new();
    if can_tell(words[0]) {
        let ordinary = !is_telling(words[0]);
        shorts.push((first, Short { more: Vec::new(), word: true, ordinary, definite: false, full }));
    }
    for count in 2..=words.len() {
        let more = words[1..count].iter().map(|token| text(token)).collect();
        shorts.push((first, Short { more, word: false, ordinary: false, definite: false, full }));
    }
    shorts
}

/// "Torvik" of "Torvik London".
fn before_place<'s>(
    document: &'s Document<'s>,
    mention: &Mention,
    full: &'s str,
) -> Option<(&'s str, Short<'s>)> {
    let [first, place] = &document.tokens[mention.tokens.clone()] else { return None };
    let club = is_name(first)
        && can_tell(first)
        && place.is(WordClass::PLACE_NAME)
        && !place.is(WordClass::ORGANIZATION)
        && !place.glued;
    let ordinary = !is_telling(first);
    let short = Short { more: Vec::new(), word: true, ordinary, definite: false, full };
    club.then(|| (document.text(first.span), short))
}

/// "Corvana" of "Corvana Party", no "Socialist".
fn before_party<'s>(
    document: &'s Document<'s>,
    mention: &Mention,
    full: &'s str,
) -> Option<(&'s str, Short<'s>)> {
    let [first, party] = &document.tokens[mention.tokens.clone()] else { return None };
    let written = document.text(first.span);
    let named =
        is_name(first) && can_tell(first) && document.text(party.span) == "Party" && !is_adjective(written);
    let ordinary = !is_telling(first);
    named.then(|| (written, Short { more: Vec::new(), word: true, ordinary, definite: false, full }))
}

/// "Kestrels" of "Springfield Kestrels".
fn last_word<'s>(
    document: &'s Document<'s>,
    mention: &Mention,
    full: &'s str,
) -> Option<(&'s str, Short<'s>)> {
    let tokens = &document.tokens[mention.tokens.clone()];
    let (first, last) = (tokens.first()?, tokens.last()?);
    let written = document.text(last.span);
    let team = tokens.len() > 1
        && first.is(WordClass::PLACE)
        && is_name(last)
        && !last.is(WordClass::ORGANIZATION)
        && written.ends_with('s');
    team.then(|| (written, Short { more: Vec::new(), word: true, ordinary: true, definite: true, full }))
}

fn is_name(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.is_capitalised() && token.span.len() > 1
}

/// Whether a word by itself can stand for a company in its article.
fn can_tell(token: &Token) -> bool {
    let barred = NEVER
        | WordClass::ORGANIZATION
        | WordClass::PLACE_MARK
        | WordClass::DEMONYM
        | WordClass::OFFICE
        | WordClass::TITLE_PART
        | WordClass::HONORIFIC
        | WordClass::ORDINAL
        | WordClass::CARDINAL
        | WordClass::WEEKDAY
        | WordClass::MONTH
        | WordClass::PEOPLE;
    token.span.len() > 2 && !token.is(barred)
}

/// Whether such a word is no ordinary word, person or place.
fn is_telling(token: &Token) -> bool {
    let ordinary = WordClass::PLACE_NAME
        | WordClass::GIVEN_NAME
        | WordClass::VERB
        | WordClass::NOUN
        | WordClass::ADJECTIVE;
    !token.is(ordinary)
}

/// The longest of some shorter names that stands at the start of `free`, with how many tokens it takes.
fn meant<'n, 's>(
    free: Tokens<'_>,
    rest: Tokens<'_>,
    shorts: &'n [Short<'s>],
) -> Option<(usize, &'n Short<'s>)> {
    let stands = |short: &&Short<'s>| {
        short.more.iter().enumerate().all(|(n, word)| {
            free.nth(n + 1).is_some_and(|token| !token.glued && free.text_of(token) == *word)
        })
    };
    let short = shorts.iter().filter(stands).max_by_key(|short| short.more.len())?;
    let first = rest.first()?;
    let words = 1 + short.more.len();
    let alone = is_last(rest.skip(words - 1)) && is_first(rest, first);
    let told = !short.word || !opens_sentence(rest) || !short.ordinary && acts(rest.skip(1));
    let definite = !short.definite
        || rest
            .behind(1)
            .is_some_and(|before| before.is(WordClass::DETERMINER) || before.kind == TokenKind::Clitic);
    (alone && told && definite).then_some((words, short))
}

/// Whether a verb or a possessive stands next, so that the word before it is somebody.
fn acts(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|next| {
        next.kind == TokenKind::Clitic
            || next.is(WordClass::SPEECH
                | WordClass::VERB
                | WordClass::PAST
                | WordClass::PRESENT
                | WordClass::FUTURE)
    }) || rest.first_among(&["is", "are", "was", "were", "has", "have", "had", "also"])
}
