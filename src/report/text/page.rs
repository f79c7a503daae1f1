//! A page of text at most eighty columns wide, in colour or without.
//!
//! Whatever is put on it is made safe to show first, so that no article can steer the terminal.

use crate::report::plain::neutral;
use unicode_width::UnicodeWidthStr;

/// The widest line, in columns; only what cannot be broken is wider.
pub(super) const WIDTH: usize = 80;

/// What a stretch of text is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// As it comes.
    Plain,
    /// Headings and values.
    Strong,
    /// What is there to be looked up.
    Faint,
    /// A conflict, and the words that differ.
    Red,
    /// A tension.
    Yellow,
    /// An update.
    Blue,
    /// Agreement.
    Green,
    /// The words that carry a claim.
    Cyan,
}

impl Ink {
    /// The codes of ECMA-48 that turn the ink on.
    const fn codes(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "\u{1b}[1m",
            Self::Faint => "\u{1b}[2m",
            Self::Red => "\u{1b}[1;31m",
            Self::Yellow => "\u{1b}[1;33m",
            Self::Blue => "\u{1b}[1;34m",
            Self::Green => "\u{1b}[1;32m",
            Self::Cyan => "\u{1b}[36m",
        }
    }
}

/// Text in the making.
#[derive(Debug)]
pub(super) struct Page {
    text: String,
    colour: bool,
}

impl Page {
    /// An empty page.
    pub(super) const fn new(colour: bool) -> Self {
        Self { text: String::new(), colour }
    }

    /// Puts text where the last ended.
    pub(super) fn put(&mut self, ink: Ink, text: &str) -> &mut Self {
        let drawn = self.colour && ink != Ink::Plain && !text.is_empty();
        if drawn {
            self.text.push_str(ink.codes());
        }
        self.text.push_str(&neutral(text));
        if drawn {
            self.text.push_str("\u{1b}[0m");
        }
        self
    }

    /// Ends the line.
    pub(super) fn end(&mut self) {
        self.text.push('\n');
    }

    /// Puts a blank line, never two.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.end();
        }
    }

    /// Puts words after `head`, broken between words; further lines start below the first word.
    pub(super) fn paragraph(&mut self, ink: Ink, indent: usize, head: (Ink, &str), words: &str) {
        self.put(Ink::Plain, &" ".repeat(indent)).put(head.0, head.1);
        let hang = indent + head.1.width();
        let mut column = hang;
        let mut line = String::new();
        for word in words.split_whitespace() {
            let width = word.width();
            if !line.is_empty() && column + 1 + width > WIDTH {
                self.put(ink, &line).end();
                self.put(Ink::Plain, &" ".repeat(hang));
                line.clear();
                column = hang;
            }
            if !line.is_empty() {
                line.push(' ');
                column += 1;
            }
            line.push_str(word);
            column += width;
        }
        self.put(ink, &line).end();
    }

    /// The page as it stands.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_hang_below_the_first() {
        let mut page = Page::new(false);
        page.paragraph(Ink::Plain, 2, (Ink::Strong, "why: "), &"word ".repeat(20));
        let text = page.finish();
        assert!(text.lines().all(|line| line.width() <= WIDTH), "{text}");
        assert!(text.lines().nth(1).is_some_and(|line| line.starts_with("       word")), "{text}");
    }

    #[test]
    fn ink_shows_in_colour_alone() {
        for (colour, text) in [(false, "five"), (true, "\u{1b}[1;31mfive\u{1b}[0m")] {
            let mut page = Page::new(colour);
            page.put(Ink::Red, "five");
            assert_eq!(page.finish(), text);
        }
    }
}
