//! Holidays that news names. When they fall is known to [`crate::resolve`].
//!
//! ```text
//! holiday = ["the"] name [["of" | "in"] year]
//! ```

use super::basics::{Out, behind_is, no, word};
use super::years;
use crate::{
    claim::{Point, Which, YearSaid},
    text::{Tokens, WordClass},
};
use nom::{
    Parser,
    combinator::{not, opt},
};

/// Every way to write a holiday, with the name it goes by; longer ways stand before those that they start with.
pub(super) const NAMES: &[(&[&str], &str)] = &[
    (&["christmas", "eve"], "Christmas Eve"),
    (&["christmas", "day"], "Christmas"),
    (&["christmas"], "Christmas"),
    (&["xmas"], "Christmas"),
    (&["boxing", "day"], "Boxing Day"),
    (&["new", "year", "'s", "eve"], "New Year's Eve"),
    (&["new", "years", "eve"], "New Year's Eve"),
    (&["new", "year", "'s", "day"], "New Year's Day"),
    (&["new", "years", "day"], "New Year's Day"),
    (&["new", "year", "'s"], "New Year's Day"),
    (&["thanksgiving", "day"], "Thanksgiving"),
    (&["thanksgiving"], "Thanksgiving"),
    (&["black", "friday"], "Black Friday"),
    (&["cyber", "monday"], "Cyber Monday"),
    (&["halloween"], "Halloween"),
    (&["easter", "sunday"], "Easter"),
    (&["easter", "monday"], "Easter Monday"),
    (&["easter", "week"], "Easter week"),
    (&["easter"], "Easter"),
    (&["good", "friday"], "Good Friday"),
    (&["palm", "sunday"], "Palm Sunday"),
    (&["ash", "wednesday"], "Ash Wednesday"),
    (&["maundy", "thursday"], "Maundy Thursday"),
    (&["shrove", "tuesday"], "Shrove Tuesday"),
    (&["mardi", "gras"], "Shrove Tuesday"),
    (&["ascension", "day"], "Ascension Day"),
    (&["pentecost"], "Pentecost"),
    (&["whit", "sunday"], "Pentecost"),
    (&["whit", "monday"], "Whit Monday"),
    (&["orthodox", "easter"], "Orthodox Easter"),
    (&["orthodox", "good", "friday"], "Orthodox Good Friday"),
    (&["orthodox", "christmas"], "Orthodox Christmas"),
    (&["valentine", "'s", "day"], "Valentine's Day"),
    (&["valentines", "day"], "Valentine's Day"),
    (&["valentine", "day"], "Valentine's Day"),
    (&["st", ".", "patrick", "'s", "day"], "St Patrick's Day"),
    (&["st", "patrick", "'s", "day"], "St Patrick's Day"),
    (&["saint", "patrick", "'s", "day"], "St Patrick's Day"),
    (&["st", "patricks", "day"], "St Patrick's Day"),
    (&["april", "fools", "'", "day"], "April Fools' Day"),
    (&["april", "fool", "'s", "day"], "April Fools' Day"),
    (&["earth", "day"], "Earth Day"),
    (&["may", "day"], "May Day"),
    (&["international", "workers", "'", "day"], "May Day"),
    (&["mother", "'s", "day"], "Mother's Day"),
    (&["mothers", "day"], "Mother's Day"),
    (&["mothers", "'", "day"], "Mother's Day"),
    (&["father", "'s", "day"], "Father's Day"),
    (&["fathers", "day"], "Father's Day"),
    (&["fathers", "'", "day"], "Father's Day"),
    (&["memorial", "day"], "Memorial Day"),
    (&["juneteenth"], "Juneteenth"),
    (&["independence", "day"], "Independence Day"),
    (&["bastille", "day"], "Bastille Day"),
    (&["labor", "day"], "Labor Day"),
    (&["labour", "day"], "Labor Day"),
    (&["columbus", "day"], "Columbus Day"),
    (&["election", "day"], "Election Day"),
    (&["inauguration", "day"], "Inauguration Day"),
    (&["veterans", "day"], "Veterans Day"),
    (&["veterans", "'", "day"], "Veterans Day"),
    (&["armistice", "day"], "Veterans Day"),
    (&["remembrance", "day"], "Veterans Day"),
    (&["remembrance", "sunday"], "Remembrance Sunday"),
    (&["anzac", "day"], "Anzac Day"),
    (&["presidents", "day"], "Presidents' Day"),
    (&["presidents", "'", "day"], "Presidents' Day"),
    (&["president", "'s", "day"], "Presidents' Day"),
    (&["martin", "luther", "king", "day"], "Martin Luther King Day"),
    (&["martin", "luther", "king", "jr", ".", "day"], "Martin Luther King Day"),
    (&["martin", "luther", "king", "'s", "day"], "Martin Luther King Day"),
    (&["martin", "luther", "kings", "day"], "Martin Luther King Day"),
    (&["mlk", "day"], "Martin Luther King Day"),
    (&["groundhog", "day"], "Groundhog Day"),
    (&["guy", "fawkes", "night"], "Guy Fawkes Night"),
    (&["bonfire", "night"], "Guy Fawkes Night"),
    (&["all", "saints", "'", "day"], "All Saints' Day"),
    (&["all", "souls", "'", "day"], "All Souls' Day"),
    (&["epiphany"], "Epiphany"),
    (&["international", "women", "'s", "day"], "International Women's Day"),
    (&["chinese", "new", "year"], "Lunar New Year"),
    (&["lunar", "new", "year"], "Lunar New Year"),
    (&["ramadan"], "Ramadan"),
    (&["eid", "al", "-", "fitr"], "Eid al-Fitr"),
    (&["eid", "al", "fitr"], "Eid al-Fitr"),
    (&["eid", "al", "-", "adha"], "Eid al-Adha"),
    (&["eid", "al", "adha"], "Eid al-Adha"),
    (&["yom", "kippur"], "Yom Kippur"),
    (&["rosh", "hashanah"], "Rosh Hashanah"),
    (&["passover"], "Passover"),
    (&["hanukkah"], "Hanukkah"),
    (&["chanukah"], "Hanukkah"),
    (&["nowruz"], "Nowruz"),
    (&["purim"], "Purim"),
    (&["shavuot"], "Shavuot"),
    (&["sukkot"], "Sukkot"),
    (&["diwali"], "Diwali"),
    (&["deepavali"], "Diwali"),
    (&["holi"], "Holi"),
    (&["holy", "week"], "Holy week"),
    (&["holy", "thursday"], "Maundy Thursday"),
    (&["holy", "saturday"], "Holy Saturday"),
    (&["trinity", "sunday"], "Trinity Sunday"),
    (&["corpus", "christi", "day"], "Corpus Christi"),
    (&["ascension", "thursday"], "Ascension Day"),
    (&["pancake", "day"], "Shrove Tuesday"),
    (&["fat", "tuesday"], "Shrove Tuesday"),
    (&["indigenous", "peoples", "'", "day"], "Columbus Day"),
    (&["indigenous", "peoples", "day"], "Columbus Day"),
    (&["canada", "day"], "Canada Day"),
    (&["australia", "day"], "Australia Day"),
    (&["waitangi", "day"], "Waitangi Day"),
    (&["ve", "day"], "VE Day"),
    (&["v", "-", "e", "day"], "VE Day"),
    (&["cinco", "de", "mayo"], "Cinco de Mayo"),
    (&["flag", "day"], "Flag Day"),
    (&["tax", "day"], "Tax Day"),
    (&["arbor", "day"], "Arbor Day"),
    (&["guy", "fawkes", "day"], "Guy Fawkes Night"),
    (&["burns", "night"], "Burns Night"),
    (&["st", "george", "'s", "day"], "St George's Day"),
    (&["st", ".", "george", "'s", "day"], "St George's Day"),
    (&["st", "andrew", "'s", "day"], "St Andrew's Day"),
    (&["st", ".", "andrew", "'s", "day"], "St Andrew's Day"),
    (&["st", "stephen", "'s", "day"], "Boxing Day"),
    (&["st", ".", "stephen", "'s", "day"], "Boxing Day"),
    (&["st", "nicholas", "day"], "St Nicholas Day"),
    (&["st", ".", "nicholas", "day"], "St Nicholas Day"),
    (&["world", "aids", "day"], "World AIDS Day"),
    (&["human", "rights", "day"], "Human Rights Day"),
    (&["holocaust", "memorial", "day"], "Holocaust Memorial Day"),
    (&["women", "'s", "day"], "International Women's Day"),
    (&["april", "fools"], "April Fools' Day"),
    (&["grandparents", "day"], "Grandparents Day"),
    (&["grandparents", "'", "day"], "Grandparents Day"),
    (&["world", "cancer", "day"], "World Cancer Day"),
    (&["international", "mother", "language", "day"], "International Mother Language Day"),
    (&["leap", "day"], "Leap Day"),
    (&["st", "david", "'s", "day"], "St David's Day"),
    (&["st", ".", "david", "'s", "day"], "St David's Day"),
    (&["commonwealth", "day"], "Commonwealth Day"),
    (&["world", "water", "day"], "World Water Day"),
    (&["world", "tuberculosis", "day"], "World TB Day"),
    (&["world", "tb", "day"], "World TB Day"),
    (&["cesar", "chavez", "day"], "Cesar Chavez Day"),
    (&["world", "autism", "awareness", "day"], "World Autism Awareness Day"),
    (&["world", "autism", "day"], "World Autism Awareness Day"),
    (&["world", "health", "day"], "World Health Day"),
    (&["patriots", "'", "day"], "Patriots' Day"),
    (&["patriots", "day"], "Patriots' Day"),
    (&["patriot", "'s", "day"], "Patriots' Day"),
    (&["world", "malaria", "day"], "World Malaria Day"),
    (&["world", "press", "freedom", "day"], "World Press Freedom Day"),
    (&["international", "nurses", "day"], "International Nurses Day"),
    (&["international", "nurses", "'", "day"], "International Nurses Day"),
    (&["armed", "forces", "day"], "Armed Forces Day"),
    (&["world", "environment", "day"], "World Environment Day"),
    (&["world", "oceans", "day"], "World Oceans Day"),
    (&["world", "ocean", "day"], "World Oceans Day"),
    (&["world", "blood", "donor", "day"], "World Blood Donor Day"),
    (&["world", "refugee", "day"], "World Refugee Day"),
    (&["world", "population", "day"], "World Population Day"),
    (&["international", "youth", "day"], "International Youth Day"),
    (&["assumption", "day"], "Assumption Day"),
    (&["feast", "of", "the", "assumption"], "Assumption Day"),
    (&["world", "humanitarian", "day"], "World Humanitarian Day"),
    (&["international", "literacy", "day"], "International Literacy Day"),
    (&["world", "suicide", "prevention", "day"], "World Suicide Prevention Day"),
    (&["patriot", "day"], "Patriot Day"),
    (&["international", "day", "of", "peace"], "International Day of Peace"),
    (&["world", "tourism", "day"], "World Tourism Day"),
    (&["german", "unity", "day"], "German Unity Day"),
    (&["day", "of", "german", "unity"], "German Unity Day"),
    (&["world", "teachers", "'", "day"], "World Teachers' Day"),
    (&["world", "teachers", "day"], "World Teachers' Day"),
    (&["world", "mental", "health", "day"], "World Mental Health Day"),
    (&["canadian", "thanksgiving"], "Canadian Thanksgiving"),
    (&["world", "food", "day"], "World Food Day"),
    (&["reformation", "day"], "Reformation Day"),
    (&["day", "of", "the", "dead"], "Day of the Dead"),
    (&["world", "diabetes", "day"], "World Diabetes Day"),
    (&["international", "men", "'s", "day"], "International Men's Day"),
    (&["world", "children", "'s", "day"], "World Children's Day"),
    (&["small", "business", "saturday"], "Small Business Saturday"),
    (&["giving", "tuesday"], "Giving Tuesday"),
    (&["pearl", "harbor", "remembrance", "day"], "Pearl Harbor Day"),
    (&["pearl", "harbor", "day"], "Pearl Harbor Day"),
    (&["immaculate", "conception", "day"], "Feast of the Immaculate Conception"),
    (&["feast", "of", "the", "immaculate", "conception"], "Feast of the Immaculate Conception"),
    (&["international", "migrants", "day"], "International Migrants Day"),
    (&["kwanzaa"], "Kwanzaa"),
    (&["hogmanay"], "New Year's Eve"),
    (&["mothering", "sunday"], "Mothering Sunday"),
    (&["international", "holocaust", "remembrance", "day"], "Holocaust Memorial Day"),
];

