//! Reads WARC: the pages of a web archive, each a response of a server. Spans point into the archive, unpacked.

use super::{
    article::{Article, Fault},
    html,
};
use crate::text::Transcript;

const HELP: &str = "check that the archive is whole";

/// The pages of an archive, in order; `bytes` and `text` are the same, but for bytes that are not UTF-8.
pub(super) fn articles(bytes: &[u8], text: &str) -> Result<Vec<Article>, Fault> {
    let mut articles = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let blank = bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        at += blank;
        if at >= bytes.len() {
            break;
        }
        if !bytes[at..].starts_with(b"WARC/") {
            return Err(
                Fault::new("expected a record that starts with WARC/, found other bytes", HELP).at(at)
            );
        }
        let (head, body) = head(bytes, at)
            .ok_or_else(|| Fault::new("expected the end of a record's head, found none", HELP).at(at))?;
        let len = field(head, "content-length").and_then(|len| len.parse::<usize>().ok());
        let end = len.and_then(|len| body.checked_add(len)).filter(|end| *end <= bytes.len());
        let Some(end) = end else {
            return Err(Fault::new(
                "expected a record of its Content-Length, found the end of the archive",
                HELP,
            )
            .at(at));
        };
        let kind = field(head, "warc-type").unwrap_or_default();
        if matches!(kind, "response" | "resource")
            && let Some(mut article) = page(bytes, text, body, end, kind == "response")?
        {
            article.url = article.url.or_else(|| {
                field(head, "warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned())
            });
            articles.push(article);
        }
        at = end;
    }
    if articles.is_empty() {
        return Err(Fault::new(
            "expected an archive with pages, found none in it",
            "name an archive with responses of type text/html",
        ));
    }
    Ok(articles)
}

/// The head that starts at `at`, and where what it speaks of begins.
fn head(bytes: &[u8], at: usize) -> Option<(&str, usize)> {
    // The first empty line: line ends are looked at one by one, so that many records cost no more than their length.
    let (len, gap) =
        memchr::memchr_iter(b'\n', &bytes[at..]).find_map(|end| match bytes[at + end + 1..] {
            [b'\n', ..] => Some((end, 2)),
            [b'\r', b'\n', ..] => Some((end, 3)),
            _ => None,
        })?;
    Some((std::str::from_utf8(&bytes[at..at + len]).unwrap_or_default(), at + len + gap))
}

fn field<'h>(head: &'h str, wanted: &str) -> Option<&'h str> {
    head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case(wanted).then(|| value.trim())
    })
}

/// The page between two places, where it is one.
fn page(
    bytes: &[u8],
    text: &str,
    start: usize,
    end: usize,
    has_head: bool,
) -> Result<Option<Article>, Fault> {
    let (server, body) = if has_head { head(&bytes[..end], start).unwrap_or(("", end)) } else { ("", start) };
    let kind = field(server, "content-type").unwrap_or("text/html");
    let status = server.lines().next().and_then(|line| line.split_whitespace().nth(1));
    if !kind.contains("html") || has_head && status != Some("200") {
        return Ok(None);
    }
    if let Some(packing) = field(server, "content-encoding").filter(|packing| *packing != "identity") {
        let message = format!("expected a page as it is, found one packed with {packing}");
        return Err(Fault::new(message, "write the archive with unpacked pages").at(start));
    }
    let mut words = Transcript::default();
    if field(server, "transfer-encoding").is_some_and(|coding| coding.contains("chunked")) {
        let mut at = body;
        while at < end {
            let line = memchr::memchr(b'\n', &bytes[at..end]).map_or(end, |len| at + len + 1);
            let figure = text.get(at..line).unwrap_or_default().trim();
            let Ok(len) = usize::from_str_radix(figure.split(';').next().unwrap_or_default(), 16) else {
                break;
            };
            let stop = line.saturating_add(len).min(end);
            match text.get(line..stop) {
                Some(piece) if len > 0 => words.copy(piece, line),
                _ => break,
            }
            at = stop + bytes[stop..end].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        }
    } else if let Some(page) = text.get(body..end) {
        words.copy(page, body);
    }
    let page = html::article(&words.text);
    Ok(Some(Article { words: page.words.through(&words), ..page }))
}

#[cfg(test)]
mod tests {
    use super::articles;

    #[test]
    fn the_status_line_says_whether_a_page_was_found() {
        for (status, is_page) in [("200 OK", true), ("404 Not Found", false), ("301", false), ("200", true)] {
            let page = "<html><body><p>Two people died in the fire on Monday, police said.</p></body></html>";
            let response = format!(
                "HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: 2003\r\nX-Served: 200\r\n\r\n{page}"
            );
            let archive = format!(
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\n{response}\r\n\r\n",
                response.len()
            );
            assert_eq!(articles(archive.as_bytes(), &archive).is_ok(), is_page, "{status}");
        }
    }
}
