//! Wordings in one form, and where two of them that are of the same words differ.
//!
//! House style is no difference, nor is what is left out at either end, behind dots or for brackets.
//! Next in the flow: [`super::versions`] judges what comes of laying two side by side.

use super::{
    house_style::{BRACKETS, ELLIPSIS, initials, words},
    versions::{Versions, longer},
};
use crate::text::{Alignment, Shapes, alignment};
use std::ops::Range;

/// The words of a wording that are looked at; nobody quotes more in one sentence.
const MOST_WORDS: usize = 160;

/// The letters of a word by which one that ends otherwise is found.
const BEGINNING: usize = 5;

/// The words that may differ at an end where both wordings go on; more are another sentence.
const MOST_AT_AN_END: usize = 3;

/// The words that may be left at an end on each side and still be looked through, and how many of them both share at least where
/// the outermost say nothing or differ.
const LONGEST_END: usize = 12;
const SHARED_AT_AN_END: usize = 3;

/// The words of a name that its initials stand for, at most.
const MOST_JOINED: usize = 4;

/// What a word counts that both have: a content word, one that every sentence has, and another form of it: "hate" of "hatred".
const CONTENT: i32 = 4;
const COMMON: i32 = 2;
const KIN: i32 = 1;

/// The letters that forms of one word begin with, at least; and those that are enough where neither begins with the whole of the other.
const STEM: usize = 3;
const LONG_STEM: usize = 5;

/// What a word costs that another stands for, and one that only one side has.
const OTHER: i32 = 3;
const EXTRA: i32 = 2;

/// What a word costs that stands where the other side has brackets.
const IN_BRACKETS: i32 = 1;

/// Words that every sentence has.
const SMALL: &[&str] = &[
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "but", "by", "can", "could", "d", "did", "do", "does", "for", "from", "get", "go", "going",
    "got", "had", "has", "have", "he", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is",
    "it", "its", "just", "like", "made", "make", "me", "more", "my", "no", "not", "now", "of", "on", "1",
    "or", "our", "out", "over", "really", "s", "said", "say", "she", "should", "so", "some", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "thing", "things", "think", "this", "those",
    "to", "too", "up", "us", "very", "want", "was", "we", "well", "were", "what", "when", "where", "which",
    "who", "will", "with", "would", "you", "yor", "your",
];

/// What those words look like.
static SMALL_SHAPES: Shapes = Shapes::NONE.with_all(SMALL);

/// Words that a quotation may begin or end with and another leave out.
const LINKS: [&str; 8] = ["and", "but", "so", "because", "that", "well", "then", "yes"];

/// A wording in the one form that house styles differ from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wording(Vec<String>);

impl Wording {
    /// The words of a text in one form.
    pub(crate) fn of(text: &str) -> Self {
        let mut words = words(text);
        words.truncate(MOST_WORDS);
        Self(words)
    }

    /// Its words, without the signs for what was put in or left out.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        spoken(&self.0).map(String::as_str)
    }

    /// How many words it has, without those signs.
    pub(crate) fn len(&self) -> usize {
        spoken(&self.0).count()
    }

    /// Its words and the signs among them.
    pub(crate) fn all(&self) -> &[String] {
        &self.0
    }

    /// Its words, three in a row, where one of them says something.
    pub(crate) fn rows(&self) -> Vec<[&str; 3]> {
        let words: Vec<&str> = self.words().collect();
        let rows = words.windows(3).map(|row| [row[0], row[1], row[2]]);
        rows.filter(|row| !row.iter().all(|word| is_small(word))).collect()
    }

    /// The beginnings of its content words.
    pub(crate) fn beginnings(&self) -> impl Iterator<Item = &str> {
        let beginning = |word: &str| word.char_indices().nth(BEGINNING).map_or(word.len(), |(end, _)| end);
        self.words().filter(|word| !is_small(word)).map(move |word| &word[..beginning(word)])
    }

    /// How this wording and another run beside each other, where they share anything.
    pub(crate) fn versions(&self, other: &Self) -> Option<Versions> {
        let (a, b) = (&self.0, &other.0);
        let Alignment { mut pairs, score } = alignment(a, b, |x, y| Some(gain(x, y)), |x, y| cost(x, y));
        let kin = pairs.iter().filter(|&&(i, j)| are_kin(&a[i], &b[j])).count();
        pairs.retain(|&(i, j)| a[i] == b[j] && !is_gap(&a[i]));
        // Looked at to their ends two translations may come to differ in too many places.
        let to_the_ends = with_ends(a, b, pairs.clone());
        let adds = to_the_ends.len() > pairs.len();
        let whole = side_by_side(a, b, &with_outer(a, b, to_the_ends)?, kin, score)?;
        if !adds || whole.are_of_one() {
            return Some(whole);
        }
        let local = side_by_side(a, b, &with_outer(a, b, pairs)?, kin, score)?;
        Some(if local.are_of_one() { local } else { whole })
    }
}

