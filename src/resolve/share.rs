//! How much of what there is a figure counts: "12 of the 24", "another 3,000", "among the dead were four", "one of whom".
//!
//! A counted phrase knows; beside a bare figure the words tell. Used by [`super::claim`].

use crate::{
    claim::{Mention, Said, Share},
    rules::{Key, Rule},
    text::Document,
};
use std::ops::Range;

/// Words before a figure that set it on top of another.
const FURTHER: [&str; 4] = ["another", "further", "additional", "extra"];

/// Words behind a figure that do so.
const ON_TOP: [&str; 4] = ["more", "further", "additional", "extra"];

/// Words before a claim that make it one of another than was spoken of: "the other suspect is 15".
const OTHER: [&str; 4] = ["other", "another", "second", "third"];

/// How far from a claim "among the dead" may stand.
const AMONG_REACH: usize = 3;

/// The share that the figure of a mention is, which a reading of the tokens `claimed` took.
///
/// A rule that tells people apart has "others" for a population of their own, so its figures are further to none.
pub(super) fn share(
    document: &Document<'_>,
    mention: &Mention,
    claimed: &Range<usize>,
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
    let also = tells_people_apart && claimed.clone().any(|at| is_any(Some(at), &["also"]));
    if among || also {
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
