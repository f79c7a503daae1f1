//! Shows what was wrong on standard error: the sentence, the place where that is known, and what to do about it.

use crate::{args::Voice, status::Status};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use gainsay::{Error, Report, report::neutral, rules::RuleBook, settings::Settings, text::Source};
use std::{io::Write, ops::Range, path::Path};

/// Shows every problem and answers with the exit status of the first.
pub fn show(problems: &[Error]) -> Status {
    let mut stderr = anstream::stderr().lock();
    for problem in problems {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(stderr, "{}", told(problem));
    }
    problems.first().map_or(Status::Quiet, Status::from)
}

/// Says what was odd about articles that were read all the same and, where all is to be told, what was read.
pub fn note(sources: &[Source], voice: Voice) {
    if voice.quiet {
        return;
    }
    let mut stderr = anstream::stderr().lock();
    for source in sources {
        if voice.verbose {
            let part = source.original.as_ref().and_then(|original| original.member.as_deref());
            let part = part.map_or_else(String::new, |part| format!(", {part}"));
            let told = format!(
                "{}{part}: {} bytes of text",
                source.path.as_deref().unwrap_or(&source.id),
                source.text.len()
            );
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(stderr, "read: {}", neutral(&told));
        }
        for note in &source.notes {
            let place = source.path.as_deref().unwrap_or(&source.id);
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(stderr, "note: {}", neutral(&format!("{place}: {note}")));
        }
    }
}

/// Says what keeps a pattern that was tried from standing in a rule file as it is.
pub fn doubt(doubts: &[Error]) {
    for problem in doubts {
        if let Error::Rule { message, help, .. } = problem {
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(
                anstream::stderr().lock(),
                "note: a rule would be refused: {}\n  help: {}",
                neutral(message),
                neutral(help)
            );
        }
    }
}

/// Says what a baseline knows that is found no more.
pub fn gone(report: &Report, voice: Voice) {
    let Some(against) = report.baseline.as_ref().filter(|against| !voice.quiet && !against.gone.is_empty())
    else {
        return;
    };
    let told = match against.gone.as_slice() {
        [one] => format!("{}: found no more: {} ({})", against.path, one.message, one.id),
        gone => format!("{}: {} known findings are found no more", against.path, gone.len()),
    };
    let help = "`--update-baseline` takes what is gone out of it";
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(anstream::stderr().lock(), "note: {}\n  help: {help}", neutral(&told));
}

/// Says that a baseline was left as it is.
pub fn kept(path: &Path, voice: Voice) {
    if !voice.quiet {
        let path = path.display().to_string();
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(
            anstream::stderr().lock(),
            "note: {}: left as it is, since not every input could be read",
            neutral(&path)
        );
    }
}

/// Says under which settings and rules a run is made.
pub fn tell(settings: &Settings, book: &RuleBook) {
    let mut stderr = anstream::stderr().lock();
    let path = if settings.path.is_empty() { "none" } else { &settings.path };
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(stderr, "settings: {}", neutral(path));
    let _ = writeln!(stderr, "rules: {}, sha256 {}", book.rules.len(), book.digest);
}

fn told(problem: &Error) -> String {
    match problem {
        Error::Rule { path, text, place: Some(place), message, help } if !text.is_empty() => {
            in_place(path, text, place, message, help)
        }
        Error::Rule { help, .. }
        | Error::Input { help, .. }
        | Error::Stale { help, .. }
        | Error::Use { help, .. }
            if !help.is_empty() =>
        {
            format!("error: {}\n  help: {}", neutral(&problem.to_string()), neutral(help))
        }
        Error::Output { .. } => format!(
            "error: {}\n  help: check that the folder is there and may be written to, or name another path",
            neutral(&problem.to_string())
        ),
        _ => format!("error: {}", neutral(&problem.to_string())),
    }
}

/// The sentence with a caret under the place; what colour it has is taken away where there is no terminal.
fn in_place(path: &str, text: &str, place: &Range<usize>, message: &str, help: &str) -> String {
    let (path, message, help) = (neutral(path), neutral(message), neutral(help));
    let start = text.floor_char_boundary(place.start);
    let end = text.ceil_char_boundary(place.end.max(start));
    let snippet = Snippet::source(text).path(&*path).annotation(AnnotationKind::Primary.span(start..end));
    let mut report = vec![Level::ERROR.primary_title(&*message).element(snippet)];
    if !help.is_empty() {
        report.push(Group::with_title(Level::HELP.secondary_title(&*help)));
    }
    Renderer::styled().render(&report)
}
