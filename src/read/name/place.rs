//! Names of places.
//!
//! ```text
//! place   = [side] known ["," holder]*                  "Davos, Switzerland", "West Philadelphia"
//!         | word+ mark                                  "East Reed Street", "Cook County"
//!         | opener word+                                "Mount Everest", "Lake Tahoe", "San Miguel"
//!         | word+ "," holder                            "Deer Lodge, Mont."
//!         | kind "of" word+                             behind "the town of"
//!         | word+ "," ("a" | "the") word{0,4} kind      behind a preposition: "in Brunna, the next town"
//!         | unknown{1,2}                                behind "in", "near", "outside", "bound for", where the phrase ends
//! holder  = a region or country that the gazetteer knows, or a short form of a state
//! ```
//!
//! What the places lie in is found by [`crate::resolve`]; `within` holds what the writer names.

use super::{
    super::phrase::behind_is,
    Read,
    person::opens_sentence,
    run::{NEVER, Run, Style, StyleAround, nothing},
};
use crate::{
    claim::{Name, NameKind},
    rules::{Gazetteer, Known, KnownName, PlaceId, PlaceLevel},
    text::{Case, Shapes, Token, TokenKind, Tokens, WordClass, WordSet},
};

const SIDES: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "downtown",
    "upper",
    "lower",
    "greater",
    "inner",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
];

const OPENERS: &[&str] = &[
    "mount", "mt", "lake", "fort", "ft", "cape", "port", "san", "santa", "santo", "são", "sao", "saint",
    "st", "los", "las", "camp", "puerto", "rio", "villa", "bandar",
];

/// The shapes of both.
static SIDE_SHAPES: Shapes = Shapes::NONE.with_all(SIDES);
static OPENER_SHAPES: Shapes = Shapes::NONE.with_all(OPENERS);

/// Prepositions that stand before a place.
static LOCATIVES: WordSet = WordSet::of(&[
    "in", "near", "from", "to", "outside", "around", "through", "across", "toward", "towards", "into",
    "inside",
]);

/// Nouns before "of" that a place's name follows.
const KINDS: &[&str] = &[
    "town",
    "city",
    "village",
    "suburb",
    "neighborhood",
    "neighbourhood",
    "province",
    "island",
    "district",
    "state",
    "port",
    "hamlet",
    "community",
    "region",
    "coast",
    "capital",
    "borough",
    "county",
    "municipality",
    "township",
];

/// place; `name` is what the gazetteer knows at the first token.
pub(super) fn place<'a>(
    tokens: Tokens<'a>,
    run: &Run,
    style: &StyleAround<'_>,
    name: Option<KnownName>,
    gazetteer: &Gazetteer,
) -> Read<'a> {
    let mut best = known(tokens, run, style, name, gazetteer);
    let mut consider = |read: Read<'a>| {
        let longer = match (&read, &best) {
            (Ok(read), Ok(best)) => read.0.index() > best.0.index(),
            (Ok(_), Err(_)) => true,
            (Err(_), _) => false,
        };
        if longer {
            best = read;
        }
    };
    // Each form says by the cheapest of its tests whether it is worth a call.
    let parts = run.parts();
    if parts.len() > 1 {
        consider(marked(tokens, run, style));
    }
    if parts.len() > 1 && name.is_none() {
        consider(opened(tokens, run, style, name));
    }
    if tokens.behind(1).is_some_and(|of| tokens.is_word(of, "of")) {
        consider(of_kind(tokens, run, style));
    }
    if name.is_none() && parts.len() <= 2 && parts.iter().all(|part| part.unknown) {
        consider(inferred(tokens, run, style));
    }
    // Behind these stands a comma.
    if tokens.nth(run.end_of(parts.len())).is_some_and(|comma| comma.initial == b',' | 0x20) {
        consider(held(tokens, run, style, name, gazetteer));
        consider(described(tokens, run, style));
    }
    best
}

fn named<'a>(tokens: Tokens<'a>, length: usize, within: Vec<String>, rest: Tokens<'a>) -> Read<'a> {
    let written = tokens.until(&tokens.skip(length)).text();
    Ok((rest, Name { within, ..Name::plain(NameKind::Place, written) }))
}

