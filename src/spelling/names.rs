//! The names in running text: runs of capitalised words, with the small words that join them.
//!
//! Whether two of them are one is for [`super::company`] and [`super::phrases`].

use crate::{
    claim::fold,
    rules::RuleBook,
    text::{BlockKind, Document, Sentence, Token, TokenKind, WordClass, WordId},
};
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, ops::Range};

/// What a sentence may open with that belongs to no name.
const OPENERS: WordClass =
    WordClass::FUNCTION.union(WordClass::DETERMINER).union(WordClass::PREPOSITION).union(WordClass::PRONOUN);

/// Words of names that are no name's own: "President", "Mr".
pub(super) const OFFICES: WordClass =
    WordClass::OFFICE.union(WordClass::HONORIFIC).union(WordClass::TITLE_PART);

/// How many words in capitals make a sentence a title and no running text.
const TITLE: usize = 5;

/// Every name of a story and every word of them.
#[derive(Default)]
pub(super) struct Names<'d> {
    pub(super) words: Vec<Word>,
    pub(super) runs: Vec<Run>,
    numbers: FxHashMap<String, u32>,
    /// The same by the word as written: most are written one way.
    written: FxHashMap<&'d str, u32>,
}

/// A word of names, whatever its case and accents.
pub(super) struct Word {
    pub(super) folded: String,
    pub(super) class: WordClass,
    /// Whether a grammar, a rule or the gazetteer names it.
    pub(super) is_known: bool,
    /// Whether it joins the words of a name: "of".
    pub(super) joins: bool,
    pub(super) uses: Vec<Use>,
    /// Where it opens a sentence alone and is no word of the language: the capital may be the sentence's.
    pub(super) openings: Vec<Use>,
}

/// Where a word stands: in which run, and which of its words it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use {
    pub(super) run: usize,
    pub(super) at: usize,
}

/// A name as it stands in a source.
pub(super) struct Run {
    pub(super) source: usize,
    pub(super) sentence: usize,
    /// Its words by number, with their tokens.
    pub(super) words: Vec<(u32, usize)>,
}

/// Some words of a run.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) run: usize,
    pub(super) words: Range<usize>,
}

