//! How many bytes of news a second each stage reads, beside a split at blanks and a scan for words.
//!
//! The text is made of the articles of `fixtures/stories`, repeated to 1 MB and 10 MB; each repetition is a story of its
//! own. `cargo bench --bench pipeline`; docs/performance.md tells how to read the result.

use divan::{Bencher, counter::BytesCount};
use gainsay::{Checker, Options, ingest, read, rules::RuleBook, segment, text::Source};
use std::{fs, io, num::NonZeroUsize, path::PathBuf, sync::LazyLock};

fn main() {
    divan::main();
}

/// The fixture stories over and over, up to `bytes`.
fn articles(bytes: usize) -> Vec<Source> {
    let folders = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/stories");
    let inputs: Vec<String> =
        ["miami-talks", "coast-quake", "mill-street-shooting"].map(|name| format!("{folders}/{name}")).into();
    let fixtures = ingest::sources(&inputs, io::empty()).sources;
    assert!(!fixtures.is_empty(), "the fixture stories are there");
    let mut sources: Vec<Source> = Vec::new();
    let mut total = 0;
    for round in 0.. {
        for article in &fixtures {
            if total >= bytes {
                return sources;
            }
            total += article.text.len();
            sources.push(Source {
                id: format!("{}-{round}", article.id),
                story: format!("{}-{round}", article.story),
                ..article.clone()
            });
        }
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

/// A word that is no word, a different one for each number.
fn word(number: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or_default());
    ['z', 'q'].into_iter().chain((0..4).map(|at| letter(number / 26_usize.pow(at)))).collect()
}

/// A folder of ten thousand rules that no article needs, a hundred to a pack.
static MANY_RULES: LazyLock<PathBuf> = LazyLock::new(|| {
    const MANY: usize = 10_000;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("generated-rules");
    for number in 0..MANY {
        let pack = folder.join(format!("pack{:03}", number / 100));
        fs::create_dir_all(&pack).expect("the folder can be made");
        let (verb, noun) = (word(number), word(number + MANY));
        let rule = format!(
            "summary = \"How many people were {verb}ed\"\n[compare]\nhow = \"count\"\n[same]\nkeys = [\"event\"]\n\
             [[claim]]\nattribute = \"{verb}\"\npatterns = [\n  '<value:people> (was|were|have been) [{{adverb}}] {verb}~',\n  \
             '{verb}~ <value:people> ..3 {noun}',\n]\n[[example]]\ntext = \"The {noun} {verb}ed.\"\nclaims = []\n"
        );
        fs::write(pack.join(format!("rule{number:05}.toml")), rule).expect("the file can be written");
    }
    folder
});

fn with_many_rules() -> RuleBook {
    RuleBook::load(&read::closed_words(), std::slice::from_ref(&*MANY_RULES))
        .unwrap_or_else(|errors| panic!("{}", errors[0]))
}

#[divan::bench(sample_count = 10)]
fn load_rules() -> RuleBook {
    RuleBook::embedded(&read::closed_words())
}

#[divan::bench(sample_count = 10)]
fn load_ten_thousand_more_rules(bencher: Bencher<'_, '_>) {
    LazyLock::force(&MANY_RULES);
    bencher.bench(with_many_rules);
}

/// Beside `extract_one_core`: rules whose words are in no article should cost next to nothing.
#[divan::bench(sample_count = 10)]
fn extract_with_ten_thousand_more_rules(bencher: Bencher<'_, '_>) {
    let options = Options { jobs: NonZeroUsize::new(1), ..Options::default() };
    let many = Checker::new(with_many_rules(), options);
    bencher.counter(size(&ONE)).bench(|| many.extract(&ONE).len());
}

/// Text that grammars could stumble over, in two lengths: bytes a second must not fall with the length.
#[divan::bench(args = HOSTILE, consts = [100_000, 1_000_000], sample_count = 3)]
fn hostile<const LENGTH: usize>(bencher: Bencher<'_, '_>, piece: &str) {
    let source = [Source { text: piece.repeat(LENGTH / piece.len()), ..Source::default() }];
    bencher.counter(size(&source)).bench(|| SINGLE.extract(&source).len());
}

const HOSTILE: [&str; 12] = [
    "1234567890",
    "of the ",
    "((((",
    "\"'\" ",
    "5-5-",
    "1/1/",
    "one and one hundred ",
    "the first last two ",
    "1991 to ",
    "five or more killed ",
    "United States of ",
    "two years, ",
];
