//! Brings wordings into one form, so that house style is no difference: case, punctuation, dots in abbreviations, the two
//! spellings of English, figures and hours in words or digits, what an editor put between brackets.
//!
//! Used by [`super::words`].

/// Zones that one writer names behind an hour and another leaves out.
const ZONES: [&str; 12] =
    ["gmt", "utc", "bst", "cet", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"];

/// The words without case, punctuation, dots of abbreviations and British endings; figures, hours and a few words in the
/// one form that a house style may give another.
pub(super) fn normal(words: &str) -> Vec<String> {
    let joined = without_insertions(&words.to_lowercase()).replace('\u{2019}', "'").replace('.', "");
    let plain = apostrophes_closed(&joined);
    let split = |c: char| !c.is_alphanumeric() && c != ':';
    let mut words =
        plain.split(split).map(|word| word.trim_matches(':')).filter(|word| !word.is_empty()).peekable();
    let mut found: Vec<String> = Vec::new();
    while let Some(word) = words.next() {
        let half = words.peek().filter(|next| matches!(**next, "am" | "pm")).copied().unwrap_or_default();
        if let Some(minutes) = on_the_clock(&format!("{word}{half}")) {
            found.push(minutes);
            words.next_if(|_| !half.is_empty());
            words.next_if(|next| ZONES.contains(next));
        } else if word == "per" && words.next_if_eq(&"cent").is_some() {
            found.push("percent".to_owned());
        } else if !matches!(word, "mr" | "mrs" | "ms") {
            found.extend(word.split(':').map(in_one_form));
        }
    }
    found
}

/// The words without what an editor put between brackets.
fn without_insertions(words: &str) -> String {
    let mut open = 0_usize;
    words
        .chars()
        .filter(|sign| {
            match sign {
                '(' | '[' => open += 1,
                ')' | ']' => {
                    open = open.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            open == 0
        })
        .collect()
}

/// The words with apostrophes gone, and the blanks that some copy has around those within a word.
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
            closed.push_str(trimmed);
        } else {
            closed.push_str(piece);
        }
    }
    closed
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

/// A word in the form that stands for all: "eleventh" is "11th", "okay" is "ok".
fn in_one_form(word: &str) -> String {
    const NUMBERS: [(&str, &str); 20] = [
        ("one", "first"),
        ("two", "second"),
        ("three", "third"),
        ("four", "fourth"),
        ("five", "fifth"),
        ("six", "sixth"),
        ("seven", "seventh"),
        ("eight", "eighth"),
        ("nine", "ninth"),
        ("ten", "tenth"),
        ("eleven", "eleventh"),
        ("twelve", "twelfth"),
        ("thirteen", "thirteenth"),
        ("fourteen", "fourteenth"),
        ("fifteen", "fifteenth"),
        ("sixteen", "sixteenth"),
        ("seventeen", "seventeenth"),
        ("eighteen", "eighteenth"),
        ("nineteen", "nineteenth"),
        ("twenty", "twentieth"),
    ];
    for (number, (cardinal, ordinal)) in (1..).zip(NUMBERS) {
        if word == cardinal {
            return number.to_string();
        }
        if word == ordinal {
            return format!("{number}th");
        }
    }
    match word {
        "okay" => "ok".to_owned(),
        "1st" | "2nd" | "3rd" => format!("{}th", &word[..1]),
        _ => american(word),
    }
}

/// One of the two spellings of English: "organise" is "organize", "centre" is "center". What this does to other words
/// ("hour") it does to both sides.
fn american(word: &str) -> String {
    let swap = |from: &str, to: &str| {
        word.strip_suffix(from).filter(|rest| rest.len() > 1).map(|rest| format!("{rest}{to}"))
    };
    let mut word = swap("tre", "ter").or_else(|| swap("bre", "ber")).unwrap_or_else(|| word.to_owned());
    // Few words hold any of it.
    let holds = |word: &str, part: &[u8]| word.as_bytes().windows(part.len()).any(|here| here == part);
    if holds(&word, b"our") {
        word = word.replace("our", "or");
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
