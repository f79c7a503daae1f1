//! How what something covers relates: scopes, and whether something is so or not of one.

use crate::{
    claim::{Polarity, Scope},
    finding::{Reason, Verdict},
};

/// How two scopes relate.
///
/// `listed` are words of a closed list, of which an article names as many as it likes: "in the face, neck and arm" and "in the
/// neck and chest" fit.
pub(super) fn scopes(left: &Scope, right: &Scope, listed: bool) -> (Verdict, Reason) {
    let (a, b) = (left.words(), right.words());
    if a == b {
        return (Verdict::Agree, Reason::Same { value: left.to_string() });
    }
    if b.is_subset(&a) && !right.exclusive {
        return (
            Verdict::Compatible,
            Reason::ScopeWithin { inner: left.to_string(), outer: right.to_string() },
        );
    }
    if a.is_subset(&b) && !left.exclusive {
        return (
            Verdict::Compatible,
            Reason::ScopeWithin { inner: right.to_string(), outer: left.to_string() },
        );
    }
    let several = listed && left.targets.len().min(right.targets.len()) > 1;
    if several && !left.exclusive && !right.exclusive && !a.is_disjoint(&b) {
        return (
            Verdict::Compatible,
            Reason::ScopeWithin { inner: right.to_string(), outer: left.to_string() },
        );
    }
    (Verdict::Conflict, Reason::ScopesDiffer { left: left.to_string(), right: right.to_string() })
}

/// How two statements that something is so or not relate; none where they are about different things.
pub(super) fn polarities(
    left: (&Scope, Polarity, &str),
    right: (&Scope, Polarity, &str),
) -> Option<(Verdict, Reason)> {
    if !left.0.meets(right.0) {
        return None;
    }
    Some(if left.1 == right.1 {
        (Verdict::Agree, Reason::Same { value: left.0.to_string() })
    } else {
        (Verdict::Conflict, Reason::PolarityDiffers { left: left.2.to_owned(), right: right.2.to_owned() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrower_scope_fits_unless_it_is_the_only_one() {
        let verdict = |left: &Scope, right: &Scope, listed| scopes(left, right, listed).0;
        assert_eq!(
            verdict(&Scope::of("energy infrastructure"), &Scope::of("infrastructure"), false),
            Verdict::Compatible
        );
        assert_eq!(verdict(&Scope::of("the harbour"), &Scope::of("power plants"), false), Verdict::Conflict);
        let several =
            |targets: [&str; 2]| Scope { targets: targets.map(str::to_owned).into(), exclusive: false };
        let (one, other) = (several(["face", "neck"]), several(["neck", "chest"]));
        assert_eq!(verdict(&one, &other, true), Verdict::Compatible);
        assert_eq!(verdict(&one, &other, false), Verdict::Conflict);
        assert_eq!(verdict(&one, &Scope::of("leg"), true), Verdict::Conflict);
    }
}
