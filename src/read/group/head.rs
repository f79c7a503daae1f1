//! The words behind a figure or an article, up to the noun they count.
//!
//! ```text
//! nominal  = modifier* head                       within REACH words of one sentence
//! modifier = age | word "'s" | compound | two | word    a word that does not end a phrase
//! compound = word "-" word                        "mud-brick", also with blanks; a small word in one ends nothing: "ship-to-ship"
//! two      = which "and" which                    "current or former": of some that go in pairs
//! age      = number "-"? ("year" | "month" | "week" | "day") "-"? "old"
//! head     = the first plural                     behind a figure other than one; "sales clerks" ends at the noun for people
//!          | noun-for-people                      behind an article or one; "student leader" ends at the last of them
//!          | age                                  "a 15-year-old", where no noun follows
//! ```
//!
//! There is no tagger: closed classes and endings end a phrase, and a phrase that they do not end is not read.

use super::{
    super::phrase::{Read, dash, no, one_of, take, word},
    noun::is_plural,
};
use crate::text::{Case, Token, TokenKind, Tokens, WordClass};
use nom::{Parser, combinator::opt};
use std::{borrow::Cow, ops::Range};

/// How many tokens a nominal may run over.
const REACH: usize = 9;

/// What ages are counted in.
const AGE_UNITS: &[&str] = &["year", "years", "month", "months", "week", "weeks", "day", "days"];

/// Classes that never stand inside a noun phrase.
const STOPS: WordClass = WordClass::FUNCTION
    .union(WordClass::PREPOSITION)
    .union(WordClass::DETERMINER)
    .union(WordClass::PRONOUN)
    .union(WordClass::SPEECH)
    .union(WordClass::NEGATION)
    .union(WordClass::WEEKDAY);

/// Nouns that measure: what they count is a quantity, not a group.
const MEASURES: WordClass = WordClass::TIME_UNIT.union(WordClass::UNIT).union(WordClass::CURRENCY);

/// A nominal, by the document's tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Nominal {
    /// The words before the head.
    pub(super) modifiers: Range<usize>,
    /// The head; empty where an age stands for its noun.
    pub(super) head: Range<usize>,
    /// Whether the head is for people.
    pub(super) people: bool,
}

