//! The classes of the words of time, for the lexicon: what a grammar may start at, and what it needs ahead.
//!
//! Words that a table of [`super::words`] or [`super::holidays`] gives a meaning take their class from it; the rest, which
//! only stand between such words, is listed here.

use super::{holidays, words};
use crate::text::WordClass;

/// Gives every word of a list one class.
macro_rules! of_class {
    ($class:ident: $($word:literal)*) => { &[$(($word, WordClass::$class)),*] };
}

/// Gives every word of a table one class.
macro_rules! of_table {
    ($class:ident: $table:expr) => {{
        const WORDS: [(&str, WordClass); $table.len()] = named($table, WordClass::$class);
        &WORDS
    }};
}

const fn named<T, const N: usize>(
    table: &[(&'static str, T)],
    class: WordClass,
) -> [(&'static str, WordClass); N] {
    let mut words = [("", class); N];
    let mut at = 0;
    while at < N {
        words[at].0 = table[at].0;
        at += 1;
    }
    words
}

/// The words that holidays open with.
const HOLIDAYS: [(&str, WordClass); holidays::NAMES.len()] = {
    let mut words = [("", WordClass::HOLIDAY); holidays::NAMES.len()];
    let mut at = 0;
    while at < words.len() {
        words[at].0 = holidays::NAMES[at].0[0];
        at += 1;
    }
    words
};

/// The words that may start a time expression or carry one.
pub(super) const CLASSES: &[&[(&str, WordClass)]] = &[
    of_table!(MONTH: words::MONTHS),
    of_table!(WEEKDAY: words::WEEKDAYS),
    of_table!(WEEKDAY: words::WEEKDAY_PLURALS),
    of_table!(TIME_UNIT: words::UNITS),
    of_table!(TIME_UNIT: words::UNIT_PLURALS),
    of_table!(TIME_UNIT: words::LONG),
    of_class!(TIME_UNIT: "period" "semester" "halves"),
    of_table!(DAY_PART: words::DAY_PARTS),
    of_table!(DAY_PART: words::DAY_PART_PLURALS),
    of_table!(DAY_PART: words::SEASONS),
    of_class!(DAY_PART: "springs" "summers" "autumns" "winters" "noon" "midday" "midnight"),
    of_table!(SEASON: words::SEASONS),
    &HOLIDAYS,
    of_table!(TIME_CUE: words::DECADES),
    of_table!(PERIOD: words::DECADES),
    of_class!(PERIOD:
        "quarter" "quarters" "half" "period" "century" "fiscal" "financial" "school" "academic" "calendar" "fy" "cy" "q1"
        "q2" "q3" "q4" "h1" "h2"
    ),
    of_table!(TIME_CUE: words::FREQUENCIES),
    of_table!(FREQUENCY: words::FREQUENCIES),
    of_class!(FREQUENCY: "bi" "semi"),
    of_class!(TIME_CUE:
        "today" "tonight" "tonite" "yesterday" "tomorrow" "tmr" "now" "nowadays" "currently" "current" "recently"
        "recent" "lately" "soon" "shortly" "previously" "formerly" "last" "next" "past" "coming" "subsequent"
        "upcoming" "previous" "preceding" "prior" "following" "latest" "same" "earlier" "later" "early" "late" "mid"
        "end" "start" "beginning" "middle" "close" "rest" "remainder" "turn" "fiscal" "future" "eve" "someday"
        "sometime" "first" "final" "ides" "eod" "cob" "eom" "eoy" "bom" "ytd" "q1" "q2" "q3" "q4" "h1" "h2" "fy" "cy" "school"
        "calendar" "moment" "term" "as" "already" "yet" "once" "then" "midyear" "midweek" "per" "bi" "semi"
    ),
    of_class!(CARDINAL: "couple" "several" "few" "half"),
    of_class!(ORDINAL: "last"),
    of_class!(BOUND:
        "about" "around" "approximately" "roughly" "nearly" "almost" "at" "more" "less" "over" "under" "up" "no" "not"
        "within" "some" "several" "many" "few" "exactly" "just" "fewer" "between" "from" "circa" "another"
    ),
    of_table!(PICK: words::PICKS),
    of_class!(PICK: "latest" "final" "recent" "ensuing" "first" "initial" "opening" "very"),
    of_class!(DAY_NAME: "today" "tonight" "tonite" "yesterday" "tomorrow" "tmr"),
    of_class!(DISTANCE:
        "ago" "back" "hence" "from" "into" "earlier" "prior" "beforehand" "later" "afterward" "afterwards" "before" "until"
        "after" "following" "since"
    ),
    of_class!(TIME_PART:
        "early" "late" "mid" "earlier" "later" "beginning" "start" "turn" "middle" "end" "close" "rest" "remainder"
        "remaining" "first" "second" "last" "latter" "midyear" "midweek" "eoy" "eom" "eod" "cob" "bom" "ytd" "date" "small"
    ),
    of_class!(CLOCK:
        "am" "pm" "a.m." "p.m." "a.m" "p.m" "m" "p" "ampm" "o'clock" "oclock" "o" "noon" "midday" "midnight" "mid"
        "high" "hours" "hrs" "h" ":" "lunch" "gmt" "utc" "est" "edt" "et"
    ),
    of_table!(DATELESS: words::LONE),
    of_class!(DATELESS:
        "now" "nowadays" "currently" "these" "moment" "minute" "current" "recent" "recently" "lately" "soon" "someday"
        "possible" "term" "coming" "then" "time" "one"
    ),
    of_class!(SPAN_MARK:
        "to" "through" "thru" "until" "untill" "till" "til" "and" "or" "&" "," "-" "–" "—" "−" "‐" "‑" "~"
    ),
    of_class!(SPAN_START: "for" "from" "starting" "beginning" "commencing"),
    of_class!(TIME_LINK:
        "to" "or" "and" "of" "than" "least" "additional" "extra" "full" "whole" "entire" "long" "consecutive" "straight"
        "solid" "trading" "business" "working" "work" "calendar" "successive" "short" "good" "comparable" "other"
        "corresponding" "near" "foreseeable" "immediate" "distant" "very" "weekend" "longer" "through" "thru" "until"
        "till" "th" "st" "nd" "rd" "initial" "opening" "ensuing" "most" "crucial" "o" "oh" "medium" "academic"
        "financial" "latter" "remaining" "small" "part" "further" "single"
    ),
    of_class!(DETERMINER: "the" "a" "an" "its" "their" "each" "every" "this" "that" "these"),
];
