//! Whom a claim is told of, where no rule asks: the person whom its sentence names last before it.
//!
//! Whoever says it is nobody it is told of. Two dates, places or figures that are told of two people are of two things; that is for
//! [`crate::compare`]. Used by [`super::claim`].

use super::event::Frame;
use crate::{
    claim::{MentionKind, Name, NameKind, Reading, Value},
    text::WordClass,
};

/// The person whom the sentence of a reading names last before its value.
pub(super) fn told_of(frame: &Frame<'_>, reading: &Reading, speaker: Option<&str>) -> Option<Name> {
    let Frame { document, mentions, values, .. } = *frame;
    let sentence = document.sentences[reading.sentence].tokens.start;
    let before = mentions.partition_point(|mention| mention.tokens.start < reading.tokens.start);
    let in_sentence = (0..before).rev().take_while(|at| mentions[*at].tokens.start >= sentence);
    in_sentence.filter(|at| mentions[*at].kind == MentionKind::Person).find_map(|at| {
        let Some(Value::Name(name)) = values.get(at) else { return None };
        let tokens = &mentions[at].tokens;
        let beside = [tokens.start.checked_sub(1), Some(tokens.end)].into_iter().flatten();
        let speaks = beside.filter_map(|at| document.tokens.get(at)).any(|token| token.is(WordClass::SPEECH));
        let is_speaker = speaks || speaker == Some(name.canonical.as_str());
        (name.kind == NameKind::Person && !is_speaker).then(|| name.clone())
    })
}
