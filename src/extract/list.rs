//! Persons with what stands around their names, and lists of names.
//!
//! ```text
//! names   = member (separator member)*              members of one family: persons, or organisations and places
//! member  = person | [ "the" ] organisation | [ "the" ] place
//! person  = opener* NAME closer?                    the last name counts: "Smith's lawyer Ann Lee" is Ann Lee
//! opener  = determiner | title | place | organisation | name "'s" | word of an office, kin or country | capital
//! closer  = "," age ","? | "," opener* title | "(" any{1,12} ")"
//! separator = "," | "," "and" | "and" | "&" | "or" | "as well as" | "along with" | "together with"
//! place   = [ "the" ] PLACE ("," PLACE)?              no value before "area", "suburb" ...: what lies around it is not it
//!         | "the" word{0,4} kind "of" PLACE           "the London suburb of Watford" is Watford
//! ```

use super::{
    field::Field,
    filling::{Fill, Places},
};
use crate::{
    claim::{Mention, MentionKind},
    rules::bit,
    text::{TokenKind, WordClass},
};

/// The most tokens that stand before a name and belong to it.
const LONGEST_OPENING: usize = 14;
/// The most tokens in brackets behind a name.
const LONGEST_BRACKET: usize = 12;
/// The most members of a list.
const MOST_MEMBERS: usize = 60;

/// Words that may stand before a name as part of its title.
const OPENING: WordClass = WordClass::DETERMINER
    .union(WordClass::OFFICE)
    .union(WordClass::HONORIFIC)
    .union(WordClass::KIN)
    .union(WordClass::DEMONYM)
    .union(WordClass::ORDINAL)
    .union(WordClass::ADJECTIVE);

/// A member of a list: its mention and the token behind it.
struct Member {
    mention: usize,
    end: usize,
    is_person: bool,
}

/// Adds the lists that start at a token, the longest first.
pub(super) fn names(at: usize, field: &Field<'_>, places: &mut Places) {
    let Some(first) = member(at, field) else { return };
    let is_person = first.is_person;
    let (before, from) = (places.ends.len(), places.members.len());
    let mut next = Some(first);
    while let Some(Member { mention, end, .. }) = next {
        places.members.push(mention);
        let many = places.members.len() - from;
        places.add(end, Fill::Members { from, many });
        next = if many < MOST_MEMBERS {
            separators(end, field).into_iter().flatten().find_map(|at| member(at, field))
        } else {
            None
        };
        next = next.filter(|next| next.is_person == is_person);
    }
    places.ends[before..].reverse();
}

/// Adds a person with what stands before the name.
pub(super) fn person(at: usize, field: &Field<'_>, places: &mut Places) {
    let before = places.ends.len();
    for (mention, end) in persons(at, field) {
        places.add(end, Fill::Mention(mention));
        let closed = closer(end, field);
        if closed > end {
            places.add(closed, Fill::Mention(mention));
        }
    }
    places.ends[before..].reverse();
}

/// What stands behind a place's name where it names what lies around the place.
const AROUND: [&str; 8] =
    ["area", "suburb", "suburbs", "outskirts", "vicinity", "region", "metropolitan", "metro"];

/// What a place is said to be before "of" and its name.
const KINDS: [&str; 14] = [
    "town",
    "city",
    "village",
    "suburb",
    "neighborhood",
    "neighbourhood",
    "district",
    "borough",
    "resort",
    "port",
    "hamlet",
    "municipality",
    "township",
    "capital",
];

/// The most words between "the" and one of these.
const MOST_DESCRIBING: usize = 4;

