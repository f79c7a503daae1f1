//! What is left of a figure that includes others: of those shot, who was shot and lives.
//!
//! An article's tolls are collected once, by sentence and by kind of people, so that each claim costs a few look-ups.

use super::{
    event::Frame,
    group::{Made, is_affirmed, is_none},
    victim,
};
use crate::claim::{Claim, Count, Grain, Value};
use jiff::{Span, civil::DateTime};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// How many sentences may stand between the words on those shot and those on who of them died.
const NEAR: usize = 6;

/// How many sentences behind the words on several people "one of them" is still one of these.
const NEXT: usize = 2;

/// Kinds of people that exclude one another.
const KINDS: [&[&str]; 4] =
    [&["woman"], &["man", "teenager", "student"], &["child", "teenager", "student"], &["attacker"]];

/// Which of the kinds a population may be of; none where it is not known.
type Kinds = [bool; 4];

/// The highest figure of each sort of deaths.
type Highest = BTreeMap<Sort, Decimal>;

/// What deaths are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sort {
    kinds: Kinds,
    /// Whether they are of an event that the article looks back on, or of an earlier day than its own.
    background: bool,
    /// Whether they are said to have been at the scene: nobody of these came to a hospital.
    at_scene: bool,
}

/// The figures of an article that others may include.
pub(super) struct Tolls<'b> {
    /// By rule, attribute, sentence and place.
    by_place: BTreeMap<(usize, &'b str, usize, usize), Highest>,
    in_all: BTreeMap<(usize, &'b str), Highest>,
    /// By the same as `by_place`, of all that is told up to there.
    up_to: BTreeMap<(usize, &'b str, usize, usize), Highest>,
    /// The figures that are said of some of those told of before ("one of them died"), by place, with their sentence.
    of_them: BTreeMap<(usize, &'b str, usize), (usize, Decimal)>,
    /// The figures that are said of some of a figure that is given: the one of "one of five victims dies" is of five.
    out_of: BTreeMap<(usize, &'b str, Decimal), Decimal>,
    /// Where the words on several people start, of whom "them" are the last before it.
    several: BTreeSet<usize>,
}

impl<'b> Tolls<'b> {
    /// The tolls among the claims of an article.
    pub(super) fn of(made: &[Made], frame: &Frame<'b>) -> Self {
        let mut tolls = Self {
            by_place: BTreeMap::new(),
            in_all: BTreeMap::new(),
            up_to: BTreeMap::new(),
            of_them: BTreeMap::new(),
            out_of: BTreeMap::new(),
            several: BTreeSet::new(),
        };
        let own = own_days(made);
        for one in made.iter().filter(|one| is_affirmed(&one.claim)) {
            let claim = &one.claim;
            if claim.stated().is_some_and(|n| n > Decimal::ONE) {
                tolls.several.insert(claim.span.start());
            }
            let entries = frame.book.rules.get(claim.rule).map_or(&[][..], |rule| &rule.claims);
            let less = entries
                .iter()
                .flat_map(|entry| entry.less.iter().chain(entry.fate.first()).map(String::as_str))
                .find(|less| *less == claim.attribute);
            let Some((less, figure)) = less.zip(claim.stated()) else { continue };
            let earlier = own.get(&claim.rule).is_some_and(|day| is_before(claim, *day));
            let key = Sort {
                kinds: kinds(claim.population.as_deref()),
                background: claim.event.background || earlier,
                at_scene: is_at_scene(claim, frame),
            };
            let place = (claim.rule, less, claim.sentence_index, claim.span.start());
            for highest in [
                tolls.by_place.entry(place).or_default(),
                tolls.in_all.entry((claim.rule, less)).or_default(),
            ] {
                let known = highest.entry(key).or_insert(figure);
                *known = (*known).max(figure);
            }
            if let Some(whole) = victim::whole(one, frame) {
                tolls.out_of.insert((claim.rule, less, whole), figure);
            } else if victim::is_of_them(one, frame) {
                tolls.of_them.insert((claim.rule, less, claim.span.start()), (claim.sentence_index, figure));
            }
        }
        let mut told: Option<((usize, &str), Highest)> = None;
        for (&(rule, less, sentence, place), highest) in &tolls.by_place {
            let mut so_far = told
                .take()
                .filter(|(of, _)| *of == (rule, less))
                .map_or_else(Highest::new, |(_, so_far)| so_far);
            for (sort, figure) in highest {
                let known = so_far.entry(*sort).or_insert(*figure);
                *known = (*known).max(*figure);
            }
            tolls.up_to.insert((rule, less, sentence, place), so_far.clone());
            told = Some(((rule, less), so_far));
        }
        tolls
    }

    /// What is to be taken off a claim on several people because some of them are said to be of another attribute: the one of
    /// "five were hurt; one of them has since died".
    pub(super) fn of_them(&self, claim: &Claim, less: &'b str) -> Option<Decimal> {
        let whole = claim.stated().filter(|n| *n > Decimal::ONE)?;
        if claim.population.as_deref() == Some("others") {
            return None;
        }
        if let Some(figure) = self.out_of.get(&(claim.rule, less, whole)) {
            return Some(*figure);
        }
        let end = claim.span.end();
        let behind = (claim.rule, less, end)..(claim.rule, less, usize::MAX);
        let ((_, _, place), (sentence, figure)) = self.of_them.range(behind).next()?;
        let last = self.several.range(end..*place).next().is_none();
        (last && *sentence <= claim.sentence_index + NEXT).then_some(*figure)
    }

    /// What is to be taken off a claim; nothing where it counts nobody, or further people.
    ///
    /// Further ones ("four others were shot") and survivors are not among the dead, nor are people of another kind
    /// ("three women were shot and a boy was killed"). The figure is that of the claim's own sentence, or else the
    /// highest of those near by. Of a single person any death in the article may be the one, and where as many died as
    /// were shot they are the same. Those who are taken to a hospital behind the words on the dead are others: "four
    /// drowned, and nine were taken to hospital"; so of those only deaths count that are told of behind them, and are more
    /// than were told of before.
    pub(super) fn off(&self, claim: &Claim, less: &'b str, frame: &Frame<'_>) -> Option<Decimal> {
        let Value::Count(count) = &claim.value else { return None };
        if matches!(claim.population.as_deref(), Some("others" | "survivor")) || is_none(&count.bound) {
            return None;
        }
        let whole = kinds(claim.population.as_deref());
        let in_care = is_in_care(claim, frame);
        let fits = |highest: &Highest| {
            let among = highest.iter().filter(|(part, _)| {
                part.background == claim.event.background
                    && may_be_among(part.kinds, whole)
                    && !(part.at_scene && in_care)
            });
            among.map(|(_, figure)| *figure).max()
        };
        let within = |reach: usize| {
            let key = |sentence: usize, place: usize| (claim.rule, less, sentence, place);
            let at = claim.sentence_index;
            let near = self.by_place.range(key(at.saturating_sub(reach), 0)..=key(at + reach, usize::MAX));
            near.filter(|((.., place), _)| !in_care || *place > claim.span.start())
                .filter_map(|(_, highest)| fits(highest))
                .max()
        };
        let single = count.bound.stated() == Some(Decimal::ONE);
        let all = |off: &Decimal| Some(*off) == claim.stated();
        let told_before = || {
            let key = |sentence: usize, place: usize| (claim.rule, less, sentence, place);
            let mut before = self.up_to.range(key(0, 0)..key(claim.sentence_index, claim.span.start()));
            before.next_back().and_then(|(_, highest)| fits(highest))
        };
        let anywhere =
            || self.in_all.get(&(claim.rule, less)).and_then(fits).filter(|off| single || all(off));
        let off = within(0).or_else(|| within(NEAR)).or_else(anywhere)?;
        (!in_care || told_before().is_none_or(|before| off > before)).then_some(off)
    }
}

/// The claim of those who are left; none where that is nobody.
pub(super) fn without(claim: Claim, off: Decimal, less: &str) -> Option<Claim> {
    let Value::Count(count) = &claim.value else { return Some(claim) };
    let bound = count.bound.map(|n| n - off);
    let some = |n: Decimal| n > Decimal::ZERO;
    if !bound.stated().or(bound.max()).is_none_or(some) || !bound.min().is_none_or(some) {
        return None;
    }
    let value = Value::Count(Count { bound, ..count.clone() });
    let mut details = claim.details.clone();
    details.push(("less".to_owned(), format!("{off} {less}")));
    Some(Claim { display: value.to_string(), value, details, ..claim })
}

/// By rule, the first day in the text on which something happened that the article does not look back on.
fn own_days(made: &[Made]) -> BTreeMap<usize, DateTime> {
    let mut first: BTreeMap<usize, (usize, DateTime)> = BTreeMap::new();
    for claim in made.iter().map(|one| &one.claim).filter(|claim| !claim.event.background) {
        let day = claim.event.time.as_ref().filter(|time| time.grain <= Grain::Day);
        let Some(day) = day.and_then(|time| time.start) else { continue };
        let found = (claim.span.start(), day);
        let known = first.entry(claim.rule).or_insert(found);
        *known = (*known).min(found);
    }
    first.into_iter().map(|(rule, (_, day))| (rule, day)).collect()
}

/// Whether a claim is of a time that ended more than a day before another: the night of a shooting runs over two dates.
fn is_before(claim: &Claim, day: DateTime) -> bool {
    let end = claim.event.time.as_ref().and_then(|time| time.end);
    end.is_some_and(|end| end.checked_add(Span::new().days(1)).is_ok_and(|end| end < day))
}

/// Whether somebody is said to have died where it happened.
fn is_at_scene(claim: &Claim, frame: &Frame<'_>) -> bool {
    let text = &frame.document.source.text;
    let behind = text.get(claim.span.end()..).unwrap_or_default().trim_start();
    ["at the scene", "on the scene", "on scene", "at scene"].iter().any(|words| behind.starts_with(words))
}

/// Whether the words of a claim put somebody in a hospital, or say how he fares.
fn is_in_care(claim: &Claim, frame: &Frame<'_>) -> bool {
    let words = frame.document.source.text.get(claim.span.range()).unwrap_or_default().to_ascii_lowercase();
    words.contains("hospital") || words.contains("condition")
}

/// The kinds that a population may be of.
fn kinds(population: Option<&str>) -> Kinds {
    let noun = population.map(|one| one.strip_prefix("one ").unwrap_or(one));
    KINDS.map(|kind| noun.is_some_and(|noun| kind.contains(&noun)))
}

/// Whether people of one kind may be among those of another: a boy is none of three women, a gunman none of his victims.
fn may_be_among(part: Kinds, whole: Kinds) -> bool {
    let known = |kinds: Kinds| kinds.contains(&true);
    let shared = part.iter().zip(whole).any(|(a, b)| *a && b);
    shared || !known(part) || !known(whole) && !part[3]
}
