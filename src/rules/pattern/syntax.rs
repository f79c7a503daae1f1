//! A pattern as its author wrote it: the tree that `parse` makes and `compile` turns into a program.

use std::{borrow::Cow, ops::Range};

/// A whole pattern, whose words and names stand in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rules) struct Tree<'p> {
    /// What must stand before the claim's own words.
    pub before: Option<Choice<'p>>,
    /// The claim's own words.
    pub body: Choice<'p>,
    /// What must stand behind them.
    pub after: Option<Choice<'p>>,
}

impl<'p> Tree<'p> {
    /// What stands before the claim's own words, these, and what stands behind them.
    pub fn parts(&self) -> impl Iterator<Item = &Choice<'p>> {
        self.before.iter().chain([&self.body]).chain(&self.after)
    }

    /// Whether a place of the pattern is among the claim's own words.
    pub fn holds_in_body(&self, place: &Range<usize>) -> bool {
        let start = self.body.items.first().map_or(0, |item| item.place.start);
        let end = self.body.items.last().map_or(0, |item| item.place.end);
        start <= place.start && place.end <= end
    }
}

/// Alternatives, one or more, each a sequence of one or more items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::rules) struct Choice<'p> {
    /// The items of all alternatives, one sequence behind the other: most are one word long.
    pub items: Vec<Item<'p>>,
    /// Where each sequence but the first starts in `items`.
    pub further: Vec<usize>,
}

impl<'p> Choice<'p> {
    /// The alternatives.
    pub fn sequences(&self) -> impl Iterator<Item = &[Item<'p>]> {
        (0..=self.further.len()).map(|nth| {
            let start = nth.checked_sub(1).map_or(0, |before| self.further[before]);
            &self.items[start..self.further.get(nth).copied().unwrap_or(self.items.len())]
        })
    }
}

/// One thing of a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rules) struct Item<'p> {
    /// Where it stands in the pattern, in bytes.
    pub place: Range<usize>,
    /// Whether it takes tokens or only looks.
    pub look: Look,
    /// What it is.
    pub atom: Atom<'p>,
}

/// Whether an item takes tokens or only looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Look {
    /// It takes the tokens that it matches.
    Take,
    /// `!`: it must not stand here.
    Not,
    /// `&`: it must stand here, and what follows starts at the same place.
    Ahead,
}

/// What an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rules) enum Atom<'p> {
    /// A literal word, which may be several tokens: "ceasefire", "four-year".
    Word(Cow<'p, str>),
    /// Any inflected form of a word.
    Inflected(Cow<'p, str>),
    /// A mark of punctuation or another sign.
    Mark(char),
    /// Any entry of one of these lexicon classes.
    Class(Vec<&'p str>),
    /// A typed slot.
    Slot(Slot<'p>),
    /// One of the alternatives.
    Group(Choice<'p>),
    /// One of the alternatives, or nothing.
    Optional(Choice<'p>),
    /// Up to this many tokens; `hard` runs over clauses, quotation marks and brackets too.
    Gap { most: u8, hard: bool },
    /// The start of the sentence.
    Start,
    /// The end of the sentence, its closing marks aside.
    End,
}

/// A place of a pattern that a mention or words fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rules) struct Slot<'p> {
    /// Its name; none where what fills it is not kept.
    pub name: Option<&'p str>,
    /// What may fill it.
    pub kind: SlotKind,
    /// What the filler must be besides.
    pub filter: Option<&'p str>,
}

macro_rules! slot_kinds {
    ($($variant:ident $word:literal $doc:literal,)+) => {
        /// What may fill a slot.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum SlotKind {
            $(#[doc = $doc] $variant,)+
        }

        impl SlotKind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word for it in patterns.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// What fills it, for the reference.
            #[must_use]
            pub const fn means(self) -> &'static str {
                match self { $(Self::$variant => $doc,)+ }
            }
        }
    };
}

slot_kinds! {
    Number "number" "a number: \"five\", \"at least 5\", \"dozens\"",
    Digits "digits" "digits alone, also where they are no figure: the 3 and the 1 of \"3-1\"",
    Ordinal "ordinal" "an ordinal: \"third\"",
    Percent "percent" "a percentage: \"12 per cent\"",
    Money "money" "an amount of money: \"$2.5 million\"",
    Quantity "quantity" "a measure with its unit: \"600 metres\"; filter: the unit",
    Age "age" "an age: \"aged 32\", \"32-year-old\"",
    Time "time" "a point in time: a date or a clock time",
    Date "date" "a date, without the preposition before it: \"Sunday\", \"Jan. 23-24\"",
    Clock "clock" "a time of day: \"8am\", \"9:30 p.m.\"",
    Duration "duration" "a length of time: \"a week\", \"four-year\"",
    Set "set" "something that recurs: \"every Friday\"",
    Person "person" "a person, with title, family word or \"the\" before the name",
    Name "name" "a person's name alone, without what stands before it",
    Place "place" "a place",
    Organization "organization" "an organisation",
    Proper "proper" "one to four words with capital letters that name something, known or not: \"Unity\", \"the Liberals\"",
    Title "title" "an office or role: \"Treasury Secretary\"",
    Quotation "quotation" "words between quotation marks, with the marks",
    Names "names" "a list of persons, or else of organisations or places, joined by commas and \"and\"",
    People "people" "a counted phrase for people: \"at least five people\", \"a man\", \"19 others\"; filter: the class of its noun",
    Group "group" "any counted phrase: \"seven flattened villages\"; filter: the class of its noun",
    Word "word" "one word; filter: a lexicon class",
    Words "words" "one to six words: as few as the rest of the pattern allows or, at its end, up to where the phrase ends",
}

impl SlotKind {
    /// The kind that a word of a pattern stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}
