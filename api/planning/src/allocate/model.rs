//! The linear programme of a case. Money is counted in what a dear person costs and people in ones, so
//! that the solver meets numbers of one size.
//!
//! Columns: people served in each piece of each cell's curve; money from each group of streams to each
//! class of cells; money in a cell that serves nobody, where a demand can force it. Only classes and
//! not cells are linked to streams: cells of a class can pay out of the same money, so their split
//! is no choice of the programme.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "coefficients of columns that this file has numbered itself"
)]

use super::case::Case;
use super::demand::{Party, Sum};
use super::number::{MILLI, float, wide};
use super::problem::{Measure, ONE, Sense};
use linear::{Program, Solved};

/// What is asked of a programme beyond its case.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    /// Whole units: least and most pence of each cell.
    pub within: Option<&'a [(i64, Option<i64>)]>,
    /// Which demands may be broken, at what price for a whole one; every other one is left out. By
    /// their order in [`Case::demands`].
    pub elastic: Option<&'a [Option<f64>]>,
}

/// A programme, and where in it everything is.
pub struct Model {
    /// The programme.
    pub program: Program,
    /// Pence in the unit of money of the programme: a power of ten.
    pub pence: f64,
    /// Unmet need where nobody is served.
    pub unmet: f64,
    /// Of each cell: the columns of its pieces with their prices, and that of its waste.
    served: Vec<Vec<(usize, f64)>>,
    waste: Vec<Option<usize>>,
    /// The row of each group's money.
    pub group_rows: Vec<usize>,
    /// The row that balances each class.
    pub class_rows: Vec<usize>,
    /// The row that holds what is promised to each cell.
    pub cell_rows: Vec<Option<usize>>,
    /// The rows of each demand; of a promise none, but where it is elastic.
    pub demand_rows: Vec<Vec<usize>>,
    /// By how much each elastic demand is broken.
    pub broken: Vec<Option<usize>>,
}

/// What the solver would buy.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Pence of each cell, promises included.
    pub pence: Vec<f64>,
    /// Thousandths of people served in each cell.
    pub milli: Vec<f64>,
}

/// The power of ten next to what the dearest first person costs, in pence.
fn money_of_one(case: &Case) -> f64 {
    let pieces = case.cells.iter().filter_map(|cell| cell.pieces.first());
    let dearest = pieces.map(|piece| piece.price).max().unwrap_or(1);
    let mut pence = 1.0;
    while pence * 1e6 * 3.0 < wide(dearest) {
        pence *= 10.0;
    }
    pence
}

impl Model {
    /// The programme of a case.
    pub fn new(case: &Case, asked: &Asked) -> Self {
        Self::counted_in(money_of_one(case), case, asked)
    }

    /// The same with a unit of money that is given, in pence.
    pub fn counted_in(pence: f64, case: &Case, asked: &Asked) -> Self {
        let mut model = Self {
            program: Program::default(),
            pence,
            unmet: wide(case.unmet(&vec![0; case.cells.len()])) / 1e9,
            served: Vec::new(),
            waste: Vec::new(),
            group_rows: Vec::new(),
            class_rows: Vec::new(),
            cell_rows: Vec::new(),
            demand_rows: Vec::new(),
            broken: Vec::new(),
        };
        model.add_people(case, asked);
        let elastic_promises = model.add_elastic(case, asked);
        model.add_money(case, &elastic_promises);
        model.add_cells(case, asked, &elastic_promises);
        model.add_demands(case, asked);
        model
    }

    fn add_people(&mut self, case: &Case, asked: &Asked) {
        let all = float(case.streams.iter().map(|stream| stream.pence).sum()) / self.pence;
        let promised: i64 = case.promises.iter().map(|promise| promise.pence).sum();
        let most_waste = all + float(promised) / self.pence;
        // Wasting money costs a little, so that it is wasted only where something forces it.
        let dearest = case
            .cells
            .iter()
            .filter_map(|cell| {
                let piece = cell.pieces.first()?;
                Some(float(cell.weight) / float(ONE) * self.pence * 1e6 / wide(piece.price))
            })
            .fold(0.0, f64::max);
        let mut floored = vec![false; case.cells.len()];
        for row in &case.rows {
            if let Sum::Limit {
                measure: Measure::Pence,
                sense: Sense::Floor,
                cells,
                ..
            } = &row.sum
            {
                for cell in cells {
                    floored[*cell] = true;
                }
            }
        }
        let is_elastic = asked.elastic.is_some();
        for (at, cell) in case.cells.iter().enumerate() {
            let weight = float(cell.weight) / float(ONE);
            let is_out = self.most_of(case, asked, at) == Some(0);
            let columns = cell.pieces.iter().map(|piece| {
                let most = if is_out {
                    0.0
                } else {
                    float(piece.milli) / float(MILLI)
                };
                let cost = if is_elastic { 0.0 } else { -weight };
                let column = self.program.column(cost, 0.0, most);
                (column, wide(piece.price) / (self.pence * 1e6))
            });
            self.served.push(columns.collect());
            let can_waste = !is_out
                && (cell.committed > 0
                    || floored[at]
                    || (asked.within.is_some() && cell.unit.is_some()));
            let waste = can_waste.then(|| self.program.implied(0.0, most_waste));
            if let (Some(waste), false) = (waste, is_elastic) {
                self.program.costs[waste].1 = dearest * 1e-6;
            }
            self.waste.push(waste);
        }
    }

