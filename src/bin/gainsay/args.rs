//! The arguments of every command, with the help that they show.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use gainsay::{
    resolve,
    text::{Published, PublishedFrom},
};
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
    /// When to colour what goes to the terminal; `auto` honours NO_COLOR
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: Color,
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
    Demo(Demo),
    /// Look at the rules and try them: list, show, check, test
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
    #[command(flatten)]
    pub writing: Writing,
}

/// Show the report on a story that comes with gainsay
#[derive(Debug, ClapArgs)]
pub struct Demo {
    #[command(flatten)]
    pub writing: Writing,
}

/// Look at the rules and try them.
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
    /// Write a further report to a file in the same run; any number of times
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
    /// Write a further listing to a file in the same run; any number of times
    #[arg(long, value_name = "FORMAT=PATH", value_parser = out::<Sheet>)]
    pub out: Vec<(Sheet, PathBuf)>,
}

/// What is read, and how.
#[derive(Debug, ClapArgs)]
pub struct Reading {
    /// Files (.txt, .md, .jsonl), folders, or `-` for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<String>,
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
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
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

fn date(written: &str) -> Result<Published, String> {
    let from = PublishedFrom::Given;
    if let Ok(day) = written.parse::<jiff::civil::Date>()
        && written.len() == "2026-02-01".len()
    {
        return Ok(Published { at: day.at(0, 0, 0, 0), has_time: false, from });
    }
    let at = written.parse().map_err(|_| {
        format!("expected a date such as 2026-02-01 or 2026-02-01T08:30, found \"{written}\"")
    })?;
    Ok(Published { at, has_time: true, from })
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
