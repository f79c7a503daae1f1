//! Finds the event that a claim is about: its type, place and time, and whether the article only looks back at it.
//!
//! Slots of the match come first, then the sentence's own words; nothing is taken from further away but the time of
//! the sentence before, where this one points back to it ("that quake").

use super::{
    Anchor,
    signs::{Signs, is_superlative},
};
use crate::{
    claim::{Event, Filler, Grain, Mention, MentionKind, Name, Reading, Time, TimexType, Value},
    rules::{ClaimPattern, ClassId, Compare, Rule, RuleBook},
    text::{Document, Sentence, Token, TokenKind, WordClass},
};
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;
use std::{
    cell::{OnceCell, RefCell},
    ops::Range,
};

/// Days before the article's date from which an event is one that the article looks back at.
const BACKGROUND_DAYS: i32 = 21;

/// How many sentences open an article, its headline among them.
const OPENING: usize = 5;

/// What a sentence further down opens with that goes back to another event.
const EARLIER_THIS_WEEK: [&str; 3] = ["earlier", "this", "week"];

/// How many tokens a place may stand from a claim and still be where it happened.
const PLACE_REACH: usize = 9;

/// Verbs by which a place has figures of its own.
const HAS_FIGURES: [&str; 9] =
    ["has", "had", "reported", "reports", "recorded", "records", "confirmed", "counted", "registered"];

/// How far before a date "since" may stand.
const SINCE_REACH: usize = 7;

/// How far before a date the words may stand that hold one figure against another.
const COMPARED_REACH: usize = 8;

/// How far from a date the commas of a clause may stand that tells of somebody in passing.
const PASSING_REACH: usize = 16;

/// How far behind "that" or "who" the "had" may stand that puts what follows before the claim.
const BEFORE_REACH: usize = 4;

/// How many tokens to either side of a claim its sentence is searched: all of any sentence that a person wrote.
const SENTENCE_REACH: usize = 150;

/// What every claim of a document is placed with.
pub(super) struct Frame<'a> {
    pub document: &'a Document<'a>,
    pub mentions: &'a [Mention],
    pub values: &'a [Value],
    pub book: &'a RuleBook,
    pub anchor: &'a Anchor,
    pub signs: &'a Signs,
    pub kinds: Kinds,
}

/// Which event types the words of a sentence name, kept from claim to claim: by sentence and by class of words.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    known: RefCell<FxHashMap<(usize, ClassId), bool>>,
    /// By sentence, what its words could open, all in one: most name no event.
    opened: OnceCell<Vec<u64>>,
    /// By rule, the classes of the words for its types of event.
    of_rule: RefCell<FxHashMap<usize, Vec<Option<ClassId>>>>,
}

