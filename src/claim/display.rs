//! How values are shown to a reader: short, exact and in the field's own words.

use super::{Bound, Count, Name, Scope, Time, TimeMod, TimexType, Unit, Value, timex_words::in_words};
use rust_decimal::Decimal;
use std::fmt;

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Time(time) => time.fmt(f),
            Self::Name(name) | Self::Place(name) => name.fmt(f),
            Self::Set { members, .. } => {
                for (at, member) in members.iter().enumerate() {
                    if at > 0 {
                        f.write_str(", ")?;
                    }
                    member.fmt(f)?;
                }
                Ok(())
            }
            Self::Scope(scope) => scope.fmt(f),
            Self::Text(text) | Self::Quotation { text, .. } => f.write_str(text),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.canonical)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.exclusive {
            f.write_str("only ")?;
        }
        f.write_str(&self.targets.join(", "))
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(n) => f.write_str(&figure(*n)),
            Self::About { stated, .. } => write!(f, "about {}", figure(*stated)),
            Self::AtLeast(n) => write!(f, "at least {}", figure(*n)),
            Self::MoreThan(n) => write!(f, "more than {}", figure(*n)),
            Self::JustOver { stated, .. } => write!(f, "just over {}", figure(*stated)),
            Self::JustUnder { stated, .. } => write!(f, "just under {}", figure(*stated)),
            Self::AtMost(n) => write!(f, "up to {}", figure(*n)),
            Self::LessThan(n) => write!(f, "less than {}", figure(*n)),
            Self::Between { low, high } => write!(f, "{} to {}", figure(*low), figure(*high)),
            Self::Vague { stated: Some(n), .. } => write!(f, "some {}", figure(*n)),
            Self::Vague { stated: None, low: Some(low), high: Some(high) } => {
                write!(f, "between {} and {}", figure(*low), figure(*high))
            }
            Self::Vague { stated: None, low: Some(low), high: None } => write!(f, "{} or more", figure(*low)),
            Self::Vague { stated: None, low: None, high: Some(high) } => {
                write!(f, "{} or less", figure(*high))
            }
            Self::Vague { stated: None, low: None, high: None } => f.write_str("some"),
        }
    }
}

impl fmt::Display for Count {
    /// The bound and, for measures, money and percentages, the unit; counted nouns stand in the attribute.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.unit {
            Unit::Of(_) => match &self.bound {
                // What can be counted is fewer, and not less.
                Bound::LessThan(n) => write!(f, "fewer than {}", figure(*n)),
                Bound::Vague { stated: None, low: None, high: Some(high) } => {
                    write!(f, "{} or fewer", figure(*high))
                }
                bound => bound.fmt(f),
            },
            Unit::None => self.bound.fmt(f),
            Unit::Measure(unit) if *unit == "magnitude" => write!(f, "magnitude {}", self.bound),
            Unit::Measure(unit) => write!(f, "{} {}", self.bound, self.numbered(unit)),
            Unit::Currency(codes) => write!(f, "{} {}", self.bound, currency(codes)),
            // Whose cents they are is only said where that is known.
            Unit::Coin { name, of: [code] } => write!(f, "{} {} ({code})", self.bound, self.numbered(name)),
            Unit::Coin { name, of: _ } => write!(f, "{} {}", self.bound, self.numbered(name)),
            Unit::Percent => write!(f, "{}%", self.bound),
            Unit::PercentagePoint => write!(f, "{} {}", self.bound, self.numbered("percentage point")),
        }
    }
}

impl Count {
    /// A unit in the number that the figure asks for.
    fn numbered(&self, unit: &str) -> String {
        if self.bound.stated() == Some(Decimal::ONE) { unit.to_owned() } else { plural(unit) }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modifier = match self.modifier {
            None => "",
            Some(TimeMod::Before) => "before ",
            Some(TimeMod::After) => "after ",
            Some(TimeMod::OnOrBefore) => "by ",
            Some(TimeMod::OnOrAfter) => "from ",
            Some(TimeMod::LessThan) => "less than ",
            Some(TimeMod::MoreThan) => "more than ",
            Some(TimeMod::EqualOrLess) => "up to ",
            Some(TimeMod::EqualOrMore) => "at least ",
            Some(TimeMod::Start) => "early ",
            Some(TimeMod::Mid) => "mid ",
            Some(TimeMod::End) => "late ",
            Some(TimeMod::Approx) => "about ",
        };
        f.write_str(modifier)?;
        f.write_str(&self.named())?;
        if let Some(zone) = self.zone.as_ref().filter(|zone| !zone.1.is_empty()) {
            write!(f, " {}", zone.0)?;
        }
        // A range shows both ends: the TIMEX3 value is its first day.
        if let (TimexType::Date, Some(start), Some(end)) = (self.timex_type, self.start, self.end)
            && self.timex.len() == "2026-01-31".len()
            && let Ok(last) = end.checked_sub(jiff::Span::new().nanoseconds(1))
            && last.date() > start.date()
        {
            write!(f, " to {}", last.date())?;
        }
        Ok(())
    }
}

