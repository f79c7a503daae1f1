//! Gives a person one name across articles: a surname alone stands for the only full name that ends in it.

use crate::claim::{Claim, fold};
use std::collections::{BTreeMap, BTreeSet};

/// The key of each subject in a story: the subject in lower case without accents, a bare surname as its full name.
pub(super) struct Subjects {
    full: BTreeMap<String, Option<String>>,
    all: BTreeSet<String>,
}

impl Subjects {
    /// Looks at the subjects of all claims.
    pub(super) fn of(claims: &[&Claim]) -> Self {
        let subjects: BTreeSet<String> =
            claims.iter().filter_map(|claim| claim.subject.as_deref()).map(fold).collect();
        let mut full: BTreeMap<String, Option<String>> = BTreeMap::new();
        for subject in subjects.iter().filter(|subject| without_attribute(subject, &subjects).is_none()) {
            let name = first_and_last(subject);
            if let Some((_, last)) = name.rsplit_once(' ') {
                full.entry(last.to_owned())
                    .and_modify(|held| {
                        if held.as_deref() != Some(name.as_str()) {
                            *held = None;
                        }
                    })
                    .or_insert_with(|| Some(name.clone()));
            }
        }
        Self { full, all: subjects }
    }

    /// The key of a subject.
    pub(super) fn key(&self, subject: &str) -> String {
        let lower = fold(subject);
        let lower = without_attribute(&lower, &self.all).map_or_else(|| lower.clone(), str::to_owned);
        match self.full.get(&lower) {
            Some(Some(full)) => full.clone(),
            Some(None) | None => first_and_last(&lower),
        }
    }
}

/// The name without a word before it ("Englishman Tom Baker"), where the story has it without ("Tom Baker").
fn without_attribute<'s>(subject: &'s str, all: &BTreeSet<String>) -> Option<&'s str> {
    let (_, rest) = subject.split_once(' ')?;
    (rest.contains(' ') && all.contains(rest)).then_some(rest)
}

/// A name without what stands between its first and last word, an initial before them and a suffix behind: "Anna Maria Berg"
/// is "Anna Berg", "W. Mark Reed Jr." is "Mark Reed".
fn first_and_last(subject: &str) -> String {
    let is_suffix = |word: &str| matches!(word.trim_matches(['.', ',']), "jr" | "sr" | "ii" | "iii" | "iv");
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
