//! Brings the rule book together: embedded files and given folders, word lists first, then the rules.
//!
//! A file is a rule or a word list because it is there: `lexicon/**.toml` are word lists, `PACK/ID.toml` rules.
//! The files of `gazetteer/` belong to [`super::Gazetteer`].

use super::{
    FigurePolicy, Gazetteer, Rule, RuleBook,
    class::Classes,
    draft::{Draft, Parsed},
    fault::Fault,
    file::RuleFile,
    inflection::Irregular,
    lexicon::Lexicon,
    pattern::Vocabulary,
    tried::tried,
    trigger::Triggers,
    word_list::{self, IrregularFile, WordList},
};
use crate::{Error, text::WordClass};
use include_dir::{Dir, include_dir};
use rayon::{iter::Either, prelude::*};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::{
    borrow::Cow,
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// Folders inside a given folder beyond this depth are not looked at.
const DEEPEST: usize = 6;

/// How many rule files are worked on together: the trees of their patterns are kept until all of them are compiled, and with fewer
/// files threads would wait for one another more often.
const AT_ONCE: usize = 256;

/// What messages call a pattern that stands in no file.
const PATTERN: &str = "PATTERN";

/// A file of the rule book.
struct Sheet {
    /// The path as shown in messages.
    path: String,
    /// The path inside the folder of rules, with `/`: "conflict/casualties.toml".
    place: String,
    text: Cow<'static, str>,
}

/// A file with what is wrong in it.
type Wrong<'s> = (&'s Sheet, Vec<Error>);

impl Sheet {
    fn parse<T: DeserializeOwned>(&self) -> Result<T, Error> {
        toml::from_str(&self.text).map_err(|wrong| {
            let place = wrong.span().unwrap_or(0..0);
            let mut message = wrong.message().trim_end().replace('\n', "; ").replace('`', "\"");
            if let Some(first) = message.get_mut(..1) {
                first.make_ascii_lowercase();
            }
            let help = "docs/writing-rules.md lists the keys and what they hold";
            Fault::new(place, message, help).in_file(&self.path, &self.text)
        })
    }

    fn fault(&self, fault: Fault) -> Error {
        fault.in_file(&self.path, &self.text)
    }

    /// The rule of the file, whose patterns are parsed and whose words are known.
    fn compiled(&self, parsed: Parsed<'_>, words: &Vocabulary<'_>) -> Result<Rule, Vec<Error>> {
        let (pack, file) = self.place.rsplit_once('/').unwrap_or(("local", &self.place));
        let id = file.trim_end_matches(".toml");
        Rule::try_from(Draft { id, pack, path: &self.path, text: &self.text, parsed, words })
            .map_err(|faults| faults.into_iter().map(|fault| self.fault(fault)).collect())
    }
}

/// The rule book of the embedded files and of `folders`, which add to it or replace rules of the same name.
pub(super) fn load(
    closed_words: &[&[(&str, WordClass)]],
    folders: &[PathBuf],
) -> Result<RuleBook, Vec<Error>> {
    with(closed_words, folders, |rules, _, _| rules)
}

/// The rule book of the embedded files and of `folders` with the rule of one pattern in place of theirs, and what a rule
/// file with it would be told.
pub(super) fn of_pattern(
    closed_words: &[&[(&str, WordClass)]],
    folders: &[PathBuf],
    pattern: &str,
) -> Result<(RuleBook, Vec<Error>), Vec<Error>> {
    let mut doubts = Vec::new();
    // The other rules are compiled all the same: their words are known words in the flow too.
    let book = with(closed_words, folders, |_, words, errors| match tried(pattern, words) {
        Ok((rule, found)) => {
            doubts = found.into_iter().map(|fault| fault.in_file(PATTERN, pattern)).collect();
            vec![rule]
        }
        Err(fault) => {
            errors.push(fault.in_file(PATTERN, pattern));
            Vec::new()
        }
    })?;
    Ok((book, doubts))
}

