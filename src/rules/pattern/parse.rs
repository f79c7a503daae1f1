//! Reads the pattern language, character by character.
//!
//! ```text
//! pattern  = [ choice "<<" ] choice [ ">>" choice ]
//! choice   = sequence ("|" sequence)*
//! sequence = item+
//! item     = ("!" | "&")? atom
//! atom     = gap | slot | class | group | optional | start | end | word | mark
//! gap      = ".." digit+ "!"?
//! slot     = "<" [ name ":" ] name [ "/" name ] ">"
//! class    = "{" name ("|" name)* "}"
//! group    = "(" choice ")"
//! optional = "[" choice "]"
//! start    = "^"
//! end      = "$"
//! word     = letters "~"?                letters may hold inner apostrophes, hyphens and dots
//! mark     = punctuation | "\" any
//! name     = (letter | digit | "_" | "-" | "/")+
//! ```
//!
//! What the parts mean, and whether they can match at all, is decided in `compile`.

use super::{
    super::{
        fault::{Fault, meant},
        pieces::plain,
    },
    syntax::{Atom, Choice, Item, Look, Slot, SlotKind, Tree},
};
use nom::{
    Err, IResult, Parser,
    branch::alt,
    bytes::complete::{tag, take_while1},
    character::complete::{anychar, char, digit1, multispace0},
    combinator::{fail, opt},
    error::{ErrorKind, ParseError},
    multi::separated_list1,
    sequence::preceded,
};

/// Groups inside groups beyond this depth are refused.
const DEEPEST: usize = 12;
/// The widest gap.
const WIDEST_GAP: u8 = 20;

/// Reads a pattern, or says what is wrong at which of its bytes.
pub(in crate::rules) fn pattern(source: &str) -> Result<Tree<'_>, Fault> {
    let grammar = Grammar { length: source.len() };
    match grammar.pattern(source) {
        Ok((_, tree)) => Ok(tree),
        Err(Err::Error(wrong) | Err::Failure(wrong)) => Err(wrong.into_fault(source)),
        Err(Err::Incomplete(_)) => {
            Err(Fault::new(source.len()..source.len(), "the pattern ends too early", "write the rest of it"))
        }
    }
}

/// Where a production failed, counted from the end of the pattern, and why where we know.
#[derive(Debug)]
struct Wrong {
    from: usize,
    to: usize,
    why: Option<(String, String)>,
}

impl Wrong {
    fn into_fault(self, source: &str) -> Fault {
        let start = source.len() - self.from;
        let (message, help) = self.why.unwrap_or_else(|| {
            let found = source[start..]
                .chars()
                .next()
                .map_or_else(|| "the end of the pattern".to_owned(), |c| format!("\"{c}\""));
            (
                format!("expected a word, a slot, a class or a group, found {found}"),
                "write `\\` before a sign that is meant literally".to_owned(),
            )
        });
        Fault::new(start..source.len() - self.to.min(self.from), message, help)
    }
}

impl ParseError<&str> for Wrong {
    fn from_error_kind(input: &str, _: ErrorKind) -> Self {
        Self { from: input.len(), to: input.len().saturating_sub(1), why: None }
    }

