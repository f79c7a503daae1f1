//! Follows single people through an article: whoever died is none of those who were hurt.
//!
//! ```text
//! known   = the same phrase | the same name or age | a pronoun or "the man" for the last who fits | a name for one without
//! another = "another man" | somebody else of the same sentence | another sex, age, name, office
//! ```
//!
//! What several people come to is for [`super::toll`].

use super::{
    event::Frame,
    group::{Made, is_affirmed},
    person::{self, Traits, is_clitic},
};
use crate::{
    claim::{Claim, Reference, Said},
    rules::ClaimPattern,
};
use rust_decimal::Decimal;
use std::{collections::BTreeSet, ops::Range};

/// How many sentences a pronoun or "the man" may stand behind the last words on the person.
const REACH: usize = 8;

/// The most words on single people that are followed: what tells of more is a list, and everybody would be held against
/// everybody.
const MOST: usize = 400;

/// Words for one more person than those told of before.
const FURTHER: [&str; 6] = ["second", "third", "fourth", "fifth", "other", "another"];

/// Verbs whose object is another person than their subject.
const SHOOTS: [&str; 4] = ["shot", "shoots", "shooting", "shoot"];

/// How some words pick a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Picks {
    /// "he"
    Pronoun,
    /// "the man"
    Known,
    /// "Jo Reed"
    Named,
    /// "a man"
    New,
    /// "his son"
    Kin,
    /// "another man"
    Further,
    /// "one person", "two men": a figure that is of nobody the article goes on about
    Figure,
}

/// The words of one claim on one person.
struct Sighting {
    claim: usize,
    who: Option<usize>,
    sentence: usize,
    picks: Picks,
    traits: Traits,
    dead: bool,
    background: bool,
}

/// A person as far as the article has told.
struct Person {
    traits: Traits,
    dead: bool,
    background: bool,
    seen: Vec<Seen>,
}

/// Where and as what a person was told of.
struct Seen {
    claim: usize,
    who: Option<usize>,
    sentence: usize,
}

/// What an article tells of the fate of single people who were hurt, by the places of their claims.
#[derive(Debug, Default)]
pub(super) struct Fates {
    /// Those who died.
    pub(super) dead: BTreeSet<usize>,
    /// Those who are none of the dead.
    pub(super) alive: BTreeSet<usize>,
}

impl Fates {
    /// Follows the single people among the claims of an article.
    pub(super) fn of(made: &[Made], frame: &Frame<'_>) -> Self {
        let mut fates = Self::default();
        for rule in rules(made, frame) {
            let sightings = sightings(made, rule, frame);
            if sightings.len() > MOST {
                continue;
            }
            fates.alive.extend(apart(&sightings));
            let mut people: Vec<Person> = Vec::new();
            for sighting in sightings.into_iter().filter(|sighting| sighting.picks != Picks::Figure) {
                match find(&people, &sighting) {
                    Some(at) => people[at].meet(sighting),
                    None => people.push(Person::of(sighting)),
                }
            }
            for person in people.iter().filter(|person| person.dead) {
                let hurt = person.seen.iter().map(|seen| seen.claim);
                fates.dead.extend(
                    hurt.filter(|at| entry(&made[*at], frame).is_some_and(|one| !one.fate.is_empty())),
                );
            }
        }
        fates
    }
}

/// The claims on hurt people whom none of the words on the dead can be of.
fn apart(sightings: &[Sighting]) -> impl Iterator<Item = usize> {
    let hurt =
        sightings.iter().filter(|one| !one.dead && !matches!(one.picks, Picks::Figure | Picks::Pronoun));
    hurt.filter(|one| {
        sightings.iter().filter(|other| other.dead && other.background == one.background).all(|other| {
            let beside = one.sentence == other.sentence && other.picks != Picks::Pronoun;
            one.who != other.who && (beside || !one.traits.may_be(&other.traits))
        })
    })
    .map(|one| one.claim)
}

/// The rules of claims that have a fate.
fn rules(made: &[Made], frame: &Frame<'_>) -> BTreeSet<usize> {
    let has_fate = |one: &&Made| entry(one, frame).is_some_and(|entry| !entry.fate.is_empty());
    made.iter().filter(has_fate).map(|one| one.claim.rule).collect()
}

fn entry<'f>(made: &Made, frame: &'f Frame<'_>) -> Option<&'f ClaimPattern> {
    frame.book.rules.get(made.claim.rule)?.claims.get(made.entry)
}

