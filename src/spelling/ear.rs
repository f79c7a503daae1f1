//! Whether two spellings that sound alike are a slip in the name of a person who writes it in Latin letters.
//!
//! "Sherri" and "Sheri Dalton" are told apart on a passport, "Hassan" and "Hasan Nouri" by each desk's ear. Only
//! doubled letters and those that English writes in two ways are looked at, and only in a name with a first name that
//! is known.

use super::names::Word;
use crate::{rules::RuleBook, text::WordClass};

/// Letters that no English name has, or few.
const FOREIGN: [&str; 6] = ["kh", "zh", "aa", "uu", "dz", "ji"];

/// The ends of names from another script.
const FOREIGN_ENDS: [&str; 21] = [
    "ov", "ova", "ev", "aev", "sky", "ski", "skiy", "skii", "enko", "chuk", "dze", "vili", "zadeh", "ullah",
    "uddin", "allah", "oglu", "ani", "azi", "awi", "oui",
];

/// Those of them that first names have too which are written in Latin letters: "Treva", "Bryan", "Vivian".
const SHARED_ENDS: [&str; 3] = ["eva", "yan", "ian"];

/// Whether two words that sound alike are two spellings of an editor's concern beside another word of their name.
pub(super) fn is_slip(a: &Word, b: &Word, beside: &Word, book: &RuleBook) -> bool {
    let is_given = |word: &Word| word.class.intersects(WordClass::GIVEN_NAME);
    // A slip in a known first name is no foreign name either.
    let either = is_given(a) || is_given(b);
    (either || is_given(beside))
        && [(a, either), (b, either), (beside, is_given(beside))]
            .into_iter()
            .all(|(word, is_given)| is_latin(word, is_given, book))
        && plain(&a.folded) == plain(&b.folded)
}

/// Whether nothing in a word says that it was taken over from another script; of a first name that is known only a
/// clear end does.
fn is_latin(word: &Word, is_given: bool, book: &RuleBook) -> bool {
    let name = word.folded.as_str();
    let is_listed = book.is_in("person/other-script", book.lexicon.look_up(name.as_bytes()).0);
    let bare_q = name.match_indices('q').any(|(at, _)| !name[at..].starts_with("qu"));
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    !is_listed
        && !bare_q
        && !FOREIGN.iter().any(|letters| name.contains(letters))
        && !ends(&FOREIGN_ENDS)
        && (is_given || !ends(&SHARED_ENDS))
}

/// A word with one letter for those that are doubled, and one for those that English writes in two ways.
fn plain(word: &str) -> String {
    let mut letters: Vec<char> = word.replace("ck", "k").replace('c', "k").chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_letters_and_those_with_one_sound_are_plain() {
        for (a, b) in [("garry", "gary"), ("brock", "brok"), ("elliot", "elliott")] {
            assert_eq!(plain(a), plain(b), "{a} {b}");
        }
        for (a, b) in [("jager", "jaeger"), ("andrei", "andrey"), ("feig", "feigh")] {
            assert_ne!(plain(a), plain(b), "{a} {b}");
        }
    }
}
