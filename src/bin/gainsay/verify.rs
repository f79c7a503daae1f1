//! `gainsay verify`: whether a report still holds for its articles, byte for byte.

use crate::{
    args::{Verify, Voice},
    complaint,
    output::Output,
    status::Status,
};
use gainsay::{Error, ingest, read, report::neutral, rules::RuleBook, settings::Settings, verify::Written};
use std::path::Path;

/// Runs the command.
pub fn run(options: &Verify, voice: Voice) -> Result<Status, Vec<Error>> {
    let path = options.report.display().to_string();
    let wrong = |message: String, help: &str| {
        vec![Error::Input { path: path.clone(), line: None, message, help: help.to_owned() }]
    };
    let json = std::fs::read_to_string(&options.report).map_err(|error| {
        wrong(format!("expected a report that can be read, found an error: {error}"), "check the path")
    })?;
    let written = Written::parse(&json)
        .map_err(|message| wrong(message, "write one with `gainsay check STORY --out json=report.json`"))?;
    let inputs = if options.inputs.is_empty() { written.paths() } else { options.inputs.clone() };
    if inputs.is_empty() {
        return Err(wrong(
            "expected paths of articles in the report, found none".to_owned(),
            "give the inputs behind it: `gainsay verify report.json wire.jsonl`",
        ));
    }
    let read = ingest::sources(&inputs, std::io::stdin().lock());
    let book = RuleBook::load(&read::closed_words(), &options.rules)?;
    let settings = written.settings().and_then(|path| Settings::read(Path::new(path)).ok());
    let settings = settings.as_ref().map(|settings| settings.digest.as_str());
    let verified = written.against(&read.sources, &book, settings);
    let mut page: String =
        verified.faults.iter().map(|fault| format!("{}\n", neutral(&fault.to_string()))).collect();
    let (articles, claims, faults) = (verified.articles, verified.claims, verified.faults.len());
    page.push_str(&if faults == 0 {
        format!("{articles} articles and {claims} claims are as the report says\n")
    } else {
        let things = if faults == 1 { "1 thing is" } else { &format!("{faults} things are") };
        format!("{things} not as the report of {articles} articles and {claims} claims says\n")
    });
    if !verified.same_version {
        page.push_str("the report was made by another version: today it may come out otherwise\n");
    }
    let mut output = Output::unless(voice.quiet);
    output.write(&page).and_then(|()| output.flush()).map_err(|error| vec![error])?;
    Ok(match complaint::show(&read.problems) {
        Status::Quiet if faults > 0 => Status::Flagged,
        status => status,
    })
}
