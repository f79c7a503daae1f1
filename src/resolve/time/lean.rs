//! Which way the words around one time lean, looked for when its form first asks.
//!
//! A full date, a length or what recurs is placed without them; [`super::tense`] and [`super::planned`] say what they look for.

use super::{
    planned,
    tense::{self, Tense},
};
use crate::{claim::Edge, text::Document};
use std::{cell::OnceCell, ops::Range};

/// The words around a time.
#[derive(Debug)]
pub(super) struct Lean<'w> {
    document: &'w Document<'w>,
    sentence: &'w Range<usize>,
    time: &'w Range<usize>,
    edge: Option<Edge>,
    planned: OnceCell<bool>,
    tense: OnceCell<Tense>,
}

impl<'w> Lean<'w> {
    /// Those around the time that `time` are the tokens of; `is_traded` where it is a month that goods are traded for.
    pub(super) fn of(
        document: &'w Document<'w>,
        sentence: &'w Range<usize>,
        time: &'w Range<usize>,
        edge: Option<Edge>,
        is_traded: bool,
    ) -> Self {
        let planned = if is_traded { OnceCell::from(true) } else { OnceCell::new() };
        Self { document, sentence, time, edge, planned, tense: OnceCell::new() }
    }

    fn is_planned(&self) -> bool {
        *self.planned.get_or_init(|| planned::is_planned(self.document, self.sentence, self.time))
    }

    /// What the words say.
    pub(super) fn tense(&self) -> Tense {
        let around = || tense::around(self.document, self.sentence, self.time, self.edge);
        *self.tense.get_or_init(|| if self.is_planned() { Tense::Future } else { around() })
    }

    /// Whether a past verb touches the time.
    pub(super) fn is_told(&self) -> bool {
        self.tense() == Tense::Past && tense::is_told(self.document, self.sentence, self.time)
    }

    /// Whether "will", "is due" or the like governs the time.
    pub(super) fn is_promised(&self) -> bool {
        self.is_planned()
            || self.tense() == Tense::Future && tense::is_promised(self.document, self.sentence, self.time)
    }
}
