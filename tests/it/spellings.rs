//! Names that a story spells in two ways are shown; two names, house styles and transliterations are not.

use gainsay::{
    Checker, Options,
    claim::SPELLING,
    finding::{Report, Verdict},
    read,
    rules::RuleBook,
    text::Source,
};
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(RuleBook::embedded(&read::closed_words()), Options::default()));

fn report(texts: &[&str]) -> Report {
    let source = |(at, text): (usize, &&str)| Source {
        id: format!("source-{at}"),
        text: (*text).to_owned(),
        ..Source::default()
    };
    CHECKER.check(&texts.iter().enumerate().map(source).collect::<Vec<_>>())
}

/// The values of the flagged spellings of a story, each finding's in order.
fn spelt(texts: &[&str]) -> Vec<Vec<String>> {
    let findings = report(texts).stories.into_iter().flat_map(|story| story.findings);
    let of_spelling = findings.filter(|one| one.attribute == SPELLING && one.verdict == Verdict::Tension);
    let shown = of_spelling.map(|one| {
        let mut values: Vec<String> = one.positions.into_iter().map(|position| position.display).collect();
        values.sort();
        values
    });
    shown.collect()
}

#[test]
fn a_slip_beside_the_same_word_is_shown() {
    for (texts, want) in [
        (
            [
                "The ferry was steered by Marta Lindqvist that night.",
                "Divers met Marta Lindqwost at the pier.",
            ],
            ["Marta Lindqvist", "Marta Lindqwost"],
        ),
        (
            ["The guard saw Dalilo Ferrante leave.", "A neighbour heard Dalilu Ferrante shout."],
            ["Dalilo Ferrante", "Dalilu Ferrante"],
        ),
        (
            [
                "The wreck was found by the Institute for Coastal Research in June.",
                "A report of the Institute of Coastal Research is due.",
            ],
            ["Institute for Coastal Research", "Institute of Coastal Research"],
        ),
        (
            [
                "She works at the Harlow Marine Rescue Centre near the pier.",
                "It was built for the Harlow Marines Rescue Centre in spring.",
            ],
            ["Harlow Marine Rescue Centre", "Harlow Marines Rescue Centre"],
        ),
        (
            [
                "She works at the Harlow Marine Rescue Centre and Museum near the pier.",
                "It was built for the Harlow Marines Rescue Centre and Museum in spring.",
            ],
            ["Harlow Marine Rescue Centre", "Harlow Marines Rescue Centre"],
        ),
        (
            ["He flew with Blue Delta Airlines from Oslo.", "The plane of Blue Delta Airways turned back."],
            ["Blue Delta Airlines", "Blue Delta Airways"],
        ),
        (
            [
                "It was built by the Salt River Organizing Committee (SROC) in spring.",
                "She works for the Salt River Olympic Committee, known as the SROC, in town.",
            ],
            ["Salt River Olympic Committee", "Salt River Organizing Committee"],
        ),
        (
            [
                "The wreck is looked at by the Harrow Transport Safety Board.",
                "A report of the Harrow Safety Transport Board is due.",
            ],
            ["Harrow Safety Transport Board", "Harrow Transport Safety Board"],
        ),
    ] {
        assert_eq!(spelt(&texts), [want], "{texts:?}");
    }
}

#[test]
fn an_unknown_word_that_comes_once_is_a_slip_for_its_like() {
    let text =
        "The owner, Jonas Vestergren, was asked to pay. Neighbours said that Vestergern had left the town.";
    assert_eq!(spelt(&[text]), [["Vestergern", "Vestergren"]]);
}

#[test]
fn first_names_that_begin_alike_before_one_family_name_are_of_one_person() {
    for (texts, want) in [
        (
            [
                "The fire was seen by Dr. Darwin Kolbert of Harrow Hospital.",
                "Some sang, said Darvey Kolbert, a surgeon.",
            ],
            ["Darvey Kolbert", "Darwin Kolbert"],
        ),
        (
            ["She was loved as Laurie Pentrick in the film.", "She was cast as Laura Pentrick, a judge."],
            ["Laura Pentrick", "Laurie Pentrick"],
        ),
    ] {
        assert_eq!(spelt(&texts), [want], "{texts:?}");
    }
    for texts in [
        // Short forms, a man and a woman, one source that has both, a brother, two ages.
        ["A judge met Jerrold Pentrick in May.", "A judge met Jerry Pentrick in May."],
        ["A judge met Carlos Pentrick in May.", "A judge met Carla Pentrick in May."],
        ["A judge met Laura Pentrick in May.", "A judge met Laura Pentrick and Laurie Pentrick in May."],
        ["A judge met Darwil Pentrick in May.", "A judge met his brother Darvey Pentrick in May."],
        ["A judge met Laura Pentrick, 12, in May.", "A judge met Laurie Pentrick, 40, in May."],
        // Two places.
        ["He lives in North Harrow by the sea.", "He lives in Nordic Harrow by the sea."],
    ] {
        assert_eq!(spelt(&texts), [[""; 0]; 0], "{texts:?}");
    }
}

