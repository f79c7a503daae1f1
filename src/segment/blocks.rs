//! Cuts a source into blocks and says what each is for; nothing is dropped.
//!
//! [`super::lines`] finds the paragraphs, [`super::labels`] reads what each says of itself; here its neighbours
//! decide the rest: what stands over the story is its headline, what stands over a wire opening is a caption, what
//! stands under a byline is about its author, and what stands a second time is a repetition.

use super::{
    cues::{self, Cue},
    datelines,
    labels::{self, Look},
    lines,
};
use crate::text::{Block, BlockKind, Format, Source, Span};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::Hasher;

/// The longest headline, in bytes.
const LONGEST_HEADLINE: usize = 260;

/// The most words of a heading inside the article.
const LONGEST_HEADING: usize = 12;

/// The longest line that is too short to be running text, in bytes.
const LONGEST_LINE: usize = 100;

/// The keys of front matter under which an outlet sums its article up.
const SUMMARIES: [&str; 5] = ["description", "summary", "subtitle", "standfirst", "excerpt"];

/// How many paragraphs from the top a wire opening is looked for.
const OPENING_REACH: usize = 16;

/// The fewest words of a paragraph that counts as repeated.
const SHORTEST_REPETITION: usize = 4;

/// A paragraph and what is known about it so far.
struct Part<'t> {
    span: Span,
    look: Look<'t>,
    /// Its first letters.
    opening: u128,
    kind: Option<BlockKind>,
}

/// The blocks of a source, in order; `markup` are the stretches of it that are no words.
pub(super) fn blocks(source: &Source, markup: &[Span]) -> Vec<Block> {
    let mut parts = own_labels(source, markup);
    label_given(&mut parts, &source.labels);
    label_author_cards(&mut parts);
    label_masthead(&mut parts, source.publisher.as_deref());
    label_top(&mut parts, source.title.as_deref());
    label_body(&mut parts);
    label_tail(&mut parts);
    label_repetitions(&mut parts);
    let mut blocks = Vec::with_capacity(parts.len() + 3);
    if source.front_matter > 0 {
        front_matter(&source.text[..source.front_matter], &mut blocks);
    }
    blocks.extend(
        parts.iter().map(|part| Block { kind: part.kind.unwrap_or(BlockKind::Paragraph), span: part.span }),
    );
    split_openings(&source.text, &mut blocks);
    split_closing_credit(&source.text, source.format, &mut blocks);
    blocks
}

/// Cuts front matter into its data and the summary among it, which tells the story as the paragraphs do.
fn front_matter(text: &str, blocks: &mut Vec<Block>) {
    let mut data = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let summary = SUMMARIES.iter().find_map(|key| line.strip_prefix(key)?.strip_prefix(':'));
        if let Some(value) =
            summary.map(|value| value.trim().trim_matches(['"', '\''])).filter(|value| !value.is_empty())
        {
            let start = at + line.find(value).unwrap_or_default();
            blocks.push(Block { kind: BlockKind::FrontMatter, span: Span::from_usize(data, start) });
            data = start + value.len();
            blocks.push(Block { kind: BlockKind::Standfirst, span: Span::from_usize(start, data) });
        }
        at += line.len();
    }
    blocks.push(Block { kind: BlockKind::FrontMatter, span: Span::from_usize(data, text.len()) });
}

/// The paragraphs with the labels that their own words give.
fn own_labels<'t>(source: &'t Source, markup: &[Span]) -> Vec<Part<'t>> {
    let text = source.text.as_str();
    let mut found =
        cues::cues(&text[source.front_matter..]).map(|(at, cue)| (at + source.front_matter, cue)).peekable();
    let mut marks = markup;
    let mut said: Vec<Cue> = Vec::new();
    lines::paragraphs(text, source.front_matter)
        .into_iter()
        .map(|span| {
            said.clear();
            while let Some((_, cue)) = found.next_if(|(at, _)| *at < span.end()) {
                said.push(cue);
            }
            let ahead = marks.partition_point(|mark| mark.end() <= span.start());
            marks = &marks[ahead..];
            let own = marks.partition_point(|mark| mark.start() < span.end());
            let look = Look::at(text, span, &marks[..own]);
            let kind = labels::own_label(&look, &said);
            Part { span, opening: opening_of(&look.words), look, kind }
        })
        .collect()
}

