//! Character references: "&amp;", "&#8217;", "&#x2019;".

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
    let code = match code {
        0x80 => 0x20AC,
        0x85 => 0x2026,
        0x91 => 0x2018,
        0x92 => 0x2019,
        0x93 => 0x201C,
        0x94 => 0x201D,
        0x95 => 0x2022,
        0x96 => 0x2013,
        0x97 => 0x2014,
        0x99 => 0x2122,
        0 => 0xFFFD,
        other => other,
    };
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}
