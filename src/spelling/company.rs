//! Pairs of words that are one in two spellings, by the company they keep.
//!
//! A family name that stands behind the same first name, a first name before the same family name; or a word alone that is
//! known to nobody and comes once.

use super::{
    Variant, ear,
    names::{Names, OFFICES, Place, Use, Word},
    near::{are_derived, changes, is_one_by_ear},
};
use crate::{rules::RuleBook, text::WordClass};
use std::{cmp::Reverse, collections::BTreeSet};

const PLACES: WordClass = WordClass::PLACE.union(WordClass::PLACE_NAME);

/// What a word is that is known as a name.
const NAMES: WordClass = WordClass::PLACE_NAME.union(WordClass::GIVEN_NAME).union(WordClass::FAMILY_NAME);

/// The fewest letters of a lone word and of its other spelling, of which the longer has one more.
const LONE: usize = 6;

/// How many letters a lone word has of which two may differ.
const LONG: usize = 9;

/// The side of a word on which its company stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// The names that are spelt in two ways but for one word of `pairs`, those with the commonest spellings first.
pub(super) fn variants(names: &Names<'_>, pairs: &[(u32, u32)], book: &RuleBook) -> Vec<Variant> {
    let mut found: Vec<(Reverse<usize>, Variant)> = Vec::new();
    for &(a, b) in pairs {
        let pair = Pair::of(names, book, a, b);
        if let Some(spellings) = pair.spellings() {
            let uses = pair.word(pair.common).uses.len();
            found.push((Reverse(uses), Variant { spellings, words: Some([pair.common, pair.rare]) }));
        }
    }
    found.sort_by_key(|(weight, variant)| (*weight, variant.words));
    found.into_iter().map(|(_, variant)| variant).collect()
}

/// Two words that are near in their letters.
pub(super) struct Pair<'n> {
    names: &'n Names<'n>,
    book: &'n RuleBook,
    common: u32,
    rare: u32,
}

impl<'n> Pair<'n> {
    pub(super) fn of(names: &'n Names<'n>, book: &'n RuleBook, a: u32, b: u32) -> Self {
        let weight = |word: u32| {
            let sources: BTreeSet<usize> = names.sources(word).collect();
            (sources.len(), names.words[word as usize].uses.len())
        };
        let (common, rare) = if weight(a) >= weight(b) { (a, b) } else { (b, a) };
        Self { names, book, common, rare }
    }

    /// The two as they stand before a family name.
    pub(super) fn before(&self, family: u32) -> Variant {
        let words = [self.common, self.rare];
        Variant { spellings: words.map(|word| self.beside(word, family, Side::Behind)), words: Some(words) }
    }

    /// The places of both spellings, where the company says that they are of one name.
    fn spellings(&self) -> Option<[Vec<Place>; 2]> {
        let [a, b] = [self.word(self.common), self.word(self.rare)];
        let changes = changes(&a.folded, &b.folded)?;
        let by_ear = is_one_by_ear(&a.folded, &b.folded);
        let tells = |beside: &u32| !by_ear || ear::is_slip(a, b, self.word(*beside), self.book);
        // Two names that are both well known are two names where more than a letter tells them apart, as are two places.
        let both = |class: WordClass| a.class.intersects(class) && b.class.intersects(class);
        if a.is_known && b.is_known && changes > 1 || both(PLACES) {
            return None;
        }
        for side in [Side::Before, Side::Behind] {
            let company = self.shared(side);
            let fits = |beside: &u32| match side {
                Side::Before => self.is_family_name(*beside),
                Side::Behind => self.is_first_name(),
            };
            if let Some(beside) = company.into_iter().filter(tells).find(fits) {
                return Some([self.beside(self.common, beside, side), self.beside(self.rare, beside, side)]);
            }
        }
        (!by_ear && self.is_lone(changes))
            .then(|| [self.names.alone(self.common), self.names.alone(self.rare)])
    }

    fn word(&self, number: u32) -> &Word {
        &self.names.words[number as usize]
    }

    /// Whether both are said to stand behind one word in sources that do not tell them apart.
    fn is_family_name(&self, beside: u32) -> bool {
        let [a, b] = [self.word(self.common), self.word(self.rare)];
        let of_person = self.word(beside).class.intersects(WordClass::GIVEN_NAME);
        let plural = a.folded.len().abs_diff(b.folded.len()) == 1
            && (a.folded.strip_suffix('s') == Some(&b.folded)
                || b.folded.strip_suffix('s') == Some(&a.folded));
        (!are_derived(&a.folded, &b.folded) || of_person && !plural)
            && (!self.share_a_source() || b.uses.len() == 1)
    }

