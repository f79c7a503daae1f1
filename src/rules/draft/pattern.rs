//! Checks and compiles one pattern of a rule: that its value compares as the rule says, and that something in it is rare.
//!
//! The pattern language itself is [`crate::rules::pattern`]'s.

use crate::rules::{
    fault::Fault,
    file::How,
    pattern::{self, Anchor, Pattern, SlotKind, Tree, Vocabulary, compile},
};
use std::ops::Range;
use toml::Spanned;

/// The slot that gives a claim its value.
const VALUE: &str = "value";

/// A pattern that stands in a rule file.
pub(super) fn one_pattern(
    source: &Spanned<String>,
    tree: Result<Tree<'_>, Fault>,
    text: &str,
    how: How,
    has_constant: bool,
    triggers: &[Anchor],
    words: &Vocabulary<'_>,
) -> Result<Pattern, Fault> {
    let written = source.get_ref();
    let in_file = |mut fault: Fault| {
        fault.place = place_in_string(text, &source.span(), &fault.place);
        fault
    };
    let tree = tree.map_err(in_file)?;
    for (kind, place) in pattern::slots_named(&tree, VALUE) {
        if !tree.holds_in_body(&place) {
            return Err(in_file(Fault::new(
                place,
                "the value stands outside the claim's words, which begin behind `<<` and end before `>>`",
                "move the mark, so that a report shows the value among the words it rests on",
            )));
        }
        if has_constant {
            return Err(in_file(Fault::new(
                place,
                "this slot gives the value, and so does the `constant` of the claim",
                "remove the `constant`, or leave out the slot's name, as in `<number>`",
            )));
        }
        if !gives(kind, how) {
            return Err(in_file(Fault::new(
                place,
                format!("a {} cannot be compared by `how = \"{}\"`", kind.word(), how_word(how)),
                format!("use a slot of type {}", choices(how)),
            )));
        }
    }
    if let Some(place) = pattern::filled_again(&tree, VALUE).filter(|_| !takes_several(how)) {
        return Err(in_file(Fault::new(
            place,
            format!("`how = \"{}\"` compares one value, and another slot has given it", how_word(how)),
            "give this slot another name, which keeps what fills it as a detail, or leave its name out",
        )));
    }
    let needed: &[&str] = if has_constant { &[] } else { &[VALUE] };
    let mut pattern = compile(written, &tree, needed, words).map_err(in_file)?;
    if !triggers.is_empty() {
        pattern.anchors = triggers.to_vec();
    }
    if pattern.anchors.is_empty() {
        return Err(in_file(nothing_rare(written)));
    }
    Ok(pattern)
}

/// What a pattern is told that would have to be tried everywhere.
pub(in crate::rules) fn nothing_rare(written: &str) -> Fault {
    Fault::new(
        0..written.len(),
        "nothing in this pattern is rare enough to look for",
        "add a telling word to it, or name the words that must be near in `triggers`",
    )
}

/// Whether a slot of this kind gives a value that compares that way.
fn gives(kind: SlotKind, how: How) -> bool {
    use SlotKind as S;
    match how {
        How::Count => matches!(
            kind,
            S::Number
                | S::Digits
                | S::Ordinal
                | S::Percent
                | S::Money
                | S::Quantity
                | S::Age
                | S::People
                | S::Group
                | S::Duration
        ),
        How::Time => matches!(kind, S::Time | S::Date | S::Clock),
        How::Duration => matches!(kind, S::Duration | S::Ordinal | S::Quantity | S::Age),
        How::Place => matches!(kind, S::Place | S::Organization | S::Proper | S::Words | S::Word),
        How::Spelling => matches!(kind, S::Person | S::Organization | S::Place),
        How::Names | How::Holder => {
            matches!(
                kind,
                S::Names
                    | S::Person
                    | S::Name
                    | S::Organization
                    | S::Place
                    | S::Proper
                    | S::Title
                    | S::Words
                    | S::Word
            )
        }
        How::Scope => !matches!(kind, S::Quotation),
        How::Words => true,
        How::Title => matches!(kind, S::Title | S::Word | S::Words),
        How::Polarity => true,
    }
}

/// Whether all that fills several slots is one value.
const fn takes_several(how: How) -> bool {
    match how {
        How::Names | How::Holder | How::Scope | How::Polarity => true,
        How::Count | How::Time | How::Duration | How::Place | How::Spelling | How::Words | How::Title => {
            false
        }
    }
}

fn choices(how: How) -> String {
    let words: Vec<_> =
        SlotKind::ALL.iter().filter(|kind| gives(**kind, how)).map(|kind| kind.word()).collect();
    words.join(", ")
}

/// The word for a comparison in rule files.
pub(super) const fn how_word(how: How) -> &'static str {
    match how {
        How::Count => "count",
        How::Time => "time",
        How::Duration => "duration",
        How::Place => "place",
        How::Names => "names",
        How::Holder => "holder",
        How::Spelling => "spelling",
        How::Scope => "scope",
        How::Words => "words",
        How::Title => "title",
        How::Polarity => "polarity",
    }
}

/// The bytes of the file that a place inside a TOML string stands at; escapes are counted as they are written.
fn place_in_string(text: &str, string: &Range<usize>, place: &Range<usize>) -> Range<usize> {
    let Some(written) = text.get(string.clone()) else { return string.clone() };
    let quotes = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { 1 };
    let literal = written.starts_with('\'');
    let body = written.get(quotes..written.len().saturating_sub(quotes)).unwrap_or("");
    let newline = if quotes == 3 { body.len() - body.trim_start_matches(['\r', '\n']).len() } else { 0 };
    let mut starts = Vec::new();
    let mut rest = body[newline..].char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let width = if c == '\\' && !literal {
            let escape = rest.next().map_or('\\', |(_, escape)| escape);
            let digits = match escape {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            let code: String = (0..digits).filter_map(|_| rest.next()).map(|(_, digit)| digit).collect();
            u32::from_str_radix(&code, 16).ok().and_then(char::from_u32).map_or(1, char::len_utf8)
        } else {
            c.len_utf8()
        };
        starts.extend(std::iter::repeat_n(at, width));
    }
    let origin = string.start + quotes + newline;
    let end = body.len() - newline;
    let of = |at: usize| origin + starts.get(at).copied().unwrap_or(end);
    of(place.start)..of(place.end).max(of(place.start))
}
