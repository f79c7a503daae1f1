//! Which figures are of one event: what is set apart is said to be, with why, and never flagged.

use super::alike::flagged;
use gainsay::{
    Checker, Options,
    finding::{Finding, Reason, Verdict},
    read,
    rules::RuleBook,
    text::{Published, PublishedFrom, Source},
};
use jiff::civil::date;

/// The findings on an attribute of articles that were published on one day.
fn findings(attribute: &str, texts: &[&str]) -> Vec<Finding> {
    printed(attribute, texts, 0)
}

/// The findings on an attribute of articles that were published so many days after one another.
fn printed(attribute: &str, texts: &[&str], days: usize) -> Vec<Finding> {
    let later = |nth: usize| i64::try_from(nth * days).expect("a few days");
    printed_later(attribute, texts.iter().enumerate().map(|(nth, text)| (*text, later(nth))))
}

/// The findings on an attribute of articles, each published so many days after one day.
fn printed_later<'t>(attribute: &str, texts: impl Iterator<Item = (&'t str, i64)>) -> Vec<Finding> {
    let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
    let source = |(nth, (text, days)): (usize, (&str, i64))| Source {
        id: format!("article {nth}"),
        text: text.to_owned(),
        published: Some(Published {
            at: date(2026, 3, 10).at(12, 0, 0, 0) + jiff::Span::new().days(days),
            has_time: true,
            offset: None,
            from: PublishedFrom::Given,
        }),
        ..Source::default()
    };
    let sources: Vec<Source> = texts.enumerate().map(source).collect();
    let report = checker.check(&sources);
    let all = report.stories.into_iter().flat_map(|story| story.findings);
    all.filter(|finding| finding.attribute == attribute).collect()
}

fn verdicts(findings: &[Finding]) -> Vec<Verdict> {
    findings.iter().map(|finding| finding.verdict).collect()
}

const QUAKE: &str =
    "Quake hits the coast\n\nAn earthquake killed six people in Ecuador on Monday, officials said.";

#[test]
fn a_look_back_is_another_event() {
    let back = "Quake shakes Ecuador\n\nAn earthquake struck Ecuador on Monday.\n\n\
                In April 2016 an earthquake killed more than 600 people in Ecuador.";
    let found = findings("killed", &[QUAKE, back]);
    assert_eq!(verdicts(&found), [Verdict::Incomparable]);
    assert_eq!(
        found[0].reason.to_string(),
        "more than 600 is of another event that the article looks back at, April 2016"
    );
}

#[test]
fn a_separate_event_is_another_one() {
    let separate = "Quake hits the coast\n\nAn earthquake hit Ecuador on Monday.\n\n\
                    In a separate quake in Ecuador two people were killed on Sunday.";
    assert_eq!(verdicts(&findings("killed", &[QUAKE, separate])), [Verdict::Incomparable]);
}

#[test]
fn two_cities_of_one_country_are_two_places() {
    let one = "A missile attack on Zaporizhzhia injured 42 people on Monday, the governor said.";
    let other = "A drone attack on Kyiv injured five people on Monday, the mayor said.";
    assert_eq!(verdicts(&findings("injured", &[one, other])), [Verdict::Incomparable]);
}

#[test]
fn a_figure_that_says_nothing_of_its_event_is_of_the_story_s() {
    let silent = "Rescuers end their search\n\nEight people died. Rescuers went home in the evening.";
    assert_eq!(verdicts(&findings("killed", &[QUAKE, silent])), [Verdict::Conflict]);
}

#[test]
fn a_measure_without_a_date_is_not_the_dated_one_of_its_own_article() {
    let one = "Quake shakes the island\n\nA magnitude 5.6 quake hit the island of Qeshm in Iran on Sunday.";
    let other = "Quake hits Qeshm again\n\nState television said a magnitude 5.2 quake hurt three people on Qeshm island.\n\n\
                 The US Geological Survey put its strength at magnitude 5.4.\n\nOn Sunday a magnitude 5.6 quake had \
                 shaken the island.";
    let found = findings("magnitude", &[one, other]);
    let flagged: Vec<&str> =
        found.iter().filter(|one| one.verdict.is_flagged()).map(|one| one.message.as_str()).collect();
    assert_eq!(flagged, ["magnitude (earthquake, Qeshm): magnitude 5.2 or magnitude 5.4"]);
}

