//! Runs one pattern over one sentence.
//!
//! The program has no loops, and a step is looked at once for each token: what led nowhere from there leads
//! nowhere again, however it was come by. So the work is at most steps times tokens. Of the matches that start
//! at the leftmost token the one wins that skips the fewest words in gaps, then the longest, then the one that
//! the pattern names first.

use super::{
    field::Field,
    filling::{self, Fill, Places},
    look::{holds, one_place},
    reach::Reach,
    spots,
};
use crate::{
    claim::Filler,
    rules::{Pattern, Program, Sieve, SlotKind, Step},
};
use std::{cmp::Reverse, ops::Range};

/// What passing over an aside costs besides its words, so that a match without one is preferred.
const ASIDE: usize = 2;
/// What must not stand before the claim is at most this many tokens long.
const LONGEST_BEHIND: usize = 5;

/// A match of a pattern.
#[derive(Debug)]
pub(super) struct Match {
    /// The claim's own words.
    pub tokens: Range<usize>,
    /// What fills which slot of the program.
    pub fillers: Vec<(usize, Filler)>,
}

/// What was noted on the way to a step.
#[derive(Debug, Clone, Copy)]
enum Note {
    Open(usize),
    Close(usize),
    Filled(usize, Fill),
}

/// Where a way goes on.
#[derive(Debug, Clone, Copy)]
struct Start {
    step: usize,
    at: usize,
    /// How many words gaps took before.
    skipped: usize,
}

/// A way that is still to be tried.
#[derive(Debug, Clone, Copy)]
struct Way {
    start: Start,
    /// How many notes were made before.
    notes: usize,
    /// A note to make first.
    note: Option<Note>,
}

/// How far the ways of a pattern came.
#[derive(Debug)]
pub(super) struct Far {
    /// Where the furthest started.
    pub start: usize,
    /// The token that stopped it.
    pub at: usize,
    /// The steps at which ways stood there, each of which would have led on.
    pub steps: Vec<usize>,
}

/// How good a match is: the words that its gaps took, then its end; the least is the best.
type Rank = (usize, Reverse<usize>);

/// A pattern and the sentence that it is tried on.
#[derive(Clone, Copy)]
struct Trial<'t> {
    program: &'t Program,
    sieve: &'t [Sieve],
    field: &'t Field<'t>,
}

/// The matcher with its memory, kept from pattern to pattern.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    ways: Vec<Way>,
    notes: Vec<Note>,
    /// The notes of the best match from a token.
    best: Vec<Note>,
    places: Places,
    /// The tokens at which a match could start, a bit each.
    starts: Vec<u64>,
    /// From where which step could lead to a match.
    reach: Reach,
    /// Whether to keep how far the ways came, for an author who asks; no way is cut short then.
    keeps_far: bool,
    /// The furthest that any way came.
    pub far: Option<Far>,
    start: usize,
}

impl Matcher {
    /// A matcher that keeps how far the ways came.
    pub fn keeping_far() -> Self {
        Self { keeps_far: true, ..Self::default() }
    }

    /// Gives every match of a program in the field's sentence, from left to right; no two overlap.
    pub fn run(&mut self, pattern: &Pattern, field: &Field<'_>, mut found: impl FnMut(Match)) {
        let classes = &field.book.classes;
        let sieve = pattern.sieve(classes);
        // An author who asks is shown also how ways start of which nothing can come.
        let known = if self.keeps_far { None } else { self.reach.look(sieve, field) };
        if known == Some(0) {
            return;
        }
        let mut starts = std::mem::take(&mut self.starts);
        starts.clear();
        match known {
            Some(known) => starts.push(known),
            None => field.starts(pattern.first(classes), &mut starts),
        }
        let trial = Trial { program: &pattern.program, sieve, field };
        self.reach.open(sieve.len(), known.is_some(), field);
        let mut start = field.tokens.start;
        while let Some(next) = spots::next(&starts, start - field.tokens.start) {
            start = field.tokens.start + next;
            if start >= field.tokens.end {
                break;
            }
            match self.longest_from(start, trial) {
                Some(one) => {
                    start = one.tokens.end.max(start + 1);
                    found(one);
                    self.reach.reopen();
                }
                None => start += 1,
            }
        }
        self.starts = starts;
    }

    fn longest_from(&mut self, start: usize, trial: Trial<'_>) -> Option<Match> {
        let mut best: Option<Rank> = None;
        self.ways.clear();
        self.notes.clear();
        self.places.clear();
        self.start = start;
        let mut next = Some(Start { step: 0, at: start, skipped: 0 });
        while let Some(from) = next {
            if let Some(rank) = self.follow(from, trial)
                && best.is_none_or(|first| rank < first)
            {
                best = Some(rank);
                self.best.clone_from(&self.notes);
            }
            next = self.ways.pop().map(|way| {
                self.notes.truncate(way.notes);
                if let Some(note) = way.note {
                    self.notes.push(note);
                }
                way.start
            });
        }
        best.map(|(_, Reverse(end))| as_match(start, end, &self.best, &self.places))
    }

    /// Notes where a way ended.
    fn stopped(&mut self, at: usize, step: usize) {
        if !self.keeps_far {
            return;
        }
        match &mut self.far {
            Some(far) if far.at == at && far.start == self.start => far.steps.push(step),
            Some(far) if far.at >= at => {}
            Some(_) | None => self.far = Some(Far { start: self.start, at, steps: vec![step] }),
        }
    }

