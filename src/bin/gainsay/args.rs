//! The arguments of every command, with the help that they show.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use gainsay::{
    resolve,
    text::{Published, PublishedFrom},
};
use jiff::civil::Date;
use std::{num::NonZeroUsize, path::PathBuf};

/// Finds where news articles on one story cannot all be right.
///
/// gainsay reads the figures, dates, places and names that articles state, lines up those that are about the same
/// thing, and reports where they differ, with both passages. It guesses nothing and uses no network: the same
/// articles give the same report.
#[derive(Debug, Parser)]
#[command(name = "gainsay", version, max_term_width = 100, after_help = AFTER)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub voice: Voice,
}

/// What is said beside the report, and how.
#[derive(Debug, Clone, Copy, ClapArgs)]
pub struct Voice {
    /// When to colour what goes to the terminal; `auto` honours NO_COLOR
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: Color,
    /// Write nothing to standard output and no notes: files of --out, errors and the exit status say all
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say on standard error what was read, under which settings and rules
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

const AFTER: &str = "\
Examples:
  gainsay demo                                 the report on a story that comes with gainsay
  gainsay check story/                         compare the articles in a folder
  gainsay check a.txt b.txt --out json=r.json  text to the terminal and JSON to a file
  gainsay extract --format jsonl < wire.jsonl - | jq .claims

Exit status:
  0  nothing was flagged
  1  something was flagged (see `check --fail-on`)
  2  wrong use
  3  an input could not be read
  4  a rule file is wrong";

#[derive(Debug, Subcommand)]
pub enum Command {
    Check(Check),
    /// List the claims of each article, uncompared
    Extract(Articles),
    /// List the typed values read in each article, before any rule: figures, dates, places, names
    Mentions(Articles),
    Diff(Diff),
    Explain(Explain),
    Verify(Verify),
    Demo(Demo),
    Completions(Completions),
    Man(Man),
    /// Look at the rules, try them and write new ones
    #[command(subcommand)]
    Rules(Rules),
}

/// Compare the sources of a story: the report
///
/// Everything given in one call is one story, named after its folder, unless JSON Lines articles carry a `story`
/// of their own. A folder may hold a `story.toml` that names its sources, publishers and dates.
#[derive(Debug, ClapArgs)]
pub struct Check {
    #[command(flatten)]
    pub reading: Reading,
    /// Hold this draft against the sources: what of it they support, contradict or have outdated
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "update_baseline"])]
    pub draft: Option<PathBuf>,
    /// With --draft: also what the sources agree on and the draft leaves out
    #[arg(long, requires = "draft")]
    pub missing: bool,
    #[command(flatten)]
    pub before: Before,
    #[command(flatten)]
    pub writing: Writing,
}

/// Say what changed between two versions of an article, claim by claim
///
/// Line breaks, style and order are no change. Folders are compared article by article, by name. Exit status 1 means that
/// something was added, dropped, changed or corrected.
#[derive(Debug, ClapArgs)]
pub struct Diff {
    /// The old version: a file or a folder
    #[arg(value_name = "OLD")]
    pub old: String,
    /// The new version
    #[arg(value_name = "NEW")]
    pub new: String,
    /// What goes to standard output: text, json, markdown or html
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_possible_values = true)]
    pub format: Layout,
    #[command(flatten)]
    pub manner: Manner,
}

impl Diff {
    /// How both versions are read.
    pub fn reading(&self) -> Reading {
        Reading { inputs: vec![self.old.clone(), self.new.clone()], manner: self.manner.clone() }
    }
}

/// Say what was read at a place of a text and which rules looked there, or how a finding came about
#[derive(Debug, ClapArgs)]
pub struct Explain {
    /// FILE:LINE:COLUMN as a report gives it, or the id of a finding
    #[arg(value_name = "WHAT")]
    pub what: String,
    /// The articles behind a finding, or behind a place that a report names by an article's id
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<String>,
    /// Show every pattern that looked at a place, and not only those that came furthest
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub manner: Manner,
}

/// Say whether a report still holds for its articles: every hash and every quoted word is read again
#[derive(Debug, ClapArgs)]
pub struct Verify {
    /// A report of `check --format json`
    #[arg(value_name = "REPORT")]
    pub report: PathBuf,
    /// The articles, where the report does not name their paths
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<String>,
    /// A folder of rules that the report was made with beside the embedded ones
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
}

/// Show the report on a story that comes with gainsay
#[derive(Debug, ClapArgs)]
pub struct Demo {
    #[command(flatten)]
    pub writing: Writing,
}