#[test]
fn what_a_source_says_first_is_not_of_an_event_that_others_look_back_on() {
    let first = "Ten people were hurt when a quake shook the island.";
    let back = "An earthquake killed three people on the island of Qeshm in Iran on Monday.\n\n\
                In Bam in Iran an earthquake injured 90 people in December 2003.";
    assert!(findings("injured", &[first, back]).iter().all(|one| !one.verdict.is_flagged()));
}

#[test]
fn those_shot_are_the_wounded_and_the_dead_of_another_source() {
    let shot = "Three people were shot at a plant in Philadelphia on Monday, a witness said.";
    let told =
        "Two people were killed and one was wounded at a plant in Philadelphia on Monday, police said.";
    let more =
        "Two people were killed and two were wounded at a plant in Philadelphia on Monday, police said.";
    assert!(findings("injured", &[shot, told]).iter().all(|one| !one.verdict.is_flagged()));
    assert!(findings("injured", &[shot, more]).iter().any(|one| one.verdict.is_flagged()));
}

#[test]
fn others_who_were_hurt_beside_the_dead_are_all_who_were_hurt() {
    let hurt = "A shooting in Dayton on Tuesday left two people dead. Five people were injured, police said.";
    let beside = "Two people were killed and four others were injured in a shooting in Dayton on Tuesday.";
    assert_eq!(verdicts(&findings("injured", &[beside, hurt])), [Verdict::Conflict]);
    let further = "One man was injured in a shooting in Dayton on Tuesday. Four others were injured too.";
    assert_eq!(verdicts(&findings("injured", &[further, hurt])), [Verdict::Conflict; 0]);
}

#[test]
fn what_is_feared_is_not_held_against_what_is() {
    let feared = "It is feared that three people died in Monday's earthquake in Ecuador.";
    assert!(findings("killed", &[QUAKE, feared]).is_empty());
}

#[test]
fn an_earlier_toll_is_of_the_same_event() {
    let later = "Quake hits the coast\n\nAn earthquake in Ecuador killed eight people on Monday, officials said, raising the \
                 previous toll.";
    assert_eq!(verdicts(&findings("killed", &[QUAKE, later])), [Verdict::Conflict]);
}

#[test]
fn an_age_does_not_grow_within_days() {
    let one = "The driver, Carla Jensen, 34, was treated in hospital.";
    let other = "Carla Jensen was treated in hospital. Jensen, 43, was charged on Monday.";
    assert_eq!(verdicts(&findings("age", &[one, other])), [Verdict::Conflict]);
}

#[test]
fn an_age_is_of_one_person_whatever_he_is_called() {
    let flagged = |one: &str, other: &str| verdicts(&findings("age", &[one, other]));
    let full = "Eleanor Pike, 34, ran the riding school.";
    assert_eq!(flagged(full, "Ellie Pike, 36, ran the riding school."), [Verdict::Conflict]);
    let driver = "The driver, 52, was pulled from the coach.";
    assert_eq!(flagged(driver, "Police named the driver as Karl Brandt, 58, of Leeds."), [Verdict::Conflict]);
    assert_eq!(
        flagged("The skipper, 54, stayed.", "The captain, a man in his 60s, stayed."),
        [Verdict::Conflict]
    );
}

#[test]
fn an_age_behind_a_name_is_of_today_unless_it_was_said_long_ago() {
    let flagged = |one: &str, other: &str| verdicts(&findings("age", &[one, other]));
    let now = "Carla Jensen, 46, was hurt when a wall fell.";
    assert_eq!(flagged(now, "Carla Jensen, 48, joined the bakery in 2009."), [Verdict::Conflict]);
    assert!(flagged(now, "Carla Jensen, 31, told a reporter in 2009 that she was tired.").is_empty());
}

#[test]
fn a_source_that_knows_more_of_the_event_leaves_the_id() {
    let one = "An earthquake killed six people on Monday, officials said.";
    let other = "An earthquake killed nine people on Monday, officials said.";
    let placed = "An earthquake killed nine people in Ecuador on Monday, officials said.";
    let id = |texts: &[&str]| findings("killed", texts).first().map(|finding| finding.id.clone());
    assert!(id(&[one, other]).is_some());
    assert_eq!(id(&[one, other]), id(&[one, other, placed]));
}

