//! Ten thousand further rules load in half a second and at most double the time to extract.
//!
//! Only a release build says anything about time: `cargo test --release --test it scale -- --ignored --nocapture`.

use gainsay::{Checker, Options, read, rules::RuleBook, text::Source};
use std::{
    fmt::Write,
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

const MANY: usize = 10_000;

/// A word that is no word, a different one for each number.
fn word(number: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or_default());
    ["z", "q"].concat().chars().chain((0..4).map(|at| letter(number / 26_usize.pow(at)))).collect()
}

/// A folder of generated rules, a hundred to a pack.
fn generated() -> PathBuf {
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
}

/// About a megabyte of news-like text, the same every time.
fn article() -> Source {
    let mut text = String::new();
    for number in 0..6_000 {
        let _ = writeln!(
            text,
            "At least {} people were killed and {} others injured in an attack near the town on Friday, officials said.\n\
             The ministers of both countries held talks in the capital, the spokesman told reporters.\n",
            number % 97 + 2,
            number % 31 + 2
        );
    }
    Source { id: "long".to_owned(), text, ..Source::default() }
}

fn fastest(mut work: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..5).map(time).min().unwrap_or_default()
}

#[test]
#[ignore = "measures time, which only a release build on a quiet machine can"]
fn ten_thousand_further_rules_cost_little() {
    let folder = generated();
    let words = read::closed_words();
    let few = RuleBook::embedded(&words);
    let embedded = fastest(|| drop(RuleBook::embedded(&words)));
    let load = || {
        RuleBook::load(&words, std::slice::from_ref(&folder)).unwrap_or_else(|errors| panic!("{}", errors[0]))
    };
    let loading = fastest(|| drop(load()));
    let many = load();
    let sources = [article()];
    let options = Options { jobs: std::num::NonZeroUsize::new(1), ..Options::default() };
    let few = Checker::new(few, options);
    let many = Checker::new(many, options);
    let before = fastest(|| drop(few.extract(&sources)));
    let after = fastest(|| drop(many.extract(&sources)));
    println!(
        "load: {embedded:?} embedded, {loading:?} with {MANY} more; extract {} bytes: {before:?}, then {after:?}",
        sources[0].text.len()
    );
    assert!(loading < Duration::from_millis(500), "loading took {loading:?}");
    assert!(after < before * 2, "extract took {after:?} instead of {before:?}");
}
