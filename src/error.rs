//! What was wrong with what we were given, and where.
//!
//! Only reading and writing can fail: `ingest`, `rules` and `settings` return this.

use std::fmt;

/// What was wrong with what we were given.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// An input could not be read at all.
    Input {
        /// The path as given, or `-`.
        path: String,
        /// The line, counted from 1, where there is one.
        line: Option<usize>,
        /// What was wrong: one lower-case sentence without a full stop.
        message: String,
        /// What to do about it.
        help: String,
    },
    /// A rule file is wrong.
    Rule {
        /// The path of the rule file.
        path: String,
        /// The file's text, for the caret.
        text: String,
        /// The place in `text`, as bytes.
        place: Option<std::ops::Range<usize>>,
        /// What was wrong.
        message: String,
        /// What to do about it.
        help: String,
    },
    /// What the newsroom settled does not fit any more: an ignore that fits nothing or has run out.
    Stale {
        /// The path of the settings.
        path: String,
        /// The line, counted from 1.
        line: usize,
        /// What was wrong: one lower-case sentence without a full stop.
        message: String,
        /// What to do about it.
        help: String,
    },
    /// The command was used wrongly.
    Use {
        /// The option or argument.
        option: String,
        /// What was wrong: one lower-case sentence without a full stop.
        message: String,
        /// What to do about it.
        help: String,
    },
    /// A report could not be written.
    Output {
        /// The path, or `-`.
        path: String,
        /// What was wrong.
        message: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input { path, line: Some(line), message, .. } | Self::Stale { path, line, message, .. } => {
                write!(f, "{path}:{line}: {message}")
            }
            Self::Input { path, line: None, message, .. }
            | Self::Output { path, message }
            | Self::Use { option: path, message, .. } => write!(f, "{path}: {message}"),
            Self::Rule { path, text, place, message, .. } => match place {
                Some(place) => {
                    let line = 1 + text[..place.start.min(text.len())].matches('\n').count();
                    write!(f, "{path}:{line}: {message}")
                }
                None => write!(f, "{path}: {message}"),
            },
        }
    }
}

impl std::error::Error for Error {}
