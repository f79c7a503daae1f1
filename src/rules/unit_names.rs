//! The names of the units and currencies that a slot may ask for: `<value:quantity/metre>`, `<value:money/USD>`.
//!
//! The grammars of [`crate::read`] make them, and rules know nothing of grammars; a test holds the two together.

use super::fault::meant;

/// The units of measure, singular and spelled out, and what they convert to.
const UNITS: [&str; 111] = [
    "acre",
    "acre-foot",
    "ampere",
    "bar",
    "barrel",
    "bit",
    "bushel",
    "byte",
    "calorie",
    "carat",
    "centilitre",
    "centimetre",
    "cubic centimetre",
    "cubic foot",
    "cubic inch",
    "cubic kilometre",
    "cubic metre",
    "cubic mile",
    "cubic yard",
    "cup",
    "decibel",
    "decimetre",
    "degree",
    "degree Celsius",
    "degree Fahrenheit",
    "foot",
    "furlong",
    "gallon",
    "gibibyte",
    "gigabit",
    "gigabit per second",
    "gigabyte",
    "gigahertz",
    "gigawatt",
    "gigawatt hour",
    "gram",
    "hectare",
    "hectopascal",
    "hertz",
    "horsepower",
    "inch",
    "joule",
    "kelvin",
    "kibibyte",
    "kilobit",
    "kilobyte",
    "kilocalorie",
    "kilogram",
    "kilohertz",
    "kilometre",
    "kilometre per hour",
    "kilopascal",
    "kilotonne",
    "kilovolt",
    "kilowatt",
    "kilowatt hour",
    "knot",
    "light year",
    "litre",
    "magnitude",
    "mebibyte",
    "megabit",
    "megabit per second",
    "megabyte",
    "megahertz",
    "megapixel",
    "megatonne",
    "megawatt",
    "megawatt hour",
    "metre",
    "metre per second",
    "metre per second squared",
    "microgram",
    "micrometre",
    "mile",
    "mile per gallon",
    "mile per hour",
    "millibar",
    "milligram",
    "millilitre",
    "millimetre",
    "nanometre",
    "nautical mile",
    "ounce",
    "pascal",
    "petabyte",
    "pint",
    "pixel",
    "pound",
    "pound per square inch",
    "quart",
    "radian",
    "revolution per minute",
    "square centimetre",
    "square foot",
    "square inch",
    "square kilometre",
    "square metre",
    "square mile",
    "square yard",
    "stone",
    "tablespoon",
    "teaspoon",
    "tebibyte",
    "terabyte",
    "terawatt hour",
    "ton",
    "tonne",
    "volt",
    "watt",
    "yard",
];

/// The currencies, by their codes in ISO 4217 and those that exchanges use.
const CURRENCIES: [&str; 166] = [
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "ATS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BEF",
    "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTC", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF",
    "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DEM", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN",
    "ESP", "ETB", "ETH", "EUR", "FIM", "FJD", "FKP", "FRF", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GRD",
    "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "IEP", "ILS", "INR", "IQD", "IRR", "ISK", "ITL", "JMD",
    "JOD", "JPY", "KES", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL",
    "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD",
    "NGN", "NIO", "NLG", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PTE", "PYG",
    "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLL", "SOS", "SRD",
    "SSP", "STN", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX",
    "USD", "UYU", "UZS", "VEF", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW",
    "ZWL",
];

/// Whether a figure can be in a unit of this name.
pub(super) fn is_unit(name: &str) -> bool {
    UNITS.contains(&name)
}

/// Whether a sum can be in a currency of this code, in any case.
pub(super) fn is_currency(code: &str) -> bool {
    CURRENCIES.iter().any(|known| known.eq_ignore_ascii_case(code))
}

/// What the author of a slot meant that asks for an unknown unit.
pub(super) fn meant_unit(name: &str) -> String {
    meant(name, UNITS.into_iter()).map_or_else(
        || "write the unit in the singular and spelled out, as in `quantity/metre`".to_owned(),
        |meant| format!("did you mean `quantity/{}`?", meant.replace(' ', "_")),
    )
}

/// What the author of a slot meant that asks for an unknown currency.
pub(super) fn meant_currency(code: &str) -> String {
    meant(&code.to_uppercase(), CURRENCIES.into_iter()).map_or_else(
        || "write the code of a currency, as in `money/USD`".to_owned(),
        |meant| format!("did you mean `money/{meant}`?"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        claim::{Said, Unit},
        read,
        rules::RuleBook,
        segment,
        text::{Source, WordClass},
    };
    use std::collections::BTreeSet;

    /// The units and currencies of the figures in a text, and what those convert to.
    fn made(text: &str, book: &RuleBook) -> (BTreeSet<String>, BTreeSet<String>) {
        let source = Source { text: text.to_owned(), ..Source::default() };
        let document = segment::document(&source, &book.lexicon);
        let (mut units, mut codes) = (BTreeSet::new(), BTreeSet::new());
        for mention in read::mentions(&document, book) {
            let Said::Count(count) = &mention.said else { continue };
            units.extend(count.si.as_ref().map(|si| si.1.to_string()));
            match &count.unit {
                Unit::Measure(unit) => units.extend([(*unit).to_owned()]),
                Unit::Currency(of) => codes.extend(of.iter().map(|code| (*code).to_owned())),
                Unit::None | Unit::Of(_) | Unit::Coin { .. } | Unit::Percent | Unit::PercentagePoint => {}
            }
        }
        (units, codes)
    }

    #[test]
    fn the_units_and_currencies_are_those_that_the_grammars_make() {
        let book = RuleBook::embedded(&read::closed_words());
        let words = || read::closed_words().into_iter().flatten();
        let mut text = String::from("It was of magnitude 5, held 5 cl and fell at 9.8 m/s\u{B2}.\n\n");
        for (word, _) in words().filter(|(_, class)| class.contains(WordClass::UNIT)) {
            for written in
                [" ", " square ", " cubic ", " nautical ", " light "].map(|join| format!("5{join}{word}"))
            {
                text.push_str(&format!("It was {written} there.\n\n"));
            }
            text.push_str(&format!(
                "It was 5{word} there, then 6 {word} per hour, and 7 {word} per second.\n\n"
            ));
        }
        for unit in UNITS {
            text.push_str(&format!("It was 5 {unit}s, or 6 {unit}.\n\n"));
        }
        for code in CURRENCIES {
            text.push_str(&format!("It cost 5 {code} there.\n\n"));
        }
        for (word, _) in words().filter(|(_, class)| class.intersects(WordClass::CURRENCY | WordClass::MONEY))
        {
            text.push_str(&format!("It cost 5 {word} there.\n\n"));
        }
        let (units, codes) = made(&text, &book);
        let known = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(units.symmetric_difference(&known(&UNITS)).collect::<Vec<_>>(), Vec::<&String>::new());
        assert_eq!(
            codes.symmetric_difference(&known(&CURRENCIES)).collect::<Vec<_>>(),
            Vec::<&String>::new()
        );
    }
}
