//! `gainsay demo`: the report on a story that is embedded in the binary.

use crate::{
    args::{Demo, Voice},
    input,
    status::Status,
    verdicts,
};
use gainsay::{Checker, Error, Options, ingest, read, rules::RuleBook};
use include_dir::{Dir, include_dir};

/// The story: the same folder that the tests run on.
static STORY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fixtures/stories/miami-talks");

/// Runs the command.
pub fn run(options: &Demo, voice: Voice) -> Result<Status, Vec<Error>> {
    let files = STORY.files().filter_map(|file| Some((file.path().to_str()?, file.contents())));
    let read = ingest::embedded("miami-talks", files);
    let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
    let report = checker.check(&read.sources);
    let order = input::stories(&read.sources);
    verdicts::write(&report, &order, checker.book(), &options.writing, voice).map_err(|error| vec![error])
}
