//! Figures that are ages by the words around them, which name a person or a group and no unit.
//!
//! ```text
//! turned  = (person | auxiliary) "turned" number end           "Ada Low had turned 40 in May"
//! at      = "at" number ","? ("he" | "she")                    where a clause opens
//! is      = ("he" | "she" | kin) ("is" | "was" | "'s") number end
//! pushing = be "pushing" number end                            less than that
//! group   = ("over" | "under") "-" number "s"                  "the over-60s", "under-fives"
//! ```
//!
//! `number` is no more than a person's years, `end` a mark, a conjunction or words of time, never a noun that it could
//! count. Ages with a unit or "aged" are in [`super::age`] and [`super::aged`].

use super::{
    age::OLDEST,
    figure::Amount,
    item::{Kind, item},
    number::{Part, Reading, cardinal_word},
    phrase::{Read, ask, behind_is, glued_dash, is_glued, no, one_of, phrase, word},
};
use crate::{
    claim::Bound,
    text::{TokenKind, Tokens, WordClass},
};
use rust_decimal::Decimal;

/// The least figure behind "at" that is no hour of a clock.
const PAST_NOON: i64 = 13;

/// Whether a bare figure is an age by what stands before and behind it.
pub(super) fn is_told(start: &Tokens<'_>, rest: &Tokens<'_>, value: Decimal) -> bool {
    const TURNS: &[&str] = &["turned", "turns", "turn", "turning"];
    const BE: &[&str] = &["is", "was", "'s", "\u{2019}s"];
    if value <= Decimal::ZERO || value > Decimal::from(OLDEST) {
        return false;
    }
    if behind_is(start, 1, TURNS) {
        return is_years(value) && turns(start) && closes(rest, OF_TURNING);
    }
    if behind_is(start, 1, &["at"]) {
        return value >= Decimal::from(PAST_NOON) && is_years(value) && opens_clause(start, *rest);
    }
    // "She is one" says who she is.
    let is_one = start.first_is("one") && value == Decimal::ONE;
    let of_somebody = behind_is(start, 1, BE) && behind_is(start, 2, SOMEBODY);
    let is_half = (value * Decimal::TWO).is_integer();
    of_somebody && is_half && !is_one && closes(rest, OF_BEING)
}

/// Who is so many years old.
const SOMEBODY: &[&str] = &[
    "he",
    "she",
    "son",
    "daughter",
    "baby",
    "child",
    "boy",
    "girl",
    "toddler",
    "niece",
    "nephew",
    "brother",
    "sister",
    "grandson",
    "granddaughter",
    "mother",
    "father",
    "wife",
    "husband",
    "grandmother",
    "grandfather",
];

/// What may go on behind the years that somebody turns.
const OF_TURNING: &[&str] = &[
    "and",
    "but",
    "in",
    "on",
    "last",
    "this",
    "next",
    "today",
    "yesterday",
    "tomorrow",
    "while",
    "during",
    "shortly",
    "before",
    "after",
];

/// What may go on behind the years that somebody has.
const OF_BEING: &[&str] = &["and", "but", "when", "now"];

fn is_years(value: Decimal) -> bool {
    value.is_integer()
}

/// Whether it is a person who turns: somebody by name or pronoun, or an auxiliary stands before the verb.
fn turns(start: &Tokens<'_>) -> bool {
    const BEFORE: &[&str] = &[
        "he",
        "she",
        "i",
        "you",
        "they",
        "we",
        "who",
        "has",
        "had",
        "have",
        "just",
        "recently",
        "will",
        "'ll",
        "\u{2019}ll",
        "to",
        "on",
        "upon",
        "since",
        "after",
        "before",
        "having",
        "already",
    ];
    behind_is(start, 2, BEFORE)
        || behind_is(start, 2, SOMEBODY)
        || start.behind(2).is_some_and(|name| {
            name.kind == TokenKind::Word
                && name.is_capitalised()
                && !name.is(WordClass::FUNCTION | WordClass::DETERMINER)
        })
}

/// "At 17 he", "and at 19, she", but not "peaked at 17, he said".
fn opens_clause(start: &Tokens<'_>, rest: Tokens<'_>) -> bool {
    const SAYING: &[&str] = &["said", "says", "added", "told", "explained", "noted", "warned"];
    let opens = start.behind(2).is_none() || behind_is(start, 2, &[",", ";", "and", "but", "\u{201C}", "\""]);
    let rest = if rest.first_is(",") { rest.skip(1) } else { rest };
    opens && one_of(&["he", "she"])(rest).is_ok_and(|(rest, ())| !rest.first_among(SAYING))
}

