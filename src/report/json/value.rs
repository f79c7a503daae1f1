//! What a value looks like in JSON: exact numbers, TIMEX3 names, ISO 8601 instants.

use crate::claim::{Bound, Count, Grain, Name, Time, TimeMod, TimexType, Unit, Value};
use jiff::civil::DateTime;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// An exact decimal as a JSON number: 5 as `5`, 5.20 as `5.2`.
pub(super) struct Exact(Decimal);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plain = self.0.normalize();
        match i64::try_from(plain) {
            Ok(whole) if plain.scale() == 0 => serializer.serialize_i64(whole),
            Ok(_) | Err(_) => RawValue::from_string(plain.to_string())
                .map_err(serde::ser::Error::custom)?
                .serialize(serializer),
        }
    }
}

/// A value of a claim or mention.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum ValueJson<'v> {
    Count(CountJson<'v>),
    Time(TimeJson<'v>),
    Name(NameJson<'v>),
    Place(PlaceJson<'v>),
    Set { members: Vec<&'v str>, complete: bool },
    Scope { targets: &'v [String], exclusive: bool },
    Text { text: &'v str, speaker: Option<&'v str> },
}

impl<'v> ValueJson<'v> {
    /// A value as claims show it: a place is a `place`.
    pub(super) fn of(value: &'v Value) -> Self {
        match value {
            Value::Count(count) => Self::Count(CountJson::of(count)),
            Value::Time(time) => Self::Time(TimeJson::of(time)),
            Value::Name(name) => Self::Name(NameJson::of(name)),
            Value::Place(name) => Self::Place(PlaceJson::of(name)),
            Value::Set { members, complete } => Self::Set {
                members: members.iter().map(|name| name.canonical.as_str()).collect(),
                complete: *complete,
            },
            Value::Scope(scope) => Self::Scope { targets: &scope.targets, exclusive: scope.exclusive },
            Value::Text(text) => Self::Text { text, speaker: None },
            Value::Quotation { text, speaker } => Self::Text { text, speaker: speaker.as_deref() },
        }
    }

    /// A value as mentions show it: a place is a `name` like any other.
    pub(super) fn of_mention(value: &'v Value) -> Self {
        match value {
            Value::Place(name) => Self::Name(NameJson::of(name)),
            Value::Count(_)
            | Value::Time(_)
            | Value::Name(_)
            | Value::Set { .. }
            | Value::Scope(_)
            | Value::Text(_)
            | Value::Quotation { .. } => Self::of(value),
        }
    }
}

#[derive(Serialize)]
pub(super) struct CountJson<'v> {
    #[serde(flatten)]
    bound: BoundJson,
    qualifier: &'static str,
    #[serde(flatten)]
    unit: UnitJson<'v>,
    #[serde(skip_serializing_if = "Option::is_none")]
    si: Option<Measured<'v>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conversions: Vec<Measured<'v>>,
    /// The part of a ratio: 1 in "one in five".
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<Exact>,
    /// The whole of a ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<Exact>,
}

/// The same value in another unit.
#[derive(Serialize)]
struct Measured<'v> {
    #[serde(flatten)]
    bound: BoundJson,
    #[serde(flatten)]
    unit: UnitJson<'v>,
}

impl<'v> CountJson<'v> {
    fn of(count: &'v Count) -> Self {
        let measured = |(bound, unit): &'v (Bound, Unit)| Measured {
            bound: BoundJson::of(bound),
            unit: UnitJson::of(unit),
        };
        Self {
            bound: BoundJson::of(&count.bound),
            qualifier: count.bound.qualifier(),
            unit: UnitJson::of(&count.unit),
            si: count
                .si
                .as_ref()
                .map(|si| Measured { bound: BoundJson::of(&si.0), unit: UnitJson::of_name(si.1) }),
            conversions: count.conversions.iter().map(measured).collect(),
            part: count.share.as_ref().map(|share| Exact(share.0)),
            whole: count.share.as_ref().map(|share| Exact(share.1)),
        }
    }
}

#[derive(Serialize)]
struct BoundJson {
    stated: Option<Exact>,
    min: Option<Exact>,
    max: Option<Exact>,
}

impl BoundJson {
    fn of(bound: &Bound) -> Self {
        Self { stated: bound.stated().map(Exact), min: bound.min().map(Exact), max: bound.max().map(Exact) }
    }
}

/// The unit, or the currency, or the currencies that a shared sign may stand for.
#[derive(Serialize)]
struct UnitJson<'v> {
    unit: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'v str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    currencies: &'static [&'static str],
}

impl<'v> UnitJson<'v> {
    fn of(unit: &'v Unit) -> Self {
        match unit {
            Unit::None => Self { unit: None, currency: None, currencies: &[] },
            Unit::Of(name) => Self::of_name(name),
            Unit::Measure(name) => Self::of_name(name),
            Unit::Percent => Self::of_name("percent"),
            Unit::PercentagePoint => Self::of_name("percentage_point"),
            Unit::Currency(candidates) => Self::of_currency(None, candidates),
            Unit::Coin { name, of } => Self::of_currency(Some(name), of),
        }
    }

    const fn of_currency(unit: Option<&'v str>, candidates: &'static [&'static str]) -> Self {
        match candidates {
            [one] => Self { unit, currency: Some(one), currencies: &[] },
            several => Self { unit, currency: None, currencies: several },
        }
    }

    const fn of_name(name: &'v str) -> Self {
        Self { unit: Some(name), currency: None, currencies: &[] }
    }
}

#[derive(Serialize)]
pub(super) struct TimeJson<'v> {
    timex_type: &'static str,
    timex: &'v str,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    start: Option<DateTimeJson>,
    end: Option<DateTimeJson>,
    grain: &'static str,
    seconds: Option<Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds_max: Option<Exact>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    year_from_story: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<ZoneJson<'v>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    candidates: &'v [String],
}

#[derive(Serialize)]
struct ZoneJson<'v> {
    name: &'v str,
    offsets: &'v [i32],
}

/// An instant in local time: `2026-01-31T00:00:00`.
pub(super) struct DateTimeJson(pub(super) DateTime);

impl Serialize for DateTimeJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'v> TimeJson<'v> {
    pub(super) fn of(time: &'v Time) -> Self {
        Self {
            timex_type: timex_type(time.timex_type),
            timex: &time.timex,
            modifier: time.modifier.map(modifier),
            start: time.start.map(DateTimeJson),
            end: time.end.map(DateTimeJson),
            grain: grain(time.grain),
            seconds: time.seconds.map(Exact),
            seconds_max: time.seconds_max.map(Exact),
            year_from_story: time.year_from_story,
            zone: time.zone.as_ref().map(|zone| ZoneJson { name: &zone.0, offsets: &zone.1 }),
            candidates: &time.candidates,
        }
    }
}

const fn timex_type(of: TimexType) -> &'static str {
    match of {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}

const fn modifier(of: TimeMod) -> &'static str {
    match of {
        TimeMod::Before => "BEFORE",
        TimeMod::After => "AFTER",
        TimeMod::OnOrBefore => "ON_OR_BEFORE",
        TimeMod::OnOrAfter => "ON_OR_AFTER",
        TimeMod::LessThan => "LESS_THAN",
        TimeMod::MoreThan => "MORE_THAN",
        TimeMod::EqualOrLess => "EQUAL_OR_LESS",
        TimeMod::EqualOrMore => "EQUAL_OR_MORE",
        TimeMod::Start => "START",
        TimeMod::Mid => "MID",
        TimeMod::End => "END",
        TimeMod::Approx => "APPROX",
    }
}