    fn append(_: &str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

type Read<'p, T> = IResult<&'p str, T, Wrong>;

/// Stops for good: no other production can mend what stands between `from` and `to`.
fn refuse<'p, T>(from: &str, to: &str, message: impl Into<String>, help: impl Into<String>) -> Read<'p, T> {
    let why = Some((message.into(), help.into()));
    Err(Err::Failure(Wrong { from: from.len(), to: to.len(), why }))
}

/// The productions; every rest is a tail of the pattern, so its length is its place.
struct Grammar {
    length: usize,
}

impl Grammar {
    fn pattern<'p>(&self, input: &'p str) -> Read<'p, Tree<'p>> {
        let (rest, first) = self.choice(input, 0)?;
        let (rest, before, body) = match mark("<<", rest) {
            Some(rest) => {
                let (rest, body) = self.choice(rest, 0)?;
                (rest, Some(first), body)
            }
            None => (rest, None, first),
        };
        let (rest, after) = match mark(">>", rest) {
            Some(rest) => {
                let (rest, after) = self.choice(rest, 0)?;
                (rest, Some(after))
            }
            None => (rest, None),
        };
        if rest.is_empty() {
            return Ok((rest, Tree { before, body, after }));
        }
        let shown: String = rest.chars().take(2).filter(|c| !c.is_whitespace()).collect();
        refuse(
            rest,
            &rest[rest.chars().next().map_or(0, char::len_utf8)..],
            format!("nothing here is open that \"{shown}\" could close or go on with"),
            "remove it, or write `\\` before it to mean the sign itself",
        )
    }

    fn choice<'p>(&self, input: &'p str, depth: usize) -> Read<'p, Choice<'p>> {
        if depth > DEEPEST {
            return refuse(input, input, "groups stand too deep in one another", "write several patterns");
        }
        let mut choice = Choice::default();
        let (mut rest, ()) = self.sequence(input, depth, &mut choice.items)?;
        while let Some(after) = rest.strip_prefix('|') {
            choice.further.push(choice.items.len());
            (rest, ()) = self.sequence(after, depth, &mut choice.items)?;
        }
        Ok((rest, choice))
    }

    /// Adds the items of a sequence to those of its choice.
    fn sequence<'p>(&self, input: &'p str, depth: usize, items: &mut Vec<Item<'p>>) -> Read<'p, ()> {
        let mut rest = input.trim_start();
        let before = items.len();
        while !ends_sequence(rest) {
            let (after, item) = self.item(rest, depth)?;
            items.push(item);
            rest = after.trim_start();
        }
        if items.len() == before {
            return refuse(
                rest,
                &rest[rest.chars().next().map_or(0, char::len_utf8)..],
                "nothing stands here that could match",
                "write what must match here, or `[...]` around what may be left out",
            );
        }
        Ok((rest, ()))
    }

    fn item<'p>(&self, input: &'p str, depth: usize) -> Read<'p, Item<'p>> {
        let look = match input.as_bytes() {
            [b'!', ..] => Look::Not,
            [b'&', ..] => Look::Ahead,
            [..] => Look::Take,
        };
        let rest = if look == Look::Take { input } else { multispace0(&input[1..])?.0 };
        let (rest, atom) = self.atom(rest, depth)?;
        let place = self.length - input.len()..self.length - rest.len();
        Ok((rest, Item { place, look, atom }))
    }

    /// The first sign tells which it is.
    fn atom<'p>(&self, input: &'p str, depth: usize) -> Read<'p, Atom<'p>> {
        match input.as_bytes() {
            [b'.', b'.', ..] => gap(input),
            [b'<', ..] => slot(input),
            [b'{', ..] => class(input),
            [b'(', ..] => {
                self.enclosed(input, depth, '(', ')').map(|(rest, choice)| (rest, Atom::Group(choice)))
            }
            [b'[', ..] => {
                self.enclosed(input, depth, '[', ']').map(|(rest, choice)| (rest, Atom::Optional(choice)))
            }
            [b'^', ..] => Ok((&input[1..], Atom::Start)),
            [b'$', ..] => Ok((&input[1..], Atom::End)),
            [b'a'..=b'z', ..] => word(input),
            [..] => alt((word, sign)).parse(input),
        }
    }

    /// The productions `group` and `optional`.
    fn enclosed<'p>(&self, input: &'p str, depth: usize, open: char, close: char) -> Read<'p, Choice<'p>> {
        let (inner, _) = char(open).parse(input)?;
        let (rest, choice) = self.choice(inner, depth + 1)?;
        match rest.strip_prefix(close) {
            Some(rest) => Ok((rest, choice)),
            None => refuse(
                input,
                inner,
                format!("this \"{open}\" is never closed"),
                format!("write \"{close}\" where the group ends"),
            ),
        }
    }
}

