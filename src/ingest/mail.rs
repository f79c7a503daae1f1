//! Reads `.eml`: the words of a message, its subject, sender and date. Spans point into the file, where the words may stand
//! as quoted-printable or base64; of base64 a span takes in the whole group of four letters that it touches.

use super::{
    article::{Article, Fault},
    charset, html,
};
use crate::text::Transcript;
use mail_parser::{Encoding, MessageParser, MimeHeaders, PartType};

const HELP: &str = "save the message with its text, or give the text by itself";

/// The article in a message; `text` is the message with a substitute for each byte that is not UTF-8.
pub(super) fn article(bytes: &[u8], text: &str) -> Result<Article, Fault> {
    let message = MessageParser::default()
        .parse(bytes)
        .filter(|message| message.from().is_some() || message.subject().is_some() || message.date().is_some())
        .ok_or_else(|| Fault::new("expected a message with its headers, found none", HELP))?;
    let part = message
        .text_body
        .first()
        .or_else(|| message.html_body.first())
        .and_then(|at| message.parts.get(usize::try_from(*at).ok()?))
        .ok_or_else(|| Fault::new("expected a message with text, found none in it", HELP))?;
    let (start, end) = (part.offset_body as usize, (part.offset_end as usize).min(text.len()));
    let charset = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"))
        .unwrap_or("utf-8")
        .to_ascii_lowercase();
    let single: Option<fn(u8) -> char> = match charset.as_str() {
        "utf-8" | "utf8" | "us-ascii" | "ascii" => None,
        "iso-8859-1" | "latin1" | "windows-1252" | "cp1252" => Some(charset::windows_1252),
        "iso-8859-15" | "latin9" => Some(charset::iso_8859_15),
        other => {
            let message =
                format!("expected a message in UTF-8, Latin 1, Latin 9 or Windows 1252, found \"{other}\"");
            return Err(Fault::new(message, "save its text as UTF-8").at(start));
        }
    };
    let units = match part.encoding {
        Encoding::None => {
            bytes[start..end].iter().enumerate().map(|(at, byte)| Unit(*byte, start + at, 1)).collect()
        }
        Encoding::QuotedPrintable => quoted_printable(&bytes[start..end], start),
        Encoding::Base64 => base64(&bytes[start..end], start),
    };
    let body = words(&units, single);
    let mut article = match part.body {
        PartType::Html(_) => {
            let page = html::fragment(&body.text);
            Article { words: page.words.through(&body), ..Article::default() }
        }
        _ => Article { words: body, ..Article::default() },
    };
    article.title = message.subject().map(str::to_owned);
    article.dates.extend(message.date().map(|date| {
        // The local time is kept as printed: "yesterday" is the sender's.
        let sign = if date.tz_before_gmt { '-' } else { '+' };
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}{sign}{:02}{:02}",
            date.year, date.month, date.day, date.hour, date.minute, date.tz_hour, date.tz_minute
        )
    }));
    let sender = message.from().and_then(|from| from.first());
    article.publisher = sender.and_then(|sender| sender.name()).map(str::to_owned);
    Ok(article)
}

/// A byte of the text, and the bytes of the file that it stands for.
struct Unit(u8, usize, usize);

fn quoted_printable(body: &[u8], start: usize) -> Vec<Unit> {
    let digit = |at: usize| body.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut units = Vec::with_capacity(body.len());
    let mut at = 0;
    while at < body.len() {
        let len = match (body[at], digit(at + 1), digit(at + 2)) {
            (b'=', Some(high), Some(low)) => {
                units.push(Unit(u8::try_from(high * 16 + low).unwrap_or(b'?'), start + at, 3));
                3
            }
            // A line that goes on.
            (b'=', ..) if body[at + 1..].starts_with(b"\r\n") => 3,
            (b'=', ..) if body.get(at + 1) == Some(&b'\n') => 2,
            (byte, ..) => {
                units.push(Unit(byte, start + at, 1));
                1
            }
        };
        at += len;
    }
    units
}

fn base64(body: &[u8], start: usize) -> Vec<Unit> {
    let mut units = Vec::with_capacity(body.len() / 4 * 3);
    let mut group = Vec::with_capacity(4);
    for (at, byte) in body.iter().enumerate() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        group.push((u32::from(value), start + at));
        if group.len() == 4 {
            flush(&mut group, &mut units);
        }
    }
    flush(&mut group, &mut units);
    units
}

/// Turns up to four letters into up to three bytes.
fn flush(group: &mut Vec<(u32, usize)>, units: &mut Vec<Unit>) {
    if let (Some((_, from)), Some((_, to))) = (group.first().copied(), group.last().copied()) {
        let bits = (0..4).fold(0, |bits, at| bits << 6 | group.get(at).map_or(0, |(value, _)| *value));
        for byte in bits.to_be_bytes()[1..].iter().take(group.len().saturating_sub(1)) {
            units.push(Unit(*byte, from, to + 1 - from));
        }
    }
    group.clear();
}

/// The characters that bytes spell, in UTF-8 or, by `single`, a byte each.
fn words(units: &[Unit], single: Option<fn(u8) -> char>) -> Transcript {
    let mut words = Transcript::default();
    let mut at = 0;
    while at < units.len() {
        let Unit(first, from, _) = units[at];
        let width = match first {
            _ if single.is_some() => 1,
            0xC0..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF7 => 4,
            _ => 1,
        };
        let taken = &units[at..(at + width).min(units.len())];
        let bytes: Vec<u8> = taken.iter().map(|unit| unit.0).collect();
        let spelled = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next());
        let (character, taken) = match (single, spelled) {
            (Some(character), _) => (character(first), taken),
            (None, Some(character)) => (character, taken),
            (None, None) => ('\u{1A}', &taken[..1]),
        };
        let behind = taken.last().map_or(from, |Unit(_, last, of)| last + of);
        words.put(character.encode_utf8(&mut [0; 4]), from, behind - from);
        at += taken.len();
    }
    words
}
