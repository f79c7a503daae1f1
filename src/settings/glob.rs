//! Patterns in which `*` stands for any words; case does not count.

/// Whether `text` fits `pattern`.
pub(super) fn fits(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.to_lowercase(), text.to_lowercase());
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_any_words() {
        for (pattern, text, wanted) in [
            ("age, *", "age, Marcus Hale (2025-06-08)", true),
            ("*hale*", "age, Marcus Hale", true),
            ("age", "age, Marcus Hale", false),
            ("*", "", true),
            ("a*b*b", "a-b", false),
            ("", "x", false),
        ] {
            assert_eq!(fits(pattern, text), wanted, "{pattern} {text}");
        }
    }
}
