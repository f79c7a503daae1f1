//! Checks what a rule file says and compiles it: the only way to a [`Rule`].

use super::{
    ClaimPattern, Compare, Copied, Example, ExampleClaim, Key, Rule,
    fault::{Fault, meant},
    file::{ClaimTable, CompareTable, ExampleTable, How, RuleFile},
    pattern::{self, Anchor, Pattern, SlotKind, Vocabulary, compile},
    pieces::pieces,
};
use crate::{
    claim::COPIED,
    text::{BlockKind, Published, PublishedFrom, WordClass},
};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::ops::Range;
use toml::Spanned;

/// The kinds of block that rules read unless they say otherwise.
const STORY: [BlockKind; 6] = [
    BlockKind::Headline,
    BlockKind::Standfirst,
    BlockKind::Paragraph,
    BlockKind::Heading,
    BlockKind::ListItem,
    BlockKind::Caption,
];

/// A rule file with everything it is checked against.
pub(super) struct Draft<'d, 'b> {
    pub id: &'d str,
    pub pack: &'d str,
    pub path: &'d str,
    pub text: &'d str,
    pub file: RuleFile,
    pub words: &'d mut Vocabulary<'b>,
}

impl TryFrom<Draft<'_, '_>> for Rule {
    type Error = Vec<Fault>;

    fn try_from(draft: Draft<'_, '_>) -> Result<Self, Self::Error> {
        let Draft { id, pack, path, text, file, words } = draft;
        let mut faults = Vec::new();
        if file.summary.get_ref().trim().is_empty() {
            faults.push(Fault::new(file.summary.span(), "the summary is empty", "say what the rule reads"));
        }
        let compare = note(compare(&file.compare), &mut faults);
        for kind in &file.event.kinds {
            note(event_kind(kind, words), &mut faults);
        }
        let how = file.compare.get_ref().how;
        let claims = file
            .claim
            .iter()
            .filter_map(|table| claim(table.get_ref(), how, &file.same.keys, text, words, &mut faults))
            .collect::<Vec<_>>();
        if file.claim.is_empty() {
            faults.push(Fault::new(
                file.summary.span(),
                "this rule reads no claim",
                "add a `[[claim]]` with an `attribute` and `patterns`",
            ));
        }
        for table in &file.claim {
            for named in table.get_ref().less.iter().chain(&table.get_ref().fate) {
                note(is_read(named, &file.claim), &mut faults);
            }
        }
        for kind in file.claim.iter().flat_map(|table| &table.get_ref().during) {
            note(event_kind(kind, words), &mut faults);
        }
        let examples =
            file.example.iter().filter_map(|table| note(example(table, &file.claim), &mut faults)).collect();
        match compare {
            Some(compare) if faults.is_empty() => Ok(Self {
                id: id.to_owned(),
                pack: pack.to_owned(),
                path: path.to_owned(),
                summary: file.summary.into_inner(),
                why: file.why,
                severity: file.severity,
                blocks: file.blocks.map_or_else(|| STORY.to_vec(), Spanned::into_inner),
                event_kinds: file.event.kinds.into_iter().map(Spanned::into_inner).collect(),
                compare,
                same: file.same.keys,
                claims,
                examples,
            }),
            Some(_) | None => Err(faults),
        }
    }
}

/// The value, or nothing and a further fault.
fn note<T>(result: Result<T, Fault>, faults: &mut Vec<Fault>) -> Option<T> {
    result.map_err(|fault| faults.push(fault)).ok()
}

