//! What is a part of a figure, one answer of several or an office left since does not contradict the whole, the others or the next.

use super::alike::flagged;

#[test]
fn a_part_is_no_rival_of_its_whole() {
    for (one, other) in [
        ("A court ordered that 12 of the 24 sailors be detained.", "In all 24 sailors were detained at sea."),
        ("Two of the telescope's six gyroscopes failed.", "In all six gyroscopes of the telescope failed."),
        (
            "Floods hit two towns of the valley. In another, water swept through a home, killing 12.",
            "The floods in the valley killed 165 people.",
        ),
        ("The mill is axing another 300 jobs in June.", "The mill is axing 700 jobs in all."),
        ("The mill will cut 300 more jobs.", "The mill will cut 700 jobs."),
        ("The mill cut 500 jobs in Leeds and 200 in York.", "The mill cut 700 jobs."),
        (
            "In all 19 people were killed in the flood.",
            "Among the dead in the flood were four members of one family.",
        ),
        ("Five men were killed in the crash.", "Two pilots were also killed in the crash."),
        ("Shares of the mill fell 3.7 percent on Monday.", "Shares of the mill fell 4 percent on Monday."),
        (
            "Two senators, Ana Ruiz and Karl Brandt, called for a vote in the hall.",
            "Three senators, Tom Baker, Lena Holt and Paul Reed, called for a vote in the hall.",
        ),
        (
            "The bodies of 30 victims were recovered from the sea.",
            "The bodies of 12 more victims were recovered from the sea.",
        ),
        ("The other suspect is a 15-year-old boy.", "The suspect is a 19-year-old man."),
        ("Anna Berg posted at least two pictures of him.", "Anna Berg posted several pictures of him."),
        ("Nobody was seriously hurt in the crash.", "Five people were hurt in the crash."),
        ("Three people were critically injured in the crash.", "Five people were injured in the crash."),
        (
            "Woman wounds three at mill.",
            "A woman shot three people at the mill, one of whom was critically injured.",
        ),
        (
            "The attack at the mill left four people dead, including the attacker and a guard.",
            "An attacker killed three people in the attack at the mill.",
        ),
        ("The flu has caused about 2,000 more deaths in Peru.", "The flu has caused 18,300 deaths in Peru."),
        (
            "The shooting at the march left 12 police officers wounded.",
            "The gunman at the march is suspected of killing five police officers.",
        ),
        (
            "The fund and the bank each invested $40 million in the mill.",
            "The mill drew investments worth $80 million.",
        ),
        (
            "In one raid, gunmen killed eight people in the village.",
            "The gunmen killed six people in the village.",
        ),
        (
            "Witnesses heard six shots at the gate, then another four.",
            "Witnesses heard 10 shots at the gate.",
        ),
        (
            "A clerk heard six shots at the gate. He then heard four shots.",
            "A nurse heard 10 shots at the gate.",
        ),
        ("The injured guard was taken to hospital.", "Two people were taken to hospital."),
    ] {
        assert_eq!(flagged(one, other), [""; 0], "{one} / {other}");
    }
    let (one, other) = (
        "The trial involved 820 patients.",
        "Among the 640 people who took part in the trial none fell ill.",
    );
    assert_eq!(flagged(one, other).len(), 1);
    let (one, other) = (
        "The attack at the mill left five people dead, including the attacker and a guard.",
        "An attacker killed three people in the attack at the mill.",
    );
    assert_eq!(flagged(one, other).len(), 1);
    let (one, other) = ("The mill is axing 300 jobs in June.", "The mill is axing 700 jobs in June.");
    assert_eq!(flagged(one, other).len(), 1);
    let (one, other) = (
        "A clerk heard six shots at the gate. He then heard three shots.",
        "A nurse heard 10 shots at the gate.",
    );
    assert_eq!(flagged(one, other).len(), 1);
}

#[test]
fn a_choice_between_two_contradicts_neither() {
    let born = "Kim Berg was born on 26 September 1986 in Bern.";
    assert_eq!(flagged("Kim Berg was born in 1987 or 1988 in Bern.", born), [""; 0]);
    assert_eq!(flagged("Kim Berg was born in 1987 in Bern.", born).len(), 1);
}

#[test]
fn the_vice_before_a_chief_officer_is_a_company() {
    assert_eq!(flagged("CEO Ana Ruiz spoke.", "Vice CEO Ana Ruiz spoke."), [""; 0]);
    assert_eq!(flagged("CEO Ana Ruiz spoke.", "Deputy CEO Ana Ruiz spoke.").len(), 1);
}

#[test]
fn what_is_enumerated_excludes_none_of_it() {
    for (one, other) in [
        ("His body was found by his wife and elder daughter.", "His body was found by his daughter."),
        (
            "Karl Brandt was stabbed in the face, neck and upper body.",
            "Karl Brandt was stabbed in the neck and arm.",
        ),
    ] {
        assert_eq!(flagged(one, other), [""; 0], "{one} / {other}");
    }
    let (one, other) =
        ("His body was found by his wife.", "His body was found by a neighbour, his wife said.");
    assert_eq!(flagged(one, other).len(), 1);
}

#[test]
fn who_left_an_office_may_hold_another() {
    let left = "The former vice president Ana Ruiz spoke.";
    assert_eq!(flagged(left, "President Ana Ruiz was sworn in."), [""; 0]);
    let both = "In May Vice President Ana Ruiz met the miners. On Friday President Ana Ruiz was sworn in.";
    assert_eq!(flagged(left, both), [""; 0]);
    let two = flagged("Vice President Ana Ruiz met the miners.", "President Ana Ruiz met the miners.");
    assert_eq!(two.len(), 1);
}

#[test]
fn a_former_president_beside_another_name_may_be_somebody_else() {
    let two = "Karl Brandt said that Ana Ruiz left President Tom Baker no plan, though the former president had left one.";
    assert_eq!(flagged(two, "President Tom Baker spoke."), [""; 0]);
    // A blank that breaks no line stands in many a title.
    let told = "Former\u{a0}President Ana Ruiz blamed President Tom Baker. In a statement the former president was sharp.";
    assert_eq!(flagged(told, "President Tom Baker spoke."), [""; 0]);
}

#[test]
fn a_city_stands_for_its_country_among_those_who_mediate() {
    let states = "The talks were mediated by Russia and the United States.";
    assert_eq!(flagged(states, "The talks were mediated by Moscow and Washington."), [""; 0]);
    assert_eq!(flagged(states, "The talks were mediated by Moscow and Paris.").len(), 1);
}
