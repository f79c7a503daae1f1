//! Compares the claims of a topic and says how their values relate.
//!
//! What is comparable was decided by [`crate::align`]. Next in the flow: [`crate::report`].

mod echo;
mod figures;
mod names;
mod order;
mod parts;
mod position;
mod scopes;
mod times;
mod titles;
mod words;

use crate::{
    claim::{Certainty, Claim, ClaimId, Count, Stance, Time, Unit, Value},
    finding::{Finding, Position, Reason, Severity, SourceInfo, Topic, Verdict},
    rules::{Compare, Key, LowerBounds, RuleBook},
    text::BlockKind,
};
pub use echo::without_echoes;
use figures::Tolerance;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

/// How many pairs of claims of two positions are tried until two can be compared: sums in two currencies cannot, but
/// one of them may be converted by another source.
const MOST_PAIRS: usize = 24;

/// From so many years before the story a year is long ago.
const LONG_AGO: i16 = 2;

/// So many sources that state two values of one event each do not all contradict themselves.
const SEVERAL: usize = 2;

/// The findings about one topic, one for each group of values that relate; none where a single claim stands alone.
#[must_use]
pub fn findings(topic: &Topic, claims: &[Claim], sources: &[SourceInfo], book: &RuleBook) -> Vec<Finding> {
    let Some(rule) = topic.claims.first().and_then(|id| book.rules.get(claims[id.0].rule)) else {
        return Vec::new();
    };
    let by_context = rule.requires(Key::Context);
    let in_one_currency =
        |claim: &Claim| matches!(&claim.value, Value::Count(Count { unit: Unit::Currency([_]), .. }));
    let is_foreign = if by_context {
        claims.iter().any(in_one_currency)
    } else {
        topic.claims.iter().any(|id| in_one_currency(&claims[id.0]))
    };
    let mut said: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for claim in
        topic.claims.iter().map(|id| &claims[id.0]).filter(|claim| claim.block != BlockKind::Headline)
    {
        said.entry(&claim.display).or_default().insert(claim.source);
    }
    let by_event = !by_context && rule.requires(Key::Event);
    let is_closed =
        matches!(rule.compare, Compare::Holder) || rule.claims.iter().all(|one| one.constant.is_some());
    let compare = &rule.compare;
    let is_listed = matches!(rule.compare, Compare::Scope) && rule.is_listed();
    // A rule that asks whose a figure is may have claims that do not say.
    let nameless = rule.requires(Key::Subject) && !by_context && !by_event;
    let unnamed = || topic.claims.iter().all(|id| claims[id.0].subject.is_none());
    let by_nothing = rule.same.is_empty() || nameless && unnamed();
    let held = Comparison {
        claims,
        sources,
        compare,
        by_context,
        by_event,
        by_nothing,
        is_of_whom: rule.requires(Key::Population) || rule.requires(Key::Subject) && !unnamed(),
        is_closed,
        is_listed,
        is_foreign,
        said,
        further: OnceCell::new(),
        now: OnceCell::new(),
    };
    let drafts = held.explained_away(position::positions(&topic.claims, claims, &rule.compare));
    let groups = held.related(drafts);
    let mut findings: Vec<Finding> =
        groups.iter().filter_map(|drafts| held.finding(topic, drafts, rule.severity)).collect();
    findings.extend(held.apart(topic, rule.severity));
    findings
}

/// The claims of a story with the way to compare them.
struct Comparison<'a> {
    claims: &'a [Claim],
    sources: &'a [SourceInfo],
    compare: &'a Compare,
    /// Whether only the words around them say that the claims are of one thing.
    by_context: bool,
    /// Whether the event says so.
    by_event: bool,
    /// Whether nothing but their attribute says so.
    by_nothing: bool,
    /// Whether the rule names those whom its claims are of, or counts people of an event, whoever is named beside them.
    is_of_whom: bool,
    /// Whether the rule's words are themselves the answer: approved or rejected.
    is_closed: bool,
    /// Whether the answers are words of a list.
    is_listed: bool,
    /// Whether a claim of the topic, or of the story where only the words around hold the topic together, is a sum in a
    /// currency whose sign says which.
    is_foreign: bool,
    /// The sources that state each value in their running text.
    said: BTreeMap<&'a str, BTreeSet<usize>>,
    /// The story's claims of further ones, once they are asked for.
    further: OnceCell<Vec<&'a Claim>>,
    /// The year that the story is of, once it is asked for.
    now: OnceCell<Option<i16>>,
}

