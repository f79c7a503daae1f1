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

/// The letters without accents that a letter of Latin script stands for: all that Unicode takes apart into a letter of ASCII and its
/// marks, and those with a stroke or hook that outlets without such type print plain.
#[rustfmt::skip]
const fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ǟ'..='ǡ' | 'Ǻ' | 'ǻ' | 'Ȁ'..='ȃ' | 'Ȧ' | 'ȧ' | 'Ⱥ' | 'Ḁ' | 'ḁ' | 'ẚ' | 'Ạ'..='ặ' | 'ⱥ' => "a",
        'Æ' | 'æ' | 'Ǣ' | 'ǣ' | 'Ǽ' | 'ǽ' => "ae",
        'ƀ'..='ƃ' | 'Ƀ' | 'ɓ' | 'Ḃ'..='ḇ' => "b",
        'Ç' | 'ç' | 'Ć'..='č' | 'Ȼ' | 'ȼ' | 'Ḉ' | 'ḉ' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' | 'Ɖ' | 'Ɗ' | 'ɖ' | 'ɗ' | 'Ḋ'..='ḓ' | 'ẟ' => "d",
        'Ǆ'..='ǆ' | 'Ǳ'..='ǳ' => "dz",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ə' | 'Ɛ' | 'Ȅ'..='ȇ' | 'Ȩ' | 'ȩ' | 'Ɇ' | 'ɇ' | 'ə' | 'ɛ' | 'Ḕ'..='ḝ' | 'Ẹ'..='ệ' => "e",
        'Ḟ' | 'ḟ' => "f",
        'Ĝ'..='ģ' | 'Ǥ'..='ǧ' | 'Ǵ' | 'ǵ' | 'Ḡ' | 'ḡ' => "g",
        'Ĥ'..='ħ' | 'Ȟ' | 'ȟ' | 'Ḣ'..='ḫ' | 'ẖ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ɨ' | 'Ǐ' | 'ǐ' | 'Ȉ'..='ȋ' | 'ɨ' | 'Ḭ'..='ḯ' | 'Ỉ'..='ị' => "i",
        'Ĳ' | 'ĳ' => "ij",
        'Ĵ' | 'ĵ' | 'ǰ' | 'Ɉ' | 'ɉ' => "j",
        'Ķ'..='ĸ' | 'Ƙ' | 'ƙ' | 'Ǩ' | 'ǩ' | 'Ḱ'..='ḵ' => "k",
        'Ĺ'..='ł' | 'ƚ' | 'Ƚ' | 'Ḷ'..='ḽ' => "l",
        'Ǉ'..='ǉ' => "lj",
        'Ḿ'..='ṃ' => "m",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' | 'Ǹ' | 'ǹ' | 'Ṅ'..='ṋ' => "n",
        'Ǌ'..='ǌ' => "nj",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ɔ' | 'Ơ' | 'ơ' | 'Ǒ' | 'ǒ' | 'Ǫ'..='ǭ' | 'Ǿ' | 'ǿ' | 'Ȍ'..='ȏ' | 'Ȫ'..='ȱ' | 'ɔ' | 'Ṍ'..='ṓ' | 'Ọ'..='ợ' => "o",
        'Œ' | 'œ' => "oe",
        'Ṕ'..='ṗ' => "p",
        'Ŕ'..='ř' | 'Ȑ'..='ȓ' | 'Ɍ' | 'ɍ' | 'Ṙ'..='ṟ' => "r",
        'Ś'..='š' | 'ſ' | 'Ș' | 'ș' | 'Ṡ'..='ṩ' | 'ẛ'..='ẝ' => "s",
        'ß' | 'ẞ' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Ⱦ' | 'Ṫ'..='ṱ' | 'ẗ' => "t",
        'Þ' | 'þ' => "th",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ǔ'..='ǜ' | 'Ȕ'..='ȗ' | 'Ʉ' | 'Ṳ'..='ṻ' | 'Ụ'..='ự' => "u",
        'Ṽ'..='ṿ' => "v",
        'Ŵ' | 'ŵ' | 'Ẁ'..='ẉ' | 'ẘ' => "w",
        'Ẋ'..='ẍ' => "x",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ƴ' | 'ƴ' | 'Ȳ' | 'ȳ' | 'Ɏ' | 'ɏ' | 'Ẏ' | 'ẏ' | 'ẙ' | 'Ỳ'..='ỹ' => "y",
        'Ź'..='ž' | 'Ƶ' | 'ƶ' | 'Ẑ'..='ẕ' => "z",
        '\u{2018}' | '\u{2019}' | '\u{2B9}' | '\u{2BB}' | '\u{2BC}' | '\u{2BE}' | '\u{2BF}' => "'",
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

