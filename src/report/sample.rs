//! A small story made by hand, for the tests of reports: what they print must not hang on what the stages find.

use crate::{
    claim::{Bound, Certainty, Claim, ClaimId, Count, Event, Polarity, Share, Stance, Unit, Value},
    finding::{
        Coverage, Evidence, Finding, Origin, Position, Reason, Report, Severity, SourceInfo, Story, Verdict,
    },
    text::{BlockKind, Published, PublishedFrom, Source, Span},
};
use jiff::civil::date;

const TEXTS: [(&str, &str); 3] = [
    (
        "coast.txt",
        "Harbour fire\n\nThe fire brigade said on Friday evening that at least three people were killed when the\nold ferry terminal burned down.\n",
    ),
    ("daily.txt", "At least five people were killed in a fire at the ferry terminal, the mayor said.\n"),
    (
        "wire.txt",
        "At least five people were killed in a fire at the ferry terminal, the mayor said. \u{202E}It began at noon.\n",
    ),
];

/// Compares a report with the snapshot of that name.
pub(super) fn assert_snapshot(name: &str, report: &str) {
    let snapshots = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots");
    insta::with_settings!({ snapshot_path => snapshots, prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, report);
    });
}

/// A report with one conflict and one agreement.
pub(super) fn report() -> Report {
    let sources = TEXTS.iter().enumerate().map(|(at, (id, text))| SourceInfo {
        source: Source {
            id: (*id).to_owned(),
            story: "harbour".to_owned(),
            path: Some(format!("fire/{id}")),
            text: (*text).to_owned(),
            ..Source::default()
        },
        publisher: (at == 0).then(|| "Coast | Herald".to_owned()),
        published: (at != 1).then(|| Published {
            at: date(2026, 5, 9).at(0, 0, 0, 0),
            has_time: false,
            offset: None,
            from: PublishedFrom::Dateline,
        }),
        origin: at.min(1),
        words: text.split_whitespace().count(),
    });
    let origin = |label: &str, sources: &[usize], evidence| Origin {
        label: label.to_owned(),
        sources: sources.to_vec(),
        evidence,
    };
    let shared = Evidence::SharedText { sources: (1, 2), share: 100, spans: Vec::new() };
    let positions = vec![position("at least 3", &[0], &[0]), position("at least 5", &[1, 2], &[1])];
    let conflict = Finding {
        id: "8f2c1d".to_owned(),
        verdict: Verdict::Conflict,
        severity: Severity::Error,
        rule: 0,
        attribute: "killed".to_owned(),
        subject: "people killed, fire at the ferry terminal".to_owned(),
        message: "people killed, fire at the ferry terminal: at least 3 or at least 5".to_owned(),
        positions,
        reason: Reason::FiguresDiffer { left: "at least 3".to_owned(), right: "at least 5".to_owned() },
        settled: None,
    };
    let agreement = Finding {
        id: "0a77be".to_owned(),
        verdict: Verdict::Agree,
        severity: Severity::Note,
        message: "people killed, fire at the ferry terminal: at least 5".to_owned(),
        positions: vec![position("at least 5", &[1, 2], &[1])],
        reason: Reason::Same { value: "at least 5".to_owned() },
        settled: None,
        ..conflict.clone()
    };
    Report {
        settings: None,
        baseline: None,
        stories: vec![Story {
            id: "harbour".to_owned(),
            sources: sources.collect(),
            origins: vec![origin("coast.txt", &[0], vec![]), origin("wire.txt", &[1, 2], vec![shared])],
            claims: vec![
                claim(0, 3, "at least three people were killed", Some("The fire brigade")),
                claim(1, 5, "At least five people were killed", None),
                claim(2, 5, "At least five people were killed", None),
            ],
            findings: vec![conflict, agreement],
            coverage: Coverage {
                sentences: 5,
                sentences_with_claims: 3,
                unplaced_times: 1,
                single_claims: 0,
            },
        }],
    }
}

fn position(display: &str, claims: &[usize], origins: &[usize]) -> Position {
    Position {
        display: display.to_owned(),
        claims: claims.iter().copied().map(ClaimId).collect(),
        sources: claims.to_vec(),
        origins: origins.to_vec(),
    }
}

fn claim(source: usize, killed: i64, words: &str, speaker: Option<&str>) -> Claim {
    let text = TEXTS[source].1;
    let at = text.find(words).expect("the words stand in the text");
    let from = text[..at].rfind("\n\n").map_or(0, |blank| blank + 2);
    let to = at + text[at..].find('.').map_or(words.len(), |stop| stop + 1);
    Claim {
        source,
        rule: 0,
        attribute: "killed".to_owned(),
        subject: None,
        value: Value::Count(Count::of(Bound::AtLeast(killed.into()), Unit::Of("person".to_owned()))),
        display: format!("at least {killed}"),
        span: Span::from_usize(at, at + words.len()),
        tokens: 0..0,
        sentence: Span::from_usize(from, to),
        sentence_index: 0,
        block: BlockKind::Paragraph,
        event: Event { kind: "fire".to_owned(), ..Event::default() },
        stance: Stance {
            polarity: Polarity::Affirmed,
            certainty: if speaker.is_some() { Certainty::Reported } else { Certainty::Asserted },
            speaker: speaker.map(str::to_owned),
        },
        population: None,
        limits: Vec::new(),
        details: Vec::new(),
        context: Vec::new(),
        superseded: false,
        near: Vec::new(),
        near_names: Vec::new(),
        share: Share::Whole,
        may_include: None,
        counted_by: None,
        told_of: None,
        year: None,
    }
}
