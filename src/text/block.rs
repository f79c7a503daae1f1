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
