//! When holidays fall.
//!
//! Fixed days, counted weekdays and the feasts around Easter are computed. The feasts of lunar calendars stand in a
//! table for the years that news of today speaks of; outside of it they stay unplaced.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// How a holiday's day is found.
#[derive(Debug, Clone, Copy)]
enum Falls {
    /// On a day of a month.
    On(i8, i8),
    /// On the nth weekday of a month; negative counts from the end.
    Nth(i8, Weekday, i8),
    /// Some days behind the nth weekday of a month.
    AfterNth(i8, Weekday, i8, i64),
    /// Some days from Easter Sunday.
    Easter(i64),
    /// Some days from Orthodox Easter.
    Orthodox(i64),
    /// On the days of the table, from its first year on: month and day.
    Listed(i16, &'static [(i8, i8)]),
}

const HOLIDAYS: &[(&str, Falls)] = &[
    ("New Year's Day", Falls::On(1, 1)),
    ("Epiphany", Falls::On(1, 6)),
    ("Orthodox Christmas", Falls::On(1, 7)),
    ("Martin Luther King Day", Falls::Nth(1, Weekday::Monday, 3)),
    ("Inauguration Day", Falls::On(1, 20)),
    ("Groundhog Day", Falls::On(2, 2)),
    ("Valentine's Day", Falls::On(2, 14)),
    ("Presidents' Day", Falls::Nth(2, Weekday::Monday, 3)),
    ("International Women's Day", Falls::On(3, 8)),
    ("St Patrick's Day", Falls::On(3, 17)),
    ("Nowruz", Falls::On(3, 20)),
    ("April Fools' Day", Falls::On(4, 1)),
    ("Earth Day", Falls::On(4, 22)),
    ("Anzac Day", Falls::On(4, 25)),
    ("May Day", Falls::On(5, 1)),
    ("Mother's Day", Falls::Nth(5, Weekday::Sunday, 2)),
    ("Memorial Day", Falls::Nth(5, Weekday::Monday, -1)),
    ("Father's Day", Falls::Nth(6, Weekday::Sunday, 3)),
    ("Juneteenth", Falls::On(6, 19)),
    ("Independence Day", Falls::On(7, 4)),
    ("Bastille Day", Falls::On(7, 14)),
    ("Labor Day", Falls::Nth(9, Weekday::Monday, 1)),
    ("Columbus Day", Falls::Nth(10, Weekday::Monday, 2)),
    ("Halloween", Falls::On(10, 31)),
    ("All Saints' Day", Falls::On(11, 1)),
    ("All Souls' Day", Falls::On(11, 2)),
    ("Election Day", Falls::AfterNth(11, Weekday::Monday, 1, 1)),
    ("Guy Fawkes Night", Falls::On(11, 5)),
    ("Veterans Day", Falls::On(11, 11)),
    ("Remembrance Sunday", Falls::Nth(11, Weekday::Sunday, 2)),
    ("Thanksgiving", Falls::Nth(11, Weekday::Thursday, 4)),
    ("Black Friday", Falls::AfterNth(11, Weekday::Thursday, 4, 1)),
    ("Cyber Monday", Falls::AfterNth(11, Weekday::Thursday, 4, 4)),
    ("Christmas Eve", Falls::On(12, 24)),
    ("Christmas", Falls::On(12, 25)),
    ("Boxing Day", Falls::On(12, 26)),
    ("New Year's Eve", Falls::On(12, 31)),
    ("Shrove Tuesday", Falls::Easter(-47)),
    ("Ash Wednesday", Falls::Easter(-46)),
    ("Palm Sunday", Falls::Easter(-7)),
    ("Maundy Thursday", Falls::Easter(-3)),
    ("Good Friday", Falls::Easter(-2)),
    ("Easter", Falls::Easter(0)),
    ("Easter week", Falls::Easter(0)),
    ("Easter Monday", Falls::Easter(1)),
    ("Ascension Day", Falls::Easter(39)),
    ("Pentecost", Falls::Easter(49)),
    ("Whit Monday", Falls::Easter(50)),
    ("Orthodox Good Friday", Falls::Orthodox(-2)),
    ("Orthodox Easter", Falls::Orthodox(0)),
    ("Lunar New Year", Falls::Listed(2010, LUNAR_NEW_YEAR)),
    ("Ramadan", Falls::Listed(2015, RAMADAN)),
    ("Eid al-Fitr", Falls::Listed(2015, EID_AL_FITR)),
    ("Eid al-Adha", Falls::Listed(2015, EID_AL_ADHA)),
    ("Rosh Hashanah", Falls::Listed(2015, ROSH_HASHANAH)),
    ("Yom Kippur", Falls::Listed(2015, YOM_KIPPUR)),
    ("Passover", Falls::Listed(2015, PASSOVER)),
    ("Hanukkah", Falls::Listed(2015, HANUKKAH)),
    ("Purim", Falls::Listed(2015, PURIM)),
    ("Shavuot", Falls::Listed(2015, SHAVUOT)),
    ("Sukkot", Falls::Listed(2015, SUKKOT)),
    ("Diwali", Falls::Listed(2015, DIWALI)),
    ("Holi", Falls::Listed(2015, HOLI)),
    ("Holy week", Falls::Easter(-1)),
    ("Holy Saturday", Falls::Easter(-1)),
    ("Trinity Sunday", Falls::Easter(56)),
    ("Corpus Christi", Falls::Easter(60)),
    ("Burns Night", Falls::On(1, 25)),
    ("Australia Day", Falls::On(1, 26)),
    ("Holocaust Memorial Day", Falls::On(1, 27)),
    ("Waitangi Day", Falls::On(2, 6)),
    ("Tax Day", Falls::On(4, 15)),
    ("St George's Day", Falls::On(4, 23)),
    ("Arbor Day", Falls::Nth(4, Weekday::Friday, -1)),
    ("Cinco de Mayo", Falls::On(5, 5)),
    ("VE Day", Falls::On(5, 8)),
    ("Flag Day", Falls::On(6, 14)),
    ("Canada Day", Falls::On(7, 1)),
    ("Grandparents Day", Falls::AfterNth(9, Weekday::Monday, 1, 6)),
    ("St Andrew's Day", Falls::On(11, 30)),
    ("World AIDS Day", Falls::On(12, 1)),
    ("St Nicholas Day", Falls::On(12, 6)),
    ("Human Rights Day", Falls::On(12, 10)),
    ("World Cancer Day", Falls::On(2, 4)),
    ("International Mother Language Day", Falls::On(2, 21)),
    ("Leap Day", Falls::On(2, 29)),
    ("St David's Day", Falls::On(3, 1)),
    ("Commonwealth Day", Falls::Nth(3, Weekday::Monday, 2)),
    ("World Water Day", Falls::On(3, 22)),
    ("World TB Day", Falls::On(3, 24)),
    ("Cesar Chavez Day", Falls::On(3, 31)),
    ("World Autism Awareness Day", Falls::On(4, 2)),
    ("World Health Day", Falls::On(4, 7)),
    ("Patriots' Day", Falls::Nth(4, Weekday::Monday, 3)),
    ("World Malaria Day", Falls::On(4, 25)),
    ("World Press Freedom Day", Falls::On(5, 3)),
    ("International Nurses Day", Falls::On(5, 12)),
    ("Armed Forces Day", Falls::Nth(5, Weekday::Saturday, 3)),
    ("World Environment Day", Falls::On(6, 5)),
    ("World Oceans Day", Falls::On(6, 8)),
    ("World Blood Donor Day", Falls::On(6, 14)),
    ("World Refugee Day", Falls::On(6, 20)),
    ("World Population Day", Falls::On(7, 11)),
    ("International Youth Day", Falls::On(8, 12)),
    ("Assumption Day", Falls::On(8, 15)),
    ("World Humanitarian Day", Falls::On(8, 19)),
    ("International Literacy Day", Falls::On(9, 8)),
    ("World Suicide Prevention Day", Falls::On(9, 10)),
    ("Patriot Day", Falls::On(9, 11)),
    ("International Day of Peace", Falls::On(9, 21)),
    ("World Tourism Day", Falls::On(9, 27)),
    ("German Unity Day", Falls::On(10, 3)),
    ("World Teachers' Day", Falls::On(10, 5)),
    ("World Mental Health Day", Falls::On(10, 10)),
    ("Canadian Thanksgiving", Falls::Nth(10, Weekday::Monday, 2)),
    ("World Food Day", Falls::On(10, 16)),
    ("Reformation Day", Falls::On(10, 31)),
    ("Day of the Dead", Falls::On(11, 2)),
    ("World Diabetes Day", Falls::On(11, 14)),
    ("International Men's Day", Falls::On(11, 19)),
    ("World Children's Day", Falls::On(11, 20)),
    ("Small Business Saturday", Falls::AfterNth(11, Weekday::Thursday, 4, 2)),
    ("Giving Tuesday", Falls::AfterNth(11, Weekday::Thursday, 4, 5)),
    ("Pearl Harbor Day", Falls::On(12, 7)),
    ("Feast of the Immaculate Conception", Falls::On(12, 8)),
    ("International Migrants Day", Falls::On(12, 18)),
    ("Kwanzaa", Falls::On(12, 26)),
    ("Mothering Sunday", Falls::Easter(-21)),
];

#[rustfmt::skip]
const PURIM: &[(i8, i8)] = &[
    (3, 5), (3, 24), (3, 12), (3, 1), (3, 21), (3, 10), (2, 26), (3, 17), (3, 7), (3, 24), (3, 14), (3, 3),
];
#[rustfmt::skip]
const SHAVUOT: &[(i8, i8)] = &[
    (5, 24), (6, 12), (5, 31), (5, 20), (6, 9), (5, 29), (5, 17), (6, 5), (5, 26), (6, 12), (6, 2), (5, 22),
];
#[rustfmt::skip]
const SUKKOT: &[(i8, i8)] = &[
    (9, 28), (10, 17), (10, 5), (9, 24), (10, 14), (10, 3), (9, 21), (10, 10), (9, 30), (10, 17), (10, 7), (9, 26),
];
#[rustfmt::skip]
const DIWALI: &[(i8, i8)] = &[
    (11, 11), (10, 30), (10, 19), (11, 7), (10, 27), (11, 14), (11, 4), (10, 24), (11, 12), (10, 31), (10, 20),
    (11, 8),
];
#[rustfmt::skip]
const HOLI: &[(i8, i8)] = &[
    (3, 6), (3, 24), (3, 13), (3, 2), (3, 21), (3, 10), (3, 29), (3, 18), (3, 8), (3, 25), (3, 14), (3, 4),
];
#[rustfmt::skip]
const LUNAR_NEW_YEAR: &[(i8, i8)] = &[
    (2, 14), (2, 3), (1, 23), (2, 10), (1, 31), (2, 19), (2, 8), (1, 28), (2, 16), (2, 5), (1, 25), (2, 12), (2, 1),
    (1, 22), (2, 10), (1, 29), (2, 17), (2, 6), (1, 26), (2, 13), (2, 3),
];
#[rustfmt::skip]
const RAMADAN: &[(i8, i8)] = &[
    (6, 18), (6, 6), (5, 27), (5, 17), (5, 6), (4, 24), (4, 13), (4, 2), (3, 23), (3, 11), (3, 1), (2, 18),
];
#[rustfmt::skip]
const EID_AL_FITR: &[(i8, i8)] = &[
    (7, 17), (7, 6), (6, 25), (6, 15), (6, 4), (5, 24), (5, 13), (5, 2), (4, 21), (4, 10), (3, 30), (3, 20),
];
#[rustfmt::skip]
const EID_AL_ADHA: &[(i8, i8)] = &[
    (9, 24), (9, 12), (9, 1), (8, 21), (8, 11), (7, 31), (7, 20), (7, 9), (6, 28), (6, 16), (6, 6), (5, 27),
];
#[rustfmt::skip]
const ROSH_HASHANAH: &[(i8, i8)] = &[
    (9, 14), (10, 3), (9, 21), (9, 10), (9, 30), (9, 19), (9, 7), (9, 26), (9, 16), (10, 3), (9, 23), (9, 12),
];
#[rustfmt::skip]
const YOM_KIPPUR: &[(i8, i8)] = &[
    (9, 23), (10, 12), (9, 30), (9, 19), (10, 9), (9, 28), (9, 16), (10, 5), (9, 25), (10, 12), (10, 2), (9, 21),
];
#[rustfmt::skip]
const PASSOVER: &[(i8, i8)] = &[
    (4, 4), (4, 23), (4, 11), (3, 31), (4, 20), (4, 9), (3, 28), (4, 16), (4, 6), (4, 23), (4, 13), (4, 2),
];
#[rustfmt::skip]
const HANUKKAH: &[(i8, i8)] = &[
    (12, 7), (12, 25), (12, 13), (12, 3), (12, 23), (12, 11), (11, 29), (12, 19), (12, 8), (12, 26), (12, 15),
    (12, 5),
];

/// The month and day of a holiday that falls on the same ones each year.
pub(super) fn fixed(name: &str) -> Option<(i8, i8)> {
    HOLIDAYS.iter().find_map(|(known, falls)| match falls {
        Falls::On(month, day) if *known == name => Some((*month, *day)),
        _ => None,
    })
}

/// The day of a holiday in a year, by the name it goes by.
pub(super) fn day(name: &str, year: i16) -> Option<Date> {
    let (_, falls) = HOLIDAYS.iter().find(|(known, _)| *known == name)?;
    match *falls {
        Falls::On(month, day) => Date::new(year, month, day).ok(),
        Falls::Nth(month, weekday, nth) => nth_weekday(year, month, weekday, nth),
        Falls::AfterNth(month, weekday, nth, days) => {
            nth_weekday(year, month, weekday, nth)?.checked_add(days.days()).ok()
        }
        Falls::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
        Falls::Orthodox(days) => orthodox_easter(year)?.checked_add(days.days()).ok(),
        Falls::Listed(first, days) => {
            let (month, day) = *days.get(usize::try_from(year.checked_sub(first)?).ok()?)?;
            Date::new(year, month, day).ok()
        }
    }
}

fn nth_weekday(year: i16, month: i8, weekday: Weekday, nth: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Easter Sunday of the Julian calendar, on the Gregorian one, by Meeus; for the years from 1900 to 2099.
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let julian = Date::new(year, 3, 22).ok()?.checked_add(i64::from(d + e).days()).ok()?;
    // Thirteen days lie between the calendars in these centuries.
    (1900..2100).contains(&year).then(|| julian.checked_add(13.days()).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_fall_on_their_days() {
        let cases = [
            ("Easter", 2019, "2019-04-21"),
            ("Easter", 2024, "2024-03-31"),
            ("Orthodox Easter", 2023, "2023-04-16"),
            ("Orthodox Easter", 2024, "2024-05-05"),
            ("Thanksgiving", 2021, "2021-11-25"),
            ("Memorial Day", 2022, "2022-05-30"),
            ("Election Day", 2024, "2024-11-05"),
            ("Lunar New Year", 2025, "2025-01-29"),
            ("Ramadan", 2018, "2018-05-17"),
            ("Eid al-Adha", 2015, "2015-09-24"),
            ("Eid al-Adha", 2016, "2016-09-12"),
            ("Eid al-Adha", 2017, "2017-09-01"),
        ];
        for (name, year, want) in cases {
            assert_eq!(day(name, year).map(|day| day.to_string()).as_deref(), Some(want), "{name} {year}");
        }
    }
    /// The first day of the Hebrew year that begins in a year, by Dershowitz and Reingold's "Calendrical Calculations".
    fn hebrew_new_year(year: i64) -> Date {
        let elapsed = |year: i64| {
            let months = (235 * year - 234).div_euclid(19);
            let day = 29 * months + (12_084 + 13_753 * months).div_euclid(25_920);
            if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
        };
        let year = year + 3761;
        let (before, own, behind) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
        let put_off = match (behind - own, own - before) {
            (356, _) => 2,
            (_, 382) => 1,
            _ => 0,
        };
        jiff::civil::date(1, 1, 1) + (own + put_off - 1_373_428).days()
    }

    #[test]
    fn the_feasts_of_the_tables_lie_as_far_apart_as_their_calendars_say() {
        let on = |name: &str, year: i16| day(name, year).expect("a year of the table");
        let apart = |a: Date, b: Date| i64::from((b - a).get_days());
        for year in 2015..=2026_i16 {
            let new_year = hebrew_new_year(year.into());
            let length = apart(new_year, hebrew_new_year(i64::from(year) + 1));
            let hanukkah = if length % 10 == 5 { 84 } else { 83 };
            for (name, days) in [
                ("Rosh Hashanah", 0),
                ("Yom Kippur", 9),
                ("Sukkot", 14),
                ("Hanukkah", hanukkah),
                ("Passover", -163),
                ("Purim", -193),
                ("Shavuot", -113),
            ] {
                assert_eq!(on(name, year), new_year + days.days(), "{name} {year}");
            }
            let fast = apart(on("Ramadan", year), on("Eid al-Fitr", year));
            let feasts = apart(on("Eid al-Fitr", year), on("Eid al-Adha", year));
            assert!(matches!(fast, 29 | 30) && matches!(feasts, 67..=69), "{year}: {fast}, {feasts}");
        }
    }
}
