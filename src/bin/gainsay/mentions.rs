//! `gainsay mentions`: the typed values read in each article, before any rule.

use crate::{
    args::{Articles, Voice},
    each::{self, Writer},
    status::Status,
};
use gainsay::{Checker, Error, report};

/// Runs the command.
pub fn run(options: &Articles, voice: Voice) -> Result<Status, Vec<Error>> {
    each::run(
        options,
        voice,
        Checker::mentions,
        &Writer {
            schema: "gainsay.mentions/1",
            json: &|_, source, mentions| report::json_mentioned(source, mentions),
            text: &report::text_mentioned,
        },
    )
}
