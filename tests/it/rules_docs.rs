//! The rule files in docs/writing-rules.md are right, and their examples hold.

use crate::{
    rules_schema::told,
    story::{ROOT, stdout},
};
use gainsay::{
    Checker, Options, read,
    rules::{Failure, RuleBook, SlotKind},
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
    let page = page("docs/writing-rules.md");
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

fn page(name: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{name}")).expect("the page is there")
}

#[test]
fn the_references_name_every_comparison_slot_type_and_block() {
    let hows = told("summary = \"s\"\n[compare]\nhow = \"nonesuch\"\n");
    let blocks = told("summary = \"s\"\nblocks = [\"nonesuch\"]\n[compare]\nhow = \"count\"\n");
    let keys = told("summary = \"s\"\n[compare]\nhow = \"count\"\n[same]\nkeys = [\"nonesuch\"]\n");
    assert!(hows.len() > 5 && blocks.len() > 5 && keys.len() > 5, "{hows:?} {blocks:?} {keys:?}");
    let slots = SlotKind::ALL.iter().map(|kind| kind.word().to_owned());
    let words: Vec<String> = hows.iter().chain(&blocks).chain(&keys).cloned().chain(slots).collect();
    for name in ["docs/rules.md", "docs/writing-rules.md"] {
        let text = page(name);
        // The tables of a page and the text between them; what is shown of a terminal names much.
        let reference = text.split_once("key").expect("it lists the keys").1;
        for word in &words {
            assert!(reference.contains(&format!("`{word}`")), "{name} does not name `{word}`");
        }
        for sign in ["&", "!", "~", "..", "<<", ">>", "^", "$"] {
            assert!(reference.contains(sign), "{name} does not name {sign}");
        }
    }
    let template = page("templates/rule.toml");
    for how in &hows {
        assert!(template.contains(&format!("\"{how}\"")), "a new rule does not name {how}");
    }
}

#[test]
fn every_slot_is_filled_by_the_words_that_its_row_quotes() {
    let page = page("docs/writing-rules.md");
    for kind in SlotKind::ALL {
        let row = format!("\n| `{}` | ", kind.word());
        let (_, cell) = page.split_once(&row).unwrap_or_else(|| panic!("{} is not explained", kind.word()));
        let cell = cell.split(" |\n").next().expect("a cell ends");
        // Of these a row quotes parts, or what needs more words around it.
        let is_whole =
            !matches!(kind, SlotKind::Names | SlotKind::Digits | SlotKind::Person | SlotKind::Place);
        for quoted in cell.split('"').skip(1).step_by(2).filter(|_| is_whole) {
            let pattern = format!("saw <value:{}> there", kind.word());
            let text = format!("He saw {quoted} there.");
            let told = stdout(&["rules", "try", &pattern, "--text", &text]);
            assert!(told.contains("1 match"), "<{}> does not take {quoted}: {told}", kind.word());
        }
    }
}
