//! One number with what stands at it and says what it counts or measures.
//!
//! ```text
//! item      = money-before? number (ratio | tail? kind?) | height
//! kind      = percent | money-behind coins? | age-behind | unit part?
//! ```
//!
//! The parts are in [`super::number`], [`super::money`], [`super::percent`], [`super::quantity`], [`super::age`] and
//! [`super::ratio`]; figures are made of items in [`super::figure`].

use super::{
    age,
    bound::{self, Limit},
    currency::Currency,
    lettered, money,
    number::{Number, Reading, number_as, times},
    percent,
    phrase::{Read, first, is_glued, no, one_of, word},
    quantity, ratio, unit,
};
use crate::{claim::Unit, text::Tokens};
use rust_decimal::Decimal;

/// What a figure counts or measures, as the words beside it say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Percent,
    Point,
    Money(Currency),
    Age(&'static str),
    Measure(unit::Unit),
}

/// One number with what stands at it.
#[derive(Clone, Copy)]
pub(super) struct Item {
    pub(super) number: Number,
    pub(super) tail: Option<Limit>,
    pub(super) kind: Option<Kind>,
    /// Whether the kind stands before the number.
    pub(super) led: bool,
    /// The part and the whole of a ratio.
    pub(super) share: Option<(Decimal, Decimal)>,
}

impl Item {
    pub(super) const fn plain(number: Number, tail: Option<Limit>) -> Self {
        Self { number, tail, kind: None, led: false, share: None }
    }
}

/// One number with its kind.
pub(super) fn item(tokens: Tokens<'_>, how: Reading) -> Read<'_, Item> {
    if let Ok((rest, (currency, number))) = lettered::joined(tokens) {
        let plain = Item::plain(number, None);
        return Ok((rest, Item { kind: Some(Kind::Money(currency)), led: true, ..plain }));
    }
    if let Ok((rest, (currency, value))) = money::one_and_coins(tokens) {
        let number = Number { value, ..Number::PLAIN_ONE };
        return Ok((rest, Item { kind: Some(Kind::Money(currency)), ..Item::plain(number, None) }));
    }
    if let Ok((rest, ())) = money::minus(tokens) {
        let (rest, sum) = item(rest, how)?;
        return Ok((rest, Item { number: sum.number.negated(true), ..sum }));
    }
    if let Ok((rest, (currency, factor))) = money::before(tokens) {
        return led_by_money(rest, how, currency, factor);
    }
    if let Ok((rest, (value, unit))) = quantity::height(tokens) {
        let number = Number { value, in_words: false, ..Number::PLAIN_ONE };
        return Ok((rest, Item { kind: Some(Kind::Measure(unit)), ..Item::plain(number, None) }));
    }
    let (rest, number) = number_as(tokens, how)?;
    if let Ok((rest, whole)) = ratio::whole(&tokens, rest, &number)
        && let Some(value) = number.value.checked_div(whole)
    {
        let share = Some((number.value, whole));
        return Ok((rest, Item { share, ..Item::plain(Number { value, ..number }, None) }));
    }
    let (end, tail) = bound::tail(rest).map_or((rest, None), |(rest, limit)| (rest, Some(limit)));
    let plain = Item::plain(number, tail);
    let found = match of_one(rest, &number) {
        Ok(one) => kind_behind(one, &tokens, &number),
        Err(_) => kind_behind(end, &tokens, &number),
    };
    let Ok((end, (kind, factor))) = found else { return Ok((end, plain)) };
    let Some(value) = times(number.value, factor) else { return no() };
    let scale = number.scale.checked_mul(factor).unwrap_or(number.scale);
    let (end, value) = match kind {
        Kind::Money(Currency::Main(_)) if scale == Decimal::ONE => {
            money::coins(end, value).map_or((end, value), |(end, part)| (end, value + part))
        }
        Kind::Measure(unit) => {
            quantity::part(end, &unit).map_or((end, value), |(end, part)| (end, value + part))
        }
        Kind::Money(_) | Kind::Percent | Kind::Point | Kind::Age(_) => (end, value),
    };
    Ok((end, Item { kind: Some(kind), ..Item::plain(Number { value, scale, ..number }, tail) }))
}

/// "twice" is two of what follows, "threefold" three; "single" is one where it stands alone, as in the cell of a table.
pub(super) fn multiple(tokens: Tokens<'_>) -> Read<'_, Item> {
    let (rest, times) = first(tokens, |word| match word {
        "twice" => Some(2),
        "thrice" => Some(3),
        "single" => Some(1),
        "twofold" => Some(2),
        "threefold" => Some(3),
        "fourfold" => Some(4),
        "fivefold" => Some(5),
        "sixfold" => Some(6),
        "tenfold" => Some(10),
        "hundredfold" => Some(100),
        _ => None,
    })?;
    if times == 1 && !(tokens.behind(1).is_none() && rest.is_empty()) {
        return no();
    }
    let number = Number { value: Decimal::from(times), ..Number::PLAIN_ONE };
    Ok((rest, Item::plain(number, None)))
}

/// What stands behind "of a" in "a quarter of a mile", behind "a" in "half a percent": one of what the part is of.
fn of_one<'a>(tokens: Tokens<'a>, part: &Number) -> Result<Tokens<'a>, nom::Err<()>> {
    let is_part = part.in_words
        && part.scale == Decimal::ONE
        && part.value < Decimal::ONE
        && part.value > Decimal::ZERO;
    if !is_part || !tokens.first_among(&["a", "an", "of"]) {
        return Err(nom::Err::Error(()));
    }
    let rest = word("of")(tokens).map_or(tokens, |(rest, ())| rest);
    let (rest, ()) = one_of(&["a", "an", "one"])(rest)?;
    Ok(rest)
}

