//! The abbreviation that an article gives for a name: "the Salt River Organizing Committee (SROC)".
//!
//! ```text
//! gloss = name "(" [ "the" ] ABBREVIATION ")"
//!       | name "," [ "or" | [ "also" ] "known as" ] [ "the" ] ABBREVIATION
//! ```

use super::names::{Names, Place};
use crate::text::{Case, Document};

/// The fewest letters of an abbreviation that tells what it stands for.
const SHORTEST: usize = 3;

/// The abbreviation that stands behind a name as its own, where there is one.
pub(super) fn behind<'d>(place: &Place, names: &Names<'_>, document: &'d Document<'_>) -> Option<&'d str> {
    let run = names.run(place);
    let end = document.sentences[run.sentence].tokens.end;
    let mut at = names.tokens(place).end;
    let mut take = |words: &[&str]| {
        let matches = words
            .iter()
            .enumerate()
            .all(|(n, word)| at + n < end && document.spells(&document.tokens[at + n], word));
        at += if matches { words.len() } else { 0 };
        matches
    };
    if take(&[","]) {
        take(&["also"]);
        let _ = take(&["or"]) || take(&["known", "as"]);
    } else if !take(&["("]) {
        return None;
    }
    take(&["the"]);
    let token = document.tokens.get(at).filter(|_| at < end)?;
    let written = document.text(token.span);
    let is_whole = token.case == Case::Upper && written.chars().count() >= SHORTEST;
    let closes =
        at + 1 == end || matches!(document.text(document.tokens[at + 1].span), ")" | "," | "." | ";");
    (is_whole && closes).then_some(written)
}
