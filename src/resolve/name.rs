//! Gives each name its fullest form in the article: a surname its person, a place what holds it, a company without
//! what it is in law.
//!
//! What a name is the name of was decided in [`crate::read`]; whether the names of two articles are one is said by
//! [`crate::claim::Name::likeness`].

use crate::{
    claim::{Mention, Name, NameKind, Said, ask_folded, fold, is_suffix},
    rules::{Gazetteer, PlaceId, PlaceLevel, RuleBook},
};
use rustc_hash::FxHashMap;
use std::{
    borrow::Cow,
    cell::{LazyCell, OnceCell},
};

/// How many of a region's largest cities are meant by their name alone.
const BIG_CITIES: usize = 3;

/// A name of the article, read once for all that is asked of it.
struct Written<'n, 'g> {
    name: &'n Name,
    /// The first of its tokens.
    start: usize,
    /// Its words with single blanks, without what is no part of them.
    plain: Cow<'n, str>,
    /// The places of the gazetteer that it can be the name of.
    candidates: &'g [PlaceId],
}

impl<'n, 'g> Written<'n, 'g> {
    fn of(name: &'n Name, start: usize, gazetteer: &'g Gazetteer) -> Self {
        let plain = match name.kind {
            NameKind::Person => plain(&name.written),
            NameKind::Place => own(&name.written),
            NameKind::Organization | NameKind::Title => Cow::Borrowed(name.written.as_str()),
        };
        let candidates = if name.kind == NameKind::Place { gazetteer.places(&plain) } else { &[] };
        Self { name, start, plain, candidates }
    }
}

/// The resolved names of those of the mentions that are names, in the same order.
pub(super) fn names(mentions: &[Mention], book: &RuleBook) -> Vec<Name> {
    let written: Vec<Written<'_, '_>> = mentions
        .iter()
        .filter_map(|mention| match &mention.said {
            Said::Name(name) => Some(Written::of(name, mention.tokens.start, &book.gazetteer)),
            Said::Count(_) | Said::Time(_) | Said::Group(_) | Said::Quotation => None,
        })
        .collect();
    let persons = Persons::of(&written);
    let places = Places::of(&written, &book.gazetteer);
    written
        .iter()
        .map(|one| match one.name.kind {
            NameKind::Person => {
                let canonical = persons.full(&one.plain, one.start).to_owned();
                fuller(one.name, canonical, one.name.within.clone())
            }
            NameKind::Place => places.placed(one),
            NameKind::Organization => {
                let canonical = book.gazetteer.without_form(&one.name.canonical).to_owned();
                fuller(one.name, canonical, one.name.within.clone())
            }
            NameKind::Title => one.name.clone(),
        })
        .collect()
}

/// A name with its fullest form and what holds it.
fn fuller(name: &Name, canonical: String, within: Vec<String>) -> Name {
    Name { kind: name.kind, written: name.written.clone(), canonical, within }
}

/// A person's name with single blanks and without a nickname between marks.
fn plain(written: &str) -> Cow<'_, str> {
    if is_single_spaced(written) && !written.bytes().any(|byte| matches!(byte, b'"' | b'\'' | b'(')) {
        return Cow::Borrowed(written);
    }
    let marked = |word: &&str| !word.starts_with(['"', '\u{201C}', '\'', '\u{2018}', '(']);
    Cow::Owned(written.split_whitespace().filter(marked).collect::<Vec<_>>().join(" "))
}

/// Whether plain single blanks, and no others, stand between the words.
fn is_single_spaced(written: &str) -> bool {
    let mut last = b' ';
    for byte in written.bytes() {
        if !byte.is_ascii_graphic() && (byte != b' ' || last == b' ') {
            return false;
        }
        last = byte;
    }
    last != b' ' || written.is_empty()
}

/// The persons that an article names in full.
struct Persons<'w> {
    /// By surname and by first name, folded: the full names with where they first stand.
    by_word: FxHashMap<String, Vec<(usize, &'w str)>>,
    /// Each name of several words with the longest that is the same person's, looked for when it is first asked for.
    longest: FxHashMap<&'w str, OnceCell<&'w str>>,
}

impl<'w> Persons<'w> {
    fn of(written: &'w [Written<'_, '_>]) -> Self {
        let mut longest: FxHashMap<&str, OnceCell<&str>> = FxHashMap::default();
        let mut by_word: FxHashMap<String, Vec<(usize, &str)>> = FxHashMap::default();
        for one in written.iter().filter(|one| one.name.kind == NameKind::Person) {
            let full = one.plain.as_ref();
            let Some((first, rest)) = full.split_once(' ') else { continue };
            if is_suffix(rest) || longest.insert(full, OnceCell::new()).is_some() {
                continue;
            }
            for word in [surname(full), first] {
                by_word.entry(fold(word)).or_default().push((one.start, full));
            }
        }
        Self { by_word, longest }
    }

