//! Persons of whose name the lexicon may know no word, told once all mentions of the article are there.
//!
//! ```text
//! stranger = word{2,3}               one of whose mentions somebody's evidence stands beside, or whose last word stands
//!                                    alone elsewhere: "Jermayne Timmons ... Timmons said"
//! evidence = what stands around it   (see evidence.rs)
//!          | (person | stranger) "and" word{2,3} | word{2,3} "and" (person | stranger)
//!          | ("," | "and") word{2,3} ("," | "and")         beside a person
//! ```
//!
//! Newspapers name a person in full once and by surname afterwards; teams, films and firms are shortened otherwise, or
//! take an article.

use super::{
    evidence,
    person::opens_sentence,
    run::{self, NEVER},
};
use crate::{
    claim::{Mention, MentionKind, Name, NameKind, Said},
    text::{Case, Document, Token, TokenKind, Tokens, WordClass},
};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Endings of words that open a sentence and are no first names.
const NO_NAMES: &[&str] = &[
    "ly", "ed", "ing", "ers", "ors", "ies", "tion", "ment", "ous", "ful", "ive", "less", "able", "ness",
    "ists", "ants",
];

/// The most words of a stranger's name.
const MOST_WORDS: usize = 3;

/// Words that no person's name holds, however it is told.
const BARRED: WordClass = NEVER
    .union(WordClass::ORGANIZATION)
    .union(WordClass::ORGANIZATION_NAME)
    .union(WordClass::PLACE_MARK)
    .union(WordClass::OFFICE)
    .union(WordClass::TITLE_PART)
    .union(WordClass::DEMONYM)
    .union(WordClass::WEEKDAY)
    .union(WordClass::MONTH)
    .union(WordClass::CARDINAL);

/// Words that persons' names are made of.
const NAMED: WordClass = WordClass::GIVEN_NAME.union(WordClass::FAMILY_NAME);

/// How far from its neighbour a person's mention can start, in tokens.
const ROW: usize = 12;

/// Words with a capital letter that no grammar read.
struct Stranger<'d> {
    sentence: usize,
    tokens: Range<usize>,
    /// As written.
    name: &'d str,
    /// Its last word.
    last: &'d str,
    /// Whether every word is unknown, an initial or a name: such a one needs no more than its surname alone elsewhere.
    unknown: bool,
    /// Whether something around it tells a person.
    told: bool,
    /// Whether something around it tells that it is none.
    thing: bool,
}

/// The words with a capital letter that no grammar read, as they stand in the article.
#[derive(Default)]
struct Unread<'d> {
    strangers: Vec<Stranger<'d>>,
    /// The words that stand alone.
    alone: FxHashSet<&'d str>,
    /// The last words of those that stand behind an article: "the Golden Horde".
    with_article: FxHashSet<&'d str>,
}

/// The persons that `mentions` lack, in order of place.
pub(in crate::read) fn strangers(document: &Document<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let Unread { mut strangers, alone, with_article } = unread(document, mentions);
    // Most articles have no such name, and need no more sets.
    if strangers.is_empty() {
        return Vec::new();
    }
    let things = names(strangers.iter().filter(|one| one.thing));
    let organizations = organizations(document, mentions);
    strangers.retain(|one| {
        !with_article.contains(one.last) && !things.contains(one.name) && !organizations.contains(one.name)
    });
    for one in &mut strangers {
        one.told |= one.unknown && alone.contains(one.last);
    }
    tell_neighbours(document, mentions, &mut strangers);
    let told = names(strangers.iter().filter(|one| one.told));
    strangers.retain(|one| told.contains(one.name));
    strangers.into_iter().map(|one| person(document, one)).collect()
}

fn names<'a, 'd: 'a>(strangers: impl Iterator<Item = &'a Stranger<'d>>) -> FxHashSet<&'d str> {
    strangers.map(|one| one.name).collect()
}

fn person(document: &Document<'_>, one: Stranger<'_>) -> Mention {
    let span = document.span_of(&one.tokens);
    let name = Name::plain(NameKind::Person, document.text(span));
    Mention {
        kind: MentionKind::Person,
        span,
        tokens: one.tokens,
        sentence: one.sentence,
        said: Said::Name(Box::new(name)),
    }
}

