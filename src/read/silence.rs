//! Where a figure is no value: scores, telephone numbers, versions, clock times, house numbers, the pronoun "one".
//!
//! A figure is silent
//!
//! ```text
//! - glued behind a word or figure           "COVID-19" "555-1234" "1.2.3"
//! - before a glued figure                   "3-2" "24/7" "3:16" "10.0.0.1", unless the two are a range
//! - before a glued word                     "747s" "4x4"
//! - before a clock, a month or a unit of time, which [`super::time`] reads
//! - before the name of a street             "1600 Pennsylvania Avenue"
//! - behind a label                          "Flight 370" "Highway 61"
//! - behind an athlete's wins and losses      "(45-1, 33 KOs)"
//! - as the pronoun "one"                    "one of them" "this one" "one another"
//! ```

use super::phrase::{ask, behind_is, is_break, is_dash, is_mark};
use crate::text::{Case, Token, TokenKind, Tokens, WordClass};

/// Whether something stands before a figure that makes it a part of something else.
pub(super) fn is_part(start: &Tokens<'_>) -> bool {
    let Some(first) = start.first() else { return true };
    if labelled(start) || in_record(start) {
        return true;
    }
    if !first.glued {
        return false;
    }
    let (Some(before), further) = (start.behind(1), start.behind(2)) else { return false };
    match start.text_of(before) {
        "-" | "\u{2013}" | "\u{2011}" | "\u{2010}" => {
            // "three-nought-four" is three figures.
            let spelled =
                first.kind == TokenKind::Word && further.is_some_and(|token| token.is(WordClass::CARDINAL));
            before.glued
                && !spelled
                && further.is_some_and(|token| {
                    matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Clitic)
                })
        }
        "." | ":" | "/" => before.glued && further.is_some_and(|token| token.kind != TokenKind::Punctuation),
        "_" | "@" | "\\" => true,
        // "<>30" and "=>30" say nothing that is known.
        ">" | "<" => before.glued && further.is_some_and(|token| matches!(start.text_of(token), "<" | "=")),
        "=" => false,
        _ => before.kind == TokenKind::Number && before.glued,
    }
}

/// "33" of "(45-1, 33 KOs)": a figure behind an athlete's wins and losses.
fn in_record(start: &Tokens<'_>) -> bool {
    let text = |n: usize| start.behind(n).map(|token| start.text_of(token));
    let is_number = |n: usize| start.behind(n).is_some_and(|token| token.kind == TokenKind::Number);
    let is_hyphen = |n: usize| matches!(text(n), Some("-" | "\u{2013}"));
    if text(1) != Some(",") || !is_number(2) || !is_hyphen(3) || !is_number(4) {
        return false;
    }
    text(5) == Some("(") || is_hyphen(5) && is_number(6) && text(7) == Some("(")
}

/// How many tokens back the host of an address is looked for.
const ADDRESS_REACH: usize = 24;

/// Whether the token stands in the path of an address without a scheme: "example.org/may-5-2020".
pub(super) fn in_address(start: Tokens<'_>) -> bool {
    let Some(first) = start.first().filter(|first| first.glued) else { return false };
    let mut from = first.span.start();
    let mut slash = false;
    for n in 1..=ADDRESS_REACH {
        let Some(token) = start.behind(n) else { break };
        from = token.span.start();
        slash |= start.text_of(token) == "/";
        if !token.glued {
            break;
        }
    }
    if !slash {
        return false;
    }
    let written = &start.source()[from..first.span.start()];
    let host = written.split('/').next().unwrap_or_default();
    host.rsplit_once('.').is_some_and(|(name, last)| {
        name.ends_with(|c: char| c.is_alphanumeric())
            && last.len() > 1
            && last.bytes().all(|byte| byte.is_ascii_alphabetic())
    })
}

