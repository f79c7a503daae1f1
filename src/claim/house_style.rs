//! Brings wordings into one form, so that house style is no difference: case, punctuation, dots in abbreviations, the two
//! spellings of English, short forms, figures, sums and hours in words or digits, what an editor put between brackets.
//!
//! Used by [`super::Wording`].

/// What stands for words that an editor put between brackets, or put brackets in the place of.
pub(super) const BRACKETS: &str = "[";

/// What stands for words that were left out.
pub(super) const ELLIPSIS: &str = "\u{2026}";

/// Zones that one writer names behind an hour and another leaves out.
const ZONES: [&str; 12] =
    ["gmt", "utc", "bst", "cet", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"];

/// Sounds that one outlet writes down and another does not.
const SOUNDS: [&str; 6] = ["uh", "um", "er", "erm", "ah", "hmm"];

/// How many signs an editor puts between brackets, at most.
const LONGEST_ASIDE: usize = 300;

/// The words in the one form that a house style may give another, with [`BRACKETS`] and [`ELLIPSIS`] where something was
/// put in or left out. A word written twice in a row stands once: whoever stammers is seldom quoted so.
pub(super) fn words(text: &str) -> Vec<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut found: Vec<String> = Vec::new();
    let mut pieces = pieces(&apostrophes_closed(&plain_signs(text))).into_iter().peekable();
    while let Some(piece) = pieces.next() {
        if piece.starts_with(is_digit) {
            let half = pieces.peek().filter(|next| matches!(next.as_str(), "am" | "pm"));
            let half = half.cloned().unwrap_or_default();
            let hour = format!("{piece}{half}");
            let hour = if hour.ends_with('m') { hour.replace('.', ":") } else { hour };
            if let Some(minutes) = on_the_clock(&hour) {
                found.push(minutes);
                pieces.next_if(|_| !half.is_empty());
                pieces.next_if(|next| ZONES.contains(&next.as_str()));
                continue;
            }
        }
        match piece.as_str() {
            "per" if pieces.next_if(|next| next == "cent").is_some() => found.push("percent".to_owned()),
            "mr" | "mrs" | "ms" => {}
            sound if SOUNDS.contains(&sound) => {}
            _ => match month(&piece) {
                Some(month) if pieces.peek().is_some_and(|next| next.starts_with(is_digit)) => {
                    found.push(month.to_owned());
                }
                _ => piece.split(':').for_each(|word| long_form(word, &mut found)),
            },
        }
    }
    let mut found = ranges_joined(figures_joined(found));
    found.dedup_by(|word, before| word == before && !word.starts_with(is_digit));
    found
}

/// A month that agencies shorten before a day.
fn month(short: &str) -> Option<&'static str> {
    Some(match short {
        "jan" => "january",
        "feb" => "february",
        "apr" => "april",
        "aug" => "august",
        "sep" | "sept" => "september",
        "oct" => "october",
        "nov" => "november",
        "dec" => "december",
        _ => return None,
    })
}

/// Lower case, straight apostrophes, and the dots of words left out as one sign.
fn plain_signs(text: &str) -> String {
    let lower = text.to_lowercase().replace(['\u{2019}', '\u{2018}', '`'], "'");
    let mut plain = String::with_capacity(lower.len());
    let mut rest = lower.as_str();
    while let Some((before, behind)) = rest.split_once('.') {
        plain.push_str(before);
        rest = behind.trim_start_matches(['.', ' ']);
        let signs = &behind[..behind.len() - rest.len()];
        if signs.matches('.').count() > 1 {
            plain.push_str(" \u{2026} ");
        } else {
            plain.push_str(if signs.ends_with(' ') { ". " } else { "." });
        }
    }
    plain.push_str(rest);
    plain
}

