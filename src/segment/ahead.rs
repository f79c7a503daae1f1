//! Tells every token which classes of words stand just ahead of it.
//!
//! A grammar asks [`crate::text::Tokens::ahead`] before it starts, so that a production that needs a month or a unit
//! costs one test where there is none.

use crate::text::{Document, Token, WordClass};

/// Fills in what is ahead of each token in its sentence: a grammar reads no further.
pub(super) fn look(document: &mut Document<'_>) {
    for sentence in &document.sentences {
        look_within(&mut document.tokens[sentence.tokens.clone()]);
    }
}

fn look_within(tokens: &mut [Token]) {
    // In stretches as long as the reach a token sees the rest of its own stretch and the head of the next one.
    let mut rest = tokens;
    while !rest.is_empty() {
        let (own, next) = rest.split_at_mut(Token::REACH.min(rest.len()));
        let mut seen = WordClass::empty();
        for token in own.iter_mut().rev() {
            seen |= token.class;
            token.ahead = seen;
        }
        let mut seen = WordClass::empty();
        let mut head = next.iter();
        for token in &mut own[1..] {
            seen |= head.next().map_or(WordClass::empty(), |further| further.class);
            token.ahead |= seen;
        }
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        rules::Lexicon,
        segment::document,
        text::{Source, WordClass},
    };

    #[test]
    fn a_token_sees_its_reach_and_no_further() {
        let mut lexicon = Lexicon::default();
        lexicon.add("may", WordClass::MONTH);
        let source = Source { text: "a b c d e f g h i j k l may m".to_owned(), ..Source::default() };
        let document = document(&source, &lexicon);
        let sees: Vec<bool> =
            document.tokens.iter().map(|token| token.ahead.intersects(WordClass::MONTH)).collect();
        let mut wanted = vec![true; 14];
        (wanted[0], wanted[13]) = (false, false);
        assert_eq!(sees, wanted);
    }
}
