//! Finds sentences that two sources have in the same words but for one value, and claims the value for each of them.
//!
//! ```text
//! sentence                    -> items: words and values          items.rs
//! sentences with words shared -> alignment of their items         alignment.rs
//! alignment                   -> the one thing that was changed   change.rs
//! change                      -> a claim for each source          here
//! ```
//!
//! A figure in brackets that should be the one before it in another unit is a copy too, within one source: converted.rs.
//!
//! Where one copy went through two hands the figure, day, name or "not" in which they differ is the slip itself, and no
//! rule has to know what the sentence is about. Which of them are claimed, and how they compare, is the rule book's
//! (`copied = "figure"`). Next in the flow: [`crate::align`].

mod alignment;
mod change;
mod converted;
mod items;

use crate::{
    claim::{Article, Claim, MentionKind, Polarity, Scope, Stance, Value},
    rules::{Copied, RuleBook},
    text::Document,
};
use change::{Change, Side};
use items::{Kind, Place, Row, rows};
use std::{collections::BTreeMap, ops::Range};

/// Two words in a row that stand in more wordings than this are too common to find pairs by.
const WIDEST: usize = 24;

/// So many pairs of words in a row two wordings share before they are laid side by side.
const LEAST_SHARED: usize = 3;

/// The tokens on either side of a value that name it for a reader.
const SHOWN: usize = 3;

/// The kinds of copies that a rule book claims, each with its rule and its attribute: the same for all stories.
#[derive(Debug)]
pub struct Kinds<'b>(BTreeMap<Copied, (usize, &'b str)>);

impl<'b> Kinds<'b> {
    /// Those of a rule book.
    #[must_use]
    pub fn of(book: &'b RuleBook) -> Self {
        let claims = book.rules.iter().enumerate();
        let claims = claims.flat_map(|(number, rule)| rule.claims.iter().map(move |claim| (number, claim)));
        Self(
            claims
                .filter_map(|(number, claim)| Some((claim.copied?, (number, claim.attribute.as_str()))))
                .collect(),
        )
    }
}