    /// The fullest form of a name that stands at token `at`.
    fn full<'a>(&'a self, name: &'a str, at: usize) -> &'a str {
        if let Some((own, longest)) = self.longest.get_key_value(name) {
            return longest.get_or_init(|| self.longest_of(own));
        }
        let Some(known) = ask_folded(surname(name), |folded| self.by_word.get(folded)) else { return name };
        // A bare surname is that of the person named last before, where two share it; a headline's is the first's.
        let before = known.iter().filter(|(start, _)| *start <= at).max_by_key(|(start, _)| *start);
        let full = before.or_else(|| known.first()).map_or(name, |(_, full)| full);
        if full == name { name } else { self.full(full, at) }
    }

    /// The longest name of the same person as a name of several words, of two that are equally long the one that stands first.
    fn longest_of(&self, name: &'w str) -> &'w str {
        let Some(known) = ask_folded(surname(name), |folded| self.by_word.get(folded)) else { return name };
        let own = LazyCell::new(|| Name::plain(NameKind::Person, name));
        let longer = known
            .iter()
            .filter(|(_, full)| full.len() > name.len() && own.same_as(&Name::plain(NameKind::Person, full)))
            .max_by_key(|(start, full)| (full.len(), std::cmp::Reverse(*start)));
        longer.map_or(name, |(_, full)| full)
    }
}

/// The last word of a name that is no suffix.
fn surname(name: &str) -> &str {
    let mut head = Some(name);
    while let Some(rest) = head {
        let (before, word) = split_last(rest);
        if !is_suffix(word) {
            return word;
        }
        head = before;
    }
    split_last(name).1
}

/// The last word, and what stands before its blank.
fn split_last(name: &str) -> (Option<&str>, &str) {
    match name.bytes().rposition(|byte| byte == b' ') {
        Some(blank) => (Some(&name[..blank]), &name[blank + 1..]),
        None => (None, name),
    }
}

/// The places that an article names.
struct Places<'w, 'g> {
    gazetteer: &'g Gazetteer,
    /// Every place named, with what holds it in the writer's words, by folded name.
    told: FxHashMap<String, &'w [String]>,
    /// The regions and countries named anywhere, each once: they tell which of two namesakes is meant.
    wide: Vec<PlaceId>,
}

impl<'w, 'g> Places<'w, 'g> {
    fn of(written: &'w [Written<'_, 'g>], gazetteer: &'g Gazetteer) -> Self {
        let mut told = FxHashMap::default();
        let mut wide = Vec::new();
        for one in written.iter().filter(|one| one.name.kind == NameKind::Place) {
            let within = one.name.within.as_slice();
            if within.is_empty() {
                wide.extend(one.candidates);
            } else {
                wide.extend(within.iter().flat_map(|holder| gazetteer.places(holder)));
                told.entry(fold(&one.plain)).or_insert(within);
            }
        }
        wide.sort_unstable();
        wide.dedup();
        Self { gazetteer, told, wide }
    }

    fn placed(&self, one: &Written<'_, '_>) -> Name {
        let (name, own) = (one.name, one.plain.as_ref());
        let told = || {
            if self.told.is_empty() {
                return None;
            }
            ask_folded(own, |folded| self.told.get(folded)).copied()
        };
        let within = if name.within.is_empty() { told().unwrap_or_default() } else { name.within.as_slice() };
        if let Some(id) = self.meant(one.candidates, within) {
            let canonical = self.gazetteer.place(id).canonical.as_ref().to_owned();
            let told = if within.is_empty() { self.likely_within(id) } else { self.gazetteer.within(id) };
            return fuller(name, canonical, told);
        }
        if !one.candidates.is_empty() {
            return fuller(name, own.to_owned(), self.shared(one.candidates));
        }
        let (side, rest) = own.split_once(' ').unwrap_or(("", own));
        let base = if is_side(side) { self.meant(self.gazetteer.places(rest), within) } else { None };
        let within = match base {
            Some(base) => {
                let place = self.gazetteer.place(base).canonical.as_ref().to_owned();
                std::iter::once(place).chain(self.gazetteer.within(base)).collect()
            }
            None => self.completed(within),
        };
        fuller(name, own.to_owned(), within)
    }

    /// Which of the places of a name is meant, where one is likelier than its namesakes.
    fn meant(&self, candidates: &[PlaceId], within: &[String]) -> Option<PlaceId> {
        if let Some(holder) = within.first() {
            let holders = self.gazetteer.places(holder);
            return candidates
                .iter()
                .copied()
                .find(|id| holders.iter().any(|holder| self.gazetteer.holds(*holder, *id)));
        }
        let first = *candidates.first()?;
        let level = self.gazetteer.place(first).level;
        let rivals = candidates
            .iter()
            .copied()
            .filter(|id| self.gazetteer.place(*id).level == level && !self.gazetteer.place(*id).minor);
        if rivals.clone().nth(1).is_none() {
            return Some(first);
        }
        let mut supported = rivals.filter(|id| self.wide.iter().any(|wide| self.gazetteer.holds(*wide, *id)));
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
    fn completed(&self, told: &[String]) -> Vec<String> {
        let mut within = told.to_vec();
        if let Some(id) = told.last().and_then(|last| self.meant(self.gazetteer.places(last), &[])) {
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
