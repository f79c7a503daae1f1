//! Counted noun phrases, which lie over the figures in them.
//!
//! ```text
//! group = nobody | list tail?
//! list  = part (aside? joint (part | oneself))*      people only; the figures are summed, the parts kept; names that say who a
//!                                             part is are no parts
//! joint = "," | ","? ("and" | "&" | "plus" | "then" | "as" "well" "as")
//!                                             commas alone join only in headlines ("Man, child killed") and in lists
//!                                             that end in "and"
//! aside = dash+ word{1,12} dash+ | "(" word{1,12} ")"    before "and" alone: "six men -- four guards and two cooks -- and a boy"
//! tail  = "of the village" ...                of people, before a verb; such a group is read without and with it
//! ```
//!
//! The forms of a part stand in [`forms`], "there were nine of them" in [`them`]. Figures and names are read already;
//! this pass lies over them and reads no figure itself. Which noun of the words is the head is for [`head`], its
//! singular for [`noun`]. What happened to the people is for rules.

mod forms;
mod head;
mod noun;
mod part;
mod sum;
mod them;
mod words;

pub(super) use noun::is_plural;

use super::{
    Setting,
    phrase::{self, Read, mark, no, one_of, phrase, take, word},
};
use crate::{
    claim::{Bound, Group, GroupPart, Mention, MentionKind, Reference, Said},
    text::{BlockKind, Tokens, WordClass},
};
use nom::{Parser, branch::alt, combinator::opt, sequence::preceded};
use part::{Part, Scene};
use rust_decimal::Decimal;

/// The most parts of one list.
const MOST_PARTS: usize = 12;

/// About how many tokens of news have one group.
const TOKENS_OF_A_GROUP: usize = 12;

/// The words that group grammars dispatch on.
pub(super) const fn words() -> &'static [&'static [(&'static str, WordClass)]] {
    words::TABLES
}

/// The counted noun phrases of a document; `values` are its other mentions, in order.
pub(super) fn groups(values: &[Mention], setting: &Setting<'_>) -> Vec<Mention> {
    let document = setting.document;
    let mut groups = Vec::with_capacity(document.tokens.len() / TOKENS_OF_A_GROUP);
    let mut from = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        let to = from + values[from..].iter().take_while(|value| value.sentence == at).count();
        let headline = document.kind_of(sentence) == BlockKind::Headline;
        let scene = Scene { values: &values[from..to], headline, book: setting.book };
        from = to;
        let first = groups.len();
        of_sentence(document.sentence_tokens(sentence), at, &scene, setting, &mut groups);
        inherit(document.sentence_tokens(sentence), &mut groups[first..]);
    }
    groups
}

fn of_sentence(
    tokens: Tokens<'_>,
    sentence: usize,
    scene: &Scene<'_>,
    setting: &Setting<'_>,
    groups: &mut Vec<Mention>,
) {
    let mut rest = tokens;
    let mut values = scene.values;
    while let Some(token) = rest.first() {
        while let [value, further @ ..] = values
            && value.tokens.start < rest.index()
        {
            values = further;
        }
        let value = values.first().filter(|value| value.tokens.start == rest.index()).map(|value| value.kind);
        if !forms::may_open(token, value) {
            rest = rest.skip(1);
            continue;
        }
        if token.is(WordClass::CARDINAL) || value == Some(MentionKind::Number) {
            if let Some((length, group)) = them::them(rest, sentence, scene, setting.document) {
                let next = rest.skip(length);
                groups.push(mention(group, rest.until(&next), sentence));
                rest = next;
                continue;
            }
            if let Ok((next, some)) = forms::some(rest, scene) {
                let stretch = rest.until(&next);
                groups.push(mention(some.group(stretch, scene), stretch, sentence));
            }
        }
        let Ok((next, parts)) = list(rest, scene) else {
            rest = rest.skip(1);
            continue;
        };
        push(rest.until(&next), &parts, sentence, scene, groups);
        if parts.iter().all(|part| part.people)
            && let Ok((behind, ())) = head::tail(next)
        {
            with_tail(rest, &next, &behind, groups);
        }
        rest = next;
    }
}

