//! Character references: "&amp;", "&#8217;", "&#x2019;".

use crate::ingest::charset;

/// The longest name of a reference, with room.
const LONGEST: usize = 40;

/// What the reference at the start of `text` stands for, and its length in bytes.
pub(in crate::ingest) fn reference(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &inner[..end];
    let len = end + 2;
    if let Some(figure) = name.strip_prefix('#') {
        let code = match figure.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => figure.parse().ok()?,
        };
        return Some((character(code).to_string(), len));
    }
    Some((quick_xml::escape::resolve_html5_entity(name)?.to_owned(), len))
}

/// The character of a code; codes of Windows-1252, which old pages use, are read as such.
fn character(code: u32) -> char {
    match u8::try_from(code) {
        Ok(0) => char::REPLACEMENT_CHARACTER,
        Ok(byte) => charset::windows_1252(byte),
        Err(_) => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn codes_of_windows_1252_are_its_characters() {
        for (written, want) in [
            ("&#132;", "\u{201E}"),
            ("&#x92;", "\u{2019}"),
            ("&#138;", "\u{160}"),
            ("&#159;", "\u{178}"),
            ("&#233;", "\u{E9}"),
            ("&#8222;", "\u{201E}"),
            ("&#0;", "\u{FFFD}"),
        ] {
            assert_eq!(reference(written), Some((want.to_owned(), written.len())), "{written}");
        }
    }
}
