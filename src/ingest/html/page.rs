//! Makes paragraphs of a page's words, each with the element that holds it.
//!
//! The elements that matter are few: those that part paragraphs. They stand in one list, parents before children, with the
//! end of their own stretch of it, so that "is it inside" is two comparisons however deep the nesting.

use super::{
    entity::reference,
    tokens::{Token, Tokens},
};
use crate::text::Transcript;

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

/// Elements that are over once another of the same kind, or what cannot stand in them, begins.
const CLOSED_BY_NEXT: &[(&str, &[&str])] = &[
    (
        "p",
        &[
            "p",
            "div",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "aside",
            "blockquote",
            "figure",
            "footer",
            "header",
            "form",
            "hr",
            "main",
            "nav",
            "pre",
        ],
    ),
    ("li", &["li"]),
    ("td", &["td", "th", "tr"]),
    ("th", &["td", "th", "tr"]),
    ("tr", &["tr"]),
    ("option", &["option"]),
    ("dt", &["dt", "dd"]),
    ("dd", &["dt", "dd"]),
];

/// Words in the class or id of an element that holds no part of the article; the German, French and Spanish ones are those
/// that stand for the English ones on sites of these countries.
const CLUTTER: &[&str] = &[
    "abonnez",
    "advert",
    "anzeige",
    "banner",
    "breadcrumb",
    "comentario",
    "comment",
    "commentaire",
    "compartir",
    "cookie",
    "discussion",
    "disqus",
    "footer",
    "kommentar",
    "menu",
    "modal",
    "nav",
    "newsletter",
    "outbrain",
    "partager",
    "paywall",
    "popup",
    "promo",
    "publicidad",
    "publicite",
    "recirc",
    "recommend",
    "regwall",
    "related",
    "replies",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsor",
    "subscribe",
    "taboola",
    "teaser",
    "teilen",
    "toolbar",
    "trending",
    "werbung",
    "widget",
];

/// Phrases in a class or id that say the same, their words parted by hyphens.
const CLUTTER_PHRASES: &[&str] = &[
    "also-read",
    "lire-aussi",
    "mehr-zum-thema",
    "more-on",
    "most-read",
    "read-also",
    "read-more",
    "sie-auch",
];

/// An element that parts paragraphs.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) class: String,
    pub(super) parent: Option<usize>,
    /// The index behind its last descendant.
    pub(super) end: usize,
    /// Whether it, or what holds it, is no part of an article.
    pub(super) is_clutter: bool,
    /// Whether its markup says that it is the body of the article.
    pub(super) is_body: bool,
}

/// A paragraph of a page.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) words: Transcript,
    /// The element that it stands in.
    pub(super) element: usize,
    /// The name of that element, or of the one that says what it is.
    pub(super) name: String,
    /// The bytes of it that are links.
    pub(super) linked: usize,
    /// Whether its markup says who wrote the article.
    pub(super) is_byline: bool,
}

/// A page in its parts, and what it says of itself.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) elements: Vec<Element>,
    pub(super) parts: Vec<Part>,
    /// The texts of its JSON-LD scripts.
    pub(super) data: Vec<String>,
    /// Its `meta` and `link` elements: name and content.
    pub(super) meta: Vec<(String, String)>,
    /// Its machine-readable times.
    pub(super) times: Vec<String>,
    /// Its `title` element.
    pub(super) title: Option<String>,
}

struct Builder {
    page: Page,
    open: Vec<usize>,
    words: Transcript,
    linked: usize,
    links: usize,
    bylines: usize,
    is_byline: bool,
    is_hidden: usize,
}

/// The parts of a page.
pub(super) fn page(html: &str) -> Page {
    let root = Element {
        name: String::new(),
        class: String::new(),
        parent: None,
        end: 0,
        is_clutter: false,
        is_body: false,
    };
    let mut builder = Builder {
        page: Page { elements: vec![root], ..Page::default() },
        open: vec![0],
        words: Transcript::default(),
        linked: 0,
        links: 0,
        bylines: 0,
        is_byline: false,
        is_hidden: 0,
    };
    for token in Tokens::of(html) {
        match token {
            Token::Start { name, attributes } => builder.start(&name, &attributes),
            Token::End { name } => builder.end(&name),
            Token::Words { at, text } => builder.words(at, text),
            Token::Raw { name, attributes, text } => builder.raw(&name, &attributes, text),
        }
    }
    builder.part();
    while !builder.open.is_empty() {
        builder.close();
    }
    builder.page
}

fn value<'a, S: AsRef<str>>(attributes: &'a [(String, S)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_ref())
}

