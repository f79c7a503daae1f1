//! Any pattern of a rule compiles or is refused with its place; what compiles runs on a text without failing.
#![no_main]

use gainsay::{Checker, Options, rules::RuleBook, text::Source};
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "At least five people, two of them children, were killed in Leeds on 4 March 2026, police said. \
                    \"We lost 3.5 million euros,\" Anna Berg, 41, told Reuters (the agency) at 8:30 a.m. for two weeks.";

fuzz_target!(|pattern: &str| {
    // The pattern as TOML writes any string.
    let written: String = pattern.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect();
    let rule = format!(
        "summary = \"A rule\"\n[compare]\nhow = \"count\"\n[[claim]]\nattribute = \"killed\"\npatterns = [\"{written}\"]\n"
    );
    match RuleBook::of_text(&[("local/rule.toml", &rule)]) {
        Ok(book) => {
            let source = Source { text: TEXT.to_owned(), ..Source::default() };
            let checker = Checker::new(book, Options::default());
            drop(checker.extract(std::slice::from_ref(&source)));
            drop(checker.explain(&source, 0));
        }
        Err(errors) => assert!(!errors.is_empty(), "a refusal says why"),
    }
});