/// Whether a figure ends its phrase: nothing that it could count follows, and no further figure.
fn closes(rest: &Tokens<'_>, words: &[&str]) -> bool {
    let Some(next) = rest.first() else { return true };
    let figure_follows = rest.nth(1).is_some_and(|token| {
        token.kind == TokenKind::Number
            || token.is(WordClass::CARDINAL | WordClass::MONEY)
            || rest.spells(token, "more")
    });
    match next.kind {
        TokenKind::Word => {
            rest.first_among(words) && !figure_follows || phrase(&["at", "the", "time"])(*rest).is_ok()
        }
        TokenKind::Punctuation => match rest.text_of(next) {
            "." | ";" | "!" | "?" | ")" | "\u{2014}" => !is_glued(&rest.skip(1)),
            "," => !is_glued(&rest.skip(1)) && !figure_follows,
            _ => false,
        },
        TokenKind::Number | TokenKind::Clitic | TokenKind::Symbol | TokenKind::Link => false,
    }
}

/// Years that are bounded by the words before them: "pushing sixty", "the over-60s".
pub(super) fn bounded(tokens: Tokens<'_>) -> Read<'_, Amount> {
    group(tokens).or_else(|_| pushing(tokens))
}

/// "pushing sixty"
fn pushing(tokens: Tokens<'_>) -> Read<'_, Amount> {
    const BE: &[&str] =
        &["is", "are", "was", "were", "be", "am", "'s", "'re", "'m", "\u{2019}s", "\u{2019}re", "\u{2019}m"];
    let (rest, ()) = word("pushing")(tokens)?;
    let (rest, item) = item(rest, Reading::PLAIN)?;
    let years = item.number.value;
    let fits = item.kind.is_none()
        && item.share.is_none()
        && is_years(years)
        && years >= Decimal::from(20)
        && years <= Decimal::from(OLDEST);
    let of_somebody =
        behind_is(&tokens, 2, SOMEBODY) || behind_is(&tokens, 2, &["i", "you", "we", "they", "who"]);
    if fits && of_somebody && behind_is(&tokens, 1, BE) && closes(&rest, OF_BEING) {
        Ok((rest, Amount::of(Bound::LessThan(years), Some(Kind::Age("year")))))
    } else {
        no()
    }
}

/// "over-60s", "under-fives"; not a team's: "England Under-21s"
pub(super) fn group(tokens: Tokens<'_>) -> Read<'_, Amount> {
    let (rest, ()) = one_of(&["over", "under"])(tokens)?;
    let is_over = tokens.first_is("over");
    let (rest, ()) = glued_dash(rest)?;
    let Some(token) = rest.first() else { return no() };
    let (rest, years) = match token.kind {
        TokenKind::Number if is_glued(&rest.skip(1)) => {
            let (end, ()) = word("s")(rest.skip(1))?;
            (end, rest.text_of(token).parse().ok())
        }
        TokenKind::Word => (rest.skip(1), ask(&rest, token, |word| plural(word).map(Decimal::from))),
        TokenKind::Number
        | TokenKind::Clitic
        | TokenKind::Punctuation
        | TokenKind::Symbol
        | TokenKind::Link => return no(),
    };
    let of_team = tokens.behind(1).is_some_and(|before| {
        before.is_capitalised() && !before.is(WordClass::FUNCTION | WordClass::DETERMINER)
    });
    match years.filter(|years| *years > Decimal::ONE && *years <= Decimal::from(OLDEST)) {
        Some(years) if !of_team => {
            let bound = if is_over { Bound::MoreThan(years) } else { Bound::LessThan(years) };
            Ok((rest, Amount::of(bound, Some(Kind::Age("year")))))
        }
        Some(_) | None => no(),
    }
}

/// "fives", "elevens"
fn plural(word: &str) -> Option<u8> {
    match cardinal_word(word.strip_suffix('s')?)? {
        Part::Small(years) | Part::Ten(years) => Some(years),
        Part::Hundred | Part::Scale(_) => None,
    }
}
