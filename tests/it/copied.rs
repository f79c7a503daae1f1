//! What one of two copies of a sentence has and the other has not is shown, whatever the sentence is about; sentences that only
//! run alike for a stretch are left alone.

use gainsay::{Checker, Options, finding::Verdict, read, rules::RuleBook, text::Source};
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(RuleBook::embedded(&read::closed_words()), Options::default()));

/// The flagged differences between copies: verdict, attribute and values.
fn copied(texts: &[&str]) -> Vec<(Verdict, String, Vec<String>)> {
    let source = |(at, text): (usize, &&str)| Source {
        id: format!("source-{at}"),
        text: (*text).to_owned(),
        ..Source::default()
    };
    let report = CHECKER.check(&texts.iter().enumerate().map(source).collect::<Vec<_>>());
    let findings = report.stories.into_iter().flat_map(|story| story.findings);
    let own = findings.filter(|one| one.attribute.starts_with("copied_") && one.verdict.is_flagged());
    own.map(|one| {
        let mut values: Vec<String> = one.positions.into_iter().map(|position| position.display).collect();
        values.sort();
        (one.verdict, one.attribute, values)
    })
    .collect()
}

#[test]
fn the_one_thing_that_a_copy_changes_is_shown() {
    for (left, right, verdict, attribute, values) in [
        (
            "The ministry told the harbour board that the 11 inspectors sent north had passed every swimming test.",
            "The ministry told the harbour board that the 51 inspectors sent north had passed every swimming test.",
            Verdict::Conflict,
            "copied_figure",
            ["11", "51"],
        ),
        (
            "Last spring a 31-year-old Corvian baker in Italy gave birth to twins, whom she named after two popes.",
            "Last spring a 33-year-old Corvian baker gave birth to twins whom she named after two popes.",
            Verdict::Conflict,
            "copied_figure",
            ["31 years", "33 years"],
        ),
        (
            "Lawmakers backed the mayor's decision to impose a night curfew for a 30-day stretch from 26 November in ten districts.",
            "On Monday lawmakers backed the mayor's decision to impose a night curfew for a 30-day stretch from 28 November in ten districts.",
            Verdict::Conflict,
            "copied_time",
            ["26 November", "28 November"],
        ),
        (
            "The panel sent its long list of questions on the leaked ferry letters to Senator Anna Berg.",
            "The panel sent its long list of questions on the leaked ferry letters to Senator Karl Lund.",
            Verdict::Tension,
            "copied_name",
            ["Anna Berg", "Karl Lund"],
        ),
        (
            "The chain will stop serving its famous breakfast to guests who bring large dogs inside.",
            "The chain will not stop serving its famous breakfast to guests who bring large dogs inside.",
            Verdict::Conflict,
            "copied_denial",
            ["will not stop", "will stop"],
        ),
    ] {
        let want = vec![(verdict, attribute.to_owned(), values.map(str::to_owned).to_vec())];
        assert_eq!(copied(&[left, right]), want, "{left}");
        assert_eq!(copied(&[right, left]), want, "{right}");
    }
}

#[test]
fn sentences_that_only_run_alike_are_left_alone() {
    for (left, right) in [
        // The values change places.
        (
            "The two friends Kasper Dahl and Edvin Nitz were only 14 and 13 when they bought the burger.",
            "The two friends Kasper Dahl and Edvin Nitz were only 13 and 14 when they bought the burger.",
        ),
        // Each article speaks of the day on which it was printed.
        (
            "The cable firm announced today (14 October 2011) that all of its business customers were back on the network.",
            "The cable firm announced today (20 October 2011) that all of its business customers were back on the network.",
        ),
        // Somebody else did the like.
        (
            "The museum promised a 20,000 dollar reward for information leading to the arrest of the thief.",
            "Harbour police announced a 25,000 dollar reward for information leading to the arrest of the thief.",
        ),
        // The place is the same, what happened there is not.
        (
            "The cadets arrived at Fort Grey Point on 11 September.",
            "The cadets were reported missing from Fort Grey Point on 20 September.",
        ),
        // Every figure is another: two hauls.
        (
            "Six rifles, 12 magazines and 300 rounds of ammunition were seized from the smugglers' boats.",
            "Nine rifles, 31 magazines and 923 rounds of ammunition were seized from the smugglers' boats.",
        ),
        // One denies what the other says in a word of its own.
        (
            "Whoever buys the lake island will have to bring chairs as the main building does not come with furniture.",
            "Whoever buys the lake island will have to bring chairs as the main building comes unfurnished.",
        ),
        // A part in a sentence that goes on.
        (
            "The vet used her tiny instruments to remove one lump near the tail, and another from its back.",
            "The vet gave it a bath before she used her tiny instruments to remove two lumps from its body.",
        ),
        // No figure at all.
        (
            "A survivor said that the officers took away 30 to 40 students in their patrol cars.",
            "Witnesses said that the officers took away several students in their patrol cars.",
        ),
        // A short form of a first name.
        (
            "Lead independent director Patricia Lund will be chairman of the new company for printers and ink.",
            "Lead independent director Pat Lund will be chairman of the new company for printers and ink.",
        ),
        // Two spellings of one house style.
        (
            "The bank bought the Harbour Shores Center from its first developer near the height of the market.",
            "The bank bought the Harbour Shores Centre from its first developer near the height of the market.",
        ),
        // A bound that admits the other.
        (
            "More than a dozen dancers, including the former lead Ines Ruiz, have accused the old director.",
            "At least 15 dancers, including the former lead Ines Ruiz, have accused the old director.",
        ),
    ] {
        assert_eq!(copied(&[left, right]), [], "{left}");
    }
}

#[test]
fn a_word_for_word_copy_differs_in_nothing() {
    let text = "The ministry told the harbour board that the 11 inspectors sent north had passed every test on 3 May.";
    assert_eq!(copied(&[text, text, text]), []);
}
