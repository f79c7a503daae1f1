//! Lays two wordings side by side, word by word: the best local alignment of their items.
//!
//! T. F. Smith and M. S. Waterman, "Identification of Common Molecular Subsequences", Journal of Molecular Biology 147, 1981.

use super::items::{Item, Kind};

/// What an item counts that both have.
const CONTENT: i32 = 4;
const SMALL: i32 = 2;
/// Two values of one kind, whatever they say.
const VALUES: i32 = 3;

/// What an item costs that only one side has.
const CONTENT_ALONE: i32 = 3;
const SMALL_ALONE: i32 = 1;

/// How a path through both wordings came to a pair of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Start,
    Both,
    Left,
    Right,
}

/// The items that two wordings share, in order: of each the place on the left and on the right.
#[derive(Debug)]
pub(super) struct Alignment {
    pub pairs: Vec<(usize, usize)>,
}

impl Alignment {
    /// The best alignment; none where nothing is shared.
    pub(super) fn of(left: &[Item], right: &[Item]) -> Option<Self> {
        let width = right.len() + 1;
        let mut scores = vec![0_i32; (left.len() + 1) * width];
        let mut steps = vec![Step::Start; scores.len()];
        let mut best = (0, 0, 0);
        for (i, &x) in left.iter().enumerate() {
            for (j, &y) in right.iter().enumerate() {
                let at = (i + 1) * width + j + 1;
                let both = gain(x, y).map(|gain| (scores[at - width - 1] + gain, Step::Both));
                let ways =
                    [(scores[at - width] - cost(x), Step::Left), (scores[at - 1] - cost(y), Step::Right)];
                let way = ways.into_iter().chain(both).max_by_key(|(score, _)| *score);
                if let Some((score, step)) = way.filter(|(score, _)| *score > 0) {
                    (scores[at], steps[at]) = (score, step);
                    if score > best.0 {
                        best = (score, i + 1, j + 1);
                    }
                }
            }
        }
        let (_, mut i, mut j) = best;
        let mut pairs = Vec::new();
        loop {
            match steps[i * width + j] {
                Step::Start => break,
                Step::Both => {
                    (i, j) = (i - 1, j - 1);
                    pairs.push((i, j));
                }
                Step::Left => i -= 1,
                Step::Right => j -= 1,
            }
        }
        pairs.reverse();
        (!pairs.is_empty()).then_some(Self { pairs })
    }
}

/// What two items count that stand side by side; none where they are two.
fn gain(x: Item, y: Item) -> Option<i32> {
    match (x.kind, y.kind) {
        (Kind::Value(a), Kind::Value(b)) => (a == b).then_some(VALUES),
        _ if x.word != y.word => None,
        (Kind::Content, Kind::Content) => Some(CONTENT),
        _ => Some(SMALL),
    }
}

const fn cost(item: Item) -> i32 {
    match item.kind {
        Kind::Content | Kind::Value(_) => CONTENT_ALONE,
        Kind::Small | Kind::Denial | Kind::Plan => SMALL_ALONE,
    }
}
