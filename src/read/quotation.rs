//! Quotations as mentions; where they start and end was found by [`crate::segment`], who speaks by [`crate::resolve`].

use crate::{
    claim::{Mention, MentionKind, Said},
    text::Document,
};

/// The quotations of a document, in order of place.
pub(super) fn quotations(document: &Document<'_>) -> Vec<Mention> {
    let mut sentence = 0;
    document
        .quotations
        .iter()
        .map(|quotation| {
            while document.sentences[sentence].tokens.end <= quotation.tokens.start {
                sentence += 1;
            }
            Mention {
                kind: MentionKind::Quotation,
                span: quotation.span,
                tokens: quotation.tokens.clone(),
                sentence,
                said: Said::Quotation,
            }
        })
        .collect()
}
