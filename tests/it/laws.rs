//! What holds for every input: the order of sources and the number of threads change nothing, every span lies in its
//! source, and no text makes a stage fail.

use crate::story;
use gainsay::{
    Checker, Options,
    claim::MentionKind,
    ingest, read, report,
    rules::RuleBook,
    segment,
    text::{Source, WordClass},
};
use proptest::prelude::*;
use std::{io, num::NonZeroUsize, sync::LazyLock};

fn checker(jobs: usize) -> Checker {
    let options = Options { jobs: NonZeroUsize::new(jobs), ..Options::default() };
    Checker::new(RuleBook::embedded(&read::closed_words()), options)
}

static ONE: LazyLock<Checker> = LazyLock::new(|| checker(1));
static FOUR: LazyLock<Checker> = LazyLock::new(|| checker(4));

/// The articles of every fixture story.
fn articles() -> Vec<Source> {
    let inputs: Vec<String> =
        story::names().iter().map(|name| format!("{}/fixtures/stories/{name}", story::ROOT)).collect();
    ingest::sources(&inputs, io::empty()).sources
}

fn json(checker: &Checker, sources: &[Source]) -> String {
    report::json(&checker.check(sources), checker.book())
}

/// Every way to say something in the corpora of all kinds of value.
fn sayings() -> Vec<String> {
    fn strings(value: &toml::Value, all: &mut Vec<String>) {
        match value {
            toml::Value::String(text) => all.push(text.replace(['[', ']'], "")),
            toml::Value::Array(values) => values.iter().for_each(|value| strings(value, all)),
            toml::Value::Table(table) => table.values().for_each(|value| strings(value, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for file in std::fs::read_dir(format!("{}/fixtures/corpus", story::ROOT)).expect("the corpora are there")
    {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("a corpus is text");
        let corpus: toml::Table = toml::from_str(&text).expect("a corpus is TOML");
        strings(&toml::Value::Table(corpus), &mut all);
    }
    all.extend(articles().into_iter().map(|article| article.text));
    all
}

#[test]
fn looking_ahead_saves_work_and_changes_nothing() {
    let book = ONE.book();
    for text in sayings() {
        let source = Source { text, ..Source::default() };
        let mut document = segment::document(&source, &book.lexicon);
        let read = read::mentions(&document, book);
        for token in &mut document.tokens {
            token.ahead = WordClass::all();
        }
        assert_eq!(read, read::mentions(&document, book), "{}", source.text);
    }
}

#[test]
fn values_are_the_mentions_that_are_no_counted_noun_phrases() {
    let book = ONE.book();
    for text in sayings() {
        let source = Source { text, ..Source::default() };
        let document = segment::document(&source, &book.lexicon);
        let mut mentions = read::mentions(&document, book);
        mentions.retain(|mention| mention.kind != MentionKind::Group);
        assert_eq!(read::values(&document, book), mentions, "{}", source.text);
    }
}

/// Words of the kind that grammars and rules start on, and some that nothing should.
const WORDS: [&str; 40] = [
    "at least",
    "five",
    "people",
    "were",
    "killed",
    "in",
    "Kyiv",
    "on",
    "Friday",
    "the",
    "19",
    "others",
    "injured",
    "said",
    "\"",
    "”",
    "“",
    "President",
    "Maria Ōta",
    "met",
    "between",
    "6",
    "and",
    "8",
    "million",
    "km",
    "$",
    "%",
    ".",
    ",",
    "(",
    ")",
    "1.2",
    "Jan",
    "31",
    "no",
    "\n\n",
    "東京",
    "\u{1a}",
    "'s",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn neither_order_nor_threads_change_the_report(shuffled in Just(articles()).prop_shuffle()) {
        let expected = json(&ONE, &articles());
        prop_assert_eq!(&json(&ONE, &shuffled), &expected);
        prop_assert_eq!(&json(&FOUR, &shuffled), &expected);
    }

    #[test]
    fn every_mention_and_claim_lies_in_its_source(
        texts in prop::collection::vec(prop::collection::vec(prop::sample::select(&WORDS[..]), 1..60), 1..4),
    ) {
        let sources: Vec<Source> = texts
            .iter()
            .enumerate()
            .map(|(at, words)| Source { id: format!("{at}.txt"), text: words.join(" "), ..Source::default() })
            .collect();
        for (source, mentions) in sources.iter().zip(ONE.mentions(&sources)) {
            for (mention, _) in mentions {
                prop_assert!(source.text.get(mention.span.range()).is_some_and(|quote| !quote.is_empty()));
            }
        }
        let found = ONE.check(&sources);
        for story in &found.stories {
            for claim in &story.claims {
                let text = &story.sources[claim.source].source.text;
                prop_assert!(text.get(claim.span.range()).is_some_and(|quote| !quote.is_empty()));
                prop_assert!(text.get(claim.sentence.range()).is_some());
            }
        }
        // Whatever was found can be shown.
        prop_assert!(!report::text(&found, ONE.book(), true).is_empty());
        prop_assert!(!report::markdown(&found, ONE.book()).is_empty());
    }
}
