//! TIMEX3 values in words, as an editor reads them: "P24Y" is "24 years", "2024-05-14TMO" the morning of 2024-05-14.
//!
//! What has no words of its own here stays as it is: a full date is read by everybody.

use super::{TimeUnit, timex_length};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A TIMEX3 value in words.
pub(super) fn in_words(timex: &str) -> String {
    match timex {
        "PRESENT_REF" => return "now".to_owned(),
        "PAST_REF" => return "in the past".to_owned(),
        "FUTURE_REF" => return "in the future".to_owned(),
        _ => {}
    }
    if let Some(length) = length(timex) {
        return length;
    }
    let (date, time) = match timex.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (timex, None),
    };
    let day = (!date.is_empty()).then(|| day(date).unwrap_or_else(|| date.to_owned()));
    let Some(time) = time else { return day.unwrap_or_default() };
    let part = part_of_day(time);
    match (day, part) {
        (Some(day), Some(part)) => format!("{day}, {part}"),
        (Some(day), None) => format!("{day} {time}"),
        (None, Some(part)) => part.to_owned(),
        (None, None) => time.to_owned(),
    }
}

/// "P1Y6M", "PT40H": the number of each unit, in words.
fn length(timex: &str) -> Option<String> {
    let in_words = |(figure, unit): &(&str, TimeUnit)| {
        let name = match unit {
            TimeUnit::Year => "year",
            TimeUnit::Month => "month",
            TimeUnit::Week => "week",
            TimeUnit::Day => "day",
            TimeUnit::Hour => "hour",
            TimeUnit::Minute => "minute",
            TimeUnit::Second => "second",
            TimeUnit::Weekend
            | TimeUnit::Fortnight
            | TimeUnit::Quarter
            | TimeUnit::Half
            | TimeUnit::Decade
            | TimeUnit::Century
            | TimeUnit::Millennium => return None,
        };
        Some(format!("{figure} {name}{}", if *figure == "1" { "" } else { "s" }))
    };
    let parts = timex_length::parts(timex)?.iter().map(in_words).collect::<Option<Vec<String>>>()?;
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// The words for a date that is no full one: "XXXX-12-06", "2026-W04-WE", "2024-Q2", "198".
fn day(date: &str) -> Option<String> {
    let parts: Vec<&str> = date.split('-').collect();
    let open = |part: &str| part.bytes().all(|byte| byte == b'X');
    let name = |part: &str, names: &[&'static str]| -> Option<&'static str> {
        names.get(part.parse::<usize>().ok()?.checked_sub(1)?).copied()
    };
    let week_of = |week: &str, year: &str| {
        let week = week.trim_start_matches('0');
        if open(year) { format!("week {week}") } else { format!("week {week} of {year}") }
    };
    let of = |what: String, year: &str| if open(year) { what } else { format!("{what} {year}") };
    match *parts.as_slice() {
        [decade] if decade.len() == 3 && decade.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(format!("{decade}0s"))
        }
        // The hundred years that begin with 2000 are the twenty-first.
        [hundred] if hundred.len() == 2 && hundred.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(format!("{} century", ordinal(hundred.parse::<u32>().ok()? + 1)))
        }
        [year, "WXX", "WE"] if open(year) => Some("weekend".to_owned()),
        [year, "WXX", weekday] if open(year) => name(weekday, &WEEKDAYS).map(str::to_owned),
        [year, week] => {
            let season = match week {
                "SP" => Some("spring"),
                "SU" => Some("summer"),
                "FA" => Some("autumn"),
                "WI" => Some("winter"),
                "H1" => Some("first half"),
                "H2" => Some("second half"),
                "Q1" => Some("first quarter"),
                "Q2" => Some("second quarter"),
                "Q3" => Some("third quarter"),
                "Q4" => Some("fourth quarter"),
                _ => None,
            };
            match (season, week.strip_prefix('W')) {
                (Some(season), _) => Some(of(season.to_owned(), year)),
                (None, Some(week)) if !open(week) => Some(week_of(week, year)),
                (None, _) => name(week, &MONTHS).map(|month| of(month.to_owned(), year)),
            }
        }
        [year, week, "WE"] => Some(format!("weekend of {}", week_of(week.strip_prefix('W')?, year))),
        [year, month, day] if open(year) => {
            let day = day.trim_start_matches('0');
            Some(name(month, &MONTHS).map_or_else(|| format!("day {day}"), |month| format!("{day} {month}")))
        }
        _ => None,
    }
}

/// A number as one says which of a row it is: "21st".
fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn part_of_day(time: &str) -> Option<&'static str> {
    Some(match time {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn values_read_as_an_editor_says_them() {
        for (timex, want) in [
            ("P24Y", "24 years"),
            ("P1W", "1 week"),
            ("PT40H", "40 hours"),
            ("P2Y6M", "2 years and 6 months"),
            ("PT1M30S", "1 minute and 30 seconds"),
            ("P0.5D", "0.5 days"),
            ("PXD", "PXD"),
            ("2024-05-14TMO", "2024-05-14, morning"),
            ("2024-05-14T10:30", "2024-05-14 10:30"),
            ("T10:30", "10:30"),
            ("2026-01-31", "2026-01-31"),
            ("2026", "2026"),
            ("2026-01", "January 2026"),
            ("XXXX-12", "December"),
            ("XXXX-12-06", "6 December"),
            ("XXXX-WXX-1", "Monday"),
            ("XXXX-WXX-1TNI", "Monday, night"),
            ("2026-W04", "week 4 of 2026"),
            ("2026-W04-WE", "weekend of week 4 of 2026"),
            ("XXXX-W04", "week 4"),
            ("XXXX-W40-WE", "weekend of week 40"),
            ("XXXX-WXX-WE", "weekend"),
            ("XXXX-SP", "spring"),
            ("XXXX-Q3", "third quarter"),
            ("2024-Q2", "second quarter 2024"),
            ("2023-SP", "spring 2023"),
            ("198", "1980s"),
            ("20", "21st century"),
            ("10", "11th century"),
            ("18", "19th century"),
            ("PRESENT_REF", "now"),
        ] {
            assert_eq!(in_words(timex), want, "{timex}");
        }
    }
}
