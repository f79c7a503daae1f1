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
                    let field = match (&path[*depth..], inline) {
                        (_, Some(_)) | ([], _) => continue,
                        (["author", "name"], _) => "creator",
                        ([one], _) => *one,
                        _ => continue,
                    };
                    match held.fields.iter_mut().find(|(name, _)| name == field) {
                        Some((_, words)) => words.put(text, *at, *of),
                        None => {
                            let mut words = Transcript::default();
                            words.put(text, *at, *of);
                            held.fields.push((field.to_owned(), words));
                        }
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
    article.credit = item.words(&["creator", "author"]);
    article.url = item.link.clone().or_else(|| item.words(&["link"]));
    article
}
