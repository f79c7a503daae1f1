//! Whether something is so or not: the two answers of two articles contradict each other, in every rule that asks.

use super::alike::flagged;
use gainsay::{
    read,
    rules::{Compare, RuleBook},
};
use std::collections::BTreeSet;

#[test]
fn yes_and_no_contradict_each_other() {
    for (yes, no, shown) in [
        ("The rider was wearing a helmet.", "The rider was not wearing a helmet.", "helmet or no helmet"),
        (
            "The striker Karl Brandt is fit to play in the cup final against Leeds.",
            "The striker Karl Brandt will miss the cup final against Leeds.",
            "playing or not playing",
        ),
        (
            "Karl Brandt crashed on the descent and broke his left collarbone.",
            "Karl Brandt, who fell on the descent, escaped with bruises.",
            "broken bone or no broken bone",
        ),
        (
            "The minister declared the epidemic over.",
            "The epidemic is far from over, doctors said.",
            "over or not over",
        ),
        (
            "She was convicted by a unanimous jury.",
            "The jury found her guilty by a majority of 11 to one.",
            "unanimous jury or jury not unanimous",
        ),
        (
            "Police said the lorry ran a red light.",
            "The lorry went through a stop sign.",
            "red light or stop sign, no red light",
        ),
        (
            "The regulator fined the bank; the bank said it would appeal.",
            "The bank accepted the fine.",
            "appeal or no appeal",
        ),
        (
            "The board was unanimous in cutting interest rates.",
            "Policymakers voted 7-2 to cut the base rate.",
            "unanimous decision or decision not unanimous",
        ),
    ] {
        let found = flagged(yes, no);
        assert!(found.iter().any(|message| message.ends_with(shown)), "{yes} {no}: {found:?}");
        assert_eq!(flagged(yes, yes), Vec::<String>::new(), "{yes}");
    }
}

#[test]
fn a_yes_and_a_no_are_told_by_different_words() {
    let book = RuleBook::embedded(&read::closed_words());
    let asks = |compare: &Compare| matches!(compare, Compare::Polarity);
    for rule in book.rules.iter().filter(|rule| asks(&rule.compare)) {
        let answers: Vec<_> = rule
            .claims
            .iter()
            .filter_map(|claim| Some((claim.attribute.as_str(), claim.constant.as_deref()?, claim.polarity?)))
            .collect();
        let words: BTreeSet<_> = answers.iter().map(|(attribute, word, _)| (attribute, word)).collect();
        let told: BTreeSet<_> = answers.iter().collect();
        assert_eq!(words.len(), told.len(), "{} gives one word to both answers", rule.name());
    }
}
