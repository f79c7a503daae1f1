//! Unpacks gzip and the parts of `.docx`, up to a limit: what grows beyond all text is refused before it fills the memory.

use super::article::Fault;
use flate2::read::MultiGzDecoder;
use std::io::{Cursor, Read};

/// The bytes up to which anything may grow.
const SMALL: u64 = 4 << 20;
/// How many times as long as it is packed text may be beyond that.
const GROWTH: u64 = 200;
/// The bytes that nothing may grow beyond.
const LARGEST: u64 = 1 << 30;

const HELP: &str = "unpack it by hand and look at what is in it before you give it";

/// What a gzip file holds, all its members one after the other.
pub(super) fn gunzipped(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    read(MultiGzDecoder::new(bytes), bytes.len() as u64, "gzip")
}

/// A part of a ZIP archive; none where it has no such part.
pub(super) fn member(bytes: &[u8], name: &str) -> Result<Option<Vec<u8>>, Fault> {
    let broken = |error: zip::result::ZipError| {
        Fault::new(format!("expected a ZIP archive that is whole, found {error}"), "save the document again")
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(broken(error)),
    };
    read(file, bytes.len() as u64, "the document").map(Some)
}

fn read(packed: impl Read, len: u64, what: &str) -> Result<Vec<u8>, Fault> {
    let limit = (len.saturating_mul(GROWTH)).clamp(SMALL, LARGEST);
    let mut unpacked = Vec::new();
    packed.take(limit + 1).read_to_end(&mut unpacked).map_err(|error| {
        Fault::new(
            format!("expected {what} that can be unpacked, found a fault: {error}"),
            "fetch or save the file again",
        )
    })?;
    if unpacked.len() as u64 > limit {
        let message = format!("expected at most {limit} bytes in {what} of {len}, found more");
        return Err(Fault::new(message, HELP));
    }
    Ok(unpacked)
}