/// Whether what follows a bare figure makes it a part of something else.
pub(super) fn goes_on(rest: &Tokens<'_>) -> bool {
    let Some(next) = rest.first() else { return false };
    if next.is(WordClass::TIME_UNIT | WordClass::MONTH) {
        return true;
    }
    if rest.first_is("of") && rest.nth(1).is_some_and(|token| token.is(WordClass::MONTH)) {
        return true; // "from 13 to 15 of July"
    }
    let number_at =
        |n: usize| rest.nth(n).is_some_and(|token| token.glued && token.kind == TokenKind::Number);
    if is_dash(rest, next) && rest.nth(1).is_some_and(|token| token.is(WordClass::TIME_UNIT)) {
        return true; // "90-day"
    }
    match next.kind {
        TokenKind::Word => next.glued || is_clock_word(rest, next),
        TokenKind::Clitic => false,
        TokenKind::Number | TokenKind::Link => next.glued,
        TokenKind::Punctuation | TokenKind::Symbol if next.glued => match rest.text_of(next) {
            "-" | "\u{2013}" | "/" | ":" | "." | "\u{2011}" => number_at(1),
            _ => false,
        },
        TokenKind::Punctuation | TokenKind::Symbol => false,
    }
}

fn is_clock_word(rest: &Tokens<'_>, next: &Token) -> bool {
    let clock = |word: &str| {
        matches!(word, "am" | "pm" | "a.m" | "a.m." | "p.m" | "p.m." | "o'clock" | "gmt" | "utc")
            .then_some(())
    };
    ask(rest, next, clock).is_some()
}

/// "Flight 370": a label with a capital letter before the figure.
fn labelled(start: &Tokens<'_>) -> bool {
    let label = start.behind(1).filter(|token| token.is(WordClass::LABEL) && token.is_capitalised());
    label.is_some() && !start.first().is_some_and(|first| first.glued)
}

/// Whether the figure is the number of a house: up to three capitalised words and the name of a kind of street follow.
pub(super) fn is_address(rest: &Tokens<'_>) -> bool {
    for n in 0..4 {
        let Some(token) = rest.nth(n).filter(|token| token.kind == TokenKind::Word && token.is_capitalised())
        else {
            return false;
        };
        if n > 0 && ask(rest, token, street).is_some() {
            return true;
        }
    }
    false
}

fn street(word: &str) -> Option<()> {
    matches!(
        word,
        "street"
            | "st"
            | "avenue"
            | "ave"
            | "road"
            | "rd"
            | "boulevard"
            | "blvd"
            | "lane"
            | "ln"
            | "drive"
            | "dr"
            | "court"
            | "square"
            | "highway"
            | "parkway"
            | "terrace"
            | "crescent"
    )
    .then_some(())
}

/// Whether a lone "one" is a pronoun or a part of a name and not the number.
pub(super) fn is_pronoun(start: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let Some(first) = start.first() else { return true };
    let opens = start.behind(1).is_none_or(is_mark);
    if first.case == Case::Title
        && !opens
        && start.text_of(first) == "One"
        && rest.first().is_none_or(|next| !next.is_capitalised())
    {
        return true;
    }
    let named = start.behind(1).is_some_and(|before| {
        before.is(WordClass::DETERMINER | WordClass::ORDINAL | WordClass::NEGATION)
            && before.kind == TokenKind::Word
    });
    let determined = behind_is(
        start,
        1,
        &[
            "this", "that", "the", "each", "every", "any", "no", "which", "another", "some", "a", "first",
            "last", "next", "second", "third", "big", "new", "other", "only", "loved", "as",
        ],
    );
    let alone = opens && rest.is_empty();
    let followed = rest.first().is_none_or(|next| {
        is_mark(next) && !opens_number(rest, next)
            || next.kind == TokenKind::Clitic
            || next.is(WordClass::VERB | WordClass::PRONOUN)
            || ask(rest, next, |word| is_companion(word).then_some(())).is_some()
    });
    named || determined || !alone && followed
}

/// What may follow a lone "one" that leaves it a number: "one % of".
fn opens_number(rest: &Tokens<'_>, next: &Token) -> bool {
    matches!(rest.text_of(next), "%" | "(")
}

/// Words that follow the pronoun "one".
fn is_companion(word: &str) -> bool {
    matches!(
        word,
        "of" | "another"
            | "who"
            | "whose"
            | "that"
            | "which"
            | "is"
            | "was"
            | "has"
            | "had"
            | "can"
            | "could"
            | "must"
            | "should"
            | "would"
            | "will"
            | "may"
            | "might"
            | "and"
            | "to"
            | "by"
            | "at"
            | "for"
            | "on"
            | "with"
            | "day"
    )
}

