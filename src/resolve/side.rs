//! Which side of a fight the people of a claim are on, where its rule keeps the sides' losses apart.
//!
//! ```text
//! side = "soldiers" | "army members" | "seven" behind "three soldiers were killed and" or "the army sustained"
//! ```

use super::event::Frame;
use crate::claim::{Group, Mention, MentionKind, Reference, Said};
use crate::rules::ClaimPattern;
use crate::text::WordClass;

/// How many tokens before a figure without a noun the noun that it leaves out may stand.
const REACH: usize = 14;

/// Words that join a figure to the phrase whose noun it leaves out.
const JOINTS: [&str; 8] = ["and", "but", "while", "with", "plus", "&", ",", ";"];

/// Words behind which figures without a noun are losses of a force.
const LOSSES: [&str; 5] = ["sustained", "sustaining", "inflicted", "inflicting", "casualties"];

/// The population by which a claim has an attribute of its own: of its noun, of a word before it, or of the noun that it
/// leaves out.
pub(super) fn side(pattern: &ClaimPattern, at: usize, frame: &Frame<'_>) -> Option<String> {
    if pattern.populations.is_empty() {
        return None;
    }
    let mention = frame.mentions.get(at)?;
    let group = counted(mention)?;
    let known = |group: &Group| of_words(group, frame).filter(|one| pattern.populations.contains_key(one));
    known(group).or_else(|| {
        let bare = group.head.is_empty() || group.head == "person" && !names_people(mention, frame);
        let is_figure = matches!(group.reference, Reference::Counted | Reference::Bare);
        if !bare || !is_figure {
            return None;
        }
        let before =
            frame.mentions[..at].iter().rev().filter(|other| other.tokens.end <= mention.tokens.start);
        let earlier = before.take_while(|other| {
            other.sentence == mention.sentence && other.tokens.end + REACH > mention.tokens.start
        });
        if is_loss(mention, frame) {
            return pattern.populations.keys().next().cloned();
        }
        // "Killed nine soldiers and hurt 30"; but those whom three attackers rushed in "and killed" are no attackers.
        let is_joint = |back: usize| {
            let token = mention.tokens.start.checked_sub(back).and_then(|at| frame.document.tokens.get(at));
            token.is_some_and(|token| JOINTS.iter().any(|word| frame.document.spells(token, word)))
        };
        let goes_on =
            |other: &&Mention| is_joint(1) || is_joint(2) && other.tokens.end + 2 == mention.tokens.start;
        let antecedent =
            earlier.filter(|other| other.kind == MentionKind::Group).filter(goes_on).find_map(counted)?;
        known(antecedent)
    })
}

/// Whether a word before a figure says that it is the loss of a force: "sustained nine dead".
fn is_loss(mention: &Mention, frame: &Frame<'_>) -> bool {
    let sentence = frame.document.sentences[mention.sentence].tokens.start;
    let from = sentence.max(mention.tokens.start.saturating_sub(REACH));
    frame.document.tokens[from..mention.tokens.start].iter().any(|token| {
        let word = frame.document.text(token.span);
        LOSSES.iter().any(|loss| word.eq_ignore_ascii_case(loss))
    })
}

fn counted(mention: &Mention) -> Option<&Group> {
    match &mention.said {
        Said::Group(group) if group.people && group.parts.is_empty() => Some(group),
        Said::Group(_) | Said::Count(_) | Said::Time(_) | Said::Name(_) | Said::Quotation => None,
    }
}

/// The population of a group's noun, or of a word before it.
fn of_words(group: &Group, frame: &Frame<'_>) -> Option<String> {
    let mut nouns = std::iter::once(&group.head).chain(&group.modifiers);
    let listed = |noun| frame.book.meaning("population", noun).or_else(|| frame.book.meaning("army", noun));
    nouns.find_map(|noun| listed(noun)).map(str::to_owned)
}

/// Whether a word of the phrase is a noun for people: "six more persons", and not "six more".
fn names_people(mention: &Mention, frame: &Frame<'_>) -> bool {
    frame.document.tokens[mention.tokens.clone()]
        .iter()
        .any(|token| token.is(WordClass::PEOPLE | WordClass::KIN))
}
