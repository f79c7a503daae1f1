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
