//! Whether "pounds" are a weight, a force or a sum, where no sign and no "sterling" says so.
//!
//! ```text
//! weight = figure "pounds" ("of" word? what-is-weighed | aside | "or" figure mass | ("into" | "to") word{0,3} "orbit")
//!        | figure "-"? "pound" what-is-heavy
//!        | figure "-" "pound" word                         in an article that weighs in tons or kilograms, and not of Britain
//!        | weigh word{0,4} figure "pounds" | mass "(" bound{0,4} figure "pounds"
//!        | lifted word{0,23} figure "pounds"               "thrust", "payload"
//! aside  = "(" figure mass                                 a conversion
//! sum    = figure "-"? "pound" what-is-paid                "a 300-pound fine"
//! ```
//!
//! What spells a sum otherwise, a large figure or a verb of spending, is for [`super::money`].

use super::phrase::{behind_is, dash, mark, one_of, word};
use crate::text::{TokenKind, Tokens, WordClass};

/// What is said before a weight.
const WEIGHING: &[&str] = &["weigh", "weighs", "weighed", "weighing", "weight", "weights", "mass", "tonnage"];

/// What rockets have, of so many pounds.
const LIFTED: &[&str] = &["payload", "payloads", "thrust"];

/// What weights and forces are of.
const WEIGHED: &[&str] = &[
    "thrust",
    "force",
    "lift",
    "pressure",
    "weight",
    "payload",
    "cargo",
    "freight",
    "fuel",
    "propellant",
    "kerosene",
    "oxygen",
    "explosive",
    "explosives",
    "dynamite",
    "tnt",
    "gunpowder",
    "fertiliser",
    "fertilizer",
    "ammunition",
    "bombs",
    "meat",
    "beef",
    "pork",
    "chicken",
    "poultry",
    "turkey",
    "fish",
    "seafood",
    "tuna",
    "food",
    "produce",
    "vegetables",
    "fruit",
    "potatoes",
    "rice",
    "flour",
    "wheat",
    "grain",
    "corn",
    "sugar",
    "salt",
    "coffee",
    "honey",
    "cheese",
    "butter",
    "milk",
    "cotton",
    "wool",
    "tobacco",
    "sand",
    "gravel",
    "rock",
    "rocks",
    "rubble",
    "concrete",
    "cement",
    "steel",
    "iron",
    "lead",
    "copper",
    "aluminium",
    "aluminum",
    "uranium",
    "plutonium",
    "lithium",
    "metal",
    "coal",
    "ore",
    "ice",
    "snow",
    "water",
    "mud",
    "debris",
    "rubbish",
    "trash",
    "garbage",
    "litter",
    "waste",
    "plastic",
    "carbon",
    "pesticide",
    "pesticides",
    "chemicals",
    "cocaine",
    "heroin",
    "opium",
    "fentanyl",
    "marijuana",
    "cannabis",
    "methamphetamine",
    "ivory",
    "equipment",
    "supplies",
];

/// What has a weight before it: "a 140,000-pound rocket".
const HEAVY: &[&str] = &[
    "payload",
    "load",
    "loads",
    "cargo",
    "bomb",
    "bombs",
    "warhead",
    "rocket",
    "booster",
    "satellite",
    "spacecraft",
    "capsule",
    "truck",
    "trucks",
    "lorry",
    "trailer",
    "vehicle",
    "tank",
    "locomotive",
    "crane",
    "aircraft",
    "plane",
    "jet",
    "helicopter",
    "ship",
    "boat",
    "anchor",
    "boulder",
    "rock",
    "stone",
    "slab",
    "statue",
    "bell",
    "beam",
    "whale",
    "elephant",
    "capacity",
    "thrust",
];

/// What is paid, of so many pounds: "a 30,000 pound fine".
const PAID: &[&str] = &[
    "fine",
    "fines",
    "penalty",
    "fee",
    "fees",
    "prize",
    "reward",
    "bonus",
    "bonuses",
    "salary",
    "salaries",
    "wage",
    "wages",
    "pension",
    "pay",
    "payout",
    "payment",
    "payments",
    "grant",
    "grants",
    "loan",
    "loans",
    "debt",
    "debts",
    "bill",
    "bills",
    "bail",
    "bond",
    "ransom",
    "bribe",
    "bet",
    "deposit",
    "refund",
    "cheque",
    "voucher",
    "jackpot",
    "donation",
    "damages",
    "compensation",
    "settlement",
    "subsidy",
    "tax",
    "surcharge",
    "scholarship",
    "bursary",
    "note",
    "notes",
    "coin",
    "coins",
    "contract",
    "deal",
    "house",
    "home",
    "mansion",
    "villa",
    "flat",
    "apartment",
    "worth",
];

/// Where pounds are money: an article that names one of them may well mean a sum.
const BRITISH: &[&str] =
    &["Britain", "British", "Briton", "England", "English", "London", "Scotland", "Wales", "UK"];

