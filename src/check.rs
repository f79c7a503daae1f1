//! The conductor: runs the stages in their order, in parallel. The only file that knows the order or uses rayon.

use crate::{
    align,
    claim::{Article, Claim, ClaimId, Mention, Reading, TimexType, Value},
    compare, copied,
    extract::{self, Asked, Attempt, Held},
    finding::{Coverage, Finding, Report, SourceInfo, Story},
    origin, read,
    resolve::{self, Anchor, Prefer, Purpose},
    rules::{Example, Failure, Rule, RuleBook},
    segment,
    settings::Aliases,
    spelling,
    text::{BlockKind, Document, Published, PublishedFrom, Source, Span, TokenKind},
};
use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};
use std::{
    collections::{BTreeMap, BTreeSet},
    num::NonZeroUsize,
    ops::Range,
    sync::OnceLock,
};

/// How a run reads dates.
///
/// ```
/// use gainsay::{check::Options, resolve::Prefer, text::{Published, PublishedFrom}};
/// use jiff::civil::date;
///
/// let dated = Published { at: date(2026, 2, 1).at(8, 30, 0, 0), has_time: true, offset: None, from: PublishedFrom::Given };
/// let options = Options { prefer: Prefer::Future, reference: Some(dated), ..Options::default() };
/// assert!(options.jobs.is_none());
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Which way a bare weekday or month leans where no tense decides.
    pub prefer: Prefer,
    /// The date that articles without one are read against.
    pub reference: Option<Published>,
    /// How many threads work; as many as there are cores where not given.
    pub jobs: Option<NonZeroUsize>,
}

/// Runs the stages over sources with one rule book.
#[derive(Debug)]
pub struct Checker {
    book: RuleBook,
    options: Options,
    aliases: Aliases,
    threads: Option<ThreadPool>,
}

/// What was read in one sentence.
#[derive(Debug)]
pub struct Explanation {
    /// What the block is for that it stands in.
    pub block: BlockKind,
    /// Where it stands.
    pub sentence: Span,
    /// Its values.
    pub mentions: Vec<(Mention, Value)>,
    /// The patterns that looked at it.
    pub attempts: Vec<Attempt>,
    /// Its claims.
    pub claims: Vec<Claim>,
}

impl Explanation {
    /// The values of what was read in a slot.
    pub fn values_of<'e>(&'e self, held: &'e Held) -> impl Iterator<Item = &'e Value> {
        held.mentions.iter().filter_map(|wanted| {
            let first =
                self.mentions.partition_point(|(mention, _)| mention.tokens.start < wanted.tokens.start);
            self.mentions[first..].iter().find(|(mention, _)| mention == wanted).map(|(_, value)| value)
        })
    }
}

/// Either all mentions or those that somebody asks for who has no rules.
type Grammars = fn(&Document<'_>, &RuleBook) -> Vec<Mention>;

/// One article with its mentions and their values.
struct Read<'s> {
    document: Document<'s>,
    mentions: Vec<Mention>,
    published: Option<Published>,
    /// The value of each mention, once claims were made with them or a stage that looks at several articles has asked.
    values: OnceLock<Vec<Value>>,
}

impl Checker {
    /// Makes a checker from a rule book.
    ///
    /// Where the system grants no threads of its own, the shared ones do the work: the answers are the same.
    #[must_use]
    pub fn new(book: RuleBook, options: Options) -> Self {
        let threads = options.jobs.and_then(pool_of);
        Self { book, options, aliases: Aliases::default(), threads }
    }

    /// The same checker with names that stand for one thing.
    #[must_use]
    pub fn knowing(self, aliases: Aliases) -> Self {
        Self { aliases, ..self }
    }

