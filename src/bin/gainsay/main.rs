//! The command line: reads arguments, runs one command, answers with an exit status.
//!
//! Everything that thinks is in the library; a command is a file of its own beside this one.

mod args;
mod check;
mod complaint;
mod demo;
mod each;
mod extract;
mod input;
mod mentions;
mod output;
mod progress;
mod rules;
mod status;
mod verdicts;

use args::{Args, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match &args.command {
        Command::Check(options) => check::run(options, args.color),
        Command::Extract(options) => extract::run(options),
        Command::Mentions(options) => mentions::run(options),
        Command::Demo(options) => demo::run(options, args.color),
        Command::Rules(command) => rules::run(command),
    };
    done.unwrap_or_else(|problems| complaint::show(&problems)).into()
}
