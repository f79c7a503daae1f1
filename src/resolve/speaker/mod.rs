//! Finds who says what: "X said", "said X", "according to X", and the speaker of each quotation.
//!
//! ```text
//! cue     = subject (adverb | time)* speech             "the mayor later said"
//!         | subject "put" word{1,8} "at" figure         "police put the toll at 40"
//!         | speech subject                              "said Ana Lima"
//!         | "according" "to" subject
//! subject = a name ["," apposition ","] | "he" | "she" | "they" | noun phrase
//! ```
//!
//! A cue at the head of its sentence covers what follows, one behind its words covers what stands before, one in the
//! middle both; a quotation that a cue touches is covered whole. A quotation without a cue is the last speaker's, where
//! it follows in the same paragraph or in one that was left open.

mod look;

use crate::{
    claim::{Mention, MentionKind, Name},
    text::{Document, Shapes, TokenKind, WordClass},
};
use std::ops::Range;

/// How far before a verb of saying its subject is looked for, in tokens.
const REACH: usize = 24;

/// The most words of a subject that is no name.
const MOST_WORDS: usize = 8;

/// How far from its cue anything is covered, in tokens: a long quotation's length.
const FARTHEST: usize = 400;

/// The longest name or time, in tokens.
const LONGEST_NAME: usize = 16;

/// Words that may stand between a subject and its verb of saying.
const ADVERBS: &[&str] = &[
    "later",
    "also",
    "earlier",
    "previously",
    "had",
    "has",
    "have",
    "then",
    "further",
    "on",
    "repeatedly",
    "initially",
    "first",
    "again",
    "reportedly",
    "publicly",
    "in",
    "at",
    "since",
    "both",
    "all",
];

/// Words behind a verb of saying that are no speaker.
const SAID: &[&str] = &[
    "that",
    "yes",
    "no",
    "so",
    "nothing",
    "little",
    "much",
    "afterwards",
    "afterward",
    "later",
    "earlier",
    "again",
    "simply",
    "only",
];

/// Words behind which a clause starts, so that what follows can be its subject.
const JOINT: &[&str] =
    &["and", "but", "that", "as", "because", "while", "when", "where", "if", "although", "though"];

/// The shapes of the words that are no verbs of saying and make a cue all the same.
static CUE_SHAPES: Shapes = Shapes::NONE.with("put").with("puts").with("according");

/// Words that the article puts into somebody's mouth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// Who says so: a canonical name, or the words of the article ("local authorities").
    pub speaker: String,
    /// The tokens that name the speaker and the act: "X said".
    pub cue: Range<usize>,
    /// The tokens of what is said.
    pub covers: Range<usize>,
    /// Whether the speaker says that it is not so: "denied".
    pub denied: bool,
}

/// The attributions of a document, in the order of their cues. Made once per document.
pub(crate) fn attributions(
    document: &Document<'_>,
    mentions: &[Mention],
    names: &[Option<&Name>],
) -> Vec<Attribution> {
    let mut reader = Reader { document, mentions, names, found: Vec::new() };
    for sentence in 0..document.sentences.len() {
        reader.sentence(sentence);
    }
    reader.found.sort_by_key(|one| one.cue.start);
    reader.uncued();
    reader.found.sort_by_key(|one| one.cue.start);
    reader.found
}

/// Who says the words in `tokens`, where the article tells.
pub(crate) fn of<'a>(attributions: &'a [Attribution], tokens: &Range<usize>) -> Option<&'a str> {
    covering(attributions, tokens).map(|one| one.speaker.as_str())
}

/// The narrowest attribution that covers `tokens`.
pub(super) fn covering<'a>(
    attributions: &'a [Attribution],
    tokens: &Range<usize>,
) -> Option<&'a Attribution> {
    let from = attributions.partition_point(|one| one.cue.start + FARTHEST < tokens.start);
    attributions[from..]
        .iter()
        .take_while(|one| one.cue.start <= tokens.end + FARTHEST)
        .filter(|one| one.covers.start <= tokens.start && tokens.end <= one.covers.end)
        .min_by_key(|one| one.covers.len())
}

