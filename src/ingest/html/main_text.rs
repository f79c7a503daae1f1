//! Says which paragraphs of a page are its article.
//!
//! Running text votes for the element that holds it, and for half as much for the one around that; links take votes away.
//! What the markup calls the body goes first, where much of the text stands in
//! it; else the element with most votes is the article. What is clutter inside it is left out, and so are lists of links,
//! the headings over them, and words on buttons.

use super::{
    data, elements,
    page::{Page, Part},
    shingles::Shingles,
};
use std::cmp::Reverse;

/// The longest paragraph between the headline and the text that is taken with it, in bytes.
const LEAD: usize = 400;

/// The parts of the article, in order; all of the page where it has no running text.
pub(super) fn chosen(page: &Page) -> Vec<usize> {
    let is_clutter = |at: &usize| page.elements[page.parts[*at].element].is_clutter;
    let Some(top) = top(page) else {
        return (0..page.parts.len()).filter(|at| !is_clutter(at)).collect();
    };
    let end = page.elements[top].end;
    let inside = |part: &Part| (top..end).contains(&part.element);
    let first = page.parts.iter().position(inside).unwrap_or(page.parts.len());
    // The headline often stands above the element that holds the text, and what dates and signs the article between them.
    let headline = match page.headline {
        Some(at) => Some(at).filter(|at| *at < first),
        None => page.parts[..first].iter().rposition(|part| part.name == "h1"),
    };
    let mut dates = 0;
    let lead = headline.into_iter().flat_map(|at| at..first).filter(|at| {
        let part = &page.parts[*at];
        let is_date = is_date(part);
        dates += usize::from(is_date);
        // When it was published and when it was changed; more are those of other articles.
        let is_said = is_lead(part) || is_date && dates <= 2 || elements::is_heading(&part.name);
        Some(*at) == headline || !is_clutter(at) && is_said
    });
    let body = (first..page.parts.len())
        .filter(|at| inside(&page.parts[*at]) && (!is_clutter(at) || page.parts[*at].name == "h1"));
    let all: Vec<usize> = lead.chain(body).collect();
    read(page, &all)
}

/// Whether a paragraph above the text is part of the article: who wrote it and what it is about.
fn is_lead(part: &Part) -> bool {
    let is_sentence = part.name == "p" && part.words.text.ends_with(['.', '!', '?']);
    part.words.text.len() < LEAD && (part.is_byline || part.running() > 0 || is_sentence)
}

/// Whether a paragraph above the text may say when it was written.
fn is_date(part: &Part) -> bool {
    let digits = part.words.text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 4 && part.words.text.len() < LEAD && part.linked == 0
}

/// The parts of the body that are there to be read.
fn read(page: &Page, body: &[usize]) -> Vec<usize> {
    let is_heading = |at: usize| {
        let part = &page.parts[at];
        elements::is_heading(&part.name) && part.name != "h1" && Some(at) != page.headline
    };
    let mut kept = Vec::new();
    let mut headings = Vec::new();
    let mut links = false;
    // Pages carry captions, and some the whole text, a second time for other screens; what an article says twice in its own
    // paragraphs stays.
    let mut seen = Shingles::default();
    let main = main_holder(page, body);
    for at in body {
        let part = &page.parts[*at];
        if is_list_of_links(part) {
            links = true;
        } else if is_heading(*at) {
            // A heading over nothing but links goes with them.
            if links {
                headings.clear();
            }
            links = false;
            headings.push(*at);
        } else if !is_on_button(page, part) {
            let holder = page.elements[part.element].parent;
            if holder != main && seen.share(&part.words.text) == 100 {
                continue;
            }
            seen.add(&part.words.text);
            if links {
                headings.clear();
            }
            kept.append(&mut headings);
            kept.push(*at);
            links = false;
        }
    }
    kept
}

/// The element that holds most of the paragraphs.
fn main_holder(page: &Page, body: &[usize]) -> Option<usize> {
    let mut held = vec![0_usize; page.elements.len()];
    for at in body {
        let part = &page.parts[*at];
        held[page.elements[part.element].parent.unwrap_or_default()] += part.running();
    }
    let most = held.iter().copied().max()?;
    held.iter().position(|held| *held == most)
}