/// What the format itself says a part is for goes before what its words look like.
fn label_given(parts: &mut [Part<'_>], labels: &[Block]) {
    for label in labels {
        let first = parts.partition_point(|part| part.span.end() <= label.span.start());
        for part in parts[first..].iter_mut().take_while(|part| part.span.start() < label.span.end()) {
            part.kind = Some(label.kind);
        }
    }
}

/// A line that ends with an office of a newsroom, and the name over it, are a byline.
fn label_author_cards(parts: &mut [Part<'_>]) {
    for at in 0..parts.len() {
        let look = &parts[at].look;
        let office = look.count <= 6
            && !look.ends_sentence
            && look.is_title_case()
            && look.words.rsplit(|c: char| !c.is_alphanumeric()).next().is_some_and(|last| {
                cues::NEWSROOM_OFFICES.iter().any(|office| office.eq_ignore_ascii_case(last))
            });
        if !office || parts[at].kind.is_some() {
            continue;
        }
        let named = at > 0 && is_name_line(&parts[at - 1]);
        if named || at > 0 && parts[at - 1].kind == Some(BlockKind::Byline) {
            parts[at].kind = Some(BlockKind::Byline);
            parts[at - 1].kind = Some(BlockKind::Byline);
        }
    }
    let bylines: Vec<String> = parts
        .iter()
        .filter(|part| part.kind == Some(BlockKind::Byline))
        .map(|part| part.look.words.trim_start_matches("By ").trim_start_matches("BY ").to_lowercase())
        .collect();
    let count = parts.len();
    for (at, part) in parts.iter_mut().enumerate().filter(|(_, part)| part.kind.is_none()) {
        if introduces_author(&part.look.words, &bylines, at + 3 >= count) {
            part.kind = Some(BlockKind::AuthorNote);
        }
    }
}

fn is_name_line(part: &Part<'_>) -> bool {
    part.kind.is_none()
        && (2..=4).contains(&part.look.count)
        && !part.look.ends_sentence
        && part.look.words.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// Whether the words open with "Jane Roe is a reporter", Jane Roe being in a byline or the words at the end.
fn introduces_author(words: &str, bylines: &[String], at_end: bool) -> bool {
    if bylines.is_empty() && !at_end {
        return false;
    }
    let opening = &words[..datelines::floor(words, 160)];
    // A name has four words at most: most paragraphs have no such verb that soon.
    if !opening.split_whitespace().take(5).any(|word| matches!(word, "is" | "has" | "covers")) {
        return false;
    }
    let Some(verb) = [" is a ", " is an ", " is the ", " has been a ", " covers "]
        .iter()
        .find_map(|verb| opening.find(verb))
    else {
        return false;
    };
    let name = &opening[..verb];
    let is_name = name.split_whitespace().count() <= 4
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let lower = opening[verb..].to_lowercase();
    let mut following = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let office = following.any(|word| cues::NEWSROOM_OFFICES.iter().take(9).any(|office| *office == word))
        && following
            .next()
            .is_none_or(|word| matches!(word, "for" | "at" | "with" | "based" | "in" | "covering"));
    let known = bylines.iter().any(|byline| byline.contains(&name.to_lowercase()));
    is_name && (known && (office || opening[verb..].starts_with(" covers ")) || at_end && office)
}

/// The publisher's name alone is no headline.
fn label_masthead(parts: &mut [Part<'_>], publisher: Option<&str>) {
    let Some(publisher) = publisher else { return };
    let opening = opening_of(publisher);
    for part in parts.iter_mut().filter(|part| part.kind.is_none() && part.look.count <= LONGEST_HEADING) {
        if part.opening == opening && has_same_words(&part.look.words, publisher) {
            part.kind = Some(BlockKind::Boilerplate);
        }
    }
}

/// Headlines stand over the story, captions and clutter over a wire opening.
fn label_top(parts: &mut [Part<'_>], title: Option<&str>) {
    if let Some(title) = title {
        let opening = opening_of(title);
        for part in
            parts.iter_mut().take(OPENING_REACH).filter(|part| part.look.words.len() <= LONGEST_HEADLINE)
        {
            if part.opening == opening && has_same_words(&part.look.words, title) {
                part.kind = Some(BlockKind::Headline);
            }
        }
    }
    let opening = parts.iter().take(OPENING_REACH).position(|part| {
        let can_open = match part.kind {
            None => part.look.ends_sentence || part.look.words.len() > LONGEST_LINE,
            Some(kind) => kind == BlockKind::Dateline,
        };
        can_open && datelines::opening(&part.look.words).is_some()
    });
    let story = parts
        .iter()
        .position(|part| {
            part.kind.is_none() && (part.look.ends_sentence || part.look.words.len() > LONGEST_HEADLINE)
        })
        .unwrap_or(parts.len());
    for (at, part) in parts[..opening.unwrap_or(story)].iter_mut().enumerate() {
        match part.kind {
            None if at < story && part.look.words.len() <= LONGEST_HEADLINE => {
                part.kind = Some(BlockKind::Headline)
            }
            None if part.look.words.len() <= LONGEST_HEADLINE * 2 => part.kind = Some(BlockKind::Caption),
            Some(BlockKind::Heading) if at <= story => part.kind = Some(BlockKind::Headline),
            _ => {}
        }
    }
    // A publisher's name under a byline belongs to it.
    for at in 1..parts.len().min(OPENING_REACH) {
        if parts[at - 1].kind == Some(BlockKind::Byline)
            && parts[at].kind == Some(BlockKind::Headline)
            && parts[at].look.count <= 5
            && parts[at].look.is_title_case()
            && parts[..at].iter().any(|part| part.kind == Some(BlockKind::Headline))
        {
            parts[at].kind = Some(BlockKind::Byline);
        }
    }
}

/// Short lines without a full stop between paragraphs are headings.
fn label_body(parts: &mut [Part<'_>]) {
    for part in parts.iter_mut().filter(|part| part.kind.is_none()) {
        let is_line = !part.look.ends_sentence
            && part.look.count <= LONGEST_HEADING
            && !part.look.words.ends_with([',', ';', ':', '\u{2014}', '"', '\u{201D}']);
        part.kind = Some(if is_line { BlockKind::Heading } else { BlockKind::Paragraph });
    }
}

/// Two or more headlines of other articles at the end are no headings of this one.
fn label_tail(parts: &mut [Part<'_>]) {
    let last_prose =
        parts.iter().rposition(|part| matches!(part.kind, Some(BlockKind::Paragraph | BlockKind::ListItem)));
    let Some(from) = last_prose.map(|at| at + 1) else { return };
    let headings = parts[from..]
        .iter()
        .filter(|part| part.kind == Some(BlockKind::Heading) && part.look.count > SHORTEST_REPETITION)
        .count();
    let pointed = parts[from..].iter().any(|part| part.kind == Some(BlockKind::Related));
    if headings > 1 || pointed {
        for part in parts[from..].iter_mut().filter(|part| part.kind == Some(BlockKind::Heading)) {
            part.kind = Some(BlockKind::Related);
        }
    }
}

/// What stands a second time with the same words is labelled so.
fn label_repetitions(parts: &mut [Part<'_>]) {
    // Few paragraphs open alike, and only those are read to their end.
    let mut openings: FxHashMap<u128, usize> = FxHashMap::default();
    for part in parts.iter().filter(|part| part.look.count >= SHORTEST_REPETITION) {
        *openings.entry(part.opening).or_default() += 1;
    }
    let mut seen = FxHashSet::default();
    for part in parts.iter_mut().filter(|part| part.look.count >= SHORTEST_REPETITION) {
        if openings.get(&part.opening).is_some_and(|count| *count > 1)
            && !seen.insert(fingerprint(&part.look.words))
            && part.kind.is_some_and(BlockKind::is_story)
        {
            part.kind = Some(BlockKind::Repeated);
        }
    }
}

/// The first plain letters and digits, in lower case: of two texts with the same words they are the same.
fn opening_of(words: &str) -> u128 {
    const MOST: usize = size_of::<u128>();
    let plain = words.bytes().filter(u8::is_ascii_alphanumeric).take(MOST);
    plain.fold(0, |opening, byte| opening << 8 | u128::from(byte.to_ascii_lowercase()))
}

/// The letters and digits of a text, plain ones in lower case.
fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase())
}

/// Whether two texts have the same letters and digits in either case.
fn has_same_words(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

/// A hash and the number of the letters and digits, in lower case.
fn fingerprint(words: &str) -> (u64, usize) {
    let mut hasher = FxHasher::default();
    let mut count = 0;
    for c in letters(words) {
        hasher.write_u32(u32::from(c));
        count += 1;
    }
    (hasher.finish(), count)
}

/// Place, date and agency that open wire copy become a block of their own.
fn split_openings(text: &str, blocks: &mut Vec<Block>) {
    let Some((at, end)) = blocks.iter().enumerate().take(OPENING_REACH).find_map(|(at, block)| {
        let can_open = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Headline);
        let end = can_open.then(|| datelines::opening(&text[block.span.range()])).flatten()?;
        let running = block.kind == BlockKind::Paragraph || block.span.len() > LONGEST_LINE;
        running.then_some((at, block.span.start() + end))
    }) else {
        return;
    };
    let Block { kind, span } = blocks[at];
    blocks[at] = Block { kind: BlockKind::Dateline, span: Span::from_usize(span.start(), end) };
    let rest = &text[end..span.end()];
    let start = end + (rest.len() - rest.trim_start().len());
    if start < span.end() {
        let kind = if span.len() > LONGEST_LINE { BlockKind::Paragraph } else { kind };
        blocks.insert(at + 1, Block { kind, span: Span::from_usize(start, span.end()) });
    }
}

/// An agency behind the last full stop becomes a block of its own.
fn split_closing_credit(text: &str, format: Format, blocks: &mut Vec<Block>) {
    let Some(at) = blocks.iter().rposition(|block| block.kind == BlockKind::Paragraph) else { return };
    let Block { kind, span } = blocks[at];
    let written = &text[span.range()];
    let marks: &[char] = match format {
        Format::Markdown => &['*', '_'],
        Format::Plain => &[],
    };
    let Some(start) = labels::closing_credit(written.trim_end_matches(marks)) else { return };
    let body = written[..start].trim_end();
    blocks[at] = Block { kind, span: Span::from_usize(span.start(), span.start() + body.len()) };
    let credit = Block { kind: BlockKind::Credit, span: Span::from_usize(span.start() + start, span.end()) };
    blocks.insert(at + 1, credit);
}

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::{
        segment::markup::markup,
        text::{
            BlockKind::{self, *},
            Format, Source,
        },
    };

    fn kinds(text: &str, format: Format) -> Vec<(BlockKind, String)> {
        let source = Source { text: text.to_owned(), format, ..Source::default() };
        let markup = if format == Format::Markdown { markup(text, 0) } else { Vec::new() };
        blocks(&source, &markup)
            .iter()
            .map(|block| (block.kind, text[block.span.range()].to_owned()))
            .collect()
    }

    /// Each line is a block; the kind stands before the stroke.
    fn check(lines: &[(BlockKind, &str)], format: Format) {
        let text = lines.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n\n");
        let want: Vec<(BlockKind, String)> =
            lines.iter().map(|(kind, line)| (*kind, (*line).to_owned())).collect();
        assert_eq!(kinds(&text, format), want);
    }

    #[test]
    fn a_page_with_its_clutter() {
        check(
            &[
                (Boilerplate, "World"),
                (Headline, "Ferry sinks off the northern coast"),
                (Boilerplate, "3 min read"),
                (Repeated, "Ferry sinks off the northern coast"),
                (Byline, "By Ada Roe and Bo Lin"),
                (Dateline, "March 4, 2025 at 6:30 PM"),
                (Caption, "Rescuers (R) carry a survivor ashore on Tuesday. /NPA"),
                (Paragraph, "A ferry with 40 people on board sank on Tuesday, the coast guard said."),
                (Heading, "What the crew says"),
                (Paragraph, "\u{201C}It was over in minutes,\u{201D} the mate said."),
                (ListItem, "- Two children are missing."),
                (Related, "Read more: How old are the ferries of the north?"),
                (Paragraph, "The search goes on."),
                (Boilerplate, "Sign up for our newsletter and get the news delivered to your inbox."),
                (Byline, "Ada Roe"),
                (Byline, "Senior Correspondent"),
                (AuthorNote, "Ada Roe is a correspondent for the Northern Post. She covers the sea."),
                (Share, "Share on Facebook"),
            ],
            Format::Plain,
        );
    }

    #[test]
    fn wire_copy() {
        check(
            &[
                (Boilerplate, "Get the app and sign up now"),
                (Caption, "A diver looking for survivors on March 4, with a coast guard ship behind him."),
                (Dateline, "PORT ROE, March 4 (AFP) -"),
                (Paragraph, "A ferry sank on Tuesday."),
                (Paragraph, "The search goes on."),
                (Credit, "AFP"),
            ],
            Format::Plain,
        );
        let text = "PORT ROE \u{2013} A ferry sank on Tuesday.\nThe search goes on, a diver told AFP. AFP";
        let found: Vec<BlockKind> = kinds(text, Format::Plain).iter().map(|(kind, _)| *kind).collect();
        assert_eq!(found, [Dateline, Paragraph, Paragraph, Credit]);
    }

    #[test]
    fn a_story_about_clutter_keeps_its_sentences() {
        check(
            &[
                (Headline, "Bakery chain changes its cookies"),
                (
                    Paragraph,
                    "The chain will bake its cookies with less sugar, it said in a newsletter on Monday.",
                ),
                (Paragraph, "By Monday evening, 200 people had been served."),
                (Paragraph, "Jane Roe is a reporter who was hurt in the crash, police said."),
                (
                    Paragraph,
                    "Sources: officials and doctors said two people died, and that was all they would say about it.",
                ),
                (Paragraph, "More than 20 were hurt."),
            ],
            Format::Plain,
        );
    }

    #[test]
    fn a_saved_page_in_markdown() {
        check(
            &[
                (Boilerplate, "<!-- Ferry sinks with 90 on board -->"),
                (Share, "[](https://share.example/<https:/x.example/intent/tweet?url=a> \"Share\")"),
                (Headline, "# Ferry sinks"),
                (Byline, "By [AFP](#)"),
                (Caption, "Rescuers at work **Bo Lin/AFP**"),
                (Paragraph, "A _ferry_ sank on [Tuesday](https://a.example/b)."),
                (Related, "Related article: [How old are the ferries?](#)"),
                (Boilerplate, "```"),
                (Boilerplate, "A ferry sank with 70 people on board."),
                (Boilerplate, "```"),
                (Paragraph, "The search <!-- off --> goes on."),
                (Credit, "Original url:"),
                (Credit, "<https://a.example/2025/03/04/ferry>"),
            ],
            Format::Markdown,
        );
    }

    #[test]
    fn an_address_with_lost_blanks_is_no_sentence() {
        check(
            &[
                (Boilerplate, "http: / / www. example. org / 2025/03 / ferry - sinks. html"),
                (Headline, "Ferry sinks"),
                (Dateline, "March 4, 2025"),
                (Paragraph, "A ferry sank on Tuesday."),
            ],
            Format::Plain,
        );
    }
}
