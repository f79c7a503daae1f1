//! Says what one paragraph is for, as far as its own words tell.
//!
//! What depends on its neighbours (the headline, the note under a byline, repetition) is decided in
//! [`super::blocks`]. Cues are general: shapes of credits, phrases that pages say of themselves.

use super::{
    cues::{self, Cue, Openings},
    datelines,
};
use crate::{
    rules::agency,
    text::{BlockKind, Span},
};
use std::borrow::Cow;

/// The longest paragraph that can be anything but running text, in bytes.
const LONGEST_CLUTTER: usize = 700;

/// How many words of a paragraph are counted: nobody asks for more than thirty.
const MOST_WORDS: usize = 31;

/// How many words of a paragraph are looked at to see how it is written.
const SAMPLE_WORDS: usize = 40;

/// The longest caption, in bytes.
const LONGEST_CAPTION: usize = 450;

/// How the words of a paragraph look, markup apart.
pub(super) struct Look<'t> {
    /// The words.
    pub(super) words: Cow<'t, str>,
    /// How many words there are, counted up to a few dozen.
    pub(super) count: usize,
    /// Whether it ends as a sentence does.
    pub(super) ends_sentence: bool,
    /// Whether it is a heading by its markup.
    pub(super) heading: bool,
    /// Whether it is an item of a list by its mark.
    pub(super) list_item: bool,
    /// Whether it starts or ends in a link.
    pub(super) link: bool,
}

impl<'t> Look<'t> {
    /// Looks at the paragraph at `span`, of which `markup` are the stretches that are no words.
    pub(super) fn at(text: &'t str, span: Span, markup: &[Span]) -> Self {
        let written = &text[span.range()];
        let words = if markup.is_empty() {
            Cow::Borrowed(written)
        } else {
            let mut words = String::with_capacity(written.len());
            let mut at = span.start();
            for mark in markup {
                words.push_str(text.get(at..mark.start().min(span.end())).unwrap_or_default());
                at = mark.end();
            }
            words.push_str(text.get(at..span.end()).unwrap_or_default());
            Cow::Owned(words.trim().to_owned())
        };
        let last = words.trim_end_matches(is_closer).chars().next_back();
        Self {
            ends_sentence: matches!(last, Some('.' | '!' | '?' | '\u{2026}'))
                || closing_credit(&words).is_some(),
            heading: !markup.is_empty() && written.starts_with('#'),
            list_item: is_list_item(written),
            link: !markup.is_empty()
                && (written.starts_with('[') || written.contains("]("))
                && written.ends_with(')'),
            count: count_words(&words),
            words,
        }
    }

    /// Whether most of its words are capitalised.
    pub(super) fn is_title_case(&self) -> bool {
        let (mut capital, mut small) = (0, 0);
        for word in self.words.split_whitespace().take(SAMPLE_WORDS) {
            capital += usize::from(word.starts_with(char::is_uppercase));
            small += usize::from(word.starts_with(char::is_lowercase) && word.len() > 3);
        }
        capital > small
    }
}

/// How many words there are, counted up to a few dozen.
fn count_words(text: &str) -> usize {
    /// So many bytes hold no more words than a byte can count, which lets a processor look at many bytes at a time.
    const STRETCH: usize = 128;
    if !text.is_ascii() {
        return count_words_of_any_script(text);
    }
    let is_blank = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let [first, behind @ ..] = text.as_bytes() else { return 0 };
    // A word starts at a byte that is no blank behind one that is.
    let starts = |before: &[u8], at: &[u8]| -> u8 {
        before.iter().zip(at).map(|(before, at)| u8::from(is_blank(*before)) & u8::from(!is_blank(*at))).sum()
    };
    let stretches = text.as_bytes().chunks(STRETCH).zip(behind.chunks(STRETCH));
    let further: usize = stretches.map(|(before, at)| usize::from(starts(before, at))).sum();
    (usize::from(!is_blank(*first)) + further).min(MOST_WORDS)
}

/// The same of a text with other signs than plain ones: quotation marks and dashes, as in most news.
fn count_words_of_any_script(text: &str) -> usize {
    let (mut count, mut behind_blank) = (0, true);
    for (at, byte) in text.bytes().enumerate() {
        let is_blank = match byte {
            b'\t'..=b'\r' | b' ' => true,
            // All other blanks start with one of these.
            0xC2 | 0xE1..=0xE3 => text[at..].starts_with(char::is_whitespace),
            // The latter bytes of a sign are what its first one is.
            0x80..=0xBF => behind_blank,
            _ => false,
        };
        count += usize::from(behind_blank && !is_blank);
        behind_blank = is_blank;
        if count == MOST_WORDS {
            break;
        }
    }
    count
}