fn gap(input: &str) -> Read<'_, Atom<'_>> {
    let (rest, _) = tag("..").parse(input)?;
    let Ok((after, digits)) = digit1::<&str, Wrong>.parse(rest) else {
        return refuse(
            input,
            rest,
            "this gap does not say how wide it is",
            "write `..3` for up to three words",
        );
    };
    match digits.parse() {
        Ok(most) if (1..=WIDEST_GAP).contains(&most) => {
            let (after, hard) = opt(char('!')).parse(after)?;
            Ok((after, Atom::Gap { most, hard: hard.is_some() }))
        }
        Ok(_) | Err(_) => refuse(
            rest,
            after,
            format!("a gap of {digits} words is not possible"),
            format!("write a number from 1 to {WIDEST_GAP}"),
        ),
    }
}

fn slot(input: &str) -> Read<'_, Atom<'_>> {
    let (start, _) = (char('<'), multispace0).parse(input)?;
    let unclosed = |rest: &str| {
        refuse(
            input,
            rest,
            "this is no slot",
            "write `<name:type>`, such as `<value:number>`, or `<type>` for one that is not kept",
        )
    };
    let Ok((rest, first)) = plain_name(start) else { return unclosed(start) };
    let (kind_at, name) = match rest.strip_prefix(':') {
        Some(rest) => (rest.trim_start(), Some(first)),
        None => (start, None),
    };
    let Ok((rest, kind)) = plain_name(kind_at) else { return unclosed(kind_at) };
    let Some(kind) = SlotKind::from_word(kind) else {
        let known = SlotKind::ALL.iter().map(|kind| kind.word());
        let help = meant(kind, known.clone()).map_or_else(
            || format!("the types are {}", known.collect::<Vec<_>>().join(", ")),
            |meant| format!("did you mean `{meant}`?"),
        );
        return refuse(kind_at, rest, format!("no slot has the type \"{kind}\""), help);
    };
    let (rest, filter) = opt(preceded(char('/'), name_of_class)).parse(rest)?;
    let Some(rest) = rest.trim_start().strip_prefix('>') else { return unclosed(rest) };
    Ok((rest, Atom::Slot(Slot { name, kind, filter })))
}

fn class(input: &str) -> Read<'_, Atom<'_>> {
    let (inner, _) = char('{').parse(input)?;
    let named = preceded(multispace0, name_of_class);
    let Ok((rest, names)) = separated_list1((multispace0, char('|')), named).parse(inner) else {
        return refuse(input, inner, "this class has no name", "write `{name}`, or `{one|other}`");
    };
    match rest.trim_start().strip_prefix('}') {
        Some(rest) => Ok((rest, Atom::Class(names))),
        None => {
            refuse(input, inner, "this \"{\" is never closed", "write \"}\" behind the name of the class")
        }
    }
}

fn word(input: &str) -> Read<'_, Atom<'_>> {
    let length = word_length(input);
    if length == 0 {
        return fail().parse(input);
    }
    let (written, rest) = input.split_at(length);
    match rest.strip_prefix('~') {
        Some(rest) if written.chars().all(char::is_alphabetic) => Ok((rest, Atom::Inflected(plain(written)))),
        Some(after) => refuse(
            input,
            after,
            format!("\"{written}\" cannot be inflected"),
            "write `~` behind a plain word of letters",
        ),
        None => Ok((rest, Atom::Word(plain(written)))),
    }
}

/// The production `mark`: a sign that is not part of the pattern language, or any sign behind `\`.
fn sign(input: &str) -> Read<'_, Atom<'_>> {
    if let Some(rest) = input.strip_prefix('\\') {
        let (rest, c) = anychar.parse(rest)?;
        return Ok((rest, Atom::Mark(c)));
    }
    let (rest, c) = anychar.parse(input)?;
    if "<>{}()[]|!&~^$\\".contains(c) { fail().parse(input) } else { Ok((rest, Atom::Mark(c))) }
}

fn plain_name(input: &str) -> Read<'_, &str> {
    take_while1(|c: char| c.is_ascii_alphanumeric() || c == '_').parse(input)
}

