//! `gainsay rules try` and `gainsay rules explain`: where one pattern, or every pattern of a rule, matches in articles, and
//! how far it came where it does not.

use crate::{
    args::{ExplainRule, Reading, Try, Voice},
    attempts::{claimed, furthest_first, held, reach, told, words},
    complaint, input,
    output::Output,
    rules::{named, print},
    status::Status,
};
use gainsay::{
    Checker, Error, Options,
    check::Explanation,
    extract::{Asked, Outcome},
    ingest, read,
    report::{Lines, neutral},
    rules::RuleBook,
    text::Source,
};
use std::fmt::Write;

/// The most sentences that are shown of a pattern that matches nowhere.
const SHOWN: usize = 5;

/// Tries one pattern.
pub fn pattern(options: &Try, voice: Voice) -> Result<Status, Vec<Error>> {
    let (book, doubts) =
        RuleBook::of_pattern(&read::closed_words(), &options.folders.rules, &options.pattern)?;
    let checker = Checker::new(book, Options { reference: options.reference, ..Options::default() });
    let inputs = if options.inputs.is_empty() { &["-".to_owned()] } else { options.inputs.as_slice() };
    let (sources, problems) = articles(inputs, options.text.as_deref())?;
    let explained: Vec<(&Source, Vec<Explanation>)> =
        sources.iter().map(|source| (source, checker.explanations(source, Asked::Every))).collect();
    let (mut matches, mut page) = (0, String::new());
    for (source, explanations) in &explained {
        let found = matched(source, explanations);
        if found.0 > 0 {
            matches += found.0;
            page.push_str(&found.1);
        }
    }
    let sentences: usize = explained.iter().map(|(_, explanations)| explanations.len()).sum();
    if matches == 0 {
        page.push_str(&nearly(&explained));
    }
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{} in {}", counted(matches, "match", "es"), counted(sentences, "sentence", "s"));
    let mut output = Output::unless(voice.quiet);
    output.write(&page).and_then(|()| output.flush()).map_err(|error| vec![error])?;
    if !voice.quiet {
        complaint::doubt(&doubts);
    }
    Ok(complaint::show(&problems))
}

/// Shows how far every pattern of a rule came.
pub fn rule(options: &ExplainRule, voice: Voice) -> Result<Status, Vec<Error>> {
    let reading = Reading { inputs: options.inputs.clone(), manner: options.manner.clone() };
    let (checker, settings) = input::checker(&reading)?;
    let rules = named(&options.rule, checker.book()).map_err(|error| {
        let all = RuleBook::load(&read::closed_words(), &options.manner.rules);
        let is_off = all.is_ok_and(|all| named(&options.rule, &all).is_ok());
        vec![if is_off { off(&options.rule, &settings.path) } else { error }]
    })?;
    let (sources, problems) = articles(&options.inputs, options.text.as_deref())?;
    let mut page = String::new();
    for number in rules {
        let rule = &checker.book().rules[number];
        let _ = writeln!(page, "{}: {}", rule.name(), rule.summary);
        let mut looked = 0;
        for source in &sources {
            let explanations = checker.explanations(source, Asked::CalledOf(number));
            looked += explanations.len();
            let lines = Lines::of(source);
            for explanation in &explanations {
                let (line, column) = lines.place_of(explanation.sentence);
                let _ = writeln!(page, "\n{}:{line}:{column}", neutral(name(source)));
                page.push_str(&sentence(source, explanation));
            }
        }
        if looked == 0 {
            page.push_str("\nno sentence holds a word that a pattern of this rule waits for\n");
        }
    }
    print(&page, voice)?;
    Ok(complaint::show(&problems))
}

/// The articles of the inputs or of a short text, and what could not be read.
fn articles(inputs: &[String], text: Option<&str>) -> Result<(Vec<Source>, Vec<Error>), Vec<Error>> {
    if let Some(text) = text {
        let source = Source { id: "text".to_owned(), text: text.to_owned(), ..Source::default() };
        return Ok((vec![source], Vec::new()));
    }
    let read = ingest::sources(inputs, std::io::stdin().lock());
    if read.sources.is_empty() && !read.problems.is_empty() {
        return Err(read.problems);
    }
    Ok((read.sources, read.problems))
}

