//! Recognises lines that only date an article, and the place and date that open wire copy.
//!
//! ```text
//! date-line = (month | weekday | zone | date-word | figure | at most two other words)+   with a full date in it
//! opening   = CAPITALS other? agency? dash tag*  |  place agency dash tag*
//! agency    = "(" words ")"
//! dash      = "-" | "--" | "\u{2013}" | "\u{2014}" | "_"      with a blank or the end behind it
//! tag       = "[" words "]"
//! ```

use crate::text::Shapes;

/// The longest line that only dates an article, in bytes.
const LONGEST_LINE: usize = 100;

/// The farthest that the dash of an opening stands from its start, in bytes.
const FARTHEST_DASH: usize = 110;

/// The longest run of bracketed tags behind the dash, in bytes.
const LONGEST_TAGS: usize = 300;

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Words that stand in a line that dates an article, beside months, weekdays and zones.
const DATE_WORDS: &[&str] = &[
    "a",
    "am",
    "at",
    "by",
    "created",
    "date",
    "edt",
    "est",
    "et",
    "first",
    "from",
    "gmt",
    "hours",
    "hrs",
    "ist",
    "last",
    "local",
    "m",
    "modified",
    "of",
    "on",
    "p",
    "pm",
    "posted",
    "published",
    "publication",
    "st",
    "nd",
    "rd",
    "th",
    "time",
    "today",
    "uk",
    "update",
    "updated",
    "us",
    "utc",
    "z",
    "t",
    "pdt",
    "pst",
    "pt",
    "cdt",
    "cst",
    "ct",
    "mdt",
    "mst",
    "mt",
    "bst",
    "cet",
    "cest",
    "aest",
    "aedt",
    "sgt",
    "hkt",
    "issued",
    "revised",
    "and",
];

const WEEKDAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The shapes of all words that date an article.
const SHAPES: Shapes = Shapes::NONE
    .with_all(MONTHS)
    .with_all(FULL_MONTHS)
    .with_all(WEEKDAYS)
    .with_all(FULL_WEEKDAYS)
    .with_all(DATE_WORDS);

/// Whether `line` only says when the article was written.
pub(super) fn is_date_line(line: &str) -> bool {
    if line.len() > LONGEST_LINE || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let (mut month, mut figures, mut other) = (false, 0, 0);
    for word in
        line.split(|c: char| !c.is_alphanumeric()).flat_map(split_figure).filter(|word| !word.is_empty())
    {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            figures += 1;
        } else if SHAPES.admit(word) && is_month(word) {
            month = true;
        } else if !SHAPES.admit(word)
            || !is_weekday(word) && !DATE_WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
        {
            other += if word.starts_with(char::is_uppercase) { 1 } else { 3 };
            if other > 2 {
                return false;
            }
        }
    }
    month && figures >= 1 && (figures >= 2 || other == 0) || figures >= 3 && is_numeric_date(line)
}

/// "1st" and "8am" are a figure and a word.
fn split_figure(word: &str) -> [&str; 2] {
    let at = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (figure, rest) = word.split_at(at);
    [figure, rest]
}

const FULL_MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "sept",
    "october",
    "november",
    "december",
];

fn is_month(word: &str) -> bool {
    MONTHS.iter().chain(FULL_MONTHS).any(|known| known.eq_ignore_ascii_case(word))
}

const FULL_WEEKDAYS: &[&str] =
    &["monday", "tuesday", "tues", "wednesday", "thursday", "thur", "thurs", "friday", "saturday", "sunday"];

fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().chain(FULL_WEEKDAYS).any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a date in figures alone stands in `line`: "12/23/12", "2012-12-23", "23.12.2012".
fn is_numeric_date(line: &str) -> bool {
    line.split_whitespace().any(|word| {
        ['/', '-', '.'].into_iter().any(|mark| {
            let mut parts = word.trim_matches(',').splitn(3, mark);
            let mut figure =
                || parts.next().map_or(0, |part| part.bytes().take_while(u8::is_ascii_digit).count());
            let (first, second, third) = (figure(), figure(), figure());
            matches!((first, second, third), (1 | 2, 1 | 2, 2 | 4) | (4, 1 | 2, 1 | 2))
        })
    })
}

/// Whether `line` is nothing but the opening of wire copy: it ends in a dash or tags then, as hardly any other line does.
pub(super) fn is_opening(line: &str) -> bool {
    line.ends_with(['-', '\u{2013}', '\u{2014}', '_', ']']) && opening(line) == Some(line.len())
}

