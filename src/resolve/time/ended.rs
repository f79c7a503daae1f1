//! Which quarter "the quarter ended Sept. 30" is: the three months up to the day that is said, by the quarter most of
//! them lie in.

use super::context::Context;
use super::period::{Period, moved};
use super::place;
use super::tense::Tense;
use crate::{
    claim::{Calendar, Mention, Point, Said, TimeSaid, YearSaid},
    text::Document,
};
use jiff::ToSpan;

/// How many days the middle of a quarter lies before its end.
const HALF: i64 = 45;

/// The quarter of a mention behind which the day stands that it ended on; where the article has named a quarter it is that
/// one, which may be a fiscal one.
pub(super) fn quarter(
    document: &Document<'_>,
    mentions: &[Mention],
    at: usize,
    context: &Context<'_>,
) -> Option<Period> {
    if context.quarter.is_some() {
        return None;
    }
    let here = &mentions[at];
    let Said::Time(time) = &here.said else { return None };
    if !matches!(
        time.said,
        TimeSaid::Point(
            Point::Quarter { number: None, .. } | Point::Comparable { year: YearSaid::Unstated(_) }
        )
    ) {
        return None;
    }
    let verb = document.text(document.tokens.get(here.tokens.end)?.span);
    let tense = match verb {
        "ended" => Tense::Past,
        "ending" => Tense::Open,
        _ => return None,
    };
    let next = mentions.get(at + 1)?;
    let Said::Time(next_time) = &next.said else { return None };
    let TimeSaid::Point(last) = &next_time.said else { return None };
    let day = matches!(last, Point::Calendar(Calendar { day: Some(_), .. }));
    // "ended on June 30"
    if !day || next.tokens.start > here.tokens.end + 2 {
        return None;
    }
    let last = place::period(last, &Context { given: Some(tense), ..*context })?.first_day()?;
    Some(Period::Quarter(moved(last, (-HALF).days())?))
}
