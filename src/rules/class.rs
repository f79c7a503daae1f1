//! The lexicon's open classes: named lists of words and phrases that patterns and stages ask for.

use crate::text::{Token, WordId};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// The longest entry of a class of which the length is kept, in tokens.
const LONGEST_ENTRY: usize = 62;

/// The number of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ClassId(u32);

impl ClassId {
    /// One bit, the same for one class in 64.
    pub(crate) const fn trace(self) -> u64 {
        1 << (self.0 % 64)
    }
}

/// One entry of a class behind its first word.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    /// The words behind the first one.
    rest: Box<[WordId]>,
    /// What the entry stands for, where the list says.
    canonical: Option<Box<str>>,
}

/// The entries of a class that one word opens.
#[derive(Debug, Default)]
struct Opened {
    /// The longest first.
    entries: Vec<Entry>,
    /// The traces of the words that stand second in them: common words open many entries, and few texts go on with any.
    seconds: u64,
}

impl Opened {
    /// The entry of the word alone.
    fn alone(&self) -> &[Entry] {
        match self.entries.as_slice() {
            [.., last] if last.rest.is_empty() => std::slice::from_ref(last),
            _ => &[],
        }
    }

    /// The entries that may stand where this word follows.
    #[inline]
    fn before(&self, next: Option<&Token>) -> &[Entry] {
        match next {
            Some(next) if self.seconds & next.word.trace() != 0 => &self.entries,
            Some(_) | None => self.alone(),
        }
    }
}

/// A named list of words and phrases.
#[derive(Debug, Default)]
struct Class {
    /// By first word.
    entries: FxHashMap<WordId, Opened>,
    /// How many tokens the entries have: a bit for each number, the last for all that are too long for one.
    lengths: u64,
}

/// All classes, by name.
#[derive(Debug, Default)]
pub struct Classes {
    by_name: FxHashMap<String, ClassId>,
    /// The classes of words that name events, by the event's type; asked for with each claim.
    events: FxHashMap<String, ClassId>,
    list: Vec<Class>,
    /// By word number, which classes have an entry that it opens: one bit for every 64th class. Most words open none.
    opened: Vec<u64>,
}

impl Classes {
    /// Whether a word could open an entry of a class: a quick no for nearly every word.
    #[inline]
    pub(crate) fn may_open(&self, class: ClassId, word: WordId) -> bool {
        self.opened_by(word) & class.trace() != 0
    }

    /// The traces of the classes that have an entry which a word opens.
    #[inline]
    pub(crate) fn opened_by(&self, word: WordId) -> u64 {
        self.opened.get(word.0 as usize).copied().unwrap_or_default()
    }

    /// The class of a name, made where there is none yet.
    pub(super) fn open(&mut self, name: &str) -> ClassId {
        if let Some(id) = self.find(name) {
            return id;
        }
        let id = ClassId(u32::try_from(self.list.len()).expect("fewer than four thousand million classes"));
        self.by_name.insert(name.to_owned(), id);
        if let Some(kind) = name.strip_prefix("event/") {
            self.events.insert(kind.to_owned(), id);
        }
        self.list.push(Class::default());
        id
    }

    /// Adds an entry to a class; one that is there keeps what it stands for.
    pub(super) fn add(&mut self, class: ClassId, words: &[WordId], canonical: Option<&str>) {
        let Some((first, rest)) = words.split_first() else { return };
        let number = first.0 as usize;
        if self.opened.len() <= number {
            self.opened.resize(number + 1, 0);
        }
        self.opened[number] |= class.trace();
        let of_class = &mut self.list[class.0 as usize];
        of_class.lengths |= 1 << words.len().min(LONGEST_ENTRY + 1);
        let Opened { entries, seconds } = of_class.entries.entry(*first).or_default();
        *seconds |= rest.first().map_or(0, |second| second.trace());
        if entries.iter().any(|entry| *entry.rest == *rest) {
            return;
        }
        let at = entries.partition_point(|entry| entry.rest.len() >= rest.len());
        entries.insert(at, Entry { rest: rest.into(), canonical: canonical.map(Into::into) });
    }

