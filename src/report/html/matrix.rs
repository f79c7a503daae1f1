//! The matrix of topic by source: who says what about each thing that more than one source speaks of.

use super::{
    finding::{Context, letter, topic},
    markup::Markup,
};
use crate::{
    finding::{Finding, Verdict},
    report::plain::neutral,
};

/// The matrix of a story.
pub(super) struct Matrix {
    /// The origins in the order of their columns, with the number of columns; empty where each source is its own.
    pub(super) origins: Vec<(Markup, usize)>,
    /// What the sources are called, in the order of the columns.
    pub(super) sources: Vec<Head>,
    /// The topics.
    pub(super) rows: Vec<Row>,
}

/// The head of a column.
pub(super) struct Head {
    /// The article's element.
    pub(super) article: String,
    /// What it is called.
    pub(super) name: Markup,
    /// Whether its column is the first of an origin.
    pub(super) is_first: bool,
}

/// One topic.
pub(super) struct Row {
    /// The finding's element.
    pub(super) anchor: String,
    /// The verdict's word.
    pub(super) verdict: &'static str,
    /// The attribute, for filters.
    pub(super) attribute: String,
    /// The sources, for filters.
    pub(super) sources: String,
    /// What it is about.
    pub(super) topic: Markup,
    /// What each source says, in the order of the columns.
    pub(super) cells: Vec<Cell>,
}

/// What one source says about one topic.
pub(super) struct Cell {
    /// The letters of the positions with their values.
    pub(super) values: Vec<(String, Markup)>,
    /// Whether the source stands apart from most origins.
    pub(super) is_apart: bool,
}

/// The matrix of a story; none where nothing can be compared.
pub(super) fn matrix(context: &Context<'_>) -> Option<Matrix> {
    let story = context.story;
    let mut order: Vec<usize> = (0..story.sources.len()).collect();
    order.sort_by_key(|&at| (story.sources[at].origin, at));
    let rows: Vec<Row> = story
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.verdict != Verdict::Incomparable)
        .map(|(at, finding)| row(context, at, finding, &order))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut origins: Vec<(Markup, usize)> = Vec::new();
    if story.origins.iter().any(|origin| origin.sources.len() > 1) {
        for columns in order.chunk_by(|&a, &b| story.sources[a].origin == story.sources[b].origin) {
            let label = match columns {
                [_] => Markup::default(),
                _ => Markup::words(&story.origins[story.sources[columns[0]].origin].label),
            };
            origins.push((label, columns.len()));
        }
    }
    let origin = |at: usize| story.sources[order[at]].origin;
    let sources = order
        .iter()
        .enumerate()
        .map(|(column, &at)| Head {
            article: format!("{}a{at}", context.prefix),
            name: Markup::words(&context.names[at]),
            is_first: column == 0 || origin(column - 1) != origin(column),
        })
        .collect();
    Some(Matrix { origins, sources, rows })
}

fn row(context: &Context<'_>, at: usize, finding: &Finding, order: &[usize]) -> Row {
    let mut said: Vec<Vec<usize>> = vec![Vec::new(); context.story.sources.len()];
    for (position, held) in finding.positions.iter().enumerate() {
        for &source in &held.sources {
            said[source].push(position);
        }
    }
    let lead = lead(finding);
    let cells = order
        .iter()
        .map(|&source| Cell {
            values: said[source]
                .iter()
                .map(|&position| (letter(position), Markup::words(&finding.positions[position].display)))
                .collect(),
            is_apart: finding.verdict != Verdict::Agree
                && said[source].iter().any(|&position| Some(position) != lead),
        })
        .collect();
    let sources: Vec<String> =
        (0..said.len()).filter(|&at| !said[at].is_empty()).map(|at| at.to_string()).collect();
    Row {
        anchor: context.anchor(at),
        verdict: finding.verdict.word(),
        attribute: neutral(&finding.attribute).into_owned(),
        sources: sources.join(" "),
        topic: Markup::words(&topic(finding)),
        cells,
    }
}

/// The position that more origins hold than any other.
fn lead(finding: &Finding) -> Option<usize> {
    let origins = |at: usize| finding.positions[at].origins.len();
    let lead = (0..finding.positions.len()).max_by_key(|&at| origins(at))?;
    let is_alone = (0..finding.positions.len()).all(|at| at == lead || origins(at) < origins(lead));
    is_alone.then_some(lead)
}
