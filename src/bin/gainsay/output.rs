//! Where reports go: standard output and the files of `--out`, each in its own format.
//!
//! A closed pipe is no error: whoever read has read enough.

use crate::args::Color;
use gainsay::Error;
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

/// What standard output is called.
const STANDARD: &str = "standard output";

/// Whether standard output is to be coloured: at a terminal, unless told otherwise by option or environment.
pub fn colours(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    }
}

/// Standard output and the files of `--out`, each with its format; `-` among the files is standard output, in place of `format`.
pub fn all<F: Copy>(format: F, out: &[(F, PathBuf)], quiet: bool) -> Result<Vec<(F, Output)>, Error> {
    let is_standard = |path: &Path| path.as_os_str() == "-";
    let own = (!out.iter().any(|(_, path)| is_standard(path))).then(|| (format, Output::unless(quiet)));
    let further = out.iter().map(|(format, path)| {
        let output = if is_standard(path) { Output::unless(quiet) } else { Output::file(path)? };
        Ok((*format, output))
    });
    own.map(Ok).into_iter().chain(further).collect()
}

/// One place that a report is written to.
pub struct Output {
    name: String,
    writer: Option<Box<dyn Write>>,
}

impl Output {
    /// Standard output.
    pub fn standard() -> Self {
        let writer = BufWriter::with_capacity(1 << 16, io::stdout().lock());
        Self { name: STANDARD.to_owned(), writer: Some(Box::new(writer)) }
    }

    /// Standard output, or nowhere where nothing is to be said there. Nobody has gone then, so all input is still read: errors and
    /// the exit status tell of all of it.
    pub fn unless(quiet: bool) -> Self {
        if quiet {
            Self { name: String::new(), writer: Some(Box::new(io::sink())) }
        } else {
            Self::standard()
        }
    }

    /// A file, made or emptied.
    pub fn file(path: &Path) -> Result<Self, Error> {
        let name = path.display().to_string();
        match File::create(path) {
            Ok(file) => Ok(Self { name, writer: Some(Box::new(BufWriter::new(file))) }),
            Err(error) => Err(unwritten(&name, &error)),
        }
    }

    /// Whether it is standard output.
    pub fn is_standard(&self) -> bool {
        self.name == STANDARD
    }

    /// Whether the reader has gone.
    pub const fn is_closed(&self) -> bool {
        self.writer.is_none()
    }

    /// Writes text.
    pub fn write(&mut self, text: &str) -> Result<(), Error> {
        self.attempt(|writer| writer.write_all(text.as_bytes()))
    }

    /// Hands on what is buffered.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.attempt(|writer| writer.flush())
    }

    fn attempt(&mut self, act: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        match act(writer) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.writer = None;
                Ok(())
            }
            Err(error) => Err(unwritten(&self.name, &error)),
        }
    }
}

fn unwritten(path: &str, error: &io::Error) -> Error {
    Error::Output {
        path: path.to_owned(),
        message: format!("expected to write a report, found an error: {error}"),
    }
}
