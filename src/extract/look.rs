//! What takes one token at most, and what a pattern only looks at: whether the words under `!` or `&` stand somewhere.
//!
//! Used by [`super::matcher`].

use super::{
    field::Field,
    filling::{self, Places},
};
use crate::rules::{Program, Step};

/// What stands under `!` or `&` may try this many steps; one that needs more is held not to match.
const DENIAL_BUDGET: usize = 1_600;

/// Where a step leads that leads to one place at most; `None` where it may lead to several.
#[inline]
pub(super) fn one_place(step: &Step, at: usize, field: &Field<'_>) -> Option<Option<usize>> {
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
pub(super) fn holds(
    program: &Program,
    first: usize,
    at: usize,
    end: Option<usize>,
    field: &Field<'_>,
) -> bool {
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
    let mut places = Places::default();
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
                    ways.extend(places.ends.drain(..).rev().map(|(place, _)| (step + 1, place)));
                }
            },
        }
    }
    false
}
