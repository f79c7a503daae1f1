//! Names of persons.
//!
//! ```text
//! person = given word{1,4}                              "Steve Witkoff"
//!        | word* family                                 an unknown first word, a common family name
//!        | (honorific | office | kin) word{1,5}         what stands before it tells; it is no part of the name
//!        | word particle word                           "Osama bin Laden"
//!        | initial+ word                                "J. K. Rowling", "W. Mark Felt"
//!        | word{2,4} ("," age | "(" age | "," "who")    "Mere Contreras, 31,"
//!        | word{2,4} fate | loss "of" word{2,4}         "Kalo Deens was shot", "the death of Kalo Deens"
//! word   = a word of the run that is no organisation's or place's mark
//! ```

use super::{
    Read, evidence,
    run::{NEVER, Run, Style, StyleAround, nothing},
};
use crate::{
    claim::{Name, NameKind},
    text::{Document, TokenKind, Tokens, WordClass},
};

/// The most words of a person's name.
const MOST: usize = 5;

/// Words that no person's name holds behind its first word.
const ENDS: WordClass = NEVER
    .union(WordClass::ORGANIZATION)
    .union(WordClass::PLACE_MARK)
    .union(WordClass::DEMONYM)
    .union(WordClass::WEEKDAY)
    .union(WordClass::TIME_UNIT)
    .union(WordClass::CARDINAL);

/// person
pub(super) fn person<'a>(
    tokens: Tokens<'a>,
    run: &Run,
    style: &StyleAround<'_>,
    document: &Document<'_>,
) -> Read<'a> {
    match words(tokens, run, style, document) {
        0 => nothing(tokens),
        count => {
            let rest = tokens.skip(run.end_of(count));
            let written = tokens.until(&rest).text();
            Ok((rest, Name::plain(NameKind::Person, written)))
        }
    }
}

/// How many words of the run are a person's name; none where nothing tells.
fn words(tokens: Tokens<'_>, run: &Run, style: &StyleAround<'_>, document: &Document<'_>) -> usize {
    let parts = run.parts();
    let Some(first) = parts.first() else { return 0 };
    if first.class.intersects(NEVER.union(WordClass::HONORIFIC)) {
        return 0;
    }
    let usable = parts[1..].iter().take_while(|part| !part.class.intersects(ENDS)).count() + 1;
    let ended_by_mark = parts.get(usable).is_some_and(|part| {
        part.class.intersects(WordClass::ORGANIZATION | WordClass::PLACE_MARK)
            && !part.class.intersects(WordClass::FAMILY_NAME)
    });
    let count = usable.min(MOST);
    let titled = is_titled(tokens) && !starts_sentence(tokens, document);
    if titled {
        let aged = tokens.behind(1).is_some_and(|before| tokens.text_of(before) == "old");
        return if aged && count < 2 { 0 } else { titled_words(run, count, ended_by_mark, style) };
    }
    if count == 1 && first.unknown && style.get() == Style::Plain && is_aged_surname(tokens, run) {
        return 1;
    }
    if count < 2 || first.class.intersects(ENDS) || run.compound && count == parts.len() {
        return 0;
    }
    if ended_by_mark || is_behind_opener(tokens) {
        return 0;
    }
    let count = narrowed(run, count, style);
    let (head, last) = (&parts[..count], &parts[count - 1]);
    let given = first.class.contains(WordClass::GIVEN_NAME) || first.initial && count > 2;
    let initials = head[..count - 1].iter().all(|part| part.initial);
    let opens_sentence = opens_sentence(tokens);
    let told = match style.get() {
        Style::Plain => {
            given
                && !(opens_sentence && first.class.intersects(WordClass::VERB))
                && !is_team(tokens, run, count)
                || initials
                || run.particle
                    && given_particle(tokens, run)
                    && !first.class.intersects(WordClass::PLACE_NAME | WordClass::ORGANIZATION_NAME)
                || is_family(run, count, opens_sentence)
                || is_described(tokens, run, count)
        }
        Style::Heading | Style::Capitals => {
            given && count > 1 && (last.class.contains(WordClass::FAMILY_NAME) || last.unknown)
        }
    };
    if told && !last.initial { count } else { 0 }
}