/// group = nobody | list; list = part (aside? joint (part | oneself))*
fn list<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, Vec<Part>> {
    let part = |input| forms::part(input, scene);
    let (mut rest, first) = alt((forms::nobody, part)).parse(input)?;
    let mut parts = vec![first];
    // Parts behind commas count only once "and" closes the list, or where a headline leaves it out.
    let mut open = Vec::new();
    let mut at = rest;
    while parts.len() + open.len() < MOST_PARTS && parts[0].can_join() {
        let joined = |rest| (joint, alt((part, forms::oneself))).parse(rest);
        let behind_aside = |rest| preceded(aside, (and, alt((part, forms::oneself)))).parse(rest);
        let Ok((next, (closes, further))) = joined(at).or_else(|_| behind_aside(at)) else { break };
        let pair = parts.len() + open.len() == 1;
        if !further.can_join() || pair && is_next_clause(&parts[0], &further, input, at, next) {
            break;
        }
        open.push(further);
        at = next;
        if closes {
            parts.append(&mut open);
            rest = at;
        }
    }
    if scene.headline && !open.is_empty() && open.iter().all(Part::is_bare) {
        parts.append(&mut open);
        rest = at;
    }
    Ok((rest, sum::without_appositions(parts, input)))
}

/// Whether the people behind ", and" are whom the next clause is about: a definite person ("140 passengers, and the captain was
/// arrested"), one behind several with a verb for one ("two others, and a boy is missing"), or those behind an aside ("two
/// died, including the gunman, and six were hurt").
fn is_next_clause(
    first: &Part,
    further: &Part,
    list: Tokens<'_>,
    joint: Tokens<'_>,
    behind: Tokens<'_>,
) -> bool {
    const OF_ONE: &[&str] = &["is", "was", "has", "remains"];
    if !joint.first_is(",") {
        return false;
    }
    let definite = first.reference == Reference::Counted && further.reference == Reference::Definite;
    let one = further.bound == Bound::Exactly(Decimal::ONE) && behind.first_among(OF_ONE);
    let aside = list.behind(1).is_some_and(|before| list.spells(before, "including"));
    definite || one || aside && behind.first_in(WordClass::VERB)
}

/// joint = "," | ","? ("and" | "&" | "plus" | "then" | "as" "well" "as"); answers whether it closes a list
fn joint<'a>(input: Tokens<'a>) -> Read<'a, bool> {
    // Most parts stand alone: what is behind them joins nothing, and its first letter shows it.
    let joins = input.first().is_some_and(|next| matches!(next.initial, b',' | b'&' | b'a' | b'p' | b't'));
    if !joins && !input.behind(1).is_some_and(|before| before.initial == b',') {
        return no();
    }
    let then = (opt(one_of(&["and"])), word("then")).map(|_| ());
    let and = alt((then, one_of(&["and", "plus"]), mark("&"), phrase(&["as", "well", "as"])));
    // The comma behind an age joins too: "Jane Doe, 41, John Roe, 26, and a child".
    let behind_age = |rest: Tokens<'a>| {
        let comma = rest.behind(1).is_some_and(|before| rest.text_of(before) == ",");
        take(rest, 0, comma.then_some(false))
    };
    alt(((opt(mark(",")), and).map(|_| true), mark(",").map(|()| false), behind_age)).parse(input)
}

