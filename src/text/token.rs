//! The smallest things that grammars read.

use super::Span;
use bitflags::bitflags;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner digits and dots of abbreviations ("U.S.", "a.m.", "COVID19").
    Word,
    /// What follows a word after an apostrophe: "'s", "n't" is not split.
    Clitic,
    /// Digits with their grouping and decimal marks: "1,200", "5.2".
    Number,
    /// One mark of punctuation.
    Punctuation,
    /// One other sign: "$", "%", "°".
    Symbol,
    /// An address of a page, a mail box, a handle or a hash tag; never read for values.
    Link,
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letters, or letters without case.
    None,
    /// "word"
    Lower,
    /// "Word"
    Title,
    /// "WORD"; a single capital letter counts.
    Upper,
    /// "iPhone", "McDonald"
    Mixed,
}

/// The number of a word in the lexicon; zero for a word that no grammar or rule names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WordId(pub u32);

impl WordId {
    /// A word that no grammar or rule names.
    pub const UNKNOWN: Self = Self(0);

    /// One bit, the same for one word in 64; none of an unknown one.
    #[inline]
    pub(crate) const fn trace(self) -> u64 {
        if self.0 == Self::UNKNOWN.0 { 0 } else { 1 << (self.0 % 64) }
    }
}

bitflags! {
    /// The closed classes that the grammars dispatch on. A word may be in several.
    ///
    /// One table look-up per token sets these, so that most tokens cost a grammar nothing.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
    pub struct WordClass: u64 {
        /// A cardinal in words: "three", "dozen", "million".
        const CARDINAL = 1 << 0;
        /// An ordinal in words: "third", "last".
        const ORDINAL = 1 << 1;
        /// May open a bounded or vague number: "at", "about", "several".
        const BOUND = 1 << 2;
        /// A month: "January", "Jan".
        const MONTH = 1 << 3;
        /// A day of the week.
        const WEEKDAY = 1 << 4;
        /// A unit of time: "day", "weeks".
        const TIME_UNIT = 1 << 5;
        /// May open a time expression and is in no other class: "yesterday", "late", "noon".
        const TIME_CUE = 1 << 6;
        /// A unit of measure, a scale or their signs.
        const UNIT = 1 << 7;
        /// A currency's name, code or sign.
        const CURRENCY = 1 << 8;
        /// A form of address: "Mr", "Sir".
        const HONORIFIC = 1 << 9;
        /// An office or profession that stands before a name: "president".
        const OFFICE = 1 << 10;
        /// A common given name.
        const GIVEN_NAME = 1 << 11;
        /// Starts the name of a place in the gazetteer.
        const PLACE = 1 << 12;
        /// Marks the name of an organisation: "Inc", "Ministry", "Department".
        const ORGANIZATION = 1 << 13;
        /// A noun for people: "people", "soldiers", "man".
        const PEOPLE = 1 << 14;
        /// A verb of saying: "said", "told".
        const SPEECH = 1 << 15;
        /// A function word: never part of a name, never the head of a noun phrase.
        const FUNCTION = 1 << 16;
        /// A finite or non-finite verb form that ends a noun phrase.
        const VERB = 1 << 17;
        /// A nationality or adjective of place: "Russian".
        const DEMONYM = 1 << 18;
        /// A preposition.
        const PREPOSITION = 1 << 19;
        /// A determiner or possessive pronoun.
        const DETERMINER = 1 << 20;
        /// A pronoun.
        const PRONOUN = 1 << 21;
        /// Negates: "not", "no", "never", "without".
        const NEGATION = 1 << 22;
        /// Marks a future or a plan: "will", "would", "plans".
        const FUTURE = 1 << 23;
        /// Marks a possibility: "may", "could", "if".
        const POSSIBLE = 1 << 24;
        /// A plural noun that is no PEOPLE word, where the lexicon knows it.
        const NOUN = 1 << 25;
        /// A season, a part of the day, a holiday.
        const DAY_PART = 1 << 26;
        /// An adjective that may stand inside a noun phrase.
        const ADJECTIVE = 1 << 27;
        /// A common surname particle: "van", "bin", "de".
        const PARTICLE = 1 << 28;
        /// A verb in the past tense or a past auxiliary.
        const PAST = 1 << 29;
        /// A verb in the present tense.
        const PRESENT = 1 << 30;
        /// A family relation: "mother", "son-in-law".
        const KIN = 1 << 31;
        /// A common family name.
        const FAMILY_NAME = 1 << 32;
        /// May stand before an office in a title: "special", "former", "deputy".
        const TITLE_PART = 1 << 33;
        /// Opens the name of an organisation that the gazetteer knows.
        const KNOWN_ORGANIZATION = 1 << 34;
        /// Ends the name of a place: "County", "Street".
        const PLACE_MARK = 1 << 35;
        /// Is the name of a place by itself: "Miami", not "San".
        const PLACE_NAME = 1 << 36;
        /// Is the name of an organisation by itself: "Reuters", not "General".
        const ORGANIZATION_NAME = 1 << 37;
        /// Names the number behind it: "Flight", "Highway".
        const LABEL = 1 << 40;
        /// Is a figure or a part of one without being a cardinal: "several", "quarter".
        const VAGUE = 1 << 41;
        /// Digits.
        const FIGURE = 1 << 38;
        /// Picks one of several like periods: "last", "this", "following".
        const PICK = 1 << 39;
        /// Names a day by its distance from today: "today", "yesterday".
        const DAY_NAME = 1 << 42;
        /// Counts a time from another: "ago", "later", "before", "from".
        const DISTANCE = 1 << 43;
        /// Opens the name of a holiday.
        const HOLIDAY = 1 << 44;
        /// A season.
        const SEASON = 1 << 45;
        /// Names a period of the calendar that is no month or day: "quarter", "century", "fiscal", "Q3".
        const PERIOD = 1 << 46;
        /// Says which part of a period is meant: "early", "end", "mid".
        const TIME_PART = 1 << 47;
        /// Shows a time of day: "a.m.", "noon", "o'clock", the colon.
        const CLOCK = 1 << 48;
        /// Stands for a time without a date: "now", "recently", "soon".
        const DATELESS = 1 << 49;
        /// Says how often: "daily".
        const FREQUENCY = 1 << 50;
        /// Stands between the ends of a range: "to", "until", a dash.
        const SPAN_MARK = 1 << 51;
        /// Stands before a stretch that starts at a point: "for", "starting".
        const SPAN_START = 1 << 52;
        /// May stand between what opens a time and the word that shows it to be one.
        const TIME_LINK = 1 << 53;
        /// Makes money of the figure before it: a currency's name, coin, code or sign.
        const MONEY = 1 << 54;
        /// Has letters and digits in one word, whatever they are: "USD115", "Q3".
        const LETTERED = 1 << 55;
        /// Marks the name of a company, which goes by its first words as well: "Inc", "Airlines".
        const COMPANY = 1 << 56;
        /// Opens the name of an organisation before any other word: "FC", "Banco".
        const ORGANIZATION_OPENER = 1 << 57;
    }
}

