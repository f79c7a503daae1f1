//! `gainsay check`: the sources of each story compared.

use crate::{
    args::{Before, Check, Voice},
    complaint, input,
    progress::Progress,
    status::Status,
    verdicts,
};
use gainsay::{
    Checker, Error, Report, ingest,
    settings::{Baseline, Settings},
    text::Source,
};
use std::path::PathBuf;

/// Runs the command.
pub fn run(options: &Check, voice: Voice) -> Result<Status, Vec<Error>> {
    let (checker, settings) = input::checker(&options.reading)?;
    let (path, mut baseline) = known(&options.before, &settings).map_err(|error| vec![error])?;
    let mut read = ingest::sources(&options.reading.inputs, std::io::stdin().lock());
    complaint::note(&read.sources, voice);
    if voice.verbose {
        complaint::tell(&settings, checker.book());
    }
    let order = input::stories(&read.sources);
    let mut report = compared(&checker, &mut read.sources);
    if !settings.path.is_empty() {
        report.settings = Some((settings.path.clone(), settings.digest.clone()));
    }
    settings.rank(&mut report);
    let today = options.before.today.unwrap_or_else(input::today);
    let is_all = settings.cover(&options.reading.inputs, &report);
    let mut problems = settings.settle(&mut report, checker.book(), today, is_all);
    // What stands in an input that could not be read is not gone.
    let is_whole = read.problems.is_empty();
    if let Some(path) = &path {
        baseline.settle(path, &mut report);
        if options.before.update_baseline && is_whole {
            baseline.update(&report);
            baseline.write(path).map_err(|error| vec![error])?;
            baseline.settle(path, &mut report);
        } else if options.before.update_baseline {
            complaint::kept(path, voice);
        }
    }
    if is_whole {
        complaint::gone(&report, voice);
    }
    let status = verdicts::write(&report, &order, checker.book(), &options.writing, voice)
        .map_err(|error| vec![error])?;
    // What could not be read weighs more than what has run out.
    problems.splice(0..0, read.problems);
    Ok(match complaint::show(&problems) {
        Status::Quiet => status,
        problem => problem,
    })
}

/// The file of what was known before, where there is to be one, and what it holds.
fn known(before: &Before, settings: &Settings) -> Result<(Option<PathBuf>, Baseline), Error> {
    let path = before.baseline.clone().or_else(|| settings.baseline.clone());
    match &path {
        None if before.update_baseline => Err(Error::Use {
            option: "--update-baseline".to_owned(),
            message: "expected a file to write, found none".to_owned(),
            help: "give `--baseline FILE`, or `baseline` in gainsay.toml".to_owned(),
        }),
        None => Ok((None, Baseline::default())),
        // What is about to be written for the first time need not be there.
        Some(held) if before.update_baseline && !held.exists() => Ok((path, Baseline::default())),
        Some(held) => Baseline::read(held).map(|baseline| (path, baseline)),
    }
}

/// Compares the sources story by story, as many stories at a time as keep every thread busy; what is answered is the
/// same as for all of them at once.
fn compared(checker: &Checker, sources: &mut [Source]) -> Report {
    sources.sort_by(|a, b| a.story.cmp(&b.story));
    let mut progress = Progress::begin(Some(sources.len()));
    let mut report = Report::default();
    let mut rest = &*sources;
    while !rest.is_empty() {
        let (batch, after) = rest.split_at(input::whole_stories(rest));
        progress.start(batch);
        report.stories.extend(checker.check(batch).stories);
        progress.done(batch.len());
        rest = after;
    }
    report
}
