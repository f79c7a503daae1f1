//! How two titles of one person relate.

use super::words::normal;
use crate::finding::{Reason, Verdict};

/// How two titles of one person relate: only two chief offices, two ranks, and in one text "former" against its
/// absence, are a clash; other titles may all be held at once, and another text may speak of the time in office. A
/// deputy who is the chief elsewhere, one who heads a state and its government, and a mayor whom another text calls a
/// former one, are worth a look. Two heads of one named house are worth a look. A bare "Senator" is how a former one is
/// spoken to.
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
        if is_one && one_text && !is_address(&office_a) && !is_address(&office_b) {
            return Some((Verdict::Conflict, differ()));
        }
        if left_one_post(&office_a, &office_b) {
            return Some((Verdict::Tension, differ()));
        }
        if is_one {
            return None;
        }
    } else if is_past(&a) == is_past(&b) && (heads(&office_a, &office_b) || second(&office_a, &office_b)) {
        return Some((Verdict::Tension, differ()));
    } else if !one_text && !is_past(&a) && !is_past(&b) && head_one_house(left, right) {
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

/// The office that a title says was left; none where it says nothing of the kind.
pub(super) fn left_office(title: &str) -> Option<Vec<String>> {
    Some(normal(title)).filter(|words| is_past(words)).map(|words| office(&words))
}

/// Whether a title, which is no past one itself, is an office.
pub(super) fn is_of_office(title: &str, office: &[String]) -> bool {
    let title = normal(title);
    !is_past(&title) && office == title
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

/// Posts that give nobody their title who has left them.
const POSTS: [&str; 7] = ["mayor", "mayoress", "sheriff", "coroner", "principal", "headteacher", "ombudsman"];

/// Whether two titles are of one post, as far as they say of where, and one of [`POSTS`]; a president stays one to the end
/// of his days.
fn left_one_post(a: &[String], b: &[String]) -> bool {
    let split = |office: &[String]| {
        let of = office.iter().position(|word| word == "of").unwrap_or(office.len());
        (of.checked_sub(1).and_then(|last| office.get(last)).cloned(), office[of..].to_vec())
    };
    let ((post_a, of_a), (post_b, of_b)) = (split(a), split(b));
    post_a == post_b
        && post_a.is_some_and(|post| POSTS.contains(&post.as_str()))
        && (of_a.is_empty() || of_b.is_empty() || of_a == of_b)
}

/// Whether a title is one word for an office of which a state or town has many: to those who have left it, it stays.
fn is_address(office: &[String]) -> bool {
    const SINGLE: [&str; 6] = ["president", "chancellor", "premier", "king", "queen", "pope"];
    matches!(office, [only] if !SINGLE.contains(&only.as_str()) && !POSTS.contains(&only.as_str()))
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
    matches!(word, "deputy" | "dep" | "vice")
}

/// Whether two titles name two heads of one house, which both name: "BBC News president", "BBC News chairman".
fn head_one_house(left: &str, right: &str) -> bool {
    let split = |title: &str| -> Option<(Vec<String>, &'static str)> {
        let words = normal(title);
        let (last, house) = words.split_last()?;
        let head = head(last)?;
        // "executive chairman" names no house.
        let named =
            title.split_whitespace().take(house.len()).all(|word| word.starts_with(char::is_uppercase));
        let is_house = |word: &String| {
            !matches!(word.as_str(), "executive" | "acting" | "interim" | "managing" | "senior")
        };
        (!house.is_empty()
            && named
            && house.iter().all(is_house)
            && !house.iter().any(|word| is_second(word)))
        .then(|| (house.to_vec(), head))
    };
    split(left).zip(split(right)).is_some_and(|((x, a), (y, b))| x == y && a != b)
}

/// The head of a house that a word names. A chief executive is often its chairman or its president too.
fn head(word: &str) -> Option<&'static str> {
    Some(match word {
        "president" => "president",
        "chairman" | "chairwoman" | "chair" | "chairperson" => "chair",
        "editor" => "editor",
        "secretary" | "treasurer" => "secretary",
        _ => return None,
    })
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
            .then(|| middle.chars().take(1).collect())
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

/// Whether the words of `inner` stand in `outer` in one run.
fn holds(outer: &[String], inner: &[String]) -> bool {
    !inner.is_empty()
        && inner.len() <= outer.len()
        && outer.windows(inner.len()).any(|window| window == inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_clashes_and_a_longer_title_does_not() {
        for (left, right, want) in [
            ("former president", "President", Some(Verdict::Conflict)),
            ("CEO", "COO", Some(Verdict::Conflict)),
            ("chief executive officer", "CEO", None),
            ("chief Ökologie officer", "CEO", Some(Verdict::Conflict)),
            ("envoy", "special envoy", Some(Verdict::Compatible)),
            ("Maj.", "army captain", Some(Verdict::Conflict)),
            ("Lieutenant Colonel", "Colonel", Some(Verdict::Compatible)),
            ("attorney general", "captain", None),
            ("governor", "spokesman", None),
            ("former lawyer", "lawyer", Some(Verdict::Compatible)),
            ("deputy mayor", "mayor", Some(Verdict::Tension)),
            ("Harlow Police Dep. Chief", "Deputy Chief", None),
            ("vice president", "president", Some(Verdict::Tension)),
            ("vice admiral", "admiral", Some(Verdict::Compatible)),
            ("prime minister", "president", Some(Verdict::Tension)),
            ("deputy prime minister", "president", None),
            ("former vice president", "president", Some(Verdict::Compatible)),
            ("club president", "prime minister", None),
            ("former Senator", "Senator", None),
            ("former labour secretary", "labour secretary", Some(Verdict::Conflict)),
            ("then vice president", "president", Some(Verdict::Compatible)),
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
    fn two_heads_of_one_house_are_worth_a_look() {
        let apart = |left, right| titles(left, right, false).map(|(verdict, _)| verdict);
        assert_eq!(apart("BBC News President", "BBC News chairman"), Some(Verdict::Tension));
        assert_eq!(apart("Gazette editor", "Gazette chairwoman"), Some(Verdict::Tension));
        assert_eq!(apart("BBC News chairman", "BBC News chair"), None);
        assert_eq!(apart("BBC News chairman", "BBC News CEO"), None);
        assert_eq!(apart("BBC News president", "BBC chairman"), None);
        assert_eq!(apart("former BBC News president", "BBC News chairman"), None);
        assert_eq!(apart("Executive Chairman", "Executive Editor"), None);
        assert_eq!(apart("president", "chairman"), None);
        assert_eq!(titles("BBC News President", "BBC News chairman", true), None);
    }
}