/// One word, number or sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether it follows the token before it without a blank.
    pub glued: bool,
    /// Its first byte, a letter in lower case: by it nearly every word is known to be another than the one asked for.
    pub initial: u8,
    /// Its number in the lexicon, by its lower-case form.
    pub word: WordId,
    /// The classes the grammars dispatch on.
    pub class: WordClass,
    /// The classes of this token and of the [`Token::REACH`] - 1 behind it in its sentence, all in one: a production that
    /// cannot do without a certain word looks here before it starts.
    pub ahead: WordClass,
}

impl Token {
    /// How many tokens `ahead` speaks of, counting its own.
    pub const REACH: usize = 12;

    /// Whether the word is in any of `classes`.
    #[must_use]
    #[inline]
    pub const fn is(&self, classes: WordClass) -> bool {
        self.class.intersects(classes)
    }

    /// Whether it could be `word`, by its first letter alone; marks are written in several ways.
    #[must_use]
    #[inline]
    pub const fn may_open(&self, word: &str) -> bool {
        match word.as_bytes() {
            [first, ..] => self.initial == *first | 0x20 || !first.is_ascii_alphabetic(),
            [] => false,
        }
    }

    /// Whether it could be `word`, by its length and first letter alone; a curly apostrophe is two bytes longer than a
    /// straight one.
    #[must_use]
    #[inline]
    pub const fn may_be(&self, word: &str) -> bool {
        let longer = self.span.len().wrapping_sub(word.len());
        if longer == 0 {
            return self.looks_like(word);
        }
        matches!(longer, 2 | 4) && self.may_open(word)
    }

    /// Whether it is `word`, given in lower case, but for the case of plain letters; `text` is the source's.
    #[must_use]
    #[inline]
    pub fn spells(&self, word: &str, text: &str) -> bool {
        self.span.len() == word.len()
            && self.looks_like(word)
            // Bytes need no look for the ends of characters, and plain letters are one byte each.
            && text.as_bytes()[self.span.range()].eq_ignore_ascii_case(word.as_bytes())
    }

    /// Whether it opens like `word`, which is in lower case.
    #[must_use]
    #[inline]
    pub const fn looks_like(&self, word: &str) -> bool {
        match word.as_bytes() {
            [first, ..] => self.initial == *first | 0x20,
            [] => false,
        }
    }

    /// Whether it could be a hyphen, a dash or a tilde, by its first byte alone.
    #[must_use]
    #[inline]
    pub const fn may_be_dash(&self) -> bool {
        matches!(self.initial, b'-' | b'~' | 0xE2)
    }

    /// Whether it starts with a capital letter.
    #[must_use]
    #[inline]
    pub const fn is_capitalised(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper | Case::Mixed)
    }
}