    fn on_threads<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        on(self.threads.as_ref(), work)
    }

    /// The rule book in use.
    #[must_use]
    pub const fn book(&self) -> &RuleBook {
        &self.book
    }

    /// The typed values of each article, in the order of the sources; the counted noun phrases that only rules see are not
    /// among them.
    #[must_use]
    pub fn mentions(&self, sources: &[Source]) -> Vec<Vec<(Mention, Value)>> {
        let batch = |batch| self.read_all(batch, read::values).into_iter().map(|read| self.valued(read));
        self.on_threads(|| sources.par_chunks(batch_of(sources.len())).flat_map_iter(batch).collect())
    }

    /// The typed values of an article, the numbers inside others among them.
    fn valued(&self, read: Read<'_>) -> Vec<(Mention, Value)> {
        let Read { document, mut mentions, published, .. } = read;
        let within = read::numbers_within(&document, &mentions);
        mentions.extend(read::owners_within(&document, &mentions, &self.book));
        mentions.extend(within);
        mentions.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
        let anchor = self.anchor(published, StoryDates::default());
        let values = resolve::values(&document, &mentions, &anchor, &self.book);
        mentions.into_iter().zip(values).collect()
    }

    /// The claims of each article, uncompared, in the order of the sources; without those that say something only beside a
    /// sentence that runs alike.
    #[must_use]
    pub fn extract(&self, sources: &[Source]) -> Vec<Vec<Claim>> {
        let batch = |batch| {
            let reads = self.read_all(batch, read::mentions);
            let readings: Vec<Vec<Reading>> = reads.iter().map(|read| self.readings(read, false)).collect();
            reads.into_iter().zip(readings).map(|(read, readings)| {
                self.claims_of(&read, &readings, StoryDates::default(), Purpose::Showing)
            })
        };
        self.on_threads(|| sources.par_chunks(batch_of(sources.len())).flat_map_iter(batch).collect())
    }

    /// The examples of rules that do not give the claims they must, in the order of the rules.
    #[must_use]
    pub fn failing_examples(&self) -> Vec<Failure> {
        let examples: Vec<_> = self
            .book
            .rules
            .iter()
            .enumerate()
            .flat_map(|(number, rule)| rule.examples.iter().map(move |example| (number, rule, example)))
            .collect();
        let kinds = copied::Kinds::of(&self.book);
        let failing = |&(number, rule, example): &(usize, &Rule, &Example)| {
            let (source, copy) = (example.source(), example.copy());
            let reads: Vec<Read<'_>> =
                std::iter::once(&source).chain(&copy).map(|source| self.read(source)).collect();
            let mut claims = self.claims(&reads[0], StoryDates::default(), Purpose::Showing);
            let articles = self.articles(&reads, StoryDates::default());
            claims.extend(copied::changes(&articles, &kinds));
            let is_own = |claim: &&Claim| claim.rule == number && claim.source == 0;
            let own: Vec<&Claim> = claims.iter().filter(is_own).collect();
            example.judge(rule, &own)
        };
        self.on_threads(|| examples.par_iter().filter_map(failing).collect())
    }

    /// What was read in the sentence at a byte of a source's text, and how far each pattern came that looked at it; none
    /// where no sentence stands there or behind.
    #[must_use]
    pub fn explain(&self, source: &Source, at: usize) -> Option<Explanation> {
        let read = self.read(source);
        let number = read.document.sentences.iter().position(|sentence| sentence.span.end() > at)?;
        self.explained(read, number..number + 1, Asked::Called).pop()
    }

    /// The same of every sentence that a pattern of those asked looked at, with the claims of all rules or of the one asked.
    #[must_use]
    pub fn explanations(&self, source: &Source, asked: Asked) -> Vec<Explanation> {
        let read = self.read(source);
        let all = 0..read.document.sentences.len();
        let mut explained = self.explained(read, all, asked);
        explained.retain(|explanation| !explanation.attempts.is_empty());
        if let Asked::CalledOf(rule) = asked {
            explained.iter_mut().for_each(|one| one.claims.retain(|claim| claim.rule == rule));
        }
        explained
    }

    fn explained(&self, read: Read<'_>, sentences: Range<usize>, asked: Asked) -> Vec<Explanation> {
        let mut explained: Vec<Explanation> = sentences
            .clone()
            .map(|number| {
                let sentence = &read.document.sentences[number];
                let attempts = extract::attempts(&read.document, &read.mentions, &self.book, number, asked);
                let block = read.document.kind_of(sentence);
                Explanation {
                    block,
                    sentence: sentence.span,
                    mentions: Vec::new(),
                    attempts,
                    claims: Vec::new(),
                }
            })
            .collect();
        for claim in self.claims(&read, StoryDates::default(), Purpose::Showing) {
            if sentences.contains(&claim.sentence_index) {
                explained[claim.sentence_index - sentences.start].claims.push(claim);
            }
        }
        for (mention, value) in self.valued(read) {
            let at = explained.partition_point(|one| one.sentence.end() <= mention.span.start());
            if let Some(one) = explained.get_mut(at).filter(|one| one.sentence.contains(mention.span)) {
                one.mentions.push((mention, value));
            }
        }
        explained
    }

    /// Compares the sources of each story.
    #[must_use]
    pub fn check(&self, sources: &[Source]) -> Report {
        let mut stories: BTreeMap<&str, Vec<&Source>> = BTreeMap::new();
        for source in sources {
            stories.entry(&source.story).or_default().push(source);
        }
        let stories: Vec<_> = stories.into_iter().collect();
        let kinds = copied::Kinds::of(&self.book);
        let story = |(id, mut sources): (&str, Vec<&Source>)| {
            sources.sort_by(|a, b| a.id.cmp(&b.id));
            self.story(id, &sources, &kinds)
        };
        let stories = self.on_threads(|| stories.into_par_iter().map(story).collect());
        Report { stories, ..Report::default() }
    }

    fn story(&self, id: &str, sources: &[&Source], kinds: &copied::Kinds<'_>) -> Story {
        let reads: Vec<Read<'_>> = sources.par_iter().map(|source| self.read(source)).collect();
        let dates = StoryDates { year: shared_year(&reads), published: shared_date(&reads) };
        let claims = |read| self.claims(read, dates, Purpose::Comparing);
        let per_source: Vec<Vec<Claim>> = reads.par_iter().map(claims).collect();
        let mut claims = Vec::new();
        for (at, mut found) in per_source.into_iter().enumerate() {
            found.iter_mut().for_each(|claim| claim.source = at);
            claims.append(&mut found);
        }
        let documents: Vec<&Document<'_>> = reads.iter().map(|read| &read.document).collect();
        claims.extend(spelling::variants(&documents, &self.book));
        let articles = self.articles(&reads, dates);
        claims.extend(copied::changes(&articles, kinds));
        claims.sort_by_key(|claim| (claim.source, claim.order()));
        let origins = origin::origins(&documents);
        let infos = source_infos(&reads, &origins);
        let topics = align::topics(&infos, &claims, &self.book);
        let mut findings: Vec<Finding> = topics
            .par_iter()
            .flat_map_iter(|topic| compare::findings(topic, &claims, &infos, &articles, &self.book))
            .collect();
        findings = compare::told_apart(compare::without_echoes(findings, &claims, &self.book));
        findings.sort_by(|a, b| {
            (a.verdict, std::cmp::Reverse(a.severity), &a.attribute, &a.subject, &a.id).cmp(&(
                b.verdict,
                std::cmp::Reverse(b.severity),
                &b.attribute,
                &b.subject,
                &b.id,
            ))
        });
        let claims = without_idle_copies(claims, &mut findings);
        let coverage = coverage(&reads, &claims, &findings);
        Story { id: id.to_owned(), sources: infos, origins, claims, findings, coverage }
    }

    fn read<'s>(&self, source: &'s Source) -> Read<'s> {
        self.read_cut(segment::document(source, &self.book.lexicon), read::mentions)
    }

    /// Reads several articles, each stage for all of them before the next.
    fn read_all<'s>(&self, sources: &'s [Source], grammars: Grammars) -> Vec<Read<'s>> {
        let cut = |source| segment::document(source, &self.book.lexicon);
        let documents: Vec<Document<'s>> = sources.iter().map(cut).collect();
        documents.into_iter().map(|document| self.read_cut(document, grammars)).collect()
    }

    fn read_cut<'s>(&self, document: Document<'s>, grammars: Grammars) -> Read<'s> {
        let mentions = grammars(&document, &self.book);
        let published = resolve::published(&document, &mentions);
        Read { document, mentions, published, values: OnceLock::new() }
    }

    fn claims(&self, read: &Read<'_>, story: StoryDates, purpose: Purpose) -> Vec<Claim> {
        self.claims_of(read, &self.readings(read, true), story, purpose)
    }

    /// What the rules read; with what says something only beside a sentence that runs alike, where `copies` are wanted.
    fn readings(&self, read: &Read<'_>, copies: bool) -> Vec<Reading> {
        extract::readings(&read.document, &read.mentions, &self.book, copies)
    }

    fn claims_of(
        &self,
        read: &Read<'_>,
        readings: &[Reading],
        story: StoryDates,
        purpose: Purpose,
    ) -> Vec<Claim> {
        // Nothing is placed for an article of which nothing is claimed.
        if readings.is_empty() {
            return Vec::new();
        }
        let Read { document, mentions, published, .. } = read;
        let anchor = self.anchor(*published, story);
        let valued = resolve::valued(document, mentions, &anchor, &self.book);
        let mut claims = resolve::claims(document, mentions, &valued, readings, &anchor, &self.book, purpose);
        read.values.get_or_init(|| valued.values);
        self.aliases.name(&mut claims);
        claims
    }

    /// Articles as those stages see them that look at several.
    fn articles<'r>(&'r self, reads: &'r [Read<'_>], dates: StoryDates) -> Vec<Article<'r>> {
        let article = |read: &'r Read<'_>| {
            let Read { document, mentions, published, values } = read;
            let anchor = self.anchor(*published, dates);
            let place = move || resolve::values(document, mentions, &anchor, &self.book);
            Article::new(document, mentions, values, place)
        };
        reads.iter().map(article).collect()
    }

    fn anchor(&self, published: Option<Published>, story: StoryDates) -> Anchor {
        let published = published.or(self.options.reference).or(story.published);
        Anchor { published, story_year: story.year, prefer: self.options.prefer }
    }
}