/// Given names of one origin that are spelled with different vowels, by the letters that every transliteration keeps.
const ONE_NAME: &[&[&str]] = &[
    &["mohamed", "mohamad", "muhamed", "muhamad", "mahomed", "mehmed"],
    &["husein", "hosein", "husain", "hosain"],
    &["alexander", "alexandr", "alexandar"],
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
    &["sergei", "serhi", "sergi"],
    &["kadafi", "gadafi"],
];

/// The letters of one word of a name that every transliteration keeps. A letter is doubled behind a vowel alone: "Mohammed" is
/// "Mohamed", but "Fengguo" is not "Fenguo".
pub(crate) fn skeleton(word: &str) -> String {
    let letters = kept_letters(word);
    ONE_NAME
        .iter()
        .find(|group| {
            group.iter().any(|name| name.as_bytes().first() == letters.as_bytes().first() && *name == letters)
        })
        .map_or(letters, |group| group[0].to_owned())
}

/// The same, of a given name as it is spelled here.
fn kept_letters(word: &str) -> String {
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
    letters
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
    fn every_latin_letter_with_marks_is_folded() {
        // Letters that stand for no letter of ASCII: of African, Caucasian and phonetic alphabets, and signs.
        let plain_to_nobody = |c: char| {
            matches!(c, '\u{D7}' | '\u{F7}' | '\u{184}'..='\u{188}' | '\u{18B}'..='\u{18E}' | '\u{191}'..='\u{196}')
                || matches!(c, '\u{19B}'..='\u{19F}' | '\u{1A2}'..='\u{1AE}' | '\u{1B1}'..='\u{1B2}' | '\u{1B7}'..='\u{1C3}')
                || matches!(
                    c,
                    '\u{1DD}' | '\u{1EE}' | '\u{1EF}' | '\u{1F6}' | '\u{1F7}' | '\u{21C}' | '\u{21D}'
                )
                || matches!(c, '\u{220}'..='\u{225}' | '\u{234}'..='\u{239}' | '\u{23F}'..='\u{242}' | '\u{245}')
                || matches!(c, '\u{24A}' | '\u{24B}' | '\u{1E9F}' | '\u{1EFA}'..='\u{1EFF}')
        };
        for c in ('\u{C0}'..='\u{24F}').chain('\u{1E00}'..='\u{1EFF}').filter(|c| !plain_to_nobody(*c)) {
            let folded = fold(&c.to_string());
            assert!(
                !folded.is_empty() && folded.bytes().all(|byte| byte.is_ascii_lowercase()),
                "{c}: {folded}"
            );
        }
        for (written, plain) in [
            ("Nguyễn Văn Hùng", "nguyen van hung"),
            ("Đặng Thị Ngọc Thịnh", "dang thi ngoc thinh"),
            ("Erdoğan", "erdogan"),
            ("Aliağa İzmir", "aliaga izmir"),
            ("Ģirts Ķēniņš", "girts kenins"),
            ("Țuțea Ștefan", "tutea stefan"),
            ("Ḥasan Ṣāliḥ Ẓāhir", "hasan salih zahir"),
            ("Ǧamāl ʿAbd", "gamal 'abd"),
        ] {
            assert_eq!(fold(written), plain);
        }
    }

    #[test]
    fn names_of_one_origin_stand_in_the_letters_that_are_compared() {
        for name in ONE_NAME.iter().copied().flatten() {
            assert_eq!(kept_letters(name), *name);
        }
        for (a, b) in
            [("Aleksandar", "Alexander"), ("Serhii", "Sergei"), ("Kadhafi", "Gaddafi"), ("Iuliia", "Yulia")]
        {
            assert_eq!(skeleton(a), skeleton(b), "{a} {b}");
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
