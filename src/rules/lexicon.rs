//! Every word that a grammar or a rule names, with its number and its classes.
//!
//! Each word of a text is asked for once, so the table is made for that: a word is known by its first and last eight
//! bytes, and all that is asked of it lies in one place.

use crate::text::{WordClass, WordId};

/// Every word that a grammar or a rule names, by its lower-case form with straight apostrophes.
#[derive(Debug)]
pub struct Lexicon {
    /// By hash, at the next free place from there on; at least half of them are free, and their number is a power of two.
    slots: Vec<Slot>,
    /// All words, one behind the other.
    text: String,
    /// By number, counted from one, where a word ends in `text`.
    ends: Vec<usize>,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self { slots: vec![Slot::FREE; FEWEST_SLOTS], text: String::new(), ends: Vec::new() }
    }
}

/// How many slots an empty lexicon has.
const FEWEST_SLOTS: usize = 64;

/// A word with its number and classes.
#[derive(Debug, Clone, Copy)]
struct Slot {
    key: Key,
    number: WordId,
    class: WordClass,
}

impl Slot {
    const FREE: Self =
        Self { key: Key { head: 0, tail: 0, len: 0 }, number: WordId::UNKNOWN, class: WordClass::empty() };
}

/// What a word is known by; all of it up to sixteen bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    head: u64,
    tail: u64,
    len: u32,
}

impl Key {
    #[inline]
    fn of(word: &[u8]) -> Self {
        let len = u32::try_from(word.len()).unwrap_or(u32::MAX);
        match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
            (Some(head), Some(tail)) => {
                Self { head: u64::from_le_bytes(*head), tail: u64::from_le_bytes(*tail), len }
            }
            (None, _) | (_, None) => {
                let head = word.iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte));
                Self { head, tail: 0, len }
            }
        }
    }

    /// The key of the first bytes of a buffer that holds noughts behind them.
    #[inline]
    fn of_padded<const N: usize>(buffer: &[u8; N], len: usize) -> Self {
        match buffer.first_chunk::<8>() {
            Some(head) if len < 8 => {
                Self { head: u64::from_le_bytes(*head), tail: 0, len: u32::try_from(len).unwrap_or_default() }
            }
            Some(_) | None => Self::of(&buffer[..len.min(N)]),
        }
    }

    #[inline]
    const fn hash(self) -> usize {
        // Two odd numbers without a pattern: the highest bits of a product depend on all bytes.
        let mixed =
            self.head.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ self.tail.wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
        (mixed >> 40) as usize
    }
}

impl Lexicon {
    /// Adds a word, or classes to a word that is there, and answers its number.
    pub fn add(&mut self, word: &str, class: WordClass) -> WordId {
        let key = Key::of(word.as_bytes());
        let at = self.place(key, word.as_bytes());
        if self.slots[at].number != WordId::UNKNOWN {
            self.slots[at].class |= class;
            return self.slots[at].number;
        }
        self.text.push_str(word);
        self.ends.push(self.text.len());
        let number = WordId(u32::try_from(self.len()).expect("fewer than four thousand million words"));
        self.slots[at] = Slot { key, number, class };
        if self.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    /// The number and classes of a word in lower case; unknown words have neither.
    #[must_use]
    #[inline]
    pub fn look_up(&self, word: &[u8]) -> (WordId, WordClass) {
        let slot = &self.slots[self.place(Key::of(word), word)];
        (slot.number, slot.class)
    }

    /// The numbers of a phrase's words, which are in lower case with one blank between them.
    #[must_use]
    pub fn phrase(&self, phrase: &str) -> Vec<WordId> {
        phrase.split(' ').map(|word| self.look_up(word.as_bytes()).0).collect()
    }

    /// The same of the first bytes of a buffer that holds noughts behind them.
    #[inline]
    pub(crate) fn look_up_padded<const N: usize>(&self, buffer: &[u8; N], len: usize) -> (WordId, WordClass) {
        let slot = &self.slots[self.place(Key::of_padded(buffer, len), &buffer[..len.min(N)])];
        (slot.number, slot.class)
    }

    /// Where a word stands, or else the free place for it.
    #[inline]
    fn place(&self, key: Key, word: &[u8]) -> usize {
        let last = self.slots.len() - 1;
        let mut at = key.hash() & last;
        loop {
            let slot = &self.slots[at];
            if slot.number == WordId::UNKNOWN
                || slot.key == key && (word.len() <= 16 || self.spells(slot.number, word))
            {
                return at;
            }
            at = (at + 1) & last;
        }
    }

    /// The free place for a word that is not there.
    fn free(&self, key: Key) -> usize {
        let last = self.slots.len() - 1;
        let mut at = key.hash() & last;
        while self.slots[at].number != WordId::UNKNOWN {
            at = (at + 1) & last;
        }
        at
    }

    fn spells(&self, number: WordId, word: &[u8]) -> bool {
        self.word(number).is_some_and(|known| known.as_bytes() == word)
    }

    fn grow(&mut self) {
        let slots = vec![Slot::FREE; self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, slots) {
            if slot.number != WordId::UNKNOWN {
                let at = self.free(slot.key);
                self.slots[at] = slot;
            }
        }
    }

    /// The word of a number: for messages.
    #[must_use]
    pub fn word(&self, number: WordId) -> Option<&str> {
        let before = (number.0 as usize).checked_sub(1)?;
        let start = before.checked_sub(1).map_or(0, |last| self.ends[last]);
        self.text.get(start..*self.ends.get(before)?)
    }

    /// How many words there are; every number is at most this.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_and_only_they() {
        let mut lexicon = Lexicon::default();
        let long = [
            "killed",
            "a",
            "",
            "counterterrorism",
            "counterterrorist-in-chief",
            "counterterroriste-in-chief",
        ];
        let many: Vec<String> = (0..500).map(|n| format!("w{n}")).chain(long.map(str::to_owned)).collect();
        let numbers: Vec<WordId> = many.iter().map(|word| lexicon.add(word, WordClass::empty())).collect();
        for (word, number) in many.iter().zip(&numbers) {
            assert_eq!(lexicon.add(word, WordClass::NOUN), *number, "{word}");
            assert_eq!(lexicon.look_up(word.as_bytes()), (*number, WordClass::NOUN), "{word}");
            let mut buffer = [0; 48];
            buffer[..word.len()].copy_from_slice(word.as_bytes());
            assert_eq!(lexicon.look_up_padded(&buffer, word.len()), (*number, WordClass::NOUN), "{word}");
            assert_eq!(lexicon.word(*number), Some(word.as_str()));
        }
        for word in ["kill", "w500", "counterterrorism-in-chief", "b"] {
            assert_eq!(lexicon.look_up(word.as_bytes()), (WordId::UNKNOWN, WordClass::empty()), "{word}");
        }
        assert_eq!(lexicon.len(), many.len());
    }
}
