//! One finding: its message, a passage for each position, the reason, and what to look it up by.

use super::{
    ink,
    page::{Ink, Page},
    passage,
};
use crate::{
    claim::{Certainty, Claim, Polarity, Value},
    finding::{Finding, Position, Story, Verdict},
    report::{
        difference::differing,
        rule_name,
        wording::{Places, day, holders},
    },
    rules::RuleBook,
};
use std::{collections::BTreeSet, ops::Range};

/// The further places of a position that are named before the rest is counted.
const FURTHER: usize = 4;

/// The bytes of a claim whose words are compared with the other's; a page shows no more of it.
const COMPARED: usize = 2048;

/// Puts a finding with its passages.
pub(super) fn put(page: &mut Page, finding: &Finding, story: &Story, places: &Places<'_>, book: &RuleBook) {
    page.paragraph(Ink::Strong, 0, (ink(finding.verdict), "* "), &finding.message);
    for (at, position) in finding.positions.iter().enumerate() {
        let other = finding.positions.get(usize::from(at == 0));
        put_position(page, position, other, story, places);
    }
    page.paragraph(Ink::Plain, 2, (Ink::Faint, "= "), &finding.reason.to_string());
    if let Some(settled) = &finding.settled {
        page.paragraph(Ink::Plain, 2, (Ink::Faint, "= settled: "), &settled.to_string());
    }
    for note in notes(finding, story) {
        page.paragraph(Ink::Plain, 2, (Ink::Faint, "= note: "), &note);
    }
    let handle = format!("{}, {} {}", rule_name(book, finding.rule), finding.severity.word(), finding.id);
    page.paragraph(Ink::Faint, 2, (Ink::Faint, "= rule: "), &handle);
}

/// Puts a finding that needs nobody's attention: a line or two, without passages.
pub(super) fn put_brief(page: &mut Page, finding: &Finding, story: &Story, places: &Places<'_>) {
    let mut message = finding.message.clone();
    if let (Verdict::Agree, [only]) = (finding.verdict, finding.positions.as_slice()) {
        message.push_str(&format!(" ({})", holders(only)));
    }
    page.paragraph(Ink::Plain, 0, (ink(finding.verdict), "* "), &message);
    if finding.verdict == Verdict::Incomparable {
        let at: Vec<String> = finding
            .positions
            .iter()
            .filter_map(|position| first(position, story).map(|claim| (position, claim)))
            .map(|(position, claim)| format!("{} ({})", position.display, places.file(claim)))
            .collect();
        page.paragraph(Ink::Plain, 2, (Ink::Faint, "= "), &at.join(", "));
        page.paragraph(Ink::Plain, 2, (Ink::Faint, "= "), &finding.reason.to_string());
    }
}

/// The claim that stands for a position: the first by source and place.
fn first<'s>(position: &Position, story: &'s Story) -> Option<&'s Claim> {
    position.claims.iter().map(|id| &story.claims[id.0]).next()
}

fn put_position(
    page: &mut Page,
    position: &Position,
    other: Option<&Position>,
    story: &Story,
    places: &Places<'_>,
) {
    let Some(claim) = first(position, story) else { return };
    page.paragraph(
        Ink::Strong,
        2,
        (Ink::Plain, ""),
        &format!("{} ({})", position.display, holders(position)),
    );
    page.paragraph(Ink::Plain, 2, (Ink::Faint, "--> "), &placed(claim, story, places));
    let text = &story.sources[claim.source].source.text;
    let against = other.and_then(|other| first(other, story));
    let marks = against.map_or_else(Vec::new, |against| marks(claim, against, story));
    passage::put(page, text, claim.sentence, claim.span, &marks);
    let further = further(position, claim, story, places);
    if !further.is_empty() {
        page.paragraph(Ink::Plain, 4, (Ink::Faint, "also "), &further);
    }
}