struct Reader<'d, 's> {
    document: &'d Document<'s>,
    mentions: &'d [Mention],
    names: &'d [Option<&'d Name>],
    found: Vec<Attribution>,
}

/// A subject and the first token of it.
struct Subject {
    speaker: String,
    start: usize,
    end: usize,
}

impl Reader<'_, '_> {
    fn sentence(&mut self, index: usize) {
        let document = self.document;
        let sentence = document.sentences[index].tokens.clone();
        for (at, token) in sentence.clone().zip(&document.tokens[sentence.clone()]) {
            let says = token.is(WordClass::SPEECH);
            // Nearly all other words are none of the few that make a cue.
            if !says && (!matches!(token.initial, b'p' | b'a') || !CUE_SHAPES.admit_token(token)) {
                continue;
            }
            if says || self.puts(&sentence, at) {
                self.verb(index, &sentence, at);
            } else if token.kind == TokenKind::Word && document.spells(token, "according") {
                self.according(index, &sentence, at);
            }
        }
    }

    /// "put" word{1,8} "at" figure
    fn puts(&self, sentence: &Range<usize>, at: usize) -> bool {
        let token = &self.document.tokens[at];
        if !self.document.spells(token, "put") && !self.document.spells(token, "puts") {
            return false;
        }
        let end = sentence.end.min(at + MOST_WORDS + 2);
        let is_figure = |at: &usize| {
            let token = &self.document.tokens[*at];
            token.kind == TokenKind::Number || token.is(WordClass::CARDINAL)
        };
        // "at a magnitude of 5.4", "at about 40"
        let before_a_figure =
            |at: usize| self.text(at) == "at" && (at + 1..sentence.end.min(at + 5)).any(|at| is_figure(&at));
        (at + 2..end).any(before_a_figure)
    }

    /// subject speech | speech subject
    fn verb(&mut self, index: usize, sentence: &Range<usize>, at: usize) {
        if self.in_quotation(at) || self.in_name(at) || self.is_noun_or_passive(sentence, at) {
            return;
        }
        let behind = self.subject_behind(index, sentence, at);
        let subject = match behind {
            Some(subject) => subject,
            None => match self.subject_before(index, sentence, at) {
                Some(subject) => subject,
                None => return,
            },
        };
        let start = self.with_title(sentence, subject.start);
        let cue = start.min(at)..self.with_setting(sentence, subject.end.max(at + 1));
        self.keep(subject.speaker, cue, sentence, at);
    }

    /// The start of a subject with the title before it: "special envoy Steve Witkoff".
    fn with_title(&self, sentence: &Range<usize>, start: usize) -> usize {
        let title = self.ending(sentence, start, |kind| kind == MentionKind::Title);
        let start = title.map_or(start, |title| self.mentions[title].tokens.start);
        let before = start.checked_sub(1).filter(|before| *before >= sentence.start);
        let opens = WordClass::DETERMINER | WordClass::HONORIFIC;
        match before {
            Some(before) if self.document.tokens[before].is(opens) => before,
            Some(_) | None => start,
        }
    }

    /// The end of a cue with where and when somebody spoke: "said in a statement on Monday"; a clause that follows
    /// without "that" is what was said.
    fn with_setting(&self, sentence: &Range<usize>, end: usize) -> usize {
        let opens = end < sentence.end
            && (self.document.tokens[end].is(WordClass::PREPOSITION)
                || self.time_starting(end)
                || self.text(end) == "late");
        if !opens {
            return end;
        }
        let clause = WordClass::VERB | WordClass::PRONOUN | WordClass::FUNCTION | WordClass::SPEECH;
        let mut at = end;
        while at < sentence.end && at < end + LONGEST_NAME {
            let token = &self.document.tokens[at];
            if is_pause(self.text(at)) && !token.glued
                || matches!(self.text(at), "," | "." | ":" | "!" | "?")
                || is_quote(self.text(at))
            {
                return at;
            }
            if token.is(clause) && !self.in_name(at) && self.text(at) != "and" {
                return end;
            }
            at += 1;
        }
        if at == sentence.end { at } else { end }
    }

