//! Checks that two claims of a rule with `how = "polarity"` can differ.
//!
//! They do where they are of one thing and one says that it is so and the other that it is not. What a `constant` is
//! of, its words say: "worked" and "not worked" share one, "open" and "closed" do not.

use crate::{
    claim::{Polarity, Scope},
    rules::{
        fault::Fault,
        file::{ClaimTable, How},
    },
};
use toml::Spanned;

/// Refuses entries that nothing in their rule can ever be held against.
pub(super) fn polarities(how: How, claims: &[Spanned<ClaimTable>], faults: &mut Vec<Fault>) {
    if how == How::Polarity {
        let entries: Vec<&ClaimTable> = claims.iter().map(Spanned::get_ref).collect();
        faults.extend(entries.iter().filter_map(|entry| lonely(entry, &entries)));
    }
}

/// What is wrong with an entry whose polarity is fixed and has no counterpart.
fn lonely(entry: &ClaimTable, entries: &[&ClaimTable]) -> Option<Fault> {
    let own = entry.polarity?;
    let attribute = entry.attribute.get_ref();
    let mut others = entries
        .iter()
        .filter(|other| other.attribute.get_ref() == attribute && other.polarity != Some(own))
        .peekable();
    let (word, other) = match own {
        Polarity::Affirmed => ("affirmed", "negated"),
        Polarity::Negated => ("negated", "affirmed"),
    };
    if others.peek().is_none() {
        return Some(Fault::new(
            entry.attribute.span(),
            format!("every claim of \"{attribute}\" is {word}, so none is ever held against another"),
            format!(
                "add a `[[claim]]` of it with `polarity = \"{other}\"`, or leave out `polarity` where the words decide it"
            ),
        ));
    }
    let constant = entry.constant.as_ref()?;
    let scope = Scope::of(constant.get_ref());
    let meets = |other: &&ClaimTable| {
        other.constant.as_ref().is_none_or(|other| scope.meets(&Scope::of(other.get_ref())))
    };
    (!others.any(meets)).then(|| {
        Fault::new(
            constant.span(),
            format!(
                "no claim of \"{attribute}\" that is {other} has a `constant` with a word of \"{}\", so this is never held against one",
                constant.get_ref()
            ),
            "say in `constant` what both are of, in one word of four letters or more, and in `polarity` which is so",
        )
    })
}
