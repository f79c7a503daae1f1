//! Names and quotations against `fixtures/corpus/{person,place,organization,title,quotation}.toml`.

use gainsay::{
    Checker, Options,
    claim::{MentionKind, Value},
    read,
    rules::RuleBook,
    text::Source,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Corpus {
    entry: Vec<Entry>,
    none: Silent,
}

#[derive(Deserialize)]
struct Entry {
    value: Vec<String>,
    say: Vec<String>,
}

#[derive(Deserialize)]
struct Silent {
    say: Vec<String>,
}

/// The values of one kind in a text, in the corpora's notation.
fn values(checker: &Checker, kind: MentionKind, text: &str) -> Vec<String> {
    let source = Source { id: "a".to_owned(), text: text.to_owned(), ..Source::default() };
    let mentions = checker.mentions(std::slice::from_ref(&source)).remove(0);
    mentions
        .into_iter()
        .filter(|(mention, _)| mention.kind == kind)
        .map(|(mention, value)| match value {
            Value::Place(name) => {
                let held = name.within.into_iter().filter(|place| !is_continent(place));
                std::iter::once(name.canonical).chain(held).collect::<Vec<_>>().join(" < ")
            }
            Value::Name(name) if kind == MentionKind::Title && !name.within.is_empty() => {
                format!("{} @ {}", name.canonical, name.within.join(", "))
            }
            Value::Name(name) => name.canonical,
            Value::Quotation { speaker: Some(speaker), .. } => {
                format!("{} | {speaker}", &text[mention.span.range()])
            }
            Value::Quotation { .. } => text[mention.span.range()].to_owned(),
            other => format!("{other:?}"),
        })
        .collect()
}

fn is_continent(place: &str) -> bool {
    ["Africa", "Asia", "Europe", "North America", "South America", "Oceania"].contains(&place)
}

fn check(kind: MentionKind, corpus: &str) {
    let corpus: Corpus = toml::from_str(corpus).expect("the corpus is TOML");
    let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
    let mut wrong = Vec::new();
    for entry in &corpus.entry {
        for text in &entry.say {
            let got = values(&checker, kind, text);
            if got != entry.value {
                wrong.push(format!("{text}\n    want {:?}\n    got  {got:?}", entry.value));
            }
        }
    }
    for text in &corpus.none.say {
        let got = values(&checker, kind, text);
        if !got.is_empty() {
            wrong.push(format!("{text}\n    want nothing\n    got  {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn persons() {
    check(MentionKind::Person, include_str!("../../fixtures/corpus/person.toml"));
}

#[test]
fn places() {
    check(MentionKind::Place, include_str!("../../fixtures/corpus/place.toml"));
}

#[test]
fn organizations() {
    check(MentionKind::Organization, include_str!("../../fixtures/corpus/organization.toml"));
}

#[test]
fn titles() {
    check(MentionKind::Title, include_str!("../../fixtures/corpus/title.toml"));
}

#[test]
fn quotations() {
    check(MentionKind::Quotation, include_str!("../../fixtures/corpus/quotation.toml"));
}

/// Work that grew with the square of the text would not come to an end.
#[test]
fn a_megabyte_of_capitals_and_speech_is_read_to_its_end() {
    let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
    for text in
        ["Ana Lima ", "said ", "Ana said, \"no\" ", "of the San ", "Miami, Florida, ", "according to "]
    {
        let source = Source { id: "a".to_owned(), text: text.repeat(60_000), ..Source::default() };
        assert_eq!(checker.mentions(std::slice::from_ref(&source)).len(), 1, "{text}");
    }
}
