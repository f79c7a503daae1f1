//! Reads the dates that stand beside an article: in a field, in front matter, in `story.toml`, in its address.
//!
//! ```text
//! published = day (("T" | blank) clock zone?)?  |  (weekday ",")? figure month year clock? zone?  |  month figure "," year
//! day       = year "-" month "-" day  |  year month day
//! ```
//!
//! The local time is kept as printed and the zone dropped: "yesterday" in the article is the newsroom's yesterday.

use crate::text::{Published, PublishedFrom};
use jiff::civil::{Date, DateTime, Time};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The date or date-time that `written` names.
pub(super) fn published(written: &str, from: PublishedFrom) -> Option<Published> {
    let written = written.trim();
    let (day, rest) = figures_day(written).or_else(|| worded_day(written))?;
    let rest = rest.trim_start_matches([',', ' ', 'T', 't', '_']);
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    if rest.is_empty() || !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Published { at: day.to_datetime(Time::midnight()), has_time: false, from });
    }
    let time = clock(rest)?;
    Some(Published { at: DateTime::from_parts(day, time), has_time: true, from })
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
        Some(Published { at: day.to_datetime(Time::midnight()), has_time: false, from: PublishedFrom::Url })
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

/// "18:30", "18:30:05.123+09:00", "6:30 pm".
fn clock(written: &str) -> Option<Time> {
    let mut parts = written.splitn(3, ':');
    let figure = |part: Option<&str>| {
        let part = part?;
        part[..part.bytes().take_while(u8::is_ascii_digit).count()].parse::<i8>().ok()
    };
    let hour = figure(parts.next())?;
    let minute = figure(parts.next()).unwrap_or(0);
    let second = figure(parts.next()).unwrap_or(0);
    let lower = written.to_ascii_lowercase();
    let half = lower.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ' '));
    let hour = match half.get(..2) {
        Some("pm") if hour < 12 => hour + 12,
        Some("am") if hour == 12 => 0,
        _ => hour,
    };
    Time::new(hour, minute, second.min(59), 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_beside_articles() {
        for (written, want) in [
            ("2026-01-31", Some("2026-01-31T00:00:00 false")),
            ("2026-01-31T18:30", Some("2026-01-31T18:30:00 true")),
            ("2026-01-31 18:30:05+09:00", Some("2026-01-31T18:30:05 true")),
            ("2026-01-31T00:00:00Z", Some("2026-01-31T00:00:00 true")),
            ("2026-01-31T18:30:05.250Z", Some("2026-01-31T18:30:05 true")),
            ("20260131", Some("2026-01-31T00:00:00 false")),
            ("2026/01/31", Some("2026-01-31T00:00:00 false")),
            ("Sat, 31 Jan 2026 18:30:05 GMT", Some("2026-01-31T18:30:05 true")),
            ("January 31, 2026", Some("2026-01-31T00:00:00 false")),
            ("Jan. 31, 2026 at 6:30 pm", Some("2026-01-31T18:30:00 true")),
            ("31st January 2026", Some("2026-01-31T00:00:00 false")),
            ("last Tuesday", None),
            ("2026-13-31", None),
            ("", None),
            ("\u{661}\u{662}\u{663}\u{664}", None),
        ] {
            let found = published(written, PublishedFrom::Given)
                .map(|found| format!("{} {}", found.at, found.has_time));
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
