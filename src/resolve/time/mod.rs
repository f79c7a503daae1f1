//! Places time expressions: against the article's date, the date in focus, and tense.
//!
//! What cannot be placed keeps a name with the unknown fields as X and has no instants: data, not an error.

mod calendar;
mod context;
mod day;
mod ended;
mod holidays;
mod home;

mod lean;
mod length;

mod order;

mod part;

mod period;

mod place;

mod planned;

mod published;

mod quoted;
mod stretch;

mod tense;

mod zone;

pub(super) use published::published;

use super::{Anchor, Prefer};

use crate::claim::{
    Amount, Calendar, CountFrom, Dateless, Edge, Grain, Length, Mention, Name, PartForm, Point, Portion,
    Recurrence, Said, StretchPlace, Time, TimeExpression, TimeMod, TimeSaid, TimeUnit, TimexType, Which,
    YearSaid,
};

use crate::text::Document;

use period::Period;

use context::Context;
use lean::Lean;
use place::Placed;

use tense::Tense;

/// The times of those of a document's mentions that are times, in the same order; `names` has the name of each that is one.
pub(super) fn times(
    document: &Document<'_>,
    mentions: &[Mention],
    names: &[Option<&Name>],
    anchor: &Anchor,
) -> Vec<Time> {
    let mut kept = Context {
        now: anchor.published.map(|published| published.at),
        has_time: anchor.published.is_some_and(|published| published.has_time),
        focus: None,
        focus_day: None,
        quarter: None,
        day: None,
        story_year: anchor.story_year,
        prefer: anchor.prefer,
        lean: None,
        given: None,
        is_another_holiday: false,
        order: order::of_article(document, mentions, anchor.published.map(|published| published.at.date())),
    };
    let mut last_of_range = None;
    // The sentence that last spoke of a day: a time of day in the next one is on that day.
    let mut told_in = 0;
    mentions
        .iter()
        .enumerate()
        .filter_map(|(at, mention)| {
            let Said::Time(expression) = &mention.said else { return None };
            // The last end of a range is a mention of its own, and was placed with the range.
            if let Some((end, period)) = last_of_range.take()
                && matches!(&expression.said, TimeSaid::Point(point) if *point == end)
            {
                let (time, placed) =
                    whole(expression, point_at(&end, period, false, expression.edge, &kept), &kept);
                remember(&mut kept, expression, placed);
                return Some(time);
            }
            let sentence = &document.sentences[mention.sentence].tokens;
            let is_traded = planned::is_traded(document, sentence, &mention.tokens);
            let lean = Lean::of(document, sentence, &mention.tokens, expression.edge, is_traded);
            let mut context = Context {
                prefer: if is_traded { Prefer::Future } else { anchor.prefer },
                lean: Some(&lean),
                given: None,
                is_another_holiday: home::is_another(expression, document, mentions, names, mention),
                ..kept
            };
            if let Some(day) = quoted::said_on(document, mentions, at, &context) {
                let said = Context { now: Some(day.at(0, 0, 0, 0)), has_time: false, day: None, ..context };
                let (time, placed) = time(expression, &said);
                remember(&mut kept, expression, placed);
                return Some(time);
            }
            let is_lacking = day::is_lacking(expression);
            let in_sentence =
                is_lacking.then(|| day::of_sentence(document, mentions, at, &context)).flatten();
            let before = || day::before(expression, &context).filter(|_| mention.sentence <= told_in + 1);
            context.day = in_sentence.or_else(|| is_lacking.then(before).flatten());
            context.quarter = ended::quarter(document, mentions, at, &context).or(context.quarter);
            (kept.day, kept.quarter) = (context.day, context.quarter);
            let (mut time, placed) = time(expression, &context);
            time.day_assumed =
                in_sentence.is_none() && time.start.is_some() && day::is_lacking_for_clock(expression);
            last_of_range = stretch::range_end(expression, placed, &context);
            if last_of_range.is_some() {
                // The words around a range lean for both of its ends.
                (kept.prefer, kept.given) = (context.prefer, Some(context.tense()));
            }
            remember(&mut kept, expression, placed);
            if matches!(placed, Some(Period::Day(_) | Period::Part(..) | Period::Clock(..))) {
                told_in = mention.sentence;
            }
            Some(time)
        })
        .collect()
}

