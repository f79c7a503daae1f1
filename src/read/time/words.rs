//! The words that time expressions are made of, with their classes and meanings.

use crate::{
    claim::{DayPart, Edge, Season, TimeMod, TimeUnit, Which},
    text::WordClass,
};

/// Gives every word of a list one class.
macro_rules! of_class {
    ($class:ident: $($word:literal)*) => { &[$(($word, WordClass::$class)),*] };
}

/// The words that may start a time expression or carry one, for the lexicon.
pub(super) const CLASSES: &[&[(&str, WordClass)]] = &[
    of_class!(MONTH:
        "january" "jan" "february" "feb" "march" "mar" "april" "apr" "may" "june" "jun" "july" "jul"
        "august" "aug" "september" "sept" "sep" "october" "oct" "november" "nov" "december" "dec"
    ),
    of_class!(WEEKDAY:
        "monday" "mon" "mondays" "tuesday" "tue" "tues" "tuesdays" "wednesday" "wed" "weds"
        "wednesdays" "thursday" "thu" "thur" "thurs" "thursdays" "friday" "fri" "fridays" "saturday"
        "sat" "saturdays" "sunday" "sun" "sundays"
    ),
    of_class!(TIME_UNIT:
        "second" "seconds" "sec" "secs" "minute" "minutes" "min" "mins" "hour" "hours" "hr" "hrs"
        "day" "days" "night" "nights" "week" "weeks" "weekend" "weekends" "fortnight" "fortnights"
        "month" "months" "quarter" "quarters" "year" "years" "yr" "yrs" "decade" "decades" "century"
        "centuries" "millennium" "millennia" "period" "semester" "halves" "wk" "wks" "wkend"
    ),
    of_class!(DAY_PART:
        "dawn" "daybreak" "sunrise" "morning" "mornings" "lunchtime" "afternoon" "afternoons"
        "evening" "evenings" "night" "nights" "nightfall" "dusk" "sunset" "spring" "springs"
        "summer" "summers" "autumn" "autumns" "fall" "winter" "winters" "noon" "midday" "midnight"
        "overnight" "daytime" "nighttime" "springtime" "summertime" "wintertime" "dinnertime"
    ),
    of_class!(TIME_CUE:
        "today" "tonight" "tonite" "yesterday" "tomorrow" "tmr" "now" "nowadays" "currently"
        "current" "recently" "recent" "lately" "soon" "shortly" "previously" "formerly" "daily"
        "weekly" "monthly" "quarterly" "annually" "yearly" "hourly" "nightly" "biweekly" "bimonthly"
        "biannually" "semiannually" "semiannual" "everyday" "last" "next" "past" "coming" "subsequent" "upcoming"
        "previous" "preceding" "prior" "following" "latest" "same" "earlier" "later" "early" "late"
        "mid" "end" "start" "beginning" "middle" "close" "rest" "remainder" "turn" "fiscal" "future"
        "eve" "someday" "sometime" "first" "final" "ides" "eod" "eom" "eoy" "q1" "q2" "q3" "q4" "h1"
        "h2" "christmas" "xmas" "easter" "thanksgiving" "halloween" "ramadan" "passover" "hanukkah"
        "chanukah" "diwali" "juneteenth" "lent" "kwanzaa" "memorial" "labor" "labour" "independence"
        "veterans" "presidents" "columbus" "martin" "mlk" "boxing" "bastille" "valentine"
        "valentines" "st" "saint" "mother" "father" "mothers" "fathers" "black" "cyber" "good"
        "palm" "ash" "new" "earth" "election" "remembrance" "anzac" "armistice" "yom" "rosh" "eid"
        "chinese" "lunar" "groundhog" "inauguration" "epiphany" "pentecost" "whit" "maundy" "holy"
        "guy" "international" "school" "calendar" "nineties" "eighties" "seventies" "sixties"
        "fifties" "forties" "thirties" "twenties" "purim" "sukkot" "nowruz" "orthodox"
        "ascension" "assumption" "shrove" "bonfire" "moment" "term" "future" "as"
    ),
    of_class!(CARDINAL:
        "zero" "one" "two" "three" "four" "five" "six" "seven" "eight" "nine" "ten" "eleven"
        "twelve" "thirteen" "fourteen" "fifteen" "sixteen" "seventeen" "eighteen" "nineteen"
        "twenty" "thirty" "forty" "fifty" "sixty" "seventy" "eighty" "ninety" "hundred" "thousand"
        "dozen" "couple" "several" "few" "half"
    ),
    of_class!(ORDINAL:
        "first" "second" "third" "fourth" "fifth" "sixth" "seventh" "eighth" "ninth" "tenth"
        "eleventh" "twelfth" "thirteenth" "fourteenth" "fifteenth" "sixteenth" "seventeenth"
        "eighteenth" "nineteenth" "twentieth" "thirtieth" "last"
    ),
    of_class!(BOUND:
        "about" "around" "approximately" "roughly" "nearly" "almost" "at" "more" "less" "over"
        "under" "up" "no" "not" "within" "some" "several" "many" "few" "exactly" "just" "fewer"
        "between" "from" "circa" "another"
    ),
    of_class!(PICK:
        "this" "that" "last" "next" "past" "current" "coming" "upcoming" "previous" "preceding" "prior" "following"
        "subsequent" "same" "latest" "final" "recent" "ensuing" "first" "initial" "opening" "very"
    ),
    of_class!(DAY_NAME: "today" "tonight" "tonite" "yesterday" "tomorrow" "tmr"),
    of_class!(DISTANCE:
        "ago" "back" "hence" "from" "into" "earlier" "beforehand" "later" "afterward" "afterwards" "before" "until"
        "after" "following" "since"
    ),
    of_class!(HOLIDAY:
        "christmas" "xmas" "boxing" "new" "thanksgiving" "black" "cyber" "halloween" "easter" "good" "palm" "ash"
        "maundy" "shrove" "mardi" "ascension" "pentecost" "whit" "orthodox" "valentine" "valentines" "st" "saint"
        "april" "earth" "may" "international" "mother" "mothers" "father" "fathers" "memorial" "juneteenth"
        "independence" "bastille" "labor" "labour" "columbus" "election" "inauguration" "veterans" "armistice"
        "remembrance" "anzac" "presidents" "president" "martin" "mlk" "groundhog" "guy" "bonfire" "all" "epiphany"
        "chinese" "lunar" "ramadan" "eid" "yom" "rosh" "passover" "hanukkah" "chanukah" "nowruz"
    ),
    of_class!(SEASON: "spring" "springtime" "summer" "summertime" "autumn" "fall" "winter" "wintertime"),
    of_class!(PERIOD:
        "quarter" "quarters" "half" "period" "century" "fiscal" "financial" "school" "academic" "calendar" "fy" "q1"
        "q2" "q3" "q4" "h1" "h2" "nineties" "eighties" "seventies" "sixties" "fifties" "forties" "thirties"
        "twenties"
    ),
    of_class!(TIME_PART:
        "early" "late" "mid" "earlier" "later" "beginning" "start" "turn" "middle" "end" "close" "rest" "remainder"
        "remaining" "first" "second" "last" "latter" "eoy" "eom" "eod"
    ),
    of_class!(CLOCK:
        "am" "pm" "a.m." "p.m." "a.m" "p.m" "m" "p" "ampm" "o'clock" "oclock" "o" "noon" "midday" "midnight" "mid"
        "high" "hours" "hrs" "h" ":" "lunch" "gmt" "utc" "est" "edt" "et"
    ),
    of_class!(DATELESS:
        "now" "nowadays" "currently" "these" "moment" "current" "previously" "formerly" "past" "recent" "recently"
        "lately" "soon" "someday" "possible" "future" "term" "coming"
    ),
    of_class!(FREQUENCY:
        "hourly" "daily" "everyday" "nightly" "weekly" "biweekly" "monthly" "bimonthly" "quarterly" "semiannually"
        "semiannual" "biannually" "annually" "yearly"
    ),
    of_class!(SPAN_MARK:
        "to" "through" "thru" "until" "untill" "till" "til" "and" "or" "&" "," "-" "–" "—" "−" "‐" "‑" "~"
    ),
    of_class!(SPAN_START: "for" "from" "starting" "beginning" "commencing"),
    of_class!(TIME_LINK:
        "to" "or" "and" "of" "than" "least" "additional" "extra" "full" "whole" "entire" "long" "consecutive" "straight"
        "solid" "trading" "business" "working" "work" "calendar" "successive" "short" "good" "comparable"
        "corresponding" "near" "foreseeable" "immediate" "distant" "very" "weekend" "longer" "through" "thru" "until"
        "till" "th" "st" "nd" "rd" "initial" "opening" "ensuing" "most" "crucial" "o" "oh" "medium" "academic"
        "financial" "latter" "remaining"
    ),
    of_class!(DETERMINER: "the" "a" "an" "its" "their" "each" "every" "this" "that" "these"),
];

