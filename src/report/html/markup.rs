//! The one way by which words come onto the page: escaped, with what nobody could see shown by its code.
//!
//! A [`Markup`] is made here and nowhere else, so that a template cannot be handed markup that an article wrote.

use crate::report::plain::shown;
use askama::filters::HtmlSafe;
use std::{fmt, ops::Range};

/// Markup that was made from words.
#[derive(Debug, Clone, Default)]
pub(super) struct Markup(String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Markup {}

/// What a stretch of text is shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Words that carry a claim.
    Claim,
    /// Words of a claim that the other side does not have.
    Differs,
}

impl Markup {
    /// Words, set apart from the direction of the text around them.
    pub(super) fn words(text: &str) -> Self {
        let mut markup = Self("<bdi>".to_owned());
        markup.put(text);
        markup.0.push_str("</bdi>");
        markup
    }

    /// A stretch of an article with the words of claims and the differing words marked.
    ///
    /// `marks` are byte ranges within `text`, sorted and apart.
    pub(super) fn passage(text: &str, stretch: Range<usize>, marks: &[(Range<usize>, Ink)]) -> Self {
        let mut markup = Self::default();
        markup.put_marked(text, stretch, marks);
        markup
    }

    /// Starts an element that holds a stretch which others point at.
    pub(super) fn open_stretch(&mut self, id: &str) {
        self.0.push_str("<span class=\"st\" id=\"");
        self.put(id);
        self.0.push_str("\">");
    }

    /// Ends it.
    pub(super) fn close_stretch(&mut self) {
        self.0.push_str("</span>");
    }

    /// Starts a paragraph.
    pub(super) fn paragraph(&mut self) {
        self.0.push_str("<p>");
    }

    /// Starts a paragraph of data about the article.
    pub(super) fn small_paragraph(&mut self) {
        self.0.push_str("<p class=\"fm\">");
    }

    /// Puts a stretch of an article; line ends inside it are line ends.
    pub(super) fn put_marked(&mut self, text: &str, stretch: Range<usize>, marks: &[(Range<usize>, Ink)]) {
        let mut at = stretch.start;
        for (mark, ink) in marks {
            let mark = mark.start.max(at)..mark.end.min(stretch.end);
            if mark.is_empty() {
                continue;
            }
            self.put_lines(text, at..mark.start);
            let name = match ink {
                Ink::Claim => "<mark>",
                Ink::Differs => "<mark class=\"df\">",
            };
            self.0.push_str(name);
            self.put_lines(text, mark.clone());
            self.0.push_str("</mark>");
            at = mark.end;
        }
        self.put_lines(text, at..stretch.end);
    }

    /// Puts words on one line.
    fn put(&mut self, text: &str) {
        for c in text.chars() {
            self.put_char(c);
        }
    }

    /// Puts a stretch of an article: copy that was wrapped flows, a line that ends early was meant to.
    fn put_lines(&mut self, text: &str, stretch: Range<usize>) {
        let before = &text.as_bytes()[stretch.start.saturating_sub(WRAPPED)..stretch.start];
        let mut line = memchr::memrchr(b'\n', before)
            .map_or(stretch.start.saturating_sub(WRAPPED), |at| stretch.start - before.len() + at + 1);
        for (at, c) in text[stretch.clone()].char_indices() {
            if c == '\n' {
                let at = stretch.start + at;
                self.0.push_str(if at - line < WRAPPED { "<br>" } else { "\n" });
                line = at + 1;
            } else {
                self.put_char(c);
            }
        }
    }

    fn put_char(&mut self, c: char) {
        match c {
            '&' => self.0.push_str("&amp;"),
            '<' => self.0.push_str("&lt;"),
            '>' => self.0.push_str("&gt;"),
            '"' => self.0.push_str("&quot;"),
            '\'' => self.0.push_str("&#39;"),
            '\t' | '\n' | '\r' => self.0.push(' '),
            c if is_hidden(c) => {
                self.0.push_str(&format!("<span class=\"u\">U+{:04X}</span>", u32::from(c)));
            }
            c => self.0.push(c),
        }
    }
}

/// The shortest line, in bytes, that may have been broken only because it was full.
const WRAPPED: usize = 60;

/// Whether a character would steer the text or show nothing. A byte that was not text stands as U+001A.
const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{FFFE}' | '\u{FFFF}')
        || (shown(c) == char::REPLACEMENT_CHARACTER && c != char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_words() {
        for (text, html) in [
            ("five killed", "five killed"),
            ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
            ("a\" onclick='x'", "a&quot; onclick=&#39;x&#39;"),
            ("a\u{202E}b\0", "a<span class=\"u\">U+202E</span>b<span class=\"u\">U+0000</span>"),
            ("two\r\nlines", "two  lines"),
        ] {
            assert_eq!(Markup::words(text).to_string(), format!("<bdi>{html}</bdi>"));
        }
    }

    #[test]
    fn marks_stand_around_their_words_and_never_cross() {
        let text = "At least <five> died here.";
        let marks = [(0..9, Ink::Claim), (9..15, Ink::Differs), (15..20, Ink::Claim), (90..99, Ink::Claim)];
        assert_eq!(
            Markup::passage(text, 3..text.len(), &marks[..3]).to_string(),
            "<mark>least </mark><mark class=\"df\">&lt;five&gt;</mark><mark> died</mark> here."
        );
    }
}