    fn time_starting(&self, at: usize) -> bool {
        self.mentions_in(at..at + 1).any(|(_, mention)| mention.kind == MentionKind::Time)
    }

    /// "according" "to" subject
    fn according(&mut self, index: usize, sentence: &Range<usize>, at: usize) {
        if at + 1 >= sentence.end || self.text(at + 1) != "to" || self.in_quotation(at) {
            return;
        }
        let Some(subject) = self.subject_from(index, sentence, at + 2, true) else { return };
        self.keep(subject.speaker, at..subject.end, sentence, at);
    }

    /// Adds an attribution; what it covers follows from where the cue stands.
    fn keep(&mut self, speaker: String, cue: Range<usize>, sentence: &Range<usize>, verb: usize) {
        let text = |at: usize| if at < sentence.end { self.text(at) } else { "." };
        let words_before = (sentence.start..cue.start).any(|at| self.is_content(at));
        let words_behind = (cue.end..sentence.end).any(|at| self.is_content(at));
        let parted = cue.start > sentence.start
            && (is_pause(text(cue.start - 1))
                || is_quote(text(cue.start - 1))
                || self.ends_quotation(cue.start));
        let according = self.text(verb).eq_ignore_ascii_case("according");
        let closed = is_pause(text(cue.end)) || matches!(text(cue.end), "." | "!" | "?");
        let that = matches!(text(cue.end), "that" | "that,");
        let covers = if !words_before {
            cue.end..sentence.end
        } else if according && !parted {
            self.clause_start(sentence, cue.start)..cue.start
        } else if parted && !that && (closed || !words_behind || self.ends_quotation(cue.start)) {
            sentence.start..sentence.end
        } else if parted && !words_behind {
            sentence.start..cue.start
        } else {
            cue.end..sentence.end
        };
        let denied =
            self.text(verb).eq_ignore_ascii_case("denied") || self.text(verb).eq_ignore_ascii_case("denies");
        let covers = self.with_quotations(if denied { self.up_to_relative(covers) } else { covers });
        self.found.push(Attribution { speaker, cue, covers, denied });
    }

    /// What is covered up to a relative clause, which the author tells on his own: "he denied killing the man, whom he had met".
    fn up_to_relative(&self, covers: Range<usize>) -> Range<usize> {
        let opens =
            |at: &usize| self.text(*at) == "," && self.is_among(at + 1, &["who", "whom", "whose", "which"]);
        let last = covers.end.saturating_sub(1).min(covers.start + FARTHEST);
        let end = (covers.start..last).find(opens).unwrap_or(covers.end);
        covers.start..end
    }

    /// A quotation that the covered words touch is covered whole.
    fn with_quotations(&self, covers: Range<usize>) -> Range<usize> {
        let quotations = &self.document.quotations;
        let first = quotations.partition_point(|one| one.tokens.end <= covers.start);
        let behind = quotations.partition_point(|one| one.tokens.start < covers.end);
        match quotations.get(first..behind) {
            Some([first, .., last]) => covers.start.min(first.tokens.start)..covers.end.max(last.tokens.end),
            Some([only]) => covers.start.min(only.tokens.start)..covers.end.max(only.tokens.end),
            Some([]) | None => covers,
        }
    }

    /// The subject behind an inverted verb: "said Ana Lima".
    fn subject_behind(&self, index: usize, sentence: &Range<usize>, verb: usize) -> Option<Subject> {
        const INVERTS: &[&str] =
            &["said", "says", "added", "adds", "wrote", "explained", "noted", "asked", "warned"];
        let inverts = self.is_among(verb, INVERTS);
        let parted =
            verb > sentence.start && (is_pause(self.text(verb - 1)) || is_quote(self.text(verb - 1)));
        // What is said stands there, and nobody who says it: "said that the mill", "said yes", "said afterwards".
        let says = verb + 1 < sentence.end && self.is_among(verb + 1, SAID);
        if !inverts || !parted || says {
            return None;
        }
        self.subject_from(index, sentence, verb + 1, false)
    }

