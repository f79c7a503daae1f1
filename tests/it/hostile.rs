//! Files and folders made to hang, to leak, to leave their folder or to steer whoever reads the report.

use crate::{inputs::fed, story::gainsay};
use std::{
    fs,
    io::{Cursor, Write as _},
    path::PathBuf,
};
use zip::write::SimpleFileOptions;

const DEEP: usize = 100_000;

/// Ten entities, each ten of the one before: a thousand million words, were they expanded.
fn declared() -> String {
    let mut bomb = "[<!ENTITY a \"ha\">".to_owned();
    for (at, name) in ('b'..='j').enumerate() {
        let before = char::from(b'a' + u8::try_from(at).expect("small"));
        bomb.push_str(&format!("<!ENTITY {name} \"{}\">", format!("&{before};").repeat(10)));
    }
    bomb + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]"
}

/// A Word document of given parts.
fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("its text");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn entities_are_neither_expanded_nor_looked_up_in_any_format() {
    let declared = declared();
    let words = "Two people died in the fire. &j; &x;";
    let body = format!("<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>");
    let document = format!("<!DOCTYPE w:document {declared}><w:document>{body}</w:document>");
    for (name, bytes) in [
        (
            "bomb.nitf",
            format!("<!DOCTYPE nitf {declared}><nitf><body><body.content><p>{words}</p></body.content></body></nitf>"),
        ),
        (
            "bomb.xml",
            format!(
                "<!DOCTYPE newsItem {declared}><newsItem><contentSet><inlineXML><html><body><p>{words}</p></body></html></inlineXML></contentSet></newsItem>"
            ),
        ),
        (
            "bomb.atom",
            format!("<!DOCTYPE feed {declared}><feed><entry><content>{words}</content></entry></feed>"),
        ),
        ("bomb.html", format!("<!DOCTYPE html {declared}><body><p>{words}</p></body>")),
    ]
    .map(|(name, text)| (name, text.into_bytes()))
    .into_iter()
    .chain([("bomb.docx", docx(&[("word/document.xml", &document)]))])
    {
        let (status, told) = fed(name, &bytes);
        assert!(matches!(status, Some(0 | 3)), "{name}: {told}");
        assert!(!told.contains("hahaha") && !told.contains("root:"), "{name}: {told}");
        if status == Some(0) {
            assert!(told.contains("\"text\":\"Two\""), "{name}: {told}");
        }
    }
}

#[test]
fn nesting_costs_its_length_and_no_stack() {
    let json = format!("{}1{}", "[".repeat(DEEP), "]".repeat(DEEP));
    let nested =
        |open: &str, close: &str, words: &str| format!("{}{words}{}", open.repeat(DEEP), close.repeat(DEEP));
    for (name, text, statuses) in [
        ("deep.ninjs", format!("{{\"body_text\": {json}}}"), [3, 3]),
        ("deep.jsonl", format!("{{\"text\": \"Two people died.\", \"url\": {json}}}"), [3, 3]),
        (
            "deep-data.html",
            format!("<script type=\"application/ld+json\">{json}</script><p>Two people died in the fire."),
            [0, 0],
        ),
        ("deep.nitf", format!("<nitf><body>{}", nested("<p>", "</p>", "Two people died.")), [0, 3]),
        ("deep.xml", nested("<newsItem>", "</newsItem>", "Two people died."), [0, 3]),
        ("deep.atom", format!("<feed><entry>{}", nested("<b>", "</b>", "Two died.")), [0, 3]),
        (
            "deep-quotes.html",
            nested("<blockquote><p>", "</blockquote>", "Two people died in the fire."),
            [0, 0],
        ),
        ("deep-tables.html", nested("<table><tr><td>", "</table>", "Two people died in the fire."), [0, 0]),
        ("deep-inline.html", nested("<b><i><span>", "</b>", "Two people died in the fire."), [0, 0]),
        ("deep.md", format!("---\ntags: {json}\n---\nTwo people died."), [0, 0]),
        ("deep-quotes.md", format!("{} Two people died.", ">".repeat(DEEP)), [0, 0]),
    ] {
        let (status, told) = fed(name, text.as_bytes());
        let status = status.unwrap_or(-1);
        assert!(statuses.contains(&status), "{name} ended with {status}: {told:.400}");
    }
    let document = nested("<w:p>", "</w:p>", "Two people died.");
    let (status, _) = fed("deep.docx", &docx(&[("word/document.xml", &document)]));
    assert!(matches!(status, Some(0 | 3)));
}

