//! What times are placed against, and which of several like periods the words pick.

use super::{lean::Lean, order::DateOrder, period::Period, tense::Tense};
use crate::{claim::Which, resolve::Prefer};
use jiff::civil::{Date, DateTime};

/// What a point is placed against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'w> {
    /// The article's date and time.
    pub(super) now: Option<DateTime>,
    /// Whether its time of day is known.
    pub(super) has_time: bool,
    /// The last date that the article spoke of.
    pub(super) focus: Option<Period>,
    /// The last single day that the article spoke of.
    pub(super) focus_day: Option<Date>,
    /// The last quarter that the article spoke of.
    pub(super) quarter: Option<Period>,
    /// The day that the sentence speaks of.
    pub(super) day: Option<Date>,
    /// The year that the story's other articles share.
    pub(super) story_year: Option<i16>,
    /// Which way a bare time leans.
    pub(super) prefer: Prefer,
    /// The words around the time; none where there are no words.
    pub(super) lean: Option<&'w Lean<'w>>,
    /// The tense where it is known without those words.
    pub(super) given: Option<Tense>,
    /// Whether the holiday that the time names is another country's of the same name.
    pub(super) is_another_holiday: bool,
    /// Whether days or months stand first in the article's figures, where that is known.
    pub(super) order: Option<DateOrder>,
}

/// Which side of now a bare time lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Back,
    Ahead,
    Nearest,
}

impl Context<'_> {
    /// What the words around say.
    pub(super) fn tense(&self) -> Tense {
        self.given.or_else(|| self.lean.map(Lean::tense)).unwrap_or(Tense::Open)
    }

    /// Whether a past verb touches the time.
    fn is_told(&self) -> bool {
        self.lean.is_some_and(Lean::is_told)
    }

    /// Whether "will", "is due" or the like governs the time.
    fn is_promised(&self) -> bool {
        self.lean.is_some_and(Lean::is_promised)
    }

    pub(super) fn today(&self) -> Option<Date> {
        self.now.map(DateTime::date)
    }

    /// Where a date without a year lies.
    pub(super) fn side(&self) -> Side {
        match (self.prefer, self.tense()) {
            (Prefer::Future, Tense::Past) | (Prefer::Past, Tense::Past) => Side::Back,
            (_, Tense::Future) | (Prefer::Future, Tense::Open) => Side::Ahead,
            (Prefer::Past, Tense::Open) | (_, Tense::Either) => Side::Nearest,
        }
    }

    /// Picks among like periods, one a year: the one that lies on the right side of now.
    pub(super) fn pick_year(&self, which: Which, of: impl Fn(i16) -> Option<Period>) -> Option<Period> {
        let today = self.today()?;
        let year = today.year();
        let candidates = || (year.saturating_sub(1)..=year.saturating_add(1)).filter_map(&of);
        let first = |period: &Period| period.first_day();
        let over = |period: &Period| period.end().is_some_and(|end| end.date() <= today);
        let holds = |period: &Period| first(period).is_some_and(|day| day <= today) && !over(period);
        match which {
            // "this winter" in February began last year.
            Which::This => candidates().find(holds).or_else(|| of(year)),
            Which::Same => of(year),
            // "last February" on 1 March is that of the year before: the other one is last month.
            Which::Last | Which::ThisPast | Which::Previous => {
                let found = candidates().filter(|period| over(period) && !holds(period)).last()?;
                let just = matches!(found, Period::Month(_))
                    && found.end().is_some_and(|end| days_between(end.date(), today) < 28);
                if just { of(first(&found)?.year() - 1) } else { Some(found) }
            }
            Which::Next | Which::ThisComing | Which::Following => {
                candidates().find(|period| first(period).is_some_and(|day| day > today))
            }
            Which::BeforeLast => candidates().filter(over).last()?.step(-1),
            Which::AfterNext => {
                candidates().find(|period| first(period).is_some_and(|day| day > today))?.step(1)
            }
            Which::Bare if self.prefer == Prefer::Future && self.tense() != Tense::Past => {
                candidates().find(|period| !over(period))
            }
            Which::Bare => {
                // The words lean one way, but a date that is far nearer on the other side is meant all the same.
                let (back, ahead) = match self.side() {
                    Side::Back if self.is_told() => (1, 60),
                    Side::Back => (1, 6),
                    Side::Ahead if self.is_promised() => (6, 1),
                    Side::Ahead => (3, 1),
                    Side::Nearest => (2, 5),
                };
                candidates().min_by_key(|period| {
                    let days = first(period).map_or(i64::MAX, |day| days_between(today, day));
                    let since = period.end().map_or(i64::MAX, |end| days_between(end.date(), today));
                    if holds(period) {
                        0
                    } else if days > 0 {
                        days.saturating_mul(ahead)
                    } else {
                        since.saturating_mul(back)
                    }
                })
            }
        }
    }
}

/// The days from one date to another, negative backwards.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

impl Context<'_> {
    /// A quarter by number: results are of the one that has begun last, plans of the next one.
    pub(super) fn pick_quarter(&self, which: Which, of: impl Fn(i16) -> Option<Period>) -> Option<Period> {
        match (which, self.tense(), self.prefer) {
            (Which::Bare, Tense::Future, Prefer::Past) if !self.is_promised() => {
                Self { given: Some(Tense::Open), ..*self }.nearest_quarter(of)
            }
            (Which::Bare, Tense::Past | Tense::Open | Tense::Either, Prefer::Past) => {
                Self { given: Some(Tense::Past), ..*self }.pick_year(which, of)
            }
            (_, _, _) => self.pick_year(which, of),
        }
    }

    pub(super) fn nearest_quarter(&self, of: impl Fn(i16) -> Option<Period>) -> Option<Period> {
        let today = self.today()?;
        let year = today.year();
        (year.saturating_sub(1)..=year.saturating_add(1)).filter_map(of).min_by_key(|period| {
            period.first_day().map_or(i64::MAX, |day| {
                let days = days_between(today, day);
                days.abs()
            })
        })
    }

    /// The quarter that is spoken of, else the last one that is over.
    pub(super) fn quarter_in_focus(&self) -> Option<Period> {
        match self.quarter {
            Some(quarter) => Some(quarter),
            None => Period::Quarter(self.today()?).step(-1),
        }
    }
}