#[test]
fn a_toll_grows_and_the_missing_may_become_fewer() {
    let texts = |attribute: &str, first: u32, second: u32| {
        let text = |figure: u32| {
            format!("In Monday's quake in Ecuador {figure} people were {attribute}, officials said.")
        };
        (text(first), text(second))
    };
    let verdict = |attribute: &str, first: u32, second: u32| {
        let (one, other) = texts(attribute, first, second);
        verdicts(&printed(attribute, &[&one, &other], 1))
    };
    assert_eq!(verdict("killed", 4, 6), [Verdict::Updated]);
    assert_eq!(verdict("killed", 6, 4), [Verdict::Conflict]);
    assert_eq!(verdict("missing", 4, 6), [Verdict::Updated]);
    assert_eq!(verdict("missing", 6, 4), [Verdict::Updated]);
}

#[test]
fn the_place_and_the_day_that_a_sentence_names_are_of_its_event() {
    for (one, other) in [
        (
            "A 7.1-magnitude earthquake shook houses in Ridgecrest on Friday night.",
            "The magnitude 6.4 earthquake shook houses in Ridgecrest on Thursday morning.",
        ),
        (
            "California wildfires have burned 2 million acres, officials said.",
            "In Oregon, where thousands of residents had to leave their homes, the flames have burned 230,000 acres.",
        ),
        (
            "After the flood the authorities gave a death toll of 63 for Belgium.",
            "The death toll from the flood in Germany is 143.",
        ),
    ] {
        assert_eq!(flagged(one, other), [""; 0], "{one} / {other}");
    }
    let (one, other) = (
        "A 7.1-magnitude earthquake shook houses in Ridgecrest on Friday night.",
        "The magnitude 6.4 earthquake shook houses in Ridgecrest on Friday.",
    );
    assert_eq!(flagged(one, other).len(), 1);
}

#[test]
fn whom_a_deed_avenges_are_of_another_event() {
    let strike = "The drone strike in Afghanistan killed two people.";
    let both = "The drone strike in Afghanistan came in retaliation for an attack that killed 13 people.";
    assert_eq!(flagged(strike, both), [""; 0]);
}

#[test]
fn a_forecast_is_no_toll() {
    let forecast = "The ministry recalled the prediction that the flu would cause 24,000 deaths in Peru.";
    assert_eq!(flagged(forecast, "The flu has caused 25,300 deaths in Peru."), [""; 0]);
    assert_eq!(
        flagged("The flu has caused 24,100 deaths in Peru.", "The flu has caused 25,300 deaths in Peru.")
            .len(),
        1
    );
}

#[test]
fn a_toll_that_rose_was_lower_before() {
    let early = "The flood in Peru killed 63 people.";
    assert_eq!(flagged(early, "The death toll from the flood in Peru rose to 165."), [""; 0]);
    assert_eq!(flagged(early, "The flood in Peru killed 165 people.").len(), 1);
}

#[test]
fn whom_attackers_killed_are_no_attackers() {
    let attackers = "Police shot dead three attackers in the attack in Lima.";
    let victims = "In the attack in Lima three attackers armed with a pole and knives killed at least seven.";
    assert_eq!(flagged(attackers, victims), [""; 0]);
}

#[test]
fn what_a_story_comes_to_further_down_may_be_another_event() {
    let told = "A hall in Bern was stormed by gunmen, who killed 12 people.";
    let opening = "A hall in Bern was stormed.\n\nThe hall was closed.\n\nA guard saw it.\n\nThe mayor wept.\n\n\
                   It rained.\n\nThe wind blew.\n\nThe lake froze.\n\nThe bells rang.\n\n";
    let back = format!("{opening}The group drew scorn for the beheading of 21 fishermen.");
    assert_eq!(flagged(&back, told), [""; 0]);
    let week = format!("{opening}Earlier this week, 50 guests were killed in an attack on a hotel.");
    assert_eq!(flagged(&week, "A gunman killed 25 guests in an attack on the hall."), [""; 0]);
    let attack = format!(
        "{opening}The leader of the attack on a chapel last autumn, who killed 21 monks, is at large."
    );
    assert_eq!(flagged(&attack, told), [""; 0]);
    let first = "A hall in Bern was stormed.\n\nThe gunmen killed 21 people.";
    assert_eq!(flagged(first, told).len(), 1);
}