/// Keeps what later expressions count from.
fn remember(context: &mut Context<'_>, expression: &TimeExpression, placed: Option<Period>) {
    if let Some(period) = placed {
        let own = matches!(
            expression.said,
            TimeSaid::Point(Point::Quarter {
                year: YearSaid::Unstated(_) | YearSaid::Relative(Which::This),
                ..
            })
        );
        if own && matches!(period, Period::Quarter(_)) {
            context.quarter = Some(period);
        }
        context.focus = Some(period);
        if matches!(period, Period::Day(_) | Period::Part(..) | Period::Clock(..)) {
            context.focus_day = period.first_day();
        }
        return;
    }
    // "the nine months": what is compared from here on is the year so far.
    if let TimeSaid::Length(Length { parts })
    | TimeSaid::Stretch { length: Length { parts }, place: StretchPlace::First(None) } = &expression.said
        && let [(Amount::Exactly(months), TimeUnit::Month)] = parts.as_slice()
        && (*months == rust_decimal::Decimal::from(9) || *months == rust_decimal::Decimal::from(6))
        && let Some(Period::Quarter(day)) = context.quarter
    {
        context.quarter = Some(Period::Year(day.year()));
    }
}

/// The value of an expression, and the period that it sets in focus.
fn time(expression: &TimeExpression, context: &Context<'_>) -> (Time, Option<Period>) {
    let found = match &expression.said {
        TimeSaid::Dateless(reference) => (reference_time(*reference, context), None),
        TimeSaid::Point(point) => point_time(point, expression.edge, context),
        TimeSaid::Range { from, to } => stretch::range_time(from, to, context),
        TimeSaid::Length(length) => (stretch::length_time(length, expression.edge, context), None),
        TimeSaid::Stretch { length, place } => (stretch::stretch_time(length, place, context), None),
        TimeSaid::Recurring(set) => (set_time(set), None),
    };
    whole(expression, found, context)
}

/// A value with what its expression says around it: bounds, and the zone.
fn whole(
    expression: &TimeExpression,
    found: (Time, Option<Period>),
    context: &Context<'_>,
) -> (Time, Option<Period>) {
    let (mut time, focus) = found;
    let from_edge = match expression.edge {
        Some(Edge::Before | Edge::JustBefore) => Some(TimeMod::Before),
        Some(Edge::Until) => Some(TimeMod::OnOrBefore),
        Some(Edge::After | Edge::JustAfter) => Some(TimeMod::After),
        Some(Edge::Since) => Some(TimeMod::OnOrAfter),
        Some(Edge::In | Edge::Within) | None => None,
    };
    let bounded = !matches!(time.timex_type, TimexType::Duration | TimexType::Set)
        && !matches!(expression.said, TimeSaid::Dateless(_));
    time.modifier = expression.modifier.or(from_edge.filter(|_| bounded));
    if let (TimeSaid::Point(Point::Shifted { later, .. }), Some(bound)) =
        (&expression.said, expression.modifier)
    {
        bound_distance(&mut time, *later, bound, context);
    }
    time.zone = expression.zone.clone().map(|name| {
        let offsets = zone::offsets(&name, time.start.or(time.end).or(context.now));
        Box::new((name, offsets))
    });
    (time, focus)
}

