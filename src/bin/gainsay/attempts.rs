//! How far patterns came and what was claimed, for a rule's author: what `explain`, `rules explain` and `rules try` share.

use gainsay::{
    check::Explanation,
    claim::Claim,
    extract::{Attempt, Fit, Held, Outcome},
    report::neutral,
    text::{Source, Span},
};

/// The words of a span on one line.
pub fn words(source: &Source, span: Span) -> String {
    neutral(&source.text[span.range()]).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What came of a pattern.
pub fn told(source: &Source, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Matched(fits) => {
            let quoted: Vec<String> =
                fits.iter().map(|fit| format!("\"{}\"", words(source, fit.span))).collect();
            format!("matched {}", quoted.join(" and "))
        }
        Outcome::Stopped { matched, expected, found } => {
            let after =
                matched.map_or_else(String::new, |span| format!(" after \"{}\"", words(source, span)));
            let found =
                found.map_or_else(|| "the end".to_owned(), |span| format!("\"{}\"", words(source, span)));
            format!("expected {expected}{after}, found {found}")
        }
        Outcome::NotStarted => "found nothing that starts it".to_owned(),
        Outcome::OtherBlock => "does not read blocks of this kind".to_owned(),
    }
}

/// How far a pattern came: what it matched, then the bytes that it had matched where it stopped.
pub fn reach(outcome: &Outcome) -> (u8, usize) {
    match outcome {
        Outcome::Matched(fits) => (3, fits.first().map_or(0, |fit| fit.span.len())),
        Outcome::Stopped { matched, .. } => (2, matched.map_or(0, Span::len)),
        Outcome::OtherBlock => (1, 0),
        Outcome::NotStarted => (0, 0),
    }
}

/// The attempts, those that came furthest first.
pub fn furthest_first(attempts: &[Attempt]) -> Vec<&Attempt> {
    let mut attempts: Vec<&Attempt> = attempts.iter().collect();
    attempts.sort_by_key(|attempt| std::cmp::Reverse(reach(&attempt.outcome)));
    attempts
}

/// A claim: its attribute and value, the rule that made it where that is to be said, and its words.
pub fn claimed(source: &Source, claim: &Claim, rule: Option<&str>) -> String {
    let rule = rule.map_or_else(String::new, |rule| format!("  ({rule})"));
    format!("{} {}{rule}: \"{}\"", claim.attribute, neutral(&claim.display), words(source, claim.span))
}

/// What the slots of a match hold, a line each: the slot, its type, the value that was read, the words.
pub fn held(source: &Source, explanation: &Explanation, fit: &Fit) -> Vec<String> {
    let line = |held: &Held| {
        let Held { slot, kind, span, .. } = held;
        let values: Vec<String> = explanation.values_of(held).map(ToString::to_string).collect();
        let value = if values.is_empty() { "-".to_owned() } else { neutral(&values.join(", ")).into_owned() };
        format!("{slot:<10} {:<12} {value:<20} {}", kind.word(), words(source, *span))
    };
    fit.slots.iter().map(line).collect()
}
