//! A passage quoted in place: the sentence around a claim, with the claim's words underlined.
//!
//! Words that differ from the other side's stand over carets, the claim's other words over dashes. A long sentence
//! is cut to what stands around the claim, so that the work does not grow with the article.

use super::page::{Ink, Page, WIDTH};
use crate::{report::plain::shown, text::Span};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// What stands left of a passage.
const MARGIN: &str = "    | ";
/// The columns that a passage has; the last two are for the dots where it is cut.
const ROOM: usize = WIDTH - MARGIN.len();
/// The lines that a passage may take.
const LINES: usize = 3;
/// The bytes on either side of a claim's start that are looked at: more than `LINES` lines of any script.
const REACH: usize = 4 * LINES * ROOM;

/// How a character is underlined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Claim,
    Differs,
}

/// A character to show.
#[derive(Debug, Clone, Copy)]
struct Cell {
    c: char,
    mark: Mark,
}

impl Cell {
    fn width(self) -> usize {
        self.c.width().unwrap_or(0)
    }
}

/// Puts a passage on the page.
pub(super) fn put(page: &mut Page, text: &str, sentence: Span, claim: Span, differing: &[Range<usize>]) {
    let (cells, cut_before, cut_after) = cells(text, sentence, claim, differing);
    let words = words(&cells);
    let window = window(&cells, &words);
    let before = cut_before || window.start > 0;
    let after = cut_after || window.end < words.len();
    let shown = &words[window];
    let mut line: Vec<Cell> = Vec::new();
    if before {
        line.extend(dots());
    }
    let mut lines = Vec::new();
    for word in shown {
        let word = &cells[word.clone()];
        if !line.is_empty() && width(&line) + 1 + width(word) > ROOM - 2 {
            lines.push(std::mem::take(&mut line));
        }
        match (line.last(), word.first()) {
            (Some(last), Some(first)) if last.mark != Mark::None && first.mark != Mark::None => {
                let both_differ = last.mark == Mark::Differs && first.mark == Mark::Differs;
                line.push(Cell { c: ' ', mark: if both_differ { Mark::Differs } else { Mark::Claim } });
            }
            (Some(_), _) => line.push(Cell { c: ' ', mark: Mark::None }),
            (None, _) => {}
        }
        for &cell in word {
            if width(&line) + cell.width() > ROOM - 2 {
                lines.push(std::mem::take(&mut line));
            }
            line.push(cell);
        }
    }
    if after {
        line.push(Cell { c: ' ', mark: Mark::None });
        line.extend(dots());
    }
    lines.push(line);
    for line in lines.iter().take(LINES) {
        put_line(page, line);
    }
}

/// What stands for words that were cut.
fn dots() -> impl Iterator<Item = Cell> {
    std::iter::once(Cell { c: '…', mark: Mark::None })
}

/// The characters around a claim, blanks run together, and whether there are more before and after.
fn cells(text: &str, sentence: Span, claim: Span, differing: &[Range<usize>]) -> (Vec<Cell>, bool, bool) {
    let whole = sentence.cover(claim);
    let start = text.ceil_char_boundary(whole.start().max(claim.start().saturating_sub(REACH)));
    let end = text.floor_char_boundary(whole.end().min(claim.start() + REACH));
    let mut cells: Vec<Cell> = Vec::new();
    for (at, c) in text[start..end].char_indices() {
        let at = start + at;
        let mark = if differing.iter().any(|word| word.contains(&at)) {
            Mark::Differs
        } else if claim.range().contains(&at) {
            Mark::Claim
        } else {
            Mark::None
        };
        let c = shown(c);
        if c != ' ' || cells.last().is_some_and(|last| last.c != ' ') {
            cells.push(Cell { c, mark });
        }
    }
    (cells, start > whole.start(), end < whole.end())
}

/// The words of a line of characters, without the blanks between them.
fn words(cells: &[Cell]) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in cells.split(|cell| cell.c == ' ') {
        if !word.is_empty() {
            words.push(at..at + word.len());
        }
        at += word.len() + 1;
    }
    words
}

