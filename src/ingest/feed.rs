//! Reads RSS and Atom: an article an item, with its full content where the feed carries it.
//!
//! | of | title | words | date | author | publisher |
//! |---|---|---|---|---|---|
//! | RSS | `title` | `content:encoded`, else `description` | `pubDate`, `dc:date` | `dc:creator`, `author` | the channel's `title` |
//! | Atom | `title` | `content`, else `summary` | `published`, `updated` | `author/name` | the feed's `title` |

use super::{
    article::{Article, Fault},
    html,
    xml::Node,
};
use crate::text::Transcript;

/// What an item holds so far, by the name of the element.
#[derive(Default)]
struct Item {
    fields: Vec<(String, Transcript)>,
    link: Option<String>,
    is_plain: bool,
}

impl Item {
    fn take(&mut self, names: &[&str]) -> Option<Transcript> {
        names.iter().find_map(|name| {
            let at =
                self.fields.iter().position(|(held, words)| held == name && !words.text.trim().is_empty())?;
            Some(self.fields.remove(at).1)
        })
    }

    fn words(&mut self, names: &[&str]) -> Option<String> {
        self.take(names).map(|words| words.text.trim().to_owned())
    }

    /// The words of every element of a name.
    fn list(&mut self, name: &str) -> Option<String> {
        let all: Vec<String> = std::iter::from_fn(|| self.words(&[name])).collect();
        (!all.is_empty()).then(|| all.join(", "))
    }
}

/// The articles of a feed, in order.
pub(super) fn articles(xml: &str, nodes: &[Node]) -> Result<Vec<Article>, Fault> {
    let mut articles = Vec::new();
    let mut path: Vec<&str> = Vec::new();
    let mut item: Option<(usize, Item)> = None;
    let mut publisher = String::new();
    // Atom carries XHTML as elements: its bytes are read as they stand.
    let mut inline: Option<(usize, usize)> = None;
    for node in nodes {
        match node {
            Node::Open { name, behind, .. } => {
                path.push(name);
                if item.is_none() && matches!(name.as_str(), "item" | "entry") {
                    item = Some((path.len(), Item::default()));
                } else if let Some((depth, held)) = &mut item {
                    if let Some(field) = field(&path[*depth..]) {
                        held.fields.push((field.to_owned(), Transcript::default()));
                    }
                    if name == "link"
                        && path.len() == *depth + 1
                        && matches!(node.attribute("rel"), None | Some("alternate"))
                    {
                        held.link = node.attribute("href").map(str::to_owned).or(held.link.take());
                    }
                    if matches!(name.as_str(), "content" | "summary") && path.len() == *depth + 1 {
                        match node.attribute("type") {
                            Some("xhtml") => inline = Some((path.len(), *behind)),
                            Some("html" | "text/html") => {}
                            _ => held.is_plain = true,
                        }
                    }
                }
            }
            Node::Close { name, before } => {
                if let (Some((depth, start)), Some((_, held))) = (inline, &mut item)
                    && depth == path.len()
                {
                    let mut words = Transcript::default();
                    words.copy(&xml[start..*before], start);
                    held.fields.retain(|(field, _)| field != name);
                    held.fields.push((name.clone(), words));
                    inline = None;
                }
                if let Some((depth, held)) = item.take() {
                    if depth == path.len() {
                        articles.push(article(held));
                    } else {
                        item = Some((depth, held));
                    }
                }
                path.pop();
            }
            Node::Words { text, at, of } => {
                if let Some((depth, held)) = &mut item {
                    let field = field(&path[*depth..]).filter(|_| inline.is_none());
                    if let Some((_, words)) =
                        held.fields.iter_mut().rfind(|(name, _)| field == Some(name.as_str()))
                    {
                        words.put(text, *at, *of);
                    }
                } else if matches!(
                    path.as_slice(),
                    ["rss", "channel", "title"] | ["feed", "title"] | ["RDF", "channel", "title"]
                ) {
                    publisher.push_str(text);
                }
            }
        }
    }
    if articles.is_empty() {
        return Err(Fault::new(
            "expected a feed with articles, found none in it",
            "check the address that the feed was fetched from",
        ));
    }
    for article in &mut articles {
        article.publisher = Some(publisher.clone());
    }
    Ok(articles)
}

/// The name under which the words of an element of an item are held.
fn field<'p>(path: &[&'p str]) -> Option<&'p str> {
    match path {
        ["author", "name"] => Some("creator"),
        [one] => Some(one),
        _ => None,
    }
}

fn article(mut item: Item) -> Article {
    let title = item.take(&["title"]);
    let encoded = item.take(&["encoded", "content"]).or_else(|| item.take(&["description", "summary"]));
    let mut article = Article::default();
    if let Some(title) = &title {
        article.words.append(title);
        article.title = Some(title.text.clone());
    }
    if let Some(body) = encoded {
        let is_markup = !item.is_plain || body.text.contains("</");
        let inner = if is_markup { html::fragment(&body.text).words.through(&body) } else { body };
        if !article.words.text.is_empty() {
            article.words.glue("\n\n");
        }
        article.words.append(&inner);
    }
    article
        .dates
        .extend(["pubDate", "published", "date", "updated"].iter().filter_map(|name| item.words(&[*name])));
    article.credit = item.list("creator").or_else(|| item.list("author"));
    article.url = item.link.clone().or_else(|| item.words(&["link"]));
    article
}

#[cfg(test)]
mod tests {
    use super::articles;
    use crate::ingest::xml;

    #[test]
    fn an_item_may_have_several_of_one_name() {
        for (authors, want) in [
            ("<dc:creator>Jane Roe</dc:creator><dc:creator>AFP</dc:creator>", "Jane Roe, AFP"),
            ("<author>Jane Roe</author><itunes:author>AFP</itunes:author>", "Jane Roe, AFP"),
            ("<dc:creator>Roe &amp; Lin</dc:creator>", "Roe & Lin"),
            (
                "<author><name>Jane Roe</name></author><author><name>Bo Lin</name></author>",
                "Jane Roe, Bo Lin",
            ),
        ] {
            let feed = format!(
                "<rss><channel><item><title>Fire</title><itunes:title>Blaze</itunes:title>\
                 <description>Two people died.</description>{authors}</item></channel></rss>"
            );
            let found = articles(&feed, &xml::nodes(&feed).expect("XML")).expect("a feed");
            assert_eq!(found[0].credit.as_deref(), Some(want), "{authors}");
            assert_eq!(found[0].title.as_deref(), Some("Fire"), "{authors}");
        }
    }
}
