//! A source cut into blocks, sentences, tokens and quotations.

use super::{Block, BlockKind, Source, Span, Token, Tokens};
use std::ops::Range;

/// A sentence, or a line that stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// The block that it belongs to, as an index into [`Document::blocks`].
    pub block: usize,
}

/// Words between quotation marks; it may run over several sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words without their marks.
    pub span: Span,
    /// The tokens without their marks.
    pub tokens: Range<usize>,
    /// Whether a mark closes it; one that is left open at a paragraph's end goes on in the next paragraph.
    pub closed: bool,
}

/// A source with its structure: what every later stage reads.
#[derive(Debug, Clone)]
pub struct Document<'s> {
    /// The article.
    pub source: &'s Source,
    /// All of the text, in order, labelled; blocks do not overlap.
    pub blocks: Vec<Block>,
    /// All tokens of the blocks, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order; together they hold every token.
    pub sentences: Vec<Sentence>,
    /// All quotations, in order, outermost only.
    pub quotations: Vec<Quotation>,
}

impl<'s> Document<'s> {
    /// The tokens of a sentence, for a grammar.
    #[must_use]
    #[inline]
    pub fn sentence_tokens(&self, sentence: &Sentence) -> Tokens<'_> {
        self.stretch(sentence.tokens.clone())
    }

    /// Any stretch of tokens, for a grammar.
    #[must_use]
    #[inline]
    pub fn stretch(&self, tokens: Range<usize>) -> Tokens<'_> {
        Tokens::new(self, tokens.start, tokens.end)
    }

    /// The text of a span, as written.
    #[must_use]
    #[inline]
    pub fn text(&self, span: Span) -> &'s str {
        &self.source.text[span.range()]
    }

    /// Whether a token is `word`, given in lower case, but for the case of plain letters.
    #[must_use]
    #[inline]
    pub fn spells(&self, token: &Token, word: &str) -> bool {
        token.spells(word, &self.source.text)
    }

    /// The kind of the block that a sentence stands in.
    #[must_use]
    #[inline]
    pub fn kind_of(&self, sentence: &Sentence) -> BlockKind {
        self.blocks[sentence.block].kind
    }

    /// The span from the first to the last of a range of tokens.
    #[must_use]
    pub fn span_of(&self, tokens: &Range<usize>) -> Span {
        self.stretch(tokens.clone()).span()
    }
}
