//! Finds the words between quotation marks: whole sentences and fragments, outermost only.
//!
//! ```text
//! quotation = open words close        both marks of one style, inside one block
//!           | open words block-end    a paragraph that the next one continues, or that lost its closing mark
//! style     = " " | “ ” | „ “ | « » | `` '' | ‘ ’ | ' '        also " closed by ''
//! ```
//!
//! Straight marks open and close by turns, unless their blanks say otherwise. A single mark opens only before a
//! word and closes only behind one, so that apostrophes open nothing; it stays open where the next block opens with one
//! more. Who speaks is found by [`crate::resolve`].

use crate::text::{Document, Quotation, Token, TokenKind};

/// How many tokens ahead the closing half of a single mark is looked for.
const SINGLE_REACH: usize = 60;

/// How many where the mark opens a sentence, and how far into the next line a closing mark that can be nothing else.
const SENTENCE_REACH: usize = 400;

/// The quotations of a document, in order.
pub(super) fn quotations(document: &Document<'_>) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut first = 0;
    let mut carried = None;
    while let Some(sentence) = document.sentences.get(first) {
        let rest = &document.sentences[first..];
        let count = rest.iter().take_while(|other| other.block == sentence.block).count();
        let end = rest[count - 1].tokens.end;
        let mut block = Block { document, end, found: &mut found };
        let start = sentence.tokens.start;
        let from = carried.and_then(|style| block.carried(style, start)).unwrap_or(start);
        carried = block.read(from, start);
        first += count;
    }
    found
}

/// The styles of marks that open a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Straight,
    Curly,
    Low,
    Guillemets,
    Backticks,
    Single,
}

/// One mark, which may take two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Straight,
    CurlyOpen,
    CurlyClose,
    LowOpen,
    GuillemetOpen,
    GuillemetClose,
    Backticks,
    Apostrophes,
    SingleOpen,
    Apostrophe,
}

/// One block whose quotations are read.
struct Block<'d, 's> {
    document: &'d Document<'s>,
    end: usize,
    found: &'d mut Vec<Quotation>,
}

impl Block<'_, '_> {
    /// Reads from token `from` on and says which style of quotation the block leaves open.
    fn read(&mut self, from: usize, start: usize) -> Option<Style> {
        let mut open: Option<Open> = None;
        let mut at = from;
        while at < self.end {
            let Some((mark, width)) = self.mark(at) else {
                at += 1;
                continue;
            };
            let next = at + width;
            open = match open {
                None => self.style_opened(mark, at, next, start).and_then(|style| {
                    if style == Style::Single {
                        let opens = at == start || self.ends_clause(at - 1);
                        let reach = if opens { SENTENCE_REACH } else { SINGLE_REACH };
                        if let Some(close) = self.single_close(next, reach) {
                            self.keep(next, close, true);
                            at = close;
                        } else if opens && self.goes_on_behind() {
                            self.keep(next, self.end, false);
                            at = self.end;
                        }
                        return None;
                    }
                    Some(Open { style, mark: at, first: next, depth: 1, last_close: None })
                }),
                Some(now) => self.inside(now, mark, at, next),
            };
            at = next.max(at + 1);
        }
        let open = open?;
        self.unclosed(&open, start).then_some(open.style)
    }

    /// Where each sentence is a line of its own, a quotation left open goes on to the mark that closes it: the tokens
    /// behind that mark.
    fn carried(&mut self, style: Style, start: usize) -> Option<usize> {
        let reach = if style == Style::Curly { SENTENCE_REACH } else { SINGLE_REACH };
        let marks: Vec<(usize, Mark, usize)> = (start..self.end.min(start + reach))
            .filter_map(|at| self.mark(at).map(|(mark, width)| (at, mark, at + width)))
            .filter(|(_, mark, _)| {
                matches!(mark, Mark::Straight | Mark::CurlyOpen | Mark::CurlyClose | Mark::Apostrophes)
            })
            .collect();
        let &(at, mark, next) = marks.first()?;
        let closes = match style {
            Style::Straight => {
                mark == Mark::Straight
                    && (self.looks_closed(at, next) || !self.looks_open(at, next) && marks.len() % 2 == 1)
            }
            Style::Curly => mark == Mark::CurlyClose,
            Style::Backticks => mark == Mark::Apostrophes,
            Style::Low | Style::Guillemets | Style::Single => false,
        };
        if !closes || at == start {
            return None;
        }
        self.keep(start, at, true);
        Some(next)
    }

