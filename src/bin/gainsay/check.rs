//! `gainsay check`: the sources of each story compared.

use crate::{
    args::{Check, Color},
    complaint, input,
    progress::Progress,
    status::Status,
    verdicts,
};
use gainsay::{Checker, Error, Report, ingest, text::Source};

/// Runs the command.
pub fn run(options: &Check, color: Color) -> Result<Status, Vec<Error>> {
    let checker = input::checker(&options.reading)?;
    let mut read = ingest::sources(&options.reading.inputs, std::io::stdin().lock());
    complaint::note(&read.sources);
    let order = input::stories(&read.sources);
    let report = compared(&checker, &mut read.sources);
    let status = verdicts::write(&report, &order, checker.book(), &options.writing, color)
        .map_err(|error| vec![error])?;
    Ok(match complaint::show(&read.problems) {
        Status::Quiet => status,
        problem => problem,
    })
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
