//! Tells Markdown from plain text.
//!
//! Scrapers save Markdown under any name, so that links and front matter count and not the name alone. A text in
//! which nothing but emphasis is marked reads the same either way.

use crate::text::{Format, Source};
use std::path::Path;

/// The format of a source that was read from `path`, or from no file at all.
pub(super) fn of(source: &Source, path: Option<&Path>) -> Format {
    let named = path
        .and_then(Path::extension)
        .is_some_and(|ext| ["md", "markdown", "mdown"].iter().any(|known| ext.eq_ignore_ascii_case(known)));
    if named || source.front_matter > 0 || holds_link(&source.text) {
        Format::Markdown
    } else {
        Format::Plain
    }
}

/// The format of words that were taken out of their markup.
pub(super) const fn unmarked() -> Format {
    Format::Plain
}

/// Whether a Markdown link stands in the text: "](" and a destination.
fn holds_link(text: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), b"](").any(|at| {
        let destination = &text.as_bytes()[at + 2..];
        [&b"http"[..], b"#", b"/", b"<http", b"mailto:", b"www."]
            .iter()
            .any(|start| destination.starts_with(start))
    })
}
