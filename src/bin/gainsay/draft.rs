//! `gainsay check --draft`: what a draft says against what its sources say.

use crate::{
    args::{Check, Format, Voice},
    complaint, input,
    output::Output,
    status::Status,
};
use gainsay::{Error, draft, ingest, report, text::Source};
use std::path::Path;

/// Runs the command.
pub fn run(options: &Check, path: &Path, voice: Voice) -> Result<Status, Vec<Error>> {
    let given = path.display().to_string();
    let wrong = |message: &str, help: &str| {
        vec![Error::Input {
            path: given.clone(),
            line: None,
            message: message.to_owned(),
            help: help.to_owned(),
        }]
    };
    let (checker, _) = input::checker(&options.reading)?;
    let own = ingest::sources(std::slice::from_ref(&given), std::io::empty());
    let [draft] = <[Source; 1]>::try_from(own.sources).map_err(|_| {
        if own.problems.is_empty() {
            wrong("expected a draft that is one article, found several", "give the draft as one file")
        } else {
            own.problems
        }
    })?;
    let read = ingest::sources(&options.reading.inputs, std::io::stdin().lock());
    complaint::note(&read.sources, voice);
    let mut sources = read.sources;
    // The draft may lie in the folder of its sources.
    let place = path.canonicalize().ok();
    sources.retain(|source| {
        let own = source.path.as_ref().and_then(|path| Path::new(path).canonicalize().ok());
        own.is_none() || own != place
    });
    let Some(story) = sources.first().map(|source| source.story.clone()) else {
        return Err(if read.problems.is_empty() {
            wrong(
                "expected sources beside the draft, found none",
                "name the articles that it was written from",
            )
        } else {
            read.problems
        });
    };
    if sources.iter().any(|source| source.story != story) {
        return Err(wrong(
            "expected the sources of one story, found several stories",
            "give one story at a time",
        ));
    }
    let id = format!("draft:{}", draft.id);
    sources.push(Source { id: id.clone(), story, ..draft });
    let Some(story) = checker.check(&sources).stories.pop() else { return Ok(Status::Quiet) };
    let Some(at) = story.sources.iter().position(|info| info.source.id == id) else {
        return Ok(Status::Quiet);
    };
    let judgements = draft::judgements(&story, at, checker.book());
    let standard = (options.writing.format, Output::unless(voice.quiet));
    let mut outputs = vec![standard];
    for (format, path) in &options.writing.out {
        outputs.push((*format, Output::file(path).map_err(|error| vec![error])?));
    }
    for (format, mut output) in outputs {
        let page = match format {
            Format::Text => report::text_draft(&story, at, &judgements, options.missing),
            Format::Json => report::json_draft(&story, at, &judgements, checker.book()),
            Format::Markdown => report::markdown_draft(&story, at, &judgements, options.missing),
            #[cfg(feature = "html")]
            Format::Html => report::html_draft(&story, at, &judgements, options.missing),
            Format::Jsonl | Format::Sarif | Format::Junit | Format::Github | Format::Csv => {
                return Err(wrong(
                    "expected the format text, json, markdown or html for a draft, found another",
                    "give one of these to `--format` and `--out`",
                ));
            }
        };
        output.write(&page).and_then(|()| output.flush()).map_err(|error| vec![error])?;
    }
    Ok(match complaint::show(&read.problems) {
        Status::Quiet if judgements.iter().any(|held| held.standing.asks()) => Status::Flagged,
        status => status,
    })
}
