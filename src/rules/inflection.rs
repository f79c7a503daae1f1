//! The inflected forms of English words: `kill~` stands for kill, kills, killed and killing.
//!
//! Regular forms follow spelling rules; irregular ones stand in `rules/lexicon/irregular.toml`. A form that no
//! writer uses ("visitted") costs nothing, a missing one costs a reading, so doubtful spellings give both forms.

use rustc_hash::FxHashMap;

/// The irregular forms of words, by the plain form.
#[derive(Debug, Default)]
pub(super) struct Irregular {
    forms: FxHashMap<String, Vec<String>>,
}

impl Irregular {
    /// Adds the forms of a word.
    pub fn add(&mut self, plain: &str, forms: impl IntoIterator<Item = String>) {
        self.forms.entry(plain.to_owned()).or_default().extend(forms);
    }

    /// Every form of a word in lower case, the plain one first.
    pub fn inflect(&self, plain: &str) -> Vec<String> {
        let mut forms = vec![plain.to_owned()];
        match self.forms.get(plain) {
            Some(irregular) => forms.extend(irregular.iter().cloned()),
            None => forms.extend(with_stem(plain, "ed")),
        }
        forms.push(with_s(plain));
        forms.extend(plain.strip_suffix("man").map(|stem| [stem, "men"].concat()));
        forms.extend(plain.strip_suffix("ief").map(|stem| [stem, "ieves"].concat()));
        forms.extend(with_stem(plain, "ing"));
        let mut seen = Vec::with_capacity(forms.len());
        for form in forms {
            if !seen.contains(&form) {
                seen.push(form);
            }
        }
        seen
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Whether a final "y" turns into "i": behind a consonant.
fn y_turns(plain: &str) -> bool {
    plain.strip_suffix('y').is_some_and(|stem| stem.ends_with(|c: char| !is_vowel(c)))
}

fn with_s(plain: &str) -> String {
    if y_turns(plain) {
        [&plain[..plain.len() - 1], "ies"].concat()
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|end| plain.ends_with(end)) {
        [plain, "es"].concat()
    } else {
        [plain, "s"].concat()
    }
}

/// The forms with "ed" or "ing": "agreed", "dying", "stopped".
fn with_stem(plain: &str, ending: &str) -> Vec<String> {
    let past = ending == "ed";
    if past && y_turns(plain) {
        return vec![[&plain[..plain.len() - 1], "ied"].concat()];
    }
    if let Some(stem) = plain.strip_suffix("ie").filter(|_| !past) {
        return vec![[stem, "ying"].concat()];
    }
    if let Some(stem) = plain.strip_suffix('e') {
        return if past {
            vec![[plain, "d"].concat()]
        } else if stem.ends_with(['e', 'o', 'y']) {
            vec![[plain, "ing"].concat()]
        } else {
            vec![[stem, "ing"].concat()]
        };
    }
    let mut forms = vec![[plain, ending].concat()];
    let mut last = plain.chars().rev();
    if let (Some(end), Some(vowel), Some(start)) = (last.next(), last.next(), last.next())
        && !is_vowel(end)
        && !"wxyh".contains(end)
        && is_vowel(vowel)
        && !is_vowel(start)
    {
        forms.push([plain, end.encode_utf8(&mut [0; 4]), ending].concat());
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_words_follow_the_spelling_rules() {
        let regular = Irregular::default();
        for (plain, want) in [
            ("kill", &["killed", "kills", "killing"][..]),
            ("wound", &["wounded", "wounds", "wounding"]),
            ("injure", &["injured", "injures", "injuring"]),
            ("agree", &["agreed", "agrees", "agreeing"]),
            ("die", &["died", "dies", "dying"]),
            ("bury", &["buried", "buries", "burying"]),
            ("stop", &["stopped", "stops", "stopping"]),
            ("stab", &["stabbed", "stabs", "stabbing"]),
            ("attack", &["attacked", "attacks", "attacking"]),
            ("crash", &["crashed", "crashes", "crashing"]),
            ("destroy", &["destroyed", "destroys", "destroying"]),
        ] {
            let forms = regular.inflect(plain);
            for form in want {
                assert!(forms.iter().any(|one| one == form), "{plain} has no {form}: {forms:?}");
            }
        }
    }

    #[test]
    fn irregular_words_take_their_forms_from_the_list() {
        let mut irregular = Irregular::default();
        irregular.add("strike", ["struck".to_owned(), "stricken".to_owned()]);
        assert_eq!(irregular.inflect("strike"), ["strike", "struck", "stricken", "strikes", "striking"]);
    }
}
