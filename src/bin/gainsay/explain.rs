//! `gainsay explain`: what was read at a place of a text and which rules looked there; or a finding's way from words to
//! verdict.

use crate::{
    args::{Explain, Reading, Voice},
    attempts::{claimed, furthest_first, told, words},
    complaint, input,
    output::Output,
    status::Status,
};
use gainsay::{
    Checker, Error, Report,
    check::Explanation,
    finding::{Finding, Story},
    ingest,
    report::{neutral, text_mentioned},
    settings::{Baseline, Settings},
    text::{Source, Span},
};
use std::{fmt::Write, path::Path};

/// Runs the command.
pub fn run(options: &Explain, voice: Voice) -> Result<Status, Vec<Error>> {
    let reading = |inputs: Vec<String>| Reading { inputs, manner: options.manner.clone() };
    let (page, problems) = match place(&options.what) {
        Some((file, line, column)) => {
            let inputs = behind(options, file);
            let (checker, _) = input::checker(&reading(inputs.clone()))?;
            let read = ingest::sources(&inputs, std::io::stdin().lock());
            let sources = called(&read.sources, file);
            if sources.is_empty() {
                return Err(if read.problems.is_empty() { nothing(options) } else { read.problems });
            }
            (at_place(&checker, &sources, (file, line, column), options.all)?, read.problems)
        }
        None => {
            let (checker, settings) = input::checker(&reading(options.inputs.clone()))?;
            let read = ingest::sources(&options.inputs, std::io::stdin().lock());
            let mut report = checker.check(&read.sources);
            settings.rank(&mut report);
            settle(&settings, &checker, &mut report);
            let found = report.stories.iter().find_map(|story| {
                story
                    .findings
                    .iter()
                    .find(|finding| finding.id == options.what)
                    .map(|finding| (story, finding))
            });
            let Some((story, finding)) = found else {
                return Err(if read.problems.is_empty() { nothing(options) } else { read.problems });
            };
            (of_finding(&checker, story, finding), read.problems)
        }
    };
    let mut output = Output::unless(voice.quiet);
    output.write(&page).and_then(|()| output.flush()).map_err(|error| vec![error])?;
    Ok(complaint::show(&problems))
}

/// Marks what the newsroom ignores or knew before; what is wrong with either is for `check` to say.
fn settle(settings: &Settings, checker: &Checker, report: &mut Report) {
    let _ = settings.settle(report, checker.book(), input::today(), false);
    if let Some(path) = &settings.baseline
        && let Ok(baseline) = Baseline::read(path)
    {
        baseline.settle(path, report);
    }
}

/// FILE:LINE or FILE:LINE:COLUMN.
fn place(what: &str) -> Option<(&str, usize, usize)> {
    let (rest, last) = what.rsplit_once(':')?;
    let last: usize = last.parse().ok()?;
    match rest.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse().ok()?))) {
        Some((file, line)) => Some((file, line, last)),
        None => Some((rest, last, 1)),
    }
}

/// What is read to find the article that a place names: the inputs, where there are any, else the file that it names; an article of
/// JSON Lines without an id is called by its file and line.
fn behind(options: &Explain, file: &str) -> Vec<String> {
    if !options.inputs.is_empty() {
        return options.inputs.clone();
    }
    let of_line = file.rsplit_once(':').filter(|(path, line)| {
        line.parse::<usize>().is_ok() && !Path::new(file).exists() && Path::new(path).exists()
    });
    vec![of_line.map_or(file, |(path, _)| path).to_owned()]
}

/// The articles that reports call by a name: the path or, where there is none, the id. A single article needs no name.
fn called<'s>(sources: &'s [Source], name: &str) -> Vec<&'s Source> {
    let called: Vec<&Source> =
        sources.iter().filter(|source| source.path.as_deref().unwrap_or(&source.id) == name).collect();
    match sources {
        [only] if called.is_empty() => vec![only],
        _ => called,
    }
}

fn nothing(options: &Explain) -> Vec<Error> {
    vec![Error::Use {
        option: options.what.clone(),
        message: "expected a place of the inputs or the id of one of their findings, found neither"
            .to_owned(),
        help: if options.inputs.is_empty() {
            "name a place such as a.txt:10:28 or, behind it the articles, one of the report or an id"
        } else {
            "name a place such as a.txt:10:28, or an id that `gainsay check` gives for these articles today"
        }
        .to_owned(),
    }]
}