fn compare(table: &Spanned<CompareTable>) -> Result<Compare, Fault> {
    let CompareTable { how, tolerance, lower_bounds, later, ends } = table.get_ref();
    if let Some(ends) = ends
        && *how != How::Duration
    {
        return Err(Fault::new(
            ends.span(),
            "only a length of time can be held against an end",
            "remove `ends`, or compare with `how = \"duration\"`",
        ));
    }
    if let Some(bounds) = lower_bounds
        && *how != How::Count
    {
        return Err(Fault::new(
            bounds.span(),
            "only figures have lower bounds",
            "remove `lower_bounds`, or compare with `how = \"count\"`",
        ));
    }
    if let Some(later) = later
        && *how != How::Count
    {
        return Err(Fault::new(
            later.span(),
            "only figures are superseded by later ones",
            "remove `later`, or compare with `how = \"count\"`",
        ));
    }
    let no_tolerance = |compare: Compare| match tolerance {
        None => Ok(compare),
        Some(tolerance) => Err(Fault::new(
            tolerance.span(),
            format!("a comparison by {} knows no tolerance", compare.word()),
            "remove `tolerance`",
        )),
    };
    match how {
        How::Count => Ok(Compare::Count {
            tolerance: per_cent(tolerance.as_ref())?,
            lower_bounds: lower_bounds.as_ref().map(|bounds| *bounds.get_ref()).unwrap_or_default(),
            later: later.as_ref().map(|later| *later.get_ref()).unwrap_or_default(),
        }),
        How::Duration => Ok(Compare::Duration {
            tolerance: per_cent(tolerance.as_ref())?,
            ends: ends.as_ref().map(|ends| ends.get_ref().clone()),
        }),
        How::Time => Ok(Compare::Time { tolerance: minutes(tolerance.as_ref())? }),
        How::Place => no_tolerance(Compare::Place),
        How::Names => no_tolerance(Compare::Names),
        How::Holder => no_tolerance(Compare::Holder),
        How::Spelling => no_tolerance(Compare::Spelling),
        How::Scope => no_tolerance(Compare::Scope),
        How::Words => no_tolerance(Compare::Words),
        How::Title => no_tolerance(Compare::Title),
        How::Polarity => no_tolerance(Compare::Polarity),
    }
}

/// "5%" as 5.
fn per_cent(tolerance: Option<&Spanned<String>>) -> Result<Decimal, Fault> {
    let Some(tolerance) = tolerance else { return Ok(Decimal::ZERO) };
    let figure = tolerance.get_ref().strip_suffix('%').map(str::trim_end);
    figure
        .and_then(|figure| figure.parse::<Decimal>().ok())
        .filter(|figure| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(figure))
        .ok_or_else(|| {
            Fault::new(
                tolerance.span(),
                format!("expected a percentage from 0 to 100, found \"{}\"", tolerance.get_ref()),
                "write it as in `tolerance = \"5%\"`",
            )
        })
}

/// "10 minutes" as 10.
fn minutes(tolerance: Option<&Spanned<String>>) -> Result<u32, Fault> {
    let Some(tolerance) = tolerance else { return Ok(0) };
    let figure = tolerance.get_ref().strip_suffix("minutes").map(str::trim_end);
    figure.and_then(|figure| figure.parse().ok()).ok_or_else(|| {
        Fault::new(
            tolerance.span(),
            format!("expected a number of minutes, found \"{}\"", tolerance.get_ref()),
            "write it as in `tolerance = \"10 minutes\"`",
        )
    })
}

fn event_kind(kind: &Spanned<String>, words: &Vocabulary<'_>) -> Result<(), Fault> {
    let name = kind.get_ref();
    if words.classes.find(&format!("event/{name}")).is_some() {
        return Ok(());
    }
    let known = words.classes.names().filter_map(|name| name.strip_prefix("event/"));
    let help = meant(name, known).map_or_else(
        || format!("add a word list of the words that name one: lexicon/event/{name}.toml"),
        |meant| format!("did you mean \"{meant}\"?"),
    );
    Err(Fault::new(kind.span(), format!("no word list says which words name the event \"{name}\""), help))
}

