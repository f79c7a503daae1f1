//! Checks an example of a rule: `[[example]]`.

use super::named::read_by;
use crate::{
    rules::{
        Example, ExampleClaim,
        fault::Fault,
        file::{ClaimTable, ExampleTable},
    },
    text::{Published, PublishedFrom},
};
use jiff::civil::Date;
use toml::Spanned;

/// An example, where the rule reads what it names and its quotations stand in its text.
pub(super) fn example(
    table: &Spanned<ExampleTable>,
    claims: &[Spanned<ClaimTable>],
) -> Result<Example, Fault> {
    let ExampleTable { text, copy, published, claims: wanted } = table.get_ref();
    let known = || claims.iter().map(Spanned::get_ref).flat_map(read_by);
    for claim in wanted {
        let attribute = claim.attribute.get_ref();
        if !known().any(|name| name == attribute || name.contains('{')) {
            return Err(Fault::new(
                claim.attribute.span(),
                format!("this rule reads no \"{attribute}\""),
                format!("it reads {}", known().collect::<Vec<_>>().join(", ")),
            ));
        }
        if let Some(quote) = &claim.quote
            && !text.get_ref().contains(quote.get_ref().as_str())
        {
            return Err(Fault::new(
                quote.span(),
                "these words do not stand in the example's text",
                "quote the text letter by letter",
            ));
        }
    }
    let published = match published {
        None => None,
        Some(date) => Some(published_on(date)?),
    };
    let claims = wanted
        .iter()
        .map(|claim| ExampleClaim {
            attribute: claim.attribute.get_ref().clone(),
            display: claim.display.clone(),
            quote: claim.quote.as_ref().map(|quote| quote.get_ref().clone()),
            subject: claim.subject.clone(),
            polarity: claim.polarity,
            certainty: claim.certainty,
        })
        .collect();
    Ok(Example { text: text.get_ref().clone(), copy: copy.clone(), published, claims, place: text.span() })
}

fn published_on(date: &Spanned<String>) -> Result<Published, Fault> {
    let wrong = |_| {
        Fault::new(
            date.span(),
            format!("expected a date, found \"{}\"", date.get_ref()),
            "write it as in `published = \"2026-02-01\"`",
        )
    };
    let day: Date = date.get_ref().parse().map_err(wrong)?;
    Ok(Published { at: day.at(0, 0, 0, 0), has_time: false, offset: None, from: PublishedFrom::Given })
}
