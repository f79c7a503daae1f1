//! A claim: one value of one attribute of one event, said by one source.

use super::{Count, Event, Name, Stance, Unit, Value};
use crate::text::{BlockKind, Document, Span};
use rust_decimal::Decimal;
use std::{cell::OnceCell, cmp::Reverse, ops::Range, sync::Arc};

/// The place of a claim in its story's list of claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub usize);

/// The attribute of a name that the story spells in two ways, whose claims differ by their letters alone.
pub const SPELLING: &str = "spelling";

/// What the attributes of values open with in which one source's copy of a sentence differs from another's.
pub(crate) const COPIED: &str = "copied_";

/// One value of one attribute of one event, said by one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The source, as an index into the story's sources.
    pub source: usize,
    /// The rule that read it, as an index into the rule book.
    pub rule: usize,
    /// The attribute, a word of the trade: "killed".
    pub attribute: String,
    /// What the value is of, where the attribute alone does not say: a person's name, the noun of an open count.
    pub subject: Option<String>,
    /// The value.
    pub value: Value,
    /// The value as shown in a report.
    pub display: String,
    /// The words that carry it.
    pub span: Span,
    /// The tokens of the match that it was read from, as indices into its document's.
    pub tokens: Range<usize>,
    /// The sentence that they stand in.
    pub sentence: Span,
    /// The ordinal of that sentence in its document.
    pub sentence_index: usize,
    /// The kind of block that the words stand in.
    pub block: BlockKind,
    /// The event.
    pub event: Event,
    /// Polarity, certainty and speaker.
    pub stance: Stance,
    /// Whom a figure counts where not everybody: "civilian", "child", "soldier", "others".
    pub population: Option<String>,
    /// What limits a figure: "so far", "overnight", "since the war began", a wider place.
    pub limits: Vec<String>,
    /// Further named words of the match, by slot, as shown: for aligning and for messages.
    pub details: Vec<(String, String)>,
    /// The stems of the words around the value, sorted: what shows that two figures are of one thing. Made only where
    /// claims are compared.
    pub context: Vec<Arc<str>>,
    /// Those of them that stand next to the value.
    pub near: Vec<Arc<str>>,
    /// Those of them near the value that are written as names.
    pub near_names: Vec<Arc<str>>,
    /// How much of what there is a figure counts, by its own words.
    pub share: Share,
    /// The attribute of those whom the figure may count as well: "three were shot" may include the dead.
    pub may_include: Option<String>,
    /// Of an open count the attribute that a rule of its own gives the same people: officers who were killed are not those who
    /// were shot.
    pub counted_by: Option<String>,
    /// The person whom its sentence names last before it, other than whoever says it: whom it is told of, as far as the
    /// words tell. Made only where claims are compared.
    pub told_of: Option<Name>,
    /// The year that is written next to it in digits. Made only where claims are compared.
    pub year: Option<i16>,
    /// Whether the words give the value as one that was said before and holds no longer: "an earlier version said three".
    pub superseded: bool,
}

/// How much of what there is a figure counts, by its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Share {
    /// All, as far as its words tell.
    #[default]
    Whole,
    /// What came on top of others or is some of them: "another 3,000 jobs", "12 more", "the other suspect is 15", "two
    /// pilots also died", "among the dead were four", "250 million each", "the guard".
    Further,
    /// What one of several occurrences came to: "in one attack, gunmen killed eight".
    OfOne,
    /// Some of so many: "12 of the 24 sailors".
    Of(Decimal),
}

impl Share {
    /// Whether a figure `own` of this share is told from one of the whole that is `other`: a part of it or, where nothing is
    /// counted and so added up, of something else.
    #[must_use]
    pub fn is_told_from(self, own: Decimal, other: Decimal, counted: bool) -> bool {
        match self {
            Self::Whole => false,
            Self::Further => !counted || other > own,
            Self::OfOne => true,
            Self::Of(whole) => other == whole,
        }
    }
}

/// How many content words two sentences that run alike share at least; two will do where neither has another.
const SHARED_WORDS: usize = 3;

