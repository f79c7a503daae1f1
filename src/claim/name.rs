//! Names of persons, places, organisations and offices.

use super::spelling::{fold, nearly, open_alike, skeletons};

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organization,
    /// An office or role: "Treasury Secretary".
    Title,
}

/// A name as written and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// What it is the name of.
    pub kind: NameKind,
    /// As written, without title and possessive.
    pub written: String,
    /// The fullest form known: the full name for a surname, the gazetteer's form for a place.
    pub canonical: String,
    /// For a place the places that hold it, nearest first; for a title the office's organisation or country.
    pub within: Vec<String>,
}

/// How two names of one kind relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// One thing: the same name, or two spellings that transliteration explains.
    Same,
    /// One name is part of the other: a surname and a full name, a place and what holds it.
    Part,
    /// Probably one thing in two spellings, one of which may be wrong.
    Spelling,
    /// Two things.
    Different,
}

/// Whether a word of a name says which generation its bearer is of, and is no surname: "Jr.", "III".
///
/// ```
/// assert!(gainsay::claim::is_suffix("Jr.") && !gainsay::claim::is_suffix("Reed"));
/// ```
#[must_use]
pub fn is_suffix(word: &str) -> bool {
    let bare = word.trim_matches(['.', ',']);
    ["jr", "sr", "ii", "iii", "iv"].iter().any(|suffix| bare.eq_ignore_ascii_case(suffix))
}

impl Name {
    /// Whether two names stand for one thing, whatever their spelling.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.likeness(other) == Likeness::Same
    }

    /// Whether two names can stand for one thing: the same, one a part of the other, or nearly spelled so.
    #[must_use]
    pub fn resembles(&self, other: &Self) -> bool {
        self.likeness(other) != Likeness::Different
    }

    /// How two names relate, by their fullest forms.
    ///
    /// ```
    /// use gainsay::claim::{Likeness, Name, NameKind};
    /// let person = |name: &str| Name::plain(NameKind::Person, name);
    /// assert_eq!(person("Heydar Lima").likeness(&person("Heidar Lima")), Likeness::Same);
    /// assert_eq!(person("Lima").likeness(&person("Ana Lima")), Likeness::Part);
    /// assert_eq!(person("Ana Rait").likeness(&person("Ana Raite")), Likeness::Spelling);
    /// assert_eq!(person("Ana Lima").likeness(&person("Rosa Lima")), Likeness::Different);
    /// let company = |name: &str| Name::plain(NameKind::Organization, name);
    /// assert_eq!(company("Corvana").likeness(&company("Corvana Motors")), Likeness::Part);
    /// assert_eq!(company("CWF").likeness(&company("Corvana Workers' Front")), Likeness::Part);
    /// ```
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Likeness {
        if self.kind == NameKind::Place || other.kind == NameKind::Place {
            return self.place_likeness(other);
        }
        let left = skeletons(&self.canonical);
        if self.canonical == other.canonical && !left.is_empty() {
            return Likeness::Same;
        }
        let right = skeletons(&other.canonical);
        if left.is_empty() || right.is_empty() {
            return Likeness::Different;
        }
        if left == right {
            return Likeness::Same;
        }
        let (short, long) = if left.len() <= right.len() { (&left, &right) } else { (&right, &left) };
        if self.kind == NameKind::Organization && (long.starts_with(short) || are_initials(self, other)) {
            return Likeness::Part;
        }
        if short.len() == 1 && long.len() > 1 {
            return if short.last() == long.last() { Likeness::Part } else { Likeness::Different };
        }
        if short.len() > 1 && is_part(short, long) && !is_forebear(short, long) {
            return Likeness::Same;
        }
        // Middle names are dropped, also where the others are spelt in two ways.
        let of_person = self.kind == NameKind::Person && short.len() == 2;
        let long = if of_person { &[long[0].clone(), long[long.len() - 1].clone()] } else { &long[..] };
        let opens = short.len() > 1 && short[0] == long[0];
        let near = short.len() == long.len()
            && short.iter().zip(long).filter(|(a, b)| a != b).count() == 1
            && short.iter().zip(long).enumerate().all(|(at, (a, b))| {
                let is_last = at + 1 == short.len();
                a == b
                    || nearly(a, b)
                    || short.len() > 1 && sounds_alike(a, b)
                    || opens && is_last && open_alike(a, b)
            });
        if near { Likeness::Spelling } else { Likeness::Different }
    }

    fn place_likeness(&self, other: &Self) -> Likeness {
        let holds = |wide: &Self, narrow: &Self| {
            narrow.within.iter().any(|within| is_folded_alike(within, &wide.canonical))
        };
        if is_folded_alike(&self.canonical, &other.canonical) {
            // Two towns of one name in two states are two places.
            let apart = !self.within.is_empty()
                && !other.within.is_empty()
                && !self.within.iter().any(|place| other.within.contains(place));
            return if apart { Likeness::Different } else { Likeness::Same };
        }
        if holds(self, other) || holds(other, self) { Likeness::Part } else { Likeness::Different }
    }

    /// A name that is its own fullest form.
    #[must_use]
    pub fn plain(kind: NameKind, name: &str) -> Self {
        Self { kind, written: name.to_owned(), canonical: name.to_owned(), within: Vec::new() }
    }

    /// Whether a title is one that its holder had before: "former president".
    #[must_use]
    pub fn is_former(&self) -> bool {
        self.canonical.starts_with("former ")
    }

    /// A title without what says when it was held: "president" for "former president".
    #[must_use]
    pub fn office(&self) -> &str {
        let mut office = self.canonical.as_str();
        for word in ["former ", "acting ", "interim ", "outgoing ", "incoming ", "late "] {
            office = office.strip_prefix(word).unwrap_or(office);
        }
        office
    }
}

