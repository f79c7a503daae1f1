//! What a finding is known by, from one run to the next.

use crate::finding::{Finding, Reason, Topic, Verdict};
use std::collections::BTreeSet;

/// Gives findings that say the same of two events ids of their own, by the event.
#[must_use]
pub fn told_apart(mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for finding in &mut findings {
        while !seen.insert(finding.id.clone()) {
            finding.id = hashed([finding.id.as_str(), finding.subject.as_str()]);
        }
    }
    findings
}

/// A fingerprint of what the finding is about and the values that make it one: it survives moved lines, sources that say
/// the same, and those that know more of the event.
pub(super) fn fingerprint(topic: &Topic, verdict: Verdict, reason: &Reason) -> String {
    let mut parts: Vec<&str> = reason.parts().into_iter().flat_map(|(_, values)| values).collect();
    parts.sort_unstable();
    let kind = if verdict.is_flagged() { "flagged" } else { verdict.word() };
    hashed([topic.attribute.as_str(), topic.about.as_str(), kind].into_iter().chain(parts))
}

/// The 64-bit FNV-1a hash of words, in hexadecimal.
fn hashed<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in words.into_iter().flat_map(|word| word.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}
