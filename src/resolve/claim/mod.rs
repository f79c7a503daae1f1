//! Makes claims of readings: the value from its slot, the event, the stance, and what limits a figure.
//!
//! What a slot may hold was decided by the rule; nothing here knows a rule by name.

mod attribute;
mod slots;
mod value;

use super::{
    Anchor, Purpose, alternative,
    antecedent::antecedent,
    apposed_age::looks_back,
    event::{Frame, Kinds},
    group::{self, Made},
    holder::holder,
    limits, quoted, share, side,
    signs::Signs,
    speaker,
    stance::Cues,
    value::Valued,
    whom, year,
};
use crate::{
    claim::{
        Certainty, Claim, Count, Filler, Mention, MentionKind, Polarity, Reading, Reference, Share, Stance,
        Value,
    },
    rules::{Compare, RuleBook},
    text::Document,
};
use std::collections::BTreeSet;
use value::constant_value;

/// The lists of words that stand for a person named before.
const STAND_INS: [&str; 3] = ["someone", "whose", "that-one"];

/// The claims that readings make, in order of place; a reading whose slot cannot give a value makes none.
pub(super) fn claims(
    document: &Document<'_>,
    mentions: &[Mention],
    valued: &Valued,
    readings: &[Reading],
    anchor: &Anchor,
    book: &RuleBook,
    purpose: Purpose,
) -> Vec<Claim> {
    let Valued { values, attributions } = valued;
    let signs = Signs::of(document, book);
    let cues = Cues::of(document);
    let frame = Frame { document, mentions, values, book, anchor, signs: &signs, kinds: Kinds::default() };
    let mut claims = Vec::with_capacity(readings.len());
    for reading in readings {
        Maker { frame: &frame, cues: &cues, reading, purpose }.add(attributions, &mut claims);
    }
    let mut claims = group::settled(without_doubles(claims), &frame);
    claims.sort_by(|a, b| {
        a.order().cmp(&b.order()).then_with(|| (&a.attribute, &a.display).cmp(&(&b.attribute, &b.display)))
    });
    claims
}

/// The claims without those of somebody whom only a pronoun names, where the article says the same of the name itself.
fn without_doubles(mut made: Vec<Made>) -> Vec<Made> {
    let key = |claim: &Claim| (claim.attribute.clone(), claim.subject.clone());
    if made.iter().any(|one| one.stands_in) {
        let named: BTreeSet<_> =
            made.iter().filter(|one| !one.stands_in).map(|one| key(&one.claim)).collect();
        made.retain(|one| !one.stands_in || !named.contains(&key(&one.claim)));
    }
    made
}

struct Maker<'a> {
    frame: &'a Frame<'a>,
    cues: &'a Cues<'a>,
    reading: &'a Reading,
    purpose: Purpose,
}

