//! Where reports go: standard output and the files of `--out`, each in its own format.
//!
//! A closed pipe is no error: whoever read has read enough.

use crate::args::Color;
use gainsay::Error;
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

/// Whether standard output is to be coloured: at a terminal, unless told otherwise by option or environment.
pub fn colours(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    }
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
        Self { name: "standard output".to_owned(), writer: Some(Box::new(writer)) }
    }

    /// Standard output, or nowhere where nothing is to be said there.
    pub fn unless(quiet: bool) -> Self {
        if quiet { Self { name: String::new(), writer: None } } else { Self::standard() }
    }

    /// A file, made or emptied.
    pub fn file(path: &Path) -> Result<Self, Error> {
        let name = path.display().to_string();
        match File::create(path) {
            Ok(file) => Ok(Self { name, writer: Some(Box::new(BufWriter::new(file))) }),
            Err(error) => Err(unwritten(&name, &error)),
        }
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
