//! Any text reads without failing, and every mention lies in its text and in order.
#![no_main]

use gainsay::{read, rules::RuleBook, segment, text::Source};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::embedded(&read::closed_words()));

fuzz_target!(|text: &str| {
    let source = Source { text: text.to_owned(), ..Source::default() };
    let document = segment::document(&source, &BOOK.lexicon);
    let mut last = 0;
    for mention in read::mentions(&document, &BOOK) {
        assert!(source.text.get(mention.span.range()).is_some(), "a span lies on characters");
        assert!(mention.tokens.start >= last, "mentions are in order");
        last = mention.tokens.start;
    }
});
