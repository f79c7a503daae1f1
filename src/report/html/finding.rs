//! A finding as the page shows it: its positions side by side, each with its passages, the differing words marked.

use super::{
    article::Stretches,
    markup::{Ink, Markup},
};
use crate::{
    claim::{Certainty, Claim, Polarity},
    finding::{Finding, Position, Settled, Story, Verdict, spoken},
    report::{
        difference::differing,
        plain::neutral,
        rule_name,
        wording::{Places, capitalised, day, holders, settled_reason},
    },
    rules::RuleBook,
};
use std::collections::BTreeSet;

/// The passages of a position that are shown before the rest is listed.
const SHOWN: usize = 8;

/// A finding as the page shows it.
pub(super) struct Entry {
    /// The element's name on the page.
    pub(super) anchor: String,
    /// The verdict's word.
    pub(super) verdict: &'static str,
    /// Whether an editor is asked to act.
    pub(super) is_flagged: bool,
    /// The word for why nobody is asked to act, where that was settled before.
    pub(super) settled: Option<&'static str>,
    /// The attribute, for filters.
    pub(super) attribute: String,
    /// The sources that it rests on, as numbers with blanks between, for filters.
    pub(super) sources: String,
    /// What is compared: "people killed, fire at the ferry terminal".
    pub(super) topic: Markup,
    /// Why.
    pub(super) reason: Markup,
    /// The positions.
    pub(super) positions: Vec<Side>,
    /// The rule, severity and id.
    pub(super) handle: Markup,
}

/// One position of a finding.
pub(super) struct Side {
    /// Its letter: "A".
    pub(super) letter: String,
    /// The value.
    pub(super) display: Markup,
    /// Who holds it.
    pub(super) holders: String,
    /// The first passages.
    pub(super) passages: Vec<Passage>,
    /// The places of the others.
    pub(super) others: Vec<Link>,
}

/// A passage with the words that differ marked.
pub(super) struct Passage {
    /// The article's element.
    pub(super) article: String,
    /// The stretch's element in it.
    pub(super) stretch: String,
    /// What the article is called.
    pub(super) name: Markup,
    /// When it was published and how it stands to what it says.
    pub(super) told: Markup,
    /// The line that it starts in.
    pub(super) line: usize,
    /// The sentence.
    pub(super) text: Markup,
}

/// A place in an article.
pub(super) struct Link {
    /// The stretch's element.
    pub(super) stretch: String,
    /// What the article is called.
    pub(super) name: Markup,
}

/// What every finding of a story is shown with.
pub(super) struct Context<'s> {
    pub(super) story: &'s Story,
    pub(super) book: &'s RuleBook,
    pub(super) names: &'s [String],
    pub(super) stretches: &'s Stretches,
    pub(super) places: &'s Places<'s>,
    pub(super) prefix: &'s str,
}

/// The letter of a position: A to Z, then numbers.
pub(super) fn letter(at: usize) -> String {
    match u8::try_from(at) {
        Ok(at) if at < 26 => char::from(b'A' + at).to_string(),
        Ok(_) | Err(_) => (at + 1).to_string(),
    }
}

/// What a finding compares, for a reader.
pub(super) fn topic(finding: &Finding) -> String {
    let attribute = spoken(&finding.attribute);
    let subject = finding.subject.trim();
    if subject.is_empty() {
        return capitalised(&attribute);
    }
    if subject.to_lowercase().contains(&attribute.to_lowercase()) {
        return capitalised(subject);
    }
    format!("{}: {subject}", capitalised(&attribute))
}

impl Context<'_> {
    /// A finding as the page shows it.
    pub(super) fn entry(&self, at: usize, finding: &Finding) -> Entry {
        let sources: BTreeSet<usize> =
            finding.positions.iter().flat_map(|position| &position.sources).copied().collect();
        let numbers: Vec<String> = sources.iter().map(ToString::to_string).collect();
        let handle = [&rule_name(self.book, finding.rule), finding.severity.word(), &finding.id]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        Entry {
            anchor: self.anchor(at),
            verdict: finding.verdict.word(),
            is_flagged: finding.asks(),
            settled: finding.settled.as_ref().map(Settled::word),
            attribute: neutral(&finding.attribute).into_owned(),
            sources: numbers.join(" "),
            topic: Markup::words(&topic(finding)),
            reason: Markup::words(&capitalised(&settled_reason(finding))),
            positions: finding
                .positions
                .iter()
                .enumerate()
                .map(|(at, position)| {
                    self.side(at, position, finding.positions.get(usize::from(at == 0)), finding.verdict)
                })
                .collect(),
            handle: Markup::words(&handle),
        }
    }

    /// The name of a finding's element.
    pub(super) fn anchor(&self, at: usize) -> String {
        format!("{}f{at}", self.prefix)
    }

    fn side(&self, at: usize, position: &Position, other: Option<&Position>, verdict: Verdict) -> Side {
        let claims: Vec<&Claim> = position.claims.iter().map(|id| &self.story.claims[id.0]).collect();
        let against = other
            .filter(|_| verdict != Verdict::Agree)
            .and_then(|other| other.claims.first())
            .map(|id| &self.story.claims[id.0]);
        let mut seen = BTreeSet::new();
        let others = claims
            .iter()
            .skip(SHOWN)
            .filter(|claim| seen.insert(claim.source))
            .map(|claim| Link {
                stretch: self.stretches.around(claim).1,
                name: Markup::words(&self.names[claim.source]),
            })
            .collect();
        Side {
            letter: letter(at),
            display: Markup::words(&position.display),
            holders: holders(position),
            passages: claims.iter().take(SHOWN).map(|claim| self.passage(claim, against)).collect(),
            others,
        }
    }

    fn passage(&self, claim: &Claim, against: Option<&Claim>) -> Passage {
        let (stretch, name) = self.stretches.around(claim);
        let info = &self.story.sources[claim.source];
        let text = &info.source.text;
        let differing = against.map_or_else(Vec::new, |against| {
            let other = &self.story.sources[against.source].source.text[against.span.range()];
            differing(&text[claim.span.range()], other).0
        });
        let mut marks = Vec::new();
        let start = claim.span.start();
        let mut at = start;
        for word in differing {
            marks.push((at..start + word.start, Ink::Claim));
            marks.push((start + word.start..start + word.end, Ink::Differs));
            at = start + word.end;
        }
        marks.push((at..claim.span.end(), Ink::Claim));
        let mut told = Vec::new();
        told.extend(info.published.map(day));
        told.extend(manner(claim));
        Passage {
            article: format!("{}a{}", self.prefix, claim.source),
            stretch: name,
            name: Markup::words(&self.names[claim.source]),
            told: Markup::words(&told.join(" · ")),
            line: self.places.ends(claim).0.0,
            text: Markup::passage(text, stretch.range(), &marks),
        }
    }
}

/// How an article stands to what it says.
fn manner(claim: &Claim) -> Vec<String> {
    let mut manner = Vec::new();
    match claim.stance.certainty {
        Certainty::Asserted | Certainty::Reported => {}
        Certainty::Planned => manner.push("as planned".to_owned()),
        Certainty::Possible => manner.push("as possible".to_owned()),
    }
    match claim.stance.polarity {
        Polarity::Affirmed => {}
        Polarity::Negated => manner.push("denied".to_owned()),
    }
    manner.extend(claim.stance.speaker.as_ref().map(|speaker| format!("citing {speaker}")));
    manner
}
