//! Whether a value is one of two between which its article leaves the choice: "born in 1987 or 1988", "in Lyon or Paris".
//!
//! Either is merely possible, and so neither is held against what others say. Used by [`super::claim`].

use super::event::Frame;
use crate::claim::MentionKind;

/// How many mentions before and behind one may start next to it: one within another does.
const BESIDE: usize = 4;

/// Whether "or" joins the mention at a place with another of its kind.
pub(super) fn is_one_of_two(frame: &Frame<'_>, at: usize) -> bool {
    let Frame { document, mentions, .. } = *frame;
    let Some(mention) = mentions.get(at).filter(|mention| mention.kind != MentionKind::Quotation) else {
        return false;
    };
    let is_or = |at: usize| document.tokens.get(at).is_some_and(|token| document.spells(token, "or"));
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let mut near = mentions[at.saturating_sub(BESIDE)..].iter().take(2 * BESIDE + 1);
    near.any(|other| {
        other.kind == mention.kind
            && (is_or(end) && other.tokens.start == end + 1
                || start > 0 && is_or(start - 1) && other.tokens.end == start - 1)
    })
}