/// Whether two names are one but for case and accents.
fn is_folded_alike(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return one.eq_ignore_ascii_case(other);
    }
    fold(one) == fold(other)
}

/// Whether the words of a shorter name are the longer one's without some of its given names or initials: the last
/// words agree, and the others stand in the longer name in their order, an initial for its name.
fn is_part(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.last() == long.last()
        && short.iter().all(|word| rest.any(|other| other == word || is_initial(word, other)))
}

/// Whether a shorter name leaves out the first two names of the longer, as that of a father and his father does: "Musa Dahour" is
/// no "Omar Nur Musa Dahour".
fn is_forebear(short: &[String], long: &[String]) -> bool {
    const JOINTS: [&str; 6] = ["al", "bin", "ibn", "de", "van", "von"];
    let left_out = long.iter().position(|word| *word == short[0]).unwrap_or_default();
    let is_name = |word: &String| word.len() > 1 && !JOINTS.contains(&word.as_str());
    short.len() == 2 && left_out > 1 && is_name(&short[0]) && long[..left_out].iter().all(is_name)
}

fn is_initial(a: &str, b: &str) -> bool {
    (a.len() == 1 || b.len() == 1) && a.chars().next() == b.chars().next()
}

/// Whether one name is the capitals of the other: "CWF" and "Corvana Workers' Front".
fn are_initials(one: &Name, other: &Name) -> bool {
    let capitals = |name: &str| -> String {
        name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
    };
    let (letters, full) = if one.canonical.contains(' ') { (other, one) } else { (one, other) };
    letters.canonical.len() > 1 && letters.canonical == capitals(&full.canonical)
}

/// Whether two words have the same consonants: "Katherine" and "Kathryn".
fn sounds_alike(a: &str, b: &str) -> bool {
    let consonants = |word: &str| -> String {
        word.chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'h')).collect()
    };
    a.chars().next() == b.chars().next() && a.len() > 3 && b.len() > 3 && consonants(a) == consonants(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_relate_by_the_words_of_their_names() {
        for (a, b, want) in [
            ("Ana Lima", "Ana Lima", Likeness::Same),
            ("Ana M. Lima", "Ana Lima", Likeness::Same),
            ("Ana M. Lima", "Ana Maria Lima", Likeness::Same),
            ("Lima", "Ana Lima", Likeness::Part),
            ("Katherine Duarte", "Kathryn Duarte", Likeness::Spelling),
            ("Lima", "Limo", Likeness::Spelling),
            ("Ana Lima", "Bea Lima", Likeness::Different),
            ("Ana Lima", "Ana Costa", Likeness::Different),
            ("Jon Park", "Joe Park", Likeness::Spelling),
            ("Yusuf Ali Mohamed Zahyar", "Youssef Zahyer", Likeness::Spelling),
            ("Ana Lima Costa", "Ana Limo", Likeness::Different),
            ("Sulaiman Musa Dahouri", "Suleiman Tahouri", Likeness::Spelling),
            ("Musa Dahour", "Omar Nur Musa Dahour", Likeness::Different),
            ("bin Dahour", "Omar Nur bin Dahour", Likeness::Same),
            ("Dina Tahouri", "Tina Tahouri", Likeness::Different),
            ("Ana Bell", "Ana Pell", Likeness::Different),
        ] {
            let name = |written| Name::plain(NameKind::Person, written);
            assert_eq!(name(a).likeness(&name(b)), want, "{a} {b}");
            assert_eq!(name(b).likeness(&name(a)), want, "{b} {a}");
        }
    }

    #[test]
    fn places_relate_by_what_holds_them() {
        let place = |canonical: &str, within: &[&str]| Name {
            within: within.iter().map(|&name| name.to_owned()).collect(),
            ..Name::plain(NameKind::Place, canonical)
        };
        let miami = place("Miami", &["Florida", "United States"]);
        assert_eq!(miami.likeness(&place("Florida", &["United States"])), Likeness::Part);
        assert_eq!(miami.likeness(&place("Texas", &["United States"])), Likeness::Different);
        let springfield = place("Springfield", &["Ohio"]);
        assert_eq!(springfield.likeness(&place("Springfield", &["Illinois"])), Likeness::Different);
        assert_eq!(springfield.likeness(&place("Springfield", &[])), Likeness::Same);
    }
}