/// The claims of a rule on single people, in the order of the article.
fn sightings(made: &[Made], rule: usize, frame: &Frame<'_>) -> Vec<Sighting> {
    let claims = frame.book.rules.get(rule).map_or(&[][..], |rule| &rule.claims);
    let fates: BTreeSet<&str> = claims.iter().flat_map(|entry| &entry.fate).map(String::as_str).collect();
    let mut found: Vec<Sighting> = Vec::new();
    for (at, one) in made.iter().enumerate().filter(|(_, one)| one.claim.rule == rule) {
        let claim = &one.claim;
        let dead = fates.contains(claim.attribute.as_str());
        let hurt = entry(one, frame).is_some_and(|entry| !entry.fate.is_empty());
        if dead == hurt || !is_affirmed(claim) || !dead && !is_single(claim) {
            continue;
        }
        let Some((picks, traits)) = described(one, frame) else { continue };
        let picks = if is_single(claim) { picks } else { Picks::Figure };
        found.push(Sighting {
            claim: at,
            who: one.who,
            sentence: claim.sentence_index,
            picks,
            traits,
            dead,
            background: claim.event.background,
        });
    }
    found.sort_by_key(|sighting| (made[sighting.claim].claim.span.start(), sighting.claim));
    found
}

/// How the words of a claim pick their person, and what they say of him; none where they pick some of several.
fn described(made: &Made, frame: &Frame<'_>) -> Option<(Picks, Traits)> {
    let Some(at) = made.who else {
        let word = made.claim.population.as_deref()?;
        let sex = frame.book.meaning("person/sex", word).map(str::to_owned);
        let traits = Traits { sex, ..Traits::default() };
        return Some(antecedent(made, &traits, frame).unwrap_or((Picks::Pronoun, traits)));
    };
    let mention = frame.mentions.get(at)?;
    let Said::Group(group) = &mention.said else { return None };
    if group.out_of.is_some() || is_partitive(&mention.tokens, frame) {
        return None;
    }
    let words = words(&mention.tokens, frame);
    let own =
        words.first().is_some_and(|word| is_possessive(word)) || words.iter().any(|word| is_clitic(word));
    let traits = person::traits(group, &mention.tokens, frame);
    let told = group.others || words.iter().any(|word| FURTHER.contains(&word.as_str()));
    // "A boy shot another boy": he is another than the one who shot, and the only one who was hurt.
    let before = mention.tokens.start.checked_sub(1).map(|before| &frame.document.tokens[before]);
    let shot = before.is_some_and(|verb| SHOOTS.iter().any(|word| frame.document.spells(verb, word)));
    let further = told && !(shot && words.first().is_some_and(|first| first == "another"));
    let picks = match group.reference {
        _ if traits.is_empty() => Picks::Figure,
        _ if further => Picks::Further,
        Reference::Named => Picks::Named,
        Reference::Counted => Picks::Figure,
        _ if own => Picks::Kin,
        Reference::Definite => Picks::Known,
        Reference::Indefinite | Reference::Bare => Picks::New,
    };
    Some((picks, traits))
}

/// How the words pick a person whom a pronoun stands for: the only one of its sentence before it who fits, as in "the boy
/// was in the car, and that is how he died".
fn antecedent(made: &Made, pronoun: &Traits, frame: &Frame<'_>) -> Option<(Picks, Traits)> {
    let claim = &made.claim;
    let before = frame.mentions.partition_point(|mention| mention.span.start() < claim.span.start());
    let mut fitting = frame.mentions[..before]
        .iter()
        .rev()
        .take_while(|mention| mention.sentence == claim.sentence_index)
        .filter_map(|mention| match &mention.said {
            Said::Group(group) if group.count.bound.stated() == Some(Decimal::ONE) => {
                Some((group, person::traits(group, &mention.tokens, frame)))
            }
            _ => None,
        })
        .filter(|(_, traits)| !traits.is_empty() && traits.may_be(pronoun));
    let (group, traits) = fitting.next()?;
    let picks = match group.reference {
        Reference::Named => Picks::Named,
        Reference::Definite => Picks::Known,
        Reference::Indefinite | Reference::Bare | Reference::Counted => return None,
    };
    fitting.next().is_none().then_some((picks, traits))
}

/// The figure of the whole that the words of a claim pick some of: the five of "one of five victims".
pub(super) fn whole(made: &Made, frame: &Frame<'_>) -> Option<Decimal> {
    match &frame.mentions.get(made.who?)?.said {
        Said::Group(group) => group.out_of.as_ref().and_then(|whole| whole.bound.stated()),
        Said::Count(_) | Said::Time(_) | Said::Name(_) | Said::Quotation => None,
    }
}

