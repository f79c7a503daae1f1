//! The attribute of a claim, where a word beside its value is part of it, and whom a figure counts.

use super::Maker;
use crate::{
    claim::{Bound, Group, MentionKind, Reference, Said, Unit},
    resolve::{bearer::bearer, compound, deed, event::Frame, governor, partial},
};
use rust_decimal::Decimal;
use std::ops::Range;

impl Maker<'_> {
    /// The attribute with its `{head}`, `{noun}`, `{loose}` and `{unit}` filled from the value's mention, its `{of}`
    /// from the word that says what the value is of, its `{bearer}` from the noun that an age is of, its `{compound}`
    /// from the hyphenated words behind it, and its `{deed}` from the verb that says what was done.
    pub(super) fn attribute(&self, template: &str) -> Option<String> {
        let Some((before, rest)) = template.split_once('{') else { return Some(template.to_owned()) };
        let (key, after) = rest.split_once('}')?;
        let mention = self.valued()?;
        let filled = match (key, &mention.said) {
            ("head", Said::Group(group)) if !group.head.is_empty() && !group.people => group.head.clone(),
            ("noun", Said::Group(group)) => self.counted_noun(group, false)?,
            ("loose", Said::Group(group)) => self.counted_noun(group, true)?,
            ("unit", Said::Count(count)) if let Unit::Measure(unit) = count.unit => unit.to_owned(),
            ("of", _) => {
                let sentence = self.frame.around(self.reading);
                governor::governor(self.frame.document, self.frame.book, &sentence, &mention.tokens)?
            }
            ("bearer", Said::Count(_)) => {
                let sentence = self.frame.around(self.reading);
                bearer(self.frame.document, self.frame.book, &sentence, &mention.tokens)?
            }
            ("compound", Said::Count(_)) => {
                let sentence = self.frame.around(self.reading);
                compound::compound(self.frame.document, self.frame.book, &sentence, &mention.tokens)?
            }
            ("deed", _) => {
                let sentence = self.frame.around(self.reading);
                deed::deed(self.frame.document, self.frame.book, &sentence, &mention.tokens)?
            }
            _ => return None,
        };
        Some(format!("{before}{filled}{after}"))
    }

    /// The noun that a figure counts, or the one it stands for; none where nothing is counted, and where the noun is in the
    /// list `loose` or not as asked.
    fn counted_noun(&self, group: &Group, loose: bool) -> Option<String> {
        let book = self.frame.book;
        let several = group.count.bound.stated().is_some_and(|n| n > Decimal::ONE);
        // "Another car" counts one where somebody else has "two other cars".
        let further = group.others && !group.people && group.reference == Reference::Indefinite;
        let range = self.fillers("value").next().map_or(0..0, |filler| self.range(filler));
        let whole = (group.reference == Reference::Counted || further)
            && group.out_of.is_none()
            && !partial::is_partial(self.frame.document, group, &range)
            && !self.names_each(&range);
        if !whole
            || !(several || further || matches!(group.count.bound, Bound::Between { .. }))
            || group.head.is_empty()
        {
            return None;
        }
        if matches!(group.count.bound, Bound::Vague { .. }) {
            return None;
        }
        let (word, _) = book.lexicon.look_up(group.head.as_bytes());
        if book.is_in("loose", word) != loose {
            return None;
        }
        let alike = book.meaning("alike", &group.head);
        // Whom a noun and the words before it name together is no police officer: "army officers".
        let of_kind = alike.and(group.population.as_deref()).filter(|kind| *kind == "soldier");
        Some(of_kind.or(alike).unwrap_or(&group.head).to_owned())
    }

    /// Whether a phrase goes on with the names of those whom it counts: "two senators, Ana Ruiz and Karl Brandt" are these two
    /// and no count of senators.
    fn names_each(&self, phrase: &Range<usize>) -> bool {
        let Frame { document, mentions, .. } = *self.frame;
        let from = mentions.partition_point(|mention| mention.tokens.start <= phrase.start);
        let near = mentions[from..].iter().take_while(|mention| mention.tokens.start <= phrase.end + 1);
        let is_mark = |at: usize| {
            matches!(document.text(document.tokens[at].span), "," | ":" | "-" | "\u{2013}" | "\u{2014}" | "(")
        };
        near.filter(|mention| mention.kind == MentionKind::Person)
            .any(|mention| is_mark(mention.tokens.start - 1))
    }

    /// Whom a figure counts: the rule's own slot, or what the value's noun says.
    pub(super) fn population(&self) -> Option<String> {
        match self.words("population") {
            Some(words) => Some(words.to_lowercase()),
            None => self.group().and_then(|group| group.population.clone()),
        }
    }
}
