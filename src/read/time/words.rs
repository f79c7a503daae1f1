//! The words that time expressions are made of, with their meanings; their classes are made of these tables in
//! [`super::classes`].

use crate::{
    claim::{Dateless, DayPart, Edge, Season, TimeMod, TimeUnit, Which},
    text::{Shapes, WordSet, is_same_word},
};

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

/// Units in one word with "long": "a weeklong hunt".
pub(super) const LONG: &[(&str, TimeUnit)] = &[
    ("hourlong", TimeUnit::Hour),
    ("daylong", TimeUnit::Day),
    ("weeklong", TimeUnit::Week),
    ("monthlong", TimeUnit::Month),
    ("yearlong", TimeUnit::Year),
    ("decadelong", TimeUnit::Decade),
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
    ("mth", TimeUnit::Month),
    ("quarter", TimeUnit::Quarter),
    ("qtr", TimeUnit::Quarter),
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
    ("mths", TimeUnit::Month),
    ("mos", TimeUnit::Month),
    ("quarters", TimeUnit::Quarter),
    ("qtrs", TimeUnit::Quarter),
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
    ("midmorning", DayPart::Morning),
    ("afternoon", DayPart::Afternoon),
    ("midafternoon", DayPart::Afternoon),
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

/// Adverbs that tell a time where nothing else is said.
pub(super) const LONE: &[(&str, Dateless)] = &[
    ("already", Dateless::Present),
    ("yet", Dateless::Present),
    ("once", Dateless::Past),
    ("earlier", Dateless::Past),
    ("previously", Dateless::Past),
    ("formerly", Dateless::Past),
    ("past", Dateless::Past),
    ("later", Dateless::Future),
    ("shortly", Dateless::Future),
    ("future", Dateless::Future),
];

/// How often, in one word: the amount and the unit.
pub(super) const FREQUENCIES: &[(&str, (u8, TimeUnit))] = &[
    ("hourly", (1, TimeUnit::Hour)),
    ("daily", (1, TimeUnit::Day)),
    ("everyday", (1, TimeUnit::Day)),
    ("nightly", (1, TimeUnit::Day)),
    ("weekly", (1, TimeUnit::Week)),
    ("biweekly", (2, TimeUnit::Week)),
    ("fortnightly", (2, TimeUnit::Week)),
    ("monthly", (1, TimeUnit::Month)),
    ("bimonthly", (2, TimeUnit::Month)),
    ("quarterly", (3, TimeUnit::Month)),
    ("semiannually", (6, TimeUnit::Month)),
    ("semiannual", (6, TimeUnit::Month)),
    ("biannually", (6, TimeUnit::Month)),
    ("annually", (1, TimeUnit::Year)),
    ("yearly", (1, TimeUnit::Year)),
    ("biennially", (2, TimeUnit::Year)),
    ("triennially", (3, TimeUnit::Year)),
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

/// The shapes of the words that such bounds start with.
pub(super) const BOUND_STARTS: Shapes = {
    let mut shapes = Shapes::NONE;
    let mut at = 0;
    while at < AMOUNT_BOUNDS.len() {
        shapes = shapes.with(AMOUNT_BOUNDS[at].0[0]);
        at += 1;
    }
    shapes
};

/// What stands before a time and makes it a bound; the last word is the one next to it.
pub(super) const EDGES: &[(&[&str], Edge)] = &[
    (&["just", "before"], Edge::JustBefore),
    (&["just", "after"], Edge::JustAfter),
    (&["shortly", "before"], Edge::JustBefore),
    (&["shortly", "after"], Edge::JustAfter),
    (&["right", "before"], Edge::JustBefore),
    (&["right", "after"], Edge::JustAfter),
    (&["immediately", "before"], Edge::JustBefore),
    (&["immediately", "after"], Edge::JustAfter),
    (&["moments", "before"], Edge::JustBefore),
    (&["moments", "after"], Edge::JustAfter),
    (&["minutes", "before"], Edge::JustBefore),
    (&["minutes", "after"], Edge::JustAfter),
    (&["little", "before"], Edge::JustBefore),
    (&["little", "after"], Edge::JustAfter),
    (&["soon", "after"], Edge::JustAfter),
    (&["just", "past"], Edge::JustAfter),
    (&["no", "later", "than"], Edge::Until),
    (&["not", "later", "than"], Edge::Until),
    (&["no", "earlier", "than"], Edge::Since),
    (&["not", "earlier", "than"], Edge::Since),
    (&["not", "before"], Edge::Since),
    (&["on", "or", "after"], Edge::Since),
    (&["on", "or", "before"], Edge::Until),
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
    (&["starting", "in"], Edge::Since),
    (&["beginning", "in"], Edge::Since),
    (&["in"], Edge::In),
];

/// The words that edges end with.
pub(super) static EDGE_ENDS: WordSet = {
    const ENDS: [&str; EDGES.len()] = {
        let mut ends = [""; EDGES.len()];
        let mut at = 0;
        while at < ends.len() {
            let words = EDGES[at].0;
            ends[at] = words[words.len() - 1];
            at += 1;
        }
        ends
    };
    WordSet::of(&ENDS)
};

/// Zones by the words that name them. Their offsets are found when times are placed.
pub(super) const ZONES: &[&str] = &[
    "gmt", "utc", "z", "bst", "ist", "cet", "cest", "eet", "eest", "wet", "west", "msk", "est", "edt", "et",
    "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "akst", "akdt", "hst", "ast", "adt", "nst",
    "aest", "aedt", "acst", "awst", "nzst", "nzdt", "jst", "kst", "hkt", "sgt", "pkt", "wib", "sast", "eat",
    "cat", "wat", "trt", "gst", "irst", "brt", "art",
];

/// The meaning of a word in a table, in any case.
pub(super) fn look_up<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| is_same_word(name, word)).map(|&(_, value)| value)
}
