//! The command line: reads arguments, runs one command, answers with an exit status.
//!
//! Everything that thinks is in the library; a command is a file of its own beside this one.

mod args;
mod attempts;
mod check;
mod complaint;
mod demo;
mod diff;
mod draft;
mod each;
mod explain;
mod extract;
mod input;
mod manual;
mod mentions;
mod output;
mod progress;
mod rules;
mod starter;
mod status;
mod tried;
mod verdicts;
mod verify;

use args::{Args, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match &args.command {
        Command::Check(options) => match &options.draft {
            Some(draft) => draft::run(options, draft, args.voice),
            None => check::run(options, args.voice),
        },
        Command::Diff(options) => diff::run(options, args.voice),
        Command::Completions(options) => manual::completions(options),
        Command::Man(options) => manual::man(options),
        Command::Explain(options) => explain::run(options, args.voice),
        Command::Verify(options) => verify::run(options, args.voice),
        Command::Extract(options) => extract::run(options, args.voice),
        Command::Mentions(options) => mentions::run(options, args.voice),
        Command::Demo(options) => demo::run(options, args.voice),
        Command::Rules(command) => rules::run(command, args.voice),
    };
    done.unwrap_or_else(|problems| complaint::show(&problems)).into()
}