    /// A column for each demand that may be broken, as a share of it. Gives, of each promise, the
    /// column of what is given back.
    fn add_elastic(&mut self, case: &Case, asked: &Asked) -> Vec<Option<usize>> {
        let demands = case.rows.len() + case.promises.len();
        let Some(elastic) = asked.elastic else {
            self.broken = vec![None; demands];
            return vec![None; case.promises.len()];
        };
        for (at, price) in elastic.iter().enumerate() {
            let is_promise = at >= case.rows.len();
            // A promise that is left out is given back in whole, at no price.
            let most = if is_promise { 1.0 } else { 1e6 };
            let column = match price {
                Some(price) => Some(self.program.column(*price, 0.0, most)),
                None if is_promise => Some(self.program.column(0.0, 1.0, 1.0)),
                None => None,
            };
            self.broken.push(column);
        }
        self.broken[case.rows.len()..].to_vec()
    }

    /// Money from groups to classes: no group beyond what it has, each class balanced.
    fn add_money(&mut self, case: &Case, given_back: &[Option<usize>]) {
        let mut into: Vec<Vec<(usize, f64)>> = vec![Vec::new(); case.classes.len()];
        for group in &case.groups {
            let free = float(group.free) / self.pence;
            let mut terms = Vec::new();
            for class in &group.classes {
                // What is given back of promises can be spent as well.
                let most = if given_back.iter().any(Option::is_some) {
                    f64::INFINITY
                } else {
                    free.max(0.0)
                };
                let column = self.program.implied(0.0, most);
                terms.push((column, 1.0));
                into[*class].push((column, -1.0));
            }
            for (promise, column) in case.promises.iter().zip(given_back) {
                if let (Some(column), true) = (column, group.streams.contains(&promise.stream)) {
                    terms.push((*column, -float(promise.pence) / self.pence));
                }
            }
            self.group_rows.push(self.program.at_most(terms, free));
        }
        for (class, terms) in into.into_iter().enumerate() {
            let mut terms = terms;
            let mut committed = 0.0;
            for cell in &case.classes[class] {
                terms.extend(self.money_of(*cell, 1.0));
                committed += float(case.cells[*cell].committed) / self.pence;
            }
            for (promise, column) in case.promises.iter().zip(given_back) {
                if let (Some(column), true) = (column, case.classes[class].contains(&promise.cell))
                {
                    terms.push((*column, float(promise.pence) / self.pence));
                }
            }
            self.class_rows.push(self.program.equal(terms, committed));
        }
    }

    /// The most pence of a cell. One that nobody has money for has what is promised to it, no more.
    fn most_of(&self, case: &Case, asked: &Asked, at: usize) -> Option<i64> {
        let cell = &case.cells[at];
        let may_pay = |class: usize| {
            let mut groups = case.groups.iter();
            groups.any(|group| {
                group.classes.contains(&class) && (group.free > 0 || asked.elastic.is_some())
            })
        };
        if !cell.class.is_some_and(may_pay) {
            return Some(cell.committed);
        }
        asked.within.and_then(|within| within[at].1)
    }

    /// What a cell costs as a sum over columns.
    fn money_of(&self, cell: usize, sign: f64) -> Vec<(usize, f64)> {
        let served = self.served[cell].iter();
        let served = served.map(|(column, price)| (*column, sign * price));
        let waste = self.waste[cell].map(|column| (column, sign));
        served.chain(waste).collect()
    }

