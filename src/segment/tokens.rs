//! Cuts text into tokens and looks each word up in the lexicon, once.
//!
//! ```text
//! link    = scheme "://" not-blank+ | "www." not-blank+ | word "@" word
//! word    = letter (letter | digit | inner-mark letter)*       inner-mark: nothing; hyphens split
//! abbrev  = (letter ".")+ letter?  of single letters: "U.S.", "a.m."
//! clitic  = apostrophe letters                                  "'s", "'ll"
//! number  = digit+ group* ("." digit+)?                         group: "," of three or two digits
//! other   = one character
//! ```

use crate::{
    rules::Lexicon,
    text::{Case, NOT, Span, Token, TokenKind, WordClass, WordId, auxiliary},
};

/// The longest word that is looked up, in bytes; no lexicon word is longer.
const LONGEST: usize = 48;

/// The longest name in front of the "@" of a mail address, in bytes.
const LONGEST_MAILBOX: usize = 64;

/// The most comma groups in one figure; more are no figure.
const MOST_GROUPS: usize = 8;

/// What is counted of a plain word's bytes, all in one number: capitals by ones, digits by these.
const DIGIT: u32 = 1 << 16;

/// The byte is no plain letter or digit.
const NOT_PLAIN: u32 = u32::MAX;

/// By byte what it adds to the tally of a plain word.
const SHAPES: [u32; 256] = {
    let mut shapes = [NOT_PLAIN; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        if byte.is_ascii_alphanumeric() {
            shapes[byte as usize] =
                if byte.is_ascii_digit() { DIGIT } else { byte.is_ascii_uppercase() as u32 };
        }
        byte += 1;
    }
    shapes
};

/// Appends the tokens of `span` to `tokens`, without the stretches of `markup`, which are in order.
pub(super) fn tokenise(text: &str, span: Span, markup: &[Span], lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let mut lexer =
        Lexer { text, bytes: text.as_bytes(), at: span.start(), end: span.end(), behind: None, lexicon };
    let first = markup.partition_point(|mark| mark.end() <= span.start());
    for mark in markup[first..].iter().take_while(|mark| mark.start() < span.end()) {
        lexer.end = mark.start().max(lexer.at);
        lexer.read(tokens);
        // What markup alone keeps apart is one word to the reader: "**Jane**'s".
        if lexer.behind == Some(mark.start()) {
            lexer.behind = Some(mark.end());
        }
        lexer.at = mark.end().min(span.end());
    }
    lexer.end = span.end();
    lexer.read(tokens);
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    end: usize,
    /// Where the token before ended, or the markup behind it.
    behind: Option<usize>,
    lexicon: &'a Lexicon,
}

