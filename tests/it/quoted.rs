//! Quotations of the same words are held against each other word by word, and nothing else is.

use gainsay::{Checker, Options, finding::Finding, read, rules::RuleBook, text::Source};
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(RuleBook::embedded(&read::closed_words()), Options::default()));

fn sources(texts: &[&str]) -> Vec<Source> {
    let source = |(at, text): (usize, &&str)| Source {
        id: format!("paper-{at}"),
        text: (*text).to_owned(),
        ..Source::default()
    };
    texts.iter().enumerate().map(source).collect()
}

/// The positions of each flagged finding about quotations, behind its verdict.
fn flagged(texts: &[&str]) -> Vec<String> {
    let report = CHECKER.check(&sources(texts));
    let findings = report.stories.into_iter().flat_map(|story| story.findings);
    let quoted = findings.filter(|one: &Finding| one.verdict.is_flagged() && one.attribute == "quotation");
    quoted
        .map(|one| {
            let shown: Vec<&str> = one.positions.iter().map(|position| position.display.as_str()).collect();
            format!("{}: {}", one.verdict.word(), shown.join(" | "))
        })
        .collect()
}

#[test]
fn a_word_changed_by_one_outlet_is_shown() {
    for (one, other, want) in [
        (
            "\"The bridge held for two or three hours,\" the engineer said.",
            "\u{201C}The bridge held for two to three hours,\u{201D} said Ida Holm.",
            "tension: The bridge held for two or three hours, | The bridge held for two to three hours,",
        ),
        (
            "'We never signed the harbour contract,' she said.",
            "She told reporters: \"We signed the harbor contract.\"",
            "conflict: We never signed the harbour contract, | We signed the harbor contract.",
        ),
        (
            "\"We left early. The crew counted 14 lifeboats on the deck,\" he said.",
            "\"It was cold. The crew counted 40 lifeboats on the deck,\" he said.",
            "conflict: The crew counted 14 lifeboats on the deck, | The crew counted 40 lifeboats on the deck,",
        ),
        (
            "\"The rudder,\" she said, \"broke near the old lighthouse at dawn.\"",
            "She said the rudder \"broke near the new lighthouse at dawn\".",
            "tension: broke near the old lighthouse at dawn. | broke near the new lighthouse at dawn",
        ),
    ] {
        assert_eq!(flagged(&[one, other]), [want], "{one} / {other}");
    }
}

#[test]
fn house_style_and_cutting_are_no_change() {
    for (one, other) in [
        (
            "\"There's little the rescuers can do on the glacier tonight,\" he said.",
            "\u{201C}There is little the rescuers can do on the glacier,\u{201D} he said.",
        ),
        (
            "\"We lost 20 per cent of the colour film in the fire,\" she said.",
            "\"We lost twenty percent of the color film in the fire\u{2026}\" she said.",
        ),
        (
            "\"He [the pilot] landed the plane on the frozen river.\"",
            "\"He landed the plane on the frozen river.\"",
        ),
        (
            "\"The keeper is in her mid-twenties and sceptical of the new lamp,\" he said.",
            "\"The keeper is in her mid-20s and skeptical of the new lamp,\" he said.",
        ),
        (
            "\"The harbour board will vote on the new pier on November 8,\" she said.",
            "\"The harbour board will vote on the new pier on Nov. 8,\" she said.",
        ),
    ] {
        assert_eq!(flagged(&[one, other]), [""; 0], "{one} / {other}");
    }
}

#[test]
fn sentences_that_only_run_alike_are_two() {
    for (one, other) in [
        ("\"The weather is looking good,\" he said. \"The rocket is looking good.\"", "Nothing was said."),
        (
            "\"The weather is looking good,\" he said. \"The rocket is looking good.\"",
            "\"The weather's looking good, the rocket's looking good,\" he said.",
        ),
        (
            "\"We are proud of our players tonight,\" said Ann Berg.",
            "\"We are proud of our country,\" said Leo Falk.",
        ),
        (
            "\"Our thoughts are with the families of the victims,\" said Ann Berg.",
            "\"Our prayers are with the families of the sailors,\" said Leo Falk.",
        ),
        (
            "\"He did not want to remain the last keeper on the island,\" she said.",
            "A film on him, \"The Last Keeper on the Island\", was shown in May.",
        ),
    ] {
        assert_eq!(flagged(&[one, other]), [""; 0], "{one} / {other}");
    }
}

