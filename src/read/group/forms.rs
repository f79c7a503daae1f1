//! The forms of one part of a list: a named person, a figure with its noun, a single person, a pair, nobody.
//!
//! ```text
//! nobody     = "nobody" | "no" "-"? "one" | "none" ["of" whole] | "no" noun-for-people      not "no one else"
//! part       = (named | both | collective | counted | couple | single | another | bare) offspring?
//! named      = (("a" | "an" | "the")? age)? (word{0,2} noun-for-people)? person appositive?
//! both       = "both" "of"? determiner? nominal?
//! collective = ("a" | "its" ...) ("crew" | "gang" ...) "of" number                            "a crew of six"
//! counted    = opener? number further? ("of" whole | nominal)? appositive?
//! opener     = "another" | ("a" | "an") ("further" | "additional" | "total" "of" ...) | determiner
//! further    = "other" | "others" | "more" | "further" | "additional" | "extra"              not "more than"
//! whole      = "them" ... | determiner? owner? number? nominal?             not "the four people shot", who are the group
//! owner      = word{1,3} clitic, before a figure                            "two of the group's six"
//! some       = number "of" determiner? number nominal suffered              a group over the one of those
//! suffered   = ("who" ("was" | "were"))? participle                         of what is done to people
//! couple     = determiner word{0,2} "couple"                                                 not before "of"
//! single     = (single-determiner | person "'s") further? nominal ("of" age)?              not "that" with a participle
//! number     = figure | "one"                                                               "one" also as a pronoun
//! another    = "another" | ("a" | "the") ordinal                                            where no noun follows
//!            | "another" nominal                                                            of things
//! bare       = (noun-for-people | age ...) as nominal
//! oneself    = "himself" | "herself" | "self"
//! appositive = "(" number ")" | "," ("aged" | "age")? number ","?
//! ```

use super::{
    super::phrase::{Read, mark, no, one_of, phrase, take, word},
    head::{self, Nominal},
    part::{Part, Scene},
};
use crate::{
    claim::{Bound, Count, Mention, MentionKind, Reference, Said, Unit},
    text::{Case, Shapes, Token, TokenKind, Tokens, WordClass},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{not, opt},
    sequence::{delimited, preceded, terminated},
};
use rust_decimal::Decimal;