/// What the paragraph is for; none where only its neighbours can tell.
pub(super) fn own_label(look: &Look<'_>, found: &[Cue]) -> Option<BlockKind> {
    let words = look.words.as_ref();
    let said = |cue: Cue| found.contains(&cue);
    if look.count == 0 {
        let kind = if said(Cue::Share) { BlockKind::Share } else { BlockKind::Boilerplate };
        return Some(kind);
    }
    if words.len() > LONGEST_CLUTTER {
        return Some(BlockKind::Paragraph);
    }
    if is_address(words) {
        return Some(if words.contains(' ') { BlockKind::Boilerplate } else { BlockKind::Credit });
    }
    if look.heading {
        return Some(BlockKind::Heading);
    }
    if said(Cue::Share) {
        return Some(BlockKind::Share);
    }
    let hints = found.iter().filter(|cue| **cue == Cue::Hint).count();
    if said(Cue::Boilerplate)
        || hints > 1 && speaks_to_reader(words)
        || cues::LEGAL_OPENINGS.open(words)
        || is_furniture(look)
    {
        return Some(BlockKind::Boilerplate);
    }
    if cues::RELATED_OPENINGS.open(words)
        && (!look.ends_sentence || look.link || look.count <= 14 && words.contains(':'))
    {
        return Some(BlockKind::Related);
    }
    if agency(words).is_some() || is_credit(look) {
        return Some(BlockKind::Credit);
    }
    if is_byline(look) {
        return Some(BlockKind::Byline);
    }
    if datelines::is_date_line(words) || datelines::is_opening(words) {
        return Some(BlockKind::Dateline);
    }
    if said(Cue::Author) || look.count <= 10 && holds_mailbox(words) {
        return Some(BlockKind::AuthorNote);
    }
    if words.len() <= LONGEST_CAPTION
        && (said(Cue::Caption)
            || cues::CAPTION_OPENINGS.open(words)
            || ends_in_credit(words)
            || ends_in_picture_bracket(words))
    {
        return Some(BlockKind::Caption);
    }
    if look.link && !look.ends_sentence && look.count > 3 {
        return Some(BlockKind::Related);
    }
    if look.list_item {
        return Some(BlockKind::ListItem);
    }
    None
}

/// Whether the words are a page's own and no story's: they say "you", or are too few to tell one.
fn speaks_to_reader(words: &str) -> bool {
    let mut own = words.split(|c: char| !c.is_alphanumeric());
    words.len() < 40
        || own.any(|word| ["you", "your", "our"].iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Whether the words say where the text comes from and no more.
fn is_credit(look: &Look<'_>) -> bool {
    let words = look.words.as_ref();
    look.count <= 30
        && cues::CREDIT_OPENINGS.open(words)
        && (!look.ends_sentence || words.starts_with('(') || words.contains(" by "))
}

/// The start of a credit that closes running text: "... he said. AFP", "... he said. (Reuters)".
pub(super) fn closing_credit(text: &str) -> Option<usize> {
    let tail_start = datelines::floor(text, text.len().saturating_sub(48));
    let tail = &text[tail_start..];
    // A sentence must have ended before the credit.
    memchr::memchr3(b'.', b'!', b'?', tail.as_bytes())?;
    // Nearly every blank stands behind a letter or a comma, where no sentence has ended.
    let before = |at: usize| at.checked_sub(1).map_or(b',', |before| tail.as_bytes()[before]);
    let may_part = |at: usize| !before(at).is_ascii_alphanumeric() && before(at) != b',';
    let mut blanks = tail.char_indices().rev().filter(|(at, c)| c.is_whitespace() && may_part(*at));
    blanks.find_map(|(at, blank)| {
        let credit =
            tail[at + blank.len_utf8()..].trim_start_matches(['-', '\u{2013}', '\u{2014}', '/', ' ']);
        let body = tail[..at].trim_end().trim_end_matches(['-', '\u{2013}', '\u{2014}', '/']).trim_end();
        let closed = body.trim_end_matches(is_closer).ends_with(['.', '!', '?']);
        (closed && agencies(credit)).then(|| tail_start + at + blank.len_utf8())
    })
}

/// Whether `credit` names one agency or several: "AFP", "Reuters, AP", "AFP/Reuters".
fn agencies(credit: &str) -> bool {
    credit.split(['/', ',', '&']).all(|name| agency(name).is_some())
}

const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | ']' | '\u{201D}' | '\u{2019}' | '\u{BB}' | ' ')
}

