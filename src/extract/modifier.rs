//! Words that add to a clause and that no author of a pattern can foresee: "was later arrested", "the bridge, which collapsed",
//! "the huge blaze", "police said the driver had fled".
//!
//! ```text
//! modifier  = adverb                          behind an auxiliary, or before a verb
//!           | "has" | "have" | "had"          before "been" and a past form, or before a past form; "had" in reported speech
//!           | "being"                         behind an auxiliary
//!           | [","] ("who" | "which" | "that")    behind a noun and before a verb
//!           | adjective                       before a noun
//!           | word "-" past form              before a noun: "Oslo-based"
//! ```
//!
//! The adverbs and adjectives are lists of the lexicon: `passed/adverb`, `passed/adjective`. Next in the flow: [`super::aside`] keeps
//! them beside what else may be passed over.

use super::field::Field;
use crate::{
    rules::{ClassId, RuleBook},
    text::{ShortList, Token, TokenKind, WordClass, WordId},
};

/// Auxiliaries between which and their verb an adverb may stand.
const AUXILIARIES: [&str; 14] = [
    "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "will", "would", "could", "may",
];

/// Auxiliaries of the perfect, the one last that tells of what was before, and in reported speech of what was.
const PERFECT: [&str; 3] = ["has", "have", "had"];

const RELATIVES: [&str; 3] = ["who", "which", "that"];

/// Past forms that tell of what was still to come.
const PLANNED: [&str; 8] =
    ["expected", "scheduled", "planned", "estimated", "forecast", "supposed", "intended", "needed"];

/// Parts of compounds that tell kinds apart: "non-fatal", "self-employed".
static TELLS_APART: ShortList<12> = ShortList::of([
    "non",
    "ex",
    "anti",
    "pro",
    "co",
    "vice",
    "semi",
    "self",
    "half",
    "un",
    "government",
    "state",
]);

/// How far behind a verb of saying the "had" of what was said may stand, in tokens.
const LONGEST_REPORT: usize = 40;

/// How far behind "one of" a relative pronoun may stand, in tokens.
const LONGEST_CHOICE: usize = 8;

/// Verbs, which no noun is.
const VERBAL: WordClass = WordClass::VERB.union(WordClass::PAST).union(WordClass::PRESENT);

/// The words that a book gives to what may be passed over: its lists, and the numbers of closed words.
#[derive(Debug)]
pub(super) struct Passed {
    adverb: Option<ClassId>,
    adjective: Option<ClassId>,
    place: Option<ClassId>,
    past: Option<ClassId>,
    /// The traces of the lists of adverbs and adjectives.
    lists: u64,
    auxiliaries: [WordId; 14],
    perfect: [WordId; 3],
    relatives: [WordId; 3],
    planned: [WordId; 8],
    been: WordId,
    being: WordId,
    of: WordId,
}

impl Passed {
    /// Finds the words in a book.
    pub fn of(book: &RuleBook) -> Self {
        let find = |name| book.classes.find(name);
        // What no rule and no grammar names has no number, and stands for no token.
        let number = |word: &str| match book.lexicon.look_up(word.as_bytes()).0 {
            WordId::UNKNOWN => WordId(u32::MAX),
            known => known,
        };
        let (adverb, adjective) = (find("passed/adverb"), find("passed/adjective"));
        Self {
            adverb,
            adjective,
            place: find("passed/place"),
            past: find("past"),
            lists: [adverb, adjective].into_iter().flatten().fold(0, |all, class| all | class.trace()),
            auxiliaries: AUXILIARIES.map(number),
            perfect: PERFECT.map(number),
            relatives: RELATIVES.map(number),
            planned: PLANNED.map(number),
            been: number("been"),
            being: number("being"),
            of: number("of"),
        }
    }

    /// Whether the word at a token is a common noun for a place.
    pub fn is_place(&self, field: &Field<'_>, at: usize) -> bool {
        length(field, self.place, at).is_some()
    }
}

/// The token behind the modifier that starts at a token, where one does.
#[inline]
pub(super) fn modifier(field: &Field<'_>, at: usize, token: &Token) -> Option<usize> {
    let passed = &field.passed;
    if token.kind != TokenKind::Word {
        let opens_relative = token.initial == b',' && is_one_of(field, at + 1, &passed.relatives);
        return (opens_relative && is_verb(field, at + 2) && is_noun(field, at - 1)).then_some(at + 2);
    }
    if field.book.classes.opened_by(token.word) & passed.lists != 0
        && let Some(end) = listed(field, at)
    {
        return Some(end);
    }
    let passes = if passed.perfect.contains(&token.word) {
        is_perfect(field, at, token)
    } else if token.word == passed.being {
        is_one_of(field, at - 1, &passed.auxiliaries) && is_past_form(field, at + 1)
    } else if passed.relatives.contains(&token.word) {
        is_verb(field, at + 1) && is_noun(field, at - 1) && !is_of_some(field, at)
    } else {
        return compound(field, at, token);
    };
    passes.then_some(at + 1)
}

