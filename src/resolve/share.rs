//! How much of what there is a figure counts: "12 of the 24", "another 3,000", "among the dead were four", "one of whom", "250
//! million each", "in one attack", "the guard", "three were seriously hurt".
//!
//! A counted phrase knows; beside a bare figure the words tell. Used by [`super::claim`].

use super::event::SENTENCE_REACH;
use crate::{
    claim::{Mention, Reference, Said, Share, Unit},
    rules::{Key, Rule},
    text::{Document, Token, TokenKind, WordClass, WordSet},
};
use rust_decimal::Decimal;
use std::ops::Range;

/// Words before a figure that set it on top of another.
const FURTHER: [&str; 4] = ["another", "further", "additional", "extra"];

/// Words behind a figure that do so.
const ON_TOP: [&str; 4] = ["more", "further", "additional", "extra"];

/// Words before a claim that make it one of another than was spoken of: "the other suspect is 15".
const OTHER: [&str; 4] = ["other", "another", "second", "third"];

/// Words in a claim that pick the worst off: whom they leave out is counted by nobody, so that "nobody was seriously
/// hurt" where many were hurt, and "three were critically injured" where eight were injured.
static GRAVE: WordSet = WordSet::of(&[
    "seriously",
    "critically",
    "severely",
    "gravely",
    "badly",
    "critical",
    "serious",
    "severe",
    "grave",
]);

/// How far from a claim "among the dead" may stand.
const AMONG_REACH: usize = 3;

/// Words after "in" that pick one occurrence of several: "in one attack", "in another raid".
const PICKING_ONE: [&str; 2] = ["one", "another"];

/// How far behind "then" a figure may stand that comes on top.
const ADDED_REACH: usize = 4;

/// How many tokens what "in one" opens a sentence with may have.
const OPENING: usize = 7;

/// The share that the figure of a mention is, which a reading of the tokens `claimed` took in a sentence.
///
/// A rule that tells people apart has "others" for a population of their own, so its figures are further to none.
pub(super) fn share(
    document: &Document<'_>,
    mention: &Mention,
    claimed: &Range<usize>,
    sentence: &Range<usize>,
    rule: &Rule,
) -> Share {
    let further = |is_further| if is_further { Share::Further } else { Share::Whole };
    let is_any = |at: Option<usize>, words: &[&str]| {
        let token = at.and_then(|at| document.tokens.get(at));
        token.is_some_and(|token| words.iter().any(|word| document.spells(token, word)))
    };
    if claimed.start < mention.tokens.start && is_any(claimed.start.checked_sub(1), &OTHER) {
        return Share::Further;
    }
    // Rules that tell people apart count people: of things "also" says only that something else was done to others.
    let tells_people_apart = rule.requires(Key::Population);
    // "Among the dead were four"; but "among the 8,200 people" are all of them.
    let opens_among = |at: usize| {
        is_any(Some(at), &["among"])
            && is_any(Some(at + 1), &["the", "those", "them"])
            && !(at..=at + 2).contains(&mention.tokens.start)
    };
    let among = (claimed.start.saturating_sub(AMONG_REACH)..claimed.end + AMONG_REACH).any(opens_among);
    let from = claimed.start.saturating_sub(1).max(sentence.start);
    let also = tells_people_apart && (from..claimed.end).any(|at| is_any(Some(at), &["also"]));
    if is_of_one(document, sentence, claimed) {
        return Share::OfOne;
    }
    let is_grave = |token: &Token| GRAVE.holds(token, &document.source.text);
    let grave = tells_people_apart && document.tokens[claimed.clone()].iter().any(is_grave);
    if among || also || grave || is_known_person(mention) {
        return Share::Further;
    }
    // "The fund and the bank each put 250 million into it", "250 million each".
    let each = [claimed.start.checked_sub(1), Some(mention.tokens.end)];
    let shared_out = !is_measured(mention) && each.into_iter().any(|at| is_any(at, &["each"]));
    if shared_out || is_added_to(document, sentence, claimed) {
        return Share::Further;
    }
    // "Four died, including the gunman and a guard"; but the two children of "including two children" are all the children.
    let is_of_one_kind = matches!(&mention.said, Said::Group(group) if group.population.is_some());
    let whom = ["whom", "which"];
    let out_of_them = mention.tokens.clone().any(|at| is_any(Some(at), &whom))
        || is_any(Some(mention.tokens.end), &["of"]) && is_any(Some(mention.tokens.end + 1), &whom);
    let included = is_any(mention.tokens.start.checked_sub(1), &["including"]);
    if !is_of_one_kind && (out_of_them || included) {
        return Share::Further;
    }
    let may_be_further = !tells_people_apart;
    let comes_on_top = |at| is_any(Some(at), &ON_TOP) && !is_any(Some(at + 1), &["than"]);
    match &mention.said {
        Said::Group(group) => match group.out_of.as_ref().and_then(|whole| whole.bound.stated()) {
            Some(whole) => Share::Of(whole),
            // "The bodies of 12 more victims": these were counted before, whoever else is told of.
            None => further(group.others && (may_be_further || mention.tokens.clone().any(comes_on_top))),
        },
        Said::Count(_) => {
            let led = is_any(mention.tokens.start.checked_sub(1), &FURTHER);
            further(may_be_further && led || comes_on_top(mention.tokens.end))
        }
        Said::Time(_) | Said::Name(_) | Said::Quotation => Share::Whole,
    }
}

