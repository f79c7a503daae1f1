//! What was changed where one wording is a copy of another.
//!
//! ```text
//! copy   = most of the words are shared, and nothing else is changed than
//! change = one value for another of its kind        "11 agents", "51 agents"
//!        | one name for another of its kind         "flew to Lyon", "flew to Porto"
//!        | a word that denies for none              "will serve", "will not serve"
//! ```

use super::{
    Article,
    items::{Kind, Place, Row, stretches},
};
use crate::{
    claim::{Likeness, MentionKind, Name, Said, Wording},
    rules::Copied,
    text::WordClass,
};
use std::ops::Range;

/// How many words that say something a copy shares at least with what it was made from: around a figure or a time, the same where
/// other words were changed as well, and around a name or a denial, which change the sense of a sentence more often
/// than a slip of the pen.
const LEAST: usize = 4;
const LEAST_CHANGED: usize = 5;
const LEAST_OF_WORDS: usize = 6;

/// How many are enough where both wordings go on otherwise before or behind what they share.
const SURE: usize = 8;

/// How many of them there are at least for each other word that is changed.
const FOR_EACH: usize = 3;

/// Words of times that mean another day in an article of another day.
const HANGING: WordClass =
    WordClass::DAY_NAME.union(WordClass::DISTANCE).union(WordClass::DATELESS).union(WordClass::PICK);

/// How much longer a wording may be than what it shares with the other, in words, where a word of one sense is the change.
const LONGER: usize = 2;

/// One of the two wordings at the change: its items there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Side {
    items: Range<usize>,
    /// Whether its words deny.
    pub denies: bool,
}

impl Side {
    /// The tokens of these items at a place of the wording.
    pub(super) fn tokens(&self, place: Place, articles: &[Article<'_>]) -> Range<usize> {
        let mut items = stretches(&articles[place.source], place.sentence)
            .map(|(_, _, tokens)| tokens)
            .skip(self.items.start)
            .take(self.items.len());
        let first = items.next().unwrap_or(0..0);
        let end = items.last().map_or(first.end, |last| last.end);
        first.start..end
    }
}

/// The one thing that two wordings differ in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub kind: Copied,
    pub left: Side,
    pub right: Side,
}

/// What lies between two shared items, on either side.
struct Gap {
    left: Range<usize>,
    right: Range<usize>,
}

/// The change that makes one of two wordings a copy of the other with a slip; none where more or nothing is changed.
pub(super) fn of(
    pairs: &[(usize, usize)],
    left: &Row,
    right: &Row,
    articles: &[Article<'_>],
) -> Option<Change> {
    let shared = shared(pairs, left);
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return None };
    if shared < LEAST {
        return None;
    }
    let ends = [
        Gap { left: 0..first.0, right: 0..first.1 },
        Gap { left: last.0 + 1..left.items.len(), right: last.1 + 1..right.items.len() },
    ];
    let gaps: Vec<Gap> = pairs
        .windows(2)
        .map(|two| Gap { left: two[0].0 + 1..two[1].0, right: two[0].1 + 1..two[1].1 })
        .filter(|gap| !gap.left.is_empty() || !gap.right.is_empty())
        .collect();
    let changed: usize = gaps.iter().map(|gap| says(left, &gap.left).max(says(right, &gap.right))).sum();
    let differs = |&&(i, j): &&(usize, usize)| left.items[i].word != right.items[j].word;
    let values: Vec<(usize, usize)> =
        pairs.iter().filter(|(i, _)| matches!(left.items[*i].kind, Kind::Value(_))).copied().collect();
    let mut differing = values.iter().filter(differs);
    let others_named = gaps.iter().any(|gap| names(left, &gap.left) && names(right, &gap.right));
    let one_has =
        |kind: Kind| gaps.iter().any(|gap| has(left, &gap.left, kind) != has(right, &gap.right, kind));
    let denied = one_has(Kind::Denial);
    // What is forecast is no rival of what came.
    if one_has(Kind::Plan) {
        return None;
    }
    match (differing.next(), differing.next()) {
        (Some(&pair), None) => {
            let is_copy = (changed == 0 || shared >= LEAST_CHANGED && changed * FOR_EACH <= shared)
                && !others_named
                && !denied
                && (shared >= SURE || is_bounded(&ends, left, right))
                && is_framed(pairs, pair, left, right)
                && !stands_elsewhere(pair, left, right);
            // "The second time" and "the third" stand in one sentence more often than one is a slip for the other.
            let is_ordinal = left.items[pair.0].kind == Kind::Value(MentionKind::Ordinal);
            if !is_copy || is_ordinal && !is_whole(&ends, left, right) {
                return None;
            }
            value(pair, &values, left, right, articles)
        }
        (None, None) if shared >= LEAST_OF_WORDS && is_whole(&ends, left, right) => {
            let mut outer = ends.iter().filter(|gap| !gap.left.is_empty() && !gap.right.is_empty());
            match (gaps.as_slice(), outer.next(), outer.next()) {
                ([gap], None, _) if denied && changed == 0 && is_bounded(&ends, left, right) => {
                    Some(denial(gap, left, right))
                }
                ([gap], None, _) | ([], Some(gap), None) => name(gap, left, right, articles),
                _ => None,
            }
        }
        _ => None,
    }
}

