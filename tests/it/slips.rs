//! Of the values of the fixture stories, changed one at a time in a copy of the article, nearly all are shown; where nothing is
//! changed nothing is.

use crate::story::ROOT;
use gainsay::{
    Checker, Options, claim::MentionKind, finding::Report, ingest, read, rules::RuleBook, text::Source,
};
use std::{collections::BTreeMap, fmt::Write, io};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const NUMBERS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// The words of a value with one slip in them, and what kind of slip it is: another day, month, number or digit.
fn slipped(words: &str) -> Option<(&'static str, String)> {
    let next = |list: &'static [&'static str]| {
        let at = list
            .iter()
            .position(|word| words.split(|c: char| !c.is_alphanumeric()).any(|one| one == *word))?;
        Some(words.replacen(list[at], list[(at + 2) % list.len()], 1))
    };
    // The last digit of the first figure, so that most days and hours are still ones.
    let digit = || {
        let from = words.find(|c: char| c.is_ascii_digit())?;
        let figure: String = words[from..].chars().take_while(char::is_ascii_digit).collect();
        let last = from + figure.len() - 1;
        let other = (words.as_bytes()[last] - b'0' + 3) % 10;
        Some(format!("{}{other}{}", &words[..last], &words[last + 1..]))
    };
    let by_list = |name, list| next(list).map(|words| (name, words));
    by_list("weekday", &WEEKDAYS)
        .or_else(|| by_list("month", &MONTHS))
        .or_else(|| digit().map(|words| ("digit", words)))
        .or_else(|| by_list("number in words", &NUMBERS))
}

/// Whether a finding that is flagged rests on words of a source that overlap a stretch.
fn shows(report: &Report, source: &str, start: usize, end: usize) -> bool {
    report.stories.iter().any(|story| {
        story.findings.iter().filter(|finding| finding.verdict.is_flagged()).any(|finding| {
            finding.positions.iter().flat_map(|position| &position.claims).any(|id| {
                let claim = &story.claims[id.0];
                story.sources[claim.source].source.id == source
                    && claim.span.start() < end
                    && start < claim.span.end()
            })
        })
    })
}

fn flagged(report: &Report) -> usize {
    let findings = report.stories.iter().flat_map(|story| &story.findings);
    findings.filter(|finding| finding.verdict.is_flagged()).count()
}

fn copy(article: &Source, id: &str, text: String) -> Source {
    Source { id: id.to_owned(), text, ..article.clone() }
}

#[test]
fn a_value_that_a_copy_changes_is_shown() {
    let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
    let folders = ["miami-talks", "coast-quake", "mill-street-shooting"]
        .map(|name| format!("{ROOT}/fixtures/stories/{name}"));
    let articles = ingest::sources(&folders, io::empty()).sources;
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (article, mentions) in articles.iter().zip(checker.mentions(&articles)) {
        let alone = checker.check(std::slice::from_ref(article));
        let same = checker.check(&[article.clone(), copy(article, "copy", article.text.clone())]);
        assert!(flagged(&same) <= flagged(&alone), "{}", article.id);
        let mut end = 0;
        for (mention, _) in mentions.iter().filter(|(mention, _)| {
            !matches!(
                mention.kind,
                MentionKind::Person
                    | MentionKind::Place
                    | MentionKind::Organization
                    | MentionKind::Title
                    | MentionKind::Quotation
            )
        }) {
            let (from, to) = (mention.span.start(), mention.span.end());
            let Some((kind, words)) = slipped(&article.text[from..to]).filter(|_| from >= end) else {
                continue;
            };
            end = to;
            let text = format!("{}{words}{}", &article.text[..from], &article.text[to..]);
            let found = checker.check(&[article.clone(), copy(article, "copy", text)]);
            let shown = shows(&found, "copy", from, from + words.len());
            let (of, all) = counts.entry(kind).or_default();
            *of += usize::from(shown);
            *all += 1;
        }
    }
    let mut lines = String::new();
    for (kind, (shown, all)) in counts {
        let _ = writeln!(lines, "{kind}: {shown} of {all} shown");
    }
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("slips", lines);
    });
}
