//! `gainsay diff`: what changed between two versions of an article, or of each article of a folder.

use crate::{
    args::{Diff, Layout, Voice},
    complaint, input,
    output::Output,
    status::Status,
};
use gainsay::{Checker, Error, finding::Story, ingest, report, text::Source, versions};
use std::collections::BTreeMap;

/// Runs the command.
pub fn run(options: &Diff, voice: Voice) -> Result<Status, Vec<Error>> {
    let (checker, _) = input::checker(&options.reading())?;
    let read = |path: &String| ingest::sources(std::slice::from_ref(path), std::io::stdin().lock());
    let (old, new) = (read(&options.old), read(&options.new));
    let problems: Vec<Error> = old.problems.into_iter().chain(new.problems).collect();
    let stories = paired(&checker, old.sources, new.sources);
    let articles: Vec<(&str, &Story, Vec<versions::Change>)> = stories
        .iter()
        .map(|(name, story)| {
            let side = |side: &str| story.sources.iter().position(|info| info.source.id == side);
            let changes = match (side("new"), side("old")) {
                (Some(new), Some(old)) => versions::changes(story, old, new, checker.book()),
                (Some(_), None) => all(story).map(versions::Change::Added).collect(),
                (None, _) => all(story).map(versions::Change::Dropped).collect(),
            };
            (name.as_str(), story, changes)
        })
        .collect();
    let compared: Vec<(&Story, &[versions::Change], (&str, &str))> = articles
        .iter()
        .map(|(_, story, changes)| (*story, changes.as_slice(), (name(story, "old"), name(story, "new"))))
        .collect();
    let pages = |page: fn(&Story, &[versions::Change], (&str, &str)) -> String| {
        compared.iter().map(|&(story, changes, names)| page(story, changes, names)).collect::<Vec<_>>()
    };
    let page = match options.format {
        Layout::Json => report::json_changes(&articles),
        Layout::Text => pages(report::text_changes).join("\n"),
        Layout::Markdown => pages(report::markdown_changes).join("\n"),
        #[cfg(feature = "html")]
        Layout::Html => report::html_changes(&compared),
    };
    let mut output = Output::unless(voice.quiet);
    output.write(&page).and_then(|()| output.flush()).map_err(|error| vec![error])?;
    let same = articles.iter().flat_map(|(.., changes)| changes).all(|change| change.word() == "kept");
    Ok(match complaint::show(&problems) {
        Status::Quiet if !same => Status::Flagged,
        status => status,
    })
}

/// What a version of an article is called.
fn name<'s>(story: &'s Story, side: &str) -> &'s str {
    let info = story.sources.iter().find(|info| info.source.id == side);
    info.map_or("nothing", |info| info.source.path.as_deref().unwrap_or("standard input"))
}

fn all(story: &Story) -> impl Iterator<Item = gainsay::claim::ClaimId> {
    (0..story.claims.len()).map(gainsay::claim::ClaimId)
}

/// Each article with its two versions as a story of its own; single articles are versions of one another whatever their names.
fn paired(checker: &Checker, old: Vec<Source>, new: Vec<Source>) -> Vec<(String, Story)> {
    let single = old.len() == 1 && new.len() == 1;
    let mut pairs: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    let sides =
        old.into_iter().map(|source| ("old", source)).chain(new.into_iter().map(|source| ("new", source)));
    for (side, source) in sides {
        let name = if single { String::new() } else { source.id.clone() };
        let source = Source { id: side.to_owned(), story: name.clone(), ..source };
        pairs.entry(name).or_default().push(source);
    }
    pairs
        .into_iter()
        .filter_map(|(name, sources)| Some((name, checker.check(&sources).stories.pop()?)))
        .collect()
}
