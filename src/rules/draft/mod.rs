//! Checks what a rule file says and compiles it: the only way to a [`Rule`].

mod claim;
mod comparison;
mod example;
mod named;
mod pattern;
mod polarity;

use super::{
    Rule,
    fault::{Fault, meant},
    file::{ClaimTable, RuleFile},
    pattern::{self as language, Tree, Vocabulary},
};
use crate::text::BlockKind;
use claim::{Trigger, claim};
use comparison::compare;
use example::example;
use named::attributes;
pub(super) use pattern::nothing_rare;
use polarity::polarities;
use toml::Spanned;

/// The kinds of block that rules read unless they say otherwise.
const STORY: [BlockKind; 6] = [
    BlockKind::Headline,
    BlockKind::Standfirst,
    BlockKind::Paragraph,
    BlockKind::Heading,
    BlockKind::ListItem,
    BlockKind::Caption,
];

/// A rule file and the trees of its patterns.
pub(super) struct Parsed<'f> {
    file: &'f RuleFile,
    /// By claim and pattern, what is written, or what is wrong with it.
    trees: Vec<Vec<Result<Tree<'f>, Fault>>>,
}

impl<'f> Parsed<'f> {
    /// Parses the patterns of a rule file.
    pub fn of(file: &'f RuleFile) -> Self {
        let patterns = |table: &'f Spanned<ClaimTable>| table.get_ref().patterns.iter();
        let trees = file
            .claim
            .iter()
            .map(|table| patterns(table).map(|source| language::pattern(source.get_ref())).collect())
            .collect();
        Self { file, trees }
    }

    /// Gives the words of its patterns and triggers their numbers.
    pub fn teach(&self, words: &mut Vocabulary<'_>) {
        for (table, trees) in self.file.claim.iter().zip(&self.trees) {
            for trigger in &table.get_ref().triggers {
                match Trigger::of(trigger.get_ref()) {
                    Some(Trigger::Word(word)) => words.learn_word(&word),
                    Some(Trigger::Inflected(word)) => words.learn_forms(&word),
                    Some(Trigger::Class(_)) | None => {}
                }
            }
            trees.iter().flatten().for_each(|tree| words.learn(tree));
        }
    }
}

/// A rule file with everything it is checked against.
pub(super) struct Draft<'d, 'b> {
    pub id: &'d str,
    pub pack: &'d str,
    pub path: &'d str,
    pub text: &'d str,
    pub parsed: Parsed<'d>,
    /// What its words mean, once they were taught.
    pub words: &'d Vocabulary<'b>,
}

impl TryFrom<Draft<'_, '_>> for Rule {
    type Error = Vec<Fault>;

    fn try_from(draft: Draft<'_, '_>) -> Result<Self, Self::Error> {
        let Draft { id, pack, path, text, parsed: Parsed { file, trees }, words } = draft;
        let mut faults = Vec::new();
        if file.summary.get_ref().trim().is_empty() {
            faults.push(Fault::new(file.summary.span(), "the summary is empty", "say what the rule reads"));
        }
        let compare = note(compare(&file.compare), &mut faults);
        for kind in &file.event.kinds {
            note(event_kind(kind, words), &mut faults);
        }
        let how = file.compare.get_ref().how;
        let claims = file
            .claim
            .iter()
            .zip(trees)
            .filter_map(|(table, trees)| {
                claim(table.get_ref(), trees, how, &file.same.keys, text, words, &mut faults)
            })
            .collect::<Vec<_>>();
        if file.claim.is_empty() {
            faults.push(Fault::new(
                file.summary.span(),
                "this rule reads no claim",
                "add a `[[claim]]` with an `attribute` and `patterns`",
            ));
        }
        attributes(&file.claim, &mut faults);
        polarities(how, &file.claim, &mut faults);
        for kind in file.claim.iter().flat_map(|table| &table.get_ref().during) {
            note(event_kind(kind, words), &mut faults);
        }
        let examples =
            file.example.iter().filter_map(|table| note(example(table, &file.claim), &mut faults)).collect();
        match compare {
            Some(compare) if faults.is_empty() => Ok(Self {
                id: id.to_owned(),
                pack: pack.to_owned(),
                path: path.to_owned(),
                summary: file.summary.get_ref().clone(),
                why: file.why.clone(),
                severity: file.severity,
                blocks: file
                    .blocks
                    .as_ref()
                    .map_or_else(|| STORY.to_vec(), |blocks| blocks.get_ref().clone()),
                event_kinds: file.event.kinds.iter().map(|kind| kind.get_ref().clone()).collect(),
                compare,
                same: file.same.keys.clone(),
                claims,
                examples,
            }),
            Some(_) | None => Err(faults),
        }
    }
}

/// The value, or nothing and a further fault.
fn note<T>(result: Result<T, Fault>, faults: &mut Vec<Fault>) -> Option<T> {
    result.map_err(|fault| faults.push(fault)).ok()
}

fn event_kind(kind: &Spanned<String>, words: &Vocabulary<'_>) -> Result<(), Fault> {
    let name = kind.get_ref();
    if words.classes.find(&format!("event/{name}")).is_some() {
        return Ok(());
    }
    let known = words.classes.names().filter_map(|name| name.strip_prefix("event/"));
    let help = meant(name, known).map_or_else(
        || format!("add a word list of the words that name one: lexicon/event/{name}.toml"),
        |meant| format!("did you mean \"{meant}\"?"),
    );
    Err(Fault::new(kind.span(), format!("no word list says which words name the event \"{name}\""), help))
}