    /// The subject that starts at `at`.
    fn subject_from(&self, index: usize, sentence: &Range<usize>, at: usize, any: bool) -> Option<Subject> {
        let mut start = at;
        while start < sentence.end
            && self.document.tokens[start].is(WordClass::DETERMINER | WordClass::HONORIFIC)
            || start < sentence.end && matches!(self.text(start), "." | "_" | "*")
        {
            start += 1;
        }
        if let Some(mention) = self.mention_starting(sentence, start) {
            let mut end = self.mentions[mention].tokens.end;
            let mut speaker = self.name_of(mention);
            if self.mentions[mention].kind == MentionKind::Title
                && let Some(person) = self.mention_starting(sentence, end).or_else(|| {
                    let comma = end < sentence.end && self.text(end) == ",";
                    self.mention_starting(sentence, end + usize::from(comma))
                })
            {
                speaker = self.name_of(person);
                end = self.mentions[person].tokens.end;
            } else if self.mentions[mention].kind != MentionKind::Person
                && let Some(words) = self.noun_phrase_end(sentence, end)
            {
                return Some(Subject { speaker: self.words(start..words), start: at, end: words });
            }
            return Some(Subject { speaker, start: at, end });
        }
        let token = self.document.tokens.get(start).filter(|_| start < sentence.end)?;
        if token.is(WordClass::PRONOUN) {
            let speaker = self.antecedent(index, self.text(start))?;
            return Some(Subject { speaker, start: at, end: start + 1 });
        }
        let end = self.noun_phrase_end(sentence, start)?;
        (any || token.case == crate::text::Case::Lower).then(|| Subject {
            speaker: self.words(start..end),
            start: at,
            end,
        })
    }

    /// The end of the plain words from `start`; none where no word stands there.
    fn noun_phrase_end(&self, sentence: &Range<usize>, start: usize) -> Option<usize> {
        let mut end = start;
        while end < sentence.end && end < start + MOST_WORDS {
            let token = &self.document.tokens[end];
            let closed = WordClass::FUNCTION
                | WordClass::PREPOSITION
                | WordClass::SPEECH
                | WordClass::PRONOUN
                | WordClass::DETERMINER
                | WordClass::VERB
                | WordClass::WEEKDAY
                | WordClass::MONTH;
            if token.kind == TokenKind::Word && !token.is(closed) || token.kind == TokenKind::Clitic {
                end += 1;
            } else {
                break;
            }
        }
        (end > start).then_some(end)
    }

    /// The subject before a verb, over adverbs, times and an apposition.
    fn subject_before(&self, index: usize, sentence: &Range<usize>, verb: usize) -> Option<Subject> {
        let floor = sentence.start.max(verb.saturating_sub(REACH));
        let mut at = verb;
        while at > floor {
            if let Some(mention) = self.time_ending(sentence, at) {
                at = self.mentions[mention].tokens.start;
                continue;
            }
            let token = &self.document.tokens[at - 1];
            let adverb = self.is_among(at - 1, ADVERBS)
                || self.text(at - 1).len() > 4
                    && self.text(at - 1).ends_with("ly")
                    && token.case == crate::text::Case::Lower;
            if !adverb {
                break;
            }
            at -= 1;
        }
        if at == floor {
            return None;
        }
        if is_pause(self.text(at - 1)) {
            return self.subject_over_apposition(sentence, at - 1);
        }
        if self.text(at - 1) == ")" {
            let open = (floor..at - 1).rev().find(|at| self.text(*at) == "(")?;
            at = open;
        }
        if at == floor {
            return None;
        }
        if let Some(mention) = self.name_ending(sentence, at) {
            return Some(Subject {
                speaker: self.name_of(mention),
                start: self.mentions[mention].tokens.start,
                end: at,
            });
        }
        let token = &self.document.tokens[at - 1];
        if token.is(WordClass::PRONOUN) {
            let word = self.text(at - 1);
            if matches!(word, "who" | "which") {
                let before = if at >= 2 && is_pause(self.text(at - 2)) { at - 2 } else { at - 1 };
                let mention = self.name_ending(sentence, before)?;
                return Some(Subject { speaker: self.name_of(mention), start: at - 1, end: at });
            }
            let speaker = self.antecedent(index, word)?;
            return Some(Subject { speaker, start: at - 1, end: at });
        }
        self.plain_subject(sentence, floor, at)
    }