    /// What a mark makes of a quotation that is open.
    fn inside(&mut self, now: Open, mark: Mark, at: usize, next: usize) -> Option<Open> {
        let closes = match now.style {
            Style::Straight => matches!(mark, Mark::Straight | Mark::CurlyClose | Mark::Apostrophes),
            Style::Curly => matches!(mark, Mark::CurlyClose | Mark::Straight | Mark::Apostrophes),
            Style::Low => matches!(mark, Mark::CurlyOpen | Mark::CurlyClose),
            Style::Guillemets => mark == Mark::GuillemetClose,
            Style::Backticks => matches!(mark, Mark::Apostrophes | Mark::Straight),
            Style::Single => mark == Mark::Apostrophe,
        };
        if closes {
            let after_pause = matches!(self.text(at - 1), "," | "." | "!" | "?");
            if now.style == Style::Straight && self.looks_open(at, next) && at > now.first + 1 && !after_pause
            {
                return Some(Open { mark: at, first: next, ..now });
            }
            if now.depth > 1 {
                return Some(Open { depth: now.depth - 1, last_close: Some(at), ..now });
            }
            self.keep(now.first, at, true);
            return None;
        }
        let nests = (now.style == Style::Curly && mark == Mark::CurlyOpen)
            || (now.style == Style::Guillemets && mark == Mark::GuillemetOpen);
        Some(if nests { Open { depth: now.depth + 1, ..now } } else { now })
    }

    /// A quotation that its block does not close: to the last mark that could close it, else to the block's end
    /// where it opens a sentence; a stray mark inside a sentence opens nothing. Says whether it stays open.
    fn unclosed(&mut self, open: &Open, start: usize) -> bool {
        if let Some(close) = open.last_close {
            self.keep(open.first, close, true);
            return false;
        }
        let opens = open.mark == start || self.ends_clause(open.mark - 1);
        if opens {
            self.keep(open.first, self.end, false);
        }
        opens
    }

    fn keep(&mut self, first: usize, end: usize, closed: bool) {
        let has_words = self.document.tokens[first..end].iter().any(|token| token.kind == TokenKind::Word);
        if has_words {
            let tokens = first..end;
            self.found.push(Quotation { span: self.document.span_of(&tokens), tokens, closed });
        }
    }

    /// The style that a mark outside of quotations opens, if it opens one.
    fn style_opened(&self, mark: Mark, at: usize, next: usize, start: usize) -> Option<Style> {
        match mark {
            Mark::Straight => (at == start || !self.looks_closed(at, next)).then_some(Style::Straight),
            Mark::CurlyOpen => Some(Style::Curly),
            Mark::CurlyClose => self.looks_open(at, next).then_some(Style::Curly),
            Mark::LowOpen => Some(Style::Low),
            Mark::GuillemetOpen => Some(Style::Guillemets),
            Mark::Backticks => Some(Style::Backticks),
            Mark::Apostrophes => self.looks_open(at, next).then_some(Style::Backticks),
            Mark::SingleOpen | Mark::Apostrophe => {
                (self.looks_open(at, next) && !self.is_elision(next)).then_some(Style::Single)
            }
            Mark::GuillemetClose => None,
        }
    }

    /// The closing half of a single mark: behind a word or mark, before a blank or mark. The possessive of a plural
    /// looks the same, so a mark behind "s" counts only where no other closes the quotation.
    fn single_close(&self, first: usize, reach: usize) -> Option<usize> {
        let mut doubtful = None;
        for at in first + 1..self.end.min(first + reach) {
            match self.mark(at) {
                Some((Mark::Apostrophe, next)) => {
                    if doubtful.is_some() && self.looks_open(at, at + next) && !self.is_elision(at + next) {
                        return doubtful;
                    }
                }
                Some((Mark::SingleOpen, _)) => return doubtful,
                Some(_) | None => continue,
            }
            let glued_before = self.document.tokens[at].glued;
            let word_follows = self.token(at + 1).is_some_and(|next| next.glued && is_word(next));
            if !glued_before || word_follows {
                continue;
            }
            if self.text(at - 1).ends_with('s') {
                doubtful = doubtful.or(Some(at));
            } else {
                return Some(at);
            }
        }
        doubtful
    }

