//! Takes characters that no reader sees out of words: soft hyphens and characters of no width, which pages put where a line
//! may break.
//!
//! Between two letters or figures they are taken out, and the text gets its places in what was read, so that a span of the
//! word takes them in. Elsewhere they stay: there they are blanks like others.

use crate::text::{Block, Source, Span, Transcript};
use memchr::memmem;

/// Soft hyphen, zero width space, non-joiner and joiner, word joiner, and the mark of byte order.
const HIDDEN: [&str; 6] = ["\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"];

/// Takes them out of a source whose text is what was read.
pub(super) fn take(source: &mut Source) {
    if source.original.is_some() {
        return;
    }
    let found = places(&source.text, source.front_matter);
    if !found.is_empty() {
        let read = std::mem::take(&mut source.text);
        let (text, original) = without(&read, &found).over(read.into(), None);
        source.text = text;
        source.original = Some(original);
    }
}

/// The same words without them, and the labels where their words stand then.
pub(super) fn taken(words: Transcript, labels: Vec<Block>) -> (Transcript, Vec<Block>) {
    let found = places(&words.text, 0);
    if found.is_empty() {
        return (words, labels);
    }
    let mut out = 0;
    let taken: Vec<(usize, usize)> = found
        .iter()
        .map(|place| {
            out += place.len();
            (place.end(), out)
        })
        .collect();
    let moved = |at: usize| {
        let before = taken.partition_point(|(end, _)| *end <= at);
        at - before.checked_sub(1).map_or(0, |last| taken[last].1)
    };
    let labels = labels.into_iter().map(|label| {
        let span = Span::from_usize(moved(label.span.start()), moved(label.span.end()));
        Block { span, ..label }
    });
    let labels = labels.collect();
    (without(&words.text, &found).through(&words), labels)
}

/// Where they stand inside words of a text, from `from` on.
fn places(text: &str, from: usize) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for hidden in HIDDEN {
        let all = memmem::find_iter(&text.as_bytes()[from..], hidden);
        found.extend(all.map(|at| Span::from_usize(from + at, from + at + hidden.len())));
    }
    found.sort_unstable();
    let mut runs: Vec<Span> = Vec::with_capacity(found.len());
    for span in found {
        match runs.last_mut() {
            Some(last) if last.end() == span.start() => *last = last.cover(span),
            _ => runs.push(span),
        }
    }
    runs.retain(|run| {
        text[..run.start()].ends_with(char::is_alphanumeric)
            && text[run.end()..].starts_with(char::is_alphanumeric)
    });
    runs
}

fn without(text: &str, found: &[Span]) -> Transcript {
    let mut words = Transcript::default();
    let mut at = 0;
    for place in found {
        words.copy(&text[at..place.start()], at);
        at = place.end();
    }
    words.copy(&text[at..], at);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_in_a_word_is_taken_out() {
        for (read, want) in [
            ("Two were kil\u{AD}led.", "Two were killed."),
            ("kil\u{200B}\u{AD}led and 1\u{2060}2 hurt", "killed and 12 hurt"),
            ("Two \u{AD}were killed\u{200B}.", "Two \u{AD}were killed\u{200B}."),
            ("\u{FEFF}Two died", "\u{FEFF}Two died"),
        ] {
            let mut source = Source { text: read.to_owned(), ..Source::default() };
            take(&mut source);
            assert_eq!((source.text.as_str(), source.printed()), (want, read));
        }
    }

    #[test]
    fn a_span_of_the_word_takes_it_in() {
        let read = "Two were kil\u{AD}led in Leeds.";
        let mut source = Source { text: read.to_owned(), ..Source::default() };
        take(&mut source);
        for (word, want) in [("killed", "kil\u{AD}led"), ("Leeds", "Leeds"), ("Two", "Two")] {
            let at = source.text.find(word).expect("the word");
            let span = source.in_file(Span::from_usize(at, at + word.len()));
            assert_eq!(&read[span.range()], want);
        }
    }
}
