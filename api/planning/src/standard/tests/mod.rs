//! Each test is one rule of `docs/CALCULATIONS.md`, named in words.

mod amount;
mod held;
mod properties;

use super::{Cell, Line, hold};
use crate::atlas::Atlas;
use crate::given::{Given, day, ix};

const TODAY: &str = "2026-11-22";

/// A line for everybody at any stage, without an amount.
fn line(atlas: &Atlas, offer: &str) -> Line {
    Line {
        offer: ix(&atlas.offers, offer),
        cohort: ix(&atlas.cohorts, "all"),
        stage: None,
        per_thousand_millionths: None,
    }
}

/// One area held against one offer.
fn held(given: &Given, offer: &str, area: &str) -> Cell {
    held_with(given, offer, area, |_| {})
}

fn held_with(given: &Given, offer: &str, area: &str, edit: impl FnOnce(&mut Line)) -> Cell {
    let atlas = given.clone().atlas();
    let mut line = line(&atlas, offer);
    edit(&mut line);
    let area = ix(&atlas.areas, area);
    hold(&atlas, &[line], &[area], day(TODAY)).remove(0)
}
