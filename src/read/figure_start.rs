//! Whether a figure can start at a word or sign: cheap, as it is asked at every "a" and "in". What starts is read by
//! [`super::figure`].

use super::{age_told, figure::STARTS, lettered};
use crate::text::{Case, Token, TokenKind, Tokens, WordClass};

/// The most tokens that may stand before the digits or number words of a figure: "equal to or more than about".
const LONGEST_LEAD: usize = 7;

/// Whether a figure can start at a token.
pub(super) fn can_start(tokens: &Tokens<'_>, token: &Token) -> bool {
    const CORE: WordClass = WordClass::CARDINAL.union(WordClass::ORDINAL).union(WordClass::VAGUE);
    let written = tokens.text_of(token);
    let followed = |most: usize| {
        tokens.as_slice().iter().skip(1).take(most).any(|next| {
            next.kind == TokenKind::Number
                || next.is(CORE)
                || next.kind == TokenKind::Word && lettered::joins_digits(tokens, next)
        })
    };
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word if token.is(WordClass::CARDINAL.union(WordClass::VAGUE)) => true,
        TokenKind::Word if token.is(STARTS) => {
            !leads_none(tokens, token) && (followed(LONGEST_LEAD) || age_told::group(*tokens).is_ok())
        }
        TokenKind::Word => lettered::joins_digits(tokens, token),
        TokenKind::Symbol => !written.is_ascii() || followed(LONGEST_LEAD),
        TokenKind::Punctuation => matches!(written, "-" | ".") && followed(2),
        TokenKind::Clitic | TokenKind::Link => false,
    }
}

/// Whether one of the commonest words, which lead a figure in few phrases, leads none by the word behind it: "in the", "a man".
fn leads_none(tokens: &Tokens<'_>, first: &Token) -> bool {
    /// What may follow an article in a number, in what leads one, or in a sum.
    const COUNTING: WordClass = WordClass::CARDINAL
        .union(WordClass::ORDINAL)
        .union(WordClass::VAGUE)
        .union(WordClass::BOUND)
        .union(WordClass::CURRENCY)
        .union(WordClass::MONEY)
        .union(WordClass::LETTERED);
    /// How parts of a whole end that no list of words holds: "a twentyfifth".
    const ENDINGS: [&str; 4] = ["th", "st", "nd", "rd"];
    // Codes of money are written in capitals.
    if first.case == Case::Upper || first.span.len() > 2 {
        return false;
    }
    let next = tokens.skip(1);
    match tokens.text_of(first).as_bytes() {
        [b'i' | b'I', b'n'] => !next.first_is("excess"),
        [b'u' | b'U', b'p'] => !next.first_is("to"),
        [b'a' | b'A', b't'] => !next.first_among(&["least", "most", "a", "the", "age"]),
        [b'a' | b'A', b's'] => !next.first_among(&["many", "much", "high", "few", "little", "low"]),
        b"a" | b"an" | b"An" => next.first().is_some_and(|word| match word.kind {
            TokenKind::Number => true,
            TokenKind::Word => {
                let written = next.text_of(word);
                !word.glued
                    && !word.is(COUNTING)
                    && !next.first_among(&["total", "bit", "baker"])
                    && !ENDINGS.iter().any(|ending| written.ends_with(ending))
            }
            TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Clitic | TokenKind::Link => false,
        }),
        _ => false,
    }
}