fn claim(
    table: &ClaimTable,
    how: How,
    same: &[Key],
    text: &str,
    words: &mut Vocabulary<'_>,
    faults: &mut Vec<Fault>,
) -> Option<ClaimPattern> {
    let before = faults.len();
    let attribute = table.attribute.get_ref();
    if !is_attribute(attribute) {
        faults.push(Fault::new(
            table.attribute.span(),
            format!("\"{attribute}\" is no attribute"),
            "write lower-case letters and `_`, as in \"meeting_place\"",
        ));
    }
    if let Some(copied) = &table.copied {
        note(copied_is_whole(table, copied, how, same), faults);
    } else if table.patterns.is_empty() {
        faults.push(Fault::new(
            table.attribute.span(),
            "this claim has no pattern",
            "add `patterns = [...]` with at least one",
        ));
    }
    if let Some(event) = &table.event {
        note(event_kind(event, words), faults);
    }
    let triggers: Vec<Anchor> = table
        .triggers
        .iter()
        .filter_map(|trigger| note(triggers(trigger, words), faults))
        .flatten()
        .collect();
    let needed: &[&str] = if table.constant.is_some() || how == How::Polarity { &[] } else { &["value"] };
    let patterns = table
        .patterns
        .iter()
        .filter_map(|source| note(one_pattern(source, text, how, needed, &triggers, words), faults))
        .collect();
    (faults.len() == before).then(|| ClaimPattern {
        attribute: attribute.clone(),
        copied: table.copied.as_ref().map(|copied| *copied.get_ref()),
        constant: table.constant.clone(),
        polarity: table.polarity,
        certainty: table.certainty,
        event: table.event.as_ref().map(|event| event.get_ref().clone()),
        unit: table.unit.clone(),
        unless: table.unless.clone(),
        less: table.less.as_ref().map(|less| less.get_ref().clone()),
        fate: table.fate.iter().map(|fate| fate.get_ref().clone()).collect(),
        earlier: table.earlier.clone(),
        limited: table.limited.clone(),
        populations: table.populations.clone(),
        during: table.during.iter().map(|kind| kind.get_ref().clone()).collect(),
        everybody: table.everybody.clone(),
        patterns,
    })
}

/// What differs in a copied sentence is found without a pattern, compares in one way only, and is known by the name of its attribute
/// and the words around it.
fn copied_is_whole(
    table: &ClaimTable,
    copied: &Spanned<Copied>,
    how: How,
    same: &[Key],
) -> Result<(), Fault> {
    let needed = copied.get_ref().how();
    if how_word(how) != needed || !table.patterns.is_empty() {
        return Err(Fault::new(
            copied.span(),
            "what differs in a copied sentence needs no pattern, and its own way to compare",
            format!("write `patterns = []`, and compare with `how = \"{needed}\"`"),
        ));
    }
    let attribute = table.attribute.get_ref();
    if !attribute.starts_with(COPIED) {
        return Err(Fault::new(
            table.attribute.span(),
            format!("\"{attribute}\" does not say that it is of a copied sentence"),
            format!("write \"{COPIED}{attribute}\""),
        ));
    }
    if same != [Key::Subject] {
        return Err(Fault::new(
            copied.span(),
            "what differs in a copied sentence is of one thing where the words around it are the same",
            "write `keys = [\"subject\"]` under `[same]`",
        ));
    }
    Ok(())
}

/// `less` and `fate` must name what the rule reads.
fn is_read(named: &Spanned<String>, claims: &[Spanned<ClaimTable>]) -> Result<(), Fault> {
    let known = || claims.iter().map(|claim| claim.get_ref().attribute.get_ref().as_str());
    if known().any(|name| name == named.get_ref()) {
        return Ok(());
    }
    Err(Fault::new(
        named.span(),
        format!("this rule reads no \"{}\"", named.get_ref()),
        format!("it reads {}", known().collect::<Vec<_>>().join(", ")),
    ))
}

/// Whether a name is lower-case letters, `_` and `:`, where `{head}`, `{noun}`, `{loose}`, `{unit}`, `{of}`, `{bearer}` and `{deed}` stand for the value's
/// noun, for what the noun stands for, for the value's unit and for the word that says what the value is of.
fn is_attribute(name: &str) -> bool {
    const STANDING_IN: [&str; 7] = ["{head}", "{noun}", "{loose}", "{unit}", "{of}", "{bearer}", "{deed}"];
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            'a'..='z' | '_' | ':' => 1,
            _ => match STANDING_IN.iter().find(|word| rest.starts_with(**word)) {
                Some(word) => word.len(),
                None => return false,
            },
        };
        rest = &rest[taken..];
    }
    !name.is_empty()
}

