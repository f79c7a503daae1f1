//! Reads the dates that stand beside an article: in a field, in front matter, in `story.toml`, in its address.
//!
//! ```text
//! published = day (("T" | blank) clock)?  |  (weekday ",")? figure month year clock?  |  month figure "," year clock?
//! day       = year "-" month "-" day  |  year month day
//! clock     = (hour (":" minute (":" second)?)?  |  hour minute second?) fraction? half? zone?
//! half      = ("a" | "p") "."? "m" "."?
//! zone      = "Z"  |  name of RFC 2822  |  ("GMT" | "UTC")? ("+" | "-") hour ":"? minute?
//! ```
//!
//! The local time is kept as printed, since "yesterday" in the article is the newsroom's yesterday; how far it is ahead is kept
//! beside it, since which of two articles is the later one is told by the instant.

use crate::text::{Published, PublishedFrom};
use jiff::{
    civil::{Date, DateTime, Time},
    tz::Offset,
};

/// The zones that RFC 2822 names, and how many hours each is ahead.
const ZONES: [(&str, i8); 12] = [
    ("z", 0),
    ("ut", 0),
    ("utc", 0),
    ("gmt", 0),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The date or date-time that `written` names.
pub(super) fn published(written: &str, from: PublishedFrom) -> Option<Published> {
    let written = written.trim();
    let (day, rest) = figures_day(written).or_else(|| worded_day(written))?;
    let rest = rest.trim_start_matches([',', ' ', 'T', 't', '_']);
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    if rest.is_empty() || !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Published {
            at: day.to_datetime(Time::midnight()),
            has_time: false,
            offset: None,
            from,
        });
    }
    let (time, zone) = clock(rest)?;
    let offset = self::zone(zone.trim_start());
    Some(Published { at: DateTime::from_parts(day, time), has_time: true, offset, from })
}

/// The day in an address such as `https://example.org/2026/02/01/a-bridge-fell`.
pub(super) fn in_address(url: &str) -> Option<Published> {
    let parts: Vec<&str> = url.split(['/', '-', '_']).collect();
    parts.windows(3).find_map(|part| {
        let [year, month, day] = [part[0], part[1], part[2]];
        let plain =
            |part: &str, len: usize| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
        if !(plain(year, 4) && plain(month, 2) && plain(day, 2)) {
            return None;
        }
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        let day = (1990..2100).contains(&year).then(|| Date::new(year, month, day).ok()).flatten()?;
        Some(Published {
            at: day.to_datetime(Time::midnight()),
            has_time: false,
            offset: None,
            from: PublishedFrom::Url,
        })
    })
}

