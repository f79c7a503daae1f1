//! The progress bar: on long runs alone, on standard error, and only where that is a terminal.

use gainsay::text::Source;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The bytes of text from which a run is long.
const LONG: usize = 8 << 20;

/// How far a run is.
pub struct Progress {
    bar: ProgressBar,
    bytes: usize,
}

impl Progress {
    /// Begins; `total` is the number of articles where it is known.
    pub fn begin(total: Option<usize>) -> Self {
        let target = ProgressDrawTarget::hidden();
        let bar = ProgressBar::with_draw_target(total.map(|total| total as u64), target);
        let template = match total {
            Some(_) => "{bar:30} {human_pos} of {human_len} articles, {eta} left",
            None => "{spinner} {human_pos} articles, {per_sec}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self { bar, bytes: 0 }
    }

    /// Says that work on these articles begins.
    pub fn start(&mut self, sources: &[Source]) {
        let before = self.bytes;
        self.bytes += sources.iter().map(|source| source.text.len()).sum::<usize>();
        if before < LONG && self.bytes >= LONG {
            // Indicatif draws nothing where standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.bar.tick();
        }
    }

    /// Says that this many further articles are done.
    pub fn done(&self, articles: usize) {
        self.bar.inc(articles as u64);
    }

    /// Takes the bar off the screen, so that what is printed next stands alone.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
