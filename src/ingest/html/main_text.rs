//! Says which paragraphs of a page are its article.
//!
//! Running text votes for the element that holds it, and for half as much for the one around that; links take votes away.
//! The element with most votes is the article, and what is clutter inside it is left out.

use super::page::{Page, Part};

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
    for part in page.parts.iter().filter(|part| !page.elements[part.element].is_clutter) {
        let len = part.words.text.len();
        if len < VOTER || part.linked * 2 > len {
            continue;
        }
        let weight = (len - part.linked) + 20 * part.words.text.matches(',').count();
        // A paragraph votes for what holds it, not for itself.
        let own = &page.elements[part.element];
        let holder = if matches!(own.name.as_str(), "p" | "li" | "blockquote" | "pre" | "td") {
            own.parent
        } else {
            Some(part.element)
        };
        let Some(holder) = holder else { continue };
        votes[holder] += 2 * weight;
        if let Some(around) = page.elements[holder].parent {
            votes[around] += weight;
        }
    }
    let best = votes.iter().copied().max().filter(|best| *best > 0)?;
    let at = votes.iter().position(|held| *held == best)?;
    // An article element around it holds the headline and the parts that stand in boxes of their own.
    let around = std::iter::successors(Some(at), |at| page.elements[*at].parent).take(6);
    Some(around.into_iter().find(|at| page.elements[*at].name == "article").unwrap_or(at))
}

/// Whether a part is links and nothing else.
fn is_list_of_links(part: &Part) -> bool {
    part.linked * 10 > part.words.text.len() * 8 && part.name != "h1" && !part.is_byline
}