/// Units that a weight is converted from or into.
const MASSES: &[&str] = &[
    "kg",
    "kgs",
    "kilo",
    "kilos",
    "kilogram",
    "kilograms",
    "kilogramme",
    "kilogrammes",
    "tonne",
    "tonnes",
    "ton",
    "tons",
    "metric",
    "newtons",
    "kilonewtons",
    "kn",
    "meganewtons",
];

/// How many words before a figure may say that something is weighed: "weighs in at more than".
const REACH: usize = 5;

/// How far before it in its sentence what no sum of money has may stand: "thrust".
const FAR: usize = 24;

/// How many words may stand before a figure in brackets: "(more than a million pounds)".
const BOUNDING: usize = 4;

/// Whether the words around a figure, which starts at `start`, and its "pounds", behind which `rest` begins, make it a
/// weight or a force.
pub(super) fn weigh(start: &Tokens<'_>, rest: Tokens<'_>) -> bool {
    is_weighed_before(start)
        || is_of_a_load(rest)
        || is_converted(rest)
        || goes_to_orbit(rest)
        || is_said_of(HEAVY, rest)
        || is_joined(start, &rest) && !pay(rest) && weighs_elsewhere(start.source())
}

/// "900,000-pound station": digits, a hyphen and a noun, where "a million-pound villa" has a price.
fn is_joined(start: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let whole = start.until(rest);
    let ends = |n: usize| whole.as_slice().iter().rev().nth(n).map(|token| whole.text_of(token));
    ends(0) == Some("pound")
        && ends(1) == Some("-")
        && whole.as_slice().iter().rev().nth(2).is_some_and(|token| token.kind == TokenKind::Number)
        && rest.first_kind(TokenKind::Word)
}

/// Whether an article speaks of weights in other units, and of nothing that makes its pounds sums.
fn weighs_elsewhere(article: &str) -> bool {
    let words = || article.split(|c: char| !c.is_ascii_alphanumeric());
    !article.contains('\u{A3}')
        && !words().any(|word| word.eq_ignore_ascii_case("sterling") || BRITISH.contains(&word))
        && words().any(|word| MASSES.iter().any(|mass| mass.len() > 2 && *mass != "metric" && word == *mass))
}

/// Whether what is paid stands behind: "30,000 pound fine", "a 500-pound bonus".
pub(super) fn pay(rest: Tokens<'_>) -> bool {
    is_said_of(PAID, rest)
}

/// "-pound rocket", "pound fine"
fn is_said_of(things: &'static [&'static str], rest: Tokens<'_>) -> bool {
    let hyphened = dash(rest).map_or(rest, |(rest, ())| rest);
    one_of(things)(hyphened).is_ok()
}

/// "weighs more than", "a payload of", "63 tonnes ("
fn is_weighed_before(start: &Tokens<'_>) -> bool {
    let is_word = |n: usize| start.behind(n).is_some_and(|token| token.kind == TokenKind::Word);
    let ends = |n: usize| {
        start.behind(n).is_none_or(|token| matches!(start.text_of(token), "." | "!" | "?" | ";" | ":"))
    };
    let said = (1..=REACH).take_while(|&n| is_word(n)).any(|n| behind_is(start, n, WEIGHING))
        || (1..=FAR).take_while(|&n| !ends(n)).any(|n| behind_is(start, n, LIFTED));
    let opened = (1..=BOUNDING + 1)
        .find(|&n| {
            !start.behind(n).is_some_and(|word| word.is(WordClass::BOUND) || start.spells(word, "than"))
        })
        .filter(|&n| start.behind(n).is_some_and(|token| start.text_of(token) == "("));
    said || opened.is_some_and(|n| behind_is(start, n + 1, MASSES))
}

/// "of thrust", "of liftoff thrust"
fn is_of_a_load(rest: Tokens<'_>) -> bool {
    word("of")(rest).is_ok_and(|(what, ())| {
        one_of(WEIGHED)(what).is_ok()
            || what.first_kind(TokenKind::Word) && one_of(WEIGHED)(what.skip(1)).is_ok()
    })
}

/// "(63,800 kilograms)", "or 63.8 tonnes"
fn is_converted(rest: Tokens<'_>) -> bool {
    let opened = mark("(")(rest).or_else(|_| word("or")(rest));
    opened.is_ok_and(|(figure, ())| {
        // "2.3 million kilograms"
        figure.first_kind(TokenKind::Number) && (1..=2).any(|at| one_of(MASSES)(figure.skip(at)).is_ok())
    })
}

/// "into orbit", "to low Earth orbit"
fn goes_to_orbit(rest: Tokens<'_>) -> bool {
    one_of(&["into", "to"])(rest).is_ok_and(|(rest, ())| {
        (0..=3)
            .map(|at| rest.skip(at))
            .find(|rest| !rest.first_kind(TokenKind::Word) || rest.first_is("orbit"))
            .is_some_and(|rest| rest.first_is("orbit"))
    })
}