/// Everyday words that only a holiday makes a word of time.
pub(super) const HOLIDAY_HEADS: &[&str] = &[
    "new",
    "good",
    "black",
    "mother",
    "father",
    "mothers",
    "fathers",
    "holy",
    "guy",
    "saint",
    "st",
    "earth",
    "election",
    "international",
    "labor",
    "labour",
    "martin",
    "palm",
    "ash",
    "independence",
    "memorial",
    "boxing",
    "lunar",
    "chinese",
    "orthodox",
    "bonfire",
    "veterans",
    "presidents",
    "inauguration",
    "cyber",
    "lent",
    "yom",
    "rosh",
    "eid",
];

/// The months by every way to write them.
pub(super) const MONTHS: &[(&str, u8)] = &[
    ("january", 1),
    ("jan", 1),
    ("february", 2),
    ("feb", 2),
    ("march", 3),
    ("mar", 3),
    ("april", 4),
    ("apr", 4),
    ("may", 5),
    ("june", 6),
    ("jun", 6),
    ("july", 7),
    ("jul", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("october", 10),
    ("oct", 10),
    ("november", 11),
    ("nov", 11),
    ("december", 12),
    ("dec", 12),
];

/// The days of the week by every way to write them.
pub(super) const WEEKDAYS: &[(&str, u8)] = &[
    ("monday", 1),
    ("mon", 1),
    ("tuesday", 2),
    ("tues", 2),
    ("tue", 2),
    ("wednesday", 3),
    ("weds", 3),
    ("wed", 3),
    ("thursday", 4),
    ("thurs", 4),
    ("thur", 4),
    ("thu", 4),
    ("friday", 5),
    ("fri", 5),
    ("saturday", 6),
    ("sat", 6),
    ("sunday", 7),
    ("sun", 7),
];

/// "Mondays": a recurring day.
pub(super) const WEEKDAY_PLURALS: &[(&str, u8)] = &[
    ("mondays", 1),
    ("tuesdays", 2),
    ("wednesdays", 3),
    ("thursdays", 4),
    ("fridays", 5),
    ("saturdays", 6),
    ("sundays", 7),
];

/// One of a unit.
pub(super) const UNITS: &[(&str, TimeUnit)] = &[
    ("second", TimeUnit::Second),
    ("sec", TimeUnit::Second),
    ("minute", TimeUnit::Minute),
    ("min", TimeUnit::Minute),
    ("hour", TimeUnit::Hour),
    ("hr", TimeUnit::Hour),
    ("day", TimeUnit::Day),
    ("night", TimeUnit::Day),
    ("weekend", TimeUnit::Weekend),
    ("wkend", TimeUnit::Weekend),
    ("week", TimeUnit::Week),
    ("wk", TimeUnit::Week),
    ("fortnight", TimeUnit::Fortnight),
    ("month", TimeUnit::Month),
    ("quarter", TimeUnit::Quarter),
    ("year", TimeUnit::Year),
    ("yr", TimeUnit::Year),
    ("decade", TimeUnit::Decade),
    ("century", TimeUnit::Century),
    ("millennium", TimeUnit::Millennium),
];

/// Several of a unit.
pub(super) const UNIT_PLURALS: &[(&str, TimeUnit)] = &[
    ("seconds", TimeUnit::Second),
    ("secs", TimeUnit::Second),
    ("minutes", TimeUnit::Minute),
    ("mins", TimeUnit::Minute),
    ("hours", TimeUnit::Hour),
    ("hrs", TimeUnit::Hour),
    ("days", TimeUnit::Day),
    ("nights", TimeUnit::Day),
    ("weekends", TimeUnit::Weekend),
    ("weeks", TimeUnit::Week),
    ("wks", TimeUnit::Week),
    ("fortnights", TimeUnit::Fortnight),
    ("months", TimeUnit::Month),
    ("quarters", TimeUnit::Quarter),
    ("years", TimeUnit::Year),
    ("yrs", TimeUnit::Year),
    ("decades", TimeUnit::Decade),
    ("centuries", TimeUnit::Century),
    ("millennia", TimeUnit::Millennium),
];

/// The parts of the day.
pub(super) const DAY_PARTS: &[(&str, DayPart)] = &[
    ("dawn", DayPart::Dawn),
    ("daybreak", DayPart::Dawn),
    ("sunrise", DayPart::Dawn),
    ("morning", DayPart::Morning),
    ("lunchtime", DayPart::Midday),
    ("afternoon", DayPart::Afternoon),
    ("dinnertime", DayPart::Dinner),
    ("evening", DayPart::Evening),
    ("dusk", DayPart::Evening),
    ("sunset", DayPart::Evening),
    ("nightfall", DayPart::Night),
    ("night", DayPart::Night),
    ("nighttime", DayPart::Night),
    ("overnight", DayPart::Overnight),
    ("daytime", DayPart::Daytime),
];

/// "nights": a recurring part of the day.
pub(super) const DAY_PART_PLURALS: &[(&str, DayPart)] = &[
    ("mornings", DayPart::Morning),
    ("afternoons", DayPart::Afternoon),
    ("evenings", DayPart::Evening),
    ("nights", DayPart::Night),
];

/// The seasons.
pub(super) const SEASONS: &[(&str, Season)] = &[
    ("spring", Season::Spring),
    ("springtime", Season::Spring),
    ("summer", Season::Summer),
    ("summertime", Season::Summer),
    ("autumn", Season::Autumn),
    ("fall", Season::Autumn),
    ("winter", Season::Winter),
    ("wintertime", Season::Winter),
];

/// Words that pick one of several like periods.
pub(super) const PICKS: &[(&str, Which)] = &[
    ("this", Which::This),
    ("current", Which::This),
    ("last", Which::Last),
    ("past", Which::Last),
    ("next", Which::Next),
    ("coming", Which::ThisComing),
    ("upcoming", Which::ThisComing),
    ("previous", Which::Previous),
    ("preceding", Which::Previous),
    ("prior", Which::Previous),
    ("following", Which::Following),
    ("subsequent", Which::Following),
    ("same", Which::Same),
    ("that", Which::Same),
];

/// The cardinals below a hundred in words.
pub(super) const CARDINALS: &[(&str, u32)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// The ordinals in one word.
pub(super) const ORDINALS: &[(&str, u32)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
];

/// Decades by name.
pub(super) const DECADES: &[(&str, i16)] = &[
    ("twenties", 20),
    ("thirties", 30),
    ("forties", 40),
    ("fifties", 50),
    ("sixties", 60),
    ("seventies", 70),
    ("eighties", 80),
    ("nineties", 90),
];

/// How often, in one word: the amount and the unit.
pub(super) const FREQUENCIES: &[(&str, (u8, TimeUnit))] = &[
    ("hourly", (1, TimeUnit::Hour)),
    ("daily", (1, TimeUnit::Day)),
    ("everyday", (1, TimeUnit::Day)),
    ("nightly", (1, TimeUnit::Day)),
    ("weekly", (1, TimeUnit::Week)),
    ("biweekly", (2, TimeUnit::Week)),
    ("monthly", (1, TimeUnit::Month)),
    ("bimonthly", (2, TimeUnit::Month)),
    ("quarterly", (3, TimeUnit::Month)),
    ("semiannually", (6, TimeUnit::Month)),
    ("semiannual", (6, TimeUnit::Month)),
    ("biannually", (6, TimeUnit::Month)),
    ("annually", (1, TimeUnit::Year)),
    ("yearly", (1, TimeUnit::Year)),
];

/// What stands before an amount and bounds it.
pub(super) const AMOUNT_BOUNDS: &[(&[&str], TimeMod)] = &[
    (&["at", "least"], TimeMod::EqualOrMore),
    (&["no", "less", "than"], TimeMod::EqualOrMore),
    (&["not", "less", "than"], TimeMod::EqualOrMore),
    (&["no", "fewer", "than"], TimeMod::EqualOrMore),
    (&["more", "than"], TimeMod::MoreThan),
    (&["just", "over"], TimeMod::MoreThan),
    (&["over"], TimeMod::MoreThan),
    (&["at", "most"], TimeMod::EqualOrLess),
    (&["up", "to"], TimeMod::EqualOrLess),
    (&["no", "more", "than"], TimeMod::EqualOrLess),
    (&["not", "more", "than"], TimeMod::EqualOrLess),
    (&["no", "longer", "than"], TimeMod::EqualOrLess),
    (&["nearly"], TimeMod::EqualOrLess),
    (&["less", "than"], TimeMod::LessThan),
    (&["fewer", "than"], TimeMod::LessThan),
    (&["just", "under"], TimeMod::LessThan),
    (&["under"], TimeMod::LessThan),
    (&["almost"], TimeMod::LessThan),
    (&["about"], TimeMod::Approx),
    (&["around"], TimeMod::Approx),
    (&["roughly"], TimeMod::Approx),
    (&["approximately"], TimeMod::Approx),
    (&["circa"], TimeMod::Approx),
    (&["some"], TimeMod::Approx),
];

/// What stands before a time and makes it a bound; the last word is the one next to it.
pub(super) const EDGES: &[(&[&str], Edge)] = &[
    (&["no", "later", "than"], Edge::Until),
    (&["up", "to"], Edge::Until),
    (&["earlier", "than"], Edge::Before),
    (&["prior", "to"], Edge::Before),
    (&["before"], Edge::Before),
    (&["until"], Edge::Until),
    (&["till"], Edge::Until),
    (&["til"], Edge::Until),
    (&["through"], Edge::Until),
    (&["by"], Edge::Until),
    (&["ending"], Edge::Until),
    (&["later", "than"], Edge::After),
    (&["after"], Edge::After),
    (&["since"], Edge::Since),
    (&["starting"], Edge::Since),
    (&["beginning"], Edge::Since),
    (&["effective"], Edge::Since),
    (&["as", "early", "as"], Edge::Since),
    (&["within"], Edge::Within),
    (&["in"], Edge::In),
];

/// Zones by the words that name them. Their offsets are found when times are placed.
pub(super) const ZONES: &[&str] = &[
    "gmt", "utc", "z", "bst", "ist", "cet", "cest", "eet", "eest", "wet", "west", "msk", "est", "edt", "et",
    "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "akst", "akdt", "hst", "ast", "adt", "nst",
    "aest", "aedt", "acst", "awst", "nzst", "nzdt", "jst", "kst", "hkt", "sgt", "pkt", "wib", "sast", "eat",
    "cat", "wat", "trt", "gst", "irst", "brt", "art",
];

/// The meaning of a word in a table, in any case.
pub(super) fn look_up<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|&(_, value)| value)
}
