//! Time expressions against `fixtures/corpus/time.toml`, and laws that every reading keeps.

use gainsay::{
    claim::{Mention, MentionKind, Time, Value},
    read, resolve,
    resolve::{Anchor, Prefer},
    rules::RuleBook,
    segment,
    text::{Published, PublishedFrom, Source},
};
use jiff::civil::{Date, DateTime};
use proptest::prelude::*;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Corpus {
    value: Vec<Entry>,
    nothing: Vec<Silent>,
}

#[derive(Deserialize)]
struct Entry {
    reference: Option<String>,
    timex: String,
    start: Option<String>,
    end: Option<String>,
    say: Vec<String>,
}

#[derive(Deserialize)]
struct Silent {
    reference: Option<String>,
    say: Vec<String>,
}

static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::embedded(&read::closed_words()));

fn published(reference: &str) -> Published {
    let at = reference
        .parse::<DateTime>()
        .or_else(|_| reference.parse::<Date>().map(|day| day.at(0, 0, 0, 0)))
        .expect("a date or a date with its time");
    Published { at, has_time: reference.contains('T'), offset: None, from: PublishedFrom::Given }
}

/// The times of a text, in order of place.
fn times(text: &str, reference: Option<&str>) -> Vec<(Mention, Time)> {
    let source = Source { text: text.to_owned(), ..Source::default() };
    let document = segment::document(&source, &BOOK.lexicon);
    let mentions = read::mentions(&document, &BOOK);
    let anchor = Anchor { published: reference.map(published), story_year: None, prefer: Prefer::Past };
    let values = resolve::values(&document, &mentions, &anchor, &BOOK);
    mentions
        .into_iter()
        .zip(values)
        .filter_map(|(mention, value)| match value {
            Value::Time(time) => Some((mention, time)),
            _ => None,
        })
        .collect()
}

