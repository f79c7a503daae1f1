//! Goes through the inputs one article at a time, so that a large file is never held whole.

use super::{bytes, date, format, front_matter, json_lines::Lines, problem, story_file::StoryFile};
use crate::{error::Error, text::Source};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt,
    fs::File,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

/// A reader that articles come from.
type Reader<'a> = Box<dyn BufRead + 'a>;

/// The endings of the files that are articles when a folder is walked.
pub(super) const ENDINGS: &[&str] = &["txt", "text", "md", "markdown", "jsonl", "ndjson"];

/// The endings of files that hold an article a line.
const LINE_ENDINGS: &[&str] = &["jsonl", "ndjson"];

/// Where an article stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    pub(super) path: String,
    pub(super) line: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.path),
            None => f.write_str(&self.path),
        }
    }
}

/// The articles of some inputs, in order; an input that cannot be read is an error in its place.
pub struct Articles<'a> {
    stdin: Option<Reader<'a>>,
    inputs: VecDeque<&'a str>,
    files: VecDeque<PathBuf>,
    seen: BTreeSet<PathBuf>,
    lines: Option<Lines<Reader<'a>>>,
    story_files: BTreeMap<PathBuf, Option<StoryFile>>,
    problems: VecDeque<Error>,
    story: String,
    root: PathBuf,
    place: Place,
}

impl fmt::Debug for Articles<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Articles")
            .field("inputs", &self.inputs)
            .field("files", &self.files)
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

impl<'a> Articles<'a> {
    pub(super) fn new(inputs: &'a [String], stdin: Reader<'a>) -> Self {
        let inputs: VecDeque<&str> = inputs.iter().map(String::as_str).collect();
        let root = shared_folder(&inputs);
        let story = root
            .canonicalize()
            .ok()
            .as_deref()
            .and_then(Path::file_name)
            .map_or_else(|| "story".to_owned(), |name| name.to_string_lossy().into_owned());
        Self {
            stdin: Some(stdin),
            inputs,
            files: VecDeque::new(),
            seen: BTreeSet::new(),
            lines: None,
            story_files: BTreeMap::new(),
            problems: VecDeque::new(),
            story,
            root,
            place: Place::default(),
        }
    }

    /// Where the last article stands.
    pub(super) fn place(&self) -> Place {
        let line = self.lines.as_ref().map(Lines::line);
        Place { line, ..self.place.clone() }
    }

    /// Opens an input; answers at once where it is a whole article or cannot be read.
    fn open(&mut self, input: &'a str) -> Option<Result<Source, Error>> {
        let path = Path::new(input);
        if input == "-" {
            self.standard_input()
        } else if path.is_dir() {
            self.folder(input, path)
        } else {
            self.files.push_back(path.to_owned());
            None
        }
    }

    fn standard_input(&mut self) -> Option<Result<Source, Error>> {
        let Some(mut stdin) = self.stdin.take() else {
            let message = "expected standard input once, found `-` a second time".to_owned();
            return Some(Err(problem("-", message, "give `-` once")));
        };
        "-".clone_into(&mut self.place.path);
        let holds_objects = stdin.fill_buf().is_ok_and(|start| start.trim_ascii_start().starts_with(b"{"));
        if holds_objects {
            self.lines = Some(Lines::new(stdin, "-".to_owned(), self.story.clone()));
            return None;
        }
        Some(self.whole(stdin, "-").map(|source| Source { id: "stdin".to_owned(), ..source }))
    }

    fn folder(&mut self, input: &str, path: &Path) -> Option<Result<Source, Error>> {
        let mut found = Vec::new();
        for entry in ignore::WalkBuilder::new(path).build() {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                    if is_file && ends_in(entry.path(), ENDINGS) {
                        found.push(entry.into_path());
                    }
                }
                Err(error) => {
                    let message = format!("expected a folder that can be walked, found an error: {error}");
                    self.problems.push_back(problem(input, message, "check the permissions of the folder"));
                }
            }
        }
        found.sort();
        if found.is_empty() && self.problems.is_empty() {
            return Some(Err(problem(
                input,
                "expected a folder with articles, found none in it".to_owned(),
                "articles end in .txt, .md or .jsonl; give a file with another ending by its name",
            )));
        }
        self.files.extend(found);
        None
    }

    fn file(&mut self, path: &Path) -> Option<Result<Source, Error>> {
        if !self.seen.insert(path.components().filter(|part| *part != std::path::Component::CurDir).collect())
        {
            return None;
        }
        let name = path.to_string_lossy().into_owned();
        self.place.path.clone_from(&name);
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return Some(Err(bytes::unreadable(&name, &error))),
        };
        if ends_in(path, LINE_ENDINGS) {
            self.lines =
                Some(Lines::new(Box::new(BufReader::with_capacity(1 << 16, file)), name, self.story.clone()));
            return None;
        }
        let source = match self.whole(file, &name) {
            Ok(source) => source,
            Err(error) => return Some(Err(error)),
        };
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let id =
            below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let mut source = Source { id, path: Some(name), ..source };
        self.tell(path, &mut source);
        finish(&mut source, path);
        Some(Ok(source))
    }

    /// One article that takes up all of `reader`.
    fn whole(&self, reader: impl Read, name: &str) -> Result<Source, Error> {
        let mut bytes = Vec::new();
        reader
            .take(bytes::TOO_LARGE)
            .read_to_end(&mut bytes)
            .map_err(|error| bytes::unreadable(name, &error))?;
        if bytes.len() as u64 == bytes::TOO_LARGE {
            return Err(bytes::too_large(name));
        }
        let (text, note) = bytes::text(name, bytes)?;
        let mut source = Source { story: self.story.clone(), text, ..Source::default() };
        source.notes.extend(note);
        source.format = format::of(&source, None);
        Ok(source)
    }

    /// Tells `source` what the `story.toml` of its folder says.
    fn tell(&mut self, path: &Path, source: &mut Source) {
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        if !self.story_files.contains_key(folder) {
            let read = StoryFile::of(folder).unwrap_or_else(|error| {
                self.problems.push_back(error);
                None
            });
            self.story_files.insert(folder.to_owned(), read);
        }
        let name = path.file_name().map(|name| name.to_string_lossy());
        if let (Some(Some(file)), Some(name)) = (self.story_files.get(folder), name) {
            file.tell(&name, source);
        }
    }
}

impl Iterator for Articles<'_> {
    type Item = Result<Source, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(problem) = self.problems.pop_front() {
                return Some(Err(problem));
            }
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(article) => return Some(article),
                    None => self.lines = None,
                }
            }
            let found = match self.files.pop_front() {
                Some(path) => self.file(&path),
                None => match self.inputs.pop_front() {
                    Some(input) => self.open(input),
                    None => return None,
                },
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

/// Takes from an article what stands before its text, once what is said of it elsewhere is known.
pub(super) fn finish(source: &mut Source, path: &Path) {
    front_matter::take(source);
    source.format = format::of(source, Some(path));
    if source.published.is_none() {
        source.published = source.url.as_deref().and_then(date::in_address);
    }
}

/// The deepest folder that holds every input; the folder itself where one is given.
fn shared_folder(inputs: &VecDeque<&str>) -> PathBuf {
    let folders = inputs.iter().filter(|input| **input != "-").map(|input| {
        let path = Path::new(*input);
        if path.is_dir() { path } else { path.parent().unwrap_or_else(|| Path::new("")) }
    });
    let shared = folders.map(Path::to_owned).reduce(|shared, folder| {
        shared.components().zip(folder.components()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
    });
    match shared {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder,
        None => PathBuf::new(),
    }
}

pub(super) fn ends_in(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