    /// Whether both are one first name: of one sex, in no source that has both, and none short for the other.
    pub(super) fn is_first_name(&self) -> bool {
        let [a, b] = [self.word(self.common), self.word(self.rare)];
        let short = |word: &Word| self.book.meaning("person/short-name", &word.folded).map(str::to_owned);
        let full = |word: &Word| short(word).unwrap_or_else(|| word.folded.clone());
        let is_in = |class: &str, word: &Word| {
            self.book.is_in(class, self.book.lexicon.look_up(word.folded.as_bytes()).0)
        };
        // Two well-known first names of one family are two of its members, unless both are known to be of one sex.
        let both_in = |class: &str| is_in(class, a) && is_in(class, b);
        let is_given = |word: &Word| word.class.intersects(WordClass::GIVEN_NAME);
        let of_one_sex = both_in("person/man-name") || both_in("person/woman-name");
        let two_members = is_given(a) && is_given(b) && !of_one_sex;
        a.folded.as_bytes().first() == b.folded.as_bytes().first()
            && (of_one_sex || !are_derived(&a.folded, &b.folded))
            && full(a) != full(b)
            && !two_members
            && !self.share_a_source()
    }

    /// Whether the rarer word is a slip for the other though neither stands beside a word that the other stands beside.
    fn is_lone(&self, changes: usize) -> bool {
        let [a, b] = [self.word(self.common), self.word(self.rare)];
        let (shorter, longer) = {
            let (x, y) = (a.folded.chars().count(), b.folded.chars().count());
            (x.min(y), x.max(y))
        };
        let opens = a.folded.starts_with(&b.folded) || b.folded.starts_with(&a.folded);
        // Both in company, and in no company alike: "Telekom Norden" and "Telecom Sur".
        let has_bare = |word: &Word| word.uses.iter().any(|one| self.names.is_bare(one));
        // A long name is written so that another stands for nothing else.
        let is_named = |word: &Word| word.class.intersects(NAMES) && shorter > LONE;
        (!a.is_known || is_named(a) && !b.is_known)
            && (!b.is_known || is_named(b))
            && !opens
            && !are_derived(&a.folded, &b.folded)
            && a.folded.as_bytes().first() == b.folded.as_bytes().first()
            && b.uses.len() == 1
            && shorter >= LONE
            && longer > LONE
            && (changes == 1 || shorter >= LONG)
            && (a.uses.len() > 1 || self.share_a_source())
            && (has_bare(a) || has_bare(b))
            && (self.share_a_source() || !have_the_consonants(&a.folded, &b.folded))
    }

    fn share_a_source(&self) -> bool {
        let rare: BTreeSet<usize> = self.names.sources(self.rare).collect();
        self.names.sources(self.common).any(|source| rare.contains(&source))
    }

    /// The words that stand beside both on a side, in order of their numbers.
    fn shared(&self, side: Side) -> Vec<u32> {
        let of = |word: u32| -> BTreeSet<u32> {
            self.word(word).uses.iter().filter_map(|one| self.neighbour(one, side)).collect()
        };
        of(self.common).intersection(&of(self.rare)).copied().collect()
    }

    /// The word of a name that stands next to one of its words.
    fn neighbour(&self, one: &Use, side: Side) -> Option<u32> {
        let at = match side {
            Side::Before => one.at.checked_sub(1)?,
            Side::Behind => one.at + 1,
        };
        let (number, _) = *self.names.runs[one.run].words.get(at)?;
        let word = self.word(number);
        let says = !word.joins && word.folded.len() > 1 && !word.class.intersects(OFFICES);
        says.then_some(number)
    }

    /// The places of a word with the word beside it.
    fn beside(&self, word: u32, beside: u32, side: Side) -> Vec<Place> {
        let uses = self.word(word).uses.iter().filter(|one| self.neighbour(one, side) == Some(beside));
        uses.map(|one| {
            let words = match side {
                Side::Before => one.at - 1..one.at + 1,
                Side::Behind => one.at..one.at + 2,
            };
            Place { run: one.run, words }
        })
        .collect()
    }
}

/// Whether two words differ in vowels alone, as names from another script do that each desk writes by ear: "Hormozgan",
/// "Hormuzgan".
fn have_the_consonants(a: &str, b: &str) -> bool {
    let consonants = |word: &str| word.replace(['a', 'e', 'i', 'o', 'u'], "");
    consonants(a) == consonants(b)
}
