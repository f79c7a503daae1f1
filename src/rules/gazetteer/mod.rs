//! The names of the world that need no article to be known: places with what holds them, organisations, offices.
//!
//! Data stands in `gazetteer/*.toml`. A name is found by its first word's number in the lexicon, then compared with
//! the tokens as they stand; [`crate::read`] decides what a name means where it stands, [`crate::resolve`] which of
//! several namesakes is meant.

mod load;

use super::Lexicon;
use crate::{
    claim::{ask_folded, fold},
    text::{Case, Token, TokenKind, Tokens, WordClass, WordId},
};
use rustc_hash::FxHashMap;

/// A place, as an index into the gazetteer's places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(u32);

/// How wide a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceLevel {
    /// A town or city.
    City,
    /// A state, province or other part of a country.
    Region,
    /// A country or a territory that news treats as one.
    Country,
    /// A continent, a sea, a part of the world.
    World,
}

/// A place that the gazetteer knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The form that all its names stand for.
    pub canonical: Box<str>,
    /// The next wider place that holds it.
    pub holder: Option<PlaceId>,
    /// How wide it is.
    pub level: PlaceLevel,
    /// Whether the name is also a common word or a person's: it needs a cue beside it.
    pub doubtful: bool,
    /// Whether a far larger place has the same name.
    pub minor: bool,
    /// Its place in the list of its holder's cities, the largest first.
    pub rank: usize,
}

/// What a name of the gazetteer stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// A place.
    Place(PlaceId),
    /// An organisation, as an index.
    Organization(u32),
}

/// A name in the gazetteer.
#[derive(Debug)]
struct Entry {
    /// In lower case without accents, words parted by one blank.
    name: Box<str>,
    /// Written in capitals alone ("US"): "us" is another word.
    capitals: bool,
    /// A state's short form ("Fla"), read only behind the place that it holds.
    short: bool,
    known: Known,
}

/// A name of the gazetteer that stands at the start of some tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownName {
    /// How many tokens it takes.
    pub tokens: usize,
    /// Whether it is a state's short form, which stands only behind a comma.
    pub short: bool,
    /// What it stands for.
    pub known: Known,
}

/// The names of the world.
#[derive(Debug, Default)]
pub struct Gazetteer {
    places: Vec<Place>,
    organizations: Vec<Box<str>>,
    /// The words for what a company is in law: "Inc", "Ltd".
    forms: Vec<Box<str>>,
    entries: Vec<Entry>,
    /// The entries that start with a word, longest first.
    by_first: FxHashMap<WordId, (u32, u32)>,
    /// Places by their folded names, the meant one of namesakes first.
    by_name: FxHashMap<Box<str>, Vec<PlaceId>>,
    people: FxHashMap<Box<str>, PlaceId>,
    offices: FxHashMap<WordId, Option<Box<str>>>,
    professions: FxHashMap<WordId, Option<Box<str>>>,
    office_of: Vec<Box<str>>,
}

impl Gazetteer {
    /// The gazetteer that is embedded in the crate; its words go into the lexicon with their classes.
    ///
    /// # Panics
    /// Where an embedded file is wrong: that is a fault in the crate, and its tests find it.
    #[must_use]
    pub fn embedded(lexicon: &mut Lexicon) -> Self {
        load::embedded(lexicon)
    }

    /// A place by its index.
    #[must_use]
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// The form that all names of an organisation stand for.
    #[must_use]
    pub fn organization(&self, index: u32) -> &str {
        &self.organizations[index as usize]
    }

    /// A company's name without what it is in law: "Corvana" for "Corvana Inc".
    #[must_use]
    pub fn without_form<'n>(&self, name: &'n str) -> &'n str {
        let mut bare = name;
        while let Some((head, last)) = bare.rsplit_once([' ', ','])
            && (last.is_empty() || last == "&" || self.forms.iter().any(|form| **form == *last))
        {
            bare = head.trim_end();
        }
        bare
    }

    /// The names of the places that hold one, nearest first.
    #[must_use]
    pub fn within(&self, id: PlaceId) -> Vec<String> {
        self.holders(id).map(str::to_owned).collect()
    }

    /// The same, as the gazetteer keeps them.
    pub(crate) fn holders(&self, id: PlaceId) -> impl Iterator<Item = &str> {
        std::iter::successors(self.place(id).holder, |wider| self.place(*wider).holder)
            .map(|wider| self.place(wider).canonical.as_ref())
    }

    /// Whether `wide` holds `narrow`.
    #[must_use]
    pub fn holds(&self, wide: PlaceId, narrow: PlaceId) -> bool {
        std::iter::successors(self.place(narrow).holder, |wider| self.place(*wider).holder)
            .any(|holder| holder == wide)
    }

    /// The places of a name in any case, the one that is meant without a cue first.
    #[must_use]
    pub fn places(&self, name: &str) -> &[PlaceId] {
        ask_folded(name, |folded| self.by_name.get(folded)).map_or(&[], Vec::as_slice)
    }

    /// The country of a word for its people: "Russian", "North Koreans".
    #[must_use]
    pub fn country_of(&self, people: &str) -> Option<PlaceId> {
        ask_folded(people, |folded| self.people.get(folded)).copied()
    }

    /// The longest name at the start of the tokens.
    #[must_use]
    pub fn name_at(&self, tokens: &Tokens<'_>) -> Option<KnownName> {
        let first = tokens.first()?;
        if !first.is(WordClass::PLACE.union(WordClass::KNOWN_ORGANIZATION)) {
            return None;
        }
        let &(start, end) = self.by_first.get(&first.word)?;
        let opening = Opening::of(tokens, first);
        self.entries[start as usize..end as usize].iter().find_map(|entry| {
            let tokens = opening.admits(entry).then(|| entry.length_at(tokens)).flatten()?;
            Some(KnownName { tokens, short: entry.short, known: entry.known })
        })
    }

    /// Whether a word is an office that stands for its holder.
    #[must_use]
    pub fn is_office(&self, word: WordId) -> bool {
        self.offices.contains_key(&word)
    }

    /// The form of an office or profession that is compared: "spokesperson" for "spokeswoman".
    #[must_use]
    pub fn office(&self, word: WordId) -> Option<&str> {
        self.offices.get(&word).or_else(|| self.professions.get(&word))?.as_deref()
    }

    /// What an office may be of, in lower-case words parted by a blank: "state", "the interior".
    pub fn office_of(&self) -> impl Iterator<Item = &str> {
        self.office_of.iter().map(Box::as_ref)
    }
}

