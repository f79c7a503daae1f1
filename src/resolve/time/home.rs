//! Whether a holiday that every country keeps on a day of its own is that of the United States, whose days [`super::holidays`] knows.
//!
//! The places that its sentence names tell, else those that the article names, else its address.

use super::order::{self, DateOrder};
use crate::{
    claim::{Mention, MentionKind, Name, Point, TimeExpression},
    text::Document,
};

const AT_HOME: &str = "United States";

/// Holidays that other countries keep on other days.
const NATIONAL: [&str; 12] = [
    "Arbor Day",
    "Armed Forces Day",
    "Election Day",
    "Father's Day",
    "Flag Day",
    "Inauguration Day",
    "Independence Day",
    "Labor Day",
    "Memorial Day",
    "Mother's Day",
    "Tax Day",
    "Thanksgiving",
];

/// Whether a time names a holiday that is another's of the same name, by the places named around it; `names` has the name of each mention
/// that is one.
pub(super) fn is_another(
    expression: &TimeExpression,
    document: &Document<'_>,
    mentions: &[Mention],
    names: &[Option<&Name>],
    own: &Mention,
) -> bool {
    if !expression.said.first_point().and_then(named).is_some_and(|name| NATIONAL.contains(&name)) {
        return false;
    }
    let places = || {
        let named = mentions.iter().zip(names).filter_map(|(mention, name)| Some((mention, (*name)?)));
        named.filter(|(mention, name)| mention.kind == MentionKind::Place && !name.within.is_empty())
    };
    let is_at_home =
        |name: &Name| name.canonical == AT_HOME || name.within.iter().any(|wide| wide == AT_HOME);
    let told_by = |is_near: &dyn Fn(&Mention) -> bool| {
        let near = places().filter(|(mention, _)| is_near(mention)).map(|(_, name)| is_at_home(name));
        near.reduce(|one, other| one || other)
    };
    let at_home = told_by(&|mention| mention.sentence == own.sentence)
        .or_else(|| told_by(&|_| true))
        .or_else(|| order::by_address(document).map(|order| order == DateOrder::MonthFirst));
    at_home == Some(false)
}

/// The holiday that a point is, or lies on.
fn named(point: &Point) -> Option<&'static str> {
    match point {
        Point::Holiday { name, .. } => Some(name),
        Point::WeekOf { day, .. } | Point::WeekdayOf { week: day, .. } => named(day),
        Point::Clock { day, .. } | Point::PartOfDay { day, .. } => named(day.as_deref()?),
        Point::Part { of, .. } | Point::Nth { of, .. } => named(of),
        _ => None,
    }
}
