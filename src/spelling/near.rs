//! Which words differ by so few letters that one may be a misprint of the other.
//!
//! Words meet by what is left of them without one letter, and long ones by their beginnings and ends: no word is held
//! against all others.

use super::names::{Names, Word};
use crate::{claim::sounds_the_same, text::WordClass};
use rustc_hash::{FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

/// The shortest word that is looked at, in letters.
const SHORTEST: usize = 4;

/// How many letters a word has of which two may differ.
const LONG: usize = 7;

/// How many letters at either end of a long word find those that are near in two letters.
const END: usize = 4;

/// The most words with one end that it finds: more share an end of the language ("-tion").
const WIDEST: usize = 40;

/// Words that are never a name's own: days, numbers, peoples, forms of address.
const CLOSED: WordClass = WordClass::MONTH
    .union(WordClass::WEEKDAY)
    .union(WordClass::CARDINAL)
    .union(WordClass::ORDINAL)
    .union(WordClass::DEMONYM)
    .union(WordClass::FUNCTION)
    .union(WordClass::DETERMINER)
    .union(WordClass::PREPOSITION)
    .union(WordClass::PRONOUN)
    .union(WordClass::HONORIFIC);

/// The pairs of words that may be spellings of one, by ear as well, by number, the lower first, each once and in order.
pub(super) fn pairs(names: &Names<'_>) -> Vec<(u32, u32)> {
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for (number, word) in (0..).zip(&names.words) {
        if is_asked(word) {
            keys_of(&word.folded, |key| keys.push((key, number)));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    let mut found = FxHashSet::default();
    for group in keys.chunk_by(|a, b| a.0 == b.0).filter(|group| (2..=WIDEST).contains(&group.len())) {
        for (nth, (_, a)) in group.iter().enumerate() {
            for (_, b) in &group[nth + 1..] {
                let text = |word: u32| names.words[word as usize].folded.as_str();
                if !found.contains(&(*a, *b)) && changes(text(*a), text(*b)).is_some() {
                    found.insert((*a, *b));
                }
            }
        }
    }
    let mut found: Vec<(u32, u32)> = found.into_iter().collect();
    found.sort_unstable();
    found
}

fn is_asked(word: &Word) -> bool {
    !word.joins
        && !word.class.intersects(CLOSED)
        && word.folded.chars().count() >= SHORTEST
        && word.folded.chars().all(char::is_alphabetic)
}

/// The keys by which a word meets others: itself, itself without any one letter, and the ends of a long one.
fn keys_of(word: &str, mut add: impl FnMut(u64)) {
    let letters: Vec<char> = word.chars().collect();
    let hash = |kind: u8, letters: &mut dyn Iterator<Item = char>| {
        let mut hasher = FxHasher::default();
        kind.hash(&mut hasher);
        letters.for_each(|letter| letter.hash(&mut hasher));
        hasher.finish()
    };
    add(hash(0, &mut letters.iter().copied()));
    for left_out in 0..letters.len() {
        let mut rest = letters.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, c)| *c);
        add(hash(0, &mut rest));
    }
    if letters.len() >= LONG {
        add(hash(1, &mut letters[..END].iter().copied()));
        add(hash(2, &mut letters[letters.len() - END..].iter().copied()));
    }
}

/// In how many letters two words differ, where it is so few that one may be a misprint of the other; none where a
/// transliteration or a written-out umlaut explains it.
pub(super) fn apart(a: &str, b: &str) -> Option<usize> {
    changes(a, b).filter(|_| !is_one_by_ear(a, b))
}

/// Whether a transliteration or a written-out umlaut explains where two words differ.
pub(super) fn is_one_by_ear(a: &str, b: &str) -> bool {
    sounds_the_same(a, b) || without_umlauts(a) == without_umlauts(b)
}

/// In how many letters two words differ, where it is so few that one may be a misprint of the other.
pub(super) fn changes(a: &str, b: &str) -> Option<usize> {
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longest = x.len().max(y.len());
    let allowed = if longest >= LONG { 2 } else { 1 };
    if x.len().min(y.len()) < SHORTEST || x.len().abs_diff(y.len()) > allowed {
        return None;
    }
    let starts = x[0] == y[0] || x[1..] == y[..] || x[..] == y[1..];
    // A letter put before its neighbour is one slip.
    Some(strsim::osa_distance(a, b)).filter(|changes| starts && (1..=allowed).contains(changes))
}

fn without_umlauts(word: &str) -> String {
    word.replace("ue", "u").replace("oe", "o").replace("ae", "a")
}

/// How many letters two words begin with alike.
pub(super) fn begin_alike(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}

/// Whether two words differ only in endings that make one word of another: a plural, the people of a place, an adjective.
pub(super) fn are_derived(a: &str, b: &str) -> bool {
    const ENDINGS: [&str; 45] = [
        "", "s", "es", "n", "an", "ian", "ns", "ans", "ians", "y", "ies", "i", "is", "ic", "ics", "ist",
        "ists", "ism", "al", "er", "ers", "or", "ed", "ing", "ish", "ese", "e", "en", "ation", "ional", "ia",
        "ite", "ites", "ity", "um", "a", "ess", "ry", "ine", "ium", "cy", "te", "t", "stan", "istan",
    ];
    /// The fewest letters of what the endings are put to.
    const STEM: usize = 3;
    let ends = |word: &str, at: usize| word.get(at..).is_some_and(|ending| ENDINGS.contains(&ending));
    let starts = a.char_indices().map(|(at, _)| at).chain([a.len()]);
    starts.take(begin_alike(a, b) + 1).skip(STEM).any(|at| ends(a, at) && ends(b, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_a_house_style_is_not() {
        for (a, b, want) in [
            ("cordeiro", "cordiero", Some(1)),
            ("brockton", "brocton", Some(1)),
            ("haverstock", "haverstick", Some(1)),
            ("valdemarin", "vladmarin", Some(2)),
            ("orvieto", "rvieto", Some(1)),
            ("sergei", "sergey", None),
            ("muller", "mueller", None),
            ("brown", "crown", None),
            ("hall", "hull", Some(1)),
            ("lima", "lomo", None),
        ] {
            assert_eq!(apart(a, b), want, "{a} {b}");
            assert_eq!(apart(b, a), want, "{b} {a}");
        }
    }

    #[test]
    fn derived_words_are_no_spellings() {
        for (a, b) in [
            ("romanian", "romania"),
            ("islamist", "islamic"),
            ("rangers", "ranger"),
            ("confederacy", "confederate"),
        ] {
            assert!(are_derived(a, b), "{a} {b}");
        }
        assert!(!are_derived("haverstock", "haverstick"));
        assert!(!are_derived("éme", "émi"), "a stem of two letters is none, however many bytes it has");
        assert!(are_derived("émilian", "émilia"));
    }
}
