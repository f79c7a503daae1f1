//! A run of words with capital letters: what a name may be cut from.
//!
//! ```text
//! run      = word (joint? word)*                        8 words at most
//! word     = capitalised ("-" (capitalised | syllable))* | letter "." | "O" "'" capitalised
//! joint    = particle+ ["-"]                            "de la", "bin", "al-"
//!          | mark capitalised{1,2} mark                 a nickname: "Kiki" or (Kiki)
//! ```

use super::Read;
use crate::text::{Case, Token, TokenKind, Tokens, WordClass, WordId};
use std::cell::OnceCell;

/// The most words of a run.
const MOST: usize = 8;

/// The widest blank between two words of a name, in bytes; markup between them parts names.
const WIDEST_BLANK: usize = 2;

/// Words that are no part of a name, however they are written.
pub(in crate::read) const NEVER: WordClass = WordClass::FUNCTION
    .union(WordClass::PREPOSITION)
    .union(WordClass::DETERMINER)
    .union(WordClass::PRONOUN)
    .union(WordClass::NEGATION);

/// Words that end a run but could open one.
const BREAKS: WordClass = NEVER.union(WordClass::WEEKDAY).union(WordClass::MONTH).union(WordClass::HONORIFIC);

/// Syllables of given names in Korean and Chinese that are words or names by themselves.
const SYLLABLES: [&str; 18] = [
    "in", "un", "il", "moon", "young", "sun", "won", "son", "song", "wing", "ping", "ho", "nam", "hye",
    "min", "jin", "wen", "soo",
];

/// One word of a run.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part {
    /// The offset of its first token in the run.
    pub at: usize,
    /// The offset behind its last token.
    pub end: usize,
    /// The classes of its first token.
    pub class: WordClass,
    /// Whether the lexicon does not know its first token.
    pub unknown: bool,
    /// Whether it is one letter, or letters with points.
    pub initial: bool,
    /// Whether it ends as verbs do in the past or in "-ing": in capitals it may be one.
    pub inflected: bool,
}

/// A run of words with capital letters.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run {
    parts: [Part; MOST],
    count: usize,
    /// Whether a particle such as "bin" joins two of its words.
    pub particle: bool,
    /// Whether the last word goes on in a hyphen and a common word: "Kyiv-based".
    pub compound: bool,
}

impl Run {
    /// How many words it has.
    pub const fn words(&self) -> usize {
        self.count
    }

    /// The words.
    pub fn parts(&self) -> &[Part] {
        &self.parts[..self.count]
    }

    /// The offset of the token behind its first `words` words.
    pub fn end_of(&self, words: usize) -> usize {
        self.parts[..words.min(self.count)].last().map_or(0, |part| part.end)
    }
}

/// How the words around a run are written: a capital letter shows little where every word has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Lower-case words stand around: capitals mark names.
    Plain,
    /// "Envoys Meet in Miami"
    Heading,
    /// "ENVOYS MEET IN MIAMI"
    Capitals,
}

/// The style that a run stands in, looked for when it is first asked for: most words with a capital letter are no name,
/// whatever stands around them.
#[derive(Debug)]
pub(super) struct StyleAround<'a> {
    tokens: Tokens<'a>,
    run: &'a Run,
    found: OnceCell<Style>,
}

impl<'a> StyleAround<'a> {
    /// Of the run at the start of `tokens`.
    pub const fn of(tokens: Tokens<'a>, run: &'a Run) -> Self {
        Self { tokens, run, found: OnceCell::new() }
    }

    /// The style.
    pub fn get(&self) -> Style {
        *self.found.get_or_init(|| style(self.tokens, self.run))
    }
}

/// How far the style is looked for on either side, in tokens.
const STYLE_REACH: usize = 10;

/// The style that a run at the start of `tokens` stands in.
pub(super) fn style(tokens: Tokens<'_>, run: &Run) -> Style {
    let end = run.end_of(run.words());
    let all = tokens.as_slice();
    let in_capitals =
        all[..end].iter().all(|token| token.case == Case::Upper || token.kind != TokenKind::Word);
    let (mut lower, mut upper, mut title) = (0, 0, 0);
    let ahead = &all[end.min(all.len())..(end + STYLE_REACH).min(all.len())];
    for token in ahead.iter().chain(on_line_before(tokens)) {
        let is_word = token.kind == TokenKind::Word && token.span.len() > 1;
        lower += usize::from(is_word && token.case == Case::Lower && !token.is(NEVER));
        upper += usize::from(is_word && token.case == Case::Upper && token.span.len() > 3);
        title += usize::from(is_word && token.case == Case::Title);
        if lower > 0 && !in_capitals {
            // Most runs: no other word changes that.
            return Style::Plain;
        }
    }
    if upper > 0 && upper > lower + title && in_capitals {
        Style::Capitals
    } else if lower == 0 && title > 2 {
        Style::Heading
    } else {
        Style::Plain
    }
}

/// The tokens within a style's reach before the first one, on its line; they are looked for when the first is asked for.
fn on_line_before(tokens: Tokens<'_>) -> impl Iterator<Item = &Token> {
    std::iter::once_with(move || {
        let line = line_start(tokens);
        let behind = tokens.before(STYLE_REACH).until(&tokens).as_slice();
        let same_line = behind.iter().position(|token| token.span.start() >= line).unwrap_or(behind.len());
        &behind[same_line..]
    })
    .flatten()
}

/// Where the line starts that the first token stands in, looked for among the tokens of a style's reach.
fn line_start(tokens: Tokens<'_>) -> usize {
    let Some(first) = tokens.first() else { return 0 };
    let from = tokens.behind(STYLE_REACH).map_or(0, |token| token.span.start());
    let before = &tokens.source().as_bytes()[from..first.span.start()];
    before.iter().rposition(|byte| *byte == b'\n').map_or(from, |at| from + at)
}

