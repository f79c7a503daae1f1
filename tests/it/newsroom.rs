//! What a newsroom settles, and what it does with a report later: settings, ignores, baselines, drafts, versions, verify.

use crate::story::{ROOT, gainsay, stdout};
use serde_json::Value;
use std::{fs, path::PathBuf};

/// A folder of its own with a copy of the newsroom's files, removed at the end.
struct Desk(PathBuf);

impl Desk {
    fn of(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("gainsay-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for below in ["stories/ferry-fire", "drafts", "."] {
            fs::create_dir_all(folder.join(below)).expect("a folder");
            for entry in
                fs::read_dir(format!("{ROOT}/fixtures/newsroom/{below}")).expect("the newsroom's files")
            {
                let path = entry.expect("an entry").path();
                if path.is_file() {
                    fs::copy(&path, folder.join(below).join(path.file_name().expect("a name")))
                        .expect("a copy");
                }
            }
        }
        Self(folder)
    }

    fn path(&self, below: &str) -> String {
        self.0.join(below).display().to_string()
    }

    fn write(&self, below: &str, text: &str) {
        fs::write(self.0.join(below), text).expect("a file that can be written");
    }

    fn add(&self, below: &str, text: &str) {
        let held = fs::read_to_string(self.0.join(below)).expect("a file");
        self.write(below, &(held + text));
    }

    /// The exit status and standard error of a check of the story.
    fn check(&self, more: &[&str]) -> (Option<i32>, String) {
        let story = self.path("stories/ferry-fire");
        let output = gainsay(&[&["check", &story], more].concat());
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    }

