//! What a draft says against what its sources say, for reading, as a memo, and as JSON.

use super::{
    json::{claim_id, pretty, story as story_json},
    memo::{self, Entry, Line, Memo, Section},
    wording::{counted, day, headed},
};
use crate::{
    claim::ClaimId,
    draft::{Judgement, Standing, left_out},
    finding::{Finding, Story, Verdict},
    rules::RuleBook,
};
use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::BTreeSet;

const STANDINGS: [Standing; 4] =
    [Standing::Contradicted, Standing::Outdated, Standing::NotFound, Standing::Supported];

const fn meaning(standing: Standing) -> &'static str {
    match standing {
        Standing::Contradicted => "a source says what cannot stand beside it",
        Standing::Outdated => "later sources say otherwise",
        Standing::NotFound => "no source speaks of it",
        Standing::Supported => "sources say so",
    }
}

/// The verdict whose colour a standing has.
const fn tint(standing: Standing) -> Verdict {
    match standing {
        Standing::Contradicted => Verdict::Conflict,
        Standing::Outdated => Verdict::Updated,
        Standing::NotFound => Verdict::Incomparable,
        Standing::Supported => Verdict::Agree,
    }
}

/// How a draft stands to its sources, for reading; with what the sources agree on and the draft leaves out, where `missing`.
#[must_use]
pub fn text(story: &Story, draft: usize, judgements: &[Judgement], missing: bool) -> String {
    memo::text(&drawn_up(story, draft, judgements, missing))
}

/// The same as Markdown.
#[must_use]
pub fn markdown(story: &Story, draft: usize, judgements: &[Judgement], missing: bool) -> String {
    memo::markdown(&drawn_up(story, draft, judgements, missing))
}

/// The same as an HTML page, with the draft in full.
#[cfg(feature = "html")]
#[must_use]
pub fn html(story: &Story, draft: usize, judgements: &[Judgement], missing: bool) -> String {
    super::html::memos("a draft against its sources", &[drawn_up(story, draft, judgements, missing)])
}

fn drawn_up<'s>(story: &'s Story, draft: usize, judgements: &[Judgement], missing: bool) -> Memo<'s> {
    let others = story.sources.len() - 1;
    let origins: BTreeSet<usize> = story
        .sources
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != draft)
        .map(|(_, info)| info.origin)
        .collect();
    let source = &story.sources[draft].source;
    let name = source.path.as_deref().unwrap_or(&source.id);
    let mut sections: Vec<Section<'s>> = STANDINGS
        .iter()
        .map(|&standing| Section {
            word: standing.shown(),
            meaning: meaning(standing),
            tint: tint(standing),
            entries: judgements
                .iter()
                .filter(|held| held.standing == standing)
                .map(|held| entry(story, held))
                .collect(),
        })
        .filter(|section| !section.entries.is_empty())
        .collect();
    if missing {
        sections.push(Section {
            word: "left out",
            meaning: "two origins and more agree on it, the draft does not mention it",
            tint: Verdict::Tension,
            entries: left_out(story, draft).into_iter().map(|finding| agreed(story, finding)).collect(),
        });
    }
    Memo {
        story,
        subject: format!(
            "{name} against {}, {}",
            counted(others, "source"),
            counted(origins.len(), "origin")
        ),
        tally: tally(judgements),
        sections,
        full: Some(draft),
    }
}

/// What the sources agree on.
fn agreed<'s>(story: &'s Story, finding: &Finding) -> Entry<'s> {
    let first = finding.positions.first().and_then(|position| position.claims.first());
    Entry {
        topic: finding.message.clone(),
        value: String::new(),
        note: String::new(),
        lines: first.map(|id| passage(story, "", *id)).into_iter().collect(),
    }
}

fn entry<'s>(story: &'s Story, judgement: &Judgement) -> Entry<'s> {
    let claim = &story.claims[judgement.claim.0];
    let mut note = match judgement.origins(story) {
        0 => String::new(),
        origins => counted(origins, "origin"),
    };
    if judgement.standing == Standing::Contradicted && !judgement.supporting.is_empty() {
        note = format!(
            "{} for it, {} against",
            counted(judgement.origins(story), "origin"),
            judgement.opposing_origins(story)
        );
    }
    let mut lines = vec![passage(story, "", judgement.claim)];
    for (id, reason) in &judgement.opposing {
        lines.push(passage(story, "against", *id));
        lines.push(Line::Why(reason.to_string()));
    }
    if judgement.standing.asks() || judgement.standing == Standing::Supported {
        let mut seen = BTreeSet::new();
        let first_of_source = judgement.supporting.iter().filter(|id| seen.insert(story.claims[id.0].source));
        lines.extend(first_of_source.map(|id| passage(story, "as in", *id)));
    }
    Entry { topic: headed(claim), value: claim.display.clone(), note, lines }
}

/// A passage with the day of its article.
fn passage<'s>(story: &'s Story, lead: &'static str, id: ClaimId) -> Line<'s> {
    let published = story.sources[story.claims[id.0].source].published;
    Line::passage(story, lead, id, published.map_or_else(String::new, |at| format!(", {}", day(at))))
}

/// "1 contradicted, 2 supported".
fn tally(judgements: &[Judgement]) -> String {
    let counts: Vec<String> = STANDINGS
        .iter()
        .map(|standing| (standing, judgements.iter().filter(|held| held.standing == *standing).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(standing, count)| format!("{count} {}", standing.shown()))
        .collect();
    if counts.is_empty() {
        "the draft states nothing that a rule reads".to_owned()
    } else {
        counts.join(", ")
    }
}

#[derive(Serialize)]
struct DraftJson<'s> {
    schema: &'static str,
    draft: &'s str,
    claims: Vec<JudgementJson<'s>>,
    left_out: Vec<&'s str>,
    story: Box<RawValue>,
}

#[derive(Serialize)]
struct JudgementJson<'s> {
    claim: String,
    attribute: &'s str,
    display: &'s str,
    standing: &'static str,
    origins: usize,
    supporting: Vec<String>,
    opposing: Vec<OpposingJson>,
}

#[derive(Serialize)]
struct OpposingJson {
    claim: String,
    reason: &'static str,
    text: String,
}

/// How a draft stands to its sources as JSON; claims and findings by their ids in `story`, which holds all of them.
#[must_use]
pub fn json(story: &Story, draft: usize, judgements: &[Judgement], book: &RuleBook) -> String {
    let claims = judgements
        .iter()
        .map(|held| {
            let claim = &story.claims[held.claim.0];
            JudgementJson {
                claim: claim_id(held.claim.0),
                attribute: &claim.attribute,
                display: &claim.display,
                standing: held.standing.word(),
                origins: held.origins(story),
                supporting: held.supporting.iter().map(|id| claim_id(id.0)).collect(),
                opposing: held
                    .opposing
                    .iter()
                    .map(|(id, reason)| OpposingJson {
                        claim: claim_id(id.0),
                        reason: reason.code(),
                        text: reason.to_string(),
                    })
                    .collect(),
            }
        })
        .collect();
    let story_text = story_json(story, book);
    let mut text = pretty(&DraftJson {
        schema: "gainsay.draft/1",
        draft: &story.sources[draft].source.id,
        claims,
        left_out: left_out(story, draft).into_iter().map(|finding| finding.id.as_str()).collect(),
        story: RawValue::from_string(story_text).expect("a story is JSON"),
    });
    text.push('\n');
    text
}