fn pool_of(threads: NonZeroUsize) -> Option<ThreadPool> {
    ThreadPoolBuilder::new().num_threads(threads.get()).build().ok()
}

/// Does some work, such as loading rules, with as many threads as `jobs` says, and with one for each core where it says nothing.
///
/// ```
/// let book = gainsay::check::with_threads(std::num::NonZeroUsize::new(1), || {
///     gainsay::rules::RuleBook::embedded(&gainsay::read::closed_words())
/// });
/// assert!(!book.rules.is_empty());
/// ```
pub fn with_threads<T: Send>(jobs: Option<NonZeroUsize>, work: impl FnOnce() -> T + Send) -> T {
    on(jobs.and_then(pool_of).as_ref(), work)
}

/// Does some work on threads of its own or, where there are none, on the shared ones.
fn on<T: Send>(threads: Option<&ThreadPool>, work: impl FnOnce() -> T + Send) -> T {
    match threads {
        Some(threads) => threads.install(work),
        None => work(),
    }
}

/// How many of so many articles go through the stages together: what a stage needs of the processor's caches, its own code
/// above all, then serves several articles. Few articles are parted among the threads one by one.
fn batch_of(articles: usize) -> usize {
    /// More than these would push one another's tokens out.
    const MOST: usize = 16;
    /// How many batches each of several threads gets at least, so that none is left waiting for the slowest.
    const SHARES: usize = 4;
    let threads = rayon::current_num_threads();
    let batches = if threads == 1 { 1 } else { threads * SHARES };
    (articles / batches).clamp(1, MOST)
}

