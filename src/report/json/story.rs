//! Stories in JSON: sources, origins with their evidence, claims, findings, coverage.

use super::claim::{ClaimJson, SpanJson, claim_id};
use crate::{
    finding::{Coverage, Evidence, Finding, Origin, Reason, Settled, Severity, SourceInfo, Story, Verdict},
    report::{place::Lines, rule_name},
    rules::RuleBook,
    text::{Published, PublishedFrom, Span},
};
use serde::{Serialize, Serializer, ser::SerializeMap};

#[derive(Serialize)]
pub(super) struct StoryJson<'s> {
    id: &'s str,
    sources: Vec<SourceJson<'s>>,
    origins: Vec<OriginJson<'s>>,
    claims: Vec<ClaimJson<'s>>,
    findings: Vec<FindingJson<'s>>,
    coverage: CoverageJson,
}

impl<'s> StoryJson<'s> {
    pub(super) fn of(story: &'s Story, book: &'s RuleBook) -> Self {
        let lines: Vec<Lines<'_>> = story.sources.iter().map(|info| Lines::of(&info.source)).collect();
        let claims = story
            .claims
            .iter()
            .enumerate()
            .map(|(at, claim)| {
                let source = &story.sources[claim.source].source;
                ClaimJson::of(at, claim, source, &lines[claim.source], book)
            })
            .collect();
        let names = Names(&story.sources);
        Self {
            id: &story.id,
            sources: story.sources.iter().map(SourceJson::of).collect(),
            origins: story
                .origins
                .iter()
                .enumerate()
                .map(|(at, origin)| OriginJson::of(at, origin, names))
                .collect(),
            claims,
            findings: story.findings.iter().map(|finding| FindingJson::of(finding, names, book)).collect(),
            coverage: CoverageJson::of(story.coverage.clone(), story.claims.len()),
        }
    }
}

/// The sources' names by index.
#[derive(Clone, Copy)]
struct Names<'s>(&'s [SourceInfo]);

impl<'s> Names<'s> {
    fn name(self, at: usize) -> &'s str {
        &self.0[at].source.id
    }

    fn in_file(self, at: usize, span: Span) -> SpanJson {
        SpanJson::of(self.0[at].source.in_file(span))
    }

    fn names(self, at: &[usize]) -> Vec<&'s str> {
        at.iter().map(|&at| self.name(at)).collect()
    }
}

#[derive(Serialize)]
struct SourceJson<'s> {
    id: &'s str,
    path: Option<&'s str>,
    publisher: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'s str>,
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_offset: Option<String>,
    published_from: Option<PublishedFrom>,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<&'s str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    sha256: &'s str,
    origin: String,
    words: usize,
}

impl<'s> SourceJson<'s> {
    fn of(info: &'s SourceInfo) -> Self {
        Self {
            id: &info.source.id,
            path: info.source.path.as_deref(),
            publisher: info.publisher.as_deref(),
            url: info.source.url.as_deref(),
            published: info.published.map(instant),
            published_offset: info
                .published
                .and_then(|published| published.offset)
                .map(|offset| offset.to_string()),
            published_from: info.published.map(|published| published.from),
            within: info.source.original.as_ref().and_then(|original| original.member.as_deref()),
            sha256: &info.source.digest,
            origin: origin_id(info.origin),
            words: info.words,
        }
    }
}

/// A date, with its time of day where that is known.
fn instant(published: Published) -> String {
    if published.has_time { published.at.to_string() } else { published.at.date().to_string() }
}

/// The name of the origin at an index of its story.
fn origin_id(at: usize) -> String {
    format!("o{}", at + 1)
}

#[derive(Serialize)]
struct OriginJson<'s> {
    id: String,
    label: &'s str,
    sources: Vec<&'s str>,
    evidence: Vec<EvidenceJson<'s>>,
}

