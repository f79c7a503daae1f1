//! Counted noun phrases against `fixtures/corpus/group.toml`.

use gainsay::{
    claim::{Group, MentionKind, Said},
    read,
    rules::RuleBook,
    segment,
    text::Source,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Corpus {
    group: Vec<Entry>,
    none: Silent,
}

#[derive(Deserialize)]
struct Entry {
    value: String,
    say: Vec<String>,
}

#[derive(Deserialize)]
struct Silent {
    say: Vec<String>,
}

#[test]
fn every_phrase_of_the_corpus_has_its_value() {
    let corpus: Corpus =
        toml::from_str(include_str!("../../fixtures/corpus/group.toml")).expect("the corpus is TOML");
    let book = RuleBook::embedded(&read::closed_words());
    let mut wrong = Vec::new();
    for entry in &corpus.group {
        for phrase in &entry.say {
            let got = first_group(phrase, &book);
            if got.as_deref() != Some(&entry.value) {
                wrong.push(format!("{phrase}: want {}, got {got:?}", entry.value));
            }
        }
    }
    for phrase in &corpus.none.say {
        if let Some(got) = first_group(phrase, &book) {
            wrong.push(format!("{phrase}: want nothing, got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The first group of a sentence in the corpus's notation.
fn first_group(text: &str, book: &RuleBook) -> Option<String> {
    let source = Source { text: format!("A first line stands above.\n\n{text}"), ..Source::default() };
    let document = segment::document(&source, &book.lexicon);
    let mentions = read::mentions(&document, book);
    mentions.into_iter().find_map(|mention| match (mention.kind, mention.said) {
        (MentionKind::Group, Said::Group(group)) => Some(shown(&group)),
        _ => None,
    })
}

fn shown(group: &Group) -> String {
    let figure = group.count.bound.stated().map_or_else(String::new, |n| format!(" {n}"));
    let head = if group.head.is_empty() { "(bare)" } else { &group.head };
    let mut shown = format!("{}{figure} {head}", group.count.bound.qualifier());
    if group.others {
        shown.push_str(" others");
    }
    if let Some(whole) = group.out_of.as_ref().and_then(|count| count.bound.stated()) {
        shown.push_str(&format!(" of {whole}"));
    }
    for (at, part) in group.parts.iter().enumerate() {
        let joint = if at == 0 { "=" } else { "+" };
        let n = part.count.bound.stated().map_or_else(String::new, |n| n.to_string());
        shown.push_str(&format!(" {joint} {n} {}", part.head));
    }
    shown
}