impl Comparison<'_> {
    /// The finding about positions that relate, where they say anything together.
    fn finding(&self, topic: &Topic, drafts: &[Vec<ClaimId>], severity: Severity) -> Option<Finding> {
        let (verdict, reason) = self.strongest(drafts)?;
        let positions: Vec<Position> = drafts.iter().map(|ids| self.position(ids)).collect();
        Some(Finding {
            id: fingerprint(topic, verdict, &reason),
            verdict,
            severity,
            rule: self.claims[topic.claims[0].0].rule,
            attribute: topic.attribute.clone(),
            subject: topic.subject.clone(),
            message: message(verdict, topic, &positions),
            positions,
            reason,
            settled: None,
        })
    }

    /// The findings about what was set apart from a topic, one for each reason.
    fn apart(&self, topic: &Topic, severity: Severity) -> Vec<Finding> {
        let mut reasons: BTreeMap<&str, Vec<ClaimId>> = BTreeMap::new();
        for (id, why) in &topic.apart {
            reasons.entry(why).or_default().push(*id);
        }
        let positions = |ids: &[ClaimId]| -> Vec<Position> {
            position::positions(ids, self.claims, self.compare).iter().map(|ids| self.position(ids)).collect()
        };
        let main = positions(&topic.claims).into_iter().max_by_key(|position| position.sources.len());
        let Some(main) = main else { return Vec::new() };
        let verdict = Verdict::Incomparable;
        let finding = |(why, ids): (&str, Vec<ClaimId>)| {
            let reason = Reason::Apart { why: why.to_owned() };
            let held: Vec<Position> = std::iter::once(main.clone()).chain(positions(&ids)).collect();
            Finding {
                id: fingerprint(topic, verdict, &reason),
                verdict,
                severity,
                rule: self.claims[topic.claims[0].0].rule,
                attribute: topic.attribute.clone(),
                subject: topic.subject.clone(),
                message: message(verdict, topic, &held),
                positions: held,
                reason,
                settled: None,
            }
        };
        reasons.into_iter().map(finding).collect()
    }

    /// The positions in groups that relate to one another; one that relates to none stands alone.
    fn related(&self, drafts: Vec<Vec<ClaimId>>) -> Vec<Vec<Vec<ClaimId>>> {
        let mut group: Vec<usize> = (0..drafts.len()).collect();
        for at in 0..drafts.len() {
            for other in at + 1..drafts.len() {
                if group[at] != group[other] && self.relate(&drafts[at], &drafts[other]).is_some() {
                    let (from, to) = (group[at].max(group[other]), group[at].min(group[other]));
                    group.iter_mut().filter(|held| **held == from).for_each(|held| *held = to);
                }
            }
        }
        let mut groups: BTreeMap<usize, Vec<Vec<ClaimId>>> = BTreeMap::new();
        for (ids, key) in drafts.into_iter().zip(group) {
            groups.entry(key).or_default().push(ids);
        }
        groups.into_values().collect()
    }

    /// The strongest relation among the positions and its reason.
    fn strongest(&self, drafts: &[Vec<ClaimId>]) -> Option<(Verdict, Reason)> {
        if let [only] = drafts {
            let first = &self.claims[only.first()?.0];
            let several = only.iter().any(|id| self.claims[id.0].source != first.source);
            return several
                .then(|| (Verdict::Agree, Reason::Same { value: position::display(only, self.claims) }));
        }
        let mut strongest: Option<(Verdict, Reason)> = None;
        for (at, left) in drafts.iter().enumerate() {
            for right in &drafts[at + 1..] {
                if let Some(found) = self.relate(left, right)
                    && strongest.as_ref().is_none_or(|(verdict, _)| found.0 < *verdict)
                {
                    strongest = Some(found);
                }
            }
        }
        strongest
    }

    /// How two positions relate: by the first pair of claims that can be held against each other.
    fn relate(&self, left: &[ClaimId], right: &[ClaimId]) -> Option<(Verdict, Reason)> {
        if self.is_told_apart(left, right) {
            return None;
        }
        let (pair, (verdict, reason)) = left
            .iter()
            .flat_map(|a| right.iter().map(move |b| (&self.claims[a.0], &self.claims[b.0])))
            .filter(|(a, b)| self.may_clash(a, b) && !self.includes(a, b) && !self.includes(b, a))
            .take(MOST_PAIRS)
            .filter(|(a, b)| {
                let by_words = self.by_context || self.by_nothing && self.is_count();
                !far_apart(&a.value, &b.value, by_words) || a.is_copied() || by_words && a.runs_alike(b)
            })
            .find_map(|pair| Some((pair, self.values(pair.0, pair.1)?)))?;
        if verdict.is_flagged()
            && self.is_foreign
            && figures::may_be_two_dollars(&pair.0.value, &pair.1.value)
        {
            return None;
        }
        let Compare::Count { later, .. } = self.compare else { return Some((verdict, reason)) };
        if !verdict.is_flagged() {
            return Some((verdict, reason));
        }
        if order::grown_older(pair, self.sources) {
            let (left, right) = (pair.0.display.clone(), pair.1.display.clone());
            return Some((Verdict::Compatible, Reason::FiguresOverlap { left, right }));
        }
        if let Some(reason) = order::correction(left, right, self.claims, self.sources) {
            return Some((Verdict::Updated, reason));
        }
        if let Some((old, new)) = order::update(left, right, *later, self.claims, self.sources) {
            let (earlier, later) = (position::display(old, self.claims), position::display(new, self.claims));
            return Some((Verdict::Updated, Reason::LaterFigure { earlier, later }));
        }
        Some(match disputed(&pair.0.stance, &pair.1.stance) {
            Some((a, b)) if pair.0.source == pair.1.source => (
                Verdict::Tension,
                Reason::SpeakersDiffer {
                    left: format!("{a} says {}", pair.0.display),
                    right: format!("{b} says {}", pair.1.display),
                },
            ),
            _ => (verdict, reason),
        })
    }

    /// Whether a source states both values in its running text, and so speaks of two things, where nothing but the words
    /// around the values says that they are of one, or where the answers are closed: an article that lifts sanctions on two
    /// firms and keeps them on a bank, or has one flight bound for Lyon and one for Porto. Where the event says that figures
    /// are of one thing, several sources must.
    fn is_told_apart(&self, left: &[ClaimId], right: &[ClaimId]) -> bool {
        let tellers = |ids: &[ClaimId]| -> BTreeSet<usize> {
            let values = ids.iter().map(|id| self.claims[id.0].display.as_str());
            values.filter_map(|value| self.said.get(value)).flatten().copied().collect()
        };
        let both = || tellers(left).intersection(&tellers(right)).count();
        if self.is_measured() {
            return both() >= if self.by_event { SEVERAL } else { 1 };
        }
        let is_open = matches!(self.compare, Compare::Place | Compare::Scope) && !self.by_event;
        (self.is_closed || is_open) && both() > 0
    }

    /// Whether a date, a place, a length or a figure is of another person or year in one sentence than in the other, where no event says
    /// that figures are of one thing.
    fn is_of_others(&self, a: &Claim, b: &Claim) -> bool {
        match self.compare {
            Compare::Count { .. } if a.transposes(b) => false,
            Compare::Count { .. } => {
                !self.is_of_whom && a.is_told_of_another(b)
                    || (self.by_context || self.by_nothing) && self.is_of_another_year(a, b)
            }
            Compare::Time { .. }
            | Compare::Duration { .. }
            | Compare::Place
            | Compare::Scope
            | Compare::Polarity => a.is_told_of_another(b),
            Compare::Names | Compare::Holder | Compare::Spelling | Compare::Words | Compare::Title => false,
        }
    }

    /// Whether figures are of two years, by the years written beside them: what was long ago has its year beside it, and what is now has
    /// mostly none. How long or heavy a thing is does not change with the year.
    fn is_of_another_year(&self, a: &Claim, b: &Claim) -> bool {
        let measured =
            |claim: &Claim| matches!(&claim.value, Value::Count(Count { unit: Unit::Measure(_), .. }));
        if measured(a) && measured(b) {
            return false;
        }
        match (a.year, b.year) {
            (Some(one), Some(two)) => one != two,
            (Some(year), None) | (None, Some(year)) => self.now().is_some_and(|now| year + LONG_AGO <= now),
            (None, None) => false,
        }
    }

    /// The year that the story is of: that in which its last source was published or, where none is dated, the last one beside a value
    /// that is not yet to come.
    fn now(&self) -> Option<i16> {
        let published = self.sources.iter().filter_map(|source| source.published);
        let told = self.claims.iter().filter(|claim| claim.stance.certainty != Certainty::Planned);
        let year = || published.map(|one| one.at.year()).max();
        *self.now.get_or_init(|| year().or_else(|| told.filter_map(|claim| claim.year).max()))
    }

    /// Whether the values are figures.
    const fn is_count(&self) -> bool {
        matches!(self.compare, Compare::Count { .. })
    }

    /// Whether the values are figures, dates or lengths.
    const fn is_measured(&self) -> bool {
        matches!(self.compare, Compare::Count { .. } | Compare::Time { .. } | Compare::Duration { .. })
    }

    /// Whether two claims may be held against each other: not those of the killed and of the wounded; of two sources, or of
    /// one where it repeats itself in another kind of block or another mouth. Two figures in one running text are mostly of two things.
    fn may_clash(&self, a: &Claim, b: &Claim) -> bool {
        if a.counted_by.as_ref().zip(b.counted_by.as_ref()).is_some_and(|(one, other)| one != other) {
            return false;
        }
        if a.source != b.source {
            return !self.is_of_others(a, b);
        }
        // "Three held", and "arrested two suspects": a part that has a name of its own.
        if a.population != b.population {
            return false;
        }
        match self.compare {
            Compare::Count { .. }
            | Compare::Time { .. }
            | Compare::Place
            | Compare::Names
            | Compare::Holder
            | Compare::Scope => {
                (a.block == BlockKind::Headline) != (b.block == BlockKind::Headline)
                    || (a.block == BlockKind::Caption) != (b.block == BlockKind::Caption)
                    || !self.by_context && disputed(&a.stance, &b.stance).is_some()
            }
            Compare::Duration { .. } | Compare::Spelling | Compare::Title | Compare::Polarity => true,
            Compare::Words => !words::repeats(a, b),
        }
    }

    fn values(&self, a: &Claim, b: &Claim) -> Option<(Verdict, Reason)> {
        match (&a.value, &b.value) {
            (Value::Count(x), Value::Count(y)) => figures::relate(x, y, self.tolerance()),
            (Value::Time(x), Value::Time(y)) => times::relate_within(x, y, self.minutes())
                .or_else(|| times::length_and_end(x, a.event.time.as_ref(), y))
                .or_else(|| times::length_and_end(y, b.event.time.as_ref(), x)),
            (Value::Name(x) | Value::Place(x), Value::Name(y) | Value::Place(y)) => match self.compare {
                Compare::Spelling if a.is_spelling() => names::slips(x, y),
                Compare::Spelling => names::spellings(x, y),
                // A place that no gazetteer knows may lie in the other.
                _ if x.within.is_empty() != y.within.is_empty() && !x.same_as(y) => None,
                _ => Some(names::places(x, y)),
            },

            (Value::Time(length), Value::Count(year)) => years(length, year, b),
            (Value::Count(year), Value::Time(length)) => years(length, year, a),
            (Value::Set { members: x, complete: all_x }, Value::Set { members: y, complete: all_y }) => {
                Some(names::sets((x, *all_x), (y, *all_y)))
            }
            (Value::Scope(x), Value::Scope(y)) => match self.compare {
                Compare::Polarity => {
                    scopes::polarities((x, a.stance.polarity, &a.display), (y, b.stance.polarity, &b.display))
                }
                _ => Some(scopes::scopes(x, y, self.is_listed)),
            },
            (
                Value::Text(x) | Value::Quotation { text: x, .. },
                Value::Text(y) | Value::Quotation { text: y, .. },
            ) => match self.compare {
                Compare::Title if self.is_left(x, y) || self.is_left(y, x) => None,
                Compare::Title => titles::titles(x, y, a.source == b.source),
                _ => words::wordings(x, y, [a, b].iter().any(|claim| claim.block == BlockKind::Headline)),
            },
            _ => None,
        }
    }

    /// Whether a title other than these two says that the person has left the office of the first: who was vice-president is
    /// president now.
    fn is_left(&self, title: &str, other: &str) -> bool {
        self.said.keys().any(|said| *said != other && titles::is_left(title, said))
    }

    /// By how many minutes two clock times may differ and still agree.
    const fn minutes(&self) -> u32 {
        match self.compare {
            Compare::Time { tolerance } => *tolerance,
            Compare::Count { .. }
            | Compare::Duration { .. }
            | Compare::Place
            | Compare::Names
            | Compare::Holder
            | Compare::Spelling
            | Compare::Scope
            | Compare::Words
            | Compare::Title
            | Compare::Polarity => 0,
        }
    }

    fn tolerance(&self) -> Tolerance {
        match self.compare {
            Compare::Count { tolerance, lower_bounds, later: _ } => {
                Tolerance { share: *tolerance / Decimal::ONE_HUNDRED, lower_bounds: *lower_bounds }
            }
            Compare::Time { .. }
            | Compare::Duration { .. }
            | Compare::Place
            | Compare::Names
            | Compare::Holder
            | Compare::Spelling
            | Compare::Scope
            | Compare::Words
            | Compare::Title
            | Compare::Polarity => Tolerance { share: Decimal::ZERO, lower_bounds: LowerBounds::Conflict },
        }
    }

    /// The positions without the claims that a source makes beside a value that others share: a source that states both
    /// figures is speaking of two things, and the shared one is the common thing.
    fn explained_away(&self, drafts: Vec<Vec<ClaimId>>) -> Vec<Vec<ClaimId>> {
        // What was measured has several figures of its own: two agencies' magnitudes are not two quakes.
        let is_measure = |ids: &Vec<ClaimId>| {
            ids.iter().any(|id| match &self.claims[id.0].value {
                Value::Count(count) => matches!(count.unit, Unit::Measure(unit) if unit != "year"),
                _ => false,
            })
        };
        if !self.is_measured() || !self.by_context && drafts.iter().any(is_measure) {
            return drafts;
        }
        let sources_of = |ids: &[ClaimId]| -> Vec<usize> {
            let mut sources: Vec<usize> = ids.iter().map(|id| self.claims[id.0].source).collect();
            sources.sort_unstable();
            sources.dedup();
            sources
        };
        let held: Vec<Vec<usize>> = drafts.iter().map(|ids| sources_of(ids)).collect();
        drafts
            .iter()
            .enumerate()
            .filter_map(|(at, ids)| {
                let kept: Vec<ClaimId> = ids
                    .iter()
                    .copied()
                    .filter(|id| {
                        let source = self.claims[id.0].source;
                        let shared = |position: usize| {
                            held[position].contains(&source) && held[position].len() > held[at].len()
                        };
                        !(0..held.len()).any(|other| other != at && shared(other))
                    })
                    .collect();
                (!kept.is_empty()).then_some(kept)
            })
            .collect()
    }

    fn position(&self, ids: &[ClaimId]) -> Position {
        let mut sources: Vec<usize> = ids.iter().map(|id| self.claims[id.0].source).collect();
        sources.sort_unstable();
        sources.dedup();
        let mut origins: Vec<usize> = sources.iter().map(|&source| self.sources[source].origin).collect();
        origins.sort_unstable();
        origins.dedup();
        Position { display: position::display(ids, self.claims), claims: ids.to_vec(), sources, origins }
    }
}

