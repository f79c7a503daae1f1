//! Gives each name its fullest form in the article: a surname its person, a place what holds it.
//!
//! What a name is the name of was decided in [`crate::read`]; whether the names of two articles are one is said by
//! [`crate::claim::Name::likeness`].

use crate::{
    claim::{Mention, Name, NameKind, Said, fold},
    rules::{Gazetteer, PlaceId, PlaceLevel, RuleBook},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::{borrow::Cow, cell::LazyCell, collections::BTreeSet};

/// How many of a region's largest cities are meant by their name alone.
const BIG_CITIES: usize = 3;

/// The resolved names of those of the mentions that are names, in the same order.
pub(super) fn names(mentions: &[Mention], book: &RuleBook) -> Vec<Name> {
    let written: Vec<(usize, &Name)> = mentions
        .iter()
        .enumerate()
        .filter_map(|(at, mention)| match &mention.said {
            Said::Name(name) => Some((at, name.as_ref())),
            Said::Count(_) | Said::Time(_) | Said::Group(_) | Said::Quotation => None,
        })
        .collect();
    let persons = Persons::of(mentions, &written);
    let places = Places::of(&written, &book.gazetteer);
    written
        .iter()
        .map(|&(at, name)| match name.kind {
            NameKind::Person => fuller(
                name,
                persons.full(&plain(&name.written), mentions[at].tokens.start),
                name.within.clone(),
            ),
            NameKind::Place => places.placed(name),
            NameKind::Organization | NameKind::Title => name.clone(),
        })
        .collect()
}

/// A name with its fullest form and what holds it.
fn fuller(name: &Name, canonical: String, within: Vec<String>) -> Name {
    Name { kind: name.kind, written: name.written.clone(), canonical, within }
}

/// A person's name with single blanks and without a nickname between marks.
fn plain(written: &str) -> Cow<'_, str> {
    if is_single_spaced(written) && !written.contains(['"', '\'', '(']) {
        return Cow::Borrowed(written);
    }
    let marked = |word: &&str| !word.starts_with(['"', '\u{201C}', '\'', '\u{2018}', '(']);
    Cow::Owned(written.split_whitespace().filter(marked).collect::<Vec<_>>().join(" "))
}

/// Whether plain single blanks, and no others, stand between the words.
fn is_single_spaced(written: &str) -> bool {
    let bytes = written.as_bytes();
    bytes.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ')
        && !bytes.windows(2).any(|pair| pair == b"  ")
        && !written.starts_with(' ')
        && !written.ends_with(' ')
}

/// The persons that an article names in full.
struct Persons<'n> {
    /// By surname and by first name, folded: the full names with where they first stand.
    by_word: FxHashMap<String, Vec<(usize, Cow<'n, str>)>>,
}

