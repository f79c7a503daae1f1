//! The smallest grammars: one word, one mark, a few words in a row. Every other grammar is made of them.
//!
//! ```text
//! word    = a word token, in any case
//! phrase  = word word ...
//! mark    = one punctuation mark or sign
//! dash    = "-" | "–" | "—" | "‑", with or without blanks around it
//! glued   = a token that follows its neighbour without a blank
//! ```

use crate::text::{Token, TokenKind, Tokens};
use nom::{Err, IResult};

/// What a production answers: what is left, and what it read.
pub(super) type Read<'a, T> = IResult<Tokens<'a>, T, ()>;

/// The answer of a production that does not match here.
pub(super) const fn no<'a, T>() -> Read<'a, T> {
    Err(Err::Error(()))
}

/// Turns what a look-up found into an answer that takes `n` tokens.
pub(super) fn take<T>(tokens: Tokens<'_>, n: usize, found: Option<T>) -> Read<'_, T> {
    found.map_or_else(no, |found| Ok((tokens.skip(n), found)))
}

/// The longest word that a table is asked for, in bytes.
const LONGEST: usize = 24;

/// Asks a table for a token's lower-case text; the table gets nothing for words that no table holds.
pub(super) fn ask<T>(tokens: &Tokens<'_>, token: &Token, table: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let written = tokens.text_of(token);
    let mut lower = [0_u8; LONGEST];
    if written.len() > LONGEST {
        return None;
    }
    if !written.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return table(written);
    }
    let lower = &mut lower[..written.len()];
    lower.copy_from_slice(written.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok().and_then(table)
}

/// The first word, by a table from its lower-case form.
pub(super) fn first<T>(tokens: Tokens<'_>, table: impl FnOnce(&str) -> Option<T>) -> Read<'_, T> {
    let found = tokens
        .first()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Clitic))
        .and_then(|token| ask(&tokens, token, table));
    take(tokens, 1, found)
}

/// One word, given in lower case.
pub(super) fn word<'a>(word: &'static str) -> impl Fn(Tokens<'a>) -> Read<'a, ()> {
    move |tokens| take(tokens, 1, tokens.first_is(word).then_some(()))
}

/// One of several words, given in lower case.
pub(super) fn one_of<'a>(words: &'static [&'static str]) -> impl Fn(Tokens<'a>) -> Read<'a, ()> {
    move |tokens| {
        let found = tokens.first().is_some_and(|token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Clitic) && is_one_of(&tokens, token, words)
        });
        take(tokens, 1, found.then_some(()))
    }
}

/// Whether a token is one of the words, given in lower case, but for the case of plain letters.
#[inline]
fn is_one_of(tokens: &Tokens<'_>, token: &Token, words: &[&str]) -> bool {
    words.iter().any(|word| tokens.spells(token, word))
}

/// Several words in a row, given in lower case.
pub(super) fn phrase<'a>(words: &'static [&'static str]) -> impl Fn(Tokens<'a>) -> Read<'a, ()> {
    move |tokens| {
        let all = words.iter().enumerate().all(|(at, word)| tokens.skip(at).first_is(word));
        take(tokens, words.len(), all.then_some(()))
    }
}

/// Whether the tokens start with some words in a row; the first letter settles nearly every case.
#[inline]
pub(super) fn starts_with(tokens: Tokens<'_>, words: &[&str]) -> bool {
    match (tokens.first(), words) {
        (Some(token), [first, ..]) => token.may_open(first) && are_first(tokens, words),
        (None, _) | (_, []) => false,
    }
}

/// Whether the words are the first of the tokens. Not inlined, so that the look at the first letter is.
#[inline(never)]
fn are_first(tokens: Tokens<'_>, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(at, word)| tokens.skip(at).first_is(word))
}

/// The first of several phrases that matches, with its value; longer ones stand first where one starts another.
pub(super) fn any_phrase<'a, T: Copy>(tokens: Tokens<'a>, table: &[(&[&str], T)]) -> Read<'a, T> {
    let Some(token) = tokens.first() else { return no() };
    let may_open = |words: &[&str]| words.first().is_some_and(|first| token.may_open(first));
    let fits = |(words, _): &&(&[&str], T)| may_open(words) && are_first(tokens, words);
    table.iter().find(fits).map_or_else(no, |(words, value)| Ok((tokens.skip(words.len()), *value)))
}

/// One mark or sign.
pub(super) fn mark<'a>(mark: &'static str) -> impl Fn(Tokens<'a>) -> Read<'a, ()> {
    move |tokens| {
        let found = tokens.first().is_some_and(|token| is_mark(token) && tokens.text_of(token) == mark);
        take(tokens, 1, found.then_some(()))
    }
}

/// A hyphen or dash.
pub(super) fn dash(tokens: Tokens<'_>) -> Read<'_, ()> {
    let found = tokens.first().is_some_and(|token| is_dash(&tokens, token));
    take(tokens, 1, found.then_some(()))
}

/// A hyphen or dash without blanks around it.
pub(super) fn glued_dash(tokens: Tokens<'_>) -> Read<'_, ()> {
    let found = tokens.first().is_some_and(|token| token.glued && is_dash(&tokens, token))
        && tokens.nth(1).is_some_and(|next| next.glued);
    take(tokens, 1, found.then_some(()))
}

/// Whether the token is a hyphen or dash.
pub(super) fn is_dash(tokens: &Tokens<'_>, token: &Token) -> bool {
    is_mark(token)
        && token.may_be_dash()
        && matches!(tokens.text_of(token), "-" | "\u{2013}" | "\u{2014}" | "\u{2011}" | "\u{2010}")
}

/// Whether the token is a mark or sign.
pub(super) const fn is_mark(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol)
}

/// Whether the first token is glued to the one before it.
pub(super) fn is_glued(tokens: &Tokens<'_>) -> bool {
    tokens.first().is_some_and(|token| token.glued)
}

/// Whether the sentence ends here, or a mark follows.
pub(super) fn is_break(tokens: &Tokens<'_>) -> bool {
    tokens.first().is_none_or(is_mark)
}

/// Whether the token `n` places behind is one of the words, given in lower case.
pub(super) fn behind_is(tokens: &Tokens<'_>, n: usize, words: &[&str]) -> bool {
    tokens.behind(n).is_some_and(|token| is_one_of(tokens, token, words))
}
