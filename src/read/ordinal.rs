//! Ordinals.
//!
//! ```text
//! ordinal  = digits ("st" | "nd" | "rd" | "th")       glued, and as it is said: not "14st"
//!          | cardinal? "-"? ordinal-word              "third" "twenty-first" "two hundredth"
//!          | joined                                   "thirtyfirst"
//! ```
//!
//! "Second" as a unit of time is [`super::time`]'s, "a fifth" as a part of a whole [`super::number`]'s.

use super::{
    Found, Setting,
    number::{self, Reading, cardinal, ordinal_word},
    phrase::{Read, ask, behind_is, dash, glued_dash, is_break, is_glued, no, word},
    silence,
};
use crate::{
    claim::{Count, MentionKind, Said},
    text::{Case, TokenKind, Tokens, WordClass},
};
use rust_decimal::Decimal;

/// The classes that an ordinal can start at, besides digits.
pub(super) const STARTS: WordClass = WordClass::ORDINAL.union(WordClass::CARDINAL).union(WordClass::BOUND);

/// The most tokens of an ordinal in words: "one hundred and twenty-five thousand two hundred and first".
const LONGEST: usize = 14;

/// Ordinals of two parts written as one word, for the lexicon.
pub(super) const WORDS: &[(&str, WordClass)] = {
    const O: WordClass = WordClass::ORDINAL;
    &[
        ("twentyfirst", O),
        ("twentysecond", O),
        ("twentythird", O),
        ("twentyfourth", O),
        ("twentyfifth", O),
        ("twentysixth", O),
        ("twentyseventh", O),
        ("twentyeighth", O),
        ("twentyninth", O),
        ("thirtyfirst", O),
        ("thirtysecond", O),
        ("thirtythird", O),
        ("thirtyfourth", O),
        ("thirtyfifth", O),
        ("thirtysixth", O),
        ("thirtyseventh", O),
        ("thirtyeighth", O),
        ("thirtyninth", O),
        ("fortyfirst", O),
        ("fortysecond", O),
        ("fortythird", O),
        ("fortyfourth", O),
        ("fortyfifth", O),
        ("fortysixth", O),
        ("fortyseventh", O),
        ("fortyeighth", O),
        ("fortyninth", O),
        ("fiftyfirst", O),
        ("fiftysecond", O),
        ("fiftythird", O),
        ("fiftyfourth", O),
        ("fiftyfifth", O),
        ("fiftysixth", O),
        ("fiftyseventh", O),
        ("fiftyeighth", O),
        ("fiftyninth", O),
        ("sixtyfirst", O),
        ("sixtysecond", O),
        ("sixtythird", O),
        ("sixtyfourth", O),
        ("sixtyfifth", O),
        ("sixtysixth", O),
        ("sixtyseventh", O),
        ("sixtyeighth", O),
        ("sixtyninth", O),
        ("seventyfirst", O),
        ("seventysecond", O),
        ("seventythird", O),
        ("seventyfourth", O),
        ("seventyfifth", O),
        ("seventysixth", O),
        ("seventyseventh", O),
        ("seventyeighth", O),
        ("seventyninth", O),
        ("eightyfirst", O),
        ("eightysecond", O),
        ("eightythird", O),
        ("eightyfourth", O),
        ("eightyfifth", O),
        ("eightysixth", O),
        ("eightyseventh", O),
        ("eightyeighth", O),
        ("eightyninth", O),
        ("ninetyfirst", O),
        ("ninetysecond", O),
        ("ninetythird", O),
        ("ninetyfourth", O),
        ("ninetyfifth", O),
        ("ninetysixth", O),
        ("ninetyseventh", O),
        ("ninetyeighth", O),
        ("ninetyninth", O),
    ]
};

/// Reads an ordinal that starts at the first token.
pub(super) fn read<'a>(tokens: Tokens<'a>, _setting: &Setting<'a>) -> Option<Found> {
    let (rest, value) = ordinal(tokens).ok()?;
    let said = Said::Count(Box::new(Count::exactly(value)));
    Some(Found { tokens: rest.index() - tokens.index(), kind: MentionKind::Ordinal, said })
}

