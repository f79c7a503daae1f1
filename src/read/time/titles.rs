//! Titles that are made of words of time: "60 Minutes", "This Week", "Saturday Night Live".

use crate::{
    claim::{Point, TimeExpression, TimeSaid},
    text::{Case, Token, TokenKind, Tokens, WordClass},
};

/// How far around a phrase small words show that it stands in running text, in tokens.
const AROUND: usize = 10;

/// The letters of a word that headlines write with a capital whatever it is.
const LONG: usize = 5;

/// Whether a time is a title or stands in one: its unit has a capital where words around it have none.
pub(super) fn is_title(start: Tokens<'_>, rest: Tokens<'_>, expression: &TimeExpression) -> bool {
    let length = rest.index() - start.index();
    let capital = |token: &Token| token.case == Case::Title && token.kind == TokenKind::Word;
    let opens = start.behind(1).is_none_or(|before| before.kind != TokenKind::Word);
    // "Politics Today said"
    let follows_name = !opens && start.behind(1).is_some_and(capital) && start.first().is_some_and(capital);
    if follows_name && matches!(expression.said, TimeSaid::Point(Point::DaysFromNow(_))) {
        return runs_in_text(start, rest);
    }
    let unit = start.as_slice()[..length].iter().enumerate().any(|(at, token)| {
        capital(token) && token.is(WordClass::TIME_UNIT | WordClass::DAY_PART) && (at > 0 || !opens)
    });
    let goes_on = rest.first().is_some_and(capital);
    let may_be = match &expression.said {
        TimeSaid::Length(_) | TimeSaid::Stretch { .. } => true,
        // Local papers write "shot Saturday Night".
        TimeSaid::Point(Point::PartOfDay { .. }) => goes_on,
        TimeSaid::Point(Point::Relative { .. } | Point::Clock { day: None, .. }) => true,
        TimeSaid::Point(_) | TimeSaid::Dateless(_) | TimeSaid::Range { .. } | TimeSaid::Recurring(_) => false,
    };
    unit && may_be && runs_in_text(start, rest)
}

/// Whether words around are written as running text is.
fn runs_in_text(start: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const VERBS: WordClass =
        WordClass::VERB.union(WordClass::PAST).union(WordClass::PRESENT).union(WordClass::SPEECH);
    let small = |token: &Token| {
        token.kind == TokenKind::Word
            && token.case == Case::Lower
            && (token.span.len() >= LONG || token.is(VERBS))
    };
    let before = (1..=AROUND).map_while(|n| start.behind(n));
    before.take_while(|token| !matches!(start.text_of(token), "." | "!" | "?")).any(small)
        || rest.as_slice().iter().take(AROUND).any(small)
}
