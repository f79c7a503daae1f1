//! The parts of a TIMEX3 duration: "P1Y6M" is one year and six months.
//!
//! ```text
//! length = "P" (figure ("Y" | "Q" | "M" | "WE" | "W" | "D"))* ("T" (figure ("H" | "M" | "S"))*)?
//! ```
//!
//! Used by [`super::time`], which counts them, and [`super::timex_words`], which says them.

use super::TimeUnit;

/// The figures of a TIMEX3 duration with their units; none of what names no length: "PXD".
pub(super) fn parts(timex: &str) -> Option<Vec<(&str, TimeUnit)>> {
    let body = timex.strip_prefix('P')?;
    let (days, hours) = body.split_once('T').unwrap_or((body, ""));
    let mut parts = Vec::new();
    for (text, is_clock) in [(days, false), (hours, true)] {
        let mut rest = text;
        while !rest.is_empty() {
            let (figure, tail) = rest.split_at(rest.find(|sign: char| sign.is_ascii_alphabetic())?);
            let end = tail.find(|sign: char| !sign.is_ascii_alphabetic()).unwrap_or(tail.len());
            let (letters, further) = tail.split_at(end);
            if figure.is_empty() || !figure.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
                return None;
            }
            parts.push((figure, unit(letters, is_clock)?));
            rest = further;
        }
    }
    Some(parts)
}

fn unit(letters: &str, is_clock: bool) -> Option<TimeUnit> {
    Some(match (letters, is_clock) {
        ("Y", false) => TimeUnit::Year,
        ("Q", false) => TimeUnit::Quarter,
        ("M", false) => TimeUnit::Month,
        ("WE", false) => TimeUnit::Weekend,
        ("W", false) => TimeUnit::Week,
        ("D", false) => TimeUnit::Day,
        ("H", true) => TimeUnit::Hour,
        ("M", true) => TimeUnit::Minute,
        ("S", true) => TimeUnit::Second,
        _ => return None,
    })
}