/// What the tokens show of a name at a glance: most names that start with "New" go on with another word.
struct Opening {
    /// The length of the first word, where neither it nor the next one has an accent.
    first: Option<usize>,
    /// The first letter of the next word, where blanks stand before it.
    next: Option<u8>,
}

impl Opening {
    fn of(tokens: &Tokens<'_>, first: &Token) -> Self {
        let next = tokens.nth(1).filter(|next| !next.glued).map(|next| next.initial);
        let is_plain = tokens.text_of(first).is_ascii() && next.is_none_or(|next| next.is_ascii());
        Self { first: is_plain.then(|| first.span.len()), next }
    }

    /// Whether a name could be the one that the tokens start with.
    fn admits(&self, entry: &Entry) -> bool {
        let Some(first) = self.first else { return true };
        match entry.name.as_bytes().get(first..) {
            None => false,
            Some([b' ', next, ..]) => !next.is_ascii_alphabetic() || self.next == Some(*next),
            Some(_) => true,
        }
    }
}

impl Entry {
    /// How many of the tokens the name takes, where they are the name.
    fn length_at(&self, tokens: &Tokens<'_>) -> Option<usize> {
        let mut rest: &str = &self.name;
        let mut buffer = String::new();
        for (at, token) in tokens.as_slice().iter().enumerate() {
            if rest.is_empty() {
                return Some(at);
            }
            if at > 0 {
                match rest.strip_prefix(' ') {
                    Some(behind) if !token.glued => rest = behind,
                    None if token.glued => {}
                    Some(_) | None => return None,
                }
            }
            if self.capitals && token.kind == TokenKind::Word && token.case != Case::Upper {
                return None;
            }
            let written = tokens.text_of(token);
            let text = if written.is_ascii() {
                written
            } else {
                buffer.clear();
                buffer.push_str(&fold(written));
                &buffer
            };
            let head = rest.get(..text.len())?;
            if !head.eq_ignore_ascii_case(text) {
                return None;
            }
            rest = &rest[text.len()..];
        }
        rest.is_empty().then(|| tokens.as_slice().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(gazetteer: &Gazetteer, name: &str) -> (String, Vec<String>) {
        let id = gazetteer.places(name)[0];
        (gazetteer.place(id).canonical.to_string(), gazetteer.within(id))
    }

    #[test]
    fn places_know_what_holds_them() {
        let gazetteer = Gazetteer::embedded(&mut Lexicon::default());
        for (name, canonical, holders) in [
            ("Miami", "Miami", vec!["Florida", "United States", "North America"]),
            ("kiev", "Kyiv", vec!["Ukraine", "Europe"]),
            ("U.S.", "United States", vec!["North America"]),
            ("Bogotá", "Bogota", vec!["Colombia", "South America"]),
            ("Glasgow", "Glasgow", vec!["Scotland", "United Kingdom", "Europe"]),
            ("Davos", "Davos", vec!["Switzerland", "Europe"]),
            ("Fla", "Florida", vec!["United States", "North America"]),
            ("New York", "New York City", vec!["New York State", "United States", "North America"]),
            ("Abu Dhabi", "Abu Dhabi", vec!["United Arab Emirates", "Asia"]),
            ("London", "London", vec!["England", "United Kingdom", "Europe"]),
            ("Melbourne", "Melbourne", vec!["Victoria", "Australia", "Oceania"]),
        ] {
            assert_eq!(
                within(&gazetteer, name),
                (canonical.to_owned(), holders.into_iter().map(str::to_owned).collect())
            );
        }
        assert_eq!(
            gazetteer.place(gazetteer.country_of("Russian").expect("known")).canonical.as_ref(),
            "Russia"
        );
    }

    #[test]
    fn all_of_it_is_loaded() {
        assert!(Gazetteer::embedded(&mut Lexicon::default()).entries.len() > 5000);
    }
}