/// ("and" | "&") behind an aside
fn and(input: Tokens<'_>) -> Read<'_, bool> {
    alt((word("and"), mark("&"))).map(|()| true).parse(input)
}

/// The most words between the marks of an aside.
const LONGEST_ASIDE: usize = 12;

/// aside = dash+ word{1,12} dash+ | "(" word{1,12} ")"
fn aside(input: Tokens<'_>) -> Read<'_, ()> {
    let is = |at: usize, mark: &str| input.nth(at).is_some_and(|token| input.text_of(token) == mark);
    let is_dash =
        |at: usize| input.nth(at).is_some_and(|token| !token.glued && phrase::is_dash(&input, token));
    let dashes = |from: usize| {
        (from..from + 2)
            .take_while(|&at| input.nth(at).is_some_and(|token| phrase::is_dash(&input, token)))
            .count()
    };
    if is(0, "(") {
        let close = (1..=LONGEST_ASIDE + 1).find(|&at| is(at, ")"));
        return take(input, close.map_or(0, |at| at + 1), close.map(|_| ()));
    }
    if !is_dash(0) {
        return no();
    }
    let open = dashes(0);
    let close = (open + 1..=open + LONGEST_ASIDE).find(|&at| is_dash(at));
    take(input, close.map_or(0, |at| at + dashes(at)), close.map(|_| ()))
}

/// Adds the group that ends before `next` once more with the words up to `behind`.
fn with_tail(start: Tokens<'_>, next: &Tokens<'_>, behind: &Tokens<'_>, groups: &mut Vec<Mention>) {
    let whole = start.index()..next.index();
    let Some(group) = groups.iter().rev().find(|group| group.tokens == whole) else { return };
    let longer = start.until(behind);
    let mut group = Mention { span: longer.span(), tokens: start.index()..behind.index(), ..group.clone() };
    if let Said::Group(said) = &mut group.said
        && next.first_is("and")
    {
        // "12 soldiers and clerks" are of two kinds.
        said.population = None;
    }
    groups.push(group);
}

/// The mention of a group.
fn mention(group: Group, stretch: Tokens<'_>, sentence: usize) -> Mention {
    Mention {
        kind: MentionKind::Group,
        span: stretch.span(),
        tokens: stretch.index()..stretch.end_index(),
        sentence,
        said: Said::Group(Box::new(group)),
    }
}

/// Adds a list's mention and, where it has several, its parts' own.
fn push(stretch: Tokens<'_>, parts: &[Part], sentence: usize, scene: &Scene<'_>, groups: &mut Vec<Mention>) {
    let [first, more @ ..] = parts else { return };
    let mention = |group: Group, stretch: Tokens<'_>| mention(group, stretch, sentence);
    let own = |part: &Part| {
        let from = stretch.skip(part.tokens.start - stretch.index());
        from.until(&from.skip(part.tokens.len()))
    };
    if sum::is_of_two_sides(parts, stretch, scene) {
        groups.extend(parts.iter().map(|part| mention(part.group(stretch, scene), own(part))));
        return;
    }
    if more.is_empty() {
        groups.push(mention(first.group(stretch, scene), stretch));
        return;
    }
    let group = Group {
        parts: parts
            .iter()
            .map(|part| GroupPart {
                count: part.count(stretch),
                head: part.head(stretch),
                population: part.population(stretch, scene).or_else(|| Some(part.head(stretch))),
                span: own(part).span(),
            })
            .collect(),
        ..sum::of(parts, stretch, scene)
    };
    groups.push(mention(group, stretch));
    groups.extend(parts.iter().map(|part| mention(part.group(stretch, scene), own(part))));
}

/// Gives a figure without a noun the population of the figure it is coordinated with: "12 soldiers died and 30 were hurt".
fn inherit(tokens: Tokens<'_>, groups: &mut [Mention]) {
    const NEAR: usize = 8;
    for at in 1..groups.len() {
        let (before, rest) = groups.split_at_mut(at);
        let (Some(earlier), Some(later)) = (before.last(), rest.first_mut()) else { continue };
        let gap = earlier.tokens.end..later.tokens.start;
        let (Said::Group(known), Said::Group(bare)) = (&earlier.said, &mut later.said) else { continue };
        if !bare.head.is_empty() || bare.others || known.reference != Reference::Counted || gap.len() > NEAR {
            continue;
        }
        let word = |at: usize| tokens.skip(at.saturating_sub(tokens.index()));
        let joins = |at: usize| ["and", ",", "with", "while"].iter().any(|joint| word(at).first_is(joint));
        // "Hurt 12 soldiers and killed 30"; but "three gunmen rushed in and killed seven" of others.
        let joined =
            !gap.is_empty() && joins(gap.end - 1) || gap.len() == 2 && word(gap.start).first_is("and");
        if joined {
            bare.population.clone_from(&known.population);
        }
    }
}
