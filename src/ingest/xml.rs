//! Cuts XML into tags and words, each with its place. Entities that a document declares are never expanded, nothing outside
//! the file is ever looked up, and nesting costs no more than its length.

use super::article::Fault;
use quick_xml::{Reader, events::Event};

const HELP: &str = "check that the file is whole, and that its system writes well-formed XML";

/// A piece of a document.
#[derive(Debug)]
pub(super) enum Node {
    /// A start tag, by its name without prefix.
    Open { name: String, attributes: Vec<(String, String)>, behind: usize },
    /// An end tag.
    Close { name: String, before: usize },
    /// Words that stand for the bytes from `at` on.
    Words { text: String, at: usize, of: usize },
}

impl Node {
    /// The value of an attribute of a start tag.
    pub(super) fn attribute(&self, wanted: &str) -> Option<&str> {
        match self {
            Self::Open { attributes, .. } => {
                attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
            }
            Self::Close { .. } | Self::Words { .. } => None,
        }
    }
}

/// The pieces of a document, in order.
pub(super) fn nodes(xml: &str) -> Result<Vec<Node>, Fault> {
    let mut reader = Reader::from_str(xml);
    let mut nodes = Vec::new();
    let mut depth = 0_usize;
    loop {
        let before = place(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            let at = place(reader.error_position());
            Fault::new(format!("expected well-formed XML, found a fault: {error}"), HELP).at(at)
        })?;
        let behind = place(reader.buffer_position());
        match event {
            Event::Start(start) => {
                depth += 1;
                nodes.push(open(&start, behind));
            }
            Event::Empty(start) => {
                let node = open(&start, behind);
                if let Node::Open { name, .. } = &node {
                    let name = name.clone();
                    nodes.push(node);
                    nodes.push(Node::Close { name, before: behind });
                }
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                nodes.push(Node::Close { name: local(end.local_name().as_ref()), before });
            }
            Event::Text(_) => {
                nodes.push(Node::Words {
                    text: xml[before..behind].to_owned(),
                    at: before,
                    of: behind - before,
                });
            }
            Event::CData(_) => {
                let (at, end) = (before + "<![CDATA[".len(), behind - "]]>".len());
                nodes.push(Node::Words { text: xml[at..end].to_owned(), at, of: end - at });
            }
            Event::GeneralRef(_) => {
                let written = &xml[before..behind];
                // What only the document declares stays as it is written.
                let text =
                    super::html::reference(written).map_or_else(|| written.to_owned(), |(text, _)| text);
                nodes.push(Node::Words { text, at: before, of: behind - before });
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof if depth > 0 => {
                return Err(Fault::new("expected well-formed XML, found its end inside an element", HELP)
                    .at(xml.len()));
            }
            Event::Eof => return Ok(nodes),
        }
    }
}

fn open(start: &quick_xml::events::BytesStart<'_>, behind: usize) -> Node {
    let attributes = start
        .attributes()
        .flatten()
        .map(|held| {
            let raw: &str = held.value.as_ref();
            (local(held.key.local_name().as_ref()), super::html::plain(raw).into_owned())
        })
        .collect();
    Node::Open { name: local(start.local_name().as_ref()), attributes, behind }
}

fn local(name: &str) -> String {
    name.to_owned()
}

fn place(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// The name of a document's outermost element.
pub(super) fn root(nodes: &[Node]) -> Option<&str> {
    nodes.iter().find_map(|node| match node {
        Node::Open { name, .. } => Some(name.as_str()),
        Node::Close { .. } | Node::Words { .. } => None,
    })
}
