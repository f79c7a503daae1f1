//! Words without their commonest endings, so that the forms of one word are one.

/// A word without its commonest endings, in lower case: enough to make "flattened" and "flattening" one.
pub(crate) fn stem(word: &str) -> String {
    if !word.is_ascii() {
        return word.to_lowercase();
    }
    let mut lower = word.to_ascii_lowercase();
    cut_ending(&mut lower);
    lower
}

/// Cuts the ending of a word in lower case.
fn cut_ending(word: &mut String) {
    // Nothing is cut that does not end so.
    let Some(b's' | b'g' | b'd' | b'e') = word.as_bytes().last() else { return };
    let rest =
        |ending: &str, keep: usize| word.strip_suffix(ending).map(str::len).filter(|rest| *rest >= keep);
    if let Some(rest) = rest("ies", 2) {
        word.truncate(rest);
        word.push('y');
    } else if let Some(rest) = rest("ing", 3).or_else(|| rest("ed", 3)) {
        word.truncate(rest);
        undouble(word);
    } else if ["sses", "ches", "shes", "xes"].iter().any(|ending| word.ends_with(ending)) {
        word.truncate(word.len() - 2);
    } else if !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        if let Some(rest) = rest("s", 3) {
            word.truncate(rest);
        }
        cut_final_e(word);
    }
}

/// "stopp" is "stop", "destroy" stays, "flatten" stays, "storme" loses its e as "storming" did.
fn undouble(word: &mut String) {
    if let [.., a, b] = word.as_bytes()
        && a == b
        && !matches!(b, b'l' | b's' | b'z' | b'e')
    {
        word.pop();
    }
    cut_final_e(word);
}

fn cut_final_e(word: &mut String) {
    if word.len() > 3 && word.ends_with('e') {
        word.pop();
    }
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