    /// Whom a cell serves as a sum over columns.
    fn people_of(&self, cell: usize, factor: f64) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.served[cell]
            .iter()
            .map(move |(column, _)| (*column, factor))
    }

    /// Each cell costs at least what is promised to it, and lies within its whole units.
    fn add_cells(&mut self, case: &Case, asked: &Asked, given_back: &[Option<usize>]) {
        for (at, cell) in case.cells.iter().enumerate() {
            let least = asked.within.map_or(cell.committed, |within| within[at].0);
            let most = self.most_of(case, asked, at);
            self.cell_rows.push(None);
            if asked.within.is_some() && most == Some(least) {
                let terms = self.money_of(at, 1.0);
                self.program.equal(terms, float(least) / self.pence);
                continue;
            }
            if least > 0 {
                let mut terms = self.money_of(at, -1.0);
                for (promise, column) in case.promises.iter().zip(given_back) {
                    if let (Some(column), true) = (column, promise.cell == at) {
                        terms.push((*column, -float(promise.pence) / self.pence));
                    }
                }
                let row = self.program.at_most(terms, -float(least) / self.pence);
                self.cell_rows[at] = Some(row);
            }
            if let Some(most) = most {
                let mut terms = self.money_of(at, 1.0);
                if asked.elastic.is_some() {
                    for (promise, column) in case.promises.iter().zip(given_back) {
                        if let (Some(column), true) = (column, promise.cell == at) {
                            terms.push((*column, float(promise.pence) / self.pence));
                        }
                    }
                }
                if !terms.is_empty() {
                    self.program.at_most(terms, float(most) / self.pence);
                }
            }
        }
    }

    fn add_demands(&mut self, case: &Case, asked: &Asked) {
        for (at, row) in case.rows.iter().enumerate() {
            let left_out = asked.elastic.is_some_and(|elastic| elastic[at].is_none());
            let rows = if left_out {
                Vec::new()
            } else {
                match &row.sum {
                    Sum::Limit {
                        measure,
                        sense,
                        cells,
                        bound,
                    } => vec![self.add_limit(*measure, *sense, cells, *bound, self.broken[at])],
                    Sum::Gap { parties, most } => self.add_gap(parties, *most, self.broken[at]),
                }
            };
            self.demand_rows.push(rows);
        }
    }

    fn add_limit(
        &mut self,
        measure: Measure,
        sense: Sense,
        cells: &[usize],
        bound: i64,
        broken: Option<usize>,
    ) -> usize {
        let sign = match sense {
            Sense::Floor => -1.0,
            Sense::Ceiling => 1.0,
        };
        let mut terms = Vec::new();
        for cell in cells {
            match measure {
                Measure::Pence => terms.extend(self.money_of(*cell, sign)),
                Measure::People => terms.extend(self.people_of(*cell, sign)),
            }
        }
        let bound = match measure {
            Measure::Pence => float(bound) / self.pence,
            Measure::People => float(bound) / float(MILLI),
        };
        if let Some(broken) = broken {
            terms.push((broken, -bound.abs().max(1.0)));
        }
        self.program.at_most(terms, sign * bound)
    }

    /// Every party's unmet share lies between one level and that level and the gap.
    fn add_gap(&mut self, parties: &[Party], most: i64, broken: Option<usize>) -> Vec<usize> {
        let most = float(most) / float(ONE);
        let level = self.program.column(0.0, 0.0, 1.0);
        let mut rows = Vec::new();
        for party in parties {
            let people = float(party.milli) / float(MILLI);
            let mut met: Vec<(usize, f64)> = party
                .cells
                .iter()
                .flat_map(|cell| self.people_of(*cell, 1.0 / people))
                .collect();
            let mut unmet: Vec<(usize, f64)> = met.iter().map(|(at, by)| (*at, -by)).collect();
            met.push((level, 1.0));
            unmet.push((level, -1.0));
            if let Some(broken) = broken {
                unmet.push((broken, -1.0));
            }
            rows.push(self.program.at_most(met, 1.0));
            rows.push(self.program.at_most(unmet, most - 1.0));
        }
        rows
    }

    /// What the solver would buy.
    pub fn wanted(&self, solved: &Solved) -> Wanted {
        let mut wanted = Wanted {
            pence: Vec::new(),
            milli: Vec::new(),
        };
        for (served, waste) in self.served.iter().zip(&self.waste) {
            let mut money = waste.map_or(0.0, |column| solved.columns[column]);
            let mut people = 0.0;
            for (column, price) in served {
                money += solved.columns[*column] * price;
                people += solved.columns[*column];
            }
            wanted.pence.push(money * self.pence);
            wanted.milli.push(people * float(MILLI));
        }
        wanted
    }
}