/// Adds a place, with and without the larger one behind it; `exact` where what lies around it will not do.
pub(super) fn place(at: usize, exact: bool, field: &Field<'_>, places: &mut Places) {
    let start = if field.is_the(at) { at + 1 } else { at };
    let described = if start > at { described(start, field) } else { None };
    let Some((mention, place)) = described.or_else(|| field.mention_of(start, MentionKind::Place)) else {
        return;
    };
    let end = place.tokens.end;
    if exact && AROUND.iter().any(|word| field.is(end, word)) {
        return;
    }
    if field.is(end, ",")
        && let Some((_, larger)) = field.mention_of(end + 1, MentionKind::Place)
    {
        places.add(larger.tokens.end, Fill::Mention(mention));
    }
    places.add(end, Fill::Mention(mention));
}

/// Whether "the" at a token leads a place's name: "the town of Pula".
pub(super) fn leads_place(at: usize, field: &Field<'_>) -> bool {
    described(at + 1, field).is_some()
}

/// The place behind word{0,4} kind "of".
fn described<'a>(from: usize, field: &Field<'a>) -> Option<(usize, &'a Mention)> {
    let is_kind = |at: usize| {
        field.may_find(at + 2, bit(MentionKind::Place))
            && KINDS.iter().any(|kind| field.is(at, kind))
            && field.is(at + 1, "of")
    };
    let may_lead = |at: usize| {
        field.token(at).is_some_and(|token| {
            token.kind == TokenKind::Word && !token.is(WordClass::PREPOSITION | WordClass::FUNCTION)
        })
    };
    let kind =
        (from..=from + MOST_DESCRIBING).find(|&at| is_kind(at) || !may_lead(at)).filter(|&at| is_kind(at))?;
    field.mention_of(kind + 2, MentionKind::Place)
}

fn member(at: usize, field: &Field<'_>) -> Option<Member> {
    if let Some((mention, end)) = persons(at, field).last() {
        return Some(Member { mention, end: closer(end, field), is_person: true });
    }
    let start = if field.is_the(at) { at + 1 } else { at };
    let (mention, one) = field
        .mentions_at(start)
        .find(|(_, one)| matches!(one.kind, MentionKind::Organization | MentionKind::Place))?;
    Some(Member { mention, end: closer(one.tokens.end, field), is_person: false })
}

/// The persons that a phrase starting at a token may name, with the token behind each; the last is the one that
/// the whole phrase names.
fn persons(at: usize, field: &Field<'_>) -> impl Iterator<Item = (usize, usize)> {
    let mut next = Some(at);
    std::iter::from_fn(move || {
        let mut here = next.take()?;
        while here < at + LONGEST_OPENING {
            if let Some((mention, person)) = field.mention_of(here, MentionKind::Person) {
                let end = person.tokens.end;
                next = is_possessive(end, field).then_some(end + 1);
                return Some((mention, end));
            }
            here = opener(here, here > at, field)?;
        }
        None
    })
}

/// Says of every token of the sentence whether [`person`] finds anything there, or could but for the length of it.
pub(super) fn persons_ahead(field: &Field<'_>, found: &mut Vec<bool>) {
    let tokens = field.tokens.clone();
    found.clear();
    found.resize(tokens.len() + 1, false);
    let Some(last) = field.last_person() else { return };
    // From the end, since what leads a name is known once what it leads to is.
    let mut behind = found.clone();
    for at in (tokens.start..=last).rev() {
        let named = field.mention_of(at, MentionKind::Person).is_some();
        let leads_to = |next: usize| behind.get(next - tokens.start).is_some_and(|found| *found);
        let opens = opener(at, false, field);
        found[at - tokens.start] = named || opens.is_some_and(leads_to);
        // Inside of a phrase a few more words lead on, and those that lead at its head lead the same way.
        let inside = named || opens.or_else(|| joins(at, field).then_some(at + 1)).is_some_and(leads_to);
        behind[at - tokens.start] = inside;
    }
}

