//! Makes claims of readings: the value from its slot, the event, the stance, and what limits a figure.
//!
//! What a slot may hold was decided by the rule; nothing here knows a rule by name.

use super::{
    Anchor, Purpose, alternative,
    antecedent::antecedent,
    apposed_age::looks_back,
    bearer::bearer,
    deed,
    event::{Frame, Kinds},
    governor,
    group::{self, Made},
    holder::holder,
    limits, listed, partial, quoted, share, side,
    signs::Signs,
    speaker,
    stance::Cues,
    value::Valued,
    whom, year,
};
use crate::{
    claim::{
        Bound, Certainty, Claim, Count, Filler, Group, Mention, MentionKind, Name, NameKind, Polarity,
        Reading, Reference, Said, Scope, Share, Stance, Unit, Value,
    },
    rules::{ClassId, Compare, Filter, RuleBook},
    text::{Document, WordId},
};
use rust_decimal::Decimal;
use std::{collections::BTreeSet, ops::Range};

/// The slots that feed a claim's own fields; every other slot is a detail.
const RESERVED: [&str; 8] = ["value", "place", "time", "who", "speaker", "subject", "population", "ordinal"];

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
        let classes = &self.frame.book.classes;
        let stands = STAND_INS
            .iter()
            .any(|name| classes.find(name).is_some_and(|class| classes.holds(class, token.word)));
        (stands && self.is_listed("subject", token.word)).then_some(range.start)
    }

    /// Whether the slot asks for a word of a list that holds this one, and not for any word.
    fn is_listed(&self, name: &str, word: WordId) -> bool {
        self.lists(name).any(|class| self.frame.book.classes.holds(class, word))
    }

    /// The lists that the reading's patterns ask for a word of in the slot.
    fn lists<'m>(&'m self, name: &'m str) -> impl Iterator<Item = ClassId> + 'm {
        let rule = self.frame.book.rules.get(self.reading.rule);
        let pattern = rule.and_then(|rule| rule.claims.get(self.reading.pattern));
        let slots = pattern.into_iter().flat_map(|one| &one.patterns).flat_map(|one| &one.program.slots);
        slots.filter(move |slot| slot.name.as_deref() == Some(name)).filter_map(|slot| match slot.filter {
            Filter::Class(class) => Some(class),
            Filter::None | Filter::Unit(_) => None,
        })
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
        let value = match &pattern.constant {
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

    /// The value as shown; of a count of years begun the words, "fourth year".
    fn display(&self, compare: &Compare, value: &Value) -> String {
        match (compare, value, self.fillers("value").next()) {
            (Compare::Duration { .. }, Value::Count(_), Some(filler)) => {
                format!("{} year", self.written(filler))
            }
            _ => value.to_string(),
        }
    }

    /// The counted noun phrase that is the value.
    fn group(&self) -> Option<&Group> {
        self.group_at().and_then(|at| match &self.frame.mentions[at].said {
            Said::Group(group) => Some(group.as_ref()),
            Said::Count(_) | Said::Time(_) | Said::Name(_) | Said::Quotation => None,
        })
    }

    /// The mention that the value is, where it is one.
    fn valued(&self) -> Option<&Mention> {
        self.valued_at().and_then(|at| self.frame.mentions.get(at))
    }

    /// Its place among the mentions.
    fn valued_at(&self) -> Option<usize> {
        self.fillers("value").find_map(|filler| match filler {
            Filler::Mention(at) => Some(*at),
            Filler::Mentions(_) | Filler::Words(_) => None,
        })
    }

    /// The place of that phrase among the mentions.
    fn group_at(&self) -> Option<usize> {
        self.fillers("value").find_map(|filler| match filler {
            Filler::Mention(at) => {
                self.frame.mentions.get(*at).filter(|one| matches!(one.said, Said::Group(_))).map(|_| *at)
            }
            Filler::Mentions(_) | Filler::Words(_) => None,
        })
    }

    /// Whom a figure counts: the rule's own slot, or what the value's noun says.
    fn population(&self) -> Option<String> {
        match self.words("population") {
            Some(words) => Some(words.to_lowercase()),
            None => self.group().and_then(|group| group.population.clone()),
        }
    }

    fn fillers<'m>(&'m self, name: &'m str) -> impl Iterator<Item = &'m Filler> {
        self.reading.slots.iter().filter(move |(slot, _)| **slot == *name).map(|(_, filler)| filler)
    }

    /// The attribute with its `{head}`, `{noun}`, `{loose}` and `{unit}` filled from the value's mention, its `{of}` from the word that says
    /// what the value is of, its `{bearer}` from the noun that an age is of, and its `{deed}` from the verb that says what was done.
    fn attribute(&self, template: &str) -> Option<String> {
        let Some((before, rest)) = template.split_once('{') else { return Some(template.to_owned()) };
        let (key, after) = rest.split_once('}')?;
        let mention = self.valued()?;
        let filled = match (key, &mention.said) {
            ("head", Said::Group(group)) if !group.head.is_empty() && !group.people => group.head.clone(),
            ("noun", Said::Group(group)) => self.counted_noun(group, false)?,
            ("loose", Said::Group(group)) => self.counted_noun(group, true)?,
            ("unit", Said::Count(count)) if let Unit::Measure(unit) = count.unit => unit.to_owned(),
            ("of", _) => {
                let sentence = self.frame.around(self.reading);
                governor::governor(self.frame.document, self.frame.book, &sentence, &mention.tokens)?
            }
            ("bearer", Said::Count(_)) => {
                let sentence = self.frame.around(self.reading);
                bearer(self.frame.document, self.frame.book, &sentence, &mention.tokens)?
            }
            ("deed", _) => {
                let sentence = self.frame.around(self.reading);
                deed::deed(self.frame.document, self.frame.book, &sentence, &mention.tokens)?
            }
            _ => return None,
        };
        Some(format!("{before}{filled}{after}"))
    }

    /// Whether a phrase goes on with the names of those whom it counts: "two senators, Ana Ruiz and Karl Brandt" are these two
    /// and no count of senators.
    fn names_each(&self, phrase: &Range<usize>) -> bool {
        let Frame { document, mentions, .. } = *self.frame;
        let from = mentions.partition_point(|mention| mention.tokens.start <= phrase.start);
        let near = mentions[from..].iter().take_while(|mention| mention.tokens.start <= phrase.end + 1);
        let is_mark = |at: usize| {
            matches!(document.text(document.tokens[at].span), "," | ":" | "-" | "\u{2013}" | "\u{2014}" | "(")
        };
        near.filter(|mention| mention.kind == MentionKind::Person)
            .any(|mention| is_mark(mention.tokens.start - 1))
    }

    /// The noun that a figure counts, or the one it stands for; none where nothing is counted, and where the noun is in the
    /// list `loose` or not as asked.
    fn counted_noun(&self, group: &Group, loose: bool) -> Option<String> {
        let book = self.frame.book;
        let several = group.count.bound.stated().is_some_and(|n| n > Decimal::ONE);
        // "Another car" counts one where somebody else has "two other cars".
        let further = group.others && !group.people && group.reference == Reference::Indefinite;
        let range = self.fillers("value").next().map_or(0..0, |filler| self.range(filler));
        let whole = (group.reference == Reference::Counted || further)
            && group.out_of.is_none()
            && !partial::is_partial(self.frame.document, group, &range)
            && !self.names_each(&range);
        if !whole
            || !(several || further || matches!(group.count.bound, Bound::Between { .. }))
            || group.head.is_empty()
        {
            return None;
        }
        if matches!(group.count.bound, Bound::Vague { .. }) {
            return None;
        }
        let (word, _) = book.lexicon.look_up(group.head.as_bytes());
        if book.classes.find("loose").is_some_and(|class| book.classes.holds(class, word)) != loose {
            return None;
        }
        let words = book.lexicon.phrase(&group.head);
        let alike = book.classes.find("alike").and_then(|class| book.classes.canonical(class, &words));
        // Whom a noun and the words before it name together is no police officer: "army officers".
        let of_kind = alike.and(group.population.as_deref()).filter(|kind| *kind == "soldier");
        Some(of_kind.or(alike).unwrap_or(&group.head).to_owned())
    }

    fn value(&self, compare: &Compare, unit: Option<&str>) -> Option<Value> {
        let fillers: Vec<&Filler> = self.fillers("value").collect();
        match compare {
            Compare::Names | Compare::Holder => {
                let members: Vec<Name> = fillers
                    .iter()
                    .flat_map(|filler| self.mentions_in(filler))
                    .filter_map(|at| match self.frame.values.get(at)? {
                        Value::Name(name) | Value::Place(name) => Some(name.clone()),
                        _ => None,
                    })
                    .collect();
                let complete = matches!(compare, Compare::Holder);
                let members = if members.is_empty() { self.proper_names(&fillers) } else { members };
                (!members.is_empty()).then_some(Value::Set { members, complete })
            }
            Compare::Scope | Compare::Polarity => {
                let mut targets = self.targets(&fillers);
                if let [only] = fillers[..] {
                    targets.extend(self.listed_beside(only));
                }
                let exclusive = self.fillers("only").next().is_some();
                (!targets.is_empty()).then_some(Value::Scope(Scope { targets, exclusive }))
            }
            Compare::Words | Compare::Title => fillers.first().map(|filler| {
                let quotation = self.mentions_in(filler).find_map(|at| match self.frame.values.get(at) {
                    Some(quotation @ Value::Quotation { .. }) => Some(quotation.clone()),
                    _ => None,
                });
                quotation.unwrap_or_else(|| Value::Text(self.written(filler)))
            }),
            Compare::Count { .. }
            | Compare::Time { .. }
            | Compare::Duration { .. }
            | Compare::Place
            | Compare::Spelling => {
                let filler = fillers.first()?;
                match self.mentions_in(filler).next() {
                    Some(at) => self.mention_value(at, unit),
                    None => {
                        let written = self.written(filler);
                        Some(digits(compare, &written, unit).unwrap_or(Value::Text(written)))
                    }
                }
            }
        }
    }

    /// The names that fill a slot for any name and that no grammar knows.
    fn proper_names(&self, fillers: &[&Filler]) -> Vec<Name> {
        let words = fillers.iter().filter(|filler| matches!(filler, Filler::Words(_)));
        let written = words.map(|filler| self.written(filler));
        written
            .filter(|words| words.starts_with(char::is_uppercase))
            .map(|words| Name::plain(NameKind::Organization, &words))
            .collect()
    }

    /// What a scope names; words that stand next to one another are one target.
    fn targets(&self, fillers: &[&Filler]) -> Vec<String> {
        let mut targets: Vec<String> = Vec::new();
        let mut last_end = usize::MAX;
        for filler in fillers {
            let shown = self.listed(filler).unwrap_or_else(|| self.shown(filler));
            let range = self.range(filler);
            match targets.last_mut().filter(|_| range.start == last_end) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(&shown);
                }
                None => targets.push(shown),
            }
            last_end = range.end;
        }
        targets
    }

    fn mention_value(&self, at: usize, unit: Option<&str>) -> Option<Value> {
        let mention = self.frame.mentions.get(at)?;
        if let (MentionKind::Group, Said::Group(group)) = (mention.kind, &mention.said) {
            return Some(Value::Count(group::count(group, unit)));
        }
        let value = self.frame.values.get(at)?.clone();
        Some(match (value, unit) {
            (Value::Count(count), Some(unit)) if count.unit == Unit::None => {
                // A bare figure that a rule takes for a measure is compared with those that are written out.
                let unit = match unit {
                    "year" => Unit::Measure("year"),
                    "magnitude" => Unit::Measure("magnitude"),
                    counted => Unit::Of(counted.to_owned()),
                };
                Value::Count(Count { unit, ..count })
            }
            (value, _) => value,
        })
    }

    fn mentions_in<'f>(&self, filler: &'f Filler) -> impl Iterator<Item = usize> + use<'f> {
        let indices: &[usize] = match filler {
            Filler::Mention(at) => std::slice::from_ref(at),
            Filler::Mentions(all) => all,
            Filler::Words(_) => &[],
        };
        indices.iter().copied()
    }

    /// The words of a filler as written.
    fn written(&self, filler: &Filler) -> String {
        let document = self.frame.document;
        document.text(document.span_of(&self.range(filler))).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The tokens of a filler.
    fn range(&self, filler: &Filler) -> Range<usize> {
        let tokens = |at: usize| self.frame.mentions[at].tokens.clone();
        match filler {
            Filler::Mention(at) => tokens(*at),
            Filler::Mentions(all) => match (all.first(), all.last()) {
                (Some(first), Some(last)) => tokens(*first).start..tokens(*last).end,
                _ => 0..0,
            },
            Filler::Words(range) => range.clone(),
        }
    }

    /// The words of a filler, a name in its fullest form.
    fn shown(&self, filler: &Filler) -> String {
        match self.mentions_in(filler).next().and_then(|at| self.frame.values.get(at)) {
            Some(Value::Name(name) | Value::Place(name)) => name.canonical.clone(),
            Some(
                Value::Count(_)
                | Value::Time(_)
                | Value::Set { .. }
                | Value::Scope(_)
                | Value::Text(_)
                | Value::Quotation { .. },
            )
            | None => self.written(filler),
        }
    }

    /// What the words of a filler stand for by the list that they had to be in: "thigh" for a leg.
    fn listed(&self, filler: &Filler) -> Option<String> {
        let Filler::Words(range) = filler else { return None };
        self.lists("value").find_map(|class| self.meaning(class, range))
    }

    /// What words stand for by a list.
    fn meaning(&self, class: ClassId, words: &Range<usize>) -> Option<String> {
        let Frame { document, book, .. } = *self.frame;
        let words: Vec<WordId> = document.tokens[words.clone()].iter().map(|token| token.word).collect();
        book.classes.canonical(class, &words).map(str::to_owned)
    }

    /// The same of the words of that list that are enumerated with the filler: "wife and daughter".
    fn listed_beside(&self, filler: &Filler) -> Vec<String> {
        let Filler::Words(range) = filler else { return Vec::new() };
        let Frame { document, book, .. } = *self.frame;
        let meanings = self.lists("value").map(|class| -> Vec<String> {
            let beside = listed::beside(document, book, class, range);
            beside.iter().filter_map(|words| self.meaning(class, words)).collect()
        });
        meanings.into_iter().find(|beside| !beside.is_empty()).unwrap_or_default()
    }

    fn words(&self, slot: &str) -> Option<String> {
        self.fillers(slot).next().map(|filler| self.shown(filler))
    }

    fn details(&self) -> Vec<(String, String)> {
        self.reading
            .slots
            .iter()
            .filter(|(name, _)| !RESERVED.contains(&name.as_ref()) && name.as_ref() != "scope")
            .map(|(name, filler)| (name.to_string(), self.shown(filler)))
            .collect()
    }
}

