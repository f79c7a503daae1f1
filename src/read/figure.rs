//! Figures of every kind: bound and number are read once, then what follows decides the kind.
//!
//! ```text
//! figure    = decade | (aged | magnitude | amount) conversion?     these are in super::aged and super::conversion
//! amount    = lead? (range | vague | item) tail? (("and" | "," | "but") lead item)?   "above 5 and below 10"
//!           | item? "±" item                                                       "±3%", "5 ± 0.1 mm"
//! ```
//!
//! The parts are in [`super::bound`], [`super::range`], [`super::item`] and [`super::vague`]; where a figure is no value says
//! [`super::silence`].

use super::{
    Found, Setting, age, age_told, aged, bound,
    bound::Limit,
    conversion,
    currency::Currency,
    figure_start::can_start,
    item::{Item, Kind, item, kind_behind, multiple},
    lettered, money_words,
    number::{self, Number, Reading, number_as},
    ordinal,
    phrase::{Read, mark, no, one_of},
    quantity,
    range::range,
    silence, unit, vague,
};
use crate::{
    claim::{Bound, Count, Mention, MentionKind, Said, Unit},
    rules::FigurePolicy,
    text::{Case, Document, Token, TokenKind, Tokens, WordClass},
};
use rust_decimal::Decimal;
use std::cell::LazyCell;

/// The classes that a figure can start at, besides digits and signs.
pub(super) const STARTS: WordClass = WordClass::CARDINAL.union(WordClass::BOUND).union(WordClass::CURRENCY);

/// The classes that it can start at only where the word has a capital letter: "P3,000", "Quarter".
pub(super) const STARTS_IN_CAPITALS: WordClass = WordClass::LETTERED.union(WordClass::VAGUE);

/// The words that figure grammars dispatch on.
pub(super) const fn words() -> &'static [&'static [(&'static str, WordClass)]] {
    &[
        number::WORDS,
        ordinal::WORDS,
        bound::WORDS,
        age::WORDS,
        unit::WORDS,
        money_words::OPENING,
        money_words::WORDS,
        silence::WORDS,
    ]
}

/// A bounded figure.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    pub(super) bound: Bound,
    pub(super) kind: Option<Kind>,
    /// The part and the whole of a ratio.
    pub(super) share: Option<(Decimal, Decimal)>,
}

impl Amount {
    pub(super) const fn of(bound: Bound, kind: Option<Kind>) -> Self {
        Self { bound, kind, share: None }
    }
}

/// Reads a figure that starts at the first token.
pub(super) fn read<'a>(tokens: Tokens<'a>, setting: &Setting<'a>) -> Option<Found> {
    let policy = &setting.book.figures;
    tokens.first().filter(|token| can_start(&tokens, token))?;
    let (rest, amount) = aged::aged(tokens, policy)
        .or_else(|_| magnitude(tokens, policy))
        .or_else(|_| amount(tokens, policy))
        .ok()?;
    let (rest, conversions) = match conversion::conversion(rest, &amount, policy) {
        Ok((rest, other)) => (rest, vec![(other.bound, unit_of(other.kind))]),
        Err(_) => (rest, Vec::new()),
    };
    let count = Count {
        bound: amount.bound,
        unit: unit_of(amount.kind),
        si: si(&amount),
        conversions,
        share: amount.share.map(Box::new),
    };
    Some(Found {
        tokens: rest.index() - tokens.index(),
        kind: mention_kind(amount.kind),
        said: Said::Count(Box::new(count)),
    })
}

/// How far behind the start of a share its "quarters" may stand.
const SHARE_REACH: usize = 7;

/// Reads shares that are times or ordinals elsewhere: "three quarters" not of a year, "one twenty-fifth".
pub(super) fn share<'a>(tokens: Tokens<'a>, setting: &Setting<'a>) -> Option<Found> {
    let is_quarters = |at: usize| {
        let rest = tokens.skip(at);
        (rest.first_is("quarters") || rest.first_is("quarter"))
            && (rest.nth(1).is_none() || rest.skip(1).first_is("of"))
    };
    let opens_ordinal = || {
        let next = tokens.nth(1).filter(|next| next.is(WordClass::CARDINAL));
        tokens.first_is("one") && next.is_some_and(|next| tokens.text_of(next).ends_with("ty"))
    };
    let names_share = opens_ordinal() || (1..SHARE_REACH).any(is_quarters);
    names_share.then(|| read(tokens, setting)).flatten()
}

