//! The shape of the code: who may use whom, and what the library never does.

use crate::story::ROOT;
use std::path::{Path, PathBuf};

/// The modules that turn one noun into the next; none may use another.
const VERBS: [&str; 11] = [
    "ingest", "segment", "read", "extract", "resolve", "spelling", "copied", "origin", "align", "compare",
    "report",
];
/// The modules that are plain data.
const NOUNS: [&str; 3] = ["text", "claim", "finding"];
/// The most lines of code that a file may hold, comments, blanks and tests left out; beyond it a second idea has moved in.
const LONGEST: usize = 550;

/// Every Rust file under `src` that is no test, by its path there.
fn files() -> Vec<(PathBuf, String)> {
    let src = Path::new(ROOT).join("src");
    let mut folders = vec![src.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of source") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).expect("source is text");
                files.push((path.strip_prefix(&src).expect("it is below").to_owned(), text));
            }
        }
    }
    files.sort();
    files
}

/// The lines of code: no comments, and nothing from the tests at the foot of a file.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .take_while(|line| *line != "#[cfg(test)]")
        .filter(|line| !line.trim_start().starts_with("//"))
}

/// Where any of `words` stands in the code of a file.
fn uses(path: &Path, text: &str, words: &[&str]) -> Vec<String> {
    code(text)
        .filter(|line| words.iter().any(|word| line.contains(word)))
        .map(|line| format!("{}: {}", path.display(), line.trim()))
        .collect()
}

fn module(path: &Path) -> String {
    let first = path.components().next().expect("a path has a first part");
    Path::new(first.as_os_str()).with_extension("").display().to_string()
}

/// The modules of the crate that a line of code names, also inside `use crate::{...}`.
fn named(text: &str) -> Vec<String> {
    let mut named = Vec::new();
    let mut depth = 0_i32;
    for line in code(text) {
        let mut rest = line;
        while let Some(at) = rest.find("crate::") {
            rest = &rest[at + "crate::".len()..];
            let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            named.push(word);
            if rest.starts_with('{') {
                depth = 1;
                rest = &rest[1..];
                break;
            }
        }
        if depth > 0 {
            let mut word = String::new();
            for c in rest.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    c if c.is_alphanumeric() || c == '_' => {
                        if depth == 1 {
                            word.push(c);
                        }
                        continue;
                    }
                    _ => {}
                }
                named.push(std::mem::take(&mut word));
            }
            named.push(word);
        }
    }
    named.retain(|word| !word.is_empty());
    named
}

#[test]
fn verbs_do_not_know_each_other() {
    for (path, text) in files() {
        let module = module(&path);
        let forbidden: Vec<&str> = if VERBS.contains(&module.as_str()) {
            VERBS.into_iter().filter(|verb| *verb != module).chain(["check"]).collect()
        } else if NOUNS.contains(&module.as_str()) || module == "rules" || module == "settings" {
            VERBS.into_iter().chain(["check"]).collect()
        } else {
            continue;
        };
        for name in named(&text) {
            assert!(!forbidden.contains(&name.as_str()), "{} uses {name}", path.display());
        }
    }
}

#[test]
fn only_the_conductor_and_the_loader_run_threads() {
    for (path, text) in files() {
        // Rule files are parsed before any article is looked at.
        if path != Path::new("check.rs") && path != Path::new("rules/load.rs") {
            assert_eq!(uses(&path, &text, &["rayon", "std::thread", "par_iter"]), Vec::<String>::new());
        }
    }
}

#[test]
fn the_library_never_prints_exits_or_looks_at_the_clock_or_the_environment() {
    let words = [
        "println!",
        "eprintln!",
        "print!(",
        "eprint!(",
        "dbg!",
        "process::exit",
        "SystemTime",
        "Instant::now",
        "Zoned::now",
        "env::var",
        "env::args",
        "env::current_dir",
        "io::stdout",
        "io::stderr",
        "io::stdin",
    ];
    for (path, text) in files().into_iter().filter(|(path, _)| !path.starts_with("bin")) {
        assert_eq!(uses(&path, &text, &words), Vec::<String>::new());
    }
}

#[test]
fn every_file_says_what_it_is_for_and_holds_one_idea() {
    for (path, text) in files() {
        assert!(text.starts_with("//! "), "{} starts with what it is for", path.display());
        let lines = code(&text).filter(|line| !line.trim().is_empty()).count();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
    }
}

#[test]
fn nothing_is_left_for_later() {
    let words = ["TODO", "FIXME", "unimplemented!", "todo!(", "dbg!"];
    for (path, text) in files() {
        for line in text.lines() {
            assert!(!words.iter().any(|word| line.contains(word)), "{}: {line}", path.display());
        }
    }
}
