//! How wordings relate: quotations, titles, scopes, and whether something is so.
//!
//! House style is no difference ([`super::house_style`]).

use super::house_style::{initials, normal};
use crate::{
    claim::{Polarity, Scope},
    finding::{Reason, Verdict},
};
use similar::{DiffOp, TextDiff};

/// The share of words that two wordings must have in common to be versions of one.
const ALIKE: f32 = 0.72;

/// In how many places versions of one wording may differ; beyond, they are two translations.
const MOST_CHANGES: usize = 5;

/// How two wordings of what should be one relate; none where they are simply two statements.
pub(super) fn wordings(left: &str, right: &str) -> Option<(Verdict, Reason)> {
    let (a, b) = (normal(left), normal(right));
    if a == b {
        return Some((Verdict::Agree, Reason::Same { value: left.to_owned() }));
    }
    if digits(&a).is_none() && (holds(&a, &b) || holds(&b, &a)) {
        let (inner, outer) = if a.len() < b.len() { (left, right) } else { (right, left) };
        return Some((
            Verdict::Agree,
            Reason::ScopeWithin { inner: inner.to_owned(), outer: outer.to_owned() },
        ));
    }
    if let (Some(a), Some(b)) = (digits(&a), digits(&b)) {
        return numbers(&a, &b).map(|verdict| {
            let reason = if verdict == Verdict::Agree {
                Reason::Same { value: left.to_owned() }
            } else {
                Reason::WordsDiffer { left: left.to_owned(), right: right.to_owned() }
            };
            (verdict, reason)
        });
    }
    let (a, b): (Vec<&str>, Vec<&str>) =
        (a.iter().map(String::as_str).collect(), b.iter().map(String::as_str).collect());
    let diff = TextDiff::from_slices(&a, &b);
    let ops = diff.ops();
    // Two cuttings of one quotation may each say a word more at an end, and a name by its initials.
    let is_style = |(at, op): (usize, &DiffOp)| match *op {
        DiffOp::Replace { old_index, old_len, new_index, new_len } => {
            let (old, new) = (&a[old_index..old_index + old_len], &b[new_index..new_index + new_len]);
            initials(old, new) || initials(new, old)
        }
        DiffOp::Equal { .. } => true,
        DiffOp::Delete { .. } | DiffOp::Insert { .. } => at == 0 || at + 1 == ops.len(),
    };
    if diff.ratio() >= ALIKE && ops.iter().enumerate().all(is_style) {
        return Some((Verdict::Agree, Reason::Same { value: left.to_owned() }));
    }
    let changed = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })).count();
    (diff.ratio() >= ALIKE && changed <= MOST_CHANGES)
        .then(|| (Verdict::Tension, Reason::WordsDiffer { left: left.to_owned(), right: right.to_owned() }))
}

/// Whether a title is an office that one holds or has held; a lawyer or an agent of many years may be both.
fn is_office(title: &[String]) -> bool {
    const TRADES: [&str; 16] = [
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
    ];
    title.last().is_some_and(|last| !TRADES.contains(&last.as_str()))
}

/// The digits of a wording that is a telephone number.
fn digits(words: &[String]) -> Option<String> {
    let all: String = words.concat();
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
    left == right || normal(left) == normal(right)
}

/// How two titles of one person relate: only two chief offices, two ranks, and in one text "former" against its absence, are a clash;
/// other titles may all be held at once, and another text may speak of the time in office.
pub(super) fn titles(left: &str, right: &str, one_text: bool) -> Option<(Verdict, Reason)> {
    let (a, b) = (normal(left), normal(right));
    if a == b {
        return Some((Verdict::Agree, Reason::Same { value: left.to_owned() }));
    }
    let former = |words: &[String]| words.iter().any(|word| matches!(word.as_str(), "former" | "ex"));
    let office = |words: &[String]| -> Vec<String> {
        words.iter().filter(|word| !matches!(word.as_str(), "former" | "ex" | "then")).cloned().collect()
    };
    let (office_a, office_b) = (office(&a), office(&b));
    let differ = || Reason::WordsDiffer { left: left.to_owned(), right: right.to_owned() };
    if former(&a) != former(&b) && ends_alike(&office_a, &office_b) && is_office(&office_a) {
        return one_text.then(|| (Verdict::Conflict, differ()));
    }
    match (chief(&office_a), chief(&office_b)) {
        (Some(x), Some(y)) if x != y => return Some((Verdict::Conflict, differ())),
        _ => {}
    }
    match (rank(&office_a), rank(&office_b)) {
        (Some(x), Some(y)) if x != y => return Some((Verdict::Conflict, differ())),
        _ => {}
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
pub(super) fn scopes(left: &Scope, right: &Scope) -> (Verdict, Reason) {
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
            ("we will never sign this deal today", "we will sign this deal today", Some(Verdict::Tension)),
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
            ("they left at 6:41pm this evening", "they left at 16:41 this evening", Some(Verdict::Tension)),
            ("the eleventh-hour vote of ten towns", "the 11th hour vote of 10 towns", Some(Verdict::Agree)),
            ("the vote of two towns is okay", "the vote of ten towns is OK", Some(Verdict::Tension)),
            ("they 'locked down ' the street", "they locked down the street", Some(Verdict::Agree)),
            ("the European Union asks all to wait", "the EU asks all to wait", Some(Verdict::Agree)),
            ("half of us, 50 per cent", "half of us, 50 percent", Some(Verdict::Agree)),
            ("020 7946 0018", "020 7946 018", Some(Verdict::Conflict)),
            ("020 79460018", "020 7946 0018", Some(Verdict::Agree)),
            ("020 7946 0018", "0161 496 0321", None),
        ] {
            assert_eq!(wordings(left, right).map(|(verdict, _)| verdict), want, "{left} / {right}");
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
    fn a_narrower_scope_fits_unless_it_is_the_only_one() {
        assert_eq!(scopes(&scope("energy infrastructure"), &scope("infrastructure")).0, Verdict::Compatible);
        assert_eq!(scopes(&scope("the harbour"), &scope("power plants")).0, Verdict::Conflict);
    }
}