#[test]
fn settings_that_are_nested_or_broken_are_refused() {
    let folder = folder("settings");
    fs::write(folder.join("a.txt"), "Two people died in the fire.\n").expect("a file");
    let deep = format!("x = {}1{}", "[".repeat(DEEP), "]".repeat(DEEP));
    for (name, status) in [("gainsay.toml", 4), ("story.toml", 3)] {
        fs::write(folder.join(name), &deep).expect("a file");
        let output = gainsay(&["check", &folder.display().to_string()]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{name}: {told:.400}");
        fs::remove_file(folder.join(name)).expect("it can be removed");
    }
    let json = format!("{}1{}", "[".repeat(DEEP), "]".repeat(DEEP));
    fs::write(folder.join("report.json"), json).expect("a file");
    let report = folder.join("report.json").display().to_string();
    assert_eq!(gainsay(&["verify", &report]).status.code(), Some(3));
    let output = gainsay(&["check", "--baseline", &report, &folder.display().to_string()]);
    assert_eq!(output.status.code(), Some(3));
    fs::remove_dir_all(&folder).expect("it can be removed");
}

#[test]
fn a_message_of_many_parts_is_read_in_time() {
    let part = "--b\r\nContent-Type: text/plain\r\n\r\nTwo people died.\r\n";
    let head =
        "From: Desk <desk@example.org>\r\nSubject: Fire\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
    let (status, told) = fed("parts.eml", format!("{head}{}--b--\r\n", part.repeat(DEEP)).as_bytes());
    assert_eq!(status, Some(0), "{told:.400}");
    // Each part holds the next.
    let mut nested = "From: Desk <desk@example.org>\r\nSubject: Fire\r\n".to_owned();
    for at in 0..DEEP {
        nested.push_str(&format!("Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n"));
    }
    nested.push_str("Content-Type: text/plain\r\n\r\nTwo people died.\r\n");
    let (status, told) = fed("nested.eml", nested.as_bytes());
    assert!(matches!(status, Some(0 | 3)), "{told:.400}");
    let headers = format!("{}Subject: Fire\r\n\r\nTwo people died.", "X-A: b\r\n ".repeat(DEEP));
    let (status, told) = fed("headers.eml", headers.as_bytes());
    assert!(matches!(status, Some(0 | 3)), "{told:.400}");
}

#[test]
fn an_archive_whose_lengths_lie_is_refused_with_its_place() {
    let page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Two people died in the fire, police said.</p>";
    let record =
        |len: &str| format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len}\r\n\r\n{page}\r\n\r\n");
    let whole = record(&page.len().to_string());
    assert_eq!(fed("whole.warc", whole.as_bytes()).0, Some(0));
    for len in
        ["0", "1", "99999999", "18446744073709551615", "99999999999999999999999", "-1", "five", "", "12"]
    {
        let (status, told) = fed("lies.warc", format!("{}{whole}", record(len)).as_bytes());
        assert_eq!(status, Some(3), "{len}: {told}");
        assert!(told.contains("lies.warc:") && told.contains("help:"), "{len}: {told}");
    }
    let chunks = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 120\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n";
    let (status, _) = fed("chunks.warc", format!("{chunks}{}", "FFFFFFFFFFFFFFFF\r\n".repeat(40)).as_bytes());
    assert_eq!(status, Some(3));
    // Records whose lines end in line feeds alone.
    let many = "WARC/1.0\nWARC-Type: request\nContent-Length: 0\n\n".repeat(DEEP);
    assert_eq!(fed("many.warc", many.as_bytes()).0, Some(3));
}