/// [side] known ["," holder]*
fn known<'a>(
    tokens: Tokens<'a>,
    run: &Run,
    style: &StyleAround<'_>,
    name: Option<KnownName>,
    gazetteer: &Gazetteer,
) -> Read<'a> {
    let side = usize::from(name.is_none() && run.words() > 1 && is_one_of(tokens, SIDES, &SIDE_SHAPES));
    let name = if side == 0 { name } else { gazetteer.name_at(&tokens.skip(side)) };
    let Some(name) = name.filter(|_| tokens.nth(side).is_some_and(|token| token.is_capitalised())) else {
        return nothing(tokens);
    };
    let Known::Place(id) = name.known else { return nothing(tokens) };
    let length = side + name.tokens;
    let rest = tokens.skip(length);
    let (behind, within) = holders(rest, Some(&tokens.as_slice()[side..length]), gazetteer, &tokens);
    let cued = !within.is_empty() || is_behind_locative(tokens);
    let place = gazetteer.place(id);
    let first = tokens.nth(side).map_or(WordClass::empty(), |token| token.class);
    let lone = name.tokens == 1;
    let doubtful = place.doubtful || lone && first.contains(WordClass::GIVEN_NAME);
    if name.short && !is_short_form(tokens)
        || doubtful && !cued
        || lone && first.intersects(NEVER) && tokens.first().is_some_and(|token| token.case != Case::Upper)
        || goes_on(rest, style) && within.is_empty()
        || is_behind_name(tokens, style)
    {
        return nothing(tokens);
    }
    named(tokens, length, within, behind)
}

/// word+ mark
fn marked<'a>(tokens: Tokens<'a>, run: &Run, style: &StyleAround<'_>) -> Read<'a> {
    let parts = run.parts();
    let Some(mark) = parts.iter().rposition(|part| part.class.contains(WordClass::PLACE_MARK)) else {
        return nothing(tokens);
    };
    let kept = &parts[..=mark];
    let clean = kept[0].class.intersection(NEVER.union(WordClass::HONORIFIC)).is_empty()
        && !kept.iter().any(|part| part.class.intersects(WordClass::ORGANIZATION));
    let area = mark > 0 && ["County"].contains(&tokens.text_of(&tokens.as_slice()[parts[mark].at]));
    if mark == 0 || !clean || mark + 1 < parts.len() && !area || style.get() != Style::Plain {
        return nothing(tokens);
    }
    let length = run.end_of(mark + 1);
    named(tokens, length, Vec::new(), tokens.skip(length))
}

/// opener word+
fn opened<'a>(tokens: Tokens<'a>, run: &Run, style: &StyleAround<'_>, name: Option<KnownName>) -> Read<'a> {
    let parts = run.parts();
    let fits = (2..=4).contains(&parts.len())
        && name.is_none()
        && is_one_of(tokens, OPENERS, &OPENER_SHAPES)
        && parts[1..].iter().all(|part| !part.class.intersects(WordClass::ORGANIZATION | NEVER))
        && style.get() != Style::Heading
        && !is_behind_name(tokens, style);
    if !fits {
        return nothing(tokens);
    }
    let most = if style.get() == Style::Capitals { 2 } else { 3 };
    let length = run.end_of(parts.len().min(most));
    named(tokens, length, Vec::new(), tokens.skip(length))
}

/// kind "of" word+
fn of_kind<'a>(tokens: Tokens<'a>, run: &Run, style: &StyleAround<'_>) -> Read<'a> {
    let introduced = tokens.behind(1).is_some_and(|of| tokens.text_of(of) == "of")
        && tokens.behind(2).is_some_and(|kind| KINDS.contains(&tokens.text_of(kind)));
    let parts = run.parts();
    let fits = introduced
        && style.get() == Style::Plain
        && (1..=3).contains(&parts.len())
        && !parts[0].class.intersects(NEVER.union(WordClass::DEMONYM).union(WordClass::HONORIFIC))
        && !parts.iter().any(|part| part.class.intersects(WordClass::ORGANIZATION | WordClass::OFFICE))
        && !(parts.len() > 1 && parts[0].class.contains(WordClass::GIVEN_NAME));
    if !fits {
        return nothing(tokens);
    }
    let length = run.end_of(parts.len());
    named(tokens, length, Vec::new(), tokens.skip(length))
}

/// word+ "," ("a" | "the") word{0,4} kind
fn described<'a>(tokens: Tokens<'a>, run: &Run, style: &StyleAround<'_>) -> Read<'a> {
    const REACH: usize = 4;
    let parts = run.parts();
    let fits = (1..=3).contains(&parts.len())
        && is_behind_locative(tokens)
        && !parts.iter().any(|part| {
            let other =
                NEVER.union(WordClass::WEEKDAY).union(WordClass::MONTH).union(WordClass::ORGANIZATION);
            part.class.intersects(other)
        })
        && style.get() == Style::Plain;
    let length = run.end_of(parts.len());
    let behind = tokens.skip(length);
    let text = |at: usize| behind.nth(at).map_or("", |token| behind.text_of(token));
    let is_told = text(0) == ","
        && matches!(text(1), "a" | "an" | "the")
        && (2..=2 + REACH)
            .take_while(|&at| behind.nth(at).is_some_and(|token| token.kind == TokenKind::Word))
            .any(|at| KINDS.contains(&text(at)));
    if fits && is_told { named(tokens, length, Vec::new(), behind) } else { nothing(tokens) }
}

