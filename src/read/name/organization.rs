//! Names of organisations.
//!
//! ```text
//! organization = known                                  "the White House", "UN"; no "UN Cup"
//!              | word+ mark of?                         "Roswell Police Department", "University of Toronto"
//!              | mark of                                "Ministry of Foreign Affairs"
//!              | opener word                            "FC Torvik", "Radio Larna"
//!              | word+ "&" word+                        "Brill & Kasten", "Larsen & Sons"
//!              | word* owner "'s" word* mark            "Cook County Sheriff's Office"
//! of           = ("of" | "for") "the"? word+ ("and" word+)? (("," field)* "and" field)?
//!              | "on" word+                             "Committee on Ethics"
//! mark         = a word such as "Ministry", "Inc", "Police"
//! opener       = a word such as "FC", "Banco", "Radio"
//! field        = what a ministry is for, by a word such as "Health"
//! ```
//!
//! A place that ends in such a word ("West Bank") is none.

use super::{
    super::phrase::behind_is,
    Read,
    run::{self, NEVER, Run, Style, StyleAround, nothing},
};
use crate::{
    claim::{Name, NameKind},
    rules::{Gazetteer, Known, KnownName},
    text::{Case, TokenKind, Tokens, WordClass},
};

/// organization; `name` is what the gazetteer knows at the first token.
pub(super) fn organization<'a>(
    tokens: Tokens<'a>,
    run: &Run,
    style: &StyleAround<'_>,
    name: Option<KnownName>,
    gazetteer: &Gazetteer,
) -> Read<'a> {
    let known = known(tokens, style, name, gazetteer);
    let marked = joined(tokens, run, style, name)
        .or_else(|_| marked(tokens, run, style, gazetteer))
        .or_else(|_| opened(tokens, run, style));
    match (known, marked) {
        (Ok(known), Ok(marked)) => Ok(if marked.0.index() > known.0.index() { marked } else { known }),
        (Ok(one), Err(_)) | (Err(_), Ok(one)) => Ok(one),
        (Err(error), Err(_)) => Err(error),
    }
}

/// What is named after an organisation and is none: "UEFA Cup", "Heineken Stadium".
const NAMED_AFTER: &[&str] = &[
    "cup",
    "open",
    "classic",
    "championship",
    "championships",
    "trophy",
    "grand",
    "masters",
    "prize",
    "award",
    "awards",
    "bowl",
    "marathon",
    "invitational",
    "challenge",
    "tour",
    "field",
    "stadium",
    "arena",
    "tower",
];

/// known
fn known<'a>(
    tokens: Tokens<'a>,
    style: &StyleAround<'_>,
    name: Option<KnownName>,
    gazetteer: &Gazetteer,
) -> Read<'a> {
    let Some(name) = name else { return nothing(tokens) };
    let Known::Organization(index) = name.known else { return nothing(tokens) };
    let word = name.tokens == 1 && tokens.first_in(NEVER.union(WordClass::VERB));
    if word && style.get() != Style::Plain {
        return nothing(tokens);
    }
    let rest = tokens.skip(name.tokens);
    let goes_on = rest.first().is_some_and(|next| {
        next.kind == TokenKind::Word
            && !next.glued
            && next.is_capitalised()
            && name.tokens == 1
            && tokens.first().is_some_and(|first| first.is(WordClass::FAMILY_NAME | WordClass::GIVEN_NAME))
    });
    let compound = rest.first().is_some_and(|next| next.glued && rest.text_of(next) == "-");
    if goes_on || compound || rest.first_among(NAMED_AFTER) || is_of_person(tokens, name) {
        return nothing(tokens);
    }
    // "Vancouver canucks": no team
    let last = tokens.nth(name.tokens - 1);
    if tokens.first_in(WordClass::PLACE)
        && last.is_some_and(|last| !last.is_capitalised() && !last.glued && !last.is(WordClass::ORGANIZATION))
    {
        return nothing(tokens);
    }
    let written = tokens.until(&rest).text();
    let canonical = gazetteer.organization(index).to_owned();
    Ok((rest, Name { canonical, ..Name::plain(NameKind::Organization, written) }))
}

/// Whether the single word is a surname here: "Mr. Siemens", "Ana Bosch".
fn is_of_person(tokens: Tokens<'_>, name: KnownName) -> bool {
    let before = match tokens.behind(1) {
        Some(point) if tokens.text_of(point) == "." => tokens.behind(2),
        other => other,
    };
    name.tokens == 1
        && tokens.first().is_some_and(|first| !first.glued)
        && before.is_some_and(|before| {
            before.is_capitalised()
                && before.is(WordClass::HONORIFIC | WordClass::GIVEN_NAME)
                && !before.is(WordClass::PLACE_NAME)
        })
}

