//! Ages that stand behind a name as a bare figure, once the whole article has told which words are names.
//!
//! ```text
//! apposed  = (person | stranger) ("," figure closes | "(" figure ")" speaks)
//!          | article word{0,2} noun "," figure ","         "the bus driver, 52,": a singular noun for a person
//! listed   = age ("," | "and" | "," "and") digits ends       "aged 20, 23 and 28 were hurt"
//! stranger = one capitalised word that no grammar read, behind a word that opens no place
//! closes   = "," | ("." | ";" | "and" Word | "of" Word | "from" Word)      the latter in a sentence that goes on in words
//! speaks   = "was" | "is" | "said" | ...        or a family word or form of address before the name
//! ```
//!
//! A scorer's minute and a player's number stand in brackets too: the words around them must speak of a person. Full names
//! between two commas are read at once, by [`super::age`].

use super::{group::is_plural, name};
use crate::{
    claim::{Bound, Mention, MentionKind, Name, NameKind, Said, Unit},
    text::{Case, Document, Token, TokenKind, WordClass, WordId},
};
use rust_decimal::Decimal;
use std::ops::Range;

/// How many mentions back the one may stand that ends before a figure.
const NEAR: usize = 3;

/// What a figure behind a name in brackets is followed by where it is an age.
const SPEAKS: [&str; 18] = [
    "was", "is", "were", "are", "said", "says", "told", "tells", "who", "whose", "died", "from", "of",
    "lives", "lived", "admitted", "denied", "denies",
];

/// What opens a place or a time: a single word behind it is no person.
const LOCATES: [&str; 11] =
    ["in", "at", "near", "from", "outside", "around", "across", "to", "through", "on", "since"];

/// What goes on behind the last of several ages: no noun that the figure could count.
const AFTER_AGES: [&str; 11] =
    ["and", "were", "was", "are", "is", "who", "have", "had", "all", "both", "from"];

/// Makes ages of the bare figures that stand behind persons or ages; answers the persons that only their age shows, in order of
/// place.
pub(super) fn ages(document: &Document<'_>, mentions: &mut [Mention]) -> Vec<Mention> {
    let mut strangers = Vec::new();
    for at in 0..mentions.len() {
        let figure = &mentions[at];
        let Some(opener) = figure.tokens.start.checked_sub(1).filter(|_| is_years(figure)) else { continue };
        let page = Page { document, sentence: document.sentences[figure.sentence].tokens.clone() };
        if at.checked_sub(1).is_some_and(|before| page.is_listed(&mentions[before], figure)) {
            make_age(&mut mentions[at]);
            continue;
        }
        let opens = page.text(opener);
        if opener <= page.sentence.start || !matches!(opens, "," | "(") {
            continue;
        }
        let before = &mentions[at.saturating_sub(NEAR)..at];
        let person = before.iter().rev().find(|one| one.tokens.end == opener);
        let behind = figure.tokens.end;
        if opens == "," && page.is_somebody(opener - 1) {
            if page.text(behind) == "," && page.closes(&(opener - 1..opener), behind, true) {
                make_age(&mut mentions[at]);
            }
            continue;
        }
        let name = match person {
            Some(person) if person.kind == MentionKind::Person => person.tokens.clone(),
            Some(_) => continue,
            None if before.iter().any(|one| one.tokens.contains(&(opener - 1))) => continue,
            None if page.is_stranger(opener - 1) => opener - 1..opener,
            None => continue,
        };
        let stranger = person.is_none();
        let is_age = match opens {
            "(" => page.text(behind) == ")" && page.speaks(&name, behind + 1),
            _ => page.closes(&name, behind, stranger),
        };
        if !is_age {
            continue;
        }
        if stranger {
            let span = document.span_of(&name);
            strangers.push(Mention {
                kind: MentionKind::Person,
                span,
                tokens: name,
                sentence: figure.sentence,
                said: Said::Name(Box::new(Name::plain(NameKind::Person, document.text(span)))),
            });
        }
        make_age(&mut mentions[at]);
    }
    strangers
}

/// Makes a bare figure a person's years.
fn make_age(figure: &mut Mention) {
    figure.kind = MentionKind::Age;
    if let Said::Count(count) = &mut figure.said {
        count.unit = Unit::Measure("year");
    }
}