impl Claim {
    /// A claim of words that no rule's pattern has read: an asserted value with nothing around it.
    #[must_use]
    pub fn of_words(
        document: &Document<'_>,
        source: usize,
        sentence_index: usize,
        tokens: Range<usize>,
        value: Value,
    ) -> Self {
        let sentence = &document.sentences[sentence_index];
        Self {
            source,
            rule: 0,
            attribute: String::new(),
            subject: None,
            display: value.to_string(),
            value,
            span: document.span_of(&tokens),
            tokens,
            sentence: sentence.span,
            sentence_index,
            block: document.kind_of(sentence),
            event: Event::default(),
            stance: Stance::default(),
            population: None,
            limits: Vec::new(),
            details: Vec::new(),
            context: Vec::new(),
            near: Vec::new(),
            near_names: Vec::new(),
            share: Share::Whole,
            may_include: None,
            counted_by: None,
            told_of: None,
            year: None,
            superseded: false,
        }
    }

    /// Whether its value is a length, a weight or another measure, and no count or sum.
    pub(crate) fn is_measure(&self) -> bool {
        matches!(&self.value, Value::Count(Count { unit: Unit::Measure(_), .. }))
    }

    /// Whether it says on which day something was done: any deed.
    pub(crate) fn is_day_of_deed(&self) -> bool {
        self.attribute.starts_with("day:")
    }

    /// Whether the attribute says so little of what the value is of that only sentences which run alike can be held against
    /// each other: days of the week, places, figures of nouns that count too much.
    #[must_use]
    pub fn wants_a_copy(&self) -> bool {
        wants_a_copy(&self.attribute)
    }

    /// The figure as printed; none of what is no figure, or a bound without one.
    #[must_use]
    pub fn stated(&self) -> Option<Decimal> {
        self.value.count().and_then(|count| count.bound.stated())
    }

    /// Whether its figure is the other's with a slip of typing, as [`super::Count::is_slip_of`] tells.
    #[must_use]
    pub fn is_slip_of(&self, other: &Self) -> bool {
        matches!((&self.value, &other.value), (Value::Count(one), Value::Count(two)) if one.is_slip_of(two))
    }

    /// Whether it is an open count of any noun.
    #[must_use]
    pub fn counts_a_noun(&self) -> bool {
        self.attribute.starts_with("count:")
    }

    /// By what the claims of a source stand in order: of those that start together the longest first, a sum before its parts.
    #[must_use]
    pub fn order(&self) -> impl Ord + use<> {
        (self.span.start(), Reverse(self.span.end()), self.rule)
    }

    /// Whether the claim is of somebody's words.
    #[must_use]
    pub const fn is_quotation(&self) -> bool {
        matches!(self.value, Value::Quotation { .. })
    }

    /// The last word of the name of whoever is quoted; none where no name is told.
    #[must_use]
    pub fn surname_of_speaker(&self) -> Option<&str> {
        match &self.value {
            Value::Quotation { speaker: Some(speaker), .. } => {
                speaker.split(' ').next_back().filter(|last| last.starts_with(char::is_uppercase))
            }
            _ => None,
        }
    }

    /// Whether both are words of one person, by the surname.
    #[must_use]
    pub fn shares_speaker(&self, other: &Self) -> bool {
        self.surname_of_speaker().is_some_and(|one| other.surname_of_speaker() == Some(one))
    }

    /// Whether the claim is of how a name is spelt.
    #[must_use]
    pub fn is_spelling(&self) -> bool {
        self.attribute == SPELLING
    }

    /// Whether the claim is of a value in which a copy of a sentence differs.
    #[must_use]
    pub fn is_copied(&self) -> bool {
        self.attribute.starts_with(COPIED)
    }

    /// Whether the words around this value are, but for the value, those around the other: three in four of them at
    /// least, as where one copy went through two hands. Known only where claims are compared.
    #[must_use]
    pub fn runs_alike(&self, other: &Self) -> bool {
        let (a, b) = (&self.context, &other.context);
        // The shorter has three in four of the longer's words, but for those of the values, or is not looked at further.
        if a.len().min(b.len()) * 2 < a.len().max(b.len()) || self.population != other.population {
            return false;
        }
        if self.event.background != other.event.background || self.is_of_another_time(other) {
            return false;
        }
        // Most sentences have too few words in common before those of the values are looked for.
        let in_both: Vec<&str> = in_both(a, b).map(|stem| &**stem).collect();
        if in_both.len() + 1 < SHARED_WORDS {
            return false;
        }
        let (own, others) = (Words::of(&self.display), Words::of(&other.display));
        let shared = in_both.iter().filter(|stem| !own.open_with(stem) && !others.open_with(stem)).count();
        if shared + 1 < SHARED_WORDS {
            return false;
        }
        // Whether they are most of the longer's words; first asked of the fewest that it can have without its value's.
        let are_most = |longer: usize| {
            shared >= SHARED_WORDS && shared * 4 >= longer * 3
                || shared >= longer && shared + 1 == SHARED_WORDS
        };
        let without = |stems: &[Arc<str>], is_own: &dyn Fn(&str) -> bool| {
            stems.iter().filter(|stem| !is_own(stem)).count()
        };
        let least = without(a, &|stem| own.may_open_with(stem));
        are_most(least.max(without(b, &|stem| others.may_open_with(stem)))) && {
            let longer = without(a, &|stem| own.open_with(stem));
            are_most(longer.max(without(b, &|stem| others.open_with(stem))))
        }
    }

