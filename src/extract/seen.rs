//! Which steps of a pattern were looked at for which tokens, so that none is looked at twice.

/// A bit for each step and place of a sentence.
#[derive(Debug, Default)]
pub(super) struct Seen {
    bits: Vec<u64>,
    /// The words of `bits` that are not nought: only what was touched is cleared, since a sentence of a megabyte has many
    /// matches.
    touched: Vec<usize>,
    /// How many places the sentence has.
    places: usize,
}

impl Seen {
    /// Forgets everything, for so many steps and places.
    pub fn clear(&mut self, steps: usize, places: usize) {
        for word in self.touched.drain(..) {
            self.bits[word] = 0;
        }
        self.places = places;
        let words = (steps * places).div_ceil(64);
        if self.bits.len() < words {
            self.bits.resize(words, 0);
        }
    }

    /// Whether a step is looked at for a place for the first time.
    #[inline]
    pub fn is_new(&mut self, step: usize, place: usize) -> bool {
        let number = step * self.places + place;
        let word = &mut self.bits[number / 64];
        let bit = 1 << (number % 64);
        if *word == 0 {
            self.touched.push(number / 64);
        }
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }
}
