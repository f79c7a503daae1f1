//! Whom "he" and "she" stand for, and "the 46-year-old": the one person named before, of that sex, where nobody else
//! could be meant.
//!
//! The sentence itself comes first, then the ones before it. A sentence that names nobody but speaks of somebody ("a
//! man", "the driver") ends the search, and so does one that leaves two to choose from.

use super::event::Frame;
use crate::{
    claim::{MentionKind, Value},
    text::{Case, TokenKind, WordClass},
};
use std::{collections::BTreeSet, ops::Range};

/// How many sentences back somebody may be named.
const REACH: usize = 3;

/// How many tokens a noun may stand behind a name that it explains: "Berg, the smoky-voiced actress".
const APPOSITION: usize = 7;

/// The sexes that a word, a name or a title may tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sex {
    Female,
    Male,
}

/// The person that the word at `at` of a sentence stands for: a pronoun, or "the" before an age.
pub(super) fn antecedent(frame: &Frame<'_>, sentence: usize, at: usize) -> Option<String> {
    let search = Search { frame, sex: sex_of(frame, at).or_else(|| sex_behind(frame, at)) };
    for number in (sentence.saturating_sub(REACH)..=sentence).rev() {
        let tokens = frame.document.sentences.get(number)?.tokens.clone();
        let end = if number == sentence { at } else { tokens.end };
        match search.named(&(tokens.start..end)) {
            Named::One(name) => return Some(name),
            Named::Unclear => return None,
            Named::Nobody => {}
        }
    }
    None
}

/// Whom a stretch of text names.
enum Named {
    One(String),
    Nobody,
    Unclear,
}

struct Search<'a> {
    frame: &'a Frame<'a>,
    sex: Option<Sex>,
}

