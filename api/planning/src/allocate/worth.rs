//! The worth of rows: what one more unit of a bound takes off the unmet need.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "worths from the solver, and positions that the case has numbered"
)]

use super::case::{Case, WHOLE};
use super::demand::{Party, Sum};
use super::number::{float, nearest_wide, wide};
use super::plan::Best;
use super::problem::{Measure, ONE, Sense};
use super::reach::next;

/// A worth below this part of what money can do at best is the solver's noise.
pub const HARDLY: f64 = 1e-5;

/// The worth of everything, in weighted people a pound or a person.
pub struct Worths<'a> {
    case: &'a Case,
    best: &'a Best,
    /// The most that a pound can do anywhere.
    pub money: f64,
    /// The most that one person can count.
    person: f64,
}

impl<'a> Worths<'a> {
    /// Of a plan.
    pub fn new(case: &'a Case, best: &'a Best) -> Self {
        let cells = case.cells.iter();
        let a_pound = cells.filter_map(|cell| Some((cell.weight, cell.pieces.first()?.price)));
        let money = a_pound.map(|(weight, price)| pound(weight, price));
        let person = case.cells.iter().map(|cell| weight(cell.weight));
        Self {
            case,
            best,
            money: money.fold(0.0, f64::max),
            person: person.fold(0.0, f64::max),
        }
    }

    /// Of one more pound in a row of money.
    fn pounds(&self, row: usize) -> f64 {
        let worth = self.best.solved.worth[row] * 100.0 / self.best.model.pence;
        if worth > self.money * HARDLY {
            worth
        } else {
            0.0
        }
    }

    /// Of a pound in each group of streams.
    pub fn group(&self, group: usize) -> f64 {
        self.pounds(self.best.model.group_rows[group])
    }

    /// Of a pound at a class of cells.
    fn class(&self, class: usize) -> f64 {
        self.pounds(self.best.model.class_rows[class])
    }

    /// Of one pound, one person, or for a gap one hundredth of a share, by which a demand gives way.
    pub fn demand(&self, at: usize) -> f64 {
        let rows = &self.best.model.demand_rows[at];
        let worth: f64 = rows
            .iter()
            .map(|row| self.best.solved.worth[*row].max(0.0))
            .sum();
        match &self.case.rows[at].sum {
            Sum::Limit {
                measure: Measure::Pence,
                ..
            } => rows.iter().map(|row| self.pounds(*row)).sum(),
            Sum::Limit { .. } if worth > self.person * HARDLY => worth,
            Sum::Limit { .. } => 0.0,
            Sum::Gap { parties, .. } => {
                // The rows of the level itself give way to nothing: every second one is of the gap.
                let of_gap = rows.iter().skip(1).step_by(2);
                let worth: f64 = of_gap
                    .map(|row| self.best.solved.worth[*row].max(0.0))
                    .sum();
                let people: f64 = parties.iter().map(people).sum();
                if worth > self.person * people * HARDLY {
                    worth / 100.0
                } else {
                    0.0
                }
            }
        }
    }

    /// Of a pound of a promise that its stream could spend otherwise.
    pub fn promise(&self, at: usize) -> f64 {
        let promise = self.case.promises[at];
        let groups = &self.case.groups;
        let group = groups
            .iter()
            .position(|group| group.streams.contains(&promise.stream));
        let freed = group.map_or(0.0, |group| self.group(group));
        let held = self.best.model.cell_rows[promise.cell].map_or(0.0, |row| self.pounds(row));
        let class = self.case.cells[promise.cell].class;
        let worth = freed + held - class.map_or(0.0, |class| self.class(class));
        if worth > self.money * HARDLY {
            worth
        } else {
            0.0
        }
    }

    /// Whether any demand holds the plan back, so that a pound can work through it.
    pub fn is_held(&self) -> bool {
        (0..self.case.rows.len()).any(|at| self.demand(at) > 0.0)
    }

    /// Of a pound at a cell: of its class, or for one that nobody may pay for what its next person
    /// counts, floors included.
    pub fn cell(&self, at: usize) -> f64 {
        let cell = &self.case.cells[at];
        if let Some(class) = cell.class {
            return self.class(class);
        }
        let Some((price, _)) = next(&cell.pieces, cell.committed) else {
            return 0.0;
        };
        let (mut a_person, mut a_pound) = (weight(cell.weight), 0.0);
        for (row, of) in self.case.rows.iter().enumerate() {
            if let Sum::Limit {
                measure,
                sense: Sense::Floor,
                cells,
                ..
            } = &of.sum
                && cells.contains(&at)
            {
                match measure {
                    Measure::People => a_person += self.demand(row),
                    Measure::Pence => a_pound += self.demand(row),
                }
            }
        }
        a_person * 100.0 * float(ONE) / wide(price) + a_pound
    }
}

fn weight(millionths: i64) -> f64 {
    float(millionths) / float(ONE)
}

/// Weighted people for a pound at a price.
pub fn pound(weight: i64, price: i128) -> f64 {
    float(weight) * 100.0 / wide(price.max(1))
}

fn people(party: &Party) -> f64 {
    float(party.milli) / 1_000.0
}

/// As it is told: whole millionths of a thousandth.
pub fn told(worth: f64) -> i128 {
    nearest_wide(worth * wide(WHOLE))
}
