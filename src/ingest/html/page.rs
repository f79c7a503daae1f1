//! Makes paragraphs of a page's words, each with the element that holds it.
//!
//! The elements that matter are few: those that part paragraphs. They stand in one list, parents before children, with the
//! end of their own stretch of it, so that "is it inside" is two comparisons however deep the nesting.

use super::{
    clutter::{self, Sign},
    elements,
    entity::reference,
    tokens::{Token, Tokens},
};
use crate::text::Transcript;

/// The longest paragraph that its class alone makes a caption, and one that signs the article, in bytes.
const LONGEST_CAPTION: usize = 600;
const LONGEST_BYLINE: usize = 200;

/// The fewest bytes of a paragraph that counts as running text.
const SHORT: usize = 40;

/// An element that parts paragraphs.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) class: String,
    pub(super) parent: Option<usize>,
    /// The index behind its last descendant.
    pub(super) end: usize,
    /// What it says of itself.
    pub(super) sign: Sign,
    /// Whether it, or what holds it, is no part of an article.
    pub(super) is_clutter: bool,
    /// Whether its markup says that it is the body of the article.
    pub(super) is_body: bool,
    /// Whether its class or id calls it so.
    pub(super) is_called_body: bool,
    /// Whether its class calls it a caption or a picture's credit.
    pub(super) is_caption: bool,
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

impl Part {
    /// The bytes of it that are running text: none where it is short or a link for the most part.
    pub(super) fn running(&self) -> usize {
        let len = self.words.text.len();
        if len < SHORT || self.linked * 2 > len { 0 } else { len - self.linked }
    }
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
    /// The part that is its headline, where one can be told.
    pub(super) headline: Option<usize>,
}

struct Builder {
    page: Page,
    open: Vec<usize>,
    words: Transcript,
    linked: usize,
    /// How many elements were open where the link began that the words stand in.
    link: Option<usize>,
    bylines: usize,
    is_byline: bool,
    /// The same for a picture or a film, whose words are not shown.
    hidden: Option<usize>,
}

/// The parts of a page.
pub(super) fn page(html: &str) -> Page {
    let root = Element {
        name: String::new(),
        class: String::new(),
        parent: None,
        end: 0,
        sign: Sign::None,
        is_clutter: false,
        is_body: false,
        is_called_body: false,
        is_caption: false,
    };
    let mut builder = Builder {
        page: Page { elements: vec![root], ..Page::default() },
        open: vec![0],
        words: Transcript::default(),
        linked: 0,
        link: None,
        bylines: 0,
        is_byline: false,
        hidden: None,
    };
    for token in Tokens::of(html) {
        match token {
            Token::Start { name, attributes, is_empty } => builder.start(&name, &attributes, is_empty),
            Token::End { name } => builder.end(&name),
            Token::Words { at, text } => builder.words(at, text),
            Token::Raw { name, attributes, text } => builder.raw(&name, &attributes, text),
        }
    }
    builder.part();
    while !builder.open.is_empty() {
        builder.close();
    }
    let mut page = builder.page;
    clutter::settle(&mut page);
    page
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

    fn start<S: AsRef<str>>(&mut self, name: &str, attributes: &[(String, S)], is_empty: bool) {
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
        if elements::is_parting(name) {
            self.part();
            let over = elements::over_at_start(name, self.open_names());
            (0..over).for_each(|_| self.close());
            let parent = self.open.last().copied();
            let is_hidden = value(attributes, "hidden").is_some()
                || value(attributes, "aria-hidden") == Some("true")
                || value(attributes, "style").is_some_and(hides);
            self.open.push(self.page.elements.len());
            self.page.elements.push(Element {
                name: name.to_owned(),
                class: value(attributes, "class").unwrap_or_default().to_owned(),
                parent,
                end: 0,
                sign: clutter::sign(name, is_hidden, &signs[..2]),
                is_clutter: false,
                is_body: value(attributes, "itemprop")
                    .is_some_and(|held| held.eq_ignore_ascii_case("articleBody")),
                is_called_body: signs[..2].iter().any(|sign| calls_body(sign)),
                is_caption: clutter::holds_word(&signs[0], &["caption", "credit", "figcaption"]),
            });
            self.is_byline = is_byline;
            if name == "hr" {
                self.close();
            }
        } else {
            match name {
                "a" => self.link = value(attributes, "href").map(|_| self.open.len()),
                "svg" | "math" | "object" | "audio" | "video" if self.hidden.is_none() && !is_empty => {
                    self.hidden = Some(self.open.len());
                }
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
            "a" => self.link = None,
            "svg" | "math" | "object" | "audio" | "video" => self.hidden = None,
            _ if elements::is_parting(name) => {
                self.part();
                let over = elements::over_at_end(name, self.open_names());
                (0..over).for_each(|_| self.close());
            }
            _ => {}
        }
    }

    /// The names of the open elements, the innermost first.
    fn open_names(&self) -> impl Iterator<Item = &str> + Clone {
        self.open.iter().rev().map(|at| self.page.elements[*at].name.as_str())
    }

    /// Adds words, blanks run together.
    fn words(&mut self, from: usize, text: &str) {
        if self.hidden.is_some() {
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
        if self.link.is_some() {
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
            let name = self.page.elements[at].name.as_str();
            matches!(name, "figcaption" | "figure" | "li" | "blockquote" | "td" | "pre")
                || elements::is_heading(name)
        };
        let holders = std::iter::successors(Some(element), |at| self.page.elements[*at].parent);
        let named = holders.take(3).find(|at| telling(*at)).unwrap_or(element);
        let is_caption = self.page.elements[element].is_caption && words.text.len() < LONGEST_CAPTION;
        let name = if is_caption { "figcaption".to_owned() } else { self.page.elements[named].name.clone() };
        let is_byline = is_byline && words.text.len() < LONGEST_BYLINE;
        self.page.parts.push(Part { words, element, name, linked, is_byline });
    }

    fn close(&mut self) {
        if let Some(at) = self.open.pop() {
            self.page.elements[at].end = self.page.elements.len();
        }
        // What was left open in an element is over with it.
        let depth = self.open.len();
        self.link = self.link.filter(|held| *held <= depth);
        self.hidden = self.hidden.filter(|held| *held <= depth);
    }
}

/// Whether a style hides what it is given to.
fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Whether a class or id calls its element the body of an article: "article-body", "entry-content", "storyText".
fn calls_body(sign: &str) -> bool {
    sign.split_whitespace().any(|name| {
        let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        ["article", "artikel", "entry", "news", "post", "story"].iter().any(|whole| {
            letters.match_indices(whole).any(|(at, _)| {
                let rest = &letters[at + whole.len()..];
                ["body", "content", "copy", "text"].iter().any(|part| rest.starts_with(part))
            })
        })
    })
}
