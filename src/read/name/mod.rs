//! Names of persons, places, organisations and offices.
//!
//! ```text
//! name = title | organization | place | person      the longest wins, in this order where equally long
//! ```
//!
//! Only words with a capital letter, and the words of titles, start anything. What a name stands for is settled in
//! [`crate::resolve`]; persons that only what stands around them shows are found by [`stranger`], surnames and short
//! forms later in the article by [`again`], those of organisations by [`introduced`].

pub(super) mod again;
mod evidence;
pub(super) mod introduced;
mod kind;
mod organization;
mod person;
mod place;
mod run;
pub(super) mod stranger;
mod title;
mod words;

pub(super) use run::NEVER;

use super::{Found, Setting};
use crate::{
    claim::{Mention, MentionKind, Name, NameKind, Said},
    rules::{Gazetteer, Known},
    text::{Document, Token, TokenKind, Tokens, WordClass},
};
use nom::IResult;
use run::StyleAround;

/// The classes that a name can start at, besides any word with a capital letter.
pub(super) const STARTS: WordClass =
    WordClass::OFFICE.union(WordClass::TITLE_PART).union(WordClass::PARTICLE);

/// The words that name grammars dispatch on.
pub(super) const fn words() -> &'static [&'static [(&'static str, WordClass)]] {
    words::TABLES
}

/// What a production took, with the name that it reads.
type Read<'a> = IResult<Tokens<'a>, Name>;

/// Whether a word can open a name: what is never part of one does so only where the gazetteer may have it, or in a title.
#[inline]
pub(super) const fn may_open(word: &Token) -> bool {
    !word.is(run::NEVER) || word.is(title::OPENS)
}

/// Reads a name that starts at the first token.
pub(super) fn read<'a>(tokens: Tokens<'a>, setting: &Setting<'a>) -> Option<Found> {
    let first = tokens.first()?;
    if !may_open(first) || is_inside_a_word(tokens) {
        return None;
    }
    let gazetteer = &setting.book.gazetteer;
    let mut best: Option<(Tokens<'a>, Name)> = None;
    let mut consider = |read: Read<'a>| {
        if let Ok((rest, name)) = read
            && best.as_ref().is_none_or(|(longest, _)| rest.index() > longest.index())
        {
            best = Some((rest, name));
        }
    };
    let is_name_word = first.is_capitalised() || first.is(WordClass::PARTICLE);
    let name = if is_name_word { gazetteer.name_at(&tokens) } else { None };
    consider(title::title(tokens, name, gazetteer));
    // What is never part of a name opens one only where the gazetteer has it so.
    if is_name_word && (name.is_some() || !first.is(run::NEVER)) {
        let run = run::run(tokens);
        let style = StyleAround::of(tokens, &run);
        consider(organization::organization(tokens, &run, &style, name, gazetteer));
        consider(kind::by_kind(tokens, &run, &style, name));
        consider(place::place(tokens, &run, &style, name, gazetteer));
        consider(person::person(tokens, &run, &style, setting.document));
    }
    let (rest, name) = best?;
    Some(Found {
        tokens: rest.index() - tokens.index(),
        kind: kind_of(name.kind),
        said: Said::Name(Box::new(name)),
    })
}

/// The first organisation of the gazetteer that a title names.
pub(super) fn owner_within(
    title: &Mention,
    document: &Document<'_>,
    gazetteer: &Gazetteer,
) -> Option<Mention> {
    title.tokens.clone().find_map(|at| {
        let rest = document.stretch(at..title.tokens.end);
        let known = gazetteer.name_at(&rest).filter(|_| document.tokens[at].is_capitalised())?;
        let Known::Organization(index) = known.known else { return None };
        let tokens = at..at + known.tokens;
        let span = document.span_of(&tokens);
        let canonical = gazetteer.organization(index).to_owned();
        let name = Name { canonical, ..Name::plain(NameKind::Organization, document.text(span)) };
        let said = Said::Name(Box::new(name));
        Some(Mention { kind: MentionKind::Organization, span, tokens, sentence: title.sentence, said })
    })
}

/// The kind of mention that a kind of name makes.
const fn kind_of(kind: NameKind) -> MentionKind {
    match kind {
        NameKind::Person => MentionKind::Person,
        NameKind::Place => MentionKind::Place,
        NameKind::Organization => MentionKind::Organization,
        NameKind::Title => MentionKind::Title,
    }
}

/// The latter part of "pre-Columbian" starts no name, that of "Russia-Ukraine" does.
fn is_inside_a_word(tokens: Tokens<'_>) -> bool {
    let glued = tokens.first().is_some_and(|first| first.glued);
    glued
        && tokens.behind(1).is_some_and(|mark| {
            matches!(tokens.text_of(mark), "-" | "\u{2010}" | "\u{2011}")
                && tokens.behind(2).is_some_and(|word| word.kind == TokenKind::Word && !word.is_capitalised())
        })
}
