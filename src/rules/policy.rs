//! What vague words and rounding words admit, from `rules/policy/figures.toml`.
//!
//! The grammars ask it; what they do with the bounds is theirs.

use crate::claim::Bound;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// From so many digits on that are no closing noughts a figure is hardly rounded: "about 102 million".
const PRECISE_DIGITS: usize = 3;

/// The bounds that vague words and rounding words admit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigurePolicy {
    /// The part of a figure by which "about" may miss it.
    tolerance: Decimal,
    /// The same of a figure with [`PRECISE_DIGITS`] digits or more.
    precise: Decimal,
    decade: BTreeMap<String, (Decimal, Decimal)>,
    vague: BTreeMap<String, Vague>,
}

/// The bounds of one vague word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vague {
    #[serde(default)]
    stated: Option<u64>,
    #[serde(default)]
    low: Option<u64>,
    #[serde(default)]
    high: Option<u64>,
}

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyFile {
    tolerance: String,
    #[serde(default)]
    precise: Option<String>,
    decade: BTreeMap<String, (u64, u64)>,
    vague: BTreeMap<String, Vague>,
}

impl FigurePolicy {
    /// The policy that is embedded in the crate.
    ///
    /// # Panics
    /// Where the embedded file is wrong: that is a fault in the crate, and its tests find it.
    #[must_use]
    pub fn embedded() -> Self {
        Self::parse(include_str!("../../rules/policy/figures.toml"))
            .expect("the embedded policy is well formed")
    }

    /// Reads a policy file; the error is a sentence for the reader of the file.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let file: PolicyFile = toml::from_str(text).map_err(|error| error.to_string())?;
        let tolerance = share(&file.tolerance)?;
        let precise = file.precise.as_deref().map_or(Ok(tolerance), share)?;
        let decade =
            file.decade.into_iter().map(|(word, (low, high))| (word, (low.into(), high.into()))).collect();
        Ok(Self { tolerance, precise, decade, vague: file.vague })
    }

    /// What "about" makes of a figure.
    #[must_use]
    pub fn about(&self, stated: Decimal) -> Bound {
        let (low, high) = self.near(stated);
        Bound::About { stated, low, high }
    }

    /// What "just over" makes of a figure.
    #[must_use]
    pub fn just_over(&self, stated: Decimal) -> Bound {
        Bound::JustOver { stated, high: self.near(stated).1 }
    }

    /// What "just under" makes of a figure.
    #[must_use]
    pub fn just_under(&self, stated: Decimal) -> Bound {
        Bound::JustUnder { stated, low: self.near(stated).0 }
    }

    /// The lowest and the highest figure that are near one.
    fn near(&self, stated: Decimal) -> (Decimal, Decimal) {
        let share = if significant_digits(stated) >= PRECISE_DIGITS { self.precise } else { self.tolerance };
        let by = stated.abs().checked_mul(share).unwrap_or_default();
        let low = stated.checked_sub(by).unwrap_or(stated).normalize();
        let high = stated.checked_add(by).unwrap_or(stated).normalize();
        (low, high)
    }

    /// What a vague word admits, given in lower case: "dozens", "several".
    #[must_use]
    pub fn vague(&self, word: &str) -> Option<Bound> {
        let Vague { stated, low, high } = self.vague.get(word)?;
        let decimal = |n: &Option<u64>| n.map(Decimal::from);
        Some(Bound::Vague { stated: decimal(stated), low: decimal(low), high: decimal(high) })
    }

    /// The years of a decade of life that "early", "mid" or "late" names, from its first; all ten for other words.
    #[must_use]
    pub fn part_of_decade(&self, word: &str) -> (Decimal, Decimal) {
        self.decade.get(word).copied().unwrap_or((Decimal::ZERO, Decimal::from(9)))
    }
}

/// "10%" as a part of one.
fn share(written: &str) -> Result<Decimal, String> {
    let percent = written.strip_suffix('%').and_then(|figure| figure.trim().parse::<Decimal>().ok());
    percent
        .filter(|percent| *percent >= Decimal::ZERO)
        .map(|percent| percent / Decimal::ONE_HUNDRED)
        .ok_or_else(|| format!("expected a tolerance such as \"10%\", found \"{written}\""))
}

/// How many digits a figure has without the noughts that it opens or closes with.
fn significant_digits(figure: Decimal) -> usize {
    figure.normalize().mantissa().unsigned_abs().to_string().trim_end_matches('0').len()
}

impl Default for FigurePolicy {
    fn default() -> Self {
        Self::embedded()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_policy_reads_and_wrong_ones_say_why() {
        let policy = FigurePolicy::embedded();
        assert_eq!(
            policy.about(Decimal::from(40)),
            Bound::About { stated: 40.into(), low: 36.into(), high: 44.into() }
        );
        assert_eq!(
            policy.about(Decimal::from(102_000)),
            Bound::About { stated: 102_000.into(), low: 98_940.into(), high: 105_060.into() }
        );
        assert!(policy.vague("dozens").is_some_and(|bound| bound.max().is_none()));
        assert!(policy.vague("many").is_none());
        let wrong = "tolerance = \"ten\"\n[decade]\n[vague]\n";
        assert_eq!(
            FigurePolicy::parse(wrong),
            Err("expected a tolerance such as \"10%\", found \"ten\"".to_owned())
        );
    }
}
