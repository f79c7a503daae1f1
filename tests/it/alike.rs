//! Sentences that run alike but for the value are of one thing; where a name or a time differs too they are not.

use gainsay::{Checker, Options, finding::Finding, read, rules::RuleBook, text::Source};
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(RuleBook::embedded(&read::closed_words()), Options::default()));

/// What is flagged where one source says the one sentence and another the other.
pub(crate) fn flagged(one: &str, other: &str) -> Vec<String> {
    flagged_in(&[one, other])
}

/// What is flagged in a story of sources that say one text each.
pub(crate) fn flagged_in(texts: &[&str]) -> Vec<String> {
    let source = |(at, text): (usize, &&str)| Source {
        id: format!("outlet-{at}"),
        text: (*text).to_owned(),
        ..Source::default()
    };
    let sources: Vec<Source> = texts.iter().enumerate().map(source).collect();
    let findings = CHECKER.check(&sources).stories.into_iter().flat_map(|story| story.findings);
    findings.filter(|one| one.verdict.is_flagged()).map(|one: Finding| one.message).collect()
}

#[test]
fn a_value_changed_in_one_sentence_is_flagged_once() {
    for (one, other) in [
        ("The bridge cost 4 million euros.", "The bridge cost 5 million euros."),
        ("The talks lasted three hours.", "The talks lasted five hours."),
        ("The concert drew 12,000 fans.", "The concert drew 15,000 fans."),
        ("The company will cut 300 jobs.", "The company will cut 500 jobs."),
        ("The tower is 120 metres tall.", "The tower is 150 metres tall."),
        ("The tank of the farm held 20 litres.", "The tank of the farm held 210 litres."),
        ("The minister resigned on Monday.", "The minister resigned on Tuesday."),
        ("The meeting was held in Geneva.", "The meeting was held in Vienna."),
        ("The suspect was arrested in Lyon.", "The suspect was arrested in Paris."),
        ("The museum bought the painting for $2 million.", "The museum bought the painting for $3 million."),
        ("The ship carried 40 containers.", "The ship carried 600 containers."),
        (
            "The court said the trial would resume on Friday.",
            "The court said the trial would resume on Saturday.",
        ),
        ("He was sentenced to nine years in prison.", "He was sentenced to eleven years in prison."),
        ("Four men robbed the bank.", "Five men robbed the bank."),
        ("She won three medals.", "She won four medals."),
    ] {
        assert_eq!(flagged(one, other).len(), 1, "{one} / {other}: {:?}", flagged(one, other));
    }
}

#[test]
fn another_name_or_time_is_another_thing() {
    for (one, other) in [
        ("Anna Berg won three medals in Oslo.", "Lena Holt won four medals in Oslo."),
        (
            "Prices in the region rose 3 percent in May 2021.",
            "Prices in the region rose 5 percent in June 2021.",
        ),
        ("The suspect was arrested in Lyon.", "The suspect was arrested in France."),
        ("The minister resigned on Monday.", "The mayor of the town resigned on Tuesday."),
        ("Four men robbed the bank.", "Five women robbed the bank."),
        ("The meeting was held in Geneva.", "The concert was held in Vienna."),
        ("The minister resigned on Monday.", "The minister resigned on Monday night."),
    ] {
        assert_eq!(flagged(one, other), [""; 0], "{one} / {other}");
    }
}

#[test]
fn a_source_of_several_values_speaks_of_several_things() {
    let lead = "Plane turns back\n\nThe flight bound for Lyon returned after an hour.";
    let past = "Last year the airline put a singer off a flight bound for Oslo.";
    let other = "The captain of the flight bound for Turin turned back.";
    assert_eq!(flagged(lead, other).len(), 1);
    assert_eq!(flagged(&format!("{lead}\n\n{past}"), other), [""; 0]);
}