/// A value that the rule itself states.
fn constant_value(constant: &str, compare: &Compare, unit: Option<&str>) -> Value {
    match compare {
        Compare::Scope | Compare::Polarity => {
            Value::Scope(Scope { targets: vec![constant.to_owned()], exclusive: false })
        }
        Compare::Count { .. } => constant.parse::<Decimal>().map_or_else(
            |_| Value::Text(constant.to_owned()),
            |n| {
                Value::Count(Count {
                    unit: Unit::Of(unit.unwrap_or("person").to_owned()),
                    ..Count::exactly(n)
                })
            },
        ),
        Compare::Time { .. }
        | Compare::Duration { .. }
        | Compare::Place
        | Compare::Names
        | Compare::Holder
        | Compare::Spelling
        | Compare::Words
        | Compare::Title => Value::Text(constant.to_owned()),
    }
}

/// The figure that digits alone stand for: the 3 of "3-1".
fn digits(compare: &Compare, written: &str, unit: Option<&str>) -> Option<Value> {
    let figure = matches!(compare, Compare::Count { .. }).then(|| written.parse::<Decimal>().ok())??;
    let unit = unit.map_or(Unit::None, |unit| Unit::Of(unit.to_owned()));
    Some(Value::Count(Count::of(Bound::Exactly(figure), unit)))
}