/// The number inside a sum of money or an age, as a mention of its own.
pub(super) fn number_within(mention: &Mention, document: &Document<'_>) -> Option<Mention> {
    let Said::Count(count) = &mention.said else { return None };
    let tokens = document.stretch(mention.tokens.clone());
    // The digits of "P3,000" are a part of its first word.
    if lettered::joined(tokens).is_ok() {
        return None;
    }
    let (first, (rest, number)) = (0..tokens.as_slice().len())
        .map(|at| tokens.skip(at))
        .find_map(|first| Some((first, number_as(first, Reading::OF_MONEY).ok()?)))?;
    // The "fifty" of "a buck fifty" is all coins.
    if matches!(count.bound, Bound::Exactly(sum) if sum.abs() < number.value) {
        return None;
    }
    let stretch = first.until(&rest);
    // Coins are no part of the number before them.
    let bound =
        if matches!(count.bound, Bound::Exactly(_)) { Bound::Exactly(number.value) } else { count.bound };
    Some(Mention {
        kind: MentionKind::Number,
        span: stretch.span(),
        tokens: stretch.index()..stretch.end_index(),
        sentence: mention.sentence,
        said: Said::Count(Box::new(Count::of(bound, Unit::None))),
    })
}

/// Reads "early 30s" behind "his" or "her", which is a decade of the calendar elsewhere.
pub(super) fn decade_of_life<'a>(tokens: Tokens<'a>, setting: &Setting<'a>) -> Option<Found> {
    let first = tokens.first()?;
    let may_open = match first.kind {
        TokenKind::Number => tokens.nth(1).is_some_and(|next| next.glued && next.kind != TokenKind::Number),
        _ => matches!(
            tokens.text_of(first).as_bytes()[0] | 0x20,
            b'e' | b'm' | b'l' | b't' | b'f' | b's' | b'n'
        ),
    };
    if !may_open {
        return None;
    }
    let (rest, amount) = decade(tokens, &setting.book.figures).ok()?;
    let count = Count::of(amount.bound, unit_of(amount.kind));
    Some(Found {
        tokens: rest.index() - tokens.index(),
        kind: MentionKind::Age,
        said: Said::Count(Box::new(count)),
    })
}

/// Whether a figure can start at a mark of punctuation, by its first byte: the minus, or the point of ".5".
pub(super) const fn starts_at(mark: &Token) -> bool {
    matches!(mark.initial, b'-' | b'.')
}

const fn mention_kind(kind: Option<Kind>) -> MentionKind {
    match kind {
        None => MentionKind::Number,
        Some(Kind::Percent | Kind::Point) => MentionKind::Percent,
        Some(Kind::Money(_)) => MentionKind::Money,
        Some(Kind::Age(_)) => MentionKind::Age,
        Some(Kind::Measure(_)) => MentionKind::Quantity,
    }
}

const fn unit_of(kind: Option<Kind>) -> Unit {
    match kind {
        None => Unit::None,
        Some(Kind::Percent) => Unit::Percent,
        Some(Kind::Point) => Unit::PercentagePoint,
        Some(Kind::Money(Currency::Main(codes))) => Unit::Currency(codes),
        Some(Kind::Money(Currency::Coin(name, of))) => Unit::Coin { name, of },
        Some(Kind::Age(unit)) => Unit::Measure(unit),
        Some(Kind::Measure(unit)) => Unit::Measure(unit.name),
    }
}