/// Whether the words of a claim pick some of those told of before: "one of them", "one of the victims".
pub(super) fn is_of_them(made: &Made, frame: &Frame<'_>) -> bool {
    const OF_ALL: [&str; 9] =
        ["them", "those", "whom", "victims", "injured", "wounded", "people", "persons", "hurt"];
    let Some(mention) = made.who.and_then(|at| frame.mentions.get(at)) else { return false };
    let words = words(&mention.tokens, frame);
    let of = words.iter().position(|word| word == "of");
    of.is_some() && words.last().is_some_and(|last| OF_ALL.contains(&last.as_str()))
}

/// Whether the words pick one of several: "one of them", "the second of the men".
fn is_partitive(tokens: &Range<usize>, frame: &Frame<'_>) -> bool {
    words(tokens, frame)
        .windows(2)
        .any(|pair| pair[0] == "of" && ["them", "those", "whom", "the", "these"].contains(&pair[1].as_str()))
}

fn is_possessive(word: &str) -> bool {
    ["his", "her", "their", "its", "my", "our"].contains(&word)
}

fn words(tokens: &Range<usize>, frame: &Frame<'_>) -> Vec<String> {
    let document = frame.document;
    document.tokens[tokens.clone()].iter().map(|token| document.text(token.span).to_lowercase()).collect()
}

impl Person {
    fn of(sighting: Sighting) -> Self {
        let Sighting { claim, who, sentence, traits, dead, background, .. } = sighting;
        Self { traits, dead, background, seen: vec![Seen { claim, who, sentence }] }
    }

    fn meet(&mut self, sighting: Sighting) {
        let Sighting { claim, who, sentence, traits, dead, .. } = sighting;
        self.traits.learn(traits);
        self.dead |= dead;
        self.seen.push(Seen { claim, who, sentence });
    }

    fn last_sentence(&self) -> usize {
        self.seen.last().map_or(0, |seen| seen.sentence)
    }
}

/// The person, among those told of before, whom some words pick.
fn find(people: &[Person], sighting: &Sighting) -> Option<usize> {
    let same_words =
        |person: &Person| person.seen.iter().any(|seen| seen.who.is_some() && seen.who == sighting.who);
    if let Some(at) = people.iter().position(same_words) {
        return Some(at);
    }
    let beside = |person: &Person| person.seen.iter().any(|seen| seen.sentence == sighting.sentence);
    let fits = |at: &usize| {
        let person = &people[*at];
        person.traits.may_be(&sighting.traits) && (sighting.who.is_none() || !beside(person))
    };
    let fitting: Vec<usize> = (0..people.len()).filter(fits).collect();
    let latest = |among: &mut dyn Iterator<Item = usize>| among.max_by_key(|at| people[*at].last_sentence());
    let near = |at: &usize| people[*at].last_sentence() + REACH >= sighting.sentence;
    let known =
        latest(&mut fitting.iter().copied().filter(|at| people[*at].traits.is_known_by(&sighting.traits)));
    if known.is_some() {
        return known;
    }
    let fitting: Vec<usize> =
        fitting.into_iter().filter(|at| people[*at].background == sighting.background).collect();
    let alike = |at: &usize| people[*at].dead == sighting.dead;
    let nameless = |at: &usize| people[*at].traits.name.is_empty();
    // Nothing but who is left says that the dead one is the one who was hurt: there must be no two of either.
    let only = |among: &mut dyn Iterator<Item = usize>| {
        let one = among.next().filter(|_| among.next().is_none());
        one.filter(|_| people.iter().filter(|person| person.dead).count() <= 1)
    };
    match sighting.picks {
        Picks::Pronoun => latest(&mut fitting.iter().copied().filter(near)),
        Picks::Known => {
            let of_noun = |at: &usize| people[*at].traits.has_kind_of(&sighting.traits);
            latest(&mut fitting.iter().copied().filter(of_noun))
                .or_else(|| only(&mut fitting.iter().copied()))
        }
        Picks::Named => {
            let of_fate = latest(&mut fitting.iter().copied().filter(nameless).filter(alike));
            of_fate.or_else(|| only(&mut fitting.iter().copied().filter(nameless)))
        }
        Picks::New => {
            let of_noun = |at: &usize| people[*at].traits.has_kind_of(&sighting.traits);
            let of_fate = latest(&mut fitting.iter().copied().filter(alike).filter(of_noun));
            of_fate.or_else(|| match people {
                [_] => fitting.first().copied().filter(of_noun),
                _ => None,
            })
        }
        Picks::Kin | Picks::Further | Picks::Figure => None,
    }
}

/// Whether a claim counts one person.
pub(super) fn is_single(claim: &Claim) -> bool {
    claim.stated() == Some(Decimal::ONE)
}
