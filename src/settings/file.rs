//! `gainsay.toml` as it is written, checked on the way to [`Settings`].
//!
//! ```toml
//! baseline = "known.json"              # beside this file
//!
//! [rules]                              # a pack or PACK/RULE: "on", "off", or a severity
//! disaster = "off"
//! "general/age" = "error"
//!
//! [tolerance]
//! "general/damage" = "5%"              # clock times: "10 minutes"
//!
//! [aliases]                            # your own form, and the others
//! "Kyiv" = ["Kiev"]
//!
//! [ranks]                              # ids or publishers; the lowest stands first
//! "Northern Press Agency" = 1
//!
//! [[ignore]]                           # `finding`, or any of story, rule, attribute, subject, source with `*`
//! finding = "1ac8224e8d5ecff3"
//! reason = "the police corrected the age by telephone"
//! owner = "night desk"
//! until = 2026-12-31
//! ```

use super::{Aliases, Ignore, Settings, severity};
use crate::{error::Error, finding::Severity};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::{collections::BTreeMap, ops::Range, path::PathBuf};
use toml::Spanned;

/// What the settings say of a rule or pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    On,
    Off,
    Of(Severity),
}

/// By how much values may differ and still agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tolerance {
    PerCent(Decimal),
    Minutes(u32),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    baseline: Option<PathBuf>,
    #[serde(default)]
    rules: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    tolerance: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    aliases: BTreeMap<String, Vec<Spanned<String>>>,
    #[serde(default)]
    ranks: BTreeMap<String, u32>,
    #[serde(default)]
    ignore: Vec<Spanned<IgnoreTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IgnoreTable {
    finding: Option<String>,
    story: Option<String>,
    rule: Option<String>,
    attribute: Option<String>,
    subject: Option<String>,
    source: Option<String>,
    reason: Option<String>,
    owner: Option<String>,
    until: Option<Spanned<toml::Value>>,
}

/// What is wrong, where, and what to do.
struct Fault(Range<usize>, String, &'static str);

/// The settings of a file.
pub(super) fn parse(path: &str, text: String) -> Result<Settings, Error> {
    let wrong = |place: Option<Range<usize>>, message: String, help: &str| Error::Rule {
        path: path.to_owned(),
        text: text.clone(),
        place,
        message,
        help: help.to_owned(),
    };
    let file: File = toml::from_str(&text).map_err(|error| {
        let message = error.message().lines().collect::<Vec<_>>().join(", ").replace('`', "\"");
        wrong(error.span(), message, "docs/settings.md lists the keys and what they hold")
    })?;
    let settings = checked(file).map_err(|Fault(place, message, help)| wrong(Some(place), message, help))?;
    Ok(Settings { path: path.to_owned(), text, ..settings })
}

fn checked(file: File) -> Result<Settings, Fault> {
    let mut settings = Settings { baseline: file.baseline, ..Settings::default() };
    for (name, word) in file.rules {
        let choice = match word.get_ref().as_str() {
            "on" => Choice::On,
            "off" => Choice::Off,
            other => Choice::Of(severity(other).ok_or_else(|| {
                let message = format!("expected on, off, note, warning or error, found \"{other}\"");
                Fault(word.span(), message, "write one of these words")
            })?),
        };
        settings.rules.insert(name.get_ref().clone(), (choice, name.span()));
    }
    for (name, written) in file.tolerance {
        let tolerance = tolerance(written.get_ref()).ok_or_else(|| {
            let message = format!("expected a tolerance, found \"{}\"", written.get_ref());
            Fault(
                written.span(),
                message,
                "write \"5%\" for figures and lengths, \"10 minutes\" for clock times",
            )
        })?;
        settings.tolerances.insert(name.get_ref().clone(), (tolerance, name.span(), written.span()));
    }
    settings.aliases = aliases(file.aliases)?;
    settings.ranks = file.ranks.into_iter().collect();
    settings.ignores = file.ignore.into_iter().map(ignore).collect::<Result<_, _>>()?;
    Ok(settings)
}

fn aliases(written: BTreeMap<String, Vec<Spanned<String>>>) -> Result<Aliases, Fault> {
    let mut aliases = Aliases::default();
    for (own, others) in written {
        for other in others {
            if let Some(held) = aliases.add(&own, other.get_ref()).filter(|held| *held != own) {
                let message = format!("\"{}\" stands for \"{held}\" and \"{own}\"", other.get_ref());
                return Err(Fault(other.span(), message, "let it stand for one of them"));
            }
        }
    }
    Ok(aliases)
}

fn tolerance(written: &str) -> Option<Tolerance> {
    if let Some(figure) = written.strip_suffix('%') {
        let figure: Decimal = figure.trim_end().parse().ok()?;
        return (Decimal::ZERO..=Decimal::ONE_HUNDRED)
            .contains(&figure)
            .then_some(Tolerance::PerCent(figure));
    }
    written.strip_suffix("minutes")?.trim_end().parse().ok().map(Tolerance::Minutes)
}

fn ignore(table: Spanned<IgnoreTable>) -> Result<Ignore, Fault> {
    let span = table.span();
    let table = table.into_inner();
    let Some(reason) = table.reason.filter(|reason| !reason.trim().is_empty()) else {
        let message = "expected a reason why it is ignored, found none".to_owned();
        return Err(Fault(span, message, "add reason = \"…\": it is printed wherever the finding would be"));
    };
    let until = match table.until {
        None => None,
        Some(written) => {
            let word =
                written.get_ref().as_str().map_or_else(|| written.get_ref().to_string(), str::to_owned);
            Some(word.parse::<Date>().map_err(|_| {
                let message = format!("expected a day such as 2026-12-31, found {}", written.get_ref());
                Fault(written.span(), message, "write the last day on which it is ignored")
            })?)
        }
    };
    let ignore = Ignore {
        finding: table.finding,
        story: table.story,
        rule: table.rule,
        attribute: table.attribute,
        subject: table.subject,
        source: table.source,
        reason,
        owner: table.owner,
        until,
        place: span.start,
    };
    let fits_all = [&ignore.finding, &ignore.rule, &ignore.attribute, &ignore.subject, &ignore.source]
        .into_iter()
        .all(Option::is_none);
    if fits_all {
        let message = "expected what is ignored, found nothing that a finding could fit".to_owned();
        return Err(Fault(
            span,
            message,
            "add finding = \"…\" with its id, or a rule, attribute, subject or source",
        ));
    }
    Ok(ignore)
}