impl Builder {
    fn raw<S: AsRef<str>>(&mut self, name: &str, attributes: &[(String, S)], text: &str) {
        match name {
            "title" if self.page.title.is_none() => {
                self.page.title = Some(super::tokens::plain(text).into_owned())
            }
            "script"
                if value(attributes, "type")
                    .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) =>
            {
                self.page.data.push(text.to_owned());
            }
            _ => {}
        }
    }

    fn start<S: AsRef<str>>(&mut self, name: &str, attributes: &[(String, S)]) {
        match name {
            "meta" => {
                let key = ["property", "name", "itemprop"].iter().find_map(|key| value(attributes, key));
                if let (Some(key), Some(content)) = (key, value(attributes, "content")) {
                    self.page.meta.push((key.to_ascii_lowercase(), content.to_owned()));
                }
            }
            "link" => {
                if let (Some("canonical"), Some(address)) =
                    (value(attributes, "rel"), value(attributes, "href"))
                {
                    self.page.meta.push(("canonical".to_owned(), address.to_owned()));
                }
            }
            "time" => self.page.times.extend(value(attributes, "datetime").map(str::to_owned)),
            "br" if !self.words.text.is_empty() => {
                self.words.trim_end();
                self.words.glue("\n");
            }
            _ => {}
        }
        let signs = ["class", "id", "itemprop", "rel"]
            .map(|key| value(attributes, key).unwrap_or_default().to_ascii_lowercase());
        let is_byline = signs.iter().any(|sign| {
            sign.split(|c: char| !c.is_ascii_alphanumeric())
                .any(|word| matches!(word, "byline" | "author" | "writer"))
        });
        if PARTING.contains(&name) {
            self.part();
            if let Some((_, closers)) = self.open.last().and_then(|at| {
                let open = self.page.elements[*at].name.as_str();
                CLOSED_BY_NEXT.iter().find(|(held, _)| *held == open)
            }) && closers.contains(&name)
            {
                self.close();
            }
            let parent = self.open.last().copied();
            let is_clutter = parent.is_some_and(|at| self.page.elements[at].is_clutter)
                || matches!(
                    name,
                    "nav"
                        | "footer"
                        | "aside"
                        | "form"
                        | "button"
                        | "select"
                        | "noscript"
                        | "template"
                        | "dialog"
                        | "menu"
                )
                || name.starts_with("amp-")
                || value(attributes, "hidden").is_some()
                || value(attributes, "aria-hidden") == Some("true")
                || !matches!(name, "body" | "html" | "main" | "article")
                    && signs[..2].iter().any(|sign| is_clutter(sign));
            self.open.push(self.page.elements.len());
            self.page.elements.push(Element {
                name: name.to_owned(),
                class: value(attributes, "class").unwrap_or_default().to_owned(),
                parent,
                end: 0,
                is_clutter,
                is_body: value(attributes, "itemprop")
                    .is_some_and(|held| held.eq_ignore_ascii_case("articleBody")),
            });
            self.is_byline = is_byline;
            if name == "hr" {
                self.close();
            }
        } else {
            match name {
                "a" => self.links += 1,
                "svg" | "math" | "object" | "audio" | "video" => self.is_hidden += 1,
                _ => {}
            }
            if is_byline && self.words.text.is_empty() {
                self.is_byline = true;
                self.bylines += 1;
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "a" => self.links = self.links.saturating_sub(1),
            "svg" | "math" | "object" | "audio" | "video" => {
                self.is_hidden = self.is_hidden.saturating_sub(1)
            }
            _ if PARTING.contains(&name) => {
                self.part();
                // A stray end tag closes nothing; a look far down would make deep nesting slow.
                let near =
                    self.open.iter().rev().take(64).position(|at| self.page.elements[*at].name == name);
                for _ in 0..near.map_or(0, |depth| depth + 1) {
                    self.close();
                }
            }
            _ => {}
        }
    }

    /// Adds words, blanks run together.
    fn words(&mut self, from: usize, text: &str) {
        if self.is_hidden > 0 {
            return;
        }
        let before = self.words.text.len();
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let blank = rest.len() - rest.trim_start().len();
            if blank > 0 {
                if !self.words.text.is_empty() && !self.words.text.ends_with([' ', '\n']) {
                    self.words.put(" ", from + at, blank);
                }
                at += blank;
                continue;
            }
            if let Some((character, len)) = reference(rest) {
                if character.chars().all(char::is_whitespace) {
                    if !self.words.text.is_empty() && !self.words.text.ends_with([' ', '\n']) {
                        self.words.put(" ", from + at, len);
                    }
                } else {
                    self.words.put(&character, from + at, len);
                }
                at += len;
                continue;
            }
            let len = rest
                .char_indices()
                .skip(1)
                .find(|(_, c)| c.is_whitespace() || *c == '&')
                .map_or(rest.len(), |(end, _)| end);
            self.words.copy(&rest[..len], from + at);
            at += len;
        }
        if self.links > 0 {
            self.linked += self.words.text.len() - before;
        }
    }

    /// Ends the paragraph.
    fn part(&mut self) {
        self.words.trim_end();
        let words = std::mem::take(&mut self.words);
        let linked = std::mem::take(&mut self.linked);
        let is_byline = std::mem::take(&mut self.is_byline);
        if words.text.is_empty() {
            // The mark of a byline waits for its words.
            self.is_byline = is_byline && self.bylines > 0;
            return;
        }
        let element = self.open.last().copied().unwrap_or_default();
        let telling = |at: usize| {
            matches!(
                self.page.elements[at].name.as_str(),
                "figcaption" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            )
        };
        let holders = std::iter::successors(Some(element), |at| self.page.elements[*at].parent);
        let named = holders.take(3).find(|at| telling(*at)).unwrap_or(element);
        let name = self.page.elements[named].name.clone();
        self.page.parts.push(Part { words, element, name, linked, is_byline });
    }

    fn close(&mut self) {
        if let Some(at) = self.open.pop() {
            self.page.elements[at].end = self.page.elements.len();
        }
    }
}

/// Whether a class or id says that the element holds no part of the article.
fn is_clutter(sign: &str) -> bool {
    if CLUTTER_PHRASES.iter().any(|phrase| sign.contains(phrase)) {
        return true;
    }
    sign.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        CLUTTER.iter().any(|known| {
            word.strip_prefix(known)
                .is_some_and(|rest| matches!(rest, "" | "s" | "e" | "ed" | "list" | "box" | "ing" | "ation"))
        })
    })
}