/// Whether a mention is a bare whole figure that a person may have in years.
fn is_years(figure: &Mention) -> bool {
    let Said::Count(count) = &figure.said else { return false };
    let years =
        |n: Decimal| n > Decimal::ZERO && n <= Decimal::from(super::age::OLDEST) && n.fract().is_zero();
    figure.kind == MentionKind::Number
        && figure.tokens.len() == 1
        && count.unit == Unit::None
        && count.share.is_none()
        && matches!(count.bound, Bound::Exactly(n) if years(n))
}

/// A sentence with its document.
struct Page<'a> {
    document: &'a Document<'a>,
    sentence: Range<usize>,
}

impl<'a> Page<'a> {
    fn token(&self, at: usize) -> Option<&'a Token> {
        self.document.tokens.get(at).filter(|_| self.sentence.contains(&at))
    }

    /// The text of a token of the sentence, empty beyond its ends.
    fn text(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| self.document.text(token.span))
    }

    /// Whether a noun for one person ends here, with an article or possessive before it.
    fn is_somebody(&self, at: usize) -> bool {
        /// How many words may stand between article and noun.
        const BETWEEN: usize = 2;
        let Some(noun) = self.token(at).filter(|token| token.case == Case::Lower) else { return false };
        let opens = |by: usize| {
            at.checked_sub(by).and_then(|at| self.token(at)).is_some_and(|word| {
                word.is(WordClass::DETERMINER | WordClass::PRONOUN)
                    || matches!(self.text(at - by), "a" | "an" | "the" | "A" | "An" | "The")
            })
        };
        noun.is(WordClass::PEOPLE | WordClass::KIN)
            && !is_plural(self.text(at))
            && (1..=BETWEEN + 1).any(opens)
    }

    /// listed
    fn is_listed(&self, age: &Mention, figure: &Mention) -> bool {
        let between = (age.tokens.end..figure.tokens.start).map(|at| self.text(at));
        let joined = match between.collect::<Vec<_>>()[..] {
            [one] => matches!(one, "," | "and" | "&"),
            [",", "and"] => true,
            _ => false,
        };
        let written = self.token(figure.tokens.start).is_some_and(|token| token.kind == TokenKind::Number);
        let ends = self.token(figure.tokens.end).is_none_or(|next| {
            next.kind == TokenKind::Punctuation || AFTER_AGES.contains(&self.text(figure.tokens.end))
        });
        age.kind == MentionKind::Age && joined && written && ends
    }

    /// stranger
    fn is_stranger(&self, at: usize) -> bool {
        let word = |at: usize| self.token(at).filter(|token| token.kind == TokenKind::Word);
        let Some(token) = word(at) else { return false };
        let named = WordClass::GIVEN_NAME | WordClass::FAMILY_NAME;
        let known = token.word != WordId::UNKNOWN && !token.is(named)
            || token.is(name::NEVER | WordClass::PLACE_NAME | WordClass::ORGANIZATION_NAME | WordClass::VERB);
        let before = at.checked_sub(1).and_then(word);
        let located = before.is_some_and(|_| LOCATES.contains(&self.text(at - 1)));
        let is_part = before.is_some_and(Token::is_capitalised) || token.glued;
        token.case == Case::Title && token.span.len() > 2 && !known && !located && !is_part
    }

    /// closes
    fn closes(&self, name: &Range<usize>, behind: usize, stranger: bool) -> bool {
        let next = self.token(behind + 1);
        let capital = next.is_some_and(Token::is_capitalised);
        match self.text(behind) {
            "," => next.is_some_and(|next| next.kind != TokenKind::Number && !next.glued),
            _ if stranger => false,
            "and" | "of" | "from" => capital && self.goes_on_in_words(name),
            "." | ";" | "!" | "" => next.is_none_or(|next| !next.glued) && self.goes_on_in_words(name),
            _ => false,
        }
    }

    /// Whether words lead up to the name, and no colon: lists of scorers and results have none.
    fn goes_on_in_words(&self, name: &Range<usize>) -> bool {
        let before = self.sentence.start..name.start;
        let lower = |at: usize| {
            self.token(at).is_some_and(|token| {
                token.kind == TokenKind::Word && token.case == Case::Lower && token.span.len() > 1
            })
        };
        before.clone().any(|at| lower(at) && self.text(at) != "and")
            && !before.into_iter().any(|at| self.text(at) == ":")
    }

    /// speaks
    fn speaks(&self, name: &Range<usize>, behind: usize) -> bool {
        let related = WordClass::KIN | WordClass::HONORIFIC;
        let before = name.start.checked_sub(1).and_then(|at| self.token(at));
        before.is_some_and(|word| word.is(related)) || SPEAKS.contains(&self.text(behind))
    }
}
