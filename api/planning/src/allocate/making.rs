//! A plan in the making: whole pence and thousandths of people that hold exactly.
//!
//! Money is paid cell by cell along chains of streams (`flow`), and only as far as every ceiling leaves
//! room, so that no stream is overspent and no ceiling broken, whatever the solver said.
#![expect(
    clippy::indexing_slicing,
    reason = "positions in lists that the case has numbered"
)]

use super::case::Case;
use super::demand::{Demand, Sum, shortfall, slip};
use super::flow::Flow;
use super::problem::{Measure, Sense};
use super::reach::{next, reached};

/// A plan in whole pence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Pence of each cell, promises included.
    pub pence: Vec<i64>,
    /// Thousandths of people served in each cell.
    pub served: Vec<i64>,
    /// Stream, cell and pence, beyond promises.
    pub shares: Vec<(usize, usize, i64)>,
    /// Unmet need: millionths of a weight times thousandths of a person.
    pub unmet: i128,
    /// What it does not hold, and by how much.
    pub broken: Vec<(Demand, i64)>,
}

impl Settled {
    /// What a plan does not hold, and by how much.
    pub fn broken(case: &Case, pence: &[i64], served: &[i64]) -> Vec<(Demand, i64)> {
        let rows = case.rows.iter();
        rows.filter_map(|row| {
            let short = shortfall(row, pence, served);
            (short > slip(row)).then(|| (row.demand.clone(), short))
        })
        .collect()
    }
}

/// A plan in the making.
#[derive(Clone, Debug)]
pub struct Making<'a> {
    case: &'a Case,
    flow: Flow,
    pence: Vec<i64>,
    served: Vec<i64>,
    /// Of each cell, the demands that count it.
    rows_of: std::rc::Rc<Vec<Vec<usize>>>,
    /// Of each demand that is a ceiling, what is left of it.
    room: Vec<Option<i64>>,
    /// Cells whose people may not be all whom their money reaches.
    held: std::rc::Rc<Vec<bool>>,
}

impl<'a> Making<'a> {
    /// Promises only.
    pub fn new(case: &'a Case) -> Self {
        let mut rows_of = vec![Vec::new(); case.cells.len()];
        let mut held = vec![false; case.cells.len()];
        let mut room = Vec::new();
        for (at, row) in case.rows.iter().enumerate() {
            match &row.sum {
                Sum::Limit {
                    measure,
                    sense,
                    cells,
                    bound,
                } => {
                    let is_ceiling = *sense == Sense::Ceiling;
                    room.push(is_ceiling.then_some(*bound));
                    for cell in cells {
                        rows_of[*cell].push(at);
                        held[*cell] |= is_ceiling && *measure == Measure::People;
                    }
                }
                Sum::Gap { parties, .. } => {
                    room.push(None);
                    for cell in parties.iter().flat_map(|party| &party.cells) {
                        held[*cell] = true;
                    }
                }
            }
        }
        let mut making = Self {
            case,
            flow: Flow::new(case),
            pence: vec![0; case.cells.len()],
            served: vec![0; case.cells.len()],
            rows_of: rows_of.into(),
            room,
            held: held.into(),
        };
        for (at, cell) in case.cells.iter().enumerate() {
            making.spend(at, cell.committed);
            if !making.held[at] {
                making.serve(at, reached(&cell.pieces, cell.committed));
            }
        }
        making
    }

    /// Promises only, and whom they reach.
    pub fn promised(case: &'a Case) -> Self {
        let mut making = Self::new(case);
        (0..case.cells.len()).for_each(|cell| making.serve_all(cell));
        making
    }

    /// The money of a plan that is known, and whom it reaches here.
    pub fn repeated(case: &'a Case, pence: &[i64]) -> Self {
        let mut making = Self::new(case);
        for (cell, pence) in pence.iter().enumerate() {
            making.pay(cell, *pence);
        }
        (0..case.cells.len()).for_each(|cell| making.serve_all(cell));
        making
    }

    /// A plan of other money, where it can be paid for here: whom it served under a gap or a ceiling,
    /// and whom its money reaches elsewhere.
    pub fn taken(case: &'a Case, plan: &Settled) -> Self {
        let mut making = Self::new(case);
        for (cell, pence) in plan.pence.iter().enumerate() {
            making.pay(cell, *pence);
        }
        for (cell, served) in plan.served.iter().enumerate() {
            if making.held[cell] {
                making.serve_some(cell, *served);
            } else {
                making.serve_all(cell);
            }
        }
        making
    }

    /// What is left of the ceilings on a cell.
    fn room(&self, cell: usize, measure: Measure) -> i64 {
        let of_cell = self.rows_of[cell].iter();
        of_cell
            .filter(|row| self.measures(**row) == Some(measure))
            .filter_map(|row| self.room[*row])
            .min()
            .unwrap_or(i64::MAX)
            .max(0)
    }

    fn measures(&self, row: usize) -> Option<Measure> {
        match &self.case.rows[row].sum {
            Sum::Limit { measure, .. } => Some(*measure),
            Sum::Gap { .. } => None,
        }
    }

    fn take(&mut self, cell: usize, measure: Measure, by: i64) {
        for at in 0..self.rows_of[cell].len() {
            let row = self.rows_of[cell][at];
            if self.measures(row) == Some(measure)
                && let Some(room) = &mut self.room[row]
            {
                *room -= by;
            }
        }
    }

    fn spend(&mut self, cell: usize, by: i64) {
        self.pence[cell] += by;
        self.take(cell, Measure::Pence, by);
    }

