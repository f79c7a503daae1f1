//! Cuts a quotation into its sentences: outlets quote one sentence of it and leave the next.

use super::event::Frame;
use crate::claim::{Claim, Value};

/// The claim of a quotation, a mention by number, once for each of its sentences; none where the claim is of something else.
pub(super) fn by_sentence<'c>(
    claim: &'c Claim,
    quotation: Option<usize>,
    frame: &'c Frame<'_>,
) -> Option<impl Iterator<Item = Claim> + 'c> {
    let Frame { document, mentions, .. } = *frame;
    let (Value::Quotation { speaker, .. }, Some(at)) = (&claim.value, quotation) else { return None };
    let quoted = &mentions[at].tokens;
    let sentences = document.sentences.iter().enumerate().skip(claim.sentence_index);
    let sentences = sentences.take_while(|(_, sentence)| sentence.tokens.start < quoted.end);
    let parts = sentences.map(move |(at, sentence)| {
        let inside = sentence.tokens.start.max(quoted.start)..sentence.tokens.end.min(quoted.end);
        let words = document.span_of(&inside);
        let value = Value::Quotation { text: document.text(words).to_owned(), speaker: speaker.clone() };
        // The first part keeps the mark that the claim was read with.
        let is_first = at == claim.sentence_index;
        let (tokens, span) = if is_first { (claim.tokens.clone(), claim.span) } else { (inside, words) };
        Claim {
            display: value.to_string(),
            span,
            tokens,
            sentence: sentence.span,
            sentence_index: at,
            block: document.kind_of(sentence),
            value,
            ..claim.clone()
        }
    });
    Some(parts)
}
