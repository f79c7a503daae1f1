//! How far each pattern came in a sentence: for a rule's author who asks why nothing, or something, was read.
//!
//! The same matcher runs as in the flow; here what stopped it is kept.

use super::{field::Field, matcher::Matcher};
use crate::{
    claim::Mention,
    rules::{Filter, Program, RuleBook, Step},
    text::{Document, Span},
};

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

/// What came of a pattern in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It matched these words.
    Matched(Span),
    /// It came from the first word of these to the last, and then found something else than it expected; none found where
    /// the sentence ended.
    Stopped { matched: Option<Span>, expected: String, found: Option<Span> },
    /// Nothing in the sentence could start it.
    NotStarted,
    /// The rule does not read blocks of this kind.
    OtherBlock,
}

/// What each pattern that a word of the sentence called for came to, in the order of the rules.
#[must_use]
pub fn attempts(
    document: &Document<'_>,
    mentions: &[Mention],
    book: &RuleBook,
    sentence: usize,
) -> Vec<Attempt> {
    let Some(held) = document.sentences.get(sentence) else { return Vec::new() };
    let first = mentions.partition_point(|mention| mention.tokens.start < held.tokens.start);
    let last = mentions.partition_point(|mention| mention.tokens.start < held.tokens.end);
    let mut wanted = Vec::new();
    book.triggers.gather(&document.tokens[held.tokens.clone()], &mentions[first..last], &mut wanted);
    wanted.sort_unstable();
    wanted.dedup();
    let mut field = Field::new(document, mentions, book);
    field.enter(held.tokens.clone(), first..last);
    let mut matcher = Matcher::keeping_far();
    let kind = document.kind_of(held);
    wanted
        .into_iter()
        .map(|place| {
            let rule = &book.rules[place.rule as usize];
            let pattern = book.pattern(place);
            let mut matched = None;
            matcher.far = None;
            matcher.run_to(field.tokens.end, pattern, &field, |found| {
                matched.get_or_insert(document.span_of(&found.tokens));
            });
            let outcome = match (matched, matcher.far) {
                _ if !rule.blocks.contains(&kind) => Outcome::OtherBlock,
                (Some(span), _) => Outcome::Matched(span),
                (None, Some((start, at, step))) => Outcome::Stopped {
                    matched: (at > start).then(|| document.span_of(&(start..at))),
                    expected: expected(&pattern.program, step, book),
                    found: (at < held.tokens.end).then(|| document.tokens[at].span),
                },
                (None, None) => Outcome::NotStarted,
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
        Step::Class(class) => format!("a word of @{}", book.classes.name(*class).unwrap_or_default()),
        Step::Flags(_) => "a word of a closed class".to_owned(),
        Step::Slot(slot) => {
            let slot = &program.slots[*slot];
            let besides = match &slot.filter {
                Filter::None => String::new(),
                Filter::Class(class) => format!(" of @{}", book.classes.name(*class).unwrap_or_default()),
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
