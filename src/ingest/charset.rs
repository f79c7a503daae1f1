//! The characters of bytes in Windows 1252 and ISO 8859-15, by the tables of <https://encoding.spec.whatwg.org>.

/// The characters of the bytes 80 to 9F in Windows 1252; five of them stand for nothing else than control characters.
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\u{81}', '\u{201A}', '\u{192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}', //
    '\u{2C6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8D}', '\u{17D}', '\u{8F}', //
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', //
    '\u{2DC}', '\u{2122}', '\u{161}', '\u{203A}', '\u{153}', '\u{9D}', '\u{17E}', '\u{178}',
];

/// A byte of Windows 1252, which takes in Latin 1.
pub(super) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// A byte of ISO 8859-15, which is Latin 1 with eight other characters; where that has control characters, mail that says so
/// holds those of Windows 1252.
pub(super) fn iso_8859_15(byte: u8) -> char {
    match byte {
        0xA4 => '\u{20AC}',
        0xA6 => '\u{160}',
        0xA8 => '\u{161}',
        0xB4 => '\u{17D}',
        0xB8 => '\u{17E}',
        0xBC => '\u{152}',
        0xBD => '\u{153}',
        0xBE => '\u{178}',
        _ => windows_1252(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_the_characters_of_their_table() {
        for (byte, windows, iso) in [
            (b'a', 'a', 'a'),
            (0x80, '\u{20AC}', '\u{20AC}'),
            (0x84, '\u{201E}', '\u{201E}'),
            (0x8A, '\u{160}', '\u{160}'),
            (0x95, '\u{2022}', '\u{2022}'),
            (0x9E, '\u{17E}', '\u{17E}'),
            (0x9F, '\u{178}', '\u{178}'),
            (0xA4, '\u{A4}', '\u{20AC}'),
            (0xBD, '\u{BD}', '\u{153}'),
            (0xE9, '\u{E9}', '\u{E9}'),
        ] {
            assert_eq!((windows_1252(byte), iso_8859_15(byte)), (windows, iso), "{byte:x}");
        }
    }
}