/// "More than two years ago" lies before that day, "less than a week ago" behind it and before now.
fn bound_distance(time: &mut Time, later: bool, bound: TimeMod, context: &Context<'_>) {
    let (start, end) = (time.start, time.end);
    let farther = match bound {
        TimeMod::MoreThan | TimeMod::EqualOrMore => true,
        TimeMod::LessThan => false,
        // "nearly two weeks ago" is about as long ago.
        TimeMod::EqualOrLess
        | TimeMod::Before
        | TimeMod::After
        | TimeMod::OnOrBefore
        | TimeMod::OnOrAfter
        | TimeMod::Start
        | TimeMod::Mid
        | TimeMod::End
        | TimeMod::Approx => return,
    };
    (time.start, time.end) = match (farther, later) {
        (true, false) => (None, if bound == TimeMod::MoreThan { start } else { end }),
        (true, true) => (start, None),
        (false, false) => (start, context.now),
        (false, true) => (context.now, end),
    };
}

fn reference_time(reference: Dateless, context: &Context<'_>) -> Time {
    let (name, start) = match reference {
        Dateless::Past => ("PAST_REF", None),
        Dateless::Present => ("PRESENT_REF", context.now),
        Dateless::Future => ("FUTURE_REF", None),
    };
    Time { start, end: None, ..Time::named_only(TimexType::Date, name.to_owned(), Grain::Day) }
}

fn point_time(point: &Point, edge: Option<Edge>, context: &Context<'_>) -> (Time, Option<Period>) {
    let (period, from_story) = match place::place(point, context) {
        Placed::At(period) => (period, false),
        Placed::AtStoryYear(period) => (period, true),
        Placed::Named(name) => {
            let candidates = order::candidates(point, context);
            return (Time { candidates, ..unplaced(point, name) }, None);
        }
    };
    point_at(point, period, from_story, edge, context)
}

/// How far "just after" and "shortly before" a time of day reach, in minutes.
const NEAR_MINUTES: i64 = 30;

fn moved(from: Option<jiff::civil::DateTime>, minutes: i64) -> Option<jiff::civil::DateTime> {
    from?.checked_add(jiff::Span::new().minutes(minutes)).ok()
}

/// The value of a point that is placed.
fn point_at(
    point: &Point,
    period: Period,
    from_story: bool,
    edge: Option<Edge>,
    context: &Context<'_>,
) -> (Time, Option<Period>) {
    let (start, end) = match point {
        // "later that year" goes on from what was told before.
        Point::Part { form: PartForm::ByNow, of, .. }
            if matches!(
                **of,
                Point::Relative { which: Which::Same | Which::Previous | Which::Following, .. }
            ) =>
        {
            period.start().zip(period.end())
        }
        Point::Part { part, form: PartForm::ByNow, .. } => part::cut_by_now(period, *part, context),
        Point::Part { part, .. } => part::bounds(period, *part),
        _ => period.start().zip(period.end()),
    }
    .unzip();
    let clock = matches!(period, Period::Clock(..));
    let fiscal = matches!(point, Point::FiscalYear(_));
    // "before the end of the year" ends with the year, "after the start of March" starts with March.
    let (start, end) = match (point, edge) {
        (Point::Part { part: Portion::End, .. }, Some(Edge::Before | Edge::JustBefore | Edge::Until)) => {
            (end, end)
        }
        (Point::Part { part: Portion::Start, .. }, Some(Edge::After | Edge::JustAfter | Edge::Since)) => {
            (start, start)
        }
        _ => (start, end),
    };
    let (start, end) = match edge {
        // No rule says when a fiscal year starts.
        _ if fiscal => (None, None),
        Some(Edge::JustBefore) if clock => (moved(start, -NEAR_MINUTES), start),
        Some(Edge::JustAfter) if clock => (start, moved(start, NEAR_MINUTES)),
        Some(Edge::Before | Edge::JustBefore) => (None, start),
        // Asked to look ahead, what is due by Friday lies between now and then.
        Some(Edge::Until) if context.prefer == Prefer::Future && context.tense() != Tense::Past => {
            (context.now.filter(|now| end.is_some_and(|end| *now < end)), if clock { start } else { end })
        }
        Some(Edge::Until) => (None, if clock { start } else { end }),
        Some(Edge::After | Edge::JustAfter) => (if clock { start } else { end }, None),
        Some(Edge::Since) => (start, None),
        Some(Edge::In | Edge::Within) | None => (start, end),
    };
    let time = Time {
        start,
        end,
        year_from_story: from_story,
        ..Time::named_only(period.timex_type(), period.name(), period.grain())
    };
    (time, Some(period))
}

