//! Words without their commonest endings, so that the forms of one word are one.

/// A word without its commonest endings, in lower case: enough to make "flattened" and "flattening" one.
pub(crate) fn stem(word: &str) -> String {
    if !word.is_ascii() {
        return word.to_lowercase();
    }
    let lower = word.to_ascii_lowercase();
    let cut = |ending: &str, keep: usize| {
        lower.strip_suffix(ending).filter(|rest| rest.len() >= keep).map(str::to_owned)
    };
    if let Some(rest) = cut("ies", 2) {
        return rest + "y";
    }
    for ending in ["ing", "ed"] {
        if let Some(rest) = cut(ending, 3) {
            return undoubled(rest);
        }
    }
    for ending in ["sses", "ches", "shes", "xes"] {
        if lower.ends_with(ending) {
            return lower[..lower.len() - 2].to_owned();
        }
    }
    if lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is") {
        return lower;
    }
    cut("s", 3).map_or_else(|| without_final_e(lower.clone()), without_final_e)
}

/// "stopp" is "stop", "destroy" stays, "flatten" stays, "storme" loses its e as "storming" did.
fn undoubled(mut word: String) -> String {
    let bytes = word.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && !matches!(b, b'l' | b's' | b'z' | b'e')
    {
        word.pop();
    }
    without_final_e(word)
}

fn without_final_e(mut word: String) -> String {
    if word.len() > 3 && word.ends_with('e') {
        word.pop();
    }
    word
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for (left, right) in [
            ("flattened", "flattening"),
            ("villages", "village"),
            ("cities", "city"),
            ("destroyed", "destroying"),
            ("stopped", "stops"),
            ("damaged", "damage"),
            ("crashes", "crash"),
        ] {
            assert_eq!(stem(left), stem(right), "{left} and {right}");
        }
        assert_ne!(stem("police"), stem("policy"));
    }
}
