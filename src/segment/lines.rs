//! Finds the paragraphs of a text: its lines, or the lines of hard-wrapped copy joined again.
//!
//! Wire copy is often broken at 70 to 80 columns with a blank line between paragraphs; other articles hold a
//! paragraph or a sentence a line. One look at all lines decides which of the two a text is.

use crate::text::Span;

/// The widest column that copy is wrapped at.
const WIDEST: usize = 100;

/// The narrowest column that copy is wrapped at.
const NARROWEST: usize = 40;

/// How far a wrapped line may stay short of its column: editors break earlier than they must.
const SLACK: usize = 16;

/// About how many bytes of news have a line.
const BYTES_OF_A_LINE: usize = 64;

/// A line that is not blank.
struct Line {
    span: Span,
    indent: usize,
    /// In characters; counted up to a little over [`WIDEST`].
    width: usize,
    /// The width of its first word.
    first_word: usize,
    after_blank: bool,
    opens_lower: bool,
    ends_sentence: bool,
}

/// The paragraphs of `text` from `from` on, in order, without the blanks around them.
pub(super) fn paragraphs(text: &str, from: usize) -> Vec<Span> {
    let lines = lines(text, from);
    let Some(column) = wrap_column(text, &lines) else {
        return lines.iter().map(|line| line.span).collect();
    };
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut last: Option<&Line> = None;
    for line in &lines {
        let goes_on = last.is_some_and(|last| fits(last, line, column) && line.indent <= last.indent.max(1));
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => *paragraph = paragraph.cover(line.span),
            _ => paragraphs.push(line.span),
        }
        last = Some(line);
    }
    paragraphs
}

fn lines(text: &str, from: usize) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / BYTES_OF_A_LINE);
    let mut at = from;
    let mut after_blank = true;
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{1A}');
    for piece in pieces(&text[from..]) {
        let opened = piece.trim_start_matches(blank);
        let line = opened.trim_end_matches(blank);
        let indent = piece.len() - opened.len();
        if line.is_empty() {
            after_blank = true;
        } else {
            let end = line.trim_end_matches(['"', '\'', ')', ']', '\u{201D}', '\u{2019}']);
            lines.push(Line {
                span: Span::from_usize(at + indent, at + indent + line.len()),
                indent,
                width: width(line, WIDEST * 2) + indent,
                first_word: line.chars().take(WIDEST).take_while(|c| !c.is_whitespace()).count(),
                after_blank,
                opens_lower: line.starts_with(char::is_lowercase),
                ends_sentence: end.ends_with(['.', '!', '?', ':']),
            });
            after_blank = false;
        }
        at += piece.len();
    }
    lines
}

/// The lines with what ends them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1);
    let mut from = 0;
    ends.chain((!text.ends_with('\n')).then_some(text.len())).map(move |end| {
        let piece = &text[from..end];
        from = end;
        piece
    })
}

/// How many characters a line has, counted up to so many.
fn width(line: &str, most: usize) -> usize {
    if line.is_ascii() { line.len().min(most) } else { line.chars().take(most).count() }
}

/// Whether `line` goes on where `last` was broken at `column`.
fn fits(last: &Line, line: &Line, column: usize) -> bool {
    !line.after_blank && last.width + 1 + line.first_word + SLACK > column
}

/// The column that the text was wrapped at; none where its lines end where their writer ended them.
fn wrap_column(text: &str, lines: &[Line]) -> Option<usize> {
    let wide = lines.iter().filter(|line| line.width > WIDEST).count();
    let column = lines.iter().map(|line| line.width).filter(|width| *width <= WIDEST).max()?;
    if wide * 20 > lines.len() || column < NARROWEST {
        return None;
    }
    let (mut pairs, mut fitting, mut broken, mut lower) = (0, 0, 0, 0);
    for pair in lines.windows(2).filter(|pair| !pair[1].after_blank) {
        pairs += 1;
        fitting += usize::from(fits(&pair[0], &pair[1], column));
        broken += usize::from(!pair[0].ends_sentence);
        lower += usize::from(pair[1].opens_lower);
    }
    // In capitals no line opens with a small letter, so the missing full stops must do.
    let capitals = !text.chars().take(2_000).any(char::is_lowercase);
    let mid_sentence =
        if capitals { pairs > 1 && broken * 2 >= pairs } else { lower > 0 && lower * 4 >= pairs };
    (pairs > 0 && fitting * 10 >= pairs * 7 && mid_sentence).then_some(column)
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    fn read(text: &str) -> Vec<String> {
        paragraphs(text, 0)
            .into_iter()
            .map(|span| text[span.range()].split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn wrapped_copy_is_joined() {
        let text = "HARBOUR CITY, 4 MAR 88 -- [TEXT] THE COAST GUARD SAID TODAY THAT TWO\n\
                    FISHING BOATS WERE LOST IN THE STORM AND THAT A THIRD WAS TOWED INTO PORT\n\
                    WITHOUT ITS CREW.\n\n   THE HARBOUR MASTER ADDED THAT NO OTHER BOAT WAS OUT AT SEA WHEN THE WIND\n\
                    TURNED.\n";
        assert_eq!(read(text).len(), 2);
        let text = "The coast guard said on Monday that two fishing boats were lost in\nthe storm and that a third \
                    was towed into port without its crew by\na tug.\n\nNo other boat was out.\n";
        assert_eq!(
            read(text),
            [
                "The coast guard said on Monday that two fishing boats were lost in the storm and that a third was \
             towed into port without its crew by a tug.",
                "No other boat was out.",
            ]
        );
    }

    #[test]
    fn a_sentence_a_line_stays_so() {
        let text = "Two boats lost off the coast\nMarch 4, 1988\nTwo fishing boats were lost in a storm on Monday.\n\
                    A third was towed into port without its crew.\nNobody else was out.\n";
        assert_eq!(read(text).len(), 5);
        let text = "A short line\nand a longer line of a verse that goes on\nand on";
        assert_eq!(read(text).len(), 3);
    }

    #[test]
    fn blank_marks_and_carriage_returns_are_outside() {
        assert_eq!(read("\u{FEFF}One.\r\n\r\n \tTwo.\r\n"), ["One.", "Two."]);
    }
}
