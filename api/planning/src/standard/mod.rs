//! The minimum offer: every area held against a standard on a day.
//!
//! `verdict` says whether a line is met somewhere, `amount` whether as much as
//! it asks for is on record, `tally` counts both. The rules are written out in
//! `docs/CALCULATIONS.md`.

mod amount;
mod tally;
#[cfg(test)]
mod tests;
mod verdict;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::Stage;
use crate::coverage::{Answer, Question, answer};
use crate::facts::{Area, Cohort, Offer, Standard, StandardLine};
use crate::table::Ix;

pub use amount::{Amount, AmountVerdict, PlacesOnRecord, Required, required};
pub use tally::{Known, Tally};
pub(crate) use verdict::places_in;
pub use verdict::{Basis, PlaceVerdict, Verdict};

/// One thing that a standard asks for everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Of what.
    pub offer: Ix<Offer>,
    /// For whom.
    pub cohort: Ix<Cohort>,
    /// At which stage; `None`: at any.
    pub stage: Option<Stage>,
    /// Millionths of a place a year for each thousand people in need; `None`:
    /// no amount is asked for.
    pub per_thousand_millionths: Option<u64>,
}

/// One area held against one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The position of the line among those given.
    pub line: usize,
    /// The area.
    pub area: Ix<Area>,
    /// Whether the line is met.
    pub verdict: Verdict,
    /// What the verdict counts.
    pub basis: Basis,
    /// The answer for the area: its rule, records and oldest evidence.
    pub answer: Answer,
    /// For an offer of prisons or courts, each of them in the area.
    pub places: Vec<PlaceVerdict>,
    /// Whether as much as the line asks for is on record.
    pub amount: Amount,
}

/// Every area held against every line, areas outermost, both as given.
pub fn hold(atlas: &Atlas, lines: &[Line], areas: &[Ix<Area>], day: NaiveDate) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(lines.len() * areas.len());
    for area in areas {
        for (position, line) in lines.iter().enumerate() {
            cells.push(hold_one(atlas, position, line, *area, day));
        }
    }
    cells
}

fn hold_one(atlas: &Atlas, position: usize, line: &Line, area: Ix<Area>, day: NaiveDate) -> Cell {
    let question = Question {
        area,
        offer: line.offer,
        cohort: line.cohort,
        day,
        among: None,
        stage: line.stage,
    };
    let found = answer(atlas, &question);
    let places = verdict::of_places(atlas, &question);
    let (verdict, basis) = verdict::of_area(&found, places.as_deref());
    let places = places.unwrap_or_default();
    let silent = basis == Basis::NoPlace || verdict::is_silent(&found, &places);
    let mut amount = amount::of(atlas, line, &question, &found, silent);
    if verdict == Verdict::NotApplicable {
        amount.verdict = AmountVerdict::NotAsked;
    }
    Cell {
        line: position,
        area,
        verdict,
        basis,
        answer: found,
        places,
        amount,
    }
}

/// The lines of a minimum offer on record, in its own order.
pub fn lines_of(atlas: &Atlas, standard: Ix<Standard>) -> Vec<(Ix<StandardLine>, Line)> {
    let lines = atlas.lines_of_standard(standard).iter().filter_map(|ix| {
        let row = atlas.standard_lines.get(*ix);
        let line = Line {
            offer: atlas.offers.find(&row.offer)?,
            cohort: atlas.cohorts.find(&row.cohort)?,
            stage: row.stage,
            per_thousand_millionths: row
                .per_thousand_millionths
                .and_then(|rate| rate.try_into().ok()),
        };
        Some((*ix, line))
    });
    lines.collect()
}
