//! Verdicts counted, each apart: nothing is averaged.

use std::collections::BTreeMap;

use super::{AmountVerdict, Basis, Cell, Verdict};
use crate::coverage::State;
use crate::share::Share;

/// How much of what was asked rests on any record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Known {
    /// Cells (line × area) to which a line applies.
    pub cells: u64,
    /// Cells of which nothing is on record.
    pub cells_not_recorded: u64,
    /// People-cells of which some record speaks, of all where the offer exists;
    /// of lines that count people.
    pub people: Share,
    /// Prisons and courts of which some record speaks, of all where the offer
    /// exists; of lines that count those.
    pub places: Share,
}

/// Cells counted by verdict.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// Cells by verdict; every verdict is there.
    pub verdicts: BTreeMap<Verdict, u64>,
    /// Cells by whether the amount is enough; every verdict is there.
    pub amounts: BTreeMap<AmountVerdict, u64>,
    /// People by state, of the cells that count people and know them. Areas
    /// that overlap count their people each.
    pub people: BTreeMap<State, u64>,
    /// Prisons and courts by verdict, of the cells that count those.
    pub places: BTreeMap<Verdict, u64>,
    /// How much of it rests on any record.
    pub known: Known,
}

impl Tally {
    /// Counts cells.
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Self {
        let mut tally = Self {
            verdicts: Verdict::ALL.iter().map(|verdict| (*verdict, 0)).collect(),
            amounts: AmountVerdict::ALL
                .iter()
                .map(|verdict| (*verdict, 0))
                .collect(),
            ..Self::default()
        };
        for cell in cells {
            tally.add(cell);
        }
        tally
    }

    fn add(&mut self, cell: &Cell) {
        *self.verdicts.entry(cell.verdict).or_default() += 1;
        *self.amounts.entry(cell.amount.verdict).or_default() += 1;
        if cell.verdict != Verdict::NotApplicable {
            self.known.cells += 1;
            self.known.cells_not_recorded += u64::from(cell.verdict == Verdict::NotRecorded);
        }
        if cell.basis == Basis::People {
            self.add_people(cell);
        }
        for place in &cell.places {
            *self.places.entry(place.verdict).or_default() += 1;
            if place.verdict != Verdict::NotApplicable {
                self.known.places.whole += 1;
                self.known.places.part += u64::from(place.verdict != Verdict::NotRecorded);
            }
        }
    }

    fn add_people(&mut self, cell: &Cell) {
        for row in &cell.answer.shares {
            let Some(share) = row.share else { continue };
            *self.people.entry(row.state).or_default() += share.part;
            if row.state != State::NotApplicable {
                self.known.people.whole += share.part;
            }
            if !matches!(row.state, State::NotApplicable | State::NotRecorded) {
                self.known.people.part += share.part;
            }
        }
    }
}
