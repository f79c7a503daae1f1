//! A file of any format is read or refused: what it gives can be cut, and every span points into what it stands in.
//!
//! An input is the ending of a file's name in a line of its own, then the file's bytes.
#![no_main]

use gainsay::{ingest, rules::Lexicon, segment};
use libfuzzer_sys::fuzz_target;
use std::{fs, path::PathBuf, sync::LazyLock};

/// Where the file stands while it is read, one for each process.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gainsay-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the file");
    folder
});

const ENDINGS: &[&str] = &[
    "txt", "md", "jsonl", "html", "xhtml", "rss", "atom", "xml", "nitf", "ninjs", "eml", "docx", "warc", "gz",
];

fuzz_target!(|data: &[u8]| {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let Some(ending) = ENDINGS.iter().find(|ending| ending.as_bytes() == &data[..end]) else { return };
    let path = FOLDER.join(format!("file.{ending}"));
    fs::write(&path, &data[end + 1..]).expect("the file can be written");
    let read = ingest::sources(&[path.display().to_string()], std::io::empty());
    for source in &read.sources {
        let document = segment::document(source, &Lexicon::default());
        for sentence in &document.sentences {
            assert!(source.text.get(sentence.span.range()).is_some(), "a span lies on characters");
            let there = source.in_file(sentence.span);
            assert!(source.printed().get(there.range()).is_some(), "a span lies on characters of the file");
        }
    }
    for problem in &read.problems {
        assert!(!problem.to_string().is_empty(), "a refusal says why");
    }
});
