//! Parts of a whole as people count them out: "one in five", "44 out of 52", "a 1-in-20 chance".
//!
//! ```text
//! ratio   = part behind
//! behind  = "out" "of" whole | "in" ("every" | "each")? whole | "-" "in" "-" whole
//! ```
//!
//! "In" joins other figures too: "killed two in three villages", "one in five minutes", "won one in 1990". What counts
//! is what stands before the part and behind the whole. The part was read by [`super::figure`].

use super::{
    number::{Number, Reading, cardinal},
    phrase::{Read, ask, glued_dash, no, one_of, phrase, word},
    silence,
};
use crate::text::{Case, Token, TokenKind, Tokens, WordClass};
use rust_decimal::Decimal;

/// The whole that a part is counted out of, behind it; the part starts at `start`.
pub(super) fn whole<'a>(start: &Tokens<'a>, tokens: Tokens<'a>, part: &Number) -> Read<'a, Decimal> {
    if !(tokens.first_is("in") || tokens.first_is("out") || tokens.first_is("-"))
        || !part.value.is_integer()
        || part.value < Decimal::ONE
    {
        return no();
    }
    if let Ok((rest, ())) = phrase(&["out", "of"])(tokens) {
        let rest = one_of(&["every", "each"])(rest).map_or(rest, |(rest, ())| rest);
        let (end, whole) = cardinal(rest, Reading::PLAIN)?;
        return if part.value < whole.value { Ok((end, whole.value)) } else { no() };
    }
    let hyphen = glued_dash(tokens);
    let (rest, ()) = word("in")(hyphen.clone().map_or(tokens, |(rest, ())| rest))?;
    let rest = if hyphen.is_ok() { glued_dash(rest)?.0 } else { rest };
    let every = one_of(&["every", "each"])(rest);
    let (end, whole) = cardinal(every.clone().map_or(rest, |(rest, ())| rest), Reading::PLAIN)?;
    let fits = part.scale == Decimal::ONE && whole.value.is_integer() && part.value < whole.value;
    let sure = hyphen.is_ok() || every.is_ok();
    if fits && !silence::goes_on(&end) && (sure || counts_out(start, end, part, &whole)) {
        Ok((end, whole.value))
    } else {
        no()
    }
}

/// Whether two figures with nothing but "in" between them are a part and its whole.
fn counts_out(start: &Tokens<'_>, end: Tokens<'_>, part: &Number, whole: &Number) -> bool {
    let is_year = !whole.in_words && (Decimal::from(1700)..=Decimal::from(2100)).contains(&whole.value);
    if is_year || end.first_in(WordClass::UNIT) {
        return false;
    }
    let led = (1..=LEAD).take_while(|n| start.behind(*n).is_some_and(|token| is_lead(start, token))).count();
    let Some(before) = start.behind(led + 1).filter(|token| token.kind == TokenKind::Word) else {
        // "No. 1 in 50 states"
        return !start.behind(led + 1).is_some_and(|mark| matches!(start.text_of(mark), "." | "#"))
            || start.behind(led + 2).is_none_or(|token| !start.text_of(token).eq_ignore_ascii_case("no"));
    };
    if ask(start, before, |word| NUMBERED.contains(&word).then_some(())).is_some()
        || before.is(WordClass::ORDINAL | WordClass::MONTH | WordClass::LABEL)
    {
        return false;
    }
    if before.is(WordClass::DETERMINER) {
        let article = ["a", "an"].iter().any(|word| start.text_of(before).eq_ignore_ascii_case(word));
        return end.first_in(WordClass::PEOPLE) || article && one_of(CHANCES)(end).is_ok();
    }
    // "killed two in three villages": an event that happened in several places or on several occasions.
    let told = led == 0 && is_past(start, before);
    !told || part.value == Decimal::ONE && !is_occasion(end)
}

/// How many words may lead a part: "no more than about".
const LEAD: usize = 4;

/// Whether a word bounds a figure.
fn is_lead(tokens: &Tokens<'_>, token: &Token) -> bool {
    let words =
        &["only", "just", "nearly", "almost", "than", "as", "many", "roughly", "every", "least", "about"];
    token.kind == TokenKind::Word
        && (token.is(WordClass::BOUND) && !token.is(WordClass::DETERMINER)
            || ask(tokens, token, |word| words.contains(&word).then_some(())).is_some())
        && !["in", "from", "between"].iter().any(|word| tokens.text_of(token).eq_ignore_ascii_case(word))
}

fn is_past(tokens: &Tokens<'_>, token: &Token) -> bool {
    let written = tokens.text_of(token);
    let is_be = matches!(written, "was" | "were" | "been" | "had");
    !is_be
        && (token.is(WordClass::PAST)
            || token.case == Case::Lower && written.len() > 4 && written.ends_with("ed"))
}

/// Whether what the whole counts is an occasion or a place, which things happen in.
fn is_occasion(end: Tokens<'_>) -> bool {
    (0..=1).any(|n| {
        end.nth(n)
            .is_some_and(|token| ask(&end, token, |word| OCCASIONS.contains(&word).then_some(())).is_some())
    })
}

/// Words before a figure that is a number of something: "number one in 12 countries".
const NUMBERED: &[&str] =
    &["number", "no", "nr", "top", "rank", "ranked", "level", "grade", "tier", "phase", "group"];

/// What a ratio behind an article is of: "a one in five chance".
const CHANCES: &[&str] = &["chance", "chances", "risk", "risks", "probability", "odds", "likelihood", "shot"];

const OCCASIONS: &[&str] = &[
    "attacks",
    "games",
    "matches",
    "tests",
    "attempts",
    "visits",
    "starts",
    "outings",
    "appearances",
    "incidents",
    "raids",
    "strikes",
    "shootings",
    "bombings",
    "explosions",
    "blasts",
    "clashes",
    "crashes",
    "elections",
    "races",
    "rounds",
    "innings",
    "meetings",
    "cities",
    "towns",
    "villages",
    "provinces",
    "countries",
    "states",
    "districts",
    "regions",
    "counties",
    "areas",
    "places",
    "locations",
    "neighborhoods",
    "neighbourhoods",
];