/// unknown{1,2}, behind a preposition that places mostly follow: "drowned in Mokwa", "bound for Deauville"
fn inferred<'a>(tokens: Tokens<'a>, run: &Run, style: &StyleAround<'_>) -> Read<'a> {
    /// What is put in persons, papers and firms.
    const ABSTRACT: [&str; 22] = [
        "confidence",
        "trust",
        "trusts",
        "faith",
        "belief",
        "believe",
        "believes",
        "believed",
        "interest",
        "interested",
        "stake",
        "stakes",
        "share",
        "shares",
        "invest",
        "invested",
        "investment",
        "role",
        "starred",
        "stars",
        "starring",
        "investors",
    ];
    /// The shortest name that is taken for a place's without further signs.
    const SHORTEST: usize = 4;
    let behind = |n: usize, words: &[&str]| behind_is(&tokens, n, words);
    let led = behind(1, &["in", "near", "outside"]) && !behind(2, &ABSTRACT)
        || behind(1, &["for"]) && behind(2, &["bound", "headed", "heading"]);
    let parts = run.parts();
    let length = run.end_of(parts.len());
    let plain = (0..length).all(|at| {
        tokens.nth(at).is_some_and(|token| token.case == Case::Title && token.span.len() >= SHORTEST)
    });
    let ends = tokens.nth(length).is_none_or(|next| match next.kind {
        TokenKind::Word => next.case == Case::Lower && !next.glued && next.is(NEVER),
        TokenKind::Punctuation => {
            !next.glued || !matches!(tokens.text_of(next), "-" | "\u{2010}" | "\u{2011}" | "'")
        }
        TokenKind::Number | TokenKind::Symbol | TokenKind::Clitic | TokenKind::Link => false,
    });
    let fits =
        led && plain && ends && style.get() == Style::Plain && !run.compound && !run.particle && length > 0;
    if fits { named(tokens, length, Vec::new(), tokens.skip(length)) } else { nothing(tokens) }
}

/// word+ "," holder
fn held<'a>(
    tokens: Tokens<'a>,
    run: &Run,
    style: &StyleAround<'_>,
    name: Option<KnownName>,
    gazetteer: &Gazetteer,
) -> Read<'a> {
    let parts = run.parts();
    let fits = (1..=3).contains(&parts.len())
        && !parts.iter().any(|part| {
            part.class
                .intersects(NEVER.union(WordClass::WEEKDAY).union(WordClass::MONTH).union(WordClass::OFFICE))
        })
        && (is_behind_locative(tokens)
            || opens_sentence(tokens) && tokens.first().is_some_and(|first| first.case == Case::Upper))
        && style.get() != Style::Heading;
    if !fits {
        return nothing(tokens);
    }
    let length = run.end_of(parts.len());
    let wide = name.is_some_and(|name| {
        name.tokens == length
            && matches!(name.known, Known::Place(id) if gazetteer.place(id).level >= PlaceLevel::Region)
    });
    if wide {
        return nothing(tokens);
    }
    let (behind, within) = holders(tokens.skip(length), None, gazetteer, &tokens);
    if within.is_empty() { nothing(tokens) } else { named(tokens, length, within, behind) }
}