/// How a length relates to an ordinal of years, which a slot called `phase` says is only being entered.
fn years(length: &Time, year: &Count, claim: &Claim) -> Option<(Verdict, Reason)> {
    let entering = claim.details.iter().any(|(slot, _)| slot == "phase");
    times::length_and_year(length, year.bound.stated()?.to_u32()?, entering)
}

/// Whether one value is so many times the other that they are hardly of one thing: with nothing but the words around
/// them to say so, twice, a counted thing three times; a count of people of one event, twenty times.
fn far_apart(a: &Value, b: &Value, by_context: bool) -> bool {
    let beyond = |times: i64, x: Decimal, y: Decimal| {
        x.abs().max(y.abs()) > x.abs().min(y.abs()) * Decimal::from(times) && !x.is_zero() && !y.is_zero()
    };
    match (a, b) {
        (Value::Count(x), Value::Count(y)) if by_context && x.transposes(y) => false,
        (Value::Count(x), Value::Count(y)) => match (x.magnitude(), y.magnitude()) {
            (Some(m), Some(n)) => match (&x.unit, by_context) {
                (Unit::Of(_), true) => beyond(3, m, n),
                (_, true) => beyond(2, m, n),
                (Unit::Of(_), false) => beyond(20, m, n),
                (_, false) => false,
            },
            _ => false,
        },
        (Value::Time(x), Value::Time(y)) => match (x.length(), y.length()) {
            (Some((x, _)), Some((y, _))) => by_context && beyond(2, x, y),
            _ => false,
        },
        _ => false,
    }
}

