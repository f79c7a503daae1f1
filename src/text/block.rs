//! The parts of an article and what each is for.

use super::Span;
use serde::{Deserialize, Serialize};

/// What a block of an article is for. Nothing is thrown away: rules choose which kinds they read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Data before the article, such as YAML front matter.
    FrontMatter,
    /// The article's title, at the top or repeated in the text.
    Headline,
    /// The summary that the outlet gives beside the title, such as the description in front matter.
    Standfirst,
    /// Who wrote it: "By Jane Doe".
    Byline,
    /// A line that only dates the article: "February 01, 2026".
    Dateline,
    /// Running text.
    Paragraph,
    /// A heading inside the article.
    Heading,
    /// An item of a list.
    ListItem,
    /// The text under a picture, with its credit.
    Caption,
    /// Cookie, subscription, navigation and legal text.
    Boilerplate,
    /// Links that share the article.
    Share,
    /// Links to other articles.
    Related,
    /// A note about the author.
    AuthorNote,
    /// A closing credit or source line: "AFP", "Original url: ...".
    Credit,
    /// A block that stands in the article a second time.
    Repeated,
}

impl BlockKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::FrontMatter,
        Self::Headline,
        Self::Standfirst,
        Self::Byline,
        Self::Dateline,
        Self::Paragraph,
        Self::Heading,
        Self::ListItem,
        Self::Caption,
        Self::Boilerplate,
        Self::Share,
        Self::Related,
        Self::AuthorNote,
        Self::Credit,
        Self::Repeated,
    ];

    /// The word by which rules and reports name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::FrontMatter => "front_matter",
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::ListItem => "list_item",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
            Self::Share => "share",
            Self::Related => "related",
            Self::AuthorNote => "author_note",
            Self::Credit => "credit",
            Self::Repeated => "repeated",
        }
    }

    /// Whether the block is the outlet's own telling of the story: what rules read unless they say otherwise.
    #[must_use]
    pub const fn is_story(self) -> bool {
        match self {
            Self::Headline
            | Self::Standfirst
            | Self::Paragraph
            | Self::Heading
            | Self::ListItem
            | Self::Caption => true,
            Self::FrontMatter
            | Self::Byline
            | Self::Dateline
            | Self::Boilerplate
            | Self::Share
            | Self::Related
            | Self::AuthorNote
            | Self::Credit
            | Self::Repeated => false,
        }
    }
}

/// A labelled stretch of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What the block is for.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::BlockKind;

    #[test]
    fn a_kind_is_named_as_rules_name_it() {
        for kind in BlockKind::ALL {
            assert_eq!(serde_json::to_value(kind).expect("JSON"), kind.word());
        }
    }
}
