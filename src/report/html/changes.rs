//! Values by time: figures with their bounds on one scale, and for everything else the order in which they were printed.

use super::{
    finding::{Context, letter, topic},
    markup::Markup,
    scale::Scale,
};
use crate::{
    claim::{Bound, Claim, Count, Unit},
    finding::{Finding, Verdict},
    report::{
        plain::neutral,
        wording::{counted, day},
    },
    text::Published,
};
use jiff::{
    civil::{Date, DateTime},
    tz::Offset,
};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The lines of a plot or timeline that are shown.
const SHOWN: usize = 40;

/// The sources that have a line each; those of more share one for each day and value.
const SINGLE: usize = 12;

/// Values of one topic by time.
pub(super) struct Change {
    /// The finding's element.
    pub(super) anchor: String,
    /// The verdict's word.
    pub(super) verdict: &'static str,
    /// The attribute, for filters.
    pub(super) attribute: String,
    /// The sources, for filters.
    pub(super) sources: String,
    /// What it is about.
    pub(super) topic: Markup,
    /// The round numbers of the scale with their places in per cent; none where the values are no figures.
    pub(super) marks: Vec<(Decimal, String)>,
    /// The values, in the order in which they were printed.
    pub(super) steps: Vec<Step>,
    /// The values that were left out.
    pub(super) more: usize,
}

/// A value that a source printed.
pub(super) struct Step {
    /// The day of publication.
    pub(super) day: String,
    /// The same for machines.
    pub(super) datetime: String,
    /// The letter of its position.
    pub(super) letter: String,
    /// The value.
    pub(super) display: Markup,
    /// What the article is called.
    pub(super) name: Markup,
    /// The stretch's element.
    pub(super) stretch: String,
    /// Whether nobody printed the value before.
    pub(super) is_new: bool,
    /// Its bounds on the scale.
    pub(super) bar: Option<Bar>,
}

/// The bounds of a figure on a scale, in per cent.
pub(super) struct Bar {
    /// Where they start.
    pub(super) from: Decimal,
    /// Where they end.
    pub(super) to: Decimal,
    /// How long they are.
    pub(super) length: Decimal,
    /// Whether there is no lower bound.
    pub(super) is_open_below: bool,
    /// Whether there is no upper bound.
    pub(super) is_open_above: bool,
    /// The figure as printed.
    pub(super) dot: Option<Decimal>,
    /// Whether the figure itself is outside: "more than 12".
    pub(super) is_hollow: bool,
}

/// The topics whose values differ, with the values by time: figures, then everything else that moved.
pub(super) fn changes(context: &Context<'_>) -> (Vec<Change>, Vec<Change>) {
    let (mut plots, mut timelines) = (Vec::new(), Vec::new());
    for (at, finding) in context.story.findings.iter().enumerate() {
        if finding.verdict == Verdict::Incomparable || finding.positions.len() < 2 {
            continue;
        }
        let printed = printed(context, finding);
        if let Some(scale) = scale(&printed) {
            plots.push(change(context, at, finding, &printed, Some(&scale)));
        } else if times(context, &printed) > 1 {
            timelines.push(change(context, at, finding, &printed, None));
        }
    }
    (plots, timelines)
}

/// What was printed: a position's claims of one source, or where there are many of one day.
struct Printed<'s> {
    position: usize,
    claim: &'s Claim,
    sources: BTreeSet<usize>,
}

/// What a finding's sources printed, in the order in which they did; what has no date comes last.
fn printed<'s>(context: &Context<'s>, finding: &Finding) -> Vec<Printed<'s>> {
    let mut printed: Vec<(usize, &Claim)> = finding
        .positions
        .iter()
        .enumerate()
        .flat_map(|(at, position)| position.claims.iter().map(move |id| (at, id)))
        .map(|(at, id)| (at, &context.story.claims[id.0]))
        .collect();
    printed.sort_by_key(|(at, claim)| {
        let time = context.story.sources[claim.source].published.map(Published::instant);
        (time.is_none(), time, claim.source, *at, claim.span)
    });
    let sources: BTreeSet<usize> = printed.iter().map(|(_, claim)| claim.source).collect();
    let by_day = sources.len() > SINGLE;
    let mut rows: Vec<Printed<'_>> = Vec::new();
    let mut places = BTreeMap::new();
    for (position, claim) in printed {
        let key = if by_day {
            (position, time(context, claim).map(DateTime::date), None)
        } else {
            (position, None, Some(claim.source))
        };
        let place = *places.entry(key).or_insert(rows.len());
        if place == rows.len() {
            rows.push(Printed { position, claim, sources: BTreeSet::new() });
        }
        rows[place].sources.insert(claim.source);
    }
    rows
}

