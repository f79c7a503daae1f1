//! Zones by the words that name them, with every offset that those words can mean.
//!
//! Offsets come from the bundled tz database on the day that is spoken of, never from the host.

use jiff::{civil::DateTime, tz::TimeZone};

/// What a name or abbreviation can stand for, as places of the tz database.
const ZONES: &[(&str, &[&str])] = &[
    ("GMT", &["Etc/GMT"]),
    ("UTC", &["Etc/UTC"]),
    ("Z", &["Etc/UTC"]),
    ("BST", &["Europe/London", "Asia/Dhaka"]),
    ("IST", &["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]),
    ("WET", &["Europe/Lisbon"]),
    ("WEST", &["Etc/GMT-1"]),
    ("CET", &["Europe/Berlin"]),
    ("CEST", &["Europe/Berlin"]),
    ("EET", &["Europe/Athens"]),
    ("EEST", &["Europe/Athens"]),
    ("TRT", &["Europe/Istanbul"]),
    ("MSK", &["Europe/Moscow"]),
    ("MOSCOW TIME", &["Europe/Moscow"]),
    ("EST", &["Etc/GMT+5", "Australia/Sydney"]),
    ("EDT", &["Etc/GMT+4"]),
    ("ET", &["America/New_York"]),
    ("EASTERN", &["America/New_York"]),
    ("CST", &["Etc/GMT+6", "Asia/Shanghai", "America/Havana"]),
    ("CDT", &["Etc/GMT+5", "America/Havana"]),
    ("CT", &["America/Chicago"]),
    ("CENTRAL", &["America/Chicago"]),
    ("MST", &["Etc/GMT+7", "Asia/Kuala_Lumpur"]),
    ("MDT", &["Etc/GMT+6"]),
    ("MT", &["America/Denver"]),
    ("MOUNTAIN", &["America/Denver"]),
    ("PST", &["Etc/GMT+8", "Asia/Manila"]),
    ("PDT", &["Etc/GMT+7"]),
    ("PT", &["America/Los_Angeles"]),
    ("PACIFIC", &["America/Los_Angeles"]),
    ("AKST", &["Etc/GMT+9"]),
    ("AKDT", &["Etc/GMT+8"]),
    ("HST", &["Pacific/Honolulu"]),
    ("AST", &["Etc/GMT+4", "Asia/Riyadh"]),
    ("ATLANTIC", &["America/Halifax"]),
    ("ADT", &["Etc/GMT+3"]),
    ("NST", &["America/St_Johns"]),
    ("BRT", &["America/Sao_Paulo"]),
    ("ART", &["America/Argentina/Buenos_Aires"]),
    ("AEST", &["Australia/Brisbane"]),
    ("AEDT", &["Etc/GMT-11"]),
    ("ACST", &["Australia/Darwin"]),
    ("AWST", &["Australia/Perth"]),
    ("NZST", &["Etc/GMT-12"]),
    ("NZDT", &["Etc/GMT-13"]),
    ("JST", &["Asia/Tokyo"]),
    ("KST", &["Asia/Seoul"]),
    ("HKT", &["Asia/Hong_Kong"]),
    ("SGT", &["Asia/Singapore"]),
    ("BEIJING TIME", &["Asia/Shanghai"]),
    ("PKT", &["Asia/Karachi"]),
    ("WIB", &["Asia/Jakarta"]),
    ("GST", &["Asia/Dubai"]),
    ("IRST", &["Asia/Tehran"]),
    ("SAST", &["Africa/Johannesburg"]),
    ("EAT", &["Africa/Nairobi"]),
    ("CAT", &["Africa/Maputo"]),
    ("WAT", &["Africa/Lagos"]),
];

/// Two days of one year, in its winter and its summer: of a day that nobody knows, a zone has the offsets of both.
const ANY_DAY: [DateTime; 2] =
    [DateTime::constant(2024, 1, 15, 12, 0, 0, 0), DateTime::constant(2024, 7, 15, 12, 0, 0, 0)];

/// The offsets in seconds east of UTC that a zone's name can mean at a local time, in rising order; at any where that is not known.
pub(super) fn offsets(name: &str, at: Option<DateTime>) -> Vec<i32> {
    let upper = name.to_ascii_uppercase();
    for base in ["GMT", "UTC"] {
        if let Some(rest) = upper.strip_prefix(base).map(str::trim).filter(|rest| !rest.is_empty()) {
            return from_greenwich(rest).into_iter().collect();
        }
    }
    let region = upper
        .strip_suffix(" TIME")
        .map(|region| region.trim_end_matches(" STANDARD").trim_end_matches(" DAYLIGHT"));
    let known = ZONES.iter().find(|(zone, _)| *zone == upper || Some(*zone) == region);
    let days = at.as_ref().map_or(ANY_DAY.as_slice(), std::slice::from_ref);
    let mut offsets: Vec<i32> = known
        .into_iter()
        .flat_map(|(_, places)| places.iter())
        .filter_map(|place| TimeZone::get(place).ok())
        .flat_map(|zone| days.iter().map(move |day| zone.to_ambiguous_zoned(*day).compatible()))
        .filter_map(|zoned| zoned.ok().map(|zoned| zoned.offset().seconds()))
        .collect();
    offsets.sort_unstable();
    offsets.dedup();
    offsets
}

/// What stands behind "GMT" and "UTC" in seconds: "+2", "-3", "+05:30".
fn from_greenwich(written: &str) -> Option<i32> {
    let (sign, clock) = match written.strip_prefix('+') {
        Some(clock) => (1, clock),
        None => (-1, written.trim_start_matches(|c: char| !c.is_ascii_digit())),
    };
    let (hours, minutes) = clock.trim().split_once(':').unwrap_or((clock.trim(), "0"));
    Some(sign * (hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn zones_have_every_offset_their_name_can_mean() {
        let cases: [(&str, i8, &[i32]); 9] = [
            ("GMT", 1, &[0]),
            ("ET", 1, &[-18_000]),
            ("ET", 7, &[-14_400]),
            ("eastern time", 7, &[-14_400]),
            ("IST", 1, &[0, 7200, 19_800]),
            ("GMT+2", 1, &[7200]),
            ("UTC+05:30", 1, &[19_800]),
            ("UTC-3:30", 1, &[-12_600]),
            ("local time", 1, &[]),
        ];
        for (name, month, want) in cases {
            assert_eq!(offsets(name, Some(date(2026, month, 15).at(12, 0, 0, 0))), want, "{name} in {month}");
        }
    }

    #[test]
    fn a_zone_of_no_known_day_has_the_offsets_of_a_whole_year() {
        for (name, want) in [
            ("ET", [-18_000, -14_400].as_slice()),
            ("GMT", &[0]),
            ("JST", &[32_400]),
            ("BST", &[0, 3600, 21_600]),
        ] {
            assert_eq!(offsets(name, None), want, "{name}");
        }
    }
}
