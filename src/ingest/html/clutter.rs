//! Says which elements of a page hold no part of its article.
//!
//! An element has a sign of its own, by its name, its attributes or the words in its class and id. What the sign is worth is
//! settled once the page is whole: a frame "with sidebar" around the article, or a form around the whole page, holds the
//! headline or most of the running text, and then its sign speaks of something else.

use super::page::Page;

/// The most characters of a title that are looked at.
const LONGEST_HEADLINE: usize = 400;

/// What an element says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sign {
    /// Nothing.
    #[default]
    None,
    /// That it may hold what is beside the article.
    Soft,
    /// That it asks something of the reader, and at length where the article is not to be read for nothing.
    Asks,
    /// That it is not shown, at least not at once.
    Hidden,
    /// That it holds what readers wrote, which may be more than the article.
    Comments,
    /// That it is for use, not for reading.
    Hard,
}

/// Elements for use.
const HARD: &[&str] = &["nav", "footer", "button", "select", "template", "dialog", "menu"];

/// Elements that stand beside the article as a rule; old frameworks put all of a page into one form.
const SOFT: &[&str] = &["aside", "form", "noscript"];

/// Words in the class or id of an element that holds what readers wrote.
const COMMENTS: &[&str] =
    &["comentario", "comment", "commentaire", "discussion", "disqus", "kommentar", "replies", "respond"];

/// Words in the class or id of an element that asks something of the reader or sells it.
const ASKS: &[&str] = &[
    "abonnez",
    "advert",
    "anzeige",
    "banner",
    "cookie",
    "modal",
    "newsletter",
    "popup",
    "promo",
    "publicidad",
    "publicite",
    "regwall",
    "signup",
    "sponsor",
    "subscribe",
    "werbung",
];

/// Words in the class or id of an element that holds no part of the article; the German, French and Spanish ones are those
/// that stand for the English ones on sites of these countries.
const CLUTTER: &[&str] = &[
    "breadcrumb",
    "carousel",
    "compartir",
    "footer",
    "gallery",
    "lightbox",
    "menu",
    "nav",
    "navigation",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "partager",
    "paywall",
    "recirc",
    "recommend",
    "related",
    "share",
    "sharing",
    "sidebar",
    "slideshow",
    "social",
    "taboola",
    "teaser",
    "teilen",
    "toolbar",
    "trending",
    "widget",
];

/// Phrases in a class or id that say the same, their words parted by hyphens.
const CLUTTER_PHRASES: &[&str] = &[
    "also-read",
    "lire-aussi",
    "mehr-zum-thema",
    "more-on",
    "most-read",
    "next-prev",
    "prev-next",
    "read-also",
    "read-more",
    "screen-reader",
    "sie-auch",
    "sr-only",
    "visually-hidden",
];

/// The sign of an element, by its name and by its class and id, in lower case.
pub(super) fn sign(name: &str, is_hidden: bool, signs: &[String]) -> Sign {
    if HARD.contains(&name) || name.starts_with("amp-") {
        return Sign::Hard;
    }
    if is_hidden {
        return Sign::Hidden;
    }
    let says = |known: &[&str]| signs.iter().any(|sign| holds_word(sign, known));
    if matches!(name, "body" | "html" | "main" | "article") {
        Sign::None
    } else if says(COMMENTS) {
        Sign::Comments
    } else if says(ASKS) {
        Sign::Asks
    } else if SOFT.contains(&name)
        // What is embedded from elsewhere is cited.
        || says(CLUTTER) && !says(&["embed"])
        || signs.iter().any(|sign| CLUTTER_PHRASES.iter().any(|phrase| sign.contains(phrase)))
    {
        Sign::Soft
    } else {
        Sign::None
    }
}

/// Words that say of an element what it has or can do: "with-sidebar", "modal-enabled", "has-nav".
const FEATURES: &[&str] = &["disabled", "enabled", "has", "no", "w", "with", "without"];