/// nobody = "nobody" | "no" "-"? "one" | "none" ["of" whole] | "no" noun-for-people; not "no one else"
pub(super) fn nobody(input: Tokens<'_>) -> Read<'_, Part> {
    if !input.first().is_some_and(|first| NOBODY_SHAPES.admit_token(first)) {
        return no();
    }
    let people = |rest| head::counted(rest).and_then(only_people).or_else(|_| head::single(rest));
    let (rest, (nominal, out_of)) = alt((
        terminated(
            alt((word("nobody"), phrase(&["no", "one"]), phrase(&["no", "-", "one"]))),
            not(word("else")),
        )
        .map(|()| (None, None)),
        preceded(word("none"), opt(whole)).map(Option::unwrap_or_default),
        preceded(word("no"), people).map(|nominal| (Some(nominal), None)),
    ))
    .parse(input)?;
    let part = Part { nominal, out_of, ..people_part(Decimal::ZERO, Reference::Counted, &input, &rest) };
    Ok((rest, part))
}

/// The classes of which a figure's first word is one.
const COUNTS: WordClass =
    WordClass::FIGURE.union(WordClass::CARDINAL).union(WordClass::VAGUE).union(WordClass::ORDINAL);

/// The classes that a group starts at, besides figures and names.
const STARTS: WordClass =
    WordClass::DETERMINER.union(WordClass::PEOPLE).union(WordClass::KIN).union(WordClass::CARDINAL);

/// The shapes of "nobody" and the like.
static NOBODY_SHAPES: Shapes = Shapes::NONE.with("nobody").with("no").with("none");

/// Whether any form can open with a word, at which a value of a kind may start; it rules out the places, times and offices.
pub(super) fn may_open(first: &Token, value: Option<MentionKind>) -> bool {
    first.is(STARTS)
        || match value {
            Some(MentionKind::Person | MentionKind::Number) => true,
            // "mayor Ana Lima", "24-year-old"
            Some(_) => {
                is_small_word(first) || first.is(WordClass::FIGURE) || NOBODY_SHAPES.admit_token(first)
            }
            None => false,
        }
}

/// part = (named | both | collective | counted | couple | single | another | bare) offspring?
pub(super) fn part<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, Part> {
    let (rest, part) = form(input, scene)?;
    let (rest, _) = opt(head::offspring).parse(rest)?;
    let tokens = part.tokens.start..rest.index();
    Ok((rest, Part { tokens, ..part }))
}

/// named | both | collective | counted | couple | single | another | bare
///
/// What a form opens with stands here and what it cannot do without is within reach, or it is not tried.
fn form<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, Part> {
    let Some(first) = input.first() else { return no() };
    let when = |can: bool, form: &dyn Fn(Tokens<'a>) -> Read<'a, Part>| if can { form(input) } else { no() };
    let determined = first.is(WordClass::DETERMINER);
    let counts = || (input.ahead(COUNTS) || first.is(WordClass::BOUND)) && figure_near(input, scene);
    let collects = || determined && input.nth(1).is_some_and(|noun| COLLECTIVE_SHAPES.admit_token(noun));
    let picks = || {
        input.ahead(WordClass::PEOPLE | WordClass::KIN | WordClass::TIME_UNIT)
            && (PICKING_SHAPES.admit_token(first) || person(input, scene).is_ok())
    };
    let names = || scene.starts_within(MentionKind::Person, input.index()..input.index() + LONGEST_LEAD);
    when(names(), &|input| named(input, scene))
        .or_else(|_| when(first.may_be("both"), &both))
        .or_else(|_| when(collects(), &|input| collective(input, scene)))
        .or_else(|_| when(counts(), &|input| counted(input, scene)))
        .or_else(|_| when(determined, &couple))
        .or_else(|_| when(picks(), &|input| single(input, scene)))
        .or_else(|_| when(FURTHER_SHAPES.admit_token(first), &another))
        .or_else(|_| bare(input))
}

/// Whether a figure or "one" stands where that of a counted phrase would: behind its opener.
fn figure_near(input: Tokens<'_>, scene: &Scene<'_>) -> bool {
    /// The longest opener, "a total of", and the figure.
    const REACH: usize = 4;
    (0..REACH).any(|at| input.nth(at).is_some_and(|token| input.spells(token, "one")))
        || scene.starts_within(MentionKind::Number, input.index()..input.index() + REACH)
}

/// The longest lead of a name: an article, "24-year-old", and three words.
const LONGEST_LEAD: usize = 12;

/// The most words before a name that say who it is: "deputy sheriff".
const MOST_TITLE_WORDS: usize = 3;

/// The classes of the last of them.
const WHO: WordClass = WordClass::PEOPLE.union(WordClass::KIN).union(WordClass::OFFICE);

fn is_small_word(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.case == Case::Lower
}

/// named = (("a" | "an" | "the")? age)? (word{0,2} noun-for-people)? person appositive?
fn named<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, Part> {
    let (opened, _) = opt(aged).parse(input)?;
    let (rest, ()) = (0..=MOST_TITLE_WORDS)
        .take_while(|&words| words == 0 || opened.nth(words - 1).is_some_and(is_small_word))
        .filter(|&words| words == 0 || opened.nth(words - 1).is_some_and(|last| last.is(WHO)))
        .find_map(|words| person(opened.skip(words), scene).ok())
        .map_or_else(no, Ok)?;
    if rest.first_kind(TokenKind::Clitic) {
        return no();
    }
    let (rest, _) = opt(appositive).parse(rest)?;
    Ok((rest, people_part(Decimal::ONE, Reference::Named, &input, &rest)))
}

/// ("a" | "an" | "the")? age
fn aged(input: Tokens<'_>) -> Read<'_, ()> {
    const FIGURES: WordClass = WordClass::FIGURE.union(WordClass::CARDINAL);
    if !input.first_in(FIGURES) && !input.nth(1).is_some_and(|next| next.is(FIGURES)) {
        return no();
    }
    (opt(one_of(&["a", "an", "the"])), head::age).map(|_| ()).parse(input)
}

/// A person's name, as it was read.
fn person<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, ()> {
    let person = scene.at(input.index()).filter(|value| value.kind == MentionKind::Person);
    take(input, person.map_or(0, |person| person.tokens.len()), person.map(|_| ()))
}

/// both = "both" "of"? determiner? nominal?
fn both(input: Tokens<'_>) -> Read<'_, Part> {
    let (behind, ()) = word("both")(input)?;
    let nominal = (opt(word("of")), opt(determiner), head::counted).map(|(_, _, nominal)| nominal);
    let (rest, nominal) = opt(nominal).parse(behind)?;
    let is_other = |next: &Token| next.kind == TokenKind::Word && !is_after_group(behind, next);
    if nominal.is_none() && behind.first().is_some_and(is_other) {
        return no();
    }
    let people = nominal.as_ref().is_none_or(|nominal| nominal.people);
    Ok((rest, Part { nominal, people, ..people_part(Decimal::TWO, Reference::Definite, &input, &rest) }))
}

/// Nouns that count their members behind "of".
const COLLECTIVES: &[&str] = &["crew", "gang", "squad", "staff", "family", "party", "team"];

/// Their shapes.
static COLLECTIVE_SHAPES: Shapes = Shapes::NONE.with_all(COLLECTIVES);

/// collective = ("a" | "its" ...) ("crew" | "gang" ...) "of" number, and no noun behind it: "a crew of six"
fn collective<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, Part> {
    let (noun, ()) = determiner(input)?;
    let (rest, ()) = one_of(COLLECTIVES)(noun)?;
    let (rest, ()) = word("of")(rest)?;
    let (rest, bound) = number(rest, scene)?;
    if head::counted(rest).is_ok() {
        return no();
    }
    let at = noun.index();
    let nominal = Some(Nominal { modifiers: at..at, head: at..at + 1, people: true });
    let several = people_part(Decimal::ONE, Reference::Counted, &input, &rest);
    Ok((rest, Part { bound, nominal, ..several }))
}

/// counted = opener? number further? ("of" whole | nominal)? appositive?
fn counted<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, Part> {
    // "A total of 52" and "an estimated 52" are figures as they stand.
    let has_figure = scene.at(input.index()).is_some_and(|value| value.kind == MentionKind::Number);
    let (opened, (reference, another)) =
        if has_figure { (input, (Reference::Counted, false)) } else { opener(input)? };
    if head::age(opened).is_ok() {
        return no();
    }
    let (behind, bound) = number(opened, scene)?;
    let (behind, more) = opt(further).parse(behind)?;
    let is_one = bound == Bound::Exactly(Decimal::ONE);
    let noun =
        |rest| if is_one { alt((head::single, head::single_thing)).parse(rest) } else { head::counted(rest) };
    let (rest, (nominal, out_of)) = opt(alt((whole, noun.map(|nominal| (Some(nominal), None)))))
        .map(Option::unwrap_or_default)
        .parse(behind)?;
    let people = nominal.as_ref().is_none_or(|nominal| nominal.people);
    let bare = nominal.is_none() && out_of.is_none() && rest == behind;
    if is_year(opened, &bound) && (bare || !people)
        || nominal.is_none() && is_offspring(input)
        || bare && more.is_none() && (rest.first_is("of") || !stands_alone(input, behind, is_one))
    {
        return no();
    }
    let (rest, _) = opt(appositive).parse(rest).ok().filter(|_| people && is_one).unwrap_or((rest, None));
    let others = another || more.is_some();
    let tokens = input.index()..rest.index();
    Ok((rest, Part { bound, nominal, people, others, out_of, reference, tokens }))
}

/// Whether a figure here is that of somebody's children: "a mother of two".
fn is_offspring(input: Tokens<'_>) -> bool {
    input.behind(1).is_some_and(|token| input.spells(token, "of"))
        && input.behind(2).is_some_and(|token| token.is(WordClass::KIN))
}

/// opener = "another" | ("a" | "an") ("further" | "additional" | "total" "of" ...) | determiner
///
/// Answers how the phrase picks its members, and whether they are further ones.
fn opener(input: Tokens<'_>) -> Read<'_, (Reference, bool)> {
    const NONE: &[&str] = &[
        "a", "an", "some", "no", "none", "that", "this", "each", "every", "any", "both", "either", "neither",
        "nobody",
    ];
    let article = || one_of(&["a", "an"]);
    let known = preceded(not(one_of(NONE)), determiner).map(|()| (Reference::Definite, false));
    opt(alt((
        word("another").map(|()| (Reference::Counted, true)),
        (article(), one_of(&["further", "additional"])).map(|_| (Reference::Counted, true)),
        (article(), one_of(&["total", "reported", "estimated"]), opt(word("of")))
            .map(|_| (Reference::Counted, false)),
        known,
    )))
    .map(|opener| opener.unwrap_or((Reference::Counted, false)))
    .parse(input)
}

/// A determiner or possessive pronoun.
fn determiner(input: Tokens<'_>) -> Read<'_, ()> {
    take(input, 1, input.first_in(WordClass::DETERMINER).then_some(()))
}

/// number = figure | "one"; of whole things
fn number<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, Bound> {
    let value = scene.at(input.index()).filter(|value| value.kind == MentionKind::Number);
    if value.is_some() && (input.first_among(&["once", "twice", "thrice"]) || is_multiple(input)) {
        return no();
    }
    if value.is_none() && input.first_is("one") && !picks_one(input) && !scene.is_within(input.index()) {
        return Ok((input.skip(1), Bound::Exactly(Decimal::ONE)));
    }
    let Some((value, bound)) = value.and_then(|value| Some((value, bound(value)?))) else { return no() };
    let rest = input.skip(value.tokens.len());
    let tied = rest.first().is_some_and(|next| next.kind == TokenKind::Symbol);
    take(input, value.tokens.len(), (!tied).then_some(bound))
}

/// "threefold"
fn is_multiple(input: Tokens<'_>) -> bool {
    let word = input.first().map(|first| input.text_of(first)).unwrap_or_default().as_bytes();
    word.len() > 4 && word[word.len() - 4..].eq_ignore_ascii_case(b"fold")
}

/// Whether the words before "one" make it a pronoun for something known: "this one", "each one", "the only one".
fn picks_one(input: Tokens<'_>) -> bool {
    let is = |ahead: usize, word: &str| input.behind(ahead).is_some_and(|token| input.spells(token, word));
    let known = |token: &Token| token.is(WordClass::DETERMINER | WordClass::NEGATION);
    input.behind(1).is_some_and(known)
        || is(1, "which")
        || is(1, "only") && input.behind(2).is_some_and(known)
}

/// The bound of a figure of whole things; none for a word that says next to nothing: "several".
fn bound(value: &Mention) -> Option<Bound> {
    let Said::Count(count) = &value.said else { return None };
    let Count { bound, unit: Unit::None, .. } = count.as_ref() else { return None };
    let whole = bound.stated().is_none_or(|n| n.is_integer() && n > Decimal::ZERO);
    let says_little = bound.stated().is_none() && bound.min().is_none_or(|low| low < Decimal::TEN);
    let is_range = matches!(bound, Bound::Between { .. });
    (whole && (is_range || !says_little)).then_some(*bound)
}

/// further = "other" | "others" | "more" | "further" | "additional" | "extra"; not "more than"
fn further(input: Tokens<'_>) -> Read<'_, ()> {
    let words = one_of(&["other", "others", "more", "further", "additional", "extra"]);
    preceded(not(phrase(&["more", "than"])), words).parse(input)
}

/// "of" whole; whole = "them" ... | determiner? owner? number? nominal?
fn whole(input: Tokens<'_>) -> Read<'_, (Option<Nominal>, Option<Bound>)> {
    let (behind, ()) = word("of")(input)?;
    let mut pronoun = one_of(&["them", "those", "whom", "us", "you", "these"]).map(|()| (None, None));
    let (opened, _) = (opt(determiner), opt(owner)).parse(behind)?;
    let (counted, out_of) = opt(figure).map(|n| n.map(Bound::Exactly)).parse(opened)?;
    // In "one of the four people shot" all four were shot: the four are the group.
    let known = opened != behind || out_of.is_some();
    if known && head::counted(counted).is_ok_and(|(rest, _)| suffered(rest).is_ok()) {
        return no();
    }
    let is_over = out_of.is_some() && counted.first().is_none_or(|next| is_after_group(counted, next));
    let noun = head::counted.map(Some);
    let bare = |rest| take(rest, 0, is_over.then_some(None));
    let of_noun = |_| alt((noun, bare)).map(|nominal| (nominal, out_of)).parse(counted);
    pronoun.parse(behind).or_else(of_noun)
}

/// owner = word{1,3} clitic, before a figure: "the group's six"
fn owner(input: Tokens<'_>) -> Read<'_, ()> {
    const LONGEST: usize = 3;
    let is_word = |at: &usize| input.nth(*at).is_some_and(|token| token.kind == TokenKind::Word);
    let words = (0..=LONGEST).take_while(is_word).count();
    let clitic = input.nth(words).is_some_and(|token| token.kind == TokenKind::Clitic);
    let owns = (1..=LONGEST).contains(&words) && clitic && figure(input.skip(words + 1)).is_ok();
    take(input, words + 1, owns.then_some(()))
}

/// some = number "of" determiner? number nominal suffered
///
/// The "one of the five people shot" of whom something more is said; the five are a group of their own.
pub(super) fn some<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, Part> {
    let (behind, bound) = number(input, scene)?;
    let (rest, (_, _, out_of, nominal, ())) =
        (word("of"), opt(determiner), figure, head::counted, suffered).parse(behind)?;
    if !nominal.people {
        return no();
    }
    let some = people_part(Decimal::ONE, Reference::Counted, &input, &rest);
    Ok((rest, Part { bound, nominal: Some(nominal), out_of: Some(Bound::Exactly(out_of)), ..some }))
}

/// suffered = ("who" ("was" | "were"))? participle       what is done to people, without an object: "killed in the blast", not
///                                                       "killed a guard"
fn suffered(input: Tokens<'_>) -> Read<'_, ()> {
    const DONE: &[&str] = &[
        "shot",
        "hurt",
        "hit",
        "slain",
        "struck",
        "injured",
        "wounded",
        "killed",
        "murdered",
        "executed",
        "stabbed",
        "arrested",
        "detained",
        "kidnapped",
        "abducted",
        "rescued",
        "evacuated",
        "infected",
        "hospitalized",
        "hospitalised",
    ];
    let (rest, (_, ())) = (opt((word("who"), one_of(&["was", "were"]))), one_of(DONE)).parse(input)?;
    let has_object = rest.first_in(WordClass::DETERMINER | WordClass::PRONOUN) || rest.first_is("at");
    take(rest, 0, (!has_object).then_some(()))
}

/// A plain figure.
fn figure(input: Tokens<'_>) -> Read<'_, Decimal> {
    const SMALL: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let n = input.first().and_then(|first| match first.kind {
        TokenKind::Number => input.text_of(first).replace(',', "").parse::<Decimal>().ok(),
        TokenKind::Word if first.is(WordClass::CARDINAL) => {
            SMALL.iter().position(|word| input.first_is(word)).map(Decimal::from)
        }
        TokenKind::Word
        | TokenKind::Clitic
        | TokenKind::Punctuation
        | TokenKind::Symbol
        | TokenKind::Link => None,
    });
    take(input, 1, n.filter(Decimal::is_integer))
}

/// couple = determiner word{0,2} "couple"; not before "of"
fn couple(input: Tokens<'_>) -> Read<'_, Part> {
    if !input.ahead(WordClass::CARDINAL) {
        return no();
    }
    let (behind, ()) = determiner(input)?;
    let Some(described) = (0..3).find(|&at| behind.skip(at).first_is("couple")) else { return no() };
    let (rest, _) = terminated(word("couple"), not(word("of"))).parse(behind.skip(described))?;
    let head = behind.index() + described;
    let nominal = Nominal { modifiers: behind.index()..head, head: head..head + 1, people: true };
    let reference = if input.first_is("a") { Reference::Indefinite } else { Reference::Definite };
    Ok((rest, Part { nominal: Some(nominal), ..people_part(Decimal::TWO, reference, &input, &rest) }))
}

/// What picks a known one.
const KNOWN: &[&str] = &["the", "this", "that", "his", "her", "its", "their", "my", "our", "your"];

/// The shapes of the words that a single one opens with, but for a name.
static PICKING_SHAPES: Shapes = Shapes::NONE.with_all(KNOWN).with("a").with("an").with("another");

/// single = (single-determiner | person "'s") further? nominal
fn single<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, Part> {
    let clitic = |rest: Tokens<'a>| take(rest, 1, rest.first_kind(TokenKind::Clitic).then_some(()));
    let known = one_of(KNOWN);
    let (behind, (reference, another)) = alt((
        (|rest| person(rest, scene), clitic).map(|_| (Reference::Definite, false)),
        one_of(&["a", "an"]).map(|()| (Reference::Indefinite, false)),
        word("another").map(|()| (Reference::Indefinite, true)),
        preceded(not(relative), known).map(|()| (Reference::Definite, false)),
    ))
    .parse(input)?;
    let (rest, (more, nominal, _)) = (opt(further), head::single, opt(appositive)).parse(behind)?;
    let rest = of_age(rest, scene).map_or(rest, |(behind, ())| behind);
    let others = another || more.is_some();
    let one = people_part(Decimal::ONE, reference, &input, &rest);
    Ok((rest, Part { nominal: Some(nominal), others, ..one }))
}

/// "of" age: "a woman of 76"
fn of_age<'a>(input: Tokens<'a>, scene: &Scene<'_>) -> Read<'a, ()> {
    let (behind, ()) = word("of")(input)?;
    let age = scene.at(behind.index()).filter(|value| value.kind == MentionKind::Age);
    take(behind, age.map_or(0, |age| age.tokens.len()), age.map(|_| ()))
}

/// "that" before a participle opens a clause, and no noun phrase: "the blast that killed a guard".
fn relative(input: Tokens<'_>) -> Read<'_, ()> {
    let (behind, ()) = word("that")(input)?;
    let verb = behind.first().is_some_and(|next| {
        next.is(WordClass::VERB) && !next.is(WordClass::ADJECTIVE) || head::is_participle(behind, next)
    });
    take(behind, 0, verb.then_some(()))
}

/// The shapes of the words that a further one opens with.
static FURTHER_SHAPES: Shapes = Shapes::NONE.with("a").with("the").with("another");

/// another = "another" | ("a" | "the") ordinal, where no noun follows: "one dead, another wounded", "a fourth was hurt";
/// "another" nominal, of things: "hit another car"
fn another<'a>(input: Tokens<'a>) -> Read<'a, Part> {
    let ordinal = |rest: Tokens<'a>| rest.first_in(WordClass::ORDINAL).then(|| rest.skip(1));
    let counted_off = one_of(&["a", "the"])(input).ok().and_then(|(rest, ())| ordinal(rest));
    // "The second shot" is no person.
    if counted_off.is_some_and(|rest| rest.first_is("shot") && !rest.skip(1).first_is("in")) {
        return no();
    }
    let rest = match counted_off {
        Some(rest) => rest,
        None => word("another")(input)?.0,
    };
    let ends = rest.first().is_some_and(|next| {
        next.kind == TokenKind::Word
            && (is_after_group(rest, next) && counted_off.is_none()
                || next.is(WordClass::VERB)
                || head::is_participle(rest, next))
    });
    if !ends && counted_off.is_none() {
        let (rest, nominal) = head::single_thing(rest)?;
        let one = people_part(Decimal::ONE, Reference::Indefinite, &input, &rest);
        return Ok((rest, Part { nominal: Some(nominal), people: false, others: true, ..one }));
    }
    let one = people_part(Decimal::ONE, Reference::Indefinite, &input, &rest);
    take(rest, 0, ends.then_some(Part { others: true, ..one }))
}

/// bare = (noun-for-people | age ...) as nominal
fn bare(input: Tokens<'_>) -> Read<'_, Part> {
    let opens = input.first_in(WordClass::PEOPLE | WordClass::KIN) || head::age(input).is_ok();
    if !opens || input.behind(1).is_some_and(|before| is_tied(input, before)) {
        return no();
    }
    let (rest, nominal) = head::single(input)?;
    // Only nouns for people and ages describe it: a headline's subject and its verb are none of it.
    let describes = |token: &Token| {
        token.is(WordClass::PEOPLE | WordClass::KIN | WordClass::CARDINAL | WordClass::TIME_UNIT)
            || token.kind != TokenKind::Word
            || ["year", "years", "old", "month", "months"]
                .contains(&input.text_of(token).to_ascii_lowercase().as_str())
    };
    let before = input.until(&input.skip(nominal.modifiers.len()));
    if !before.as_slice().iter().all(describes) {
        return no();
    }
    let (rest, _) = opt(appositive).parse(rest)?;
    let one = people_part(Decimal::ONE, Reference::Bare, &input, &rest);
    Ok((rest, Part { nominal: Some(nominal), ..one }))
}

/// oneself = "himself" | "herself" | "self"
pub(super) fn oneself(input: Tokens<'_>) -> Read<'_, Part> {
    let (rest, ()) = one_of(&["himself", "herself", "self"])(input)?;
    let at = input.index();
    let nominal = Nominal { modifiers: at..at, head: at..at, people: true };
    let one = people_part(Decimal::ONE, Reference::Bare, &input, &rest);
    Ok((rest, Part { nominal: Some(nominal), ..one }))
}

/// appositive = "(" number ")" | "," ("aged" | "age")? number ","?
fn appositive(input: Tokens<'_>) -> Read<'_, ()> {
    if !input.first().is_some_and(|mark| matches!(mark.initial, b',' | b'(')) {
        return no();
    }
    alt((delimited(mark("("), age_figure, mark(")")), apposed_age)).parse(input)
}

/// "," ("aged" | "age")? number ","?
fn apposed_age(input: Tokens<'_>) -> Read<'_, ()> {
    let (rest, _) = (mark(","), opt(one_of(&["aged", "age"])), age_figure).parse(input)?;
    // A comma before "and" belongs to the list.
    let comma = terminated(mark(","), not(word("and")));
    let (rest, closed) = opt(comma).parse(rest)?;
    let ends = closed.is_some() || rest.first().is_none_or(|next| is_after_group(rest, next));
    take(rest, 0, ends.then_some(()))
}

/// A figure that may be an age.
fn age_figure(input: Tokens<'_>) -> Read<'_, ()> {
    let found = input.first().is_some_and(|token| {
        token.kind == TokenKind::Number && token.span.len() <= 3 || token.is(WordClass::CARDINAL)
    });
    take(input, 1, found.then_some(()))
}

/// Some people between two places, without a noun.
fn people_part(n: Decimal, reference: Reference, from: &Tokens<'_>, to: &Tokens<'_>) -> Part {
    let tokens = from.index()..to.index();
    Part {
        bound: Bound::Exactly(n),
        nominal: None,
        people: true,
        others: false,
        out_of: None,
        reference,
        tokens,
    }
}

/// Keeps a nominal for people.
fn only_people((rest, nominal): (Tokens<'_>, Nominal)) -> Read<'_, Nominal> {
    take(rest, 0, Some(nominal).filter(|nominal| nominal.people))
}

/// Whether a figure before `behind` can stand for people without their noun: no noun, unit or date follows, and it is
/// no age between commas or behind "the age of".
fn stands_alone(input: Tokens<'_>, behind: Tokens<'_>, is_one: bool) -> bool {
    let behind_is = |n: usize, word: &str| input.behind(n).is_some_and(|token| input.spells(token, word));
    let apposed = behind_is(1, ",") && behind.first_is(",");
    let age = behind_is(1, "of") && (behind_is(2, "age") || behind_is(2, "ages"));
    let of_one = !is_one && behind.first_among(&["was", "is", "has"]);
    !apposed
        && !age
        && !of_one
        && behind.first().is_none_or(|next| is_after_group(behind, next))
        && !input.behind(1).is_some_and(|before| is_tied(input, before))
}

/// Whether a word or mark shows that the group before it has ended.
fn is_after_group(input: Tokens<'_>, next: &Token) -> bool {
    const STOPS: WordClass = WordClass::FUNCTION
        .union(WordClass::PREPOSITION)
        .union(WordClass::DETERMINER)
        .union(WordClass::PRONOUN)
        .union(WordClass::VERB)
        .union(WordClass::SPEECH)
        .union(WordClass::WEEKDAY);
    match next.kind {
        TokenKind::Word => next.is(STOPS) || head::is_participle(input, next),
        TokenKind::Punctuation => {
            !next.glued
                || matches!(input.text_of(next), "," | "." | ";" | ":" | ")" | "!" | "?" | "\"" | "\u{201D}")
        }
        TokenKind::Clitic | TokenKind::Number | TokenKind::Symbol | TokenKind::Link => false,
    }
}

/// Whether the token before a group is tied to its first one: a currency sign, a hyphen, "No".
fn is_tied(input: Tokens<'_>, before: &Token) -> bool {
    let glued = input.first().is_some_and(|first| first.glued);
    match before.kind {
        TokenKind::Symbol => true,
        TokenKind::Punctuation => glued && matches!(input.text_of(before), "-" | "#" | "/" | ":" | "."),
        TokenKind::Word | TokenKind::Clitic | TokenKind::Number | TokenKind::Link => false,
    }
}

/// Whether plain digits look like a year.
fn is_year(input: Tokens<'_>, bound: &Bound) -> bool {
    let plain = input.first().is_some_and(|token| token.kind == TokenKind::Number && token.span.len() == 4);
    plain && matches!(bound, Bound::Exactly(n) if (Decimal::from(1800)..Decimal::from(2100)).contains(n))
}
