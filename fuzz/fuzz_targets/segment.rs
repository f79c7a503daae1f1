//! Any text is cut without failing: tokens lie in order, and sentences hold every token.
#![no_main]

use gainsay::{rules::Lexicon, segment, text::Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let source = Source { text: text.to_owned(), ..Source::default() };
    let document = segment::document(&source, &Lexicon::default());
    let mut end = 0;
    for token in &document.tokens {
        assert!(token.span.start() >= end && !token.span.is_empty(), "tokens are in order");
        assert!(source.text.get(token.span.range()).is_some(), "a span lies on characters");
        end = token.span.end();
    }
    let held: usize = document.sentences.iter().map(|sentence| sentence.tokens.len()).sum();
    assert_eq!(held, document.tokens.len(), "sentences hold every token");
});