/// The words as they are cut, each still in the form it was written in; the name of a currency stands behind its figure.
fn pieces(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut currency = "";
    let signs: Vec<char> = text.chars().collect();
    let mut at = 0;
    while let Some(&sign) = signs.get(at) {
        at += 1;
        // Most signs are plain letters.
        if sign.is_ascii_alphanumeric() {
            word.push(sign);
            continue;
        }
        let back = |by: usize| at.checked_sub(by + 1).map_or(' ', |at| signs[at]);
        let in_figure = || back(1).is_ascii_digit() && signs.get(at).is_some_and(char::is_ascii_digit);
        let initial = || back(1).is_alphabetic() && !back(2).is_alphanumeric();
        match sign {
            '[' | '(' => {
                let Some(close) =
                    signs[at..].iter().take(LONGEST_ASIDE).position(|sign| matches!(sign, ']' | ')'))
                else {
                    continue;
                };
                let inside: String = signs[at..at + close].iter().collect();
                at += close + 1;
                let is_letter = inside.chars().all(char::is_alphabetic) && inside.chars().count() <= 2;
                if is_letter && signs.get(at).is_some_and(|sign| sign.is_alphabetic()) {
                    word.push_str(&inside);
                    continue;
                }
                end_word(&mut word, &mut currency, &mut found);
                let left_out = inside.trim() == ELLIPSIS;
                found.push(if left_out { ELLIPSIS } else { BRACKETS }.to_owned());
            }
            '\u{2026}' => {
                end_word(&mut word, &mut currency, &mut found);
                found.push(ELLIPSIS.to_owned());
            }
            '$' | '\u{A3}' | '\u{20AC}' => {
                end_word(&mut word, &mut currency, &mut found);
                currency = match sign {
                    '$' => "dollars",
                    '\u{A3}' => "pounds",
                    _ => "euros",
                };
            }
            '%' | '&' => {
                end_word(&mut word, &mut currency, &mut found);
                found.push(if sign == '%' { "percent" } else { "and" }.to_owned());
            }
            // The thousands of a figure, and an abbreviation.
            ',' if in_figure() => {}
            '.' if !in_figure() && initial() => {}
            '.' | ':' if in_figure() => word.push(sign),
            '\'' | '*' => word.push(sign),
            _ if sign.is_alphanumeric() => word.push(sign),
            _ => end_word(&mut word, &mut currency, &mut found),
        }
    }
    end_word(&mut word, &mut currency, &mut found);
    if !currency.is_empty() {
        found.push(currency.to_owned());
    }
    found
}

/// Adds a word that has ended, and before it the currency of a figure that it is no part of.
fn end_word(word: &mut String, currency: &mut &'static str, found: &mut Vec<String>) {
    let ended = word.trim_matches(['\'', ':', '.']);
    if !ended.is_empty() {
        let is_scale = matches!(ended, "hundred" | "thousand" | "million" | "billion" | "trillion");
        if !currency.is_empty() && !is_scale && !ended.starts_with(|c: char| c.is_ascii_digit()) {
            found.push(std::mem::take(currency).to_owned());
        }
        found.push(ended.to_owned());
    }
    word.clear();
}

/// The words without the blanks that some copy has around the apostrophe within a word.
fn apostrophes_closed(words: &str) -> String {
    const ENDINGS: [&str; 7] = ["s", "t", "re", "ve", "ll", "d", "m"];
    let mut pieces = words.split('\'');
    let mut closed = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let trimmed = piece.trim_start();
        let ends_a_word = ENDINGS.iter().any(|ending| {
            trimmed.strip_prefix(ending).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        });
        if ends_a_word {
            closed.truncate(closed.trim_end().len());
            closed.push('\'');
            closed.push_str(trimmed);
        } else {
            closed.push('\'');
            closed.push_str(piece);
        }
    }
    closed
}

/// Adds the words that a short form stands for: "can't" is "can not". What "'s" and "'d" stand for is not known; they
/// are words of their own.
fn long_form(word: &str, found: &mut Vec<String>) {
    const ENDINGS: [(&str, &str); 7] = [
        ("n't", "not"),
        ("'re", "are"),
        ("'ve", "have"),
        ("'ll", "will"),
        ("'m", "am"),
        ("'s", "s"),
        ("'d", "d"),
    ];
    const SCALES: [(&str, &str); 3] = [("bn", "billion"), ("tn", "trillion"), ("m", "million")];
    let long = whole_long_form(word);
    if !long.is_empty() {
        found.extend(long.iter().map(|&word| word.to_owned()));
        return;
    }
    if word.ends_with(['n', 'm']) {
        for (short, long) in SCALES {
            if let Some(figure) =
                word.strip_suffix(short).filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
            {
                found.extend([figure.to_owned(), long.to_owned()]);
                return;
            }
        }
    }
    if !word.contains('\'') {
        found.push(in_one_form(word));
        return;
    }
    for (short, long) in ENDINGS {
        if let Some(rest) = word.strip_suffix(short).filter(|rest| !rest.is_empty()) {
            found.extend([in_one_form(&rest.replace('\'', "")), long.to_owned()]);
            return;
        }
    }
    found.push(in_one_form(&word.replace('\'', "")));
}

