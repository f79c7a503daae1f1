//! Gives a person one name across articles: a surname alone stands for the only full name that ends in it, a first name for
//! the only one that opens with it, a short form for its name ("Ellie" for "Eleanor"), two spellings of a name for one of
//! them, and a role for the roles that mean the same one ("shooter" for "gunman").

use super::likeness::spelt_alike;
use crate::{
    claim::{Claim, Name, NameKind, fold, is_suffix},
    rules::RuleBook,
};
use std::collections::{BTreeMap, BTreeSet};

/// The key of each subject in a story: the subject in lower case without accents, a bare surname as its full name.
pub(super) struct Subjects<'b> {
    by_last: FullNames,
    by_first: FullNames,
    all: BTreeSet<String>,
    book: &'b RuleBook,
    /// The spelling that another stands for.
    respelt: BTreeMap<String, String>,
}

/// By one word of them the full names of a story; none where several share it.
type FullNames = BTreeMap<String, Option<String>>;

impl<'b> Subjects<'b> {
    /// Looks at the subjects of all claims.
    pub(super) fn of(claims: &[&Claim], book: &'b RuleBook) -> Self {
        // A spelling's subject is a name or a part of one, and no person that others speak of.
        let told = || claims.iter().filter(|claim| !claim.is_spelling());
        let subjects: BTreeSet<String> =
            told().filter_map(|claim| claim.subject.as_deref()).map(fold).collect();
        let (mut by_last, mut by_first) = (FullNames::new(), FullNames::new());
        let hold = |names: &mut FullNames, word: &str, name: &str| {
            names
                .entry(word.to_owned())
                .and_modify(|held| *held = held.take().filter(|held| held == name))
                .or_insert_with(|| Some(name.to_owned()));
        };
        for subject in subjects.iter().filter(|subject| without_attribute(subject, &subjects).is_none()) {
            let name = in_full(&first_and_last(subject), book);
            if let (Some((first, _)), Some((_, last))) = (name.split_once(' '), name.rsplit_once(' ')) {
                hold(&mut by_last, last, &name);
                hold(&mut by_first, first, &name);
            }
        }
        let mut found = Self { by_last, by_first, all: subjects, book, respelt: BTreeMap::new() };
        let said = |claim: &&Claim| Some((claim.source, found.written(claim.subject.as_deref()?)));
        found.respelt = spellings(told().filter_map(said));
        found
    }

    /// The key of a subject.
    pub(super) fn key(&self, subject: &str) -> String {
        let written = self.written(subject);
        self.respelt.get(&written).cloned().unwrap_or(written)
    }

    /// The full name of a subject, in its own spelling.
    fn written(&self, subject: &str) -> String {
        let lower = fold(subject);
        let lower = without_attribute(&lower, &self.all).map_or_else(|| lower.clone(), str::to_owned);
        let name = in_full(&first_and_last(&lower), self.book);
        // Whoever bears a surname is meant by it before one who is called so.
        match self.by_last.get(&lower).or_else(|| self.by_first.get(&name)) {
            Some(Some(full)) => full.clone(),
            Some(None) | None => name,
        }
    }
}

/// A name with what its first word is short for, or the role that a single word stands for.
fn in_full(name: &str, book: &RuleBook) -> String {
    match name.split_once(' ') {
        Some((first, rest)) => match book.meaning("person/short-name", first) {
            Some(first) => format!("{first} {rest}"),
            None => name.to_owned(),
        },
        None => {
            let short = book.meaning("person/short-name", name);
            short.or_else(|| book.meaning("role", name)).unwrap_or(name).to_owned()
        }
    }
}

/// By each full name the one that it is another spelling of, of names by source. Two names of one source are of two persons.
fn spellings(said: impl Iterator<Item = (usize, String)>) -> BTreeMap<String, String> {
    let mut sources: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (source, name) in said.filter(|(_, name)| name.contains(' ')) {
        sources.entry(name).or_default().insert(source);
    }
    let persons: Vec<Name> = sources.keys().map(|name| Name::plain(NameKind::Person, name)).collect();
    let mut respelt: BTreeMap<String, String> = BTreeMap::new();
    for (a, b) in spelt_alike(&persons.iter().collect::<Vec<_>>()) {
        let (first, name) = (&persons[a].canonical, &persons[b].canonical);
        if sources[first].is_disjoint(&sources[name]) {
            let first = respelt.get(first).unwrap_or(first).clone();
            respelt.entry(name.clone()).or_insert(first);
        }
    }
    respelt
}

/// The name without a word before it ("Englishman Tom Baker"), where the story has it without ("Tom Baker").
fn without_attribute<'s>(subject: &'s str, all: &BTreeSet<String>) -> Option<&'s str> {
    let (_, rest) = subject.split_once(' ')?;
    (rest.contains(' ') && all.contains(rest)).then_some(rest)
}

/// A name without what stands between its first and last word, an initial before them and a suffix behind: "Anna Maria Berg"
/// is "Anna Berg", "W. Mark Reed Jr." is "Mark Reed".
fn first_and_last(subject: &str) -> String {
    let is_initial = |word: &str| word.ends_with('.') && word.chars().count() == 2;
    let mut words: Vec<&str> = subject.split(' ').filter(|word| !is_suffix(word)).collect();
    if words.len() > 2 && is_initial(words[0]) {
        words.remove(0);
    }
    match words[..] {
        [first, .., last] => format!("{first} {}", last.trim_end_matches(',')),
        [only] => only.trim_end_matches(',').to_owned(),
        [] => subject.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_are_one_person_unless_one_source_has_both() {
        let respelt = |sources: [usize; 3]| {
            let names = ["ines orlova", "sergei orlov", "sergey orlov"].map(str::to_owned);
            spellings(sources.into_iter().zip(names))
        };
        let one = BTreeMap::from([("sergey orlov".to_owned(), "sergei orlov".to_owned())]);
        assert_eq!(respelt([0, 1, 2]), one);
        assert_eq!(respelt([0, 1, 1]), BTreeMap::new());
    }

    #[test]
    fn one_person_has_one_key() {
        let names = ["englishman tom baker", "tom baker", "anna maria berg"];
        let all: BTreeSet<String> = names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(without_attribute("englishman tom baker", &all), Some("tom baker"));
        assert_eq!(without_attribute("anna maria berg", &all), None);
        assert_eq!(first_and_last("anna maria berg"), "anna berg");
        assert_eq!(first_and_last("w. mark reed jr."), "mark reed");
        assert_eq!(first_and_last("j. reed"), "j. reed");
        assert_eq!(first_and_last("berg"), "berg");
    }
}
