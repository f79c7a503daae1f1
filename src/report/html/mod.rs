//! The evidence page: a report as one HTML file that needs no network and runs nothing but its own script.
//!
//! Here a story becomes what the templates show (`templates/`); how words come onto the page is in `markup`, findings in
//! `finding`, the matrix in `matrix`, values by time in `changes`, full articles in `article`.
//! Everything can be read without the script, which opens full articles beside each other and filters.

mod article;
mod changes;
mod finding;
mod markup;
mod matrix;
mod memo;
mod scale;

use super::{
    plain::neutral,
    wording::{Places, VERDICTS, counted, meaning},
};
use crate::{
    finding::{Evidence, Report, Story, Verdict, spoken},
    rules::RuleBook,
};
use askama::Template;
use base64::{Engine, engine::general_purpose::STANDARD};
use markup::Markup;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

pub(super) use memo::page as memos;

const STYLE: &str = include_str!("../../../templates/page.css");
const SCRIPT: &str = include_str!("../../../templates/page.js");

/// The report as one HTML file.
#[must_use]
pub fn report(report: &Report, book: &RuleBook) -> String {
    let page = Page {
        title: title(report),
        style: STYLE,
        script: SCRIPT,
        style_hash: hash(STYLE),
        script_hash: hash(SCRIPT),
        version: env!("CARGO_PKG_VERSION"),
        rules: book.rules.len(),
        stories: report.stories.iter().enumerate().map(|(at, story)| view(at, story, book)).collect(),
    };
    // Filling a string from values that are all there cannot fail.
    page.render().unwrap_or_default()
}

/// The page.
#[derive(Template)]
#[template(path = "page.html")]
struct Page {
    title: String,
    style: &'static str,
    script: &'static str,
    style_hash: String,
    script_hash: String,
    version: &'static str,
    rules: usize,
    stories: Vec<View>,
}

/// A story as the page shows it.
struct View {
    /// The element's name, which starts the names of all elements in it.
    prefix: String,
    name: Markup,
    /// The first and last day of publication.
    days: String,
    numbers: Vec<Number>,
    flagged: Vec<finding::Entry>,
    settled: Vec<finding::Entry>,
    others: Vec<finding::Entry>,
    matrix: Option<matrix::Matrix>,
    plots: Vec<changes::Change>,
    timelines: Vec<changes::Change>,
    origins: Vec<Shared>,
    articles: Vec<article::Article>,
    verdicts: Vec<Choice>,
    attributes: Vec<Choice>,
    sources: Vec<Choice>,
    coverage: String,
}

/// A number at the top of a story.
struct Number {
    count: usize,
    noun: String,
    class: &'static str,
}

/// Something that findings can be filtered by.
struct Choice {
    value: String,
    label: String,
    count: usize,
    meaning: &'static str,
}

/// Sources that are one witness.
struct Shared {
    label: Markup,
    sources: Vec<Markup>,
    evidence: Markup,
}

fn title(report: &Report) -> String {
    match report.stories.as_slice() {
        [story] => neutral(&story.id).into_owned(),
        stories => format!("{} stories", stories.len()),
    }
}

/// What a content security policy knows a style or script by.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

fn view(at: usize, story: &Story, book: &RuleBook) -> View {
    let prefix = format!("s{at}");
    let names = names(story);
    let stretches = article::Stretches::of(story, &prefix);
    let places = Places::of(story);
    let context = finding::Context {
        story,
        book,
        names: &names,
        stretches: &stretches,
        places: &places,
        prefix: &prefix,
    };
    let entries = story.findings.iter().enumerate().map(|(at, found)| context.entry(at, found));
    let (flagged, rest): (Vec<_>, Vec<_>) = entries.partition(|entry: &finding::Entry| entry.is_flagged);
    let (settled, others) = rest.into_iter().partition(|entry| entry.settled.is_some());
    let (plots, timelines) = changes::changes(&context);
    let coverage = &story.coverage;
    View {
        name: Markup::words(&story.id),
        days: days(story),
        numbers: numbers(story),
        flagged,
        settled,
        others,
        matrix: matrix::matrix(&context),
        plots,
        timelines,
        origins: shared(story, &names),
        articles: article::articles(story, &names, &stretches),
        verdicts: verdicts(story),
        attributes: attributes(story),
        sources: sources(story, &names),
        coverage: format!(
            "{} of {} gave {}; {} in no other article; {} could not be placed.",
            coverage.sentences_with_claims,
            counted(coverage.sentences, "sentence"),
            counted(story.claims.len(), "claim"),
            coverage.single_claims,
            counted(coverage.unplaced_times, "time"),
        ),
        prefix,
    }
}

