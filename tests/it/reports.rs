//! The text report of every fixture story, one file in `snapshots/` each.

use crate::story;

#[test]
fn every_story_has_its_report() {
    let snapshots = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots");
    for name in story::names() {
        let report = story::stdout(&["check", &format!("fixtures/stories/{name}")]);
        insta::with_settings!({
            snapshot_path => snapshots,
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(format!("story-{name}"), report);
        });
    }
}

#[test]
fn reports_fit_eighty_columns() {
    for name in story::names() {
        let report = story::stdout(&["check", &format!("fixtures/stories/{name}")]);
        for line in report.lines().filter(|line| line.contains(' ')) {
            assert!(line.chars().count() <= 80, "{name}: {line}");
        }
    }
}

#[test]
fn no_report_for_reading_shows_an_attribute_as_rules_write_it() {
    let lines: String = ["3", "5"]
        .iter()
        .map(|day| {
            format!(
                "{{\"id\":\"a{day}\",\"text\":\"The mayor took the oath of office on March {day}, 2026.\"}}\n"
            )
        })
        .collect();
    for format in ["text", "markdown", "junit", "github"] {
        let output = story::fed(&["check", "--format", format, "-"], lines.as_bytes());
        let report = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(report.contains("date of take"), "{format}: {report}");
        assert!(!report.contains("date:") && !report.contains("_of:"), "{format}: {report}");
    }
}
