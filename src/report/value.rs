//! The names of kinds of mention, and values as short words for listings.

use crate::claim::{Bound, Count, MentionKind, Unit, Value};
use rust_decimal::Decimal;

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

/// "at least 5 person", "6 to 8", "about 100 USD"
fn figure(count: &Count) -> String {
    let unit = match &count.unit {
        Unit::None => String::new(),
        Unit::Of(noun) => format!(" {noun}"),
        Unit::Measure(unit) | Unit::Coin { name: unit, of: _ } => format!(" {unit}"),
        Unit::Currency(codes) => format!(" {}", codes.join("/")),
        Unit::Percent => "%".to_owned(),
        Unit::PercentagePoint => " points".to_owned(),
    };
    bound(&count.bound) + &unit
}

fn bound(bound: &Bound) -> String {
    let plain = |n: &Decimal| n.normalize().to_string();
    match bound {
        Bound::Exactly(n) => plain(n),
        Bound::About { stated, .. } => format!("about {}", plain(stated)),
        Bound::AtLeast(n) => format!("at least {}", plain(n)),
        Bound::MoreThan(n) => format!("more than {}", plain(n)),
        Bound::JustOver { stated, .. } => format!("just over {}", plain(stated)),
        Bound::JustUnder { stated, .. } => format!("just under {}", plain(stated)),
        Bound::AtMost(n) => format!("at most {}", plain(n)),
        Bound::LessThan(n) => format!("less than {}", plain(n)),
        Bound::Between { low, high } => format!("{} to {}", plain(low), plain(high)),
        Bound::Vague { stated, low, high } => match (stated, low, high) {
            (Some(n), _, _) => format!("some {}", plain(n)),
            (None, Some(low), Some(high)) => format!("some {} to {}", plain(low), plain(high)),
            (None, Some(low), None) => format!("some, from {}", plain(low)),
            (None, None, Some(high)) => format!("some, to {}", plain(high)),
            (None, None, None) => "some".to_owned(),
        },
    }
}