#[test]
fn nothing_outside_the_folder_is_read() {
    let folder = folder("outside");
    let story = folder.join("story");
    fs::create_dir_all(&story).expect("a folder");
    fs::write(folder.join("secret.txt"), "Ninety people died in the secret place.\n").expect("a file");
    fs::write(story.join("a.txt"), "Two people died in Leeds.\n").expect("a file");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../secret.txt", story.join("b.txt")).expect("a link");
        std::os::unix::fs::symlink("..", story.join("up")).expect("a link");
        std::os::unix::fs::symlink(".", story.join("round")).expect("a link");
    }
    // Parts of a document with names that lead out of it are never written anywhere.
    let document = "<w:document><w:body><w:p><w:r><w:t>Two people died in Leeds.</w:t></w:r></w:p></w:body></w:document>";
    let slip = docx(&[("../../slipped.txt", "Ninety people died."), ("word/document.xml", document)]);
    fs::write(story.join("c.docx"), slip).expect("a file");
    let told = |folder: &PathBuf| {
        let output = gainsay(&["mentions", "--format", "jsonl", &folder.display().to_string()]);
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
    };
    let read = told(&story);
    assert!(read.contains("Two") && !read.contains("Ninety"), "{read}");
    assert!(!folder.join("slipped.txt").exists() && !folder.join("../slipped.txt").exists());
    for outside in ["../secret.txt", "../../../../../../etc/passwd", "/etc/passwd", "..\\secret.txt", ".."] {
        fs::write(story.join("story.toml"), format!("[sources.'{outside}']\npublisher = \"x\"\n"))
            .expect("a file");
        let read = told(&story);
        assert!(read.contains("expected the name of a file in the folder"), "{outside}: {read}");
        assert!(!read.contains("Ninety") && !read.contains("root:"), "{outside}: {read}");
    }
    fs::remove_dir_all(&folder).expect("it can be removed");
}

#[test]
fn what_nobody_sees_is_shown_in_every_format() {
    let text = "At least 5 people were killed in a fire in Leeds\u{202E} on Monday\u{7}, \u{1B}]0;title\u{7} police\u{200B} said.\n";
    let line = |id: &str, text: &str| {
        serde_json::json!({"id": id, "story": "s\u{202E}\u{1B}[2Jt", "publisher": "P\u{2066}ost\u{9B}1m", "published": "2026-03-04", "text": text})
            .to_string()
    };
    let folder = folder("unseen");
    let lines = format!("{}\n{}\n", line("a\u{202E}b", text), line("c\u{0}d", &text.replace('5', "9")));
    fs::write(folder.join("wire.jsonl"), lines).expect("a file");
    for format in ["text", "markdown", "html", "sarif", "junit", "github", "csv"] {
        let output =
            gainsay(&["check", "--format", format, &folder.join("wire.jsonl").display().to_string()]);
        let told = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        let hidden = told.chars().find(|c| {
            matches!(c, '\u{0}'..='\u{8}' | '\u{B}'..='\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        });
        assert_eq!(hidden, None, "{format}: {told}");
    }
    fs::remove_dir_all(&folder).expect("it can be removed");
}

#[test]
fn figures_too_large_to_be_compared_are_left_alone() {
    let folder = folder("large");
    let claims = [
        ("It will take {} centuries.", "50000000000000000000000000000", "5 trillion trillion trillion"),
        ("The bridge cost ${}.", "9,999 trillion trillion", "9,998 trillion trillion"),
        ("The rock weighs {} tons.", "999,999,999,999 trillion", "999999999999999999999998"),
        ("The war has lasted {} hours and a quarter.", "1e23", "999 billion trillion"),
        ("The truce lasts {} years.", "999 billion trillion", "300 billion"),
        ("The road is {} kilometres long.", "0.0000000000000000000000000001", "999999999999999999999999"),
        ("{} people were killed in Leeds.", "7.9e27", "99 trillion trillion trillion trillion"),
    ];
    let mut lines = String::new();
    for (nth, (text, one, other)) in claims.iter().enumerate() {
        for figure in [one, other] {
            let text = text.replace("{}", figure);
            lines.push_str(
                &serde_json::json!({"id": figure, "story": nth.to_string(), "text": text}).to_string(),
            );
            lines.push('\n');
        }
    }
    fs::write(folder.join("large.jsonl"), lines).expect("a file");
    let output = gainsay(&["check", "--format", "json", &folder.join("large.jsonl").display().to_string()]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{told:.400}");
    fs::remove_dir_all(&folder).expect("it can be removed");
}

#[test]
fn a_sentence_without_end_is_read_in_time() {
    let folder = folder("endless");
    let claims = "two men were killed in Leeds and ".repeat(16_000);
    fs::write(folder.join("a.txt"), format!("Police said {claims}left.\n")).expect("a file");
    let begun = std::time::Instant::now();
    let output = gainsay(&["check", "--format", "json", &folder.display().to_string()]);
    assert_eq!(output.status.code(), Some(0));
    // It takes some seconds, and took more than half a minute when every claim looked through the whole of it.
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
    fs::remove_dir_all(&folder).expect("it can be removed");
}

/// A new folder of its own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("gainsay-hostile-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}