#[test]
fn a_part_stands_with_the_whole_that_has_its_words() {
    let texts = [
        "\"The captain ordered all passengers into the boats before midnight,\" she said.",
        "\"The captain ordered all passengers into the boats before the storm,\" she said.",
        "She said he \"ordered all passengers into the boats before midnight\".",
        "She said \"the captain ordered all passengers\" out.",
    ];
    let report = CHECKER.check(&sources(&texts));
    let finding =
        report.stories[0].findings.iter().find(|one| one.verdict.is_flagged()).expect("one is flagged");
    let sources: Vec<&[usize]> =
        finding.positions.iter().map(|position| position.sources.as_slice()).collect();
    assert_eq!(sources, [&[0, 2][..], &[1]]);
}

#[test]
fn quotations_that_share_a_stock_phrase_are_not_held_against_each_other() {
    let text: String = (0..4_000)
        .map(|at| format!("\"The mayor of the town number{at} thanked the crew of ship{at},\" she said.\n\n"))
        .collect();
    let report = CHECKER.check(&sources(&[&text, &text]));
    assert!(report.stories[0].findings.iter().all(|one| !one.verdict.is_flagged()));
}

#[test]
fn of_one_speaker_less_tells_that_two_quotations_are_one() {
    let one = "\"Nobody is going to scold me like that,\" Karl Brandt said.";
    let same = "\"Nobody is going to treat me like that,\" said Karl Brandt.";
    let another = "\"Nobody is going to treat me like that,\" said Anna Berg.";
    assert_eq!(
        flagged(&[one, same]),
        ["tension: Nobody is going to scold me like that, | Nobody is going to treat me like that,"]
    );
    assert_eq!(flagged(&[one, another]), Vec::<String>::new());
    let both = "\"Nobody is going to treat me like that,\" said Karl Brandt. \"Nobody is going to scold me like that,\" he said.";
    assert_eq!(flagged(&[one, both]), Vec::<String>::new());
    let longer = "\"Nobody is going to leave me like that without a word of thanks,\" said Karl Brandt.";
    assert_eq!(flagged(&[one, longer]), Vec::<String>::new());
}

#[test]
fn a_clause_left_out_without_a_sign_is_shown() {
    let whole = "\"The long vote has been, in many towns, a race to the cellar,\" said Anna Berg.";
    let cut = "The vote \"has been a race to the cellar\", said Anna Berg.";
    assert_eq!(
        flagged(&[whole, cut]),
        [
            "tension: The long vote has been, in many towns, a race to the cellar, | has been a race to the cellar"
        ]
    );
    let marked = "The vote \"has been ... a race to the cellar\", said Anna Berg.";
    assert_eq!(flagged(&[whole, marked]), Vec::<String>::new());
}

#[test]
fn the_speaker_is_who_says_it_and_not_what_is_said() {
    for (text, speaker) in [
        ("The owner, Tamsin Reed, 54, said that the mill had cost $4 million.", "Tamsin Reed"),
        ("Karl Brandt, the mayor, said afterwards that the mill had cost $4 million.", "Karl Brandt"),
        ("The mill had cost $4 million, said Ana Ruiz.", "Ana Ruiz"),
    ] {
        let source = Source { id: "outlet".to_owned(), text: text.to_owned(), ..Source::default() };
        let report = CHECKER.check(&[source]);
        let money = report.stories[0].claims.iter().find(|claim| claim.attribute == "money").expect("a sum");
        assert_eq!(money.stance.speaker.as_deref(), Some(speaker), "{text}");
    }
}
