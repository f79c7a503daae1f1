//! Every `console` block in the README and the documentation: its commands are run, and what they print is compared.
//!
//! A line that starts with `$ ` is run by `sh` in the crate's folder with `gainsay` on its path; the lines below it are
//! what it prints, errors last. `cargo test --test it -- --ignored refresh` writes what they print now, to be read
//! before it is committed.

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

#[test]
#[ignore = "writes the pages; run it by name and read what changed"]
fn refresh() {
    for path in pages() {
        let page = fs::read_to_string(&path).expect("a page");
        fs::write(&path, refreshed(&page)).expect("a page that can be written");
    }
}
