//! What a newsroom settles for itself: `gainsay.toml`, what it ignores and why, and what was known before.
//!
//! Plain data and what follows from it; the conductor and the command line act on it. The file's own shape is in
//! `file`, ignores in `ignore`, baselines in `baseline`, names in `alias`.

mod alias;
mod baseline;
mod file;
mod glob;
mod ignore;

pub use alias::Aliases;
pub use baseline::Baseline;
pub use ignore::Ignore;

use crate::{
    error::Error,
    finding::{Report, Severity},
    rules::{Compare, RuleBook},
};
use file::{Choice, Tolerance};
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    path::{Component, Path, PathBuf},
};

/// The name of the file.
pub const NAME: &str = "gainsay.toml";

/// What a newsroom settles for itself.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The path that they were read from.
    pub path: String,
    /// The SHA-256 of the file, in hexadecimal.
    pub digest: String,
    /// Names that stand for one thing.
    pub aliases: Aliases,
    /// The file of what was known before, where the newsroom keeps one.
    pub baseline: Option<PathBuf>,
    text: String,
    /// What is chosen for each rule or pack, and where its name stands.
    rules: BTreeMap<String, (Choice, Range<usize>)>,
    /// What each rule tolerates, where its name stands, and where that does.
    tolerances: BTreeMap<String, (Tolerance, Range<usize>, Range<usize>)>,
    ranks: Vec<(String, u32)>,
    ignores: Vec<Ignore>,
}

impl Settings {
    /// The settings beside `folder` or above it, the nearest first; none where no folder holds any.
    ///
    /// # Errors
    /// What is wrong with the file, with its place.
    pub fn near(folder: &Path) -> Result<Option<Self>, Error> {
        let start = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let Ok(whole) = start.canonicalize() else { return Ok(None) };
        // Told from where the articles were, so that a report says the same on every machine.
        let mut told = start.to_owned();
        for _ in whole.ancestors() {
            let path = told.join(NAME);
            if path.is_file() {
                return Self::read(path.strip_prefix(".").unwrap_or(&path)).map(Some);
            }
            let is_named = matches!(told.components().next_back(), Some(Component::Normal(_)));
            if is_named {
                told.pop();
            } else {
                told.push("..");
            }
        }
        Ok(None)
    }

