//! Titles: offices and professions, beside a name or standing for their holder.
//!
//! ```text
//! title  = [owner] (part | office)* office [of]         "U.S. Treasury Secretary", "former president"
//!        | part owner (part | office)* office [of]      "former Mexican President", "ex-FBI director"
//! owner  = place | people | organisation                "Kremlin", "Russian", "White House"
//! part   = "former", "special", "deputy" ...
//! of     = "of" (a listed field | "the"? place)         "secretary of state", "governor of Florida"
//! ```
//!
//! An office is read where a name follows, where it stands beside a name in apposition, behind "the", and with a capital
//! letter or an owner; a profession only beside a name.

use super::{
    Read,
    person::opens_sentence,
    run::{NEVER, nothing},
};
use crate::{
    claim::{Name, NameKind},
    rules::{Gazetteer, Known, KnownName},
    text::{Token, TokenKind, Tokens, WordClass},
};

/// The most tokens of the parts and offices of one title.
const MOST: usize = 8;

/// The classes of the words that a title or its owner opens with.
pub(super) const OPENS: WordClass = WordClass::OFFICE
    .union(WordClass::TITLE_PART)
    .union(WordClass::PLACE)
    .union(WordClass::DEMONYM)
    .union(WordClass::KNOWN_ORGANIZATION);

/// The parts and offices of a title without its owner.
struct Office {
    /// The offset behind the last office.
    end: usize,
    /// Whether the last office stands for its holder.
    stands_alone: bool,
    /// Whether one of its words has a capital letter that no sentence's start explains.
    capital: bool,
    /// The form that is compared.
    canonical: String,
}

/// title; `name` is what the gazetteer knows at the first token, where that has a capital letter.
pub(super) fn title<'a>(tokens: Tokens<'a>, name: Option<KnownName>, gazetteer: &Gazetteer) -> Read<'a> {
    if !tokens.ahead(WordClass::OFFICE | WordClass::TITLE_PART) || !tokens.first_in(OPENS) {
        return nothing(tokens);
    }
    let (owner, holder) = owner(tokens, name, gazetteer);
    let rest = tokens.skip(owner);
    // Behind its owner a title starts at once, and none does without an office.
    if !rest.first_in(WordClass::OFFICE | WordClass::TITLE_PART) || !rest.ahead(WordClass::OFFICE) {
        return nothing(tokens);
    }
    let Some((office, inner)) = office(rest, owner == 0 && opens_sentence(tokens), gazetteer) else {
        return nothing(tokens);
    };
    let mut behind = rest.skip(office.end);
    let mut canonical = office.canonical.clone();
    let mut within: Vec<String> = holder.or(inner).map(str::to_owned).into_iter().collect();
    let definite = tokens.behind(1).is_some_and(|before| before.is(WordClass::DETERMINER));
    let is_read = |behind: Tokens<'_>| {
        name_follows(behind)
            || is_apposition(tokens, behind)
            || office.stands_alone && (definite || office.capital || owner > 0 || inner.is_some())
    };
    // "president of Harlow Foods in Leeds": where the words behind do not end what stands beside the name, the office does.
    if let Some((length, place)) = of(behind, gazetteer)
        && (is_read(behind.skip(length)) || !is_read(behind))
    {
        let field = behind.until(&behind.skip(length));
        if place.is_empty() {
            canonical.push(' ');
            canonical.push_str(&field.text().to_lowercase());
        } else {
            within = vec![place];
        }
        behind = behind.skip(length);
    }
    let named = name_follows(behind);
    let read = is_read(behind);
    let office_of_it = behind.first().is_some_and(|clitic| clitic.kind == TokenKind::Clitic)
        && ["office", "department", "deputies", "detectives"]
            .iter()
            .any(|word| behind.skip(1).first_is(word));
    let shouted = tokens.as_slice()[..behind.index() - tokens.index()]
        .iter()
        .all(|token| token.kind != TokenKind::Word || token.case == crate::text::Case::Upper);
    if !read || office_of_it || shouted && !named && !definite {
        return nothing(tokens);
    }
    let written = tokens.until(&behind).text().to_owned();
    Ok((behind, Name { kind: NameKind::Title, written, canonical, within }))
}