/// The labels before numbers that name and do not count.
pub(super) const WORDS: &[(&str, WordClass)] = {
    const L: WordClass = WordClass::LABEL;
    &[
        ("flight", L),
        ("highway", L),
        ("hwy", L),
        ("route", L),
        ("interstate", L),
        ("channel", L),
        ("room", L),
        ("gate", L),
        ("boeing", L),
        ("airbus", L),
        ("apollo", L),
        ("article", L),
        ("section", L),
        ("chapter", L),
        ("title", L),
        ("formula", L),
        ("windows", L),
        ("catch", L),
        ("exit", L),
        ("terminal", L),
        ("runway", L),
        ("platform", L),
        ("bus", L),
        ("unit", L),
        ("area", L),
        ("pier", L),
        ("proposition", L),
        ("amendment", L),
        ("resolution", L),
        ("psalm", L),
        ("iphone", L),
        ("android", L),
        ("playstation", L),
        ("suite", L),
        ("block", L),
        ("box", L),
        ("error", L),
        ("office", L),
        ("form", L),
        ("rule", L),
        ("ordinance", L),
        ("directive", L),
        ("locker", L),
        ("apartment", L),
    ]
};

/// Whether two hyphened figures are a score or a part of a longer chain and not a range.
pub(super) fn is_score(start: &Tokens<'_>, rest: &Tokens<'_>, falls: bool, digits: (usize, usize)) -> bool {
    let chained = rest
        .first()
        .is_some_and(|next| next.glued && matches!(rest.text_of(next), "-" | "\u{2013}" | "/" | ":"))
        && rest.nth(1).is_some_and(|next| {
            next.glued && (next.kind == TokenKind::Number || next.is(WordClass::CARDINAL))
        });
    let listed = rest.first_is(",")
        && rest.nth(1).is_some_and(|token| token.kind == TokenKind::Number)
        && rest.nth(2).is_some_and(|token| token.glued && is_dash(rest, token));
    let told = (1..=2).any(|n| behind_is(start, n, RESULTS))
        || rest
            .first()
            .is_some_and(|next| ask(rest, next, |word| RESULTS.contains(&word).then_some(())).is_some());
    falls || chained || listed || digits == (3, 4) || told && is_break_or_word(rest)
}

fn is_break_or_word(rest: &Tokens<'_>) -> bool {
    is_break(rest) || rest.first_kind(TokenKind::Word)
}

/// Words by which two figures are a result.
const RESULTS: &[&str] = &[
    "won",
    "win",
    "wins",
    "lost",
    "loss",
    "beat",
    "beats",
    "victory",
    "defeat",
    "draw",
    "drew",
    "score",
    "scored",
    "lead",
    "leads",
    "led",
    "tie",
    "tied",
    "vote",
    "voted",
    "ruling",
    "decision",
    "majority",
    "record",
    "aggregate",
    "triumph",
    "defeated",
    "shootout",
    "thrashing",
    "rout",
    "start",
];

/// Verbs by which "from 20 to 30" is a change.
pub(super) const CHANGES: &[&str] = &[
    "rose",
    "rise",
    "rises",
    "risen",
    "rising",
    "fell",
    "fall",
    "falls",
    "fallen",
    "falling",
    "grew",
    "grow",
    "grown",
    "growing",
    "increase",
    "increased",
    "increases",
    "increasing",
    "decrease",
    "decreased",
    "dropped",
    "drop",
    "declined",
    "decline",
    "climbed",
    "jumped",
    "soared",
    "surged",
    "slipped",
    "went",
    "up",
    "down",
    "cut",
    "raised",
    "raise",
    "lowered",
    "reduced",
    "changed",
    "moved",
    "slowed",
    "widened",
    "narrowed",
    "doubled",
    "expanded",
    "shrank",
    "revised",
    "gone",
    "plunged",
    "tumbled",
    "edged",
    "improved",
    "upgraded",
    "upgrade",
    "downgraded",
    "lifted",
    "lift",
    "boosted",
    "hiked",
    "trimmed",
    "slashed",
    "eased",
    "jump",
    "jumps",
    "climb",
    "climbs",
    "surge",
    "drops",
    "cuts",
    "lowers",
    "raises",
    "swelled",
    "dropping",
    "cutting",
    "raising",
    "lowering",
    "accelerated",
    "rebounded",
    "halved",
    "tripled",
];
