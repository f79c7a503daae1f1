//! Every `console` block in the README and the documentation: its commands are run, and what they print is compared.
//!
//! A line that starts with `$ ` is run by `sh` in the crate's folder with `gainsay` on its path; the lines below it are
//! what it prints, errors last. `cargo test --test it -- --ignored refresh` writes what they print now, and the baseline
//! and snapshot of the fixtures' newsroom, to be read before it is committed.

use crate::story::ROOT;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The README and the pages below `docs`.
fn pages() -> Vec<PathBuf> {
    let mut pages: Vec<PathBuf> = fs::read_dir(Path::new(ROOT).join("docs"))
        .expect("there is documentation")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    pages.push(Path::new(ROOT).join("README.md"));
    pages.sort();
    pages
}

/// What a command prints.
fn run(command: &str) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_gainsay"));
    let mut folders = vec![binary.parent().expect("the binary is in a folder").to_owned()];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let output = Command::new("sh")
        .args(["-c", &command.replace("cargo run --release --", "gainsay")])
        .current_dir(ROOT)
        .env("PATH", env::join_paths(folders).expect("folders without colons"))
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("there is a shell");
    let printed = [output.stdout, output.stderr].concat();
    String::from_utf8(printed).expect("output is UTF-8").trim_end().to_owned()
}

/// A page with what its commands print now.
fn refreshed(page: &str) -> String {
    let mut fresh = String::new();
    let mut in_block = false;
    for line in page.lines() {
        match line.strip_prefix("$ ") {
            Some(command) if in_block => {
                fresh.push_str(&format!("{line}\n"));
                let printed = run(command);
                if !printed.is_empty() {
                    fresh.push_str(&format!("{printed}\n"));
                }
            }
            _ if line == "```console" => {
                in_block = true;
                fresh.push_str("```console\n");
            }
            _ if line == "```" => {
                in_block = false;
                fresh.push_str("```\n");
            }
            _ if in_block => {}
            _ => fresh.push_str(&format!("{line}\n")),
        }
    }
    fresh
}

#[test]
fn commands_print_what_the_documentation_says() {
    for path in pages() {
        let page = fs::read_to_string(&path).expect("a page");
        let fresh = refreshed(&page);
        let differing = page.lines().zip(fresh.lines()).enumerate().find(|(_, (old, new))| old != new);
        if let Some((at, (old, new))) = differing {
            panic!("{}:{}: the page says\n  {old}\nbut what is printed is\n  {new}", path.display(), at + 1);
        }
        assert_eq!(page.lines().count(), fresh.lines().count(), "{}", path.display());
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    for path in pages() {
        let page = fs::read_to_string(&path).expect("a page");
        for target in page.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let is_file = !target.is_empty() && !target.contains("://") && !target.contains(' ');
            let there = path.parent().expect("a folder").join(target);
            assert!(!is_file || there.exists(), "{}: no {target}", path.display());
        }
    }
}

/// Where the ids of the findings stand that the newsroom of the fixtures knows.
const KNOWN: &str = "fixtures/newsroom/known.json";

/// The ids in the newsroom's baseline.
fn known() -> Vec<String> {
    let held = fs::read_to_string(Path::new(ROOT).join(KNOWN)).expect("a baseline");
    let held: serde_json::Value = serde_json::from_str(&held).expect("JSON");
    let findings = held["findings"].as_array().expect("findings");
    findings.iter().map(|known| known["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn the_newsrooms_baseline_and_snapshot_are_those_of_today() {
    let told = run("cd fixtures/newsroom && gainsay check stories --format json");
    let report: serde_json::Value = serde_json::from_str(&told).expect("a report and no notes");
    assert_eq!(report["baseline"]["gone"], serde_json::json!([]));
    let findings = report["stories"][0]["findings"].as_array().expect("findings");
    let settled = findings.iter().filter(|finding| finding["settled"]["by"] == "baseline").count();
    assert_eq!((settled, known().len()), (1, 1), "what is known stands in the report");
    assert_eq!(
        run(
            "cd fixtures/newsroom && gainsay check stories/ferry-fire --fail-on never | sed '/^READ$/,$d' | diff - snapshots/ferry-fire.txt"
        ),
        "",
        "`cargo test --test it -- --ignored refresh` writes it anew"
    );
}

#[test]
#[ignore = "writes the pages; run it by name and read what changed"]
fn refresh() {
    let before = known();
    run("cd fixtures/newsroom && gainsay check stories --update-baseline --quiet");
    run(
        "cd fixtures/newsroom && gainsay check stories/ferry-fire --fail-on never | sed '/^READ$/,$d' >snapshots/ferry-fire.txt",
    );
    let ids: Vec<(String, String)> = before.into_iter().zip(known()).collect();
    for path in pages() {
        let mut page = fs::read_to_string(&path).expect("a page");
        for (old, new) in &ids {
            page = page.replace(old, new);
        }
        fs::write(&path, refreshed(&page)).expect("a page that can be written");
    }
}
