//! "There were nine of them": a figure whose noun stands in the words before it.
//!
//! ```text
//! them = "there" ("were" | "are") <figure "of" "them">
//! ```
//!
//! It counts the plural for people that stands nearest before it, within two sentences. Who only speaks ("police said
//! there were nine of them") is not counted.

use super::{noun, part::Scene};
use crate::{
    claim::{Bound, Count, Group, Mention, MentionKind, Reference, Said, Unit},
    text::{Document, TokenKind, Tokens, WordClass},
};

/// How many sentences back the noun may stand.
const REACH: usize = 2;

/// The group that starts at the first token and how many tokens it takes.
pub(super) fn them(
    tokens: Tokens<'_>,
    sentence: usize,
    scene: &Scene<'_>,
    document: &Document<'_>,
) -> Option<(usize, Group)> {
    let behind_is = |n: usize, words: &[&str]| super::phrase::behind_is(&tokens, n, words);
    if !behind_is(1, &["were", "are"]) || !behind_is(2, &["there"]) {
        return None;
    }
    let figure = scene.values.iter().find(|one| one.tokens.start == tokens.index())?;
    let rest = tokens.skip(figure.tokens.len());
    if !rest.first_is("of") || !rest.skip(1).first_is("them") {
        return None;
    }
    let bound = bound(figure)?;
    let head = nearest_people(tokens.index(), sentence, document)?;
    let group = Group {
        count: Count::of(bound, Unit::Of(head.clone())),
        modifiers: Vec::new(),
        people: true,
        others: false,
        out_of: None,
        parts: Vec::new(),
        reference: Reference::Counted,
        population: scene.book.meaning("population", &head).map(str::to_owned),
        head,
    };
    Some((figure.tokens.len() + 2, group))
}

/// What a bare figure says.
fn bound(figure: &Mention) -> Option<Bound> {
    match &figure.said {
        Said::Count(count) if figure.kind == MentionKind::Number && count.unit == Unit::None => {
            Some(count.bound)
        }
        Said::Count(_) | Said::Time(_) | Said::Name(_) | Said::Group(_) | Said::Quotation => None,
    }
}

/// The singular of the plural for people that stands nearest before a token.
fn nearest_people(before: usize, sentence: usize, document: &Document<'_>) -> Option<String> {
    let from = document.sentences.get(sentence.saturating_sub(REACH))?.tokens.start;
    (from..before).rev().find_map(|at| {
        let token = &document.tokens[at];
        if token.kind != TokenKind::Word || !token.is(WordClass::PEOPLE) {
            return None;
        }
        let speaks = document.tokens.get(at + 1).is_some_and(|next| next.is(WordClass::SPEECH));
        let word = document.text(token.span).to_lowercase();
        (!speaks && noun::is_plural(&word)).then(|| noun::singular(&word))
    })
}