/// What comes of two wordings that share the words of `pairs`.
fn side_by_side(
    a: &[String],
    b: &[String],
    pairs: &[(usize, usize)],
    kin: usize,
    score: i32,
) -> Option<Versions> {
    let (&first, &last) = pairs.first().zip(pairs.last())?;
    let (first, last) = (stretched_back(a, b, first), stretched_on(a, b, last));
    let between = pairs.windows(2).map(|two| ((two[0].0 + 1, two[0].1 + 1), two[1]));
    let mut changes: Vec<_> =
        between.filter_map(|(from, to)| change(&a[from.0..to.0], &b[from.1..to.1])).collect();
    // Where one of them ends the other was only cut later, and a conjunction at the head is often left out.
    let is_cut = |words: &[String]| words.iter().all(|word| LINKS.contains(&word.as_str()));
    let (head, foot) = ((&a[..first.0], &b[..first.1]), (&a[last.0 + 1..], &b[last.1 + 1..]));
    let is_open = |(left, right): &(&[String], &[String])| !is_cut(left) && !is_cut(right);
    // Dots where the shared words begin or end say that what stands beyond them was spoken elsewhere.
    let is_dots = |word: Option<&String>| word.is_some_and(|word| word == ELLIPSIS);
    let head_open =
        is_open(&head) && !is_fitted_in(head.0, head.1) && !is_dots(head.0.last()) && !is_dots(head.1.last());
    let foot_open = is_open(&foot) && !is_dots(foot.0.first()) && !is_dots(foot.1.first());
    let (mut ends, mut cut_off) = (Vec::new(), 0);
    for (end, open) in [(head, head_open), (foot, foot_open)] {
        if open {
            ends.push(end);
        } else {
            cut_off += end.0.len() + end.1.len();
        }
    }
    let both = ends.len();
    ends.retain(|(left, right)| left.len().max(right.len()) <= MOST_AT_AN_END);
    let is_ragged = ends.len() < both;
    let inside = changes.len();
    changes.extend(ends.into_iter().filter_map(|(left, right)| change(left, right)));
    let at_an_end = &changes[inside..];
    let kin_at_an_end = at_an_end.iter().filter(|change| is_kin(change)).count();
    // A form at an end is not between two shared words, and so not among the pairs where nothing follows it.
    let kin = kin.max(changes.iter().filter(|change| is_kin(change)).count());
    Some(Versions {
        cut_off,
        kin,
        end_is_kin: kin_at_an_end == at_an_end.len(),
        left: first.0..last.0 + 1,
        right: first.1..last.1 + 1,
        is_ragged,
        at_an_end: at_an_end.iter().map(longer).max().unwrap_or(0),
        end_says: at_an_end.iter().any(|(old, new)| !old.iter().chain(new).all(|word| is_small(word))),
        changes,
        matched: pairs.len(),
        content: pairs.iter().filter(|(i, _)| !is_small(&a[*i])).count(),
        shorter: spoken(a).count().min(spoken(b).count()),
        score,
    })
}

/// What two words count that stand side by side.
#[inline]
fn gain(x: &str, y: &str) -> i32 {
    if is_gap(x) && is_gap(y) {
        0
    } else if x != y {
        if are_kin(x, y) { KIN } else { -OTHER }
    } else if is_small(x) {
        COMMON
    } else {
        CONTENT
    }
}

/// Whether one side begins with another form of the word that the other has there: a fragment's verb takes the form that the
/// sentence around it wants, as in 'is to "trace the flow"' of "tracing the flow".
fn is_fitted_in(left: &[String], right: &[String]) -> bool {
    let fits = |one: &[String], other: &[String]| match (one, other.last()) {
        ([only], Some(last)) => are_kin(only, last),
        _ => false,
    };
    fits(left, right) || fits(right, left)
}

/// Whether a change puts one form of a word for another.
pub(super) fn is_kin((old, new): &(Vec<String>, Vec<String>)) -> bool {
    matches!((&old[..], &new[..]), ([x], [y]) if are_kin(x, y))
}