impl<'n> Persons<'n> {
    fn of(mentions: &[Mention], written: &[(usize, &'n Name)]) -> Self {
        let mut seen = FxHashSet::default();
        let mut by_word: FxHashMap<String, Vec<(usize, Cow<'n, str>)>> = FxHashMap::default();
        for (at, name) in written.iter().filter(|(_, name)| name.kind == NameKind::Person) {
            let full = plain(&name.written);
            let Some((first, _)) = full.split_once(' ') else { continue };
            if seen.contains(&full) {
                continue;
            }
            let start = mentions[*at].tokens.start;
            for word in [surname(&full), first] {
                by_word.entry(fold(word)).or_default().push((start, full.clone()));
            }
            seen.insert(full);
        }
        Self { by_word }
    }

    /// The fullest form of a name that stands at token `at`.
    fn full(&self, name: &str, at: usize) -> String {
        let Some(known) = self.by_word.get(&fold(surname(name))) else { return name.to_owned() };
        if name.contains(' ') {
            let own = LazyCell::new(|| Name::plain(NameKind::Person, name));
            let longer = known
                .iter()
                .filter(|(_, full)| {
                    full.len() > name.len() && own.same_as(&Name::plain(NameKind::Person, full))
                })
                .max_by_key(|(start, full)| (full.len(), std::cmp::Reverse(*start)));
            return longer.map_or(name, |(_, full)| full.as_ref()).to_owned();
        }
        // A bare surname is that of the person named last before, where two share it; a headline's is the first's.
        let before = known.iter().filter(|(start, _)| *start <= at).max_by_key(|(start, _)| *start);
        let full = before.or_else(|| known.first()).map_or(name, |(_, full)| full.as_ref());
        if full == name { name.to_owned() } else { self.full(full, at) }
    }
}

/// The last word of a name that is no suffix.
fn surname(name: &str) -> &str {
    let mut words = name.rsplit(' ');
    let is_suffix = |word: &str| matches!(word.trim_end_matches(['.', ',']), "Jr" | "Sr" | "II" | "III");
    words.find(|word| !is_suffix(word)).or(name.rsplit(' ').next()).unwrap_or_default()
}

/// The places that an article names.
struct Places<'g> {
    gazetteer: &'g Gazetteer,
    /// Every place named, with what holds it in the writer's words, by folded name.
    told: FxHashMap<String, Vec<String>>,
    /// The regions and countries named anywhere: they tell which of two namesakes is meant.
    wide: BTreeSet<PlaceId>,
}

impl<'g> Places<'g> {
    fn of(written: &[(usize, &Name)], gazetteer: &'g Gazetteer) -> Self {
        let mut told = FxHashMap::default();
        let mut wide = BTreeSet::new();
        for (_, name) in written.iter().filter(|(_, name)| name.kind == NameKind::Place) {
            if name.within.is_empty() {
                wide.extend(gazetteer.places(&own(&name.written)).iter().copied());
            } else {
                wide.extend(name.within.iter().flat_map(|holder| gazetteer.places(holder)).copied());
                told.entry(fold(&own(&name.written))).or_insert_with(|| name.within.clone());
            }
        }
        Self { gazetteer, told, wide }
    }

    fn placed(&self, name: &Name) -> Name {
        let own = own(&name.written);
        let own = own.as_ref();
        let told = || if self.told.is_empty() { None } else { self.told.get(&fold(own)) };
        let within =
            if name.within.is_empty() { told() } else { Some(&name.within) }.cloned().unwrap_or_default();
        if let Some(id) = self.meant(own, &within) {
            let canonical = self.gazetteer.place(id).canonical.as_ref().to_owned();
            let told = if within.is_empty() { self.likely_within(id) } else { self.gazetteer.within(id) };
            return fuller(name, canonical, told);
        }
        let candidates = self.gazetteer.places(own);
        if !candidates.is_empty() {
            return fuller(name, own.to_owned(), self.shared(candidates));
        }
        let (side, rest) = own.split_once(' ').unwrap_or(("", own));
        let base = if is_side(side) { self.meant(rest, &within) } else { None };
        let within = match base {
            Some(base) => {
                let place = self.gazetteer.place(base).canonical.as_ref().to_owned();
                std::iter::once(place).chain(self.gazetteer.within(base)).collect()
            }
            None => self.completed(within),
        };
        fuller(name, own.to_owned(), within)
    }

    /// Which place of the gazetteer a name means, where one is likelier than its namesakes.
    fn meant(&self, own: &str, within: &[String]) -> Option<PlaceId> {
        let candidates = self.gazetteer.places(own);
        if let Some(holder) = within.first() {
            let holders = self.gazetteer.places(holder);
            return candidates
                .iter()
                .copied()
                .find(|id| holders.iter().any(|holder| self.gazetteer.holds(*holder, *id)));
        }
        let first = *candidates.first()?;
        let level = self.gazetteer.place(first).level;
        let rivals: Vec<PlaceId> = candidates
            .iter()
            .copied()
            .filter(|id| self.gazetteer.place(*id).level == level && !self.gazetteer.place(*id).minor)
            .collect();
        if rivals.len() < 2 {
            return Some(first);
        }
        let mut supported =
            rivals.iter().copied().filter(|id| self.wide.iter().any(|wide| self.gazetteer.holds(*wide, *id)));
        match (supported.next(), supported.next()) {
            (Some(only), None) => Some(only),
            (Some(_) | None, _) => None,
        }
    }

    /// What holds a place, as far as the article does not speak against it: a lesser town may have an unknown namesake
    /// in the states or countries that the article names instead.
    fn likely_within(&self, id: PlaceId) -> Vec<String> {
        let place = self.gazetteer.place(id);
        let within = self.gazetteer.within(id);
        // A district is as well known as its city.
        let of_city = place.holder.is_some_and(|wider| self.gazetteer.place(wider).level == PlaceLevel::City);
        let lesser = place.level == PlaceLevel::City && place.rank >= BIG_CITIES && !of_city;
        let backed = self.wide.iter().any(|wide| self.gazetteer.holds(*wide, id));
        if !lesser || backed {
            return within;
        }
        let regions =
            self.wide.iter().filter(|wide| self.gazetteer.place(**wide).level == PlaceLevel::Region);
        let holds_all = |wide: &String| {
            regions.clone().all(|region| self.gazetteer.holders(*region).any(|holder| holder == wide))
        };
        within.into_iter().filter(holds_all).collect()
    }

    /// What holds all of several namesakes.
    fn shared(&self, candidates: &[PlaceId]) -> Vec<String> {
        let mut chains = candidates.iter().map(|id| self.gazetteer.within(*id));
        let first = chains.next().unwrap_or_default();
        let rest: Vec<Vec<String>> = chains.collect();
        first.into_iter().filter(|place| rest.iter().all(|chain| chain.contains(place))).collect()
    }

    /// What the writer says holds a place, with what holds that.
    fn completed(&self, mut within: Vec<String>) -> Vec<String> {
        if let Some(id) = within.last().and_then(|last| self.meant(last, &[])) {
            within.extend(self.gazetteer.within(id));
        }
        within
    }
}

/// The place's own name with single blanks: "Davos" of "Davos, Switzerland".
fn own(written: &str) -> Cow<'_, str> {
    let first = written.split(',').next().unwrap_or(written);
    if is_single_spaced(first) {
        return Cow::Borrowed(first);
    }
    Cow::Owned(first.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn is_side(word: &str) -> bool {
    let side = fold(word);
    ["north", "south", "east", "west", "central", "downtown", "upper", "lower", "greater", "inner"]
        .iter()
        .any(|known| side.starts_with(known))
}
