//! Splits the tokens of a block into sentences; a sentence never crosses a block.
//!
//! ```text
//! sentence = token* stop closer*           where the stop ends it, or the block does
//! stop     = "." | "!" | "?" | "\u{2026}" | abbreviation
//! closer   = a quotation mark or bracket that belongs to what was just said
//! ```
//!
//! A full stop behind an abbreviation or an initial ends a sentence only where the next word could not go on.
//! When unsure the sentence goes on: a rule that finds its words in one long sentence can still read them.

use super::sentence_words::{
    ALSO_WORDS, BEFORE_FIGURES, BEFORE_NAMES, BEHIND_CLOCK, OPENERS, SURE_OPENERS, WITHIN,
};
use crate::text::{Case, Document, Sentence, Token, TokenKind};

/// Splits the tokens from `first` on, which belong to `block`, into sentences.
pub(super) fn split(document: &mut Document<'_>, block: usize, first: usize) {
    let Document { source, tokens, sentences, .. } = document;
    let count = tokens.len();
    let mut from = first;
    let mut stretch = Stretch { text: &source.text, tokens, first, open: false };
    let mut at = first;
    while at < count {
        stretch.turn(at);
        let end = if at + 1 == count { Some(count) } else { stretch.end_behind(at) };
        match end {
            Some(end) => {
                (at + 1..end).for_each(|closer| stretch.turn(closer));
                let span = tokens[from].span.cover(tokens[end - 1].span);
                sentences.push(Sentence { span, tokens: from..end, block });
                stretch.open = stretch.open && end > at + 1;
                from = end;
                at = end;
            }
            None => at += 1,
        }
    }
}

/// The tokens of one block.
struct Stretch<'a> {
    text: &'a str,
    tokens: &'a [Token],
    first: usize,
    /// Whether a straight quotation mark stands open.
    open: bool,
}

impl<'a> Stretch<'a> {
    /// Notes a straight quotation mark.
    fn turn(&mut self, at: usize) {
        if self.tokens[at].kind == TokenKind::Punctuation && self.byte(at) == b'"' {
            self.open = !self.open;
        }
    }

    /// The index behind the sentence that the token at `at` ends, where it ends one.
    fn end_behind(&self, at: usize) -> Option<usize> {
        let token = self.tokens[at];
        match token.kind {
            TokenKind::Punctuation | TokenKind::Symbol => {
                let stop = self.word(at);
                if !matches!(stop, "." | "!" | "?" | "\u{2026}") || self.is_stop(at + 1) {
                    return None;
                }
                let end = self.behind_closers(at + 1);
                self.ends(at, end, stop).then_some(end)
            }
            TokenKind::Word if self.text.as_bytes()[token.span.end() - 1] == b'.' => {
                let end = self.behind_closers(at + 1);
                self.abbreviation_ends(at, end).then_some(end)
            }
            TokenKind::Word | TokenKind::Clitic | TokenKind::Number | TokenKind::Link => None,
        }
    }

    /// Whether the stop at `at` ends the sentence before the token at `next`.
    fn ends(&self, at: usize, next: usize, stop: &str) -> bool {
        let Some(follower) = self.tokens.get(next) else { return true };
        let closed = next > at + 1;
        let before = (at > self.first && self.tokens[at].glued).then(|| at - 1);
        if follower.glued && !closed {
            return self.glued_ends(before, next);
        }
        if !self.opens_sentence(next) {
            return false;
        }
        let Some(before) = before else { return true };
        if stop != "." || closed && !follower.glued {
            // "E! News": a mark behind one letter belongs to the name.
            return !(stop == "!" && self.tokens[before].span.len() == 1);
        }
        let word = self.tokens[before];
        if word.kind != TokenKind::Word {
            return true;
        }
        let written = self.word(before);
        if self.is_before_name(&word) {
            return false;
        }
        if follower.kind == TokenKind::Number && BEFORE_FIGURES.holds(&word, self.text) && written != "no" {
            return false;
        }
        if self.is_within(&word) {
            return self.opens_surely(next);
        }
        let initial = written.chars().count() == 1
            && (word.case == Case::Upper || word.case == Case::Lower && follower.kind == TokenKind::Number);
        !initial || self.opens_surely(next) || written == "I"
    }

    /// Whether "U.S." or "p.m." at `at` ends the sentence before the token at `next`.
    fn abbreviation_ends(&self, at: usize, next: usize) -> bool {
        let Some(follower) = self.tokens.get(next) else { return true };
        if follower.glued && next == at + 1 || self.is_stop(next) {
            return false;
        }
        let written = self.word(at);
        let clock = matches!(written.as_bytes(), [b'a' | b'p' | b'A' | b'P', b'.', b'm' | b'M', b'.']);
        if clock {
            let zone = follower.case == Case::Upper && follower.span.len() <= 4 && follower.span.len() > 1;
            return self.opens_sentence(next)
                && follower.kind == TokenKind::Word
                && !BEHIND_CLOCK.holds(follower, self.text)
                && !zone
                || self.opens_surely(next);
        }
        self.opens_surely(next)
    }