/// The run at the start of `tokens`; it may be empty.
pub(super) fn run(tokens: Tokens<'_>) -> Run {
    let mut run = Run::default();
    let all = tokens.as_slice();
    let mut at = 0;
    let mut joined = true;
    while run.count < MOST {
        let Some(token) = all.get(at) else { break };
        let opens = run.count == 0;
        let parted = at > 0 && token.span.start() > all[at - 1].span.end() + WIDEST_BLANK;
        if token.glued && !joined || parted {
            break;
        }
        joined = false;
        if is_name_word(token) && (opens || !token.is(BREAKS)) {
            let end = word_end(tokens, at, &mut run);
            run.parts[run.count] = Part {
                at,
                end,
                class: token.class,
                unknown: token.word == crate::text::WordId::UNKNOWN,
                initial: token.span.len() == 1 && end <= at + 2
                    || is_abbreviation(tokens, token) && !token.is(WordClass::PLACE_NAME),
                inflected: token.case != Case::Title
                    && ["ED", "ING", "LY"].iter().any(|ending| tokens.text_of(token).ends_with(ending)),
            };
            run.count += 1;
            at = end;
            if run.compound {
                break;
            }
        } else if let Some(next) = (!opens).then(|| joint(tokens, at)).flatten() {
            run.particle |= token.is(WordClass::PARTICLE);
            joined = true;
            at = next;
        } else {
            break;
        }
    }
    run
}

/// Letters with points: "U.S.", "J.K".
fn is_abbreviation(tokens: Tokens<'_>, token: &Token) -> bool {
    /// The point stands right behind the first letter.
    const LONGEST_LETTER: usize = 4;
    token.span.len() > 2 && tokens.text_of(token).bytes().take(LONGEST_LETTER + 1).any(|byte| byte == b'.')
}

fn is_name_word(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.is_capitalised()
}

fn is_hyphen(tokens: Tokens<'_>, token: &Token) -> bool {
    token.glued && matches!(tokens.text_of(token), "-" | "\u{2010}" | "\u{2011}")
}

/// The offset behind the word at `at`.
fn word_end(tokens: Tokens<'_>, at: usize, run: &mut Run) -> usize {
    let all = tokens.as_slice();
    let mut end = at + 1;
    // Nothing joins to nearly every word.
    if !all.get(end).is_some_and(|next| next.glued) {
        return end;
    }
    let first = &all[at];
    let next_is = |end: usize, mark: &str| {
        all.get(end).is_some_and(|token| token.glued && tokens.text_of(token) == mark)
    };
    if next_is(end, ".") && is_abbreviated(tokens.text_of(first)) {
        return end + 1;
    }
    let apostrophe = next_is(end, "'") || next_is(end, "\u{2019}");
    if apostrophe
        && first.span.len() <= 2
        && all.get(end + 1).is_some_and(|token| token.glued && is_name_word(token))
    {
        end += 2;
    }
    while let Some([hyphen, part]) = all.get(end..end + 2).and_then(|two| <&[Token; 2]>::try_from(two).ok())
        && is_hyphen(tokens, hyphen)
        && part.glued
        && part.kind == TokenKind::Word
    {
        // "Moon Jae-in": a syllable that is a word as well counts behind one that is a name or none.
        let before =
            run.count > 0 && (all[end - 1].word == WordId::UNKNOWN || all[end - 1].is(WordClass::GIVEN_NAME));
        let syllable = part.case == Case::Lower
            && (part.word == WordId::UNKNOWN && part.span.len() <= 5
                || before && SYLLABLES.iter().any(|syllable| tokens.spells(part, syllable)));
        if part.is_capitalised() || syllable && run.count > 0 {
            end += 2;
        } else {
            run.compound = true;
            break;
        }
    }
    end
}

/// Whether a point behind the word belongs to it.
fn is_abbreviated(word: &str) -> bool {
    word.len() == 1 || ["St", "Ste", "Mt", "Ft", "Jr", "Sr", "ST", "MT", "FT"].contains(&word)
}

/// The offset behind particles or a nickname at `at` that a capitalised word follows.
fn joint(tokens: Tokens<'_>, at: usize) -> Option<usize> {
    let all = tokens.as_slice();
    let first = all.get(at)?;
    let mut end = at;
    if first.kind == TokenKind::Word {
        while end < at + 3
            && all.get(end).is_some_and(|token| token.case == Case::Lower && token.is(WordClass::PARTICLE))
        {
            end += 1;
        }
        if end == at {
            return None;
        }
        if all.get(end).is_some_and(|token| is_hyphen(tokens, token)) {
            return all
                .get(end + 1)
                .is_some_and(|token| token.glued && is_name_word(token))
                .then_some(end + 1);
        }
        return all.get(end).is_some_and(|token| !token.glued && is_name_word(token)).then_some(end);
    }
    let closing: &[&str] = match tokens.text_of(first) {
        "\"" => &["\""],
        "\u{201C}" => &["\u{201D}"],
        "'" | "\u{2018}" => &["'", "\u{2019}"],
        "(" => &[")"],
        _ => return None,
    };
    end += 1;
    while end < at + 3 && all.get(end).is_some_and(is_name_word) {
        end += 1;
    }
    let closed = end > at + 1 && all.get(end).is_some_and(|token| closing.contains(&tokens.text_of(token)));
    (closed && all.get(end + 1).is_some_and(|token| !token.glued && is_name_word(token))).then_some(end + 1)
}

/// The answer of a production that does not fit.
pub(super) fn nothing(tokens: Tokens<'_>) -> Read<'_> {
    Err(nom::Err::Error(nom::error::Error::new(tokens, nom::error::ErrorKind::Tag)))
}
