//! JSON: the whole report as one document, or a story or an article as one line.
//!
//! The shape is public interface, described in `docs/formats.md` and kept by a schema test. What a value looks like
//! is in `value`, what a claim looks like in `claim`, stories and findings in `story`.

mod claim;
mod mention;
mod story;
mod text;
mod value;

pub(super) use claim::claim_id;
pub(super) use text::pretty;

use crate::{
    claim::{Claim, Mention, Value},
    finding::{Against, Gone, Report, Story},
    rules::RuleBook,
    text::Source,
    verify::fingerprint,
};
use serde::Serialize;
use text::line;

/// The name of the report's schema; it changes only when a field is renamed or removed.
const SCHEMA: &str = "gainsay.report/1";

/// What made a report.
#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
    rules: usize,
    rules_sha256: String,
}

impl Tool {
    fn of(book: &RuleBook) -> Self {
        Self {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            rules: book.rules.len(),
            rules_sha256: book.digest.clone(),
        }
    }
}

/// The settings that a report was made under.
#[derive(Serialize)]
struct SettingsJson<'r> {
    path: &'r str,
    sha256: &'r str,
}

/// The baseline that a report was held against.
#[derive(Serialize)]
struct AgainstJson<'r> {
    path: &'r str,
    gone: Vec<GoneJson<'r>>,
}

#[derive(Serialize)]
struct GoneJson<'r> {
    story: &'r str,
    id: &'r str,
    message: &'r str,
}

impl<'r> AgainstJson<'r> {
    fn of(against: &'r Against) -> Self {
        let gone = |gone: &'r Gone| GoneJson { story: &gone.story, id: &gone.id, message: &gone.message };
        Self { path: &against.path, gone: against.gone.iter().map(gone).collect() }
    }
}

#[derive(Serialize)]
struct ReportJson<'r> {
    schema: &'static str,
    tool: Tool,
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<SettingsJson<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<AgainstJson<'r>>,
    stories_sha256: String,
    stories: Vec<story::StoryJson<'r>>,
}

/// The whole report as one JSON document, indented, with a line feed at its end.
#[must_use]
pub fn report(report: &Report, book: &RuleBook) -> String {
    let stories: Vec<_> = report.stories.iter().map(|story| story::StoryJson::of(story, book)).collect();
    let stories_sha256 =
        fingerprint(&serde_json::to_value(&stories).expect("plain data with string keys is always JSON"));
    let settings = report.settings.as_ref().map(|(path, sha256)| SettingsJson { path, sha256 });
    let baseline = report.baseline.as_ref().map(AgainstJson::of);
    let mut text = pretty(&ReportJson {
        schema: SCHEMA,
        tool: Tool::of(book),
        settings,
        baseline,
        stories_sha256,
        stories,
    });
    text.push('\n');
    text
}

/// One story of a report as one line of JSON, without a line feed.
#[must_use]
pub fn story(story: &Story, book: &RuleBook) -> String {
    line(&story::StoryJson::of(story, book))
}

/// The claims of one article as one line of JSON, without a line feed.
#[must_use]
pub fn extracted(source: &Source, claims: &[Claim], book: &RuleBook) -> String {
    line(&claim::ArticleJson::of(source, claims, book))
}

/// The mentions of one article as one line of JSON, without a line feed.
///
/// Mentions that only rules see, counted noun phrases, are left out.
#[must_use]
pub fn mentioned(source: &Source, mentions: &[(Mention, Value)]) -> String {
    line(&mention::ArticleJson::of(source, mentions))
}
