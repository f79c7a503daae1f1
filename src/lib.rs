//! gainsay reads several articles about one story and says where they cannot all be right.
//!
//! The flow, from bytes to report:
//!
//! ```text
//! path ─ingest→ Source ─segment→ Document ─read→ Mention ─extract→ Reading ─resolve→ Claim
//!                                                                                     │ all articles
//! text ←report─ Report ←─ Finding ←compare─ Topic ←align──────────────────────────────┘
//! ```
//!
//! Two articles, one shooting, two tolls:
//!
//! ```
//! use gainsay::{Checker, Options, finding::Verdict, ingest, read, report, rules::RuleBook};
//!
//! // ingest: bytes become sources; here two lines of JSON instead of files.
//! let lines = concat!(
//!     r#"{"id": "coast", "published": "2026-05-09", "text": "Three people were killed in a shooting in Leeds on Friday."}"#,
//!     "\n",
//!     r#"{"id": "daily", "published": "2026-05-09", "text": "Five people were killed in the shooting in Leeds on Friday."}"#,
//! );
//! let articles = ingest::sources(&["-".to_owned()], lines.as_bytes());
//!
//! // The conductor runs the stages with the rules that are embedded.
//! let checker = Checker::new(RuleBook::embedded(&read::closed_words()), Options::default());
//! let found = checker.check(&articles.sources);
//!
//! let conflict = &found.stories[0].findings[0];
//! assert_eq!(conflict.verdict, Verdict::Conflict);
//! assert_eq!(conflict.attribute, "killed");
//! assert_eq!(conflict.reason.to_string(), "3 and 5 cannot both be right");
//!
//! // report: what was found becomes text, in any of the formats.
//! assert!(report::text(&found, checker.book(), false).contains("Five people were killed"));
//! ```

pub mod align;
pub mod check;
pub mod claim;
pub mod compare;
pub mod copied;
pub mod draft;
pub mod error;
pub mod extract;
pub mod finding;
pub mod ingest;
pub mod origin;
pub mod read;
pub mod report;
pub mod resolve;
pub mod rules;
pub mod segment;
pub mod settings;
pub mod spelling;
pub mod text;
pub mod verify;
pub mod versions;

pub use check::{Checker, Options};
pub use error::Error;
pub use finding::Report;
