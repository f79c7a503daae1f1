//! Reads typed values in sentences: the nom grammars, one file per kind of value.
//!
//! Each larger grammar goes over an article by itself (`by_grammar`); one pass over each sentence's tokens then puts
//! together what they found. A token that no grammar can start at costs one test; at the others the longest reading
//! wins, and the pass goes on behind it: no two values share a token. Counted noun phrases and quotations lie over
//! values and are added afterwards.
//!
//! Next in the flow: [`crate::extract`] runs rules over the mentions, [`crate::resolve`] places them.

mod age;
mod age_told;
mod aged;
mod apposed;
mod bound;
mod by_grammar;
mod conversion;
mod currency;
mod figure;
mod figure_start;
mod group;
mod item;
mod lettered;
mod money;
mod money_words;
mod name;
mod number;
mod ordinal;
mod percent;
mod phrase;
mod pounds;
mod quantity;
mod quotation;
mod range;
mod ratio;
mod silence;
mod time;
mod unit;
mod vague;

use crate::{
    claim::{Mention, MentionKind, Said},
    rules::RuleBook,
    text::{Document, Token, TokenKind, Tokens, WordClass},
};
use by_grammar::ByGrammar;

/// What a grammar found at the first token it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    /// How many tokens it takes, at least one.
    tokens: usize,
    kind: MentionKind,
    said: Said,
}

/// What a grammar may look at besides the rest of its sentence.
#[derive(Debug, Clone, Copy)]
struct Setting<'a> {
    document: &'a Document<'a>,
    book: &'a RuleBook,
}

/// A grammar that reads a value at the first of the tokens that it is given, which run to the end of the sentence.
///
/// It may look ahead further than it takes, and behind with [`Tokens::behind`], by a bounded number of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grammar {
    Share,
    DecadeOfLife,
    Ordinal,
    Time,
    TimeOfSign,
    Figure,
    Name,
}

impl Grammar {
    fn read<'a>(self, tokens: Tokens<'a>, setting: &Setting<'a>) -> Option<Found> {
        match self {
            Self::Share => figure::share(tokens, setting),
            Self::DecadeOfLife => figure::decade_of_life(tokens, setting),
            Self::Ordinal => ordinal::read(tokens, setting),
            Self::Time => time::read(tokens, setting),
            Self::TimeOfSign => time::of_sign(tokens, setting),
            Self::Figure => figure::read(tokens, setting),
            Self::Name => name::read(tokens, setting),
        }
    }
}

/// A grammar and the words that it can start at.
struct Start {
    classes: WordClass,
    capitals: Capitals,
    grammar: Grammar,
}

/// Which further words with a capital letter a grammar can start at.
enum Capitals {
    None,
    /// Those of some classes.
    Of(WordClass),
    Any,
}

impl Start {
    /// A grammar for which a capital letter makes no difference.
    const fn of(classes: WordClass, grammar: Grammar) -> Self {
        Self { classes, capitals: Capitals::None, grammar }
    }

    #[inline]
    fn fits(&self, token: &Token) -> bool {
        token.is(self.classes)
            || token.is_capitalised()
                && match self.capitals {
                    Capitals::None => false,
                    Capitals::Of(classes) => token.is(classes),
                    Capitals::Any => true,
                }
    }
}

/// Every grammar that starts at words. Where two readings are equally long, the earlier one wins.
const OF_WORDS: &[Start] = &[
    Start::of(WordClass::CARDINAL, Grammar::Share),
    Start::of(WordClass::BOUND, Grammar::DecadeOfLife),
    Start::of(ordinal::STARTS, Grammar::Ordinal),
    Start::of(time::STARTS, Grammar::Time),
    Start {
        classes: figure::STARTS,
        capitals: Capitals::Of(figure::STARTS_IN_CAPITALS),
        grammar: Grammar::Figure,
    },
    Start { classes: name::STARTS, capitals: Capitals::Any, grammar: Grammar::Name },
];

