//! Plain data as JSON text.

use serde::Serialize;
use std::io;

/// On one line.
pub(super) fn line(value: &impl Serialize) -> String {
    let mut text = Text::new();
    serde_json::to_writer(&mut text, value).expect("plain data with string keys is always JSON");
    text.finish()
}

/// Indented.
pub(in crate::report) fn pretty(value: &impl Serialize) -> String {
    let mut text = Text::new();
    serde_json::to_writer_pretty(&mut text, value).expect("plain data with string keys is always JSON");
    text.finish()
}

/// Text in the making. It comes mark by mark, most of it one quote, comma or colon at a time: those are put down on the spot.
struct Text(Vec<u8>);

impl Text {
    /// About as long as the shortest of what is written.
    const LENGTH: usize = 1 << 10;

    fn new() -> Self {
        Self(Vec::with_capacity(Self::LENGTH))
    }

    fn finish(self) -> String {
        String::from_utf8(self.0).expect("JSON is text")
    }
}

impl io::Write for Text {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [mark] => self.0.push(*mark),
            [] | [_, _, ..] => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
