//! Reduces sentences to the words that survive an editor, so that copy is known under house style.
//!
//! Desks change "Saturday" into "on Jan 31", "U.S." into "US", and put "Mr" before names. What they change is left out
//! here: dates, small figures, forms of address, articles, marks. Quotations are left out too: two reporters who heard
//! one speaker write the same words.

use crate::text::{BlockKind, Document, Shapes, Span, Token, TokenKind};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// How many words in a row make a shingle.
pub(super) const SHINGLE: usize = 4;

/// The fewest words of a sentence that can show copying; shorter ones are common phrases.
const SHORTEST: usize = 8;

/// Words that house style adds, drops or changes.
const STYLE: &[&str] = &[
    "a",
    "an",
    "the",
    "on",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "am",
    "pm",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thurs",
    "fri",
    "sat",
    "sun",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "gmt",
    "utc",
    "today",
    "yesterday",
    "that",
];

/// Their shapes.
static STYLE_SHAPES: Shapes = Shapes::NONE.with_all(STYLE);

/// A word that survives an editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// A hash of its letters in lower case.
    pub(super) hash: u64,
    /// Where it stands.
    pub(super) span: Span,
}

/// A sentence in the outlet's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    /// Its words, without quotations and house style.
    pub(super) words: Vec<Word>,
}

impl Passage {
    /// The hashes of every few words in a row.
    pub(super) fn shingles(&self) -> impl Iterator<Item = u64> {
        self.words.windows(SHINGLE).map(|words| {
            let mut hasher = FxHasher::default();
            words.iter().for_each(|word| hasher.write_u64(word.hash));
            hasher.finish()
        })
    }

    /// How many shingles there are.
    pub(super) const fn len(&self) -> usize {
        self.words.len() + 1 - SHINGLE
    }
}

/// The passages of a document, in order.
pub(super) fn passages(document: &Document<'_>) -> Vec<Passage> {
    let mut quotations = document.quotations.iter().peekable();
    let mut passages = Vec::new();
    for sentence in &document.sentences {
        match document.blocks[sentence.block].kind {
            BlockKind::Paragraph | BlockKind::ListItem => {}
            BlockKind::FrontMatter
            | BlockKind::Headline
            | BlockKind::Standfirst
            | BlockKind::Byline
            | BlockKind::Dateline
            | BlockKind::Heading
            | BlockKind::Caption
            | BlockKind::Boilerplate
            | BlockKind::Share
            | BlockKind::Related
            | BlockKind::AuthorNote
            | BlockKind::Credit
            | BlockKind::Repeated => continue,
        }
        let mut words = Vec::new();
        for at in sentence.tokens.clone() {
            while quotations.next_if(|quotation| quotation.tokens.end <= at).is_some() {}
            let quoted = quotations.peek().is_some_and(|quotation| quotation.tokens.contains(&at));
            if !quoted {
                words.extend(word(&document.source.text, &document.tokens[at]));
            }
        }
        if words.len() >= SHORTEST {
            passages.push(Passage { words });
        }
    }
    passages
}

/// The word of a token, where it is one that survives an editor.
fn word(text: &str, token: &Token) -> Option<Word> {
    let written = &text[token.span.range()];
    match token.kind {
        TokenKind::Word => {
            if STYLE_SHAPES.admit_token(token) && STYLE.iter().any(|known| token.spells(known, text)) {
                return None;
            }
        }
        // Years, days and clock times are written in many ways.
        TokenKind::Number if written.len() <= 2 || written.len() == 4 => return None,
        TokenKind::Number => {}
        TokenKind::Clitic | TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Link => return None,
    }
    Some(Word { hash: hash(written), span: token.span })
}

/// The hash of a word's letters and digits in lower case.
fn hash(word: &str) -> u64 {
    /// The longest plain word, in bytes, that is hashed as it stands.
    const COMMON: usize = 16;
    let of = |letters: &[u8]| {
        let mut hasher = FxHasher::default();
        hasher.write(letters);
        hasher.finish()
    };
    if word.len() <= COMMON && word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let mut plain = [0; COMMON];
        let plain = &mut plain[..word.len()];
        plain.copy_from_slice(word.as_bytes());
        plain.make_ascii_lowercase();
        return of(plain);
    }
    let letters: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    of(letters.as_bytes())
}