#[test]
fn two_speakers_of_one_text_dispute_a_figure_that_they_give_side_by_side() {
    let police = "Police said three people were killed in the attack in Ulm on Monday.";
    let doctors = "Doctors said five people were killed in the attack.";
    let verdict = |between: &str| verdicts(&findings("killed", &[&format!("{police} {between} {doctors}")]));
    assert_eq!(verdict(""), [Verdict::Tension]);
    assert_eq!(
        verdict("The road was closed. Shops shut early."),
        [],
        "further apart they count at two places"
    );
}

#[test]
fn tolls_far_below_the_opening_of_long_articles_are_hardly_of_one_event() {
    let filler = |count: usize| "The council met again and nothing came of it. ".repeat(count);
    let near = "Gunmen killed nine people in an attack.";
    let far = "Troops killed four people in an attack.";
    let articles = |below: usize| {
        [
            format!("The council met. {} {near}", filler(6)),
            format!("The council met. {} {far}", filler(below)),
        ]
    };
    let flagged = |below: usize| {
        let texts = articles(below);
        let found = findings("killed", &[&texts[0], &texts[1]]);
        found.iter().any(|finding| finding.verdict.is_flagged())
    };
    assert!(flagged(6));
    assert!(!flagged(40));
    let day = |deed: &str, below: usize| format!("The council met. {} {deed}", filler(below));
    let (one, other) = (
        day("On 3 May gunmen killed nine people in an attack in Ulm.", 6),
        day("On 3 May gunmen killed four people in an attack in Ulm.", 40),
    );
    let found = findings("killed", &[&one, &other]);
    assert!(
        found.iter().any(|finding| finding.verdict.is_flagged()),
        "a day that both name holds them together"
    );
}

#[test]
fn that_nobody_was_hurt_is_held_against_what_opens_another_article() {
    let hurt = "Three people were injured in the fire in Leeds.";
    let verdict = |text: &str| verdicts(&findings("injured", &[text, hurt]));
    assert_eq!(verdict("No injuries were reported after the fire in Leeds."), [Verdict::Conflict]);
    assert_eq!(verdict("Nobody was killed or injured in the fire in Leeds."), [Verdict::Conflict]);
    let below = "The fire in Leeds broke out at noon. It spread fast. Crews came from York. The mill is old. Its \
        owner was away. There were no injuries in the fire.";
    assert!(!verdict(below).contains(&Verdict::Conflict), "further down it may be of any fire");
}

#[test]
fn a_part_that_is_larger_than_the_whole_is_of_everybody() {
    let burnt = "Five people were injured in the fire in Leeds.";
    let verdict = |text: &str| verdicts(&findings("injured", &[burnt, text]));
    assert_eq!(verdict("Nine firefighters were injured in the fire in Leeds."), [Verdict::Conflict]);
    assert!(!verdict("Two firefighters were injured in the fire in Leeds.").contains(&Verdict::Conflict));
}

#[test]
fn a_figure_that_each_source_gives_alone_needs_nothing_else_to_speak_for_it() {
    let filler = "The council met. ".repeat(12);
    let deep = format!("{filler} A crowd of 58,000 came.");
    let other = "The march drew a crowd of 41,000.";
    let verdict = |text: &str| verdicts(&findings("crowd", &[other, text]));
    assert_eq!(verdict(&deep), [Verdict::Conflict]);
}

#[test]
fn an_update_goes_from_the_first_figure_to_the_last() {
    let said = ["Five", "Four", "Six"].map(|some| format!("{some} people were killed in the fire in Leeds."));
    let found = printed_later("killed", said.iter().map(String::as_str).zip([1, 0, 2]));
    let [finding] = &found[..] else { panic!("one finding, not {found:?}") };
    assert_eq!(finding.message, "killed (fire, Leeds): updated, 4, 5, 6");
    let (earlier, later) = ("4".to_owned(), "6".to_owned());
    assert_eq!(finding.reason, Reason::LaterFigure { earlier, later });
}

#[test]
fn equal_bounds_are_no_update_whichever_file_comes_first() {
    let (below, above) =
        ("Nearly 300 people were killed in the quake.", "More than 300 people were killed in the quake.");
    let both = [[(below, 0), (above, 1)], [(above, 1), (below, 0)]];
    let found = both.map(|texts| verdicts(&printed_later("killed", texts.into_iter())));
    assert_eq!(found, [[Verdict::Tension], [Verdict::Tension]]);
}
