//! Compares the claims of a topic and says how their values relate.
//!
//! What is comparable was decided by [`crate::align`]. Next in the flow: [`crate::report`].

mod clash;
mod echo;
mod figures;
mod hours;
mod identity;
mod lengths;
mod names;
mod order;
mod parts;
mod position;
mod scopes;
mod stated;
mod times;
mod titles;
mod values;
mod words;

use crate::{
    claim::{Article, Claim, ClaimId, Count, Polarity, Unit, Value},
    finding::{Finding, Position, Reason, Severity, SourceInfo, Topic, Verdict},
    rules::{Compare, Copied, Key, Rule, RuleBook},
    text::BlockKind,
};
use clash::{disputed, far_apart};
pub use echo::without_echoes;
use identity::fingerprint;
pub use identity::told_apart;
use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

/// How many pairs of claims of two positions are tried until two can be compared: sums in two currencies cannot, but
/// one of them may be converted by another source.
const MOST_PAIRS: usize = 24;

/// The findings about one topic, one for each group of values that relate; none where a single claim stands alone.
#[must_use]
pub fn findings(
    topic: &Topic,
    claims: &[Claim],
    sources: &[SourceInfo],
    articles: &[Article<'_>],
    book: &RuleBook,
) -> Vec<Finding> {
    // Most claims stand alone, and nothing is found of them.
    if topic.claims.len() < 2 && topic.apart.is_empty() {
        return Vec::new();
    }
    let singular = Singular::default();
    let Some((held, rule)) = comparison(topic, (claims, &singular), sources, articles, book) else {
        return Vec::new();
    };
    let drafts = held.explained_away(position::positions(&topic.claims, claims, &rule.compare));
    let groups = held.related(drafts);
    let mut findings: Vec<Finding> =
        groups.iter().filter_map(|drafts| held.finding(topic, drafts, rule.severity)).collect();
    findings.extend(held.apart(topic, rule.severity));
    findings
}

/// Claims of a story that are few and asked for often, found once they are asked for: for many pairs of one story they are found
/// once.
#[derive(Debug, Default)]
pub struct Singular {
    /// Those of further ones: "another 3,000".
    further: OnceCell<Vec<ClaimId>>,
    /// Those that say that their value holds no more.
    superseded: OnceCell<Vec<ClaimId>>,
}

/// The claims that are of some kind.
fn places(claims: &[Claim], is_one: impl Fn(&Claim) -> bool) -> Vec<ClaimId> {
    (0..claims.len()).filter(|at| is_one(&claims[*at])).map(ClaimId).collect()
}

/// How the two claims of a topic of two sources relate, as if nobody else had spoken: what [`findings`] finds of them, without the
/// words for it.
#[must_use]
pub fn relation(
    pair: &Topic,
    claims: (&[Claim], &Singular),
    sources: &[SourceInfo],
    book: &RuleBook,
) -> Option<(Verdict, Reason)> {
    let (held, rule) = comparison(pair, claims, sources, &[], book)?;
    let claims = claims.0;
    held.strongest(&position::positions(&pair.claims, claims, &rule.compare))
}

/// A topic with the way to compare its claims, and the rule that says it; none where the topic has none.
fn comparison<'a>(
    topic: &'a Topic,
    (claims, singular): (&'a [Claim], &'a Singular),
    sources: &'a [SourceInfo],
    articles: &'a [Article<'a>],
    book: &'a RuleBook,
) -> Option<(Comparison<'a>, &'a Rule)> {
    let rule = book.rules.get(claims[topic.claims.first()?.0].rule)?;
    let by_context = rule.requires(Key::Context);
    let in_one_currency =
        |claim: &Claim| matches!(&claim.value, Value::Count(Count { unit: Unit::Currency([_]), .. }));
    let is_foreign = if by_context {
        claims.iter().any(in_one_currency)
    } else {
        topic.claims.iter().any(|id| in_one_currency(&claims[id.0]))
    };
    let mut said: BTreeMap<Answer<'_>, BTreeSet<usize>> = BTreeMap::new();
    for claim in
        topic.claims.iter().map(|id| &claims[id.0]).filter(|claim| claim.block != BlockKind::Headline)
    {
        said.entry(answer(claim)).or_default().insert(claim.source);
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
        topic,
        claims,
        sources,
        articles,
        compare,
        by_context,
        by_event,
        is_toll: by_event && rule.requires(Key::Population) && matches!(rule.compare, Compare::Count { .. }),
        by_nothing,
        is_of_whom: rule.requires(Key::Population) || rule.requires(Key::Subject) && !unnamed(),
        is_closed,
        is_listed,
        is_foreign,
        is_conversion: rule.claims.iter().any(|one| one.copied == Some(Copied::Conversion)),
        said,
        singular,
        left: OnceCell::new(),
        now: OnceCell::new(),
    };
    Some((held, rule))
}