fn figures_day(written: &str) -> Option<(Date, &str)> {
    let dashed = written
        .get(..10)
        .and_then(|day| day.replace('/', "-").parse::<Date>().ok().filter(|_| day.contains(['-', '/'])));
    if let Some(day) = dashed {
        return Some((day, &written[10..]));
    }
    let figures = written.get(..8).filter(|day| day.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (year, month, day) =
        (figures[..4].parse().ok()?, figures[4..6].parse().ok()?, figures[6..].parse().ok()?);
    Some((Date::new(year, month, day).ok()?, &written[8..]))
}

fn worded_day(written: &str) -> Option<(Date, &str)> {
    let (mut month, mut day, mut at) = (None, None, 0);
    for word in written.split_inclusive([' ', ',']).take(6) {
        at += word.len();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_ascii_lowercase();
        if let Some(number) = MONTHS.iter().position(|name| lower.len() >= 3 && lower.starts_with(name)) {
            month = i8::try_from(number + 1).ok();
        } else if bare.len() == 4
            && let Ok(year) = bare.parse()
        {
            return Some((Date::new(year, month?, day?).ok()?, &written[at..]));
        } else if let Ok(figure) = bare.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse() {
            day = Some(figure);
        }
    }
    None
}

/// How many figures open a text.
fn figures(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// "18:30", "18:30:05.123+09:00", "6:30 p.m. EST", "183005Z": the time, and what stands behind it.
fn clock(written: &str) -> Option<(Time, &str)> {
    let [mut hour, mut minute, mut second] = [0_i8; 3];
    let mut rest = written;
    let run = figures(rest);
    let is_compact = matches!(run, 4 | 6);
    for (at, part) in [&mut hour, &mut minute, &mut second].into_iter().enumerate() {
        let opened = if at == 0 || is_compact { Some(rest) } else { rest.strip_prefix([':', '.']) };
        let Some(opened) = opened.filter(|opened| opened.starts_with(|c: char| c.is_ascii_digit())) else {
            break;
        };
        let len = if is_compact { 2 } else { figures(opened) };
        *part = opened[..len].parse().ok()?;
        rest = &opened[len..];
    }
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        rest = &fraction[figures(fraction)..];
    }
    let hour = match half(rest.trim_start()) {
        Some((is_afternoon, behind)) => {
            rest = behind;
            hour % 12 + if is_afternoon { 12 } else { 0 }
        }
        None => hour,
    };
    Some((Time::new(hour, minute, second.min(59), 0).ok()?, rest))
}

/// "p.m.", "AM": whether it is the afternoon, and what stands behind it.
fn half(written: &str) -> Option<(bool, &str)> {
    let rest = written.strip_prefix(['a', 'A', 'p', 'P'])?;
    let rest = rest.strip_prefix('.').unwrap_or(rest).strip_prefix(['m', 'M'])?;
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let is_word = !rest.starts_with(char::is_alphanumeric);
    is_word.then_some((written.starts_with(['p', 'P']), rest))
}

/// How far ahead the zone is that a text opens with.
fn zone(written: &str) -> Option<Offset> {
    let letters = written.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = written.split_at(letters);
    let named = ZONES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, hours)| *hours);
    if !name.is_empty() && named != Some(0) {
        return named.map(Offset::constant);
    }
    let sign = match rest.bytes().next() {
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ => return named.map(Offset::constant),
    };
    let hours = &rest[1..];
    let minutes = hours.get(2..).map(|behind| behind.strip_prefix(':').unwrap_or(behind));
    let two = |text: &str| text.get(..2).filter(|two| figures(two) == 2)?.parse::<i32>().ok();
    let (hours, minutes) = (two(hours)?, minutes.and_then(two).unwrap_or(0));
    let is_zone = hours <= 14 && minutes < 60;
    is_zone.then(|| Offset::from_seconds(sign * (hours * 60 + minutes) * 60).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_beside_articles() {
        for (written, want) in [
            ("2026-01-31", Some("2026-01-31")),
            ("2026-01-31T18:30", Some("2026-01-31T18:30:00")),
            ("2026-01-31 18:30:05+09:00", Some("2026-01-31T18:30:05 +09")),
            ("2026-01-31T00:00:00Z", Some("2026-01-31T00:00:00 +00")),
            ("2026-01-31T18:30:05.250Z", Some("2026-01-31T18:30:05 +00")),
            ("2026-01-31T18:30:05-0330", Some("2026-01-31T18:30:05 -03:30")),
            ("20260131", Some("2026-01-31")),
            ("20260131T183005Z", Some("2026-01-31T18:30:05 +00")),
            ("20260131T1830", Some("2026-01-31T18:30:00")),
            ("2026/01/31", Some("2026-01-31")),
            ("Sat, 31 Jan 2026 18:30:05 GMT", Some("2026-01-31T18:30:05 +00")),
            ("Sat, 31 Jan 2026 18:30:05 +0530", Some("2026-01-31T18:30:05 +05:30")),
            ("January 31, 2026", Some("2026-01-31")),
            ("Jan. 31, 2026 at 6:30 pm", Some("2026-01-31T18:30:00")),
            ("Jan. 31, 2026 6:30 p.m.", Some("2026-01-31T18:30:00")),
            ("Jan. 31, 2026 6 p.m. GMT", Some("2026-01-31T18:00:00 +00")),
            ("Jan. 31, 2026 6.30pm UTC+01:00", Some("2026-01-31T18:30:00 +01")),
            ("Jan. 31, 2026 12:05 A.M. EST", Some("2026-01-31T00:05:00 -05")),
            ("Jan. 31, 2026 12:05 PM ET", Some("2026-01-31T12:05:00")),
            ("2026-01-31T18:30+99:00", Some("2026-01-31T18:30:00")),
            ("31st January 2026", Some("2026-01-31")),
            ("last Tuesday", None),
            ("2026-13-31", None),
            ("", None),
            ("\u{661}\u{662}\u{663}\u{664}", None),
        ] {
            let found = published(written, PublishedFrom::Given).map(|found| {
                let at = if found.has_time { found.at.to_string() } else { found.at.date().to_string() };
                at + &found.offset.map_or_else(String::new, |offset| format!(" {offset}"))
            });
            assert_eq!(found.as_deref(), want, "{written}");
        }
    }

    #[test]
    fn dates_in_addresses() {
        for (url, want) in [
            ("https://example.org/2026/02/01/a-bridge-fell", Some("2026-02-01T00:00:00")),
            ("https://example.org/news/2026-02-01-bridge", Some("2026-02-01T00:00:00")),
            ("https://example.org/article/3641714", None),
        ] {
            assert_eq!(in_address(url).map(|found| found.at.to_string()).as_deref(), want, "{url}");
        }
    }
}