/// By first letter the first way to write a holiday that opens with it, and behind each way the next one: places in the list.
static BY_INITIAL: ([usize; 26], [usize; NAMES.len()]) = {
    let (mut first, mut next) = ([NAMES.len(); 26], [NAMES.len(); NAMES.len()]);
    let mut at = NAMES.len();
    while at > 0 {
        at -= 1;
        let letter = (NAMES[at].0[0].as_bytes()[0] - b'a') as usize;
        next[at] = first[letter];
        first[letter] = at;
    }
    (first, next)
};

/// The ways to write a holiday that open with a letter, in their order.
fn starting_with(initial: u8) -> impl Iterator<Item = &'static (&'static [&'static str], &'static str)> {
    let letter = usize::from(initial.wrapping_sub(b'a'));
    let first = BY_INITIAL.0.get(letter).copied().filter(|first| *first < NAMES.len());
    std::iter::successors(first, |at| Some(BY_INITIAL.1[*at]).filter(|next| *next < NAMES.len()))
        .map(|at| &NAMES[at])
}

/// A holiday without what picks its year: "Christmas", "Thanksgiving 2014", "Independence Day of this year".
pub(super) fn holiday(i: Tokens<'_>) -> Out<'_, Point> {
    let (i, _) = opt(word("the")).parse(i)?;
    holiday_in(i, YearSaid::Unstated(Which::Bare))
}

/// A holiday behind a word that picks its year: "last Thanksgiving".
pub(super) fn holiday_in(i: Tokens<'_>, year: YearSaid) -> Out<'_, Point> {
    if !i.first_in(WordClass::HOLIDAY) {
        return no();
    }
    let initial = i.first().map_or(0, |first| first.initial);
    for (words, name) in starting_with(initial) {
        // Many ways open with one word: by the letter of the next nearly all of them are another holiday's.
        let may_go_on = |next: &str| i.nth(1).is_some_and(|token| token.may_open(next));
        if !words.get(1).is_none_or(|next| may_go_on(next)) {
            continue;
        }
        let fits = words.iter().enumerate().all(|(n, word)| i.skip(n).first_is(word));
        if fits && i.as_slice().len() >= words.len() {
            let rest = i.skip(words.len());
            let (rest, ()) = not(word("-")).parse(rest)?;
            let (rest, stated) = opt(years::year_behind).parse(rest)?;
            return Ok((rest, Point::Holiday { name, year: stated.unwrap_or(year) }));
        }
    }
    if is_other_end(i) {
        return Ok((i.skip(2), Point::Holiday { name: "New Year's Day", year }));
    }
    no()
}

/// "New Year" as the other end of what begins with a holiday: "between Christmas and New Year". Alone it is as often the year.
fn is_other_end(i: Tokens<'_>) -> bool {
    let spells = |at: usize, words: &[&str]| behind_is(&i, at, words);
    let article = usize::from(spells(1, &["the"]));
    i.first_is("new")
        && i.nth(1).is_some_and(|year| i.spells(year, "year"))
        && spells(article + 1, &["and", "to", "until"])
        && spells(article + 2, &["christmas", "xmas"])
}