/// Whether one of the words of a class or id is known, or a form of one that is.
pub(super) fn holds_word(sign: &str, known: &[&str]) -> bool {
    let is_known = |word: &str| {
        known.iter().any(|known| {
            word.strip_prefix(known).is_some_and(|rest| {
                matches!(rest, "" | "s" | "e" | "ed" | "ded" | "list" | "box" | "ing" | "ation")
            })
        })
    };
    sign.split_whitespace().any(|name| {
        let words = || name.split(|c: char| !c.is_ascii_alphanumeric());
        words().any(is_known) && !words().any(|word| FEATURES.contains(&word))
    })
}

/// Settles which elements of a page are clutter.
pub(super) fn settle(page: &mut Page) {
    let running = running(page, &[Sign::Asks, Sign::Comments, Sign::Hard]);
    let all = running.first().map_or(0, |(bytes, _)| *bytes);
    let mut is_kept = vec![false; page.elements.len()];
    // What holds the headline or the declared body is no clutter, whatever it is called.
    page.headline = headline(page);
    let headline = page.headline.map(|part| page.parts[part].element);
    let bodies = (0..page.elements.len()).filter(|at| page.elements[*at].is_body);
    for inner in bodies.chain(headline).collect::<Vec<_>>() {
        let mut at = Some(inner);
        while let Some(held) = at.filter(|at| !is_kept[*at]) {
            is_kept[held] = true;
            at = page.elements[held].parent;
        }
    }
    for at in 0..page.elements.len() {
        let inherited = page.elements[at].parent.is_some_and(|parent| page.elements[parent].is_clutter);
        let own = match page.elements[at].sign {
            Sign::None => false,
            // A box beside the article is one paragraph or a small part; what is behind a paywall is more.
            Sign::Soft => {
                let few = if running[at].1 > 1 { 4 } else { 2 };
                !is_kept[at] && running[at].0 * few <= all
            }
            // Pages say again to machines, unseen, what they show; only what holds the most of all is shown by a script.
            Sign::Hidden => running[at].0 * 2 <= all,
            Sign::Comments | Sign::Asks => !is_kept[at],
            Sign::Hard => true,
        };
        page.elements[at].is_clutter = inherited || own;
    }
}

/// The bytes of running text in each element, and how many paragraphs they are, without what is below elements of the
/// given signs.
fn running(page: &Page, without: &[Sign]) -> Vec<(usize, usize)> {
    let mut is_out = vec![false; page.elements.len()];
    for at in 0..is_out.len() {
        let element = &page.elements[at];
        is_out[at] = without.contains(&element.sign) || element.parent.is_some_and(|parent| is_out[parent]);
    }
    let mut held = vec![(0, 0); page.elements.len()];
    for part in page.parts.iter().filter(|part| !is_out[part.element]) {
        held[part.element].0 += part.running();
        held[part.element].1 += usize::from(part.running() > 0);
    }
    for at in (1..held.len()).rev() {
        if let Some(parent) = page.elements[at].parent {
            held[parent].0 += held[at].0;
            held[parent].1 += held[at].1;
        }
    }
    held
}

/// The part that is the headline: the heading that the page's title repeats, else the only `h1`.
fn headline(page: &Page) -> Option<usize> {
    let letters = |text: &str| -> String {
        text.chars()
            .take(LONGEST_HEADLINE)
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let told = page.meta.iter().filter(|(key, _)| matches!(key.as_str(), "og:title" | "twitter:title"));
    let titles: Vec<String> =
        told.map(|(_, title)| letters(title)).chain(page.title.as_deref().map(letters)).collect();
    let headings = |names: &'static [&'static str]| {
        page.parts.iter().enumerate().filter(move |(_, part)| names.contains(&part.name.as_str()))
    };
    let is_titled = |part: &str| {
        let own = letters(part);
        own.len() >= 12 && titles.iter().any(|title| title.contains(&own))
    };
    let is_used = |part: usize| page.elements[page.parts[part].element].sign == Sign::Hard;
    headings(&["h1"])
        .chain(headings(&["h2", "h3"]))
        .find(|(at, part)| is_titled(&part.words.text) && !is_used(*at))
        .or_else(|| headings(&["h1"]).next().filter(|_| headings(&["h1"]).nth(1).is_none()))
        .map(|(at, _)| at)
}
