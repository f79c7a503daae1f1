//! Writes a report in every format asked for, and says what it means for the exit status.

use crate::{
    args::{FailOn, Format, Voice, Writing},
    output,
    status::Status,
};
use gainsay::{
    Error, Report,
    finding::{Story, Verdict},
    report,
    rules::RuleBook,
};
use std::collections::HashMap;

/// Writes the report; `order` names the stories in the order of the inputs, for lines of JSON.
pub fn write(
    found: &Report,
    order: &[String],
    book: &RuleBook,
    writing: &Writing,
    voice: Voice,
) -> Result<Status, Error> {
    let stories: HashMap<&str, &Story> =
        found.stories.iter().map(|story| (story.id.as_str(), story)).collect();
    for (format, mut output) in output::all(writing.format, &writing.out, voice.quiet)? {
        let colour = output.is_standard() && output::colours(voice.color);
        match format {
            Format::Text => output.write(&report::text(found, book, colour))?,
            Format::Json => output.write(&report::json(found, book))?,
            Format::Markdown => output.write(&report::markdown(found, book))?,
            Format::Sarif => output.write(&report::sarif(found, book))?,
            Format::Junit => output.write(&report::junit(found, book))?,
            Format::Github => output.write(&report::github(found, book))?,
            Format::Csv => output.write(&report::csv(found, book))?,
            #[cfg(feature = "html")]
            Format::Html => output.write(&report::html(found, book))?,
            Format::Jsonl => {
                for story in order.iter().filter_map(|id| stories.get(id.as_str())) {
                    output.write(&(report::json_story(story, book) + "\n"))?;
                }
            }
        }
        output.flush()?;
    }
    Ok(if is_flagged(found, writing.fail_on) { Status::Flagged } else { Status::Quiet })
}

fn is_flagged(found: &Report, fail_on: FailOn) -> bool {
    let weakest = match fail_on {
        FailOn::Conflict => Verdict::Conflict,
        FailOn::Tension => Verdict::Tension,
        FailOn::Updated => Verdict::Updated,
        FailOn::Never => return false,
    };
    found
        .stories
        .iter()
        .flat_map(|story| &story.findings)
        .any(|finding| finding.verdict <= weakest && finding.settled.is_none())
}
