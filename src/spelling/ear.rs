//! Whether two spellings that sound alike are a slip in the name of a person who writes it in Latin letters.
//!
//! "Sherri" and "Sheri Dalton" are told apart on a passport, "Hassan" and "Hasan Nouri" by each desk's ear. Only doubled letters and
//! those that English writes in two ways are looked at, and only in a name with a first name that is known.

use super::names::Word;
use crate::{rules::RuleBook, text::WordClass};

/// Letters that no English name has, or few.
const FOREIGN: [&str; 6] = ["kh", "zh", "aa", "uu", "dz", "ji"];

/// The ends of names from another script.
const FOREIGN_ENDS: [&str; 24] = [
    "ov", "ova", "ev", "eva", "aev", "sky", "ski", "skiy", "skii", "enko", "chuk", "yan", "ian", "dze",
    "vili", "zadeh", "ullah", "uddin", "allah", "oglu", "ani", "azi", "awi", "oui",
];

/// Whether two words that sound alike are two spellings of an editor's concern beside another word of their name.
pub(super) fn is_slip(a: &Word, b: &Word, beside: &Word, book: &RuleBook) -> bool {
    let names = [a, b, beside];
    names.iter().any(|word| word.class.intersects(WordClass::GIVEN_NAME))
        && names.iter().all(|word| is_latin(word, book))
        && plain(&a.folded) == plain(&b.folded)
}

/// Whether nothing in a word says that it was taken over from another script.
fn is_latin(word: &Word, book: &RuleBook) -> bool {
    let name = word.folded.as_str();
    let is_listed = book
        .classes
        .find("person/other-script")
        .is_some_and(|class| book.classes.holds(class, book.lexicon.look_up(name.as_bytes()).0));
    let bare_q = name.match_indices('q').any(|(at, _)| !name[at..].starts_with("qu"));
    !is_listed
        && !bare_q
        && !FOREIGN.iter().any(|letters| name.contains(letters))
        && !FOREIGN_ENDS.iter().any(|end| name.ends_with(end))
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
