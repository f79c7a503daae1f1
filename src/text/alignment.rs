//! Lays two rows of words or values side by side where they run most alike: the best local alignment.
//!
//! T. F. Smith and M. S. Waterman, "Identification of Common Molecular Subsequences", Journal of Molecular Biology 147, 1981.
//! What items are worth is for those who ask: [`crate::claim`] and [`crate::copied`].

/// How a path through both rows came to a pair of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Start,
    Both,
    Left,
    Right,
}

/// The best way to lay two rows side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// The items that stand side by side, in order: of each pair the place on the left and on the right.
    pub pairs: Vec<(usize, usize)>,
    /// What the pairs gain less what the items between them cost.
    pub score: i32,
}

/// Aligns two rows.
///
/// `gain` is what two items count side by side, none where they may not stand so; `cost` what the first item costs that
/// stands alone, beside the place where the second stands. Of ways that are worth the same, items that stand side by
/// side come first, then one alone on the left.
pub(crate) fn alignment<T>(
    left: &[T],
    right: &[T],
    gain: impl Fn(&T, &T) -> Option<i32>,
    cost: impl Fn(&T, &T) -> i32,
) -> Alignment {
    let width = right.len() + 1;
    let mut steps = vec![Step::Start; (left.len() + 1) * width];
    // What the ways are worth that end in the row above, each overwritten once its own row comes to its place.
    let mut scores = vec![0_i32; right.len()];
    let mut best = (0, 0, 0);
    for (i, x) in left.iter().enumerate() {
        let row = &mut steps[(i + 1) * width + 1..];
        let (mut above_before, mut before) = (0, 0);
        for (j, ((y, score), step)) in right.iter().zip(&mut scores).zip(row).enumerate() {
            let above = *score;
            let mut way = (above - cost(x, y), Step::Left);
            let alone = before - cost(y, x);
            if alone > way.0 {
                way = (alone, Step::Right);
            }
            if let Some(both) = gain(x, y).map(|gain| above_before + gain).filter(|it| *it >= way.0) {
                way = (both, Step::Both);
            }
            if way.0 > 0 {
                *step = way.1;
                if way.0 > best.0 {
                    best = (way.0, i + 1, j + 1);
                }
            }
            (above_before, before) = (above, way.0.max(0));
            *score = before;
        }
    }
    let (score, i, j) = best;
    Alignment { pairs: traced(&steps, width, (i, j)), score }
}

/// The pairs of the path that ends at a place.
fn traced(steps: &[Step], width: usize, (mut i, mut j): (usize, usize)) -> Vec<(usize, usize)> {
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
    pairs
}

#[cfg(test)]
mod tests {
    use super::{Alignment, alignment};

    fn of(left: &str, right: &str) -> Alignment {
        let [left, right] = [left, right].map(|row| row.split(' ').collect::<Vec<_>>());
        alignment(&left, &right, |x, y| (x == y).then_some(2), |_, _| 1)
    }

    #[test]
    fn rows_are_laid_side_by_side_where_they_run_most_alike() {
        for (left, right, pairs, score) in [
            ("the mill closed", "the mill closed", vec![(0, 0), (1, 1), (2, 2)], 6),
            ("the old mill closed", "the mill closed", vec![(0, 0), (2, 1), (3, 2)], 5),
            ("so the mill closed", "now the mill burnt", vec![(1, 1), (2, 2)], 4),
            ("a mill", "two farms", vec![], 0),
            // What is worth the same keeps the one on the left that comes first.
            ("red blue", "blue red", vec![(0, 1)], 2),
        ] {
            assert_eq!(of(left, right), Alignment { pairs, score }, "{left} | {right}");
        }
    }
}