fn ordinal(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    if tokens.first_kind(TokenKind::Number) {
        return in_digits(tokens);
    }
    let (rest, value) = in_words(tokens)?;
    // "A forty-second pause" is a length of time.
    if rest.index() > tokens.index() + 1
        && tokens.until(&rest).as_slice().last().is_some_and(|last| last.is(WordClass::TIME_UNIT))
        && behind_is(&tokens, 1, &["a", "an"])
    {
        return no();
    }
    if rest.index() == tokens.index() + 1
        && (is_other_second(&tokens, &rest) || is_part_of_name(&tokens, &rest))
    {
        no()
    } else {
        Ok((rest, value))
    }
}

/// Whether a word as short as the ending of an ordinal is glued to what a figure may be made of: behind most figures none is.
fn has_ending(tokens: Tokens<'_>) -> bool {
    /// How many tokens behind its first one a figure with its scale may take.
    const REACH: usize = 4;
    tokens
        .as_slice()
        .iter()
        .take(REACH + 1)
        .any(|token| token.glued && token.kind == TokenKind::Word && token.span.len() == 2)
}

/// "3rd", "21st"
fn in_digits(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    if !has_ending(tokens) {
        return no();
    }
    let (rest, number) = cardinal(tokens, Reading { joins: false, of_money: false })?;
    let Some(token) = rest.first().filter(|token| token.glued && token.kind == TokenKind::Word) else {
        return no();
    };
    // "14st" is a weight.
    let is_ending = ask(&rest, token, |word| {
        let fits = match word {
            "st" => ends_in(number.value, 1),
            "nd" => ends_in(number.value, 2),
            "rd" => ends_in(number.value, 3),
            "th" => true,
            _ => false,
        };
        fits.then_some(())
    })
    .is_some();
    let end = rest.skip(1);
    let whole = number.value.fract().is_zero() && !number.in_words;
    if is_ending && whole && !silence::is_part(&tokens) && !is_glued_word(&end) {
        Ok((end, number.value))
    } else {
        no()
    }
}

/// Whether the last digit of a number is this one, and the number is said with it: "eleven" is not.
fn ends_in(number: Decimal, digit: u32) -> bool {
    number % Decimal::TEN == Decimal::from(digit)
        && number % Decimal::ONE_HUNDRED != Decimal::from(10 + digit)
}

fn is_glued_word(tokens: &Tokens<'_>) -> bool {
    is_glued(tokens) && tokens.first_kind(TokenKind::Word)
}

fn in_words(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let Some(first) = tokens.first() else { return no() };
    if first.is(WordClass::ORDINAL)
        && let Some((value, _)) = ask(&tokens, first, ordinal_word)
    {
        return Ok((tokens.skip(1), Decimal::from(value)));
    }
    if !tokens.as_slice().iter().take(LONGEST).any(|token| token.is(WordClass::ORDINAL)) {
        return no();
    }
    let (rest, lead) = cardinal(tokens, Reading::PLAIN)?;
    if !lead.in_words {
        return no();
    }
    let joined = word("and")(rest).ok().filter(|_| (lead.value % Decimal::ONE_HUNDRED).is_zero());
    let rest = joined.or_else(|| dash(rest).ok()).map_or(rest, |(rest, ())| rest);
    let Some(token) = rest.first().filter(|token| token.is(WordClass::ORDINAL)) else { return no() };
    let Some((value, is_scale)) = ask(&rest, token, ordinal_word) else { return no() };
    let last = Decimal::from(value);
    let total = if is_scale {
        scaled(lead.value, last).filter(|_| joined.is_none())
    } else if fits_under(lead.value, last) {
        lead.value.checked_add(last)
    } else {
        None
    };
    total.map_or_else(no, |total| Ok((rest.skip(1), total)))
}

/// A cardinal with a scale behind it: the scale is of what stands under the next larger one, as in "one thousand one hundredth".
fn scaled(lead: Decimal, scale: Decimal) -> Option<Decimal> {
    let mut above = Decimal::ONE_THOUSAND;
    while above <= scale {
        above = above.checked_mul(Decimal::ONE_THOUSAND)?;
    }
    let under = lead % above;
    under.checked_mul(scale)?.checked_add(lead - under)
}

