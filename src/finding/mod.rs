//! What was concluded: topics, positions, verdicts and reasons.
//!
//! Plain data, made by [`crate::align`] and [`crate::compare`], printed by [`crate::report`].

mod origin;
mod outcome;
mod reason;
mod topic;
mod verdict;

pub use origin::{Evidence, Origin, SharedSpan};
pub use outcome::{Against, Coverage, Finding, Gone, Position, Report, Settled, SourceInfo, Story};
pub use reason::Reason;
pub use topic::{Topic, spoken};
pub use verdict::{Severity, Verdict};