impl Frame<'_> {
    /// The event of a reading.
    pub(super) fn event(
        &self,
        reading: &Reading,
        rule: &Rule,
        pattern: &ClaimPattern,
        value: &Value,
    ) -> Event {
        let sentence = self.around(reading);
        let kind = pattern
            .event
            .clone()
            .or_else(|| self.kind_near(rule, reading))
            .or_else(|| match rule.event_kinds.as_slice() {
                [only] => Some(only.clone()),
                _ => None,
            })
            .unwrap_or_default();
        let place = self.slot_place(reading, "place").or_else(|| match (&rule.compare, value) {
            (Compare::Place, Value::Place(place)) => Some(place.clone()),
            _ => self.sentence_place(&sentence, &reading.tokens, rule),
        });
        let time = self.slot_time(reading, "time").or_else(|| match (&rule.compare, value) {
            (Compare::Time { .. }, Value::Time(time)) if time.timex_type == TimexType::Date => {
                Some(time.clone())
            }
            _ => self.sentence_time(&sentence, &reading.tokens),
        });
        let time = time.or_else(|| self.pointed_back(reading.sentence));
        let background = self.is_background(time.as_ref(), &sentence, &reading.tokens)
            || self.is_avenged(&(sentence.start..reading.tokens.start))
            || self.opens_with_this_week(reading.sentence);
        Event {
            kind,
            place,
            time,
            participants: self.participants(reading),
            ordinal: self.ordinal(reading),
            background,
            lent: false,
        }
    }

    /// The tokens of a reading's sentence that are near enough to bear on it.
    pub(super) fn around(&self, reading: &Reading) -> Range<usize> {
        let sentence = &self.document.sentences[reading.sentence].tokens;
        sentence.start.max(reading.tokens.start.saturating_sub(SENTENCE_REACH))
            ..sentence.end.min(reading.tokens.end + SENTENCE_REACH)
    }

    /// The event type that a word of the sentence, or of one of the two before it, names.
    fn kind_near(&self, rule: &Rule, reading: &Reading) -> Option<String> {
        let mut of_rule = self.kinds.of_rule.borrow_mut();
        let classes = of_rule
            .entry(reading.rule)
            .or_insert_with(|| rule.event_kinds.iter().map(|kind| self.book.event_class(kind)).collect());
        let opened = self.kinds.opened.get_or_init(|| {
            let of_sentence = |sentence: &Sentence| {
                let tokens = &self.document.tokens[sentence.tokens.clone()];
                tokens.iter().fold(0, |all, token| all | self.book.classes.opened_by(token.word))
            };
            self.document.sentences.iter().map(of_sentence).collect()
        });
        (reading.sentence.saturating_sub(2)..=reading.sentence).rev().find_map(|at| {
            let is_named = |class: &Option<ClassId>| {
                class.is_some_and(|class| opened[at] & class.trace() != 0 && self.names(class, at))
            };
            classes.iter().position(is_named).map(|kind| rule.event_kinds[kind].clone())
        })
    }

    /// Whether a word of a sentence is in a class.
    fn names(&self, class: ClassId, sentence: usize) -> bool {
        *self.kinds.known.borrow_mut().entry((sentence, class)).or_insert_with(|| {
            let tokens = self.document.sentence_tokens(&self.document.sentences[sentence]);
            self.book.class_within(class, &tokens)
        })
    }

    fn slot<'r>(reading: &'r Reading, name: &'r str) -> impl Iterator<Item = &'r Filler> {
        reading.slots.iter().filter(move |(slot, _)| **slot == *name).map(|(_, filler)| filler)
    }

    fn filled<'v>(&'v self, filler: &'v Filler) -> impl Iterator<Item = &'v Value> {
        let indices: &[usize] = match filler {
            Filler::Mention(at) => std::slice::from_ref(at),
            Filler::Mentions(all) => all,
            Filler::Words(_) => &[],
        };
        indices.iter().filter_map(|at| self.values.get(*at))
    }

    fn slot_place(&self, reading: &Reading, name: &str) -> Option<Name> {
        Self::slot(reading, name).find_map(|filler| {
            self.filled(filler).find_map(|value| match value {
                Value::Place(place) => Some(place.clone()),
                _ => None,
            })
        })
    }

    fn slot_time(&self, reading: &Reading, name: &str) -> Option<Time> {
        Self::slot(reading, name).find_map(|filler| {
            self.filled(filler).find_map(|value| match value {
                Value::Time(time) if matches!(time.timex_type, TimexType::Date | TimexType::Time) => {
                    Some(time.clone())
                }
                _ => None,
            })
        })
    }

    fn participants(&self, reading: &Reading) -> Vec<String> {
        let mut names: Vec<String> = Self::slot(reading, "who")
            .flat_map(|filler| self.filled(filler))
            .filter_map(|value| match value {
                Value::Name(name) | Value::Place(name) => Some(name.canonical.clone()),
                _ => None,
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn ordinal(&self, reading: &Reading) -> Option<u32> {
        Self::slot(reading, "ordinal").find_map(|filler| {
            self.filled(filler).find_map(|value| match value {
                Value::Count(count) => count.bound.stated().and_then(|n| n.to_u32()),
                _ => None,
            })
        })
    }

    /// The place nearest to the claim that the sentence puts something in, or whose event or figures it speaks of.
    fn sentence_place(&self, sentence: &Range<usize>, claim: &Range<usize>, rule: &Rule) -> Option<Name> {
        self.nearest(sentence, claim, MentionKind::Place, |mention, value| {
            let opens = mention.tokens.start == sentence.start + 1;
            let near = opens || distance(&mention.tokens, claim) <= PLACE_REACH;
            near && self.is_put_in(mention) && !self.is_bracketed(mention)
                || near && self.owns_event(mention, value, rule)
                || self.is_counted_for(mention, claim)
                || self.has_figures(mention, sentence)
        })
        .and_then(|value| match value {
            Value::Place(place) => Some(place.clone()),
            _ => None,
        })
    }

    /// Whether the event or its toll is said to be a place's: "California wildfires", "Haiti's death toll".
    ///
    /// A place that no gazetteer knows may be the name of the event: "the Sable Creek fire".
    fn owns_event(&self, mention: &Mention, value: &Value, rule: &Rule) -> bool {
        if !matches!(value, Value::Place(place) if !place.within.is_empty()) {
            return false;
        }
        let behind = self.document.tokens.get(mention.tokens.end..).unwrap_or_default().iter();
        let passed = |token: &&Token| {
            token.kind == TokenKind::Clitic
                || self.document.spells(token, "death") && token.kind == TokenKind::Word
        };
        let Some(owned) = behind.take(3).find(|token| !passed(token)) else { return false };
        let kinds = rule.event_kinds.iter().filter_map(|kind| self.book.event_class(kind));
        self.document.spells(owned, "toll")
            || kinds.into_iter().any(|class| self.book.classes.holds(class, owned.word))
    }

    /// Whether a figure is given for a place: "a death toll of 63 for the state of Ohio".
    fn is_counted_for(&self, mention: &Mention, claim: &Range<usize>) -> bool {
        mention.tokens.start == claim.end + 1
            && self.document.tokens.get(claim.end).is_some_and(|token| self.document.spells(token, "for"))
    }

    /// Whether a place opens the sentence as the one that has its figures: "Italy has reported 40 deaths".
    fn has_figures(&self, mention: &Mention, sentence: &Range<usize>) -> bool {
        let tokens = &self.document.tokens;
        let start = sentence.start + usize::from(self.document.spells(&tokens[sentence.start], "the"));
        let verb = tokens.get(mention.tokens.end);
        mention.tokens.start == start
            && verb.is_some_and(|verb| HAS_FIGURES.iter().any(|word| self.document.spells(verb, word)))
    }

    /// Whether a mention stands in brackets, as the place of a converted clock time does.
    fn is_bracketed(&self, mention: &Mention) -> bool {
        let from = mention.tokens.start.saturating_sub(6);
        let marks = self.document.tokens[from..mention.tokens.start].iter().rev();
        marks.map(|token| self.document.text(token.span)).find(|text| matches!(*text, "(" | ")")) == Some("(")
    }

    /// Whether something is said to be at a place: "in Bam", "in the ancient city of Bam"; not the seat of an
    /// organisation, "the weather service in Reading".
    fn is_put_in(&self, mention: &Mention) -> bool {
        let back = |by: usize| mention.tokens.start.checked_sub(by).map(|at| &self.document.tokens[at]);
        let Some(before) = back(1) else { return false };
        if self.is_locative(before) {
            let at = mention.tokens.start - 1;
            let follows = |other: &Mention| other.kind == MentionKind::Organization && other.tokens.end == at;
            let before = self.mentions.partition_point(|other| other.tokens.start < at);
            return !self.mentions[..before].iter().rev().take(4).any(follows);
        }
        let is = |by: usize, words: &[&str]| {
            back(by).is_some_and(|token| words.iter().any(|word| self.document.spells(token, word)))
        };
        is(1, &["of"])
            && is(
                2,
                &[
                    "city",
                    "town",
                    "village",
                    "island",
                    "province",
                    "state",
                    "port",
                    "district",
                    "region",
                    "streets",
                    "outskirts",
                    "suburb",
                    "suburbs",
                    "centre",
                    "center",
                    "heart",
                    "coast",
                    "south",
                    "north",
                    "east",
                    "west",
                ],
            )
    }

    fn is_locative(&self, token: &Token) -> bool {
        ["in", "at", "near", "off", "outside", "around", "across", "on"]
            .iter()
            .any(|preposition| self.document.spells(token, preposition))
    }

    /// The date nearest to the claim, unless it dates a statement ("said Saturday").
    fn sentence_time(&self, sentence: &Range<usize>, claim: &Range<usize>) -> Option<Time> {
        let dates = |mention: &Mention, _: &Value| {
            !self.dates_a_statement(mention)
                && !self.is_since(mention)
                && !self.dates_a_comparison(mention, claim)
                && !self.dates_what_was_before(mention, claim)
        };
        self.nearest(sentence, claim, MentionKind::Time, dates).and_then(|value| match value {
            Value::Time(time) if time.grain >= Grain::DayPart && !time.timex.ends_with("_REF") => {
                Some(time.clone())
            }
            _ => None,
        })
    }

    /// Whether a date only says from when on something is counted: "the worst since 2018"; "since 2018, when a quake killed
    /// two" dates the quake.
    fn is_since(&self, mention: &Mention) -> bool {
        let text = |at: Option<usize>| {
            at.and_then(|at| self.document.tokens.get(at)).map_or("", |token| self.document.text(token.span))
        };
        let opens = |at: usize| text(Some(at)).eq_ignore_ascii_case("since");
        // "Since leaving the club in October": no mark stands between.
        let start = mention.tokens.start;
        let before = (start.saturating_sub(SINCE_REACH)..start).rev();
        let clause = before.take_while(|at| !matches!(text(Some(*at)), "," | ";" | ":" | "." | "(" | ")"));
        let since = opens(start) || clause.into_iter().any(opens);
        let end = mention.tokens.end;
        let when = text(Some(end)) == "when" || text(Some(end)) == "," && text(Some(end + 1)) == "when";
        since && !when
    }

    /// Whether a date is that of another figure, with which the claim is compared: "58 per cent, up from 51 in 2018".
    fn dates_a_comparison(&self, mention: &Mention, claim: &Range<usize>) -> bool {
        let from = claim.end.max(mention.tokens.start.saturating_sub(COMPARED_REACH));
        let between = self.document.tokens.get(from..mention.tokens.start).unwrap_or_default();
        between.iter().enumerate().any(|(at, token)| {
            let is = |words: &[&str]| words.iter().any(|word| self.document.spells(token, word));
            let moved = at.checked_sub(1).is_some_and(|before| {
                ["up", "down"].iter().any(|word| self.document.spells(&between[before], word))
            });
            let figure = between
                .get(at + 1)
                .is_some_and(|next| next.kind == TokenKind::Number || next.is(WordClass::CARDINAL));
            // "More than 670" is a bound and no comparison.
            is(&["compared", "versus"])
                || is(&["than"]) && !figure
                || is(&["against"]) && figure
                || is(&["above", "below"])
                    && between.get(at + 1).is_some_and(|next| {
                        ["that", "those"].iter().any(|word| self.document.spells(next, word))
                    })
                || moved && is(&["from", "on"])
        })
    }

    /// Whether a date is that of what is told of somebody in passing, or of what had been done before: "Reed, who ran the town
    /// from 2009 to 2021, was arrested", "used a rifle that he had bought in June".
    fn dates_what_was_before(&self, mention: &Mention, claim: &Range<usize>) -> bool {
        if self.stands_in_passing(mention, claim) {
            return true;
        }
        let between = self.document.tokens.get(claim.end..mention.tokens.start).unwrap_or_default();
        let is = |token: &Token, words: &[&str]| words.iter().any(|word| self.document.spells(token, word));
        let opens =
            between.iter().rposition(|token| is(token, &["that", "which", "who", "whom", "whose", "where"]));
        opens.is_some_and(|at| between[at..].iter().take(BEFORE_REACH).any(|token| is(token, &["had"])))
    }

    /// Whether a date stands in a clause between commas that opens with "who" or "which" and is none of the claim's own.
    fn stands_in_passing(&self, mention: &Mention, claim: &Range<usize>) -> bool {
        let tokens = &self.document.tokens;
        let is = |at: usize, words: &[&str]| {
            tokens.get(at).is_some_and(|token| words.iter().any(|word| self.document.spells(token, word)))
        };
        let from = mention.tokens.start.saturating_sub(PASSING_REACH);
        let ends = |at: &usize| is(*at, &[".", ";", ":", "?", "!"]);
        let before = (from..mention.tokens.start).rev().take_while(|at| !ends(at));
        let commas = before.filter(|at| is(*at, &[","]));
        let Some(opens) = commas.into_iter().find(|at| is(at + 1, &["who", "which", "whose", "whom"])) else {
            return false;
        };
        let closes =
            (mention.tokens.end..mention.tokens.end + PASSING_REACH).find(|at| is(*at, &[","]) || ends(at));
        claim.start < opens
            && closes.is_some_and(|closes| is(closes, &[","]) && (claim.end <= opens || claim.end > closes))
    }

    fn dates_a_statement(&self, mention: &Mention) -> bool {
        let tokens = &self.document.tokens;
        let before = (1..=2).filter_map(|back| mention.tokens.start.checked_sub(back)).map(|at| &tokens[at]);
        let behind = tokens.get(mention.tokens.end);
        before.chain(behind).any(|token| token.is(WordClass::SPEECH))
    }

    fn nearest(
        &self,
        sentence: &Range<usize>,
        claim: &Range<usize>,
        kind: MentionKind,
        fits: impl Fn(&Mention, &Value) -> bool,
    ) -> Option<&Value> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start < sentence.start);
        self.mentions[first..]
            .iter()
            .zip(&self.values[first..])
            .take_while(|(mention, _)| mention.tokens.start < sentence.end)
            .filter(|(mention, value)| mention.kind == kind && fits(mention, value))
            .min_by_key(|(mention, _)| distance(&mention.tokens, claim))
            .map(|(_, value)| value)
    }

    /// The date of the sentence before, where this one opens by pointing back to it.
    fn pointed_back(&self, sentence: usize) -> Option<Time> {
        let tokens = self.document.sentence_tokens(&self.document.sentences[sentence]);
        let points = ["that", "it", "those"].iter().any(|word| tokens.first_is(word));
        let before = sentence.checked_sub(1)?;
        if !points {
            return None;
        }
        let stretch = self.document.sentences[before].tokens.clone();
        self.sentence_time(&stretch, &(stretch.end..stretch.end))
    }

    /// Whether a sentence further down goes back to what happened "earlier this week": what the article is about it told of before.
    fn opens_with_this_week(&self, sentence: usize) -> bool {
        let tokens = self.document.sentence_tokens(&self.document.sentences[sentence]);
        let words = tokens.as_slice().iter().take(EARLIER_THIS_WEEK.len());
        sentence >= OPENING
            && tokens.as_slice().len() > EARLIER_THIS_WEEK.len()
            && words.zip(EARLIER_THIS_WEEK).all(|(token, word)| self.document.spells(token, word))
    }

    /// Whether words before a claim say that another deed answers it: "in retaliation for the attack that killed 13".
    fn is_avenged(&self, before: &Range<usize>) -> bool {
        let is = |token: &Token, words: &[&str]| words.iter().any(|word| self.document.spells(token, word));
        self.document.tokens[before.clone()].windows(2).any(|pair| {
            is(&pair[0], &REPRISALS) && is(&pair[1], &["for"]) || is(&pair[0], &["avenge", "avenging"])
        })
    }

    /// Whether the article looks back: a date long before its own, a mere month or year, or a word that says so.
    ///
    /// What is called the worst of its kind behind the claim is the claim's own event: "killed nine people in the worst attack
    /// since May".
    fn is_background(&self, time: Option<&Time>, sentence: &Range<usize>, claim: &Range<usize>) -> bool {
        let by_time = time.is_some_and(|time| match (time.start, self.anchor.published) {
            (Some(start), Some(published)) => {
                let days = published.at.date().since(start.date()).map_or(0, |span| span.get_days());
                let length =
                    time.end.map_or(0, |end| end.date().since(start.date()).map_or(0, |s| s.get_days()));
                days - length > BACKGROUND_DAYS
            }
            _ => time.grain >= Grain::Month,
        });
        by_time
            || self.signs.looking_back(sentence).iter().any(|at| {
                // "The previous week" is a date like any other.
                !self.document.tokens.get(at + 1).is_some_and(|next| next.is(WordClass::TIME_UNIT))
                    && !(*at >= claim.end && is_superlative(self.document, *at))
            })
    }
}

/// Words for deeds that answer others.
const REPRISALS: [&str; 6] = ["retaliation", "revenge", "reprisal", "reprisals", "vengeance", "retaliating"];

/// How many tokens lie between two stretches.
fn distance(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.start.saturating_sub(b.end).max(b.start.saturating_sub(a.end))
}
