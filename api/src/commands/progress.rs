//! How far a load has come: a bar on a terminal, one line a table otherwise.

use indicatif::{ProgressBar, ProgressStyle};

use crate::{starter::Progress, telemetry};

/// Shows how far a load has come.
#[derive(Debug)]
pub struct Meter {
    bar: Option<ProgressBar>,
    /// The table that was told last.
    told: &'static str,
}

impl Meter {
    /// Chooses the bar when somebody watches. It shows from the first step on.
    pub fn new() -> Self {
        let bar = telemetry::on_terminal().then(|| {
            let style = ProgressStyle::with_template("{msg:24} {wide_bar} {pos}/{len}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            ProgressBar::new(0).with_style(style)
        });
        Self { bar, told: "" }
    }

    /// Shows a step.
    pub fn show(&mut self, step: Progress) {
        let Progress { table, done, total } = step;
        match &self.bar {
            Some(bar) => {
                bar.set_message(table);
                bar.set_length(total as u64);
                bar.set_position(done as u64);
            }
            None if self.told != table => {
                tracing::info!(table, done, total, "Loaded {table}: {done} of {total} rows");
                self.told = table;
            }
            None => {}
        }
    }

    /// Takes the bar away.
    pub fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
