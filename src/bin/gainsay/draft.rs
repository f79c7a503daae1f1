//! `gainsay check --draft`: what a draft says against what its sources say.

use crate::{
    args::{Check, Format, Layout, Voice},
    complaint, input, output,
    status::Status,
};
use clap::ValueEnum;
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
    let standard = layout("--format", options.writing.format)?;
    let files =
        options.writing.out.iter().map(|(format, path)| Ok((layout("--out", *format)?, path.clone())));
    let files = files.collect::<Result<Vec<_>, Vec<Error>>>()?;
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
    for (layout, mut output) in output::all(standard, &files, voice.quiet).map_err(|error| vec![error])? {
        let page = match layout {
            Layout::Text => report::text_draft(&story, at, &judgements, options.missing),
            Layout::Json => report::json_draft(&story, at, &judgements, checker.book()),
            Layout::Markdown => report::markdown_draft(&story, at, &judgements, options.missing),
            #[cfg(feature = "html")]
            Layout::Html => report::html_draft(&story, at, &judgements, options.missing),
        };
        output.write(&page).and_then(|()| output.flush()).map_err(|error| vec![error])?;
    }
    Ok(match complaint::show(&read.problems) {
        Status::Quiet if judgements.iter().any(|held| held.standing.asks()) => Status::Flagged,
        status => status,
    })
}

/// The format of a draft that an option asks for.
fn layout(option: &str, format: Format) -> Result<Layout, Vec<Error>> {
    match format {
        Format::Text => Ok(Layout::Text),
        Format::Json => Ok(Layout::Json),
        Format::Markdown => Ok(Layout::Markdown),
        #[cfg(feature = "html")]
        Format::Html => Ok(Layout::Html),
        Format::Jsonl | Format::Sarif | Format::Junit | Format::Github | Format::Csv => {
            let found =
                format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
            Err(vec![Error::Use {
                option: option.to_owned(),
                message: format!("expected a format that a draft is written in, found {found}"),
                help: "give text, json, markdown or html".to_owned(),
            }])
        }
    }
}