fn at_place(
    checker: &Checker,
    sources: &[&Source],
    (file, line, column): (&str, usize, usize),
    all: bool,
) -> Result<String, Vec<Error>> {
    for source in sources {
        let printed = source.printed();
        let Some(start) = line.checked_sub(1).and_then(|before| {
            std::iter::once(0).chain(printed.match_indices('\n').map(|(at, _)| at + 1)).nth(before)
        }) else {
            continue;
        };
        let written = printed[start..].lines().next().unwrap_or_default();
        let within: usize = written.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        let (from, to) = (start + within, (start + written.len()).max(start + within + 1).min(printed.len()));
        let span = Span::from_usize(from.min(to), to);
        let at = match &source.original {
            Some(original) => original.back(span).map(Span::start),
            None => Some(span.start()),
        };
        if let Some(explanation) = at.and_then(|at| checker.explain(source, at)) {
            return Ok(shown(checker, source, &explanation, all));
        }
    }
    let message = format!("expected words in column {column} or behind it, found the end of the article");
    let help = "name a place inside the article, such as the line and column that a report gives";
    Err(vec![Error::Input { path: file.to_owned(), line: Some(line), message, help: help.to_owned() }])
}

/// How many of the patterns that looked at a place are shown unless all are asked for.
const FURTHEST: usize = 20;

/// What was read in a sentence, and how far the patterns came that looked at it.
fn shown(checker: &Checker, source: &Source, explanation: &Explanation, all: bool) -> String {
    let mut page = format!("{}\n", words(source, explanation.sentence));
    // Writing to a string cannot fail.
    let _ = writeln!(page, "\nblock     {}", explanation.block.word());
    page.push_str("\nVALUES\n");
    page.push_str(
        &text_mentioned(source, &explanation.mentions)
            .lines()
            .skip(1)
            .map(|line| format!("{line}\n"))
            .collect::<String>(),
    );
    if explanation.mentions.is_empty() {
        page.push_str("  none: no figure, date, place or name was read here\n");
    }
    page.push_str("\nCLAIMS\n");
    if explanation.claims.is_empty() {
        page.push_str(
            "  none: no pattern matched to its end, or what one matched is no claim in blocks of this kind\n",
        );
    }
    for claim in &explanation.claims {
        let rule = checker.book().rules[claim.rule].name();
        let _ = writeln!(page, "  {}", claimed(source, claim, Some(&rule)));
    }
    page.push_str("\nRULES THAT LOOKED, the furthest first\n");
    if explanation.attempts.is_empty() {
        page.push_str("  none: no word here calls for a pattern\n");
    }
    let most = if all { usize::MAX } else { FURTHEST };
    for attempt in furthest_first(&explanation.attempts).into_iter().take(most) {
        let rule = checker.book().rules[attempt.rule].name();
        let told = told(source, &attempt.outcome);
        let _ = writeln!(page, "  {rule} {}: {}\n    {told}", attempt.attribute, attempt.pattern);
    }
    let further = explanation.attempts.len().saturating_sub(most);
    if further > 0 {
        let _ = writeln!(page, "  and {further} further patterns, which `--all` shows");
    }
    page
}

/// The way of a finding: every claim's words, rule, value, event and speaker, then how the positions relate.
fn of_finding(checker: &Checker, story: &Story, finding: &Finding) -> String {
    let mut page = format!("{}: {}\n", finding.verdict.word(), neutral(&finding.message));
    for position in &finding.positions {
        let origins = match position.origins.len() {
            1 => "1 origin".to_owned(),
            several => format!("{several} origins"),
        };
        let _ = writeln!(page, "\n{}: {origins}", neutral(&position.display));
        for id in &position.claims {
            let claim = &story.claims[id.0];
            let source = &story.sources[claim.source].source;
            let name = source.path.as_deref().unwrap_or(&source.id);
            let _ = writeln!(page, "  {}: \"{}\"", neutral(name), words(source, claim.span));
            let _ = writeln!(page, "    in        {}", words(source, claim.sentence));
            let _ = writeln!(page, "    rule      {}", checker.book().rules[claim.rule].name());
            let _ = writeln!(page, "    value     {} {}", claim.attribute, neutral(&claim.display));
            let event = &claim.event;
            let mut told = vec![event.kind.clone()];
            told.extend(event.place.as_ref().map(|place| format!("in {}", place.canonical)));
            told.extend(
                event.time.as_ref().and_then(|time| time.start).map(|at| format!("on {}", at.date())),
            );
            let _ = writeln!(page, "    event     {}", neutral(&told.join(" ")));
            for (name, held) in
                [("of", &claim.subject), ("whom", &claim.population), ("speaker", &claim.stance.speaker)]
            {
                if let Some(held) = held {
                    let _ = writeln!(page, "    {name:<9} {}", neutral(held));
                }
            }
        }
    }
    let rule = &checker.book().rules[finding.rule];
    let same: Vec<&str> =
        std::iter::once("attribute").chain(rule.same.iter().map(|key| key.word())).collect();
    let _ = writeln!(page, "\nheld together because they share: {}", same.join(", "));
    let _ = writeln!(
        page,
        "compared by {}: {} ({})",
        rule.compare.word(),
        neutral(&finding.reason.to_string()),
        finding.reason.code()
    );
    if let Some(settled) = &finding.settled {
        let _ = writeln!(page, "settled: {}", neutral(&settled.to_string()));
    }
    page
}