impl<'d> Names<'d> {
    pub(super) fn of(documents: &[&Document<'d>], book: &RuleBook) -> Self {
        let mut names = Self::default();
        for (source, document) in documents.iter().enumerate() {
            for (number, sentence) in document.sentences.iter().enumerate() {
                let is_text = matches!(
                    document.kind_of(sentence),
                    BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Caption | BlockKind::Standfirst
                );
                if is_text && !is_title(document, sentence) {
                    names.read(document, source, number, book);
                }
            }
        }
        names
    }

    /// Adds the runs of a sentence.
    fn read(&mut self, document: &Document<'d>, source: usize, sentence: usize, book: &RuleBook) {
        let Range { start, end } = document.sentences[sentence].tokens.clone();
        let mut at = start;
        while at < end {
            if !is_capital(&document.tokens[at]) {
                at += 1;
                continue;
            }
            let mut tokens = run(document, at, end);
            let opens = at == start || is_quote_mark(document, &document.tokens[at - 1]);
            at = tokens.last().map_or(at, |last| last + 1);
            let is_opener = |token: &Token| {
                token.is(WordClass::HONORIFIC) || document.spells(token, "the") || opens && token.is(OPENERS)
            };
            let kept = tokens.iter().position(|at| !is_opener(&document.tokens[*at]));
            tokens.drain(..kept.unwrap_or(tokens.len()));
            // A word that opens a sentence has its capital from there.
            let is_opening = opens && kept == Some(0) && tokens.len() == 1;
            let is_word = |at: &usize| {
                let token = &document.tokens[*at];
                token.word != WordId::UNKNOWN && !token.is(WordClass::FAMILY_NAME)
            };
            if tokens.is_empty() || is_opening && tokens.iter().all(is_word) {
                continue;
            }
            let run = self.runs.len();
            let words: Vec<(u32, usize)> =
                tokens.into_iter().map(|token| (self.word(document, token, book), token)).collect();
            for (at, (word, _)) in words.iter().enumerate() {
                let word = &mut self.words[*word as usize];
                let held = if is_opening { &mut word.openings } else { &mut word.uses };
                held.push(Use { run, at });
            }
            self.runs.push(Run { source, sentence, words });
        }
    }

    /// The number of the word that a token is.
    fn word(&mut self, document: &Document<'d>, at: usize, book: &RuleBook) -> u32 {
        let token = &document.tokens[at];
        let written = document.text(token.span);
        if let Some(number) = self.written.get(written) {
            return *number;
        }
        let folded = fold(written.trim_end_matches('.'));
        if let Some(number) = self.numbers.get(&folded) {
            self.written.insert(written, *number);
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        // Without its accents a name may be known under another number.
        let plain = book.lexicon.look_up(folded.as_bytes());
        self.written.insert(written, number);
        self.numbers.insert(folded.clone(), number);
        self.words.push(Word {
            folded,
            class: token.class | plain.1,
            is_known: token.word != WordId::UNKNOWN || plain.0 != WordId::UNKNOWN,
            joins: joins(document, token),
            uses: Vec::new(),
            openings: Vec::new(),
        });
        number
    }

    /// The number of a word as written, where a name has it.
    pub(super) fn number(&self, written: &str) -> Option<u32> {
        if written.is_ascii() && written.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return self.numbers.get(written).copied();
        }
        self.numbers.get(&fold(written)).copied()
    }

    pub(super) fn run(&self, place: &Place) -> &Run {
        &self.runs[place.run]
    }

    /// The sources of a word's uses.
    pub(super) fn sources(&self, word: u32) -> impl Iterator<Item = usize> {
        self.words[word as usize].uses.iter().map(|one| self.runs[one.run].source)
    }

    /// Whether a word is all of the name that it stands in.
    pub(super) fn is_bare(&self, one: &Use) -> bool {
        let others = self.runs[one.run].words.iter().enumerate().filter(|(at, _)| *at != one.at);
        others.map(|(_, (word, _))| &self.words[*word as usize]).all(|word| word.class.intersects(OFFICES))
    }

    /// By source the first place of a word alone, be it at the start of a sentence where it stands nowhere else.
    pub(super) fn alone(&self, word: u32) -> Vec<Place> {
        let mut firsts: BTreeMap<usize, Place> = BTreeMap::new();
        let word = &self.words[word as usize];
        for one in word.uses.iter().chain(&word.openings) {
            let place = Place { run: one.run, words: one.at..one.at + 1 };
            firsts.entry(self.runs[one.run].source).or_insert(place);
        }
        firsts.into_values().collect()
    }

    /// The tokens of a place.
    pub(super) fn tokens(&self, place: &Place) -> Range<usize> {
        let words = &self.run(place).words[place.words.clone()];
        words.first().map_or(0, |first| first.1)..words.last().map_or(0, |last| last.1 + 1)
    }

    pub(super) fn words_of(&self, place: &Place) -> impl Iterator<Item = &Word> {
        self.run(place).words[place.words.clone()].iter().map(|(word, _)| &self.words[*word as usize])
    }

    /// The words of a place in the form in which they are compared.
    pub(super) fn folded(&self, place: &Place) -> String {
        let words = self.words_of(place).filter(|word| word.folded != "the");
        words.map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The words of a place as the source has them, with single blanks.
    pub(super) fn written(&self, place: &Place, documents: &[&Document<'_>]) -> String {
        let document = documents[self.run(place).source];
        let text = document.text(document.span_of(&self.tokens(place)));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The tokens of the words of the run that starts at a token.
fn run(document: &Document<'_>, start: usize, end: usize) -> Vec<usize> {
    let is_name = |at: usize| at < end && is_capital(&document.tokens[at]);
    let is_joint = |at: usize| at < end && joins(document, &document.tokens[at]);
    let is_glue = |at: usize| {
        let text = document.text(document.tokens[at].span);
        let last = document.text(document.tokens[at - 1].span);
        document.tokens[at].glued
            && (matches!(text, "-" | "\u{2010}" | "\u{2011}") || text == "." && last.chars().count() == 1)
    };
    let mut words = vec![start];
    loop {
        let next = words[words.len() - 1] + 1;
        if is_name(next) {
            words.push(next);
        } else if next < end && is_glue(next) && is_name(next + 1) {
            words.push(next + 1);
        } else if is_joint(next) && is_name(next + 1) {
            words.extend([next, next + 1]);
        } else if is_joint(next) && is_joint(next + 1) && is_name(next + 2) {
            words.extend([next, next + 1, next + 2]);
        } else {
            return words;
        }
    }
}

fn is_capital(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.is_capitalised()
}

/// Whether a word joins those of a name: "of", "for", "de".
fn joins(document: &Document<'_>, token: &Token) -> bool {
    token.kind == TokenKind::Word
        && (token.is(WordClass::PARTICLE)
            || ["of", "the", "for"].into_iter().any(|word| document.spells(token, word)))
}

fn is_quote_mark(document: &Document<'_>, token: &Token) -> bool {
    matches!(document.text(token.span), "\"" | "'" | "\u{201C}" | "\u{2018}" | "\u{201D}" | "\u{AB}" | ":")
}

/// Whether nearly every word of a sentence has a capital, as in a title or a list of names.
fn is_title(document: &Document<'_>, sentence: &Sentence) -> bool {
    let words = || {
        document.tokens[sentence.tokens.clone()]
            .iter()
            .filter(|token| token.kind == TokenKind::Word && token.span.len() > 3)
    };
    let capitals = words().filter(|token| token.is_capitalised()).count();
    capitals >= TITLE && capitals * 4 > words().count() * 3
}
