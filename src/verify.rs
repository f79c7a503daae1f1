//! Holds a report against its articles: whether every input still has its hash and every span its words.
//!
//! What the articles are now was read by [`crate::ingest`]; here nothing is read or judged anew.

use crate::{
    rules::RuleBook,
    text::{Source, Span},
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt;

/// What of a report is held against its articles.
#[derive(Debug)]
pub struct Written {
    tool: Tool,
    settings: Option<File>,
    stories: Vec<Story>,
    /// What is wrong with the hash that the report gives its stories.
    fault: Option<Fault>,
}

/// A report as it stands in its file.
#[derive(Debug, Deserialize)]
struct Sheet {
    schema: String,
    tool: Tool,
    settings: Option<File>,
    stories_sha256: Option<String>,
    stories: serde_json::Value,
}

/// A file and its hash.
#[derive(Debug, Deserialize)]
struct File {
    path: String,
    sha256: String,
}

#[derive(Debug, Deserialize)]
struct Tool {
    version: String,
    rules_sha256: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Story {
    id: String,
    sources: Vec<Article>,
    claims: Vec<Claim>,
}

#[derive(Debug, Deserialize)]
struct Article {
    id: String,
    path: Option<String>,
    sha256: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Claim {
    id: String,
    source: String,
    quote: String,
    span: Place,
}

#[derive(Debug, Deserialize)]
struct Place {
    start: u32,
    end: u32,
}

/// One thing that is no longer as the report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// An article is not among those that were read.
    Missing { article: String },
    /// An article was reported without a hash.
    NoHash { article: String },
    /// An article has other bytes.
    Changed { article: String },
    /// Other words stand where a claim was quoted.
    Moved { article: String, claim: String, start: u32, end: u32, quote: String, found: Option<String> },
    /// What the report says of its stories is not what was written.
    Report,
    /// The report gives no hash of its stories.
    Unsealed,
    /// The rules are others than those that it was made with.
    Rules,
    /// The settings have other bytes, or are gone.
    Settings { path: String },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Report => f.write_str("the report: expected what was written, found its stories changed since"),
            Self::Unsealed => f.write_str("the report: expected the hash of its stories, found none"),
            Self::Rules => f.write_str(
                "the rules: expected those of the report, found others: give its folder of rules, or make the report anew",
            ),
            Self::Settings { path } => {
                write!(f, "{path}: expected the settings of the report, found others: make the report anew")
            }
            Self::Missing { article } => {
                write!(f, "{article}: expected the article, found nothing by that name")
            }
            Self::NoHash { article } => write!(f, "{article}: expected its hash in the report, found none"),
            Self::Changed { article } => {
                write!(f, "{article}: expected the bytes that were reported, found others")
            }
            Self::Moved { article, claim, start, end, quote, found: Some(found) } => {
                write!(
                    f,
                    "{article}: expected \"{quote}\" at bytes {start} to {end} ({claim}), found \"{found}\""
                )
            }
            Self::Moved { article, claim, start, end, quote, found: None } => {
                write!(
                    f,
                    "{article}: expected \"{quote}\" at bytes {start} to {end} ({claim}), found no such place"
                )
            }
        }
    }
}

/// What was held against the articles, and what was not as it should be.
#[derive(Debug, Default)]
pub struct Verified {
    /// The articles of the report.
    pub articles: usize,
    /// The claims whose words were read again.
    pub claims: usize,
    /// What is no longer as the report says.
    pub faults: Vec<Fault>,
    /// Whether the report was made by this version; where it was not, it may come out otherwise today.
    pub same_version: bool,
}