/// Whether two words that say something are forms of one: "hate" and "hatred", "Russia" and "Russian", "careless" and
/// "carelessly".
#[inline]
fn are_kin(x: &str, y: &str) -> bool {
    // Most pairs of words do not even begin alike.
    let opening = |word: &str| word.as_bytes().first_chunk::<STEM>().copied();
    opening(x).is_some() && opening(x) == opening(y) && have_one_stem(x, y)
}

/// The same of words that begin alike.
fn have_one_stem(x: &str, y: &str) -> bool {
    let shorter = x.chars().count().min(y.chars().count());
    let shared = x.chars().zip(y.chars()).take_while(|(a, b)| a == b && a.is_alphabetic()).count();
    // "Hate" loses its "e" in "hatred", "carry" its "y" in "carried".
    let short = if x.len() < y.len() { x } else { y };
    let whole = shared == shorter || shared + 1 == shorter && short.ends_with(['e', 'y']);
    let is_long = shared >= LONG_STEM && shared + 1 >= shorter;
    x != y && shared >= STEM && (whole || is_long) && !is_small(x) && !is_small(y)
}

/// What a word costs that stands alone, where the other side goes on with another.
#[inline]
fn cost(passed: &str, there: &str) -> i32 {
    match (passed, there) {
        (BRACKETS | ELLIPSIS, _) | (_, ELLIPSIS) => 0,
        (_, BRACKETS) => IN_BRACKETS,
        _ => EXTRA,
    }
}

/// The pairs with those of what is left at either end, where that is short and much of it is shared too: whoever leaves out a
/// clause goes on with the same words.
fn with_ends(a: &[String], b: &[String], pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let Some((&first, &last)) = pairs.first().zip(pairs.last()) else { return pairs };
    let within = |left: Range<usize>, right: Range<usize>, outer: (usize, usize)| -> Vec<(usize, usize)> {
        let lengths = [left.len(), right.len()];
        if lengths.contains(&0) || lengths.iter().any(|length| *length > LONGEST_END) {
            return Vec::new();
        }
        let (from, to) = (left.start, right.start);
        let Alignment { pairs, .. } =
            alignment(&a[left], &b[right], |x, y| Some(gain(x, y)), |x, y| cost(x, y));
        let same = pairs.into_iter().map(|(i, j)| (from + i, to + j)).filter(|&(i, j)| a[i] == b[j]);
        let found: Vec<_> = same.filter(|&(i, _)| !is_gap(&a[i])).collect();
        let opens_alike = found.contains(&outer) && !is_small(&a[outer.0]);
        let whole = found.len() > 1 && lengths.contains(&found.len());
        if found.len() >= SHARED_AT_AN_END || opens_alike || whole { found } else { Vec::new() }
    };
    let head = within(0..first.0, 0..first.1, (0, 0));
    let foot = within(last.0 + 1..a.len(), last.1 + 1..b.len(), (a.len().max(1) - 1, b.len().max(1) - 1));
    head.into_iter().chain(pairs).chain(foot).collect()
}

/// The pairs with those of the words that both begin or end with, where little stands between: a "never" weighs as much as
/// the "we" before it.
fn with_outer(a: &[String], b: &[String], pairs: Vec<(usize, usize)>) -> Option<Vec<(usize, usize)>> {
    let (&first, &last) = pairs.first().zip(pairs.last())?;
    let is_near = |left: usize, right: usize| left.max(right) <= MOST_AT_AN_END;
    let (behind_a, behind_b) = (a.len() - last.0 - 1, b.len() - last.1 - 1);
    let shared = |place: fn(usize, usize) -> usize, left: usize, right: usize| {
        let ends = (0..left.min(right)).take_while(|&at| a[place(at, a.len())] == b[place(at, b.len())]);
        if is_near(left, right) { ends.count() } else { 0 }
    };
    let heads = shared(|at, _| at, first.0, first.1);
    let feet = shared(|at, length| length - 1 - at, behind_a, behind_b);
    let head = (0..heads).map(|at| (at, at));
    let foot = (0..feet).rev().map(|at| (a.len() - 1 - at, b.len() - 1 - at));
    Some(head.chain(pairs).chain(foot).collect())
}

/// The first pair of places, or one before it up to which both sides are the same but for house style.
fn stretched_back(a: &[String], b: &[String], (i, j): (usize, usize)) -> (usize, usize) {
    let before = |m: usize, n: usize| i >= m && j >= n && is_style(&a[i - m..i], &b[j - n..j]);
    let Some((m, n)) = longer_forms().find(|&(m, n)| before(m, n)) else { return (i, j) };
    let shared = a[..i - m].iter().rev().zip(b[..j - n].iter().rev()).take_while(|(x, y)| x == y).count();
    (i - m - shared, j - n - shared)
}

