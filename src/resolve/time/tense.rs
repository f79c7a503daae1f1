//! Which way the words around a time point: back, ahead, or nowhere.
//!
//! The nearest verb form before the time decides, else the nearest one behind it; both only inside the sentence and
//! within a bounded number of tokens.

use crate::{
    claim::Edge,
    text::{Case, Document, Shapes, TokenKind, Tokens, WordClass, WordSet},
};
use std::ops::Range;

/// Which way a time without a stated year or week lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// Back.
    Past,
    /// Ahead.
    Future,
    /// The words do not say.
    Open,
    /// The words say that it can be either: the nearer one is meant.
    Either,
}

/// How many tokens before a time are looked at.
const REACH: usize = 16;

/// How many tokens behind a time are looked at.
const BEHIND: usize = 6;

/// The same where the time heads its sentence: the verb comes behind all that is set between.
const BEHIND_HEAD: usize = 28;

const FUTURE: &[&str] = &[
    "will",
    "'ll",
    "shall",
    "won't",
    "going",
    "expected",
    "expects",
    "expect",
    "scheduled",
    "due",
    "planned",
    "plans",
    "plan",
    "planning",
    "upcoming",
    "slated",
    "tomorrow",
    "hopes",
    "intends",
    "would",
    "may",
    "might",
    "pending",
    "payable",
    "effective",
    "expires",
    "expire",
    "begins",
    "ends",
    "starts",
    "should",
    "must",
    "vows",
    "promises",
    "aims",
    "deadline",
];

const PAST: &[&str] = &[
    "was",
    "were",
    "had",
    "did",
    "said",
    "told",
    "been",
    "came",
    "went",
    "took",
    "made",
    "began",
    "saw",
    "got",
    "gave",
    "left",
    "won",
    "lost",
    "held",
    "met",
    "found",
    "fell",
    "rose",
    "led",
    "hit",
    "became",
    "thought",
    "felt",
    "kept",
    "sent",
    "built",
    "paid",
    "sold",
    "bought",
    "brought",
    "broke",
    "spoke",
    "wrote",
    "died",
    "struck",
    "shot",
    "fought",
    "grew",
    "drew",
    "ran",
    "put",
    "stood",
    "sought",
    "caught",
    "taught",
    "ended",
    "since",
    "ago",
    "last",
    "flew",
    "drove",
    "agreed",
    "freed",
    "guaranteed",
    "woke",
    "knew",
    "spent",
    "shut",
];

static FIXED_SET: WordSet = WordSet::of(FIXED);
static FUTURE_SET: WordSet = WordSet::of(FUTURE);
static PAST_SET: WordSet = WordSet::of(PAST);

/// The shapes of all words that show a tense by themselves or keep one from being shown.
static SHAPES: Shapes = Shapes::NONE
    .with_all(FIXED)
    .with_all(FUTURE)
    .with_all(PAST)
    .with_all(&["now", "by", "ending", "until", "till", "through", "as", "set", "next", "last", "to"]);

/// What may stand between an article and a participle that is an adjective.
const ADVERBS: &[&str] =
    &["still", "long", "yet", "newly", "recently", "previously", "originally", "jointly"];

/// Participles that tell of a plan.
const PLANS: &[&str] = &["due", "scheduled", "expected", "supposed", "set", "planned"];

/// How many tokens before a month between its article and its noun are looked at.
const ATTRIBUTIVE_REACH: usize = 3;

/// How many tokens a month has with its part: "late", a hyphen, and the month.
const MONTH_WITH_PART: usize = 3;

/// How near a verb of what is fixed stands to its time.
const FIXED_REACH: usize = 4;

/// Verbs of what is fixed: "they meet Monday" lies ahead.
const FIXED: &[&str] = &[
    "meet", "meets", "opens", "resumes", "reopens", "departs", "arrives", "votes", "leaves", "travels",
    "visits", "hosts", "convenes", "returns", "comes", "takes", "enters", "closes", "launches", "goes",
];