fn time(context: &Context<'_>, claim: &Claim) -> Option<DateTime> {
    context.story.sources[claim.source].published.map(|published| published.at)
}

/// How many times of publication there are.
fn times(context: &Context<'_>, printed: &[Printed<'_>]) -> usize {
    let times: BTreeSet<_> = printed.iter().filter_map(|row| time(context, row.claim)).collect();
    times.len()
}

/// The scale of figures of one unit.
fn scale(printed: &[Printed<'_>]) -> Option<Scale> {
    let counts: Option<Vec<&Count>> = printed.iter().map(|row| row.claim.value.count()).collect();
    let counts = counts?;
    if counts.windows(2).any(|two| !is_one_unit(&two[0].unit, &two[1].unit)) {
        return None;
    }
    let figures = counts.iter().flat_map(|count| {
        let bound = &count.bound;
        [bound.stated(), bound.min(), bound.max()].into_iter().flatten()
    });
    Scale::holding(figures)
}

/// Whether two figures can stand on one scale; what is counted is the topic's business.
fn is_one_unit(a: &Unit, b: &Unit) -> bool {
    matches!((a, b), (Unit::Of(_) | Unit::None, Unit::Of(_) | Unit::None)) || a == b
}

fn change(
    context: &Context<'_>,
    at: usize,
    finding: &Finding,
    printed: &[Printed<'_>],
    scale: Option<&Scale>,
) -> Change {
    let mut seen = BTreeSet::new();
    let shared = shared_days(context, printed);
    let sources: BTreeSet<usize> = printed.iter().flat_map(|row| row.sources.iter().copied()).collect();
    let sources: Vec<String> = sources.iter().map(ToString::to_string).collect();
    let steps = printed
        .iter()
        .take(SHOWN)
        .map(|&Printed { position, claim, ref sources }| {
            let published = context.story.sources[claim.source].published;
            Step {
                day: published
                    .map_or_else(|| "no date".to_owned(), |at| moment(at, shared.contains(&at.at.date()))),
                datetime: published.map(|at| at.at.date().to_string()).unwrap_or_default(),
                letter: letter(position),
                display: Markup::words(&finding.positions[position].display),
                name: match sources.len() {
                    1 => Markup::words(&context.names[claim.source]),
                    several => Markup::words(&counted(several, "outlet")),
                },
                stretch: context.stretches.around(claim).1,
                is_new: seen.insert(position),
                bar: scale.and_then(|scale| Some(bar(scale, &claim.value.count()?.bound))),
            }
        })
        .collect();
    Change {
        anchor: context.anchor(at),
        verdict: finding.verdict.word(),
        attribute: neutral(&finding.attribute).into_owned(),
        sources: sources.join(" "),
        topic: Markup::words(&topic(finding)),
        marks: scale.map_or_else(Vec::new, |scale| {
            scale.marks().into_iter().map(|mark| (scale.place(mark), grouped(mark))).collect()
        }),
        steps,
        more: printed.len().saturating_sub(SHOWN),
    }
}

/// The days on which several values were printed at different times.
fn shared_days(context: &Context<'_>, printed: &[Printed<'_>]) -> BTreeSet<Date> {
    let mut times: BTreeMap<Date, BTreeSet<DateTime>> = BTreeMap::new();
    for at in printed.iter().filter_map(|row| time(context, row.claim)) {
        times.entry(at.date()).or_default().insert(at);
    }
    times.into_iter().filter(|(_, times)| times.len() > 1).map(|(day, _)| day).collect()
}

/// The day of publication, with the time where that orders values of one day.
fn moment(published: Published, is_shared: bool) -> String {
    if !is_shared || !published.has_time {
        return day(published);
    }
    let zone = match published.offset {
        None => String::new(),
        Some(Offset::UTC) => " UTC".to_owned(),
        Some(offset) => format!(" UTC{offset}"),
    };
    format!("{}{}{zone}", day(published), published.at.strftime(", %H:%M"))
}

/// A round number as it is printed beside the scale.
fn grouped(mark: Decimal) -> String {
    Count::exactly(mark).to_string()
}

fn bar(scale: &Scale, bound: &Bound) -> Bar {
    let from = bound.min().map_or(Decimal::ZERO, |min| scale.place(min));
    let to = bound.max().map_or(Decimal::ONE_HUNDRED, |max| scale.place(max));
    Bar {
        from,
        to,
        length: to - from,
        is_open_below: bound.min().is_none(),
        is_open_above: bound.max().is_none(),
        dot: bound.stated().map(|stated| scale.place(stated)),
        is_hollow: matches!(
            bound,
            Bound::MoreThan(_) | Bound::LessThan(_) | Bound::JustOver { .. } | Bound::JustUnder { .. }
        ),
    }
}