/// Where every word has a capital letter a name ends before the first word that the lexicon knows otherwise.
fn narrowed(run: &Run, count: usize, style: &StyleAround<'_>) -> usize {
    if style.get() == Style::Plain {
        return count;
    }
    let parts = run.parts();
    let named = WordClass::GIVEN_NAME | WordClass::FAMILY_NAME | WordClass::PLACE_NAME;
    let kept = parts[1..count]
        .iter()
        .take(2)
        .take_while(|part| {
            !part.class.intersects(WordClass::SPEECH | WordClass::VERB)
                && (part.unknown && !part.inflected || part.initial || part.class.intersects(named))
        })
        .count();
    kept + 1
}

/// Behind a title, form of address or relation even one word is a name; behind an age ("16-year-old") it takes two.
fn titled_words(run: &Run, count: usize, ended_by_mark: bool, style: &StyleAround<'_>) -> usize {
    let first = &run.parts()[0];
    let place = first.class.contains(WordClass::PLACE_NAME) && !first.unknown;
    let family = first.class.intersects(WordClass::FAMILY_NAME | WordClass::GIVEN_NAME);
    let barred = first.class.intersects(
        ENDS.union(WordClass::MONTH)
            .union(WordClass::OFFICE)
            .union(WordClass::ORGANIZATION_NAME)
            .union(WordClass::TITLE_PART)
            .union(WordClass::VERB),
    );
    let family_though_word = first.class.contains(WordClass::FAMILY_NAME) && count > 1;
    if ended_by_mark
        || barred && !family && !family_though_word
        || place && !family && count == 1
        || first.initial && count == 1
    {
        return 0;
    }
    if run.compound && count == 1 {
        return 0;
    }
    match style.get() {
        Style::Plain => count,
        Style::Heading => narrowed(run, count, style),
        Style::Capitals if family || first.unknown && !first.inflected => narrowed(run, count, style),
        Style::Capitals => 0,
    }
}

/// Whether the first token is the first of its sentence; what stands before belongs to another one.
fn starts_sentence(tokens: Tokens<'_>, document: &Document<'_>) -> bool {
    let sentence = document.sentences.partition_point(|sentence| sentence.tokens.end <= tokens.index());
    document.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.start == tokens.index())
}

/// Whether a form of address, an office or a relation stands right before.
pub(super) fn is_titled(tokens: Tokens<'_>) -> bool {
    let titles = WordClass::HONORIFIC.union(WordClass::OFFICE).union(WordClass::KIN);
    let Some(before) = tokens.behind(1) else { return false };
    if tokens.first().is_some_and(|first| first.glued) {
        return false;
    }
    match tokens.text_of(before) {
        "." => {
            before.glued
                && tokens
                    .behind(2)
                    .is_some_and(|word| word.is(titles) && word.is_capitalised() && word.span.len() < 6)
        }
        "old" if before.glued => {
            tokens.behind(2).is_some_and(|hyphen| hyphen.glued && tokens.text_of(hyphen) == "-")
        }
        "law" => before.glued && tokens.behind(2).is_some_and(|hyphen| tokens.text_of(hyphen) == "-"),
        _ if before.kind != TokenKind::Word => false,
        _ => {
            before.is(titles)
                || before.is(WordClass::TITLE_PART)
                    && tokens.behind(2).is_some_and(|of| tokens.text_of(of) == "of")
                    && tokens.behind(3).is_some_and(|office| office.is(WordClass::OFFICE))
        }
    }
}

/// Whether the run opens a sentence, so that its capital letter shows nothing.
pub(super) fn opens_sentence(tokens: Tokens<'_>) -> bool {
    tokens.behind(1).is_none_or(|before| {
        before.kind == TokenKind::Punctuation
            && matches!(
                tokens.text_of(before),
                "." | "!" | "?" | "\"" | "\u{201C}" | "\u{201D}" | ":" | "'" | "\u{2018}" | ")" | "*"
            )
    })
}

