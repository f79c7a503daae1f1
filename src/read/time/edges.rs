//! What stands before or behind a time and makes a bound of it.
//!
//! ```text
//! before  = "until" | "no" "earlier" "than" | "on" "or" "after" | "starting" ("on" | "in")? | …    outside of its span
//! behind  = ","? ("or" "later" | "and" "beyond" | "onwards" | "at" "the" "latest" | …)
//! closing = "and" "later" | "from" time "on"                                        where nothing follows
//! ```

use super::basics::{Out, any, behind_is, no, phrase, word};
use super::{TIME_WORDS, words};
use crate::{
    claim::Edge,
    text::{TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::opt,
    sequence::{preceded, terminated},
};

/// What the words behind a time make of it: "1994 or later", "1990 and beyond".
pub(super) fn behind(i: Tokens<'_>, bounded: bool) -> Out<'_, Edge> {
    let may_open = |at: usize| i.nth(at).is_some_and(|next| matches!(next.initial, b'o' | b'a'));
    let has_comma = i.first_is(",");
    if !may_open(usize::from(has_comma)) {
        return no();
    }
    let (i, _) = opt(word(",")).parse(i)?;
    // "until spring at the earliest" has an end that is not known.
    if bounded && i.first_is("at") {
        return no();
    }
    let closed = closing(i);
    if closed.is_ok() {
        return closed;
    }
    let (rest, edge) = alt((
        alt((
            phrase(&["or", "later"]),
            phrase(&["or", "after"]),
            phrase(&["and", "beyond"]),
            preceded(opt(word("and")), any(&["onward", "onwards"])),
            phrase(&["and", "after"]),
            phrase(&["at", "the", "earliest"]),
        ))
        .map(|()| Edge::Since),
        alt((
            phrase(&["or", "earlier"]),
            phrase(&["or", "before"]),
            phrase(&["and", "before"]),
            phrase(&["at", "the", "latest"]),
        ))
        .map(|()| Edge::Until),
    ))
    .parse(i)?;
    // "after 2016 and before 2018": the words belong to the next time.
    let leads = rest
        .first()
        .is_some_and(|next| next.kind == TokenKind::Number || next.is(TIME_WORDS | WordClass::DETERMINER));
    if leads { no() } else { Ok((rest, edge)) }
}

/// "from 1990 on", "2019 and later": words that tell a bound only where nothing follows them; "on" stands outside of the
/// time, as its "from" does.
fn closing(i: Tokens<'_>) -> Out<'_, Edge> {
    let later = alt((
        phrase(&["and", "later"]).map(|()| Edge::Since),
        phrase(&["and", "earlier"]).map(|()| Edge::Until),
    ));
    let closes = |rest: Tokens<'_>| rest.first().is_none_or(|next| next.kind == TokenKind::Punctuation);
    let from = || (1..=8).any(|back| i.behind(back).is_some_and(|token| i.spells(token, "from")));
    if i.first_is("on") && closes(i.skip(1)) && from() {
        return Ok((i, Edge::Since));
    }
    terminated(later, |rest| if closes(rest) { Ok((rest, ())) } else { no() }).parse(i)
}

/// What the words before a time make of it.
pub(super) fn before(i: Tokens<'_>) -> Option<Edge> {
    // One article or preposition may stand between: "starting on Friday", "until the end of".
    let between = behind_is(&i, 1, &["on", "at", "the", "around", "about", "from", "early", "late"]);
    [0, usize::from(between)].into_iter().take(1 + usize::from(between)).find_map(|skip| {
        let last = i.behind(skip + 1).filter(|last| words::EDGE_ENDS.holds(last, i.source()))?;
        words::EDGES.iter().find_map(|(words, edge)| {
            let mut back = words.iter().rev().enumerate();
            // Most rows end with a word of another letter.
            let may_end = words.last().is_some_and(|word| word.as_bytes()[0] == last.initial);
            let fits = may_end
                && back.all(|(n, word)| i.behind(skip + n + 1).is_some_and(|token| i.spells(token, word)));
            fits.then_some(*edge)
        })
    })
}
