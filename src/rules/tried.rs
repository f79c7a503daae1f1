//! One pattern as a rule of its own, for an author who tries it before it stands in a file.
//!
//! What a rule file is refused for besides is told, and stops nothing.

use super::{
    ClaimPattern, Compare, Rule,
    draft::nothing_rare,
    fault::Fault,
    pattern::{Vocabulary, compile, pattern},
};
use crate::{finding::Severity, text::BlockKind};

/// The rule of a pattern, and what a rule file with it would be told.
pub(super) fn tried(written: &str, words: &mut Vocabulary<'_>) -> Result<(Rule, Vec<Fault>), Fault> {
    let tree = pattern(written)?;
    words.learn(&tree);
    let pattern = compile(written, &tree, &[], words)?;
    let mut doubts: Vec<Fault> = compile(written, &tree, &["value"], words).err().into_iter().collect();
    if pattern.anchors.is_empty() {
        doubts.push(nothing_rare(written));
    }
    let claim =
        ClaimPattern { attribute: "tried".to_owned(), patterns: vec![pattern], ..ClaimPattern::default() };
    let rule = Rule {
        id: "pattern".to_owned(),
        pack: "tried".to_owned(),
        path: String::new(),
        summary: String::new(),
        why: String::new(),
        severity: Severity::Note,
        blocks: BlockKind::ALL.to_vec(),
        event_kinds: Vec::new(),
        compare: Compare::Words,
        same: Vec::new(),
        claims: vec![claim],
        examples: Vec::new(),
    };
    Ok((rule, doubts))
}
