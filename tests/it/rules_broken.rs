//! What an author is told about a wrong rule file: one fixture for each message, all of them in one snapshot.

use gainsay::{Error, read, rules::RuleBook};
use std::{fmt::Write, path::PathBuf};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/broken/rules");

/// An error with its line of the file and a caret under its place.
fn shown(error: &Error) -> String {
    let Error::Rule { path, text, place: Some(place), message, help } = error else {
        return error.to_string();
    };
    let name = path.strip_prefix(FOLDER).unwrap_or(path).trim_start_matches(['/', '\\']);
    let start = text[..place.start].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let before = text[start..place.start].chars().count();
    let under = text[place.start..place.end.min(start + line.len()).max(place.start)].chars().count().max(1);
    let mut shown = String::new();
    let row = 1 + text[..place.start].matches('\n').count();
    let _ = write!(
        shown,
        "{name}:{row}: {message}\n  {line}\n  {}{}\n  help: {help}\n",
        " ".repeat(before),
        "^".repeat(under)
    );
    shown
}

fn errors() -> Vec<Error> {
    RuleBook::load(&read::closed_words(), &[PathBuf::from(FOLDER)]).err().unwrap_or_default()
}

#[test]
fn every_fault_is_told_with_its_place_and_a_remedy() {
    let shown: Vec<String> = errors().iter().map(shown).collect();
    insta::with_settings!({ snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"), prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("broken-rule-files", shown.join("\n"));
    });
}

#[test]
fn every_broken_file_is_named() {
    let told: Vec<String> = errors().iter().map(ToString::to_string).collect();
    let sound = ["lexicon/empty.toml"];
    for folder in [FOLDER.to_owned(), format!("{FOLDER}/lexicon")] {
        for file in std::fs::read_dir(&folder).expect("the fixtures are there").flatten() {
            let path = file.path().display().to_string();
            if file.path().extension().is_some_and(|ending| ending == "toml")
                && !sound.iter().any(|name| path.ends_with(name))
            {
                assert!(told.iter().any(|line| line.starts_with(&path)), "nothing is told of {path}");
            }
        }
    }
}