/// The element that holds the article.
fn top(page: &Page) -> Option<usize> {
    let votes = votes(page);
    let mut sums = vec![0];
    sums.extend(votes.iter().scan(0, |sum, own| {
        *sum += own;
        Some(*sum)
    }));
    let within = |at: usize| sums[page.elements[at].end] - sums[at];
    // What the markup declares the body is asked first, the whole page else.
    let is_body = |at: &usize| page.elements[*at].is_body && !page.elements[*at].is_clutter;
    if let Some(body) = (0..votes.len()).filter(is_body).max_by_key(|at| (within(*at), Reverse(*at)))
        && within(body) > 0
    {
        return Some(body);
    }
    // Of several article elements the one with the headline is the page's own; the others tease.
    let range =
        own_article(page).filter(|at| within(*at) > 0).map_or(0..votes.len(), |at| at..page.elements[at].end);
    // What a class calls the body is believed where most of the text stands in it, the innermost first.
    let all = sums[range.end] - sums[range.start];
    if let Some(body) = range.clone().rev().find(|at| {
        page.elements[*at].is_called_body && !page.elements[*at].is_clutter && within(*at) * 3 > all * 2
    }) {
        return Some(body);
    }
    let best = votes[range.clone()].iter().copied().max().filter(|best| *best > 0)?;
    let mut at = range.start + votes[range].iter().position(|held| *held == best)?;
    // The posts of a live blog are boxes of one kind, and all of them the article.
    let (name, class) = (&page.elements[at].name, &page.elements[at].class);
    if let Some(parent) = page.elements[at].parent.filter(|_| !class.is_empty() || name == "section") {
        let is_alike = |other: &usize| {
            let held = &page.elements[*other];
            held.parent == Some(parent) && held.name == *name && held.class == *class && votes[*other] > 0
        };
        if (parent..page.elements[parent].end).filter(is_alike).nth(1).is_some() {
            at = parent;
        }
    }
    // An article element around it holds the headline and the parts that stand in boxes of their own.
    let around = std::iter::successors(Some(at), |at| page.elements[*at].parent).take(6);
    Some(around.into_iter().find(|at| page.elements[*at].name == "article").unwrap_or(at))
}

/// The votes for each element of a page.
fn votes(page: &Page) -> Vec<usize> {
    let mut votes = vec![0_usize; page.elements.len()];
    let told = data::body(page);
    let headline = page.headline.unwrap_or_default();
    // What holds the whole page is no article.
    let is_all = |at: Option<usize>| {
        at.is_none_or(|at| matches!(page.elements[at].name.as_str(), "" | "html" | "body"))
    };
    for (at, part) in
        page.parts.iter().enumerate().filter(|(_, part)| !page.elements[part.element].is_clutter)
    {
        let running = part.running();
        if running == 0 {
            continue;
        }
        // A teaser is a link and what it leads to; running text is one with a link in it.
        let mut weight =
            running * running / part.words.text.len() + 20 * part.words.text.matches(',').count();
        // What the page tells machines that its article says is what we look for.
        if !told.is_empty() && told.share(&part.words.text) > 80 {
            weight *= 4;
        }
        // What stands above the headline teases more often than not.
        if at < headline {
            weight /= 3;
        }
        // A paragraph votes for what holds it, not for itself.
        let own = &page.elements[part.element];
        let is_paragraph = matches!(own.name.as_str(), "p" | "li" | "blockquote" | "pre" | "td")
            // Many sites write paragraphs as boxes that hold nothing else.
            || own.name == "div" && own.end == part.element + 1 && !is_all(own.parent);
        let Some(holder) = (if is_paragraph { own.parent } else { Some(part.element) }) else { continue };
        votes[holder] += 2 * weight;
        if let Some(around) = page.elements[holder].parent {
            votes[around] += weight;
        }
    }
    votes
}

/// The article element around the headline; where no heading is known to be that, around the first that stands in one.
fn own_article(page: &Page) -> Option<usize> {
    let around = |part: usize| {
        let element = page.parts[part].element;
        let mut around = std::iter::successors(Some(element), |at| page.elements[*at].parent).take(16);
        around.find(|at| page.elements[*at].name == "article" && !page.elements[*at].is_clutter)
    };
    match page.headline {
        Some(headline) => around(headline),
        None => (0..page.parts.len()).filter(|at| page.parts[*at].name == "h1").take(4).find_map(around),
    }
}

/// Whether a part is links and nothing else.
fn is_list_of_links(part: &Part) -> bool {
    part.linked * 10 > part.words.text.len() * 8 && part.name != "h1" && !part.is_byline
}

/// Whether a part is a word or two in a box: "Advertisement", "Share", "Back to top".
fn is_on_button(page: &Page, part: &Part) -> bool {
    let is_box = matches!(page.elements[part.element].name.as_str(), "div" | "section" | "header" | "center");
    let text = part.words.text.as_str();
    is_box
        && part.name == page.elements[part.element].name
        && !part.is_byline
        && text.len() < 30
        && !text.contains('\n')
        && !text.ends_with(['.', '!', '?', ':', ';', ',', '"', '\u{201d}', '\u{2026}'])
        && !text.bytes().any(|byte| byte.is_ascii_digit())
}