/// A point that has no place: its name and grain are known at most.
fn unplaced(point: &Point, name: String) -> Time {
    let (timex_type, grain) = match point {
        Point::Clock { clock, .. } => (TimexType::Time, period::clock_grain(*clock)),
        Point::PartOfDay { .. } => (TimexType::Time, Grain::DayPart),
        Point::Calendar(Calendar { day: None, weekday: None, month: Some(_), .. }) => {
            (TimexType::Date, Grain::Month)
        }
        Point::Calendar(Calendar { day: None, weekday: None, month: None, .. }) | Point::FiscalYear(_) => {
            (TimexType::Date, Grain::Year)
        }
        Point::Relative { unit, .. } => (TimexType::Date, period::unit_grain(*unit)),
        Point::Shifted { length, .. } => (TimexType::Date, length::grain(length)),
        Point::Quarter { .. } | Point::Comparable { .. } | Point::Half { .. } | Point::Season { .. } => {
            (TimexType::Date, Grain::Quarter)
        }
        Point::WeekOf { .. } | Point::WeekOfYear { .. } => (TimexType::Date, Grain::Week),
        Point::Decade(_) => (TimexType::Date, Grain::Decade),
        Point::Century(_) => (TimexType::Date, Grain::Century),
        Point::Calendar(_)
        | Point::DaysFromNow(_)
        | Point::WeekdayOf { .. }
        | Point::NthWeekday { .. }
        | Point::Holiday { .. }
        | Point::Nth { .. }
        | Point::Part { .. }
        | Point::Now => (TimexType::Date, Grain::Day),
    };
    let name = match point {
        Point::Shifted { length, later, origin: origin @ (CountFrom::Now | CountFrom::Focus) }
            if length::is_vague(length) || length::finest(length) < TimeUnit::Day =>
        {
            match (*later, origin) {
                // "a few days later" in a story is not to come; "minutes later" and "an hour earlier" say how far.
                (true, CountFrom::Focus) => length::name(length),
                (false, _) if !length::is_vague(length) => length::name(length),
                (false, _) => "PAST_REF".to_owned(),
                (true, _) => "FUTURE_REF".to_owned(),
            }
        }
        _ => name,
    };
    Time::named_only(timex_type, name, grain)
}

fn set_time(set: &Recurrence) -> Time {
    let (name, grain) = match set {
        Recurrence::Every(length) => (length::name(length), length::grain(length)),
        Recurrence::Weekday { weekday, part } => {
            let part = part.map_or_else(String::new, |part| format!("T{}", period::part_code(part)));
            (format!("XXXX-WXX-{weekday}{part}"), Grain::Day)
        }
        Recurrence::Month(month) => (format!("XXXX-{month:02}"), Grain::Month),
        Recurrence::DayOfMonth(day) => (format!("XXXX-XX-{day:02}"), Grain::Day),
        Recurrence::Date { month, day } => (format!("XXXX-{month:02}-{day:02}"), Grain::Day),
        // A feast that moves comes once a year.
        Recurrence::Holiday(name) => match holidays::fixed(name) {
            Some((month, day)) => (format!("XXXX-{month:02}-{day:02}"), Grain::Day),
            None => ("P1Y".to_owned(), Grain::Year),
        },
        Recurrence::Season(season) => (format!("XXXX-{}", period::season_code(*season)), Grain::Quarter),
        Recurrence::Quarter(number) => (format!("XXXX-Q{number}"), Grain::Quarter),
        Recurrence::Part(part) => (format!("XXXX-XX-XXT{}", period::part_code(*part)), Grain::DayPart),
        Recurrence::Weekend => ("XXXX-WXX-WE".to_owned(), Grain::Week),
    };
    Time::named_only(TimexType::Set, name, grain)
}