    /// Whether copy that lost its blank goes on with a new sentence: "said Smith.The driver".
    fn glued_ends(&self, before: Option<usize>, next: usize) -> bool {
        let Some(before) = before else { return false };
        let (word, follower) = (self.tokens[before], self.tokens[next]);
        let long = word.kind == TokenKind::Word
            && word.span.len() > 2
            && matches!(word.case, Case::Lower | Case::Title);
        let opens = follower.case == Case::Title && follower.span.len() > 1
            || follower.kind == TokenKind::Number && word.case == Case::Lower;
        long && opens
            && !self.is_before_name(&word)
            && !self.is_within(&word)
            && !BEFORE_FIGURES.holds(&word, self.text)
    }

    /// The index behind the closing marks from `at` on.
    fn behind_closers(&self, mut at: usize) -> usize {
        let mut open = self.open;
        while let Some(token) = self.tokens.get(at) {
            let after = self.tokens.get(at + 1).is_none_or(|next| !next.glued);
            let closes = token.kind == TokenKind::Punctuation
                && match self.word(at) {
                    ")" | "]" | "\u{201D}" | "\u{BB}" => true,
                    "'" | "\u{2019}" => token.glued || after,
                    "\"" => {
                        let closes = open;
                        open = false;
                        closes
                    }
                    _ => false,
                };
            if !closes {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether the token at `at`, behind its opening marks, could open a sentence.
    fn opens_sentence(&self, at: usize) -> bool {
        self.behind_openers(at).is_none_or(|token| match token.kind {
            TokenKind::Word => token.is_capitalised() || token.case == Case::None,
            TokenKind::Number | TokenKind::Symbol | TokenKind::Link => true,
            TokenKind::Clitic => false,
            TokenKind::Punctuation => {
                matches!(&self.text[token.span.range()], "\u{2013}" | "\u{2014}" | "-" | "\u{2022}" | "*")
            }
        })
    }

    /// Whether the token at `at` opens a sentence and could not go on with a name.
    fn opens_surely(&self, at: usize) -> bool {
        let quoted = self.tokens.get(at).is_some_and(|token| self.is_opener(token) && self.word(at) != "(");
        self.behind_openers(at).is_none_or(|token| {
            let written = &self.text[token.span.range()];
            match token.case {
                Case::Title => quoted || OPENERS.holds(token, self.text),
                Case::Upper if written.len() == 1 => matches!(written, "A" | "I"),
                Case::Upper => SURE_OPENERS.holds(token, self.text),
                Case::None | Case::Lower | Case::Mixed => false,
            }
        })
    }

    fn behind_openers(&self, at: usize) -> Option<&'a Token> {
        self.tokens[at..].iter().take(4).find(|token| !self.is_opener(token))
    }

    fn is_opener(&self, token: &Token) -> bool {
        token.kind == TokenKind::Punctuation
            && matches!(
                &self.text[token.span.range()],
                "\"" | "'" | "\u{201C}" | "\u{2018}" | "\u{AB}" | "(" | "[" | "`" | "\u{201E}"
            )
    }

    fn is_stop(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind != TokenKind::Word)
            && matches!(self.word(at), "." | "!" | "?" | "\u{2026}")
    }

    /// Whether a name or figure follows the word where a full stop stands behind it; "GEN." does so in capitals too.
    fn is_before_name(&self, word: &Token) -> bool {
        BEFORE_NAMES.holds(word, self.text)
            && (matches!(word.case, Case::Title | Case::Upper) || !ALSO_WORDS.holds(word, self.text))
    }

    /// Whether the word is an abbreviation that a sentence may go on behind; "ILL." in a text of capitals is none.
    fn is_within(&self, word: &Token) -> bool {
        WITHIN.holds(word, self.text) && (word.case == Case::Title || !ALSO_WORDS.holds(word, self.text))
    }

    fn word(&self, at: usize) -> &'a str {
        &self.text[self.tokens[at].span.range()]
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes()[self.tokens[at].span.start()]
    }
}

#[cfg(test)]
mod tests {
    use crate::{rules::Lexicon, segment, text::Source};