/// The bound in the SI unit, where the unit converts and exact decimals hold the result; of a ton the least and the
/// most it may be.
fn si(amount: &Amount) -> Option<Box<(Bound, &'static str)>> {
    let Some(Kind::Measure(unit)) = amount.kind else { return None };
    let name = unit.si()?;
    let end = |end: Option<Decimal>| end.map_or(Some(None), |end| unit.span_in_si(end).map(Some));
    let (stated, min, max) =
        (end(amount.bound.stated())?, end(amount.bound.min())?, end(amount.bound.max())?);
    let is_exact = [stated, min, max].into_iter().flatten().all(|(low, high)| low == high);
    let bound = if is_exact {
        amount.bound.map(|end| unit.in_si(end).unwrap_or(end))
    } else {
        match (min, max) {
            (Some((low, _)), Some((_, high))) => Bound::Between { low, high },
            (Some((low, _)), None) => Bound::AtLeast(low),
            (None, Some((_, high))) => Bound::AtMost(high),
            (None, None) => return None,
        }
    };
    Some(Box::new((bound, name)))
}

/// "early 30s"
fn decade<'a>(tokens: Tokens<'a>, policy: &FigurePolicy) -> Read<'a, Amount> {
    let (rest, bound) = age::decade(tokens, policy)?;
    Ok((rest, Amount::of(bound, Some(Kind::Age("year")))))
}

/// "magnitude 7.4"
fn magnitude<'a>(tokens: Tokens<'a>, policy: &FigurePolicy) -> Read<'a, Amount> {
    let (rest, unit) = quantity::magnitude_before(tokens)?;
    let (rest, found) = amount_of(rest, policy, true)?;
    match found.kind {
        None => Ok((rest, Amount { kind: Some(Kind::Measure(unit)), ..found })),
        Some(_) => no(),
    }
}

pub(super) fn amount<'a>(tokens: Tokens<'a>, policy: &FigurePolicy) -> Read<'a, Amount> {
    amount_of(tokens, policy, false)
}

/// A bounded figure; `named` where the words before it say what it is, so that none can follow that make it silent.
pub(super) fn amount_of<'a>(tokens: Tokens<'a>, policy: &FigurePolicy, named: bool) -> Read<'a, Amount> {
    let (start, lead) = match bound::lead(tokens) {
        Ok((rest, limit)) => (rest, Some(limit)),
        Err(_) => (tokens, None),
    };
    if lead.is_none()
        && let Ok(found) = tolerance(start)
    {
        return Ok(found);
    }
    // One number is the first end of a range or stands alone: it is read once for both.
    let lone = LazyCell::new(|| item(start, Reading::PLAIN));
    let is_mere_lead = lead.is_none() && is_mere_lead(&start);
    if !is_mere_lead
        && matches!(lead, None | Some(Limit::About | Limit::Exactly))
        && let Ok((rest, (low, high, kind))) = range(start, &lone)
    {
        let silent = kind.is_none() && !named && silence::goes_on(&rest);
        return if silent { no() } else { Ok((rest, Amount::of(Bound::Between { low, high }, kind))) };
    }
    if let Ok((rest, bound)) = vague::vague(start, policy) {
        let (rest, kind) = kind_behind(rest, &start, &Number::PLAIN_ONE)
            .map_or((rest, None), |(rest, kind)| (rest, Some(kind.0)));
        let silent = kind.is_none() && silence::goes_on(&rest);
        return if silent { no() } else { Ok((rest, Amount::of(bound, kind))) };
    }
    if is_mere_lead {
        return no();
    }
    let (rest, item) = (*lone).clone().or_else(|_| multiple(start))?;
    if item.kind.is_none() && !named && is_silent(&start, &rest, &item, lead.is_some())
        || silence::is_part(&start) && !named
    {
        return no();
    }
    let stated = item.number.value;
    let (rest, tail) = match item.tail {
        Some(limit) => (rest, Some(limit)),
        None => bound::tail(rest).map_or((rest, None), |(rest, limit)| (rest, Some(limit))),
    };
    let limit = match (lead, tail) {
        (Some(Limit::About | Limit::Exactly) | None, Some(tail)) => Some(tail),
        (lead, _) => lead,
    };
    let kind = item.kind.or_else(|| {
        let bare = lead.is_none() && item.share.is_none();
        let is_age = || {
            age::is_apposed(&start, &rest, stated)
                || age::is_of_person(&start, &rest, stated)
                || age_told::is_told(&start, &rest, stated)
        };
        (bare && tail.is_none() && is_age()).then_some(Kind::Age("year"))
    });
    if let Some(limit) = limit.filter(|_| tail.is_none())
        && let Ok((rest, found)) = other_side(rest, limit, stated, kind)
    {
        return Ok((rest, found));
    }
    let bound = limit.map_or(Bound::Exactly(stated), |limit| bound::apply(limit, stated, policy));
    Ok((rest, Amount { share: item.share, ..Amount::of(bound, kind) }))
}