/// The anchors of an explicit trigger: a word, `word~` or `{class}`.
fn triggers(trigger: &Spanned<String>, words: &mut Vocabulary<'_>) -> Result<Vec<Anchor>, Fault> {
    let written = trigger.get_ref().trim();
    let ids = if let Some(class) = written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        words.class(class).map(|class| words.classes.openers(class).collect())
    } else if let Some(plain) = written.strip_suffix('~') {
        Some(words.inflected(&plain.to_lowercase()).to_vec())
    } else if let [piece] = pieces(written).as_slice() {
        Some(vec![words.lexicon.add(piece, WordClass::empty())])
    } else {
        None
    };
    ids.map(|ids| ids.into_iter().map(Anchor::Word).collect()).ok_or_else(|| {
        Fault::new(
            trigger.span(),
            format!("\"{written}\" is no trigger"),
            "write one word, `word~` for all its forms, or `{class}` for the words of a list",
        )
    })
}

fn one_pattern(
    source: &Spanned<String>,
    text: &str,
    how: How,
    needed: &[&str],
    triggers: &[Anchor],
    words: &mut Vocabulary<'_>,
) -> Result<Pattern, Fault> {
    let written = source.get_ref();
    let in_file = |mut fault: Fault| {
        fault.place = place_in_string(text, &source.span(), &fault.place);
        fault
    };
    let tree = pattern::pattern(written).map_err(in_file)?;
    for (kind, place) in pattern::slots_named(&tree, "value") {
        if !gives(kind, how) {
            return Err(in_file(Fault::new(
                place,
                format!("a {} cannot be compared by `how = \"{}\"`", kind.word(), how_word(how)),
                format!("use a slot of type {}", choices(how)),
            )));
        }
    }
    let mut pattern = compile(written, &tree, needed, words).map_err(in_file)?;
    if !triggers.is_empty() {
        pattern.anchors = triggers.to_vec();
    }
    if pattern.anchors.is_empty() {
        return Err(in_file(nothing_rare(written)));
    }
    Ok(pattern)
}

/// What a pattern is told that would have to be tried everywhere.
pub(super) fn nothing_rare(written: &str) -> Fault {
    Fault::new(
        0..written.len(),
        "nothing in this pattern is rare enough to look for",
        "add a telling word to it, or name the words that must be near in `triggers`",
    )
}

/// Whether a slot of this kind gives a value that compares that way.
fn gives(kind: SlotKind, how: How) -> bool {
    use SlotKind as S;
    match how {
        How::Count => matches!(
            kind,
            S::Number
                | S::Digits
                | S::Ordinal
                | S::Percent
                | S::Money
                | S::Quantity
                | S::Age
                | S::People
                | S::Group
                | S::Duration
        ),
        How::Time => matches!(kind, S::Time | S::Date | S::Clock),
        How::Duration => matches!(kind, S::Duration | S::Ordinal | S::Quantity | S::Age),
        How::Place => matches!(kind, S::Place | S::Organization | S::Proper | S::Words | S::Word),
        How::Spelling => matches!(kind, S::Person | S::Organization | S::Place),
        How::Names | How::Holder => {
            matches!(
                kind,
                S::Names
                    | S::Person
                    | S::Name
                    | S::Organization
                    | S::Place
                    | S::Proper
                    | S::Title
                    | S::Words
                    | S::Word
            )
        }
        How::Scope => !matches!(kind, S::Quotation),
        How::Words => true,
        How::Title => matches!(kind, S::Title | S::Word | S::Words),
        How::Polarity => true,
    }
}

