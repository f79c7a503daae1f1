//! Which elements part paragraphs, and which end others that are still open, as the standard has browsers repair a page.

/// Elements that part paragraphs; every other is part of the line that it stands in.
const PARTING: &[&str] = &[
    "address",
    "amp-ad",
    "amp-consent",
    "amp-embed",
    "amp-lightbox",
    "amp-list",
    "amp-sidebar",
    "amp-sticky-ad",
    "amp-user-notification",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "noscript",
    "ol",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "template",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that can stand inside a paragraph although they part what is around them.
const IN_PARAGRAPH: &[&str] = &["button", "noscript", "select", "option", "template"];

/// Cells and what else ends no element around them.
const CLOSED_OFF: &[&str] = &["table", "td", "th", "caption", "template"];

/// How far up open elements are looked at; a look to the root would make deep nesting slow.
pub(super) const LOOK: usize = 64;

/// Whether an element parts paragraphs.
pub(super) fn is_parting(name: &str) -> bool {
    PARTING.contains(&name)
}

/// Whether an element is a heading.
pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// How many of the open elements, the innermost first, are over once an element of this name begins.
pub(super) fn over_at_start<'n>(name: &str, open: impl Iterator<Item = &'n str> + Clone) -> usize {
    let through = |ends: &[&str], passes: &[&str]| -> usize {
        let mut near = open.clone().take(LOOK);
        let depth = near.position(|held| ends.contains(&held) || !passes.contains(&held));
        match depth.and_then(|depth| Some((depth, open.clone().nth(depth)?))) {
            Some((depth, held)) if ends.contains(&held) => depth + 1,
            _ => 0,
        }
    };
    let innermost = open.clone().next().unwrap_or_default();
    match name {
        "li" => through(&["li"], &["p", "div", "address"]).max(usize::from(innermost == "p")),
        "dt" | "dd" => through(&["dt", "dd"], &["p", "div", "address"]).max(usize::from(innermost == "p")),
        "td" | "th" => through(&["td", "th", "caption"], &["p", "div"]),
        "tr" | "tbody" | "tfoot" | "thead" => through(&["tr"], &["p", "div", "td", "th"]),
        "option" => usize::from(innermost == "option"),
        _ if is_heading(name) && is_heading(innermost) => 1,
        _ => usize::from(innermost == "p" && !IN_PARAGRAPH.contains(&name) && !name.starts_with("amp-")),
    }
}

/// How many of the open elements, the innermost first, are over at the end tag of this name; a stray one ends nothing.
pub(super) fn over_at_end<'n>(name: &str, open: impl Iterator<Item = &'n str>) -> usize {
    let is_of_table = matches!(name, "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "caption");
    for (depth, held) in open.take(LOOK).enumerate() {
        if held == name || is_heading(name) && is_heading(held) {
            return depth + 1;
        }
        let stops = if is_of_table { held == "table" } else { CLOSED_OFF.contains(&held) };
        // What follows the end of the page is still read as part of it.
        if stops || matches!(name, "body" | "html") {
            return 0;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_repaired_as_browsers_do() {
        // What is open, innermost first; what begins; how many are over.
        for (open, name, over) in [
            ("p div body", "p", 1),
            ("p div body", "button", 0),
            ("div li ul", "li", 2),
            ("p li ul", "li", 2),
            ("ul li ul", "li", 0),
            ("p td tr table", "td", 2),
            ("div td tr tbody", "tr", 3),
            ("table td tr table", "td", 0),
            ("h2 div", "h3", 1),
            ("dd dl", "dt", 1),
        ] {
            assert_eq!(over_at_start(name, open.split(' ')), over, "{name} in {open}");
        }
        for (open, name, over) in [
            ("p div div body", "div", 2),
            ("p td tr table div", "div", 0),
            ("p td tr table div", "table", 4),
            ("h3 div", "h2", 1),
            ("div body html", "body", 0),
            ("div main", "section", 0),
        ] {
            assert_eq!(over_at_end(name, open.split(' ')), over, "/{name} in {open}");
        }
    }
}