/// The rule book of the embedded files and of `folders`, with what `chosen` makes of its rules.
fn with(
    closed_words: &[&[(&str, WordClass)]],
    folders: &[PathBuf],
    chosen: impl FnOnce(Vec<Rule>, &mut Vocabulary<'_>, &mut Vec<Error>) -> Vec<Rule>,
) -> Result<RuleBook, Vec<Error>> {
    let mut sheets = embedded();
    let mut errors = Vec::new();
    for folder in folders {
        match given(folder) {
            Ok(more) => sheets.extend(more),
            Err(error) => errors.push(error),
        }
    }
    let mut lexicon = Lexicon::default();
    for (word, class) in closed_words.iter().flat_map(|table| table.iter()) {
        lexicon.add(word, *class);
    }
    let gazetteer = Gazetteer::embedded(&mut lexicon);
    assembled(sheets, lexicon, gazetteer, errors, chosen)
}

/// The rule book of given texts alone, each with its place.
pub(super) fn of_text(files: &[(&str, &str)]) -> Result<RuleBook, Vec<Error>> {
    let sheet = |(place, text): &(&str, &str)| Sheet {
        path: format!("rules/{place}"),
        place: (*place).to_owned(),
        text: Cow::Owned((*text).to_owned()),
    };
    let sheets = files.iter().map(sheet).collect();
    assembled(sheets, Lexicon::default(), Gazetteer::default(), Vec::new(), |rules, _, _| rules)
}

fn assembled(
    sheets: Vec<Sheet>,
    mut lexicon: Lexicon,
    gazetteer: Gazetteer,
    mut errors: Vec<Error>,
    chosen: impl FnOnce(Vec<Rule>, &mut Vocabulary<'_>, &mut Vec<Error>) -> Vec<Rule>,
) -> Result<RuleBook, Vec<Error>> {
    let digest = digest(&sheets);
    let mut figures = FigurePolicy::default();
    let mut lists = Vec::new();
    let mut rules = Vec::new();
    for sheet in sheets {
        match sheet.place.split('/').next() {
            Some("lexicon") => lists.push(sheet),
            Some("gazetteer") => {}
            Some("policy") => match FigurePolicy::parse(&sheet.text) {
                Ok(policy) => figures = policy,
                Err(message) => errors.push(sheet.fault(Fault::new(
                    0..0,
                    message,
                    "rules/policy/figures.toml is an example",
                ))),
            },
            Some(_) | None => rules.push((sheet.place.clone(), sheet)),
        }
    }
    let (classes, irregular) = word_lists(&lists, &mut lexicon, &mut errors);
    let mut words = Vocabulary::new(&mut lexicon, &classes, &irregular);
    // Of two rules of one name the later counts.
    let rules = compiled(&BTreeMap::from_iter(rules), &mut words, &mut errors);
    let rules = chosen(rules, &mut words, &mut errors);
    if errors.is_empty() {
        let triggers = Triggers::new(&rules, lexicon.len());
        Ok(RuleBook { lexicon, gazetteer, figures, rules, classes, digest, triggers })
    } else {
        Err(errors)
    }
}

/// What every file says and where it stands, as one figure.
fn digest(sheets: &[Sheet]) -> String {
    let mut hash = Sha256::new();
    for sheet in sheets {
        for part in [sheet.place.as_str(), &*sheet.text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn embedded() -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let mut folders = vec![&EMBEDDED];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files().filter(|file| file.path().extension().is_some_and(|end| end == "toml")) {
            let place = file.path().to_string_lossy().replace('\\', "/");
            if let Some(text) = file.contents_utf8() {
                sheets.push(Sheet { path: format!("rules/{place}"), place, text: Cow::Borrowed(text) });
            }
        }
    }
    sheets.sort_by(|a, b| a.place.cmp(&b.place));
    sheets
}

fn given(folder: &Path) -> Result<Vec<Sheet>, Error> {
    let unreadable = |path: &Path, why: &std::io::Error| Error::Rule {
        path: path.display().to_string(),
        text: String::new(),
        place: None,
        message: format!("the folder of rules cannot be read: {why}"),
        help: "give a folder that holds PACK/RULE.toml files".to_owned(),
    };
    let mut sheets = Vec::new();
    let mut open = vec![(folder.to_path_buf(), String::new(), 0)];
    while let Some((path, place, depth)) = open.pop() {
        for entry in fs::read_dir(&path).map_err(|why| unreadable(&path, &why))? {
            let entry = entry.map_err(|why| unreadable(&path, &why))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let inner = if place.is_empty() { name.clone() } else { [&*place, "/", &name].concat() };
            let path = entry.path();
            // What a link leads to is looked up, which anything else is spared.
            let kind = entry.file_type().map_err(|why| unreadable(&path, &why))?;
            if kind.is_dir() || kind.is_symlink() && path.is_dir() {
                if depth < DEEPEST && !name.starts_with('.') {
                    open.push((path, inner, depth + 1));
                }
            } else if path.extension().is_some_and(|end| end == "toml") {
                let bytes = fs::read(&path).map_err(|why| unreadable(&path, &why))?;
                let text = String::from_utf8(bytes).map_err(|_| Error::Rule {
                    path: path.display().to_string(),
                    text: String::new(),
                    place: None,
                    message: "expected a rule file in UTF-8, found other bytes".to_owned(),
                    help: "save the file as UTF-8".to_owned(),
                })?;
                let path = path.display().to_string();
                sheets.push(Sheet { path, place: inner, text: Cow::Owned(text) });
            }
        }
    }
    sheets.sort_by(|a, b| a.place.cmp(&b.place));
    Ok(sheets)
}

fn word_lists(lists: &[Sheet], lexicon: &mut Lexicon, errors: &mut Vec<Error>) -> (Classes, Irregular) {
    let mut irregular = Irregular::default();
    let is_irregular = |sheet: &Sheet| sheet.place == "lexicon/irregular.toml";
    for sheet in lists.iter().filter(|sheet| is_irregular(sheet)) {
        match sheet.parse::<IrregularFile>() {
            Ok(file) => file.forms.into_iter().for_each(|(plain, forms)| irregular.add(&plain, forms)),
            Err(error) => errors.push(error),
        }
    }
    let mut classes = Classes::default();
    let mut includes = Vec::new();
    let regular: Vec<(usize, &Sheet)> =
        lists.iter().enumerate().filter(|(_, sheet)| !is_irregular(sheet)).collect();
    let parsed: Vec<Result<WordList, Error>> = regular.par_iter().map(|(_, sheet)| sheet.parse()).collect();
    for ((number, sheet), parsed) in regular.into_iter().zip(parsed) {
        let name = sheet.place.trim_start_matches("lexicon/").trim_end_matches(".toml");
        let entered = parsed.and_then(|list| {
            list.enter(name, number, lexicon, &mut classes, &irregular, &mut includes)
                .map_err(|fault| sheet.fault(fault))
        });
        errors.extend(entered.err());
    }
    if let Err((file, fault)) = word_list::include(&includes, &mut classes) {
        errors.push(lists[file].fault(fault));
    }
    (classes, irregular)
}

fn compiled(
    sheets: &BTreeMap<String, Sheet>,
    words: &mut Vocabulary<'_>,
    errors: &mut Vec<Error>,
) -> Vec<Rule> {
    let sheets: Vec<&Sheet> = sheets.values().collect();
    let mut rules = Vec::with_capacity(sheets.len());
    for sheets in sheets.chunks(AT_ONCE) {
        // All threads parse and compile; in between, words get their numbers one after the other.
        let (files, mut wrong): (Vec<_>, Vec<Wrong<'_>>) =
            sheets.par_iter().partition_map(|sheet| match sheet.parse() {
                Ok::<RuleFile, _>(file) => Either::Left((*sheet, file)),
                Err(error) => Either::Right((*sheet, vec![error])),
            });
        let parsed: Vec<(&Sheet, Parsed<'_>)> =
            files.par_iter().map(|(sheet, file)| (*sheet, Parsed::of(file))).collect();
        parsed.iter().for_each(|(_, parsed)| parsed.teach(words));
        let words = &*words;
        let (compiled, faulty): (Vec<Rule>, Vec<Wrong<'_>>) =
            parsed.into_par_iter().partition_map(|(sheet, parsed)| match sheet.compiled(parsed, words) {
                Ok(rule) => Either::Left(rule),
                Err(errors) => Either::Right((sheet, errors)),
            });
        rules.extend(compiled);
        wrong.extend(faulty);
        wrong.sort_by(|(a, _), (b, _)| a.place.cmp(&b.place));
        errors.extend(wrong.into_iter().flat_map(|(_, errors)| errors));
    }
    rules
}
