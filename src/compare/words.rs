//! How wordings that should be one relate: quotations, and whatever a rule wants word for word.
//!
//! House style is no difference: [`Wording`] knows it.

use crate::{
    claim::{Claim, Value, Versions, Wording},
    finding::{Reason, Verdict},
};

/// What is known of two wordings beside their words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// One of them stands in a headline.
    pub in_headline: bool,
    /// One person is said to have spoken both.
    pub of_one_speaker: bool,
}

/// How two wordings of what should be one relate; none where they are simply two statements.
pub(super) fn wordings(left: &str, right: &str, setting: Setting) -> Option<(Verdict, Reason)> {
    let (a, b) = (Wording::of(left), Wording::of(right));
    if a.words().eq(b.words()) {
        return Some((Verdict::Agree, Reason::Same { value: left.to_owned() }));
    }
    let differ = || Reason::WordsDiffer { left: left.to_owned(), right: right.to_owned() };
    if let (Some(a), Some(b)) = (digits(&a), digits(&b)) {
        return numbers(&a, &b).map(|verdict| {
            let same = || Reason::Same { value: left.to_owned() };
            (verdict, if verdict == Verdict::Agree { same() } else { differ() })
        });
    }
    let is_one = |versions: &Versions| {
        versions.are_of_one() || setting.of_one_speaker && versions.are_of_one_speaker()
    };
    let versions = a.versions(&b).filter(is_one)?;
    if versions.agree() || setting.in_headline && versions.drop_articles() {
        let (inner, outer) = if left.len() < right.len() { (left, right) } else { (right, left) };
        let (inner, outer) = (inner.to_owned(), outer.to_owned());
        return Some((Verdict::Agree, Reason::ScopeWithin { inner, outer }));
    }
    Some((if versions.clash() { Verdict::Conflict } else { Verdict::Tension }, differ()))
}

/// Whether two quotations of one text are said to be alike, and nothing more: whoever speaks repeats himself.
pub(super) fn repeats(a: &Claim, b: &Claim) -> bool {
    let (Value::Quotation { text: x, .. }, Value::Quotation { text: y, .. }) = (&a.value, &b.value) else {
        return false;
    };
    a.block == b.block
        || !Wording::of(x).versions(&Wording::of(y)).is_some_and(|versions| versions.are_surely_of_one())
}

/// The digits of a wording that is a telephone number.
fn digits(words: &Wording) -> Option<String> {
    let all: String = words.words().collect();
    (all.len() > 4 && all.bytes().all(|byte| byte.is_ascii_digit())).then_some(all)
}

/// How two telephone numbers relate: with the same beginning and nearly the same length they are one, misprinted, and so are long
/// ones with one digit put in, left out, changed or swapped.
fn numbers(a: &str, b: &str) -> Option<Verdict> {
    /// A shorter number has many near it.
    const LONG: usize = 7;
    if a == b {
        return Some(Verdict::Agree);
    }
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let begin_alike = a.len().abs_diff(b.len()) <= 2 && shared * 3 >= a.len().max(b.len()) * 2;
    let is_misprint = a.len().min(b.len()) >= LONG && strsim::osa_distance(a, b) == 1;
    (begin_alike || is_misprint).then_some(Verdict::Conflict)
}

/// Whether two wordings are one but for house style.
pub(super) fn same(left: &str, right: &str) -> bool {
    left == right || Wording::of(left).words().eq(Wording::of(right).words())
}

