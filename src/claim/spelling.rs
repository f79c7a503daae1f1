//! Spellings of one name: accents, doubled letters and transliterations.
//!
//! Whether two names stand for one thing is said by [`super::Name`].

/// A name in lower case without accents, with straight apostrophes.
///
/// ```
/// assert_eq!(gainsay::claim::fold("Bogotá"), "bogota");
/// ```
#[must_use]
pub fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            match plain_letters(c) {
                Some(plain) => folded.push_str(plain),
                None => folded.extend(c.to_lowercase()),
            }
        }
    }
    folded
}

/// Asks by a name as [`fold`] makes it; a plain name of common length is folded on the stack.
pub(crate) fn ask_folded<T>(name: &str, ask: impl FnOnce(&str) -> T) -> T {
    /// The longest name that is folded so, in bytes.
    const COMMON: usize = 48;
    if name.len() > COMMON || !name.is_ascii() {
        return ask(&fold(name));
    }
    let mut folded = [0; COMMON];
    let folded = &mut folded[..name.len()];
    folded.copy_from_slice(name.as_bytes());
    folded.make_ascii_lowercase();
    ask(str::from_utf8(folded).unwrap_or_default())
}

/// The letters without accents that a letter of Latin script stands for.
const fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'À'..='Å'
        | 'à'..='å'
        | 'Ā'..='ą'
        | 'Ǎ'
        | 'ǎ'
        | 'ạ'
        | 'ả'
        | 'ấ'
        | 'ầ'
        | 'ẩ'
        | 'ẫ'
        | 'ậ'
        | 'ắ'
        | 'ằ' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'ẹ' | 'ế' | 'ề' | 'ể' | 'ệ' | 'ə' | 'Ə' => "e",
        'Ĝ'..='ģ' | 'ǧ' | 'Ǧ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'ị' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ'..='ĸ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "n",
        'Ò'..='Ö'
        | 'ò'..='ö'
        | 'Ø'
        | 'ø'
        | 'Ō'..='ő'
        | 'Ơ'
        | 'ơ'
        | 'ọ'
        | 'ố'
        | 'ồ'
        | 'ổ'
        | 'ộ'
        | 'ớ'
        | 'ờ' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'ụ' | 'ứ' | 'ừ' | 'ữ' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        'Þ' | 'þ' => "th",
        '\u{2018}' | '\u{2019}' | '\u{2BB}' | '\u{2BC}' => "'",
        '\u{300}'..='\u{36F}' => "",
        _ => return None,
    })
}

/// Letters that transliteration writes in several ways, longest first, each with the form that is compared.
const TRANSLITERATIONS: &[(&str, &str)] = &[
    ("dzh", "j"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("dj", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
];

/// Given names of one origin that are spelled with different vowels.
const ONE_NAME: &[&[&str]] = &[
    &["mohamed", "mohamad", "muhamed", "muhamad", "mahomed", "mehmed"],
    &["husein", "hosein", "husain", "hosain"],
    &["aleksander", "aleksandr", "alexander", "aleksandar", "alexandr"],
    &["dmitri", "dimitri", "dmitr"],
    &["iusuf", "iusef", "iosef", "iusif"],
    &["osama", "usama"],
    &["omar", "umar"],
    &["abdul", "abdel", "abdal"],
    &["al", "el"],
    &["muamar", "moamar"],
    &["sulaiman", "suleiman", "soleiman", "suleman", "soliman", "suliman"],
    &["ahmed", "ahmad"],
    &["said", "saed", "saied", "saeid"],
    &["iulia", "iuliia"],
    &["sergei", "serhii", "sergii"],
    &["kadafi", "gadafi", "kadhafi"],
];

/// The letters of one word of a name that every transliteration keeps. A letter is doubled behind a vowel alone: "Mohammed" is
/// "Mohamed", but "Fengguo" is not "Fenguo".
pub(crate) fn skeleton(word: &str) -> String {
    let folded = fold(word);
    let mut letters = String::with_capacity(folded.len());
    let mut rest = folded.as_str();
    while let Some(c) = rest.chars().next() {
        let (plain, taken) = TRANSLITERATIONS
            .iter()
            .filter(|(written, _)| written.as_bytes()[0] == rest.as_bytes()[0])
            .find(|(written, _)| rest.starts_with(written))
            .map_or((&rest[..c.len_utf8()], c.len_utf8()), |(written, plain)| (*plain, written.len()));
        if plain.chars().all(char::is_alphanumeric) && !repeats(&letters, plain) {
            letters.push_str(plain);
        }
        rest = &rest[taken..];
    }
    ONE_NAME
        .iter()
        .find(|group| {
            group.iter().any(|name| name.as_bytes().first() == letters.as_bytes().first() && *name == letters)
        })
        .map_or(letters, |group| group[0].to_owned())
}

/// Whether a letter only lengthens the one before it: a vowel, or a consonant behind a vowel.
fn repeats(letters: &str, next: &str) -> bool {
    let before = letters.strip_suffix(next).and_then(|before| before.chars().next_back());
    letters.ends_with(next)
        && (is_vowel(next) || before.is_none_or(|before| is_vowel(before.encode_utf8(&mut [0; 4]))))
}

fn is_vowel(letter: &str) -> bool {
    matches!(letter, "a" | "e" | "i" | "o" | "u")
}

/// The words of a name as they are compared: without accents, marks, initials' points, "Jr" and transliteration.
#[must_use]
pub(super) fn skeletons(name: &str) -> Vec<String> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}'))
        .map(skeleton)
        .filter(|word| !word.is_empty() && !matches!(word.as_str(), "ir" | "sr" | "the"))
        .collect()
}

