//! `gainsay rules`: what rules there are, one of them in full, whether rule files are right, whether they prove
//! themselves. What an author starts with is in `starter`, trying patterns in `tried`.

use crate::{
    args::{RuleFolders, Rules, Voice},
    output::Output,
    starter,
    status::Status,
    tried,
};
use gainsay::{
    Checker, Error, Options, read,
    rules::{Example, Rule, RuleBook},
};
use std::fmt::Write;

/// Runs one of the commands on rules.
pub fn run(command: &Rules, voice: Voice) -> Result<Status, Vec<Error>> {
    match command {
        Rules::List(folders) => print(&list(&book(folders)?), voice),
        Rules::Show { name, folders } => {
            let book = book(folders)?;
            let rules = named(name, &book).map_err(|error| vec![error])?;
            let pages: Vec<String> = rules.into_iter().map(|number| show(&book.rules[number])).collect();
            print(&pages.join("\n"), voice)
        }
        Rules::Check(folders) => {
            let rules = book(folders)?.rules.len();
            print(&format!("{rules} rules are right\n"), voice)
        }
        Rules::Test(folders) => test(book(folders)?, voice),
        Rules::Explain(options) => tried::rule(options, voice),
        Rules::Try(options) => tried::pattern(options, voice),
        Rules::New(options) => starter::run(options, voice),
        Rules::Schema => print(starter::SCHEMA, voice),
    }
}

/// Runs the examples of every rule.
fn test(book: RuleBook, voice: Voice) -> Result<Status, Vec<Error>> {
    let (rules, examples) =
        (book.rules.len(), book.rules.iter().map(|rule| rule.examples.len()).sum::<usize>());
    let failing = Checker::new(book, Options::default()).failing_examples();
    if failing.is_empty() {
        return print(&format!("{examples} examples of {rules} rules give what they must\n"), voice);
    }
    let shown: String = failing.iter().map(|failure| format!("{failure}\n")).collect();
    print(&format!("{shown}{} of {examples} examples of {rules} rules fail\n", failing.len()), voice)?;
    Ok(Status::WrongRule)
}

fn book(folders: &RuleFolders) -> Result<RuleBook, Vec<Error>> {
    RuleBook::load(&read::closed_words(), &folders.rules)
}

/// The rules of a name, with their pack or without, as indices into the rule book.
pub fn named(name: &str, book: &RuleBook) -> Result<Vec<usize>, Error> {
    let rules = book.rules.iter().enumerate();
    let found: Vec<usize> =
        rules.filter(|(_, rule)| rule.name() == name || rule.id == name).map(|(number, _)| number).collect();
    if found.is_empty() { Err(unknown(name, book)) } else { Ok(found) }
}

/// Prints a page, unless nothing is to be said.
pub fn print(text: &str, voice: Voice) -> Result<Status, Vec<Error>> {
    let mut output = Output::unless(voice.quiet);
    output.write(text).and_then(|()| output.flush()).map_err(|error| vec![error])?;
    Ok(Status::Quiet)
}

fn list(book: &RuleBook) -> String {
    let widest = book.rules.iter().map(|rule| rule.name().len()).max().unwrap_or_default();
    book.rules.iter().map(|rule| format!("{:widest$}  {}\n", rule.name(), rule.summary)).collect()
}

/// A rule as its author explains it.
fn show(rule: &Rule) -> String {
    let mut page = format!("{}: {}\n{}\n", rule.name(), rule.summary, rule.why);
    // Writing to a string cannot fail.
    let _ = writeln!(page, "\nfrom      {}\nseverity  {}", rule.path, rule.severity.word());
    for claim in &rule.claims {
        let _ = writeln!(page, "\n{}", claim.attribute);
        for pattern in &claim.patterns {
            let _ = writeln!(page, "  {}", pattern.source);
        }
        if claim.copied.is_some() {
            let _ = writeln!(page, "  what differs between two copies of a sentence");
        }
    }
    let (reads, silent): (Vec<&Example>, Vec<&Example>) =
        rule.examples.iter().partition(|example| !example.claims.is_empty());
    for (heading, examples) in [("reads", reads), ("stays silent on", silent)] {
        if !examples.is_empty() {
            let _ = writeln!(page, "\n{heading}");
        }
        for example in examples {
            let _ = writeln!(page, "  {}", example.text);
            if let Some(copy) = &example.copy {
                let _ = writeln!(page, "  copied as: {copy}");
            }
            for claim in &example.claims {
                let shown = claim.display.as_deref().unwrap_or_default();
                let _ = writeln!(page, "    {} {shown}", claim.attribute);
            }
        }
    }
    page
}

fn unknown(name: &str, book: &RuleBook) -> Error {
    let known: Vec<String> = book.rules.iter().map(Rule::name).filter(|known| known.contains(name)).collect();
    Error::Use {
        option: name.to_owned(),
        message: "expected the name of a rule, found none by that name".to_owned(),
        help: if known.is_empty() {
            "`gainsay rules list` names them all".to_owned()
        } else {
            format!("did you mean {}?", known.join(", "))
        },
    }
}