/// A claim of each source for each value in which a sentence of it differs from another source's copy of the sentence.
///
/// The claims come in the order of their kinds, articles and places; their subject is the words around the value.
#[must_use]
pub fn changes(articles: &[Article<'_>], Kinds(rules): &Kinds<'_>) -> Vec<Claim> {
    let mut claims =
        rules.get(&Copied::Conversion).map(|rule| conversions(articles, *rule)).unwrap_or_default();
    if articles.len() < 2 || rules.is_empty() {
        return claims;
    }
    let rows = rows(articles);
    let mut found = Found { articles, slots: Vec::new(), known: BTreeMap::new() };
    for (a, b) in likely_copies(&rows) {
        let (left, right) = (&rows[a], &rows[b]);
        let pairs = alignment::pairs(&left.items, &right.items);
        let change = change::of(&pairs, left, right, articles);
        if let Some(change) = change.filter(|change| rules.contains_key(&change.kind)) {
            found.add(&change, left, right);
        }
    }
    claims.extend(found.claims(rules));
    claims
}

/// A claim of each side of a conversion that does not fit.
fn conversions(articles: &[Article<'_>], (rule, attribute): (usize, &str)) -> Vec<Claim> {
    let of_article = |(source, article): (usize, &Article<'_>)| {
        let document = article.document;
        let of_one = |found: converted::Converted| {
            let subject = format!("\"{}\"", written(document, &found.tokens));
            found.sides.map(|(tokens, value)| Claim {
                rule,
                attribute: attribute.to_owned(),
                subject: Some(subject.clone()),
                ..Claim::of_words(document, source, found.sentence, tokens, value)
            })
        };
        converted::misfits(article).into_iter().flat_map(of_one).collect::<Vec<_>>()
    };
    articles.iter().enumerate().flat_map(of_article).collect()
}

/// The wordings that share enough pairs of words in a row to be copies, by number, where two sources have them.
fn likely_copies(rows: &[Row]) -> Vec<(usize, usize)> {
    // Sorted, two words in a row have their holders side by side, and two holders what they share.
    let mut holders: Vec<(u64, usize)> = Vec::new();
    for (at, wording) in rows.iter().enumerate() {
        let mut content =
            wording.items.iter().filter(|item| item.kind == Kind::Content).map(|item| item.word);
        let Some(mut before) = content.next() else { continue };
        for word in content {
            holders.push((u64::from(before) << 32 | u64::from(word), at));
            before = word;
        }
    }
    holders.sort_unstable();
    holders.dedup();
    let mut shared: Vec<(usize, usize)> = Vec::new();
    for held in holders.chunk_by(|a, b| a.0 == b.0).filter(|held| held.len() <= WIDEST) {
        for (nth, (_, a)) in held.iter().enumerate() {
            shared.extend(held[nth + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    shared.sort_unstable();
    let of_two = |(a, b): (usize, usize)| {
        let (a, b) = (&rows[a], &rows[b]);
        a.places.first().is_some_and(|place| !b.is_of(place.source) || !a.is_of(place.source))
    };
    let often = shared.chunk_by(|a, b| a == b).filter(|same| same.len() >= LEAST_SHARED);
    often.map(|same| same[0]).filter(|pair| of_two(*pair)).collect()
}

/// A value in a sentence of which another source has a copy with another value.
struct Slot {
    kind: Copied,
    source: usize,
    sentence: usize,
    tokens: Range<usize>,
    value: Value,
    denies: bool,
    /// The slot that stands for all copies of this one; itself where it is the one.
    of: usize,
}

/// What was found so far.
struct Found<'a> {
    articles: &'a [Article<'a>],
    slots: Vec<Slot>,
    known: BTreeMap<(Copied, usize, usize), usize>,
}

impl Found<'_> {
    /// Adds the places of two wordings that differ in one value, as copies of one sentence.
    fn add(&mut self, change: &Change, left: &Row, right: &Row) {
        let sides = [(left, &change.left), (right, &change.right)];
        let mut copies: Vec<usize> = Vec::new();
        for (wording, side) in sides {
            copies.extend(wording.places.iter().filter_map(|place| self.slot(change.kind, side, *place)));
        }
        let Some(first) = copies.iter().map(|&slot| self.root(slot)).min() else { return };
        for slot in copies {
            let root = self.root(slot);
            self.slots[root].of = first;
        }
    }

    fn root(&self, mut slot: usize) -> usize {
        while self.slots[slot].of != slot {
            slot = self.slots[slot].of;
        }
        slot
    }

    /// The slot at a place of a wording, made where it is not known yet; none where nothing there has a value.
    fn slot(&mut self, kind: Copied, side: &Side, place: Place) -> Option<usize> {
        let tokens = side.tokens(place, self.articles);
        let key = (kind, place.source, tokens.start);
        if let Some(&known) = self.known.get(&key) {
            return Some(known);
        }
        let value = self.value(kind, place, &tokens)?;
        let of = self.slots.len();
        let Place { source, sentence } = place;
        self.slots.push(Slot { kind, source, sentence, tokens, value, denies: side.denies, of });
        self.known.insert(key, of);
        Some(of)
    }

    fn value(&self, kind: Copied, place: Place, tokens: &Range<usize>) -> Option<Value> {
        let article = &self.articles[place.source];
        let (document, mentions) = (article.document, article.mentions);
        if kind == Copied::Denial {
            let targets = vec![written(document, &document.sentences[place.sentence].tokens)];
            return Some(Value::Scope(Scope { targets, exclusive: false }));
        }
        let from = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        let at = (from..mentions.len())
            .take_while(|at| mentions[*at].tokens.start == tokens.start)
            .find(|at| mentions[*at].tokens == *tokens && mentions[*at].kind != MentionKind::Group)?;
        Some(match article.values().get(at)?.clone() {
            Value::Name(name) if kind == Copied::Name => Value::Set { members: vec![name], complete: true },
            value => value,
        })
    }

    /// A claim for each slot.
    fn claims(&self, rules: &BTreeMap<Copied, (usize, &str)>) -> Vec<Claim> {
        let claim = |&at: &usize| {
            let slot = &self.slots[at];
            let (rule, attribute) = rules[&slot.kind];
            let first = &self.slots[self.root(at)];
            let subject = around(self.articles[first.source].document, first);
            claim(slot, self.articles[slot.source].document, rule, attribute, subject)
        };
        self.known.values().map(claim).collect()
    }
}

/// The words around a slot, with dots for its own.
fn around(document: &Document<'_>, slot: &Slot) -> String {
    let sentence = &document.sentences[slot.sentence].tokens;
    let before = slot.tokens.start.saturating_sub(SHOWN).max(sentence.start)..slot.tokens.start;
    let behind = slot.tokens.end..(slot.tokens.end + SHOWN).min(sentence.end);
    let [before, behind] = [before, behind].map(|tokens| written(document, &tokens));
    let is_mark = |c: char| !c.is_alphanumeric();
    let (before, behind) = (before.trim_start_matches(is_mark), behind.trim_end_matches(is_mark));
    let parts: Vec<&str> = [before, "\u{2026}", behind].into_iter().filter(|part| !part.is_empty()).collect();
    format!("\"{}\"", parts.join(" "))
}

/// Tokens as written, on one line.
fn written(document: &Document<'_>, tokens: &Range<usize>) -> String {
    if tokens.is_empty() {
        return String::new();
    }
    document.text(document.span_of(tokens)).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn claim(slot: &Slot, document: &Document<'_>, rule: usize, attribute: &str, subject: String) -> Claim {
    let display = match slot.kind {
        Copied::Denial => written(document, &slot.tokens),
        Copied::Figure
        | Copied::Conversion
        | Copied::Time
        | Copied::Length
        | Copied::Name
        | Copied::Place => slot.value.to_string(),
    };
    let polarity = if slot.denies { Polarity::Negated } else { Polarity::Affirmed };
    let words =
        Claim::of_words(document, slot.source, slot.sentence, slot.tokens.clone(), slot.value.clone());
    Claim {
        rule,
        attribute: attribute.to_owned(),
        subject: Some(subject),
        display,
        stance: Stance { polarity, ..Stance::default() },
        ..words
    }
}