/// What stands between `mentions`.
fn unread<'d>(document: &Document<'d>, mentions: &[Mention]) -> Unread<'d> {
    let mut unread = Unread::default();
    let mut next = 0;
    let mut covered = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            let token = &document.tokens[index];
            if token.kind != TokenKind::Word || !token.is_capitalised() || token.is(NEVER) {
                index += 1;
                continue;
            }
            while next < mentions.len() && mentions[next].tokens.start <= index {
                covered = covered.max(mentions[next].tokens.end);
                next += 1;
            }
            if index < covered {
                index = covered;
                continue;
            }
            let tokens = document.stretch(index..sentence.tokens.end);
            let run = run::run(tokens);
            let length = run.end_of(run.words()).max(1);
            let last = run.parts().last().map_or(index, |part| index + part.at);
            let last = document.text(document.tokens[last].span);
            let free = mentions.get(next).is_none_or(|mention| mention.tokens.start >= index + length);
            if tokens.behind(1).is_some_and(|before| before.is(WordClass::DETERMINER)) {
                unread.with_article.insert(last);
            } else if run.words() == 1 && !run.compound {
                unread.alone.insert(last);
            } else if free && is_candidate(tokens, &run) {
                let rest = tokens.skip(length);
                let unknown = is_unknown(&run);
                let placed = run.parts()[0].class.contains(WordClass::PLACE_NAME);
                let stands_free = || unknown && !placed && evidence::is_free(tokens, rest);
                unread.strangers.push(Stranger {
                    sentence: at,
                    tokens: index..index + length,
                    name: document.text(document.span_of(&(index..index + length))),
                    last,
                    unknown,
                    told: evidence::is_told(tokens, rest) || stands_free(),
                    thing: evidence::is_thing(rest),
                });
            }
            index += length;
        }
    }
    unread
}

/// The first words of the article's organisations: "Marsh Tellan" of "Marsh Tellan Corp".
fn organizations<'d>(document: &Document<'d>, mentions: &[Mention]) -> FxHashSet<&'d str> {
    let names = mentions.iter().filter(|mention| mention.kind == MentionKind::Organization);
    let opening = |name: &'d str| name.match_indices(' ').take(MOST_WORDS).map(move |(end, _)| &name[..end]);
    names.flat_map(|mention| opening(document.text(mention.span))).collect()
}

/// Two or three words that are nothing else, the last one no ending of a team, place or firm.
fn is_candidate(tokens: Tokens<'_>, run: &run::Run) -> bool {
    let parts = run.parts();
    let Some(last) = parts.last() else { return false };
    let first = tokens.first().map_or("", |token| tokens.text_of(token));
    (2..=MOST_WORDS).contains(&parts.len())
        && !run.compound
        && parts.iter().all(|part| {
            (part.initial || is_name_case(&tokens.as_slice()[part.at]))
                && (!part.class.intersects(BARRED)
                    || part.class.intersects(NAMED) && !part.class.intersects(NEVER))
        })
        && !last.initial
        && (last.unknown || last.class.intersects(NAMED))
        && !(opens_sentence(tokens)
            && (!parts[0].unknown && !parts[0].class.intersects(NAMED)
                || NO_NAMES.iter().any(|ending| first.ends_with(ending))))
        && run::style(tokens, run) == run::Style::Plain
}

/// "Xhevdet", "McCassie", "CC"
const fn is_name_case(token: &Token) -> bool {
    matches!(token.case, Case::Title | Case::Mixed) || token.span.len() <= 2
}

/// Whether the lexicon has each word as a name or not at all.
fn is_unknown(run: &run::Run) -> bool {
    run.parts().iter().all(|part| part.unknown || part.initial || part.class.intersects(NAMED))
}

/// Tells those that stand in a row with persons, from either side.
fn tell_neighbours(document: &Document<'_>, mentions: &[Mention], strangers: &mut [Stranger<'_>]) {
    let person_at = |edge: usize, ends: bool| {
        let from = mentions.partition_point(|mention| mention.tokens.end < edge.saturating_sub(ROW));
        mentions[from..].iter().take_while(|mention| mention.tokens.start <= edge + ROW).any(|mention| {
            mention.kind == MentionKind::Person
                && (if ends { mention.tokens.end } else { mention.tokens.start }) == edge
        })
    };
    let count = strangers.len();
    for at in (0..count).chain((0..count).rev()) {
        let one = &strangers[at];
        if one.told || !one.unknown {
            continue;
        }
        let text = |at: usize| document.tokens.get(at).map_or("", |token| document.text(token.span));
        let (start, end) = (one.tokens.start, one.tokens.end);
        let told_before = |edge: usize| {
            person_at(edge, true) || at > 0 && strangers[at - 1].told && strangers[at - 1].tokens.end == edge
        };
        let told_behind = |edge: usize| {
            person_at(edge, false)
                || strangers.get(at + 1).is_some_and(|next| next.told && next.tokens.start == edge)
        };
        let before = start > 1 && {
            let in_row = matches!(text(end), "," | "and" | "(");
            match text(start - 1) {
                "and" if text(start - 2) == "," => told_before(start - 2),
                "and" => told_before(start - 1),
                "," if in_row => told_before(start - 1),
                _ => false,
            }
        };
        let behind = match text(end) {
            "and" => told_behind(end + 1),
            "," if text(end + 1) == "and" => told_behind(end + 2),
            "," if start > 0 && matches!(text(start - 1), "," | "and" | ":") => told_behind(end + 1),
            _ => false,
        };
        strangers[at].told = before || behind;
    }
}
