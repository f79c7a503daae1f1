//! Goes through the inputs one article at a time, so that a large file is never held whole.

use super::{
    bytes, date, format, front_matter, hidden,
    json_lines::Lines,
    kind::{self, Kind},
    problem,
    story_file::StoryFile,
};
use crate::{error::Error, text::Source};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt,
    fs::File,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
};

/// A reader that articles come from.
type Reader<'a> = Box<dyn BufRead + 'a>;

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
    ready: VecDeque<Source>,
    seen: BTreeSet<PathBuf>,
    lines: Option<Lines<Reader<'a>>>,
    story_files: BTreeMap<PathBuf, Option<StoryFile>>,
    problems: VecDeque<Error>,
    story: String,
    root: PathBuf,
    place: Place,
    hashed: bool,
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
        let root = shared_folder(inputs.iter().copied());
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
            ready: VecDeque::new(),
            seen: BTreeSet::new(),
            lines: None,
            story_files: BTreeMap::new(),
            problems: VecDeque::new(),
            story,
            root,
            place: Place::default(),
            hashed: false,
        }
    }

    /// Notes the hash of what each article was read from.
    pub(super) fn hashed(self) -> Self {
        Self { hashed: true, ..self }
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
            self.lines = Some(Lines::new(stdin, "-".to_owned(), self.story.clone(), self.hashed));
            return None;
        }
        let found = bytes::all(stdin, "-").and_then(|bytes| self.articles_of(Path::new("-"), "-", bytes));
        let sources = match found {
            Ok(sources) => sources,
            Err(error) => return Some(Err(error)),
        };
        let several = sources.len() > 1;
        for (at, source) in sources.into_iter().enumerate() {
            let id = if several { format!("stdin#{}", at + 1) } else { "stdin".to_owned() };
            let mut source = Source { id, ..source };
            finish(&mut source, Path::new("-"));
            self.ready.push_back(source);
        }
        self.ready.pop_front().map(Ok)
    }

    fn folder(&mut self, input: &str, path: &Path) -> Option<Result<Source, Error>> {
        let mut found = Vec::new();
        for entry in ignore::WalkBuilder::new(path).build() {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                    if is_file && Kind::is_article(entry.path()) {
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
                "articles end in .txt, .md, .jsonl, .html, .rss, .eml or .docx; give a file with another ending by its name",
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
        // Lines are read as they come: such a file may be larger than the memory.
        if Kind::of(path, b"") == Kind::Lines {
            let reader = Box::new(BufReader::with_capacity(1 << 16, file));
            self.lines = Some(Lines::new(reader, name, self.story.clone(), self.hashed));
            return None;
        }
        let found = bytes::all(file, &name).and_then(|bytes| self.articles_of(path, &name, bytes));
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let id =
            below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let sources = match found {
            Ok(sources) => sources,
            Err(error) => return Some(Err(error)),
        };
        let several = sources.len() > 1;
        for (at, source) in sources.into_iter().enumerate() {
            let id = if several { format!("{id}#{}", at + 1) } else { id.clone() };
            let mut source = Source { id, path: Some(name.clone()), ..source };
            self.tell(path, &mut source);
            finish(&mut source, path);
            self.ready.push_back(source);
        }
        self.ready.pop_front().map(Ok)
    }

    /// The articles of a file; none where they come line by line.
    fn articles_of(&mut self, path: &Path, name: &str, mut bytes: Vec<u8>) -> Result<Vec<Source>, Error> {
        let digest = if self.hashed { bytes::digest(&bytes) } else { String::new() };
        let mut member = None;
        let mut inner = path.to_owned();
        let mut kind = Kind::of(&inner, &bytes);
        if kind == Kind::Gzip {
            bytes = kind::unpacked(&bytes).map_err(|fault| bytes::fault(name, "", fault))?;
            member = Some("unpacked");
            if inner.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz")) {
                inner.set_extension("");
            }
            kind = Kind::of(&inner, &bytes);
        }
        if kind == Kind::Lines {
            let reader = Box::new(std::io::Cursor::new(bytes));
            self.lines = Some(Lines::new(reader, name.to_owned(), self.story.clone(), self.hashed));
            return Ok(Vec::new());
        }
        let plain = Source { story: self.story.clone(), digest, ..Source::default() };
        if kind == Kind::Text {
            let (text, note) = bytes::text(name, bytes)?;
            let mut source = Source { text, ..plain };
            source.notes.extend(note);
            source.format = format::of(&source, Some(&inner));
            return Ok(vec![source]);
        }
        let (text, note) =
            if kind == Kind::Docx { (String::new(), None) } else { bytes::lossy(bytes.clone()) };
        let found = kind.articles(&bytes, &text).map_err(|fault| bytes::fault(name, &text, fault))?;
        Ok(found
            .into_iter()
            .map(|(article, original, part)| {
                let mut source = article.source(&original, part.or(member));
                source.notes.extend(note.clone());
                Source { story: plain.story.clone(), digest: plain.digest.clone(), ..source }
            })
            .collect())
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
            if let Some(source) = self.ready.pop_front() {
                return Some(Ok(source));
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
    if source.original.is_none() {
        front_matter::take(source);
        source.format = format::of(source, Some(path));
    }
    if source.published.is_none() {
        source.published = source.url.as_deref().and_then(date::in_address);
    }
    hidden::take(source);
}

/// The deepest folder that holds every input; the folder itself where one is given.
pub(super) fn shared_folder<'i>(inputs: impl Iterator<Item = &'i str>) -> PathBuf {
    let folders = inputs.filter(|input| *input != "-").map(|input| {
        let path = Path::new(input);
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