    /// The settings in a file.
    ///
    /// # Errors
    /// What is wrong with the file, with its place.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|why| Error::Rule {
            path: name.clone(),
            text: String::new(),
            place: None,
            message: format!("expected settings in UTF-8 that can be read, found an error: {why}"),
            help: "check the path that `--config` gives, and the permissions of the file".to_owned(),
        })?;
        let mut settings = file::parse(&name, text)?;
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        settings.baseline = settings.baseline.map(|baseline| folder.join(baseline));
        settings.digest = hexadecimal(settings.text.as_bytes());
        Ok(settings)
    }

    /// Turns rules on and off and sets their severities and tolerances.
    ///
    /// # Errors
    /// Names that no rule or pack has, and tolerances that a rule does not know, with their places.
    pub fn apply(&self, book: &mut RuleBook) -> Result<(), Error> {
        let mut off = Vec::new();
        // Packs come before the rules in them, so that a rule can be an exception.
        for is_pack in [true, false] {
            for (name, (choice, place)) in self.rules.iter().filter(|(name, _)| name.contains('/') != is_pack)
            {
                let mut found = false;
                for rule in book.rules.iter_mut().filter(|rule| rule.name() == *name || rule.pack == *name) {
                    found = true;
                    let name = rule.name();
                    match choice {
                        Choice::Off => off.push(name),
                        Choice::On => off.retain(|held| *held != name),
                        Choice::Of(severity) => {
                            off.retain(|held| *held != name);
                            rule.severity = *severity;
                        }
                    }
                }
                if !found {
                    return Err(self.unknown(name, place));
                }
            }
        }
        for (name, (tolerance, place, written)) in &self.tolerances {
            let Some(rule) = book.rules.iter_mut().find(|rule| rule.name() == *name) else {
                return Err(self.unknown(name, place));
            };
            match (&mut rule.compare, tolerance) {
                (
                    Compare::Count { tolerance: held, .. } | Compare::Duration { tolerance: held, .. },
                    Tolerance::PerCent(given),
                ) => *held = *given,
                (Compare::Time { tolerance: held }, Tolerance::Minutes(given)) => *held = *given,
                (compare, _) => {
                    let word = compare.word();
                    let message = format!("a comparison by {word} knows no such tolerance");
                    let help = "figures and lengths take \"5%\", clock times \"10 minutes\"";
                    return Err(self.fault(written, message, help));
                }
            }
        }
        if !off.is_empty() {
            book.retain(|rule| !off.contains(&rule.name()));
        }
        Ok(())
    }

    /// Puts the positions of those sources first that the newsroom ranks first; no verdict hangs on it.
    pub fn rank(&self, report: &mut Report) {
        if self.ranks.is_empty() {
            return;
        }
        for story in &mut report.stories {
            let rank = |at: usize| {
                let info = &story.sources[at];
                let names = [Some(info.source.id.as_str()), info.publisher.as_deref()];
                let fits = |pattern: &str| names.iter().flatten().any(|name| glob::fits(pattern, name));
                self.ranks.iter().filter(|(pattern, _)| fits(pattern)).map(|(_, rank)| *rank).min()
            };
            let ranks: Vec<u32> = (0..story.sources.len()).map(|at| rank(at).unwrap_or(u32::MAX)).collect();
            for finding in &mut story.findings {
                finding.positions.sort_by_key(|position| {
                    position.sources.iter().map(|at| ranks[*at]).min().unwrap_or(u32::MAX)
                });
            }
        }
    }

    /// Whether a run reads all that the settings are for, as far as its inputs tell: one is a folder of stories, or a folder
    /// that the settings stand in.
    #[must_use]
    pub fn cover(&self, inputs: &[String], report: &Report) -> bool {
        let whole = |path: &Path| path.canonicalize().ok();
        let own = Path::new(&self.path)
            .parent()
            .map(|own| if own.as_os_str().is_empty() { Path::new(".") } else { own });
        let own = own.and_then(whole);
        let paths = report.stories.iter().flat_map(|story| &story.sources);
        let folders: BTreeSet<PathBuf> =
            paths.filter_map(|info| Path::new(info.source.path.as_ref()?).parent().and_then(whole)).collect();
        inputs.iter().map(Path::new).filter(|input| input.is_dir()).filter_map(whole).any(|input| {
            own.as_ref().is_some_and(|own| own.starts_with(&input))
                || folders.iter().any(|folder| folder.starts_with(&input) && *folder != input)
        })
    }

    /// Settles the flagged findings that the newsroom ignores on `today`; answers with the ignores that have run out or fit
    /// nothing. One that fits nothing may be of a story that was not checked: without a story it is told where `is_all` says
    /// that all were.
    pub fn settle(&self, report: &mut Report, book: &RuleBook, today: Date, is_all: bool) -> Vec<Error> {
        self.ignores
            .iter()
            .filter_map(|ignore| {
                let stale = ignore.settle(report, book, today, is_all)?;
                let line = 1 + self.text[..ignore.place].matches('\n').count();
                let (message, help) = stale;
                Some(Error::Stale { path: self.path.clone(), line, message, help: help.to_owned() })
            })
            .collect()
    }

    fn unknown(&self, name: &str, place: &Range<usize>) -> Error {
        let message = format!("expected the name of a rule or pack, found \"{name}\"");
        self.fault(place, message, "`gainsay rules list` names them all, as PACK/RULE")
    }

    fn fault(&self, place: &Range<usize>, message: String, help: &str) -> Error {
        Error::Rule {
            path: self.path.clone(),
            text: self.text.clone(),
            place: Some(place.clone()),
            message,
            help: help.to_owned(),
        }
    }
}

/// The severity that a word of the file names.
const fn severity(word: &str) -> Option<Severity> {
    match word.as_bytes() {
        b"note" => Some(Severity::Note),
        b"warning" => Some(Severity::Warning),
        b"error" => Some(Severity::Error),
        _ => None,
    }
}

/// The SHA-256 of some bytes, in hexadecimal.
fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
