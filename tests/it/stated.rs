//! A source that states both of two values speaks of two things, also where no rule reads the second.

use super::alike::{flagged, flagged_in};

/// Two tellings that contradict each other, and what the first may add to say that it knows the other value as well.
const TELLINGS: [(&str, &str, &str); 6] = [
    (
        "Prices of the new phone will start at $500 in the United States.",
        "The maker's next handset will start at $350 when it comes to US shops.",
        "A watch in steel may cost $350, dealers reckon.",
    ),
    (
        "In the final trial the drug was 66.3 percent effective, its maker said.",
        "The drug proved 72.4 percent effective in a trial of thousands.",
        "In Ohio alone the rate came to 72.4 percent.",
    ),
    (
        "Police arrested 47 people at the march in Ulm on Tuesday.",
        "Twenty-six people were arrested in Ulm on Tuesday when the march ended, an officer said.",
        "At the gate 26 people sang.",
    ),
    (
        "Visitors climb the old tower, which is 310 metres high.",
        "Rust has been found in the tower. At 280 metres high it is closed for a year.",
        "It stands 280 metres from the shore.",
    ),
    (
        "The glass museum by the river opened on 3 May 2021.",
        "Thousands came when the museum opened on 9 May 2021, its owner recalls.",
        "Its garden was shown to guests on 9 May 2021.",
    ),
    (
        "The ministers' talks in Ulm lasted nine hours, aides said.",
        "Tired delegates left after talks in Ulm that lasted seven hours.",
        "The minister slept for seven hours.",
    ),
];

#[test]
fn who_states_both_values_speaks_of_two_things() {
    for (one, other, further) in TELLINGS {
        assert_eq!(flagged(one, other).len(), 1, "{one} / {other}");
        assert_eq!(flagged(&format!("{one} {further}"), other), [""; 0], "{one} {further} / {other}");
        assert_eq!(flagged(other, &format!("{one} {further}")), [""; 0], "{other} / {one} {further}");
    }
}

#[test]
fn where_one_source_knows_both_values_others_speak_of_the_two_as_well() {
    let (one, other, further) = TELLINGS[0];
    let texts = [one, other, &format!("{one} {further}")];
    assert_eq!(flagged_in(&texts), [""; 0]);
}

#[test]
fn a_value_that_stands_in_any_article_tells_nothing() {
    for (one, other) in [
        (
            "Police arrested four people at the march in Ulm on Tuesday. At the gate two people sang.",
            "Two people were arrested in Ulm on Tuesday when the march ended, an officer said.",
        ),
        (
            "In the final trial the drug was 66 percent effective. Half, or 50 percent, of the patients were women.",
            "The drug proved 50 percent effective in a trial of thousands.",
        ),
        (
            "Visitors climb the old tower, which is 310 metres high. A path of 280 miles leads to it.",
            "Rust has been found in the tower. At 280 metres high it is closed for a year.",
        ),
    ] {
        assert_eq!(flagged(one, other).len(), 1, "{one} / {other}");
    }
}

#[test]
fn a_figure_that_is_denied_or_a_slip_in_a_copy_is_still_one_of_two() {
    for (one, other) in [
        (
            "Police arrested 47 people at the march in Ulm on Tuesday. They did not arrest 26 people, a spokeswoman said.",
            "Twenty-six people were arrested in Ulm on Tuesday when the march ended, an officer said.",
        ),
        (
            "The old tower by the harbour is 310 metres high. It stands 280 metres from the shore.",
            "The old tower by the harbour is 280 metres high.",
        ),
    ] {
        assert_eq!(flagged(one, other).len(), 1, "{one} / {other}");
    }
}