#[test]
fn every_time_of_the_corpus_has_its_value_and_span() {
    let corpus: Corpus =
        toml::from_str(include_str!("../../fixtures/corpus/time.toml")).expect("the corpus is TOML");
    let mut wrong = Vec::new();
    for entry in &corpus.value {
        for marked in &entry.say {
            let (from, to) = (marked.find('[').expect("a mark"), marked.find(']').expect("a mark"));
            let text = marked.replace(['[', ']'], "");
            let wanted = &marked[from + 1..to];
            let found = times(&text, entry.reference.as_deref());
            let Some((mention, time)) = found.iter().find(|(mention, _)| mention.span.start() == from) else {
                wrong.push(format!("{marked}: nothing read, but {found:?}"));
                continue;
            };
            let instant = |at: Option<DateTime>| at.map_or_else(|| "none".to_owned(), |at| at.to_string());
            let fits = |want: &Option<String>, got: Option<DateTime>| {
                want.as_ref().is_none_or(|want| *want == instant(got))
            };
            if &text[mention.span.range()] != wanted
                || time.timex != entry.timex
                || !fits(&entry.start, time.start)
                || !fits(&entry.end, time.end)
            {
                wrong.push(format!(
                    "{marked}: want {} {:?} {:?}, got {:?} {} {} {}",
                    entry.timex,
                    entry.start,
                    entry.end,
                    &text[mention.span.range()],
                    time.timex,
                    instant(time.start),
                    instant(time.end),
                ));
            }
        }
    }
    for silent in &corpus.nothing {
        for text in &silent.say {
            for (mention, time) in times(text, silent.reference.as_deref()) {
                wrong.push(format!("{text}: read {:?} as {}", &text[mention.span.range()], time.timex));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_year_less_date_takes_its_year_from_the_story_and_says_so() {
    let source = Source { text: "They meet on Feb. 1.".to_owned(), ..Source::default() };
    let document = segment::document(&source, &BOOK.lexicon);
    let mentions = read::mentions(&document, &BOOK);
    let anchor = Anchor { published: None, story_year: Some(2026), prefer: Prefer::Past };
    let values = resolve::values(&document, &mentions, &anchor, &BOOK);
    let time = values.iter().find_map(|value| match value {
        Value::Time(time) => Some(time),
        _ => None,
    });
    let time = time.expect("the date is read");
    assert_eq!((time.timex.as_str(), time.year_from_story), ("2026-02-01", true));
}

#[test]
fn an_article_is_dated_by_its_own_dated_lines() {
    let cases = [
        (
            "A bridge fell\n\nFebruary 01, 2026\n\nThe old bridge fell into the river on Sunday, officials said.",
            Some("2026-02-01T00:00:00"),
        ),
        (
            "A bridge fell\n\nLast updated at 11:24, Tuesday, 18 June 2013\n\nThe old bridge fell.",
            Some("2013-06-18T11:24:00"),
        ),
        ("NORTHTOWN, 9 JAN 90 (XPA) -- The old bridge fell into the river.", Some("1990-01-09T00:00:00")),
        ("A bridge fell\n\n06/06/13 07:05 PM ET\n\nThe old bridge fell.", Some("2013-06-06T19:05:00")),
        (
            "A spy is dead\n\nOn Tuesday, 10 October 1972, the town woke to this:\n\nA bridge had fallen.",
            None,
        ),
    ];
    for (text, want) in cases {
        let source = Source { text: text.to_owned(), ..Source::default() };
        let document = segment::document(&source, &BOOK.lexicon);
        let mentions = read::mentions(&document, &BOOK);
        let got = resolve::published(&document, &mentions).map(|published| published.at.to_string());
        assert_eq!(got.as_deref(), want, "{text}");
    }
}

#[test]
fn the_country_of_the_source_orders_day_and_month() {
    const BOTH: &[&str] = &["2026-05-06", "2026-06-05"];
    let cases: [(Option<&str>, &str, &[&str]); 5] = [
        (Some("https://news.example.co.uk/a"), "2026-06-05", &[]),
        (Some("https://example.in/a/5/6"), "2026-06-05", &[]),
        (Some("https://example.gov/a"), "2026-05-06", &[]),
        (Some("https://example.com/a"), "2026-XX-XX", BOTH),
        (None, "2026-XX-XX", BOTH),
    ];
    for (url, want, candidates) in cases {
        let source = Source {
            text: "They met on 5/6/2026.".to_owned(),
            url: url.map(str::to_owned),
            ..Source::default()
        };
        let document = segment::document(&source, &BOOK.lexicon);
        let mentions = read::mentions(&document, &BOOK);
        let values = resolve::values(&document, &mentions, &Anchor::default(), &BOOK);
        let got = values.iter().find_map(|value| match value {
            Value::Time(time) => Some(time),
            _ => None,
        });
        let got = got.expect("a date");
        assert_eq!((got.timex.as_str(), got.start.is_some()), (want, candidates.is_empty()), "{url:?}");
        assert_eq!(got.candidates, candidates, "{url:?}");
    }
}

#[test]
fn an_ambiguous_zone_is_a_set_of_offsets() {
    let found = times("The call begins at 9 am IST on Feb. 1, 2026.", Some("2026-02-01"));
    let zone = found.iter().find_map(|(_, time)| time.zone.clone());
    assert_eq!(zone, Some(Box::new(("IST".to_owned(), vec![0, 7200, 19_800]))));
}

/// A text of a few words that time expressions are made of, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "the", "of", "last", "next", "May", "Friday", "two", "weeks", "ago", "1996", "-", "to", "(", "at",
        "8", ":", "30", "pm", "first", "quarter", "early", ",", "Jan", ".", "31", "and", "half", "a", "year",
        "before", "every", "'", "s", "until", "99999999", "1/2", "th", "Eid", "al", "time", "hundred",
        "second",
    ]);
    prop::collection::vec(words, 0..40).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn a_printed_day_reads_as_itself(days in -20_000_i64..30_000) {
        let day = Date::constant(1990, 1, 1).checked_add(jiff::Span::new().days(days)).expect("inside the calendar");
        for text in [
            format!("It was {day}."),
            format!("It was {}.", day.strftime("%B %-d, %Y")),
            format!("It was {}.", day.strftime("%A, %-d %B %Y")),
            format!("It was {}.", day.strftime("%b %d, %Y")),
        ] {
            let found = times(&text, Some("2026-02-01"));
            prop_assert!(found.iter().any(|(_, time)| time.timex == day.to_string()), "{text}: {found:?}");
        }
    }

    #[test]
    fn a_printed_length_reads_as_itself(count in 2_u32..400, unit in prop::sample::select(vec![
        ("minutes", "PT", "M"), ("hours", "PT", "H"), ("days", "P", "D"), ("weeks", "P", "W"), ("months", "P", "M"), ("years", "P", "Y"),
    ])) {
        let found = times(&format!("It lasted {count} {}.", unit.0), None);
        let want = format!("{}{count}{}", unit.1, unit.2);
        prop_assert!(found.iter().any(|(mention, time)| mention.kind == MentionKind::Duration && time.timex == want));
    }

    #[test]
    fn a_printed_month_quarter_decade_or_clock_time_reads_as_itself(year in 1951_i16..2060, month in 1_i8..=12, hour in 0_u8..24, minute in 0_u8..60) {
        let day = Date::new(year, month, 1).expect("inside the calendar");
        let quarter = (month + 2) / 3;
        let ordinal = ["first", "second", "third", "fourth"][usize::from(quarter.unsigned_abs()) - 1];
        let half = if hour < 12 { "a.m." } else { "p.m." };
        for (text, timex) in [
            (format!("It was in {}.", day.strftime("%B %Y")), format!("{year}-{month:02}")),
            (format!("It was in {}.", day.strftime("%b %Y")), format!("{year}-{month:02}")),
            (format!("It was in the {ordinal} quarter of {year}."), format!("{year}-Q{quarter}")),
            (format!("It was in the {}s.", year / 10 * 10), format!("{}", year / 10)),
            (format!("It rang at {hour}:{minute:02} on {}.", day.strftime("%B %-d, %Y")), format!("{day}T{hour:02}:{minute:02}")),
            (format!("It rang at {}:{minute:02} {half} on {}.", (hour + 11) % 12 + 1, day.strftime("%B %-d, %Y")), format!("{day}T{hour:02}:{minute:02}")),
        ] {
            let found = times(&text, Some("2026-02-01"));
            prop_assert!(found.iter().any(|(_, time)| time.timex == timex), "{text}: {timex}, {found:?}");
        }
    }

    #[test]
    fn words_without_a_time_before_a_sentence_change_nothing(words in prop::collection::vec(prop::sample::select(vec![
        "the", "mill", "will", "said", "was", "(", ",", "people", "to", "be", "and", "-", "it", "had", "been", "planned",
    ]), 0..30)) {
        let told = "The envoys met on Friday at 8:30 pm, and two days later they left. Nobody spoke.";
        let bare = |text: &str| -> Vec<Time> { times(text, Some("2026-02-04")).into_iter().map(|(_, time)| time).collect() };
        let with = bare(&format!("The {}.\n\nNobody spoke.\n\n{told}", words.join(" ")));
        prop_assert_eq!(bare(told), with);
    }

    #[test]
    fn scraps_of_time_neither_panic_nor_overlap(text in scraps()) {
        let found = times(&text, Some("2026-02-01T10:00"));
        for pair in found.windows(2) {
            prop_assert!(pair[0].0.span.end() <= pair[1].0.span.start());
        }
    }

    #[test]
    fn a_reading_does_not_look_two_sentences_away(scrap in scraps()) {
        let told = "The envoys met on Friday at 8:30 pm. Nobody spoke. ";
        let alone: Vec<_> = times(told, Some("2026-02-04")).into_iter().map(|(_, time)| time).collect();
        let with: Vec<_> =
            times(&format!("{told}\n\nThen {scrap}"), Some("2026-02-04")).into_iter().map(|(_, time)| time).take(alone.len()).collect();
        prop_assert_eq!(alone, with);
    }
}