    /// Adds every entry of `other` to `class`.
    pub(super) fn include(&mut self, class: ClassId, other: ClassId) {
        let entries: Vec<(WordId, Entry)> = self.list[other.0 as usize]
            .entries
            .iter()
            .flat_map(|(first, opened)| opened.entries.iter().map(|entry| (*first, entry.clone())))
            .collect();
        for (first, Entry { rest, canonical }) in entries {
            let words: Vec<WordId> = std::iter::once(first).chain(rest.iter().copied()).collect();
            self.add(class, &words, canonical.as_deref());
        }
    }

    /// The class of a name.
    #[must_use]
    pub(crate) fn find(&self, name: &str) -> Option<ClassId> {
        self.by_name.get(name).copied()
    }

    /// The class of the words that name an event of a type.
    pub(crate) fn find_event(&self, kind: &str) -> Option<ClassId> {
        self.events.get(kind).copied()
    }

    /// The names of all classes, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone + use<'_> {
        let mut names: Vec<&str> = self.by_name.keys().map(String::as_str).collect();
        names.sort_unstable();
        names.into_iter()
    }

    /// The number of entries of all classes.
    pub(super) fn len(&self) -> usize {
        self.list.iter().flat_map(|class| class.entries.values()).map(|opened| opened.entries.len()).sum()
    }

    /// Whether a class has no entries.
    pub(super) fn is_empty(&self, class: ClassId) -> bool {
        self.list[class.0 as usize].entries.is_empty()
    }

    /// How many tokens the entries of a class have, a bit for each number; none where one has more than [`LONGEST_ENTRY`].
    pub(super) fn lengths(&self, class: ClassId) -> Option<u64> {
        let lengths = self.list[class.0 as usize].lengths;
        (lengths >> (LONGEST_ENTRY + 1) == 0).then_some(lengths)
    }

    /// The words that can open an entry of a class, in no order.
    pub(super) fn openers(&self, class: ClassId) -> impl ExactSizeIterator<Item = WordId> {
        self.list[class.0 as usize].entries.keys().copied()
    }

    /// The lengths in tokens of the entries of a class that stand at the start of `tokens`, longest first, with
    /// what each stands for.
    pub(crate) fn at<'s, 't>(
        &'s self,
        class: ClassId,
        tokens: &'t [Token],
    ) -> impl Iterator<Item = (usize, Option<&'s str>)> + use<'s, 't> {
        let entries = tokens
            .first()
            .filter(|first| self.may_open(class, first.word))
            .and_then(|first| self.list[class.0 as usize].entries.get(&first.word))
            .map_or(&[][..], |opened| opened.before(tokens.get(1)));
        entries
            .iter()
            .filter(|entry| {
                tokens.len() > entry.rest.len()
                    && entry.rest.iter().zip(&tokens[1..]).all(|(word, token)| *word == token.word)
            })
            .map(|entry| (entry.rest.len() + 1, entry.canonical.as_deref()))
    }

    /// What an entry of a class stands for, where the list says.
    pub(crate) fn canonical(&self, class: ClassId, words: &[WordId]) -> Option<&str> {
        let (first, rest) = words.split_first()?;
        let opened = self.list[class.0 as usize].entries.get(first)?;
        opened.entries.iter().find(|entry| *entry.rest == *rest)?.canonical.as_deref()
    }

    /// What the entries of a class stand for, sorted, where the list says.
    pub(super) fn meanings(&self, class: ClassId) -> BTreeSet<&str> {
        let entries = self.list[class.0 as usize].entries.values().flat_map(|opened| &opened.entries);
        entries.filter_map(|entry| entry.canonical.as_deref()).collect()
    }

    /// The name of a class.
    pub(crate) fn name(&self, class: ClassId) -> Option<&str> {
        self.by_name.iter().find(|(_, id)| **id == class).map(|(name, _)| name.as_ref())
    }

    /// Whether a single word is an entry of a class.
    pub(crate) fn holds(&self, class: ClassId, word: WordId) -> bool {
        self.list[class.0 as usize].entries.get(&word).is_some_and(|opened| !opened.alone().is_empty())
    }
}
