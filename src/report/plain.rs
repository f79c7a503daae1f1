//! Makes words from articles safe to show: nothing in them can move the cursor, colour the screen or turn the text
//! round.

use std::borrow::Cow;

/// The character to show for one that was written; blanks of every kind become one plain blank.
pub(super) const fn shown(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{A0}' | '\u{2028}' | '\u{2029}' => ' ',
        // Controls (with U+001A, which stands for a byte that was not UTF-8), marks that turn the direction of
        // the text, and characters that nobody sees.
        '\0'..='\u{1F}'
        | '\u{7F}'..='\u{9F}'
        | '\u{AD}'
        | '\u{61C}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// The text to show for one that was written.
#[must_use]
pub fn neutral(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| shown(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(shown).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_written_can_steer_the_terminal() {
        for (written, to_show) in [
            ("five killed", "five killed"),
            ("\u{1b}[31mred", "\u{FFFD}[31mred"),
            ("\u{9b}2J", "\u{FFFD}2J"),
            ("a\u{202E}b", "a\u{FFFD}b"),
            ("two\r\nlines", "two  lines"),
            ("Zoë 🧑\u{200D}🚒", "Zoë 🧑\u{200D}🚒"),
        ] {
            assert_eq!(neutral(written), to_show);
        }
    }
}