/// What each source is called: its publisher, with its id where that published several.
fn names(story: &Story) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for publisher in story.sources.iter().filter_map(|info| info.publisher.as_deref()) {
        *seen.entry(publisher).or_default() += 1;
    }
    let name = |info: &crate::finding::SourceInfo| match info.publisher.as_deref() {
        Some(publisher) if seen[publisher] == 1 => publisher.to_owned(),
        Some(publisher) => format!("{publisher} ({})", info.source.id),
        None => info.source.id.clone(),
    };
    story.sources.iter().map(name).collect()
}

fn days(story: &Story) -> String {
    let published = || story.sources.iter().filter_map(|info| info.published);
    let shown = |at: crate::text::Published| super::wording::day(at);
    match (published().min_by_key(|at| at.at), published().max_by_key(|at| at.at)) {
        (Some(first), Some(last)) if first.at.date() == last.at.date() => shown(first),
        (Some(first), Some(last)) => format!("{} to {}", shown(first), shown(last)),
        _ => String::new(),
    }
}

fn numbers(story: &Story) -> Vec<Number> {
    let plain = |count: usize, noun: &str| Number {
        count,
        noun: if count == 1 { noun.to_owned() } else { format!("{noun}s") },
        class: "",
    };
    let mut numbers = vec![
        plain(story.sources.len(), "article"),
        plain(story.origins.len(), "origin"),
        plain(story.claims.len(), "claim"),
    ];
    numbers.extend(tally(story).map(|(verdict, count)| Number {
        count,
        noun: noun(verdict, count).to_owned(),
        class: verdict.word(),
    }));
    let settled = story.findings.iter().filter(|found| found.settled.is_some()).count();
    if settled > 0 {
        numbers.push(Number { count: settled, noun: "settled before".to_owned(), class: "" });
    }
    numbers
}

/// What findings of a verdict are called.
const fn noun(verdict: Verdict, count: usize) -> &'static str {
    match (verdict, count) {
        (Verdict::Conflict, 1) => "conflict",
        (Verdict::Conflict, _) => "conflicts",
        (Verdict::Tension, 1) => "tension",
        (Verdict::Tension, _) => "tensions",
        (Verdict::Updated, _) => "updated",
        (Verdict::Compatible, _) => "compatible",
        (Verdict::Agree, _) => "agreed",
        (Verdict::Incomparable, _) => "not comparable",
    }
}

fn tally(story: &Story) -> impl Iterator<Item = (Verdict, usize)> {
    VERDICTS
        .iter()
        .map(|&verdict| (verdict, story.findings.iter().filter(|found| found.verdict == verdict).count()))
        .filter(|&(_, count)| count > 0)
}

fn verdicts(story: &Story) -> Vec<Choice> {
    tally(story)
        .map(|(verdict, count)| Choice {
            value: verdict.word().to_owned(),
            label: verdict.word().to_owned(),
            count,
            meaning: meaning(verdict),
        })
        .collect()
}

fn attributes(story: &Story) -> Vec<Choice> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &story.findings {
        *counts.entry(&finding.attribute).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(attribute, count)| Choice {
            value: neutral(attribute).into_owned(),
            label: neutral(&spoken(attribute)).into_owned(),
            count,
            meaning: "",
        })
        .collect()
}

fn sources(story: &Story, names: &[String]) -> Vec<Choice> {
    let held: Vec<BTreeSet<usize>> = story
        .findings
        .iter()
        .map(|finding| finding.positions.iter().flat_map(|position| &position.sources).copied().collect())
        .collect();
    names
        .iter()
        .enumerate()
        .map(|(at, name)| Choice {
            value: at.to_string(),
            label: neutral(name).into_owned(),
            count: held.iter().filter(|sources| sources.contains(&at)).count(),
            meaning: "",
        })
        .filter(|choice| choice.count > 0)
        .collect()
}

