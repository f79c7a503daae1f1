//! Longer names that differ in one word: in a small one, in one that is near in letters or begins alike, or in any where one
//! abbreviation is told for both; and names with two words in the other order.
//!
//! Names meet by their words without one of them, by their words without the small ones, and by their words in any order.

use super::{
    Variant, abbreviation,
    names::{Names, Place, Word},
    near::{apart, are_derived, begin_alike},
};
use crate::{
    claim::sounds_the_same,
    text::{Document, WordClass},
};
use rustc_hash::{FxHashMap, FxHasher};
use std::{
    collections::BTreeSet,
    hash::{Hash, Hasher},
};

/// How many words a name has that is looked at; more are a headline.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=7;

/// How many words of its own a name has whose words are replaced: the others must say which name it is.
const TELLING: usize = 3;

/// How many words of its own a name has of which two may have changed places.
const MANY: usize = 4;

/// How many letters two words begin with alike that are no slip.
const ALIKE: usize = 4;

/// How many letters the last words of two names begin with alike: "Airlines" and "Airways".
const LAST_ALIKE: usize = 3;

/// In how many letters two first names are still one: "Bettie" and "Betty", but not "Jerrold" and "Jerry".
const SLIP: usize = 2;

/// The fewest letters of a word that is no short form: "Corp".
const WRITTEN_OUT: usize = 5;

/// More names than these with one word left out are of one family: "University of ...".
const WIDEST: usize = 12;

/// A name of several words, with its places.
struct Phrase<'d> {
    words: Vec<u32>,
    places: Vec<Place>,
    abbreviations: BTreeSet<&'d str>,
}

/// How two names may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Gap {
    /// In one word of theirs.
    At(usize),
    /// In the small words that join the others.
    Joints,
    /// In the order of two neighbours.
    Order,
}

/// The names of several words that are spelt in two ways.
pub(super) fn variants(names: &Names<'_>, documents: &[&Document<'_>]) -> Vec<Variant> {
    let phrases = phrases(names, documents);
    let mut keys: Vec<(u64, Gap, usize)> = Vec::new();
    for (number, phrase) in phrases.iter().enumerate() {
        keys_of(phrase, names, |key, gap| keys.push((key, gap, number)));
    }
    keys.sort_unstable();
    let mut found: Vec<Variant> = Vec::new();
    for group in keys.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        if !(2..=WIDEST).contains(&group.len()) {
            continue;
        }
        for (nth, (_, gap, a)) in group.iter().enumerate() {
            let others = group[nth + 1..].iter();
            found.extend(others.filter_map(|(_, _, b)| variant(&phrases[*a], &phrases[*b], *gap, names)));
        }
    }
    found.sort_by_key(|one| one.words);
    found
}

/// The names of several words, each once, in the order in which they are first used.
fn phrases<'d>(names: &Names<'_>, documents: &'d [&Document<'_>]) -> Vec<Phrase<'d>> {
    let mut numbers: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
    let mut phrases: Vec<Phrase<'_>> = Vec::new();
    for (number, run) in names.runs.iter().enumerate() {
        let says = |word: &u32| names.words[*word as usize].folded != "the";
        let words: Vec<u32> = run.words.iter().map(|(word, _)| *word).filter(says).collect();
        if LENGTH.contains(&words.len()) {
            let at = *numbers.entry(words).or_insert_with_key(|words| {
                let (words, places) = (words.clone(), Vec::new());
                phrases.push(Phrase { words, places, abbreviations: BTreeSet::new() });
                phrases.len() - 1
            });
            let place = Place { run: number, words: 0..run.words.len() };
            phrases[at].abbreviations.extend(abbreviation::behind(&place, names, documents[run.source]));
            phrases[at].places.push(place);
        }
    }
    phrases
}

fn keys_of(phrase: &Phrase<'_>, names: &Names<'_>, mut add: impl FnMut(u64, Gap)) {
    let hash = |words: &mut dyn Iterator<Item = u32>| {
        let mut hasher = FxHasher::default();
        words.for_each(|word| word.hash(&mut hasher));
        hasher.finish()
    };
    let joins = |word: u32| names.words[word as usize].joins;
    let own = phrase.words.iter().filter(|word| !joins(**word)).count();
    if own >= TELLING {
        for at in (0..phrase.words.len()).filter(|at| !joins(phrase.words[*at])) {
            let mut rest =
                phrase.words.iter().enumerate().map(|(n, word)| if n == at { 0 } else { word + 1 });
            add(hash(&mut rest), Gap::At(at));
        }
    }
    if own >= MANY && own == phrase.words.len() {
        let mut sorted: Vec<u32> = phrase.words.iter().map(|word| word + 1).collect();
        sorted.sort_unstable();
        add(hash(&mut sorted.into_iter()), Gap::Order);
    }
    if own >= 2 {
        let mut own = phrase.words.iter().filter(|word| !joins(**word)).map(|word| word + 1);
        add(hash(&mut own), Gap::Joints);
    }
}