    /// "Ana Lima, the mayor, said": the name before the apposition that ends at the comma `comma`.
    fn subject_over_apposition(&self, sentence: &Range<usize>, comma: usize) -> Option<Subject> {
        let floor = sentence.start.max(comma.saturating_sub(REACH));
        let mut at = comma;
        while at > floor {
            at -= 1;
            if is_quote(self.text(at))
                || self.document.tokens[at].is(WordClass::SPEECH)
                || self.text(at) == ";"
            {
                return None;
            }
            if self.text(at) == ","
                && let Some(mention) = self.name_ending(sentence, at)
                && self.mentions[mention].kind != MentionKind::Title
            {
                let opens = self.mentions[mention].tokens.start == sentence.start
                    || !self.document.tokens[self.mentions[mention].tokens.start - 1]
                        .is(WordClass::PREPOSITION);
                return opens.then(|| Subject {
                    speaker: self.name_of(mention),
                    start: self.mentions[mention].tokens.start,
                    end: comma + 1,
                });
            }
        }
        None
    }

    /// A subject of plain words that ends before `end`: "local authorities", "a source close to the talks".
    fn plain_subject(&self, sentence: &Range<usize>, floor: usize, end: usize) -> Option<Subject> {
        let head = &self.document.tokens[end - 1];
        let closed =
            WordClass::FUNCTION | WordClass::PREPOSITION | WordClass::DETERMINER | WordClass::NEGATION;
        if head.kind != TokenKind::Word || head.is(closed) {
            return None;
        }
        let mut start = end;
        let mut complete = false;
        while start > floor && end - start < MOST_WORDS {
            let token = &self.document.tokens[start - 1];
            let inner = token.kind == TokenKind::Word
                && !token.is(WordClass::FUNCTION | WordClass::PRONOUN | WordClass::SPEECH | WordClass::VERB)
                || token.kind == TokenKind::Clitic
                || token.glued && self.text(start - 1) == "-"
                || self.in_name(start - 1);
            if !inner || self.time_ending(sentence, start).is_some() {
                complete = true;
                break;
            }
            start -= 1;
            // An article opens the phrase, unless a preposition before it makes it part of a longer one.
            let opens = token.is(WordClass::DETERMINER)
                && !(start > floor && self.document.tokens[start - 1].is(WordClass::PREPOSITION));
            if opens {
                complete = true;
                break;
            }
        }
        let verb = WordClass::FUNCTION | WordClass::VERB | WordClass::PRONOUN;
        let behind_verb = start > floor
            && self.document.tokens[start - 1].is(verb)
            && !self.document.tokens[start].is(WordClass::DETERMINER)
            && !self.is_among(start - 1, JOINT);
        if !complete && start > floor || behind_verb {
            return None;
        }
        let mut first = start;
        while first < end && self.document.tokens[first].is(WordClass::DETERMINER | WordClass::PREPOSITION) {
            first += 1;
        }
        (first < end).then(|| Subject { speaker: self.words(first..end), start, end })
    }

    /// Whom "he" or "they" stands for: the last speaker nearby, else whom the sentence before is about.
    fn antecedent(&self, index: usize, pronoun: &str) -> Option<String> {
        let personal = matches!(pronoun.to_lowercase().as_str(), "he" | "she" | "they" | "it" | "we" | "i");
        if !personal || matches!(pronoun.to_lowercase().as_str(), "it" | "we" | "i") {
            return None;
        }
        let near = self.document.sentences[index.saturating_sub(3)].tokens.start;
        if let Some(last) = self.found.last().filter(|last| last.cue.start >= near) {
            return Some(last.speaker.clone());
        }
        let start = self.document.sentences[index].tokens.start;
        let from = self.document.sentences[index.saturating_sub(2)].tokens.start;
        self.person_in(from..start).map(|person| self.name_of(person))
    }

