//! Splits words of rule files and word lists the way the segmenter splits text, so that the two always meet.
//!
//! ```text
//! piece = letter (letter | digit)*          "son-in-law" is five pieces, two of them hyphens
//!       | (letter ".")+ letter? "."?        "U.S.", "p.m."
//!       | "'" letter letter?                behind a word or alone: "'s"
//!       | digit (digit | "," | ".")*
//!       | any
//! ```

use crate::text::{NOT, auxiliary};
use std::borrow::Cow;

/// The pieces of `words`, in lower case and with straight apostrophes.
pub(crate) fn pieces(words: &str) -> Vec<String> {
    // Nearly all are one plain word, which is its own piece.
    let opens = words.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
    if opens && words.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return vec![words.to_ascii_lowercase()];
    }
    let plain: Vec<char> = plain(words).chars().collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < plain.len() {
        let end = piece_end(&plain, at);
        if !plain[at].is_whitespace() {
            add(plain[at..end].iter().collect(), &mut pieces);
        }
        at = end;
    }
    pieces
}

/// Adds a piece; "'t" and what it shortens as the words that they stand for, "n't" alone as "not".
fn add(piece: String, pieces: &mut Vec<String>) {
    if piece != "'t" {
        pieces.push(piece);
        return;
    }
    match pieces.last_mut() {
        Some(last) if last == "n" => NOT.clone_into(last),
        Some(last) => {
            if let Some(full) = auxiliary(last) {
                full.clone_into(last);
            }
            pieces.push(NOT.to_owned());
        }
        None => pieces.push(NOT.to_owned()),
    }
}

/// `words` in lower case and with straight apostrophes.
pub(super) fn plain(words: &str) -> Cow<'_, str> {
    if words.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(words.to_lowercase().replace('\u{2019}', "'"))
    }
}

fn piece_end(text: &[char], at: usize) -> usize {
    let run = |from: usize, is: fn(&char) -> bool| {
        from + text[from..].iter().position(|c| !is(c)).unwrap_or(text.len() - from)
    };
    let first = text[at];
    if first.is_ascii_digit() {
        let end = run(at, |c| c.is_ascii_digit() || matches!(c, ',' | '.'));
        return at + text[at..end].iter().rposition(char::is_ascii_digit).unwrap_or(0) + 1;
    }
    if first.is_alphabetic() {
        let end = run(at, |c| c.is_alphanumeric());
        return if end == at + 1 { abbreviation_end(text, end) } else { end };
    }
    // Alone, as in a pattern's `the company 's`, it is the same piece as behind a word.
    let behind = at > 0 && text[at - 1].is_alphanumeric();
    if first == '\'' && (behind || at == 0) {
        let end = run(at + 1, |c| c.is_alphabetic());
        if (2..=3).contains(&(end - at)) && (behind || end == text.len()) {
            return end;
        }
    }
    at + 1
}

/// The end of "U.S." whose first letter ends at `end`; `end` where there is none.
fn abbreviation_end(text: &[char], end: usize) -> usize {
    let mut at = end;
    while text.get(at) == Some(&'.')
        && text.get(at + 1).is_some_and(|c| c.is_alphabetic())
        && text.get(at + 2).is_none_or(|c| !c.is_alphanumeric())
    {
        at += 2;
    }
    if at > end && text.get(at) == Some(&'.') { at + 1 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fall_into_the_pieces_of_the_segmenter() {
        for (words, want) in [
            ("ceasefire", &["ceasefire"][..]),
            ("son-in-law", &["son", "-", "in", "-", "law"]),
            ("U.S. envoy", &["u.s.", "envoy"]),
            ("Trump\u{2019}s", &["trump", "'s"]),
            ("wasn't", &["was", "not"]),
            ("n't", &["not"]),
            ("can't", &["can", "not"]),
            ("'s", &["'s"]),
            ("'tis so", &["'", "tis", "so"]),
            ("Jan. 1,200.5", &["jan", ".", "1,200.5"]),
            ("p.m.", &["p.m."]),
            ("24/7", &["24", "/", "7"]),
        ] {
            assert_eq!(pieces(words), want, "{words}");
        }
    }
}