/// Write the completions of a shell to standard output
#[derive(Debug, ClapArgs)]
pub struct Completions {
    /// bash, zsh, fish, elvish or powershell
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub shell: clap_complete::Shell,
}

/// Write the manual pages, one for each command, into a folder
#[derive(Debug, ClapArgs)]
pub struct Man {
    /// The folder, which must be there
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Look at the rules, try them and write new ones.
#[derive(Debug, Subcommand)]
pub enum Rules {
    /// Name every rule, with what it reads
    List(RuleFolders),
    /// Show one rule in full: why it matters, its patterns, its examples
    Show {
        /// The rule: its pack and name as in `rules list`, or its name alone
        name: String,
        #[command(flatten)]
        folders: RuleFolders,
    },
    /// Say whether rule files are right, with the place of every fault
    Check(RuleFolders),
    /// Run the examples of every rule, and show those that do not give what they must
    Test(RuleFolders),
    /// Show how far each pattern of one rule came in every sentence that it looked at, and what it claims there
    Explain(ExplainRule),
    /// Show where one pattern matches and what its slots hold or, where it matches nowhere, how far it came
    Try(Try),
    /// Print a rule file to start from: it is right as it stands, and says what each part of it is for
    New(New),
    /// Print the JSON Schema of rule files, by which editors complete and check them
    Schema,
}

/// One rule and what it is tried on.
#[derive(Debug, ClapArgs)]
pub struct ExplainRule {
    /// The rule: its pack and name as in `rules list`, or its name alone
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// Articles, folders of them, or `-` for standard input
    #[arg(value_name = "INPUT", required_unless_present = "text")]
    pub inputs: Vec<String>,
    /// Look at this text instead of articles
    #[arg(long, value_name = "TEXT", conflicts_with = "inputs")]
    pub text: Option<String>,
    #[command(flatten)]
    pub manner: Manner,
}

/// One pattern and what it is tried on.
#[derive(Debug, ClapArgs)]
pub struct Try {
    /// The pattern, as it would stand in a rule file: "<value:people> (was|were) bitten"
    #[arg(value_name = "PATTERN", allow_hyphen_values = true)]
    pub pattern: String,
    /// Articles or folders of them; standard input where none is named
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<String>,
    /// Look at this text instead of articles
    #[arg(long, value_name = "TEXT", conflicts_with = "inputs")]
    pub text: Option<String>,
    /// The date that articles without one are read against: 2026-02-01 or 2026-02-01T08:30
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub reference: Option<Published>,
    #[command(flatten)]
    pub folders: RuleFolders,
}

/// The rule to start.
#[derive(Debug, ClapArgs)]
pub struct New {
    /// The folder and the name of the rule's file: animals/bites
    #[arg(value_name = "PACK/NAME", value_parser = rule_name)]
    pub name: String,
    /// Write it to its place in this folder of rules, which is made where there is none; never over a file
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
}

/// Where rules are read from beside the embedded ones.
#[derive(Debug, ClapArgs)]
pub struct RuleFolders {
    /// A folder of rules that add to the embedded ones or, by name, replace them
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
}

/// How a report is written, and what it means for the exit status.
#[derive(Debug, ClapArgs)]
pub struct Writing {
    /// What goes to standard output: text, json, jsonl (a story a line), markdown, html, sarif, junit, github or csv
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_possible_values = true)]
    pub format: Format,
    /// Write a further report to a file in the same run; any number of times; `-` is standard output, in place of --format
    #[arg(long, value_name = "FORMAT=PATH", value_parser = out::<Format>)]
    pub out: Vec<(Format, PathBuf)>,
    /// The weakest verdict that makes the exit status 1: conflict, tension, updated, or never
    #[arg(long, value_name = "VERDICT", default_value = "tension", hide_possible_values = true)]
    pub fail_on: FailOn,
}

#[derive(Debug, ClapArgs)]
pub struct Articles {
    #[command(flatten)]
    pub reading: Reading,
    /// What goes to standard output: text, json or jsonl (an article a line, as it goes)
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_possible_values = true)]
    pub format: Sheet,
    /// Write a further listing to a file in the same run; any number of times; `-` is standard output, in place of --format
    #[arg(long, value_name = "FORMAT=PATH", value_parser = out::<Sheet>)]
    pub out: Vec<(Sheet, PathBuf)>,
}

/// What is read, and how.
#[derive(Debug, ClapArgs)]
pub struct Reading {
    /// Articles (text, Markdown, JSON Lines, web pages, feeds, agency formats, messages, Word documents, web archives),
    /// folders of them, or `-` for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<String>,
    #[command(flatten)]
    pub manner: Manner,
}

