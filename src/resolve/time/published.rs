//! When an article was published, by its own words where nobody said.
//!
//! A dated line is a dateline, a byline, or a short line near the top that holds little but a full date: "February 01,
//! 2026", "Last updated at 11:24, Tuesday, 18 June 2013". A full date in the opening words before a dash or bracket counts
//! too: "SAN SALVADOR, 9 JAN 90 (DPA)".

use super::context::Context;
use super::order::{self, DateOrder};
use super::period::Period;
use super::place;
use crate::{
    claim::{Calendar, Mention, Point, Said, TimeExpression, TimeSaid, YearSaid},
    resolve::Prefer,
    text::{BlockKind, Document, Published, PublishedFrom},
};

/// How many blocks from the top may hold a dated line that is not labelled as one.
const TOP: usize = 12;

/// How many words a dated line has at most.
const WORDS: usize = 24;

/// When an article was published: as given, or as its own datelines say.
pub(in crate::resolve) fn published(document: &Document<'_>, mentions: &[Mention]) -> Option<Published> {
    let written = || {
        let order = order::of_article(document, mentions, None);
        let dated = |labelled: bool| {
            mentions.iter().find_map(|mention| {
                let at = full_date(mention, order)?;
                stands_in_dated_line(document, mention, labelled).then_some(at)
            })
        };
        let (at, has_time) = dated(true).or_else(|| dated(false))?;
        Some(Published { at, has_time, offset: None, from: PublishedFrom::Dateline })
    };
    document.source.published.or_else(written)
}

/// The instant of a mention that states day, month and year, with whether it states a time of day.
fn full_date(mention: &Mention, order: Option<DateOrder>) -> Option<(jiff::civil::DateTime, bool)> {
    let Said::Time(time) = &mention.said else { return None };
    let TimeExpression { said: TimeSaid::Point(point), edge: None, .. } = time.as_ref() else { return None };
    let date = match point {
        Point::Calendar(date) => date,
        Point::Clock { day: Some(day), .. } => match day.as_ref() {
            Point::Calendar(date) => date,
            _ => return None,
        },
        _ => return None,
    };
    if !matches!(date, Calendar { year: YearSaid::Absolute(_), month: Some(_), day: Some(_), .. }) {
        return None;
    }
    let nowhere = Context {
        now: None,
        has_time: false,
        focus: None,
        focus_day: None,
        is_another_holiday: false,
        quarter: None,
        day: None,
        story_year: None,
        prefer: Prefer::Past,
        lean: None,
        given: None,
        order,
    };
    let period = place::period(point, &nowhere)?;
    Some((period.start()?, matches!(period, Period::Clock(..))))
}

/// Whether a date stands where an article is dated.
fn stands_in_dated_line(document: &Document<'_>, mention: &Mention, labelled: bool) -> bool {
    let sentence = &document.sentences[mention.sentence];
    let kind = document.kind_of(sentence);
    if labelled {
        return matches!(kind, BlockKind::Dateline | BlockKind::Byline);
    }
    if sentence.block >= TOP {
        return false;
    }
    let tokens = &sentence.tokens;
    let short = tokens.len() <= WORDS && !ends_like_a_sentence(document, tokens.end);
    let opens = mention.tokens.start - tokens.start <= 6
        && document
            .tokens
            .get(mention.tokens.end)
            .is_some_and(|next| matches!(document.text(next.span), "(" | "-" | "–" | "—" | "["));
    short || opens && sentence.block <= 3
}

/// Whether a mark closes the words before a token, as it does no dated line: "On 3 May 1972 Bern woke to this:".
fn ends_like_a_sentence(document: &Document<'_>, end: usize) -> bool {
    end.checked_sub(1)
        .and_then(|last| document.tokens.get(last))
        .is_some_and(|last| matches!(document.text(last.span), "." | "!" | "?" | ":"))
}
