//! Whether two wordings are of the same words, by how they run beside each other, and whether what differs weighs.
//!
//! [`super::wording`] lays them side by side; [`crate::align`] joins by it and [`crate::compare`] judges by it.

use super::wording::{is_kin, is_small};
use std::ops::Range;

/// In how many places versions of one wording may differ; beyond, they are two translations.
const MOST_CHANGES: usize = 4;

/// How many words both share at least, and how many that say something.
const LEAST: usize = 5;
const SAYING: usize = 3;

/// How many they share at least where fewer say something, those counted twice; each changed word takes two more.
const ENOUGH: usize = 5;

/// How many they share at least, and how many that say something, where nothing is changed, or one word inside:
/// "chained up like a dog".
const LEAST_SHORT: usize = 4;
const SAYING_SHORT: usize = 2;

/// How many more one of them may have at its ends where one person said both.
const MOST_CUT_OFF: usize = 2;

/// How many they share at least where one person said both and they end otherwise.
const SURE_OF_SPEAKER: usize = 7;

/// Words that say that something is not so.
const DENIALS: [&str; 9] = ["not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without"];

/// How two wordings of the same words run beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Versions {
    /// The words that both have, from the first to the last shared one: of the left side and of the right.
    pub left: Range<usize>,
    pub right: Range<usize>,
    /// Where they differ, by the words of each side.
    pub changes: Vec<(Vec<String>, Vec<String>)>,
    /// Whether both go on at an end, each with words of its own that are too many for a change.
    pub(super) is_ragged: bool,
    /// The words that differ where both begin or end, and whether any of them says something.
    pub(super) at_an_end: usize,
    pub(super) end_says: bool,
    /// The words that both have.
    pub(super) matched: usize,
    /// Those of them that say something.
    pub(super) content: usize,
    /// The words that one side has at an end where the other begins or stops.
    pub(super) cut_off: usize,
    /// The words that stand side by side in two forms, and whether what differs at an end is such a word alone.
    pub(super) kin: usize,
    pub(super) end_is_kin: bool,
    /// The words of the shorter side.
    pub(super) shorter: usize,
    /// What the shared words weigh, less the others: the higher, the likelier that they are the same words.
    pub score: i32,
}

/// Whether two wordings may be of the same words, changed by one of the two, where the shorter has `shorter` words and both have
/// `shared` in any order.
pub(crate) const fn may_be_of_one(shared: usize, shorter: usize) -> bool {
    shared * 5 >= shorter * 3
}

impl Versions {
    /// Whether nothing but house style and where they were cut tells them apart.
    pub(crate) fn agree(&self) -> bool {
        self.changes.is_empty()
    }

    /// Whether one of them does without articles as a headline does, and nothing else tells them apart.
    pub(crate) fn drop_articles(&self) -> bool {
        let is_article = |word: &String| matches!(word.as_str(), "a" | "an" | "the");
        self.changes.iter().all(|(old, new)| old.iter().chain(new).all(is_article))
    }

    /// Whether so much is shared that they are the same words, changed by one of the two.
    pub(crate) fn are_of_one(&self) -> bool {
        let changed = self.changes.iter().map(longer).sum::<usize>().saturating_sub(self.kin);
        let (matched, content) = (self.matched + self.kin, self.content + self.kin);
        let ends_alike = self.at_an_end == 0 || self.end_is_kin;
        let plain = content >= SAYING && changed * 2 <= matched && (self.end_is_sure() || ends_alike);
        let slight = ends_alike && content > 1 && matched + content >= ENOUGH + changed * 2;
        let cut = self.agree() && content > 0 && matched + content > ENOUGH;
        let is_short =
            ends_alike && content >= SAYING_SHORT && changed < 2 && !self.is_ragged && !self.swaps();
        let least = if self.agree() || is_short { LEAST_SHORT } else { LEAST };
        (plain || slight || cut || is_short)
            && matched >= least
            && self.changes.len() <= MOST_CHANGES
            && may_be_of_one(self.matched, self.shorter)
            && (!self.is_ragged || self.is_much())
    }

    /// The same where one person said both: then less will do, as long as neither goes on.
    pub(crate) fn are_of_one_speaker(&self) -> bool {
        let changed = self.changes.iter().map(longer).sum::<usize>().saturating_sub(self.kin);
        let (matched, content) = (self.matched + self.kin, self.content + self.kin);
        self.are_of_one()
            || self.leaves_out()
            || !self.is_ragged
                && !self.agree()
                && self.cut_off <= MOST_CUT_OFF
                && self.changes.len() < MOST_CHANGES
                && (self.at_an_end == 0 || self.end_is_kin || matched >= SURE_OF_SPEAKER)
                && matched >= LEAST_SHORT
                && content > 0
                && matched + content * 2 > ENOUGH + changed
    }

    /// Whether one of them has all the words of the other and some between them: what was left out was left out without a sign.
    fn leaves_out(&self) -> bool {
        let one_sided = |has: fn(&(Vec<String>, Vec<String>)) -> bool| self.changes.iter().all(has);
        !self.is_ragged
            && !self.agree()
            && self.at_an_end == 0
            && self.changes.len() < MOST_CHANGES
            && self.matched >= LEAST.max(self.changes.iter().map(longer).sum::<usize>() * 2)
            && self.content >= SAYING_SHORT
            && (one_sided(|change| change.0.is_empty()) || one_sided(|change| change.1.is_empty()))
    }

    /// Whether that much is shared that they are the same words even where one writer has both, or two people said them.
    pub(crate) fn are_surely_of_one(&self) -> bool {
        self.are_of_one() && self.is_much()
    }

    const fn is_much(&self) -> bool {
        self.content > 5 && self.matched > 9
    }

    /// Whether a word that says something stands for another that does, and not for a form of it: who did it, or what was done.
    fn swaps(&self) -> bool {
        let says = |words: &[String]| words.iter().any(|word| !is_small(word));
        self.changes.iter().any(|change| says(&change.0) && says(&change.1) && !is_kin(change))
    }

    /// Whether what differs at an end is little beside what is shared: other sentences may begin alike.
    const fn end_is_sure(&self) -> bool {
        self.matched >= self.at_an_end * 2 && (self.content > SAYING || !self.end_says)
    }

    /// Whether one of them says "not" where the other does not, or another figure.
    pub(crate) fn clash(&self) -> bool {
        let denies = |words: &[String]| words.iter().filter(|word| DENIALS.contains(&word.as_str())).count();
        let figures = |words: &[String]| -> Vec<String> {
            words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).cloned().collect()
        };
        self.changes.iter().any(|(old, new)| {
            let (a, b) = (figures(old), figures(new));
            denies(old) != denies(new) || !a.is_empty() && !b.is_empty() && a != b
        })
    }
}

/// The words of the longer side of a change.
pub(super) fn longer((old, new): &(Vec<String>, Vec<String>)) -> usize {
    old.len().max(new.len())
}