impl Lexer<'_> {
    /// Appends the tokens between `at` and `end`.
    fn read(&mut self, tokens: &mut Vec<Token>) {
        while let Some(mut token) = self.next_token() {
            token.glued = self.behind == Some(token.span.start());
            self.behind = Some(token.span.end());
            token.initial = self.bytes[token.span.start()] | 0x20;
            if token.kind == TokenKind::Clitic {
                self.write_out(&mut token, tokens.last_mut());
            }
            tokens.push(token);
        }
    }

    /// Takes "'t" and the word before it for what they stand for: "was" and "not" of "wasn't".
    fn write_out(&self, clitic: &mut Token, before: Option<&mut Token>) {
        let letters = self.text[clitic.span.range()].trim_start_matches(['\'', '\u{2019}']);
        let Some(before) = before.filter(|_| letters.eq_ignore_ascii_case("t")) else { return };
        (clitic.word, clitic.class) = self.lexicon.look_up(NOT.as_bytes());
        if let Some(full) = auxiliary(&self.text[before.span.range()].to_lowercase()) {
            (before.word, before.class) = self.lexicon.look_up(full.as_bytes());
        }
    }

    fn next_token(&mut self) -> Option<Token> {
        self.skip_blanks();
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let byte = self.bytes[start];
        Some(if byte.is_ascii_digit() {
            self.number(start)
        } else if byte.is_ascii_alphabetic() || (byte >= 0x80 && self.letter_at(start).is_some()) {
            self.word(start)
        } else if let Some(len) = self.apostrophe_at(start) {
            self.clitic(start, len)
        } else {
            self.other(start)
        })
    }

    fn skip_blanks(&mut self) {
        while self.at < self.end {
            let byte = self.bytes[self.at];
            if byte.is_ascii_whitespace() || byte < 0x20 {
                self.at += 1;
            } else if byte >= 0x80 {
                match self.char_at(self.at) {
                    Some(c)
                        if c.is_whitespace()
                            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}') =>
                    {
                        self.at += c.len_utf8();
                    }
                    _ => return,
                }
            } else {
                return;
            }
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.end { None } else { self.text[at..].chars().next() }
    }

    /// The length of the letter at `at`, where there is one.
    fn letter_at(&self, at: usize) -> Option<usize> {
        if at >= self.end {
            return None;
        }
        let byte = self.bytes[at];
        if byte < 0x80 {
            return byte.is_ascii_alphabetic().then_some(1);
        }
        self.char_at(at).filter(|c| c.is_alphabetic() || is_combining(*c)).map(char::len_utf8)
    }

    /// The length of the apostrophe at `at`, where there is one.
    fn apostrophe_at(&self, at: usize) -> Option<usize> {
        if at >= self.end {
            return None;
        }
        match self.bytes[at] {
            b'\'' => Some(1),
            0xE2 if self.text[at..self.end].starts_with('\u{2019}') => Some(3),
            _ => None,
        }
    }

    fn digit_at(&self, at: usize) -> bool {
        at < self.end && self.bytes[at].is_ascii_digit()
    }

    /// The end of the run of digits from `at`.
    fn digits(&self, mut at: usize) -> usize {
        while self.digit_at(at) {
            at += 1;
        }
        at
    }

    fn number(&mut self, start: usize) -> Token {
        let first = self.digits(start);
        let mut end = self.groups(start, first);
        if end < self.end && self.bytes[end] == b'.' && self.digit_at(end + 1) {
            let fraction = self.digits(end + 1);
            let dotted_again =
                fraction < self.end && self.bytes[fraction] == b'.' && self.digit_at(fraction + 1);
            let dotted_before =
                start > 1 && self.bytes[start - 1] == b'.' && self.bytes[start - 2].is_ascii_digit();
            if !dotted_again && !dotted_before {
                end = fraction;
            }
        }
        self.at = end;
        Token {
            span: Span::from_usize(start, end),
            kind: TokenKind::Number,
            case: Case::None,
            glued: false,
            initial: 0,
            word: WordId::UNKNOWN,
            class: WordClass::FIGURE,
            ahead: WordClass::empty(),
        }
    }

    /// The end of the comma groups behind `first`: "1,000,000", "12,34,567"; `first` where there are none.
    fn groups(&self, start: usize, first: usize) -> usize {
        if first - start > 3 {
            return first;
        }
        let mut at = first;
        let mut end = first;
        for _ in 0..MOST_GROUPS {
            if at >= self.end || self.bytes[at] != b',' {
                break;
            }
            let next = self.digits(at + 1);
            match next - (at + 1) {
                3 => end = next,
                2 => {}
                _ => break,
            }
            at = next;
        }
        end
    }

    fn word(&mut self, start: usize) -> Token {
        if let Some(token) = self.plain_word(start) {
            return token;
        }
        if let Some(end) = self.link(start) {
            self.at = end;
            return self.plain(start, end, TokenKind::Link);
        }
        let mut end = start;
        let mut letters = 0;
        while end < self.end {
            if self.bytes[end].is_ascii_alphanumeric() {
                end += 1;
            } else if self.bytes[end] >= 0x80
                && let Some(len) = self.letter_at(end)
            {
                end += len;
            } else {
                break;
            }
            letters += 1;
        }
        if let Some(end) = self.mailbox(start, end) {
            self.at = end;
            return self.plain(start, end, TokenKind::Link);
        }
        if letters == 1 {
            end = self.abbreviation(start, end);
        }
        self.at = end;
        self.looked_up(start, end, TokenKind::Word)
    }

    /// A word of plain letters and digits that nothing joins to: nearly every word, in one pass over its bytes.
    fn plain_word(&mut self, start: usize) -> Option<Token> {
        let bytes = &self.bytes[start..self.end];
        let mut lower = [0_u8; LONGEST];
        let mut tally = 0;
        let mut len = 0;
        let next = loop {
            let Some(&byte) = bytes.get(len) else { break b' ' };
            let shape = SHAPES[usize::from(byte)];
            if shape == NOT_PLAIN {
                break byte;
            }
            // Letters and digits alike.
            *lower.get_mut(len)? = byte | 0x20;
            tally += shape;
            len += 1;
        };
        let (capitals, digits) = ((tally % DIGIT) as usize, (tally / DIGIT) as usize);
        // What follows may make it an address, an abbreviation or a word with further letters.
        if !next.is_ascii()
            || matches!(next, b'@' | b'_' | b'+' | b':')
            || next == b'.' && !self.ends_word(start, len)
        {
            return None;
        }
        let mail_may_follow = next == b'-'
            && bytes.get(len + 1..).is_some_and(|rest| {
                rest.iter()
                    .take(LONGEST_MAILBOX)
                    .take_while(|byte| !byte.is_ascii_whitespace())
                    .any(|byte| *byte == b'@')
            });
        if mail_may_follow {
            return None;
        }
        self.at = start + len;
        let (word, mut class) = self.lexicon.look_up_padded(&lower, len);
        if digits > 0 {
            class |= WordClass::LETTERED;
        }
        let letters = len - digits;
        let case = match (bytes[0].is_ascii_uppercase(), capitals) {
            (true, all) if all == letters => Case::Upper,
            (true, 1) => Case::Title,
            (false, 0) => Case::Lower,
            (true | false, _) => Case::Mixed,
        };
        Some(Token {
            span: Span::from_usize(start, start + len),
            kind: TokenKind::Word,
            case,
            glued: false,
            initial: 0,
            word,
            class,
            ahead: WordClass::empty(),
        })
    }

    /// Whether the full stop behind a word is no part of it and of no address: a blank or the end follows.
    fn ends_word(&self, start: usize, len: usize) -> bool {
        let behind = start + len + 1;
        len > 1 && (behind >= self.end || self.bytes[behind].is_ascii_whitespace())
    }

    /// The end of "U.S." or "a.m" from the single letter `start..end`; `end` where there is none.
    fn abbreviation(&self, start: usize, end: usize) -> usize {
        let mut at = end;
        let mut letters = 1;
        loop {
            if at >= self.end || self.bytes[at] != b'.' {
                return if letters > 1 { at } else { end };
            }
            match self.letter_at(at + 1) {
                Some(len) if self.letter_at(at + 1 + len).is_none() && !self.digit_at(at + 1 + len) => {
                    at += 1 + len;
                    letters += 1;
                }
                _ if letters > 1 => return at + 1,
                _ => return end,
            }
            debug_assert!(at > start, "an abbreviation grows");
        }
    }

    /// The end of the web or mail address that starts at `start`, where there is one.
    fn link(&self, start: usize) -> Option<usize> {
        let rest = &self.bytes[start..self.end];
        let lower = |n: usize, word: &[u8]| rest.len() >= n && rest[..n].eq_ignore_ascii_case(word);
        let is_link = match rest[0] | 0x20 {
            b'h' => lower(7, b"http://") || lower(8, b"https://"),
            b'w' => lower(4, b"www."),
            b'p' => lower(12, b"pic.twitter."),
            _ => false,
        };
        let stop = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'<' | b'>' | b'"' | b')' | b']');
        if is_link {
            let len = rest.iter().position(stop).unwrap_or(rest.len());
            let trimmed =
                rest[..len].iter().rposition(|b| !matches!(b, b'.' | b',' | b';' | b':' | b'!' | b'?'))?;
            return Some(start + trimmed + 1);
        }
        None
    }

    /// The end of the mail address whose first word is `start..end`, where there is one.
    fn mailbox(&self, start: usize, end: usize) -> Option<usize> {
        // Most words end at a blank, and cost one look.
        if end >= self.end || !matches!(self.bytes[end], b'@' | b'.' | b'_' | b'-' | b'+') {
            return None;
        }
        let name = &self.bytes[start..self.end.min(start + LONGEST_MAILBOX)];
        let at = start
            + name
                .iter()
                .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+')))?;
        if self.bytes[at] != b'@' || !self.bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let host = &self.bytes[at + 1..self.end];
        let len = host
            .iter()
            .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')))
            .unwrap_or(host.len());
        let len = host[..len].iter().rposition(|b| *b != b'.').map_or(len, |last| last + 1);
        Some(at + 1 + len)
    }

    /// "'s" behind a word is a clitic; any other apostrophe is a mark.
    fn clitic(&mut self, start: usize, len: usize) -> Token {
        let before = self.text[..start].chars().next_back();
        let behind_markup = self.behind == Some(start) && matches!(before, Some('*' | '_' | ')' | '~' | '`'));
        let behind_word = behind_markup || before.is_some_and(char::is_alphanumeric);
        let mut end = start + len;
        let mut letters = 0;
        while let Some(step) = self.letter_at(end) {
            end += step;
            letters += 1;
        }
        if behind_word && (1..=2).contains(&letters) && !self.digit_at(end) {
            self.at = end;
            return self.looked_up(start, end, TokenKind::Clitic);
        }
        self.at = start + len;
        self.plain(start, start + len, TokenKind::Punctuation)
    }

    fn other(&mut self, start: usize) -> Token {
        let c = self.char_at(start).expect("the position is inside the block");
        let end = start + c.len_utf8();
        if matches!(c, '@' | '#') && self.letter_at(end).is_some() {
            let mut at = end;
            while self.letter_at(at).is_some()
                || self.digit_at(at)
                || (at < self.end && self.bytes[at] == b'_')
            {
                at += self.letter_at(at).unwrap_or(1);
            }
            self.at = at;
            return self.plain(start, at, TokenKind::Link);
        }
        self.at = end;
        let kind = if c.is_ascii_punctuation()
            && !matches!(c, '$' | '%' | '+' | '=' | '<' | '>' | '^' | '~' | '|')
            || is_wide_punctuation(c)
        {
            TokenKind::Punctuation
        } else {
            TokenKind::Symbol
        };
        self.looked_up(start, end, kind)
    }

    fn plain(&self, start: usize, end: usize, kind: TokenKind) -> Token {
        Token {
            span: Span::from_usize(start, end),
            kind,
            case: Case::None,
            glued: false,
            initial: 0,
            word: WordId::UNKNOWN,
            class: WordClass::empty(),
            ahead: WordClass::empty(),
        }
    }

    fn looked_up(&self, start: usize, end: usize, kind: TokenKind) -> Token {
        let written = &self.text[start..end];
        let mut lower = [0_u8; LONGEST];
        let ((word, class), case) = if let Some(folded) = Folded::of(written, &mut lower) {
            (self.lexicon.look_up_padded(&lower, folded.len), folded.case)
        } else {
            let found = match kind {
                _ if written.len() > LONGEST => (WordId::UNKNOWN, WordClass::empty()),
                // Marks have no small form.
                TokenKind::Punctuation => self.lexicon.look_up(written.as_bytes()),
                TokenKind::Word
                | TokenKind::Clitic
                | TokenKind::Number
                | TokenKind::Symbol
                | TokenKind::Link => {
                    self.lexicon.look_up(written.to_lowercase().replace('\u{2019}', "'").as_bytes())
                }
            };
            let capitals = written.chars().filter(|c| c.is_uppercase()).count();
            let smalls = written.chars().filter(|c| c.is_lowercase()).count();
            (found, case_of(written.starts_with(char::is_uppercase), capitals, smalls))
        };
        let case = if kind == TokenKind::Word { case } else { Case::None };
        let class = if kind == TokenKind::Word && written.bytes().any(|byte| byte.is_ascii_digit()) {
            class | WordClass::LETTERED
        } else {
            class
        };
        Token {
            span: Span::from_usize(start, end),
            kind,
            case,
            glued: false,
            initial: 0,
            word,
            class,
            ahead: WordClass::empty(),
        }
    }
}