/// ["," holder]*: what the writer names behind a place, and the tokens behind it. `known` are the tokens of a place that
/// the gazetteer knows: then the holder must hold it, or the two are a list.
fn holders<'a>(
    rest: Tokens<'a>,
    known: Option<&[Token]>,
    gazetteer: &Gazetteer,
    tokens: &Tokens<'a>,
) -> (Tokens<'a>, Vec<String>) {
    let mut within = Vec::new();
    let mut behind = rest;
    while within.len() < 2 && behind.first().is_some_and(|token| behind.text_of(token) == ",") {
        let at = behind.skip(1);
        let Some(name) =
            gazetteer.name_at(&at).filter(|_| at.first().is_some_and(|token| token.is_capitalised()))
        else {
            break;
        };
        let Known::Place(id) = name.known else { break };
        let wide = at.until(&at.skip(name.tokens)).text();
        let Some(holder) = wider_than_city(wide, id, name.short, gazetteer) else { break };
        let fits = match known {
            None => true,
            Some(narrow) => {
                let first = narrow.first().map_or(0, |token| token.span.start());
                let last = narrow.last().map_or(0, |token| token.span.end());
                let narrow = gazetteer.places(&tokens.source()[first..last]);
                narrow.iter().any(|narrow| gazetteer.holds(holder, *narrow))
                    || narrow.iter().all(|narrow| gazetteer.place(*narrow).level == PlaceLevel::City)
                        && gazetteer.place(holder).level == PlaceLevel::Region
            }
        };
        if !fits {
            break;
        }
        let next = at.nth(name.tokens);
        if next.is_some_and(|next| next.kind == TokenKind::Word && !next.glued && next.is_capitalised()) {
            break;
        }
        within.push(gazetteer.place(holder).canonical.to_string());
        behind = at.skip(name.tokens);
        let point = behind.first().is_some_and(|token| token.glued && behind.text_of(token) == ".");
        let goes_on = behind.nth(1).is_some_and(|next| !next.is_capitalised());
        if name.short && point && goes_on && wide.len() > 2 {
            behind = behind.skip(1);
        }
    }
    (behind, within)
}

/// The region or country that a name behind a comma means: of "New York" the state, of "Georgia" either.
fn wider_than_city(name: &str, id: PlaceId, short: bool, gazetteer: &Gazetteer) -> Option<PlaceId> {
    if short || gazetteer.place(id).level >= PlaceLevel::Region {
        return Some(id);
    }
    gazetteer
        .places(&format!("{name} State"))
        .first()
        .copied()
        .filter(|state| gazetteer.place(*state).level == PlaceLevel::Region)
}

/// Whether a capitalised word behind shows that the place is only part of a name: "London Bridge".
fn goes_on(rest: Tokens<'_>, style: &StyleAround<'_>) -> bool {
    let Some(next) = rest.first() else { return false };
    if next.glued {
        let hyphen = matches!(rest.text_of(next), "-" | "\u{2010}" | "\u{2011}");
        return hyphen
            && rest
                .nth(1)
                .is_some_and(|word| word.glued && word.kind == TokenKind::Word && !word.is_capitalised());
    }
    let closed = NEVER
        .union(WordClass::WEEKDAY)
        .union(WordClass::MONTH)
        .union(WordClass::HONORIFIC)
        .union(WordClass::OFFICE)
        .union(WordClass::TITLE_PART)
        .union(WordClass::DEMONYM)
        .union(WordClass::PLACE_NAME);
    let free = next.is(closed) && !next.is(WordClass::PLACE_MARK);
    next.kind == TokenKind::Word && next.is_capitalised() && !free && style.get() == Style::Plain
}

/// Whether the word right before belongs to the same name: "Paris" of "Kylie Paris".
fn is_behind_name(tokens: Tokens<'_>, style: &StyleAround<'_>) -> bool {
    let other = NEVER
        .union(WordClass::PLACE)
        .union(WordClass::DEMONYM)
        .union(WordClass::OFFICE)
        .union(WordClass::TITLE_PART)
        .union(WordClass::HONORIFIC)
        .union(WordClass::WEEKDAY)
        .union(WordClass::MONTH)
        .union(WordClass::ORGANIZATION)
        .union(WordClass::ORGANIZATION_NAME)
        .union(WordClass::TIME_CUE)
        .union(WordClass::HOLIDAY)
        .union(WordClass::VERB);
    tokens.first().is_some_and(|first| !first.glued)
        && tokens.behind(1).is_some_and(|before| {
            before.kind == TokenKind::Word
                && matches!(before.case, Case::Title | Case::Mixed)
                && !before.is(other)
                && !opens_sentence(tokens.before(1))
        })
        && style.get() == Style::Plain
}

fn is_behind_locative(tokens: Tokens<'_>) -> bool {
    tokens
        .behind(1)
        .is_some_and(|before| before.kind == TokenKind::Word && LOCATIVES.holds(before, tokens.source()))
}

/// A state's short form stands behind a town and a comma.
fn is_short_form(tokens: Tokens<'_>) -> bool {
    let ends = tokens.nth(1).is_none_or(|next| !next.is_capitalised() || next.glued);
    ends && tokens.behind(1).is_some_and(|comma| tokens.text_of(comma) == ",")
        && tokens.behind(2).is_some_and(|town| town.is_capitalised())
}

fn is_one_of(tokens: Tokens<'_>, words: &[&str], shapes: &Shapes) -> bool {
    tokens.first().is_some_and(|first| {
        first.is_capitalised()
            && shapes.admit_token(first)
            && words.iter().any(|word| tokens.spells(first, word))
    })
}
