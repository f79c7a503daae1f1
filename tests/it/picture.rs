//! The picture in the README: the start of the demo's report, drawn from what the binary prints.
//!
//! `cargo test --test it -- --ignored redraw` draws it anew, to be looked at before it is committed.

use crate::story::{ROOT, stdout};
use std::fmt::Write;

/// The lines of the report that are shown.
const LINES: usize = 44;
/// The height of a line and the width of a character.
const LINE: usize = 17;
const COLUMN: usize = 8;

fn path() -> String {
    format!("{ROOT}/docs/report.svg")
}

/// The colour and weight that a code of ECMA-48 stands for.
fn style(code: &str) -> &'static str {
    match code {
        "1" => "fill=\"#ffffff\" font-weight=\"bold\"",
        "2" => "fill=\"#8b949e\"",
        "1;31" => "fill=\"#ff7b72\" font-weight=\"bold\"",
        "1;32" => "fill=\"#7ee787\" font-weight=\"bold\"",
        "1;33" => "fill=\"#f2cc60\" font-weight=\"bold\"",
        "1;34" => "fill=\"#79c0ff\" font-weight=\"bold\"",
        "36" => "fill=\"#76e3ea\"",
        _ => "",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The picture of a page as a terminal shows it.
fn drawn(page: &str) -> String {
    let lines: Vec<&str> = page.lines().take(LINES).collect();
    let (width, height) = (82 * COLUMN, (lines.len() + 1) * LINE);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"A report at a terminal\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#0d1117\"/>\n\
         <g font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"13\" fill=\"#c9d1d9\">\n"
    );
    for (at, line) in lines.iter().enumerate() {
        let y = (at + 1) * LINE;
        write!(svg, "<text x=\"{COLUMN}\" y=\"{y}\" xml:space=\"preserve\">").expect("a string takes all");
        for (at, part) in line.split('\u{1b}').enumerate() {
            let (code, text) = match part.strip_prefix('[').and_then(|rest| rest.split_once('m')) {
                Some((code, text)) if at > 0 => (code, text),
                _ => ("", part),
            };
            match (text, style(code)) {
                ("", _) => {}
                (text, "") => svg.push_str(&escaped(text)),
                (text, style) => {
                    write!(svg, "<tspan {style}>{}</tspan>", escaped(text)).expect("a string takes all");
                }
            }
        }
        svg.push_str("</text>\n");
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn now() -> String {
    drawn(&stdout(&["demo", "--color", "always"]))
}

#[test]
fn the_picture_shows_what_is_printed() {
    let picture = std::fs::read_to_string(path()).expect("the picture is there");
    assert!(picture == now(), "docs/report.svg is not what `gainsay demo` prints");
}

#[test]
#[ignore = "draws the picture; run it by name and look at it"]
fn redraw() {
    std::fs::write(path(), now()).expect("a picture that can be written");
}