/// The end of the place, date and agency that open `paragraph`, with their dash and tags.
pub(super) fn opening(paragraph: &str) -> Option<usize> {
    let reach = floor(paragraph, FARTHEST_DASH);
    let (dash, width) = dash_in(&paragraph[..reach])?;
    let head = paragraph[..dash].trim_end();
    let place = head.split('(').next().unwrap_or_default().trim_end();
    let agency = head.ends_with(')') && head.contains('(');
    let first = head.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
    let in_capitals = first.len() > 2 && first.chars().all(char::is_uppercase);
    let calm = !head.contains(['"', '\u{201C}', ';', ':', '?', '!']) && head.split_whitespace().count() <= 12;
    let named = place.split_whitespace().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(word, "of" | "de" | "la" | "and" | "the" | "el" | "al" | "in" | "off" | "near" | "on")
    });
    let after = &paragraph[dash + width..];
    // In capitals any word could open the line, so that a date, an agency or a tag must confirm it.
    let plain_capitals = !paragraph[..floor(paragraph, 400)].chars().any(char::is_lowercase);
    let confirmed = agency
        || !plain_capitals
        || head.contains(',') && head.bytes().any(|byte| byte.is_ascii_digit())
        || after.trim_start().starts_with('[');
    let goes_on_lower = after.trim_start().starts_with(char::is_lowercase);
    if !(calm && named && confirmed && (agency || in_capitals)) || goes_on_lower {
        return None;
    }
    let end = dash + width + tags(after);
    (end < paragraph.len() || agency || head.bytes().any(|byte| byte.is_ascii_digit())).then_some(end)
}

/// The first dash that stands apart from the word behind it, and its width in bytes.
fn dash_in(text: &str) -> Option<(usize, usize)> {
    let apart = |at: usize, width: usize| {
        let after = text[at + width..].chars().next();
        let before = text[..at].chars().next_back();
        after.is_none_or(char::is_whitespace)
            && before.is_some_and(|c| c.is_whitespace() || matches!(c, ')' | '.'))
    };
    // Few paragraphs have any; the long dashes start with this byte.
    memchr::memchr3_iter(b'-', b'_', 0xE2, text.as_bytes()).find_map(|at| {
        let rest = &text[at..];
        let width = if rest.starts_with("--") {
            2
        } else if rest.starts_with(['-', '_']) {
            1
        } else if rest.starts_with(['\u{2013}', '\u{2014}']) {
            3
        } else {
            return None;
        };
        apart(at, width).then_some((at, width))
    })
}

/// The length of the bracketed tags at the start of `text`, with the blanks before each.
fn tags(text: &str) -> usize {
    let mut end = 0;
    let reach = floor(text, LONGEST_TAGS);
    loop {
        let rest = &text[end..reach];
        let open = rest.len() - rest.trim_start().len();
        if !rest[open..].starts_with('[') {
            return end;
        }
        match rest.find(']') {
            Some(close) => end += close + 1,
            None => return end,
        }
    }
}

/// The last character boundary of `text` that is not behind `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{is_date_line, opening};

    #[test]
    fn lines_that_only_date() {
        for (line, want) in [
            ("February 01, 2026", true),
            ("Published: July 28, 2004 at 1:24 PM", true),
            ("8:05am UK, Monday 16 September 2013", true),
            ("12/23/12 06:03 PM ET EST", true),
            ("Posted on November 15, 2011 6:07:15 PM GMT+01:0", true),
            ("2026-01-31", true),
            ("Nov .30, 2009", true),
            ("Sunday, 1 February", true),
            ("Harbour City, March 4, 1988", true),
            ("He died on March 4, 1988", false),
            ("Storm kills 12", false),
            ("Colts beat Chiefs 20-13", false),
            ("May the best team win in 2026", false),
            ("2 min read", false),
        ] {
            assert_eq!(is_date_line(line), want, "{line}");
        }
    }

    #[test]
    fn openings_of_wire_copy() {
        for (paragraph, want) in [
            ("LONDON - A bridge fell.", Some("LONDON -")),
            ("LONDON, March 4 (Xinhua) -- A bridge fell.", Some("LONDON, March 4 (Xinhua) --")),
            ("Nairobi (AFP) \u{2013} A bridge fell.", Some("Nairobi (AFP) \u{2013}")),
            ("(Reuters) - A bridge fell.", Some("(Reuters) -")),
            ("RIVERTON, Ohio \u{2014} A bridge fell.", Some("RIVERTON, Ohio \u{2014}")),
            (
                "PORT, 3 JAN 90 -- [REPORT] [A\nB] [TEXT] THE BRIDGE",
                Some("PORT, 3 JAN 90 -- [REPORT] [A\nB] [TEXT]"),
            ),
            ("PORT (AP) --", Some("PORT (AP) --")),
            ("THE BRIDGE FELL -- AND NOBODY CAME", None),
            ("NATO said - after a long night - that it would", None),
            ("A bridge - the oldest - fell.", None),
            ("NATO - an alliance - met.", None),
            ("He said: LONDON - not now", None),
        ] {
            assert_eq!(opening(paragraph).map(|end| &paragraph[..end]), want, "{paragraph}");
        }
    }
}
