//! Reads which agency an article credits, and who published it.
//!
//! An agency counts where the article is said to be its copy: in a byline, in the brackets of a wire opening, in a
//! closing credit, in what was given from outside, or where the agency is the publisher. An agency that is merely
//! quoted ("told AFP", "according to Reuters"), or whose picture is shown, is no origin.

use crate::{
    rules::agency,
    text::{BlockKind, Document},
};
use std::collections::BTreeSet;

/// The agencies whose copy `document` is said to be, joined by commas; several make a credit of their own.
pub(super) fn credit(document: &Document<'_>) -> Option<String> {
    let source = document.source;
    let mut found: BTreeSet<&'static str> = BTreeSet::new();
    let given = [source.credit.as_deref(), source.publisher.as_deref()];
    for part in given.into_iter().flatten().flat_map(parts) {
        found.extend(agency(part));
    }
    if found.is_empty() {
        for block in &document.blocks {
            let written = document.text(block.span);
            match block.kind {
                BlockKind::Byline => {
                    let names = written.trim_start_matches(|c: char| !c.is_alphanumeric());
                    let names = names
                        .split_once(' ')
                        .map_or(names, |(by, names)| if is_by(by) { names } else { written });
                    found.extend(
                        parts(names)
                            .filter_map(|part| agency(without_link(part)).or_else(|| closing_agency(part))),
                    );
                }
                BlockKind::Credit => {
                    let names = written.split_once(':').map_or(written, |(_, names)| names);
                    found.extend(parts(names).filter_map(|part| agency(without_link(part))));
                }
                BlockKind::Dateline => found.extend(bracketed(written).flat_map(parts).filter_map(agency)),
                BlockKind::FrontMatter
                | BlockKind::Headline
                | BlockKind::Standfirst
                | BlockKind::Paragraph
                | BlockKind::Heading
                | BlockKind::ListItem
                | BlockKind::Caption
                | BlockKind::Boilerplate
                | BlockKind::Share
                | BlockKind::Related
                | BlockKind::AuthorNote
                | BlockKind::Repeated => {}
            }
        }
    }
    (!found.is_empty()).then(|| found.into_iter().collect::<Vec<_>>().join(", "))
}

/// Who published the article: as given, or the site of its address, or of the address that it credits.
pub(super) fn publisher(document: &Document<'_>) -> Option<String> {
    let source = document.source;
    let given = source.publisher.as_deref().map(str::trim).filter(|name| !name.is_empty());
    if let Some(name) = given {
        return Some(name.to_owned());
    }
    let credited = document.blocks.iter().filter(|block| block.kind == BlockKind::Credit);
    source
        .url
        .as_deref()
        .and_then(site)
        .or_else(|| credited.filter_map(|block| site(document.text(block.span))).next())
}

/// The site in an address: "example.org" in "<https://www.example.org/a>".
fn site(written: &str) -> Option<String> {
    let (_, rest) = written.split_once("://")?;
    let host = rest.split(['/', '?', '#', '>', ':', ' ']).next()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (host.contains('.') && host.len() <= 100).then(|| host.to_owned())
}

/// The names of a credit: "AFP/Reuters", "AP and Reuters", "Jane Roe, AFP".
fn parts(names: &str) -> impl Iterator<Item = &str> {
    names.split(['/', ',', '|', '&', '\n', ';']).flat_map(|part| part.split(" and ")).map(str::trim)
}

fn is_by(word: &str) -> bool {
    ["by", "from", "source"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// "[AFP](#)" without its markup.
fn without_link(part: &str) -> &str {
    part.split("](").next().unwrap_or(part)
}

/// The agency behind a reporter's name: "JANE ROE Associated Press".
fn closing_agency(part: &str) -> Option<&'static str> {
    part.char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .find_map(|(at, _)| agency(&part[at..]))
        .filter(|_| part.len() <= 80)
}

/// What stands in round brackets.
fn bracketed(written: &str) -> impl Iterator<Item = &str> {
    written.split('(').skip(1).filter_map(|part| part.split_once(')').map(|(inner, _)| inner))
}
