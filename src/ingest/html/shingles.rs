//! Finds words again that stand elsewhere, however they are parted and marked up: by every five in a row.

use rustc_hash::{FxHashSet, FxHasher};
use std::hash::{Hash as _, Hasher as _};

/// How many words are one shingle.
const WORDS: usize = 5;

/// The shingles of texts that were seen.
#[derive(Debug, Default)]
pub(super) struct Shingles(FxHashSet<u64>);

impl Shingles {
    /// Remembers a text.
    pub(super) fn add(&mut self, text: &str) {
        each(text, |shingle| {
            self.0.insert(shingle);
        });
    }

    /// How many of a hundred shingles of a text stood in what was seen; none of one that is too short to tell.
    pub(super) fn share(&self, text: &str) -> usize {
        let (mut known, mut all) = (0_usize, 0_usize);
        each(text, |shingle| {
            known += usize::from(self.0.contains(&shingle));
            all += 1;
        });
        100 * known / all.max(1)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Calls `see` with every shingle of a text; a shorter one has none.
fn each(text: &str, mut see: impl FnMut(u64)) {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut last = [0_u64; WORDS];
    for (at, word) in words.enumerate() {
        let mut hasher = FxHasher::default();
        word.hash(&mut hasher);
        last.rotate_left(1);
        last[WORDS - 1] = hasher.finish();
        if at + 1 >= WORDS {
            let mut hasher = FxHasher::default();
            last.hash(&mut hasher);
            see(hasher.finish());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_whatever_parts_them() {
        let mut seen = Shingles::default();
        seen.add("The ferry left the harbour at dawn, with 140 people on board.");
        for (text, share) in [
            ("The ferry left the harbour\nat dawn with 140 people", 100),
            ("ferry left the harbour at", 100),
            ("The ferry", 0),
            ("The ferry left the harbour at dawn, with 150 people on board.", 50),
        ] {
            assert_eq!(seen.share(text), share, "{text}");
        }
    }
}