    fn serve(&mut self, cell: usize, milli: i64) {
        let by = milli - self.served[cell];
        self.served[cell] = milli;
        self.take(cell, Measure::People, by);
    }

    /// Pays a cell up to so much, as far as money and ceilings allow.
    pub fn pay(&mut self, cell: usize, pence: i64) -> i64 {
        let Some(class) = self.case.cells[cell].class else {
            return 0;
        };
        let wanted = (pence - self.pence[cell]).min(self.room(cell, Measure::Pence));
        let paid = self.flow.push(class, wanted.max(0));
        self.spend(cell, paid);
        paid
    }

    /// Pays a cell for one more whole unit, or not at all.
    pub fn add_unit(&mut self, cell: usize) -> bool {
        let of = &self.case.cells[cell];
        let (Some(price), Some(class)) = (of.unit, of.class) else {
            return false;
        };
        if self.room(cell, Measure::Pence) < price {
            return false;
        }
        let paid = self.flow.push(class, price);
        if paid < price {
            self.flow.pull(class, paid);
            return false;
        }
        self.spend(cell, price);
        self.serve_all(cell);
        true
    }

    /// Takes one whole unit from a cell.
    pub fn drop_unit(&mut self, cell: usize) -> bool {
        let of = &self.case.cells[cell];
        let (Some(price), Some(class)) = (of.unit, of.class) else {
            return false;
        };
        if self.pence[cell] - of.committed < price {
            return false;
        }
        self.flow.pull(class, price);
        self.spend(cell, -price);
        let milli = reached(&of.pieces, self.pence[cell]).min(self.served[cell]);
        self.serve(cell, milli);
        true
    }

    /// Serves whom the money of a cell reaches, as far as the ceilings allow.
    pub fn serve_all(&mut self, cell: usize) {
        let milli = reached(&self.case.cells[cell].pieces, self.pence[cell]);
        let room = self.room(cell, Measure::People);
        let most = self.served[cell].saturating_add(room);
        if milli > self.served[cell] {
            self.serve(cell, milli.min(most));
        }
    }

    /// Serves so many, as far as money and ceilings allow.
    pub fn serve_some(&mut self, cell: usize, wanted: i64) {
        let milli = reached(&self.case.cells[cell].pieces, self.pence[cell]).min(wanted);
        let room = self.room(cell, Measure::People);
        let most = self.served[cell].saturating_add(room);
        if milli > self.served[cell] {
            self.serve(cell, milli.min(most));
        }
    }

    /// Who pays so far.
    pub fn flow(&self) -> &Flow {
        &self.flow
    }

    /// Pence of each cell so far.
    pub fn pence(&self) -> &[i64] {
        &self.pence
    }

    /// Thousandths of people served so far.
    pub fn served(&self) -> &[i64] {
        &self.served
    }

    /// Unmet need so far.
    pub fn unmet(&self) -> i128 {
        self.case.unmet(&self.served)
    }

    /// Whether a cell's people are held by a gap or a ceiling.
    pub fn is_held(&self, cell: usize) -> bool {
        self.held[cell]
    }

    /// How far the demands are from holding, beyond rounding, as parts of a million of each.
    pub fn distance(&self) -> i64 {
        let rows = self.case.rows.iter();
        rows.map(|row| {
            let short = shortfall(row, &self.pence, &self.served);
            if short <= slip(row) {
                return 0;
            }
            let bound = match &row.sum {
                Sum::Limit { bound, .. } => (*bound).max(1),
                Sum::Gap { .. } => super::problem::ONE,
            };
            let parts = i128::from(short) * 1_000_000 / i128::from(bound) + 1;
            i64::try_from(parts).unwrap_or(i64::MAX)
        })
        .fold(0, i64::saturating_add)
    }

    /// Spends what is left on the cells where a pound serves most weighted need, cheapest piece after
    /// piece. Cells bought in whole units and those under an equity gap are left as they are.
    pub fn top_up(&mut self, skip: &[bool]) {
        let mut open: Vec<(usize, i64, (i128, i64))> = (0..self.case.cells.len())
            .filter(|cell| !skip[*cell] && !self.held[*cell])
            .filter_map(|cell| {
                let of = &self.case.cells[cell];
                let next = next(&of.pieces, self.pence[cell])?;
                (of.class.is_some() && of.weight > 0).then_some((cell, of.weight, next))
            })
            .collect();
        while self.flow.left() > 0 {
            // The most weight for the price; of equals the first.
            let best = open.iter().enumerate().reduce(|a, b| {
                let (left, right) = (i128::from(a.1.1) * b.1.2.0, i128::from(b.1.1) * a.1.2.0);
                if right > left { b } else { a }
            });
            let Some((at, (cell, _, (_, room)))) = best.map(|(at, of)| (at, *of)) else {
                return;
            };
            let is_paid = self.pay(cell, self.pence[cell] + room) == room;
            self.serve_all(cell);
            match next(&self.case.cells[cell].pieces, self.pence[cell]) {
                Some(next) if is_paid => open[at].2 = next,
                _ => {
                    open.remove(at);
                }
            }
        }
    }

    /// The plan as it stands.
    pub fn settled(&self) -> Settled {
        let extra: Vec<i64> = self
            .pence
            .iter()
            .zip(&self.case.cells)
            .map(|(pence, cell)| pence - cell.committed)
            .collect();
        Settled {
            shares: self.flow.shares(self.case, &extra),
            unmet: self.unmet(),
            broken: Settled::broken(self.case, &self.pence, &self.served),
            pence: self.pence.clone(),
            served: self.served.clone(),
        }
    }
}