#[test]
fn a_doubled_letter_is_a_slip_where_a_name_is_written_in_latin_letters() {
    for (texts, want) in [
        (
            ["A judge met Sherri Dalton at noon.", "The deal was read by Sheri Dalton in May."],
            ["Sheri Dalton", "Sherri Dalton"],
        ),
        (
            ["A judge met Mike Pentrick at noon.", "The deal was read by Mike Pentrik in May."],
            ["Mike Pentrick", "Mike Pentrik"],
        ),
        // A known first name is not foreign because Armenian family names end so.
        (
            ["A judge met Vivian Pentrick at noon.", "The deal was read by Vivian Pentrik in May."],
            ["Vivian Pentrick", "Vivian Pentrik"],
        ),
        (
            ["A judge met Lillian Dalton at noon.", "The deal was read by Lilian Dalton in May."],
            ["Lilian Dalton", "Lillian Dalton"],
        ),
    ] {
        assert_eq!(spelt(&texts), [want], "{texts:?}");
    }
    for texts in [
        // By ear from another script: as the list has it, by its letters, by its end; and a first name that nobody knows.
        ["A judge met Hassan Dalton at noon.", "The deal was read by Hasan Dalton in May."],
        ["A judge met Robert Khallid at noon.", "The deal was read by Robert Khalid in May."],
        ["A judge met Robert Mallenko at noon.", "The deal was read by Robert Malenko in May."],
        ["A judge met Robert Sarkissian at noon.", "The deal was read by Robert Sarkisian in May."],
        ["A judge met Najibullah Pentrick at noon.", "The deal was read by Najibullah Pentrik in May."],
        ["A judge met Tirrul Vestegan at noon.", "The deal was read by Tirul Vestegan in May."],
        // An ending that is written in several ways, and one source that has both.
        ["A judge met Robert Pentry at noon.", "The deal was read by Robert Pentri in May."],
        ["A judge met Sherri Dalton at noon.", "A judge met Sheri Dalton and Sherri Dalton in May."],
    ] {
        assert_eq!(spelt(&texts), [[""; 0]; 0], "{texts:?}");
    }
}

#[test]
fn two_first_names_of_women_that_a_letter_tells_apart_are_of_one_woman() {
    let spellings =
        ["A judge met Isabelle Pentrick at noon.", "The deal was read by Isabell Pentrick in May."];
    assert_eq!(spelt(&spellings), [["Isabell Pentrick", "Isabelle Pentrick"]]);
    // A man and a woman.
    let family = ["A judge met Daniel Pentrick at noon.", "The deal was read by Daniela Pentrick in May."];
    assert_eq!(spelt(&family), [[""; 0]; 0]);
}

#[test]
fn a_surname_of_nobody_is_a_slip_for_that_of_a_person_named_in_full() {
    for (text, want) in [
        (
            "The spokesman, Joe Lockwell, was asked again. The report, Lockwel said, is late.",
            ["Lockwel", "Lockwell"],
        ),
        (
            "They met William H. Alder, who owns the mill. \u{201C}It is for sale,\u{201D} Alderb said.",
            ["Alder", "Alderb"],
        ),
        (
            "It was shown to Foreign Minister Ungel Marsano. Marasno refers to it as a gift.",
            ["Marasno", "Marsano"],
        ),
        (
            "The mill belongs to Howard Hansen. According to Hanson, it runs at a loss. Hanson wants to sell it.",
            ["Hansen", "Hanson"],
        ),
        ("The fare was set by George Viro, who owns the ferry. It is cheap, Virro said.", ["Viro", "Virro"]),
        (
            "The boy had met Leonard Hullian at the pier. He fell in a fight with Hulliun.",
            ["Hullian", "Hulliun"],
        ),
    ] {
        assert_eq!(spelt(&[text]), [want], "{text}");
    }
    for text in [
        // Both are named in full, one of them in the headline.
        "# Town honours Ray Hanson\n\nThe mill belongs to Howard Hansen. For years Hanson ran it.",
        "The mill belongs to Howard Hansen. It was bought from Ray Hanson. For years Hanson ran it.",
        // A town, a first name, a family of several, the latter part of a name.
        "The house of Ann Bostin was sold. It is what Boston wanted.",
        "The house of Ann Ellin was sold. It is what Ellen wanted.",
        "The house of Ann Haverstock was sold. It is what the Haverstocks wanted.",
        "The house of Omar Saladdi was sold. It is what Nur al-Saladi wanted.",
        // No person says or does anything.
        "The house of Ann Verda was sold. It lies in Verdo near the sea.",
    ] {
        assert_eq!(spelt(&[text]), [[""; 0]; 0], "{text}");
    }
}