/// owner: how many tokens it takes and what it is.
fn owner<'g>(
    tokens: Tokens<'_>,
    name: Option<KnownName>,
    gazetteer: &'g Gazetteer,
) -> (usize, Option<&'g str>) {
    let Some(first) = tokens.first().filter(|first| first.is_capitalised()) else { return (0, None) };
    if let Some(name) = name {
        let owner = match name.known {
            Known::Place(id) => &*gazetteer.place(id).canonical,
            Known::Organization(index) => gazetteer.organization(index),
        };
        let next = tokens.nth(name.tokens);
        let clitic = usize::from(
            next.is_some_and(|next| next.kind == TokenKind::Clitic && next.is(WordClass::empty())),
        );
        return (name.tokens + clitic, Some(owner));
    }
    if first.is(WordClass::DEMONYM) {
        let length = if tokens.spells(first, "north") || tokens.spells(first, "south") { 2 } else { 1 };
        let people = tokens.until(&tokens.skip(length)).text();
        if let Some(id) = gazetteer.country_of(people) {
            return (length, Some(&*gazetteer.place(id).canonical));
        }
    }
    (0, None)
}

/// The capitals of an owner that no gazetteer knows: "former Harlow Gazette editor".
fn unknown_owner(tokens: Tokens<'_>) -> Option<(usize, Option<&'static str>)> {
    const LONGEST: usize = 3;
    let is_name = |at: &usize| {
        let barred =
            NEVER | WordClass::OFFICE | if *at == 0 { WordClass::TITLE_PART } else { WordClass::empty() };
        tokens
            .nth(*at)
            .is_some_and(|word| word.kind == TokenKind::Word && word.is_capitalised() && !word.is(barred))
    };
    let length = (0..LONGEST).take_while(is_name).count();
    let office = tokens.nth(length).is_some_and(|next| next.is(WordClass::OFFICE) && !next.glued);
    (length > 0 && office).then_some((length, None))
}

/// (part | office)* office, and the owner that stands behind its first part.
fn office<'g>(
    tokens: Tokens<'_>,
    opens_sentence: bool,
    gazetteer: &'g Gazetteer,
) -> Option<(Office, Option<&'g str>)> {
    let mut found: Option<(Office, usize)> = None;
    let mut holder = None;
    let mut parts = [None; MOST];
    let mut count = 0;
    let mut capital = false;
    let mut at = 0;
    while at < MOST {
        let Some(token) = tokens.nth(at) else { break };
        if is_mark_between(tokens, token, at) {
            at += 1;
            continue;
        }
        // "former Mexican President", "former New York City mayor"
        if at > 0 && holder.is_none() && tokens.nth(at - 1).is_some_and(|part| part.is(WordClass::TITLE_PART))
        {
            let rest = tokens.skip(at + usize::from(tokens.text_of(token) == "-"));
            let owners = [gazetteer.name_at(&rest), None].map(|name| owner(rest, name, gazetteer));
            let office = WordClass::OFFICE | WordClass::TITLE_PART;
            let named = |&(length, _): &(usize, _)| {
                length > 0 && rest.nth(length).is_some_and(|next| next.is(office))
            };
            if let Some((length, owner)) = owners.into_iter().find(named).or_else(|| unknown_owner(rest)) {
                holder = owner;
                at = rest.index() - tokens.index() + length;
                continue;
            }
        }
        if token.kind != TokenKind::Word
            || !token.is(WordClass::OFFICE | WordClass::TITLE_PART)
            || at > 0 && token.glued && !follows_hyphen(tokens, at)
        {
            break;
        }
        capital |= token.is_capitalised() && !(opens_sentence && at == 0);
        parts[count] = Some(token);
        count += 1;
        at += 1;
        if token.is(WordClass::OFFICE) {
            let point = tokens.nth(at).is_some_and(|next| next.glued && tokens.text_of(next) == ".")
                && token.is_capitalised()
                && token.span.len() < 6
                && !gazetteer.is_office(token.word);
            at += usize::from(point);
            let stands_alone = gazetteer.is_office(token.word);
            found = Some((Office { end: at, stands_alone, capital, canonical: String::new() }, count));
        }
    }
    let (office, count) = found?;
    let canonical = form_of(tokens, parts[..count].iter().flatten(), gazetteer);
    let office = Office { canonical, ..office };
    // "president-elect" is an office of its own; "president-led" is none at all.
    let office = match (tokens.nth(office.end), tokens.nth(office.end + 1)) {
        (Some(hyphen), Some(word)) if hyphen.glued && tokens.text_of(hyphen) == "-" && word.glued => {
            (tokens.text_of(word) == "elect").then(|| Office {
                end: office.end + 2,
                canonical: format!("{}-elect", office.canonical),
                ..office
            })
        }
        (Some(next), _) if next.kind == TokenKind::Word && next.glued => None,
        (Some(_) | None, _) => Some(office),
    };
    office.map(|office| (office, holder))
}