/// word+ "&" word+
fn joined<'a>(tokens: Tokens<'a>, run: &Run, style: &StyleAround<'_>, name: Option<KnownName>) -> Read<'a> {
    let barred = NEVER.union(WordClass::HONORIFIC | WordClass::OFFICE | WordClass::DEMONYM);
    let Some(first) = run.parts().first() else { return nothing(tokens) };
    let at = run.end_of(run.words());
    let sign = tokens.nth(at).is_some_and(|sign| !sign.glued && tokens.text_of(sign) == "&");
    // "NATO & OPEC"
    let whole = name.is_some_and(|name| name.tokens == at);
    if !sign || whole || first.class.intersects(barred) || style.get() != Style::Plain {
        return nothing(tokens);
    }
    let second = run::run(tokens.skip(at + 1));
    // "Edward Marl & Co", but no "Bonnie & Clyde"
    let company = second.parts().iter().position(|part| part.class.contains(WordClass::COMPANY));
    let ends = barred | WordClass::GIVEN_NAME | WordClass::TITLE_PART;
    let named = second.parts().iter().take_while(|part| !part.class.intersects(ends)).count();
    let words = company.map_or(named, |at| at + 1);
    let persons = company.is_none() && first.class.contains(WordClass::GIVEN_NAME);
    if words == 0 || persons || run.words() + words > MOST_JOINED {
        return nothing(tokens);
    }
    let rest = tokens.skip(at + 1 + second.end_of(words));
    Ok((rest, Name::plain(NameKind::Organization, tokens.until(&rest).text())))
}

/// The most words around the "&" of a company's name.
const MOST_JOINED: usize = 6;

/// A run that a mark ends or opens.
fn marked<'a>(tokens: Tokens<'a>, run: &Run, style: &StyleAround<'_>, gazetteer: &Gazetteer) -> Read<'a> {
    let parts = run.parts();
    let Some(first) = parts.first() else { return nothing(tokens) };
    if first.class.intersects(NEVER.union(WordClass::HONORIFIC)) {
        return nothing(tokens);
    }
    let last = parts.iter().rposition(|part| part.class.contains(WordClass::ORGANIZATION));
    // "Internet Service Providers": a mark inside a longer name marks nothing, a title or person behind it may follow.
    let goes_on = WordClass::OFFICE
        | WordClass::TITLE_PART
        | WordClass::HONORIFIC
        | WordClass::GIVEN_NAME
        | WordClass::WEEKDAY;
    let last = last.filter(|at| parts.get(at + 1).is_none_or(|next| next.class.intersects(goes_on)));
    let end = match last {
        Some(at) => {
            let behind_mark = tokens.skip(run.end_of(at + 1));
            match of(behind_mark) {
                Some(end) if at + 1 == parts.len() => run.end_of(at + 1) + end,
                Some(_) | None if at > 0 => run.end_of(at + 1),
                Some(_) | None => return nothing(tokens),
            }
        }
        None => match owned(tokens, run) {
            Some(end) => end,
            None => return nothing(tokens),
        },
    };
    if style.get() != Style::Plain || ends_in_place(tokens, run, end, gazetteer) {
        return nothing(tokens);
    }
    let rest = tokens.skip(end);
    Ok((rest, Name::plain(NameKind::Organization, tokens.until(&rest).text())))
}

/// opener word
fn opened<'a>(tokens: Tokens<'a>, run: &Run, style: &StyleAround<'_>) -> Read<'a> {
    /// The longest opener that is written in capitals.
    const LETTERS: usize = 3;
    let [opener, word] = run.parts() else { return nothing(tokens) };
    let barred =
        NEVER | WordClass::OFFICE | WordClass::TITLE_PART | WordClass::HONORIFIC | WordClass::DEMONYM;
    let first = tokens.first();
    let written = first.is_some_and(|first| first.case != Case::Title || first.span.len() > LETTERS);
    let opens = opener.class.contains(WordClass::ORGANIZATION_OPENER) && !word.class.intersects(barred);
    if !opens || !written || run.compound || style.get() != Style::Plain {
        return nothing(tokens);
    }
    let rest = tokens.skip(run.end_of(run.words()));
    Ok((rest, Name::plain(NameKind::Organization, tokens.until(&rest).text())))
}

/// Whether the tokens up to `end` are a place's name, with or without words before it: "West Bank", "Russian Federation".
fn ends_in_place(tokens: Tokens<'_>, run: &Run, end: usize, gazetteer: &Gazetteer) -> bool {
    run.parts().iter().filter(|part| part.at < end).any(|part| {
        gazetteer.name_at(&tokens.skip(part.at)).is_some_and(|name| {
            matches!(name.known, Known::Place(_)) && name.tokens > 1 && part.at + name.tokens == end
        })
    })
}

