//! The value of a claim: of its slot, by how its rule compares, or the one that the rule itself states.

use super::Maker;
use crate::{
    claim::{Bound, Count, Filler, MentionKind, Name, NameKind, Said, Scope, Unit, Value},
    resolve::group,
    rules::Compare,
};
use rust_decimal::Decimal;

/// No bare figure above it is somebody's age: "her lead over Mr. Bell was 20,000".
const LONGEST_LIFE: i64 = 130;

impl Maker<'_> {
    pub(super) fn value(&self, compare: &Compare, unit: Option<&str>) -> Option<Value> {
        let fillers: Vec<&Filler> = self.fillers("value").collect();
        match compare {
            Compare::Names | Compare::Holder => {
                let members: Vec<Name> = fillers
                    .iter()
                    .flat_map(|filler| self.mentions_in(filler))
                    .filter_map(|at| match self.frame.values.get(at)? {
                        Value::Name(name) | Value::Place(name) => Some(name.clone()),
                        _ => None,
                    })
                    .collect();
                let complete = matches!(compare, Compare::Holder);
                let members = if members.is_empty() { self.proper_names(&fillers) } else { members };
                (!members.is_empty()).then_some(Value::Set { members, complete })
            }
            Compare::Scope | Compare::Polarity => {
                let mut targets = self.targets(&fillers);
                if let [only] = fillers[..] {
                    targets.extend(self.listed_beside(only));
                }
                let exclusive = self.fillers("only").next().is_some();
                (!targets.is_empty()).then_some(Value::Scope(Scope { targets, exclusive }))
            }
            Compare::Words | Compare::Title => fillers.first().map(|filler| {
                let quotation = self.mentions_in(filler).find_map(|at| match self.frame.values.get(at) {
                    Some(quotation @ Value::Quotation { .. }) => Some(quotation.clone()),
                    _ => None,
                });
                quotation.unwrap_or_else(|| Value::Text(self.written(filler)))
            }),
            Compare::Count { .. }
            | Compare::Time { .. }
            | Compare::Duration { .. }
            | Compare::Place
            | Compare::Spelling => {
                let filler = fillers.first()?;
                match self.mentions_in(filler).next() {
                    Some(at) => self.mention_value(at, unit),
                    None => {
                        let written = self.written(filler);
                        Some(digits(compare, &written, unit).unwrap_or(Value::Text(written)))
                    }
                }
            }
        }
    }

    fn mention_value(&self, at: usize, unit: Option<&str>) -> Option<Value> {
        let mention = self.frame.mentions.get(at)?;
        if let (MentionKind::Group, Said::Group(group)) = (mention.kind, &mention.said) {
            return Some(Value::Count(group::count(group, unit)));
        }
        let value = self.frame.values.get(at)?.clone();
        if mention.kind == MentionKind::Number && unit == Some("year") && is_beyond_a_life(&value) {
            return None;
        }
        Some(match (value, unit) {
            (Value::Count(count), Some(unit)) if count.unit == Unit::None => {
                // A bare figure that a rule takes for a measure is compared with those that are written out.
                let unit = match unit {
                    "year" => Unit::Measure("year"),
                    "magnitude" => Unit::Measure("magnitude"),
                    counted => Unit::Of(counted.to_owned()),
                };
                Value::Count(Count { unit, ..count })
            }
            (value, _) => value,
        })
    }

    /// The names that fill a slot for any name and that no grammar knows.
    fn proper_names(&self, fillers: &[&Filler]) -> Vec<Name> {
        let words = fillers.iter().filter(|filler| matches!(filler, Filler::Words(_)));
        let written = words.map(|filler| self.written(filler));
        written
            .filter(|words| words.starts_with(char::is_uppercase))
            .map(|words| Name::plain(NameKind::Organization, &words))
            .collect()
    }

    /// What a scope names; words that stand next to one another are one target.
    fn targets(&self, fillers: &[&Filler]) -> Vec<String> {
        let mut targets: Vec<String> = Vec::new();
        let mut last_end = usize::MAX;
        for filler in fillers {
            let shown = self.listed(filler).unwrap_or_else(|| self.shown(filler));
            let range = self.range(filler);
            match targets.last_mut().filter(|_| range.start == last_end) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(&shown);
                }
                None => targets.push(shown),
            }
            last_end = range.end;
        }
        targets
    }

    /// The value as shown; of a count of years begun the words, "fourth year".
    pub(super) fn display(&self, compare: &Compare, value: &Value) -> String {
        match (compare, value, self.fillers("value").next()) {
            (Compare::Duration { .. }, Value::Count(_), Some(filler)) => {
                format!("{} year", self.written(filler))
            }
            _ => value.to_string(),
        }
    }
}

/// Whether a figure is more years than anybody has lived.
fn is_beyond_a_life(value: &Value) -> bool {
    let Value::Count(count) = value else { return false };
    count
        .bound
        .stated()
        .or_else(|| count.bound.min())
        .is_some_and(|years| years > Decimal::from(LONGEST_LIFE))
}

/// A value that the rule itself states.
pub(super) fn constant_value(constant: &str, compare: &Compare, unit: Option<&str>) -> Value {
    match compare {
        Compare::Scope | Compare::Polarity => Value::Scope(Scope::of(constant)),
        Compare::Count { .. } => constant.parse::<Decimal>().map_or_else(
            |_| Value::Text(constant.to_owned()),
            |n| {
                Value::Count(Count {
                    unit: Unit::Of(unit.unwrap_or("person").to_owned()),
                    ..Count::exactly(n)
                })
            },
        ),
        Compare::Time { .. }
        | Compare::Duration { .. }
        | Compare::Place
        | Compare::Names
        | Compare::Holder
        | Compare::Spelling
        | Compare::Words
        | Compare::Title => Value::Text(constant.to_owned()),
    }
}

/// The figure that digits alone stand for: the 3 of "3-1".
fn digits(compare: &Compare, written: &str, unit: Option<&str>) -> Option<Value> {
    let figure = matches!(compare, Compare::Count { .. }).then(|| written.parse::<Decimal>().ok())??;
    let unit = unit.map_or(Unit::None, |unit| Unit::Of(unit.to_owned()));
    Some(Value::Count(Count::of(Bound::Exactly(figure), unit)))
}