fn variant(a: &Phrase<'_>, b: &Phrase<'_>, gap: Gap, names: &Names<'_>) -> Option<Variant> {
    let sources = |one: &Phrase<'_>| -> BTreeSet<usize> {
        one.places.iter().map(|place| names.run(place).source).collect()
    };
    let (of_a, of_b) = (sources(a), sources(b));
    let is_common = (of_a.len(), a.places.len()) >= (of_b.len(), b.places.len());
    let (common, rare) = if is_common { (a, b) } else { (b, a) };
    if !of_a.is_disjoint(&of_b) && rare.places.len() > 1 {
        return None;
    }
    let words = match gap {
        Gap::At(at) => {
            let words = [common.words[at], rare.words[at]];
            let word = |number: u32| &names.words[number as usize];
            let [x, y] = words.map(word);
            // What a name opens with may be of somebody ("Charger Ann Lee") or some country ("Peru Grand Prix",
            // "Peruvian President").
            let loose = at == 0
                && are_derived(&x.folded, &y.folded)
                && (common.words.len() <= TELLING
                    || word(common.words[1])
                        .class
                        .intersects(WordClass::GIVEN_NAME.union(WordClass::OFFICE)));
            let last = at + 1 == common.words.len();
            // "Jerry" is Jerrold, and no slip.
            let given = [x, y].iter().any(|word| word.class.intersects(WordClass::GIVEN_NAME));
            let short = given && strsim::osa_distance(&x.folded, &y.folded) > SLIP;
            let glossed = !a.abbreviations.is_disjoint(&b.abbreviations)
                && !are_derived(&x.folded, &y.folded)
                && !is_people_of(x, y)
                && !is_people_of(y, x)
                && !sounds_the_same(&x.folded, &y.folded);
            (!loose && !short && (glossed || may_be_one(x, y, last))).then_some(Some(words))?
        }
        Gap::Order => are_swapped(a, b, names).then_some(None)?,
        // The particles of family names come and go: "Ana de Luna" is Ana Luna.
        Gap::Joints => {
            let has_particle = |one: &Phrase<'_>| {
                one.words.iter().any(|word| names.words[*word as usize].class.intersects(WordClass::PARTICLE))
            };
            // "Tokyo for the Olympics" is no name; "Bank for England" is one in other words.
            let joints = |one: &Phrase<'_>| -> Vec<usize> {
                let own = |at: usize| {
                    one.words[..at].iter().filter(|word| !names.words[**word as usize].joins).count()
                };
                let joins = |at: &usize| names.words[one.words[*at] as usize].joins;
                (0..one.words.len()).filter(joins).map(own).collect()
            };
            (!has_particle(a) && !has_particle(b) && joints(a) == joints(b)).then_some(None)?
        }
    };
    Some(Variant { spellings: [common.places.clone(), rare.places.clone()], words })
}

/// Whether a word is of a people, and the other of a place as theirs may be.
fn is_people_of(people: &Word, place: &Word) -> bool {
    people.class.intersects(WordClass::DEMONYM)
        && place.class.intersects(WordClass::PLACE.union(WordClass::PLACE_NAME))
}

/// Whether two neighbours within a name that is no person's have changed places: "Transport Safety", "Safety Transport".
fn are_swapped(a: &Phrase<'_>, b: &Phrase<'_>, names: &Names<'_>) -> bool {
    let differ: Vec<usize> = (0..a.words.len()).filter(|at| a.words[*at] != b.words[*at]).collect();
    let of_person = |word: &u32| {
        names.words[*word as usize].class.intersects(WordClass::GIVEN_NAME.union(WordClass::OFFICE))
    };
    matches!(differ[..], [x, y] if y == x + 1 && y + 1 < a.words.len()) && !a.words.iter().any(of_person)
}

/// Whether two words in the same place of a name are likelier one than two: a slip, or words that begin alike.
fn may_be_one(a: &Word, b: &Word, is_last: bool) -> bool {
    let (a, b) = (a.folded.as_str(), b.folded.as_str());
    let shorter = a.len().min(b.len());
    if shorter < WRITTEN_OUT
        || sounds_the_same(a, b)
        || ![a, b].iter().all(|word| word.chars().all(char::is_alphabetic))
    {
        return false;
    }
    let shared = begin_alike(a, b);
    let derived = are_derived(a, b);
    if is_last {
        return !derived
            && (apart(a, b).is_some() || shared >= LAST_ALIKE && a.as_bytes().last() == b.as_bytes().last());
    }
    apart(a, b).is_some() || shared >= ALIKE && shared * 2 >= a.len().max(b.len())
}