/// Whether a figure starts at the first word only with what bounds it, as at "in" and "at": no number, sum or range does.
fn is_mere_lead(tokens: &Tokens<'_>) -> bool {
    const FIGURES: WordClass =
        WordClass::CARDINAL.union(WordClass::VAGUE).union(WordClass::CURRENCY).union(WordClass::LETTERED);
    const OPENING: &[&str] = &["a", "an", "minus", "negative", "point", "between", "from"];
    tokens.first().is_some_and(|first| {
        first.kind == TokenKind::Word
            && first.is(WordClass::BOUND)
            && !first.is(FIGURES)
            // Codes of money are written so: "USD 5".
            && first.case != Case::Upper
            && !tokens.first_among(OPENING)
    })
}

/// "±3%", "5 ± 0.1 mm": as much less as more, of nothing where no figure stands before the sign.
fn tolerance(tokens: Tokens<'_>) -> Read<'_, Amount> {
    let names_it = |at: usize| tokens.nth(at).is_some_and(|sign| tokens.text_of(sign) == "\u{B1}");
    let (rest, middle) = if names_it(0) {
        (tokens, None)
    } else if names_it(1) || names_it(2) {
        let (rest, middle) = item(tokens, Reading::PLAIN)?;
        (rest, Some(middle))
    } else {
        return no();
    };
    let (rest, ()) = mark("\u{B1}")(rest)?;
    let (rest, part) = item(rest, Reading::PLAIN)?;
    let (of, kind) = match middle {
        None if tokens.behind(1).is_some_and(|before| before.kind == TokenKind::Number) => return no(),
        None => (Decimal::ZERO, part.kind),
        Some(middle) if middle.kind.is_none() || middle.kind == part.kind => (middle.number.value, part.kind),
        Some(_) => return no(),
    };
    match (of.checked_sub(part.number.value), of.checked_add(part.number.value)) {
        (Some(low), Some(high)) if low < high && part.tail.is_none() => {
            Ok((rest, Amount::of(Bound::Between { low, high }, kind)))
        }
        _ => no(),
    }
}

/// The other end behind a lower or upper bound: "and below 10".
fn other_side(tokens: Tokens<'_>, limit: Limit, stated: Decimal, kind: Option<Kind>) -> Read<'_, Amount> {
    let rest = one_of(&["and", "but"])(tokens).or_else(|_| mark(",")(tokens))?.0;
    let rest = one_of(&["and", "but"])(rest).map_or(rest, |(rest, ())| rest);
    let (rest, other) = bound::lead(rest)?;
    let (rest, end) = item(rest, Reading::PLAIN)?;
    let lower = |limit| matches!(limit, Limit::AtLeast | Limit::MoreThan | Limit::JustOver);
    let upper = |limit| matches!(limit, Limit::AtMost | Limit::LessThan | Limit::JustUnder);
    let (low, high) = match (limit, other) {
        (first, second) if lower(first) && upper(second) => (stated, end.number.value),
        (first, second) if upper(first) && lower(second) => (end.number.value, stated),
        _ => return no(),
    };
    let kind = match (kind, end.kind) {
        (kind, None) => kind,
        (None, kind) => kind,
        (one, other) if one == other => one,
        (Some(_), Some(_)) => return no(),
    };
    if low < high && !(kind.is_none() && silence::goes_on(&rest)) {
        Ok((rest, Amount::of(Bound::Between { low, high }, kind)))
    } else {
        no()
    }
}

fn is_silent(start: &Tokens<'_>, rest: &Tokens<'_>, item: &Item, bounded: bool) -> bool {
    let words = rest.index() - start.index();
    let is_one = words == 1 && item.number.in_words && item.number.value == Decimal::ONE;
    let in_digits = !item.number.in_words;
    item.tail.is_none() && silence::goes_on(rest)
        || is_one && !bounded && silence::is_pronoun(start, rest)
        || in_digits && silence::is_address(rest)
}
