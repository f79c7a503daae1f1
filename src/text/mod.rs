//! What was written: the article's bytes and the positions in them.
//!
//! Plain data; nothing here decides what words mean. The flow goes on in [`crate::segment`].

mod alignment;
mod block;
mod contraction;
mod document;
mod note;
mod original;
mod shapes;
mod short_list;
mod source;
mod span;
mod stem;
mod token;
mod tokens;

pub(crate) use alignment::{Alignment, alignment};
pub use block::{Block, BlockKind};
pub(crate) use contraction::{NOT, auxiliary};
pub use document::{Document, Quotation, Sentence};
pub use note::Note;
pub use original::{Original, Transcript};
pub(crate) use shapes::{Shapes, WordSet, is_same_word};
pub(crate) use short_list::ShortList;
pub use source::{Format, Published, PublishedFrom, Source};
pub use span::Span;
pub(crate) use stem::stem;
pub use token::{Case, Token, TokenKind, WordClass, WordId};
pub use tokens::Tokens;
