//! The exit statuses, which scripts rely on.

use gainsay::Error;
use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing was flagged.
    Quiet,
    /// Something was flagged.
    Flagged,
    /// The command was used wrongly.
    WrongUse,
    /// An input could not be read.
    Unread,
    /// A rule file is wrong.
    WrongRule,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Quiet => 0,
            Status::Flagged => 1,
            Status::WrongUse => 2,
            Status::Unread => 3,
            Status::WrongRule => 4,
        })
    }
}

impl From<&Error> for Status {
    fn from(error: &Error) -> Self {
        match error {
            Error::Rule { .. } => Self::WrongRule,
            Error::Use { .. } | Error::Output { .. } => Self::WrongUse,
            Error::Stale { .. } => Self::Flagged,
            _ => Self::Unread,
        }
    }
}