fn name(source: &Source) -> &str {
    source.path.as_deref().unwrap_or(&source.id)
}

/// How many matches an article holds, and each with its place and what its slots hold.
fn matched(source: &Source, explanations: &[Explanation]) -> (usize, String) {
    let lines = Lines::of(source);
    let (mut matches, mut page) = (0, format!("{}\n", neutral(name(source))));
    for explanation in explanations {
        for attempt in &explanation.attempts {
            let Outcome::Matched(fits) = &attempt.outcome else { continue };
            matches += fits.len();
            for fit in fits {
                let (line, column) = lines.place_of(fit.span);
                let place = format!("{line}:{column}");
                // Writing to a string cannot fail.
                let _ = writeln!(page, "  {place:>7}  {}", words(source, fit.span));
                for line in held(source, explanation, fit) {
                    let _ = writeln!(page, "             {line}");
                }
                if !explanation.block.is_story() {
                    page.push_str(
                        "             not in the story itself: a rule reads this where its `blocks` say so\n",
                    );
                }
            }
        }
    }
    (matches, page)
}

/// Of a pattern that matches nowhere, the sentences in which it came furthest, and what stopped it there.
fn nearly(explained: &[(&Source, Vec<Explanation>)]) -> String {
    let mut near: Vec<(&Source, &Explanation, &Outcome)> = Vec::new();
    for (source, explanations) in explained {
        for explanation in explanations {
            let outcomes = explanation.attempts.iter().map(|attempt| &attempt.outcome);
            near.extend(
                outcomes
                    .filter(|outcome| reach(outcome).0 > 0)
                    .map(|outcome| (*source, explanation, outcome)),
            );
        }
    }
    if near.is_empty() {
        return "nothing starts it\n".to_owned();
    }
    near.sort_by_key(|(_, _, outcome)| std::cmp::Reverse(reach(outcome)));
    let mut page = String::new();
    for (source, explanation, outcome) in near.iter().take(SHOWN) {
        let (line, column) = Lines::of(source).place_of(explanation.sentence);
        // Writing to a string cannot fail.
        let _ = writeln!(page, "{}:{line}:{column}", neutral(name(source)));
        let _ = writeln!(page, "  {}", words(source, explanation.sentence));
        let _ = writeln!(page, "    {}", told(source, outcome));
    }
    if near.len() > SHOWN {
        let _ = writeln!(page, "and {} where it came less far", counted(near.len() - SHOWN, "sentence", "s"));
    }
    page
}

/// A sentence with the claims of one rule and what its patterns came to.
fn sentence(source: &Source, explanation: &Explanation) -> String {
    let mut page = format!("  {}\n", words(source, explanation.sentence));
    // Writing to a string cannot fail.
    for claim in &explanation.claims {
        let _ = writeln!(page, "  claims {}", claimed(source, claim, None));
    }
    if explanation.claims.is_empty() {
        page.push_str("  claims nothing\n");
    }
    let attempts = furthest_first(&explanation.attempts);
    let (started, idle): (Vec<_>, Vec<_>) =
        attempts.into_iter().partition(|attempt| attempt.outcome != Outcome::NotStarted);
    for attempt in started {
        let _ = writeln!(page, "  {}: {}", attempt.attribute, attempt.pattern);
        let _ = writeln!(page, "    {}", told(source, &attempt.outcome));
        if let Outcome::Matched(fits) = &attempt.outcome {
            for line in fits.iter().flat_map(|fit| held(source, explanation, fit)) {
                let _ = writeln!(page, "      {line}");
            }
        }
    }
    if !idle.is_empty() {
        let _ = writeln!(page, "  {} found nothing to start with", counted(idle.len(), "pattern", "s"));
    }
    page
}

fn counted(number: usize, one: &str, more: &str) -> String {
    let ending = if number == 1 { "" } else { more };
    match number {
        0 => format!("no {one}"),
        _ => format!("{number} {one}{ending}"),
    }
}

fn off(rule: &str, settings: &str) -> Error {
    Error::Rule {
        path: rule.to_owned(),
        text: String::new(),
        place: None,
        message: format!("expected a rule that is on, found one that {settings} turns off"),
        help: "add `--no-config` to look at it all the same".to_owned(),
    }
}