/// A number behind a sign or code of money, with the name that may follow it too: "$10 dollars".
fn led_by_money(tokens: Tokens<'_>, how: Reading, currency: Currency, factor: Decimal) -> Read<'_, Item> {
    let (rest, number) =
        money::in_brackets(tokens).or_else(|_| number_as(tokens, Reading { of_money: true, ..how }))?;
    let Some(value) = times(number.value, factor) else { return no() };
    let scale = number.scale.checked_mul(factor).unwrap_or(number.scale);
    let number = Number { value, scale, ..number };
    let (rest, currency) = match money::behind(rest, &tokens, &number) {
        Ok((end, (named @ Currency::Main(_), one))) if one == Decimal::ONE && !is_glued(&rest) => {
            (end, narrower(currency, named))
        }
        Ok(_) | Err(_) => (rest, currency),
    };
    let (rest, value) = if scale == Decimal::ONE {
        money::coins(rest, value).map_or((rest, value), |(rest, part)| (rest, value + part))
    } else {
        (rest, value)
    };
    let (rest, tail) = bound::tail(rest).map_or((rest, None), |(rest, limit)| (rest, Some(limit)));
    Ok((
        rest,
        Item {
            kind: Some(Kind::Money(currency)),
            led: true,
            ..Item::plain(Number { value, ..number }, tail)
        },
    ))
}

/// Of two names for one currency the one that leaves less open.
fn narrower(one: Currency, other: Currency) -> Currency {
    match (one, other) {
        (Currency::Main(a), Currency::Main(b)) if b.len() < a.len() => Currency::Main(b),
        _ => one,
    }
}

/// What a figure counts or measures, where the words behind it say so, and the factor they carry.
pub(super) fn kind_behind<'a>(
    tokens: Tokens<'a>,
    start: &Tokens<'a>,
    number: &Number,
) -> Read<'a, (Kind, Decimal)> {
    if tokens.is_empty() {
        return no();
    }
    let one = Decimal::ONE;
    percent::percent(tokens)
        .map(|(rest, (unit, part))| {
            (rest, (if unit == Unit::Percent { Kind::Percent } else { Kind::Point }, part))
        })
        .or_else(|_| {
            money::behind(tokens, start, number)
                .map(|(rest, (currency, factor))| (rest, (Kind::Money(currency), factor)))
        })
        .or_else(|_| age::behind(tokens).map(|(rest, unit)| (rest, (Kind::Age(unit), one))))
        .or_else(|_| {
            quantity::magnitude_behind(tokens).map(|(rest, unit)| (rest, (Kind::Measure(unit), one)))
        })
        .or_else(|_| quantity::unit(tokens).map(|(rest, unit)| (rest, (Kind::Measure(unit), one))))
}
