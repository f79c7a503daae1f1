//! Where a document's words signal something about the claims near them, found in one pass: each claim then asks by place.

use crate::{
    rules::{ClassId, RuleBook},
    text::{Document, Shapes, Token},
};
use std::ops::Range;

/// Words that set an event beside earlier ones.
const LOOKING_BACK: [&str; 8] =
    ["previously", "previous", "similar", "deadliest", "worst", "separate", "separately", "unrelated"];

/// Their shapes, and that of "earlier".
static SHAPES: Shapes = Shapes::NONE.with_all(&LOOKING_BACK).with("earlier");

/// What the same event was told of in before: "the previous toll" is an older figure of it.
const EARLIER_WORDS: [&str; 10] =
    ["report", "reports", "toll", "figure", "count", "estimate", "tally", "bulletin", "statement", "update"];

/// What "earlier this" dates when it is another time than the story's; earlier this week it may be the same.
const OTHER_TIMES: [&str; 4] = ["month", "year", "season", "decade"];

/// The signs of a document.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// Words for what holds no longer: "first reported".
    pub superseded: Entries,
    /// Words that limit a figure: "so far".
    pub limits: Entries,
    /// The tokens that set an event beside earlier ones, in order.
    looking_back: Vec<usize>,
}

impl Signs {
    /// Finds the signs of a document.
    pub(super) fn of(document: &Document<'_>, book: &RuleBook) -> Self {
        let (superseded, limits) = (book.classes.find("superseded"), book.classes.find("limit"));
        let traces = [superseded, limits].into_iter().flatten().fold(0, |all, class| all | class.trace());
        let mut signs = Self::default();
        for (at, token) in document.tokens.iter().enumerate() {
            if SHAPES.admit_token(token) && (looks_back(document, at) || is_earlier(document, at)) {
                signs.looking_back.push(at);
            }
            if book.classes.opened_by(token.word) & traces != 0 {
                let rest = &document.tokens[at..];
                signs.superseded.add(superseded, at, rest, book);
                signs.limits.add(limits, at, rest, book);
            }
        }
        signs
    }

    /// The tokens of `range` that set an event beside earlier ones.
    pub(super) fn looking_back(&self, range: &Range<usize>) -> &[usize] {
        let first = self.looking_back.partition_point(|at| *at < range.start);
        let behind = self.looking_back.partition_point(|at| *at < range.end);
        &self.looking_back[first..behind.max(first)]
    }
}

/// Words for the worst of a kind, which are said of an event itself as well as of the one before it.
const SUPERLATIVES: [&str; 2] = ["deadliest", "worst"];

/// What follows "worst" where it tells of places or people of the same event: "the town worst hit".
const STRICKEN: [&str; 8] = ["hit", "affected", "damaged", "injured", "hurt", "wounded", "stricken", "-"];

/// Whether the word at a token is one for the worst of a kind.
pub(super) fn is_superlative(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| SUPERLATIVES.iter().any(|word| document.spells(token, word)))
}

/// Whether a word at a token sets an event beside earlier ones.
fn looks_back(document: &Document<'_>, at: usize) -> bool {
    let is_any = |at: usize, words: &[&str]| {
        document.tokens.get(at).is_some_and(|token| words.iter().any(|word| document.spells(token, word)))
    };
    is_any(at, &LOOKING_BACK)
        && !is_any(at + 1, &EARLIER_WORDS)
        && !(is_superlative(document, at) && is_any(at + 1, &STRICKEN))
}

/// Whether "earlier this year" stands at a token, or the like.
fn is_earlier(document: &Document<'_>, at: usize) -> bool {
    let word =
        |at: usize, word: &str| document.tokens.get(at).is_some_and(|token| document.spells(token, word));
    word(at, "earlier") && word(at + 1, "this") && OTHER_TIMES.iter().any(|one| word(at + 2, one))
}

/// Where entries of one class of the lexicon stand: their first token and the token behind them, by place, and of those
/// that start together the longest first.
#[derive(Debug, Default)]
pub(super) struct Entries(Vec<(usize, usize)>);

impl Entries {
    fn add(&mut self, class: Option<ClassId>, at: usize, rest: &[Token], book: &RuleBook) {
        let Some(class) = class.filter(|class| book.classes.may_open(*class, rest[0].word)) else { return };
        for (length, _) in book.classes.at(class, rest) {
            self.0.push((at, at + length));
        }
    }

    fn starting(&self, range: Range<usize>) -> &[(usize, usize)] {
        let first = self.0.partition_point(|(at, _)| *at < range.start);
        let behind = self.0.partition_point(|(at, _)| *at < range.end);
        &self.0[first..behind.max(first)]
    }

    /// Whether an entry starts within `range` and ends before `end`.
    pub(super) fn any(&self, range: Range<usize>, end: usize) -> bool {
        self.starting(range).iter().any(|(_, behind)| *behind <= end)
    }

    /// The longest entry at each token of `range` that ends before `end`.
    pub(super) fn longest(&self, range: Range<usize>, end: usize) -> impl Iterator<Item = Range<usize>> {
        let mut last = None;
        self.starting(range)
            .iter()
            .filter(move |(_, behind)| *behind <= end)
            .filter_map(move |&(at, behind)| (last.replace(at) != Some(at)).then_some(at..behind))
    }
}
