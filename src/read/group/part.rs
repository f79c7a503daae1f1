//! One part of a list as it was read, and the group that it makes.
//!
//! How it is read stands in [`super::forms`].

use super::{
    head::{self, Nominal},
    noun,
};
use crate::{
    claim::{Bound, Count, Group, Mention, MentionKind, Reference, Unit},
    rules::RuleBook,
    text::{TokenKind, Tokens},
};
use rust_decimal::Decimal;
use std::{borrow::Cow, ops::Range};

/// What is known of the sentence besides its tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'m> {
    /// The values in the sentence, in order.
    pub(super) values: &'m [Mention],
    /// Whether it is a headline, which leaves words out.
    pub(super) headline: bool,
    /// The word lists.
    pub(super) book: &'m RuleBook,
}

impl<'m> Scene<'m> {
    /// The value that starts at a token.
    pub(super) fn at(&self, token: usize) -> Option<&'m Mention> {
        let first = self.values.partition_point(|value| value.tokens.start < token);
        self.values.get(first).filter(|value| value.tokens.start == token)
    }

    /// Whether a value of a kind starts within a stretch of tokens.
    pub(super) fn starts_within(&self, kind: MentionKind, tokens: Range<usize>) -> bool {
        let first = self.values.partition_point(|value| value.tokens.start < tokens.start);
        self.values[first..]
            .iter()
            .take_while(|value| value.tokens.start < tokens.end)
            .any(|value| value.kind == kind)
    }

    /// Whether a token is a further one of a value: the "one" of "more than one in five".
    pub(super) fn is_within(&self, token: usize) -> bool {
        let further = self.values.partition_point(|value| value.tokens.start < token);
        further.checked_sub(1).is_some_and(|last| self.values[last].tokens.end > token)
    }

    /// The first person's name in a stretch of tokens.
    fn person_in(&self, tokens: &Range<usize>) -> Option<&'m Mention> {
        let first = self.values.partition_point(|value| value.tokens.start < tokens.start);
        self.values[first..]
            .iter()
            .take_while(|value| value.tokens.start < tokens.end)
            .find(|value| value.kind == MentionKind::Person)
    }
}

/// A part of a list, by the document's tokens.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) bound: Bound,
    pub(super) nominal: Option<Nominal>,
    pub(super) people: bool,
    pub(super) others: bool,
    pub(super) out_of: Option<Bound>,
    pub(super) reference: Reference,
    pub(super) tokens: Range<usize>,
}

impl Part {
    /// Whether it can be added to others: people with a noun, or a figure of others.
    pub(super) fn can_join(&self) -> bool {
        self.people
            && self.out_of.is_none()
            && self.bound.max() != Some(Decimal::ZERO)
            && (self.nominal.is_some() || self.others || self.reference == Reference::Named)
    }

    /// Whether it stands without an article, as in headlines.
    pub(super) fn is_bare(&self) -> bool {
        match self.reference {
            Reference::Bare | Reference::Counted => true,
            Reference::Indefinite | Reference::Definite | Reference::Named => false,
        }
    }

    /// The singular of its noun; "person" where people are counted without one.
    pub(super) fn head(&self, tokens: Tokens<'_>) -> String {
        match &self.nominal {
            Some(nominal) if !nominal.head.is_empty() => {
                let mut words = words(tokens, &nominal.head);
                let first = words.next().unwrap_or_default();
                let head = words.fold(first, |head, word| Cow::Owned([&head, " ", &word].concat()));
                noun::singular(&head)
            }
            Some(_) => "person".to_owned(),
            None if self.people && (self.others || self.reference != Reference::Counted) => {
                "person".to_owned()
            }
            None => String::new(),
        }
    }

    /// Its figure.
    pub(super) fn count(&self, tokens: Tokens<'_>) -> Count {
        self.count_of(self.head(tokens))
    }

    /// Its figure, of what its head names.
    fn count_of(&self, head: String) -> Count {
        Count::of(self.bound, Unit::Of(if head.is_empty() { "person".to_owned() } else { head }))
    }

    /// Whom it counts, where that is not everybody: by its noun, or a single known person as such.
    pub(super) fn population(&self, tokens: Tokens<'_>, scene: &Scene<'_>) -> Option<String> {
        self.population_of(|| self.head(tokens), tokens, scene)
    }

    /// The same, with its head where that is asked for.
    fn population_of(
        &self,
        own: impl Fn() -> String,
        tokens: Tokens<'_>,
        scene: &Scene<'_>,
    ) -> Option<String> {
        if self.others {
            return Some("others".to_owned());
        }
        if self.reference == Reference::Named {
            let name = scene.person_in(&self.tokens)?;
            return Some(tokens.source()[name.span.range()].to_lowercase());
        }
        let nominal = self.nominal.as_ref()?;
        let head = tokens.skip(nominal.head.start - tokens.index());
        let listed = scene.book.class_at("population", &head).and_then(|(_, population)| population);
        let listed = listed.filter(|_| !nominal.head.is_empty());
        // Officers of the army or the navy are no police.
        let under_arms = || {
            words(tokens, &nominal.modifiers).any(|word| scene.book.meaning("army", &word) == Some(SOLDIER))
        };
        let listed = listed.map(|one| if one == POLICE && under_arms() { SOLDIER } else { one });
        match self.reference {
            Reference::Counted | Reference::Named => listed.map(str::to_owned),
            // A known or new person is no total of his kind: the noun tells which one.
            Reference::Indefinite | Reference::Definite | Reference::Bare
                if self.bound == Bound::Exactly(Decimal::ONE) =>
            {
                Some(listed.map_or_else(|| ["one ", &own()].concat(), |one| ["one ", one].concat()))
            }
            Reference::Indefinite | Reference::Definite | Reference::Bare => {
                Some(listed.map_or_else(own, str::to_owned))
            }
        }
    }

    /// It alone as a group.
    pub(super) fn group(&self, tokens: Tokens<'_>, scene: &Scene<'_>) -> Group {
        let head = self.head(tokens);
        Group {
            count: self.count_of(head.clone()),
            modifiers: self
                .nominal
                .as_ref()
                .map(|nominal| words(tokens, &nominal.modifiers).map(Cow::into_owned).collect())
                .unwrap_or_default(),
            people: self.people,
            others: self.others,
            out_of: self.out_of.map(|bound| Box::new(Count::of(bound, Unit::Of(head.clone())))),
            parts: Vec::new(),
            reference: self.reference,
            population: self.population_of(|| head.clone(), tokens, scene),
            head,
        }
    }
}

/// The populations of a police force and of an army.
const POLICE: &str = "police officer";
const SOLDIER: &str = "soldier";

/// The words of a range of the document's tokens, in lower case.
fn words<'a>(tokens: Tokens<'a>, range: &Range<usize>) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
    let stretch = tokens.skip(range.start.saturating_sub(tokens.index()));
    stretch.as_slice()[..range.len().min(stretch.as_slice().len())]
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .map(move |token| head::lower(stretch, token))
}