/// How an address starts, also with the blanks that a tokeniser left in it.
const ADDRESSES: Openings =
    Openings::of(&["http://", "https://", "www.", "http: / /", "https: / /", "http : //"]);

/// Whether the line is an address and no more, also with the blanks that a tokeniser left in it.
fn is_address(words: &str) -> bool {
    let start = words.trim_start_matches('<');
    ADDRESSES.open(start) && (!start.contains(' ') || start.contains(" / "))
}

fn is_furniture(look: &Look<'_>) -> bool {
    let bare = look.words.trim_matches(|c: char| !c.is_alphanumeric());
    let min_read = look.count <= 4 && (bare.ends_with("min read") || bare.ends_with("minute read"));
    let single =
        look.count == 1 && !look.ends_sentence && bare.chars().any(char::is_lowercase) && !look.list_item;
    min_read
        || single && agency(bare).is_none()
        || bare.is_empty()
        || look.count <= 4 && cues::FURNITURE.iter().any(|known| known.eq_ignore_ascii_case(bare))
}

fn is_byline(look: &Look<'_>) -> bool {
    let words = look.words.trim_start_matches(|c: char| !c.is_alphanumeric());
    if look.count > 14 || words.len() > 140 || !cues::BYLINE_OPENINGS.open(words) {
        return false;
    }
    let mut names = words.split_whitespace().skip(1).peekable();
    let named = names.peek().is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c == '['));
    named
        && names.all(|word| {
            !word.starts_with(char::is_lowercase)
                || matches!(
                    word,
                    "and" | "of" | "for" | "the" | "in" | "with" | "staff" | "de" | "van" | "von" | "al"
                )
                || NEWSROOM_WORDS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
                || word.contains('@')
        })
        && !words.trim_end_matches(is_closer).ends_with(['!', '?'])
}

/// Words of a byline that are no names.
const NEWSROOM_WORDS: &[&str] =
    &["staff", "writer", "reporter", "correspondent", "editor", "news", "agencies", "our"];

fn holds_mailbox(words: &str) -> bool {
    memchr::memchr(b'@', words.as_bytes()).is_some()
        && words.split_whitespace().any(|word| {
            word.split_once('@').is_some_and(|(name, host)| {
                name.ends_with(|c: char| c.is_ascii_alphanumeric()) && host.contains('.')
                    || name.is_empty() && host.len() > 2
            })
        })
}

/// Whether the words end in a picture's credit behind a stroke: "... in Rome. /VCG", "... Jane Roe/AFP".
fn ends_in_credit(words: &str) -> bool {
    let start = datelines::floor(words, words.len().saturating_sub(48));
    let Some(stroke) = words[start..].rfind('/').map(|at| start + at) else { return false };
    let (before, credit) = (words[..stroke].trim_end(), words[stroke + 1..].trim());
    let names = credit.split_whitespace().count();
    let named = credit.starts_with(|c: char| c.is_uppercase() || c == '@') && (1..=4).contains(&names);
    let apart =
        words[..stroke].ends_with(char::is_whitespace) && before.ends_with(['.', ')', '"', '\u{201D}']);
    named && !credit.ends_with(['.', '!', '?']) && (apart || agency(credit).is_some())
}

/// Whether the words end in a bracket that credits a picture: "(Jane Roe / Pool / AFP via Getty Images)".
fn ends_in_picture_bracket(words: &str) -> bool {
    let Some(inner) = words.strip_suffix(')').or_else(|| words.strip_suffix(").")) else { return false };
    let start = datelines::floor(inner, inner.len().saturating_sub(140));
    let Some(open) = inner[start..].rfind('(').map(|at| start + at) else { return false };
    let credit = &inner[open + 1..];
    let credited = credit
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| cues::CREDIT_WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)));
    let strokes = credit.contains('/') && credit.split('/').any(|name| agency(name).is_some());
    credited && credit.split_whitespace().count() <= 12 || strokes
}

fn is_list_item(written: &str) -> bool {
    let mut chars = written.chars();
    let mark = chars.next();
    let blank = chars.next().is_some_and(char::is_whitespace);
    blank
        && matches!(
            mark,
            Some('-' | '*' | '+' | '\u{2022}' | '\u{25CF}' | '\u{25AA}' | '\u{2023}' | '\u{B7}')
        )
}
