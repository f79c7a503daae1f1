//! What an author of rules has: `rules try`, `rules explain` and `rules new`.

use crate::story::{ROOT, gainsay, stdout};
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

fn said(args: &[&str]) -> (Option<i32>, String, String) {
    let output = gainsay(args);
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn tried(pattern: &str, text: &str) -> String {
    stdout(&["rules", "try", pattern, "--text", text])
}

const BITTEN: &str = "<value:people> (was|were) [{adverb}] bitten by <by:words>";

#[test]
fn a_pattern_is_shown_with_its_places_words_and_slots() {
    let told =
        tried(BITTEN, "It was late.\nAt least four people were badly bitten by a stray dog on Monday.");
    for expected in [
        "  2:1  At least four people were badly bitten",
        "value ",
        "people ",
        "at least 4",
        "At least four people\n",
        "by ",
        "words ",
        "a stray dog",
        "1 match in 2 sentences\n",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    let told = tried(
        "<value:money> and <value:money/EUR>",
        "It cost $5 million and 4 million euros, then $6 and 7 euros.",
    );
    assert!(
        told.contains("2 matches in 1 sentence\n") && told.contains("$5 million and 4 million euros\n"),
        "{told}"
    );
}

#[test]
fn a_pattern_that_matches_nowhere_says_how_far_it_came() {
    for (pattern, text, expected) in [
        (
            BITTEN,
            "Four people were mauled by a dog.",
            "expected a word of {adverb} or \"bitten\" after \"Four people were\", found \"mauled\"",
        ),
        (BITTEN, "A dog slept.", "nothing starts it\nno match in 1 sentence\n"),
        (
            BITTEN,
            "Four people were bitten.",
            "expected \"by\" after \"Four people were bitten\", found \".\"",
        ),
        (
            "bit !two <value:people>",
            "The dog bit two people.",
            "expected something that the pattern does not forbid after \"bit\", found \"two\"",
        ),
        (BITTEN, "", "no match in no sentence\n"),
    ] {
        let told = tried(pattern, text);
        assert!(told.contains(expected), "{text}: {told}");
    }
}

#[test]
fn a_pattern_that_does_not_parse_is_told_its_place() {
    for (pattern, message, mark) in [
        ("(walked out", "this \"(\" is never closed", "1 | (walked out\n  | ^"),
        ("the {no-such-list}", "no word list is called \"no-such-list\"", "    ^^^^^^^^^^^^^^"),
        ("<value:figure> died", "figure", "^"),
    ] {
        let (status, out, err) = said(&["rules", "try", pattern, "--text", "Nobody died."]);
        assert_eq!((status, out.as_str()), (Some(4), ""), "{pattern}: {err}");
        assert!(err.contains(message) && err.contains(mark) && err.contains("help"), "{pattern}: {err}");
    }
}

#[test]
fn what_a_rule_would_be_refused_for_is_noted() {
    let (status, out, err) = said(&["rules", "try", "<number> by <person>", "--text", "Four by Ana Lima."]);
    assert_eq!(status, Some(0), "{err}");
    assert!(out.contains("1 match"), "{out}");
    assert!(
        err.contains("rare enough") && err.contains("fills the slot \"value\"") && err.contains("help: "),
        "{err}"
    );
    let (_, _, err) = said(&["rules", "try", BITTEN, "--text", "Four in the Netherlands."]);
    assert_eq!(err, "");
}

#[test]
fn word_lists_of_a_folder_and_articles_can_be_tried() {
    let walkout = "<value:people> ..3 {event/walkout}";
    let text = "Hundreds of nurses joined the stoppage.";
    let (status, ..) = said(&["rules", "try", walkout, "--text", text]);
    assert_eq!(status, Some(4), "the list is in the folder");
    let told = stdout(&["rules", "try", walkout, "--text", text, "--rules", "fixtures/rules"]);
    assert!(told.contains("1 match"), "{told}");
    let story = "fixtures/stories/mill-street-shooting";
    let told = stdout(&["rules", "try", "<value:people> (was|were) shot dead", story]);
    assert!(told.contains("ledger.txt\n     10:1  Two men were shot dead\n"), "{told}");
    let (status, _, err) = said(&["rules", "try", "died", "no/such/file.txt"]);
    assert_eq!(status, Some(3), "{err}");
    assert_eq!(said(&["rules", "try", "died", story, "--text", "x"]).0, Some(2));
    let told = stdout(&[
        "rules",
        "try",
        "died on <value:date>",
        "--text",
        "He died on Friday.",
        "--reference",
        "2026-02-01",
    ]);
    assert!(told.contains("2026-01-30"), "{told}");
}

#[test]
fn standard_input_is_tried_where_no_article_is_named() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["rules", "try", "bit <value:people>"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    child.stdin.take().expect("a pipe").write_all(b"The dog bit three children.\n").expect("a line");
    let output = child.wait_with_output().expect("an end");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.starts_with("stdin\n      1:9  bit three children\n"), "{told}");
}

#[test]
fn a_rule_is_explained_in_every_sentence_that_it_looked_at() {
    let text = "Two men were shot dead. It rained. Nobody was shot.";
    let told = stdout(&["rules", "explain", "general/casualties", "--text", text]);
    for expected in [
        "general/casualties: ",
        "text:1:1\n  Two men were shot dead.\n  claims killed 2: \"Two men were shot dead\"\n",
        "    matched \"Two men were shot dead\"\n      value ",
        "expected ",
        "found nothing to start with",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    assert!(!told.contains("rained"), "{told}");
    let by_name = stdout(&["rules", "explain", "casualties", "--text", text]);
    assert_eq!(told, by_name);
    let told = stdout(&["rules", "explain", "casualties", "--text", "It rained."]);
    assert!(told.contains("no sentence holds a word"), "{told}");
    let (status, _, err) = said(&["rules", "explain", "casualtie", "--text", text]);
    assert_eq!(status, Some(2));
    assert!(err.contains("did you mean general/casualties?"), "{err}");
    assert_eq!(said(&["rules", "explain", "casualties"]).0, Some(2));
    let told = stdout(&["rules", "explain", "casualties", "fixtures/stories/mill-street-shooting"]);
    assert!(told.contains("fixtures/stories/mill-street-shooting/ledger.txt:10:1\n"), "{told}");
}

#[test]
fn a_rule_that_the_settings_turn_off_is_said_to_be_off() {
    let folder = folder("off");
    fs::write(folder.join("gainsay.toml"), "[rules]\ngeneral = \"off\"\n").expect("a file");
    let article = folder.join("a.txt");
    fs::write(&article, "Two men were shot dead.\n").expect("a file");
    let article = article.display().to_string();
    let (status, _, err) = said(&["rules", "explain", "general/casualties", &article]);
    assert_eq!(status, Some(4));
    assert!(err.contains("gainsay.toml turns off") && err.contains("--no-config"), "{err}");
    assert!(
        stdout(&["rules", "explain", "--no-config", "general/casualties", &article])
            .contains("claims killed 2")
    );
}

/// An empty folder for a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("rules-author-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn a_new_rule_holds_as_it_is_and_never_takes_the_place_of_a_file() {
    let folder = folder("new").join("my-rules");
    let place = folder.display().to_string();
    let told = stdout(&["rules", "new", "animals/dog-bites", "--rules", &place]);
    assert!(told.contains("dog-bites.toml\n") && told.contains("gainsay rules test"), "{told}");
    let file = folder.join("animals/dog-bites.toml");
    let text = fs::read_to_string(&file).expect("the file is there");
    assert_eq!(text, stdout(&["rules", "new", "animals/dog-bites"]));
    assert!(text.starts_with("# The rule animals/dog-bites.\n"), "{text}");
    stdout(&["rules", "check", "--rules", &place]);
    let tested = stdout(&["rules", "test", "--rules", &place]);
    assert!(tested.contains("give what they must"), "{tested}");
    assert!(stdout(&["rules", "show", "dog-bites", "--rules", &place]).contains("stays silent on"));
    fs::write(&file, "mine").expect("a file");
    let (status, _, err) = said(&["rules", "new", "animals/dog-bites", "--rules", &place]);
    assert_eq!(status, Some(2));
    assert!(err.contains("found a file that is there"), "{err}");
    assert_eq!(fs::read_to_string(&file).expect("a file"), "mine");
    let told = stdout(&["rules", "new", "general/age", "--rules", &place]);
    assert!(told.contains("this file replaces it"), "{told}");
}

#[test]
fn a_rule_has_a_name_that_files_can_have() {
    for name in [
        "bites",
        "a/b/c",
        "../bites",
        "animals/..",
        "Animals/bites",
        "animals/",
        "/bites",
        "lexicon/bites",
        "a/b.toml",
    ] {
        let (status, out, err) = said(&["rules", "new", name]);
        assert_eq!((status, out.as_str()), (Some(2), ""), "{name}");
        assert!(err.contains("expected a pack"), "{name}: {err}");
    }
}

#[test]
fn the_pages_and_shells_know_the_commands() {
    let fish = stdout(&["completions", "fish"]);
    for command in ["try", "new", "schema", "explain"] {
        assert!(fish.contains(command), "{command}");
        let help = stdout(&["rules", command, "--help"]);
        assert!(help.contains("Usage: gainsay rules"), "{help}");
    }
    let page = fs::read_to_string(format!("{ROOT}/docs/writing-rules.md")).expect("the page is there");
    for command in ["rules try", "rules explain", "rules new", "rules schema"] {
        assert!(page.contains(&format!("gainsay {command}")), "{command}");
    }
}