    /// Whether the next block opens with a single mark: whoever goes on in a new paragraph opens it with one more.
    fn goes_on_behind(&self) -> bool {
        let word = self.document.tokens.get(self.end + 1);
        matches!(self.text(self.end), "'" | "\u{2018}")
            && word.is_some_and(|word| word.glued && is_word(word))
            && !self.is_elision(self.end + 1)
    }

    /// A blank or opening mark before and none behind.
    fn looks_open(&self, at: usize, next: usize) -> bool {
        let tokens = &self.document.tokens;
        let free =
            !tokens[at].glued || matches!(self.text(at - 1), "(" | "[" | "\u{2014}" | "\u{2013}" | "-" | "/");
        free && self.token(next).is_some_and(|token| token.glued && token.kind != TokenKind::Punctuation)
    }

    /// Glued to what stands before and parted from what follows.
    fn looks_closed(&self, at: usize, next: usize) -> bool {
        self.document.tokens[at].glued
            && !matches!(self.text(at - 1), "(" | "[" | "\u{2014}" | "\u{2013}" | "-" | "/" | ":")
            && self.token(next).is_none_or(|token| !token.glued || token.kind == TokenKind::Punctuation)
    }

    /// "'em", "'90s": letters left out, nothing quoted.
    fn is_elision(&self, next: usize) -> bool {
        let text = self.text(next);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        digits == 2 && matches!(&text[digits..], "" | "s")
            || [
                "em", "til", "cause", "tis", "twas", "n", "round", "bout", "s", "t", "re", "ll", "ve", "d",
                "m",
            ]
            .iter()
            .any(|elided| text.eq_ignore_ascii_case(elided))
    }

    fn ends_clause(&self, at: usize) -> bool {
        matches!(self.text(at), "." | "!" | "?" | ":" | ",")
    }

    /// The mark at `at` and how many tokens it takes.
    #[inline]
    fn mark(&self, at: usize) -> Option<(Mark, usize)> {
        // The first bytes of all marks there are.
        let may_be = matches!(self.token(at)?.initial, b'"' | b'\'' | b'`' | 0xE2 | 0xEF);
        if may_be { self.spelled_mark(at) } else { None }
    }

    /// The same of a token with such a first byte. Not inlined, so that the look at the byte is.
    #[inline(never)]
    fn spelled_mark(&self, at: usize) -> Option<(Mark, usize)> {
        let doubled = |text| {
            self.token(at + 1).is_some_and(|next| next.glued && !is_word(next)) && self.text(at + 1) == text
        };
        Some(match self.text(at) {
            "\"" | "\u{FF02}" => (Mark::Straight, 1),
            "\u{201C}" | "\u{201F}" => (Mark::CurlyOpen, 1),
            "\u{201D}" => (Mark::CurlyClose, 1),
            "\u{201E}" => (Mark::LowOpen, 1),
            "\u{AB}" => (Mark::GuillemetOpen, 1),
            "\u{BB}" => (Mark::GuillemetClose, 1),
            "`" if doubled("`") => (Mark::Backticks, 2),
            "'" if doubled("'") => (Mark::Apostrophes, 2),
            "\u{2018}" if doubled("\u{2018}") => (Mark::Backticks, 2),
            "\u{2019}" if doubled("\u{2019}") => (Mark::Apostrophes, 2),
            "\u{2018}" | "\u{201B}" | "`" => (Mark::SingleOpen, 1),
            "'" | "\u{2019}" => (Mark::Apostrophe, 1),
            _ => return None,
        })
    }

    fn token(&self, at: usize) -> Option<&Token> {
        if at < self.end { self.document.tokens.get(at) } else { None }
    }

    fn text(&self, at: usize) -> &str {
        self.document.tokens.get(at).map_or("", |token| self.document.text(token.span))
    }
}

/// A quotation whose end is not yet found.
struct Open {
    style: Style,
    mark: usize,
    first: usize,
    depth: usize,
    last_close: Option<usize>,
}