impl Time {
    /// What the time is called, without what the words around it make of it: "January 2026" of "early January".
    #[must_use]
    pub fn named(&self) -> String {
        // A day that no word names is not shown as if one did.
        let clock = self.timex.find('T').filter(|_| self.day_assumed).map(|at| &self.timex[at..]);
        in_words(clock.unwrap_or(&self.timex))
    }
}

/// A currency by its code, or by the word that several share where the text does not say whose it is.
fn currency(codes: &[&str]) -> String {
    match codes {
        ["USD", _, ..] => "dollars".to_owned(),
        ["GBP", _, ..] => "pounds".to_owned(),
        _ => codes.join("/"),
    }
}

/// The plural of a unit of measure.
fn plural(unit: &str) -> String {
    if let Some(scale) = unit.strip_prefix("degree") {
        return format!("degrees{scale}");
    }
    if let Some((measured, time)) = unit.split_once(" per ") {
        return format!("{} per {time}", plural(measured));
    }
    match unit.strip_suffix("foot") {
        Some(rest) => format!("{rest}feet"),
        None if unit == "penny" => "pence".to_owned(),
        None if unit.ends_with("inch") => format!("{unit}es"),
        None if unit.ends_with(['s', 'z']) => unit.to_owned(),
        None => format!("{unit}s"),
    }
}

/// More decimals than this nobody wrote: they come of a division, as the inches of "5-foot-7" in feet.
const MOST_DECIMALS: u32 = 12;
/// How many digits of such a figure are shown.
const DIGITS: u32 = 4;

/// A figure with its thousands grouped.
fn figure(n: Decimal) -> String {
    // Most figures are small and whole, and machine numbers are shown far quicker than decimals.
    if n.scale() == 0
        && !n.is_sign_negative()
        && let Ok(small @ ..1_000) = u32::try_from(n.mantissa())
    {
        return small.to_string();
    }
    let divided = (n.scale() > MOST_DECIMALS).then(|| n.round_sf(DIGITS)).flatten();
    let plain = divided.unwrap_or(n).normalize().to_string();
    let (sign, rest) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) =
        rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut shown = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    if let Some(fraction) = fraction {
        shown.push('.');
        shown.push_str(fraction);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_shown_as_a_newsroom_prints_them() {
        for (count, want) in [
            (Count::of(Bound::AtLeast(5.into()), Unit::Of("person".into())), "at least 5"),
            (Count::exactly(26_000.into()), "26,000"),
            (Count::exactly(1000.into()), "1,000"),
            (Count::of(Bound::Exactly(2000.into()), Unit::Measure("foot")), "2,000 feet"),
            (
                Count::of(Bound::Exactly(Decimal::from(67) / Decimal::from(12)), Unit::Measure("foot")),
                "5.583 feet",
            ),
            (Count::of(Bound::Exactly(Decimal::new(64, 1)), Unit::Measure("magnitude")), "magnitude 6.4"),
            (Count::of(Bound::Exactly(Decimal::new(59, 1)), Unit::Percent), "5.9%"),
            (Count::of(Bound::Between { low: 6.into(), high: 8.into() }, Unit::None), "6 to 8"),
            (Count::of(Bound::LessThan(5.into()), Unit::Of("person".into())), "fewer than 5"),
            (Count::of(Bound::LessThan(5.into()), Unit::Percent), "less than 5%"),
            (
                Count::of(Bound::LessThan(5_000_000.into()), Unit::Currency(&["USD", "CAD"])),
                "less than 5,000,000 dollars",
            ),
            (Count::of(Bound::Exactly(1.into()), Unit::PercentagePoint), "1 percentage point"),
            (Count::of(Bound::Exactly(3.into()), Unit::PercentagePoint), "3 percentage points"),
            (
                Count::of(Bound::Exactly(50.into()), Unit::Coin { name: "cent", of: &["USD", "CAD"] }),
                "50 cents",
            ),
            (Count::of(Bound::Exactly(1.into()), Unit::Coin { name: "cent", of: &["EUR"] }), "1 cent (EUR)"),
            (
                Count::of(Bound::Exactly(465.into()), Unit::Coin { name: "penny", of: &["GBP"] }),
                "465 pence (GBP)",
            ),
        ] {
            assert_eq!(count.to_string(), want);
        }
    }
}