/// The two speakers, where each claim has one and they are two.
fn disputed<'s>(a: &'s Stance, b: &'s Stance) -> Option<(&'s str, &'s str)> {
    match (&a.speaker, &b.speaker) {
        (Some(x), Some(y)) if x != y => Some((x, y)),
        _ => None,
    }
}

/// One short sentence: what it is about and the values.
fn message(verdict: Verdict, topic: &Topic, positions: &[Position]) -> String {
    let values: Vec<&str> = positions.iter().map(|position| position.display.as_str()).collect();
    let about = &topic.subject;
    match verdict {
        Verdict::Conflict | Verdict::Tension => format!("{about}: {}", values.join(" or ")),
        Verdict::Updated => format!("{about}: updated, {}", values.join(", ")),
        Verdict::Compatible => format!("{about}: {} fit together", values.join(" and ")),
        Verdict::Agree => format!("{about}: all say {}", values.join(", ")),
        Verdict::Incomparable => format!("{about}: {} are not about one thing", values.join(" and ")),
    }
}

/// Gives findings that say the same of two events ids of their own, by the event.
#[must_use]
pub fn told_apart(mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for finding in &mut findings {
        while !seen.insert(finding.id.clone()) {
            finding.id = hashed([finding.id.as_str(), finding.subject.as_str()]);
        }
    }
    findings
}

/// A fingerprint of what the finding is about and the values that make it one: it survives moved lines, sources that say
/// the same, and those that know more of the event.
fn fingerprint(topic: &Topic, verdict: Verdict, reason: &Reason) -> String {
    let mut parts: Vec<&str> = reason.parts().into_iter().flat_map(|(_, values)| values).collect();
    parts.sort_unstable();
    let kind = if verdict.is_flagged() { "flagged" } else { verdict.word() };
    hashed([topic.attribute.as_str(), topic.about.as_str(), kind].into_iter().chain(parts))
}

/// The 64-bit FNV-1a hash of words, in hexadecimal.
fn hashed<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in words.into_iter().flat_map(|word| word.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}
