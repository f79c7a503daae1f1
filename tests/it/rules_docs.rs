//! The rule files in docs/writing-rules.md are right, and their examples hold.

use crate::story::ROOT;
use gainsay::{
    Checker, Options, read,
    rules::{Failure, RuleBook},
};
use std::{fs, path::PathBuf};

/// The TOML files of the page, each with the place that its first line names.
fn files(page: &str) -> Vec<(&str, &str)> {
    page.split("```toml\n# file: ")
        .skip(1)
        .filter_map(|block| block.split_once("```")?.0.split_once('\n'))
        .collect()
}

#[test]
fn the_rules_of_the_tutorial_hold() {
    let page = fs::read_to_string(format!("{ROOT}/docs/writing-rules.md")).expect("the page is there");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("rules-of-the-tutorial");
    let files = files(&page);
    assert!(files.len() >= 3, "the page shows rule files");
    for (place, text) in &files {
        let path = folder.join(place);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(&path, text).expect("the file can be written");
    }
    let book =
        RuleBook::load(&read::closed_words(), &[folder]).unwrap_or_else(|errors| panic!("{}", errors[0]));
    let failing: Vec<String> = Checker::new(book, Options::default())
        .failing_examples()
        .iter()
        .filter(|failure| failure.rule.starts_with("animals/"))
        .map(Failure::to_string)
        .collect();
    assert!(failing.is_empty(), "{}", failing.join("\n"));
}

#[test]
fn every_slot_type_is_explained() {
    let page = fs::read_to_string(format!("{ROOT}/docs/writing-rules.md")).expect("the page is there");
    for kind in gainsay::rules::SlotKind::ALL {
        assert!(page.contains(&format!("| `{}` |", kind.word())), "{} is not explained", kind.word());
    }
}
