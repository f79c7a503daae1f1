//! Patterns against sentences: what is matched, and what fills which slot.

use super::{field::Field, matcher::Matcher, readings};
use crate::{
    claim::{Bound, Count, Filler, Group, Mention, MentionKind, Name, NameKind, Reference, Said, Unit},
    rules::{Inventory, RuleBook},
    segment,
    text::{Document, Source, Span},
};

/// The mentions that "[kind:words]" marks in a text, and the text without the marks.
fn marked(text: &str) -> (String, Vec<(MentionKind, std::ops::Range<usize>)>) {
    let (mut plain, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((kind, after)) =
            KINDS.iter().find_map(|(tag, kind)| Some((*kind, rest.strip_prefix(tag)?)))
        {
            open.push((kind, plain.len()));
            rest = after;
            continue;
        }
        if c == ']' {
            let (kind, start) = open.pop().expect("a mark is open");
            marks.push((kind, start..plain.len()));
        } else {
            plain.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
    (plain, marks)
}

const KINDS: [(&str, MentionKind); 8] = [
    ("[n:", MentionKind::Number),
    ("[g:", MentionKind::Group),
    ("[p:", MentionKind::Person),
    ("[l:", MentionKind::Place),
    ("[o:", MentionKind::Organization),
    ("[t:", MentionKind::Title),
    ("[d:", MentionKind::Time),
    ("[a:", MentionKind::Age),
];

fn said(kind: MentionKind, written: &str) -> Said {
    let name = |kind| {
        let (written, canonical) = (written.to_owned(), written.to_owned());
        Said::Name(Box::new(Name { kind, written, canonical, within: Vec::new() }))
    };
    let five = || Count::of(Bound::Exactly(5.into()), Unit::None);
    match kind {
        MentionKind::Person => name(NameKind::Person),
        MentionKind::Place => name(NameKind::Place),
        MentionKind::Organization => name(NameKind::Organization),
        MentionKind::Title => name(NameKind::Title),
        MentionKind::Group => Said::Group(Box::new(Group {
            count: five(),
            head: "person".to_owned(),
            modifiers: Vec::new(),
            people: written.contains("people"),
            others: false,
            out_of: None,
            parts: Vec::new(),
            reference: Reference::Counted,
            population: None,
        })),
        MentionKind::Number
        | MentionKind::Ordinal
        | MentionKind::Percent
        | MentionKind::Quantity
        | MentionKind::Money
        | MentionKind::Age
        | MentionKind::Time
        | MentionKind::Duration
        | MentionKind::Set
        | MentionKind::Quotation => Said::Count(Box::new(five())),
    }
}

fn mentions(document: &Document<'_>, marks: Vec<(MentionKind, std::ops::Range<usize>)>) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = marks
        .into_iter()
        .map(|(kind, range)| {
            let at = |byte: usize| document.tokens.partition_point(|token| token.span.start() < byte);
            let tokens = at(range.start)..at(range.end);
            let sentence = document.sentences.partition_point(|one| one.tokens.end <= tokens.start);
            let said = said(kind, &document.source.text[range.clone()]);
            Mention { kind, span: Span::from_usize(range.start, range.end), tokens, sentence, said }
        })
        .collect();
    mentions.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
    mentions
}

fn book(pattern: &str) -> RuleBook {
    let constant = if pattern.contains("<value:") { "" } else { "constant = \"y\"\n" };
    let rule = format!(
        "summary = \"s\"\n[compare]\nhow = \"words\"\n[[claim]]\nattribute = \"x\"\n{constant}patterns = ['{}']\n",
        pattern.replace('\'', "\u{2019}")
    );
    RuleBook::of_text(&[
        ("test/rule.toml", &rule),
        ("lexicon/adverb.toml", "words = [\"so far\", \"badly\"]"),
        ("lexicon/kin.toml", "flags = [\"KIN\"]\nwords = [\"son\"]"),
        ("lexicon/before.toml", "flags = [\"PREPOSITION\"]\nwords = [\"on\", \"in\", \"from\", \"of\"]"),
        ("lexicon/the.toml", "flags = [\"DETERMINER\"]\nwords = [\"the\"]"),
        ("lexicon/that.toml", "flags = [\"PRONOUN\"]\nwords = [\"that\"]"),
        ("lexicon/verb.toml", "flags = [\"VERB\"]\nwords = [\"rose\", \"was\", \"has\", \"had\"]"),
        ("lexicon/one.toml", "flags = [\"CARDINAL\"]\nwords = [\"one\"]"),
        ("lexicon/no.toml", "flags = [\"NEGATION\"]\nwords = [\"no\"]"),
        ("lexicon/said.toml", "flags = [\"SPEECH\"]\nwords = [\"said\"]"),
        ("lexicon/passed/adverb.toml", "words = [\"later\"]"),
        ("lexicon/passed/adjective.toml", "words = [\"huge\"]"),
    ])
    .unwrap_or_else(|errors| panic!("{pattern}: {}", errors[0]))
}

/// Each reading as its words and its slots: "five were killed | value=five".
fn read(pattern: &str, text: &str) -> Vec<String> {
    let (plain, marks) = marked(text);
    let source = Source { text: plain, ..Source::default() };
    let book = book(pattern);
    let document = segment::document(&source, &book.lexicon);
    let mentions = mentions(&document, marks);
    readings(&document, &mentions, &book, true)
        .into_iter()
        .map(|reading| {
            let mut line = document.text(reading.span).to_owned();
            for (name, filler) in &reading.slots {
                let words = match filler {
                    Filler::Mention(at) => document.text(mentions[*at].span).to_owned(),
                    Filler::Mentions(all) => {
                        all.iter().map(|at| document.text(mentions[*at].span)).collect::<Vec<_>>().join("+")
                    }
                    Filler::Words(tokens) => document.text(document.span_of(tokens)).to_owned(),
                };
                line = format!("{line} | {name}={words}");
            }
            line
        })
        .collect()
}

#[track_caller]
fn reads(pattern: &str, text: &str, want: &[&str]) {
    assert_eq!(read(pattern, text), want, "{pattern} on {text}");
}

#[test]
fn words_options_and_forms() {
    reads("five (was|were) killed", "Five were killed. Five was not.", &["Five were killed"]);
    reads(
        "five were [badly] hurt",
        "five were badly hurt; five were hurt",
        &["five were badly hurt", "five were hurt"],
    );
    reads(
        "kill~ five",
        "He kills five and killed five; to kill five, killing five.",
        &["kills five", "killed five", "kill five", "killing five"],
    );
    reads("bury~ five", "They buried five.", &["buried five"]);
    reads("cease-fire began", "The cease-fire began.", &["cease-fire began"]);
    reads("envoy's visit", "The envoy\u{2019}s visit.", &["envoy\u{2019}s visit"]);
    reads("killed , badly", "killed, badly", &["killed, badly"]);
    reads("covid-19 cases", "Covid-19 cases rose.", &["Covid-19 cases"]);
}

#[test]
fn classes_take_phrases() {
    reads("{adverb} killed", "three so far killed, two badly killed", &["so far killed", "badly killed"]);
    reads("[{adverb}] killed", "so far killed", &["so far killed"]);
}

#[test]
fn slots_take_mentions() {
    reads(
        "<value:people> were killed",
        "At least [g:[n:five] people] were killed.",
        &["five people were killed | value=five people"],
    );
    reads("<value:people> were killed", "[g:five villages] were killed.", &[]);
    reads(
        "<value:number> were killed",
        "[g:[n:five] people] were killed; [n:five] were killed",
        &["five were killed | value=five"],
    );
    reads("killed the <x:place>", "killed the [l:Hague]", &["killed the Hague | x=Hague"]);
    reads(
        "killed in <x:place>",
        "killed in the [l:Hague], [l:Netherlands].",
        &["killed in the Hague, Netherlands | x=Hague"],
    );
    reads("killed <x:word> here", "killed him here", &["killed him here | x=him"]);
    reads(
        "killed <x:words> here",
        "killed him and her here, not here",
        &["killed him and her here | x=him and her"],
    );
    reads("killed <number>", "killed [n:five]", &["killed five"]);
}

#[test]
fn gaps_take_the_nearest() {
    reads("killed ..3 <x:place>", "killed in [l:Kyiv] and [l:Lviv]", &["killed in Kyiv | x=Kyiv"]);
    reads("killed ..3 here", "killed one two three four here", &[]);
    reads("killed ..3 here", "killed; here", &[]);
    reads("killed ..3! here", "killed; here", &["killed; here"]);
    // What hyphens join is one word; a gap ends behind it.
    reads("killed ..1 here", "killed twelve-year-old here", &["killed twelve-year-old here"]);
    reads("killed ..1 old", "killed twelve-year-old", &[]);
    reads("killed ..2 here", "killed 3-4 here", &[]);
    // An aside that opens a gap is none of its words.
    reads("toll ..1 rose", "the toll, police said, then rose", &["toll, police said, then rose"]);
}

#[test]
fn what_interrupts_a_clause_is_passed_over() {
    let inserts = [
        "the toll rose, police said, to [n:five]",
        "the toll (of the storm) rose to [n:five]",
        "the toll \u{2013} a new one \u{2013} rose to [n:five]",
        "the toll, which had [n:five] in it, rose to [n:five]",
        "the toll on [d:Sunday] rose to [n:five]",
        "the toll in old [l:Kyiv] rose to [n:five]",
        "the toll in [l:Kyiv] rose to [n:five]",
        "the toll in [l:Kyiv], police said, rose on [d:Sunday] to [n:five]",
    ];
    for text in inserts {
        let quoted =
            ["[n:", "[d:", "[l:", "]"].iter().fold(text.to_owned(), |text, mark| text.replace(mark, ""));
        let claim = quoted.strip_prefix("the ").unwrap_or(&quoted);
        reads("toll rose to <n:number>", text, &[&format!("{claim} | n=five")]);
    }
    let parts = [
        "the toll, [n:five] in all, rose to [n:five]",
        "the toll, and here, rose to [n:five]",
        "the toll, too, rose to [n:five]",
        "the toll of [n:five] men rose to [n:five]",
        "the toll from the storm rose to [n:five]",
        "the toll in the town rose to [n:five]",
        "the toll of the storm rose to [n:five]",
        "the toll rose in the town to [n:five]",
    ];
    for text in parts {
        reads("toll rose to <n:number>", text, &[]);
    }
    // Behind a phrase a figure could be of anything; a mark is one of the clause itself.
    reads("toll <n:number>", "the toll in [l:Kyiv] [n:five]", &[]);
    reads("toll , <n:number>", "the toll in [l:Kyiv], [n:five]", &[]);
    // A claim neither starts nor ends with what it passes over, and one that needs not is preferred.
    reads("rose [to <n:number>]", "it rose, police said, at once", &["rose"]);
    reads("the toll rose", "(of the storm) the toll rose (so far)", &["the toll rose"]);
}

#[test]
fn what_only_adds_to_a_clause_is_passed_over() {
    let pattern = "driver was arrested";
    let says_the_same = [
        "driver was later arrested",
        "driver, who was arrested",
        "driver who was arrested",
        "driver has been arrested",
        "driver has later been arrested",
        "police said the driver had been arrested",
        "driver, police said, has later been arrested",
    ];
    for text in says_the_same {
        let claim = &text[text.find("driver").expect("it is of the driver")..];
        reads(pattern, text, &[claim]);
    }
    let says_another_thing = [
        "driver was nearly arrested",
        "driver had been arrested",
        "one of the men with a driver who was arrested",
        "police said the driver had been expected",
    ];
    for text in says_another_thing {
        reads(pattern, text, &[]);
    }
    reads("the blaze killed", "the huge blaze later killed", &["the huge blaze later killed"]);
    reads("the crane fell", "the Oslo-based crane fell", &["the Oslo-based crane fell"]);
    reads("the crane fell", "the non-listed crane fell", &[]);
    reads("no blaze", "no huge blaze", &[]);
    reads(
        "was not killed",
        "wasn't killed; wasn\u{2019}t killed",
        &["wasn't killed", "wasn\u{2019}t killed"],
    );
    reads("wasn't killed", "was not killed", &["was not killed"]);
}

#[test]
fn what_must_not_stand_here() {
    reads("were !not ..1 killed", "were not killed, were all killed", &["were all killed"]);
    reads("!not << killed", "not killed, all killed", &["killed"]);
    reads("!(so far) << killed", "so far killed, but killed", &["killed"]);
    reads("killed !<number>", "killed [n:five], killed men", &["killed"]);
}

#[test]
fn what_must_stand_here_and_is_not_taken() {
    reads(
        "the &(former|ex) <x:title>",
        "the [t:former mayor] and the [t:mayor]",
        &["the former mayor | x=former mayor"],
    );
}

#[test]
fn words_at_the_end_stop_with_their_phrase() {
    reads("covered <x:words>", "covered towns, he said", &["covered towns | x=towns"]);
    reads(
        "covered <x:words> [<l:place>]",
        "covered towns near [l:Bonn]",
        &["covered towns near Bonn | x=towns near Bonn"],
    );
}

#[test]
fn contexts_are_not_in_the_claim() {
    reads(
        "police said ..3 << killed him >> on <d:time>",
        "police said he killed him on [d:Sunday]",
        &["killed him | d=Sunday"],
    );
    reads("^ killed", "Killed he was. He killed.", &["Killed"]);
    reads("killed $", "He was killed today.", &[]);
    reads("killed $", "Today he was killed.", &["killed"]);
}

#[test]
fn lists_of_names() {
    reads(
        "included <value:names>",
        "included [p:Witt], [t:Treasury Secretary] [p:Ann Lee], [p:Jo Ek], and [o:White House] Senior [t:Advisor] [p:Jon Gru].",
        &[
            "included Witt, Treasury Secretary Ann Lee, Jo Ek, and White House Senior Advisor Jon Gru | value=Witt+Ann Lee+Jo Ek+Jon Gru",
        ],
    );
    reads(
        "<value:names> attended",
        "[t:President] [p:Ray Oak]'s son-in-law [p:Jo Ek] and [p:Ann Lee] attended",
        &["President Ray Oak's son-in-law Jo Ek and Ann Lee attended | value=Jo Ek+Ann Lee"],
    );
    reads(
        "met <value:names>",
        "met [p:Ann Lee], [a:32], [p:Jo Ek] (the [t:mayor] of [l:Bonn]), and [p:Ray Oak], the [t:foreign minister], on Sunday",
        &[
            "met Ann Lee, 32, Jo Ek (the mayor of Bonn), and Ray Oak, the foreign minister, | value=Ann Lee+Jo Ek+Ray Oak",
        ],
    );
    reads(
        "between <value:names>",
        "between [l:Moscow] and [l:Kyiv]",
        &["between Moscow and Kyiv | value=Moscow+Kyiv"],
    );
}

#[test]
fn overlapping_readings_of_one_claim_are_one() {
    reads("(killed|killed by) [five]", "killed by five", &["killed by five"]);
}

#[test]
fn knowing_where_a_pattern_leads_saves_work_and_changes_nothing() {
    let book = RuleBook::embedded(&crate::read::closed_words());
    // The second one, an author's, knows nothing of where a pattern could match, and tries everywhere.
    let (mut matcher, mut thorough) = (Matcher::default(), Matcher::keeping_far());
    let mut held = Inventory::default();
    let mut compared = 0;
    for example in book.rules.iter().flat_map(|rule| &rule.examples) {
        let source = example.source();
        let document = segment::document(&source, &book.lexicon);
        let mentions = crate::read::mentions(&document, &book);
        let mut field = Field::new(&document, &mentions, &book);
        for (at, sentence) in document.sentences.iter().enumerate() {
            let first = mentions.partition_point(|mention| mention.sentence < at);
            let behind = mentions.partition_point(|mention| mention.sentence <= at);
            let mut wanted = book.triggers.none();
            let tokens = &document.tokens[sentence.tokens.clone()];
            book.triggers.gather(tokens, &mentions[first..behind], |_| true, &mut wanted);
            held.enter(tokens, &mentions[first..behind]);
            field.enter(sentence.tokens.clone(), first..behind);
            for called in wanted.drain().map(|number| book.triggers.listed(number)) {
                let pattern = book.pattern(called.place);
                let (mut bounded, mut all) = (Vec::new(), Vec::new());
                matcher.run(pattern, &field, |found| bounded.push((found.tokens, found.fillers)));
                thorough.run(pattern, &field, |found| all.push((found.tokens, found.fillers)));
                assert_eq!(bounded, all, "{} in {}", pattern.source, source.text);
                let may_be_met = called.needs(&book).may_be_met(&held);
                assert!(all.is_empty() || may_be_met, "{} in {}", pattern.source, source.text);
                compared += all.len();
            }
        }
    }
    assert!(compared > 0, "the examples are matched");
}
