//! How wordings relate: quotations, titles, scopes, and whether something is so.
//!
//! House style is no difference: [`Wording`] knows it.

use crate::{
    claim::{Claim, Polarity, Scope, Value, Versions, Wording},
    finding::{Reason, Verdict},
};

/// How two wordings of what should be one relate, one of them perhaps in a headline; none where they are simply two statements.
pub(super) fn wordings(left: &str, right: &str, in_headline: bool) -> Option<(Verdict, Reason)> {
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
    let versions = a.versions(&b).filter(Versions::are_of_one)?;
    if versions.agree() || in_headline && versions.drop_articles() {
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

/// Whether a title is an office that one holds or has held; a lawyer or an agent of many years may be both.
fn is_office(title: &[String]) -> bool {
    const TRADES: [&str; 17] = [
        "lawyer",
        "attorney",
        "agent",
        "girlfriend",
        "boyfriend",
        "wife",
        "husband",
        "partner",
        "actor",
        "actress",
        "player",
        "star",
        "model",
        "student",
        "soldier",
        "employee",
        "boss",
    ];
    title.last().is_some_and(|last| !TRADES.contains(&last.as_str()))
}

/// The digits of a wording that is a telephone number.
fn digits(words: &Wording) -> Option<String> {
    let all: String = words.words().collect();
    (all.len() > 4 && all.bytes().all(|byte| byte.is_ascii_digit())).then_some(all)
}

/// How two telephone numbers relate: with the same beginning and nearly the same length they are one, misprinted.
fn numbers(a: &str, b: &str) -> Option<Verdict> {
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    if a == b {
        Some(Verdict::Agree)
    } else {
        (a.len().abs_diff(b.len()) <= 2 && shared * 3 >= a.len().max(b.len()) * 2)
            .then_some(Verdict::Conflict)
    }
}

/// Whether two wordings are one but for house style.
pub(super) fn same(left: &str, right: &str) -> bool {
    left == right || Wording::of(left).words().eq(Wording::of(right).words())
}

/// The words of a wording in one form.
fn normal(words: &str) -> Vec<String> {
    Wording::of(words).words().map(str::to_owned).collect()
}

/// How two titles of one person relate: only two chief offices, two ranks, and in one text "former" against its absence, are a clash;
/// other titles may all be held at once, and another text may speak of the time in office. A deputy who is the chief
/// elsewhere, one who heads a state and its government, and a mayor whom another text calls a former one, are worth a look.
pub(super) fn titles(left: &str, right: &str, one_text: bool) -> Option<(Verdict, Reason)> {
    let (a, b) = (normal(left), normal(right));
    if a == b {
        return Some((Verdict::Agree, Reason::Same { value: left.to_owned() }));
    }
    let former = |words: &[String]| words.iter().any(|word| matches!(word.as_str(), "former" | "ex"));
    let (office_a, office_b) = (office(&a), office(&b));
    let differ = || Reason::WordsDiffer { left: left.to_owned(), right: right.to_owned() };
    // Who was president then has left the office since.
    let then = [&a, &b].iter().any(|title| title.iter().any(|word| word == "then"));
    if former(&a) != former(&b) {
        let is_one =
            ends_alike(&office_a, &office_b) && is_office(&office_a) && !second(&office_a, &office_b);
        if is_one && then {
            return None;
        }
        if is_one && one_text {
            return Some((Verdict::Conflict, differ()));
        }
        if left_one_post(&office_a, &office_b) {
            return Some((Verdict::Tension, differ()));
        }
        if is_one {
            return None;
        }
    } else if heads(&office_a, &office_b) || second(&office_a, &office_b) {
        return Some((Verdict::Tension, differ()));
    }
    // Who was vice-president may have become president since.
    if !is_past(&a) && !is_past(&b) {
        match (chief(&office_a), chief(&office_b)) {
            (Some(x), Some(y)) if x != y => return Some((Verdict::Conflict, differ())),
            _ => {}
        }
        match (rank(&office_a), rank(&office_b)) {
            (Some(x), Some(y)) if x != y => return Some((Verdict::Conflict, differ())),
            _ => {}
        }
    }
    if holds(&office_a, &office_b) || holds(&office_b, &office_a) {
        let (inner, outer) = if a.len() < b.len() { (left, right) } else { (right, left) };
        return Some((
            Verdict::Compatible,
            Reason::ScopeWithin { inner: inner.to_owned(), outer: outer.to_owned() },
        ));
    }
    None
}

/// Words for an office that somebody holds no longer.
const PAST: [&str; 6] = ["former", "ex", "then", "ousted", "late", "retired"];

fn is_past(title: &[String]) -> bool {
    title.iter().any(|word| PAST.contains(&word.as_str()))
}

/// A title without a word for having left the office.
fn office(title: &[String]) -> Vec<String> {
    title.iter().filter(|word| !PAST.contains(&word.as_str())).cloned().collect()
}

/// Whether a second title says that the office of the first, which is no past one itself, was left.
pub(super) fn is_left(title: &str, other: &str) -> bool {
    let (title, other) = (normal(title), normal(other));
    is_past(&other) && !is_past(&title) && office(&other) == title
}

/// Whether two titles are of one post, as far as they say of where, and one that gives nobody its title who has left it; a
/// president stays one to the end of his days.
fn left_one_post(a: &[String], b: &[String]) -> bool {
    const POSTS: [&str; 7] =
        ["mayor", "mayoress", "sheriff", "coroner", "principal", "headteacher", "ombudsman"];
    let split = |office: &[String]| {
        let of = office.iter().position(|word| word == "of").unwrap_or(office.len());
        (of.checked_sub(1).and_then(|last| office.get(last)).cloned(), office[of..].to_vec())
    };
    let ((post_a, of_a), (post_b, of_b)) = (split(a), split(b));
    post_a == post_b
        && post_a.is_some_and(|post| POSTS.contains(&post.as_str()))
        && (of_a.is_empty() || of_b.is_empty() || of_a == of_b)
}

/// Whether one title is that of the head of a state and the other that of the head of its government.
fn heads(a: &[String], b: &[String]) -> bool {
    let state = |office: &[String]| matches!(office, [only] if only == "president");
    let government = |office: &[String]| office.ends_with(&["prime".to_owned(), "minister".to_owned()]);
    let deputy = |office: &[String]| office.iter().any(|word| is_second(word));
    state(a) && government(b) && !deputy(b) || state(b) && government(a) && !deputy(a)
}

/// Whether one title is that of the second to the other's: "deputy mayor" and "mayor". Officers of two grades are both
/// called by the higher.
fn second(a: &[String], b: &[String]) -> bool {
    // A chief officer has a deputy: the "Vice" of "Vice CEO" is the name of a company.
    let is_named = |office: &[String]| {
        let chief = office.last().is_some_and(|last| matches!(last.as_bytes(), [b'c', _, b'o']));
        chief && office.iter().any(|word| word == "vice")
    };
    if is_named(a) || is_named(b) {
        return false;
    }
    let seconds = |office: &[String]| office.iter().filter(|word| is_second(word)).count();
    let first = |office: &[String]| -> Vec<String> {
        office.iter().filter(|word| !is_second(word)).cloned().collect()
    };
    let (x, y) = (first(a), first(b));
    (seconds(a) == 0) != (seconds(b) == 0)
        && rank(a).is_none()
        && ends_alike(&x, &y)
        && (holds(&x, &y) || holds(&y, &x))
}

fn is_second(word: &str) -> bool {
    matches!(word, "deputy" | "vice")
}

/// The chief office that a title names: "ceo", "chief financial officer".
fn chief(words: &[String]) -> Option<String> {
    words.iter().enumerate().find_map(|(at, word)| {
        let bytes = word.as_bytes();
        if let [b'c', middle, b'o'] = bytes {
            return Some(char::from(*middle).to_string());
        }
        let middle = words.get(at + 1)?;
        (word == "chief" && words.get(at + 2).is_some_and(|last| last == "officer"))
            .then(|| middle[..1].to_owned())
    })
}

/// The rank that a title ends in, whatever branch or grade stands before it: nobody holds two at once.
fn rank(title: &[String]) -> Option<&'static str> {
    let (last, before) = title.split_last()?;
    // An attorney general has an office and no rank.
    let of_office = |word: &String| {
        matches!(
            word.as_str(),
            "attorney" | "solicitor" | "surgeon" | "consul" | "secretary" | "governor" | "director"
        )
    };
    if before.last().is_some_and(of_office) {
        return None;
    }
    Some(match last.as_str() {
        "private" | "pvt" => "private",
        "corporal" | "cpl" => "corporal",
        "sergeant" | "sgt" => "sergeant",
        "lieutenant" | "lt" | "lieut" => "lieutenant",
        "captain" | "capt" => "captain",
        "major" | "maj" => "major",
        "colonel" | "col" => "colonel",
        "brigadier" | "brig" => "brigadier",
        "general" | "gen" => "general",
        "admiral" | "adm" => "admiral",
        "constable" | "pc" => "constable",
        "inspector" | "insp" => "inspector",
        "superintendent" | "supt" => "superintendent",
        "trooper" => "trooper",
        _ => return None,
    })
}

fn ends_alike(a: &[String], b: &[String]) -> bool {
    !a.is_empty() && a.last() == b.last()
}

/// How two scopes relate.
///
/// `listed` are words of a closed list, of which an article names as many as it likes: "in the face, neck and arm" and "in the
/// neck and chest" fit.
pub(super) fn scopes(left: &Scope, right: &Scope, listed: bool) -> (Verdict, Reason) {
    let (a, b) = (scope_words(left), scope_words(right));
    if a == b {
        return (Verdict::Agree, Reason::Same { value: left.to_string() });
    }
    let within = |inner: &[String], outer: &[String]| inner.iter().all(|word| outer.contains(word));
    if within(&b, &a) && !right.exclusive {
        return (
            Verdict::Compatible,
            Reason::ScopeWithin { inner: left.to_string(), outer: right.to_string() },
        );
    }
    if within(&a, &b) && !left.exclusive {
        return (
            Verdict::Compatible,
            Reason::ScopeWithin { inner: right.to_string(), outer: left.to_string() },
        );
    }
    let several = listed && left.targets.len().min(right.targets.len()) > 1;
    if several && !left.exclusive && !right.exclusive && a.iter().any(|word| b.contains(word)) {
        return (
            Verdict::Compatible,
            Reason::ScopeWithin { inner: right.to_string(), outer: left.to_string() },
        );
    }
    (Verdict::Conflict, Reason::ScopesDiffer { left: left.to_string(), right: right.to_string() })
}

/// Whether two scopes share a target, so that what is said of both can clash.
pub(super) fn scopes_meet(left: &Scope, right: &Scope) -> bool {
    let (a, b) = (scope_words(left), scope_words(right));
    a.iter().any(|word| word.len() > 3 && b.contains(word))
}

fn scope_words(scope: &Scope) -> Vec<String> {
    let mut words: Vec<String> =
        scope.targets.iter().flat_map(|target| normal(target)).filter(|word| !is_small(word)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn is_small(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "of" | "in" | "and" | "all" | "its" | "their" | "his" | "any" | "s")
}

/// How two statements that something is so or not relate; none where they are about different things.
pub(super) fn polarities(
    left: (&Scope, Polarity, &str),
    right: (&Scope, Polarity, &str),
) -> Option<(Verdict, Reason)> {
    if !scopes_meet(left.0, right.0) {
        return None;
    }
    Some(if left.1 == right.1 {
        (Verdict::Agree, Reason::Same { value: left.0.to_string() })
    } else {
        (Verdict::Conflict, Reason::PolarityDiffers { left: left.2.to_owned(), right: right.2.to_owned() })
    })
}

/// Whether the words of `inner` stand in `outer` in one run.
fn holds(outer: &[String], inner: &[String]) -> bool {
    !inner.is_empty()
        && inner.len() <= outer.len()
        && outer.windows(inner.len()).any(|window| window == inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(target: &str) -> Scope {
        Scope { targets: vec![target.to_owned()], exclusive: false }
    }

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
            ("020 7946 0018", "0161 496 0321", None),
        ] {
            assert_eq!(wordings(left, right, false).map(|(verdict, _)| verdict), want, "{left} / {right}");
        }
    }

    #[test]
    fn former_clashes_and_a_longer_title_does_not() {
        for (left, right, want) in [
            ("former president", "President", Some(Verdict::Conflict)),
            ("CEO", "COO", Some(Verdict::Conflict)),
            ("chief executive officer", "CEO", None),
            ("envoy", "special envoy", Some(Verdict::Compatible)),
            ("Maj.", "army captain", Some(Verdict::Conflict)),
            ("Lieutenant Colonel", "Colonel", Some(Verdict::Compatible)),
            ("attorney general", "captain", None),
            ("governor", "spokesman", None),
            ("former lawyer", "lawyer", Some(Verdict::Compatible)),
            ("deputy mayor", "mayor", Some(Verdict::Tension)),
            ("vice president", "president", Some(Verdict::Tension)),
            ("vice admiral", "admiral", Some(Verdict::Compatible)),
            ("prime minister", "president", Some(Verdict::Tension)),
            ("deputy prime minister", "president", None),
            ("former vice president", "president", Some(Verdict::Compatible)),
            ("club president", "prime minister", None),
        ] {
            assert_eq!(titles(left, right, true).map(|(verdict, _)| verdict), want, "{left} / {right}");
            assert_eq!(titles(right, left, true).map(|(verdict, _)| verdict), want, "{right} / {left}");
            let then_and_now = want == Some(Verdict::Conflict) && left.contains("former");
            let apart = want.filter(|_| !then_and_now);
            assert_eq!(
                titles(left, right, false).map(|(verdict, _)| verdict),
                apart,
                "{left} / {right} in two texts"
            );
        }
    }

    #[test]
    fn a_former_mayor_is_no_mayor_in_another_text() {
        let apart = |left, right| titles(left, right, false).map(|(verdict, _)| verdict);
        assert_eq!(apart("former mayor of Leeds", "mayor"), Some(Verdict::Tension));
        assert_eq!(apart("sheriff", "ex-sheriff"), Some(Verdict::Tension));
        assert_eq!(apart("former governor", "governor"), None);
    }

    #[test]
    fn a_narrower_scope_fits_unless_it_is_the_only_one() {
        let verdict = |left: &Scope, right: &Scope, listed| scopes(left, right, listed).0;
        assert_eq!(
            verdict(&scope("energy infrastructure"), &scope("infrastructure"), false),
            Verdict::Compatible
        );
        assert_eq!(verdict(&scope("the harbour"), &scope("power plants"), false), Verdict::Conflict);
        let several =
            |targets: [&str; 2]| Scope { targets: targets.map(str::to_owned).into(), exclusive: false };
        let (one, other) = (several(["face", "neck"]), several(["neck", "chest"]));
        assert_eq!(verdict(&one, &other, true), Verdict::Compatible);
        assert_eq!(verdict(&one, &other, false), Verdict::Conflict);
        assert_eq!(verdict(&one, &scope("leg"), true), Verdict::Conflict);
    }
}
