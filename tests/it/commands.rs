//! The commands as a shell sees them: exit statuses, outputs, colours, closed pipes.

use crate::story::{ROOT, gainsay, names, stdout};
use std::{
    io::{Read, Write},
    process::{Command, Stdio},
};

fn status(args: &[&str]) -> Option<i32> {
    gainsay(args).status.code()
}

fn a_story() -> String {
    format!("fixtures/stories/{}", names().remove(0))
}

#[test]
fn exit_statuses_say_how_it_went() {
    let story = a_story();
    for (args, expected) in [
        (vec!["check", &story], 1),
        (vec!["check", "--fail-on", "never", &story], 0),
        (vec!["mentions", &story], 0),
        (vec!["extract", &story], 0),
        (vec!["rules", "check"], 0),
        (vec!["rules", "list"], 0),
        (vec!["check"], 2),
        (vec!["check", "--format", "pdf", &story], 2),
        (vec!["check", "--out", "report.json", &story], 2),
        (vec!["check", "--reference", "yesterday", &story], 2),
        (vec!["mentions", "--format", "markdown", &story], 2),
        (vec!["check", "no/such/file.txt"], 3),
        (vec!["rules", "show", "no-such-rule"], 2),
        (vec!["rules", "explain", "no-such-rule", "--text", "Two died."], 2),
        (vec!["explain", "no-such-id", &story], 2),
        (vec!["explain", "no-such-id", "no/such/file.txt"], 3),
        (vec!["check", "--draft", "README.md", "--format", "csv", &story], 2),
        (vec!["check", "--update-baseline", &story], 2),
    ] {
        assert_eq!(status(&args), Some(expected), "gainsay {}", args.join(" "));
    }
}

#[test]
fn an_unknown_format_is_answered_with_those_that_exist() {
    let output = gainsay(&["check", "--format", "pdf", "x.txt"]);
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("text, json, jsonl, markdown, "), "{message}");
}

#[test]
fn several_reports_are_written_in_one_run() {
    let folder = std::env::temp_dir().join(format!("gainsay-out-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the reports");
    let story = a_story();
    let out = |format: &str| format!("{format}={}", folder.join(format).display());
    let run = ["check", "--format", "json", "--out", &out("text"), "--out", &out("markdown"), &story];
    let json = stdout(&run);
    let read = |format: &str| std::fs::read_to_string(folder.join(format)).expect("the report is there");
    assert_eq!(json, stdout(&["check", "--format", "json", &story]));
    for format in ["text", "markdown"] {
        assert_eq!(read(format), stdout(&["check", "--format", format, &story]), "{format}");
    }
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn colours_need_a_terminal_or_a_word() {
    let story = a_story();
    assert!(!stdout(&["check", &story]).contains('\u{1b}'));
    assert!(stdout(&["check", "--color", "always", &story]).contains('\u{1b}'));
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", &story])
        .current_dir(ROOT)
        .env("NO_COLOR", "1")
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("the binary runs");
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn a_closed_pipe_is_quiet() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["mentions", "--format", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    let line = format!("{{\"text\": \"{}\"}}\n", "Five people died on Friday. ".repeat(100));
    // The binary stops reading once nobody reads what it writes.
    for _ in 0..400 {
        if stdin.write_all(line.as_bytes()).is_err() {
            break;
        }
    }
    drop(stdin);
    let mut stderr = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut stderr).expect("text");
    assert_eq!(stderr, "");
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn json_lines_come_in_the_order_of_the_inputs() {
    let names = names();
    let inputs: Vec<String> = names.iter().rev().map(|name| format!("fixtures/stories/{name}")).collect();
    let mut args = vec!["mentions", "--format", "jsonl"];
    args.extend(inputs.iter().map(String::as_str));
    let ids: Vec<String> = stdout(&args)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["id"].to_string())
        .collect();
    let stories: Vec<usize> =
        ids.iter().filter_map(|id| names.iter().rev().position(|name| id.contains(name.as_str()))).collect();
    assert!(stories.is_sorted(), "{ids:?}");
}

#[test]
fn quiet_says_nothing_and_verbose_says_what_was_read() {
    let story = a_story();
    let quiet = gainsay(&["check", "--quiet", &story]);
    assert!(quiet.stdout.is_empty() && quiet.stderr.is_empty());
    assert_eq!(quiet.status.code(), Some(1));
    let verbose = gainsay(&["check", "--verbose", &story]);
    let told = String::from_utf8_lossy(&verbose.stderr).into_owned();
    assert!(told.contains("read: ") && told.contains("settings: none") && told.contains("sha256"), "{told}");
}

#[test]
fn shells_and_man_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = stdout(&["completions", shell]);
        assert!(script.contains("update-baseline") && script.contains("explain"), "{shell}");
    }
    let folder = std::env::temp_dir().join(format!("gainsay-man-{}", std::process::id()));
    stdout(&["man", &folder.display().to_string()]);
    let page = std::fs::read_to_string(folder.join("gainsay-check.1")).expect("a page");
    assert!(page.contains(".TH gainsay-check") && page.contains("draft"), "{page}");
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn a_draft_is_refused_a_format_before_anything_is_written() {
    let story = a_story();
    let csv = std::env::temp_dir().join(format!("gainsay-draft-{}.csv", std::process::id()));
    std::fs::write(&csv, "kept").expect("a file");
    let out = format!("csv={}", csv.display());
    for (args, option) in [(["--out", &out], "--out: "), (["--format", "sarif"], "--format: ")] {
        let output = gainsay(&[&["check", "--draft", "README.md", &story], &args[..]].concat());
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(option) && output.stdout.is_empty(), "{told}");
    }
    assert_eq!(std::fs::read_to_string(&csv).expect("the file"), "kept");
    std::fs::remove_file(&csv).expect("it can be removed");
}

#[test]
fn a_stroke_stands_for_standard_output_in_out_too() {
    let story = a_story();
    assert_eq!(stdout(&["check", "--out", "json=-", &story]), stdout(&["check", "--format", "json", &story]));
    let listed = ["extract", "--format", "jsonl", &story];
    assert_eq!(stdout(&["extract", "--out", "jsonl=-", &story]), stdout(&listed));
    assert!(!std::path::Path::new(ROOT).join("-").exists());
}