fn name_of_class(input: &str) -> Read<'_, &str> {
    take_while1(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/')).parse(input)
}

/// The length of the word at the start: letters and digits, with marks between them; a dot also ends "U.S.".
fn word_length(input: &str) -> usize {
    let plain = input.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match input.as_bytes().get(plain) {
        Some(b'\'' | b'-' | b'.' | b',' | 0x80..) => {}
        // Nearly every word is plain letters alone.
        Some(_) | None => return plain,
    }
    let mut end = 0;
    let mut rest = input.chars().peekable();
    let mut dots = 0;
    while let Some(c) = rest.next() {
        let next_is_letter = rest.peek().is_some_and(|next| next.is_alphanumeric());
        let groups = c == ',' && input[..end].ends_with(|before: char| before.is_ascii_digit());
        let inside = end > 0 && (groups || matches!(c, '\'' | '\u{2019}' | '-' | '.')) && next_is_letter;
        let closes = c == '.' && dots > 0 && input[..end].split('.').all(|part| part.chars().count() == 1);
        let opens = end == 0 && matches!(c, '\'' | '\u{2019}') && next_is_letter;
        if !(c.is_alphanumeric() || inside || closes || opens) {
            break;
        }
        dots += usize::from(c == '.');
        end += c.len_utf8();
    }
    end
}

/// Skips blanks and then `sign`, where it stands there.
fn mark<'p>(sign: &str, input: &'p str) -> Option<&'p str> {
    input.trim_start().strip_prefix(sign)
}

/// Whether no item can start here.
fn ends_sequence(rest: &str) -> bool {
    rest.is_empty() || matches!(rest.as_bytes(), [b'|' | b')' | b']' | b'}' | b'>', ..] | [b'<', b'<', ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The atoms of a pattern of one sequence, in a short form.
    fn atoms(source: &str) -> Vec<String> {
        let tree = pattern(source).unwrap_or_else(|fault| panic!("{source}: {}", fault.message));
        let short = |item: &Item| match &item.atom {
            Atom::Word(word) => word.to_string(),
            Atom::Inflected(word) => format!("{word}~"),
            Atom::Mark(mark) => mark.to_string(),
            Atom::Class(names) => format!("{{{}}}", names.join("|")),
            Atom::Slot(slot) => format!("<{}>", slot.kind.word()),
            Atom::Group(choice) => format!("({})", choice.sequences().count()),
            Atom::Optional(choice) => format!("[{}]", choice.sequences().count()),
            Atom::Gap { most, hard } => format!("..{most}{}", if *hard { "!" } else { "" }),
            Atom::Start => "^".to_owned(),
            Atom::End => "$".to_owned(),
        };
        tree.body.items.iter().map(short).collect()
    }

    #[test]
    fn patterns_fall_into_their_parts() {
        for (source, want) in [
            ("were killed", &["were", "killed"][..]),
            ("U.S. envoy's 1,200 four-year", &["u.s.", "envoy's", "1,200", "four-year"]),
            ("kill~ , <x:people/soldier> <number>", &["kill~", ",", "<people>", "<number>"]),
            ("(was|were|have been) [badly] {adverb|degree}", &["(3)", "[1]", "{adverb|degree}"]),
            ("^ ..3 killed ..4! now $", &["^", "..3", "killed", "..4!", "now", "$"]),
            ("\\( 5 \\) a.m. end.", &["(", "5", ")", "a.m.", "end", "."]),
        ] {
            assert_eq!(atoms(source), want, "{source}");
        }
    }

    #[test]
    fn contexts_stand_on_either_side() {
        let tree = pattern("police << killed >> on").expect("it parses");
        assert!(tree.before.is_some() && tree.after.is_some());
    }

    #[test]
    fn long_nonsense_is_refused_in_good_time() {
        for sign in ["(", "[", "!", "<", "{", "a|", "((a"] {
            assert!(pattern(&sign.repeat(20_000)).is_err(), "{sign}");
        }
    }
}
