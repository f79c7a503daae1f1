//! `gainsay verify`: whether a report still holds for its articles, byte for byte.

use crate::{
    args::{Verify, Voice},
    complaint,
    output::Output,
    status::Status,
};
use gainsay::{Error, ingest, read, report::neutral, rules::RuleBook, verify::Written};

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
    let verified = written.against(&read.sources, &book);
    let mut page: String =
        verified.faults.iter().map(|fault| format!("{}\n", neutral(&fault.to_string()))).collect();
    let (articles, claims, faults) = (verified.articles, verified.claims, verified.faults.len());
    page.push_str(&if faults == 0 {
        format!("{articles} articles and {claims} claims are as the report says\n")
    } else {
        format!("{faults} of {articles} articles and {claims} claims are not as the report says\n")
    });
    if !verified.same_rules {
        page.push_str(
            "the report was made by another version or other rules: today it may come out otherwise\n",
        );
    }
    let mut output = Output::unless(voice.quiet);
    output.write(&page).and_then(|()| output.flush()).map_err(|error| vec![error])?;
    Ok(match complaint::show(&read.problems) {
        Status::Quiet if faults > 0 => Status::Flagged,
        status => status,
    })
}
