//! Finds the noun of whom or what an age tells: "a 33-year-old nun", "her son is nine years old".
//!
//! ```text
//! bearer = value "-"? word{0,2} noun            "33-year-old Danish nun"
//!        | noun ("is" | "was") adverb? value    "the detained son was nine years old"
//! ```
//!
//! One that is named is the rule of named people's, and several are not of one age. Next in the flow: [`crate::align`], which
//! holds ages of one such noun against each other.

use super::{
    context,
    governor::{is_content, is_verb_like},
};
use crate::{
    rules::RuleBook,
    text::{Case, Document, TokenKind, WordClass},
};
use std::ops::Range;

/// The most words of a noun phrase behind an age.
const MOST_WORDS: usize = 4;

/// The most of them where no list knows the last.
const SURE_WORDS: usize = 1;

/// Nouns for people.
const PEOPLE: WordClass = WordClass::PEOPLE.union(WordClass::KIN).union(WordClass::OFFICE);

/// Words that end a noun phrase.
const VERBS: WordClass = WordClass::VERB.union(WordClass::PAST).union(WordClass::PRESENT);

/// Words between a noun and its age.
const BEING: [&str; 7] = ["is", "was", "now", "just", "only", "still", "aged"];

/// The noun by the list of words that are alike or else itself; none where nothing, several or a name bears the age,
/// and where the noun stands in most news.
pub(super) fn bearer(
    document: &Document<'_>,
    book: &RuleBook,
    sentence: &Range<usize>,
    value: &Range<usize>,
) -> Option<String> {
    let text = |at: usize| document.text(document.tokens[at].span);
    let named = |at: usize| {
        let one = context::singular(text(at)).is_none();
        if one { context::telling_key(document, book, &document.tokens[at]) } else { None }
    };
    let hyphen = sentence.contains(&value.end) && matches!(text(value.end), "-" | "\u{2010}" | "\u{2011}");
    let from = value.end + usize::from(hyphen);
    let phrase = (from..sentence.end.min(from + MOST_WORDS)).take_while(|&at| {
        let token = &document.tokens[at];
        is_content(token) && !token.is(VERBS) && !is_verb_like(text(at)) || token.is(WordClass::DEMONYM)
    });
    let words: Vec<usize> = phrase.collect();
    let of_people = |at: &&usize| document.tokens[**at].is(PEOPLE);
    if !words.is_empty() {
        // Behind a noun that no list knows a verb may stand that none knows either.
        let last = words.last().filter(|_| words.len() <= SURE_WORDS);
        let noun = *words.iter().rev().find(of_people).or(last)?;
        // Behind the noun a name goes on that bears the age itself: "the 33-year-old singer Anna Berg".
        let is_named = document.tokens.get(noun + 1).is_some_and(|next| {
            sentence.contains(&(noun + 1)) && next.kind == TokenKind::Word && next.case != Case::Lower
        });
        return if is_named || !is_content(&document.tokens[noun]) { None } else { named(noun) };
    }
    let before = (sentence.start..value.start).rev();
    let mut before = before.skip_while(|&at| BEING.contains(&text(at)));
    let noun = before.next().filter(|&at| at + 1 < value.start && is_content(&document.tokens[at]))?;
    named(noun)
}
