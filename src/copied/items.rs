//! Sentences as rows of words and values, each wording of a story once.

use super::Article;
use crate::{
    claim::MentionKind,
    text::{TokenKind, WordClass, stem},
};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::ops::Range;

/// The items of a sentence that are looked at; a longer one is a list or a page that lost its full stops.
const MOST_ITEMS: usize = 90;

/// How many tokens a story has for each word that comes in it, or so.
const TOKENS_TO_A_WORD: usize = 4;

/// Words that every sentence has.
const SMALL: WordClass = WordClass::FUNCTION
    .union(WordClass::PREPOSITION)
    .union(WordClass::DETERMINER)
    .union(WordClass::PRONOUN)
    .union(WordClass::HONORIFIC);

/// What an item of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// A word that says something.
    Content,
    /// A word that every sentence has.
    Small,
    /// A word that says that something is not so.
    Denial,
    /// A word that says that something is planned or possible.
    Plan,
    /// A figure, a time or a length of time.
    Value(MentionKind),
}

/// A word or a value of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Item {
    /// The number of its stem, or of its words where it is a value, in the story.
    pub word: u32,
    pub kind: Kind,
    /// Whether it is part of a name.
    pub named: bool,
    /// Whether it is a word with a capital letter.
    pub capital: bool,
}

/// Where a wording stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The article, by number.
    pub source: usize,
    /// The sentence, by number.
    pub sentence: usize,
}

/// A sentence's items with every place that has them.
#[derive(Debug)]
pub(super) struct Row {
    pub items: Vec<Item>,
    pub places: Vec<Place>,
}

impl Row {
    /// Whether all its places are in one source.
    pub(super) fn is_of(&self, source: usize) -> bool {
        self.places.iter().all(|place| place.source == source)
    }
}

/// Every wording of a story once, in the order of the articles.
pub(super) fn rows(articles: &[Article<'_>]) -> Vec<Row> {
    let tokens: usize = articles.iter().map(|article| article.document.tokens.len()).sum();
    let mut numbers = Numbers::with_room_for(tokens / TOKENS_TO_A_WORD);
    let mut known: FxHashMap<Vec<Item>, usize> = FxHashMap::default();
    let mut rows: Vec<Row> = Vec::new();
    for (source, article) in articles.iter().enumerate() {
        for (sentence, cut) in article.document.sentences.iter().enumerate() {
            if !article.document.kind_of(cut).is_story() {
                continue;
            }
            let items: Vec<Item> = stretches(article, sentence)
                .map(|(kind, named, tokens)| Item {
                    word: numbers.of(article, kind, &tokens),
                    kind,
                    named,
                    capital: article.document.tokens[tokens.start].is_capitalised(),
                })
                .take(MOST_ITEMS)
                .collect();
            let place = Place { source, sentence };
            match known.get(&items) {
                Some(&at) => rows[at].places.push(place),
                None => {
                    known.insert(items.clone(), rows.len());
                    rows.push(Row { items, places: vec![place] });
                }
            }
        }
    }
    rows
}

/// The numbers that a story's stems and values have been given, and by which each word as written has one.
#[derive(Debug)]
struct Numbers<'a> {
    stems: FxHashMap<String, u32>,
    words: FxHashMap<&'a str, u32>,
}

impl<'a> Numbers<'a> {
    fn with_room_for(words: usize) -> Self {
        Self {
            stems: FxHashMap::with_capacity_and_hasher(words, FxBuildHasher),
            words: FxHashMap::with_capacity_and_hasher(words, FxBuildHasher),
        }
    }

    fn of(&mut self, article: &Article<'a>, kind: Kind, tokens: &Range<usize>) -> u32 {
        let written = article.document.text(article.document.span_of(tokens));
        if let Some(&number) = self.words.get(written) {
            return number;
        }
        let stem = match kind {
            Kind::Value(_) => written.to_lowercase(),
            Kind::Content | Kind::Small | Kind::Denial | Kind::Plan => stem(written),
        };
        let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
        let number = *self.stems.entry(stem).or_insert(next);
        self.words.insert(written, number);
        number
    }
}

/// The items of a sentence with their tokens.
pub(super) fn stretches<'a>(
    article: &Article<'a>,
    sentence: usize,
) -> impl Iterator<Item = (Kind, bool, Range<usize>)> + use<'a> {
    let (document, mentions) = (article.document, article.mentions);
    let tokens = document.sentences[sentence].tokens.clone();
    let mut next = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    let mut at = tokens.start;
    let mut name_end = tokens.start;
    std::iter::from_fn(move || {
        while at < tokens.end {
            let first = at;
            while let Some(mention) = mentions.get(next).filter(|mention| mention.tokens.start <= first) {
                next += 1;
                if mention.tokens.start < first || mention.tokens.end > tokens.end {
                    continue;
                }
                match mention.kind {
                    MentionKind::Person | MentionKind::Place | MentionKind::Organization => {
                        name_end = name_end.max(mention.tokens.end);
                    }
                    kind if is_value(kind) => {
                        at = mention.tokens.end;
                        return Some((Kind::Value(kind), false, mention.tokens.clone()));
                    }
                    _ => {}
                }
            }
            at += 1;
            let token = &document.tokens[first];
            let kind = match token.kind {
                TokenKind::Word if token.is(WordClass::FUTURE | WordClass::POSSIBLE) => Kind::Plan,
                TokenKind::Word | TokenKind::Number if token.is(WordClass::NEGATION) => Kind::Denial,
                TokenKind::Word | TokenKind::Number if token.is(SMALL) => Kind::Small,
                TokenKind::Word | TokenKind::Number => Kind::Content,
                TokenKind::Clitic | TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Link => continue,
            };
            return Some((kind, first < name_end, first..first + 1));
        }
        None
    })
}

/// Whether mentions of a kind are values that a slip changes: figures, times, lengths.
const fn is_value(kind: MentionKind) -> bool {
    kind.is_figure() || matches!(kind, MentionKind::Time | MentionKind::Duration)
}