    /// Keeps a way for later, with a note to make first, where something could come of it.
    #[inline]
    fn keep(&mut self, start: Start, note: Option<Note>) {
        if self.reach.leads_on(start.step, start.at) {
            self.ways.push(Way { start, notes: self.notes.len(), note });
        }
    }

    /// Goes on from a step until everything matched or nothing does; side ways are kept for later.
    fn follow(&mut self, from: Start, trial: Trial<'_>) -> Option<Rank> {
        let Trial { program, sieve, field } = trial;
        let Start { mut step, mut at, mut skipped } = from;
        loop {
            if !self.reach.goes_on(step, at) {
                return None;
            }
            if at > self.start
                && let Some(before_words) = sieve[step].asides
            {
                for place in field.asides.at(at - field.tokens.start, before_words) {
                    let end = field.tokens.start + place;
                    self.keep(Start { step, at: end, skipped: skipped + ASIDE + (end - at) }, None);
                }
            }
            match &program.steps[step] {
                Step::Accept => return Some((skipped, Reverse(at))),
                Step::Jump(to) => step = *to,
                Step::Split(other) => {
                    self.keep(Start { step: *other, at, skipped }, None);
                    step += 1;
                }
                Step::Open => {
                    self.notes.push(Note::Open(at));
                    step += 1;
                }
                Step::Close => {
                    self.notes.push(Note::Close(at));
                    step += 1;
                }
                Step::Deny { end } => {
                    if self.reach.leads_on(step + 1, at) && holds(program, step + 1, at, None, field) {
                        self.stopped(at, step);
                        return None;
                    }
                    step = *end;
                }
                Step::Ahead { end } => {
                    if !holds(program, step + 1, at, None, field) {
                        self.stopped(at, step);
                        return None;
                    }
                    step = *end;
                }
                Step::DenyBehind { end } => {
                    let first = at.saturating_sub(LONGEST_BEHIND).max(field.tokens.start);
                    let stands = |from: usize| {
                        self.reach.leads_on(step + 1, from) && holds(program, step + 1, from, Some(at), field)
                    };
                    if (first..at).any(stands) {
                        self.stopped(at, step);
                        return None;
                    }
                    step = *end;
                }
                Step::Gap { most, hard } => {
                    // A gap leads to as many places as it has words, of which the next step takes few.
                    let most = usize::from(*most);
                    // An aside right behind what came before is none of the gap's words.
                    if at > self.start {
                        for behind in field.asides.at(at - field.tokens.start, false) {
                            let behind = field.tokens.start + behind;
                            for place in field.over(behind, most, *hard) {
                                let skipped = skipped + ASIDE + (place - at);
                                self.keep(Start { step: step + 1, at: place, skipped }, None);
                            }
                        }
                    }
                    let mut places = field.over(at, most, *hard);
                    let first = places.find(|place| self.reach.leads_on(step + 1, *place))?;
                    for place in places.rev() {
                        let skipped = skipped + (place - at);
                        self.keep(Start { step: step + 1, at: place, skipped }, None);
                    }
                    skipped += first - at;
                    at = first;
                    step += 1;
                }
                one => {
                    if let Some(next) = one_place(one, at, field) {
                        let Some(next) = next else {
                            self.stopped(at, step);
                            return None;
                        };
                        at = next;
                        step += 1;
                        continue;
                    }
                    filling::places(program, one, at, field, &mut self.places);
                    let skips = usize::from(is_lazy(program, step));
                    let slot = named_slot(program, one);
                    let mut first = None;
                    // Those that are preferred come first, and so lie on top.
                    while let Some((place, fill)) = self.places.ends.pop() {
                        let note = slot.zip(fill).map(|(slot, fill)| Note::Filled(slot, fill));
                        let start =
                            Start { step: step + 1, at: place, skipped: skipped + skips * (place - at) };
                        if let Some((start, note)) = first.replace((start, note)) {
                            self.keep(start, note);
                        }
                    }
                    let Some((start, note)) = first else {
                        self.stopped(at, step);
                        return None;
                    };
                    if let Some(note) = note {
                        self.notes.push(note);
                    }
                    Start { step, at, skipped } = start;
                }
            }
        }
    }
}

/// The slot that a step fills, where what fills it is kept.
fn named_slot(program: &Program, step: &Step) -> Option<usize> {
    if let Step::Slot(slot) = step {
        Some(*slot).filter(|slot| program.slots[*slot].name.is_some())
    } else {
        None
    }
}

/// Whether a step should take as few words as possible: a gap, or words up to what comes next.
fn is_lazy(program: &Program, step: usize) -> bool {
    match &program.steps[step] {
        Step::Gap { .. } => true,
        Step::Slot(slot) => {
            let slot = &program.slots[*slot];
            slot.kind == SlotKind::Words && !slot.closing
        }
        Step::Word(_)
        | Step::Words(_)
        | Step::Text(_)
        | Step::Class(_)
        | Step::Flags(_)
        | Step::Split(_)
        | Step::Jump(_)
        | Step::Deny { .. }
        | Step::Ahead { .. }
        | Step::DenyBehind { .. }
        | Step::Start
        | Step::End
        | Step::Open
        | Step::Close
        | Step::Accept => false,
    }
}

fn as_match(start: usize, end: usize, notes: &[Note], places: &Places) -> Match {
    let mut tokens = start..end;
    let mut fillers = Vec::with_capacity(notes.len());
    for note in notes {
        match *note {
            Note::Open(at) => tokens.start = at,
            Note::Close(at) => tokens.end = at,
            Note::Filled(slot, fill) => fillers.push((slot, places.filler(fill))),
        }
    }
    Match { tokens, fillers }
}
