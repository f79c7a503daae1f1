//! The words that numbers are made of.

use crate::text::WordClass;
use rust_decimal::Decimal;

/// What a number word adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Part {
    /// "nought" to "nineteen"
    Small(u8),
    /// "twenty" to "ninety"
    Ten(u8),
    /// "hundred"
    Hundred,
    /// "thousand", "million", "lakh", "dozen": the factor.
    Scale(u128),
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
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SMALL_ORDINALS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const TEN_ORDINALS: [&str; 8] =
    ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

/// What a lower-case word adds to a cardinal.
pub(in crate::read) fn cardinal(word: &str) -> Option<Part> {
    let small = |n: usize| u8::try_from(n).ok();
    if let Some(n) = SMALL.iter().position(|name| *name == word).and_then(small) {
        return Some(Part::Small(n));
    }
    if let Some(n) = TENS.iter().position(|name| *name == word).and_then(small) {
        return Some(Part::Ten((n + 2) * 10));
    }
    match word {
        "nought" | "naught" | "nil" => Some(Part::Small(0)),
        "fourty" => Some(Part::Ten(40)),
        "hundred" | "hundreds" => Some(Part::Hundred),
        _ => scale(word).map(Part::Scale),
    }
}

/// The factor of a scale in words; the abbreviations among them are never read without a figure.
pub(super) fn scale(word: &str) -> Option<u128> {
    Some(match word {
        "dozen" | "dozens" | "doz" | "dozs" => 12,
        "thousand" | "thousands" => 1_000,
        "lakh" | "lakhs" | "lac" | "lacs" | "lkh" | "lkhs" => 100_000,
        "million" | "millions" | "mln" | "mn" | "mio" => 1_000_000,
        "crore" | "crores" => 10_000_000,
        "billion" | "billions" | "bln" | "bn" => 1_000_000_000,
        "trillion" | "trillions" | "tln" | "tn" | "trn" => 1_000_000_000_000,
        "quadrillion" => 1_000_000_000_000_000,
        "quintillion" => 1_000_000_000_000_000_000,
        _ => return None,
    })
}

/// The factor of a letter glued to digits, or one blank apart; `written` keeps its case.
///
/// A small "m" is a metre unless money says otherwise.
pub(super) fn suffix(written: &str, of_money: bool) -> Option<u128> {
    Some(match written {
        "k" | "K" => 1_000,
        "M" | "MM" | "mm" if of_money => 1_000_000,
        "m" if of_money => 1_000_000,
        "M" | "MM" => 1_000_000,
        "b" | "B" if of_money => 1_000_000_000,
        "t" | "T" if of_money => 1_000_000_000_000,
        _ => return None,
    })
}

/// The value of an ordinal's last word: "third" is 3, "hundredth" 100; and whether it is a scale.
pub(in crate::read) fn ordinal(word: &str) -> Option<(u128, bool)> {
    if let Some(n) = SMALL_ORDINALS.iter().position(|name| *name == word) {
        return Some((n as u128, false));
    }
    if let Some(n) = TEN_ORDINALS.iter().position(|name| *name == word) {
        return Some((n as u128 * 10 + 20, false));
    }
    if let Some(n) = joined_ordinal(word) {
        return Some((n, false));
    }
    let factor = match word {
        "hundredth" => 100,
        _ => scale(word.strip_suffix("th")?).filter(|factor| *factor >= 1_000)?,
    };
    Some((factor, true))
}

/// An ordinal of two parts written as one word: "thirtyfirst".
fn joined_ordinal(word: &str) -> Option<u128> {
    TENS.iter().enumerate().find_map(|(at, ten)| {
        let unit = word.strip_prefix(ten)?;
        let unit = SMALL_ORDINALS[1..10].iter().position(|name| *name == unit)?;
        Some((at as u128 + 2) * 10 + unit as u128 + 1)
    })
}

/// The denominator that a word names: "half", "quarters", "fifths"; and whether it is a plural.
pub(super) fn denominator(word: &str) -> Option<(u128, bool)> {
    match word {
        "half" => Some((2, false)),
        "halves" => Some((2, true)),
        "quarter" => Some((4, false)),
        "quarters" => Some((4, true)),
        "seconds" | "second" | "first" | "firsts" => None,
        _ => match word.strip_suffix('s') {
            Some(singular) => ordinal(singular).map(|(n, _)| (n, true)),
            None => ordinal(word).map(|(n, _)| (n, false)),
        },
    }
}

/// The unit of a compound denominator behind its ten: "first", "fifths" in "twenty-fifths".
pub(super) fn compound_unit(word: &str) -> Option<(u128, bool)> {
    let (singular, plural) = word.strip_suffix('s').map_or((word, false), |singular| (singular, true));
    ordinal(singular).filter(|(n, is_scale)| !is_scale && (1..10).contains(n)).map(|(n, _)| (n, plural))
}

/// The value of a fraction written as one sign: "½".
pub(super) fn sign(written: &str) -> Option<Decimal> {
    let (over, under) = match written {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Some(Decimal::from(over) / Decimal::from(under))
}

const C: WordClass = WordClass::CARDINAL;
const O: WordClass = WordClass::ORDINAL;

/// The words for the lexicon.
pub(in crate::read) const WORDS: &[(&str, WordClass)] = &[
    ("zero", C),
    ("nought", C),
    ("naught", C),
    ("one", C),
    ("two", C),
    ("three", C),
    ("four", C),
    ("five", C),
    ("six", C),
    ("seven", C),
    ("eight", C),
    ("nine", C),
    ("ten", C),
    ("eleven", C),
    ("twelve", C),
    ("thirteen", C),
    ("fourteen", C),
    ("fifteen", C),
    ("sixteen", C),
    ("seventeen", C),
    ("eighteen", C),
    ("nineteen", C),
    ("twenty", C),
    ("thirty", C),
    ("forty", C),
    ("fourty", C),
    ("fifty", C),
    ("sixty", C),
    ("seventy", C),
    ("eighty", C),
    ("ninety", C),
    ("hundred", C),
    ("hundreds", C),
    ("thousand", C),
    ("thousands", C),
    ("million", C),
    ("millions", C),
    ("billion", C),
    ("billions", C),
    ("trillion", C),
    ("trillions", C),
    ("quadrillion", C),
    ("quintillion", C),
    ("lakh", C),
    ("lakhs", C),
    ("lac", C),
    ("lacs", C),
    ("crore", C),
    ("crores", C),
    ("dozen", C),
    ("dozens", C),
    ("half", C),
    ("twice", C),
    ("single", C),
    ("thrice", C),
    ("twofold", C),
    ("threefold", C),
    ("fourfold", C),
    ("fivefold", C),
    ("sixfold", C),
    ("tenfold", C),
    ("hundredfold", C),
    ("first", O),
    ("second", O),
    ("third", O),
    ("fourth", O),
    ("fifth", O),
    ("sixth", O),
    ("seventh", O),
    ("eighth", O),
    ("ninth", O),
    ("tenth", O),
    ("eleventh", O),
    ("twelfth", O),
    ("thirteenth", O),
    ("fourteenth", O),
    ("fifteenth", O),
    ("sixteenth", O),
    ("seventeenth", O),
    ("eighteenth", O),
    ("nineteenth", O),
    ("twentieth", O),
    ("thirtieth", O),
    ("fortieth", O),
    ("fiftieth", O),
    ("sixtieth", O),
    ("seventieth", O),
    ("eightieth", O),
    ("ninetieth", O),
    ("hundredth", O),
    ("thousandth", O),
    ("millionth", O),
    ("billionth", O),
    ("trillionth", O),
];