/// What a claim says, as it is shown, and whether it says or denies it.
type Answer<'a> = (&'a str, Polarity);

fn answer(claim: &Claim) -> Answer<'_> {
    (&claim.display, claim.stance.polarity)
}

/// A topic and the claims of its story, with the way to compare them.
struct Comparison<'a> {
    topic: &'a Topic,
    claims: &'a [Claim],
    sources: &'a [SourceInfo],
    /// The articles of the sources, where they are at hand.
    articles: &'a [Article<'a>],
    compare: &'a Compare,
    /// Whether only the words around them say that the claims are of one thing.
    by_context: bool,
    /// Whether the event says so.
    by_event: bool,
    /// Whether the claims count the people of an event: of these a long article has several.
    is_toll: bool,
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
    /// Whether the claims are of conversions that were found not to fit.
    is_conversion: bool,
    /// The sources that give each answer in their running text.
    said: BTreeMap<Answer<'a>, BTreeSet<usize>>,
    /// The story's claims that are few.
    singular: &'a Singular,
    /// The titles among the answers that say that an office was left, with the office, once they are asked for.
    left: OnceCell<Vec<(&'a str, Vec<String>)>>,
    /// The year that the story is of, once it is asked for.
    now: OnceCell<Option<i16>>,
}

impl Comparison<'_> {
    /// The finding about positions that relate, where they say anything together.
    fn finding(&self, topic: &Topic, drafts: &[Vec<ClaimId>], severity: Severity) -> Option<Finding> {
        let (verdict, reason) = self.strongest(drafts)?;
        let in_time =
            (verdict == Verdict::Updated).then(|| order::in_time(drafts, self.claims, self.sources));
        let reason = in_time.as_deref().and_then(|drafts| self.update_of_all(drafts)).unwrap_or(reason);
        let drafts = in_time.as_deref().unwrap_or(drafts);
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

    /// The reason for an update that names its first and its last figure, where the last stands for the first.
    fn update_of_all(&self, in_time: &[Vec<ClaimId>]) -> Option<Reason> {
        let [first, .., last] = in_time else { return None };
        self.relate(first, last).filter(|(verdict, _)| *verdict == Verdict::Updated).map(|(_, reason)| reason)
    }

    /// The findings about what was set apart from a topic, one for each reason.
    fn apart(&self, topic: &Topic, severity: Severity) -> Vec<Finding> {
        if topic.apart.is_empty() {
            return Vec::new();
        }
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
                // Nothing is stronger.
                if matches!(strongest, Some((Verdict::Conflict, _))) {
                    return strongest;
                }
            }
        }
        strongest
    }

    /// How two positions relate: by the first pair of claims that can be held against each other.
    fn relate(&self, left: &[ClaimId], right: &[ClaimId]) -> Option<(Verdict, Reason)> {
        if self.is_conversion {
            let show = |ids: &[ClaimId]| position::display(ids, self.claims);
            let reason = Reason::FiguresExclude { left: show(left), right: show(right) };
            return Some((Verdict::Conflict, reason));
        }
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
            .find_map(|pair| {
                let found = self.values(pair.0, pair.1)?;
                let is_of_two =
                    || self.is_known_to_both(pair.0, pair.1) || self.is_background(pair.0, pair.1);
                (!found.0.is_flagged() || !is_of_two()).then_some((pair, found))
            })?;
        if verdict.is_flagged() && self.are_known_to_one(left, right) {
            return None;
        }
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
            return Some((Verdict::Compatible, Reason::Birthday { left, right }));
        }
        let superseded = || places(self.claims, |claim| claim.superseded);
        let superseded = self.singular.superseded.get_or_init(superseded);
        if let Some(reason) = order::correction(left, right, superseded, self.claims, self.sources) {
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

    /// Whether the values are figures.
    pub(super) const fn is_count(&self) -> bool {
        matches!(self.compare, Compare::Count { .. })
    }

    /// Whether the values are figures, dates or lengths.
    const fn is_measured(&self) -> bool {
        matches!(self.compare, Compare::Count { .. } | Compare::Time { .. } | Compare::Duration { .. })
    }

    /// The positions without the claims that a source makes beside a value that others share: a source that states both
    /// figures is speaking of two things, and the shared one is the common thing. A headline gives the toll of its own article.
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
            let heads = |claim: &&Claim| self.is_toll && claim.block == BlockKind::Headline;
            let told = ids.iter().map(|id| &self.claims[id.0]).filter(|claim| !heads(claim));
            let mut sources: Vec<usize> = told.map(|claim| claim.source).collect();
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