/// Reads the nominal behind a figure other than one: it ends at a plural.
pub(super) fn counted(input: Tokens<'_>) -> Read<'_, Nominal> {
    let mut at = 0;
    while at < REACH {
        let Some(token) = input.nth(at) else { break };
        if let Ok((behind, ())) = age(input.skip(at)) {
            let behind = behind.index() - input.index();
            // Several are "olds": a figure before "4-year-old" counts something else.
            let several = input.nth(behind - 1).is_some_and(|last| input.spells(last, "olds"));
            if let Some(nominal) = aged(input, behind).ok().filter(|_| several) {
                return Ok(nominal);
            }
            at = behind;
            continue;
        }
        match token.kind {
            TokenKind::Word if is_plural_noun(input, token) && !is_name_in_s(input, at) => {
                let (end, people) = last_of_row(input, at);
                return whole(input, end, people);
            }
            TokenKind::Word if is_within_compound(input, at) => at += 1,
            TokenKind::Word if is_pair(input, at) => at += 3,
            TokenKind::Word if ends_phrase(input, at) => break,
            TokenKind::Word => at += 1,
            TokenKind::Clitic if at > 0 && is_possessive(input, token) => at += 1,
            TokenKind::Punctuation if at > 0 && is_hyphen(input, at) => at += 1,
            TokenKind::Number if let Some(from) = model_start(input, at) => {
                if input.nth(at + 1).is_some_and(|next| next.glued && input.text_of(next) == "s") {
                    let start = input.index();
                    let nominal = Nominal {
                        modifiers: start..start + from,
                        head: start + from..start + at + 1,
                        people: false,
                    };
                    return Ok((input.skip(at + 2), nominal));
                }
                at += 1;
            }
            TokenKind::Number
            | TokenKind::Punctuation
            | TokenKind::Symbol
            | TokenKind::Clitic
            | TokenKind::Link => {
                break;
            }
        }
    }
    // No plural but a name in -s: it was the noun after all.
    let name = (0..at).rev().find(|&at| input.nth(at).is_some_and(|token| is_plural_noun(input, token)));
    name.map_or_else(no, |name| whole(input, name + 1, false))
}

/// Reads the nominal behind an article or the figure one: it ends at a noun for a person.
pub(super) fn single(input: Tokens<'_>) -> Read<'_, Nominal> {
    let mut at = 0;
    while at < REACH {
        let Some(token) = input.nth(at) else { break };
        if let Ok((behind, ())) = age(input.skip(at)) {
            let behind = behind.index() - input.index();
            if let Ok(nominal) = aged(input, behind) {
                return Ok(nominal);
            }
            at = behind;
            continue;
        }
        match token.kind {
            TokenKind::Word if token.is(WordClass::PEOPLE | WordClass::KIN) => {
                if ends_at(input, at) {
                    return if is_plural(&lower(input, token)) { no() } else { whole(input, at + 1, true) };
                }
                at += 1;
            }
            TokenKind::Word if ends_phrase(input, at) => break,
            TokenKind::Word => at += 1,
            TokenKind::Clitic if at > 0 && is_possessive(input, token) => at += 1,
            TokenKind::Punctuation if at > 0 && is_hyphen(input, at) => at += 1,
            TokenKind::Number
            | TokenKind::Punctuation
            | TokenKind::Symbol
            | TokenKind::Clitic
            | TokenKind::Link => break,
        }
    }
    no()
}

/// Reads any singular nominal behind the figure one: "one vehicle", "one fishing boat".
pub(super) fn single_thing(input: Tokens<'_>) -> Read<'_, Nominal> {
    let end = (0..REACH.min(5))
        .take_while(|&at| {
            input.nth(at).is_some_and(|token| match token.kind {
                TokenKind::Word => !ends_phrase(input, at),
                TokenKind::Punctuation => at > 0 && is_hyphen(input, at),
                TokenKind::Clitic | TokenKind::Number | TokenKind::Symbol | TokenKind::Link => false,
            })
        })
        .count();
    let Some(last) = end.checked_sub(1).and_then(|last| input.nth(last)) else { return no() };
    if last.is(MEASURES | WordClass::MONTH | WordClass::ORDINAL | WordClass::CARDINAL)
        || last.kind != TokenKind::Word
        || is_participle(input, last)
    {
        return no();
    }
    whole(input, end, false)
}

/// age = number "-"? ("year" | "month" | "week" | "day") "-"? "old"; "twenty-one-year-old" too
pub(super) fn age(input: Tokens<'_>) -> Read<'_, ()> {
    if !input.first_in(WordClass::FIGURE | WordClass::CARDINAL) {
        return no();
    }
    let years = (opt(dash), one_of(AGE_UNITS), opt(dash), one_of(&["old", "olds"]));
    (figure, opt((dash, figure)), years).map(|_| ()).parse(input)
}

/// One token of a number.
fn figure(input: Tokens<'_>) -> Read<'_, ()> {
    let found =
        input.first().is_some_and(|first| first.kind == TokenKind::Number || first.is(WordClass::CARDINAL));
    take(input, 1, found.then_some(()))
}

/// An age that stands for its noun: nothing that could be its noun follows.
fn aged(input: Tokens<'_>, behind: usize) -> Read<'_, Nominal> {
    let alone = input.nth(behind).is_none_or(|next| match next.kind {
        TokenKind::Word => ends_phrase(input, behind) || is_participle(input, next),
        TokenKind::Punctuation | TokenKind::Clitic => input.text_of(next) != "-",
        TokenKind::Number | TokenKind::Symbol | TokenKind::Link => false,
    });
    let end = input.index() + behind;
    let nominal = Nominal { modifiers: input.index()..end, head: end..end, people: true };
    take(input, behind, alone.then_some(nominal))
}

/// The nominal of the first `end` tokens, the last of which is its head.
fn whole(input: Tokens<'_>, end: usize, people: bool) -> Read<'_, Nominal> {
    let Some(last) = end.checked_sub(1) else { return no() };
    let token = input.nth(last).filter(|token| !token.is(MEASURES) || token.is(WordClass::PEOPLE));
    let head = input.index() + last;
    let nominal = token.map(|token| Nominal {
        modifiers: input.index()..head,
        head: head..head + 1,
        people: people || is_for_people(input, token),
    });
    take(input, end, nominal)
}

/// Whether the ending shows a noun for people: "fishermen", "cyclists".
fn is_for_people(input: Tokens<'_>, token: &Token) -> bool {
    let word = lower(input, token);
    word.len() > 6
        && ["men", "women", "ists", "eers"].iter().any(|ending| word.ends_with(ending))
        && is_plural(&word)
}

/// The end of the row of plurals that starts at `at`, and whether it ends in a noun for people.
///
/// "sales clerks" and "women police officers" go on to the noun for people, "sports cars" to the second plural.
fn last_of_row(input: Tokens<'_>, at: usize) -> (usize, bool) {
    let people = |at: usize| input.nth(at).is_some_and(|token| token.is(WordClass::PEOPLE | WordClass::KIN));
    let plural = |at: usize| input.nth(at).is_some_and(|token| is_plural_noun(input, token));
    if people(at) {
        let first = input.nth(at).map(|token| lower(input, token)).unwrap_or_default();
        let describes =
            matches!(first.as_ref(), "women" | "men" | "police" | "military" | "staff" | "crew" | "infantry");
        if describes {
            let row = (at + 1..at + 3).take_while(|&next| people(next)).filter(|&next| plural(next)).last();
            return (row.unwrap_or(at) + 1, true);
        }
        return (at + 1, true);
    }
    if plural(at + 1) && !input.nth(at + 1).is_some_and(|token| token.is(WordClass::VERB)) {
        return (at + 2, people(at + 1));
    }
    (at + 1, false)
}

/// A word in lower case; most are written so, and are not copied.
pub(super) fn lower<'a>(input: Tokens<'a>, token: &Token) -> Cow<'a, str> {
    let written = input.text_of(token);
    if token.case == Case::Lower && written.is_ascii() {
        Cow::Borrowed(written)
    } else {
        Cow::Owned(written.to_lowercase())
    }
}

/// Whether a word is a plural that can be counted. Verbs in -s follow singulars, so behind a figure they are nouns.
fn is_plural_noun(input: Tokens<'_>, token: &Token) -> bool {
    token.kind == TokenKind::Word
        && !token.is(STOPS.union(WordClass::MONTH))
        && input.text_of(token).len() > 2
        && is_plural(&lower(input, token))
}

/// Whether the plural at `at` may be a name that describes what follows: "five Los Angeles officers".
fn is_name_in_s(input: Tokens<'_>, at: usize) -> bool {
    let name = input.nth(at).is_some_and(|token| token.is_capitalised() && !token.is(WordClass::PEOPLE));
    name && input.nth(at + 1).is_some_and(|next| {
        next.kind == TokenKind::Word
            && (next.is(WordClass::PEOPLE) || next.is_capitalised())
            && !ends_phrase(input, at + 1)
            && !is_participle(input, next)
    })
}

/// Whether the word at `at` is joined to the one before it by a hyphen: the "to" of "ship-to-ship", the "on" of "head-on".
fn is_within_compound(input: Tokens<'_>, at: usize) -> bool {
    let is_glued = |at: usize| input.nth(at).is_some_and(|token| token.glued);
    at > 1 && is_hyphen(input, at - 1) && is_glued(at - 1) && is_glued(at)
}

/// Whether two words that go in pairs start at `at`, joined: "current or former".
fn is_pair(input: Tokens<'_>, at: usize) -> bool {
    const WHICH: &[&str] = &[
        "current",
        "former",
        "present",
        "past",
        "serving",
        "sitting",
        "retired",
        "previous",
        "existing",
        "new",
        "old",
        "young",
        "elderly",
        "male",
        "female",
        "senior",
        "junior",
        "local",
        "national",
        "foreign",
        "domestic",
        "public",
        "private",
        "civilian",
        "military",
        "black",
        "white",
        "small",
        "large",
        "medium",
        "primary",
        "secondary",
    ];
    let which = |at: usize| one_of(WHICH)(input.skip(at)).is_ok();
    which(at) && one_of(&["and", "or"])(input.skip(at + 1)).is_ok() && which(at + 2)
}

/// Whether the word at `at` cannot stand inside a noun phrase.
fn ends_phrase(input: Tokens<'_>, at: usize) -> bool {
    let Some(token) = input.nth(at) else { return true };
    if token.is(STOPS.union(WordClass::CARDINAL)) {
        return true;
    }
    // A verb's form that is an adjective too may describe a noun for people: "three dead soldiers".
    token.is(WordClass::VERB)
        && !(token.is(WordClass::ADJECTIVE)
            && input.nth(at + 1).is_some_and(|next| next.is(WordClass::PEOPLE | WordClass::KIN)))
}

/// Whether a phrase ends at the noun for a person at `at`: what follows is no further noun.
fn ends_at(input: Tokens<'_>, at: usize) -> bool {
    let Some(next) = input.nth(at + 1) else { return true };
    match next.kind {
        TokenKind::Punctuation => !(input.text_of(next) == "-" && next.glued),
        TokenKind::Symbol | TokenKind::Number | TokenKind::Link => true,
        TokenKind::Clitic => !is_possessive(input, next) || !continues_to_person(input.skip(at + 2)),
        TokenKind::Word if next.is(WordClass::PEOPLE | WordClass::KIN) => {
            // "the man police say shot her"
            input.nth(at + 2).is_some_and(|third| third.is(WordClass::SPEECH | WordClass::VERB))
                && is_plural(&lower(input, next))
        }
        TokenKind::Word => ends_phrase(input, at + 1) || is_participle(input, next) || next.is_capitalised(),
    }
}

/// Whether a noun for a person follows a possessive soon: "the suspect's mother", "the man's two-year-old son".
fn continues_to_person(input: Tokens<'_>) -> bool {
    let phrase = (0..REACH).take_while(|&at| input.nth(at).is_some() && !ends_phrase(input, at));
    phrase
        .map(|at| input.nth(at))
        .any(|token| token.is_some_and(|token| token.is(WordClass::PEOPLE | WordClass::KIN)))
}

/// How many tokens behind its first comma an aside may end.
const ASIDE: usize = 10;

/// The words that a noun for people takes behind it before its verb: "of the gas station", "travelling aboard a bus",
/// "and loaders".
///
/// ```text
/// tail = participle? preposition determiner? word{1,6}     a verb must follow, at once or behind an aside between commas
///      | "and" word? noun-for-people                       several; a verb must follow at once
/// ```
pub(super) fn tail(input: Tokens<'_>) -> Read<'_, ()> {
    const PLACING: &[&str] =
        &["of", "from", "in", "at", "with", "on", "aboard", "near", "inside", "outside", "for", "as"];
    if let Ok(others) = others(input) {
        return Ok(others);
    }
    let describes =
        input.first().is_some_and(|first| is_participle(input, first) && !first.is(WordClass::VERB));
    let (behind, ()) = one_of(PLACING)(input.skip(usize::from(describes)))?;
    let behind = behind.skip(usize::from(behind.first_in(WordClass::DETERMINER)));
    let words = (0..6)
        .take_while(|&at| {
            behind.nth(at).is_some_and(|token| match token.kind {
                TokenKind::Word => !token.is(STOPS.union(WordClass::VERB)),
                TokenKind::Clitic => is_possessive(behind, token),
                TokenKind::Punctuation => is_hyphen(behind, at),
                TokenKind::Number | TokenKind::Symbol | TokenKind::Link => false,
            })
        })
        .count();
    let rest = behind.skip(words);
    let is_comma = |at: usize| rest.nth(at).is_some_and(|token| rest.text_of(token) == ",");
    let aside = if is_comma(0) { (2..ASIDE).find(|&at| is_comma(at)).map(|at| at + 1) } else { Some(0) };
    let verb = aside.is_some_and(|aside| rest.skip(aside).first_in(WordClass::VERB));
    take(behind, words, (words > 0 && verb).then_some(()))
}

/// "and" word? noun-for-people, before a verb: the figure is of both
fn others(input: Tokens<'_>) -> Read<'_, ()> {
    let (behind, ()) = word("and")(input)?;
    let is_people = |at: usize| {
        behind.nth(at).is_some_and(|token| {
            token.case == Case::Lower && token.is(WordClass::PEOPLE) && is_plural(&lower(behind, token))
        })
    };
    let words = (1..=2).find(|&words| is_people(words - 1) && behind.skip(words).first_in(WordClass::VERB));
    take(behind, words.unwrap_or(0), words.map(|_| ()))
}

/// How many children somebody has: "of two", "of three young boys".
///
/// ```text
/// offspring = "of" cardinal ("young" | "small" | "grown")? ("children" | "kids" | ...)?      behind a member of a family
/// ```
pub(super) fn offspring(input: Tokens<'_>) -> Read<'_, ()> {
    const CHILDREN: &[&str] = &["children", "kids", "boys", "girls", "sons", "daughters"];
    if !input.behind(1).is_some_and(|token| token.is(WordClass::KIN)) {
        return no();
    }
    let children = (opt(one_of(&["young", "small", "grown"])), one_of(CHILDREN));
    (word("of"), cardinal, opt(children)).map(|_| ()).parse(input)
}

fn cardinal(input: Tokens<'_>) -> Read<'_, ()> {
    let found = input.first_kind(TokenKind::Number) || input.first_in(WordClass::CARDINAL);
    take(input, 1, found.then_some(()))
}

fn is_possessive(input: Tokens<'_>, token: &Token) -> bool {
    matches!(input.text_of(token).trim_start_matches(['\'', '\u{2019}']), "s" | "S")
}

fn is_hyphen(input: Tokens<'_>, at: usize) -> bool {
    input.nth(at).is_some_and(|token| matches!(input.text_of(token), "-" | "\u{2010}" | "\u{2011}"))
        && input.nth(at + 1).is_some_and(|next| matches!(next.kind, TokenKind::Word | TokenKind::Number))
}

/// Where the name of a model starts whose digits stand at `at`: "AK-47s", "AK 47 rifles".
fn model_start(input: Tokens<'_>, at: usize) -> Option<usize> {
    let capitals = |at: usize| {
        input.nth(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Upper)
    };
    let before = at.checked_sub(1)?;
    if capitals(before) {
        return Some(before);
    }
    before.checked_sub(1).filter(|&first| is_hyphen(input, before) && capitals(first))
}

/// Whether a word has the ending of a participle or an adverb.
pub(super) fn is_participle(input: Tokens<'_>, token: &Token) -> bool {
    let word = input.text_of(token);
    let ends = |ending: &str| {
        word.len() > ending.len() + 1
            && word.is_char_boundary(word.len() - ending.len())
            && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending)
    };
    ends("ed") || ends("ing") || ends("ly")
}
