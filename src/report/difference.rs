//! Which words of two passages differ, whatever their case.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// The words of each passage that the other does not have in the same order, as ranges of bytes.
pub(super) fn differing(left: &str, right: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (left_words, right_words) = (words(left), words(right));
    let lower = |text: &str, words: &[Range<usize>]| -> Vec<String> {
        words.iter().map(|word| text[word.clone()].to_lowercase()).collect()
    };
    let ops = capture_diff_slices(Algorithm::Myers, &lower(left, &left_words), &lower(right, &right_words));
    let (mut in_left, mut in_right) = (Vec::new(), Vec::new());
    for op in ops {
        match op {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                in_left.extend_from_slice(&left_words[op.old_range()]);
                in_right.extend_from_slice(&right_words[op.new_range()]);
            }
        }
    }
    (in_left, in_right)
}

/// The words of a text: letters and digits, with the marks that figures and names hold inside.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut inner_mark = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_alphanumeric() {
            match words.last_mut() {
                Some(last) if last.end == at || (inner_mark && last.end + 1 == at) => last.end = end,
                _ => words.push(at..end),
            }
            inner_mark = false;
        } else {
            inner_mark = matches!(c, '.' | ',' | '\'') && words.last().is_some_and(|last| last.end == at);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_differ_and_marks_do_not() {
        for (left, right, in_left, in_right) in [
            ("At least three people were killed", "at least five people were killed", "three", "five"),
            ("5.2 magnitude", "5.3-magnitude", "5.2", "5.3"),
            ("in Miami", "in Miami, Florida", "", "Florida"),
            ("same words", "Same words.", "", ""),
        ] {
            let (l, r) = differing(left, right);
            let joined = |text: &str, found: &[Range<usize>]| {
                found.iter().map(|word| &text[word.clone()]).collect::<Vec<_>>().join(" ")
            };
            assert_eq!((joined(left, &l), joined(right, &r)), (in_left.to_owned(), in_right.to_owned()));
        }
    }
}
