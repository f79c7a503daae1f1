//! Who a title without a name stands for: "the former president".
//!
//! The person named last before it to whom the article gives that office. One who left it is looked for among those who
//! are said to have left it; where nobody is, only a sentence without another name tells who is meant. Used by
//! [`super::claim`].

use super::event::Frame;
use crate::{
    claim::{MentionKind, Reading, Value},
    rules::Compare,
};
use std::collections::BTreeSet;

/// Words of an office that somebody has left.
const FORMER: [&str; 2] = ["former", "ex"];

/// How many sentences before a title its holder may be named.
const REACH: usize = 2;

/// The holder of the title that is a reading's value.
pub(super) fn holder(
    frame: &Frame<'_>,
    reading: &Reading,
    compare: &Compare,
    value: &Value,
) -> Option<String> {
    let (Compare::Title, Value::Text(title)) = (compare, value) else { return None };
    let Frame { mentions, values, .. } = *frame;
    let name = |at: usize| match values.get(at) {
        Some(Value::Name(name)) => Some(name.canonical.as_str()),
        _ => None,
    };
    let holders = holders(frame, title);
    let left = is_former(title);
    let told = left && holders.iter().any(|(_, former)| *former);
    let may_be = |name: &&str| holders.contains(&(*name, true)) || !told && holders.contains(&(*name, false));
    let before = mentions.partition_point(|mention| mention.tokens.start < reading.tokens.start);
    let named = (0..before).rev().filter(|&at| mentions[at].kind == MentionKind::Person);
    let holder = named
        .clone()
        .take_while(|&at| mentions[at].sentence + REACH >= reading.sentence)
        .find_map(|at| name(at).filter(may_be))?;
    // Where President Lima and somebody else are named, "the former president" may be either.
    let alone = || {
        let mut beside = named.take_while(|&at| mentions[at].sentence == reading.sentence);
        beside.all(|at| name(at).is_none_or(|name| name == holder))
    };
    (!left || told || alone()).then(|| holder.to_owned())
}

/// Those to whom the article gives the office of a title, and whether as a former one.
fn holders<'a>(frame: &Frame<'a>, title: &str) -> BTreeSet<(&'a str, bool)> {
    let Frame { mentions, values, document, .. } = *frame;
    let office = title.rsplit(' ').next().unwrap_or(title);
    let pairs = mentions.iter().zip(values).collect::<Vec<_>>();
    let given = pairs.windows(2).filter_map(|pair| {
        let [(before, _), (person, Value::Name(name))] = pair else { return None };
        let beside = before.kind == MentionKind::Title
            && person.kind == MentionKind::Person
            && before.tokens.end == person.tokens.start;
        let words = document.text(before.span);
        let alike =
            words.split_whitespace().next_back().is_some_and(|last| last.eq_ignore_ascii_case(office));
        (beside && alike).then(|| (name.canonical.as_str(), is_former(words)))
    });
    given.collect()
}

fn is_former(title: &str) -> bool {
    title
        .split(|sign: char| sign.is_whitespace() || sign == '-')
        .any(|word| FORMER.iter().any(|former| word.eq_ignore_ascii_case(former)))
}