/// The classes of which a word with a capital letter has one that can open anything but a name.
const BESIDE_NAMES: WordClass =
    time::STARTS.union(ordinal::STARTS).union(figure::STARTS).union(figure::STARTS_IN_CAPITALS);

/// Every grammar that starts at digits, likewise.
const OF_DIGITS: &[Grammar] = &[Grammar::DecadeOfLife, Grammar::Time, Grammar::Ordinal, Grammar::Figure];

/// Every grammar that starts at a sign or mark, likewise; grammars sort out which.
const OF_SIGNS: &[Grammar] = &[Grammar::TimeOfSign, Grammar::Figure];

/// The classes that any grammar starts at.
const STARTS: WordClass = time::STARTS.union(ordinal::STARTS).union(figure::STARTS).union(name::STARTS);

/// The closed words that the grammars dispatch on, for the lexicon.
#[must_use]
pub fn closed_words() -> Vec<&'static [(&'static str, WordClass)]> {
    [figure::words(), time::words(), name::words(), group::words()].concat()
}

/// About how many tokens of news have one value, all kinds together.
const TOKENS_OF_A_VALUE: usize = 5;

/// The typed values of a document, in order of place; of two that start together the longer comes first. Without the counted
/// noun phrases, which only rules ask for.
#[must_use]
pub fn values(document: &Document<'_>, book: &RuleBook) -> Vec<Mention> {
    let mut values = apart(document, &Setting { document, book });
    merge(&mut values, quotation::quotations(document));
    values
}

/// The same with the counted noun phrases: all that rules match.
#[must_use]
pub fn mentions(document: &Document<'_>, book: &RuleBook) -> Vec<Mention> {
    let setting = Setting { document, book };
    let mut mentions = apart(document, &setting);
    let mut over = group::groups(&mentions, &setting);
    over.extend(quotation::quotations(document));
    merge(&mut mentions, over);
    mentions
}

/// The values of a document that share no token.
fn apart(document: &Document<'_>, setting: &Setting<'_>) -> Vec<Mention> {
    let mut values = Vec::with_capacity(document.tokens.len() / TOKENS_OF_A_VALUE);
    let mut found = ByGrammar::of(document, setting);
    for (at, sentence) in document.sentences.iter().enumerate() {
        of_sentence(document.sentence_tokens(sentence), at, setting, &mut found, &mut values);
    }
    let strangers = name::stranger::strangers(document, &values);
    merge(&mut values, strangers);
    let again = name::again::again(document, &mut values);
    merge(&mut values, again);
    let introduced = name::introduced::introduced(document, &values);
    merge(&mut values, introduced);
    let aged = apposed::ages(document, &mut values);
    merge(&mut values, aged);
    values
}

/// Puts further mentions among the others, which are in order of place, where theirs is.
fn merge(mentions: &mut Vec<Mention>, mut further: Vec<Mention>) {
    if further.is_empty() {
        return;
    }
    let place = |mention: &Mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end));
    further.sort_by_key(place);
    let mut all = Vec::with_capacity(mentions.len() + further.len());
    let mut known = mentions.drain(..).peekable();
    for mention in further {
        while let Some(earlier) = known.next_if(|known| place(known) <= place(&mention)) {
            all.push(earlier);
        }
        all.push(mention);
    }
    all.extend(known);
    *mentions = all;
}

/// The numbers inside sums of money and ages, as mentions of their own: a reader who asks for numbers finds the 20 of
/// "$20". Rules never see them, so that no figure is counted twice.
#[must_use]
pub fn numbers_within(document: &Document<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let holds_number = |mention: &&Mention| matches!(mention.kind, MentionKind::Money | MentionKind::Age);
    mentions
        .iter()
        .filter(holds_number)
        .filter_map(|mention| figure::number_within(mention, document))
        .collect()
}