/// An ordinal below a hundred in words: "third", "twenty-first".
pub(super) fn below_hundred(tokens: Tokens<'_>) -> Read<'_, u8> {
    let small = |tokens: Tokens<'_>| {
        let token = tokens.first().filter(|token| token.is(WordClass::ORDINAL))?;
        let (value, is_scale) = ask(&tokens, token, ordinal_word)?;
        u8::try_from(value).ok().filter(|_| !is_scale)
    };
    if let Some(value) = small(tokens) {
        return Ok((tokens.skip(1), value));
    }
    let (rest, tens) = number::below_hundred(tokens)?;
    let rest = dash(rest).map_or(rest, |(rest, ())| rest);
    match small(rest) {
        Some(unit @ 1..=9) if tens >= 20 && tens % 10 == 0 => Ok((rest.skip(1), tens + unit)),
        Some(_) | None => no(),
    }
}

/// Whether an ordinal may close a cardinal: "twenty" and "first", "one hundred" and "twelfth".
fn fits_under(lead: Decimal, last: Decimal) -> bool {
    let room = if (lead % Decimal::ONE_HUNDRED).is_zero() { Decimal::ONE_HUNDRED } else { Decimal::TEN };
    (lead % Decimal::TEN).is_zero() && last < room && !lead.is_zero()
}

/// Whether a noun or adjective follows that "second" can count.
pub(super) fn counts(rest: Tokens<'_>) -> bool {
    const NEVER: WordClass = WordClass::FUNCTION
        .union(WordClass::PREPOSITION)
        .union(WordClass::VERB)
        .union(WordClass::DETERMINER)
        .union(WordClass::PRONOUN)
        .union(WordClass::TIME_CUE);
    const ADVERBS: &[&str] =
        &["later", "ago", "before", "after", "earlier", "or", "and", "at", "in", "per", "to", "of", "on"];
    rest.first().is_some_and(|next| {
        next.kind == TokenKind::Word
            && !next.is(NEVER)
            && ask(&rest, next, |word| ADVERBS.contains(&word).then_some(())).is_none()
    })
}

/// Ordinals that are a part of a word or a name and put nothing in order: "second-hand", "the First Lady", "a third party".
fn is_part_of_name(start: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    const CLASSES: &[&str] = &["hand", "class", "rate", "guess", "guessed", "guessing"];
    if let Ok((joined, ())) = glued_dash(*rest) {
        return joined.first_among(CLASSES) && start.first_among(&["first", "second", "third", "fourth"]);
    }
    let is_title = start.first_is("first")
        && (rest.first_among(&["lady", "ladies", "gentleman"])
            || rest.first_is("minister") && rest.first().is_some_and(|word| word.is_capitalised()));
    // "The third party to leave" is one of several.
    let is_stranger = start.first_is("third")
        && (rest.first_is("parties")
            || rest.first_is("party") && behind_is(start, 1, &["a", "any", "some", "another"]));
    let is_amendment = start.first_is("fifth")
        && start.first().is_some_and(|word| word.is_capitalised())
        && behind_is(start, 1, &["the"])
        && behind_is(
            start,
            2,
            &["take", "takes", "took", "taken", "taking", "plead", "pleads", "pleaded", "pleading"],
        )
        && !counts(*rest);
    is_title || is_stranger || is_amendment
}

/// "Second" that is a unit of time, a verb or a street, and "first" in fixed phrases.
fn is_other_second(start: &Tokens<'_>, rest: &Tokens<'_>) -> bool {
    let street = rest.first().is_some_and(|next| {
        next.is_capitalised()
            && start.first().is_some_and(|first| first.case == Case::Title)
            && rest.first_among(&["street", "avenue", "st", "ave", "road"])
    });
    let is_second = start.first_is("second");
    let counted = is_second
        && (behind_is(start, 1, &["per", "a", "one", "split", "every", "each", "million"])
            && (is_break(rest) || rest.first_is("of") || rest.first_is("later") || rest.first_is("before"))
            || start.behind(1).is_some_and(|token| token.kind == TokenKind::Number));
    let fixed = start.first_is("first")
        && behind_is(start, 1, &["at"])
        && (is_break(rest) || rest.first_in(WordClass::VERB));
    // "I'll second that"
    let is_verb = is_second
        && rest.first_among(&["that", "this", "the", "her", "his", "it", "those"])
        && (start.behind(1).is_some_and(|before| before.kind == TokenKind::Clitic)
            || behind_is(start, 1, &["i", "we", "would", "will", "can", "must", "wholeheartedly", "gladly"]));
    street || counted || fixed || is_verb
}
