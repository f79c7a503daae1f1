//! Checks how a rule's values compare: `[compare]`.

use crate::rules::{
    Compare,
    fault::Fault,
    file::{CompareTable, How},
};
use rust_decimal::Decimal;
use toml::Spanned;

/// The comparison of a rule.
pub(super) fn compare(table: &Spanned<CompareTable>) -> Result<Compare, Fault> {
    let CompareTable { how, tolerance, lower_bounds, later, ends } = table.get_ref();
    if let Some(ends) = ends
        && *how != How::Duration
    {
        return Err(Fault::new(
            ends.span(),
            "only a length of time can be held against an end",
            "remove `ends`, or compare with `how = \"duration\"`",
        ));
    }
    if let Some(bounds) = lower_bounds
        && *how != How::Count
    {
        return Err(Fault::new(
            bounds.span(),
            "only figures have lower bounds",
            "remove `lower_bounds`, or compare with `how = \"count\"`",
        ));
    }
    if let Some(later) = later
        && *how != How::Count
    {
        return Err(Fault::new(
            later.span(),
            "only figures are superseded by later ones",
            "remove `later`, or compare with `how = \"count\"`",
        ));
    }
    let no_tolerance = |compare: Compare| match tolerance {
        None => Ok(compare),
        Some(tolerance) => Err(Fault::new(
            tolerance.span(),
            format!("a comparison by {} knows no tolerance", compare.word()),
            "remove `tolerance`",
        )),
    };
    match how {
        How::Count => Ok(Compare::Count {
            tolerance: per_cent(tolerance.as_ref())?,
            lower_bounds: lower_bounds.as_ref().map(|bounds| *bounds.get_ref()).unwrap_or_default(),
            later: later.as_ref().map(|later| *later.get_ref()).unwrap_or_default(),
        }),
        How::Duration => Ok(Compare::Duration {
            tolerance: per_cent(tolerance.as_ref())?,
            ends: ends.as_ref().map(|ends| ends.get_ref().clone()),
        }),
        How::Time => Ok(Compare::Time { tolerance: minutes(tolerance.as_ref())? }),
        How::Place => no_tolerance(Compare::Place),
        How::Names => no_tolerance(Compare::Names),
        How::Holder => no_tolerance(Compare::Holder),
        How::Spelling => no_tolerance(Compare::Spelling),
        How::Scope => no_tolerance(Compare::Scope),
        How::Words => no_tolerance(Compare::Words),
        How::Title => no_tolerance(Compare::Title),
        How::Polarity => no_tolerance(Compare::Polarity),
    }
}

/// "5%" as 5.
fn per_cent(tolerance: Option<&Spanned<String>>) -> Result<Decimal, Fault> {
    let Some(tolerance) = tolerance else { return Ok(Decimal::ZERO) };
    let figure = tolerance.get_ref().strip_suffix('%').map(str::trim_end);
    figure
        .and_then(|figure| figure.parse::<Decimal>().ok())
        .filter(|figure| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(figure))
        .ok_or_else(|| {
            Fault::new(
                tolerance.span(),
                format!("expected a percentage from 0 to 100, found \"{}\"", tolerance.get_ref()),
                "write it as in `tolerance = \"5%\"`",
            )
        })
}

/// "10 minutes" as 10.
fn minutes(tolerance: Option<&Spanned<String>>) -> Result<u32, Fault> {
    let Some(tolerance) = tolerance else { return Ok(0) };
    let figure = tolerance.get_ref().strip_suffix("minutes").map(str::trim_end);
    figure.and_then(|figure| figure.parse().ok()).ok_or_else(|| {
        Fault::new(
            tolerance.span(),
            format!("expected a number of minutes, found \"{}\"", tolerance.get_ref()),
            "write it as in `tolerance = \"10 minutes\"`",
        )
    })
}