/// The forms of "be" before a participle.
const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];

/// Verbs that a participle stands behind as what somebody is or has been made.
const LINKS: &[&str] = &["be", "been", "have", "stay", "remain", "keep", "get", "become", "go", "stand"];

/// Words that a participle behind such a verb is to come by; with "have" all but the firm ones speak of what may have been.
const FIRM_AUXILIARIES: &[&str] = &["will", "'ll", "shall", "won't"];
const AUXILIARIES: &[&str] = &["would", "may", "might", "should", "must"];

/// How far before a participle its auxiliary is looked for.
const GOVERNED_REACH: usize = 6;

/// How far before "to" the word stands that singles out who did it.
const SINGLED: usize = 6;

/// Verbs whose "to" says what came of it, and not what is meant to come.
const LED_TO: &[&str] = &[
    "came",
    "rallied",
    "fought",
    "went",
    "rose",
    "recovered",
    "battled",
    "held",
    "hung",
    "bounced",
    "grew",
    "lived",
    "survived",
    "managed",
    "failed",
    "helped",
    "combined",
    "climbed",
    "cruised",
    "stormed",
    "edged",
    "proved",
    "turned",
];

/// What follows "to" without an article and is no verb: "shot to death", "returned to work".
const STATES: &[&str] = &[
    "death", "work", "school", "court", "trial", "power", "office", "jail", "prison", "hospital", "safety",
    "justice", "life", "church", "class", "war", "term", "date", "mind", "part", "town", "bed", "sea",
];

/// Which way the words around a time point.
pub(super) fn around(
    document: &Document<'_>,
    sentence: &Range<usize>,
    time: &Range<usize>,
    edge: Option<Edge>,
) -> Tense {
    let tokens = document.stretch(sentence.clone());
    let owned = document.tokens.get(time.end).is_some_and(|next| next.kind == TokenKind::Clitic);
    if owned {
        return Tense::Open;
    }
    // "under a June agreement": what stands before the noun and its article tells of something else.
    let reach = if is_attributive(document, time) { ATTRIBUTIVE_REACH } else { REACH };
    let before = (sentence.start.max(time.start.saturating_sub(reach))..time.start).rev();
    for (far, at) in before.enumerate() {
        if tokens.text_of(&document.tokens[at]) == ";" {
            break;
        }
        if let Some(tense) = of_token(&tokens, document, at, far) {
            return if is_called_off(&tokens, document, at, time) { Tense::Either } else { tense };
        }
    }
    if matches!(edge, Some(Edge::Since)) {
        return Tense::Past;
    }
    let heads = time.start <= sentence.start + 1 && is_one_of(&tokens, document, time.end, &[","]);
    let reach = if heads { BEHIND_HEAD } else { BEHIND };
    for (far, at) in (time.end..sentence.end.min(time.end + reach)).enumerate() {
        if tokens.text_of(&document.tokens[at]) == ";" {
            break;
        }
        // "met on Friday to discuss": what follows is why, not when; "from May through July" goes on to the other end.
        let further = far == 0 && is_one_of(&tokens, document, at, &["through", "until", "till"]);
        if further || tokens.text_of(&document.tokens[at]).eq_ignore_ascii_case("to") {
            continue;
        }
        if let Some(tense) = of_token(&tokens, document, at, far) {
            return tense;
        }
    }
    Tense::Open
}

/// How many words stand between a past verb and its time at most: "sold the old house in December".
const TOLD_REACH: usize = 4;