#[test]
fn two_names_are_two_names() {
    for texts in [
        // One source knows both.
        ["They saw Hanna Lindgren and Hanne Lindgren leave.", "The sisters met Hanna Lindgren later."],
        // A man and a woman.
        ["A guide, we hear, was Mark Ostrander.", "Later the guide Mary Ostrander came."],
        // Peoples, plurals and what is derived.
        ["The talks with Peru failed in North Peru.", "A North Peruvian firm paid."],
        ["The Harrow Ranger was lost.", "A fan of the Harrow Rangers wept."],
        // Both in company, and in other company.
        ["It was bought by Telekorn Norden last year.", "It was sold by Telekarn Sur last week."],
        // A short name, a transliteration, an accent, a written-out umlaut, a hyphen.
        ["The driver was Bill Haverstock that day.", "The driver was William Haverstock that day."],
        ["The envoy met Sergei Malkov in Riga.", "The envoy met Sergey Malkov in Riga."],
        ["The singer met José Armandez at noon.", "The singer met Jose Armandez at noon."],
        ["The mayor met Karl Müllner at noon.", "The mayor met Karl Muellner at noon."],
        ["The pilot met Ana Costa-Ruben at noon.", "The pilot met Ana Costa Ruben at noon."],
        // Two spellings of English, and a short form.
        [
            "It lies near the Kestrel Space Center by the sea.",
            "It lies near the Kestrel Space Centre by the sea.",
        ],
        ["The bill of Harrow Natural Gas Corp is due.", "The bill of Harrow Natural Gas Corporation is due."],
        // Both, the one in brackets, and a people beside its land.
        ["The ship of Mihail Palaiontas (Palaeontas) sank.", "The ship was lost at sea."],
        ["The Levantine guards of old took the town.", "The guards of Levantium took it."],
        // Several of a kind, and what a correction says.
        [
            "He won the Coastal Medal of Courage in June.",
            "She gave away forty Coastal Medals of Courage in all.",
        ],
        [
            "The signing was held at the Department of Harbour Safety in Riga.",
            "It works with the Departments of Harbour Safety and Health, she said.",
        ],
        [
            "The ferry was steered by Marta Lindqvist that night.",
            "Her name is Marta Lindqvist, not Lindqwost, as we wrote.",
        ],
        // The particle of a family name.
        ["A judge met Ana de Lunares at noon.", "A judge met Ana Lunares at noon."],
        // Two bodies of one abbreviation, a people beside its land, and two committees without one.
        ["He left the Salt River Rowing Club (SRRC).", "She leads the Sunny Road Rescue Centre (SRRC)."],
        ["He left the Peruvian Miners Party, PMP, in May.", "She leads the Peru Miners Party (PMP)."],
        [
            "It was built by the Salt River Organizing Committee in spring.",
            "She works for the Salt River Olympic Committee in town.",
        ],
        // Different offices of one kind.
        [
            "She studied at the University of Harrow for a year.",
            "She taught at the University of Barrow for a year.",
        ],
    ] {
        assert_eq!(spelt(&texts), [[""; 0]; 0], "{texts:?}");
    }
}

#[test]
fn a_spelling_is_shown_with_each_source_once() {
    let texts = [
        "The ferry was steered by Marta Lindqvist. The crew praised Marta Lindqvist.",
        "A diver saw Marta Lindqvist on deck.",
        "At the pier stood Marta Lindqwost in tears.",
    ];
    let report = report(&texts);
    let finding =
        report.stories[0].findings.iter().find(|one| one.attribute == SPELLING).expect("it is shown");
    let held: Vec<usize> = finding.positions.iter().map(|position| position.claims.len()).collect();
    assert_eq!(held, [2, 1]);
    assert_eq!(finding.reason.to_string(), "Marta Lindqvist or Marta Lindqwost: one name, two spellings");
}

#[test]
fn a_lone_name_of_another_script_is_written_by_ear() {
    let twice = |name: &str| format!("Walls fell in {name}. The road to {name} is cut.");
    let other = |name: &str| format!("Two houses in {name} were damaged.");
    assert_eq!(spelt(&[&twice("Darghestan"), &other("Darghostan")]), Vec::<Vec<String>>::new());
    assert_eq!(spelt(&[&twice("Darghestan"), &other("Darghesvan")]).len(), 1);
}

#[test]
fn one_person_by_ear_has_one_age() {
    let flagged = |texts: &[&str]| -> Vec<String> {
        let findings = report(texts).stories.into_iter().flat_map(|story| story.findings);
        let flagged = findings.filter(|one| one.verdict.is_flagged());
        flagged.map(|one| format!("{}: {}", one.attribute, one.reason)).collect()
    };
    let told = [
        "The two men are Yusuf Ali Mohamed Zahyar, 22, of Port Said, and a friend.",
        "The two men are Youssef Zahyer, 21, of Port Said, and a friend.",
    ];
    assert_eq!(
        flagged(&told),
        [
            "age: 22 years and 21 years cannot both be right",
            "name: Yusuf Ali Mohamed Zahyar or Youssef Zahyer: one name, two spellings"
        ]
    );
    // His father, who has the latter half of his name.
    let of_father = [told[0], "A word came from Mohamed Zahyar, 54, who stayed at home."];
    assert_eq!(flagged(&of_father), Vec::<String>::new());
    let in_one =
        "A word came from Mohamed Zahyar, 54, the father of Yusuf Ali Mohamed Zahyar, 22, of Port Said.";
    assert_eq!(flagged(&[in_one, told[0]]), Vec::<String>::new());
}
