//! What was found in single articles, for reading: the tables of `extract` and `mentions`.

use super::{
    place::Lines,
    plain::neutral,
    value::{kind, short},
};
use crate::{
    claim::{Certainty, Claim, Mention, Polarity, Value},
    text::{Source, Span},
};
use std::fmt::Write;

/// The columns that a quoted passage may take.
const QUOTE: usize = 60;

/// The claims of an article as a passage of text.
#[must_use]
pub fn extracted(source: &Source, claims: &[Claim]) -> String {
    let rows = claims.iter().map(|claim| Row {
        span: claim.span,
        what: claim.attribute.clone(),
        value: stance(claim),
    });
    page(source, rows)
}

/// The mentions of an article as a passage of text; kinds that only rules see are left out.
#[must_use]
pub fn mentioned(source: &Source, mentions: &[(Mention, Value)]) -> String {
    let rows = mentions.iter().filter_map(|(mention, value)| {
        Some(Row { span: mention.span, what: kind(mention.kind)?.to_owned(), value: short(value) })
    });
    page(source, rows)
}

/// One line of a listing.
struct Row {
    span: Span,
    what: String,
    value: String,
}

/// The value as shown, with what the article does not vouch for.
fn stance(claim: &Claim) -> String {
    let mut shown = claim.display.clone();
    if claim.stance.polarity == Polarity::Negated {
        shown.push_str(" (denied)");
    }
    match claim.stance.certainty {
        Certainty::Asserted | Certainty::Reported => {}
        Certainty::Planned => shown.push_str(" (planned)"),
        Certainty::Possible => shown.push_str(" (possible)"),
    }
    shown
}

fn page(source: &Source, rows: impl Iterator<Item = Row>) -> String {
    let lines = Lines::of(source);
    let mut page = format!("{}\n", neutral(source.path.as_deref().unwrap_or(&source.id)));
    for Row { span, what, value } in rows {
        let (line, column) = lines.place_of(span);
        let place = format!("{line}:{column}");
        let quote = cut(&source.text[span.range()]);
        // Writing to a string cannot fail.
        let _ = writeln!(page, "  {place:>7}  {what:<14} {:<24} {quote}", neutral(&value));
    }
    page
}

/// A passage on one line, what is long cut.
fn cut(written: &str) -> String {
    let written = neutral(&written[..written.floor_char_boundary(4 * QUOTE)]).into_owned();
    let words: Vec<&str> = written.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(QUOTE) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