impl Written {
    /// A report from its JSON.
    ///
    /// # Errors
    /// What was expected of a report, as a sentence.
    pub fn parse(json: &str) -> Result<Self, String> {
        let wrong =
            |error: serde_json::Error| format!("expected a report of `check --format json`, found {error}");
        if !json.trim_start().starts_with('{') {
            return Err(
                "expected a report of `check --format json`, found something else than an object".to_owned()
            );
        }
        let Sheet { schema, tool, settings, stories_sha256, stories } =
            serde_json::from_str(json).map_err(wrong)?;
        if schema != "gainsay.report/1" {
            return Err(format!("expected a report of schema gainsay.report/1, found {schema}"));
        }
        let fault = match stories_sha256 {
            None => Some(Fault::Unsealed),
            Some(hash) => (hash != fingerprint(&stories)).then_some(Fault::Report),
        };
        let stories = serde_json::from_value(stories).map_err(wrong)?;
        Ok(Self { tool, settings, stories, fault })
    }

    /// The path of the settings that it was made under.
    #[must_use]
    pub fn settings(&self) -> Option<&str> {
        self.settings.as_ref().map(|file| file.path.as_str())
    }

    /// The paths of the articles, as the report names them, each once.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        let articles = self.stories.iter().flat_map(|story| &story.sources);
        let mut paths: Vec<String> = articles.filter_map(|article| article.path.clone()).collect();
        paths.sort();
        paths.dedup();
        paths
    }

    /// Holds the report against articles, rules and the hash of the settings as they are now.
    #[must_use]
    pub fn against(&self, sources: &[Source], book: &RuleBook, settings: Option<&str>) -> Verified {
        let mut verified =
            Verified { same_version: self.tool.version == env!("CARGO_PKG_VERSION"), ..Verified::default() };
        verified.faults.extend(self.fault.clone());
        if self.tool.rules_sha256.as_ref() != Some(&book.digest) {
            verified.faults.push(Fault::Rules);
        }
        if let Some(file) = self.settings.as_ref().filter(|file| settings != Some(file.sha256.as_str())) {
            verified.faults.push(Fault::Settings { path: file.path.clone() });
        }
        for story in &self.stories {
            for article in &story.sources {
                verified.articles += 1;
                let fits = |source: &&Source| {
                    (article.path.is_none() || source.path == article.path)
                        && (source.id == article.id || article.path.is_some() && source.original.is_none())
                        && (source.story == story.id || article.path.is_some())
                };
                match sources.iter().find(fits) {
                    Some(source) => verified.article(story, article, source),
                    None => verified.faults.push(Fault::Missing {
                        article: article.path.clone().unwrap_or_else(|| article.id.clone()),
                    }),
                }
            }
        }
        verified
    }
}

/// The SHA-256 of a report's stories, in hexadecimal: of the data, so that another layout of the same JSON is no change.
pub(crate) fn fingerprint(stories: &serde_json::Value) -> String {
    let digest = Sha256::digest(stories.to_string().as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Verified {
    fn article(&mut self, story: &Story, article: &Article, source: &Source) {
        let name = || article.path.clone().unwrap_or_else(|| article.id.clone());
        match &article.sha256 {
            None => self.faults.push(Fault::NoHash { article: name() }),
            Some(hash) if *hash != source.digest => self.faults.push(Fault::Changed { article: name() }),
            Some(_) => {}
        }
        for claim in story.claims.iter().filter(|claim| claim.source == article.id) {
            self.claims += 1;
            let Place { start, end } = claim.span;
            let place = (start <= end).then(|| Span::new(start, end));
            let own = place.and_then(|place| match &source.original {
                Some(original) => original.back(place),
                None => Some(place),
            });
            let found = own.and_then(|own| source.text.get(own.range()));
            // A span may take in more than the words, where one byte of the file stands for several of them.
            let is_there = found.is_some_and(|found| {
                found == claim.quote || source.original.is_some() && found.contains(&claim.quote)
            });
            if !is_there {
                self.faults.push(Fault::Moved {
                    article: name(),
                    claim: claim.id.clone(),
                    start,
                    end,
                    quote: claim.quote.clone(),
                    found: found.map(str::to_owned),
                });
            }
        }
    }
}