/// The words that a short form stands for as a whole; none where it stands for none.
fn whole_long_form(short: &str) -> &'static [&'static str] {
    match short {
        "won't" => &["will", "not"],
        "can't" | "cannot" => &["can", "not"],
        "shan't" => &["shall", "not"],
        "let's" => &["let", "us"],
        "gonna" => &["going", "to"],
        "wanna" => &["want", "to"],
        "gotta" => &["got", "to"],
        "em" => &["them"],
        "sen" => &["senator"],
        "rep" => &["representative"],
        "gov" => &["governor"],
        "prof" => &["professor"],
        "dr" => &["doctor"],
        "lt" => &["lieutenant"],
        "sgt" => &["sergeant"],
        "capt" => &["captain"],
        _ => &[],
    }
}

/// The words with figures of several words as one: "20" and "5" were "twenty-five", "20" and "1th" "twenty-first", "2" and "thousand"
/// are "2000".
fn figures_joined(words: Vec<String>) -> Vec<String> {
    let whole = |word: &str| word.parse::<u64>().ok().filter(|figure| *figure < 1_000);
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        let times = match word.as_str() {
            "hundred" => 100,
            "thousand" => 1_000,
            _ => 0,
        };
        let last = joined.last().map(String::as_str);
        let last_figure = match last {
            Some("a") if times > 0 => Some(1),
            Some(last) => whole(last),
            None => None,
        };
        let behind_tens = |word: &str| match (last_figure, whole(word)) {
            (Some(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)), Some(unit @ 1..=9)) => Some(tens + unit),
            _ => None,
        };
        let sum = match last_figure {
            Some(figure) if times > 0 => Some(figure * times),
            _ => behind_tens(&word),
        };
        let ordinal = word.strip_suffix("th").and_then(behind_tens);
        if let Some(ordinal) = ordinal {
            joined.pop();
            joined.push(format!("{ordinal}th"));
        } else if let Some(sum) = sum {
            joined.pop();
            joined.push(sum.to_string());
        } else {
            joined.push(word);
        }
    }
    joined
}

/// The words without the "to" between two figures, which others print as a dash, and with a currency behind a figure in the
/// plural: "7-10" is "seven to 10", "a 20-dollar bill" "a $20 bill".
fn ranges_joined(words: Vec<String>) -> Vec<String> {
    let is_figure = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let behind_figure = joined.last().is_some_and(is_figure);
        match word.as_str() {
            "to" if behind_figure && words.peek().is_some_and(is_figure) => {}
            "dollar" | "pound" | "euro" if behind_figure => joined.push(word + "s"),
            _ => joined.push(word),
        }
    }
    joined
}

/// An hour with "am", "pm" or minutes, as minutes since midnight.
fn on_the_clock(word: &str) -> Option<String> {
    let (figures, half) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(figures), _) => (figures, Some(0)),
        (_, Some(figures)) => (figures, Some(12)),
        (None, None) => (word, None),
    };
    let (hour, minute) = figures.split_once(':').unwrap_or((figures, "00"));
    let number = |digits: &str| {
        (matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.parse::<u32>().ok())
            .flatten()
    };
    let (hour, minutes) = (number(hour)?, number(minute).filter(|_| minute.len() == 2)?);
    if minutes > 59 {
        return None;
    }
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        None if word.contains(':') && hour < 24 => hour,
        Some(_) | None => return None,
    };
    Some(format!("{}'", hour * 60 + minutes))
}

