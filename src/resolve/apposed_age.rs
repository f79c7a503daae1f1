//! Whether an age behind a name is of the article's own day: "Boudreau, 47, joined in 2009" tells how old he is now, whatever
//! else the sentence looks back at.
//!
//! What was said in an earlier year ("Felt, 92, told a reporter in 2006") was said at that age.

use super::event::Frame;
use crate::{
    claim::{Event, Grain, Mention, MentionKind},
    text::WordClass,
};
use std::ops::Range;

/// What stands before an age that is of another time: "Jane Doe, then 32,".
const THEN: [&str; 4] = ["then", "later", "was", "were"];

/// How many tokens of a phrase in apposition may stand before its age: "Jane Doe, a retired 77-year-old".
const PHRASE: usize = 3;

/// Among how many tokens behind the age its verb is looked for.
const VERB: usize = 4;

/// How many mentions back the name may stand.
const NEAR: usize = 4;

/// Whether the age at mention `at` looks back; `None` where it is not in apposition, so that its sentence decides.
pub(super) fn looks_back(
    frame: &Frame<'_>,
    sentence: &Range<usize>,
    at: &Mention,
    event: &Event,
) -> Option<bool> {
    let Frame { document, mentions, .. } = *frame;
    if at.kind != MentionKind::Age {
        return None;
    }
    let text = |at: usize| document.text(document.tokens[at].span);
    let from = sentence.start.max(at.tokens.start.saturating_sub(PHRASE));
    let opener = (from..at.tokens.start).rev().find(|&at| matches!(text(at), "," | "("))?;
    let then = (opener..at.tokens.start).any(|at| THEN.contains(&text(at)));
    let first = mentions.partition_point(|one| one.tokens.start < opener);
    let named = mentions[..first]
        .iter()
        .rev()
        .take(NEAR)
        .any(|one| one.kind == MentionKind::Person && one.tokens.end == opener);
    if then || !named {
        return None;
    }
    let behind = at.tokens.end..sentence.end.min(at.tokens.end + VERB);
    let speaks = behind.into_iter().any(|at| document.tokens[at].is(WordClass::SPEECH));
    Some(speaks && event.time.as_ref().is_some_and(|time| time.grain >= Grain::Year))
}