impl<'s> OriginJson<'s> {
    fn of(at: usize, origin: &'s Origin, names: Names<'s>) -> Self {
        Self {
            id: origin_id(at),
            label: &origin.label,
            sources: names.names(&origin.sources),
            evidence: origin.evidence.iter().map(|evidence| EvidenceJson::of(evidence, names)).collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum EvidenceJson<'s> {
    Credit { agency: &'s str, sources: Vec<&'s str> },
    SharedText { sources: [&'s str; 2], share: u8, spans: Vec<[PassageJson<'s>; 2]> },
}

#[derive(Serialize)]
struct PassageJson<'s> {
    source: &'s str,
    span: SpanJson,
}

impl<'s> EvidenceJson<'s> {
    fn of(evidence: &'s Evidence, names: Names<'s>) -> Self {
        let passage =
            |(at, span): (usize, Span)| PassageJson { source: names.name(at), span: names.in_file(at, span) };
        match evidence {
            Evidence::Credit { agency, sources } => Self::Credit { agency, sources: names.names(sources) },
            Evidence::SharedText { sources: (left, right), share, spans } => Self::SharedText {
                sources: [names.name(*left), names.name(*right)],
                share: *share,
                spans: spans.iter().map(|shared| [passage(shared.left), passage(shared.right)]).collect(),
            },
        }
    }
}

#[derive(Serialize)]
struct FindingJson<'s> {
    id: &'s str,
    verdict: Verdict,
    severity: Severity,
    rule: String,
    attribute: &'s str,
    subject: &'s str,
    message: &'s str,
    positions: Vec<PositionJson<'s>>,
    reason: ReasonJson<'s>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settled: Option<SettledJson<'s>>,
}

/// Why nobody is asked to act on a finding.
#[derive(Serialize)]
#[serde(tag = "by", rename_all = "snake_case")]
enum SettledJson<'s> {
    Ignore { reason: &'s str, owner: Option<&'s str>, until: Option<String> },
    Baseline,
}

impl<'s> SettledJson<'s> {
    fn of(settled: &'s Settled) -> Self {
        match settled {
            Settled::Ignored { reason, owner, until } => {
                Self::Ignore { reason, owner: owner.as_deref(), until: until.map(|until| until.to_string()) }
            }
            Settled::Known => Self::Baseline,
        }
    }
}

#[derive(Serialize)]
struct PositionJson<'s> {
    display: &'s str,
    claims: Vec<String>,
    sources: Vec<&'s str>,
    origins: Vec<String>,
}

impl<'s> FindingJson<'s> {
    fn of(finding: &'s Finding, names: Names<'s>, book: &'s RuleBook) -> Self {
        let positions = finding
            .positions
            .iter()
            .map(|position| PositionJson {
                display: &position.display,
                claims: position.claims.iter().map(|claim| claim_id(claim.0)).collect(),
                sources: names.names(&position.sources),
                origins: position.origins.iter().map(|&at| origin_id(at)).collect(),
            })
            .collect();
        Self {
            id: &finding.id,
            verdict: finding.verdict,
            severity: finding.severity,
            rule: rule_name(book, finding.rule),
            attribute: &finding.attribute,
            subject: &finding.subject,
            message: &finding.message,
            positions,
            reason: ReasonJson(&finding.reason),
            settled: finding.settled.as_ref().map(SettledJson::of),
        }
    }
}

/// A reason: its code, the values in it, and the sentence shown.
struct ReasonJson<'s>(&'s Reason);

/// The parts of reasons that are lists however many names they hold.
const LISTS: [&str; 3] = ["only_left", "only_right", "extra"];

impl Serialize for ReasonJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.0.code())?;
        for (name, values) in self.0.parts() {
            match values.as_slice() {
                [one] if !LISTS.contains(&name) => map.serialize_entry(name, one)?,
                several => map.serialize_entry(name, several)?,
            }
        }
        map.serialize_entry("text", &self.0.to_string())?;
        map.end()
    }
}

#[derive(Serialize)]
struct CoverageJson {
    sentences: usize,
    sentences_with_claims: usize,
    claims: usize,
    single_claims: usize,
    unplaced_times: usize,
}

impl CoverageJson {
    const fn of(coverage: Coverage, claims: usize) -> Self {
        Self {
            sentences: coverage.sentences,
            sentences_with_claims: coverage.sentences_with_claims,
            claims,
            single_claims: coverage.single_claims,
            unplaced_times: coverage.unplaced_times,
        }
    }
}
