//! What the words for one person tell of him: sex, stage of life, office, age, name; and whether two may be one.
//!
//! Who of an article's people is whom is for [`super::victim`].

use super::event::Frame;
use crate::claim::{Bound, Count, Group, MentionKind, Value, is_suffix};
use std::ops::Range;

/// The populations that nobody is of besides his own.
const OFFICES: [&str; 4] = ["attacker", "soldier", "police officer", "firefighter"];

/// What the words say of one person.
#[derive(Debug, Clone, Default)]
pub(super) struct Traits {
    pub(super) sex: Option<String>,
    pub(super) stage: Option<String>,
    pub(super) office: Option<String>,
    pub(super) age: Option<String>,
    pub(super) name: Vec<String>,
    pub(super) head: String,
}

impl Traits {
    /// Whether the words say nothing of the person.
    pub(super) fn is_empty(&self) -> bool {
        let told = [&self.sex, &self.stage, &self.office, &self.age].into_iter().any(Option::is_some);
        !told && self.name.is_empty() && self.head.is_empty()
    }

    /// Whether nothing says that two people are two.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let differ = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a != b;
        let named = !self.name.is_empty() && !other.name.is_empty();
        let plain = |one: &Self| one.office.is_none() && (one.sex.is_some() || one.stage.is_some());
        let attacks = |one: &Self| one.office.as_deref() == Some("attacker");
        let officer = |one: &Self| one.office.is_some() && !attacks(one);
        !(differ(&self.sex, &other.sex)
            || differ(&self.stage, &other.stage)
            || differ(&self.office, &other.office)
            || differ(&self.age, &other.age)
            || named && !self.shares_name(other)
            || officer(self) && plain(other)
            || officer(other) && plain(self))
    }

    /// Whether one name is short for the other: "Reed" for "Jo Reed".
    pub(super) fn shares_name(&self, other: &Self) -> bool {
        let (short, long) = if self.name.len() <= other.name.len() {
            (&self.name, &other.name)
        } else {
            (&other.name, &self.name)
        };
        !short.is_empty() && short.iter().all(|word| long.contains(word))
    }

    /// Whether a name or an age is shared.
    pub(super) fn is_known_by(&self, other: &Self) -> bool {
        self.age.is_some() && self.age == other.age || self.shares_name(other)
    }

    /// Whether the nouns for both are alike.
    pub(super) fn has_kind_of(&self, other: &Self) -> bool {
        let both = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
        !self.head.is_empty() && self.head == other.head
            || both(&self.sex, &other.sex)
            || both(&self.stage, &other.stage)
            || both(&self.office, &other.office)
    }

    pub(super) fn learn(&mut self, other: Self) {
        self.sex = self.sex.take().or(other.sex);
        self.stage = self.stage.take().or(other.stage);
        self.office = self.office.take().or(other.office);
        self.age = self.age.take().or(other.age);
        if self.name.len() < other.name.len() {
            self.name = other.name;
        }
        if self.head.is_empty() {
            self.head = other.head;
        }
    }
}

/// What a counted phrase for one person tells of him.
pub(super) fn traits(group: &Group, tokens: &Range<usize>, frame: &Frame<'_>) -> Traits {
    let first = frame.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    let within = || {
        (first..frame.mentions.len())
            .take_while(|&at| frame.mentions[at].tokens.start < tokens.end)
            .map(|at| (&frame.mentions[at], frame.values.get(at)))
    };
    let is_owner = |end: usize| {
        frame.document.tokens.get(end).is_some_and(|token| is_clitic(frame.document.text(token.span)))
    };
    let name = within()
        .filter(|(mention, _)| mention.kind == MentionKind::Person && !is_owner(mention.tokens.end))
        .filter_map(|(_, value)| match value {
            Some(Value::Name(name)) => Some(name.canonical.to_lowercase()),
            _ => None,
        })
        .last();
    let words = |name: String| -> Vec<String> {
        name.split_whitespace().filter(|word| !is_suffix(word)).map(str::to_owned).collect()
    };
    let name = name.map(words).unwrap_or_default();
    let age =
        within().find(|(mention, _)| mention.kind == MentionKind::Age).and_then(|(_, value)| match value {
            Some(Value::Count(Count { bound: Bound::Exactly(n), unit, .. })) => Some(format!("{n} {unit:?}")),
            _ => None,
        });
    let head = if group.head == "person" { String::new() } else { group.head.clone() };
    let nouns = || std::iter::once(head.as_str()).chain(group.modifiers.iter().map(String::as_str));
    let told = |class: &str| nouns().find_map(|noun| frame.book.meaning(class, noun)).map(str::to_owned);
    let office = frame.book.meaning("population", &head).filter(|population| OFFICES.contains(population));
    let office = office.map(str::to_owned);
    Traits { sex: told("person/sex"), stage: told("person/stage"), office, age, name, head }
}

/// Whether a word is the mark of a possessor.
pub(super) fn is_clitic(word: &str) -> bool {
    matches!(word, "'s" | "\u{2019}s")
}
