//! Runs one pattern over one sentence.
//!
//! The program has no loops, and a step is looked at once for each token: what led nowhere from there leads
//! nowhere again, however it was come by. So the work is at most steps times tokens. Of the matches that start
//! at the leftmost token the one wins that skips the fewest words in gaps, then the longest, then the one that
//! the pattern names first.

use super::{field::Field, filling, reach::Reach, spots};
use crate::{
    claim::Filler,
    rules::{Pattern, Program, SlotKind, Step},
};
use std::{cmp::Reverse, ops::Range};

/// What stands under `!` or `&` may try this many steps; one that needs more is held not to match.
const DENIAL_BUDGET: usize = 1_600;
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
#[derive(Debug, Clone)]
enum Note {
    Open(usize),
    Close(usize),
    Filled(usize, Filler),
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
#[derive(Debug)]
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

/// The places a step leads to, in the order of preference.
pub(super) type Places = Vec<(usize, Option<Filler>)>;

/// The matcher with its memory, kept from pattern to pattern.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    seen: Vec<u64>,
    /// The words of `seen` that are not nought.
    touched: Vec<usize>,
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
        let outlook = pattern.outlook(&field.book.classes);
        if !self.keeps_far && field.spots.lacks(&outlook.needs) {
            return;
        }
        let mut starts = std::mem::take(&mut self.starts);
        starts.clear();
        // An author who asks is shown also how ways start of which nothing can come.
        let known = if self.keeps_far { None } else { self.reach.look(&pattern.program, outlook, field) };
        match known {
            Some(known) => starts.push(known),
            None => field.starts(pattern.first(&field.book.classes), &mut starts),
        }
        let program = &pattern.program;
        let mut start = field.tokens.start;
        let mut is_fresh = false;
        while let Some(next) = spots::next(&starts, start - field.tokens.start) {
            start = field.tokens.start + next;
            if start >= field.tokens.end {
                break;
            }
            if !is_fresh {
                self.forget(program, field);
                is_fresh = true;
            }
            match self.longest_from(start, program, field) {
                Some(one) => {
                    start = one.tokens.end.max(start + 1);
                    found(one);
                    is_fresh = false;
                }
                None => start += 1,
            }
        }
        self.starts = starts;
    }

    fn forget(&mut self, program: &Program, field: &Field<'_>) {
        // Only what was touched is cleared: a sentence of a megabyte has many matches.
        for word in self.touched.drain(..) {
            self.seen[word] = 0;
        }
        let bits = program.steps.len() * (field.tokens.len() + 1);
        if self.seen.len() < bits.div_ceil(64) {
            self.seen.resize(bits.div_ceil(64), 0);
        }
    }

    /// Whether a step is looked at for a token for the first time.
    fn is_new(&mut self, step: usize, at: usize, field: &Field<'_>) -> bool {
        let bit = step * (field.tokens.len() + 1) + (at - field.tokens.start);
        let word = &mut self.seen[bit / 64];
        if *word == 0 {
            self.touched.push(bit / 64);
        }
        let is_new = *word & (1 << (bit % 64)) == 0;
        *word |= 1 << (bit % 64);
        is_new
    }

    /// Whether a step could lead to a match from a token.
    #[inline]
    fn leads_on(&self, step: usize, at: usize, field: &Field<'_>) -> bool {
        self.reach.leads_on(step, at - field.tokens.start)
    }

    fn longest_from(&mut self, start: usize, program: &Program, field: &Field<'_>) -> Option<Match> {
        let mut best: Option<Rank> = None;
        self.ways.clear();
        self.notes.clear();
        self.start = start;
        self.ways.push(Way { start: Start { step: 0, at: start, skipped: 0 }, notes: 0, note: None });
        while let Some(way) = self.ways.pop() {
            self.notes.truncate(way.notes);
            if let Some(note) = way.note {
                self.notes.push(note);
            }
            if let Some(rank) = self.follow(way.start, program, field)
                && best.is_none_or(|first| rank < first)
            {
                best = Some(rank);
                if self.ways.is_empty() {
                    std::mem::swap(&mut self.best, &mut self.notes);
                } else {
                    self.best.clone_from(&self.notes);
                }
            }
        }
        best.map(|(_, Reverse(end))| as_match(start, end, self.best.drain(..)))
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

    /// Goes on from a step until everything matched or nothing does; side ways are kept for later.
    fn follow(&mut self, from: Start, program: &Program, field: &Field<'_>) -> Option<Rank> {
        let Start { mut step, mut at, mut skipped } = from;
        loop {
            if !self.leads_on(step, at, field) || !self.is_new(step, at, field) {
                return None;
            }
            if at > self.start
                && !field.asides.is_empty()
                && let Some(before_words) = program.passes_asides(step)
            {
                for end in field.asides_at(at, before_words) {
                    let start = Start { step, at: end, skipped: skipped + ASIDE + (end - at) };
                    self.ways.push(Way { start, notes: self.notes.len(), note: None });
                }
            }
            match &program.steps[step] {
                Step::Accept => return Some((skipped, Reverse(at))),
                Step::Jump(to) => step = *to,
                Step::Split(other) => {
                    self.ways.push(Way {
                        start: Start { step: *other, at, skipped },
                        notes: self.notes.len(),
                        note: None,
                    });
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
                    if self.leads_on(step + 1, at, field) && holds(program, step + 1, at, None, field) {
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
                        self.leads_on(step + 1, from, field)
                            && holds(program, step + 1, from, Some(at), field)
                    };
                    if (first..at).any(stands) {
                        self.stopped(at, step);
                        return None;
                    }
                    step = *end;
                }
                Step::Gap { most, hard } if !self.keeps_far => {
                    // A gap leads to as many places as it has words, of which the next step takes few.
                    let last = field.tokens.end.min(at + usize::from(*most));
                    let last = (at..last).find(|over| !*hard && field.bars(*over)).unwrap_or(last);
                    let fits = |place: &usize| self.leads_on(step + 1, *place, field);
                    let first = (at..=last).find(fits)?;
                    let notes = self.notes.len();
                    for place in (first + 1..=last).rev() {
                        if !self.leads_on(step + 1, place, field) {
                            continue;
                        }
                        let start = Start { step: step + 1, at: place, skipped: skipped + (place - at) };
                        self.ways.push(Way { start, notes, note: None });
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
                    let slot = if let Step::Slot(slot) = one { *slot } else { 0 };
                    let mut places = std::mem::take(&mut self.places);
                    filling::places(program, one, at, field, &mut places);
                    let mut choices = places.drain(..);
                    let first = choices.next();
                    let notes = self.notes.len();
                    let skips = usize::from(is_lazy(program, step));
                    for (place, filler) in choices.rev() {
                        let note = filler.map(|filler| Note::Filled(slot, filler));
                        let skipped = skipped + skips * (place - at);
                        self.ways.push(Way {
                            start: Start { step: step + 1, at: place, skipped },
                            notes,
                            note,
                        });
                    }
                    self.places = places;
                    let Some((place, filler)) = first else {
                        self.stopped(at, step);
                        return None;
                    };
                    if let Some(filler) = filler {
                        self.notes.push(Note::Filled(slot, filler));
                    }
                    skipped += skips * (place - at);
                    at = place;
                    step += 1;
                }
            }
        }
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

/// Where a step leads that leads to one place at most; `None` where it may lead to several.
#[inline]
fn one_place(step: &Step, at: usize, field: &Field<'_>) -> Option<Option<usize>> {
    let next_if = |fits: bool| Some(fits.then_some(at + 1));
    match step {
        Step::Word(word) => next_if(field.token(at).is_some_and(|token| token.word == *word)),
        Step::Words(words) => {
            next_if(field.token(at).is_some_and(|token| words.binary_search(&token.word).is_ok()))
        }
        Step::Text(text) => next_if(field.is(at, text)),
        Step::Flags(flags) => next_if(field.token(at).is_some_and(|token| token.is(*flags))),
        Step::Start => Some(field.at_start(at).then_some(at)),
        Step::End => Some(field.at_end(at).then_some(at)),
        Step::Class(_)
        | Step::Slot(_)
        | Step::Gap { .. }
        | Step::Split(_)
        | Step::Jump(_)
        | Step::Deny { .. }
        | Step::Ahead { .. }
        | Step::DenyBehind { .. }
        | Step::Open
        | Step::Close
        | Step::Accept => None,
    }
}

/// Whether the steps from `first` up to an accepting one match at a token, and end at `end` where that is given.
fn holds(program: &Program, first: usize, at: usize, end: Option<usize>, field: &Field<'_>) -> bool {
    // Most of what is asked for is a word or two in a row: there is one way, and it needs no memory.
    let (mut step, mut here) = (first, at);
    loop {
        match &program.steps[step] {
            Step::Accept => return end.is_none_or(|end| end == here),
            Step::Open | Step::Close => step += 1,
            one => match one_place(one, here, field) {
                Some(Some(next)) => (step, here) = (step + 1, next),
                Some(None) => return false,
                None => break,
            },
        }
    }
    let mut ways = vec![(step, here)];
    let mut budget = DENIAL_BUDGET;
    let mut places = Places::new();
    while let Some((step, at)) = ways.pop() {
        budget -= 1;
        if budget == 0 {
            return false;
        }
        match &program.steps[step] {
            Step::Accept => {
                if end.is_none_or(|end| end == at) {
                    return true;
                }
            }
            Step::Jump(to) => ways.push((*to, at)),
            Step::Split(other) => ways.extend([(*other, at), (step + 1, at)]),
            Step::Open | Step::Close => ways.push((step + 1, at)),
            Step::Deny { end } => {
                if !holds(program, step + 1, at, None, field) {
                    ways.push((*end, at));
                }
            }
            Step::Ahead { end } => {
                if holds(program, step + 1, at, None, field) {
                    ways.push((*end, at));
                }
            }
            Step::DenyBehind { end } => ways.push((*end, at)),
            one => match one_place(one, at, field) {
                Some(next) => ways.extend(next.map(|next| (step + 1, next))),
                None => {
                    filling::places(program, one, at, field, &mut places);
                    ways.extend(places.drain(..).rev().map(|(place, _)| (step + 1, place)));
                }
            },
        }
    }
    false
}

fn as_match(start: usize, end: usize, notes: impl Iterator<Item = Note>) -> Match {
    let mut tokens = start..end;
    let mut fillers = Vec::new();
    for note in notes {
        match note {
            Note::Open(at) => tokens.start = at,
            Note::Close(at) => tokens.end = at,
            Note::Filled(slot, filler) => fillers.push((slot, filler)),
        }
    }
    Match { tokens, fillers }
}
