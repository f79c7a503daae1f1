//! `gainsay rules new` and `gainsay rules schema`: what an author starts with, a rule file that is right and the schema by
//! which editors know its keys.

use crate::{
    args::{New, Voice},
    rules::print,
    status::Status,
};
use gainsay::{Error, read, rules::RuleBook};
use std::{
    fs::{self, File},
    io::Write,
    path::Path,
};

/// The rule file to start from; its examples hold as they stand.
const STARTER: &str = include_str!("../../../templates/rule.toml");

/// The JSON Schema of rule files.
pub const SCHEMA: &str = include_str!("../../../docs/schema/rule.json");

/// Prints the file to start from, or writes it to its place in a folder of rules.
pub fn run(options: &New, voice: Voice) -> Result<Status, Vec<Error>> {
    let text = STARTER.replace("PACK/NAME", &options.name);
    let Some(folder) = &options.rules else { return print(&text, voice) };
    let path = folder.join(format!("{}.toml", options.name));
    written(&path, &text).map_err(|error| {
        let message = if error.kind() == std::io::ErrorKind::AlreadyExists {
            "expected a place for a new rule, found a file that is there".to_owned()
        } else {
            format!("expected to write a rule, found an error: {error}")
        };
        vec![Error::Output { path: path.display().to_string(), message }]
    })?;
    let replaces = RuleBook::embedded(&read::closed_words())
        .rules
        .iter()
        .any(|rule| rule.name() == options.name)
        .then_some("note: a rule of that name is embedded, and this file replaces it\n");
    let page = format!(
        "{}\n{}try it: gainsay rules test --rules {}\n",
        path.display(),
        replaces.unwrap_or_default(),
        folder.display()
    );
    print(&page, voice)
}

/// Writes a file that is not there yet.
fn written(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(pack) = path.parent() {
        fs::create_dir_all(pack)?;
    }
    File::create_new(path)?.write_all(text.as_bytes())
}