/// The organisations inside titles, as mentions of their own: the owner of "a Kremlin spokesman". Rules read it in the title.
#[must_use]
pub fn owners_within(document: &Document<'_>, mentions: &[Mention], book: &RuleBook) -> Vec<Mention> {
    mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Title)
        .filter_map(|title| name::owner_within(title, document, &book.gazetteer))
        .collect()
}

/// One pass over a sentence.
fn of_sentence<'a>(
    tokens: Tokens<'a>,
    sentence: usize,
    setting: &Setting<'a>,
    by_grammar: &mut ByGrammar,
    mentions: &mut Vec<Mention>,
) {
    let mut rest = tokens;
    while let Some(idle) = by_grammar.idle(rest) {
        rest = rest.skip(idle);
        let found = at_first(rest, setting, by_grammar);
        let Some(found) = found.filter(|found| !yields(rest, found, setting)) else {
            rest = rest.skip(1);
            continue;
        };
        let next = rest.skip(found.tokens.max(1));
        let stretch = rest.until(&next);
        mentions.push(Mention {
            kind: found.kind,
            span: stretch.span(),
            tokens: stretch.index()..stretch.end_index(),
            sentence,
            said: found.said,
        });
        rest = next;
    }
}

/// Whether any grammar can start at a token; most words cost no more than this.
#[inline]
fn can_start(token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.is(STARTS) || token.is_capitalised(),
        TokenKind::Number => true,
        TokenKind::Symbol => true,
        TokenKind::Punctuation => figure::starts_at(token),
        TokenKind::Clitic | TokenKind::Link => false,
    }
}

/// Whether a length of time behind an article gives way to what starts behind the article: "a 32-year-old",
/// "a second man".
fn yields<'a>(rest: Tokens<'a>, found: &Found, setting: &Setting<'a>) -> bool {
    if !matches!(found.kind, MentionKind::Duration | MentionKind::Time)
        || !(rest.first_is("a") || rest.first_is("an"))
    {
        return false;
    }
    let behind = rest.skip(1);
    if let Some(age) = figure::read(behind, setting).filter(|figure| figure.kind == MentionKind::Age) {
        return age.tokens + 1 > found.tokens;
    }
    found.tokens == 2 && behind.first_is("second") && ordinal::counts(behind.skip(1))
}

/// What starts at the first token: the longest reading of the grammars that are tried there.
fn at_first<'a>(rest: Tokens<'a>, setting: &Setting<'a>, by_grammar: &mut ByGrammar) -> Option<Found> {
    let order = if rest.first_kind(TokenKind::Number) { OF_DIGITS } else { IN_ORDER };
    let mut best: Option<Found> = None;
    for &grammar in order {
        if by_grammar.is_worth(grammar, rest.index())
            && let Some(found) = by_grammar.read(grammar, rest, setting)
            && best.as_ref().is_none_or(|best| found.tokens > best.tokens)
        {
            best = Some(found);
        }
    }
    best
}

/// All grammars in the order in which they are tried at words and signs.
const IN_ORDER: &[Grammar] = &[
    Grammar::Share,
    Grammar::DecadeOfLife,
    Grammar::Ordinal,
    Grammar::Time,
    Grammar::TimeOfSign,
    Grammar::Figure,
    Grammar::Name,
];

/// Hands on each grammar that is tried at a token at which any can start.
#[inline]
fn each_tried(token: &Token, mut tried: impl FnMut(Grammar)) {
    match token.kind {
        TokenKind::Word if !token.is(BESIDE_NAMES) => {
            if name::may_open(token) {
                tried(Grammar::Name);
            }
        }
        TokenKind::Word => {
            OF_WORDS.iter().filter(|start| start.fits(token)).for_each(|start| tried(start.grammar));
        }
        TokenKind::Number => OF_DIGITS.iter().copied().for_each(tried),
        TokenKind::Symbol | TokenKind::Punctuation => OF_SIGNS.iter().copied().for_each(tried),
        TokenKind::Clitic | TokenKind::Link => {}
    }
}