/// The digits of a number in words, a cardinal or an ordinal.
fn digits_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        "thirteen" => "13",
        "fourteen" => "14",
        "fifteen" => "15",
        "sixteen" => "16",
        "seventeen" => "17",
        "eighteen" => "18",
        "nineteen" => "19",
        "twenty" => "20",
        "thirty" => "30",
        "forty" => "40",
        "fifty" => "50",
        "sixty" => "60",
        "seventy" => "70",
        "eighty" => "80",
        "ninety" => "90",
        "first" => "1th",
        "second" => "2th",
        "third" => "3th",
        "fourth" => "4th",
        "fifth" => "5th",
        "sixth" => "6th",
        "seventh" => "7th",
        "eighth" => "8th",
        "ninth" => "9th",
        "tenth" => "10th",
        "eleventh" => "11th",
        "twelfth" => "12th",
        "thirteenth" => "13th",
        "fourteenth" => "14th",
        "fifteenth" => "15th",
        "sixteenth" => "16th",
        "seventeenth" => "17th",
        "eighteenth" => "18th",
        "nineteenth" => "19th",
        "twentieth" => "20th",
        "thirtieth" => "30th",
        "fortieth" => "40th",
        "fiftieth" => "50th",
        "sixtieth" => "60th",
        "seventieth" => "70th",
        "eightieth" => "80th",
        "ninetieth" => "90th",
        _ => return None,
    })
}

/// A word in the form that stands for all: "eleventh" is "11th", "okay" is "ok".
fn in_one_form(word: &str) -> String {
    if let Some(digits) = digits_of(word) {
        return digits.to_owned();
    }
    if let Some(figure) = ["st", "nd", "rd"].iter().find_map(|ending| word.strip_suffix(ending))
        && !figure.is_empty()
        && figure.bytes().all(|byte| byte.is_ascii_digit())
    {
        return format!("{figure}th");
    }
    match word {
        "towards" | "amongst" | "afterwards" | "backwards" | "forwards" | "upwards" => {
            word.trim_end_matches("st").trim_end_matches('s').to_owned()
        }
        "whilst" => "while".to_owned(),
        "okay" => "ok".to_owned(),
        "quran" | "qur'an" => "koran".to_owned(),
        "moslem" | "moslems" => word.replace("moslem", "muslim"),
        // "Her mid-20s" are her mid-twenties.
        "twenties" | "thirties" | "forties" | "fifties" | "sixties" | "seventies" | "eighties"
        | "nineties" => {
            format!("{}s", in_one_form(&word.replace("ies", "y")))
        }
        _ => american(word),
    }
}

/// One of the two spellings of English: "organise" is "organize", "centre" is "center". What this does to other words
/// ("course") it does to both sides.
fn american(word: &str) -> String {
    const ENDINGS: [(&str, &str, usize); 10] = [
        ("tre", "ter", 4),
        ("tres", "ters", 5),
        ("bre", "ber", 4),
        ("vre", "ver", 6),
        ("fence", "fense", 7),
        ("programme", "program", 9),
        ("grey", "gray", 4),
        ("lled", "led", 8),
        ("lling", "ling", 9),
        ("ller", "ler", 8),
    ];
    let swap = |&(from, to, shortest): &(&str, &str, usize)| {
        word.strip_suffix(from).filter(|_| word.len() >= shortest).map(|rest| format!("{rest}{to}"))
    };
    let may_end_so = word.ends_with(['e', 's', 'y', 'd', 'g', 'r']);
    let swapped = if may_end_so { ENDINGS.iter().find_map(swap) } else { None };
    let mut word = swapped.unwrap_or_else(|| word.to_owned());
    // Few words hold any of what follows.
    let mut pairs = word.as_bytes().windows(2);
    if !pairs.any(|two| matches!(two, b"ou" | b"ae" | b"oe" | b"sc" | b"is")) {
        return word;
    }
    let holds = |word: &str, part: &[u8]| word.as_bytes().windows(part.len()).any(|here| here == part);
    // "our" and "or" are two words.
    if word.len() > 4 && holds(&word, b"our") {
        word = word.replace("our", "or");
    }
    if word.len() > 6 {
        if holds(&word, b"ae") {
            word = word.replace("ae", "e");
        }
        if holds(&word, b"oeu") {
            word = word.replace("oeu", "eu");
        }
    }
    if holds(&word, b"sceptic") {
        word = word.replace("sceptic", "skeptic");
    }
    if holds(&word, b"is") {
        word = word.replace("isation", "ization").replace("ise", "ize").replace("ising", "izing");
    }
    word
}

/// Whether one word is the initials of several: "eu" of "european union".
pub(super) fn initials(short: &[&str], long: &[&str]) -> bool {
    let [short] = short else { return false };
    long.len() > 1
        && short.chars().count() == long.len()
        && short.chars().zip(long).all(|(letter, word)| word.starts_with(letter))
}
