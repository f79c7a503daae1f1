//! `gainsay extract`: the claims of each article, uncompared.

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
        Checker::extract,
        &Writer {
            schema: "gainsay.claims/1",
            json: &|book, source, claims| report::json_extracted(source, claims, book),
            text: &report::text_extracted,
        },
    )
}
