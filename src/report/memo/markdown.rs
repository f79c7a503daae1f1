//! A memo as Markdown: a heading for each section, the sentence of each passage with the claim's words set off.

use super::{Line, Memo, spelled};
use crate::report::{
    markdown::{escaped, quoted},
    wording::{Places, capitalised},
};

/// A memo as Markdown.
pub(in crate::report) fn page(memo: &Memo<'_>) -> String {
    let places = Places::of(memo.story);
    let mut page = format!("# {}\n\n{}.\n", escaped(&memo.subject), capitalised(&memo.tally));
    for section in &memo.sections {
        let meaning =
            if section.meaning.is_empty() { String::new() } else { format!(": {}", section.meaning) };
        page.push_str(&format!("\n## {}{meaning}\n\n", capitalised(section.word)));
        if section.entries.is_empty() {
            page.push_str("Nothing.\n");
        }
        for entry in &section.entries {
            let value = if entry.value.is_empty() {
                String::new()
            } else {
                format!(": **{}**", escaped(&entry.value))
            };
            let note = if entry.note.is_empty() { String::new() } else { format!(" ({})", entry.note) };
            page.push_str(&format!("- {}{value}{note}\n", escaped(&entry.topic)));
            for line in &entry.lines {
                match line {
                    Line::Passage { lead, claim, when } => {
                        let lead =
                            if lead.is_empty() { String::new() } else { format!("{} ", spelled(lead)) };
                        page.push_str(&format!(
                            "  - {lead}{}{when}: {}\n",
                            escaped(&places.file(claim)),
                            quoted(claim, memo.story)
                        ));
                    }
                    Line::Why(reason) => page.push_str(&format!("  - *{}*\n", escaped(reason))),
                }
            }
        }
    }
    page
}
