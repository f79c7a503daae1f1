//! Which claims belong to one event: what is known of place, time and ordinal must fit, and something must speak for it.
//!
//! What a claim does not say of its event is open, never a reason to part or to join.

use super::whereabouts::Whereabouts;
use crate::{
    claim::{Claim, ClaimId, Event, Grain, Name, Time, TimeMod, in_both},
    rules::Compare,
    text::BlockKind,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the values of a topic are themselves, and so must not decide which event they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sought {
    /// The event's place.
    Place,
    /// The event's date.
    Time,
    /// Something else.
    Other,
}

impl Sought {
    pub(super) const fn of(compare: &Compare) -> Self {
        match compare {
            Compare::Place => Self::Place,
            Compare::Time { .. } => Self::Time,
            Compare::Count { .. }
            | Compare::Duration { .. }
            | Compare::Names
            | Compare::Holder
            | Compare::Spelling
            | Compare::Scope
            | Compare::Words
            | Compare::Title
            | Compare::Polarity => Self::Other,
        }
    }
}

/// How much must speak for two claims being of one event before they may differ in what is sought: two where a story has many
/// events of the kind, such as meetings, none where it has one, such as a truce.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence {
    /// For a claim with which its article opens, or whose value another claim has.
    pub in_opening: u32,
    /// For one further down, which may look to another event of the kind.
    pub further_down: u32,
}

impl Evidence {
    /// None.
    pub(super) const NONE: Self = Self { in_opening: 0, further_down: 0 };
}

