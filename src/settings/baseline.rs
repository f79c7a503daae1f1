//! What was known before: the flagged findings of an earlier run, so that only new ones ask for attention.

use crate::{
    error::Error,
    finding::{Against, Gone, Report, Settled},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::Path,
};

const SCHEMA: &str = "gainsay.baseline/1";

/// The flagged findings of an earlier run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    schema: String,
    findings: BTreeSet<Known>,
}

/// A finding that was known before. Story and id count; the rest is for whoever reads the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    story: String,
    id: String,
    verdict: String,
    attribute: String,
    message: String,
}

impl Default for Baseline {
    fn default() -> Self {
        Self { schema: SCHEMA.to_owned(), findings: BTreeSet::new() }
    }
}

impl Baseline {
    /// The baseline in a file.
    ///
    /// # Errors
    /// Where it is not there, or is no baseline.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let wrong = |message: String, help: &str| Error::Input {
            path: path.display().to_string(),
            line: None,
            message,
            help: help.to_owned(),
        };
        let text = fs::read_to_string(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => wrong(
                "expected a baseline, found nothing by that name".to_owned(),
                "write one with `--update-baseline`, or check the path",
            ),
            _ => wrong(
                format!("expected a baseline that can be read, found an error: {error}"),
                "check the permissions of the file",
            ),
        })?;
        let held: Self = serde_json::from_str(&text).map_err(|error| {
            wrong(
                format!("expected a baseline, found {error}"),
                "restore the file, or write it anew with `--update-baseline`",
            )
        })?;
        if held.schema != SCHEMA {
            let message = format!("expected a baseline of schema {SCHEMA}, found {}", held.schema);
            return Err(wrong(message, "write it anew with `--update-baseline`"));
        }
        Ok(held)
    }

    /// Settles the findings that were known before, and notes what is gone; `path` is where the baseline stands.
    pub fn settle(&self, path: &Path, report: &mut Report) {
        let gone = self.gone(report);
        report.baseline = Some(Against { path: path.display().to_string(), gone });
        for story in &mut report.stories {
            let known: BTreeSet<&str> = self
                .findings
                .iter()
                .filter(|known| known.story == story.id)
                .map(|known| known.id.as_str())
                .collect();
            for finding in story.findings.iter_mut().filter(|finding| finding.asks()) {
                if known.contains(finding.id.as_str()) {
                    finding.settled = Some(Settled::Known);
                }
            }
        }
    }

    /// What is known of the stories of a report, and not flagged in it any more.
    fn gone(&self, report: &Report) -> Vec<Gone> {
        let known = self.findings.iter().filter_map(|known| {
            let story = report.stories.iter().find(|story| story.id == known.story)?;
            let is_there =
                story.findings.iter().any(|finding| finding.verdict.is_flagged() && finding.id == known.id);
            (!is_there).then(|| Gone {
                story: known.story.clone(),
                id: known.id.clone(),
                message: known.message.clone(),
            })
        });
        known.collect()
    }

    /// Makes the flagged findings of a report the known ones of its stories; other stories keep theirs, and what is
    /// ignored is left to its ignore.
    pub fn update(&mut self, report: &Report) {
        for story in &report.stories {
            self.findings.retain(|known| known.story != story.id);
            let asking = story
                .findings
                .iter()
                .filter(|finding| finding.asks() || finding.settled == Some(Settled::Known));
            self.findings.extend(asking.map(|finding| Known {
                story: story.id.clone(),
                id: finding.id.clone(),
                verdict: finding.verdict.word().to_owned(),
                attribute: finding.attribute.clone(),
                message: finding.message.clone(),
            }));
        }
    }

    /// Writes the baseline: whole, or not at all.
    ///
    /// # Errors
    /// Where it cannot be written; what was there before stays.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        let name = path.display().to_string();
        let attempt = || -> io::Result<()> {
            let mut text = serde_json::to_string_pretty(self)?;
            text.push('\n');
            let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let beside = path.with_file_name(format!(".{file}.{}.new", std::process::id()));
            let written = fs::File::create(&beside).and_then(|mut new| {
                new.write_all(text.as_bytes())?;
                new.sync_all()
            });
            written.and_then(|()| fs::rename(&beside, path)).inspect_err(|_| {
                // The file beside is of no use to anybody; that it cannot be removed either changes nothing.
                let _ = fs::remove_file(&beside);
            })
        };
        attempt().map_err(|error| Error::Output {
            path: name,
            message: format!("expected to write a baseline, found an error: {error}"),
        })
    }
}