/// How many shared items say something; a name of several words is one.
fn shared(pairs: &[(usize, usize)], left: &Row) -> usize {
    let says = |at: usize| left.items[at].kind == Kind::Content;
    let goes_on = |at: usize| at > 0 && left.items[at].capital && left.items[at - 1].capital && says(at - 1);
    pairs.iter().filter(|(i, _)| says(*i) && !goes_on(*i)).count()
}

/// How many items of a stretch say something.
fn says(wording: &Row, stretch: &Range<usize>) -> usize {
    wording.items[stretch.clone()]
        .iter()
        .filter(|item| matches!(item.kind, Kind::Content | Kind::Value(_)))
        .count()
}

fn names(wording: &Row, stretch: &Range<usize>) -> bool {
    wording.items[stretch.clone()].iter().any(|item| item.named)
}

fn has(wording: &Row, stretch: &Range<usize>, kind: Kind) -> bool {
    wording.items[stretch.clone()].iter().any(|item| item.kind == kind)
}

/// Whether what stands next to two values is shared too, up to the next word that says something, as far as both sentences go
/// on there.
fn is_framed(pairs: &[(usize, usize)], pair: (usize, usize), left: &Row, right: &Row) -> bool {
    let Ok(at) = pairs.binary_search(&pair) else { return false };
    let is_small = |at: usize| matches!(left.items[at].kind, Kind::Small | Kind::Denial | Kind::Plan);
    let starts = |(i, j): (usize, usize)| i == 0 || j == 0;
    let ends = |(i, j): (usize, usize)| i + 1 == left.items.len() || j + 1 == right.items.len();
    is_shared_on(pairs[..=at].iter().rev(), is_small, starts)
        && is_shared_on(pairs[at..].iter(), is_small, ends)
}

/// Whether nothing stands between shared items from the first of them up to one that says something or at which a sentence ends.
fn is_shared_on<'p>(
    mut path: impl Iterator<Item = &'p (usize, usize)>,
    is_small: impl Fn(usize) -> bool,
    ends: impl Fn((usize, usize)) -> bool,
) -> bool {
    let Some(&(mut here)) = path.next() else { return false };
    while !ends(here) {
        match path.next() {
            Some(&next) if next.0.abs_diff(here.0) == 1 && next.1.abs_diff(here.1) == 1 => here = next,
            Some(_) | None => return false,
        }
        if !is_small(here.0) {
            break;
        }
    }
    true
}

/// Whether either value stands elsewhere in the other wording: "13 and 14", "14 and 13".
fn stands_elsewhere((i, j): (usize, usize), left: &Row, right: &Row) -> bool {
    let holds = |wording: &Row, word: u32| wording.items.iter().any(|item| item.word == word);
    holds(right, left.items[i].word) || holds(left, right.items[j].word)
}

/// Whether what is shared starts where one of the wordings starts and ends where one of them ends.
fn is_bounded(ends: &[Gap; 2], left: &Row, right: &Row) -> bool {
    ends.iter().all(|end| says(left, &end.left) == 0 || says(right, &end.right) == 0)
}

/// Whether hardly a word of either wording stands outside what they share.
fn is_whole(ends: &[Gap; 2], left: &Row, right: &Row) -> bool {
    let outside = |row: &Row, side: fn(&Gap) -> &Range<usize>| -> usize {
        ends.iter().map(|end| says(row, side(end))).sum()
    };
    outside(left, |end| &end.left) <= LONGER && outside(right, |end| &end.right) <= LONGER
}

