//! Lengths behind "in" that lie ahead: "will meet in two weeks" is a day, "was built in two weeks" a length.

use super::moment;
use crate::{
    claim::{Amount, CountFrom, Edge, Point, TimeExpression, TimeSaid, TimeUnit},
    text::{Tokens, WordClass},
};

/// Words behind which "in two weeks" is told from now.
const AHEAD: &[&str] = &["will", "'ll", "shall", "due", "expires", "expire", "back", "scheduled"];

/// Verbs of what is fixed, which tell "in two hours" from now in the present.
const FIXED: &[&str] = &[
    "meet", "meets", "leave", "leaves", "opens", "closes", "begins", "starts", "arrive", "arrives",
    "resumes", "reopens", "departs", "ends", "returns",
];

/// "will meet in two weeks", "in two days at noon", "in two weeks on Friday": a length behind "in" that lies ahead is a point.
pub(super) fn shifted<'a>(
    i: Tokens<'a>,
    rest: Tokens<'a>,
    found: TimeExpression,
) -> (Tokens<'a>, TimeExpression) {
    let (Some(Edge::In), TimeSaid::Length(length)) = (found.edge, &found.said) else { return (rest, found) };
    let definite = length.parts.iter().all(|&(amount, unit)| {
        matches!(amount, Amount::Exactly(_)) || unit < TimeUnit::Day && !i.first_in(WordClass::TIME_UNIT)
    });
    let opens = i.behind(2).is_none_or(|token| matches!(i.text_of(token), "." | ":" | "\n"));
    let short = length.parts.iter().all(|(_, unit)| *unit < TimeUnit::Day);
    let sentence =
        (2..=9).map_while(|n| i.behind(n)).take_while(|token| !matches!(i.text_of(token), "." | "?" | "!"));
    let ahead = sentence.into_iter().any(|token| {
        let text = i.text_of(token);
        token.is(WordClass::FUTURE) && !text.eq_ignore_ascii_case("would")
            || AHEAD.iter().any(|word| text.eq_ignore_ascii_case(word))
            || short && FIXED.iter().any(|word| text.eq_ignore_ascii_case(word))
    });
    let article = i.first_is("the") || found.modifier.is_some();
    if article || !definite {
        return (rest, found);
    }
    let shifted = Point::Shifted { length: length.clone(), later: true, origin: CountFrom::Now };
    if let Ok((rest, point)) = moment::told_closer(rest, &shifted) {
        return (rest, point.into());
    }
    if opens || ahead { (rest, shifted.into()) } else { (rest, found) }
}