/// Whether two words are one in two transliterations.
///
/// ```
/// assert!(gainsay::claim::sounds_the_same("sergei", "sergey"));
/// ```
#[must_use]
pub fn sounds_the_same(a: &str, b: &str) -> bool {
    skeleton(a) == skeleton(b)
}

/// Whether two words differ by so little that one may be a misspelling of the other: one letter, or two in a long
/// word, and the same first letter.
#[must_use]
pub(super) fn nearly(a: &str, b: &str) -> bool {
    let (of_a, of_b) = (a.chars().count(), b.chars().count());
    let longest = of_a.max(of_b);
    let allowed = if longest >= 7 { 2 } else { 1 };
    (3..=24).contains(&longest)
        && a.chars().next() == b.chars().next()
        && of_a.abs_diff(of_b) <= allowed
        && strsim::levenshtein(a, b) <= allowed
}

/// Whether two long words differ in their first letters alone, which sound nearly the same: "Dahouri" and "Tahouri".
#[must_use]
pub(super) fn open_alike(a: &str, b: &str) -> bool {
    /// The fewest letters of a word that the others tell.
    const LONG: usize = 6;
    const VOICED: [(char, char); 5] = [('b', 'p'), ('d', 't'), ('g', 'k'), ('v', 'f'), ('z', 's')];
    let split = |word: &str| word.chars().next().map(|first| (first, word[first.len_utf8()..].to_owned()));
    let (Some((x, rest)), Some((y, other))) = (split(a), split(b)) else { return false };
    rest == other
        && rest.chars().count() + 1 >= LONG
        && (VOICED.contains(&(x, y)) || VOICED.contains(&(y, x)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_have_one_skeleton() {
        for (a, b) in [
            ("Zelensky", "Zelenskyy"),
            ("Zelenskiy", "Zelensky"),
            ("Heydar", "Heidar"),
            ("Sergei", "Sergey"),
            ("Qaddafi", "Gadhafi"),
            ("Mohammed", "Muhammad"),
            ("Abdul-Aziz", "Abdel Aziz"),
            ("Khaled", "Haled"),
            ("García", "Garcia"),
            ("O’Neill", "O'Neill"),
        ] {
            assert_eq!(skeletons(a), skeletons(b), "{a} {b}");
        }
        for (a, b) in [
            ("Rait", "Raite"),
            ("Katherine", "Kathryn"),
            ("Lee", "Lay"),
            ("Jon", "John"),
            ("Lu Fenguo", "Lu Fengguo"),
        ] {
            assert_ne!(skeletons(a), skeletons(b), "{a} {b}");
        }
    }

    #[test]
    fn misspellings_are_near() {
        for (a, b) in [("rait", "raite"), ("katherine", "kathryne"), ("smith", "smyth")] {
            assert!(nearly(a, b), "{a} {b}");
        }
        for (a, b) in [("smith", "jones"), ("al", "el"), ("brown", "crown")] {
            assert!(!nearly(a, b), "{a} {b}");
        }
    }
}