/// The sources that are one witness, and why.
fn shared(story: &Story, names: &[String]) -> Vec<Shared> {
    story
        .origins
        .iter()
        .filter(|origin| origin.sources.len() > 1)
        .map(|origin| {
            let why: BTreeSet<String> = origin
                .evidence
                .iter()
                .map(|evidence| match evidence {
                    Evidence::Credit { agency, .. } => format!("credited to {agency}"),
                    Evidence::SharedText { share, .. } => format!("{share} % of the sentences shared"),
                })
                .collect();
            Shared {
                label: Markup::words(&origin.label),
                sources: origin.sources.iter().map(|&at| Markup::words(&names[at])).collect(),
                evidence: Markup::words(&why.into_iter().collect::<Vec<_>>().join(", ")),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Reason, report::sample};

    /// What would start an element, end an attribute, run or turn the text round, wherever it is put unescaped.
    const HOSTILE: &str = "<script>x</script>\"'><img onerror=x>\u{202E}\u{0}{{ x }}";

    #[test]
    fn whatever_a_report_holds_stays_text() {
        let mut report = sample::report();
        let story = &mut report.stories[0];
        story.id = HOSTILE.to_owned();
        for info in &mut story.sources {
            info.source.id = HOSTILE.to_owned();
            info.source.path = Some(HOSTILE.to_owned());
            info.source.title = Some(HOSTILE.to_owned());
            info.source.url = Some(format!("https://example.org/{HOSTILE}"));
            info.publisher = Some(HOSTILE.to_owned());
            info.source.text = format!("{}{HOSTILE}", info.source.text);
        }
        for origin in &mut story.origins {
            origin.label = HOSTILE.to_owned();
            origin.evidence.push(Evidence::Credit { agency: HOSTILE.to_owned(), sources: vec![1, 2] });
        }
        for claim in &mut story.claims {
            claim.stance.speaker = Some(HOSTILE.to_owned());
        }
        for finding in &mut story.findings {
            finding.id = HOSTILE.to_owned();
            finding.attribute = HOSTILE.to_owned();
            finding.subject = HOSTILE.to_owned();
            finding.message = HOSTILE.to_owned();
            finding.reason = Reason::Apart { why: HOSTILE.to_owned() };
            for position in &mut finding.positions {
                position.display = HOSTILE.to_owned();
            }
        }
        let page = super::report(&report, &RuleBook::default());
        assert_eq!(page.matches("<script").count(), 1);
        assert_eq!(page.matches("</script").count(), 1);
        assert_eq!(page.matches("<img").count(), 0);
        assert!(!page.contains(['\u{202E}', '\u{0}']), "nothing hidden is left");
        assert!(!page.contains("\"'>"), "no attribute is ended");
    }

    #[test]
    fn the_policy_knows_the_page_s_own_style_and_script() {
        let page = super::report(&sample::report(), &RuleBook::default());
        for (start, end, text) in [("<style>", "</style>", STYLE), ("<script>", "</script>", SCRIPT)] {
            let (_, rest) = page.split_once(start).unwrap();
            let (inside, _) = rest.split_once(end).unwrap();
            assert_eq!(inside, text);
            assert!(page.contains(&format!("-src '{}'", hash(text))), "{text}");
        }
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn every_name_on_the_page_stands_once_and_every_link_leads_somewhere() {
        let page = super::report(&sample::report(), &RuleBook::default());
        let values = |start: &str| -> Vec<String> {
            page.split(start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        let ids = values(" id=\"");
        let once: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), once.len(), "{ids:?}");
        for link in values("href=\"#") {
            assert!(once.contains(&link), "{link}");
        }
    }

    #[test]
    fn a_report_without_stories_is_a_page() {
        let page = super::report(&Report::default(), &RuleBook::default());
        assert!(page.contains("Nothing was read"), "{page}");
    }
}