/// Whether a sentence opens with one occurrence of several, so that its figure is of that one: "In one attack, gunmen
/// killed eight", "In another, floods killed 12".
fn is_of_one(document: &Document<'_>, sentence: &Range<usize>, claimed: &Range<usize>) -> bool {
    let token = |by: usize| document.tokens.get(sentence.start + by);
    let spells = |by: usize, words: &[&str]| {
        token(by).is_some_and(|token| words.iter().any(|word| document.spells(token, word)))
    };
    let comma = (2..OPENING).find(|by| spells(*by, &[","]));
    let is_noun = |token: &Token| token.kind == TokenKind::Word && !token.is(WordClass::TIME_UNIT);
    spells(0, &["in"])
        && spells(1, &PICKING_ONE)
        && (comma == Some(2) || token(2).is_some_and(is_noun))
        && comma.is_some_and(|by| sentence.start + by < claimed.start)
}

/// Whether a phrase is of a single person whom the reader knows already or is told by name, of how many there are in
/// all it says nothing: "the guard was taken to hospital".
fn is_known_person(mention: &Mention) -> bool {
    let Said::Group(group) = &mention.said else { return false };
    let known = matches!(group.reference, Reference::Definite | Reference::Named);
    known && group.people && group.parts.is_empty() && group.count.bound.stated() == Some(Decimal::ONE)
}

/// Whether a figure is of a measure, which is as much of each as of one.
fn is_measured(mention: &Mention) -> bool {
    matches!(&mention.said, Said::Count(count) if !matches!(count.unit, Unit::None | Unit::Of(_) | Unit::Currency(_)))
}

/// Whether the sentence goes on with more of the same: "six shots, a pause, then another four".
fn is_added_to(document: &Document<'_>, sentence: &Range<usize>, claimed: &Range<usize>) -> bool {
    let end = sentence.end.min(claimed.end + SENTENCE_REACH);
    let rest = document.tokens.get(claimed.end..end).unwrap_or_default();
    let is = |token: &Token, words: &[&str]| words.iter().any(|word| document.spells(token, word));
    let Some(then) = rest.iter().position(|token| is(token, &["then", "followed"])) else { return false };
    let figure = |token: &Token| token.kind == TokenKind::Number || token.is(WordClass::CARDINAL);
    rest[then..]
        .windows(2)
        .take(ADDED_REACH)
        .any(|pair| is(&pair[0], &FURTHER) && figure(&pair[1]) || figure(&pair[0]) && is(&pair[1], &ON_TOP))
}