impl Search<'_> {
    fn named(&self, stretch: &Range<usize>) -> Named {
        let Frame { mentions, values, document, .. } = *self.frame;
        let first = mentions.partition_point(|mention| mention.tokens.start < stretch.start);
        let persons: Vec<(&Range<usize>, &str)> = (first..mentions.len())
            .take_while(|&at| mentions[at].tokens.start < stretch.end)
            .filter(|&at| mentions[at].kind == MentionKind::Person)
            .filter_map(|at| match values.get(at) {
                Some(Value::Name(name)) => Some((&mentions[at].tokens, name.canonical.as_str())),
                _ => None,
            })
            .filter(|(tokens, name)| self.may_be(tokens, name))
            .collect();
        // A strange name that opens the sentence, or stands before the others, may be whom it is about.
        let named = persons.first().map_or(stretch.start + 1, |(tokens, _)| tokens.start);
        if stretch.clone().any(|at| self.speaks_of_somebody(at, &persons))
            || (stretch.start..named).any(|at| self.opens_a_strange_name(at))
        {
            return Named::Unclear;
        }
        let speaks = |tokens: &Range<usize>| {
            let before = tokens.start.checked_sub(1);
            [before, Some(tokens.end)]
                .into_iter()
                .flatten()
                .filter_map(|at| document.tokens.get(at))
                .any(|token| token.is(WordClass::SPEECH))
        };
        let names = |all: &mut dyn Iterator<Item = &(&Range<usize>, &str)>| -> BTreeSet<String> {
            all.map(|(_, name)| (*name).to_owned()).collect()
        };
        let silent = names(&mut persons.iter().filter(|(tokens, _)| !speaks(tokens)));
        let all = if silent.is_empty() { names(&mut persons.iter()) } else { silent };
        let mut all = all.into_iter();
        match (all.next(), all.next()) {
            (Some(only), None) => Named::One(only),
            (None, _) => Named::Nobody,
            (Some(_), Some(_)) => Named::Unclear,
        }
    }

    /// Whether two words with capitals stand here that no grammar read: they may be a name.
    fn opens_a_strange_name(&self, at: usize) -> bool {
        let Frame { document, mentions, .. } = *self.frame;
        let first = mentions.partition_point(|mention| mention.tokens.start <= at);
        let is_read = |at: usize| mentions[..first].iter().rev().take(4).any(|one| one.tokens.contains(&at));
        let is_strange = |at: usize| {
            document.tokens.get(at).is_some_and(|token| {
                token.kind == TokenKind::Word
                    && token.case == Case::Title
                    && WordClass::LETTERED.contains(token.class)
            }) && !is_read(at)
        };
        is_strange(at) && is_strange(at + 1)
    }

    /// Whether a person may be of the sex that is sought.
    fn may_be(&self, tokens: &Range<usize>, name: &str) -> bool {
        let titled = tokens.start.checked_sub(1).and_then(|at| sex_of(self.frame, at)).or_else(|| {
            // "Mr." is two tokens.
            tokens.start.checked_sub(2).and_then(|at| sex_of(self.frame, at))
        });
        let given = name.split(' ').next().and_then(|given| self.sex_of_name(given));
        match (self.sex, titled.or(given)) {
            (Some(sought), Some(known)) => sought == known,
            (None, _) | (_, None) => true,
        }
    }

    fn sex_of_name(&self, given: &str) -> Option<Sex> {
        let book = self.frame.book;
        let words = book.lexicon.phrase(&given.to_lowercase());
        let [word] = words[..] else { return None };
        let is = |class: &str| book.is_in(class, word);
        match (is("person/woman-name"), is("person/man-name")) {
            (true, false) => Some(Sex::Female),
            (false, true) => Some(Sex::Male),
            (true, true) | (false, false) => None,
        }
    }

    /// Whether a noun speaks of somebody of that sex, whom no name beside it names.
    fn speaks_of_somebody(&self, at: usize, persons: &[(&Range<usize>, &str)]) -> bool {
        let Frame { document, book, .. } = *self.frame;
        let Some(token) = document.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let holds = |class: &str| book.is_in(class, token.word);
        let word = document.text(token.span).to_lowercase();
        let several = word.ends_with("men") && word.len() < 6 || word.ends_with('s') && !word.ends_with("ss");
        let is_noun = holds("person/sex") && !several && !token.is(WordClass::PRONOUN | WordClass::HONORIFIC);
        if !is_noun && !(persons.is_empty() && holds("role")) {
            return false;
        }
        let fits = match (self.sex, sex_of(self.frame, at)) {
            (Some(sought), Some(known)) => sought == known,
            (None, _) | (_, None) => true,
        };
        let is_named = persons.iter().any(|(tokens, _)| {
            let comma = |at: usize| document.tokens.get(at).is_some_and(|one| document.spells(one, ","));
            at < tokens.start && at + 3 >= tokens.start
                || comma(tokens.end) && (tokens.end..tokens.end + APPOSITION).contains(&at)
        });
        fits && !is_named
    }
}

/// The sex that a word tells by itself: "she", "Mrs", "woman".
fn sex_of(frame: &Frame<'_>, at: usize) -> Option<Sex> {
    let Frame { document, book, .. } = *frame;
    let word = document.tokens.get(at)?.word;
    let class = book.classes.find("person/sex")?;
    match book.classes.canonical(class, &[word])? {
        "female" => Some(Sex::Female),
        "male" => Some(Sex::Male),
        _ => None,
    }
}

/// The sex that the noun behind an age tells: "the 46-year-old woman".
fn sex_behind(frame: &Frame<'_>, at: usize) -> Option<Sex> {
    let first = frame.mentions.partition_point(|mention| mention.tokens.start <= at);
    let near = frame.mentions[first..].iter().take_while(|mention| mention.tokens.start < at + 3);
    let age = near.into_iter().find(|mention| mention.kind == MentionKind::Age)?;
    (age.tokens.end..age.tokens.end + 2).find_map(|at| sex_of(frame, at))
}