/// Whether a past verb tells what was done at the time, with no more than an object between: "died on New Year's Eve" is over, however
/// near the next one is.
pub(super) fn is_told(document: &Document<'_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let tokens = document.stretch(sentence.clone());
    let Some(before) = time.start.checked_sub(1).filter(|at| *at >= sentence.start) else { return false };
    let led = is_one_of(&tokens, document, before, &["on", "in", "at", "during"]);
    let nearest = if led { before } else { time.start };
    let reach = if led { TOLD_REACH + 1 } else { 1 };
    let first = sentence.start.max(nearest.saturating_sub(reach));
    for at in (first..nearest).rev() {
        if let Some(tense) = of_token(&tokens, document, at, nearest - at) {
            let is = |words: &[&str]| is_one_of(&tokens, document, at, words);
            return tense == Tense::Past && !is(PLANS) && !is(&["last", "since", "ago"]);
        }
        let token = &document.tokens[at];
        if token.kind != TokenKind::Word || token.is(WordClass::PREPOSITION) {
            return false;
        }
    }
    false
}

/// Whether a firm word for what is to come governs a time, such as "will" and "is due"; "would" tells of habits and of what was
/// said as well.
pub(super) fn is_promised(document: &Document<'_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    const FIRM: &[&str] = &[
        "will",
        "'ll",
        "shall",
        "won't",
        "should",
        "must",
        "expected",
        "scheduled",
        "due",
        "slated",
        "planned",
    ];
    let tokens = document.stretch(sentence.clone());
    let before = (sentence.start.max(time.start.saturating_sub(REACH))..time.start).rev();
    for (far, at) in before.enumerate() {
        if of_token(&tokens, document, at, far).is_some() {
            return is_one_of(&tokens, document, at, FIRM);
        }
    }
    false
}

/// Whether something planned for a time was no plan any more: "a service planned for Saturday was called off". It may lie
/// on either side of now.
fn is_called_off(tokens: &Tokens<'_>, document: &Document<'_>, plan: usize, time: &Range<usize>) -> bool {
    is_one_of(tokens, document, plan, PLANS)
        && plan + 1 < time.start
        && is_one_of(tokens, document, time.start - 1, &["for", "on"])
        && !(plan > 0 && is_one_of(tokens, document, plan - 1, BE))
        && (time.end..time.end + BEHIND).any(|at| is_one_of(tokens, document, at, &["was", "were"]))
}

/// Whether a time belongs to a noun: a month between an article and a noun, a date behind "of".
fn is_attributive(document: &Document<'_>, time: &Range<usize>) -> bool {
    // "punishment for the massacre of 16 November", but "shut ahead of the weekend"
    let spelled = |back: usize, word: &str| {
        time.start
            .checked_sub(back)
            .is_some_and(|at| document.text(document.tokens[at].span).eq_ignore_ascii_case(word))
    };
    if spelled(1, "of") && !spelled(2, "ahead") {
        return true;
    }
    let article = time.start.checked_sub(1).is_some_and(|at| document.tokens[at].is(WordClass::DETERMINER));
    let noun = document.tokens.get(time.end).is_some_and(|next| {
        next.kind == TokenKind::Word
            && next.case == Case::Lower
            && !next.is(WordClass::PREPOSITION
                | WordClass::FUNCTION
                | WordClass::VERB
                | WordClass::PAST
                | WordClass::PRESENT)
    });
    // "the late-November trip"
    let month = document.tokens[time.end - 1].is(WordClass::MONTH);
    article && noun && month && time.len() <= MONTH_WITH_PART
}