    /// Quotations that no cue covers go to the last speaker of their paragraph, or of one that was left open before.
    fn uncued(&mut self) {
        let mut found = Vec::new();
        let mut open_speaker: Option<String> = None;
        for quotation in &self.document.quotations {
            let speaker = match of(&self.found, &quotation.tokens) {
                Some(speaker) => Some(speaker.to_owned()),
                None => {
                    let guess = open_speaker
                        .take()
                        .or_else(|| self.by(quotation.tokens.end))
                        .or_else(|| self.before(quotation.tokens.start));
                    if let Some(speaker) = &guess {
                        found.push(Attribution {
                            speaker: speaker.clone(),
                            cue: quotation.tokens.start..quotation.tokens.start,
                            covers: quotation.tokens.clone(),
                            denied: false,
                        });
                    }
                    guess
                }
            };
            open_speaker = if quotation.closed { None } else { speaker };
        }
        self.found.extend(found);
    }

    /// "... 'a dark day' by mayor Ana Lima".
    fn by(&self, end: usize) -> Option<String> {
        let at = (end..end + 3)
            .find(|at| self.document.tokens.get(*at).is_some_and(|_| self.text(*at) == "by"))?;
        let person = self.person_in(at..at + 7)?;
        Some(self.name_of(person))
    }

    /// The speaker of the paragraph before token `at`, or the person before a colon.
    fn before(&self, at: usize) -> Option<String> {
        let sentence = self.document.sentences.partition_point(|sentence| sentence.tokens.end <= at);
        let block = self.document.sentences.get(sentence)?.block;
        let first = self.document.sentences.partition_point(|sentence| sentence.block < block);
        let start = self.document.sentences[first].tokens.start;
        let opens_sentence = at <= self.document.sentences[sentence].tokens.start + 1;
        let last = self.found[..self.found.partition_point(|one| one.cue.start < at)].last();
        if opens_sentence && let Some(last) = last.filter(|last| last.cue.start >= start) {
            return Some(last.speaker.clone());
        }
        if let Some(speaker) = self.goes_on(sentence, at) {
            return Some(speaker);
        }
        let colon = at >= 2 && self.text(at - 2) == ":";
        let from = self.document.sentences[sentence].tokens.start;
        if !colon {
            return None;
        }
        self.person_in(from..at).map(|person| self.name_of(person))
    }

    /// The last speaker of the paragraph before, where the paragraph of the quotation at `at` is nothing else.
    fn goes_on(&self, sentence: usize, at: usize) -> Option<String> {
        let sentences = &self.document.sentences;
        let block = sentences[sentence].block;
        let first = sentences.partition_point(|sentence| sentence.block < block);
        let behind = sentences.partition_point(|sentence| sentence.block <= block);
        let end = sentences[behind - 1].tokens.end;
        let quotation = self.quotation_before(at)?;
        let alone = at <= sentences[first].tokens.start + 2 && quotation.tokens.end + 2 >= end;
        let before = first.checked_sub(1).map(|before| sentences[before].block)?;
        let from = sentences[sentences.partition_point(|sentence| sentence.block < before)].tokens.start;
        let last = self.found[..self.found.partition_point(|one| one.cue.start < at)].last()?;
        let quotations = &self.document.quotations;
        let quoted = quotations.partition_point(|one| one.tokens.start < from)
            < quotations.partition_point(|one| one.tokens.start < at);
        (alone && quoted && last.cue.start >= from).then(|| last.speaker.clone())
    }
}

const fn is_name(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Person | MentionKind::Place | MentionKind::Organization | MentionKind::Title)
}

fn is_pause(text: &str) -> bool {
    matches!(text, "," | "\u{2014}" | "\u{2013}" | "--" | "-")
}

fn is_quote(text: &str) -> bool {
    matches!(text, "\"" | "\u{201C}" | "\u{201D}" | "'" | "\u{2019}" | "\u{BB}")
}
