//! A surname that stands alone, of nobody whom the article names: a slip for that of a person whom it names in full.
//!
//! No article writes one person by two transliterations, so what is one by ear is a slip here as well. Newspapers name
//! a person in full once and by surname afterwards: "Ana Lindqvist, the owner ... Lindqvst said" has one person.

use super::{
    Variant,
    names::{Names, OFFICES, Use, Word},
    near::{are_derived, changes},
};
use crate::text::{Document, Token, TokenKind, WordClass, WordId};
use std::collections::BTreeSet;

/// The fewest letters of a surname that is held against another, and of what may be a slip for it.
const SHORTEST: [usize; 2] = [4, 5];

/// What a word that is also the name of something else can be: no surname of nobody.
const OTHERS: WordClass = WordClass::GIVEN_NAME
    .union(WordClass::PLACE_NAME)
    .union(WordClass::ORGANIZATION_NAME)
    .union(WordClass::ORGANIZATION)
    .union(WordClass::PLACE_MARK);

/// What a person does: of what stands before it a person may be the subject.
const VERBS: WordClass =
    WordClass::SPEECH.union(WordClass::VERB).union(WordClass::PAST).union(WordClass::PRESENT);

/// The surnames of `pairs` of which one is a slip for the other.
pub(super) fn variants(names: &Names<'_>, pairs: &[(u32, u32)], documents: &[&Document<'_>]) -> Vec<Variant> {
    let both = pairs.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
    let pairs = both.map(|(full, slip)| Pair { names, documents, full, slip });
    let found = pairs.filter(Pair::is_one).map(|pair| Variant {
        spellings: [pair.names.alone(pair.full), pair.names.alone(pair.slip)],
        words: Some([pair.full, pair.slip]),
    });
    found.collect()
}

/// A surname, and what may be a slip for it.
struct Pair<'n> {
    names: &'n Names<'n>,
    documents: &'n [&'n Document<'n>],
    full: u32,
    slip: u32,
}

impl Pair<'_> {
    fn is_one(&self) -> bool {
        let [full, slip] = [self.word(self.full), self.word(self.slip)];
        let [of_full, of_slip] = [full, slip].map(|word| word.folded.chars().count());
        let is_surname = !slip.is_known || slip.class.intersects(WordClass::FAMILY_NAME);
        of_full >= SHORTEST[0]
            && of_slip >= SHORTEST[1]
            && is_surname
            && !slip.class.intersects(OTHERS)
            && changes(&full.folded, &slip.folded) == Some(1)
            && !are_derived(&full.folded, &slip.folded)
            && uses(slip).all(|one| self.is_alone(one))
            && uses(slip).any(|one| self.is_of_person(one))
            && self.sources(self.slip).iter().all(|source| self.is_slip_in(*source))
    }

    fn word(&self, number: u32) -> &Word {
        &self.names.words[number as usize]
    }

    fn sources(&self, word: u32) -> BTreeSet<usize> {
        uses(self.word(word)).map(|one| self.names.runs[one.run].source).collect()
    }

    /// Whether a source has the other as the surname of a full name, and the slip nowhere in company, be it in a headline.
    fn is_slip_in(&self, source: usize) -> bool {
        let document = self.documents[source];
        let is_slip = |token: &Token| self.names.number(document.text(token.span)) == Some(self.slip);
        let is_name = |token: &Token| token.is_capitalised() && !token.is(OFFICES);
        let mut pairs = document.tokens.windows(2);
        let is_in_company = pairs
            .any(|pair| is_name(&pair[0]) && is_slip(&pair[1]) || is_slip(&pair[0]) && is_name(&pair[1]));
        let full = self.word(self.full).uses.iter();
        !is_in_company
            && full.filter(|one| self.names.runs[one.run].source == source).any(|one| self.is_full_name(one))
    }

    /// Whether a word ends the name of a person in full: behind a first name, an initial, or an unknown word behind an office.
    fn is_full_name(&self, one: &Use) -> bool {
        let words = &self.names.runs[one.run].words;
        let mut before = words[..one.at].iter().rev().map(|(word, _)| self.word(*word)).peekable();
        let initials = std::iter::from_fn(|| before.next_if(|word| word.folded.chars().count() == 1));
        let has_initial = initials.count() > 0;
        let Some(first) = before.next() else { return has_initial };
        words.len() == one.at + 1
            && (first.class.intersects(WordClass::GIVEN_NAME)
                || has_initial
                || !first.is_known && before.any(|word| word.class.intersects(OFFICES)))
    }

    /// Whether a word is all of a name, and no latter part of one: "al-Haddad".
    fn is_alone(&self, one: &Use) -> bool {
        let run = &self.names.runs[one.run];
        let (document, at) = (self.documents[run.source], run.words[one.at].1);
        let is_latter = at > 0 && document.tokens[at].glued && document.spells(&document.tokens[at - 1], "-");
        self.names.is_bare(one) && !is_latter
    }

    /// Whether a name stands where a person stands: before a verb, behind a verb of saying, a form of address, "with" or
    /// "against".
    fn is_of_person(&self, one: &Use) -> bool {
        let run = &self.names.runs[one.run];
        let (document, sentence) = (self.documents[run.source], run.sentence);
        let tokens = document.sentences[sentence].tokens.clone();
        let token = |at: usize| document.tokens.get(at).filter(|_| tokens.contains(&at));
        let [first, last] = [run.words.first(), run.words.last()].map(|word| word.map_or(0, |word| word.1));
        let acts = token(last + 1).is_some_and(|next| {
            let written = document.text(next.span);
            let looks_like_one = next.word == WordId::UNKNOWN && written.ends_with(['d', 's']);
            next.kind == TokenKind::Word && !next.is_capitalised() && (next.is(VERBS) || looks_like_one)
        });
        let is_followed = token(last + 1).is_some_and(|comma| document.text(comma.span) == ",")
            && token(last + 2).is_some_and(|who| document.spells(who, "who"));
        let before = first.checked_sub(1).and_then(token);
        // A place has people in it and ways to it, but nobody is with it or against it.
        let is_met = |before: &Token| ["with", "against"].iter().any(|word| document.spells(before, word));
        acts || is_followed
            || before
                .is_some_and(|before| before.is(WordClass::SPEECH | WordClass::HONORIFIC) || is_met(before))
            || run.words.len() > 1
    }
}

fn uses(word: &Word) -> impl Iterator<Item = &Use> {
    word.uses.iter().chain(&word.openings)
}