/// The claims that findings rest on.
fn shown(findings: &[Finding]) -> BTreeSet<ClaimId> {
    findings
        .iter()
        .flat_map(|finding| &finding.positions)
        .flat_map(|position| &position.claims)
        .copied()
        .collect()
}

/// The claims without those of copied sentences that no finding shows, since another rule has read the same words.
fn without_idle_copies(claims: Vec<Claim>, findings: &mut [Finding]) -> Vec<Claim> {
    let shown = shown(findings);
    let mut places = Vec::with_capacity(claims.len());
    let mut kept = Vec::with_capacity(claims.len());
    for (at, claim) in claims.into_iter().enumerate() {
        places.push(ClaimId(kept.len()));
        if !claim.is_copied() || shown.contains(&ClaimId(at)) {
            kept.push(claim);
        }
    }
    for position in findings.iter_mut().flat_map(|finding| &mut finding.positions) {
        position.claims.iter_mut().for_each(|id| *id = places[id.0]);
    }
    kept
}

/// What was read and what was left out.
fn coverage(reads: &[Read<'_>], claims: &[Claim], findings: &[Finding]) -> Coverage {
    let sentences = reads
        .iter()
        .flat_map(|read| read.document.sentences.iter().map(|sentence| read.document.kind_of(sentence)))
        .filter(|kind| kind.is_story())
        .count();
    let with_claims: BTreeSet<(usize, usize)> =
        claims.iter().map(|claim| (claim.source, claim.sentence_index)).collect();
    let is_unplaced = |value: &Value| match value {
        Value::Time(time) => time.timex_type != TimexType::Duration && time.start.is_none(),
        Value::Count(_)
        | Value::Name(_)
        | Value::Place(_)
        | Value::Set { .. }
        | Value::Scope(_)
        | Value::Text(_)
        | Value::Quotation { .. } => false,
    };
    let compared = shown(findings);
    Coverage {
        sentences,
        sentences_with_claims: with_claims.len(),
        unplaced_times: claims.iter().filter(|claim| is_unplaced(&claim.value)).count(),
        single_claims: (0..claims.len())
            .filter(|at| !compared.contains(&ClaimId(*at)) && !claims[*at].wants_a_copy())
            .count(),
    }
}

/// What a story's dated articles lend to the others.
#[derive(Debug, Clone, Copy, Default)]
struct StoryDates {
    year: Option<i16>,
    published: Option<Published>,
}

/// The latest date of the story's dated articles, where they lie within two weeks of one another: weekdays and months
/// of an undated article can be read against it.
fn shared_date(reads: &[Read<'_>]) -> Option<Published> {
    let dates = || reads.iter().filter_map(|read| read.published.map(|published| published.at));
    let (first, last) = (dates().min()?, dates().max()?);
    let apart = last.date().since(first.date()).map_or(i32::MAX, |span| span.get_days());
    (apart <= 14).then_some(Published { at: last, has_time: false, offset: None, from: PublishedFrom::Story })
}

/// The year that most dated articles of the story carry; the later one where two are equally common.
fn shared_year(reads: &[Read<'_>]) -> Option<i16> {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    for published in reads.iter().filter_map(|read| read.published) {
        *years.entry(published.at.year()).or_default() += 1;
    }
    years.into_iter().max_by_key(|&(year, count)| (count, year)).map(|(year, _)| year)
}

fn source_infos(reads: &[Read<'_>], origins: &[crate::finding::Origin]) -> Vec<SourceInfo> {
    let mut origin_of = vec![0; reads.len()];
    for (at, origin) in origins.iter().enumerate() {
        origin.sources.iter().for_each(|source| origin_of[*source] = at);
    }
    reads
        .iter()
        .zip(origin_of)
        .map(|(read, origin)| SourceInfo {
            source: read.document.source.clone(),
            publisher: origin::publisher(&read.document),
            published: read.published,
            origin,
            words: read
                .document
                .sentences
                .iter()
                .filter(|sentence| read.document.kind_of(sentence).is_story())
                .flat_map(|sentence| &read.document.tokens[sentence.tokens.clone()])
                .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
                .count(),
        })
        .collect()
}
