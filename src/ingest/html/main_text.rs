//! Says which paragraphs of a page are its article.
//!
//! Running text votes for the element that holds it, and for half as much for the one around that; links take votes away.
//! The element with most votes is the article, and what is clutter inside it is left out.

use super::page::{Page, Part};
use std::cmp::Reverse;

/// The fewest bytes of a paragraph that votes.
const VOTER: usize = 40;

/// The parts of the article, in order; all of the page where it has no running text.
pub(super) fn chosen(page: &Page) -> Vec<usize> {
    let Some(top) = top(page) else {
        return (0..page.parts.len())
            .filter(|at| !page.elements[page.parts[*at].element].is_clutter)
            .collect();
    };
    let end = page.elements[top].end;
    let inside = |part: &Part| (top..end).contains(&part.element);
    let first = page.parts.iter().position(inside).unwrap_or(page.parts.len());
    // The headline often stands above the element that holds the text, and what dates and signs the article between them.
    let headline = page.parts[..first].iter().rposition(|part| part.name == "h1");
    let lead = headline.into_iter().flat_map(|at| at..first).filter(|at| {
        let part = &page.parts[*at];
        *at == headline.unwrap_or_default()
            || part.linked * 2 < part.words.text.len() && part.words.text.len() < 400
    });
    let body = (first..page.parts.len())
        .filter(|at| inside(&page.parts[*at]) && !is_list_of_links(&page.parts[*at]));
    lead.chain(body)
        .filter(|at| !page.elements[page.parts[*at].element].is_clutter || page.parts[*at].name == "h1")
        .collect()
}

/// The element that holds the article.
fn top(page: &Page) -> Option<usize> {
    let mut votes = vec![0_usize; page.elements.len()];
    // What holds the whole page is no article.
    let is_all = |at: Option<usize>| {
        at.is_none_or(|at| matches!(page.elements[at].name.as_str(), "" | "html" | "body"))
    };
    for part in page.parts.iter().filter(|part| !page.elements[part.element].is_clutter) {
        let len = part.words.text.len();
        if len < VOTER || part.linked * 2 > len {
            continue;
        }
        let weight = (len - part.linked) + 20 * part.words.text.matches(',').count();
        // A paragraph votes for what holds it, not for itself.
        let own = &page.elements[part.element];
        let is_paragraph = matches!(own.name.as_str(), "p" | "li" | "blockquote" | "pre" | "td")
            // Many sites write paragraphs as boxes that hold nothing else.
            || own.name == "div" && own.end == part.element + 1 && !is_all(own.parent);
        let holder = if is_paragraph { own.parent } else { Some(part.element) };
        let Some(holder) = holder else { continue };
        votes[holder] += 2 * weight;
        if let Some(around) = page.elements[holder].parent {
            votes[around] += weight;
        }
    }
    // What the markup calls the body is asked first, the whole page else.
    let is_body = |at: &usize| page.elements[*at].is_body && !page.elements[*at].is_clutter;
    let within = |at: usize| votes[at..page.elements[at].end].iter().sum::<usize>();
    if let Some(body) = (0..votes.len()).filter(is_body).max_by_key(|at| (within(*at), Reverse(*at)))
        && within(body) > 0
    {
        return Some(body);
    }
    // Of several article elements the one with the headline is the page's own; the others tease.
    let range =
        own_article(page).filter(|at| within(*at) > 0).map_or(0..votes.len(), |at| at..page.elements[at].end);
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

/// The article element around the first headline that stands in one.
fn own_article(page: &Page) -> Option<usize> {
    let headlines = page.parts.iter().filter(|part| part.name == "h1").take(4);
    headlines.map(|part| part.element).find_map(|element| {
        let mut around = std::iter::successors(Some(element), |at| page.elements[*at].parent).take(16);
        around.find(|at| page.elements[*at].name == "article" && !page.elements[*at].is_clutter)
    })
}

/// Whether a part is links and nothing else.
fn is_list_of_links(part: &Part) -> bool {
    part.linked * 10 > part.words.text.len() * 8 && part.name != "h1" && !part.is_byline
}