#[test]
fn what_is_told_of_two_people_or_years_is_of_two_things() {
    for (one, other) in [
        (
            "Ana Ruiz was abducted in Syria in August 2013.",
            "Karl Brandt was abducted in Syria in November 2012.",
        ),
        (
            "Ana Ruiz was last seen in Syria on 3 August 2013.",
            "Karl Brandt was last seen in Syria on 22 May 2012.",
        ),
        (
            "Ana Ruiz was flying from Oslo to Lyon when she fell ill.",
            "Karl Brandt was flying from Oslo to Rome when he fell ill.",
        ),
        (
            "The chain bought the campus in 2006 for $833 million. It sold the hall in 2014 for $20 million.",
            "The rival bought the campus for $585 million.",
        ),
        (
            "Despite taking in $112 billion in revenue the group struggled.",
            "In its latest quarter the group reported revenue of $27 billion.",
        ),
        (
            "A jury convicted Gregory Vane of fraud on Thursday.",
            "His wife, Carol Vane, was cleared of money laundering on Thursday.",
        ),
        ("Oslo got 16 inches of snow on 9 March 2026.", "Oslo got 26 inches of snow on 10 March 2026."),
        ("Shares of Acme fell 5 percent on 9 March 2026.", "Shares of Acme fell 7 percent on 10 March 2026."),
        ("Turnout was 61 percent in the first round.", "Turnout was 58 percent in the second round."),
        ("The town is home to more than a million people.", "They rule a population of around four million."),
        (
            "Two police officers went missing from the base.",
            "Three army officers went missing from the base.",
        ),
    ] {
        assert_eq!(flagged(one, other), [""; 0], "{one} / {other}");
    }
    for (one, other) in [
        ("Ana Ruiz was abducted in Syria in August 2013.", "Ms Ruiz was abducted in Syria in November 2012."),
        ("Oslo got 16 inches of snow on 9 March 2026.", "Oslo got 26 inches of snow on 9 March 2026."),
        ("Karl Brandt, 31, fell on 9 March 2026.", "On 10 March 2026 Karl Brandt, 33, fell."),
        (
            "Karl Brandt was held on bail of $1 million after the robbery.",
            "Brandt was arrested after the robbery. He is being held on $800,000 bail.",
        ),
        (
            "The chain bought the campus in 2014 for $833 million.",
            "The rival bought the campus for $585 million.",
        ),
        (
            "Despite taking in $31 billion in revenue the group struggled.",
            "In its latest quarter the group reported revenue of $27 billion.",
        ),
    ] {
        assert_eq!(flagged(one, other).len(), 1, "{one} / {other}");
    }
}

#[test]
fn a_figure_with_one_digit_of_many_copied_wrong_is_worth_a_look() {
    let (one, other) = (
        "The trial cost the mill $972,815 in fees.",
        "The mill asks its former clerk for $972,814 in costs.",
    );
    assert_eq!(flagged(one, other), ["money: 972,815 dollars or 972,814 dollars"]);
    let others = "The mill asks its former clerk for $471,306 in costs.";
    assert_eq!(flagged(one, others), Vec::<String>::new());
}

#[test]
fn a_slip_in_a_long_sum_is_known_among_many_sums() {
    let one = "The clerk spent $310 on gloves, $2,215.40 at Harbour Toys, $95 on tea and $7,364.15 at the Silver Birch Lodge.";
    let other = "Among other things the clerk paid $88 for a hat, $1,902 for a saddle and $7,264.15 to stay at the Silver Birch Lodge.";
    assert_eq!(flagged(one, other), ["money: 7,364.15 dollars or 7,264.15 dollars"]);
    let others = "Among other things the clerk paid $88 for a hat, $1,902 for a saddle and $7,150.15 to stay at the Silver Birch Lodge.";
    assert_eq!(flagged(one, others), Vec::<String>::new());
}

#[test]
fn a_million_for_a_billion_is_worth_a_look() {
    let (one, other) = (
        "The trial cost the mill $48.7 million in fees.",
        "The mill asks its former clerk for $48.7 billion in costs.",
    );
    assert_eq!(flagged(one, other), ["money: 48,700,000 dollars or 48,700,000,000 dollars"]);
    let others = "The mill asks its former clerk for $52.1 billion in costs.";
    assert_eq!(flagged(one, others), Vec::<String>::new());
}

#[test]
fn what_a_thing_is_made_of_is_counted_once() {
    let (one, other) = (
        "The clerk read the 38-page letter from the judge.",
        "The judge had sent the clerk a 35-page letter.",
    );
    assert_eq!(flagged(one, other), ["number of page of letter: 38 or 35"]);
    for other in ["He owned the 38-caliber pistol.", "They rent 35-page letters.", "It was a 35-year letter."]
    {
        assert_eq!(flagged(one, other), Vec::<String>::new(), "{other}");
    }
}

#[test]
fn a_nought_too_many_is_worth_a_look() {
    let (one, other) = (
        "The military plane vanished from radar two minutes after taking off from the resort.",
        "The passenger plane dropped from radar about 20 minutes after taking off from the resort.",
    );
    assert_eq!(flagged(one, other), ["duration: 2 minutes or about 20 minutes"]);
    let others = "The passenger plane dropped from radar about 35 minutes after taking off from the resort.";
    assert_eq!(flagged(one, others), Vec::<String>::new());
}
