//! How far each pattern came in a sentence: for a rule's author who asks why nothing, or something, was read.
//!
//! The same matcher runs as in the flow; here what stopped it is kept.

use super::{
    field::Field,
    matcher::{Far, Match, Matcher},
};
use crate::{
    claim::{Filler, Mention},
    rules::{Filter, PatternPlace, Program, RuleBook, SlotKind, Step},
    text::{Document, Span},
};

/// The most things that are said to have been expected.
const MOST_EXPECTED: usize = 5;

/// Which patterns are asked how far they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Those that a word of the sentence calls for, as in the flow.
    Called,
    /// The same, of one rule.
    CalledOf(usize),
    /// Every pattern of the book, whatever the sentence holds.
    Every,
}

/// One pattern that looked at a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The rule, as an index into the rule book.
    pub rule: usize,
    /// The attribute that it would claim.
    pub attribute: String,
    /// The pattern as its author wrote it.
    pub pattern: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// A match: its words, and what fills its slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The words of the claim.
    pub span: Span,
    /// The slots that were filled, in their order; what fills one without a name is not kept.
    pub slots: Vec<Held>,
}

/// What fills a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The slot's name.
    pub slot: String,
    /// Its type.
    pub kind: SlotKind,
    /// The words in it.
    pub span: Span,
    /// What was read in them; nothing in a slot for words.
    pub mentions: Vec<Mention>,
}

/// What came of a pattern in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It matched, from left to right.
    Matched(Vec<Fit>),
    /// It came from the first word of these to the last, and then found something else than it expected; none found where
    /// the sentence ended.
    Stopped { matched: Option<Span>, expected: String, found: Option<Span> },
    /// Nothing in the sentence could start it.
    NotStarted,
    /// The rule does not read blocks of this kind.
    OtherBlock,
}

/// What each pattern that is asked came to in a sentence, in the order of the rules.
#[must_use]
pub fn attempts(
    document: &Document<'_>,
    mentions: &[Mention],
    book: &RuleBook,
    sentence: usize,
    asked: Asked,
) -> Vec<Attempt> {
    let Some(held) = document.sentences.get(sentence) else { return Vec::new() };
    let first = mentions.partition_point(|mention| mention.tokens.start < held.tokens.start);
    let last = mentions.partition_point(|mention| mention.tokens.start < held.tokens.end);
    let mut wanted: Vec<PatternPlace> = Vec::new();
    if asked == Asked::Every {
        wanted.extend(book.places());
    } else {
        let mut called = book.triggers.none();
        book.triggers.gather(
            &document.tokens[held.tokens.clone()],
            &mentions[first..last],
            |_| true,
            &mut called,
        );
        wanted.extend(called.drain().map(|number| book.triggers.listed(number).place));
    }
    if let Asked::CalledOf(rule) = asked {
        wanted.retain(|place| place.rule as usize == rule);
    }
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut field = Field::new(document, mentions, book);
    field.enter(held.tokens.clone(), first..last);
    let mut matcher = Matcher::keeping_far();
    let kind = document.kind_of(held);
    wanted
        .into_iter()
        .map(|place| {
            let rule = &book.rules[place.rule as usize];
            let pattern = book.pattern(place);
            let mut fits = Vec::new();
            matcher.far = None;
            matcher.run(pattern, &field, |found| {
                fits.push(fit(found, &pattern.program, document, mentions));
            });
            let outcome = match matcher.far.take() {
                _ if !rule.blocks.contains(&kind) => Outcome::OtherBlock,
                _ if !fits.is_empty() => Outcome::Matched(fits),
                Some(Far { start, at, steps }) => Outcome::Stopped {
                    matched: (at > start).then(|| document.span_of(&(start..at))),
                    expected: any_of(&pattern.program, steps, book),
                    found: (at < held.tokens.end).then(|| document.tokens[at].span),
                },
                None => Outcome::NotStarted,
            };
            Attempt {
                rule: place.rule as usize,
                attribute: rule.claims[usize::from(place.claim)].attribute.clone(),
                pattern: pattern.source.clone(),
                outcome,
            }
        })
        .collect()
}

fn fit(found: Match, program: &Program, document: &Document<'_>, mentions: &[Mention]) -> Fit {
    let held = |(slot, filler): (usize, Filler)| {
        let slot = &program.slots[slot];
        let indices = match &filler {
            Filler::Mention(at) => vec![*at],
            Filler::Mentions(several) => several.clone(),
            Filler::Words(_) => Vec::new(),
        };
        let mentions: Vec<Mention> = indices.into_iter().map(|at| mentions[at].clone()).collect();
        let span = match filler {
            Filler::Words(tokens) => Some(document.span_of(&tokens)),
            Filler::Mention(_) | Filler::Mentions(_) => {
                mentions.iter().map(|mention| mention.span).reduce(Span::cover)
            }
        };
        Some(Held { slot: slot.name.as_deref()?.to_owned(), kind: slot.kind, span: span?, mentions })
    };
    let slots = found.fillers.into_iter().filter_map(held).collect();
    Fit { span: document.span_of(&found.tokens), slots }
}

/// What would have led on from any of the steps, in the order of the pattern.
fn any_of(program: &Program, mut steps: Vec<usize>, book: &RuleBook) -> String {
    steps.sort_unstable();
    let mut told: Vec<String> = Vec::new();
    for step in steps {
        let one = expected(program, step, book);
        if !told.contains(&one) {
            told.push(one);
        }
    }
    let more = if told.len() > MOST_EXPECTED { " or something else" } else { "" };
    told.truncate(MOST_EXPECTED);
    told.join(" or ") + more
}

/// What a step takes, for a reader.
fn expected(program: &Program, step: usize, book: &RuleBook) -> String {
    let quoted = |word: &str| format!("\"{word}\"");
    match &program.steps[step] {
        Step::Word(word) => book.lexicon.word(*word).map_or_else(|| "a word".to_owned(), quoted),
        Step::Words(words) => {
            let shown: Vec<String> =
                words.iter().take(4).filter_map(|word| book.lexicon.word(*word)).map(quoted).collect();
            let more = if words.len() > 4 { " or another of its forms" } else { "" };
            format!("{}{more}", shown.join(" or "))
        }
        Step::Text(text) => quoted(text),
        Step::Class(class) => format!("a word of {{{}}}", book.classes.name(*class).unwrap_or_default()),
        Step::Flags(_) => "a word of a closed class".to_owned(),
        Step::Slot(slot) => {
            let slot = &program.slots[*slot];
            let besides = match &slot.filter {
                Filter::None => String::new(),
                Filter::Class(class) => format!(" of {{{}}}", book.classes.name(*class).unwrap_or_default()),
                Filter::Unit(unit) => format!(" in {unit}"),
            };
            format!("a {}{besides}", slot.kind.word())
        }
        Step::Start => "the start of the sentence".to_owned(),
        Step::End => "the end of the sentence".to_owned(),
        Step::Gap { .. } => "some words".to_owned(),
        Step::Deny { .. } | Step::DenyBehind { .. } => {
            "something that the pattern does not forbid".to_owned()
        }
        Step::Ahead { .. } => "what the pattern asks to follow".to_owned(),
        Step::Split(_) | Step::Jump(_) | Step::Open | Step::Close | Step::Accept => {
            "the rest of the pattern".to_owned()
        }
    }
}