    /// Whether figures are of two times.
    fn is_of_another_time(&self, other: &Self) -> bool {
        let span = |claim: &Self| match &claim.value {
            Value::Count(_) => claim.event.time.as_ref().and_then(|time| time.start.zip(time.end)),
            _ => None,
        };
        span(self).zip(span(other)).is_some_and(|(a, b)| a.1 <= b.0 || b.1 <= a.0)
    }

    /// Whether another claim is told of somebody else: neither sentence names whom the other does.
    #[must_use]
    pub fn is_told_of_another(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (&self.told_of, &other.told_of) else { return false };
        let (of_one, of_two) = (one.canonical.to_lowercase(), two.canonical.to_lowercase());
        // Of two members of one family of whom the claims themselves speak only the first name says which.
        let are_subjects = self.subject.is_some() && other.subject.is_some();
        let are_a_family = are_subjects && of_one.rsplit(' ').next() == of_two.rsplit(' ').next();
        let names = |claim: &Self, name: &str| {
            let mut words = name.split(' ');
            let telling = if are_a_family { words.next() } else { words.next_back() };
            telling.is_some_and(|telling| claim.context.iter().any(|stem| telling.starts_with(&**stem)))
        };
        !one.resembles(two) && !names(self, &of_two) && !names(other, &of_one)
    }
}

/// The words of a value as shown.
struct Words<'c> {
    display: &'c str,
    /// The same in lower case, once a stem is held against its letters.
    lower: OnceCell<String>,
    /// A bit for each byte that a word may start with, by its lowest five bits, in which case is not told.
    firsts: u32,
}

impl<'c> Words<'c> {
    fn of(display: &'c str) -> Self {
        let mut firsts = 0;
        let mut in_word = false;
        for byte in display.bytes() {
            if !in_word {
                firsts |= first_bit(byte);
            }
            in_word = byte.is_ascii_alphanumeric();
        }
        // Letters beyond ASCII may be others in lower case.
        let firsts = if display.is_ascii() { firsts } else { u32::MAX };
        Self { display, lower: OnceCell::new(), firsts }
    }

    /// Whether a word may open with a stem, by its first byte.
    fn may_open_with(&self, stem: &str) -> bool {
        stem.as_bytes().first().is_some_and(|first| self.firsts & first_bit(*first) != 0)
    }

    /// Whether one of them opens with a stem.
    fn open_with(&self, stem: &str) -> bool {
        let opens =
            |lower: &str| lower.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(stem));
        self.may_open_with(stem) && opens(self.lower.get_or_init(|| self.display.to_lowercase()))
    }
}

const fn first_bit(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// What two sorted lists share; what one holds twice the other must hold twice.
pub(crate) fn in_both<'c, T: Ord>(one: &'c [T], other: &[T]) -> impl Iterator<Item = &'c T> {
    let mut rest = other.iter().peekable();
    one.iter().filter(move |item| {
        while rest.next_if(|next| next < item).is_some() {}
        rest.next_if(|next| next == item).is_some()
    })
}

/// [`Claim::wants_a_copy`], by the attribute.
#[must_use]
pub fn wants_a_copy(attribute: &str) -> bool {
    ["day:", "place:", "number:", COPIED].iter().any(|kind| attribute.starts_with(kind))
}

/// Whether an attribute says nothing of what a figure is of: any sum, any share, any measure, any length of time.
#[must_use]
pub fn is_any(attribute: &str) -> bool {
    matches!(attribute, "money" | "percent" | "measure" | "duration")
}
