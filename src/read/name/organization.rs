//! Names of organisations.
//!
//! ```text
//! organization = known                                  "the White House", "UN"
//!              | word+ mark of?                         "Roswell Police Department", "University of Toronto"
//!              | mark of                                "Ministry of Foreign Affairs"
//!              | word* owner "'s" word* mark            "Cook County Sheriff's Office"
//! of           = ("of" | "for") "the"? word+ ("and" word+)?
//! mark         = a word such as "Ministry", "Inc", "Police"
//! ```

use super::{
    Read,
    run::{self, NEVER, Run, Style, StyleAround, nothing},
};
use crate::{
    claim::{Name, NameKind},
    rules::{Gazetteer, Known, KnownName},
    text::{TokenKind, Tokens, WordClass},
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
    let marked = marked(tokens, run, style);
    match (known, marked) {
        (Ok(known), Ok(marked)) => Ok(if marked.0.index() > known.0.index() { marked } else { known }),
        (Ok(one), Err(_)) | (Err(_), Ok(one)) => Ok(one),
        (Err(error), Err(_)) => Err(error),
    }
}

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
    if goes_on || compound {
        return nothing(tokens);
    }
    let written = tokens.until(&rest).text();
    let canonical = gazetteer.organization(index).to_owned();
    Ok((rest, Name { canonical, ..Name::plain(NameKind::Organization, written) }))
}

/// A run that a mark ends or opens.
fn marked<'a>(tokens: Tokens<'a>, run: &Run, style: &StyleAround<'_>) -> Read<'a> {
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
    if style.get() != Style::Plain {
        return nothing(tokens);
    }
    let rest = tokens.skip(end);
    Ok((rest, Name::plain(NameKind::Organization, tokens.until(&rest).text())))
}

/// of
fn of(tokens: Tokens<'_>) -> Option<usize> {
    if !(tokens.first_is("of") || tokens.first_is("for")) {
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
    Some(at)
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