fn choices(how: How) -> String {
    let words: Vec<_> =
        SlotKind::ALL.iter().filter(|kind| gives(**kind, how)).map(|kind| kind.word()).collect();
    words.join(", ")
}

const fn how_word(how: How) -> &'static str {
    match how {
        How::Count => "count",
        How::Time => "time",
        How::Duration => "duration",
        How::Place => "place",
        How::Names => "names",
        How::Holder => "holder",
        How::Spelling => "spelling",
        How::Scope => "scope",
        How::Words => "words",
        How::Title => "title",
        How::Polarity => "polarity",
    }
}

fn example(table: &Spanned<ExampleTable>, claims: &[Spanned<ClaimTable>]) -> Result<Example, Fault> {
    let ExampleTable { text, copy, published, claims: wanted } = table.get_ref();
    let known = || {
        claims.iter().map(Spanned::get_ref).flat_map(|claim| {
            let others = claim.limited.iter().chain(&claim.earlier).chain(claim.populations.values());
            std::iter::once(claim.attribute.get_ref()).chain(others).map(String::as_str)
        })
    };
    for claim in wanted {
        let attribute = claim.attribute.get_ref();
        if !known().any(|name| name == attribute || name.contains('{')) {
            return Err(Fault::new(
                claim.attribute.span(),
                format!("this rule reads no \"{attribute}\""),
                format!("it reads {}", known().collect::<Vec<_>>().join(", ")),
            ));
        }
        if let Some(quote) = &claim.quote
            && !text.get_ref().contains(quote.get_ref().as_str())
        {
            return Err(Fault::new(
                quote.span(),
                "these words do not stand in the example's text",
                "quote the text letter by letter",
            ));
        }
    }
    let published = match published {
        None => None,
        Some(date) => Some(published_on(date)?),
    };
    let claims = wanted
        .iter()
        .map(|claim| ExampleClaim {
            attribute: claim.attribute.get_ref().clone(),
            display: claim.display.clone(),
            quote: claim.quote.as_ref().map(|quote| quote.get_ref().clone()),
            subject: claim.subject.clone(),
            polarity: claim.polarity,
            certainty: claim.certainty,
        })
        .collect();
    Ok(Example { text: text.get_ref().clone(), copy: copy.clone(), published, claims, place: text.span() })
}

fn published_on(date: &Spanned<String>) -> Result<Published, Fault> {
    let wrong = |_| {
        Fault::new(
            date.span(),
            format!("expected a date, found \"{}\"", date.get_ref()),
            "write it as in `published = \"2026-02-01\"`",
        )
    };
    let day: Date = date.get_ref().parse().map_err(wrong)?;
    Ok(Published { at: day.at(0, 0, 0, 0), has_time: false, from: PublishedFrom::Given })
}

/// The bytes of the file that a place inside a TOML string stands at; escapes are counted as they are written.
fn place_in_string(text: &str, string: &Range<usize>, place: &Range<usize>) -> Range<usize> {
    let Some(written) = text.get(string.clone()) else { return string.clone() };
    let quotes = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { 1 };
    let literal = written.starts_with('\'');
    let body = written.get(quotes..written.len().saturating_sub(quotes)).unwrap_or("");
    let newline = if quotes == 3 { body.len() - body.trim_start_matches(['\r', '\n']).len() } else { 0 };
    let mut starts = Vec::new();
    let mut rest = body[newline..].char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let width = if c == '\\' && !literal {
            let escape = rest.next().map_or('\\', |(_, escape)| escape);
            let digits = match escape {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            let code: String = (0..digits).filter_map(|_| rest.next()).map(|(_, digit)| digit).collect();
            u32::from_str_radix(&code, 16).ok().and_then(char::from_u32).map_or(1, char::len_utf8)
        } else {
            c.len_utf8()
        };
        starts.extend(std::iter::repeat_n(at, width));
    }
    let origin = string.start + quotes + newline;
    let end = body.len() - newline;
    let of = |at: usize| origin + starts.get(at).copied().unwrap_or(end);
    of(place.start)..of(place.end).max(of(place.start))
}