/// The words of a wording in one form.
pub(super) fn normal(words: &str) -> Vec<String> {
    Wording::of(words).words().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn house_style_is_no_difference() {
        for (left, right, want) in [
            ("part of the U.S. effort", "part of the US effort", Some(Verdict::Agree)),
            (
                "as part of the effort to organise talks",
                "part of the effort to organize",
                Some(Verdict::Agree),
            ),
            ("we will never sign this deal today", "we will sign this deal today", Some(Verdict::Conflict)),
            ("It \u{2019} s the neighbourhood fibre", "It's the neighborhood fiber", Some(Verdict::Agree)),
            ("we are ready", "the weather was cold", None),
            ("tied up like a goat", "tied like a goat", Some(Verdict::Tension)),
            ("a lot of brave miners", "a lot of brave pilots", None),
            ("he spoke of the honest miner", "he spoke of the honest miners", Some(Verdict::Tension)),
            (
                "Whoever, and that means you all, says I hate the sea has no idea what hate is",
                "Whoever says I hate the sea has no idea what hatred is",
                Some(Verdict::Tension),
            ),
            ("mending the old boats of the bay", "mend the old boats of the bay", Some(Verdict::Agree)),
            ("they read the Quran in the mosque", "they read the Koran in the mosque", Some(Verdict::Agree)),
            ("we thank her (Ann Lee) for this", "we thank her for this", Some(Verdict::Agree)),
            ("they came at 6:00 p.m.", "they came at 6 p.m.", Some(Verdict::Agree)),
            ("they left at 6:41pm PST this evening", "they left at 18:41 this evening", Some(Verdict::Agree)),
            ("The European Union asks all to wait", "asks all to wait, as the EU said", None),
            (
                "Here the EU asks all of us to wait for it",
                "the European Union asks all of us to wait for it today",
                Some(Verdict::Agree),
            ),
            ("they left at 6:41pm this evening", "they left at 16:41 this evening", Some(Verdict::Conflict)),
            ("the eleventh-hour vote of ten towns", "the 11th hour vote of 10 towns", Some(Verdict::Agree)),
            ("the vote of two towns is okay", "the vote of ten towns is OK", Some(Verdict::Conflict)),
            ("they 'locked down ' the street", "they locked down the street", Some(Verdict::Agree)),
            ("the European Union asks all to wait", "the EU asks all to wait", Some(Verdict::Agree)),
            ("half of us, 50 per cent", "half of us, 50 percent", Some(Verdict::Agree)),
            ("but Sen. Lima thinks of us", "but Senator Lima thinks of us", Some(Verdict::Agree)),
            ("There's much that can go wrong here", "There is much that can go wrong", Some(Verdict::Agree)),
            (
                "The harbour's looking calm tonight",
                "the harbor is looking calm tonight",
                Some(Verdict::Agree),
            ),
            (
                "we cannot co-operate with the miners",
                "we can't cooperate with the miners",
                Some(Verdict::Agree),
            ),
            (
                "it took twenty-five men and $2.5m",
                "it took 25 men and 2.5 million dollars",
                Some(Verdict::Agree),
            ),
            (
                "we lost 1,500 sheep, 20% of all",
                "we lost 1500 sheep, 20 per cent of all",
                Some(Verdict::Agree),
            ),
            ("a hundred boats sailed at 6.30pm", "100 boats sailed at 6:30 p.m.", Some(Verdict::Agree)),
            ("I, I just felt the um boat shake", "I just felt the boat shake", Some(Verdict::Agree)),
            ("I trust [the captain] with my boat", "I trust Anders with my boat", Some(Verdict::Agree)),
            (
                "[T]he pilot work[ed] all night alone",
                "The pilot worked all night alone",
                Some(Verdict::Agree),
            ),
            (
                "the deal was closed ... by the union",
                "the deal was closed on Friday night by the union",
                Some(Verdict::Agree),
            ),
            (
                "that was a f***ing long night at sea",
                "that was a fucking long night at sea",
                Some(Verdict::Agree),
            ),
            ("the United States sank our boats again", "the U.S. sank our boats again", Some(Verdict::Agree)),
            (
                "It rained for two or three weeks here",
                "It rained for two to three weeks here",
                Some(Verdict::Tension),
            ),
            (
                "the weather at sea was mad that night",
                "the weather at sea was bad that night",
                Some(Verdict::Tension),
            ),
            (
                "How many sailors do we want to drown?",
                "How many sailors do they want to drown?",
                Some(Verdict::Tension),
            ),
            (
                "one of the worst storms of my career",
                "one of the worst storm of my career",
                Some(Verdict::Tension),
            ),
            (
                "the worst storm I ever saw in the bay",
                "the worst storm I ever saw near the cape",
                Some(Verdict::Tension),
            ),
            (
                "I could have saved the whole crew",
                "I could not have saved the whole crew",
                Some(Verdict::Conflict),
            ),
            ("The harbour is looking calm", "The captain is looking calm", None),
            ("we hope that the harbour opens soon", "we know that the ferry sails soon", None),
            (
                "We never signed the harbour contract",
                "We signed the harbor contract.",
                Some(Verdict::Conflict),
            ),
            ("020 7946 0018", "020 7946 018", Some(Verdict::Conflict)),
            ("020 79460018", "020 7946 0018", Some(Verdict::Agree)),
            ("02079 460 018", "0279 460 018", Some(Verdict::Conflict)),
            ("01632 960 018", "01362 960 018", Some(Verdict::Conflict)),
            ("116 006", "116 116", None),
            ("020 7946 0018", "0161 496 0321", None),
        ] {
            assert_eq!(
                wordings(left, right, Setting::default()).map(|(verdict, _)| verdict),
                want,
                "{left} / {right}"
            );
        }
    }
}
