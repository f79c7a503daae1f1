//! One article as it was given, before anything is read in it.

use super::{Block, Note, Original, Span};
use jiff::{SignedDuration, civil::DateTime, tz::Offset};

/// How an article's date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PublishedFrom {
    /// The caller or `story.toml` or a JSON Lines field said so.
    Given,
    /// The front matter said so.
    FrontMatter,
    /// A dated line or dateline in the article.
    Dateline,
    /// The data or markup of a page or feed.
    Markup,
    /// A date in the article's address.
    Url,
    /// The year, or the whole date, comes from the story's other articles.
    Story,
}

/// When an article was published, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Published {
    /// The local date and time; midnight where only the day is known.
    pub at: DateTime,
    /// Whether the time of day is known.
    pub has_time: bool,
    /// How far the local time is ahead of Coordinated Universal Time, where that is written.
    pub offset: Option<Offset>,
    /// How it is known.
    pub from: PublishedFrom,
}

impl Published {
    /// The instant in Coordinated Universal Time; the local time where nothing says how far it is ahead.
    #[must_use]
    pub fn instant(self) -> DateTime {
        let ahead = SignedDuration::from_secs(i64::from(self.offset.unwrap_or(Offset::UTC).seconds()));
        self.at.checked_sub(ahead).unwrap_or(self.at)
    }

    /// Whether it was published before another: by the instants where both are known, by the local times where the times of
    /// day are, else by the local days.
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        if !self.has_time || !other.has_time {
            self.at.date() < other.at.date()
        } else if self.offset.is_some() && other.offset.is_some() {
            self.instant() < other.instant()
        } else {
            self.at < other.at
        }
    }
}

/// One article: the bytes that spans point into, and what is known about it from outside.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The name findings use; unique within the story.
    pub id: String,
    /// The story it belongs to.
    pub story: String,
    /// The path it was read from, as given; none for standard input and JSON Lines.
    pub path: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The credited agency or author, where it was given from outside.
    pub credit: Option<String>,
    /// The article's address.
    pub url: Option<String>,
    /// The title where it was given beside the text. Spans never point into it.
    pub title: Option<String>,
    /// When it was published, where that was given or stands in front matter.
    pub published: Option<Published>,
    /// The text that every span points into. Bytes that were not UTF-8 stand as U+001A, one for one.
    pub text: String,
    /// The length of the front matter at the start of `text`, in bytes.
    pub front_matter: usize,
    /// The format that the text is written in.
    pub format: Format,
    /// Where the text stands in what was read, for formats whose text is not the file itself.
    pub original: Option<Original>,
    /// Parts of the text that the format itself says the purpose of, in order.
    pub labels: Vec<Block>,
    /// The SHA-256 of the file, or of the line of a file with an article a line, in hexadecimal; empty where none was asked for.
    pub digest: String,
    /// What was odd about it.
    pub notes: Vec<Note>,
}

impl Source {
    /// The text that lines and columns are counted in: that of the file.
    #[must_use]
    pub fn printed(&self) -> &str {
        self.original.as_ref().map_or(&self.text, |original| &original.text)
    }

    /// The stretch of the file that a span of the text stands for.
    #[must_use]
    pub fn in_file(&self, span: Span) -> Span {
        self.original.as_ref().map_or(span, |original| original.span(span))
    }
}

/// How an article's text is marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Format {
    /// Lines and blank lines.
    #[default]
    Plain,
    /// Markdown: headings, emphasis and links are markup, not words.
    Markdown,
}