/// The words to show: the claim's, then their neighbours by turns as long as there is room.
fn window(cells: &[Cell], words: &[Range<usize>]) -> Range<usize> {
    let marked = |word: &Range<usize>| cells[word.clone()].iter().any(|cell| cell.mark != Mark::None);
    let mut from = words.iter().position(marked).unwrap_or_default();
    let mut to = words.iter().rposition(marked).map_or(from, |last| last + 1);
    // A line loses up to a word at its end, and two lines hold most claims with what one needs around them.
    let budget = (LINES - 1) * (ROOM - 10);
    let cost = |word: &Range<usize>| width(&cells[word.clone()]) + 1;
    let mut used: usize = words[from..to].iter().map(cost).sum();
    loop {
        let grown = (from, to);
        if to < words.len() && used + cost(&words[to]) <= budget {
            used += cost(&words[to]);
            to += 1;
        }
        if from > 0 && used + cost(&words[from - 1]) <= budget {
            used += cost(&words[from - 1]);
            from -= 1;
        }
        if grown == (from, to) {
            return from..to;
        }
    }
}

fn width(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.width()).sum()
}

fn put_line(page: &mut Page, line: &[Cell]) {
    page.put(Ink::Faint, MARGIN);
    for run in line.chunk_by(|a, b| a.mark == b.mark) {
        let text: String = run.iter().map(|cell| cell.c).collect();
        page.put(ink(run[0].mark), &text);
    }
    page.end();
    if line.iter().all(|cell| cell.mark == Mark::None) {
        return;
    }
    let last = line.iter().rposition(|cell| cell.mark != Mark::None).unwrap_or_default();
    page.put(Ink::Faint, MARGIN);
    for run in line[..=last].chunk_by(|a, b| a.mark == b.mark) {
        let sign = match run[0].mark {
            Mark::None => " ",
            Mark::Claim => "-",
            Mark::Differs => "^",
        };
        page.put(ink(run[0].mark), &sign.repeat(width(run)));
    }
    page.end();
}

const fn ink(mark: Mark) -> Ink {
    match mark {
        Mark::None => Ink::Plain,
        Mark::Claim => Ink::Cyan,
        Mark::Differs => Ink::Red,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(text: &str, claim: &str, differs: &str) -> String {
        let at = text.find(claim).unwrap();
        let word = at + claim.find(differs).unwrap();
        let mut page = Page::new(false);
        put(
            &mut page,
            text,
            Span::from_usize(0, text.len()),
            Span::from_usize(at, at + claim.len()),
            std::slice::from_ref(&(word..word + differs.len())),
        );
        page.finish()
    }

    #[test]
    fn the_claim_is_underlined_and_the_difference_pointed_at() {
        // Two of the characters take two columns each.
        let marks = format!("{}^^^^------------", " ".repeat("Officials in wide said ".len()));
        assert_eq!(
            passage("Officials in 東京 said five people\ndied on Friday.", "five people\ndied", "five"),
            format!("    | Officials in 東京 said five people died on Friday.\n    | {marks}\n")
        );
    }

    #[test]
    fn long_sentences_are_cut_around_the_claim() {
        let text = format!("{} five died {}", "before ".repeat(500), "after ".repeat(500));
        let shown = passage(&text, "five died", "five");
        assert!(shown.lines().count() <= 2 * LINES, "{shown}");
        let last = shown.lines().rfind(|line| line.contains("after")).unwrap_or_default();
        assert!(shown.starts_with("    | …") && last.ends_with('…'), "{shown}");
        // The claim may run over the end of a line, its marks below it.
        let words = shown.lines().filter(|line| !line.contains(['^', '-'])).flat_map(str::split_whitespace);
        let words: Vec<&str> = words.filter(|word| *word != "|").collect();
        assert!(words.windows(2).any(|pair| pair == ["five", "died"]), "{shown}");
    }

    #[test]
    fn words_without_end_are_broken() {
        let text = format!("five{}", "9".repeat(100_000));
        let shown = passage(&text, &text, "five");
        assert!(shown.lines().all(|line| line.chars().count() <= WIDTH), "{shown}");
    }
}
