//! The names of kinds of mention, and values as short words for listings.

use crate::claim::{Count, MentionKind, Unit, Value};

/// The name of a kind of mention; none for kinds that only rules see.
pub(super) const fn kind(of: MentionKind) -> Option<&'static str> {
    match of {
        MentionKind::Number => Some("number"),
        MentionKind::Ordinal => Some("ordinal"),
        MentionKind::Percent => Some("percent"),
        MentionKind::Quantity => Some("quantity"),
        MentionKind::Money => Some("money"),
        MentionKind::Age => Some("age"),
        MentionKind::Time => Some("time"),
        MentionKind::Duration => Some("duration"),
        MentionKind::Set => Some("set"),
        MentionKind::Person => Some("person"),
        MentionKind::Place => Some("place"),
        MentionKind::Organization => Some("organization"),
        MentionKind::Title => Some("title"),
        MentionKind::Quotation => Some("quotation"),
        MentionKind::Group => None,
    }
}

/// A value in a few words.
pub(super) fn short(value: &Value) -> String {
    match value {
        Value::Count(count) => figure(count),
        Value::Time(time) => time.timex.clone(),
        Value::Name(name) | Value::Place(name) => name.canonical.clone(),
        Value::Set { members, complete: _ } => {
            members.iter().map(|name| name.canonical.as_str()).collect::<Vec<_>>().join(", ")
        }
        Value::Scope(scope) => scope.targets.join(", "),
        Value::Text(_) => String::new(),
        Value::Quotation { text: _, speaker } => speaker.clone().unwrap_or_default(),
    }
}

/// "at least 5 person", "6 to 8", "about 100 USD": with the noun that is counted, which the attribute of a claim says.
fn figure(count: &Count) -> String {
    match &count.unit {
        Unit::Of(noun) => format!("{count} {noun}"),
        Unit::None
        | Unit::Measure(_)
        | Unit::Coin { .. }
        | Unit::Currency(_)
        | Unit::Percent
        | Unit::PercentagePoint => count.to_string(),
    }
}
