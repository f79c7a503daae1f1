//! The formats that newsrooms have: one article in each of them gives the same claims, in its own bytes.

use crate::story::{self, ROOT, gainsay, stdout};
use serde_json::Value;
use std::{fs, io::Write as _};

/// What an input gives, a line each.
fn lines(command: &str, input: &str) -> Vec<Value> {
    stdout(&[command, "--format", "jsonl", input])
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

fn claim<'a>(article: &'a Value, attribute: &str) -> &'a Value {
    let claims = article["claims"].as_array().expect("claims");
    claims
        .iter()
        .find(|claim| claim["attribute"] == attribute && claim["line"] != 1)
        .or_else(|| claims.iter().find(|claim| claim["attribute"] == attribute))
        .unwrap_or_else(|| panic!("{attribute} in {article}"))
}

/// The formats whose spans point into the file itself.
const PLAIN: [&str; 10] = [
    "page.html",
    "feed.rss",
    "feed.atom",
    "item-1.ninjs",
    "item-2.ninjs",
    "item-3.ninjs",
    "item.newsml.xml",
    "item.nitf",
    "message.eml",
    "page.warc",
];
/// The formats that are packed or encoded.
const PACKED: [&str; 3] = ["page.warc.gz", "story.docx", "message-base64.eml"];

#[test]
fn every_format_gives_the_same_claims() {
    for name in PLAIN.iter().chain(&PACKED) {
        let articles = lines("extract", &format!("fixtures/inputs/{name}"));
        let found = &articles[0];
        assert_eq!(claim(found, "killed")["display"], "3", "{name}");
        assert_eq!(claim(found, "injured")["display"], "12", "{name}");
        let all = found["claims"].to_string();
        assert!(!all.contains("\"50\"") && !all.contains("\"9\"") && !all.contains("\"7\""), "{name}: {all}");
        let count = if name.starts_with("feed") { 2 } else { 1 };
        assert_eq!(articles.len(), count, "{name}");
    }
}

#[test]
fn spans_point_into_the_file() {
    for name in PLAIN {
        let input = format!("fixtures/inputs/{name}");
        let file = fs::read(format!("{ROOT}/{input}")).expect("the file");
        for article in lines("extract", &input) {
            for claim in article["claims"].as_array().expect("claims") {
                let offset = |end: &str| {
                    usize::try_from(claim["span"][end].as_u64().expect("an offset")).expect("small")
                };
                let written = String::from_utf8_lossy(&file[offset("start")..offset("end")]).into_owned();
                let words = |text: &str| -> Vec<String> {
                    text.split(|c: char| !c.is_alphanumeric())
                        .filter(|word| !word.is_empty())
                        .map(str::to_owned)
                        .collect()
                };
                let quote = claim["quote"].as_str().expect("a quote");
                let (first, last) = (words(quote)[0].clone(), words(quote).pop().expect("a word"));
                assert!(written.starts_with(&first), "{name}: {written} is {quote}");
                assert!(written.trim_end_matches(';').ends_with(&last), "{name}: {written} is {quote}");
                let line = file[..offset("start")].iter().filter(|byte| **byte == b'\n').count() + 1;
                assert_eq!(claim["line"], line, "{name}");
            }
        }
    }
}

#[test]
fn reports_say_who_published_what_when() {
    for name in PLAIN.iter().chain(&PACKED) {
        let json =
            stdout(&["check", "--fail-on", "never", "--format", "json", &format!("fixtures/inputs/{name}")]);
        let report: Value = serde_json::from_str(&json).expect("JSON");
        let source = &report["stories"][0]["sources"][0];
        assert!(
            source["published"].as_str().is_some_and(|at| at.starts_with("2025-03-05T08:30")),
            "{name}: {source}"
        );
        assert_eq!(source["published_from"], "markup", "{name}");
        if *name != "story.docx" {
            assert_eq!(source["publisher"], "Coast Daily", "{name}");
        }
        let within = match *name {
            "page.warc.gz" => Some("unpacked"),
            "story.docx" => Some("word/document.xml"),
            _ => None,
        };
        assert_eq!(source["within"].as_str(), within, "{name}");
    }
}

