//! Conversions in brackets that are not the figure before them, however both were rounded: "310 kilometres (215 miles)".
//!
//! ```text
//! converted = figure "(" word? figure "-"? ")"     of one kind in two units, where no other figure leads up to the first
//! ```
//!
//! A conversion that fits is a part of its figure; two figures stand apart here because [`crate::read`] could not make
//! one of the other.

use crate::{
    claim::{Article, Count, Mention, MentionKind, Value},
    text::{Document, TokenKind, WordClass},
};
use std::ops::Range;

/// So many tokens before a figure no other stands: the inches of "five foot, seven-inch (170 cm)" are not what was converted.
const BEFORE: usize = 3;

/// A figure and what it is said to be in another unit.
pub(super) struct Converted {
    pub sentence: usize,
    /// The whole of it, brackets and all.
    pub tokens: Range<usize>,
    pub sides: [(Range<usize>, Value); 2],
}

/// The conversions of an article that do not fit, in order of place.
pub(super) fn misfits(article: &Article<'_>) -> Vec<Converted> {
    let (document, mentions) = (article.document, article.mentions);
    let quantities: Vec<usize> =
        (0..mentions.len()).filter(|at| mentions[*at].kind == MentionKind::Quantity).collect();
    let pairs = quantities.windows(2).map(|two| (two[0], two[1]));
    pairs
        .filter(|&(first, second)| is_bracketed(document, &mentions[first], &mentions[second]))
        .filter_map(|(first, second)| {
            let value = |at: usize| article.values().get(at).cloned();
            let sides = [first, second].map(|at| Some((mentions[at].tokens.clone(), value(at)?)));
            let [Some(left), Some(right)] = sides else { return None };
            let (Value::Count(one), Value::Count(other)) = (&left.1, &right.1) else { return None };
            are_of_one_kind(one, other).then(|| Converted {
                sentence: mentions[first].sentence,
                tokens: mentions[first].tokens.start..mentions[second].tokens.end + 1,
                sides: [left, right],
            })
        })
        .collect()
}

/// Whether the second figure stands alone in the brackets behind the first, to which no other leads up.
fn is_bracketed(document: &Document<'_>, first: &Mention, second: &Mention) -> bool {
    let text = |at: usize| document.tokens.get(at).map_or("", |token| document.text(token.span));
    let opener = first.tokens.end;
    let is_open = text(opener) == "("
        && (opener + 1 == second.tokens.start
            || opener + 2 == second.tokens.start && matches!(text(opener + 1), "or" | "some"));
    let is_closed = text(second.tokens.end) == ")"
        || text(second.tokens.end) == "-" && text(second.tokens.end + 1) == ")";
    let start =
        document.sentences[first.sentence].tokens.start.max(first.tokens.start.saturating_sub(BEFORE));
    let leads_up = || {
        document.tokens[start..first.tokens.start]
            .iter()
            .any(|token| token.kind == TokenKind::Number || token.is(WordClass::UNIT | WordClass::CARDINAL))
    };
    first.sentence == second.sentence && is_open && is_closed && !leads_up()
}

/// Whether two figures measure one thing in two units. Of degrees it may be a difference that was converted.
fn are_of_one_kind(one: &Count, other: &Count) -> bool {
    match (&one.si, &other.si) {
        (Some(a), Some(b)) => {
            a.1 == b.1 && a.1 != "kelvin" && one.unit != other.unit && one.conversions.is_empty()
        }
        _ => false,
    }
}
