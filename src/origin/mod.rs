//! Finds out which sources carry one agency's copy.
//!
//! Two outlets with one agency's words are one witness. They are known by their credit lines and by the sentences
//! that they share; both are recorded as evidence. Next in the flow: [`crate::align`] and [`crate::compare`] count
//! origins, not outlets.

mod credit;
mod passage;
mod shared;

use crate::{
    finding::{Evidence, Origin},
    text::Document,
};
use std::collections::BTreeMap;

/// The origins of a story, in the order of their first source; every source is in exactly one.
#[must_use]
pub fn origins(documents: &[&Document<'_>]) -> Vec<Origin> {
    let credits: Vec<Option<String>> = documents.iter().map(|document| credit::credit(document)).collect();
    let copies = if documents.len() > 1 {
        shared::copies(&documents.iter().map(|document| passage::passages(document)).collect::<Vec<_>>())
    } else {
        Vec::new()
    };
    let mut by_credit: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, credit) in credits.iter().enumerate() {
        if let Some(agency) = credit {
            by_credit.entry(agency).or_default().push(at);
        }
    }
    let mut witnesses = Witnesses::new(documents.len());
    for sources in by_credit.values() {
        sources.windows(2).for_each(|pair| witnesses.join(pair[0], pair[1]));
    }
    for copy in &copies {
        witnesses.join(copy.sources.0, copy.sources.1);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..documents.len() {
        groups.entry(witnesses.first(at)).or_default().push(at);
    }
    let mut origins: Vec<Origin> = groups
        .into_values()
        .map(|sources| Origin { label: label(documents, &credits, &sources), sources, evidence: Vec::new() })
        .collect();
    let mut origin_of = vec![0; documents.len()];
    for (at, origin) in origins.iter().enumerate() {
        origin.sources.iter().for_each(|source| origin_of[*source] = at);
    }
    for (agency, sources) in by_credit.into_iter().filter(|(_, sources)| sources.len() > 1) {
        origins[origin_of[sources[0]]].evidence.push(Evidence::Credit { agency: agency.to_owned(), sources });
    }
    for shared::Copy { sources, share, spans } in copies {
        origins[origin_of[sources.0]].evidence.push(Evidence::SharedText { sources, share, spans });
    }
    origins
}

/// Who published an article: as given, or the site of its address, or of the address that it credits.
#[must_use]
pub fn publisher(document: &Document<'_>) -> Option<String> {
    credit::publisher(document)
}

/// The agency that most of the sources credit, or who published the first of them.
fn label(documents: &[&Document<'_>], credits: &[Option<String>], sources: &[usize]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for agency in sources.iter().filter_map(|at| credits[*at].as_deref()) {
        *counts.entry(agency).or_default() += 1;
    }
    let agency = counts.into_iter().max_by_key(|&(agency, count)| (count, std::cmp::Reverse(agency)));
    agency.map(|(agency, _)| agency.to_owned()).unwrap_or_else(|| {
        let first = documents[sources[0]];
        publisher(first).unwrap_or_else(|| first.source.id.clone())
    })
}

/// Which sources are one witness; each is known by the first of its sources.
struct Witnesses {
    first: Vec<usize>,
}

impl Witnesses {
    fn new(count: usize) -> Self {
        Self { first: (0..count).collect() }
    }

    fn first(&mut self, mut at: usize) -> usize {
        while self.first[at] != at {
            self.first[at] = self.first[self.first[at]];
            at = self.first[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.first[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{rules::Lexicon, segment, text::Source};

    const WIRE: &str = "A ferry with 40 people on board sank off the northern coast on Tuesday, the coast guard said.\n\n\
        Rescuers pulled 31 people from the cold water and were looking for the others late at night.\n\n\
        \"We heard a loud bang and then everybody ran for the boats,\" the ship's mate told a local radio station.\n\n\
        The ship was built in 1971 and had failed two inspections of its engine in the U.S. last year.\n\n\
        The transport minister is to speak to parliament about the accident on Wednesday.";

    const EDITED: &str = "A ferry with 40 people aboard sank off the northern coast on March 4, the coast guard said.\n\n\
        Rescuers pulled 31 people from the cold water and were looking for the others late at night.\n\n\
        \u{201C}We heard a loud bang and then everybody ran for the boats,\u{201D} the mate told a local radio station.\n\n\
        The ship was built in 1971 and had failed two inspections of its engine in the US last year.\n\n\
        Mr Roe, the transport minister, is to speak to parliament about the accident on March 5.";

    const OWN: &str = "Nine people were still missing after a ferry went down in rough seas, the ministry told AFP.\n\n\
        \"We heard a loud bang and then everybody ran for the boats,\" one of the crew said on the radio.\n\n\
        The owner of the ship would not comment when a reporter called the office in the harbour.\n\n\
        According to Reuters, an earlier inspection had found rust in the hull of the ship.";

    fn found(texts: &[&str]) -> Vec<(String, Vec<usize>, usize)> {
        let sources: Vec<Source> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| Source { id: format!("s{at}"), text: (*text).to_owned(), ..Source::default() })
            .collect();
        let documents: Vec<_> =
            sources.iter().map(|source| segment::document(source, &Lexicon::default())).collect();
        origins(&documents.iter().collect::<Vec<_>>())
            .into_iter()
            .map(|origin| (origin.label, origin.sources, origin.evidence.len()))
            .collect()
    }

    fn alone(name: &str, at: usize) -> (String, Vec<usize>, usize) {
        (name.to_owned(), vec![at], 0)
    }

    #[test]
    fn copy_is_known_under_house_style() {
        assert_eq!(found(&[WIRE, OWN, EDITED]), [("s0".to_owned(), vec![0, 2], 1), alone("s1", 1)]);
    }

    #[test]
    fn a_sentence_that_is_repeated_is_shared_once() {
        let (shared, rest) = WIRE.split_once("\n\n").expect("two paragraphs");
        let one = format!(
            "{shared}\n\nNobody at the harbour office in the old town would say why it had left so late.\n\n\
            Divers are to search the wreck for the recorder as soon as the wind has dropped."
        );
        let echoing = [shared; 3].join(" ");
        assert_eq!(found(&[&one, &echoing]), [alone("s0", 0), alone("s1", 1)]);
        assert_eq!(found(&[&echoing, &one]), [alone("s0", 0), alone("s1", 1)]);
        assert_eq!(found(&[WIRE, rest]), [("s0".to_owned(), vec![0, 1], 1)], "four of five are a copy");
    }

    #[test]
    fn shared_quotations_and_quoted_agencies_are_no_copy() {
        assert_eq!(found(&[WIRE, OWN]), [alone("s0", 0), alone("s1", 1)]);
    }

    #[test]
    fn credit_lines_name_the_agency() {
        let byline = format!("Ferry sinks\n\nBy [AFP](#)\n\n{OWN}");
        let closing = format!("{WIRE} AFP");
        let opening = "PORT ROE (Reuters) - A ferry sank on Tuesday, killing two of its crew.";
        let joint = "A ferry sank on Tuesday, killing two of its crew. AFP, Reuters";
        assert_eq!(
            found(&[&byline, &closing, opening, joint]),
            [("AFP".to_owned(), vec![0, 1], 1), alone("Reuters", 2), alone("AFP, Reuters", 3),]
        );
        let both = format!("{EDITED}\n\n(AFP)");
        assert_eq!(found(&[&both, WIRE, &closing]), [("AFP".to_owned(), vec![0, 1, 2], 4)]);
    }

    #[test]
    fn many_copies_cost_little() {
        let texts: Vec<&str> = std::iter::repeat_n(WIRE, 500).chain(std::iter::once(OWN)).collect();
        let found = found(&texts);
        assert_eq!(found.iter().map(|(_, sources, _)| sources.len()).collect::<Vec<_>>(), [500, 1]);
    }
}