#[test]
fn a_report_on_any_format_is_verified() {
    let report = std::env::temp_dir().join(format!("gainsay-formats-{}.json", std::process::id()));
    let out = format!("json={}", report.display());
    gainsay(&["check", "--fail-on", "never", "--out", &out, "fixtures/inputs"]);
    let output = gainsay(&["verify", &report.display().to_string()]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let _ = fs::remove_file(&report);
    assert_eq!(output.status.code(), Some(0), "{told}");
}

#[test]
fn broken_files_are_named_with_their_place_and_a_remedy() {
    let mut names: Vec<String> = fs::read_dir(format!("{ROOT}/fixtures/broken/inputs"))
        .expect("broken files")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let said: Vec<String> = names
        .iter()
        .map(|name| {
            let output = gainsay(&["mentions", &format!("fixtures/broken/inputs/{name}")]);
            assert_eq!(output.status.code(), Some(3), "{name}");
            String::from_utf8_lossy(&output.stderr).into_owned()
        })
        .collect();
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("broken-inputs", said.concat());
    });
}

/// How a run on some bytes ends and what it says.
pub fn fed(name: &str, bytes: &[u8]) -> (Option<i32>, String) {
    let path = std::env::temp_dir().join(format!("gainsay-{}-{name}", std::process::id()));
    fs::File::create(&path).and_then(|mut file| file.write_all(bytes)).expect("a file");
    let output = gainsay(&["mentions", "--format", "jsonl", &path.display().to_string()]);
    let _ = fs::remove_file(&path);
    let told = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&told).into_owned())
}

#[test]
fn hostile_files_neither_hang_nor_leak() {
    let deep = "<div>".repeat(100_000);
    assert_eq!(fed("deep.html", format!("<body>{deep}<p>Two people died.").as_bytes()).0, Some(0));
    assert_eq!(
        fed("deep.rss", format!("<rss><channel><item><description>{}", "<a>".repeat(100_000)).as_bytes()).0,
        Some(3)
    );
    let lists = format!("<body>{}<p>Two people died.", "<ul><li>".repeat(50_000));
    assert_eq!(fed("lists.html", lists.as_bytes()).0, Some(0));
    // Each entity is ten of the one before: a thousand million, were they expanded.
    let mut bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\">".to_owned();
    for (at, name) in ('b'..='j').enumerate() {
        let before = char::from(b'a' + u8::try_from(at).expect("small"));
        bomb.push_str(&format!("<!ENTITY {name} \"{}\">", format!("&{before};").repeat(10)));
    }
    bomb.push_str("]><rss><channel><item><title>Fire</title><description>Two died. &j;</description></item></channel></rss>");
    let (status, told) = fed("bomb.rss", bomb.as_bytes());
    assert!(status == Some(0) && !told.contains("haha"), "{told}");
    // A file of this machine, were it looked up.
    let outside = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><item>\
                   <title>Fire</title><description>Two people died at &x; today.</description></item></channel></rss>";
    let host = fs::read_to_string("/etc/hostname").unwrap_or_else(|_| "no such name".to_owned());
    let (status, told) = fed("outside.rss", outside.as_bytes());
    assert!(status == Some(0) && !told.contains(host.trim()), "{told}");
    let references = format!("<body><p>{}", "&amp;&#x202E;".repeat(100_000));
    assert_eq!(fed("references.html", references.as_bytes()).0, Some(0));
}

#[test]
fn a_packed_file_may_not_grow_without_end() {
    let (status, told) =
        fed("bomb.txt.gz", &fs::read(format!("{ROOT}/fixtures/hostile/bomb.txt.gz")).expect("the bomb"));
    assert_eq!(status, Some(3));
    assert!(told.contains("expected at most") && told.contains("found more"), "{told}");
    let (status, told) =
        fed("bomb.docx", &fs::read(format!("{ROOT}/fixtures/hostile/bomb.docx")).expect("the bomb"));
    assert!(status == Some(3) && told.contains("expected at most"), "{told}");
    let (status, told) =
        fed("entity.docx", &fs::read(format!("{ROOT}/fixtures/hostile/entity.docx")).expect("the document"));
    assert!(status == Some(0) && !told.contains("root:"), "{told}");
}

#[test]
fn names_cannot_steer_the_terminal_and_paths_stay_below() {
    let folder = std::env::temp_dir().join(format!("gainsay-names-{}", std::process::id()));
    fs::create_dir_all(folder.join("story")).expect("a folder");
    fs::write(folder.join("outside.txt"), "Five people died.\n").expect("a file");
    fs::write(folder.join("story/a\u{202E}txt\u{1B}[31m.txt"), "Two people died in Leeds.\n")
        .expect("a file");
    fs::write(folder.join("story/story.toml"), "[sources.\"../outside.txt\"]\npublisher = \"x\"\n")
        .expect("a file");
    for format in ["text", "markdown", "sarif", "junit", "github", "csv", "html"] {
        let output = gainsay(&["check", "--format", format, &folder.join("story").display().to_string()]);
        let told = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert!(!told.contains('\u{1B}') && !told.contains('\u{202E}'), "{format}: {told}");
        assert!(told.contains("outside.txt") && !told.contains("Five people"), "{format}: {told}");
    }
    fs::remove_dir_all(&folder).expect("it can be removed");
}

