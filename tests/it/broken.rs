//! Bad input: each kind has a file in `fixtures/broken`, and what is said about it is a snapshot.

use crate::story::{self, gainsay};
use std::fmt::Write as _;

/// What a run says, and how it ends; only what could be read goes to standard output.
fn said(args: &[&str]) -> String {
    let output = gainsay(args);
    let mut said = format!("$ gainsay {}\n", args.join(" "));
    said.push_str(&String::from_utf8_lossy(&output.stderr));
    let articles = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| Some(line.strip_prefix("{\"id\":\"")?.split('"').next()?.to_owned()))
        .collect::<Vec<_>>()
        .join(", ");
    if !articles.is_empty() {
        writeln!(said, "articles read: {articles}").expect("a string takes text");
    }
    writeln!(said, "exit status: {}", output.status.code().unwrap_or(-1)).expect("a string takes text");
    said
}

fn shown(runs: &[&[&str]]) -> String {
    runs.iter().map(|args| said(args)).collect::<Vec<_>>().join("\n")
}

fn check(name: &str, runs: &[&[&str]]) {
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, shown(runs));
    });
}

#[test]
fn files_that_are_no_articles() {
    check(
        "broken-files",
        &[
            &["check", "fixtures/broken/empty.txt"],
            &["check", "fixtures/broken/blank.txt"],
            &["check", "fixtures/broken/missing.txt"],
            &["check", "fixtures/broken/utf-16.txt"],
            &["check", "fixtures/broken/picture.txt"],
            &["check", "fixtures/broken/paper.txt"],
            &["check", "fixtures/broken/letter.txt"],
            &["check", "fixtures/broken/no-articles"],
        ],
    );
}

#[test]
fn articles_that_can_be_read_in_part() {
    check(
        "broken-parts",
        &[
            &["mentions", "--format", "jsonl", "fixtures/broken/latin-1.txt"],
            &["mentions", "--format", "jsonl", "fixtures/broken/front-matter.md"],
            &["mentions", "--format", "jsonl", "fixtures/broken/date.md"],
            &["mentions", "--format", "jsonl", "fixtures/broken/missing.txt", "fixtures/broken/date.md"],
        ],
    );
}

#[test]
fn lines_that_are_no_articles() {
    check(
        "broken-lines",
        &[
            &["mentions", "--format", "jsonl", "fixtures/broken/lines.jsonl"],
            &["mentions", "--format", "jsonl", "fixtures/broken/deep.jsonl"],
            &["check", "--fail-on", "never", "--format", "jsonl", "fixtures/broken/twins.jsonl"],
        ],
    );
}

#[test]
fn rule_files_that_are_wrong() {
    check(
        "broken-rules",
        &[
            &["rules", "check", "--rules", "fixtures/broken/rules-key"],
            &["rules", "check", "--rules", "fixtures/broken/rules-pattern"],
            &["rules", "check", "--rules", "fixtures/broken/rules-trigger"],
            &["rules", "check", "--rules", "fixtures/broken/rules-bytes"],
            &["rules", "check", "--rules", "fixtures/broken/no-such-folder"],
            &["check", "--rules", "fixtures/broken/rules-key", "fixtures/stories/coast-quake"],
        ],
    );
}

#[test]
fn story_files_that_are_wrong() {
    check(
        "broken-story-files",
        &[
            &["mentions", "--format", "jsonl", "fixtures/broken/wrong-key"],
            &["mentions", "--format", "jsonl", "fixtures/broken/wrong-file"],
            &["mentions", "--format", "jsonl", "fixtures/broken/wrong-date"],
            &["mentions", "--format", "jsonl", "fixtures/broken/no-name"],
            &["mentions", "--format", "jsonl", "fixtures/broken/no-toml"],
        ],
    );
}

/// Runs `gainsay mentions` on `text` from standard input and answers with its exit status.
fn fed(text: &[u8]) -> Option<i32> {
    story::fed(&["mentions", "--quiet", "--format", "jsonl", "-"], text).status.code()
}

#[test]
fn quiet_work_goes_on_to_the_last_line() {
    let line = format!("{{\"id\": \"a\", \"text\": \"{}\"}}\n", "Nobody was hurt. ".repeat(600));
    let lines: String = (0..20)
        .map(|at| line.replace("\"a\"", &format!("\"a{at}\"")))
        .chain([String::from("{\"id\":\n")])
        .collect();
    for how in [&["mentions", "--quiet", "-"][..], &["mentions", "-"], &["check", "--quiet", "-"]] {
        let output = story::fed(how, lines.as_bytes());
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(3) && errors.contains("-:21:"), "{how:?}: {errors}");
    }
}

#[test]
fn a_line_of_many_megabytes_is_read() {
    let sentence = "At least 12 people were killed on Monday in the north, police said. ";
    assert_eq!(fed(sentence.repeat((16 << 20) / sentence.len()).as_bytes()), Some(0));
}

#[test]
#[ignore = "takes a minute in a debug build"]
fn a_line_of_a_hundred_megabytes_is_read() {
    let text =
        "At least 12 people were killed on Monday in the north, police said. ".repeat((100 << 20) / 68);
    assert_eq!(fed(text.as_bytes()), Some(0));
}

/// A megabyte of each: work that grew with its square would not come to an end. How fast it goes the benchmark `hostile` says.
#[test]
fn hostile_text_is_read_to_its_end() {
    for piece in [
        "1", "1,11,", "(", "a-", "a.b.", ". ", "\"", "\u{201C}", "[](", "](", "of the ", "\n", "\n\n- ",
        "x@", "U.S. ",
    ] {
        let text = format!("Police said. {}", piece.repeat((1 << 20) / piece.len()));
        assert_eq!(fed(text.as_bytes()), Some(0), "{piece:?}");
    }
}