/// The tense that one token shows.
pub(super) fn of_token(tokens: &Tokens<'_>, document: &Document<'_>, at: usize, far: usize) -> Option<Tense> {
    let token = &document.tokens[at];
    if !matches!(token.kind, TokenKind::Word | TokenKind::Clitic) {
        return None;
    }
    // Most words show by their ending at best.
    if !SHAPES.admit_token(token) && !token.is(WordClass::WEEKDAY | WordClass::MONTH | WordClass::PAST) {
        return of_ending(tokens, document, at);
    }
    let word = tokens.text_of(token);
    let is = |words: &[&str]| words.iter().any(|known| tokens.spells(token, known));
    // "between now and Friday"
    if far <= 1 && tokens.spells(token, "now") {
        return Some(Tense::Future);
    }
    // "by" only where it touches the time; "had reported by Friday" looks back.
    if tokens.spells(token, "by") || tokens.spells(token, "ending") {
        let back = had_before(tokens, document, at) || was_done(tokens, document, at);
        return (far == 0).then_some(if back { Tense::Past } else { Tense::Future });
    }
    // "until Friday" and "as early as Friday" look ahead, but at the head of a sentence.
    if far == 0 && is(&["until", "till", "through", "as"]) && tokens.index() + 1 < at {
        return Some(Tense::Future);
    }
    // "is set to": "set" alone is as often past.
    if tokens.spells(token, "set") {
        let plan = document.tokens.get(at + 1).is_some_and(|next| tokens.spells(next, "to"))
            || at > 0 && ["is", "are"].iter().any(|be| tokens.spells(&document.tokens[at - 1], be));
        return plan.then_some(Tense::Future);
    }
    let led = at > 0
        && document.tokens[at - 1].is(WordClass::DETERMINER | WordClass::ADJECTIVE | WordClass::FUTURE);
    // "an athletics meet Monday"
    let is_noun = word == "meet" && at > 1 && is_one_of(tokens, document, at - 2, &["a", "an"]);
    if far < FIXED_REACH
        && !led
        && !is_noun
        && FIXED_SET.holds(token, tokens.source())
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
    {
        return Some(Tense::Future);
    }
    if is(&["next", "last"]) || token.is(WordClass::WEEKDAY | WordClass::MONTH) {
        return None;
    }
    if FUTURE_SET.holds(token, tokens.source()) {
        // "as planned", "the previously scheduled": how, not when.
        let plain =
            is(PLANS) && at > 0 && is_one_of(tokens, document, at - 1, &["as", "previously", "originally"]);
        // "announced the plan Friday", "vacation plans for the trip", "the hastily planned trip"; "plans for Friday" lean ahead.
        let aim = far > 2 && is_one_of(tokens, document, at + 1, &["for"]);
        let noun = is(&["plan", "plans"]) && (led || aim);
        let attributive = is(PLANS)
            && at > 1
            && document.tokens[at - 2].is(WordClass::DETERMINER)
            && tokens.text_of(&document.tokens[at - 1]).ends_with("ly");
        if plain || noun || attributive {
            return None;
        }
        // "was expected", "would have": the past of a plan is read as a plan all the same; "had been due" is over.
        let over = had_been(tokens, document, at) || past_plan(tokens, document, at);
        return Some(if over { Tense::Past } else { Tense::Future });
    }
    if token.is(WordClass::PAST) || PAST_SET.holds(token, tokens.source()) {
        return (!is_governed(tokens, document, at)).then_some(Tense::Past);
    }
    if tokens.spells(token, "to") {
        let verb = document.tokens.get(at + 1).is_some_and(|next| {
            next.kind == TokenKind::Word
                && !next.is_capitalised()
                && !STATES.contains(&tokens.text_of(next))
                && !next.is(WordClass::DETERMINER
                    | WordClass::CARDINAL
                    | WordClass::TIME_CUE
                    | WordClass::HOLIDAY
                    | WordClass::PRONOUN)
                && !tokens.text_of(next).ends_with("ing")
        });
        if past_plan(tokens, document, at + 1) {
            return Some(Tense::Past);
        }
        // "came from behind to win", "survived to score": the end of what is told.
        let from = at.saturating_sub(SINGLED);
        if (from..at).any(|at| is_one_of(tokens, document, at, LED_TO)) {
            return Some(Tense::Past);
        }
        // "the first to land", "the only man to escape" tell what happened.
        if (at.saturating_sub(SINGLED)..at)
            .any(|at| is_one_of(tokens, document, at, &["first", "last", "only"]))
        {
            return None;
        }
        return (verb && far < 8).then_some(Tense::Future);
    }
    of_ending(tokens, document, at)
}