/// The source of a report on what stands on standard input.
fn piped(text: &str) -> Value {
    let output = story::fed(&["check", "--fail-on", "never", "--format", "json", "-"], text.as_bytes());
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn standard_input_says_as_much_of_itself_as_a_file() {
    let report = piped(
        "---\ntitle: Fire kills seven\npublisher: The Post\nurl: https://post.example/2026/03/12/fire\n---\n\n\
         A fire killed **5 people** in Leeds on Tuesday.\n",
    );
    let story = &report["stories"][0];
    let source = &story["sources"][0];
    assert_eq!((&source["publisher"], &source["published"]), (&"The Post".into(), &"2026-03-12".into()));
    assert_eq!(claim(story, "killed")["display"], "5");
    assert!(!story["claims"].to_string().contains("\"7\""), "front matter is no text: {story}");
}

#[test]
fn the_instant_says_which_article_is_the_later_one() {
    let line = |id: &str, at: &str, killed: u8| {
        format!(
            "{{\"id\":\"{id}\",\"published\":\"{at}\",\"text\":\"A fire in Leeds on Thursday killed {killed} people, police said.\"}}\n"
        )
    };
    for (west, east, verdict) in [
        ("2026-03-12T20:00:00-08:00", "2026-03-12T23:00:00Z", "updated"),
        ("2026-03-12T20:00:00-08:00", "2026-03-13T05:00:00Z", "conflict"),
        ("2026-03-12T20:00:00", "2026-03-12T23:00:00", "conflict"),
    ] {
        let report = piped(&(line("west", west, 5) + &line("east", east, 4)));
        let finding = &report["stories"][0]["findings"][0];
        assert_eq!(finding["verdict"], verdict, "{west} {east}: {finding}");
        if verdict == "updated" {
            let shown: Vec<&Value> = [0, 1].map(|at| &finding["positions"][at]["display"]).into();
            assert_eq!(shown, ["4", "5"], "the earlier instant comes first: {finding}");
        }
        // Dates are read against the local day.
        let day = &report["stories"][0]["claims"][0]["event"]["time"];
        assert!(day.to_string().contains("2026-03-12"), "{day}");
    }
}

#[test]
fn comments_and_code_of_markdown_are_not_read() {
    let path = std::env::temp_dir().join(format!("gainsay-asides-{}.md", std::process::id()));
    let text = "# Fire in Leeds\n\nTwo people were <!-- three --> killed.\n\n<!-- Five people were\n\nkilled. -->\n\n\
                ```\nSix people were killed.\n```\n\nThe fire began on Monday.\n";
    fs::write(&path, text).expect("a file");
    let article = &lines("extract", &path.display().to_string())[0];
    let mentions = lines("mentions", &path.display().to_string())[0].to_string();
    fs::remove_file(&path).expect("it can be removed");
    let killed: Vec<&Value> = article["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .filter(|claim| claim["attribute"] == "killed")
        .map(|claim| &claim["display"])
        .collect();
    assert_eq!(killed, ["2"]);
    assert!(!mentions.contains("hree") && !mentions.contains("ive people"), "{mentions}");
}

#[test]
fn what_hides_in_a_word_is_in_the_span_and_not_in_the_quote() {
    let text = "Two people were kil\u{AD}led and 1\u{200B}2 hu\u{2060}rt in Leeds.\n";
    let path = std::env::temp_dir().join(format!("gainsay-hidden-{}.txt", std::process::id()));
    fs::write(&path, text).expect("a file");
    let article = &lines("extract", &path.display().to_string())[0];
    fs::remove_file(&path).expect("it can be removed");
    let killed = claim(article, "killed");
    let offset =
        |end: &str| usize::try_from(killed["span"][end].as_u64().expect("an offset")).expect("small");
    assert_eq!(killed["quote"], "Two people were killed");
    assert_eq!(&text[offset("start")..offset("end")], "Two people were kil\u{AD}led");
    assert_eq!(claim(article, "injured")["display"], "12");
    let page =
        "<html><body><p>Two people were kil&shy;led in Leeds on Monday, the police said.</p></body></html>";
    let found = story::fed(&["extract", "--format", "jsonl", "-"], page.as_bytes());
    assert!(String::from_utf8_lossy(&found.stdout).contains("were killed"));
}