    fn report(&self, more: &[&str]) -> Value {
        let story = self.path("stories/ferry-fire");
        let json = stdout(&[&["check", &story, "--format", "json"], more].concat());
        serde_json::from_str(&json).expect("JSON")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn flagged(report: &Value) -> Vec<&Value> {
    let findings = report["stories"][0]["findings"].as_array().expect("findings");
    findings
        .iter()
        .filter(|found| matches!(found["verdict"].as_str(), Some("conflict" | "tension")))
        .collect()
}

#[test]
fn the_newsrooms_story_has_one_conflict_and_settings_say_how_severe() {
    let desk = Desk::of("severity");
    desk.write("gainsay.toml", "[rules]\n\"general/casualties\" = \"note\"\n");
    let report = desk.report(&[]);
    let found = flagged(&report);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((&found[0]["attribute"], &found[0]["severity"]), (&"killed".into(), &"note".into()));
    assert_eq!(report["settings"]["sha256"].as_str().map(str::len), Some(64));
    assert_ne!(flagged(&desk.report(&["--no-config"]))[0]["severity"], "note");
    desk.write("gainsay.toml", "[rules]\ngeneral = \"off\"\n");
    assert!(flagged(&desk.report(&[])).is_empty());
    desk.write("gainsay.toml", "[rules]\ngeneral = \"off\"\n\"general/casualties\" = \"on\"\n");
    assert_eq!(flagged(&desk.report(&[])).len(), 1);
    desk.write("gainsay.toml", "[tolerance]\n\"general/casualties\" = \"40%\"\n");
    assert!(flagged(&desk.report(&[])).is_empty());
}

#[test]
fn settings_that_are_wrong_are_named_with_their_place_and_a_remedy() {
    let desk = Desk::of("wrong");
    for (text, message, help) in [
        ("[rules]\nweather = \"off\"\n", "found \"weather\"", "rules list"),
        ("[rules]\ngeneral = \"loud\"\n", "expected on, off, note, warning or error", "one of these words"),
        ("[tolerance]\n\"general/age\" = \"much\"\n", "expected a tolerance", "5%"),
        ("[tolerance]\n\"general/name\" = \"5%\"\n", "knows no such tolerance", "10 minutes"),
        ("[aliases]\nKyiv = [\"Kiev\"]\nKiew = [\"Kiev\"]\n", "stands for", "one of them"),
        ("[[ignore]]\nattribute = \"age\"\n", "expected a reason", "reason ="),
        ("[[ignore]]\nreason = \"so\"\n", "expected what is ignored", "finding ="),
        (
            "[[ignore]]\nattribute = \"age\"\nreason = \"so\"\nuntil = \"soon\"\n",
            "expected a day",
            "the last day",
        ),
        ("colour = 1\n", "unknown field", "docs/settings.md"),
    ] {
        desk.write("gainsay.toml", text);
        let (status, said) = desk.check(&[]);
        assert_eq!(status, Some(4), "{text}: {said}");
        let is_name = text.contains("weather");
        assert!(!is_name || said.contains("gainsay.toml:2:1\n"), "the name is pointed at: {said}");
        assert!(
            said.contains(message) && said.contains(help) && said.contains("gainsay.toml:"),
            "{text}: {said}"
        );
    }
}

#[test]
fn an_ignore_holds_until_its_day_and_one_that_fits_nothing_fails() {
    let desk = Desk::of("ignore");
    let id = flagged(&desk.report(&["--no-config"]))[0]["id"].as_str().expect("an id").to_owned();
    let ignore = format!(
        "[[ignore]]\nfinding = \"{id}\"\nreason = \"settled by telephone\"\nowner = \"desk\"\nuntil = 2030-06-30\n"
    );
    desk.write("gainsay.toml", &ignore);
    assert_eq!(desk.check(&["--today", "2030-06-30"]), (Some(0), String::new()));
    let report = desk.report(&["--today", "2030-06-30"]);
    assert_eq!(flagged(&report)[0]["settled"]["reason"], "settled by telephone");
    let sarif =
        stdout(&["check", "--today", "2030-06-30", "--format", "sarif", &desk.path("stories/ferry-fire")]);
    let sarif: Value = serde_json::from_str(&sarif).expect("JSON");
    let told = &sarif["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(told["kind"], "external");
    assert!(told["justification"].as_str().is_some_and(|why| why.contains("settled by telephone (desk)")));
    let (status, said) = desk.check(&["--today", "2030-07-01"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("gainsay.toml:1: ") && said.contains("ended on 2030-06-30"), "{said}");
    // In the run on one story, what an ignore fits may be in another; in that on all it is told.
    desk.add("gainsay.toml", "[[ignore]]\nattribute = \"magnitude\"\nreason = \"old\"\n");
    assert_eq!(desk.check(&["--today", "2030-06-30"]), (Some(0), String::new()));
    for all in ["stories", "."] {
        let found = gainsay(&["check", "--today", "2030-06-30", "--quiet", &desk.path(all)]);
        let said = String::from_utf8_lossy(&found.stderr).into_owned();
        assert_eq!(found.status.code(), Some(1), "{said}");
        assert!(said.contains("gainsay.toml:6: ") && said.contains("fits none"), "{said}");
    }
}

#[test]
fn an_ignore_is_judged_where_its_story_is_checked() {
    let desk = Desk::of("elsewhere");
    for (ignore, status, told) in [
        ("story = \"bridge\"\nattribute = \"killed\"\n", 1, ""),
        ("story = \"bridge\"\nattribute = \"killed\"\nuntil = 2020-01-01\n", 1, ""),
        ("story = \"ferry-*\"\nattribute = \"killed\"\n", 0, ""),
        ("story = \"ferry-*\"\nattribute = \"magnitude\"\n", 1, "fits none"),
        ("story = \"ferry-*\"\nattribute = \"killed\"\nuntil = 2020-01-01\n", 1, "ended on 2020-01-01"),
        ("attribute = \"killed\"\nuntil = 2020-01-01\n", 1, "ended on 2020-01-01"),
        ("finding = \"0000000000000000\"\n", 1, ""),
    ] {
        desk.write("gainsay.toml", &format!("[[ignore]]\nreason = \"so\"\n{ignore}"));
        let (found, said) = desk.check(&[]);
        assert_eq!(found, Some(status), "{ignore}: {said}");
        assert_eq!(said.is_empty(), told.is_empty(), "{ignore}: {said}");
        assert!(said.contains(told), "{ignore}: {said}");
    }
}

#[test]
fn a_baseline_fails_on_what_is_new_alone() {
    let desk = Desk::of("baseline");
    let file = desk.path("known.json");
    desk.write("gainsay.toml", "baseline = \"known.json\"\n");
    let _ = fs::remove_file(&file);
    let (status, said) = desk.check(&[]);
    assert_eq!(status, Some(3));
    assert!(said.contains("--update-baseline"), "{said}");
    assert_eq!(desk.check(&["--update-baseline"]).0, Some(0));
    assert_eq!(desk.check(&[]).0, Some(0));
    let kept = fs::read_to_string(&file).expect("a baseline");
    assert!(kept.contains("gainsay.baseline/1"));
    assert!(
        !fs::read_dir(&desk.0)
            .expect("a folder")
            .any(|entry| { entry.expect("an entry").file_name().to_string_lossy().ends_with(".new") })
    );
    // Lines move, and a further source takes a side: what was known stays known.
    let moved = fs::read_to_string(desk.path("stories/ferry-fire/coast-daily.txt")).expect("an article");
    desk.write("stories/ferry-fire/coast-daily.txt", &format!("\n\n{moved}\nNobody else was on board.\n"));
    desk.write(
        "stories/ferry-fire/a-third.txt",
        "5 March 2025\n\nFour people were killed and 12 others were injured in a fire on a ferry off Port Roe on Tuesday.\n",
    );
    assert_eq!(desk.check(&[]).0, Some(0));
    // A new figure is new.
    desk.write(
        "stories/ferry-fire/a-fourth.txt",
        "5 March 2025\n\nFour people were killed and 19 others were injured in a fire on a ferry off Port Roe on Tuesday.\n",
    );
    assert_eq!(desk.check(&[]).0, Some(1));
    assert_eq!(fs::read_to_string(&file).expect("a baseline"), kept);
    // What stands in an article that cannot be read is not gone.
    let article = desk.path("stories/ferry-fire/coast-daily.txt");
    fs::write(&article, b"%PDF-1.7\n").expect("a file");
    let (status, said) = desk.check(&["--update-baseline"]);
    assert_eq!(status, Some(3));
    assert!(said.contains("known.json: left as it is") && !said.contains("found no more"), "{said}");
    assert_eq!(fs::read_to_string(&file).expect("a baseline"), kept);
    desk.write("known.json", "{}");
    assert_eq!(desk.check(&[]).0, Some(3));
}

#[test]
fn a_draft_is_held_against_its_sources() {
    let desk = Desk::of("draft");
    let (draft, story) = (desk.path("drafts/ferry-fire.md"), desk.path("stories/ferry-fire"));
    let output = gainsay(&["check", "--draft", &draft, &story, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let standing = |attribute: &str| {
        let claims = told["claims"].as_array().expect("claims");
        claims.iter().find(|claim| claim["attribute"] == attribute).map(|claim| claim["standing"].clone())
    };
    assert_eq!(standing("injured"), Some("contradicted".into()));
    assert_eq!(standing("killed"), Some("contradicted".into()));
    desk.write(
        "drafts/ferry-fire.md",
        "Twelve people were injured in a fire on a ferry off Port Roe on Tuesday. Nine goats drowned.\n",
    );
    let output = gainsay(&["check", "--draft", &draft, &story]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_later_figure_outdates_the_draft() {
    let desk = Desk::of("outdated");
    desk.write("stories/ferry-fire/story.toml", "[sources.\"coast-daily.txt\"]\npublished = 2025-03-05\n\n[sources.\"harbour-radio.txt\"]\npublished = 2025-03-06\n");
    desk.write(
        "drafts/ferry-fire.md",
        "Three people were killed when a fire broke out on a ferry off Port Roe on Tuesday.\n",
    );
    let (draft, story) = (desk.path("drafts/ferry-fire.md"), desk.path("stories/ferry-fire"));
    let output = gainsay(&["check", "--draft", &draft, &story]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("OUTDATED") && told.contains("killed: 3"), "{told}");
}

#[test]
fn versions_differ_in_claims_alone() {
    let desk = Desk::of("diff");
    let old = desk.path("stories/ferry-fire/coast-daily.txt");
    let text = fs::read_to_string(&old).expect("an article");
    let changed = |to: &str| {
        desk.write("new.txt", to);
        let output = gainsay(&["diff", &old, &desk.path("new.txt"), "--format", "json"]);
        let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let changes = told["articles"][0]["changes"].as_array().expect("changes");
        let words: Vec<String> = changes
            .iter()
            .filter(|change| change["change"] != "kept")
            .map(|change| format!("{} {}", change["change"], change["attribute"]).replace('"', ""))
            .collect();
        (output.status.code(), words)
    };
    let same: (Option<i32>, Vec<String>) = (Some(0), Vec::new());
    assert_eq!(changed(&text.replace(' ', "  ").replace("\n\n", "\n\n\n")), same);
    let (status, words) =
        changed(&text.replace("Three people", "Five people").replace("kills three", "kills five"));
    assert_eq!(status, Some(1));
    assert!(words.contains(&"changed killed".to_owned()), "{words:?}");
    let (_, words) = changed(
        &(text.replace("12 others", "14 others")
            + "\nCorrection: An earlier version gave the number of injured as 12.\n"),
    );
    assert!(words.contains(&"corrected injured".to_owned()), "{words:?}");
}

#[test]
fn a_change_is_told_once_and_of_the_likeliest_sentence() {
    let desk = Desk::of("diff-pairs");
    for (old, new, want) in [
        (
            "The council will pay $40 million for the stadium in Leeds.\n",
            "The council will pay $10 million for the theatre in Hull.\n\
             The council will pay $45 million for the stadium in Leeds.\n",
            vec![
                "* added place of pay: Hull",
                "* added price: 10,000,000 dollars",
                "* changed price: 40,000,000 dollars -> 45,000,000 dollars",
            ],
        ),
        (
            "The plant in Leeds employs 300 people. The Hull bridge cost $40 million to build.\n",
            "The plant in Leeds employs 350 people. The Hull bridge cost $45 million to build.\n\n\
             Correction: an earlier version of this article gave the cost of the bridge as $40 million.\n",
            vec![
                "* changed number of employee: 300 -> 350",
                "* corrected money of project: 40,000,000 dollars -> 45,000,000 dollars",
            ],
        ),
        (
            "The meeting will be held in Leeds on Friday. The dog bit three people.\n",
            "The meeting will be held in Hull on Friday. The dog bit four people.\n\n\
             Correction: an earlier version of this article gave the wrong place of the meeting.\n",
            vec![
                "* changed bitten by animal: 3 -> 4",
                "* corrected next meeting place: Leeds -> Hull",
                "* corrected venue of meeting: Leeds -> Hull",
            ],
        ),
    ] {
        desk.write("old.txt", old);
        desk.write("new.txt", new);
        let output = gainsay(&["diff", &desk.path("old.txt"), &desk.path("new.txt")]);
        let told = String::from_utf8(output.stdout).expect("text");
        let mut changes: Vec<&str> = told.lines().filter(|line| line.starts_with('*')).collect();
        changes.sort_unstable();
        assert_eq!(changes, want, "{told}");
    }
}

#[test]
fn a_report_is_verified_byte_by_byte() {
    let desk = Desk::of("verify");
    let report = desk.path("report.json");
    let out = format!("json={report}");
    desk.check(&["--out", &out, "--no-config"]);
    assert_eq!(gainsay(&["verify", &report]).status.code(), Some(0));
    let article = desk.path("stories/ferry-fire/coast-daily.txt");
    let text = fs::read_to_string(&article).expect("an article");
    fs::write(&article, text.replace("Three people", "Seven people")).expect("a file");
    let output = gainsay(&["verify", &report]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told.contains("expected the bytes that were reported") && told.contains("found \"Seven people"),
        "{told}"
    );
    fs::write(&article, text).expect("a file");
    // A word of the report, a rule and the settings.
    let written = fs::read_to_string(&report).expect("a report");
    let changed = |from: &str, to: &str, wanted: &str| {
        assert!(written.contains(from), "{from} in {written}");
        desk.write("report.json", &written.replace(from, to));
        let output = gainsay(&["verify", &report]);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.code() == Some(1) && told.contains(wanted), "{from}: {told}");
    };
    changed("\"verdict\": \"conflict\"", "\"verdict\": \"agree\"", "the report: expected what was written");
    changed("\"stories_sha256\"", "\"was_sha256\"", "the report: expected the hash of its stories");
    changed("\"rules_sha256\": \"", "\"rules_sha256\": \"0", "the rules: expected those of the report");
    // Another layout of the same JSON is no change.
    let data: Value = serde_json::from_str(&written).expect("JSON");
    desk.write("report.json", &data.to_string());
    assert_eq!(gainsay(&["verify", &report]).status.code(), Some(0));
    desk.check(&["--out", &out]);
    assert_eq!(gainsay(&["verify", &report]).status.code(), Some(0));
    desk.add("gainsay.toml", "\n");
    let output = gainsay(&["verify", &report]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.code() == Some(1) && told.contains("gainsay.toml: expected the settings"),
        "{told}"
    );
    fs::remove_file(&article).expect("it can be removed");
    assert_eq!(gainsay(&["verify", &report]).status.code(), Some(3));
    desk.write("report.json", "{\"schema\": \"other\"}");
    assert_eq!(gainsay(&["verify", &report]).status.code(), Some(3));
}

#[test]
fn a_place_and_a_finding_are_explained() {
    let desk = Desk::of("explain");
    let article = desk.path("stories/ferry-fire/coast-daily.txt");
    let told = stdout(&["explain", &format!("{article}:3:1")]);
    for wanted in [
        "Three people were killed and 12",
        "block     paragraph",
        "killed 3",
        "matched \"Three people were killed",
        ", found ",
    ] {
        assert!(told.contains(wanted), "{wanted} in {told}");
    }
    let id = flagged(&desk.report(&["--no-config"]))[0]["id"].as_str().expect("an id").to_owned();
    let told = stdout(&["explain", "--no-config", &id, &desk.path("stories/ferry-fire")]);
    for wanted in
        ["conflict: killed", "rule      general/casualties", "compared by count", "cannot both be right"]
    {
        assert!(told.contains(wanted), "{wanted} in {told}");
    }
    let page = format!("{ROOT}/fixtures/inputs/page.html:23:4");
    assert!(stdout(&["explain", &page]).contains("spokesman"));
    desk.write("list.md", "- Two people were killed in Leeds.\n");
    assert!(stdout(&["explain", &desk.path("list.md:1:3")]).contains("block     list_item"));
    // An article of a file with one a line is called by its id.
    desk.write(
        "wire.jsonl",
        "{\"id\":\"w1\",\"text\":\"Two people died.\"}\n{\"id\":\"w2\",\"text\":\"Five horses drowned.\"}\n{\"text\":\"Nine goats fled.\"}\n",
    );
    let wire = desk.path("wire.jsonl");
    for (place, inputs, wanted) in [
        ("w1:1:1".to_owned(), Some(&wire), "Two people"),
        ("w2:1:6".to_owned(), Some(&wire), "Five horses"),
        (format!("{wire}:3:1:1"), Some(&wire), "Nine goats"),
        (format!("{wire}:3:1:1"), None, "Nine goats"),
    ] {
        let args: Vec<&str> = ["explain", &place].into_iter().chain(inputs.map(String::as_str)).collect();
        let told = stdout(&args);
        assert!(told.starts_with(wanted), "{place}: {told}");
    }
    assert_eq!(gainsay(&["explain", "w4:1:1", &wire]).status.code(), Some(2));
    let output = gainsay(&["explain", "no-such-id", &article]);
    assert_eq!(output.status.code(), Some(2));
}
