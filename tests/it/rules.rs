//! The embedded rules prove themselves: every example gives the claims it must, and no others.

use gainsay::{
    Checker, Options, read,
    rules::{Failure, RuleBook},
};

#[test]
fn every_example_of_every_embedded_rule_holds() {
    let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
    let failing: Vec<String> = checker.failing_examples().iter().map(Failure::to_string).collect();
    assert!(failing.is_empty(), "{} examples fail\n\n{}", failing.len(), failing.join("\n"));
}

#[test]
fn every_embedded_rule_has_an_example_that_reads_and_one_that_stays_silent() {
    let book = RuleBook::embedded(&read::closed_words());
    let lacking = |rule: &gainsay::rules::Rule, silent: bool| {
        !rule.examples.iter().any(|example| example.claims.is_empty() == silent)
    };
    let names: Vec<String> = book
        .rules
        .iter()
        .filter(|rule| lacking(rule, true) || lacking(rule, false))
        .map(gainsay::rules::Rule::name)
        .collect();
    assert!(names.is_empty(), "these rules lack examples of one kind: {}", names.join(", "));
}
