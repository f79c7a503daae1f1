//! `gainsay rules`: what rules there are, one of them in full, whether rule files are right, whether they prove
//! themselves.

use crate::{
    args::{RuleFolders, Rules},
    output::Output,
    status::Status,
};
use gainsay::{
    Checker, Error, Options, read,
    rules::{Example, Rule, RuleBook},
};
use std::fmt::Write;

/// Runs one of the commands on rules.
pub fn run(command: &Rules) -> Result<Status, Vec<Error>> {
    match command {
        Rules::List(folders) => print(&list(&book(folders)?)),
        Rules::Show { name, folders } => {
            let book = book(folders)?;
            match book
                .rules
                .iter()
                .filter(|rule| rule.name() == *name || rule.id == *name)
                .collect::<Vec<_>>()
            {
                none if none.is_empty() => Err(vec![unknown(name, &book)]),
                rules => print(&rules.into_iter().map(show).collect::<Vec<_>>().join("\n")),
            }
        }
        Rules::Check(folders) => {
            let rules = book(folders)?.rules.len();
            print(&format!("{rules} rules are right\n"))
        }
        Rules::Test(folders) => test(book(folders)?),
    }
}

/// Runs the examples of every rule.
fn test(book: RuleBook) -> Result<Status, Vec<Error>> {
    let (rules, examples) =
        (book.rules.len(), book.rules.iter().map(|rule| rule.examples.len()).sum::<usize>());
    let failing = Checker::new(book, Options::default()).failing_examples();
    if failing.is_empty() {
        return print(&format!("{examples} examples of {rules} rules give what they must\n"));
    }
    let shown: String = failing.iter().map(|failure| format!("{failure}\n")).collect();
    print(&format!("{shown}{} of {examples} examples of {rules} rules fail\n", failing.len()))?;
    Ok(Status::WrongRule)
}

fn book(folders: &RuleFolders) -> Result<RuleBook, Vec<Error>> {
    RuleBook::load(&read::closed_words(), &folders.rules)
}

fn print(text: &str) -> Result<Status, Vec<Error>> {
    let mut output = Output::standard();
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
    }
    let (reads, silent): (Vec<&Example>, Vec<&Example>) =
        rule.examples.iter().partition(|example| !example.claims.is_empty());
    for (heading, examples) in [("reads", reads), ("stays silent on", silent)] {
        if !examples.is_empty() {
            let _ = writeln!(page, "\n{heading}");
        }
        for example in examples {
            let _ = writeln!(page, "  {}", example.text);
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
    Error::Rule {
        path: name.to_owned(),
        text: String::new(),
        place: None,
        message: "expected the name of a rule, found none by that name".to_owned(),
        help: if known.is_empty() {
            "`gainsay rules list` names them all".to_owned()
        } else {
            format!("did you mean {}?", known.join(", "))
        },
    }
}