/// The tense that the ending of a token shows.
fn of_ending(tokens: &Tokens<'_>, document: &Document<'_>, at: usize) -> Option<Tense> {
    let word = tokens.text_of(&document.tokens[at]);
    let done = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    if !done || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    // "a scheduled visit", "a still unspecified date": an adjective.
    let article = |at: usize| {
        document.tokens[at].is(WordClass::DETERMINER)
            && !is_one_of(tokens, document, at, &["that", "this", "all"])
    };
    let attributive = at > 0
        && (article(at - 1) || at > 1 && article(at - 2) && is_one_of(tokens, document, at - 1, ADVERBS));
    (!attributive && !is_governed(tokens, document, at)).then_some(Tense::Past)
}

/// Whether a participle leaves the tense to the words before it: "will be held", "is to be freed", "will stay closed", "is due to remain
/// shut", "will have left".
fn is_governed(tokens: &Tokens<'_>, document: &Document<'_>, participle: usize) -> bool {
    let is = |at: usize, words: &[&str]| is_one_of(tokens, document, at, words);
    if participle > 0 && is(participle - 1, &["be"]) {
        return true;
    }
    let is_passed_over = |at: usize| {
        is(at, LINKS)
            || is(at, ADVERBS)
            || is(at, &["not"])
            || tokens.text_of(&document.tokens[at]).ends_with("ly")
    };
    let first = participle.saturating_sub(GOVERNED_REACH).max(tokens.index());
    let Some(auxiliary) = (first..participle).rev().find(|at| !is_passed_over(*at)) else { return false };
    let has = |words: &[&str]| (auxiliary + 1..participle).any(|at| is(at, words));
    let (is_firm, is_open) = (is(auxiliary, FIRM_AUXILIARIES), is(auxiliary, AUXILIARIES));
    // "will shut", "must put": a verb whose past is written as its infinitive.
    if !has(LINKS) {
        return is_firm || is_open;
    }
    let is_plan =
        |at: usize| is(at, PLANS) || is(at, &["going", "is", "are", "expects", "plans", "hopes", "intends"]);
    is_firm || is_open && !has(&["have"]) || is(auxiliary, &["to"]) && auxiliary > 0 && is_plan(auxiliary - 1)
}

fn is_one_of(tokens: &Tokens<'_>, document: &Document<'_>, at: usize, words: &[&str]) -> bool {
    document.tokens.get(at).is_some_and(|token| words.iter().any(|word| tokens.spells(token, word)))
}

/// Whether "had been" stands before a plan: "had been due", "had previously been scheduled".
fn had_been(tokens: &Tokens<'_>, document: &Document<'_>, at: usize) -> bool {
    at >= 2
        && is_one_of(tokens, document, at - 1, &["been"])
        && (at.saturating_sub(4)..at - 1).any(|at| is_one_of(tokens, document, at, &["had"]))
}

/// Whether a verb is what "had been due to" happen.
fn past_plan(tokens: &Tokens<'_>, document: &Document<'_>, verb: usize) -> bool {
    verb >= 2
        && is_one_of(tokens, document, verb - 1, &["to"])
        && is_one_of(tokens, document, verb - 2, PLANS)
        && had_been(tokens, document, verb - 2)
}

/// Whether a passive of the past stands right before: "was extinguished by 6:40 a.m."
fn was_done(tokens: &Tokens<'_>, document: &Document<'_>, at: usize) -> bool {
    let participle = |at: usize| tokens.text_of(&document.tokens[at]).ends_with("ed");
    at >= 2
        && participle(at - 1)
        && (at.saturating_sub(4)..at - 1).any(|at| is_one_of(tokens, document, at, &["was", "were"]))
        && !is_one_of(tokens, document, at - 1, PLANS)
}

/// Whether the words before speak of what had happened.
fn had_before(tokens: &Tokens<'_>, document: &Document<'_>, at: usize) -> bool {
    (tokens.index().max(at.saturating_sub(BEHIND * 2))..at)
        .any(|at| is_one_of(tokens, document, at, &["had"]))
}