const fn is_word(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Clitic | TokenKind::Number | TokenKind::Link)
}

#[cfg(test)]
mod tests {
    use crate::{rules::Lexicon, segment, text::Source};

    fn quoted(text: &str) -> Vec<String> {
        let source = Source { text: text.to_owned(), ..Source::default() };
        let document = segment::document(&source, &Lexicon::default());
        document.quotations.iter().map(|one| document.text(one.span).to_owned()).collect()
    }

    #[test]
    fn every_style_of_mark_opens_and_closes() {
        for (text, want) in [
            ("\"We are done,\" she said. \"Go home.\"", vec!["We are done,", "Go home."]),
            ("The mayor called it \"a dark day\" for the town.", vec!["a dark day"]),
            ("\u{201C}It shook,\u{201D} said Ana Lima.", vec!["It shook,"]),
            ("He said ``we lost everything'' on Monday.", vec!["we lost everything"]),
            ("Er sagte: \u{201E}Nein\u{201C} und ging.", vec!["Nein"]),
            ("Elle a dit \u{AB} non \u{BB} hier.", vec!["non"]),
            ("The judge spoke of a 'cruel act' and left.", vec!["cruel act"]),
            (
                "\u{2018}The drivers\u{2019} strike is over,\u{2019} he said.",
                vec!["The drivers\u{2019} strike is over,"],
            ),
            ("\" Nobody slept , \" said Lima . \" Nobody . \"", vec!["Nobody slept ,", "Nobody ."]),
            (
                "\u{201C}He told me \u{2018}run\u{2019} and I ran,\u{201D} she said.",
                vec!["He told me \u{2018}run\u{2019} and I ran,"],
            ),
            (
                "\u{201C}They sang \u{201C}Home\u{201D} twice,\u{201D} he said.",
                vec!["They sang \u{201C}Home\u{201D} twice,"],
            ),
            ("the (\"old\") bridge", vec!["old"]),
        ] {
            assert_eq!(quoted(text), want, "{text}");
        }
    }

    #[test]
    fn apostrophes_and_stray_marks_open_nothing() {
        for text in [
            "The workers' union didn't strike in the '90s.",
            "It was 6' tall and 10\" wide.",
            "Get 'em before the boys' match.",
            "rock 'n' roll isn't dead",
            "\"\" and ''",
            "The town of X\" burned.",
        ] {
            assert_eq!(quoted(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_paragraph_left_open_runs_to_its_end() {
        let text = "\u{201C}First we ran.\n\u{201C}Then we hid,\u{201D} he said.";
        assert_eq!(quoted(text), ["First we ran.", "Then we hid,"]);
        assert_eq!(quoted("He said: \"We ran.\nThe end."), ["We ran."]);
    }

    #[test]
    fn single_marks_are_left_open_where_the_next_paragraph_goes_on() {
        assert_eq!(
            quoted("He said: 'We ran to the boats.\n'Then we hid,' he said."),
            ["We ran to the boats.", "Then we hid,"]
        );
        assert_eq!(quoted("'We ran.\nThe end."), Vec::<String>::new());
        assert_eq!(quoted("Of the 'burbs.\n'Go,' he said."), ["Go,"]);
        assert_eq!(quoted("'100 boats sank,' he said."), ["100 boats sank,"]);
        assert_eq!(
            quoted("'We lost the boats' he said. 'All of them.'"),
            ["We lost the boats", "All of them."]
        );
        let long = "and on ".repeat(60);
        assert_eq!(quoted(&format!("'We went {long}then.' She left.")), [format!("We went {long}then.")]);
    }

    #[test]
    fn a_quotation_goes_on_over_lines() {
        assert_eq!(
            quoted("\"We saw it.\nIt was huge,\" she said.\nThen it left."),
            ["We saw it.", "It was huge,"]
        );
        assert_eq!(quoted("\"We saw it.\n\"It was huge,\" she said."), ["We saw it.", "It was huge,"]);
    }

    #[test]
    fn a_megabyte_of_marks_is_read_in_linear_time() {
        for mark in ["\"", "'", "\u{201C}", "' a", "`"] {
            let _ = quoted(&mark.repeat(200_000));
        }
    }
}
