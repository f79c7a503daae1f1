//! What was asserted: values, and who says them of which event.
//!
//! Plain data. [`crate::read`] makes mentions, [`crate::extract`] readings, [`crate::resolve`] claims.

mod article;
mod assertion;
mod count;
mod display;
mod event;
mod house_style;
mod mention;
mod name;
mod reading;
mod scope;
mod spelling;
mod stance;
mod time;
mod time_expression;
mod timex_length;
mod timex_words;
mod value;
mod versions;
mod wording;

pub use article::Article;
pub(crate) use assertion::{COPIED, in_both};
pub use assertion::{Claim, ClaimId, SPELLING, Share, is_any, wants_a_copy};
pub(crate) use count::comparable;
pub use count::{Bound, Count, Unit, telling_digits};
pub use event::{Event, EventTime};
pub use mention::{Group, GroupPart, Mention, MentionKind, Reference, Said};
pub use name::{Likeness, Name, NameKind, is_suffix};
pub use reading::{Filler, Reading};
pub use scope::Scope;
pub(crate) use spelling::{ask_folded, skeleton};
pub use spelling::{fold, sounds_the_same};
pub use stance::{Certainty, Polarity, Stance};
pub(crate) use time::YEAR;
pub use time::{Grain, Time, TimeMod, TimexType};
pub use time_expression::{
    Amount, Calendar, Clock, CountFrom, Counted, Dateless, DayPart, Edge, FieldOrder, Length, PartForm,
    Point, Portion, Recurrence, Season, StretchPlace, TimeExpression, TimeSaid, TimeUnit, Which, YearSaid,
};
pub use value::Value;
pub(crate) use versions::{Versions, may_be_of_one};
pub(crate) use wording::Wording;
