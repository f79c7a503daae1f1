//! Reads the embedded files of the gazetteer into its tables.
//!
//! ```text
//! name  = written ("?" | "~")? ("=" further-name)*      cities: parted by commas inside one string, organisations by
//!                                                       semicolons
//! "?"   also a common word or a person's name           "~" the smaller one of two namesakes
//! ```

use super::{Entry, Gazetteer, Known, Place, PlaceId, PlaceLevel};
use crate::{
    claim::fold,
    rules::Lexicon,
    text::{WordClass, WordId},
};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

const COUNTRIES: &str = include_str!("../../../gazetteer/countries.toml");
const REGIONS: &str = include_str!("../../../gazetteer/regions.toml");
const CITIES: &str = include_str!("../../../gazetteer/cities.toml");
const ORGANISATIONS: &str = include_str!("../../../gazetteer/organisations.toml");
const TITLES: &str = include_str!("../../../gazetteer/titles.toml");
const PEOPLE: &str = include_str!("../../../gazetteer/people.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryFile {
    capital: Option<String>,
    continent: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    people: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganisationsFile {
    forms: String,
    companies: String,
    ends: String,
    starts: String,
    opens: String,
    /// By kind, which is for readers alone.
    known: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitlesFile {
    offices: String,
    professions: String,
    parts: String,
    of: String,
    honorifics: String,
    kin: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    given: String,
    family: String,
}

/// The gazetteer of the embedded files; its words go into the lexicon.
pub(super) fn embedded(lexicon: &mut Lexicon) -> Gazetteer {
    let mut loader = Loader { lexicon, gazetteer: Gazetteer::default(), firsts: Vec::new() };
    loader.places();
    loader.organizations();
    loader.titles();
    loader.people();
    loader.finish()
}

fn parse<'a, T: Deserialize<'a>>(file: &str, text: &'a str) -> T {
    match toml::from_str(text) {
        Ok(parsed) => parsed,
        Err(error) => panic!("the embedded file {file} is wrong: {error}"),
    }
}

struct Loader<'l> {
    lexicon: &'l mut Lexicon,
    gazetteer: Gazetteer,
    /// The first word of each entry, in the order of the entries.
    firsts: Vec<WordId>,
}

impl Loader<'_> {
    fn places(&mut self) {
        let countries: BTreeMap<String, CountryFile> = parse("countries.toml", COUNTRIES);
        let regions: BTreeMap<String, BTreeMap<String, Vec<String>>> = parse("regions.toml", REGIONS);
        let cities: BTreeMap<String, String> = parse("cities.toml", CITIES);
        for (name, further) in regions.get("").into_iter().flatten() {
            let id = self.place(name, None, PlaceLevel::World);
            self.further(further, id);
        }
        for (name, country) in &countries {
            let continent = self.known_place(&country.continent, PlaceLevel::World);
            let id = self.place(name, continent, PlaceLevel::Country);
            self.further(&country.also, id);
            for people in &country.people {
                self.class_of_first(people, WordClass::DEMONYM);
                self.gazetteer.people.insert(fold(people).into(), id);
            }
        }
        // A region that holds others ("England") stands as a table of its own behind the country that holds it.
        let (outer, inner): (Vec<_>, Vec<_>) = regions
            .iter()
            .filter(|(name, _)| !name.is_empty())
            .partition(|(name, _)| countries.contains_key(*name));
        for (holder, table) in outer.into_iter().chain(inner) {
            let holder = self.wider(holder);
            for (name, further) in table {
                let id = self.place(name, holder, PlaceLevel::Region);
                self.further(further, id);
            }
        }
        // What holds a place comes before it.
        let mut holders: Vec<_> = cities.iter().collect();
        holders.sort_by_key(|(holder, _)| (holder.matches(", ").count(), *holder));
        for (holder, list) in holders {
            let holder = self.wider(holder);
            for (rank, written) in list.split(',').enumerate() {
                let mut names = written.trim().split('=');
                let id = self.place(names.next().unwrap_or_default(), holder, PlaceLevel::City);
                self.gazetteer.places[id.0 as usize].rank = rank;
                for further in names {
                    self.entry(further, Known::Place(id), false);
                }
            }
        }
        for (name, country) in &countries {
            let holder = self.known_place(name, PlaceLevel::Country);
            if let Some(capital) = &country.capital
                && !self
                    .gazetteer
                    .places(capital)
                    .iter()
                    .any(|id| self.gazetteer.place(*id).level == PlaceLevel::City)
            {
                self.place(capital, holder, PlaceLevel::City);
            }
        }
    }

    /// The place that "Florida, United States", "London, England, United Kingdom" or "France" names.
    fn wider(&self, name: &str) -> Option<PlaceId> {
        match name.split_once(", ") {
            Some((city, further)) if further.contains(", ") => {
                let holder = self.wider(further);
                let named = self.gazetteer.places(city).iter().copied();
                named.into_iter().find(|id| self.gazetteer.place(*id).holder == holder)
            }
            Some((region, _)) => self.known_place(region, PlaceLevel::Region),
            None => self
                .known_place(name, PlaceLevel::Country)
                .or_else(|| self.known_place(name, PlaceLevel::Region)),
        }
    }

    fn known_place(&self, name: &str, level: PlaceLevel) -> Option<PlaceId> {
        self.gazetteer.places(name).iter().copied().find(|id| self.gazetteer.place(*id).level == level)
    }

    fn place(&mut self, written: &str, holder: Option<PlaceId>, level: PlaceLevel) -> PlaceId {
        let canonical = written.trim_end_matches(['?', '~']);
        let id = PlaceId(
            u32::try_from(self.gazetteer.places.len()).expect("fewer than four thousand million places"),
        );
        self.gazetteer.places.push(Place {
            canonical: canonical.into(),
            holder,
            level,
            doubtful: written.ends_with('?'),
            minor: written.ends_with('~'),
            rank: 0,
        });
        self.entry(canonical, Known::Place(id), false);
        id
    }

    fn further(&mut self, names: &[String], id: PlaceId) {
        let is_region = self.gazetteer.place(id).level == PlaceLevel::Region;
        for name in names {
            let short = is_region && name.len() <= 5 && !name.contains(' ') && !is_spoken_short_form(name);
            self.entry(name, Known::Place(id), short);
        }
    }

    fn entry(&mut self, written: &str, known: Known, short: bool) {
        let name = fold(written);
        let class = match known {
            Known::Place(_) => WordClass::PLACE,
            Known::Organization(_) => WordClass::KNOWN_ORGANIZATION,
        };
        let whole = match known {
            Known::Place(_) => WordClass::PLACE_NAME,
            Known::Organization(_) => WordClass::ORGANIZATION_NAME,
        };
        let class = if first_word(&name).len() == name.len() { class | whole } else { class };
        self.class_of_first(written, class);
        let first = self.class_of_first(&name, class);
        if let Known::Place(id) = known {
            self.gazetteer.by_name.entry(name.as_str().into()).or_default().push(id);
        }
        let capitals = !written.contains(' ')
            && written.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
            && written.chars().any(char::is_alphabetic);
        self.gazetteer.entries.push(Entry { name: name.into(), capitals, short, known });
        self.firsts.push(first);
    }

    /// Puts the first word of a name into the lexicon.
    fn class_of_first(&mut self, name: &str, class: WordClass) -> WordId {
        let lower = name.to_lowercase();
        self.lexicon.add(first_word(&lower), class)
    }

    fn organizations(&mut self) {
        let file: OrganisationsFile = parse("organisations.toml", ORGANISATIONS);
        self.words(&file.forms, WordClass::ORGANIZATION | WordClass::COMPANY);
        self.words(&file.companies, WordClass::ORGANIZATION | WordClass::COMPANY);
        self.words(&file.ends, WordClass::ORGANIZATION);
        self.words(&file.starts, WordClass::ORGANIZATION);
        self.words(&file.opens, WordClass::ORGANIZATION_OPENER);
        self.gazetteer.forms = file.forms.split_whitespace().map(Into::into).collect();
        for written in file.known.values().flat_map(|kind| kind.split(';')) {
            let index = u32::try_from(self.gazetteer.organizations.len()).expect("few organisations");
            let mut names = written.trim().split('=').peekable();
            self.gazetteer.organizations.push(names.peek().copied().unwrap_or_default().into());
            for name in names {
                self.entry(name.trim_start_matches("the "), Known::Organization(index), false);
            }
        }
    }

    fn titles(&mut self) {
        let file: TitlesFile = parse("titles.toml", TITLES);
        self.gazetteer.offices = self.offices(&file.offices);
        self.gazetteer.professions = self.offices(&file.professions);
        self.words(&file.parts, WordClass::TITLE_PART);
        self.words(&file.honorifics, WordClass::HONORIFIC);
        for word in file.kin.split_whitespace().filter(|word| !word.contains('-')) {
            self.lexicon.add(word, WordClass::KIN);
        }
        self.gazetteer.office_of = file.of.split_whitespace().map(|of| of.replace('-', " ").into()).collect();
    }

    /// Words with the form that is compared: "chairwoman=chair".
    fn offices(&mut self, list: &str) -> FxHashMap<WordId, Option<Box<str>>> {
        let mut offices = FxHashMap::default();
        for written in list.split_whitespace() {
            let (word, form) =
                written.split_once('=').map_or((written, None), |(word, form)| (word, Some(form)));
            if !word.contains('-') {
                let id = self.lexicon.add(word, WordClass::OFFICE);
                offices.insert(id, form.map(|form| form.replace('-', " ").into()));
            }
        }
        offices
    }

    fn people(&mut self) {
        let file: PeopleFile = parse("people.toml", PEOPLE);
        self.words(&file.given, WordClass::GIVEN_NAME);
        self.words(&file.family, WordClass::FAMILY_NAME);
    }

    fn words(&mut self, list: &str, class: WordClass) {
        for word in list.split_whitespace() {
            self.lexicon.add(&word.to_lowercase(), class);
        }
    }

    /// Sorts the entries by first word, longest first, and the namesakes so that the one that is meant stands first.
    fn finish(self) -> Gazetteer {
        let Self { mut gazetteer, firsts, .. } = self;
        let mut order: Vec<usize> = (0..firsts.len()).collect();
        order.sort_by_key(|&at| (firsts[at], std::cmp::Reverse(gazetteer.entries[at].name.len()), at));
        let mut entries: Vec<Option<Entry>> = gazetteer.entries.drain(..).map(Some).collect();
        for &at in &order {
            let here =
                u32::try_from(gazetteer.entries.len()).expect("fewer than four thousand million names");
            gazetteer.by_first.entry(firsts[at]).or_insert((here, here)).1 = here + 1;
            gazetteer.entries.extend(entries[at].take());
        }
        let places = &gazetteer.places;
        for ids in gazetteer.by_name.values_mut() {
            ids.sort_by_key(|id| {
                let place = &places[id.0 as usize];
                (place.minor, std::cmp::Reverse(place.level), place.doubtful, *id)
            });
            ids.dedup();
        }
        gazetteer
    }
}

/// The first token of a name in lower case, as the tokeniser cuts it.
fn first_word(name: &str) -> &str {
    let bytes = name.as_bytes();
    let mut at = 0;
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
        && bytes.get(at + 1) == Some(&b'.')
        && bytes.get(at + 3).is_none_or(|next| !next.is_ascii_alphabetic())
    {
        at += 2;
    }
    if at > 2 {
        return &name[..at];
    }
    let end = name.find(|c: char| !c.is_alphanumeric()).unwrap_or(name.len());
    &name[..end]
}

/// Short forms that stand without the place before them: "N.Y.", "B.C.", "NSW".
fn is_spoken_short_form(name: &str) -> bool {
    name.matches('.').count() > 1 || matches!(name, "NSW" | "DC")
}
