//! What was odd about an article that could be read all the same.

use std::fmt;

/// Something that a reader of the report should know about how an article was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Bytes that are not UTF-8 stand as U+001A.
    NotUtf8 {
        /// How many there are.
        count: usize,
        /// The first of them, as an offset into the file or, of an article a line, into the line.
        first: usize,
        /// The line that it stands in, counted from 1.
        line: usize,
    },
    /// The front matter is no YAML; its plain lines and the text behind it were read.
    FrontMatter {
        /// What was wrong with it.
        message: String,
    },
    /// A date beside the article could not be read.
    Date {
        /// The date as written.
        found: String,
    },
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 { count: 1, first, line } => {
                write!(f, "one byte is not UTF-8 and was left out, byte {first} in line {line}")
            }
            Self::NotUtf8 { count, first, line } => {
                write!(
                    f,
                    "{count} bytes are not UTF-8 and were left out, the first is byte {first} in line {line}"
                )
            }
            Self::FrontMatter { message } => write!(
                f,
                "the front matter is no YAML ({message}); its plain lines were read; put a value that holds \": \" in quotes"
            ),
            Self::Date { found } => {
                write!(f, "expected a date like 2026-01-31 or 2026-01-31T18:30, found \"{found}\"; left out")
            }
        }
    }
}