/// The token behind a word or mention that may stand before a name; `inside` where another one stands before it.
fn opener(at: usize, inside: bool, field: &Field<'_>) -> Option<usize> {
    const OPENING_KINDS: u32 = bit(MentionKind::Title)
        | bit(MentionKind::Place)
        | bit(MentionKind::Organization)
        | bit(MentionKind::Ordinal);
    let mention = if field.may_find(at, OPENING_KINDS) {
        field.mentions_at(at).find(|(_, one)| bit(one.kind) & OPENING_KINDS != 0)
    } else {
        None
    };
    if let Some((_, mention)) = mention {
        let end = mention.tokens.end;
        return Some(if is_possessive(end, field) { end + 1 } else { end });
    }
    let token = field.token(at)?;
    let fits = token.is(OPENING)
        || field.is_the(at)
        || (token.kind == TokenKind::Word && token.is_capitalised())
        || matches!(field.text(token), "former" | "then" | "acting" | "ex" | "top" | "chief" | "longtime")
        || inside && joins(at, field);
    fits.then_some(at + 1)
}

/// Whether a word or mark goes on with a phrase before a name, but opens none: "son-in-law".
fn joins(at: usize, field: &Field<'_>) -> bool {
    field.token(at).is_some_and(|token| matches!(field.text(token), "-" | "in" | "law"))
}

fn is_possessive(at: usize, field: &Field<'_>) -> bool {
    field.token(at).is_some_and(|token| token.kind == TokenKind::Clitic)
        && (field.is(at, "'s") || field.is(at, "\u{2019}s"))
}

/// The token behind what closes a name: an age, a title or a bracket; the given one where nothing does.
fn closer(end: usize, field: &Field<'_>) -> usize {
    if field.is(end, "(") {
        let bracket = (end + 1..end + 2 + LONGEST_BRACKET).find(|at| field.is(*at, ")"));
        return bracket.map_or(end, |close| close + 1);
    }
    if !field.is(end, ",") {
        return end;
    }
    let age = field
        .mentions_at(end + 1)
        .find(|(_, one)| matches!(one.kind, MentionKind::Age | MentionKind::Number))
        .map(|(_, age)| age.tokens.end);
    let closed = age.or_else(|| title(end + 1, field));
    match closed {
        // The comma behind belongs to the name unless the next member of a list follows it.
        Some(closed) if field.is(closed, ",") && member_follows(closed + 1, field) => closed,
        Some(closed) if field.is(closed, ",") => closed + 1,
        Some(closed) if field.at_end(closed) || field.is(closed, "and") || field.is(closed, ";") => closed,
        Some(_) | None => end,
    }
}

/// The token behind a title that follows a name, such as "the foreign minister"; it names no person itself.
fn title(at: usize, field: &Field<'_>) -> Option<usize> {
    let mut here = at;
    let mut is_title = false;
    while here < at + LONGEST_OPENING {
        if field.mention_of(here, MentionKind::Person).is_some() {
            return None;
        }
        match field.mention_of(here, MentionKind::Title) {
            Some((_, title)) => {
                here = title.tokens.end;
                is_title = true;
            }
            None => match opener(here, here > at, field) {
                Some(next) => here = next,
                None => break,
            },
        }
    }
    is_title.then_some(here)
}

fn member_follows(at: usize, field: &Field<'_>) -> bool {
    let at = if field.is(at, "and") { at + 1 } else { at };
    persons(at, field).next().is_some()
}

/// The tokens behind a separator that starts at a token, the longest separator first.
fn separators(at: usize, field: &Field<'_>) -> [Option<usize>; 2] {
    let joined = |at: usize| {
        if field.is(at, "and") || field.is(at, "&") || field.is(at, "or") {
            Some(at + 1)
        } else if field.is(at, "as") && field.is(at + 1, "well") && field.is(at + 2, "as") {
            Some(at + 3)
        } else if (field.is(at, "along") || field.is(at, "together")) && field.is(at + 1, "with") {
            Some(at + 2)
        } else {
            None
        }
    };
    if field.is(at, ",") { [joined(at + 1), Some(at + 1)] } else { [joined(at), None] }
}