const fn grain(of: Grain) -> &'static str {
    match of {
        Grain::Second => "second",
        Grain::Minute => "minute",
        Grain::Hour => "hour",
        Grain::DayPart => "day_part",
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Year => "year",
        Grain::Decade => "decade",
        Grain::Century => "century",
    }
}

#[derive(Serialize)]
pub(super) struct NameJson<'v> {
    name: &'v str,
    canonical: &'v str,
    within: &'v [String],
}

impl<'v> NameJson<'v> {
    fn of(name: &'v Name) -> Self {
        Self { name: &name.written, canonical: &name.canonical, within: &name.within }
    }
}

/// A place by its gazetteer name, with the words that were written.
#[derive(Serialize)]
pub(super) struct PlaceJson<'v> {
    name: &'v str,
    written: &'v str,
    within: &'v [String],
}

impl<'v> PlaceJson<'v> {
    pub(super) fn of(name: &'v Name) -> Self {
        Self { name: &name.canonical, written: &name.written, within: &name.within }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact_numbers() {
        for (figure, json) in [
            ("5", "5"),
            ("5.20", "5.2"),
            ("-0.5", "-0.5"),
            ("12000000000000000000000.5", "12000000000000000000000.5"),
        ] {
            let exact = Exact(figure.parse().unwrap());
            assert_eq!(serde_json::to_string(&exact).unwrap(), json);
        }
    }

    #[test]
    fn open_ends_are_null() {
        let count = Count::of(Bound::AtLeast(Decimal::from(5)), Unit::Of("person".to_owned()));
        assert_eq!(
            serde_json::to_string(&ValueJson::of(&Value::Count(count))).unwrap(),
            r#"{"type":"count","stated":5,"min":5,"max":null,"qualifier":"at_least","unit":"person"}"#
        );
    }
}
