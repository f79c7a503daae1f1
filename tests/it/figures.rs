//! Figures of every kind against `fixtures/corpus/*.toml`, and the laws that hold for any figure.

use gainsay::{
    claim::{Bound, Count, Mention, MentionKind, Said, Unit},
    read,
    rules::RuleBook,
    segment,
    text::Source,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Corpus {
    figure: Vec<Entry>,
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

static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::embedded(&read::closed_words()));

fn mentions(text: &str) -> Vec<Mention> {
    let source = Source { text: text.to_owned(), ..Source::default() };
    let document = segment::document(&source, &BOOK.lexicon);
    read::mentions(&document, &BOOK)
}

/// The first figure of a kind, in the corpus's notation.
fn first(kind: MentionKind, text: &str) -> Option<String> {
    mentions(text).into_iter().find_map(|mention| match mention.said {
        Said::Count(count) if mention.kind == kind => Some(shown(&count)),
        _ => None,
    })
}

fn shown(count: &Count) -> String {
    let mut shown = figure(&count.bound, &count.unit);
    for (bound, unit) in &count.conversions {
        shown.push_str(&format!(" = {}", figure(bound, unit)));
    }
    shown
}

fn figure(bound: &Bound, unit: &Unit) -> String {
    let plain = |n: Option<Decimal>| n.map_or_else(String::new, |n| n.normalize().to_string());
    let ends = format!("{}..{}", plain(bound.min()), plain(bound.max()));
    let stated = plain(bound.stated());
    let figure = match bound {
        Bound::About { .. } | Bound::JustOver { .. } | Bound::JustUnder { .. } => format!("{stated} {ends}"),
        Bound::Between { .. } => ends,
        Bound::Vague { stated: Some(_), .. } => format!("{stated} {ends}"),
        Bound::Vague { stated: None, .. } => ends,
        Bound::Exactly(_)
        | Bound::AtLeast(_)
        | Bound::MoreThan(_)
        | Bound::AtMost(_)
        | Bound::LessThan(_) => stated,
    };
    let unit = match unit {
        Unit::None => String::new(),
        Unit::Of(noun) => format!(" {noun}"),
        Unit::Measure(name) | Unit::Coin { name, of: _ } => format!(" {name}"),
        Unit::Percent => " %".to_owned(),
        Unit::PercentagePoint => " points".to_owned(),
        Unit::Currency(codes) if codes.len() > 1 && codes.contains(&"USD") => " dollar".to_owned(),
        Unit::Currency(codes) => format!(" {}", codes.join("/")),
    };
    format!("{} {figure}{unit}", bound.qualifier())
}

fn holds(kind: MentionKind, corpus: &str) {
    let corpus: Corpus = toml::from_str(corpus).expect("the corpus is TOML");
    let mut wrong = Vec::new();
    for entry in &corpus.figure {
        for phrase in &entry.say {
            let got = first(kind, phrase);
            if got.as_deref() != Some(&entry.value) {
                wrong.push(format!("{phrase}: want {}, got {got:?}", entry.value));
            }
        }
    }
    for phrase in &corpus.none.say {
        if let Some(got) = first(kind, phrase) {
            wrong.push(format!("{phrase}: want nothing, got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_of_the_corpus_have_their_value() {
    holds(MentionKind::Number, include_str!("../../fixtures/corpus/number.toml"));
}

#[test]
fn ordinals_of_the_corpus_have_their_value() {
    holds(MentionKind::Ordinal, include_str!("../../fixtures/corpus/ordinal.toml"));
}

#[test]
fn percentages_of_the_corpus_have_their_value() {
    holds(MentionKind::Percent, include_str!("../../fixtures/corpus/percent.toml"));
}

#[test]
fn sums_of_money_of_the_corpus_have_their_value() {
    holds(MentionKind::Money, include_str!("../../fixtures/corpus/money.toml"));
}

#[test]
fn quantities_of_the_corpus_have_their_value() {
    holds(MentionKind::Quantity, include_str!("../../fixtures/corpus/quantity.toml"));
}

#[test]
fn ages_of_the_corpus_have_their_value() {
    holds(MentionKind::Age, include_str!("../../fixtures/corpus/age.toml"));
}

#[test]
fn a_quantity_knows_its_si_value() {
    for (text, want) in [
        ("2 miles", "3218.688 metre"),
        ("90 km/h", "25 metre per second"),
        ("32 degrees Fahrenheit", "273.15 kelvin"),
        ("3 tonnes", "3000 kilogram"),
    ] {
        let said = mentions(text).into_iter().next().map(|mention| mention.said);
        let si = if let Some(Said::Count(count)) = said { count.si } else { None };
        let (bound, unit) = *si.unwrap_or_else(|| panic!("{text}: no SI value"));
        let stated = bound.stated().map(|n| n.normalize().to_string()).unwrap_or_default();
        assert_eq!(format!("{stated} {unit}"), want, "{text}");
    }
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number under a thousand in words.
fn hundreds(n: u64) -> String {
    let (hundreds, rest) = (n / 100, n % 100);
    let tens = match rest {
        0 => String::new(),
        1..20 => SMALL[usize::try_from(rest).expect("small")].to_owned(),
        _ => {
            let ten = TENS[usize::try_from(rest / 10).expect("small")];
            let unit = usize::try_from(rest % 10).expect("small");
            if unit == 0 { ten.to_owned() } else { format!("{ten}-{}", SMALL[unit]) }
        }
    };
    match (hundreds, tens.is_empty()) {
        (0, _) => tens,
        (_, true) => format!("{} hundred", SMALL[usize::try_from(hundreds).expect("small")]),
        (_, false) => format!("{} hundred and {tens}", SMALL[usize::try_from(hundreds).expect("small")]),
    }
}

fn in_words(n: u64) -> String {
    let groups = [(1_000_000_000, " billion"), (1_000_000, " million"), (1_000, " thousand"), (1, "")];
    let mut words = Vec::new();
    let mut rest = n;
    for (size, name) in groups {
        if rest / size > 0 {
            words.push(format!("{}{name}", hundreds(rest / size)));
            rest %= size;
        }
    }
    words.join(" ")
}

fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn only_figure(text: &str) -> Option<Bound> {
    mentions(text).into_iter().find_map(|mention| match mention.said {
        Said::Count(count) if mention.kind == MentionKind::Number => Some(count.bound),
        _ => None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_number_in_words_is_read_back(n in 2_u64..1_000_000_000_000) {
        let text = format!("{} boats", in_words(n));
        prop_assert_eq!(only_figure(&text), Some(Bound::Exactly(n.into())), "{}", text);
    }

    #[test]
    fn a_number_in_digits_is_read_back(n in 0_u64..1_000_000_000_000, places in 0_u32..6) {
        let value = Decimal::new(i64::try_from(n).expect("small"), places);
        prop_assert_eq!(only_figure(&format!("{value} boats")), Some(Bound::Exactly(value)));
        prop_assert_eq!(only_figure(&format!("{} boats", grouped(n))), Some(Bound::Exactly(n.into())));
    }

    #[test]
    fn a_shown_bound_is_read_back(n in 2_u64..100_000, more in 1_u64..100_000) {
        let (n, high) = (Decimal::from(n), Decimal::from(n + more));
        for bound in [
            Bound::AtLeast(n), Bound::MoreThan(n), Bound::AtMost(n), Bound::LessThan(n),
            Bound::Between { low: n, high },
        ] {
            let text = format!("{bound} boats");
            prop_assert_eq!(only_figure(&text), Some(bound), "{}", text);
        }
    }

    #[test]
    fn any_run_of_figure_words_reads_without_failing(words in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let text = words.concat();
        for mention in mentions(&text) {
            prop_assert!(mention.span.end() <= text.len());
            prop_assert!(text.get(mention.span.range()).is_some());
        }
    }
}

/// Pieces that figures are made of, to be thrown together.
const PIECES: &[&str] = &[
    "5",
    "1,234",
    "0.5",
    "99999999999999999999999999999",
    "-",
    " - ",
    "/",
    ".",
    ",",
    ":",
    "$",
    "€",
    "%",
    "~",
    "^",
    "e6",
    " one",
    " two",
    " twenty",
    " hundred",
    " thousand",
    " million",
    " dozen",
    " and",
    " a",
    " half",
    " third",
    " fifths",
    " point",
    " over",
    " out of",
    " between",
    " from",
    " to",
    " or",
    " at least",
    " more than",
    " about",
    " nearly",
    "+",
    " years old",
    " km",
    " feet",
    " dollars",
    " cents",
    "(",
    ")",
    " per cent",
    " aged",
    " his early 30s",
    " several",
    " tens of",
    "\u{bd}",
    "\u{a0}",
    " US",
    " USD",
    " second",
    "th",
    "k",
    "M",
    " magnitude",
    " one of",
    "Jane Doe, 32,",
];
