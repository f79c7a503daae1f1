//! Finds what of a Markdown text is no running text: comments, which no reader is shown, and fenced code.
//!
//! ```text
//! comment = "<!--" ... "-->"
//! code    = fence info? line-end ... fence            the second at least as long, and nothing behind it
//! fence   = at the start of a line three or more of "`" or of "~"
//! ```
//!
//! What is never closed is read as it stands: a stray mark must not take the rest of an article with it.

use crate::text::Span;
use memchr::{memchr, memmem};

/// The fewest marks of a fence.
const FENCE: usize = 3;

/// The comments and the fenced code in `text` from `from` on, in order.
pub(super) fn asides(text: &str, from: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open = Open { no_comment: false, no_fence: usize::MAX };
    let (mut at, mut line_end) = (from, from);
    while at < text.len() {
        // A line of many comments is looked through for its end once.
        if at >= line_end {
            line_end = memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |len| at + len + 1);
        }
        let opens_line = at == from || text.as_bytes()[at - 1] == b'\n';
        let aside = if opens_line { open.code(text, at, line_end) } else { None };
        match aside.or_else(|| open.comment(text, at, line_end)) {
            Some(aside) => {
                found.push(aside);
                at = aside.end();
            }
            None => at = line_end,
        }
    }
    found
}

/// What is known not to be closed further on, so that many openings cost no more than one.
struct Open {
    no_comment: bool,
    /// Fences of so many marks and more are closed nowhere.
    no_fence: usize,
}

impl Open {
    /// The code that the line opens.
    fn code(&mut self, text: &str, at: usize, line_end: usize) -> Option<Span> {
        let (mark, count, info) = fence(&text[at..line_end])?;
        if count >= self.no_fence || info.contains('`') {
            return None;
        }
        let mut start = line_end;
        for line in text[line_end..].split_inclusive('\n') {
            let end = start + line.len();
            if fence(line).is_some_and(|(held, len, info)| held == mark && len >= count && info.is_empty()) {
                return Some(Span::from_usize(at, end));
            }
            start = end;
        }
        // A fence of the other mark may be closed all the same, which is not worth a second look.
        self.no_fence = count;
        None
    }

    /// The first comment that opens in the line.
    fn comment(&mut self, text: &str, at: usize, line_end: usize) -> Option<Span> {
        if self.no_comment {
            return None;
        }
        let start = at + memmem::find(&text.as_bytes()[at..line_end], b"<!--")?;
        // "<!-->" is a whole comment.
        let inner = start + "<!".len();
        let Some(len) = memmem::find(&text.as_bytes()[inner..], b"-->") else {
            self.no_comment = true;
            return None;
        };
        Some(Span::from_usize(start, inner + len + "-->".len()))
    }
}

/// The mark of the fence that a line is, how many there are, and what stands behind them.
fn fence(line: &str) -> Option<(u8, usize, &str)> {
    let line = line.trim();
    let mark = *line.as_bytes().first().filter(|mark| matches!(mark, b'`' | b'~'))?;
    let count = line.bytes().take_while(|byte| *byte == mark).count();
    (count >= FENCE).then(|| (mark, count, line[count..].trim()))
}

#[cfg(test)]
mod tests {
    use super::asides;

    #[test]
    fn comments_and_code_are_no_running_text() {
        for (text, want) in [
            ("Two <!-- three --> died.", &["<!-- three -->"][..]),
            (
                "A\n\n<!-- B\n\nC -->\n\nD <!-- E --> <!-- F -->",
                &["<!-- B\n\nC -->", "<!-- E -->", "<!-- F -->"],
            ),
            ("A <!--> B", &["<!-->"]),
            ("A <!-- B", &[]),
            ("A\n```\nB\n```\nC", &["```\nB\n```\n"]),
            ("~~~~ text\nB\n~~~\n~~~~\nC", &["~~~~ text\nB\n~~~\n~~~~\n"]),
            ("```\n<!-- B\n```\nC -->", &["```\n<!-- B\n```\n"]),
            ("<!--\n```\n-->\nC\n```\nD", &["<!--\n```\n-->"]),
            ("```\nA stray mark", &[]),
            ("Some ``` in a line ``` of text", &[]),
            ("``` in a line ```\nTwo died.\n```\n", &[]),
        ] {
            let found: Vec<&str> = asides(text, 0).iter().map(|span| &text[span.range()]).collect();
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn marks_that_nobody_closes_cost_one_look() {
        for piece in ["<!--", "<!-- \n", "```x\n", "~~~x\n<!--", "```x\n~~~y\n"] {
            assert_eq!(asides(&piece.repeat(100_000), 0), [], "{piece}");
        }
    }
}
