//! Organisations that only what stands beside them tells: the noun for their kind, or what they do.
//!
//! ```text
//! organization = kind word{1,4}                         "the airline Corvana", "newspaper Le Matin"
//!              | word{1,4} kind                         "the Corvana newspaper", "Corvana Post daily said"
//!              | letters (verb of saying | office)      "CWF said", "a CWF spokesman"
//! word         = a capitalised word that is no place, person, office, people or adjective
//! ```

use super::{
    super::phrase::behind_is,
    Read,
    person::opens_sentence,
    run::{NEVER, Run, Style, StyleAround, nothing},
};
use crate::{
    claim::{Name, NameKind},
    rules::KnownName,
    text::{Case, TokenKind, Tokens, WordClass},
};

/// The most words of such a name.
const MOST: usize = 4;

/// Kinds before a name.
const BEFORE: &[&str] = &[
    "airline",
    "automaker",
    "carmaker",
    "chipmaker",
    "conglomerate",
    "daily",
    "drugmaker",
    "magazine",
    "newspaper",
    "paper",
    "planemaker",
    "supermarket",
    "tabloid",
    "weekly",
];

/// Kinds before a name that take a word for what they do: "militant group", "oil company", "news agency".
const BEFORE_WITH_TRADE: &[&str] = &[
    "agency", "bank", "chain", "club", "company", "firm", "giant", "group", "maker", "operator", "station",
    "union",
];

/// Kinds behind a name.
const BEHIND: &[&str] = &["newspaper", "magazine", "airline"];

/// Kinds behind a name that other words precede as well: "the Corvana group".
const BEHIND_DEFINITE: &[&str] = &[
    "consortium",
    "daily",
    "group",
    "guerrillas",
    "militia",
    "movement",
    "network",
    "party",
    "rebels",
    "weekly",
];

/// organization; `name` is what the gazetteer knows at the first token.
pub(super) fn by_kind<'a>(
    tokens: Tokens<'a>,
    run: &Run,
    style: &StyleAround<'_>,
    name: Option<KnownName>,
) -> Read<'a> {
    let barred = NEVER
        | WordClass::HONORIFIC
        | WordClass::OFFICE
        | WordClass::TITLE_PART
        | WordClass::GIVEN_NAME
        | WordClass::DEMONYM
        | WordClass::PLACE_NAME
        | WordClass::PLACE_MARK
        | WordClass::PEOPLE
        | WordClass::WEEKDAY
        | WordClass::MONTH
        | WordClass::HOLIDAY
        | WordClass::SEASON
        | WordClass::SPEECH;
    let apart = name.is_none()
        && (1..=MOST).contains(&run.words())
        && !run.compound
        && run.parts().iter().all(|part| !part.class.intersects(barred))
        && !run.parts()[0].initial;
    if !apart || tokens.first().is_none_or(|first| first.glued) {
        return nothing(tokens);
    }
    let rest = tokens.skip(run.end_of(run.words()));
    let told = is_behind_kind(tokens) || is_before_kind(tokens, rest, run) || is_speaker(tokens, rest, run);
    if !told || style.get() != Style::Plain {
        return nothing(tokens);
    }
    Ok((rest, Name::plain(NameKind::Organization, tokens.until(&rest).text())))
}

/// Whether a kind stands right before, without a mark between.
fn is_behind_kind(tokens: Tokens<'_>) -> bool {
    let other = NEVER | WordClass::VERB | WordClass::ORDINAL | WordClass::CARDINAL | WordClass::ADJECTIVE;
    let (Some(kind), Some(first)) = (tokens.behind(1), tokens.first()) else { return false };
    // A heading's first word stands on the next line.
    let on_line = kind.case == Case::Lower && first.span.start() == kind.span.end() + 1;
    let trade = tokens.behind(2).is_some_and(|word| {
        word.kind == TokenKind::Word
            && !word.is(other)
            && (!word.is_capitalised() || word.is(WordClass::DEMONYM))
    });
    let of_name =
        tokens.behind(2).is_some_and(|word| word.is_capitalised() && !word.is(NEVER | WordClass::DEMONYM));
    on_line
        && (behind_is(&tokens, 1, BEFORE) && !of_name || behind_is(&tokens, 1, BEFORE_WITH_TRADE) && trade)
}

/// Whether a kind stands right behind. One word at a sentence's start may be any word.
fn is_before_kind(tokens: Tokens<'_>, rest: Tokens<'_>, run: &Run) -> bool {
    let bare = run.words() == 1;
    let says = rest.skip(1).first_in(WordClass::SPEECH);
    if rest.first().is_none_or(|kind| kind.glued)
        || bare
            && (opens_sentence(tokens)
                || tokens.first().is_some_and(|first| is_adjective(tokens.text_of(first))))
    {
        return false;
    }
    let definite = tokens
        .behind(1)
        .is_some_and(|word| word.is(WordClass::DETERMINER | WordClass::DEMONYM | WordClass::ADJECTIVE));
    rest.first_among(BEHIND) || (definite || says && !bare) && rest.first_among(BEHIND_DEFINITE)
}

/// Letters that stand for people, or say the how manieth of the name somebody is.
const PERSONS: &[&str] =
    &["iii", "ceo", "cfo", "coo", "cto", "cio", "ngo", "mep", "msp", "atty", "dpp", "emt", "rev"];

/// Whether the run is letters that speak, or for which somebody speaks.
fn is_speaker(tokens: Tokens<'_>, rest: Tokens<'_>, run: &Run) -> bool {
    let Some(letters) = tokens.first().filter(|_| run.words() == 1 && run.parts()[0].unknown) else {
        return false;
    };
    let written = tokens.text_of(letters);
    let stands_for = (3..=6).contains(&written.len())
        && written.bytes().all(|byte| byte.is_ascii_uppercase())
        && !tokens.first_among(PERSONS);
    let next = rest.first().filter(|next| next.case == Case::Lower && !next.glued);
    stands_for
        && next.is_some_and(|next| {
            next.is(WordClass::SPEECH)
                || ["spokesman", "spokeswoman", "spokesperson", "leader", "rebels", "militants", "militia"]
                    .contains(&rest.text_of(next))
        })
}

/// Whether a word has the form of an adjective: "Nordic", "Flemish".
pub(super) fn is_adjective(written: &str) -> bool {
    ["ic", "ical", "ish", "ist", "ian", "ese", "al", "ive", "ican"]
        .iter()
        .any(|ending| written.ends_with(ending))
}
