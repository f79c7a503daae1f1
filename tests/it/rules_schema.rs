//! `docs/schema/rule.json` knows the keys and words that the loader knows, and every rule file fits it.

use crate::{
    contract::{fault, schema},
    story::{ROOT, stdout},
};
use gainsay::rules::RuleBook;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::PathBuf};

/// A rule file with everything that one needs.
const SOUND: &str = "summary = \"Tolls\"\n[compare]\nhow = \"count\"\n[event]\nkinds = []\n[same]\nkeys = []\n\
    [[claim]]\nattribute = \"killed\"\npatterns = [\"<value:number> people died\"]\n\
    [[example]]\ntext = \"Nobody.\"\nclaims = [{ attribute = \"killed\" }]\n";

/// The names in quotation marks that an error lists behind "expected".
pub fn told(text: &str) -> BTreeSet<String> {
    let errors = RuleBook::of_text(&[("a/b.toml", text)]).expect_err("it is wrong");
    let message = errors[0].to_string();
    let list = message.split_once("expected").unwrap_or_else(|| panic!("{message}")).1;
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn file(text: &str) -> Value {
    toml::from_str(text).expect("TOML")
}

fn rule_fault(text: &str) -> Option<String> {
    let root = schema("rule");
    fault(&file(text), &root, &root, "")
}

/// The TOML files below a folder, without the lists of words and the like.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut folders = vec![PathBuf::from(ROOT).join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let is_other = ["lexicon", "policy"].iter().any(|name| path.ends_with(name));
            if path.is_dir() && !is_other {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                files.push(path);
            }
        }
    }
    files
}

#[test]
fn every_rule_file_fits_the_schema() {
    let mut files = [files("rules"), files("fixtures/rules")].concat();
    files.push(PathBuf::from(ROOT).join("templates/rule.toml"));
    for path in files {
        let text = fs::read_to_string(&path).expect("a rule file");
        assert_eq!(rule_fault(&text), None, "{}", path.display());
    }
}

#[test]
fn what_is_wrong_does_not_fit_the_schema() {
    assert_eq!(rule_fault(SOUND), None);
    for (from, to) in [
        ("summary =", "sumary ="),
        ("how =", "colour = \"red\"\nhow ="),
        ("\"count\"", "\"counting\""),
        ("attribute = \"killed\"\npatterns", "attribute = \"killed\"\npattern"),
        ("keys = []", "keys = [\"colour\"]"),
        ("kinds = []", "kinds = \"attack\""),
        ("{ attribute = \"killed\" }", "{ attribute = \"killed\", shown = \"2\" }"),
        ("text = \"Nobody.\"\n", ""),
    ] {
        let wrong = SOUND.replacen(from, to, 1);
        assert_ne!(wrong, SOUND, "{from}");
        assert!(rule_fault(&wrong).is_some(), "{to}");
    }
}

#[test]
fn the_schema_has_the_keys_and_words_that_the_loader_has() {
    let root = schema("rule");
    let page = fs::read_to_string(format!("{ROOT}/docs/writing-rules.md")).expect("the page is there");
    for (before, place) in [
        ("summary =", ""),
        ("how =", "/$defs/compare"),
        ("kinds =", "/$defs/event"),
        ("keys =", "/$defs/same"),
        ("attribute =", "/$defs/claim"),
        ("text =", "/$defs/example"),
        ("attribute = \"killed\" }", "/$defs/wanted"),
    ] {
        let unknown = SOUND.replacen(before, &format!("zz = 1\n{before}"), 1);
        let unknown = unknown.replace("{ zz = 1\n", "{ zz = 1, ");
        let known: BTreeSet<String> = root.pointer(place).expect("a table")["properties"]
            .as_object()
            .expect("properties")
            .keys()
            .cloned()
            .collect();
        assert_eq!(known, told(&unknown), "{place}");
        for key in known {
            let is_table = place.is_empty() && root["$defs"].get(&key).is_some();
            assert!(is_table || page.contains(&key), "docs/writing-rules.md does not name {key}");
        }
    }
    for (from, to, place) in [
        ("summary =", "severity = \"zz\"\nsummary =", "/properties/severity"),
        ("summary =", "blocks = [\"zz\"]\nsummary =", "/$defs/block"),
        ("\"count\"", "\"zz\"", "/$defs/compare/properties/how"),
        ("how =", "later = \"zz\"\nhow =", "/$defs/compare/properties/later"),
        ("how =", "lower_bounds = \"zz\"\nhow =", "/$defs/compare/properties/lower_bounds"),
        ("keys = []", "keys = [\"zz\"]", "/$defs/key"),
        ("patterns =", "polarity = \"zz\"\npatterns =", "/$defs/polarity"),
        ("patterns =", "certainty = \"zz\"\npatterns =", "/$defs/certainty"),
    ] {
        let words = root.pointer(place).expect("words")["enum"].as_array().expect("a list of words");
        let words = words.iter().map(|word| word.as_str().expect("a word").to_owned()).collect();
        assert_eq!(told(&SOUND.replacen(from, to, 1)), words, "{place}");
    }
}

#[test]
fn the_schema_asks_for_what_the_loader_asks_for() {
    let root = schema("rule");
    let loads = |text: &str| RuleBook::of_text(&[("a/b.toml", text)]).is_ok();
    assert!(loads(SOUND), "the rule is right");
    for (line, place, key) in [
        ("summary = \"Tolls\"\n", "", "summary"),
        ("how = \"count\"\n", "/$defs/compare", "how"),
        ("attribute = \"killed\"\n", "/$defs/claim", "attribute"),
        ("patterns = [\"<value:number> people died\"]\n", "/$defs/claim", "patterns"),
        ("text = \"Nobody.\"\n", "/$defs/example", "text"),
        ("claims = [{ attribute = \"killed\" }]\n", "/$defs/example", "claims"),
        ("kinds = []\n", "/$defs/event", "kinds"),
        ("keys = []\n", "/$defs/same", "keys"),
    ] {
        let without = SOUND.replacen(line, "", 1);
        let required = root.pointer(place).expect("a table")["required"].as_array();
        let is_required = required.is_some_and(|keys| keys.iter().any(|one| one == key));
        assert_eq!(loads(&without), !is_required, "{key}");
    }
}

#[test]
fn rules_schema_prints_the_schema() {
    let printed: Value = serde_json::from_str(&stdout(&["rules", "schema"])).expect("JSON");
    assert_eq!(printed, schema("rule"));
}