/// The form of some parts and offices that is compared.
fn form_of<'a>(
    tokens: Tokens<'_>,
    parts: impl Iterator<Item = &'a &'a Token>,
    gazetteer: &Gazetteer,
) -> String {
    let mut form = String::new();
    for part in parts {
        if !form.is_empty() {
            form.push(' ');
        }
        match gazetteer.office(part.word) {
            Some(known) => form.push_str(known),
            None => form.push_str(&tokens.text_of(part).to_lowercase()),
        }
    }
    form
}

/// The hyphen of "vice-president" and "ex-minister".
fn is_mark_between(tokens: Tokens<'_>, token: &Token, at: usize) -> bool {
    at > 0
        && token.glued
        && tokens.text_of(token) == "-"
        && tokens
            .nth(at + 1)
            .is_some_and(|next| next.glued && next.is(WordClass::OFFICE | WordClass::TITLE_PART))
}

fn follows_hyphen(tokens: Tokens<'_>, at: usize) -> bool {
    at > 0 && tokens.nth(at - 1).is_some_and(|before| tokens.text_of(before) == "-")
}

/// of: how many tokens, and the place that it names.
fn of(tokens: Tokens<'_>, gazetteer: &Gazetteer) -> Option<(usize, String)> {
    if !tokens.first_is("of") {
        return None;
    }
    for field in gazetteer.office_of() {
        let words = field.split(' ').count();
        let stretch = tokens.skip(1);
        if field.split(' ').enumerate().all(|(n, word)| stretch.skip(n).first_is(word)) {
            return Some((1 + words, String::new()));
        }
    }
    let the = usize::from(tokens.skip(1).first_is("the"));
    let at = tokens.skip(1 + the);
    let name = gazetteer.name_at(&at).filter(|_| at.first().is_some_and(|first| first.is_capitalised()))?;
    let owner = match name.known {
        Known::Place(id) => gazetteer.place(id).canonical.to_string(),
        Known::Organization(index) => gazetteer.organization(index).to_owned(),
    };
    Some((1 + the + name.tokens, owner))
}

/// Whether a person's name can start here.
fn name_follows(tokens: Tokens<'_>) -> bool {
    let barred = NEVER
        .union(WordClass::WEEKDAY)
        .union(WordClass::ORGANIZATION)
        .union(WordClass::PLACE_MARK)
        .union(WordClass::DEMONYM)
        .union(WordClass::ORGANIZATION_NAME);
    tokens.first().is_some_and(|next| {
        next.kind == TokenKind::Word
            && !next.glued
            && next.is_capitalised()
            && !next.is(barred.difference(WordClass::ORGANIZATION_NAME))
            && (!next.is(barred | WordClass::MONTH | WordClass::PLACE_NAME)
                || next.is(WordClass::GIVEN_NAME | WordClass::FAMILY_NAME))
    })
}

/// "Ana Lima, the mayor of Porto," and "Ana Lima, governor of Qeshm": the title stands between a name and a mark.
fn is_apposition(tokens: Tokens<'_>, behind: Tokens<'_>) -> bool {
    let mut n = 1;
    if tokens.behind(n).is_some_and(|word| word.is(WordClass::DETERMINER)) {
        n += 1;
    }
    let comma = tokens.behind(n).is_some_and(|mark| tokens.text_of(mark) == ",");
    let named = tokens
        .behind(n + 1)
        .is_some_and(|word| word.is_capitalised() && !word.is(NEVER | WordClass::WEEKDAY | WordClass::MONTH));
    let closed = behind.first().is_none_or(|mark| {
        matches!(behind.text_of(mark), "," | "." | ";" | ")")
            || behind.first_is("of")
            || behind.first_is("for")
            || behind.first_is("at")
            || behind.first_is("with")
    });
    comma && named && closed
}