/// Claims of one event, by event; both in the order of the claims.
pub(super) fn by_event(
    ids: &[ClaimId],
    claims: &[&Claim],
    sought: Sought,
    evidence: Evidence,
    whereabouts: &Whereabouts,
) -> Vec<Vec<ClaimId>> {
    // Those that say most about their event found the groups; the others join where they fit best, and measures without
    // a date when all that are dated have their place.
    let mut order: Vec<ClaimId> = ids.to_vec();
    order.sort_by_key(|id| {
        let claim = claims[id.0];
        (is_undated_measure(claim), std::cmp::Reverse(knowledge(&claim.event)), *id)
    });
    let leading = leading(ids, claims);
    let mut groups: Vec<Vec<ClaimId>> = Vec::new();
    for id in order {
        let claim = claims[id.0];
        let best = groups
            .iter()
            .enumerate()
            .filter(|(_, group)| !is_of_another(claim, group, claims))
            .filter(|(_, group)| {
                sought != Sought::Other
                    || claim.event.time.is_some()
                    || !leading.contains(&id)
                    || group.iter().any(|id| leading.contains(id))
            })
            .filter_map(|(at, group)| {
                Some((fit(claim, group, claims, sought, whereabouts)?, group.len(), at))
            })
            .filter(|&(score, _, at)| {
                let told = || groups[at].iter().map(|id| claims[id.0]);
                let said = opens(claim) || told().any(|other| other.display == claim.display);
                // Where nobody opens with it, all tell of it further down.
                let deep = !said && told().any(opens);
                score >= if deep { evidence.further_down } else { evidence.in_opening }
                    || said && is_silent(&claim.event)
            })
            .max_by_key(|&(score, size, at)| (score, size, std::cmp::Reverse(at)));
        match best {
            Some((.., at)) => groups[at].push(id),
            None => groups.push(vec![id]),
        }
    }
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// Whether a claim is one of those with which its article opens: if it says nothing of when and where it is of what the
/// story is about. Further down it may look to any event.
fn opens(claim: &Claim) -> bool {
    claim.sentence_index < OPENING || claim.block != BlockKind::Paragraph
}

/// How many sentences open an article.
const OPENING: usize = 8;

/// Whether a claim says nothing of when and where.
fn is_silent(event: &Event) -> bool {
    !event.background && knowledge(event) == 0
}

/// The claims that say what their source says first: that is of what the article is about, and so never of an event that
/// others only look back on.
fn leading(ids: &[ClaimId], claims: &[&Claim]) -> BTreeSet<ClaimId> {
    let mut first: BTreeMap<usize, &Claim> = BTreeMap::new();
    for claim in ids.iter().map(|id| claims[id.0]) {
        let held = first.entry(claim.source).or_insert(claim);
        if claim.span.start() < held.span.start() {
            *held = claim;
        }
    }
    let leads = |id: &ClaimId| first[&claims[id.0].source].display == claims[id.0].display;
    ids.iter().copied().filter(leads).collect()
}

/// Whether a measure without a date is told from the dated one of a group by its own article, which gives both in
/// sentences of their own: "magnitude 5.2", and further down "on Sunday a quake of 5.6".
fn is_of_another(claim: &Claim, group: &[ClaimId], claims: &[&Claim]) -> bool {
    is_undated_measure(claim)
        && group.iter().map(|id| claims[id.0]).any(|other| {
            other.source == claim.source
                && other.sentence_index > claim.sentence_index
                && other.display != claim.display
                && other.event.time.is_some()
        })
}

fn is_undated_measure(claim: &Claim) -> bool {
    claim.event.time.is_none() && claim.is_measure()
}

fn knowledge(event: &Event) -> u32 {
    u32::from(event.place.is_some()) + u32::from(event.time.is_some()) + u32::from(event.ordinal.is_some())
}

/// How well an event fits a group: the best evidence for any member, none where one member rules it out.
fn fit(
    claim: &Claim,
    group: &[ClaimId],
    claims: &[&Claim],
    sought: Sought,
    whereabouts: &Whereabouts,
) -> Option<u32> {
    let mut best = 0;
    // A group's members agree among themselves, so a handful of them tells what the group is.
    for id in group.iter().take(12) {
        best = best.max(speaks_for(claim, claims[id.0], sought, whereabouts)?);
    }
    Some(best)
}

/// How many words around two figures must be the same to speak for one event.
const SHARED_STEMS: usize = 2;

/// What two sentences that run alike but for the place or the day speak for one event: as much as is ever asked for.
const ONE_SENTENCE: u32 = 2;

/// What speaks for two events being one; none where something rules it out.
fn speaks_for(one: &Claim, other: &Claim, sought: Sought, whereabouts: &Whereabouts) -> Option<u32> {
    let (a, b) = (&one.event, &other.event);
    let kinds = kinds_fit(&a.kind, &b.kind);
    // Which kind it was is told by the words around: a figure of a quake may stand beside words for a fire.
    if a.background != b.background || !kinds && sought != Sought::Other {
        return None;
    }
    if sought != Sought::Other && one.source != other.source && one.runs_alike(other) {
        return Some(ONE_SENTENCE);
    }
    let mut score = 0;
    if let (Some(x), Some(y)) = (a.ordinal, b.ordinal) {
        if x != y {
            return None;
        }
        score += 2;
    }
    if let (Some(x), Some(y)) = (&a.place, &b.place) {
        match places(x, y) {
            Fit::Apart if sought != Sought::Place && whereabouts.meet(one, other) => {}
            Fit::Same | Fit::Open if sought == Sought::Place => score += 2,
            Fit::Same | Fit::Open => score += 1,
            Fit::Apart if sought == Sought::Place => {}
            Fit::Apart => return None,
        }
    }
    if let (Some(x), Some(y)) = (&a.time, &b.time) {
        match times(x, y, a.lent || b.lent) {
            Fit::Same if sought == Sought::Time => score += 2,
            Fit::Same => score += 1,
            Fit::Open => {}
            Fit::Apart if sought == Sought::Time => {}
            // One article opens with the day on which the fire broke out, another with the one on which houses were cleared.
            Fit::Apart if (a.lent || b.lent) && (lasts(a) || lasts(b)) && are_near(x, y) => {}
            // How far a cabin fell is told beside the day on which the inquiry began.
            Fit::Apart if (a.lent || b.lent) && one.is_measure() && are_next(x, y) => {}
            Fit::Apart => return None,
        }
    }
    let shared = a
        .participants
        .iter()
        .filter(|name| b.participants.iter().any(|other| surname(name) == surname(other)));
    score += u32::try_from(shared.count()).unwrap_or(u32::MAX).min(2);
    // A backward look names no event by itself: it must say when or where.
    if a.background && score == 0 {
        return None;
    }
    score += u32::from(sought == Sought::Other && kinds && !a.kind.is_empty() && !b.kind.is_empty());
    let stems = in_both(&one.context, &other.context);
    score += u32::from(sought == Sought::Other && stems.take(SHARED_STEMS).count() == SHARED_STEMS);
    Some(score)
}

/// Kinds of event that writers use for one another: a riot is a clash and an attack, a storm a disaster.
const FAMILIES: [&[&str]; 3] = [
    &["attack", "crime", "shooting", "explosion", "clash", "arrest", "protest"],
    &["earthquake", "flood", "storm", "disaster", "fire"],
    &["crash", "explosion", "fire", "disaster"],
];

/// Kinds of event that last for days.
const LASTING: [&str; 8] = ["fire", "flood", "storm", "disaster", "protest", "strike", "war", "truce"];

fn lasts(event: &Event) -> bool {
    LASTING.contains(&event.kind.as_str())
}

/// How many days two dates of an event that lasts may be apart.
const NEAR_DAYS: i32 = 5;

fn are_near(a: &Time, b: &Time) -> bool {
    days_apart(a, b).is_some_and(|days| days <= NEAR_DAYS)
}

fn are_next(a: &Time, b: &Time) -> bool {
    days_apart(a, b).is_some_and(|days| days <= 1)
}

fn days_apart(a: &Time, b: &Time) -> Option<i32> {
    a.start.zip(b.start).and_then(|(a, b)| b.since(a).ok()).map(|span| span.get_days().abs())
}

/// Whether two words may name one event.
fn kinds_fit(a: &str, b: &str) -> bool {
    a.is_empty()
        || b.is_empty()
        || a == b
        || FAMILIES.iter().any(|family| family.contains(&a) && family.contains(&b))
}

enum Fit {
    Same,
    Open,
    Apart,
}

/// How many places hold one of which no more than its country and continent are known.
const COUNTRY: usize = 2;

fn places(a: &Name, b: &Name) -> Fit {
    if a.same_as(b) {
        return Fit::Same;
    }
    let holds = |outer: &Name, inner: &Name| {
        inner.within.iter().any(|place| place.eq_ignore_ascii_case(&outer.canonical))
    };
    if holds(a, b) || holds(b, a) {
        return Fit::Open;
    }
    // Two towns of one region may be one event's. Beside a place that the gazetteer does not know a known one says
    // nothing; two that it does not know are two.
    match (a.within.first(), b.within.first()) {
        (Some(x), Some(y)) if x == y && a.within.len() > COUNTRY => Fit::Open,
        (Some(_), Some(_)) => Fit::Apart,
        (None, Some(_)) | (Some(_), None) => Fit::Open,
        (None, None) => Fit::Apart,
    }
}

/// How two times fit; `lent` says that one is the day with which its article opens, and not the event's own.
fn times(a: &Time, b: &Time, lent: bool) -> Fit {
    let (Some(a_start), Some(a_end), Some(b_start), Some(b_end)) = (a.start, a.end, b.start, b.end) else {
        // "In September" of two articles without a date is one September.
        let said = a.grain >= Grain::Day && a.timex == b.timex;
        return match weekdays(a).zip(weekdays(b)) {
            // What was so by Wednesday may be of Monday.
            _ if is_open_ended(a) || is_open_ended(b) => Fit::Open,
            // Friday's quake is not Thursday's, whatever the week.
            Some((x, y)) if !lent && x.iter().all(|day| !y.contains(day)) => Fit::Apart,
            _ if said && !a.timex.ends_with("_REF") => Fit::Same,
            _ => Fit::Open,
        };
    };
    if a_start < b_end && b_start < a_end {
        let is_close = a.timex == b.timex || a.grain <= Grain::Week && b.grain <= Grain::Week;
        return if is_close { Fit::Same } else { Fit::Open };
    }
    // A night has two dates, and so has the world.
    let gap = if a_end <= b_start { b_start.since(a_end) } else { a_start.since(b_end) };
    match gap {
        Ok(gap) if gap.get_days() < 1 && a.grain <= Grain::Day && b.grain <= Grain::Day => Fit::Open,
        _ => Fit::Apart,
    }
}

/// Whether a time is one up to which something was so.
const fn is_open_ended(time: &Time) -> bool {
    matches!(time.modifier, Some(TimeMod::Before | TimeMod::OnOrBefore))
}

/// The days of the week that a time lies in, Monday as 1: a night has two.
fn weekdays(time: &Time) -> Option<Vec<i8>> {
    let placed = || time.start.filter(|_| time.grain <= Grain::Day).map(|start| start.date().weekday());
    let day = time.bare_weekday().or_else(|| Some(placed()?.to_monday_one_offset()))?;
    let night = ["TNI", "TEV"].iter().any(|part| time.timex.ends_with(part));
    Some(if night { vec![day, day % 7 + 1] } else { vec![day] })
}

fn surname(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_lowercase()
}