/// The last pair of places, or one behind it up to which both sides are the same but for house style.
fn stretched_on(a: &[String], b: &[String], (i, j): (usize, usize)) -> (usize, usize) {
    let behind = |m: usize, n: usize| {
        a.len() > i + m && b.len() > j + n && is_style(&a[i + 1..=i + m], &b[j + 1..=j + n])
    };
    let Some((m, n)) = longer_forms().find(|&(m, n)| behind(m, n)) else { return (i, j) };
    let shared = a[i + m + 1..].iter().zip(&b[j + n + 1..]).take_while(|(x, y)| x == y).count();
    (i + m + shared, j + n + shared)
}

/// How many words one side may have for how many of the other: initials and their name, words joined and apart.
fn longer_forms() -> impl Iterator<Item = (usize, usize)> {
    (1..=MOST_JOINED).flat_map(|long| [(1, long), (long, 1)])
}

/// What differs between the words that stand between two shared ones; none where that is house style.
fn change(old: &[String], new: &[String]) -> Option<(Vec<String>, Vec<String>)> {
    let has = |gap: &str| old.iter().chain(new).any(|word| word == gap);
    let plain = |words| -> Vec<String> { spoken(words).cloned().collect() };
    let (left, right) = (plain(old), plain(new));
    if has(BRACKETS) || has(ELLIPSIS) && (left.is_empty() || right.is_empty()) || is_style(&left, &right) {
        return None;
    }
    Some((left, right))
}

/// Whether words are others but for house style: joined or apart, initials, a middle one left out, a short form, an
/// oath with stars.
fn is_style(old: &[String], new: &[String]) -> bool {
    let stands_for = |short: &str, long: &str| match short {
        "s" => matches!(long, "is" | "has"),
        "d" => matches!(long, "would" | "had"),
        _ => false,
    };
    let alike = |(x, y): (&String, &String)| x == y || stands_for(x, y) || stands_for(y, x);
    let (a, b): (Vec<&str>, Vec<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    let starred = old.iter().chain(new).any(|word| word.contains('*'));
    let is_initial =
        |words: &[&str]| matches!(words, [one] if one.len() == 1 && !matches!(*one, "a" | "i" | "o"));
    old.concat() == new.concat()
        || a.is_empty() && is_initial(&b)
        || b.is_empty() && is_initial(&a)
        || starred && !old.is_empty() && !new.is_empty()
        || old.len() == new.len() && old.iter().zip(new).all(alike)
        || initials(&a, &b)
        || initials(&b, &a)
}

/// The words without the signs for what was put in or left out.
fn spoken(words: &[String]) -> impl Iterator<Item = &String> {
    words.iter().filter(|word| !is_gap(word))
}

#[inline]
fn is_gap(word: &str) -> bool {
    matches!(word, BRACKETS | ELLIPSIS)
}

/// Whether a word is a sign or one that every sentence has.
pub(super) fn is_small(word: &str) -> bool {
    is_gap(word) || SMALL_SHAPES.admit(word) && SMALL.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_kin_and_other_words_are_not() {
        for (x, y) in [
            ("hate", "hatred"),
            ("russia", "russian"),
            ("careless", "carelessly"),
            ("carry", "carried"),
            ("trace", "tracing"),
        ] {
            assert!(are_kin(x, y) && are_kin(y, x), "{x} {y}");
        }
        for (x, y) in [("iran", "iraq"), ("mali", "malt"), ("gain", "gaza"), ("austria", "australia")] {
            assert!(!are_kin(x, y) && !are_kin(y, x), "{x} {y}");
        }
    }

    #[test]
    fn ordinals_are_one_in_words_and_in_digits() {
        let is_one = |x: &str, y: &str| Wording::of(x) == Wording::of(y);
        for (x, y) in [
            ("the 21st century", "the twenty-first century"),
            ("his 42nd birthday", "his forty-second birthday"),
            ("the 30th day", "the thirtieth day"),
            ("the 3rd man", "the third man"),
            ("the 101st", "the 101st"),
        ] {
            assert!(is_one(x, y), "{x} {y}");
        }
        assert!(!is_one("the 21st century", "the 22nd century") && !is_one("the 20th", "the 21st"));
    }

    #[test]
    fn brackets_that_nobody_closes_are_read_in_time() {
        let text = format!("{} we will [not] go", "(we go ".repeat(200_000));
        assert_eq!(Wording::of(&text).words().count(), MOST_WORDS);
    }
}