/// of
fn of(tokens: Tokens<'_>) -> Option<usize> {
    let on = tokens.first_is("on") && is_on_something(tokens);
    if !(on || tokens.first_is("of") || tokens.first_is("for")) {
        return None;
    }
    let mut at = 1;
    if tokens.skip(at).first_is("the") {
        at += 1;
    }
    let run = run::run(tokens.skip(at));
    if run.words() == 0 || run.parts()[0].class.intersects(NEVER.union(WordClass::HONORIFIC)) {
        return None;
    }
    at += run.end_of(run.words());
    if tokens.skip(at).first_is("and") {
        let second = run::run(tokens.skip(at + 1));
        if second.parts().last().is_some_and(|part| part.class.contains(WordClass::ORGANIZATION)) {
            return Some(at + 1 + second.end_of(second.words()));
        }
    }
    Some(at + fields(tokens.skip(at)))
}

/// Whether a body that looks into something stands before "on" and what it looks into behind: no "Court on Monday".
fn is_on_something(tokens: Tokens<'_>) -> bool {
    const BODIES: &[&str] = &["commission", "committee", "council", "subcommittee"];
    let other = WordClass::WEEKDAY
        | WordClass::MONTH
        | WordClass::PLACE
        | WordClass::DEMONYM
        | WordClass::GIVEN_NAME
        | WordClass::OFFICE
        | WordClass::KNOWN_ORGANIZATION;
    behind_is(&tokens, 1, BODIES) && !tokens.skip(1).first_in(other)
}

/// What ministries and institutes are for, beside another such thing.
const FIELDS: &[&str] = &[
    "affairs",
    "agriculture",
    "arts",
    "commerce",
    "communications",
    "cooperation",
    "culture",
    "customs",
    "development",
    "education",
    "energy",
    "engineering",
    "environment",
    "finance",
    "fisheries",
    "food",
    "forestry",
    "forests",
    "health",
    "housing",
    "human",
    "hygiene",
    "immigration",
    "industry",
    "information",
    "infrastructure",
    "international",
    "investment",
    "judicial",
    "justice",
    "labor",
    "labour",
    "land",
    "letters",
    "marine",
    "medicine",
    "mines",
    "mining",
    "natural",
    "naturalisation",
    "naturalization",
    "planning",
    "prevention",
    "public",
    "reconciliation",
    "regional",
    "religious",
    "research",
    "resources",
    "rural",
    "safety",
    "science",
    "sciences",
    "security",
    "services",
    "social",
    "sport",
    "sports",
    "technology",
    "telecommunications",
    "tourism",
    "trade",
    "transport",
    "urban",
    "water",
    "welfare",
    "wildlife",
    "works",
    "youth",
];

/// ("," field)* "and" field: how many tokens, none without the "and".
fn fields(tokens: Tokens<'_>) -> usize {
    /// The most fields behind the first.
    const MOST: usize = 3;
    let field = |at: usize| {
        let behind = tokens.skip(at);
        let words = run::run(behind);
        let all = words.parts().iter().all(|part| behind.skip(part.at).first_among(FIELDS));
        (words.words() > 0 && all).then(|| words.end_of(words.words()))
    };
    let mut at = 0;
    for _ in 0..MOST {
        let Some(joint) = tokens.nth(at) else { return 0 };
        let last = tokens.is_word(joint, "and") || tokens.text_of(joint) == "&";
        if !last && tokens.text_of(joint) != "," {
            return 0;
        }
        // "Health, Welfare, and Sport"
        let comma_and = !last && tokens.skip(at + 1).first_is("and");
        let Some(end) = field(at + 1 + usize::from(comma_and)) else { return 0 };
        at += 1 + usize::from(comma_and) + end;
        if last || comma_and {
            return at;
        }
    }
    0
}

/// word* owner "'s" word* mark
fn owned(tokens: Tokens<'_>, run: &Run) -> Option<usize> {
    let owner = run.parts().last()?;
    let at = run.end_of(run.words());
    let clitic = tokens.nth(at)?;
    if clitic.kind != TokenKind::Clitic && !matches!(tokens.text_of(clitic), "'" | "\u{2019}") {
        return None;
    }
    let owns = owner.class.intersects(WordClass::OFFICE | WordClass::PEOPLE | WordClass::KIN)
        || ["Children", "Women", "Men", "People", "Teachers", "Workers", "Veterans"]
            .contains(&tokens.text_of(&tokens.as_slice()[owner.at]));
    if !owns {
        return None;
    }
    let rest = tokens.skip(at + 1);
    if rest.first()?.glued {
        return None;
    }
    let behind = run::run(rest);
    let mark = behind.parts().iter().rposition(|part| part.class.contains(WordClass::ORGANIZATION))?;
    Some(at + 1 + behind.end_of(mark + 1))
}
