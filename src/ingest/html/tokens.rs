//! Cuts HTML into tags and stretches of words, each with its place; nothing is refused.
//!
//! ```text
//! token   = comment | raw | end | start | words
//! comment = "<!--" ... "-->"  |  ("<!" | "<?") ... ">"
//! raw     = start of script, style and the like, and all up to its end tag
//! end     = "</" letter ... ">"
//! start   = "<" letter name (blank attribute)* "/"? ">"
//! words   = anything else, up to the next "<" that opens one of these
//! ```

use super::entity::reference;
use std::borrow::Cow;

/// Elements whose content is no markup.
const RAW: [&str; 7] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed"];

/// A piece of a page.
#[derive(Debug)]
pub(super) enum Token<'h> {
    /// A start tag; an empty one ends in "/>".
    Start { name: String, attributes: Vec<(String, Cow<'h, str>)>, is_empty: bool },
    /// An end tag.
    End { name: String },
    /// Words from `at` on, references as they are written.
    Words { at: usize, text: &'h str },
    /// What stands in an element whose content is no markup.
    Raw { name: String, attributes: Vec<(String, Cow<'h, str>)>, text: &'h str },
}

/// The tokens of a page, in order.
pub(super) struct Tokens<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> Tokens<'h> {
    pub(super) const fn of(html: &'h str) -> Self {
        Self { html, at: 0 }
    }

    fn byte(&self, at: usize) -> u8 {
        self.html.as_bytes().get(at).copied().unwrap_or_default()
    }

    fn place_of(&self, byte: u8, from: usize) -> usize {
        let rest = &self.html.as_bytes()[from.min(self.html.len())..];
        memchr::memchr(byte, rest).map_or(self.html.len(), |at| from + at)
    }

    /// Whether a tag or comment opens at `at`, where a "<" stands.
    fn opens(&self, at: usize) -> bool {
        match self.byte(at + 1) {
            b'!' | b'?' => true,
            b'/' => self.byte(at + 2).is_ascii_alphabetic(),
            other => other.is_ascii_alphabetic(),
        }
    }

    fn words(&mut self) -> Token<'h> {
        let start = self.at;
        let mut end = start;
        while end < self.html.len() {
            end = self.place_of(b'<', end);
            if end < self.html.len() && self.opens(end) {
                break;
            }
            end = (end + 1).min(self.html.len());
        }
        self.at = end;
        Token::Words { at: start, text: &self.html[start..end] }
    }

    fn skip_comment(&mut self) {
        let rest = &self.html[self.at..];
        let end = match rest.strip_prefix("<!--") {
            // "<!-->" and "<!--->" are whole.
            Some(inside) if inside.starts_with('>') => Some("<!-->".len()),
            Some(inside) if inside.starts_with("->") => Some("<!--->".len()),
            Some(inside) => inside.find("-->").map(|at| at + "<!---->".len()),
            None => rest.find('>').map(|at| at + 1),
        };
        self.at = end.map_or(self.html.len(), |end| self.at + end);
    }

    fn name(&self, at: usize) -> (String, usize) {
        let len = self.html[at..]
            .bytes()
            .take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'>' | b'/'))
            .count();
        (self.html[at..at + len].to_ascii_lowercase(), at + len)
    }

    fn start(&mut self) -> Token<'h> {
        let (name, mut at) = self.name(self.at + 1);
        let mut attributes = Vec::new();
        loop {
            at += self.html[at..]
                .bytes()
                .take_while(|byte| byte.is_ascii_whitespace() || *byte == b'/')
                .count();
            if at >= self.html.len() || self.byte(at) == b'>' {
                break;
            }
            let (key, value, end) = self.attribute(at);
            attributes.push((key, value));
            at = end;
        }
        let is_empty = at > 0 && self.byte(at - 1) == b'/';
        self.at = (at + 1).min(self.html.len());
        if !RAW.contains(&name.as_str()) {
            return Token::Start { name, attributes, is_empty };
        }
        let start = self.at;
        let mut end = start;
        loop {
            end = self.place_of(b'<', end);
            let tail = self.html.as_bytes().get(end + 2..end + 2 + name.len());
            if end >= self.html.len()
                || self.byte(end + 1) == b'/'
                    && tail.is_some_and(|tail| tail.eq_ignore_ascii_case(name.as_bytes()))
            {
                break;
            }
            end += 1;
        }
        self.at =
            if end < self.html.len() { (self.place_of(b'>', end) + 1).min(self.html.len()) } else { end };
        Token::Raw { name, attributes, text: &self.html[start..end.max(start)] }
    }

    fn attribute(&self, start: usize) -> (String, Cow<'h, str>, usize) {
        let rest = &self.html[start..];
        let len = rest
            .bytes()
            .skip(1)
            .take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'>' | b'/'))
            .count()
            + 1;
        let len = rest.ceil_char_boundary(len.min(rest.len()));
        let key = rest[..len].to_ascii_lowercase();
        let mut at = start + len;
        let blanks = |at: usize| self.html[at..].bytes().take_while(u8::is_ascii_whitespace).count();
        let behind = at + blanks(at);
        if self.byte(behind) != b'=' {
            return (key, Cow::Borrowed(""), at);
        }
        at = behind + 1;
        at += blanks(at);
        let (value, end) = match self.byte(at) {
            quote @ (b'"' | b'\'') => {
                let end = self.place_of(quote, at + 1);
                (&self.html[(at + 1).min(end)..end], (end + 1).min(self.html.len()))
            }
            _ => {
                let len = self.html[at..]
                    .bytes()
                    .take_while(|byte| !byte.is_ascii_whitespace() && *byte != b'>')
                    .count();
                (&self.html[at..at + len], at + len)
            }
        };
        (key, plain(value), end)
    }
}

/// Words with their references read.
pub(in crate::ingest) fn plain(written: &str) -> Cow<'_, str> {
    if !written.contains('&') {
        return Cow::Borrowed(written);
    }
    let mut words = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('&') {
        words.push_str(&rest[..at]);
        rest = &rest[at..];
        let len = match reference(rest) {
            Some((character, len)) => {
                words.push_str(&character);
                len
            }
            None => {
                words.push('&');
                1
            }
        };
        rest = &rest[len..];
    }
    words.push_str(rest);
    Cow::Owned(words)
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        while self.at < self.html.len() {
            if self.byte(self.at) != b'<' || !self.opens(self.at) {
                return Some(self.words());
            }
            match self.byte(self.at + 1) {
                b'!' | b'?' => self.skip_comment(),
                b'/' => {
                    let (name, end) = self.name(self.at + 2);
                    self.at = (self.place_of(b'>', end) + 1).min(self.html.len());
                    return Some(Token::End { name });
                }
                _ => return Some(self.start()),
            }
        }
        None
    }
}