/// The token behind an adverb or adjective of the lists.
fn listed(field: &Field<'_>, at: usize) -> Option<usize> {
    let passed = &field.passed;
    if let Some(length) = length(field, passed.adverb, at)
        && (is_one_of(field, at - 1, &passed.auxiliaries) || is_verb(field, at + length))
    {
        return Some(at + length);
    }
    let length = length(field, passed.adjective, at)?;
    (is_noun(field, at + length) && !is_denied(field, at)).then_some(at + length)
}

/// How many tokens an entry of a list takes at a token, the longest first.
fn length(field: &Field<'_>, class: Option<ClassId>, at: usize) -> Option<usize> {
    field.book.classes.at(class?, field.rest(at)).next().map(|(length, _)| length)
}

/// Whether an auxiliary of the perfect only moves the time of what happened.
fn is_perfect(field: &Field<'_>, at: usize, token: &Token) -> bool {
    let adverb = length(field, field.passed.adverb, at + 1).unwrap_or(0);
    let next = at + 1 + adverb;
    let verb = if is_one_of(field, next, &[field.passed.been]) {
        next + 1 + length(field, field.passed.adverb, next + 1).unwrap_or(0)
    } else {
        next
    };
    let reported = || {
        let first = at.saturating_sub(LONGEST_REPORT).max(field.tokens.start);
        let before = &field.document.tokens[first..at];
        before.iter().any(|token| token.is(WordClass::SPEECH))
    };
    is_past_form(field, verb)
        && !is_one_of(field, verb, &field.passed.planned)
        && (token.word != field.passed.perfect[2] || reported())
}

/// The token behind a compound with a past form that stands before a noun.
fn compound(field: &Field<'_>, at: usize, token: &Token) -> Option<usize> {
    let joined = field.token(at + 1).is_some_and(|mark| mark.glued && mark.initial == b'-');
    let ends = || field.token(at + 2).is_some_and(|last| last.glued) && is_past_form(field, at + 2);
    (joined && ends() && !TELLS_APART.has(token, field.document) && is_noun(field, at + 3)).then_some(at + 3)
}

/// Whether what stands before a relative pronoun picks a few of several, of whom the pronoun tells: "one of the two men who fled".
fn is_of_some(field: &Field<'_>, at: usize) -> bool {
    const COUNTS: WordClass = WordClass::CARDINAL.union(WordClass::FIGURE).union(WordClass::VAGUE);
    let first = at.saturating_sub(LONGEST_CHOICE).max(field.tokens.start);
    let picks = |of: usize| {
        is_one_of(field, of, &[field.passed.of]) && field.token(of - 1).is_some_and(|few| few.is(COUNTS))
    };
    (first + 1..at).any(picks)
}

/// Whether what stands before an adjective denies the noun with it alone: "no serious injuries".
fn is_denied(field: &Field<'_>, at: usize) -> bool {
    field.token(at - 1).is_some_and(|token| token.is(WordClass::NEGATION))
}

/// Whether the word at a token could be a past form of a verb that says what happened.
fn is_past_form(field: &Field<'_>, at: usize) -> bool {
    field.token(at).is_some_and(|token| {
        let text = field.text(token);
        token.kind == TokenKind::Word
            && (token.is(WordClass::PAST)
                || text.len() > 3 && text.ends_with("ed")
                || field.passed.past.is_some_and(|past| field.book.classes.holds(past, token.word)))
    })
}

/// Whether a verb or an auxiliary stands at a token.
fn is_verb(field: &Field<'_>, at: usize) -> bool {
    const FINITE: WordClass = VERBAL.union(WordClass::FUTURE).union(WordClass::POSSIBLE);
    field.token(at).is_some_and(|token| token.is(FINITE)) || is_past_form(field, at)
}

/// Whether a word that could be a noun stands at a token.
fn is_noun(field: &Field<'_>, at: usize) -> bool {
    const NO_NOUN: WordClass = VERBAL
        .union(WordClass::FUNCTION)
        .union(WordClass::PREPOSITION)
        .union(WordClass::PRONOUN)
        .union(WordClass::DETERMINER)
        .union(WordClass::SPEECH);
    field.token(at).is_some_and(|token| token.kind == TokenKind::Word && !token.is(NO_NOUN))
}

/// Whether one of some words stands at a token.
fn is_one_of(field: &Field<'_>, at: usize, words: &[WordId]) -> bool {
    field.token(at).is_some_and(|token| words.contains(&token.word))
}
