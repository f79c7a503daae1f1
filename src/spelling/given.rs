//! First names that begin alike before one family name, in sources of which none has both: "Darla" and "Darlene Koster".
//!
//! Two in one family are rarer than a first name that one desk has got wrong. Short forms are one name, and what is
//! near in all of its letters is for [`super::company`].

use super::{
    Variant,
    company::Pair,
    names::{Names, OFFICES, Place},
    near::begin_alike,
};
use crate::{
    claim::sounds_the_same,
    rules::RuleBook,
    text::{Document, WordClass},
};
use std::collections::{BTreeMap, BTreeSet};

/// The fewest letters of a first name and of a family name.
const SHORTEST: usize = 4;

/// How many letters two first names begin with alike, of which one is known to nobody.
const ALIKE: usize = 3;

/// How many letters two well-known first names begin with alike.
const KNOWN_ALIKE: usize = 4;

/// What no family name is, and no first name behind nothing that says so.
const OTHERS: WordClass = OFFICES
    .union(WordClass::PLACE_NAME)
    .union(WordClass::PLACE_MARK)
    .union(WordClass::ORGANIZATION_NAME)
    .union(WordClass::ORGANIZATION)
    .union(WordClass::DEMONYM);

/// The persons of one family name whose first names begin alike.
pub(super) fn variants(names: &Names<'_>, documents: &[&Document<'_>], book: &RuleBook) -> Vec<Variant> {
    let mut found = Vec::new();
    for (family, given) in families(names, documents) {
        let given: Vec<u32> = given.into_iter().collect();
        for (nth, a) in given.iter().enumerate() {
            for b in &given[nth + 1..] {
                // Few begin as one, and how often a name is used is asked of those alone.
                if !begin_as_one(names, *a, *b) {
                    continue;
                }
                let pair = Pair::of(names, book, *a, *b);
                if pair.is_first_name() {
                    found.push(pair.before(family));
                }
            }
        }
    }
    found.retain(|one| !are_relatives(one, names, documents));
    found
}

/// Whether the two are told apart: by ages, or by a word for a relative before one of them.
fn are_relatives(variant: &Variant, names: &Names<'_>, documents: &[&Document<'_>]) -> bool {
    let is_relative = |place: &Place| {
        let (tokens, at) = (&documents[names.run(place).source].tokens, names.tokens(place).start);
        at.checked_sub(1).is_some_and(|before| tokens[before].is(WordClass::KIN))
    };
    let age = |place: &Place| {
        let document = documents[names.run(place).source];
        let behind = |n: usize| document.tokens.get(names.tokens(place).end + n);
        behind(0).filter(|comma| document.text(comma.span) == ",")?;
        document.text(behind(1)?.span).parse::<u32>().ok()
    };
    let [common, rare] = &variant.spellings;
    let ages = |places: &[Place]| places.iter().filter_map(age).collect::<BTreeSet<u32>>();
    let (of_common, of_rare) = (ages(common), ages(rare));
    common.iter().chain(rare).any(is_relative)
        || !of_common.is_empty() && !of_rare.is_empty() && of_common.is_disjoint(&of_rare)
}

/// By family name the first names that stand before it at the end of a name.
fn families(names: &Names<'_>, documents: &[&Document<'_>]) -> BTreeMap<u32, BTreeSet<u32>> {
    let mut families: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for run in &names.runs {
        // "Ana Lima of Harrow Hospital" is of Ana Lima.
        let is_of = |(word, _): &(u32, usize)| matches!(&*names.words[*word as usize].folded, "of" | "for");
        let end = run.words.iter().position(is_of).unwrap_or(run.words.len());
        let [.., (given, token), (family, _)] = run.words[..end] else { continue };
        let is_addressed = || {
            let before = documents[run.source].tokens[..token].iter().rev().take(2);
            end == 2 && before.into_iter().any(|token| token.is(WordClass::HONORIFIC))
        };
        let fits = |number: u32, kind: WordClass| {
            let word = &names.words[number as usize];
            !word.joins
                && word.folded.chars().count() >= SHORTEST
                && (!word.is_known || word.class.intersects(kind))
                && !word.class.intersects(OTHERS)
        };
        let is_given = fits(given, WordClass::GIVEN_NAME)
            || names.words[given as usize].class.intersects(WordClass::PLACE_NAME) && is_addressed();
        if is_given && fits(family, WordClass::FAMILY_NAME) {
            families.entry(family).or_default().insert(given);
        }
    }
    families
}

/// Whether two first names begin alike and none is a form of the other.
fn begin_as_one(names: &Names<'_>, a: u32, b: u32) -> bool {
    let [a, b] = [a, b].map(|word| &names.words[word as usize]);
    let are_known = [a, b].iter().all(|word| word.class.intersects(WordClass::GIVEN_NAME));
    let (x, y) = (a.folded.as_str(), b.folded.as_str());
    begin_alike(x, y) >= if are_known { KNOWN_ALIKE } else { ALIKE }
        && !sounds_the_same(x, y)
        && !is_short_form(x, y)
        && !is_short_form(y, x)
}

/// Whether a name is another without its end, or that with a "-y": "Jerry" of "Jerrold", "Debbie" of "Deborah".
fn is_short_form(short: &str, long: &str) -> bool {
    let stem = ["ie", "ey", "y", "i"].iter().find_map(|ending| short.strip_suffix(ending));
    let is_stem = |stem: &str| {
        let single = stem
            .get(..stem.len() - 1)
            .filter(|single| stem.chars().next_back() == single.chars().next_back());
        long.starts_with(stem) || single.is_some_and(|single| long.starts_with(single))
    };
    long.starts_with(short) || long.len() > short.len() && stem.is_some_and(is_stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_is_the_name_itself() {
        for (short, long) in
            [("jerry", "jerrold"), ("alex", "alexis"), ("debbie", "deborah"), ("danny", "daniel")]
        {
            assert!(is_short_form(short, long), "{short} {long}");
        }
        for (a, b) in [("laurie", "laura"), ("darla", "darlene")] {
            assert!(!is_short_form(a, b) && !is_short_form(b, a), "{a} {b}");
        }
    }
}
