//! Lines and columns of byte offsets, counted from one as editors count them.

use crate::text::{Source, Span};

/// The bytes between two counts of scalars: a look-up counts no more than this, however long the line. Every mention and
/// claim of a report asks.
const STEP: usize = 64;

/// The starts of a text's lines, for many look-ups in one text.
#[derive(Debug)]
pub struct Lines<'t> {
    source: Option<&'t Source>,
    text: &'t str,
    starts: Vec<usize>,
    /// The scalars that start before each step.
    scalars: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of a source as they stand in its file.
    #[must_use]
    pub fn of(source: &'t Source) -> Self {
        Self { source: Some(source), ..Self::of_text(source.printed()) }
    }

    fn of_text(text: &'t str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        let mut counts = vec![0];
        let mut before = 0;
        for step in text.as_bytes().chunks(STEP) {
            before += scalars(step);
            counts.push(before);
        }
        Self { source: None, text, starts: std::iter::once(0).chain(ends).collect(), scalars: counts }
    }

    /// The line and column of a byte offset; columns count Unicode scalars.
    fn place(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= at);
        (line, 1 + self.scalars_before(at) - self.scalars_before(self.starts[line - 1]))
    }

    /// The line and column where a span of the source's text starts.
    #[must_use]
    pub fn place_of(&self, span: Span) -> (usize, usize) {
        self.place(self.in_file(span).start())
    }

    /// The line and column of the first character of a span of the source's text, and those behind its last.
    pub(super) fn ends(&self, span: Span) -> ((usize, usize), (usize, usize)) {
        let span = self.in_file(span);
        (self.place(span.start()), self.place(span.end()))
    }

    fn in_file(&self, span: Span) -> Span {
        self.source.map_or(span, |source| source.in_file(span))
    }

    fn scalars_before(&self, at: usize) -> usize {
        let step = at / STEP;
        self.scalars[step] + scalars(&self.text.as_bytes()[step * STEP..at])
    }
}

/// The scalars that start in some bytes of UTF-8.
fn scalars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_scalars_and_lines_start_at_one() {
        let lines = Lines::of_text("né at\n\nfünf Tote");
        for (at, place) in [(0, (1, 1)), (3, (1, 3)), (7, (2, 1)), (8, (3, 1)), (14, (3, 6))] {
            assert_eq!(lines.place(at), place, "byte {at}");
        }
    }

    #[test]
    fn long_lines_count_on() {
        let text = format!("{}\n{}x", "é".repeat(5 * STEP), "東".repeat(3 * STEP));
        let lines = Lines::of_text(&text);
        assert_eq!(lines.place(text.len() - 1), (2, 3 * STEP + 1));
        assert_eq!(lines.place(2 * (STEP + 1)), (1, STEP + 2));
        assert_eq!(lines.place(text.len()), (2, 3 * STEP + 2));
    }
}