impl Maker<'_> {
    /// Adds the claim of a reading, with those for the parts of a sum.
    fn add(&self, attributions: &[speaker::Attribution], claims: &mut Vec<Made>) {
        let Some(mut claim) = self.claim(attributions) else { return };
        if self.purpose == Purpose::Comparing {
            claim.told_of =
                whom::told_of(self.frame, self.reading, self.valued_at(), claim.stance.speaker.as_deref());
            claim.year = year::beside(self.frame, self.reading);
        }
        let replaced = self.replaced(&claim);
        let rule = self.frame.book.rules.get(self.reading.rule);
        let pattern = rule.and_then(|rule| rule.claims.get(self.reading.pattern));
        let parts = match (self.group(), pattern) {
            (Some(counted), Some(pattern)) => group::parts(&claim, counted, pattern),
            (Some(_) | None, _) => Vec::new(),
        };
        let quoted = self.fillers("value").next().and_then(|filler| self.mentions_in(filler).next());
        self.keep(claim, quoted, claims);
        parts.into_iter().chain(replaced).for_each(|claim| self.keep(claim, quoted, claims));
    }

    /// Adds a claim, a quotation of several sentences as one for each. Claims are large: those that are none are moved once.
    fn keep(&self, claim: Claim, quoted: Option<usize>, claims: &mut Vec<Made>) {
        if let Some(sentences) = quoted::by_sentence(&claim, quoted, self.frame) {
            claims.extend(sentences.map(|claim| self.made(claim)));
        } else {
            claims.push(self.made(claim));
        }
    }

    /// A claim with the phrase that it is of: the value's own, or that of a part of it.
    fn made(&self, claim: Claim) -> Made {
        let mentions = self.frame.mentions;
        let who = self.group_at().map(|at| {
            let own = |other: &usize| {
                mentions[*other].kind == MentionKind::Group && mentions[*other].span == claim.span
            };
            let end = mentions[at].tokens.end;
            let part =
                (at + 1..mentions.len()).take_while(|&other| mentions[other].tokens.start < end).find(own);
            part.unwrap_or(at)
        });
        Made { entry: self.reading.pattern, who, stands_in: self.stand_in().is_some(), claim }
    }

    /// The token of a word that stands for the subject, where no name or noun does: "she", "the" of "the 46-year-old".
    fn stand_in(&self) -> Option<usize> {
        let Filler::Words(range) = self.fillers("subject").next()? else { return None };
        let token = self.frame.document.tokens.get(range.start).filter(|_| range.len() == 1)?;
        let stands = STAND_INS.iter().any(|name| self.frame.book.is_in(name, token.word));
        (stands && self.is_listed("subject", token.word)).then_some(range.start)
    }

    fn claim(&self, attributions: &[speaker::Attribution]) -> Option<Claim> {
        let Frame { document, book, .. } = *self.frame;
        let reading = self.reading;
        let rule = book.rules.get(reading.rule)?;
        let pattern = rule.claims.get(reading.pattern)?;
        // Most open counts are of nothing that has a name here: that is known before anything else is looked at.
        let named = self.attribute(&pattern.attribute);
        if named.is_none() && pattern.limited.is_none() && pattern.populations.is_empty() {
            return None;
        }
        let is_named = || self.group().is_some_and(|group| group.reference == Reference::Named);
        let value = match &pattern.constant {
            None if matches!(rule.compare, Compare::Count { .. }) && !pattern.by_name && is_named() => {
                return None;
            }
            Some(constant) => constant_value(constant, &rule.compare, pattern.unit.as_deref()),
            None => self.value(&rule.compare, pattern.unit.as_deref())?,
        };
        let subject = match self.stand_in() {
            Some(at) => Some(antecedent(self.frame, reading.sentence, at)?),
            None => self.words("subject").or_else(|| holder(self.frame, reading, &rule.compare, &value)),
        };
        let sentence = &document.sentences[reading.sentence];
        let mut stance = self.cues.stance(attributions, reading.sentence, &reading.tokens);
        stance.polarity = pattern.polarity.unwrap_or(stance.polarity);
        stance.certainty = pattern.certainty.unwrap_or(stance.certainty);
        if self.valued_at().is_some_and(|at| alternative::is_one_of_two(self.frame, at)) {
            stance.certainty = Certainty::Possible;
        }
        if self.group().is_some_and(group::denies_some) {
            stance.polarity = Polarity::Negated;
        }
        let superseded = self.is_superseded();
        if superseded {
            stance.polarity = Polarity::Negated;
        }
        if let Some(words) = self.words("speaker") {
            stance.speaker = Some(words);
        }
        let mut event = self.frame.event(reading, rule, pattern, &value);
        let age = self.fillers("value").find_map(|filler| self.mentions_in(filler).next());
        if let Some(back) = age.and_then(|at| {
            looks_back(self.frame, &self.frame.around(reading), &self.frame.mentions[at], &event)
        }) {
            event.background = back;
        }
        let population = self.population();
        let scopes = self.fillers("scope").map(|filler| self.shown(filler).to_lowercase()).collect();
        let limits = limits::limits(self.frame, reading, scopes);
        let own = match &value {
            Value::Count(count) => {
                let side = self.group_at().and_then(|at| side::side(pattern, at, self.frame));
                group::attribute(pattern, count, side.as_deref().or(population.as_deref()), &limits, &event)
            }
            _ => None,
        };
        let attribute = match own {
            Some(own) => self.attribute(own),
            None => named,
        }?;
        Some(Claim {
            source: 0,
            rule: reading.rule,
            attribute,
            subject,
            display: self.display(&rule.compare, &value),
            span: reading.span,
            tokens: reading.tokens.clone(),
            sentence: sentence.span,
            sentence_index: reading.sentence,
            block: document.kind_of(sentence),
            event,
            population,
            limits,
            details: self.details(),
            context: Vec::new(),
            near: Vec::new(),
            near_names: Vec::new(),
            share: self.valued().map_or(Share::Whole, |one| {
                share::share(document, one, &reading.tokens, &sentence.tokens, rule)
            }),
            may_include: None,
            counted_by: None,
            told_of: None,
            year: None,
            superseded,
            stance,
            value,
        })
    }

    /// Whether words before the claim in its clause say that it is what was said before: "police first reported".
    fn is_superseded(&self) -> bool {
        let Frame { document, signs, .. } = *self.frame;
        let sentence = self.frame.around(self.reading);
        let start = self.reading.tokens.start;
        if !signs.superseded.any(sentence.start..start, sentence.end) {
            return false;
        }
        let ends_clause = |at: &usize| matches!(document.text(document.tokens[*at].span), ";" | "but");
        let from = (sentence.start..start).rev().find(ends_clause).map_or(sentence.start, |at| at + 1);
        signs.superseded.any(from..start, sentence.end)
    }

    /// The figure that a claim's own words put aside: the five of "six people died, not five as first reported".
    fn replaced(&self, claim: &Claim) -> Option<Claim> {
        /// How many tokens behind the claim the other figure and the words about it may stand.
        const REACH: usize = 8;
        let Value::Count(own) = &claim.value else { return None };
        let Frame { document, mentions, values, .. } = *self.frame;
        let behind = self.reading.tokens.end;
        let sentence = self.frame.around(self.reading).end;
        let end = sentence.min(behind + REACH);
        let word = |at: usize| document.tokens.get(at).map_or("", |token| document.text(token.span));
        let first = mentions.partition_point(|mention| mention.tokens.start < behind);
        let at = (first..mentions.len())
            .take_while(|&at| mentions[at].tokens.start < end)
            .find(|&at| mentions[at].kind == MentionKind::Number)?;
        let tokens = &mentions[at].tokens;
        if !matches!(word(tokens.start - 1), "not" | "than" | "of" | "from") {
            return None;
        }
        let last = sentence.min(tokens.end + REACH);
        let said = self.frame.signs.superseded.any(behind..last, last);
        let Some(Value::Count(count)) = values.get(at).filter(|_| said) else { return None };
        let value = Value::Count(Count { unit: own.unit.clone(), ..count.clone() });
        Some(Claim {
            display: value.to_string(),
            value,
            span: mentions[at].span,
            stance: Stance { polarity: Polarity::Negated, ..claim.stance.clone() },
            superseded: true,
            ..claim.clone()
        })
    }
}