/// A word of plain letters, digits and marks, as it is looked up.
struct Folded {
    /// How many bytes it has in small letters, with straight apostrophes.
    len: usize,
    case: Case,
}

impl Folded {
    /// Writes the word into a buffer of noughts; none where it has letters with accents or is too long.
    fn of(written: &str, lower: &mut [u8; LONGEST]) -> Option<Self> {
        if written.len() > LONGEST {
            return None;
        }
        let (mut len, mut capitals, mut smalls) = (0, 0, 0);
        for c in written.chars() {
            let byte = if c == '\u{2019}' { b'\'' } else { u8::try_from(c).ok().filter(u8::is_ascii)? };
            lower[len] = byte.to_ascii_lowercase();
            capitals += usize::from(byte.is_ascii_uppercase());
            smalls += usize::from(byte.is_ascii_lowercase());
            len += 1;
        }
        Some(Self { len, case: case_of(written.as_bytes()[0].is_ascii_uppercase(), capitals, smalls) })
    }
}

/// The case of a word with so many capital and small letters.
const fn case_of(opens_with_capital: bool, capitals: usize, smalls: usize) -> Case {
    match (opens_with_capital, capitals, smalls) {
        (_, 0, 0) => Case::None,
        (true, _, 0) => Case::Upper,
        (true, 1, _) => Case::Title,
        (false, 0, _) => Case::Lower,
        _ => Case::Mixed,
    }
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

const fn is_wide_punctuation(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{AB}' | '\u{BB}' | '\u{A1}' | '\u{BF}' | '\u{B7}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_that_of_the_letters() {
        for (word, want) in [
            ("word", Case::Lower),
            ("Word", Case::Title),
            ("WORD", Case::Upper),
            ("A", Case::Upper),
            ("McDonald", Case::Mixed),
            ("iPhone", Case::Mixed),
            ("\u{C9}mile", Case::Title),
            ("\u{C9}MILE", Case::Upper),
            ("COVID19", Case::Upper),
            ("\u{4E2D}\u{6587}", Case::None),
        ] {
            let mut tokens = Vec::new();
            tokenise(word, Span::from_usize(0, word.len()), &[], &Lexicon::default(), &mut tokens);
            assert_eq!(tokens[0].case, want, "{word}");
        }
    }

    fn split(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenise(text, Span::from_usize(0, text.len()), &[], &Lexicon::default(), &mut tokens);
        tokens.iter().map(|token| &text[token.span.range()]).collect()
    }

    #[test]
    fn words_numbers_and_marks_are_apart() {
        for (text, want) in [
            ("At least 1,200 died.", vec!["At", "least", "1,200", "died", "."]),
            ("U.S. envoy at 8am (9 p.m.)", vec!["U.S.", "envoy", "at", "8", "am", "(", "9", "p.m.", ")"]),
            ("Jan. 23-24", vec!["Jan", ".", "23", "-", "24"]),
            ("Trump\u{2019}s four-year plan", vec!["Trump", "\u{2019}s", "four", "-", "year", "plan"]),
            ("$2.5m, 1.2.2006", vec!["$", "2.5", "m", ",", "1", ".", "2", ".", "2006"]),
            ("see https://a.org/2026/01. Then", vec!["see", "https://a.org/2026/01", ".", "Then"]),
            ("12,34,567 and 23,24", vec!["12,34,567", "and", "23", ",", "24"]),
            ("1990s @SEP #x", vec!["1990", "s", "@SEP", "#x"]),
            ("write to a.b-c@d.org. Now", vec!["write", "to", "a.b-c@d.org", ".", "Now"]),
            ("caf\u{E9} na\u{EF}ve 5.2.", vec!["caf\u{E9}", "na\u{EF}ve", "5.2", "."]),
            ("9p.m. in Washington, D.C.", vec!["9", "p.m.", "in", "Washington", ",", "D.C."]),
        ] {
            assert_eq!(split(text), want, "{text}");
        }
    }
}
