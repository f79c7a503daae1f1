//! Tells every token which classes of words stand just ahead of it.
//!
//! A grammar asks [`crate::text::Tokens::ahead`] before it starts, so that a production that needs a month or a unit
//! costs one test where there is none.

use crate::text::{Document, Token};

/// Fills in what is ahead of each token in its sentence: a grammar reads no further.
pub(super) fn look(document: &mut Document<'_>) {
    for sentence in &document.sentences {
        look_within(&mut document.tokens[sentence.tokens.clone()]);
    }
}

fn look_within(tokens: &mut [Token]) {
    for token in &mut *tokens {
        token.ahead = token.class;
    }
    // Each round adds to what a token sees what a later one saw in the round before, since that has not had its turn.
    let mut seen = 1;
    while seen < Token::REACH {
        let step = seen.min(Token::REACH - seen);
        for at in step..tokens.len() {
            let further = tokens[at].ahead;
            tokens[at - step].ahead |= further;
        }
        seen += step;
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