/// Where a claim stands, when that was printed, and how the article stands to it.
fn placed(claim: &Claim, story: &Story, places: &Places<'_>) -> String {
    let mut parts = vec![places.file(claim)];
    if let Some(published) = story.sources[claim.source].published {
        parts.push(day(published));
    }
    match claim.stance.certainty {
        Certainty::Asserted | Certainty::Reported => {}
        Certainty::Planned => parts.push("as planned".to_owned()),
        Certainty::Possible => parts.push("as possible".to_owned()),
    }
    match claim.stance.polarity {
        Polarity::Affirmed => {}
        Polarity::Negated => parts.push("denied".to_owned()),
    }
    if let Some(speaker) = &claim.stance.speaker {
        parts.push(format!("citing {speaker}"));
    }
    parts.join(", ")
}

/// The words of a claim to point at, as bytes of the source: those that the other claim does not have, or, where the
/// two are worded too differently for that to help, those of the value.
fn marks(claim: &Claim, against: &Claim, story: &Story) -> Vec<Range<usize>> {
    let words = |claim: &Claim| {
        let words = &story.sources[claim.source].source.text[claim.span.range()];
        &words[..words.floor_char_boundary(COMPARED)]
    };
    let (mine, _) = differing(words(claim), words(against));
    let marked = if covered(&mine) * 2 > claim.span.len() {
        let (_, not_value) = differing(&claim.display, words(claim));
        let value = without(&not_value, words(claim));
        if value.is_empty() { mine } else { value }
    } else {
        mine
    };
    let start = claim.span.start();
    join(marked, words(claim)).into_iter().map(|word| start + word.start..start + word.end).collect()
}

/// The bytes in some ranges.
fn covered(ranges: &[Range<usize>]) -> usize {
    ranges.iter().map(Range::len).sum()
}

/// What lies between some ranges of a text, without the blanks and marks around it.
fn without(ranges: &[Range<usize>], text: &str) -> Vec<Range<usize>> {
    let starts = std::iter::once(0).chain(ranges.iter().map(|range| range.end));
    let ends = ranges.iter().map(|range| range.start).chain([text.len()]);
    starts
        .zip(ends)
        .filter_map(|(start, end)| {
            let between = &text[start..end];
            let from = between.find(char::is_alphanumeric)?;
            let to = between.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
            Some(start + from..start + to)
        })
        .collect()
}

/// Ranges of words, those run together that no other word stands between.
fn join(words: Vec<Range<usize>>, text: &str) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for word in words {
        match joined.last_mut() {
            Some(last) if !text[last.end..word.start].contains(char::is_alphanumeric) => last.end = word.end,
            _ => joined.push(word),
        }
    }
    joined
}

/// The first place in each further source, the rest counted.
fn further(position: &Position, shown: &Claim, story: &Story, places: &Places<'_>) -> String {
    let mut seen = BTreeSet::from([shown.source]);
    let claims: Vec<&Claim> = position
        .claims
        .iter()
        .map(|id| &story.claims[id.0])
        .filter(|claim| seen.insert(claim.source))
        .collect();
    let mut parts: Vec<String> = claims.iter().take(FURTHER).map(|claim| places.file(claim)).collect();
    if claims.len() > FURTHER {
        parts.push(format!("{} more", claims.len() - FURTHER));
    }
    parts.join(", ")
}

/// What a reader should know before acting on a finding.
fn notes(finding: &Finding, story: &Story) -> Vec<String> {
    let claims =
        || finding.positions.iter().flat_map(|position| &position.claims).map(|id| &story.claims[id.0]);
    let mut notes = Vec::new();
    let sources: BTreeSet<usize> = claims().map(|claim| claim.source).collect();
    if sources.len() == 1 && finding.positions.len() > 1 {
        notes.push("one article says both".to_owned());
    }
    let without_year: BTreeSet<&str> = claims()
        .filter(|claim| matches!(&claim.value, Value::Time(time) if time.year_from_story))
        .map(|claim| story.sources[claim.source].source.id.as_str())
        .collect();
    if !without_year.is_empty() {
        let names: Vec<&str> = without_year.into_iter().collect();
        notes.push(format!("the year in {} comes from the story's other articles", names.join(", ")));
    }
    for position in &finding.positions {
        for &at in &position.origins {
            let origin = &story.origins[at];
            let held = position.sources.iter().filter(|source| origin.sources.contains(source)).count();
            if held > 1 {
                notes.push(format!(
                    "{held} outlets with \"{}\" carry {} copy",
                    position.display, origin.label
                ));
            }
        }
    }
    notes
}