    /// Sentences are parted by "|".
    const CASES: &[&str] = &[
        "A bridge fell.|Two people died.",
        "Mr. Lee left.|Mrs. Lee stayed.",
        "Dr. Ada Roe and Prof. Bo Lin met on Jan. 5 in St. Gallen.|They agreed.",
        "Gen. Roe met Lt. Col. Lin.|Both spoke.",
        "It began on Jan. 23.|The rest followed.",
        "It began in Jan.|The rest followed.",
        "The U.S. envoy left.|The U.S. Senate voted.",
        "He lives in the U.S.|He was born there.",
        "He lives in the U.S. Senate building.",
        "They met in Washington, D.C.|The talks went on.",
        "It opened at 9 a.m. Friday.|Doors closed at 5 p.m.|Nobody came.",
        "It opened at 9 p.m. ET and at 10 p.m. Pacific time.",
        "The fire started at 3 a.m.|Firefighters arrived late.",
        "John F. Kennedy and J. Roe spoke.|So did Harry S. Truman.",
        "He took vitamin C.|The rest did not.",
        "Prices rose 5.2 per cent.|Wages rose 1.5.",
        "It cost $1.2 million.|\u{20AC}3 million was lost.",
        "\"We won.\"|The crowd cheered.",
        "\"We won,\" he said.|\"They lost.\"|He left.",
        "\"Who won?\" she asked.|Nobody knew.",
        "\"Stop!\" he said.|She stopped.",
        "\u{201C}We won.\u{201D}|The crowd cheered.",
        "\u{201C}It is late. |We must go,\u{201D} he said.",
        "He left (it was late).|She stayed.",
        "(He left.)|She stayed.",
        "He waited ...|Then he left.",
        "He waited... and then he left.",
        "He was not aiming. . .|People ran.",
        "He waited\u{2026}|Then he left.",
        "What?|No!|Yes.",
        "Acme Inc. said it would sell.|Acme Corp. did not.",
        "He works for Acme Co.|The firm is old.",
        "Roe Jr. was there.|Lin Sr. was not.",
        "A man in Gary, Ind. said no.|He left.",
        "The crash near Tulsa, Okla.|The driver died.",
        "No. 5 was hit.|So was No. 7.",
        "He said no.|Then he left.",
        "They fought Roe vs. Wade.|It was long.",
        "Page 3 of vol. 2 says so.|Read it.",
        "The i.e. and e.g. of it.|It goes on.",
        "Ph.D. students met.|They talked.",
        "Two were hurt.|3 were killed.",
        "Two were hurt.|iPhone sales rose.",
        "Two were hurt.and a third died.",
        "Two were hurt.|The driver fled.",
        "Smith was hurt, said Roe.|23 others were not.",
        "See example.com for more.|It is good.",
        "Visit www.example.org.|It is good.",
        "He was on E! News.|She was not.",
        "The Yahoo! board met.",
        "\"It is over.|It is done.|We go,\" she said.",
        "He said \"no.\"|She said \"yes.\"",
        "He said 'no.'|She said 'yes.'",
        "He spoke of \" the end . \"|She wept .",
        "THE U.S. ENVOY LEFT.|THE ARMY STAYED.",
        "MAJ. ROE SPOKE.|GEN. LIN LEFT.",
        "IT HAPPENED IN THE U.S.|THE POLICE CAME.",
        "THREE MEN WERE KILLED.|FIVE WERE HURT.",
        "UNIT NO. 4 REPORTED IT.|NOBODY CAME.",
        "The quake hit at 5:34 p.m. local time.|It was felt widely.",
        "The vote was 5-4.|It is final.",
        "Sgt. Roe, 34, was hit.|Cpl. Lin was not.",
        "Sept. 11 was a Tuesday.|It was sunny.",
        "He met Rep. Ada Roe, D-Calif., on Tuesday.|She agreed.",
        "A headline without a stop",
        "One; two: three.|Four.",
        "He was born c. 1950.|He died in 2001.",
        "They came from Ft. Worth and Mt. Vernon.|They left.",
        "\"Go,\" he said.|\"Now.\"",
    ];

    #[test]
    fn sentences_end_where_they_end() {
        let mut wrong = Vec::new();
        for case in CASES {
            let want: Vec<&str> = case.split('|').map(str::trim).collect();
            let text: String = case.replace(" |", " ").replace('|', " ");
            let source = Source { text, ..Source::default() };
            let document = segment::document(&source, &Lexicon::default());
            let found: Vec<&str> =
                document.sentences.iter().map(|sentence| document.text(sentence.span)).collect();
            if found != want {
                wrong.push((found.join(" | "), want.join(" | ")));
            }
        }
        assert_eq!(wrong, []);
    }

    #[test]
    fn lost_blanks_part_sentences_too() {
        let text = "A man was shot in Newtown, police said.The driver, 33, fled the scene.16-year-old Bo Lin was hit.";
        let source = Source { text: text.to_owned(), ..Source::default() };
        assert_eq!(segment::document(&source, &Lexicon::default()).sentences.len(), 3);
    }
}
