//! Cuts a source into labelled blocks, sentences, tokens and quotations.
//!
//! Next in the flow: [`crate::read`].

mod ahead;
mod asides;
mod blocks;
mod cues;
mod datelines;
mod labels;
mod lines;
mod markup;
mod quotations;
mod sentence_words;
mod sentences;
mod tokens;

use crate::{
    rules::Lexicon,
    text::{BlockKind, Document, Format, Source},
};

/// Cuts a source into blocks, sentences, tokens and quotations.
#[must_use]
pub fn document<'s>(source: &'s Source, lexicon: &Lexicon) -> Document<'s> {
    let markup = match source.format {
        Format::Markdown => markup::markup(&source.text, source.front_matter),
        Format::Plain => Vec::new(),
    };
    let blocks = blocks::blocks(source, &markup);
    let mut document = Document {
        source,
        blocks,
        tokens: Vec::with_capacity(source.text.len() / 5),
        sentences: Vec::new(),
        quotations: Vec::new(),
    };
    for block in 0..document.blocks.len() {
        if document.blocks[block].kind == BlockKind::FrontMatter {
            continue;
        }
        let first = document.tokens.len();
        tokens::tokenise(&source.text, document.blocks[block].span, &markup, lexicon, &mut document.tokens);
        sentences::split(&mut document, block, first);
    }
    ahead::look(&mut document);
    document.quotations = quotations::quotations(&document);
    document
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use proptest::prelude::*;

    /// Pieces that articles are made of, and some that they should not be.
    const PIECES: &[&str] = &[
        "Two people died",
        " ",
        "  ",
        "\n",
        "\n\n",
        ".",
        ". ",
        "\" ",
        " \"",
        "\u{201C}",
        "\u{201D}",
        "'s",
        "\u{2019}s",
        "U.S.",
        "9 p.m. ",
        "Jan. 5",
        "1,200",
        "12,34,567",
        "5.2.1",
        "-",
        "\u{2013}",
        "(",
        ")",
        "[",
        "](https://a.org/b_c)",
        "**",
        "_",
        "# ",
        "- ",
        "@",
        "a.b@c.org",
        "https://a.org/x?y=1",
        "\u{FEFF}",
        "\u{1A}",
        "\u{200B}",
        "caf\u{E9}",
        "\u{301}",
        "\u{1F525}",
        "AFP",
        "\r\n",
        "\t",
        "By Ada Roe",
        "LONDON (AP) - ",
        "http: / / www. a. org\n",
        "...",
        "\u{2026}",
        "$",
        "%",
        "&#8230;",
    ];

    fn check(text: String, format: Format) {
        let source = Source { text, format, ..Source::default() };
        let document = document(&source, &Lexicon::default());
        let markup = if format == Format::Markdown { markup::markup(&source.text, 0) } else { Vec::new() };
        let is_blank = |c: char| {
            c.is_whitespace()
                || u32::from(c) < 0x20
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}')
        };
        let covered = |spans: &[Span], at: usize| {
            let after = spans.partition_point(|span| span.end() <= at);
            spans.get(after).is_some_and(|span| span.start() <= at)
        };
        let tokens: Vec<Span> = document.tokens.iter().map(|token| token.span).collect();
        let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
        for spans in [&tokens, &blocks] {
            assert!(
                spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()),
                "{spans:?} are in order and apart"
            );
            assert!(
                spans.iter().all(|span| source.text.get(span.range()).is_some_and(|text| !text.is_empty()))
            );
        }
        for (at, c) in source.text.char_indices().filter(|(_, c)| !is_blank(*c)) {
            assert!(covered(&blocks, at), "{c:?} at {at} is in a block");
            assert!(covered(&tokens, at) || covered(&markup, at), "{c:?} at {at} is in a token");
        }
        let mut next = 0;
        for sentence in &document.sentences {
            assert_eq!(sentence.tokens.start, next, "sentences hold every token once");
            assert!(!sentence.tokens.is_empty());
            assert!(document.blocks[sentence.block].span.contains(sentence.span));
            next = sentence.tokens.end;
        }
        assert_eq!(next, document.tokens.len());
    }

    proptest! {
        #[test]
        fn every_byte_is_in_its_block_and_token(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
            check(pieces.concat(), Format::Plain);
            check(pieces.concat(), Format::Markdown);
        }

        #[test]
        fn any_text_is_cut(text in any::<String>()) {
            check(text.clone(), Format::Plain);
            check(text, Format::Markdown);
        }
    }
}