/// "San Diego Chargers": the given name is part of a place's.
fn is_behind_opener(tokens: Tokens<'_>) -> bool {
    let openers = [
        "San", "Santa", "Santo", "Saint", "St", "Los", "Las", "Fort", "Port", "New", "Mount", "Lake", "SAN",
        "SANTA",
    ];
    let before = match tokens.behind(1) {
        Some(point) if tokens.text_of(point) == "." => tokens.behind(2),
        other => other,
    };
    before.is_some_and(|before| openers.contains(&tokens.text_of(before)))
}

/// "Charlotte Bobcats", "Marine Commandos": a given name that is a place or an office's part too, and an unknown plural.
fn is_team(tokens: Tokens<'_>, run: &Run, count: usize) -> bool {
    let (first, last) = (&run.parts()[0], &run.parts()[count - 1]);
    let plural = tokens.text_of(&tokens.as_slice()[last.at]).ends_with('s');
    first.class.intersects(WordClass::PLACE_NAME | WordClass::TITLE_PART) && last.unknown && plural
}

/// Whether a particle that only persons have joins the words: "bin", not "de" as in "Stade de Suisse".
fn given_particle(tokens: Tokens<'_>, run: &Run) -> bool {
    let end = run.end_of(run.words());
    tokens.as_slice()[..end].iter().any(|token| {
        token.is(WordClass::PARTICLE)
            && ["bin", "ibn", "bint", "al", "el", "van", "von", "ul", "ud", "ur"]
                .contains(&tokens.text_of(token))
    })
}

/// An unknown word and a common family name; a known word could be anything ("Golden Miller").
fn is_family(run: &Run, count: usize, opens_sentence: bool) -> bool {
    let parts = &run.parts()[..count];
    let last = parts[count - 1];
    let plain_word = |class: WordClass| {
        class.intersects(
            WordClass::PLACE_NAME
                | WordClass::ORGANIZATION_NAME
                | WordClass::OFFICE
                | WordClass::TITLE_PART
                | WordClass::PEOPLE
                | WordClass::VERB,
        )
    };
    last.class.contains(WordClass::FAMILY_NAME)
        && !last.class.contains(WordClass::PLACE_NAME)
        && parts[..count - 1].iter().all(|part| {
            part.unknown
                || part.initial
                || !plain_word(part.class) && part.class.contains(WordClass::FAMILY_NAME)
        })
        && !opens_sentence
}

/// Whether an age, "who" or what only happens to people stands behind: "Mere Contreras, 31,", "Shelly Bird, who", "Kalo
/// Deens was shot"; or a loss before: "the death of Kalo Deens".
fn is_described(tokens: Tokens<'_>, run: &Run, count: usize) -> bool {
    let barred = WordClass::ORGANIZATION_NAME | WordClass::OFFICE | WordClass::TITLE_PART;
    if count > 4 || run.parts()[..count].iter().any(|part| part.class.intersects(barred)) {
        return false;
    }
    let rest = tokens.skip(run.end_of(count));
    evidence::is_told_behind(rest) || evidence::is_behind_loss(tokens)
}

/// Whether an age between commas and a verb stand behind a single word: "Hauge, 22, has".
fn is_aged_surname(tokens: Tokens<'_>, run: &Run) -> bool {
    const VERBS: &[&str] =
        &["who", "is", "was", "has", "had", "said", "says", "now", "scored", "joined", "will", "won"];
    let rest = tokens.skip(run.end_of(1));
    let comma = |at: usize| rest.nth(at).is_some_and(|token| rest.text_of(token) == ",");
    let years = rest.nth(1).filter(|token| token.kind == TokenKind::Number);
    let aged = years.is_some_and(|token| {
        rest.text_of(token).len() == 2 && rest.text_of(token).parse::<u32>().is_ok_and(|years| years > 13)
    });
    comma(0) && aged && comma(2) && rest.skip(3).first_among(VERBS)
}
