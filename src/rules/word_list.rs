//! Word lists: the TOML files under `lexicon/` that say which words are in which class.
//!
//! ```toml
//! class = "event/attack"          # left out: the path of the file under lexicon/
//! flags = ["PEOPLE"]              # classes of the grammars, for single words
//! include = ["event/bombing"]     # every word of these classes too
//! words = ["attack~", "air strike~"]
//! ```
//! `words` may also be a table from a word to what it stands for: `"soldiers" = "soldier"`.

use super::{
    class::{ClassId, Classes},
    fault::{Fault, meant},
    inflection::Irregular,
    lexicon::Lexicon,
    pieces::pieces,
};
use crate::text::{WordClass, WordId};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use std::{collections::BTreeMap, fmt};
use toml::Spanned;

/// An entry with more inflected forms than this is refused.
const MOST_FORMS: usize = 64;

/// The file of irregular forms.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IrregularFile {
    /// The irregular forms by the plain one.
    pub forms: BTreeMap<String, Vec<String>>,
}

/// A word list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordList {
    class: Option<String>,
    #[serde(default)]
    flags: Vec<Spanned<String>>,
    #[serde(default)]
    include: Vec<Spanned<String>>,
    #[serde(default)]
    words: Words,
}

/// The words of a list, each with what it stands for where the list says.
#[derive(Debug, Default)]
struct Words(Vec<(Spanned<String>, Option<String>)>);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of words, or a table from words to what they stand for")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut words: A) -> Result<Words, A::Error> {
                let mut all = Vec::new();
                while let Some(word) = words.next_element()? {
                    all.push((word, None));
                }
                Ok(Words(all))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut words: A) -> Result<Words, A::Error> {
                let mut all = Vec::new();
                while let Some((word, stands_for)) = words.next_entry()? {
                    all.push((word, Some(stands_for)));
                }
                Ok(Words(all))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// An `include` that waits until every list is read.
pub(super) struct Include {
    /// The class that includes.
    into: ClassId,
    /// The class to include, with its place in the file.
    other: Spanned<String>,
    /// The file, by its place in the order of reading.
    pub file: usize,
}

impl WordList {
    /// Puts the words into their class; `name` is the class where the file does not say.
    pub fn enter(
        self,
        name: &str,
        file: usize,
        lexicon: &mut Lexicon,
        classes: &mut Classes,
        irregular: &Irregular,
        includes: &mut Vec<Include>,
    ) -> Result<(), Fault> {
        let class = classes.open(self.class.as_deref().unwrap_or(name));
        let mut flags = WordClass::empty();
        for flag in &self.flags {
            flags |= WordClass::from_name(flag.get_ref()).ok_or_else(|| {
                let known = <WordClass as bitflags::Flags>::FLAGS.iter().map(bitflags::Flag::name);
                let help = meant(flag.get_ref(), known.clone()).map_or_else(
                    || format!("the grammars know {}", known.collect::<Vec<_>>().join(", ")),
                    |meant| format!("did you mean \"{meant}\"?"),
                );
                Fault::new(flag.span(), format!("no grammar knows the flag \"{}\"", flag.get_ref()), help)
            })?;
        }
        for (entry, stands_for) in &self.words.0 {
            let plain = entry.get_ref().contains('~').then(|| entry.get_ref().replace('~', ""));
            for form in forms(entry, irregular)? {
                let single = form.len() == 1;
                let ids: Vec<WordId> = form
                    .iter()
                    .map(|piece| lexicon.add(piece, if single { flags } else { WordClass::empty() }))
                    .collect();
                classes.add(class, &ids, stands_for.as_deref().or(plain.as_deref()));
            }
        }
        includes.extend(self.include.into_iter().map(|other| Include { into: class, other, file }));
        Ok(())
    }
}

/// The ways to write an entry, each as its pieces: one for each form of its words with `~`.
fn forms(entry: &Spanned<String>, irregular: &Irregular) -> Result<Vec<Vec<String>>, Fault> {
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    for word in entry.get_ref().split_whitespace() {
        let choices = match word.strip_suffix('~') {
            Some(plain) => inflected(plain, irregular),
            None => vec![pieces(word)],
        };
        let is_first = matches!(all.as_slice(), [form] if form.is_empty());
        match choices.as_slice() {
            _ if is_first => all = choices,
            [only] => all.iter_mut().for_each(|form| form.extend_from_slice(only)),
            [] | [_, _, ..] => {
                let with_each = |before: &Vec<String>| -> Vec<_> {
                    choices.iter().map(|choice| [before.as_slice(), choice].concat()).collect()
                };
                all = all.iter().flat_map(with_each).collect();
            }
        }
        if all.len() > MOST_FORMS {
            return Err(Fault::new(
                entry.span(),
                "this entry has too many forms",
                "inflect fewer of its words",
            ));
        }
    }
    if all.iter().any(Vec::is_empty) {
        return Err(Fault::new(entry.span(), "this entry has no word", "remove it"));
    }
    Ok(all)
}

/// The forms of a word; of a word with hyphens the last part changes.
fn inflected(plain: &str, irregular: &Irregular) -> Vec<Vec<String>> {
    let mut parts = pieces(plain);
    let Some(last) = parts.pop() else { return vec![Vec::new()] };
    let forms = irregular.inflect(&last).into_iter();
    forms
        .map(|form| if parts.is_empty() { vec![form] } else { [parts.as_slice(), &[form]].concat() })
        .collect()
}

/// Copies the words of included classes, also through several lists.
pub(super) fn include(includes: &[Include], classes: &mut Classes) -> Result<(), (usize, Fault)> {
    for Include { other, file, .. } in includes {
        if classes.find(other.get_ref()).is_none() {
            let help = meant(other.get_ref(), classes.names()).map_or_else(
                || "include a class that a word list names".to_owned(),
                |meant| format!("did you mean \"{meant}\"?"),
            );
            let message = format!("no word list is called \"{}\"", other.get_ref());
            return Err((*file, Fault::new(other.span(), message, help)));
        }
    }
    // A chain of n includes is complete after n rounds.
    for _ in 0..includes.len() {
        let before = classes.len();
        for Include { into, other, .. } in includes {
            if let Some(other) = classes.find(other.get_ref()) {
                classes.include(*into, other);
            }
        }
        if classes.len() == before {
            break;
        }
    }
    Ok(())
}
