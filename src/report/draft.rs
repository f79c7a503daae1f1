//! What a draft says against what its sources say, for reading and as JSON.

use super::{
    json::{claim_id, pretty, story as story_json},
    plain::neutral,
    wording::{Places, counted, day, headed},
};
use crate::{
    claim::ClaimId,
    draft::{Judgement, Standing, left_out},
    finding::Story,
    rules::RuleBook,
};
use serde::Serialize;
use serde_json::value::RawValue;

const STANDINGS: [Standing; 4] =
    [Standing::Contradicted, Standing::Outdated, Standing::NotFound, Standing::Supported];

const fn heading(standing: Standing) -> &'static str {
    match standing {
        Standing::Contradicted => "CONTRADICTED: a source says what cannot stand beside it",
        Standing::Outdated => "OUTDATED: later sources say otherwise",
        Standing::NotFound => "NOT FOUND: no source speaks of it",
        Standing::Supported => "SUPPORTED: sources say so",
    }
}

/// How a draft stands to its sources, for reading; with what the sources agree on and the draft leaves out, where `missing`.
#[must_use]
pub fn text(story: &Story, draft: usize, judgements: &[Judgement], missing: bool) -> String {
    let places = Places::of(story);
    let others = story.sources.len() - 1;
    let origins: std::collections::BTreeSet<usize> = story
        .sources
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != draft)
        .map(|(_, info)| info.origin)
        .collect();
    let name = story.sources[draft].source.path.as_deref().unwrap_or(&story.sources[draft].source.id);
    let mut page = format!(
        "{} against {}, {}: {}\n",
        neutral(name),
        counted(others, "source"),
        counted(origins.len(), "origin"),
        tally(judgements)
    );
    for standing in STANDINGS {
        let held: Vec<&Judgement> = judgements.iter().filter(|held| held.standing == standing).collect();
        if held.is_empty() {
            continue;
        }
        page.push_str(&format!("\n{}\n", heading(standing)));
        for judgement in held {
            page.push_str(&entry(story, judgement, &places));
        }
    }
    if missing {
        page.push_str("\nLEFT OUT: two origins and more agree on it, the draft does not mention it\n");
        let found = left_out(story, draft);
        if found.is_empty() {
            page.push_str("* nothing\n");
        }
        for finding in found {
            page.push_str(&format!("* {}\n", neutral(&finding.message)));
            if let Some(id) = finding.positions.first().and_then(|position| position.claims.first()) {
                page.push_str(&format!("  {}\n", quoted(story, *id, &places)));
            }
        }
    }
    page
}

fn entry(story: &Story, judgement: &Judgement, places: &Places<'_>) -> String {
    let claim = &story.claims[judgement.claim.0];
    let mut told = match judgement.origins(story) {
        0 => String::new(),
        origins => format!(" ({})", counted(origins, "origin")),
    };
    if judgement.standing == Standing::Contradicted && !judgement.supporting.is_empty() {
        told = format!(
            " ({} for it, {} against)",
            counted(judgement.origins(story), "origin"),
            judgement.opposing_origins(story)
        );
    }
    let mut page = format!("* {}: {}{told}\n", headed(claim), neutral(&claim.display));
    page.push_str(&format!("  {}\n", quoted(story, judgement.claim, places)));
    for (id, reason) in &judgement.opposing {
        page.push_str(&format!("  against {}\n", quoted(story, *id, places)));
        page.push_str(&format!("  = {}\n", neutral(&reason.to_string())));
    }
    if judgement.standing.asks() || judgement.standing == Standing::Supported {
        let mut seen = std::collections::BTreeSet::new();
        for id in &judgement.supporting {
            if seen.insert(story.claims[id.0].source) {
                page.push_str(&format!("  as in {}\n", quoted(story, *id, places)));
            }
        }
    }
    page
}

/// A passage with its place and day.
fn quoted(story: &Story, id: ClaimId, places: &Places<'_>) -> String {
    let claim = &story.claims[id.0];
    let published = story.sources[claim.source].published;
    let when = published.map_or_else(String::new, |published| format!(", {}", day(published)));
    places.passage(claim, &when)
}

/// "1 contradicted, 2 supported".
fn tally(judgements: &[Judgement]) -> String {
    let counts: Vec<String> = STANDINGS
        .iter()
        .map(|standing| (standing, judgements.iter().filter(|held| held.standing == *standing).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(standing, count)| format!("{count} {}", standing.word().replace('_', " ")))
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
