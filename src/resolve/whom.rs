//! Whom a claim is told of, where no rule asks: the person whom its sentence names last before it, or in its own words,
//! or for whom "he" or "she" stands there.
//!
//! Whoever says it is nobody it is told of. Two dates, places or figures that are told of two people are of two things; that is
//! for [`crate::compare`]. Used by [`super::claim`].

use super::{antecedent::antecedent, event::Frame};
use crate::{
    claim::{MentionKind, Name, NameKind, Reading, Value},
    text::WordClass,
};

/// Words that stand for somebody.
const PRONOUNS: [&str; 2] = ["he", "she"];

/// The person of whom the value of a reading is told, which is the mention at `valued`.
pub(super) fn told_of(
    frame: &Frame<'_>,
    reading: &Reading,
    valued: Option<usize>,
    speaker: Option<&str>,
) -> Option<Name> {
    let Frame { document, mentions, values, .. } = *frame;
    let sentence = frame.around(reading).start;
    let before = mentions.partition_point(|mention| mention.tokens.start < reading.tokens.end);
    let in_sentence = (0..before).rev().take_while(|at| mentions[*at].tokens.start >= sentence);
    let persons = in_sentence.filter(|at| mentions[*at].kind == MentionKind::Person && Some(*at) != valued);
    let named = persons.into_iter().find_map(|at| {
        let Some(Value::Name(name)) = values.get(at) else { return None };
        let tokens = &mentions[at].tokens;
        let beside = [tokens.start.checked_sub(1), Some(tokens.end)].into_iter().flatten();
        let speaks = beside.filter_map(|at| document.tokens.get(at)).any(|token| token.is(WordClass::SPEECH));
        let is_speaker = speaks || speaker == Some(name.canonical.as_str());
        (name.kind == NameKind::Person && !is_speaker).then(|| name.clone())
    });
    named.or_else(|| {
        let stands_in = |at: &usize| {
            let token = &document.tokens[*at];
            PRONOUNS.iter().any(|word| document.spells(token, word))
        };
        let pronoun = (sentence..reading.tokens.end).rev().find(stands_in)?;
        let name = antecedent(frame, reading.sentence, pronoun)?;
        Some(Name::plain(NameKind::Person, &name))
    })
}