/// How articles are read.
#[derive(Debug, Clone, ClapArgs)]
pub struct Manner {
    /// Which way a bare weekday or month leans where no tense decides: past or future
    #[arg(long, value_name = "WAY", default_value = "past", hide_possible_values = true)]
    pub prefer: Prefer,
    /// The date that articles without one are read against: 2026-02-01 or 2026-02-01T08:30
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub reference: Option<Published>,
    /// A folder of rules that add to the embedded ones or, by name, replace them
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
    /// How many threads work; all cores unless told
    #[arg(long, value_name = "N", value_parser = threads)]
    pub jobs: Option<NonZeroUsize>,
    /// The newsroom's settings; without it `gainsay.toml` beside the articles or in a folder above them
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Read no settings, wherever they are
    #[arg(long, conflicts_with = "config")]
    pub no_config: bool,
}

/// What was known before, and on which day it is asked.
#[derive(Debug, ClapArgs)]
pub struct Before {
    /// What was known before; only what is new makes the exit status 1
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write the flagged findings into the baseline, whole or not at all
    #[arg(long)]
    pub update_baseline: bool,
    /// The day by which ignores run out; today unless told
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

/// The formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading at a terminal.
    Text,
    /// The whole report as one document.
    Json,
    /// One line for each article or story, as it goes.
    Jsonl,
    /// For pull requests and notes.
    Markdown,
    /// For code scanning.
    Sarif,
    /// For what shows test results.
    Junit,
    /// For the log of a GitHub workflow, which shows it beside the lines.
    Github,
    /// For spreadsheets.
    Csv,
    /// One page that holds all the evidence, for browsers.
    #[cfg(feature = "html")]
    Html,
}

/// The formats of what changed between versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layout {
    /// For reading at a terminal.
    Text,
    /// One document.
    Json,
    /// For pull requests and notes.
    Markdown,
    /// For browsers.
    #[cfg(feature = "html")]
    Html,
}

/// The formats of a listing of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sheet {
    /// For reading at a terminal.
    Text,
    /// One document.
    Json,
    /// One line for each article, as it goes.
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Prefer {
    /// The last one.
    Past,
    /// The next one.
    Future,
}

impl From<Prefer> for resolve::Prefer {
    fn from(prefer: Prefer) -> Self {
        match prefer {
            Prefer::Past => Self::Past,
            Prefer::Future => Self::Future,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// What cannot both stand.
    Conflict,
    /// That, and what an editor should look at.
    Tension,
    /// That, and what a later source supersedes.
    Updated,
    /// Never: the exit status says only whether the run worked.
    Never,
}

fn threads(written: &str) -> Result<NonZeroUsize, String> {
    written.parse().map_err(|_| format!("expected a number of threads, 1 or more, found \"{written}\""))
}

fn day(written: &str) -> Result<Date, String> {
    written.parse().map_err(|_| format!("expected a day such as 2026-02-01, found \"{written}\""))
}

fn rule_name(written: &str) -> Result<String, String> {
    let is_name = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let Some((pack, _)) = written.split_once('/').filter(|(pack, name)| is_name(pack) && is_name(name))
    else {
        return Err(format!(
            "expected a pack and a name of lower-case letters, digits and hyphens such as animals/bites, found \"{written}\""
        ));
    };
    if ["lexicon", "gazetteer", "policy"].contains(&pack) {
        return Err(format!("expected a pack of rules, found \"{pack}\", which holds no rules"));
    }
    Ok(written.to_owned())
}

fn date(written: &str) -> Result<Published, String> {
    let from = PublishedFrom::Given;
    if let Ok(day) = written.parse::<jiff::civil::Date>()
        && written.len() == "2026-02-01".len()
    {
        return Ok(Published { at: day.at(0, 0, 0, 0), has_time: false, offset: None, from });
    }
    let at = written.parse().map_err(|_| {
        format!("expected a date such as 2026-02-01 or 2026-02-01T08:30, found \"{written}\"")
    })?;
    Ok(Published { at, has_time: true, offset: None, from })
}

fn out<F: ValueEnum>(written: &str) -> Result<(F, PathBuf), String> {
    let Some((format, path)) = written.split_once('=').filter(|(_, path)| !path.is_empty()) else {
        return Err(format!("expected FORMAT=PATH such as json=report.json, found \"{written}\""));
    };
    F::from_str(format, false).map(|format| (format, PathBuf::from(path))).map_err(|_| {
        let known: Vec<String> = F::value_variants()
            .iter()
            .filter_map(|format| format.to_possible_value())
            .map(|value| value.get_name().to_owned())
            .collect();
        format!("expected one of the formats {}, found \"{format}\"", known.join(", "))
    })
}
