//! Figures that a text itself puts aside: an update with its words, never a second figure of the text.

use gainsay::{
    Checker, Options,
    finding::{Reason, Verdict},
    read,
    rules::RuleBook,
    text::Source,
};

/// The verdicts on the killed of two articles, with the words that correct.
fn killed(old: &str, new: &str) -> Vec<(Verdict, Option<String>)> {
    let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
    let source =
        |id: &str, text: &str| Source { id: id.to_owned(), text: text.to_owned(), ..Source::default() };
    let report = checker.check(&[source("old", old), source("new", new)]);
    let findings = report.stories.iter().flat_map(|story| &story.findings);
    findings
        .filter(|finding| finding.attribute == "killed")
        .map(|finding| {
            let words = match &finding.reason {
                Reason::Corrected { words, .. } => Some(words.clone()),
                _ => None,
            };
            (finding.verdict, words)
        })
        .collect()
}

const OLD: &str =
    "Ferry sinks off the coast\n\nFive people were killed when a ferry sank on Monday, police said.";

#[test]
fn a_correction_is_an_update_with_its_words() {
    let new = "Ferry sinks off the coast\n\n\
               Three people were killed, not five as first reported, when a ferry sank on Monday, police said.";
    let words =
        "Three people were killed, not five as first reported, when a ferry sank on Monday, police said.";
    assert_eq!(killed(OLD, new), [(Verdict::Updated, Some(words.to_owned()))]);
}

#[test]
fn a_note_on_an_earlier_version_is_no_figure_of_its_own() {
    let new = "Ferry sinks off the coast\n\nThree people were killed when a ferry sank on Monday, police said.\n\n\
               An earlier version of this article said that five people were killed.";
    let words = "An earlier version of this article said that five people were killed.";
    assert_eq!(killed(OLD, new), [(Verdict::Updated, Some(words.to_owned()))]);
}

#[test]
fn a_lower_figure_without_such_words_is_a_conflict() {
    let new =
        "Ferry sinks off the coast\n\nThree people were killed when a ferry sank on Monday, police said.";
    assert_eq!(killed(OLD, new), [(Verdict::Conflict, None)]);
}
