//! What `extract` and `mentions` share: each article by itself, written chunk by chunk, in every format asked for.

use crate::{
    args::{Articles, Sheet, Voice},
    complaint, input,
    output::{self, Output},
    progress::Progress,
    status::Status,
};
use gainsay::{Checker, Error, rules::RuleBook, text::Source};

/// How one command writes what it found in an article.
pub struct Writer<'w, Found> {
    /// The name of the JSON document's schema.
    pub schema: &'static str,
    /// One line of JSON.
    pub json: &'w dyn Fn(&RuleBook, &Source, &[Found]) -> String,
    /// A passage for reading.
    pub text: &'w dyn Fn(&Source, &[Found]) -> String,
}

/// Works through the articles.
pub fn run<Found>(
    options: &Articles,
    voice: Voice,
    find: impl Fn(&Checker, &[Source]) -> Vec<Vec<Found>>,
    writer: &Writer<'_, Found>,
) -> Result<Status, Vec<Error>> {
    let (checker, _) = input::checker(&options.reading)?;
    let problems = work(options, voice, &checker, find, writer).map_err(|error| vec![error])?;
    Ok(complaint::show(&problems))
}

fn work<Found>(
    options: &Articles,
    voice: Voice,
    checker: &Checker,
    find: impl Fn(&Checker, &[Source]) -> Vec<Vec<Found>>,
    writer: &Writer<'_, Found>,
) -> Result<Vec<Error>, Error> {
    let outputs = output::all(options.format, &options.out, voice.quiet)?;
    let mut pages: Vec<Page> =
        outputs.into_iter().map(|(format, output)| Page::new(format, output)).collect();
    for page in &mut pages {
        page.open(writer.schema)?;
    }
    let mut progress = Progress::begin(None);
    let problems = input::in_chunks(&options.reading.inputs, |sources| {
        complaint::note(sources, voice);
        progress.start(sources);
        let found = find(checker, sources);
        progress.done(sources.len());
        for page in &mut pages {
            for (source, found) in sources.iter().zip(&found) {
                page.add(checker.book(), source, found, writer)?;
            }
            page.output.flush()?;
        }
        Ok(pages.iter().any(|page| !page.output.is_closed()))
    })?;
    for page in &mut pages {
        page.close()?;
    }
    Ok(problems)
}

/// One output in the making.
struct Page {
    sheet: Sheet,
    output: Output,
    articles: usize,
}

impl Page {
    const fn new(sheet: Sheet, output: Output) -> Self {
        Self { sheet, output, articles: 0 }
    }

    fn open(&mut self, schema: &str) -> Result<(), Error> {
        match self.sheet {
            Sheet::Json => self.output.write(&format!("{{\"schema\": \"{schema}\", \"articles\": [")),
            Sheet::Text | Sheet::Jsonl => Ok(()),
        }
    }

    fn add<Found>(
        &mut self,
        book: &RuleBook,
        source: &Source,
        found: &[Found],
        writer: &Writer<'_, Found>,
    ) -> Result<(), Error> {
        let is_first = self.articles == 0;
        self.articles += 1;
        match self.sheet {
            Sheet::Json => {
                let comma = if is_first { "\n" } else { ",\n" };
                self.output.write(&(comma.to_owned() + &(writer.json)(book, source, found)))
            }
            Sheet::Jsonl => self.output.write(&((writer.json)(book, source, found) + "\n")),
            Sheet::Text => self.output.write(&(writer.text)(source, found)),
        }
    }

    fn close(&mut self) -> Result<(), Error> {
        match self.sheet {
            Sheet::Json => self.output.write("\n]}\n")?,
            Sheet::Text | Sheet::Jsonl => {}
        }
        self.output.flush()
    }
}
