//! Turns the bytes of a file into text in which every offset is still an offset of the file.

use super::{article::Fault, problem};
use crate::{error::Error, text::Note};
use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// Sources of this many bytes and more are refused, since positions are 32 bits wide.
pub(super) const TOO_LARGE: u64 = u32::MAX as u64;

/// How many bytes are looked at to tell text from other data.
const SAMPLE: usize = 8 << 10;

/// The text of `bytes`, each byte that is not UTF-8 standing as U+001A, with a note where there are any.
pub(super) fn text(path: &str, bytes: Vec<u8>) -> Result<(String, Option<Note>), Error> {
    refuse_other_data(path, &bytes)?;
    Ok(lossy(bytes))
}

/// All bytes of a reader, if they are few enough for positions of 32 bits.
pub(super) fn all(reader: impl Read, name: &str) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    reader.take(TOO_LARGE).read_to_end(&mut bytes).map_err(|error| unreadable(name, &error))?;
    if bytes.len() as u64 == TOO_LARGE { Err(too_large(name)) } else { Ok(bytes) }
}

/// The text of bytes that may hold other data beside it.
pub(super) fn lossy(bytes: Vec<u8>) -> (String, Option<Note>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (bytes, note) = substituted(error.into_bytes());
            (String::from_utf8(bytes).unwrap_or_default(), note)
        }
    }
}

/// The error for a file whose format is broken, with the line where that is known.
pub(super) fn fault(name: &str, text: &str, fault: Fault) -> Error {
    let line =
        fault.at.map(|at| 1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..at.min(text.len())]).count());
    let message = fault.message.lines().collect::<Vec<_>>().join(" ").replace('`', "\"");
    Error::Input { path: name.to_owned(), line, message, help: fault.help.to_owned() }
}

/// The SHA-256 of `bytes`, in hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `bytes` as UTF-8, each byte that is not standing as U+001A, with a note where there are any.
fn substituted(mut bytes: Vec<u8>) -> (Vec<u8>, Option<Note>) {
    let (mut at, mut count, mut first) = (0, 0, None);
    while let Err(error) = std::str::from_utf8(&bytes[at..]) {
        let start = at + error.valid_up_to();
        let end = error.error_len().map_or(bytes.len(), |len| start + len);
        bytes[start..end].fill(0x1A);
        first.get_or_insert(start);
        count += end - start;
        at = end;
    }
    let note = first.map(|first| Note::NotUtf8 {
        count,
        first,
        line: 1 + memchr::memchr_iter(b'\n', &bytes[..first]).count(),
    });
    (bytes, note)
}

/// The same for a line of JSON, where the substitute must be written as an escape.
pub(super) fn escaped(line: &[u8]) -> Option<Vec<u8>> {
    std::str::from_utf8(line).err()?;
    let mut escaped = Vec::with_capacity(line.len() + 64);
    for chunk in line.utf8_chunks() {
        escaped.extend_from_slice(chunk.valid().as_bytes());
        for _ in chunk.invalid() {
            escaped.extend_from_slice(b"\\u001a");
        }
    }
    Some(escaped)
}

/// Refuses what is no text, or text in an encoding of two bytes.
fn refuse_other_data(path: &str, bytes: &[u8]) -> Result<(), Error> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let found = if bytes.is_empty() { "an empty file" } else { "nothing but blanks" };
        return Err(problem(
            path,
            format!("expected an article, found {found}"),
            "check that the article was saved, or leave the file out",
        ));
    }
    if sample.starts_with(&[0xFF, 0xFE]) || sample.starts_with(&[0xFE, 0xFF]) {
        return Err(problem(
            path,
            "expected UTF-8, found UTF-16".to_owned(),
            "convert it first: iconv -f UTF-16 -t UTF-8",
        ));
    }
    let kind = if sample.starts_with(b"%PDF-") {
        Some("a PDF file")
    } else if sample.starts_with(b"PK\x03\x04") {
        Some("a ZIP archive, which is also what .docx and .odt are")
    } else if sample.contains(&0) || is_mostly_bytes(sample) {
        Some("a binary file")
    } else {
        None
    };
    kind.map_or(Ok(()), |kind| {
        Err(problem(
            path,
            format!("expected text, found {kind}"),
            "save the article as plain text or Markdown, in UTF-8",
        ))
    })
}

/// Whether more than a tenth of `sample` is control characters or more than three tenths is not UTF-8.
fn is_mostly_bytes(sample: &[u8]) -> bool {
    let control = sample.iter().filter(|byte| **byte < 0x20 && !byte.is_ascii_whitespace()).count();
    let invalid: usize = sample.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    control * 10 > sample.len() || invalid > 16 && invalid * 10 > sample.len() * 3
}

/// The error for a file that cannot be opened or read.
pub(super) fn unreadable(path: &str, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::NotFound => problem(
            path,
            "expected a file or folder, found nothing by that name".to_owned(),
            "check the spelling, and the folder that the path starts from",
        ),
        io::ErrorKind::PermissionDenied => problem(
            path,
            "expected a file that may be read, found no permission to".to_owned(),
            "check the permissions of the file and its folder",
        ),
        _ => problem(
            path,
            format!("expected a file that can be read, found an error: {}", told(error)),
            "check the file and the disk that it is on",
        ),
    }
}

/// The error for a source whose positions would not fit.
pub(super) fn too_large(path: &str) -> Error {
    problem(
        path,
        "expected an article under 4 GiB, found a larger one".to_owned(),
        "give many articles as JSON Lines, one a line",
    )
}

/// The system's message in the style of ours.
fn told(error: &io::Error) -> String {
    let message = error.to_string();
    let mut chars = message.trim_end_matches('.').chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_stay_those_of_the_file() {
        let (text, note) = text("a.txt", b"Caf\xE9 fire\nkills \xFF\xFEtwo".to_vec()).expect("it is text");
        assert_eq!(text, "Caf\u{1A} fire\nkills \u{1A}\u{1A}two");
        assert_eq!(note, Some(Note::NotUtf8 { count: 3, first: 3, line: 1 }));
    }

    #[test]
    fn other_data_is_refused_with_a_remedy() {
        for (bytes, want) in [
            (&b""[..], "a.txt: expected an article, found an empty file"),
            (b" \n\t\n", "a.txt: expected an article, found nothing but blanks"),
            (b"\xFF\xFEA\0", "a.txt: expected UTF-8, found UTF-16"),
            (b"%PDF-1.7\n", "a.txt: expected text, found a PDF file"),
            (
                b"PK\x03\x04\x14\0",
                "a.txt: expected text, found a ZIP archive, which is also what .docx and .odt are",
            ),
            (b"\x89PNG\r\n\x1a\n\0\0", "a.txt: expected text, found a binary file"),
        ] {
            let error = text("a.txt", bytes.to_vec()).expect_err("it is refused");
            assert_eq!(error.to_string(), want);
        }
    }

    #[test]
    fn json_keeps_its_strings() {
        assert_eq!(escaped(b"{\"text\":\"Caf\xE9\"}").as_deref(), Some(&b"{\"text\":\"Caf\\u001a\"}"[..]));
        assert_eq!(escaped("{\"text\":\"Café\"}".as_bytes()), None);
    }
}
