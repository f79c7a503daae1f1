//! How many bytes of news a second each stage reads, beside a split at blanks and a scan for words.
//!
//! The text is made of sentences of the fixtures' kind, repeated with changed figures to 1 MB and 10 MB.
//! `cargo bench --bench pipeline`; docs/performance.md tells how to read the result.

use divan::{Bencher, counter::BytesCount};
use gainsay::{Checker, Options, read, rules::RuleBook, segment, text::Source};
use std::{num::NonZeroUsize, sync::LazyLock};

fn main() {
    divan::main();
}

/// Paragraphs of running news with the usual share of figures, names and dates.
const PARAGRAPHS: &[&str] = &[
    "At least {} people were killed and more than 40 others injured when a bus left the road near the town of Hillford on Monday, officials said.",
    "The mayor, Jane Arden, 52, said that the council would meet again next week to decide what should be done about the bridge.",
    "\"We are doing everything we can to help the families,\" she told reporters outside the town hall, adding that roads would stay closed until Friday.",
    "The company reported a profit of ${} million for the third quarter, up 12 percent from a year earlier, and said that it expected sales to grow.",
    "Rescue workers searched through the night with dogs and lights, but rain and wind of up to 90 km/h made the work slow and dangerous.",
    "Witnesses described a loud noise shortly after 8 p.m. and thick smoke that could be seen from several villages in the valley.",
    "The two governments have been talking since January, and a second round of meetings is planned in the capital later this month.",
    "It was not immediately clear what had caused the accident, and the police asked anyone who had seen the bus to come forward.",
    "In {} the region was struck by an earthquake of magnitude 6.1, which destroyed hundreds of houses and left thousands without shelter.",
    "Many residents said that they had not been warned in time and that help had been slow to arrive in the outlying farms.",
];

fn articles(bytes: usize) -> Vec<Source> {
    let mut sources = Vec::new();
    let (mut total, mut n) = (0, 0);
    while total < bytes {
        let mut text = String::new();
        while text.len() < 4_000 {
            let paragraph = PARAGRAPHS[n % PARAGRAPHS.len()];
            text.push_str(&paragraph.replace("{}", &(n % 997 + 2).to_string()));
            text.push_str("\n\n");
            n += 1;
        }
        total += text.len();
        sources.push(Source {
            id: format!("a{n}"),
            story: format!("s{}", n / 400),
            text,
            ..Source::default()
        });
    }
    sources
}

fn size(sources: &[Source]) -> BytesCount {
    BytesCount::new(sources.iter().map(|source| source.text.len()).sum::<usize>())
}

static ONE: LazyLock<Vec<Source>> = LazyLock::new(|| articles(1_000_000));
static TEN: LazyLock<Vec<Source>> = LazyLock::new(|| articles(10_000_000));

fn checker(jobs: usize) -> Checker {
    let options = Options { jobs: NonZeroUsize::new(jobs), ..Options::default() };
    Checker::new(RuleBook::embedded(&read::closed_words()), options)
}

static SINGLE: LazyLock<Checker> = LazyLock::new(|| checker(1));
static ALL: LazyLock<Checker> = LazyLock::new(|| checker(0));

#[divan::bench]
fn split_at_blanks(bencher: Bencher<'_, '_>) {
    bencher
        .counter(size(&ONE))
        .bench(|| ONE.iter().map(|source| source.text.split_whitespace().count()).sum::<usize>());
}

#[divan::bench]
fn scan_for_words(bencher: Bencher<'_, '_>) {
    let words = [
        "killed",
        "injured",
        "million",
        "percent",
        "Monday",
        "president",
        "meeting",
        "earthquake",
        "truce",
        "arrested",
    ];
    let scan = aho_corasick::AhoCorasick::new(words).expect("plain words");
    bencher
        .counter(size(&ONE))
        .bench(|| ONE.iter().map(|source| scan.find_iter(&source.text).count()).sum::<usize>());
}

#[divan::bench]
fn segment_one_core(bencher: Bencher<'_, '_>) {
    let lexicon = &SINGLE.book().lexicon;
    bencher
        .counter(size(&ONE))
        .bench(|| ONE.iter().map(|source| segment::document(source, lexicon).tokens.len()).sum::<usize>());
}

#[divan::bench]
fn read_alone_one_core(bencher: Bencher<'_, '_>) {
    let book = SINGLE.book();
    let documents: Vec<_> = ONE.iter().map(|source| segment::document(source, &book.lexicon)).collect();
    bencher
        .counter(size(&ONE))
        .bench(|| documents.iter().map(|document| read::mentions(document, book).len()).sum::<usize>());
}

#[divan::bench]
fn mentions_one_core(bencher: Bencher<'_, '_>) {
    bencher.counter(size(&ONE)).bench(|| SINGLE.mentions(&ONE).len());
}

#[divan::bench(sample_count = 10)]
fn mentions_all_cores(bencher: Bencher<'_, '_>) {
    bencher.counter(size(&TEN)).bench(|| ALL.mentions(&TEN).len());
}

#[divan::bench]
fn extract_one_core(bencher: Bencher<'_, '_>) {
    bencher.counter(size(&ONE)).bench(|| SINGLE.extract(&ONE).len());
}

#[divan::bench(sample_count = 10)]
fn extract_all_cores(bencher: Bencher<'_, '_>) {
    bencher.counter(size(&TEN)).bench(|| ALL.extract(&TEN).len());
}

#[divan::bench(sample_count = 10)]
fn check_one_core(bencher: Bencher<'_, '_>) {
    bencher.counter(size(&ONE)).bench(|| SINGLE.check(&ONE).stories.len());
}

#[divan::bench(sample_count = 10)]
fn check_all_cores(bencher: Bencher<'_, '_>) {
    bencher.counter(size(&TEN)).bench(|| ALL.check(&TEN).stories.len());
}

/// A megabyte that grammars could stumble over: the time must stay in proportion to the length.
#[divan::bench(args = ["digits", "of the of the", "brackets", "quotes", "hyphens", "one and one", "capitals"], sample_count = 5)]
fn hostile(bencher: Bencher<'_, '_>, kind: &str) {
    let piece = match kind {
        "digits" => "1234567890",
        "of the of the" => "of the ",
        "brackets" => "((((",
        "quotes" => "\"'\" ",
        "hyphens" => "5-5-",
        "one and one" => "one and one hundred ",
        _ => "United States of ",
    };
    let source = [Source { text: piece.repeat(1_000_000 / piece.len()), ..Source::default() }];
    bencher.counter(size(&source)).bench(|| SINGLE.mentions(&source).len());
}
