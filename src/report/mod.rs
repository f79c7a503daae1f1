//! Turns a report into text, one file per format.
//!
//! Everything here answers a `String`: what prints it, and where, is the caller's choice. The flow ends here.

mod ci;
mod csv;
mod difference;
mod draft;
mod github;
#[cfg(feature = "html")]
mod html;
mod json;
mod junit;
mod listing;
mod markdown;
mod memo;
mod place;
mod plain;
#[cfg(test)]
mod sample;
mod sarif;
mod text;
mod value;
mod versions;
mod wording;

pub use csv::report as csv;
#[cfg(feature = "html")]
pub use draft::html as html_draft;
pub use draft::{json as json_draft, markdown as markdown_draft, text as text_draft};
pub use github::report as github;
#[cfg(feature = "html")]
pub use html::report as html;
pub use json::{
    extracted as json_extracted, mentioned as json_mentioned, report as json, story as json_story,
};
pub use junit::report as junit;
pub use listing::{extracted as text_extracted, mentioned as text_mentioned};
pub use markdown::report as markdown;
pub use place::Lines;
pub use plain::neutral;
pub use sarif::report as sarif;
pub use text::report as text;
#[cfg(feature = "html")]
pub use versions::html as html_changes;
pub use versions::{json as json_changes, markdown as markdown_changes, text as text_changes};

use crate::rules::RuleBook;

/// The name of the rule at an index of the rule book; empty for a claim that no rule of this book read.
fn rule_name(book: &RuleBook, at: usize) -> String {
    book.rules.get(at).map(crate::rules::Rule::name).unwrap_or_default()
}