/// Two values of one kind; none where a time hangs on the day that each article was printed on, or stands beside one that does:
/// "today (14 October)".
fn value(
    (i, j): (usize, usize),
    values: &[(usize, usize)],
    left: &Row,
    right: &Row,
    articles: &[Article<'_>],
) -> Option<Change> {
    let Kind::Value(kind) = left.items[i].kind else { return None };
    let side = |at: usize| Side { items: at..at + 1, denies: false };
    let change = |kind| Change { kind, left: side(i), right: side(j) };
    let holds = |wording: &Row, at: usize, words: WordClass| {
        wording.places.first().is_none_or(|place| {
            let tokens = side(at).tokens(*place, articles);
            articles[place.source].document.tokens[tokens].iter().any(|token| token.is(words))
        })
    };
    let beside_today = || values.iter().any(|(i, _)| holds(left, *i, WordClass::DAY_NAME));
    match kind {
        MentionKind::Time if holds(left, i, HANGING) || holds(right, j, HANGING) || beside_today() => None,
        MentionKind::Time => Some(change(Copied::Time)),
        MentionKind::Duration => Some(change(Copied::Length)),
        // "Several" is no figure that another could be a slip for.
        _ if holds(left, i, WordClass::VAGUE) || holds(right, j, WordClass::VAGUE) => None,
        _ => Some(change(Copied::Figure)),
    }
}

/// The denial, with the word on either side of it.
fn denial(gap: &Gap, left: &Row, right: &Row) -> Change {
    let side = |stretch: &Range<usize>, wording: &Row| Side {
        items: stretch.start.saturating_sub(1)..(stretch.end + 1).min(wording.items.len()),
        denies: has(wording, stretch, Kind::Denial),
    };
    Change { kind: Copied::Denial, left: side(&gap.left, left), right: side(&gap.right, right) }
}

/// Two names of one kind that stand in each other's place.
fn name(gap: &Gap, left: &Row, right: &Row, articles: &[Article<'_>]) -> Option<Change> {
    let (one, kind, name) = named(gap.left.start, left, articles)?;
    let (other, of, beside) = named(gap.right.start, right, articles)?;
    if name.likeness(beside) != Likeness::Different || is_short_form(name, beside) {
        return None;
    }
    let holds =
        |side: &Range<usize>, stretch: &Range<usize>| side.start <= stretch.start && stretch.end <= side.end;
    if kind != of || !holds(&one, &gap.left) || !holds(&other, &gap.right) {
        return None;
    }
    let kind = if kind == MentionKind::Place { Copied::Place } else { Copied::Name };
    let side = |items: Range<usize>| Side { items, denies: false };
    Some(Change { kind, left: side(one), right: side(other) })
}

/// Whether two names are one in two house styles, or with a first name and its short form: "Pat Lima", "Patricia Lima".
fn is_short_form(one: &Name, other: &Name) -> bool {
    let (a, b) = (Wording::of(&one.written), Wording::of(&other.written));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.words().collect(), b.words().collect());
    let opens = |x: &str, y: &str| x.starts_with(y) || y.starts_with(x);
    a.len() == b.len() && a.iter().zip(&b).all(|(x, y)| opens(x, y))
}

/// The items of the name that an item is part of, and its kind.
fn named<'a>(
    at: usize,
    wording: &Row,
    articles: &[Article<'a>],
) -> Option<(Range<usize>, MentionKind, &'a Name)> {
    let place = wording.places.first()?;
    let (document, mentions) = (articles[place.source].document, articles[place.source].mentions);
    let tokens: Vec<Range<usize>> =
        stretches(&articles[place.source], place.sentence).map(|(_, _, tokens)| tokens).collect();
    let here = tokens.get(at)?;
    let from = mentions.partition_point(|mention| mention.sentence < place.sentence);
    let mention =
        mentions[from..].iter().take_while(|mention| mention.tokens.start <= here.start).find(|mention| {
            matches!(mention.kind, MentionKind::Person | MentionKind::Place | MentionKind::Organization)
                && mention.tokens.end >= here.end
        })?;
    let is_demonym = document.tokens[mention.tokens.clone()].iter().any(|token| token.is(WordClass::DEMONYM));
    let inside =
        |tokens: &Range<usize>| mention.tokens.start <= tokens.start && tokens.end <= mention.tokens.end;
    let first = tokens.iter().position(inside)?;
    let count = tokens[first..].iter().take_while(|tokens| inside(tokens)).count();
    let Said::Name(name) = &mention.said else { return None };
    (!is_demonym).then_some((first..first + count, mention.kind, name.as_ref()))
}
