//! Finds the bytes of a Markdown text that are markup and not words.
//!
//! News in Markdown mostly comes from scrapers, so broken links are read as far as they can be. Only what stands on
//! one line is looked at, but for what [`super::asides`] finds: nothing here nests deeper than a link in a line.
//!
//! ```text
//! markup   = line-mark? (link | emphasis | escape | tag)*
//! line-mark= "#"+ blank | ">" | bullet blank | digit+ ("." | ")") blank
//! link     = "!"? "[" ... "](" destination ")"       the brackets and the destination
//! emphasis = run of "*", "_", "~" or "`" that touches a word on one side only
//! escape   = "\" before a mark
//! tag      = "<" "/"? letter ... ">"                 but an address keeps its words
//! ```

use super::asides::asides;
use crate::text::Span;

/// The longest HTML tag that is skipped, in bytes.
const LONGEST_TAG: usize = 200;

/// The stretches of markup in `text` from `from` on, in order, none touching the next.
pub(super) fn markup(text: &str, from: usize) -> Vec<Span> {
    let mut found = asides(text, from);
    let mut start = from;
    for line in text[from..].split_inclusive('\n') {
        let end = start + line.trim_end().len();
        Line { bytes: text.as_bytes(), start, end, found: &mut found }.read();
        start += line.len();
    }
    found.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(found.len());
    for span in found {
        match joined.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined
}

struct Line<'a> {
    bytes: &'a [u8],
    start: usize,
    end: usize,
    found: &'a mut Vec<Span>,
}

impl Line<'_> {
    fn read(&mut self) {
        let mut at = self.line_mark();
        let mut open = Vec::new();
        let mut unclosed = false;
        while at < self.end {
            at = match self.bytes[at] {
                b'[' => {
                    open.push(at);
                    at + 1
                }
                b']' if self.byte(at + 1) == Some(b'(') && !unclosed => match self.destination(at + 1) {
                    Some(end) => {
                        if let Some(bracket) = open.pop() {
                            let image = bracket > self.start && self.bytes[bracket - 1] == b'!';
                            self.mark(bracket - usize::from(image), bracket + 1);
                        }
                        self.mark(at, end);
                        end
                    }
                    None => {
                        unclosed = true;
                        at + 1
                    }
                },
                mark @ (b'*' | b'_' | b'~' | b'`') => self.emphasis(at, mark),
                b'\\' if self.byte(at + 1).is_some_and(|next| next.is_ascii_punctuation()) => {
                    self.mark(at, at + 1);
                    at + 2
                }
                b'<' => self.tag(at),
                _ => at + 1,
            };
        }
    }

    /// Marks what stands before the words of the line and answers where they start.
    fn line_mark(&mut self) -> usize {
        let line = &self.bytes[self.start..self.end];
        let indent = line.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let line = &line[indent..];
        let run = |wanted: fn(&u8) -> bool| line.iter().take_while(|byte| wanted(byte)).count();
        let blank_at = |at: usize| line.get(at).is_some_and(u8::is_ascii_whitespace);
        let hashes = run(|byte| *byte == b'#');
        let digits = run(u8::is_ascii_digit);
        let len = if (1..=6).contains(&hashes) && blank_at(hashes) {
            hashes
        } else if line.first() == Some(&b'>')
            || matches!(line.first(), Some(b'-' | b'*' | b'+')) && blank_at(1)
        {
            1
        } else if (1..=3).contains(&digits)
            && matches!(line.get(digits), Some(b'.' | b')'))
            && blank_at(digits + 1)
        {
            digits + 1
        } else {
            0
        };
        let start = self.start + indent;
        self.mark(start, start + len);
        start + len
    }

    /// The end of a link's destination that opens at the bracket at `open`; none where it does not close.
    fn destination(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for at in open..self.end {
            match self.bytes[at] {
                b'(' => depth += 1,
                b')' if depth == 1 => return Some(at + 1),
                b')' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    fn emphasis(&mut self, at: usize, mark: u8) -> usize {
        let mut end = at;
        while self.byte(end) == Some(mark) {
            end += 1;
        }
        let wordy = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte >= 0x80);
        let inside = |byte: Option<u8>| byte.is_some_and(|byte| !byte.is_ascii_whitespace());
        let before = (at > self.start).then(|| self.bytes[at - 1]);
        let after = self.byte(end);
        let within_word = wordy(before) && wordy(after) && matches!(mark, b'_' | b'~');
        let ruler = at == self.start && end == self.end;
        if ruler || !within_word && (inside(before) || inside(after)) {
            self.mark(at, end);
        }
        end
    }

    fn tag(&mut self, at: usize) -> usize {
        let letter = if self.byte(at + 1) == Some(b'/') { at + 2 } else { at + 1 };
        if !self.byte(letter).is_some_and(|byte| byte.is_ascii_alphabetic()) {
            return at + 1;
        }
        let limit = self.end.min(at + LONGEST_TAG);
        let Some(close) = self.bytes[at..limit].iter().position(|byte| *byte == b'>').map(|len| at + len)
        else {
            return at + 1;
        };
        let is_address = self.bytes[at..close].iter().any(|byte| matches!(byte, b':' | b'@'))
            && !self.bytes[at..close].contains(&b' ');
        if is_address {
            self.mark(at, at + 1);
            self.mark(close, close + 1);
        } else {
            self.mark(at, close + 1);
        }
        close + 1
    }

    fn byte(&self, at: usize) -> Option<u8> {
        (at < self.end).then(|| self.bytes[at])
    }

    fn mark(&mut self, start: usize, end: usize) {
        if start < end {
            self.found.push(Span::from_usize(start, end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::markup;

    fn words(text: &str) -> String {
        let mut left = String::new();
        let mut at = 0;
        for span in markup(text, 0) {
            left.push_str(&text[at..span.start()]);
            at = span.end();
        }
        left + &text[at..]
    }

    #[test]
    fn markup_is_no_word() {
        for (text, want) in [
            ("By [Jane Roe](https://a.org/jane)", "By Jane Roe"),
            ("as _The Post_ , said", "as The Post , said"),
            ("**Two** dead", "Two dead"),
            ("## What we know", " What we know"),
            ("snake_case stays, 5 * 3 too", "snake_case stays, 5 * 3 too"),
            ("[](https://a.org/x?<https:/b.org/(c)> \"Share\")", ""),
            ("Older story](https://a.org/<https:/b.org>)", "Older story"),
            ("a [bracket] in a quote", "a [bracket] in a quote"),
            ("<https://a.org/x>", "https://a.org/x"),
            ("one<br/>two", "onetwo"),
            ("1\\. not a list", "1. not a list"),
            ("[open](never closed", "[open](never closed"),
            ("Two <!-- not [three](x) --> died", "Two  died"),
            ("A\n```\n**B**\n```\nC", "A\nC"),
        ] {
            assert_eq!(words(text), want, "{text}");
        }
    }

    #[test]
    fn hostile_brackets_cost_one_pass() {
        for piece in ["[", "](", "[a](", "**a", "<a", "<!-- a", "<!--a-->", "\\", "_ _"] {
            let text = piece.repeat(200_000);
            assert!(markup(&text, 0).len() <= text.len());
        }
    }
}
